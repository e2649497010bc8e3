/**
 * The simulation of Raft by hand: `make sim SEEDS=300 EVENTS=20000 FIRST_SEED=1`. FAULTS=crash,loss (or none) takes
 * the place of the faults that a seed draws; SHRINK=1 makes what fails smaller. Prints each seed that fails, with
 * what happened last and how to see it again; one seed alone tells more.
 */
import { execFileSync } from 'node:child_process';
import type { RunResult } from './run.js';
import { runSeeds, summaryOf } from './seeds.js';
import { shrink } from './shrink.js';
import { FAULT_KINDS, type FaultKind } from './swarm-options.js';

/** Of so many failures all is told. */
const TOLD_FAILURES = 3;
const USAGE = 'usage: main.js [SEEDS=n] [EVENTS=n] [FIRST_SEED=n] [FAULTS=kind,… | none] [SHRINK=1]';

interface Options {
  readonly seedCount: number;
  readonly eventCount: number;
  readonly firstSeed: number;
  readonly faults: readonly FaultKind[] | undefined;
  readonly isShrinking: boolean;
}

function parsed(args: readonly string[]): Options {
  const values = new Map(args.map((arg) => arg.split('=', 2) as [string, string]));
  const number = (name: string, otherwise: number): number => {
    const value = Number(values.get(name) ?? otherwise);
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is not a whole number. ${USAGE}`);
    return value;
  };
  const unknown = [...values.keys()].find(
    (name) => !['SEEDS', 'EVENTS', 'FIRST_SEED', 'FAULTS', 'SHRINK'].includes(name),
  );
  if (unknown !== undefined) throw new Error(`${unknown} is unknown. ${USAGE}`);
  const firstSeed = number('FIRST_SEED', 1);
  return {
    firstSeed,
    seedCount: number('SEEDS', 300),
    eventCount: number('EVENTS', 20_000),
    faults: parsedFaults(values.get('FAULTS')),
    isShrinking: number('SHRINK', 0) === 1,
  };
}

function parsedFaults(text: string | undefined): readonly FaultKind[] | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return [];
  return text.split(',').map((name) => {
    const kind = FAULT_KINDS.find((each) => each === name);
    if (kind === undefined)
      throw new Error(`${name} is no kind of fault; there are: ${FAULT_KINDS.join(', ')}`);
    return kind;
  });
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const replay = (seed: number, eventCount: number, faults: readonly FaultKind[] | undefined): string =>
  `make sim SEEDS=1 FIRST_SEED=${seed} EVENTS=${eventCount}` +
  (faults === undefined ? '' : ` FAULTS=${faults.join(',') || 'none'}`);

function tell(result: RunResult, options: Options): void {
  const { failure, seed, lastEvents, members } = result;
  console.log(`\n${[...lastEvents, ...members].join('\n')}`);
  console.log(`seed ${seed} failed at event ${result.eventCount}, commit ${commit()}: ${failure}`);
  console.log(`again: ${replay(seed, options.eventCount, options.faults)}`);
  if (!options.isShrinking) return;
  const forced = options.faults === undefined ? undefined : new Set(options.faults);
  const { eventBudget, faults } = shrink(result, { faults: forced });
  console.log(`smaller: ${replay(seed, eventBudget, faults)}`);
}

async function main(args: readonly string[]): Promise<void> {
  const options = parsed(args);
  const { firstSeed, seedCount, eventCount, faults } = options;
  const orders = Array.from({ length: seedCount }, (_, nth) => ({
    seed: firstSeed + nth,
    eventCount,
    faults,
  }));
  let told = 0;
  const all = await runSeeds(orders, (result) => {
    if (result.failure === undefined) return;
    if (told++ < TOLD_FAILURES) tell(result, options);
    else console.log(`seed ${result.seed} failed: ${result.failure.split('\n')[0]}`);
  });
  const [only] = all.results;
  if (seedCount === 1 && only !== undefined) console.log(`seed ${only.seed}: ${only.digest}`);
  console.log(summaryOf(all));
  if (all.failed.length > 0) console.log(`failed seeds: ${all.failed.map(({ seed }) => seed).join(' ')}`);
  console.log(`${seedCount - all.failed.length} passed, ${all.failed.length} failed`);
  process.exitCode = all.failed.length === 0 && seedCount > 0 ? 0 : 1;
}

await main(process.argv.slice(2));
