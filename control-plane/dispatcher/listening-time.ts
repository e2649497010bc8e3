/**
 * The time in which this process could hear: goes on with the monotonic clock, but stands still while the
 * process was stopped, starved or kept busy. Silence is measured in it, so that no node is blamed for a beat
 * that this process slept through.
 */
import type { Clock } from '../../proto/base/clock.js';

/** Whoever measures silence looks at the time at least this often, or listening counts as sleep. */
export const LOOK_MS = 1_000;
/** Timers may be so late without anything being wrong. */
const TOLERANCE_MS = 250;

export class ListeningTime {
  readonly #clock: Clock;
  #lookedMs: number;
  #sleptMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#lookedMs = clock.monotonicMs();
  }

  /** Whoever looks first after a sleep finds it, be it a timer or a message. */
  nowMs(): number {
    const nowMs = this.#clock.monotonicMs();
    const unseenMs = nowMs - this.#lookedMs;
    if (unseenMs > LOOK_MS + TOLERANCE_MS) this.#sleptMs += unseenMs - LOOK_MS;
    this.#lookedMs = nowMs;
    return nowMs - this.#sleptMs;
  }
}
