/**
 * How many there are under each key. Made for very many of these that mostly stay empty: an empty one costs
 * next to nothing.
 */
import { invariant } from '../../../proto/base/invariant.js';

export class Counts {
  #countByKey: Map<string, number> | undefined;

  of(key: string): number {
    return this.#countByKey?.get(key) ?? 0;
  }

  /** Returns how many there are now. */
  add(key: string, difference: 1 | -1): number {
    const count = this.of(key) + difference;
    invariant(count >= 0, `there are ${count} of ${key}`);
    if (count === 0) this.#countByKey?.delete(key);
    else (this.#countByKey ??= new Map()).set(key, count);
    return count;
  }
}
