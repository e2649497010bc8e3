/**
 * Why tasks do not run: those that wait for a node, grouped by what they wait for, with what each node has against
 * them; those that have a node and do not run; and what changed last. The answer is bounded however many tasks and
 * nodes there are, and says how many there are in all. What a node has against a task is for the scheduler to say.
 */
import type {
  ExplainPlacementReply,
  NodeVerdict,
  PendingTasks,
  TaskEntry,
} from '../../../proto/gen/control.js';
import type { Service, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { hasEnded, isWanted, slotName, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { nodeName, taskEntry } from './entries.js';
import { recentChanges } from './recent-changes.js';

/** What one node has against a task: every filter that it fails, and the same in words. */
export interface Verdict {
  readonly nodeId: string;
  readonly filters: readonly string[];
  readonly reasons: readonly string[];
}

/** What every node has against the task, made from this spec; undefined while that cannot be said. */
export type JudgeNodes = (task: Task, spec: ServiceSpec) => readonly Verdict[] | undefined;

export interface Asked {
  readonly service: Service;
  /** All tasks of the service, or the one that was asked for. */
  readonly tasks: readonly Task[];
}

const MOST_GROUPS = 10;
const MOST_TASKS = 20;
const MOST_NODES = 1000;

export function explanation(
  view: ClusterView,
  { service, tasks }: Asked,
  judge: JudgeNodes,
): ExplainPlacementReply {
  const pending = tasks.filter((task) => isWanted(task) && isPending(task));
  const troubled = troubledSlots(tasks);
  return {
    service,
    pending: grouped(pending)
      .slice(0, MOST_GROUPS)
      .map((group) => pendingTasks(view, group, judge)),
    pendingCount: pending.length,
    troubled: troubled.slice(0, MOST_TASKS).flatMap((slot) => slot.map((task) => entryOf(view, task))),
    troubledCount: troubled.length,
    runningCount: tasks.filter((task) => isWanted(task) && stateOf(task) === 'running').length,
    changes: [...recentChanges(view, service, tasks)],
  };
}

/** Equal ones together: of one revision, with one account, and for one node where that was named. */
function grouped(pending: readonly Task[]): readonly (readonly [Task, ...Task[]])[] {
  const groupByKey = new Map<string, [Task, ...Task[]]>();
  for (const task of pending) {
    const key = JSON.stringify([task.revision, task.status?.error ?? '', task.placement?.nodeId ?? '']);
    const group = groupByKey.get(key);
    if (group === undefined) groupByKey.set(key, [task]);
    else group.push(task);
  }
  return [...groupByKey.values()].toSorted((a, b) => b.length - a.length);
}

function pendingTasks(view: ClusterView, tasks: readonly [Task, ...Task[]], judge: JudgeNodes): PendingTasks {
  const [first] = tasks;
  const spec = view.revision(first.serviceId, first.revision)?.spec;
  const verdicts = (spec && judge(first, spec)) ?? [];
  const named = first.placement?.nodeId ?? '';
  const asked = named === '' ? verdicts : verdicts.filter(({ nodeId }) => nodeId === named);
  return {
    tasks: tasks.slice(0, MOST_TASKS).map((task) => entryOf(view, task)),
    taskCount: tasks.length,
    error: first.status?.error ?? '',
    nodes: asked.slice(0, MOST_NODES).map((verdict) => nodeVerdict(view, verdict)),
    nodeCount: asked.length,
  };
}

function nodeVerdict(view: ClusterView, { nodeId, filters, reasons }: Verdict): NodeVerdict {
  return { nodeId, hostname: nodeName(view, nodeId), filters: [...filters], reasons: [...reasons] };
}

function isPending(task: Task): boolean {
  return stateOf(task) === 'new' || stateOf(task) === 'pending';
}

/** The newest task of each slot that is in trouble, followed by the one before where that has failed. */
function troubledSlots(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const tasksBySlot = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.desired?.state === 'remove') continue;
    const key = `${task.run} ${slotName(task)}`;
    const slot = tasksBySlot.get(key);
    if (slot === undefined) tasksBySlot.set(key, [task]);
    else slot.push(task);
  }
  return [...tasksBySlot.values()].flatMap((slot) => {
    const [newest, before] = slot.toSorted(byAge);
    if (newest === undefined || !isTroubled(newest)) return [];
    return [[newest, ...(before !== undefined && hasFailed(before) ? [before] : [])]];
  });
}

function byAge(a: Task, b: Task): number {
  return (b.meta?.createdAtMs ?? 0) - (a.meta?.createdAtMs ?? 0) || (a.id < b.id ? 1 : -1);
}

function isTroubled(task: Task): boolean {
  if (hasEnded(task)) return hasFailed(task);
  return isWanted(task) && !isPending(task) && stateOf(task) !== 'running';
}

/** Whether the task has come to an end that nobody wanted. */
export function hasFailed(task: Task): boolean {
  return ['failed', 'rejected', 'orphaned'].includes(stateOf(task));
}

/** Without the spec, which would be said for every task anew. */
function entryOf(view: ClusterView, task: Task): TaskEntry {
  return { ...taskEntry(view, task), spec: undefined };
}
