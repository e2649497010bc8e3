/**
 * Tasks whose node was chosen when they were made: only that one is looked at, and it either takes the task or
 * says why not. Same loads and tasks in, same answers out.
 */
import type { ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { grantGeneric } from '../../../proto/model/generic-resources.js';
import { afterTaskOf } from './batch.js';
import { failureKey } from './claim.js';
import { filtersFor, refusalReasons, refusedBy } from './filters.js';
import type { NodeLoad } from './node-load.js';
import type { NodeLoads } from './node-loads.js';
import type { Placement } from './place.js';
import { claimFor, type PlacementDefaults, type Request, requestOf } from './request.js';

/** An answer for each task whose node is there, each taking into account those before it; it counts from then on. */
export function confirmTasks(
  loads: NodeLoads,
  tasks: readonly Task[],
  specOf: (task: Task) => ServiceSpec | undefined,
  defaults: PlacementDefaults,
): readonly Placement[] {
  // Tasks of one revision come in numbers, one for each node: what they ask for is read once.
  const requestByKey = new Map<string, Request>();
  const requestFor = (task: Task): Request | undefined => {
    const key = failureKey(task);
    const known = requestByKey.get(key);
    if (known !== undefined) return known;
    const spec = specOf(task);
    const request = spec && requestOf(task.serviceId, spec, loads, defaults);
    if (request !== undefined) requestByKey.set(key, request);
    return request;
  };
  return tasks.flatMap((task) => {
    const request = requestFor(task);
    const load = loads.of(task.placement?.nodeId ?? '');
    if (request === undefined || load === undefined) return [];
    // What the task it waits for takes is free for it.
    return [loads.without(afterTaskOf(task), () => confirm(loads, task, request, load))];
  });
}

function confirm(loads: NodeLoads, task: Task, request: Request, load: NodeLoad): Placement {
  if (refusedBy(filtersFor(request), request, load) !== undefined)
    return { task, choice: { refusal: refusalReasons(request, [load]) } };
  const generic = grantGeneric(request.generic, load.freeGeneric);
  loads.assign(task, load.id, claimFor(request, generic));
  return { task, choice: { nodeId: load.id, generic } };
}
