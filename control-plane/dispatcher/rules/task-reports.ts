/**
 * What an agent's report does to its task. Reports come late, twice and out of order; a task's status only
 * ever moves on.
 */
import type { TaskReport } from '../../../proto/gen/dispatcher.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { TaskStatus } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { isFinal, mayReach } from '../../../proto/model/task-state.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';

/** Whether the report is about a task of another node; one about a task nobody knows is only late. */
export function isForeign(view: ClusterView, nodeId: string, report: TaskReport): boolean {
  const task = view.task(report.taskId);
  return task !== undefined && task.placement?.nodeId !== nodeId;
}

/** The change that stores the report; undefined when it says nothing new or its task is gone. */
export function reportedChange(
  view: ClusterView,
  nodeId: string,
  { taskId, status: reported }: TaskReport,
  nowMs: number,
): ChangeGroup | undefined {
  const task = view.task(taskId);
  if (task === undefined || task.placement?.nodeId !== nodeId || reported === undefined) return undefined;
  // The clock of a node may be ahead, but nothing was seen later than now: restarts are counted by these instants.
  const atMs = Math.min(reported.atMs, nowMs);
  const runningSinceMs = task.status?.runningSinceMs ?? (reported.state === 'running' ? nowMs : undefined);
  const status = { ...reported, atMs, runningSinceMs, storedAtMs: nowMs };
  if (task.status !== undefined && !isNews(task.status, status)) return undefined;
  return group([update('task', taskId, 'status', { status })], [unchanged('task', task, 'status')]);
}

function isNews(current: TaskStatus, reported: TaskStatus): boolean {
  if (current.state !== reported.state) return mayReach(current.state, reported.state);
  // The same again, said at another instant, is not worth an entry in the log.
  return !isFinal(current.state) && !isSame(untimed(current), untimed(reported));
}

function untimed(status: TaskStatus): TaskStatus {
  return { ...status, atMs: 0, storedAtMs: 0 };
}
