/**
 * A part of the node that may take its time, as the container engine may: asked for one thing at a time, and waited for
 * only so long, so that what does not need it goes on.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { aborted } from '../../proto/base/service.js';

export interface SlowPartOptions {
  /** As messages name it. */
  readonly name: string;
  readonly withinMs: number;
}

export interface SlowPartModules {
  readonly clock: Clock;
  readonly log: Log;
  /** Called when an answer comes, or a refusal, that nobody waited for any more. */
  readonly onLateAnswer: () => void;
}

export class SlowPart {
  readonly #options: SlowPartOptions;
  readonly #modules: SlowPartModules;
  #isAsked = false;
  #isSilent = false;

  constructor(options: SlowPartOptions, modules: SlowPartModules) {
    this.#options = options;
    this.#modules = modules;
  }

  /** It owes an answer, and is not asked for anything else until it has given it. */
  get isBusy(): boolean {
    return this.#isAsked;
  }

  /** Why it is of no use, in words; empty while it answers in time. */
  get problem(): string {
    return this.#isSilent ? `${this.#options.name} does not answer` : '';
  }

  /** Undefined: it is busy, takes its time, or the signal aborted first. Rejects as the work does. */
  async ask<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
    if (this.#isAsked) return undefined;
    const { name, withinMs } = this.#options;
    const { clock, log, onLateAnswer } = this.#modules;
    const answered = new AbortController();
    const late = new AbortController();
    this.#isAsked = true;
    const asked = work().finally(() => {
      this.#isAsked = false;
      this.#isSilent = false;
      answered.abort();
    });
    clock.sleep(withinMs, answered.signal).then(
      () => {
        this.#isSilent = true;
        log.warn('a part of this node does not answer; what is there of it stays as it is', {
          who: name,
          withinMs,
        });
        late.abort();
      },
      () => undefined,
    );
    await aborted(AbortSignal.any([answered.signal, late.signal, signal]));
    if (answered.signal.aborted) return await asked;
    asked.then(onLateAnswer, onLateAnswer);
    return undefined;
  }
}
