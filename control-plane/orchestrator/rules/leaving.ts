/**
 * How tasks are told to stop: first `leaving`, which takes them out of the way of traffic, then, once nothing sends
 * them any, the desired state that stops them. Where nothing has to be waited for both are said in one change: the
 * task has no address on a network, never started, has ended, or its node is down or gone; or its service wants
 * no drain.
 */
import type { DesiredState, Leaving, ServiceSpec, Task, TaskDesired } from '../../../proto/gen/objects.js';
import type { Change, ChangeGroup, Check } from '../../../proto/gen/log.js';
import { drainTimeoutMs, NAME_TTL_MS } from '../../../proto/model/network.js';
import { isLost } from '../../../proto/model/node.js';
import { hasEnded, isUnplaced, stateOf } from '../../../proto/model/task.js';
import { isAtLeast, isDesiredBelow } from '../../../proto/model/task-state.js';
import type { ClusterView } from '../../store/rules/view.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import { type Decision, decision } from './decision.js';
import { isAhead } from './instants.js';

export interface Stop {
  readonly reason: string;
  /** What to do once it has stopped: keep the record (shutdown) or forget it (remove). */
  readonly end: Extract<DesiredState, 'shutdown' | 'remove'>;
}

/** Since when nothing sends the task new traffic, by the wall clock; undefined while something may. */
export type ClearedSinceMs = (task: Task) => number | undefined;

/** What stopping a task depends on. */
export interface Stopping {
  readonly nodes: Pick<ClusterView, 'node'>;
  /** Of the service now; of a removed one, what the task was made from. */
  readonly spec: ServiceSpec | undefined;
  readonly nowMs: number;
}

/** Tells the task to stop. One that never got a node has no history worth keeping: it is forgotten. */
export function stop(stopping: Stopping, task: Task, why: Stop): Change {
  const end = isUnplaced(task) || isToBeRemoved(task) ? 'remove' : why.end;
  const leaving = { sinceMs: stopping.nowMs, reason: why.reason, ...task.desired?.leaving, end };
  const state = mayGetTraffic(stopping, task) ? (task.desired?.state ?? 'running') : end;
  const desired: TaskDesired = { ...task.desired, state, leaving, start: undefined };
  return update('task', task.id, 'desired', { desired });
}

/** Whether the task was told to stop and to be forgotten. */
export function isToBeRemoved({ desired }: Task): boolean {
  return desired?.state === 'remove' || desired?.leaving?.end === 'remove';
}

/** What stopping these tasks rests on: nobody changed their desired state meanwhile. */
export function stopChecks(tasks: readonly Task[]): readonly Check[] {
  return tasks.map((task) => unchanged('task', task, 'desired'));
}

/** Lets go of tasks that were told to leave and are sent no traffic any more, or have waited for that long enough. */
export function release(
  stopping: Stopping & { readonly clearedSinceMs: ClearedSinceMs },
  tasks: readonly Task[],
): Decision {
  const groups: ChangeGroup[] = [];
  const wakeups: number[] = [];
  for (const task of tasks) {
    const { desired } = task;
    if (desired?.leaving === undefined || !isDesiredBelow(desired.state, desired.leaving.end)) continue;
    const atMs = mayGetTraffic(stopping, task) ? drainedAtMs(stopping, task, desired.leaving) : 0;
    if (atMs > stopping.nowMs) {
      wakeups.push(atMs);
      continue;
    }
    const released = { ...desired, state: desired.leaving.end, start: undefined };
    groups.push(group([update('task', task.id, 'desired', { desired: released })], stopChecks([task])));
  }
  return decision(groups, wakeups);
}

/**
 * Whether somebody may send the task traffic that it should not lose. Its status may be behind: one that starts may
 * run already.
 */
export function mayGetTraffic({ nodes, spec }: Stopping, task: Task): boolean {
  const isRunning = isAtLeast(stateOf(task), 'starting') && !hasEnded(task);
  const isToldToStop = !isDesiredBelow(task.desired?.state ?? 'ready', 'shutdown');
  if (!isRunning || isToldToStop || (task.allocation?.attachments.length ?? 0) === 0) return false;
  return drainTimeoutMs(spec) > 0 && !isLost(nodes.node(task.placement?.nodeId ?? ''));
}

/** When the task may be told to stop. Whoever got its address for an answer may use that for a while. */
function drainedAtMs(
  { spec, nowMs, clearedSinceMs }: Parameters<typeof release>[0],
  task: Task,
  { sinceMs }: Leaving,
): number {
  const timeoutMs = drainTimeoutMs(spec);
  // The leader before may have been ahead by seconds, and traffic goes on. By a clock that was set back it can't be
  // said how long the task waits: not for hours more, at any rate.
  const soundMs = (atMs: number): number => (isAhead(atMs, nowMs + timeoutMs) ? 0 : atMs);
  const timeoutAtMs = soundMs(sinceMs) + timeoutMs;
  const clearedMs = clearedSinceMs(task);
  if (clearedMs === undefined) return timeoutAtMs;
  const staleMs = spec?.endpoint?.mode === 'dnsrr' ? NAME_TTL_MS : 0;
  return Math.min(timeoutAtMs, soundMs(clearedMs) + staleMs);
}
