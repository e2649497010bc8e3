/**
 * Addresses of tasks that ended unasked. Nobody could stop sending them traffic before: for a moment some node may
 * still pass on to their addresses what is meant for their service, and whoever asked for a name may remember them. So
 * nobody else is given them at once. Follows from what the store says of the task, so that every leader finds the same.
 */
import type { Task } from '../../../proto/gen/objects.js';
import { hasEnded } from '../../../proto/model/task.js';

/** Remembered names last two seconds; nodes have the rest of the time to hear of the end, and to act on it. */
export const COOLING_MS = 5_000;

/** Until when its addresses are nobody's; undefined when they are its own, or free. */
export function coolsUntilMs(task: Task | undefined, nowMs: number): number | undefined {
  // One that was drained first is sent nothing any more.
  if (task === undefined || !hasEnded(task) || task.desired?.leaving !== undefined) return undefined;
  const untilMs = (task.status?.storedAtMs ?? 0) + COOLING_MS;
  // Longer than that only by a clock that was set back.
  return untilMs > nowMs && untilMs <= nowMs + COOLING_MS ? untilMs : undefined;
}
