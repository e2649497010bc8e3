/**
 * Three of our members beside three of etcd, on the same disk, with TLS on all lines: how many values of 256 bytes
 * they take per second from one client process, and how long each takes. `raft-*` is the log alone, with proposals over
 * one stream, each acknowledged after a quorum has flushed it and the leader has applied it; `api-*` is the whole
 * control plane, with unary calls of its API. The peer is measured once per round, with unary puts, for both.
 *
 * Each side of each round begins with empty folders, and the order changes from round to round.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from '../lab/command.js';
import { flushSentence, probeFlushes } from './bench-folder.js';
import type { ClientJob, ClientReport } from './consensus-client.js';
import type { StartTrio } from './consensus-trio.js';
import type { WriteTarget } from './consensus-writers.js';
import { startEtcdTrio } from './etcd-trio.js';
import { cpuMsOf } from './process-usage.js';
import { startRaftTrio } from './raft-trio.js';
import { type Benchmark, type CaseResult, median, type Note } from './result.js';
import { startSwarmdTrio } from './swarmd-trio.js';
import { Workshop } from './workshop.js';

const CLIENT = fileURLToPath(new URL('./consensus-client.js', import.meta.url));
const ROUNDS = 5;
const WRITER_COUNTS = [1, 64, 256] as const;
const VALUE_BYTES = 256;
/** Long enough for Node.js to have compiled what is hot in every process. */
const WARM_UP_MS = 2000;
const MEASURED_MS = 3000;
const CLIENT_WITHIN_MS = 120_000;
const IS_VERBOSE = process.env['BENCH_VERBOSE'] === '1';

const OURS = ['raft', 'api'] as const;
type Kind = (typeof OURS)[number] | 'etcd';
const KINDS: readonly Kind[] = ['etcd', ...OURS];
const START: Readonly<Record<Kind, StartTrio>> = {
  etcd: startEtcdTrio,
  raft: startRaftTrio,
  api: startSwarmdTrio,
};

const FIGURES = [
  { suffix: '', unit: 'writes/s', of: (report: ClientReport) => report.writesPerSecond },
  { suffix: '-p50', unit: 'ms', of: (report: ClientReport) => report.p50Ms },
  { suffix: '-p99', unit: 'ms', of: (report: ClientReport) => report.p99Ms },
] as const;

const caseOf = (kind: Kind, writerCount: number): string =>
  `${kind}-${writerCount}-writer${writerCount === 1 ? '' : 's'}`;

export const consensusBenchmark: Benchmark = {
  name: 'consensus',
  caseNames: OURS.flatMap((kind) =>
    WRITER_COUNTS.flatMap((count) => FIGURES.map(({ suffix }) => caseOf(kind, count) + suffix)),
  ),
  run: measureAll,
};

async function* measureAll(): AsyncGenerator<CaseResult | Note> {
  await using workshop = await Workshop.open('consensus');
  yield { note: flushSentence(await probeFlushes(workshop.folder)) };
  const reports = new Map<string, ClientReport[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed())
      for (const [caseName, report] of await measureSide(kind, round, workshop))
        reports.set(caseName, [...(reports.get(caseName) ?? []), report]);
  }
  yield* results(reports);
}

function* results(reports: ReadonlyMap<string, readonly ClientReport[]>): Generator<CaseResult> {
  for (const kind of OURS)
    for (const count of WRITER_COUNTS)
      for (const { suffix, unit, of } of FIGURES) {
        const medianOf = (whose: Kind): number => median((reports.get(caseOf(whose, count)) ?? []).map(of));
        yield { caseName: caseOf(kind, count) + suffix, ours: medianOf(kind), peer: medianOf('etcd'), unit };
      }
}

/** One side from its start to its end, with every number of writers. */
async function measureSide(
  kind: Kind,
  round: number,
  { folder, programs }: Workshop,
): Promise<readonly (readonly [string, ClientReport])[]> {
  const own = join(folder, `${round}-${kind}`);
  await mkdir(own);
  const { target, pids } = await START[kind](own, programs);
  const reports: [string, ClientReport][] = [];
  for (const count of WRITER_COUNTS) {
    const caseName = caseOf(kind, count);
    const before = await cpuMsOfEach(pids);
    const report = await measured(target, count).catch(async (error: unknown) => {
      throw new Error(`${caseName}: ${await programs.lastWords()}`, { cause: error });
    });
    const cpuMs = (await cpuMsOfEach(pids)).map((ms, at) => Math.round(ms - (before[at] ?? 0)));
    if (IS_VERBOSE) console.log(`  round ${round + 1} ${caseName} ${JSON.stringify({ ...report, cpuMs })}`);
    reports.push([caseName, report]);
  }
  await programs.killAll();
  await rm(own, { recursive: true, force: true });
  return reports;
}

/** A client process of its own each time, so that none has what another's run left in it. */
async function measured(target: WriteTarget, writerCount: number): Promise<ClientReport> {
  const job: ClientJob = {
    target,
    writerCount,
    valueBytes: VALUE_BYTES,
    warmUpMs: WARM_UP_MS,
    measuredMs: MEASURED_MS,
  };
  const args = [CLIENT, JSON.stringify(job)];
  const said = await mustRun(process.execPath, args, { timeoutMs: CLIENT_WITHIN_MS });
  return JSON.parse(said) as ClientReport;
}

async function cpuMsOfEach(pids: readonly number[]): Promise<readonly number[]> {
  return await Promise.all(pids.map((pid) => cpuMsOf([pid])));
}
