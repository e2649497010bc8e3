/**
 * What a restart policy says about one task, and how restarts are counted. Counts live in the task
 * itself, so a new leader goes on where the last one stopped. Without a policy a task is restarted
 * whenever it ends, after five seconds.
 */
import type { RestartPolicy, RestartRecord, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { isJob } from '../../../proto/model/service-mode.js';
import { DEFAULT_RESTART_POLICY } from '../../../proto/model/service-spec.js';
import { stateOf } from '../../../proto/model/task.js';

/** What holds for the tasks of a spec. The task of a job that has completed is done, whatever the policy says. */
export function restartPolicyOf(spec: ServiceSpec | undefined): RestartPolicy {
  const policy = spec?.task?.restart ?? DEFAULT_RESTART_POLICY;
  return policy.condition === 'any' && isJob(spec) ? { ...policy, condition: 'on-failure' } : policy;
}

/**
 * Whether the task may have a successor. Judged by the instant of its last status, not by now: the
 * answer stays the same however often the question is asked.
 */
export function shouldRestart(task: Task, policy: RestartPolicy): boolean {
  if (policy.condition === 'none') return false;
  if (policy.condition === 'on-failure' && stateOf(task) === 'complete') return false;
  if (policy.maxAttempts === 0) return true;
  const restarts = task.desired?.restarts;
  if (restarts === undefined) return true;
  if (policy.windowMs === 0) return restarts.total < policy.maxAttempts;
  // By the clock of its node, which may be behind: all restarts that led to it came before its end.
  const endedAtMs = Math.max(task.status?.atMs ?? 0, (restarts.atMs.at(-1) ?? 0) + 1);
  const inWindow = restarts.atMs.filter((atMs) => atMs > endedAtMs - policy.windowMs && atMs < endedAtMs);
  return inWindow.length < policy.maxAttempts;
}

/** The record of the task that replaces this one now; counting begins anew with a new revision. */
export function recordAfter(
  task: Task,
  revision: number,
  policy: RestartPolicy,
  nowMs: number,
): RestartRecord {
  const before = task.revision === revision ? task.desired?.restarts : undefined;
  const instants = [...(before?.atMs ?? []), nowMs];
  // Older instants can't be inside the window of any later end.
  const kept = instants.filter((atMs) => atMs > nowMs - policy.windowMs).slice(-policy.maxAttempts);
  const isWindowed = policy.maxAttempts > 0 && policy.windowMs > 0;
  return { total: (before?.total ?? 0) + 1, atMs: isWindowed ? kept : [] };
}
