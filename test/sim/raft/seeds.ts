/**
 * Many seeds on all cores, each worker one seed at a time. Owns the workers, and the sum of what they tell.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EVENT } from './events.js';
import type { RunResult } from './run.js';
import type { SeedOrder } from './seed-worker.js';

const WORKER = fileURLToPath(new URL('seed-worker.js', import.meta.url));

export interface SeedsResult {
  readonly results: readonly RunResult[];
  readonly failed: readonly RunResult[];
  readonly seconds: number;
}

/** Runs each order; `onResult` hears of each as it ends, which is in no order. */
export async function runSeeds(
  orders: readonly SeedOrder[],
  onResult: (result: RunResult) => void = () => undefined,
): Promise<SeedsResult> {
  const startedMs = performance.now();
  const results: RunResult[] = [];
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = fork(WORKER);
      const proceed = (): void => {
        const order = orders[next++];
        if (order === undefined) worker.disconnect();
        else worker.send(order);
      };
      worker.on('error', reject);
      worker.on('message', (result: RunResult) => {
        results.push(result);
        onResult(result);
        proceed();
      });
      worker.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`a worker of the simulation ended with ${code}`));
      });
      proceed();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), orders.length) }, work));
  const sorted = results.toSorted((a, b) => a.seed - b.seed);
  return {
    results: sorted,
    failed: sorted.filter(({ failure }) => failure !== undefined),
    seconds: (performance.now() - startedMs) / 1000,
  };
}

/** What the runs had to stand, in one sentence, so that quiet days are seen to be quiet. */
export function summaryOf({ results, seconds }: SeedsResult): string {
  const sum = (of: (result: RunResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const count = (kind: number): string => sum(({ counts }) => counts[kind] ?? 0).toLocaleString('en');
  const events = sum(({ eventCount }) => eventCount);
  return [
    `${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s, ${Math.round(events / seconds).toLocaleString('en')} a second`,
    `${Math.round(sum(({ simulatedMs }) => simulatedMs) / 1000).toLocaleString('en')} s simulated`,
    `${sum(({ committedCount }) => committedCount).toLocaleString('en')} entries committed`,
    `${sum(({ answeredCount }) => answeredCount).toLocaleString('en')} operations answered, ${sum(({ unknownCount }) => unknownCount).toLocaleString('en')} with unknown outcome`,
    `${count(EVENT.die)} deaths, ${count(EVENT.restored)} snapshots taken over, ${count(EVENT.members)} changes of members`,
    `${sum(({ undecidedCount }) => undecidedCount)} histories undecided`,
  ].join('; ');
}
