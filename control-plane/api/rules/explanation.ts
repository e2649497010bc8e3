/**
 * Why tasks do not run: those that wait for a node, grouped by what they wait for, with what each node has against
 * them; those that have a node and do not run; and what changed last. The answer is bounded however many tasks and
 * nodes there are, and says how many there are in all. What a node has against a task is for the scheduler to say.
 */
import type { ExplainPlacementReply, NodeVerdict, PendingTasks } from '../../../proto/gen/control.js';
import type { Service, Task } from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import { isJob } from '../../../proto/model/service-mode.js';
import { desiredOf, hasEnded, isWanted, slotName, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { taskEntryWithoutSpec } from './entries.js';
import { MOST_TASKS, waitsForNode } from './pending-tasks.js';
import { recentChanges } from './recent-changes.js';
import { desiredTasks } from './service-tally.js';

export interface Asked {
  readonly service: Service;
  /** The one that was asked for; undefined: all of the service. */
  readonly task: Task | undefined;
}

/** What the scheduler was asked before. */
export interface Judged {
  readonly pending: readonly PendingTasks[];
  readonly excluded: readonly NodeVerdict[];
}

export function explanation(
  view: ClusterView,
  { service, task }: Asked,
  { pending, excluded }: Judged,
): ExplainPlacementReply {
  const tasks = tasksAsked(view, { service, task });
  const troubled = troubledSlots(task === undefined ? ofLiveRuns(service, tasks) : tasks);
  return {
    service,
    pending: [...pending],
    pendingCount: tasks.filter((each) => waitsForNode(each)).length,
    troubled: troubled
      .slice(0, MOST_TASKS)
      .flatMap((slot) => slot.map((each) => taskEntryWithoutSpec(view, each))),
    troubledCount: troubled.length,
    runningCount: tasks.filter((each) => isWanted(each) && stateOf(each) === 'running').length,
    desiredCount: desiredCount(view, { service, task }, tasks),
    excluded: [...excluded],
    changes: [...recentChanges(view, service, tasks)],
  };
}

export function tasksAsked(view: ClusterView, { service, task }: Asked): readonly Task[] {
  return task === undefined ? view.tasksOfService(service.id) : [task];
}

/** A job wants what is left to do, and of that what it has begun; a task that has ended is wanted no more. */
function desiredCount(view: ClusterView, { service, task }: Asked, tasks: readonly Task[]): number {
  if (task === undefined && !isJob(service.spec)) return desiredTasks(view, service);
  return tasks.filter((each) => isWanted(each) && !hasEnded(each)).length;
}

/** Without runs of a job that are over and that others followed: nothing is done about those. */
function ofLiveRuns(service: Service, tasks: readonly Task[]): readonly Task[] {
  if (!isJob(service.spec)) return tasks;
  const active = service.runs?.runs.filter(({ state }) => state === 'active') ?? [];
  const numbers = new Set([...active.map(({ number }) => number), newestRun(service)?.number]);
  return tasks.filter(({ run }) => numbers.has(run));
}

/** By slot: the newest task of each that is in trouble, followed by the one before where that has failed. */
function troubledSlots(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const tasksBySlot = new Map<string, Task[]>();
  for (const task of tasks) {
    if (desiredOf(task) === 'remove') continue;
    const key = `${task.run} ${slotName(task)}`;
    const slot = tasksBySlot.get(key);
    if (slot === undefined) tasksBySlot.set(key, [task]);
    else slot.push(task);
  }
  const troubled = [...tasksBySlot.values()].flatMap((slot): [Task, ...Task[]][] => {
    const [newest, before] = slot.toSorted(byAge);
    if (newest === undefined || !isTroubled(newest)) return [];
    return [[newest, ...(before !== undefined && hasFailed(before) ? [before] : [])]];
  });
  return troubled.toSorted(([a], [b]) => bySlot(a, b));
}

/** Of two runs of a job the newer one first. */
function bySlot(a: Task, b: Task): number {
  return b.run - a.run || a.slot - b.slot || (slotName(a) < slotName(b) ? -1 : 1);
}

function byAge(a: Task, b: Task): number {
  return (b.meta?.createdAtMs ?? 0) - (a.meta?.createdAtMs ?? 0) || (a.id < b.id ? 1 : -1);
}

function isTroubled(task: Task): boolean {
  if (hasEnded(task)) return hasFailed(task);
  return isWanted(task) && !waitsForNode(task) && stateOf(task) !== 'running';
}

/** Whether the task has come to an end that nobody wanted. */
export function hasFailed(task: Task): boolean {
  return ['failed', 'rejected', 'orphaned'].includes(stateOf(task));
}
