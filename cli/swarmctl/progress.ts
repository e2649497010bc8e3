/**
 * Waits until a service is what was asked for, and stays so for a while; shows how far it is. On a terminal
 * the lines are drawn anew in place, elsewhere each change is a line of its own. The work itself goes on
 * whatever happens to the waiting.
 */
import { hasCode } from '../../proto/base/errors.js';
import type { ServiceProgress } from '../../proto/gen/control.js';
import type { ControlClient } from './control-link.js';
import { following } from './following.js';
import type { Output } from './output.js';
import { type ConvergeView, convergeView } from './rules/converge.js';
import { formatDuration } from './rules/durations.js';
import { type Awaited, followRollout, type RolloutPhase } from './rules/rollout-phase.js';
import { EXIT, type ExitCode } from './rules/exit-codes.js';
import { changedLines, terminalLines } from './rules/progress-text.js';
import { shortId } from './rules/table.js';
import { Interrupted, type Session } from './session.js';

/** How long a service must stay as wanted where no rollout says how long. */
const VERIFY_MS = 5000;
const RETRY_MS = 500;

export interface WaitOptions {
  readonly serviceId: string;
  readonly name: string;
  readonly awaited: Awaited;
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

/** States of the service; asks again while managers are out of reach for a short time, and when they end it. */
async function* watch(
  control: ControlClient,
  serviceId: string,
  { clock, connection }: Session,
  signal: AbortSignal,
): AsyncGenerator<ServiceProgress, never> {
  const options = { ...connection.callOptions, signal };
  for (;;) {
    yield* following(() => control.watchService({ ref: serviceId }, options), { clock, signal });
    await clock.sleep(RETRY_MS, signal);
  }
}

/** One wait: what was seen last, and until when. */
class Wait {
  readonly #options: WaitOptions;
  readonly #session: Session;
  readonly #screen: Screen;
  readonly #deadlineMs: number;
  #awaited: Awaited;
  #phase: RolloutPhase = { kind: 'old' };
  #isVerifying = false;
  #stableUntilMs: number | undefined;
  #view: ConvergeView | undefined;
  /** The last error of a task that was seen, though its slot may look well by now. */
  #failure = '';
  /** Why the rollout is being undone. */
  #undoneBecause = '';

  constructor(options: WaitOptions, session: Session, screen: Screen) {
    this.#options = options;
    this.#session = session;
    this.#screen = screen;
    this.#awaited = options.awaited;
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
        this.#take(update.value);
      }
      const exitCode = this.#verdict(clock.monotonicMs());
      if (exitCode !== undefined) {
        next.catch(() => undefined);
        return exitCode;
      }
    }
  }

  #take(progress: ServiceProgress): void {
    const { service } = progress;
    if (service === undefined) return;
    const { awaited, phase } = followRollout(this.#awaited, service);
    if (phase.kind === 'old') return;
    this.#awaited = awaited;
    this.#phase = phase;
    const view = convergeView(progress);
    this.#view = view;
    if (view.failure !== '') this.#failure = view.failure;
    this.#screen.show(view);
    if (phase.kind === 'rolling-back' && phase.message !== '' && phase.message !== this.#undoneBecause) {
      this.#undoneBecause = phase.message;
      this.#screen.say(`rollback: ${phase.message}`);
    }
    this.#verify(view, phase);
  }

  /**
   * While a rollout goes on it is the control plane that looks whether tasks stay; else it is done here, and
   * so it is when the rollout put up with failures: a task that was started again may fail again.
   */
  #verify(view: ConvergeView, phase: RolloutPhase): void {
    const isTimed = phase.kind === 'none' || (phase.kind === 'completed' && this.#failure !== '');
    const durationMs = ('monitorMs' in phase && phase.monitorMs) || (isTimed ? VERIFY_MS : 0);
    const isStable = view.isConverged && durationMs > 0;
    if (isStable && !this.#isVerifying)
      this.#screen.say(`verify: Waiting ${durationMs / 1000} seconds to verify that tasks are stable...`);
    else if (this.#isVerifying && !view.isConverged) this.#screen.say('verify: Detected task failure');
    this.#isVerifying = isStable;
    if (!isStable || !isTimed) this.#stableUntilMs = undefined;
    else this.#stableUntilMs ??= this.#session.clock.monotonicMs() + durationMs;
  }

  #verdict(nowMs: number): ExitCode | undefined {
    const { serviceId, name } = this.#options;
    const phase = this.#phase;
    const view = this.#view;
    const isStable = this.#stableUntilMs !== undefined && nowMs >= this.#stableUntilMs;
    const wasWatched = phase.kind === 'completed' && this.#failure === '';
    if (isStable || (wasWatched && view?.isConverged === true)) {
      this.#screen.say(`verify: Service ${shortId(serviceId)} converged`);
      this.#screen.close();
      return EXIT.ok;
    }
    const ofJob = this.#jobVerdict(phase);
    if (ofJob !== undefined) return ofJob;
    const isUnderWay = phase.kind === 'rolling' || phase.kind === 'rolling-back';
    if (phase.kind === 'rolled-back') {
      const why = this.#undoneBecause || phase.message;
      return this.#end(EXIT.rolledBack, `service rolled back: ${why}${this.#withFailure(why)}`);
    }
    if (phase.kind === 'paused') {
      const what = phase.isRollback ? 'rollback' : 'update';
      const why = phase.reason;
      return this.#end(EXIT.paused, `service ${what} paused: ${why}${this.#withFailure(why)}`);
    }
    if (phase.kind === 'superseded')
      return this.#end(
        EXIT.notConverged,
        `Service ${name} was changed by somebody else meanwhile: it goes to revision ${phase.revision}, and this was about revision ${this.#awaited.revision}.`,
      );
    if (view !== undefined && view.hopeless !== '' && !isUnderWay)
      return this.#end(EXIT.notConverged, `Service ${name} will not converge: ${view.hopeless}.`);
    return nowMs < this.#deadlineMs ? undefined : this.#end(EXIT.timedOut, this.#timeoutText());
  }

  #jobVerdict(phase: RolloutPhase): ExitCode | undefined {
    const { name } = this.#options;
    switch (phase.kind) {
      case 'run-complete':
        this.#screen.say(`job complete: ${phase.message}`);
        this.#screen.close();
        return EXIT.ok;
      case 'run-failed':
        return this.#end(EXIT.notConverged, `Job ${name} failed: ${phase.message}.`);
      default:
        return undefined;
    }
  }

  #end(exitCode: ExitCode, text: string): ExitCode {
    this.#screen.close();
    this.#session.output.note(text);
    return exitCode;
  }

  #withFailure(why: string): string {
    return this.#failure === '' || why.includes(this.#failure) ? '' : `; ${this.#failure}`;
  }

  #timeoutText(): string {
    const { name, timeoutMs = 0 } = this.#options;
    const view = this.#view;
    const seen =
      view === undefined
        ? 'nothing is known of its tasks'
        : `${view.running} of ${view.wanted} tasks ${view.isJob ? 'are complete' : 'run'}`;
    const because = view === undefined || view.failure === '' ? '' : `; ${view.failure}`;
    return (
      `Service ${name} did not converge within ${formatDuration(timeoutMs)}: ${seen}${because}. ` +
      `The work goes on; see: swarmctl service ps ${name}`
    );
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
