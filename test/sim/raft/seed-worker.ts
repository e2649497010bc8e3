/**
 * Runs seeds in a process of its own: takes one at a time, and answers what became of it.
 */
import { runSeed } from './run.js';
import { type FaultKind, optionsWith } from './swarm-options.js';

export interface SeedOrder {
  readonly seed: number;
  readonly eventCount: number;
  /** Instead of those that the seed draws. */
  readonly faults: readonly FaultKind[] | undefined;
}

process.on('message', ({ seed, eventCount, faults }: SeedOrder) => {
  const forced = faults === undefined ? {} : { options: optionsWith(seed, eventCount, new Set(faults)) };
  process.send?.(runSeed(seed, eventCount, forced));
});
