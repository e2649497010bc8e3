/**
 * Jobs: tasks that are to complete, so many times or once on each node, in runs. Each new revision of a job without
 * a schedule is a run, which replaces those before it; one with a schedule runs when that says so. A run keeps the
 * revision it was begun with. What fails is tried again as the restart policy says; a slot that has no attempts left
 * is given up, the others go on, and the run has failed when nothing of it is left to do. Completions are counted by
 * slot, from 1 to the total, so that none is counted twice.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { JobRun, ReplicatedJobMode, ServiceRuns, Task } from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import { isEligible } from '../../../proto/model/node-share.js';
import { stateOf } from '../../../proto/model/task.js';
import { group, unchanged } from '../../store/rules/change.js';
import { historyLimit } from './clean-up.js';
import { type Decision, decision, together } from './decision.js';
import { firstInSlot, MOST_NEW_TASKS } from './first-task.js';
import { activeRuns, type RunEnd, runsOf, withEnds, withRun, writtenRuns } from './job-runs.js';
import { decideSlots } from './kept-slots.js';
import { isToBeRemoved, stop, stopChecks } from './leaving.js';
import { fill, nodeShares } from './per-node.js';
import { smallestFree } from './replicated.js';
import { restartSlot, startSlot } from './restart.js';
import type { SlotDecision } from './restart.js';
import { followSchedule } from './schedule.js';
import { contextOf, slotsOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { isPast } from './staying.js';

const COMPLETED = { reason: 'ended', end: 'shutdown' } as const;
const REPLACED = { reason: 'run replaced', end: 'remove' } as const;
const OLD_RUN = { reason: 'run no longer kept', end: 'remove' } as const;

/** What to do now about a job. */
export function decideJob(context: ServiceContext, tasks: readonly Task[]): Decision {
  const { service, spec } = context;
  const { runs } = runsOf(service);
  if (spec.schedule === undefined && runs.at(-1)?.revision !== service.revision)
    return decision([writtenRuns(context, runAskedFor(context))]);
  const tasksByRun = byRun(tasks);
  const stopping = stoppingOf(context, tasksByRun);
  const decided = activeRuns(service).map((run) =>
    decideRun(context, { run, stopping }, tasksByRun.get(run.number) ?? []),
  );
  const ends = decided.flatMap(({ end }) => end ?? []);
  // What has ended is no obstacle to what is due: that is looked at once the end is written.
  const due = ends.length === 0 ? followSchedule(context) : { groups: [] };
  if (due.groups.length > 0) return due;
  const ended = ends.length === 0 ? [] : [writtenRuns(context, withEnds(context, ends))];
  return together([...decided, { groups: ended }, due, { groups: forgetRuns(context, tasksByRun) }]);
}

function runAskedFor(context: ServiceContext): ServiceRuns {
  const runs = withRun(context, { scheduledAtMs: 0, isReplacing: true });
  // A schedule that comes later begins anew, whatever the clock was when the last one was followed.
  return { ...runs, scheduledUntilMs: 0 };
}

function byRun(tasks: readonly Task[]): ReadonlyMap<number, readonly Task[]> {
  const tasksByRun = new Map<number, Task[]>();
  for (const task of tasks) {
    const ofRun = tasksByRun.get(task.run);
    if (ofRun === undefined) tasksByRun.set(task.run, [task]);
    else ofRun.push(task);
  }
  return tasksByRun;
}

/** A run under way. */
interface Going {
  readonly run: JobRun;
  /** Tasks of replaced runs that may run still: each holds up one of this run, so that no more run than should. */
  readonly stopping: readonly Task[];
}

function stoppingOf(
  context: ServiceContext,
  tasksByRun: ReadonlyMap<number, readonly Task[]>,
): readonly Task[] {
  return runsOf(context.service)
    .runs.filter(({ state }) => state === 'replaced')
    .flatMap(({ number }) => tasksByRun.get(number) ?? [])
    .filter((task) => !isPast(context, task))
    .toSorted((a, b) => runsFirst(a) - runsFirst(b) || a.slot - b.slot || (a.id < b.id ? -1 : 1));
}

// What only waited for a run before its own never ran.
function runsFirst(task: Task): number {
  return stateOf(task) === 'running' ? 0 : 1;
}

interface RunDecision extends Decision {
  readonly end?: RunEnd | undefined;
}

function decideRun(context: ServiceContext, going: Going, tasks: readonly Task[]): RunDecision {
  const { run } = going;
  const { view, service } = context;
  const spec =
    run.revision === service.revision ? context.spec : view.revision(service.id, run.revision)?.spec;
  const end = (state: RunEnd['state'], message: string): RunEnd => ({ number: run.number, state, message });
  // Its tasks, and how they are made, are those of its own revision.
  const ofRun =
    spec && contextOf({ ...context, spec, service: { ...service, revision: run.revision, spec } });
  if (ofRun?.spec.mode?.kind === 'replicatedJob')
    return decideReplicatedRun(ofRun, going, slotsOf(ofRun, tasks), ofRun.spec.mode.replicatedJob, end);
  if (ofRun?.spec.mode?.kind === 'globalJob')
    return decideGlobalRun(ofRun, going, slotsOf(ofRun, tasks), end);
  return { groups: [], end: end('failed', `revision ${run.revision} is no longer kept`) };
}

type EndOf = (state: RunEnd['state'], message: string) => RunEnd;

function decideReplicatedRun(
  context: ServiceContext,
  { run, stopping }: Going,
  slots: readonly Slot[],
  { maxConcurrent, totalCompletions }: ReplicatedJobMode,
  end: EndOf,
): RunDecision {
  const { complete, active, failed } = sorted(slots);
  const left = totalCompletions - complete.length - active.length - failed.length;
  const wanted = Math.max(0, Math.min(maxConcurrent - active.length, left));
  const count = Math.min(wanted, MOST_NEW_TASKS);
  const free = smallestFree([...complete, ...active, ...failed], count);
  const begun = free.map((number, at) =>
    firstInSlot(context, number, { run: run.number, after: stopping[at] }),
  );
  const isOver = left <= 0 && active.length === 0;
  const going = decideSlots(context, slots, (slot) => decideSlot(context, slot));
  return {
    ...together([going, decision(begun, [], wanted > count)]),
    end: isOver ? endOf(end, complete.length, totalCompletions, failed) : undefined,
  };
}

function decideGlobalRun(
  context: ServiceContext,
  { run, stopping }: Going,
  slots: readonly Slot[],
  end: EndOf,
): RunDecision {
  const { view, spec } = context;
  const shares = nodeShares(context, slots);
  const { complete, active, failed } = sorted(slots);
  const settled = new Set([...complete, ...failed].map(({ key }) => key));
  const eligible = [...view.nodes()].filter((node) => isEligible(spec, node)).map(({ id }) => id);
  // Without any node it has not been carried out: it waits for one.
  const isOver = settled.size > 0 && active.length === 0 && eligible.every((id) => settled.has(id));
  const going = decideSlots(context, shares.kept, (slot) => decideSlot(context, slot));
  const total = complete.length + failed.length;
  return {
    ...together([{ groups: shares.groups }, going, fill(context, shares.vacant, run.number, stopping)]),
    end: isOver ? endOf(end, complete.length, total, failed) : undefined,
  };
}

interface Sorted {
  readonly complete: readonly Slot[];
  readonly active: readonly Slot[];
  /** No attempts are left. */
  readonly failed: readonly Slot[];
}

function sorted(slots: readonly Slot[]): Sorted {
  const complete = slots.filter((slot) => isComplete(slot));
  const others = slots.filter((slot) => !isComplete(slot));
  return {
    complete,
    active: others.filter(({ wanted }) => wanted.length > 0),
    failed: others.filter(({ finished }) => finished !== undefined),
  };
}

/** One completion is enough, also of a task that was given up while its node was away. */
function isComplete(slot: Slot): boolean {
  return slot.tasks.some((task) => stateOf(task) === 'complete');
}

function decideSlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  if (!isComplete(slot)) return restartSlot(context, slot) ?? startSlot(context, slot);
  if (slot.wanted.length === 0) return undefined;
  const stops = slot.wanted.map((task) => stop(context, task, COMPLETED));
  return { group: group(stops, stopChecks(slot.wanted)) };
}

function endOf(end: EndOf, complete: number, total: number, failed: readonly Slot[]): RunEnd {
  const tally = `${complete} of ${total} completed`;
  const [first] = failed;
  if (first === undefined) return end('complete', tally);
  const { state = 'new', error = '' } = first.finished?.status ?? {};
  const where = first.number === 0 ? `node ${first.key}` : `task ${first.key}`;
  return end('failed', `${tally}; ${where}: ${error === '' ? state : error}`);
}

/**
 * Lets go of tasks of runs that are over: of replaced ones at once, of the others when there are more runs
 * than the history limit. Those of the newest run stay, as they say what came of it.
 */
function forgetRuns(
  context: ServiceContext,
  tasksByRun: ReadonlyMap<number, readonly Task[]>,
): readonly ChangeGroup[] {
  const { view, service } = context;
  const { runs } = runsOf(service);
  const newest = newestRun(service)?.number;
  const stateByNumber = new Map(runs.map(({ number, state }) => [number, state]));
  const limit = historyLimit(view.cluster()?.spec?.taskHistoryLimit);
  const numbers = [...tasksByRun.keys()].toSorted((a, b) => b - a);
  const over = numbers.filter((number) => stateByNumber.get(number) !== 'active');
  const history = over.filter((number) => stateByNumber.get(number) !== 'replaced' && number !== newest);
  const tooOld = new Set(limit < 0 ? [] : history.slice(Math.max(0, limit - 1)));
  return over.flatMap((number) => {
    const why = stateByNumber.get(number) === 'replaced' ? REPLACED : OLD_RUN;
    if (why === OLD_RUN && !tooOld.has(number)) return [];
    const staying = (tasksByRun.get(number) ?? []).filter((task) => !isToBeRemoved(task));
    return staying.map((task) =>
      group([stop(context, task, why)], [unchanged('service', service, 'runs'), ...stopChecks([task])]),
    );
  });
}
