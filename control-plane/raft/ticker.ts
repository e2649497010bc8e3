/**
 * The beat of a member: ticks at a fixed distance of its clock, of which a stall makes up for a few only.
 */
import type { Clock } from './clock.js';

export interface TickerModules {
  readonly clock: Clock;
  readonly onTick: () => void;
}

/** After a stall the others are heard before this member concludes that they are silent. */
const MOST_TICKS_AT_ONCE = 3;

export class Ticker {
  readonly #tickMs: number;
  readonly #modules: TickerModules;
  #lastTickMs: number;
  #cancel: () => void = () => undefined;
  #isStopped = false;

  constructor({ tickMs }: { readonly tickMs: number }, modules: TickerModules) {
    this.#tickMs = tickMs;
    this.#modules = modules;
    this.#lastTickMs = modules.clock.monotonicMs();
  }

  start(): void {
    if (this.#isStopped) return;
    const { clock, onTick } = this.#modules;
    const sinceLastMs = clock.monotonicMs() - this.#lastTickMs;
    this.#cancel = clock.setTimer(Math.max(this.#tickMs - sinceLastMs, 1), () => {
      const due = Math.floor((clock.monotonicMs() - this.#lastTickMs) / this.#tickMs);
      const ticks = Math.min(due, MOST_TICKS_AT_ONCE);
      for (let tick = 0; tick < ticks; tick++) onTick();
      this.#lastTickMs += due * this.#tickMs;
      this.start();
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }
}
