/**
 * How long a manager with 100,000 tasks takes from the start of its process until it has read its snapshot and its
 * log, leads and answers a question about its tasks; and what it then holds in memory. The disk's cache is warm: what is
 * measured is our work.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember } from 'raft-ts/open-member.js';
import { openReplicatedStore } from '../../control-plane/manager/replicated-log.js';
import { group, update } from '../../control-plane/store/rules/change.js';
import type { Store } from '../../control-plane/store/store.js';
import { SystemClock } from '../../proto/base/clock.js';
import { ControlService, GetServiceRequestCodec } from '../../proto/gen/control.js';
import type { Task, TaskState } from '../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../kit/builders.js';
import { eventually } from '../kit/eventually.js';
import { commitAll } from '../kit/memory-store.js';
import { freePorts } from './bench-program.js';
import { createEach } from './bench-store.js';
import { BenchSwarmd } from './bench-swarmd.js';
import type { Programs } from './programs.js';
import { cpuMsOf, peakBytesOf, residentBytesOf } from './process-usage.js';
import { type Benchmark, type CaseResult, median, type Note } from './result.js';
import { Workshop } from './workshop.js';

const TASK_COUNT = 100_000;
const NODE_COUNT = 1000;
const SERVICE_COUNT = 20;
const TASKS_PER_SERVICE = TASK_COUNT / SERVICE_COUNT;
const ROUNDS = 5;
const START_WITHIN_MS = 60_000;
const IS_VERBOSE = process.env['BENCH_VERBOSE'] === '1';
const POLL_MS = 10;
const SNAPSHOT_WITHIN_MS = 120_000;
const FIRST_SNAPSHOT = '0000000000000001-';
const BYTES_PER_MB = 1e6;

const UNTIL_IT_LEADS = '100k-tasks';
const MEMORY = '100k-tasks-memory';
const PEAK_MEMORY = '100k-tasks-peak-memory';

export const startBenchmark: Benchmark = {
  name: 'start',
  caseNames: [UNTIL_IT_LEADS, MEMORY, PEAK_MEMORY],
  run: measureAll,
};

interface Started {
  readonly tookSeconds: number;
  readonly residentMb: number;
  readonly peakMb: number;
}

async function* measureAll(): AsyncGenerator<CaseResult | Note> {
  await using workshop = await Workshop.open('start');
  const { folder, programs } = workshop;
  const [port = 0] = await freePorts(1);
  const stateFolder = join(folder, 'm1');
  await beginCluster(stateFolder, port, programs);
  await fill(stateFolder);
  yield { note: await describeLog(stateFolder) };
  const rounds: Started[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await startOnce(stateFolder, port, programs));
  const medianOf = (of: (started: Started) => number): number => median(rounds.map(of));
  yield { caseName: UNTIL_IT_LEADS, ours: medianOf(({ tookSeconds }) => tookSeconds), unit: 's' };
  yield { caseName: MEMORY, ours: medianOf(({ residentMb }) => residentMb), unit: 'MB' };
  yield { caseName: PEAK_MEMORY, ours: medianOf(({ peakMb }) => peakMb), unit: 'MB' };
}

async function beginCluster(folder: string, port: number, programs: Programs): Promise<void> {
  const swarmd = await BenchSwarmd.start(folder, port, programs);
  await swarmd.ready();
  await swarmd.init();
  await swarmd.kill();
}

/**
 * Through the product's own store and log: every task is made, placed, and becomes running. Then the snapshot that
 * is due by the product's own rule is waited for, and every task is reported once more, so that there is a log after it.
 */
async function fill(stateFolder: string): Promise<void> {
  const directory = logFolderIn(stateFolder);
  const { store, replicator } = await openReplicatedStore(
    {},
    {
      clock: new SystemClock(),
      openReplicator: (stateMachine) => openMember({ directory }, { disk: new NodeDisk(), stateMachine }),
    },
  );
  try {
    await storeTasks(store);
    await eventually('a snapshot was taken', () => readdir(directory), hasSnapshot, {
      withinMs: SNAPSHOT_WITHIN_MS,
    });
    await reportAll(store, 'running');
  } finally {
    await replicator.close();
  }
}

async function storeTasks(store: Store): Promise<void> {
  const services = Array.from({ length: SERVICE_COUNT }, (_, at) => `service${at}`);
  const spec = { mode: { kind: 'replicated', replicated: { replicas: TASKS_PER_SERVICE } } } as const;
  const nodes = Array.from({ length: NODE_COUNT }, (_, at) => aNode({ id: nodeOf(at) }));
  const tasks = Array.from({ length: TASK_COUNT }, (_, at) => aPendingTask(at));
  await commitAll(store, createEach('node', nodes));
  await commitAll(
    store,
    createEach(
      'service',
      services.map((id) => aService({ id, spec: { ...spec, name: id } })),
    ),
  );
  await commitAll(
    store,
    createEach(
      'revision',
      services.map((serviceId) => aRevision({ serviceId, spec: { ...spec, name: serviceId } })),
    ),
  );
  await commitAll(store, createEach('task', tasks));
  await commitAll(
    store,
    tasks.map(({ id }, at) =>
      group([update('task', id, 'placement', { placement: { nodeId: nodeOf(at), generic: [] } })]),
    ),
  );
  await reportAll(store, 'assigned');
  await reportAll(store, 'running');
}

async function reportAll(store: Store, state: TaskState): Promise<void> {
  const { status } = aTask({ status: { state } });
  const groups = Array.from(store.view().tasks(), ({ id }) =>
    group([update('task', id, 'status', { status })]),
  );
  await commitAll(store, groups);
}

/** Beside the one with which a cluster begins, which is of index 1. */
const hasSnapshot = (names: readonly string[]): boolean =>
  names.some((name) => name.endsWith('.snap') && !name.startsWith(FIRST_SNAPSHOT));

const nodeOf = (at: number): string => `node${at % NODE_COUNT}`;

function aPendingTask(at: number): Task {
  return aTask({
    id: `task${String(at).padStart(8, '0')}`,
    serviceId: `service${Math.floor(at / TASKS_PER_SERVICE)}`,
    slot: (at % TASKS_PER_SERVICE) + 1,
    placement: undefined,
    status: { state: 'pending' },
  });
}

const logFolderIn = (stateFolder: string): string => join(stateFolder, 'raft/log');

async function describeLog(stateFolder: string): Promise<string> {
  const folder = logFolderIn(stateFolder);
  const names = (await readdir(folder)).toSorted();
  const sizes = await Promise.all(
    names.map(
      async (name) => `${name} ${((await stat(join(folder, name))).size / BYTES_PER_MB).toFixed(1)} MB`,
    ),
  );
  return `${TASK_COUNT} tasks on ${NODE_COUNT} nodes, from ${sizes.join(', ')}`;
}

async function startOnce(stateFolder: string, port: number, programs: Programs): Promise<Started> {
  const startedMs = performance.now();
  const swarmd = await BenchSwarmd.start(stateFolder, port, programs);
  await eventually('the manager leads and knows its tasks', () => isLeading(swarmd), Boolean, {
    withinMs: START_WITHIN_MS,
    pollMs: POLL_MS,
  }).catch(async (error: unknown) => {
    throw new Error(`${String(error)}\n${await programs.lastWords()}`, { cause: error });
  });
  const tookSeconds = (performance.now() - startedMs) / 1000;
  const pid = await swarmd.controlPlanePid();
  if (IS_VERBOSE)
    console.log(
      `  ${tookSeconds.toFixed(2)} s, of the control plane's processor ${Math.round(await cpuMsOf([pid]))} ms`,
    );
  const residentMb = (await residentBytesOf([pid])) / BYTES_PER_MB;
  const peakMb = (await peakBytesOf(pid)) / BYTES_PER_MB;
  await swarmd.kill();
  return { tookSeconds, residentMb, peakMb };
}

/** A read that only a leader answers; every task counts. */
async function isLeading(swarmd: BenchSwarmd): Promise<boolean> {
  const request = GetServiceRequestCodec.create({ ref: `service${SERVICE_COUNT - 1}` });
  const { entry } = await swarmd.control((channel) => channel.client(ControlService).getService(request));
  return entry?.runningTasks === TASKS_PER_SERVICE;
}
