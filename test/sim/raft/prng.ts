/**
 * Seeded dice for the simulation of Raft. Each concern of a run (network, disk, crashes, …) throws dice of its
 * own, made from the run's seed and the concern's name: one that throws more often moves no other.
 */

export type Stream =
  | 'options'
  | 'network'
  | 'disk'
  | 'crash'
  | 'clock'
  | 'workload'
  | 'jitter'
  | 'membership';

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Small fast counting generator (sfc32): 128 bits of state, and no multiplication in its step. */
export class Dice {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, stream: Stream) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 2 ** 32) | 0;
    this.#c = hashOf(stream) | 0;
    // The first throws of neighbouring seeds resemble one another.
    for (let round = 0; round < 12; round++) this.#next();
  }

  /** In [0, 1). */
  fraction(): number {
    return this.#next() / 2 ** 32;
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor((this.#next() / 2 ** 32) * count);
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** Throws nothing when the answer is certain, so that a fault that is off costs no time. */
  chance(probability: number): boolean {
    return probability > 0 && this.#next() < probability * 2 ** 32;
  }

  exponential(mean: number): number {
    return -Math.log(1 - this.fraction()) * mean;
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** Puts the array into a random order, in place. */
  shuffle<T>(values: T[]): T[] {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const [a, b] = [values[last] as T, values[other] as T];
      values[last] = b;
      values[other] = a;
    }
    return values;
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }
}
