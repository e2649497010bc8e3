/**
 * How many tasks a service wants, how many of them run, how many have completed: what `service ls` counts, mode
 * by mode.
 */
import type { ServiceEntry } from '../../../proto/gen/control.js';
import type { Service, Task } from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import { isEligible } from '../../../proto/model/node-share.js';
import { isLost } from '../../../proto/model/node.js';
import { isJob, replicasOf } from '../../../proto/model/service-mode.js';
import { hasEnded, isWanted, slotName, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';

/** Of tasks that should run, only those on a node that is up are counted as running. */
export function serviceTally(
  view: ClusterView,
  service: Service,
): Pick<ServiceEntry, 'desiredTasks' | 'runningTasks' | 'completedTasks'> {
  const runningTasks = runningCount(view, service.id);
  return {
    desiredTasks: desiredTasks(view, service),
    runningTasks,
    completedTasks: isJob(service.spec) ? completedCount(ofNewestRun(view, service)) : 0,
  };
}

function ofNewestRun(view: ClusterView, service: Service): readonly Task[] {
  const newest = newestRun(service)?.number;
  return view.tasksOfService(service.id).filter(({ run }) => run === newest);
}

function runningCount(view: ClusterView, serviceId: string): number {
  let count = view.runningCount(serviceId);
  // Their tasks are replaced soon, so there are few of them at any time.
  for (const node of view.nodes())
    if (isLost(node))
      count -= view
        .tasksOnNode(node.id)
        .filter((task) => task.serviceId === serviceId && isRunning(task)).length;
  return count;
}

/** How many tasks the service wants to run now. */
export function desiredTasks(view: ClusterView, service: Service): number {
  const { spec } = service;
  switch (spec?.mode?.kind) {
    case 'replicated':
      return replicasOf(spec);
    case 'global': {
      // A paused node is not to have one, but keeps the one it has.
      const tasks = view.tasksOfService(service.id).filter((task) => isWanted(task));
      const nodeIds = new Set(tasks.map(slotName));
      for (const node of view.nodes()) if (isEligible(spec, node)) nodeIds.add(node.id);
      return nodeIds.size;
    }
    case 'replicatedJob':
      return spec.mode.replicatedJob.maxConcurrent;
    case 'globalJob':
      return ofNewestRun(view, service).filter((task) => isWanted(task) && !hasEnded(task)).length;
    default:
      return 0;
  }
}

/** One for each slot or node, however often it was done there. */
function completedCount(tasks: readonly Task[]): number {
  return new Set(tasks.filter((task) => stateOf(task) === 'complete').map(slotName)).size;
}

function isRunning(task: Task): boolean {
  return task.desired?.state === 'running' && stateOf(task) === 'running';
}
