/**
 * Three of our members beside three of etcd, on the same disk, with TLS on all lines: how many values of 256 bytes
 * they take per second from one client process, and how long each takes. `raft-*` is the log alone, with proposals over
 * one stream, each acknowledged after a quorum has flushed it and the leader has applied it; `api-*` is the whole
 * control plane, with unary calls of its API. The peer is measured once per round, with unary puts, for both.
 *
 * Each side of each round begins with empty folders, and the order changes from round to round.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rm } from 'node:fs/promises';
import { runCommand } from '../lab/command.js';
import { flushSentence, makeFolderOnDisk, probeFlushes } from './bench-folder.js';
import type { ClientJob, ClientReport } from './consensus-client.js';
import type { ConsensusSide } from './consensus-side.js';
import type { WriteTarget } from './consensus-writers.js';
import { EtcdSide } from './etcd-side.js';
import { cpuMsOf } from './process-usage.js';
import { RaftSide } from './raft-side.js';
import { type Benchmark, type CaseResult, median, type Note } from './result.js';
import { SwarmdSide } from './swarmd-side.js';

const CLIENT = fileURLToPath(new URL('./consensus-client.js', import.meta.url));
const ROUNDS = 5;
const WRITER_COUNTS = [1, 64, 256] as const;
const VALUE_BYTES = 256;
/** Long enough for Node.js to have compiled what is hot in every process. */
const WARM_UP_MS = 2000;
const MEASURED_MS = 3000;
const CLIENT_WITHIN_MS = 60_000;
const IS_VERBOSE = process.env['BENCH_VERBOSE'] === '1';

const OURS = ['raft', 'api'] as const;
type Kind = (typeof OURS)[number] | 'etcd';
const KINDS: readonly Kind[] = ['etcd', ...OURS];

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
  const folder = await makeFolderOnDisk('consensus');
  const rack = new Rack(folder);
  // Not once: a terminal and the process above may both send one, and the second must not end the clean-up.
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => void rack.close().finally(() => process.exit(1)));
  try {
    yield { note: flushSentence(await probeFlushes(folder)) };
    const reports = new Map<string, ClientReport[]>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed())
        for (const [caseName, report] of await rack.measure(kind, round))
          reports.set(caseName, [...(reports.get(caseName) ?? []), report]);
    }
    yield* results(reports);
    yield { note: flushSentence(await probeFlushes(folder)) };
  } finally {
    await rack.close();
  }
}

function* results(reports: ReadonlyMap<string, readonly ClientReport[]>): Generator<CaseResult> {
  for (const kind of OURS)
    for (const count of WRITER_COUNTS)
      for (const { suffix, unit, of } of FIGURES) {
        const medianOf = (whose: Kind): number => median((reports.get(caseOf(whose, count)) ?? []).map(of));
        yield { caseName: caseOf(kind, count) + suffix, ours: medianOf(kind), peer: medianOf('etcd'), unit };
      }
}

/** The folder and the side that runs now. */
class Rack {
  readonly #folder: string;
  #side: ConsensusSide | undefined;
  #isClosed = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** One side from its start to its end, with every number of writers. */
  async measure(kind: Kind, round: number): Promise<readonly (readonly [string, ClientReport])[]> {
    const folder = join(this.#folder, `${round}-${kind}`);
    await mkdir(folder);
    const side = newSide(kind);
    this.#side = side;
    try {
      const target = await side.open(folder);
      const reports: [string, ClientReport][] = [];
      for (const count of WRITER_COUNTS) {
        const caseName = caseOf(kind, count);
        const report = await measured(side, target, count);
        if (IS_VERBOSE) console.log(`  round ${round + 1} ${caseName} ${JSON.stringify(report)}`);
        reports.push([caseName, report]);
      }
      return reports;
    } finally {
      if (!this.#isClosed) {
        await side.close();
        await rm(folder, { recursive: true, force: true });
      }
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#side?.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function newSide(kind: Kind): ConsensusSide {
  switch (kind) {
    case 'etcd':
      return new EtcdSide();
    case 'raft':
      return new RaftSide();
    case 'api':
      return new SwarmdSide();
  }
}

/** A client process of its own each time, so that none has what another's run left in it. */
async function measured(
  side: ConsensusSide,
  target: WriteTarget,
  writerCount: number,
): Promise<ClientReport & { readonly memberCpuMs: readonly number[] }> {
  const job: ClientJob = {
    target,
    writerCount,
    valueBytes: VALUE_BYTES,
    warmUpMs: WARM_UP_MS,
    measuredMs: MEASURED_MS,
  };
  const before = await cpuMsOfEach(side.pids());
  const args = [CLIENT, JSON.stringify(job)];
  const { exitCode, stdout, stderr } = await runCommand(process.execPath, args, {
    timeoutMs: CLIENT_WITHIN_MS,
  });
  if (exitCode !== 0)
    throw new Error(`${side.name}: the client ended with ${exitCode}: ${stderr}${await side.lastWords()}`);
  const after = await cpuMsOfEach(side.pids());
  const memberCpuMs = after.map((ms, at) => Math.round(ms - (before[at] ?? 0)));
  return { ...(JSON.parse(stdout) as ClientReport), memberCpuMs };
}

async function cpuMsOfEach(pids: readonly number[]): Promise<readonly number[]> {
  return await Promise.all(pids.map((pid) => cpuMsOf([pid])));
}
