/**
 * `make mutants`: plants one bug after the other in the Raft package and runs its tests, which must fail each
 * time. Says which test killed which, and closes with how many were killed. Fails if one survives, or if the
 * tests fail without any.
 *
 * Two at a time: a run of the tests uses one processor.
 */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CORE_SPECS, type Mutant, MUTANTS } from './mutants.js';
import { Workbench } from './workbench.js';

const TIMEOUT_MS = 60_000;

type Verdict =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  /** A mutant with which no test could run has proven nothing. */
  | { readonly kind: 'broken'; readonly output: string };

/** What of mocha's report is used. */
interface Report {
  readonly stats: { readonly passes: number };
  readonly failures: readonly { readonly fullTitle: string }[];
}

async function main(words: readonly string[]): Promise<number> {
  const mutants = MUTANTS.filter(({ bug }) => words.every((word) => bug.includes(word)));
  if (mutants.length === 0) throw new Error(`no mutant is called so: ${words.join(' ')}`);
  await using first = await Workbench.make();
  const specs = [...new Set(mutants.flatMap((mutant) => mutant.specs ?? CORE_SPECS))];
  const healthy = await runTests(first, specs);
  if (healthy.kind !== 'survived') {
    console.error(`the tests fail without any mutant: ${describeVerdict(healthy)}`);
    return 1;
  }
  await using second = await Workbench.make();
  const benches = availableParallelism() > 1 ? [first, second] : [first];
  const killed = await tryAll(benches, mutants);
  console.log(`${killed} of ${mutants.length} killed`);
  return killed === mutants.length ? 0 : 1;
}

/** How many were killed. */
async function tryAll(benches: readonly Workbench[], mutants: readonly Mutant[]): Promise<number> {
  let killed = 0;
  const waiting = [...mutants];
  const work = async (bench: Workbench): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const verdict = await tryOne(bench, mutant);
      killed += verdict.kind === 'killed' ? 1 : 0;
      console.log(`${mutant.bug}: ${describeVerdict(verdict)}`);
    }
  };
  await Promise.all(benches.map(work));
  return killed;
}

async function tryOne(bench: Workbench, mutant: Mutant): Promise<Verdict> {
  const takeOut = await bench.plant(mutant);
  try {
    return await runTests(bench, mutant.specs ?? CORE_SPECS);
  } finally {
    await takeOut();
  }
}

/** Runs them until the first failure. */
async function runTests(bench: Workbench, specs: readonly string[]): Promise<Verdict> {
  const reportFile = join(bench.folder, 'report.json');
  await rm(reportFile, { force: true });
  const mocha = [join('node_modules', 'mocha', 'bin', 'mocha.js'), '--bail', '--no-color'];
  const reporting = ['--reporter', 'json', '--reporter-option', `output=${reportFile}`];
  const child = spawn(
    process.execPath,
    [...mocha, ...reporting, ...specs.flatMap((spec) => ['--spec', spec])],
    // A group of its own: mocha starts a process for its tests, which must not outlive it.
    { cwd: bench.folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  let isOverdue = false;
  const timer = setTimeout(() => {
    isOverdue = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, TIMEOUT_MS);
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  clearTimeout(timer);
  if (isOverdue) return { kind: 'killed', by: `a test that does not end within ${TIMEOUT_MS / 1000} s` };
  const report = await takeReport(reportFile);
  const [failure] = report?.failures ?? [];
  if (failure !== undefined) return { kind: 'killed', by: failure.fullTitle };
  if (report === undefined || report.stats.passes === 0)
    return { kind: 'broken', output: Buffer.concat(pieces).toString('utf8').slice(-2000) };
  return { kind: 'survived' };
}

/** Undefined when the tests did not come so far. */
async function takeReport(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'killed':
      return `killed by ${verdict.by}`;
    case 'survived':
      return 'SURVIVED';
    case 'broken':
      return `NOT TESTED, the tests did not run: ${verdict.output}`;
    default:
      return verdict satisfies never;
  }
}

process.exitCode = await main(process.argv.slice(2));
