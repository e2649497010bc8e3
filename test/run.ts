/**
 * Runs the checks and test suites of `make check`, `make test` and `make soak`, shows what each prints, and closes with
 * one line that adds them all up. A step that ends without saying what it ran has failed. What prints beside another step
 * is shown when it has ended.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** How its result is counted: a check is one, a suite is as many as its tests. */
  readonly kind: 'check' | 'suite';
  readonly timeoutMs: number;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

interface Outcome extends Count {
  readonly step: Step;
  readonly seconds: number;
  /** What it said of its failures; empty when nothing failed. */
  readonly complaint: string;
}

/** Steps, and how many of them at a time. */
interface Phase {
  readonly steps: readonly Step[];
  readonly atOnce: number;
}

const MINUTE_MS = 60_000;
/** Lines. */
const LONGEST_COMPLAINT = 100;

const check = (name: string, ...command: string[]): Step => ({
  name,
  command,
  kind: 'check',
  timeoutMs: 3 * MINUTE_MS,
});
const suite = (name: string, minutes: number, ...specs: string[]): Step => ({
  name,
  command: ['npx', '--no-install', 'mocha', '--no-color', ...specs.flatMap((spec) => ['--spec', spec])],
  kind: 'suite',
  timeoutMs: minutes * MINUTE_MS,
});

const CHECKS: readonly Step[] = [
  check('types', 'npx', '--no-install', 'tsc', '-b'),
  check('lint', 'npx', '--no-install', 'oxlint', '--type-aware', '--deny-warnings'),
  check('format', 'npx', '--no-install', 'biome', 'format', '.'),
  check('unused code', 'npx', '--no-install', 'knip', '--no-progress'),
  check('generated code is up to date', 'node', 'proto/generator/generate.mjs', '--check'),
  suite('house', 3, 'dist/test/house/**/*.test.js'),
  suite('rules', 8, 'dist/test/rules/**/*.test.js', 'dist/test/kit/**/*.test.js'),
  suite('simulation', 15, 'dist/test/sim/**/*.test.js'),
  suite('files', 12, 'dist/test/files/**/*.test.js'),
  suite('wire', 12, 'dist/test/wire/**/*.test.js'),
];

/** Says nothing of the code, but of its tests: needed where a change is to be accepted, not after each edit. */
const MUTANTS: readonly Step[] = [
  { ...check('mutants', 'node', 'dist/test/mutants/main.js'), timeoutMs: 6 * MINUTE_MS },
];

const LAB_FOLDER = 'dist/test/e2e';
/** Those that mostly wait, for times that the product names, and leave the processors to another one; longest first. */
const PATIENT = [
  'node-moves',
  'external-store',
  'engine-restart',
  'docker-runtime',
  'engines',
  'modes',
  'waiting',
];
const real = (name: string): Step => suite(`real engines: ${name}`, 12, join(LAB_FOLDER, `${name}.test.js`));
/** Most of them measure times, or keep the processors busy. */
const OTHERS = readdirSync(LAB_FOLDER)
  .filter((name) => name.endsWith('.test.js'))
  .map((name) => basename(name, '.test.js'))
  .filter((name) => !PATIENT.includes(name));
const AT_ONCE = Math.min(2, availableParallelism());

/** Too long for every change: hours in all. */
const SOAK: readonly Step[] = [suite('soak', 300, 'dist/test/soak/**/*.test.js')];

const MODES: Readonly<Record<string, readonly Phase[]>> = {
  check: [{ steps: CHECKS, atOnce: 1 }],
  test: [
    { steps: [...CHECKS, ...MUTANTS], atOnce: AT_ONCE },
    { steps: PATIENT.map(real), atOnce: AT_ONCE },
    { steps: OTHERS.map(real), atOnce: 1 },
  ],
  soak: [{ steps: SOAK, atOnce: 1 }],
};

/** Of suites, `only` leaves the tests that have these words in their title. */
async function main(name: string, only: string | undefined): Promise<number> {
  const phases = MODES[name];
  if (phases === undefined)
    throw new Error(`usage: run.js ${Object.keys(MODES).join('|')} [words of a test's title]`);
  const outcomes: Outcome[] = [];
  for (const { steps, atOnce } of phases)
    outcomes.push(
      ...(await runAll(only === undefined ? steps : steps.map((each) => narrowed(each, only)), atOnce)),
    );
  let total: Count = { passed: 0, failed: 0, skipped: [] };
  for (const outcome of outcomes) total = add(total, outcome);
  if (skipsAreFailures()) total = { ...total, failed: total.failed + total.skipped.length };
  // Again at the end, where one looks first, and which is all that some keep of the output.
  const complaints = outcomes
    .filter(({ complaint }) => complaint !== '')
    .map(({ step, complaint }) => `--- ${step.name}\n${complaint}`);
  console.log(`\n${[...complaints, ...outcomes.flatMap(summaryOf)].join('\n')}`);
  for (const title of total.skipped) console.log(`skipped: ${title}`);
  const skipped = total.skipped.length > 0 && !skipsAreFailures() ? `, ${total.skipped.length} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** In their order, so many at a time. */
async function runAll(steps: readonly Step[], atOnce: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...steps.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, step] = next;
      outcomes[at] = await run(step, atOnce === 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

function summaryOf({ step, seconds, passed, failed, complaint }: Outcome): readonly string[] {
  const verdict = failed === 0 ? 'ok    ' : 'FAILED';
  return [
    `${verdict} ${step.name}: ${passed} passed, ${failed} failed, ${seconds} s`,
    ...failuresIn(complaint),
  ];
}

function narrowed(step: Step, only: string): Step {
  return step.kind === 'check' ? step : { ...step, command: [...step.command, '--fgrep', only] };
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] };
}

/** As root on Debian everything can run, so what did not run is a failure; elsewhere skips are counted and named. */
function skipsAreFailures(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function run(step: Step, isAlone: boolean): Promise<Outcome> {
  const startedMs = performance.now();
  const heading = `\n=== ${step.name}`;
  if (isAlone) console.log(heading);
  const { code, output } = await capture(step, isAlone);
  if (!isAlone) process.stdout.write(`${heading}\n${output}`);
  const count = countOf(step, code, output);
  const seconds = Math.round((performance.now() - startedMs) / 1_000);
  return { ...count, step, seconds, complaint: count.failed === 0 ? '' : complaintIn(output) };
}

/** The runner's account of the failures, or else the end of the output. */
function complaintIn(output: string): string {
  const lines = output.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => /^ {2}\d+ failing/.test(line));
  return (at < 0 ? lines.slice(-LONGEST_COMPLAINT) : lines.slice(at, at + LONGEST_COMPLAINT)).join('\n');
}

/** One line for each test that failed: its names and the first line of why. */
function failuresIn(complaint: string): readonly string[] {
  const account = /^ {2}\d+\) ((?:.+\n)+?.*:)\n+ *(\S.*)$/gm;
  return [...complaint.matchAll(account)].map(([, names = '', reason = '']) => {
    const title = names.split('\n').map((name) => name.trim());
    return `       ${title.join(' ')} ${reason}`;
  });
}

function countOf(step: Step, code: number, output: string): Count {
  if (step.kind === 'check')
    return code === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
  const numberBefore = (word: string): number =>
    Number(new RegExp(`^ {2}(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const passed = numberBefore('passing');
  const failed = numberBefore('failing');
  // As many as the runner counted, named where its output names them.
  const titles = [...output.matchAll(/^ +- (.+)$/gm)].map((match) => match[1]);
  const skipped = Array.from(
    { length: numberBefore('pending') },
    (_, at) => `${step.name}: ${titles[at] ?? 'unnamed'}`,
  );
  // A crash, a time-out or an empty suite leaves no failure to count: count the step itself.
  const unexplained = failed === 0 && (code !== 0 || passed + skipped.length === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped };
}

async function capture(step: Step, isShown: boolean): Promise<{ code: number; output: string }> {
  const [program = '', ...args] = step.command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const pieces: string[] = [];
  const hear = (piece: string): void => {
    pieces.push(piece);
    if (isShown) process.stdout.write(piece);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const timer = setTimeout(() => {
    hear(`${step.name} did not end within ${step.timeoutMs / MINUTE_MS} minutes\n`);
    // The whole process group: a runner's children must not outlive it.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, step.timeoutMs);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(timer);
  return { code, output: pieces.join('') };
}

process.exitCode = await main(process.argv[2] ?? '', process.argv[3]);
