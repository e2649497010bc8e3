/**
 * Runs the checks and test suites of `make check` and `make test`, shows what each prints, and closes with
 * one line that adds them all up. A step that ends without saying what it ran has failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

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
  /** What it said of its failures; empty when nothing failed. */
  readonly complaint: string;
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

const REAL: readonly Step[] = [suite('real engines', 45, 'dist/test/e2e/**/*.test.js')];

const MODES: Readonly<Record<string, readonly Step[]>> = {
  check: CHECKS,
  test: [...CHECKS, ...MUTANTS, ...REAL],
};

async function main(mode: string): Promise<number> {
  const steps = MODES[mode];
  if (steps === undefined) throw new Error(`usage: run.js ${Object.keys(MODES).join('|')}`);
  const summary: string[] = [];
  const complaints: string[] = [];
  let total: Count = { passed: 0, failed: 0, skipped: [] };
  for (const step of steps) {
    console.log(`\n=== ${step.name}`);
    const { complaint, ...count } = await run(step);
    if (complaint !== '') complaints.push(`--- ${step.name}\n${complaint}`);
    summary.push(
      `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name}: ${count.passed} passed, ${count.failed} failed`,
      ...failuresIn(complaint),
    );
    total = add(total, count);
  }
  if (skipsAreFailures())
    total = { ...total, failed: total.failed + total.skipped.length, skipped: total.skipped };
  // Again at the end, where one looks first, and which is all that some keep of the output.
  console.log(`\n${[...complaints, ...summary].join('\n')}`);
  for (const title of total.skipped) console.log(`skipped: ${title}`);
  const skipped = total.skipped.length > 0 && !skipsAreFailures() ? `, ${total.skipped.length} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] };
}

/** As root on Debian everything can run, so what did not run is a failure; elsewhere skips are counted and named. */
function skipsAreFailures(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function run(step: Step): Promise<Outcome> {
  const { code, output } = await capture(step);
  const count = countOf(step, code, output);
  return { ...count, complaint: count.failed === 0 ? '' : complaintIn(output) };
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

async function capture(step: Step): Promise<{ code: number; output: string }> {
  const [program = '', ...args] = step.command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => {
      pieces.push(piece);
      process.stdout.write(piece);
    });
  }
  const timer = setTimeout(() => {
    console.log(`${step.name} did not end within ${step.timeoutMs / MINUTE_MS} minutes`);
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

process.exitCode = await main(process.argv[2] ?? '');
