/**
 * One program that a simulation can kill between any two of its steps. What it asks of the world outside goes
 * through here: once it is dead nothing answers it, its clock stands still, and whoever serves it must ask
 * isAlive before doing it a favour. Its memory is left to the garbage collector, as a real one's is.
 */
import type { Clock } from '../../proto/base/clock.js';

export class SimProcess {
  readonly name: string;
  readonly clock: Clock;
  #isAlive = true;
  readonly #mourners = new Set<() => void>();

  /** The skew is by how much its wall clock is ahead of the world's. */
  constructor(options: { readonly name: string; readonly skewMs: number }, world: Clock) {
    this.name = options.name;
    this.clock = {
      nowMs: () => world.nowMs() + options.skewMs,
      monotonicMs: () => world.monotonicMs(),
      sleep: (delayMs, signal) => this.answer(world.sleep(delayMs, signal)),
    };
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Kills it at once. */
  kill(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    for (const mourner of this.#mourners) mourner();
  }

  /** Calls back when it is killed; returns how to take that back. */
  onDeath(mourner: () => void): () => void {
    this.#mourners.add(mourner);
    return () => this.#mourners.delete(mourner);
  }

  /** What the world answers; never settles for the dead. */
  answer<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      work.then(
        (value) => {
          if (this.#isAlive) resolve(value);
        },
        (error: unknown) => {
          if (this.#isAlive) reject(error);
        },
      );
    });
  }
}
