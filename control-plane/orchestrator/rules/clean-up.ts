/**
 * Forgets what is over: records of removed tasks, history beyond the limit, tasks of lost nodes, revisions
 * that nothing refers to. Never forgets a task that may run, nor the one that says why its slot is empty.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node, Task } from '../../../proto/gen/objects.js';
import { canRunNoMore, hasEnded, isUnplaced, stateOf } from '../../../proto/model/task.js';
import { isBelow } from '../../../proto/model/task-state.js';
import { configOf } from '../../../proto/model/update-config.js';
import { absent, group, remove, unchanged, update } from '../../store/rules/change.js';
import type { NodeLookup, ServiceContext, Slot } from './slots.js';
import { activeRuns } from './job-runs.js';
import { rolloutSlotOf } from './rollout-slot.js';
import type { Failure } from './rollout-slot.js';
import { hasNode, nodeOfTask } from './slots.js';

/** After this long a node that is down no longer keeps its tasks. */
export const LONGEST_DOWN_MS = 24 * 3600 * 1000;

const DEFAULT_HISTORY_LIMIT = 5;
const KEPT_REVISIONS = 10;
/** So that not every update of a service costs a second entry of the log. */
const REVISIONS_FORGOTTEN_AT_ONCE = 10;

/** Removes the records of tasks that should be removed and can't run any more. */
export function forgetRemoved(tasks: readonly Task[]): readonly ChangeGroup[] {
  return tasks
    .filter((task) => task.desired?.state === 'remove' && canRunNoMore(task))
    .map((task) => forget(task));
}

/** Removes the oldest ended tasks of a slot that has more tasks than the limit. */
export function forgetHistory(context: ServiceContext, slot: Slot): readonly ChangeGroup[] {
  const { view, spec } = context;
  const maxAttempts = spec.task?.restart?.maxAttempts ?? 0;
  const limit = historyLimit(view.cluster()?.spec?.taskHistoryLimit, maxAttempts);
  if (limit < 0 || slot.tasks.length <= limit) return [];
  const surplus = slot.tasks.length - limit;
  // What completed in a run is what the run is for.
  // What the rollout under way failed with is counted as long as it goes on; once per slot.
  const counted = context.isSettled ? undefined : firstFailureIn(context, slot)?.task;
  return forgettable(slot)
    .filter((task) => task !== counted && !(task.run > 0 && stateOf(task) === 'complete'))
    .slice(0, surplus)
    .map((task) => forget(task));
}

function firstFailureIn(context: ServiceContext, slot: Slot): Failure | undefined {
  const config = configOf(context.spec, context.request.isRollback);
  return rolloutSlotOf(context, slot, config).failures[0];
}

export interface Orphaning {
  readonly groups: readonly ChangeGroup[];
  readonly wakeAtMs?: number;
}

/** Gives up tasks that nobody will report on: their node was removed, or has been down for too long. */
export function orphan(nodes: NodeLookup, tasks: readonly Task[], nowMs: number): Orphaning {
  const groups: ChangeGroup[] = [];
  let wakeAtMs = Number.POSITIVE_INFINITY;
  for (const task of tasks) {
    if (!hasNode(task) || hasEnded(task) || isUnplaced(task)) continue;
    const node = nodeOfTask(nodes, task);
    const lostAtMs = lostFrom(node);
    if (lostAtMs === undefined) continue;
    if (lostAtMs <= nowMs) groups.push(orphaned(task, node, nowMs));
    else wakeAtMs = Math.min(wakeAtMs, lostAtMs);
  }
  return wakeAtMs === Number.POSITIVE_INFINITY ? { groups } : { groups, wakeAtMs };
}

/** Removes revisions beyond the last ten that neither the service nor a task refers to, ten at a time. */
export function forgetRevisions(context: ServiceContext, tasks: readonly Task[]): readonly ChangeGroup[] {
  const { view, service } = context;
  const revisions = view.revisionsOfService(service.id);
  if (revisions.length <= KEPT_REVISIONS) return [];
  const used = new Set(tasks.map((task) => task.revision));
  used.add(service.revision).add(service.desired?.revision ?? service.revision);
  // A rollback may lead there.
  used.add(service.previousRevision).add(context.request.stableRevision);
  for (const { revision } of activeRuns(service)) used.add(revision);
  const surplus = revisions.slice(0, -KEPT_REVISIONS).filter(({ revision }) => !used.has(revision));
  if (surplus.length < REVISIONS_FORGOTTEN_AT_ONCE) return [];
  // A rollback could begin to refer to one of them meanwhile.
  const checks = [unchanged('service', service, 'spec')];
  return [
    group(
      surplus.map(({ id }) => remove('revision', id)),
      checks,
    ),
  ];
}

/** How much of what is over is kept; negative: all. More attempts than that are kept together. */
export function historyLimit(retained: number = DEFAULT_HISTORY_LIMIT, maxAttempts = 0): number {
  if (retained < 0) return retained;
  return maxAttempts > 0 ? maxAttempts + 1 : retained;
}

/** The tasks of a slot whose records may go, in the order in which they go. */
export function forgettable(slot: Slot): readonly Task[] {
  // The newest says what the slot is; while it does not run yet, the one before it says why.
  const newest = slot.tasks.at(-1);
  const isOnItsWay = newest !== undefined && isBelow(stateOf(newest), 'running');
  const candidates = slot.tasks.slice(0, isOnItsWay ? -2 : -1);
  const wanted = new Set(slot.wanted);
  return candidates
    .filter((task) => !wanted.has(task) && canRunNoMore(task))
    .toSorted((a, b) => (a.status?.atMs ?? 0) - (b.status?.atMs ?? 0) || (a.id < b.id ? -1 : 1));
}

function forget(task: Task): ChangeGroup {
  return group(
    [remove('task', task.id)],
    [unchanged('task', task, 'desired'), unchanged('task', task, 'status')],
  );
}

// From when on the tasks of this node are given up; undefined while it is there.
function lostFrom(node: Node | undefined): number | undefined {
  if (node === undefined) return 0;
  return node.status?.state === 'down' ? node.status.sinceMs + LONGEST_DOWN_MS : undefined;
}

function orphaned(task: Task, node: Node | undefined, nowMs: number): ChangeGroup {
  const message =
    node === undefined ? 'task belonged to a node that was removed' : 'task belonged to a node that is lost';
  const status = {
    ...task.status,
    ports: task.status?.ports ?? [],
    state: 'orphaned' as const,
    atMs: nowMs,
    storedAtMs: nowMs,
    message,
    error: '',
  };
  const nodeCheck =
    node === undefined ? absent('node', task.placement?.nodeId ?? '') : unchanged('node', node, 'status');
  return group(
    [update('task', task.id, 'status', { status })],
    [unchanged('task', task, 'status'), nodeCheck],
  );
}
