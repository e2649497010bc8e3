/**
 * What a node should hold, and how that differs from what it was told. A task is the node's from the moment
 * it is assigned until its record is removed: the container of a task that has ended is kept for its logs. One with
 * networks is begun only on a node that was told of them.
 */
import type { AssignedTask } from '../../../proto/gen/dispatcher.js';
import type { DesiredState, ServiceRevision, Task } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { taskName } from '../../../proto/model/task.js';
import { isAtLeast, isDesiredBelow, isFinal } from '../../../proto/model/task-state.js';
import type { ClusterView } from '../../store/rules/view.js';

/** Task id → what its node was told of it last. */
export type ToldTasks = ReadonlyMap<string, AssignedTask>;

/** Whose tasks, and which networks it was told of. */
export interface Holder {
  readonly nodeId: string;
  readonly knowsNetwork: (networkId: string) => boolean;
}

export interface Difference {
  readonly update: readonly AssignedTask[];
  readonly removeTaskIds: readonly string[];
}

/** Everything the node should hold. */
export function assignmentsOf(view: ClusterView, holder: Holder): readonly AssignedTask[] {
  return view.tasksOnNode(holder.nodeId).flatMap((task) => assignmentOf(view, holder, task) ?? []);
}

/** Tasks of the node that wait until it was told of their networks. */
export function waitingTaskIds(view: ClusterView, nodeId: string): readonly string[] {
  return view
    .tasksOnNode(nodeId)
    .filter((task) => needsKnownNetworks(task))
    .map(({ id }) => id);
}

/** What the node must be told of these tasks after what it was told before; a report it made is no news to it. */
export function differenceFor(
  view: ClusterView,
  holder: Holder,
  told: ToldTasks,
  taskIds: Iterable<string>,
): Difference {
  const update: AssignedTask[] = [];
  const removeTaskIds: string[] = [];
  for (const taskId of taskIds) {
    const before = told.get(taskId);
    const task = view.task(taskId);
    const now = task && assignmentOf(view, holder, task);
    // A revision may be forgotten before its last task has stopped; how to stop it was told before.
    const after = now && before && now.spec === undefined ? { ...before, desired: now.desired } : now;
    if (after === undefined) {
      if (before !== undefined) removeTaskIds.push(taskId);
    } else if (before === undefined || !isSameAssignment(before, after)) update.push(after);
  }
  return { update, removeTaskIds };
}

/** The task as its agent must know it; undefined when it is not, or no longer, this node's to hold. */
function assignmentOf(view: ClusterView, holder: Holder, task: Task): AssignedTask | undefined {
  if (task.placement?.nodeId !== holder.nodeId || !isHeld(task)) return undefined;
  const attachments = task.allocation?.attachments ?? [];
  if (needsKnownNetworks(task) && !attachments.every(({ networkId }) => holder.knowsNetwork(networkId)))
    return undefined;
  const revision = view.revision(task.serviceId, task.revision);
  const serviceName = revision?.spec?.name ?? '';
  return {
    taskId: task.id,
    taskName: taskName(serviceName, task),
    serviceId: task.serviceId,
    serviceName,
    serviceLabels: revision?.spec?.labels ?? {},
    slot: task.slot,
    desired: toldDesire(task, revision),
    spec: revision?.spec?.task,
    ports: revision?.spec?.endpoint?.ports ?? [],
    requestId: revision?.requestId ?? '',
    generic: task.placement?.generic ?? [],
    attachments,
  };
}

/** Orphaned tasks were given up on: should their node come back, it lets go of what is left of them. */
function isHeld(task: Task): boolean {
  const state = task.status?.state ?? 'new';
  return isAtLeast(state, 'assigned') && state !== 'orphaned';
}

/** What its node has taken on stays there, and what is to stop needs no network: it only has to be said so. */
function needsKnownNetworks(task: Task): boolean {
  const isToStop = !isDesiredBelow(task.desired?.state ?? 'ready', 'shutdown');
  return task.status?.state === 'assigned' && !isToStop && (task.allocation?.attachments.length ?? 0) > 0;
}

/** A task that has ended is never to be run again, also by an agent that lost its memory of it. */
function toldDesire(task: Task, revision: ServiceRevision | undefined): DesiredState {
  const desired = task.desired?.state ?? 'ready';
  const mayRun = revision !== undefined && !isFinal(task.status?.state ?? 'new');
  return !mayRun && isDesiredBelow(desired, 'shutdown') ? 'shutdown' : desired;
}

/** Of one task only this can change: its revision, and with it the spec, is the same for life. */
function isSameAssignment(one: AssignedTask, other: AssignedTask): boolean {
  return one.desired === other.desired && (one.spec === other.spec || isSame(one, other));
}
