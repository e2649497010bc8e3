/**
 * Waits until a service is what was asked for, and stays so for a while; shows how far it is. On a terminal
 * the lines are drawn anew in place, elsewhere each change is a line of its own. The work itself goes on
 * whatever happens to the waiting.
 */
import { hasCode } from '../../proto/base/errors.js';
import type { ServiceProgress } from '../../proto/gen/control.js';
import type { ControlClient } from './connection.js';
import type { Output } from './output.js';
import { type ConvergeView, convergeView } from './rules/converge.js';
import { formatDuration } from './rules/durations.js';
import { EXIT, type ExitCode } from './rules/exit-codes.js';
import { changedLines, terminalLines } from './rules/progress-text.js';
import { shortId } from './rules/table.js';
import { Interrupted, type Session } from './session.js';

/** How long a service must stay as wanted. */
const VERIFY_MS = 5000;
/** How long managers may be silent, as while they choose a leader. */
const SILENCE_MS = 15_000;
const RETRY_MS = 500;

export interface WaitOptions {
  readonly serviceId: string;
  readonly name: string;
  readonly isQuiet: boolean;
  readonly timeoutMs: number | undefined;
}

export async function waitForService(
  control: ControlClient,
  options: WaitOptions,
  session: Session,
): Promise<ExitCode> {
  const { output } = session;
  const screen = options.isQuiet ? new Screen(undefined) : new Screen(output);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, session.signal]);
  try {
    const updates = watch(control, options.serviceId, session, signal);
    return await new Wait(options, session, screen).until(updates, signal);
  } catch (error) {
    screen.close();
    if (error instanceof Interrupted) {
      output.note(
        `Operation continuing in background. Use \`swarmctl service ps ${shortId(options.serviceId)}\` to check progress.`,
      );
      return EXIT.interrupted;
    }
    if (!hasCode(error, 'object.not-found')) throw error;
    output.note(`Service ${options.name} was removed meanwhile.`);
    return EXIT.notConverged;
  } finally {
    stop.abort(new Interrupted());
  }
}

/** States of the service; asks again while managers are out of reach for a short time. */
async function* watch(
  control: ControlClient,
  serviceId: string,
  { clock, connection }: Session,
  signal: AbortSignal,
): AsyncGenerator<ServiceProgress, never> {
  let silentSinceMs = clock.monotonicMs();
  for (;;) {
    try {
      for await (const progress of control.watchService(
        { ref: serviceId },
        { ...connection.streamOptions, signal },
      )) {
        yield progress;
        silentSinceMs = clock.monotonicMs();
      }
    } catch (error) {
      const isPassing = hasCode(error, 'manager.unreachable') || hasCode(error, 'manager.not-leader');
      if (!isPassing || clock.monotonicMs() - silentSinceMs > SILENCE_MS) throw error;
    }
    await clock.sleep(RETRY_MS, signal);
  }
}

/** One wait: what was seen last, and until when. */
class Wait {
  readonly #options: WaitOptions;
  readonly #session: Session;
  readonly #screen: Screen;
  readonly #deadlineMs: number;
  #stableUntilMs: number | undefined;
  #view: ConvergeView | undefined;

  constructor(options: WaitOptions, session: Session, screen: Screen) {
    this.#options = options;
    this.#session = session;
    this.#screen = screen;
    this.#deadlineMs = session.clock.monotonicMs() + (options.timeoutMs ?? Number.POSITIVE_INFINITY);
  }

  async until(updates: AsyncGenerator<ServiceProgress, never>, signal: AbortSignal): Promise<ExitCode> {
    const { clock } = this.#session;
    let next = updates.next();
    for (;;) {
      const wakeAtMs = Math.min(this.#stableUntilMs ?? Number.POSITIVE_INFINITY, this.#deadlineMs);
      const stopTimer = new AbortController();
      const timer = clock
        .sleep(wakeAtMs - clock.monotonicMs(), AbortSignal.any([signal, stopTimer.signal]))
        .then(() => undefined);
      const update = await Promise.race([next, timer]);
      stopTimer.abort();
      // The timer that lost ends with the abort above, and nobody waits for it.
      timer.catch(() => undefined);
      if (update !== undefined) {
        next = updates.next();
        this.#take(convergeView(update.value));
      }
      const exitCode = this.#verdict(clock.monotonicMs());
      if (exitCode !== undefined) {
        next.catch(() => undefined);
        return exitCode;
      }
    }
  }

  #take(view: ConvergeView): void {
    this.#view = view;
    this.#screen.show(view);
    const isVerifying = this.#stableUntilMs !== undefined;
    if (view.isConverged && !isVerifying) {
      this.#stableUntilMs = this.#session.clock.monotonicMs() + VERIFY_MS;
      this.#screen.say(`verify: Waiting ${VERIFY_MS / 1000} seconds to verify that tasks are stable...`);
    } else if (!view.isConverged && isVerifying) {
      this.#stableUntilMs = undefined;
      this.#screen.say('verify: Detected task failure');
    }
  }

  #verdict(nowMs: number): ExitCode | undefined {
    const { serviceId, name, timeoutMs = 0 } = this.#options;
    const { output } = this.#session;
    const view = this.#view;
    if (this.#stableUntilMs !== undefined && nowMs >= this.#stableUntilMs) {
      this.#screen.say(`verify: Service ${shortId(serviceId)} converged`);
      this.#screen.close();
      return EXIT.ok;
    }
    if (view !== undefined && view.hopeless !== '') {
      this.#screen.close();
      output.note(`Service ${name} will not converge: ${view.hopeless}.`);
      return EXIT.notConverged;
    }
    if (nowMs < this.#deadlineMs) return undefined;
    this.#screen.close();
    const seen =
      view === undefined ? 'nothing is known of its tasks' : `${view.running} of ${view.wanted} tasks run`;
    const stuck = view?.slots.find((slot) => slot.lastError !== '' && !slot.isRunning);
    const because = stuck === undefined ? '' : `; ${stuck.name}: ${stuck.lastError}`;
    output.note(
      `Service ${name} did not converge within ${formatDuration(timeoutMs)}: ${seen}${because}. ` +
        `The work goes on; see: swarmctl service ps ${name}`,
    );
    return EXIT.timedOut;
  }
}

/** Where progress is drawn; without an output, nowhere. */
class Screen {
  readonly #output: Output | undefined;
  readonly #isTerminal: boolean;
  #drawnLines = 0;
  #view: ConvergeView | undefined;
  #remark = '';

  constructor(output: Output | undefined) {
    this.#output = output;
    this.#isTerminal = output?.stdout.isTTY === true;
  }

  show(view: ConvergeView): void {
    const before = this.#view;
    this.#view = view;
    if (this.#isTerminal) this.#draw();
    else for (const line of changedLines(view, before)) this.#output?.line(line);
  }

  /** The line below the bars. */
  say(remark: string): void {
    this.#remark = remark;
    if (this.#isTerminal) this.#draw();
    else this.#output?.line(remark);
  }

  /** Leaves what is drawn where it is. */
  close(): void {
    this.#drawnLines = 0;
  }

  #draw(): void {
    // A terminal that does not know its width says 0.
    const columns = this.#output?.stdout.columns || Number.POSITIVE_INFINITY;
    const lines = [...(this.#view === undefined ? [] : terminalLines(this.#view)), this.#remark];
    const up = this.#drawnLines === 0 ? '' : `\u001b[${this.#drawnLines}A`;
    // Each line is cut to the width, so that one line stays one line, and wiped behind its end.
    const text = lines.map((line) => `${line.slice(0, columns - 1)}\u001b[K\n`).join('');
    this.#output?.stdout.write(`${up}\r${text}\u001b[J`);
    this.#drawnLines = lines.length;
  }
}
