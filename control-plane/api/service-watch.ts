/**
 * A service and its tasks, now and after each change. Only the newest state is sent: a caller that is slow
 * misses what came between, never the last. Ends when the caller ends it, or with the service.
 */
import type { ServiceProgress, TaskEntry } from '../../proto/gen/control.js';
import type { Service, Task } from '../../proto/gen/objects.js';
import { isEligible } from '../../proto/model/node-share.js';
import { isLost } from '../../proto/model/node.js';
import { isPerNode, slotCountOf } from '../../proto/model/service-mode.js';
import type { Store } from '../store/store.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Wakeup } from '../store/watch.js';
import { taskEntry } from './rules/entries.js';
import { notFound, resolveService } from './rules/references.js';
import { wakeupsOf } from './wakeups.js';

export async function* watchService(
  ref: string,
  signal: AbortSignal,
  store: Store,
): AsyncGenerator<ServiceProgress, void> {
  const { id } = resolveService(store.view(), ref);
  let seen: ServiceProgress | undefined;
  for await (const wakeup of wakeupsOf(store, ['service', 'task', 'node'], signal)) {
    if (seen !== undefined && !concerns(wakeup, id, seen)) continue;
    const service = wakeup.view.service(id);
    if (service === undefined) throw notFound(wakeup.view, 'service', ref);
    seen = progressOf(wakeup.view, service);
    yield seen;
  }
}

function progressOf(view: ClusterView, service: Service): ServiceProgress {
  const tasks = tasksToCount(view, service).map((task) => withoutPresentSpec(taskEntry(view, task), service));
  const nodeIds = new Set(tasks.map(({ task }) => task?.placement?.nodeId ?? ''));
  nodeIds.delete('');
  const downNodeIds = [...nodeIds].filter((nodeId) => isLost(view.node(nodeId)));
  return { service, tasks, downNodeIds, desiredTasks: wantedCount(view, service) };
}

// A paused node keeps what it has, of whatever revision: nobody need wait for it.
function tasksToCount(view: ClusterView, { id, spec }: Service): readonly Task[] {
  const tasks = view.tasksOfService(id);
  if (spec === undefined || !isPerNode(spec)) return tasks;
  return tasks.filter(({ placement }) => {
    const node = view.node(placement?.nodeId ?? '');
    return node !== undefined && isEligible(spec, node);
  });
}

function wantedCount(view: ClusterView, { spec }: Service): number {
  if (spec === undefined || !isPerNode(spec)) return slotCountOf(spec) ?? 0;
  return [...view.nodes()].filter((node) => isEligible(spec, node)).length;
}

// The present spec is in the service: said again for each of thousands of tasks it would outgrow a message.
function withoutPresentSpec(entry: TaskEntry, service: Service): TaskEntry {
  return entry.task?.revision === service.revision ? { ...entry, spec: undefined } : entry;
}

/** Whether what has changed can be seen in the service's progress. */
function concerns({ view, first, changed }: Wakeup, serviceId: string, seen: ServiceProgress): boolean {
  if (first || changed.service.has(serviceId)) return true;
  if (changed.node.size > 0 && isPerNode(seen.service?.spec)) return true;
  for (const taskId of changed.task) if (view.task(taskId)?.serviceId === serviceId) return true;
  return seen.tasks.some(
    ({ task }) =>
      task !== undefined && (changed.task.has(task.id) || changed.node.has(task.placement?.nodeId ?? '')),
  );
}
