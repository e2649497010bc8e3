/**
 * One handing over of leadership at a time, from the request to its outcome. Owns how long it may take; the core
 * does the rest.
 */
import type { Settle } from './node-effects.js';

export class Handover {
  #current: { readonly untilTick: number; readonly settle: Settle } | undefined;

  get isUnderWay(): boolean {
    return this.#current !== undefined;
  }

  begin(untilTick: number, settle: Settle): void {
    this.#current = { untilTick, settle };
  }

  /** True if it took too long: it has ended then. */
  expire(tick: number): boolean {
    if (this.#current === undefined || tick < this.#current.untilTick) return false;
    this.end({ kind: 'refused' });
    return true;
  }

  end(outcome: Parameters<Settle>[0]): void {
    const ended = this.#current;
    this.#current = undefined;
    ended?.settle(outcome);
  }
}
