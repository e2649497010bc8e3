/**
 * How long a user waits for swarmctl beyond what every program of Node.js needs to start: for its help, and for a
 * list of the services of a manager on this machine. The three programs take turns, so that whatever else the machine
 * does meets all of them alike.
 */
import { fileURLToPath } from 'node:url';
import { mustRun } from '../lab/command.js';
import { hostEnv } from '../lab/host.js';
import type { LabCluster } from '../lab/cluster.js';
import { onCluster } from './bench-cluster.js';
import { type Benchmark, type CaseResult, median } from './result.js';

const ROUNDS = 31;
const WARM_UP_ROUNDS = 2;
const PROGRAM = fileURLToPath(new URL('../../../bin/swarmctl', import.meta.url));

const EMPTY = ['--eval', '0'];
const HELP = ['--', PROGRAM, '--help'];
const SERVICE_LS = ['--', PROGRAM, 'service', 'ls'];

export const cliBenchmark: Benchmark = {
  name: 'cli',
  caseNames: ['help-over-node', 'service-ls-over-node'],
  run: () => onCluster(measureOn),
};

async function* measureOn({ lab, manager }: LabCluster): AsyncGenerator<CaseResult> {
  const env = hostEnv(lab.id, manager.name);
  const rounds: { readonly emptyMs: number; readonly helpMs: number; readonly serviceLsMs: number }[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++)
    rounds.push({
      emptyMs: await timeOf(EMPTY, env),
      helpMs: await timeOf(HELP, env),
      serviceLsMs: await timeOf(SERVICE_LS, env),
    });
  const measured = rounds.slice(WARM_UP_ROUNDS);
  const emptyMs = median(measured.map((round) => round.emptyMs));
  const over = (ms: readonly number[]): number => Math.max(0, median(ms) - emptyMs);
  yield { caseName: 'help-over-node', ours: over(measured.map(({ helpMs }) => helpMs)), unit: 'ms' };
  yield {
    caseName: 'service-ls-over-node',
    ours: over(measured.map(({ serviceLsMs }) => serviceLsMs)),
    unit: 'ms',
  };
}

/** From the start of the program until it has ended and all it said is here. Fails when the program does. */
async function timeOf(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const startedMs = performance.now();
  // With the environment of a lab's host: one of the caller's with certificates to read would slow down every start.
  await mustRun(process.execPath, args, { env });
  return performance.now() - startedMs;
}
