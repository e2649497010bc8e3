/**
 * Looks for one planted bug: runs seed after seed with it until one fails. Says which, in a line of JSON. A program of
 * its own, since a module is loaded once per process: `mutant-hunt.js 'WHAT IS WRONG' SEEDS EVENTS [FAULTS]`.
 */
import { register } from 'node:module';
import type { FaultKind } from './swarm-options.js';

export interface HuntResult {
  /** Undefined when no seed failed. */
  readonly seed: number | undefined;
  readonly eventCount: number;
  readonly failure: string | undefined;
}

async function hunt(bug: string, seedCount: number, eventCount: number, faults: string): Promise<HuntResult> {
  register('./mutant-hooks.js', { parentURL: import.meta.url, data: bug });
  // Only now: what is loaded from here on has the bug.
  const { runSeed } = await import('./run.js');
  const { optionsWith } = await import('./swarm-options.js');
  const kinds = new Set(faults.split(',') as FaultKind[]);
  let events = 0;
  for (let seed = 1; seed <= seedCount; seed++) {
    const forced = faults === '' ? {} : { options: optionsWith(seed, eventCount, kinds) };
    const result = runSeed(seed, eventCount, forced);
    events += result.eventCount;
    if (result.failure !== undefined) return { seed, eventCount: events, failure: result.failure };
  }
  return { seed: undefined, eventCount: events, failure: undefined };
}

const [bug = '', seedCount = '100', eventCount = '20000', faults = ''] = process.argv.slice(2);
console.log(JSON.stringify(await hunt(bug, Number(seedCount), Number(eventCount), faults)));
