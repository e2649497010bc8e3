/**
 * From "all tasks are pending in the store" to "a watcher has seen all of them assigned": the scheduler's
 * loop, as the manager runs it, starts at a store that holds the nodes and the tasks. Either all tasks are of
 * one service, or each is of a service of its own (`-one-off`), so that none can be placed with another.
 * Meanwhile the longest turn of the event loop is measured, and at the end the tasks must be spread evenly.
 */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { SchedulerLoop } from '../../control-plane/scheduler/scheduler-loop.js';
import type { ClusterView } from '../../control-plane/store/rules/view.js';
import type { Store } from '../../control-plane/store/store.js';
import type { Wakeup } from '../../control-plane/store/watch.js';
import { SystemClock } from '../../proto/base/clock.js';
import { silentLog } from '../../proto/base/log.js';
import { stateOf } from '../../proto/model/task.js';
import { aNode, aRevision, aService, aTask } from '../kit/builders.js';
import { commitAll } from '../kit/memory-store.js';
import { aBenchStore, createEach } from './bench-store.js';
import { type Benchmark, type CaseResult, median } from './result.js';

interface Scale {
  readonly caseName: string;
  readonly nodeCount: number;
  readonly taskCount: number;
  /** What the scheduler of moby/swarmkit took for as many nodes and tasks on such a machine; recorded once. */
  readonly recordedMs: number;
}

const SCALES: readonly Scale[] = [
  { caseName: '1k-nodes-1k-tasks', nodeCount: 1000, taskCount: 1000, recordedMs: 280 },
  { caseName: '1k-nodes-10k-tasks', nodeCount: 1000, taskCount: 10_000, recordedMs: 3500 },
  { caseName: '1k-nodes-100k-tasks', nodeCount: 1000, taskCount: 100_000, recordedMs: 22_000 },
  { caseName: '100k-nodes-1k-tasks', nodeCount: 100_000, taskCount: 1000, recordedMs: 33_000 },
];

interface Case extends Scale {
  readonly serviceCount: number;
}

const CASES: readonly Case[] = SCALES.flatMap((scale) => [
  { ...scale, serviceCount: 1 },
  { ...scale, serviceCount: scale.taskCount, caseName: `${scale.caseName}-one-off` },
]);
const ROUNDS = 3;
const MONITOR_RESOLUTION_MS = 1;

const longestTurnOf = (caseName: string): string => `${caseName}-longest-turn`;

export const schedulerBenchmark: Benchmark = {
  name: 'scheduler',
  caseNames: CASES.flatMap(({ caseName }) => [caseName, longestTurnOf(caseName)]),
  run: measureAll,
};

const clock = new SystemClock();

async function* measureAll(): AsyncGenerator<CaseResult> {
  for (const measuredCase of CASES) {
    const { caseName, recordedMs } = measuredCase;
    const rounds: Measured[] = [];
    // The first one finds the program cold, as no leader's is that has placed a few hundred tasks.
    for (let round = 0; round <= ROUNDS; round++) rounds.push(await measureRound(measuredCase));
    const warm = rounds.slice(1);
    const ours = median(warm.map(({ tookMs }) => tookMs));
    yield { caseName, ours, peer: recordedMs, isPeerRecorded: true, unit: 'ms' };
    const longestTurnMs = median(warm.map((measured) => measured.longestTurnMs));
    yield { caseName: longestTurnOf(caseName), ours: longestTurnMs, unit: 'ms' };
  }
}

interface Measured {
  readonly tookMs: number;
  readonly longestTurnMs: number;
}

async function measureRound(measured: Case): Promise<Measured> {
  const { taskCount } = measured;
  const store = await storeWith(measured);
  const reader = store.watch({ tables: ['task'] })[Symbol.asyncIterator]();
  await reader.next(); // Names what is there already.
  // What was left by making the store is not the scheduler's.
  globalThis.gc?.();
  const delays = await runningMonitor();
  const stop = new AbortController();
  const startedMs = clock.monotonicMs();
  const scheduler = new SchedulerLoop({}, { store, clock, log: silentLog }).run(stop.signal);
  const endedEarly = scheduler.then(() => Promise.reject(new Error('the scheduler has ended')));
  await Promise.race([allAssigned(reader, taskCount), endedEarly]);
  const tookMs = clock.monotonicMs() - startedMs;
  endedEarly.catch(() => undefined);
  await nextSample(delays); // The last turn counts.
  delays.disable();
  stop.abort();
  await scheduler;
  await reader.return?.();
  expectEvenSpread(store.view(), taskCount);
  return { tookMs, longestTurnMs: delays.max / 1e6 };
}

async function storeWith({ nodeCount, taskCount, serviceCount }: Case): Promise<Store> {
  const store = aBenchStore({ appliesIn: 'later-turn' });
  const replicas = taskCount / serviceCount;
  const serviceIds = Array.from({ length: serviceCount }, (_, i) => `service-${i}`);
  const spec = { mode: { kind: 'replicated', replicated: { replicas } } } as const;
  const tasks = Array.from({ length: taskCount }, (_, i) =>
    aTask({
      id: `task-${i}`,
      serviceId: `service-${i % serviceCount}`,
      slot: Math.floor(i / serviceCount) + 1,
      placement: undefined,
      status: { state: 'pending' },
    }),
  );
  await commitAll(store, [
    ...createEach(
      'service',
      serviceIds.map((id) => aService({ id, spec })),
    ),
    ...createEach(
      'revision',
      serviceIds.map((serviceId) => aRevision({ serviceId, spec })),
    ),
    ...createEach(
      'node',
      Array.from({ length: nodeCount }, (_, i) => aNode({ id: `node-${i}` })),
    ),
    ...createEach('task', tasks),
  ]);
  return store;
}

/** What it measures is the time between two of its samples, so it needs one before the work begins. */
async function runningMonitor(): Promise<IntervalHistogram> {
  const delays = monitorEventLoopDelay({ resolution: MONITOR_RESOLUTION_MS });
  delays.enable();
  await nextSample(delays);
  return delays;
}

async function nextSample(delays: IntervalHistogram): Promise<void> {
  const { count } = delays;
  while (delays.count === count) await clock.sleep(MONITOR_RESOLUTION_MS);
}

async function allAssigned(reader: AsyncIterator<Wakeup, undefined>, taskCount: number): Promise<void> {
  const assignedIds = new Set<string>();
  while (assignedIds.size < taskCount) {
    const { done, value } = await reader.next();
    if (done === true) throw new Error('the watch has ended');
    const { view, changed } = value;
    for (const id of changed.task) {
      const task = view.task(id);
      if (task !== undefined && stateOf(task) === 'assigned') assignedIds.add(id);
    }
  }
}

function expectEvenSpread(view: ClusterView, taskCount: number): void {
  let [placed, most, fewest] = [0, 0, Number.POSITIVE_INFINITY];
  for (const { id } of view.nodes()) {
    const count = view.tasksOnNode(id).length;
    placed += count;
    most = Math.max(most, count);
    fewest = Math.min(fewest, count);
  }
  if (placed !== taskCount) throw new Error(`${placed} of ${taskCount} tasks have a node`);
  if (most - fewest > 1) throw new Error(`one node has ${most} tasks, another ${fewest}`);
}
