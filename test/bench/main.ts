/**
 * Runs all benchmarks, or the one that is named, prints a line for each result and keeps the lines in
 * bench-results.txt. Each benchmark has a process of its own, so that none inherits another's heap. Ends with
 * an exit code other than 0 when one of them failed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { cliBenchmark } from './cli.js';
import { clusterBenchmark } from './cluster.js';
import { consensusBenchmark } from './consensus.js';
import { deployBenchmark } from './deploy.js';
import { failoverBenchmark } from './failover.js';
import { idleBenchmark } from './idle.js';
import { logBenchmark } from './log.js';
import { type Benchmark, keptLines, lineOf, noteLineOf } from './result.js';
import { networkBenchmark } from './network.js';
import { schedulerBenchmark } from './scheduler.js';
import { startBenchmark } from './start.js';
import { storeBenchmark } from './store.js';

const BENCHMARKS: readonly Benchmark[] = [
  logBenchmark,
  storeBenchmark,
  schedulerBenchmark,
  consensusBenchmark,
  startBenchmark,
  clusterBenchmark,
  failoverBenchmark,
  deployBenchmark,
  networkBenchmark,
  cliBenchmark,
  idleBenchmark,
];

const RESULTS_FILE = 'bench-results.txt';
const USAGE_EXIT_CODE = 2;

async function main(name: string): Promise<number> {
  if (name === '') return await runAll();
  const benchmark = BENCHMARKS.find((candidate) => candidate.name === name);
  if (benchmark !== undefined) return await runOne(benchmark);
  const names = BENCHMARKS.map((known) => known.name);
  console.error(`no benchmark is named "${name}"; there are: ${names.join(', ')}`);
  return USAGE_EXIT_CODE;
}

async function runAll(): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const failed: string[] = [];
  for (const { name } of BENCHMARKS) {
    const program = spawn(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
    const end = (): void => void program.kill('SIGTERM');
    stop.signal.addEventListener('abort', end);
    const [exitCode] = await once(program, 'close');
    stop.signal.removeEventListener('abort', end);
    if (stop.signal.aborted) return 1;
    if (exitCode !== 0) failed.push(name);
  }
  if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

async function runOne(benchmark: Benchmark): Promise<number> {
  const missing = new Set(benchmark.caseNames);
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  try {
    for await (const result of benchmark.run()) {
      if ('note' in result) {
        keep(noteLineOf(benchmark.name, result));
        continue;
      }
      if (!missing.delete(result.caseName)) throw new Error(`the case ${result.caseName} was not expected`);
      keep(lineOf(benchmark.name, result));
    }
    if (missing.size > 0) throw new Error(`not measured: ${[...missing].join(', ')}`);
    return 0;
  } catch (error) {
    console.error(`bench ${benchmark.name} failed:`, error);
    return 1;
  } finally {
    const kept = await readFile(RESULTS_FILE, 'utf8').catch(() => '');
    await writeFile(RESULTS_FILE, `${keptLines(kept.split('\n'), benchmark.name, lines).join('\n')}\n`);
  }
}

process.exitCode = await main(process.argv[2] ?? '');
