/**
 * Tasks: what they are in the middle of, compared with their service, named after it.
 */
import type { DesiredState, Node, ServiceSpec, Task } from '../gen/objects.js';
import { maySatisfy } from './constraint.js';
import { isSame } from './sameness.js';
import { isBelow, isDesiredBelow, isFinal } from './task-state.js';

/** What tells the slots of a service apart: the number or, where each node has one task, the node's id. */
export function slotName({ slot, placement }: Pick<Task, 'slot' | 'placement'>): string {
  return slot === 0 ? (placement?.nodeId ?? '') : String(slot);
}

/** As users know it: service, slot, id. */
export function taskName(serviceName: string, task: Pick<Task, 'slot' | 'placement' | 'id'>): string {
  return `${serviceName}.${slotName(task)}.${task.id}`;
}

/** Whether the task is meant to be there: not told to stop, and not about to be. */
export function isWanted(task: Task): boolean {
  return (
    task.desired !== undefined && !task.desired.leaving && isDesiredBelow(task.desired.state, 'shutdown')
  );
}

/** What is desired of the task; of one that is leaving, what it will be told once nothing sends it traffic. */
export function desiredOf({ desired }: Task): DesiredState | undefined {
  if (desired?.leaving === undefined || !isDesiredBelow(desired.state, 'shutdown')) return desired?.state;
  return desired.leaving.end;
}

/** Whether the task has ended. */
export function hasEnded(task: Task): boolean {
  return isFinal(stateOf(task));
}

/** Whether no node has taken the task: none was chosen, or the scheduler has yet to agree to it. */
export function isUnplaced(task: Task): boolean {
  return isBelow(stateOf(task), 'assigned');
}

/** Whether the task can't run any more: it ended, or it was told to stop before it got a node. */
export function canRunNoMore(task: Task): boolean {
  return hasEnded(task) || (isUnplaced(task) && !isWanted(task));
}

export function stateOf(task: Task): NonNullable<Task['status']>['state'] {
  return task.status?.state ?? 'new';
}

/** How two specs of one service differ, as far as their tasks are concerned. */
export type SpecDifference = 'none' | 'placement' | 'task';

export function differenceOf(wanted: ServiceSpec, actual: ServiceSpec): SpecDifference {
  if (!isSame(undrained(wanted), undrained(actual))) return 'task';
  if (isSame(wanted.task, actual.task)) return 'none';
  const moved = { ...actual.task, placement: wanted.task?.placement };
  return isSame(wanted.task, moved) ? 'placement' : 'task';
}

// How long a task may take to leave is nothing that it was made with.
function undrained({ endpoint }: ServiceSpec): ServiceSpec['endpoint'] {
  return endpoint && { ...endpoint, drainTimeoutMs: undefined };
}

/**
 * Whether a task made from one spec must be replaced to satisfy another. A placement that alone has
 * changed leaves a task where it is as long as its node satisfies the new constraints.
 */
export function isDirty(difference: SpecDifference, wanted: ServiceSpec, node: Node | undefined): boolean {
  if (difference !== 'placement') return difference === 'task';
  if (node === undefined) return true;
  return !maySatisfy(wanted.task?.placement?.constraints ?? [], node);
}
