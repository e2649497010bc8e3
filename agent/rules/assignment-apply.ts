/**
 * From a message of assignments to what the agent must do about it. Pure.
 * A complete message says everything, so what it leaves out is let go; a difference must follow the message
 * before it, else the agent asks for everything again.
 */
import type { AssignedTask, Assignments } from '../../proto/gen/dispatcher.js';
import { isDesiredBelow } from '../../proto/model/task-state.js';

export interface AssignmentPlan {
  readonly hold: readonly AssignedTask[];
  readonly letGoIds: readonly string[];
}

/** Whether the message can be applied after that sequence (undefined: none applied in this session). */
export function follows(message: Assignments, lastSequence: number | undefined): boolean {
  return message.complete || (lastSequence !== undefined && message.sequence === lastSequence + 1);
}

export function planAssignments(message: Assignments, heldIds: Iterable<string>): AssignmentPlan {
  const listedIds = new Set(message.update.map(({ taskId }) => taskId));
  const unlisted = message.complete ? [...heldIds].filter((taskId) => !listedIds.has(taskId)) : [];
  const removed = message.removeTaskIds.filter((taskId) => !listedIds.has(taskId));
  return { hold: message.update, letGoIds: [...new Set([...unlisted, ...removed])] };
}

/**
 * What holds of two accounts of one task: what is desired never falls back, and how it runs is not forgotten
 * when the managers, which keep only so many revisions, no longer know it.
 */
export function newerTask(held: AssignedTask, told: AssignedTask): AssignedTask {
  if (isDesiredBelow(told.desired, held.desired)) return held;
  return told.spec === undefined ? { ...held, desired: told.desired } : told;
}
