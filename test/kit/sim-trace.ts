/**
 * What happened in a simulation, in order: the last events for whoever looks for the cause of a failure, and a
 * digest of all of them, by which two runs of one seed are known to be the same.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../../proto/base/clock.js';

const MOST_KEPT = 400;

export class SimTrace {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #hash = createHash('sha256');
  readonly #kept: string[] = [];
  #count = 0;

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#count;
  }

  note(event: string): void {
    const line = `${(this.#clock.monotonicMs() / 1000).toFixed(3).padStart(9)} ${event}`;
    this.#count += 1;
    this.#hash.update(`${line}\n`);
    this.#kept.push(line);
    if (this.#kept.length > 2 * MOST_KEPT) this.#kept.splice(0, MOST_KEPT);
  }

  /** The last events, one per line. */
  last(count: number): string {
    return this.#kept.slice(-count).join('\n');
  }

  /** Of everything so far; the same text for the same events at the same instants. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }
}
