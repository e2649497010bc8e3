/**
 * Tasks whose node was chosen when they were made: only that one is looked at, and it either takes the task or
 * says why not. Same loads and tasks in, same answers out.
 */
import type { ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { filtersFor, refusalReasons, refusedBy, type Request, requestOf } from './filters.js';
import { type Claim, failureKey, type NodeLoad, type NodeLoads } from './node-load.js';
import type { Placement } from './place.js';

/** An answer for each task whose node is there, each taking into account those before it. */
export function confirmTasks(
  loads: NodeLoads,
  tasks: readonly Task[],
  specOf: (task: Task) => ServiceSpec | undefined,
  take: (nodeId: string, claim: Claim) => void,
): readonly Placement[] {
  // Tasks of one revision come in numbers, one for each node: what they ask for is read once.
  const requestByKey = new Map<string, Request>();
  const requestFor = (task: Task): Request | undefined => {
    const key = failureKey(task);
    const known = requestByKey.get(key);
    if (known !== undefined) return known;
    const spec = specOf(task);
    const request = spec && requestOf(task.serviceId, spec);
    if (request !== undefined) requestByKey.set(key, request);
    return request;
  };
  return tasks.flatMap((task) => {
    const request = requestFor(task);
    const load = loads.of(task.placement?.nodeId ?? '');
    if (request === undefined || load === undefined) return [];
    // What the task it waits for takes is free for it.
    const afterTaskId = task.desired?.start?.afterTaskId ?? '';
    const placement = loads.without(afterTaskId, () => confirm(task, request, load));
    const { reserved, hostPorts, serviceId } = request;
    if ('nodeId' in placement.choice) take(load.node.id, { serviceId, reserved, hostPorts, isActive: true });
    return [placement];
  });
}

function confirm(task: Task, request: Request, load: NodeLoad): Placement {
  const isRefused = refusedBy(filtersFor(request), request, load) !== undefined;
  const choice = isRefused ? { refusal: refusalReasons(request, [load]) } : { nodeId: load.node.id };
  return { task, choice };
}
