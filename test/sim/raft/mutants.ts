/**
 * `make sim-mutants`: how soon the simulation finds each bug that is planted for it, two at a time. Fails if one
 * is not found in so many seeds: a simulation that finds nothing proves nothing.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { HuntResult } from './mutant-hunt.js';
import { SIM_MUTANTS } from './sim-mutants.js';

const HUNT = fileURLToPath(new URL('mutant-hunt.js', import.meta.url));

export interface HuntOptions {
  readonly seedCount: number;
  readonly eventCount: number;
  /** Instead of those that the seeds draw. */
  readonly faults?: readonly string[];
}

export async function huntMutant(bug: string, options: HuntOptions): Promise<HuntResult> {
  const { seedCount, eventCount, faults = [] } = options;
  const args = [HUNT, bug, `${seedCount}`, `${eventCount}`, faults.join(',')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as HuntResult;
}

async function huntAll(words: readonly string[], options: HuntOptions): Promise<number> {
  const mutants = SIM_MUTANTS.filter(({ bug }) => words.every((word) => bug.includes(word)));
  const waiting = [...mutants];
  let found = 0;
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const { seed, eventCount, failure } = await huntMutant(mutant.bug, options);
      found += seed === undefined ? 0 : 1;
      const how = seed === undefined ? 'NOT FOUND' : `seed ${seed}, ${failure?.split('\n')[0]}`;
      console.log(`${mutant.bug}: ${how} (${eventCount.toLocaleString('en')} events)`);
    }
  };
  await Promise.all([work(), work()]);
  console.log(`${found} of ${mutants.length} found`);
  return found === mutants.length && found > 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seeds = '300', ...words] = process.argv.slice(2);
  process.exitCode = await huntAll(words, { seedCount: Number(seeds), eventCount: 20_000 });
}
