/**
 * Which tasks of a service, or whether one task, have lines to read; and whether there may be more later.
 */
import type { Task } from '../../../proto/gen/objects.js';
import { isAtLeast } from '../../../proto/model/task-state.js';
import { hasEnded, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';

export type LogScope = { readonly serviceId: string } | { readonly taskId: string };

export interface LoggedTasks {
  readonly tasks: readonly Task[];
  /** No task will be added any more: the service or the task is gone, or the one task has begun to write. */
  readonly isOver: boolean;
}

export function loggedTasks(view: ClusterView, scope: LogScope, isFollowing: boolean): LoggedTasks {
  if ('serviceId' in scope) {
    const tasks = view.tasksOfService(scope.serviceId).filter(hasLines);
    return { tasks, isOver: !isFollowing || view.service(scope.serviceId) === undefined };
  }
  const task = view.task(scope.taskId);
  if (task === undefined) return { tasks: [], isOver: true };
  const isReadable = hasLines(task);
  return { tasks: isReadable ? [task] : [], isOver: !isFollowing || isReadable || hasEnded(task) };
}

/** Whether the task has, or had, a container that wrote. */
function hasLines(task: Task): boolean {
  if ((task.placement?.nodeId ?? '') === '') return false;
  const state = stateOf(task);
  switch (state) {
    // These may have come before any container: only a known one was ever started.
    case 'shutdown':
    case 'rejected':
    case 'orphaned':
      return (task.status?.container?.containerId ?? '') !== '';
    default:
      return isAtLeast(state, 'starting');
  }
}
