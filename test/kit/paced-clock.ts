/**
 * The system's clock, with time that passes faster for whoever waits: for tests of real sockets where somebody
 * gives up after seconds. The wall clock stays right, as certificates look at it.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SystemClock } from '../../proto/base/clock.js';

export class PacedClock implements Clock {
  readonly #pace: number;
  readonly #clock = new SystemClock();

  /** So many seconds in one. */
  constructor(pace: number) {
    this.#pace = pace;
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  monotonicMs(): number {
    return this.#clock.monotonicMs() * this.#pace;
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.sleep(delayMs / this.#pace, signal);
  }
}
