/**
 * How tasks are told to stop: first `leaving`, which takes them out of the way of traffic, then the
 * desired state that stops them. While no service has addresses that traffic is sent to, nothing has to
 * be waited for and both are said in one change.
 */
import type { DesiredState, Task, TaskDesired } from '../../../proto/gen/objects.js';
import type { Change, ChangeGroup, Check } from '../../../proto/gen/log.js';
import { isUnplaced } from '../../../proto/model/task.js';
import { isDesiredBelow } from '../../../proto/model/task-state.js';
import { group, unchanged, update } from '../../store/rules/change.js';

export interface Stop {
  readonly reason: string;
  /** What to do once it has stopped: keep the record (shutdown) or forget it (remove). */
  readonly end: Extract<DesiredState, 'shutdown' | 'remove'>;
}

/** Tells the task to stop. One that never got a node has no history worth keeping: it is forgotten. */
export function stop(task: Task, why: Stop, nowMs: number): Change {
  const end = isUnplaced(task) || task.desired?.state === 'remove' ? 'remove' : why.end;
  const leaving = { sinceMs: nowMs, reason: why.reason, ...task.desired?.leaving, end };
  const desired: TaskDesired = { ...task.desired, state: end, leaving, start: undefined };
  return update('task', task.id, 'desired', { desired });
}

/** What stopping these tasks rests on: nobody changed their desired state meanwhile. */
export function stopChecks(tasks: readonly Task[]): readonly Check[] {
  return tasks.map((task) => unchanged('task', task, 'desired'));
}

/** Lets go of tasks that were told to leave and still have the desired state from before. */
export function release(tasks: readonly Task[]): readonly ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const task of tasks) {
    const { desired } = task;
    if (desired?.leaving === undefined || !isDesiredBelow(desired.state, desired.leaving.end)) continue;
    const released = { ...desired, state: desired.leaving.end, start: undefined };
    groups.push(group([update('task', task.id, 'desired', { desired: released })], stopChecks([task])));
  }
  return groups;
}
