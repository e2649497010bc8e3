/**
 * From "all tasks of a service are pending in the store" to "a watcher has seen all of them assigned": the
 * scheduler's loop, as the manager runs it, starts at a store that holds the nodes and the tasks. Meanwhile
 * the longest turn of the event loop is measured, and at the end the tasks must be spread evenly.
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

const CASES = [
  { caseName: '1k-nodes-1k-tasks', nodeCount: 1000, taskCount: 1000 },
  { caseName: '1k-nodes-10k-tasks', nodeCount: 1000, taskCount: 10_000 },
];
const ROUNDS = 5;
const MONITOR_RESOLUTION_MS = 1;

const longestTurnOf = (caseName: string): string => `${caseName}-longest-turn`;

export const schedulerBenchmark: Benchmark = {
  name: 'scheduler',
  caseNames: CASES.flatMap(({ caseName }) => [caseName, longestTurnOf(caseName)]),
  run: measureAll,
};

const clock = new SystemClock();

async function* measureAll(): AsyncGenerator<CaseResult> {
  for (const { caseName, nodeCount, taskCount } of CASES) {
    const rounds: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(nodeCount, taskCount));
    yield { caseName, ours: median(rounds.map(({ tookMs }) => tookMs)), unit: 'ms' };
    const longestTurnMs = median(rounds.map((measured) => measured.longestTurnMs));
    yield { caseName: longestTurnOf(caseName), ours: longestTurnMs, unit: 'ms' };
  }
}

interface Measured {
  readonly tookMs: number;
  readonly longestTurnMs: number;
}

async function measureRound(nodeCount: number, taskCount: number): Promise<Measured> {
  const store = await storeWith(nodeCount, taskCount);
  const reader = store.watch({ tables: ['task'] })[Symbol.asyncIterator]();
  await reader.next(); // Names what is there already.
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

async function storeWith(nodeCount: number, taskCount: number): Promise<Store> {
  const store = aBenchStore({ appliesIn: 'later-turn' });
  const nodes = Array.from({ length: nodeCount }, (_, i) => aNode({ id: `node-${i}` }));
  const spec = { mode: { kind: 'replicated', replicated: { replicas: taskCount } } } as const;
  const tasks = Array.from({ length: taskCount }, (_, i) =>
    aTask({ id: `task-${i}`, slot: i + 1, placement: undefined, status: { state: 'pending' } }),
  );
  await commitAll(store, [
    ...createEach('service', [aService({ spec })]),
    ...createEach('revision', [aRevision({ spec })]),
    ...createEach('node', nodes),
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
  const counts = Array.from(view.nodes(), ({ id }) => view.tasksOnNode(id).length);
  const placed = counts.reduce((sum, count) => sum + count, 0);
  const [most, fewest] = [Math.max(...counts), Math.min(...counts)];
  if (placed !== taskCount) throw new Error(`${placed} of ${taskCount} tasks have a node`);
  if (most - fewest > 1) throw new Error(`one node has ${most} tasks, another ${fewest}`);
}
