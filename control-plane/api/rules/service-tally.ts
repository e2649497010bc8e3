/**
 * How many tasks a service wants, how many of them run, how many have completed: what `service ls` counts, mode
 * by mode.
 */
import type { ServiceEntry } from '../../../proto/gen/control.js';
import type { Service, Task } from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import { isServing } from '../../../proto/model/network.js';
import { isEligible } from '../../../proto/model/node-share.js';
import { isLost } from '../../../proto/model/node.js';
import { isJob, replicasOf } from '../../../proto/model/service-mode.js';
import { hasEnded, isWanted, slotName, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';

/** Tasks counted as running whose node is lost, by service: few at any time, and found once for a whole list. */
export function runningOnLost(view: ClusterView): ReadonlyMap<string, number> {
  const countByService = new Map<string, number>();
  for (const node of view.nodes()) {
    if (!isLost(node)) continue;
    for (const task of view.tasksOnNode(node.id))
      if (isRunning(task)) countByService.set(task.serviceId, (countByService.get(task.serviceId) ?? 0) + 1);
  }
  return countByService;
}

/** Of tasks that should run, only those on a node that is up are counted as running. */
export function serviceTally(
  view: ClusterView,
  service: Service,
  lost: ReadonlyMap<string, number>,
): Pick<ServiceEntry, 'desiredTasks' | 'runningTasks' | 'completedTasks'> {
  const runningTasks = view.runningCount(service.id) - (lost.get(service.id) ?? 0);
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
  return task.desired?.state === 'running' && isServing(task);
}
