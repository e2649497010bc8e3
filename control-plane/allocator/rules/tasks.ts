/**
 * What a task needs before it may be placed: an address on each of its networks, and that its service has what the
 * task will serve. With all of it the task is pending; until then it is new, and its status says what it waits for.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { NetworkAttachment, ServiceSpec, Task, TaskStatus } from '../../../proto/gen/objects.js';
import { usesIngress } from '../../../proto/model/network.js';
import { PENDING_MESSAGE } from '../../../proto/model/new-task.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';
import { type Holdings, networkChecks } from './holdings.js';
import { whyNoIngress } from './networks.js';
import { isServiceAllocated } from './services.js';

/** What the task waits for, by which it is found when that may have come; a network's, a service's or a revision's. */
export type Cause = `network ${string}` | `service ${string}` | `revision ${string}` | 'ingress';

/** Addresses; or what it waits for and, where that does not come by itself in a moment, why in words. */
export type TaskChoice =
  | { readonly attachments: readonly NetworkAttachment[] }
  | { readonly waitsFor: Cause; readonly reason: string };

/** What the choice rests on; no ingress id while there is no such network. */
export interface TaskContext {
  readonly view: ClusterView;
  readonly holdings: Holdings;
  readonly ingressId: string | undefined;
}

/** Addresses for the task, or what it waits for; never some of them. */
export function chooseAddresses({ view, holdings, ingressId }: TaskContext, task: Task): TaskChoice {
  const { serviceId, revision } = task;
  const spec = view.revision(serviceId, revision)?.spec;
  if (spec === undefined) return { waitsFor: `revision ${serviceId}.${revision}`, reason: '' };
  const unserved = whyUnserved(view, task);
  if (unserved !== undefined) return { waitsFor: `service ${serviceId}`, reason: unserved };
  if (usesIngress(spec) && ingressId === undefined)
    return { waitsFor: 'ingress', reason: whyNoIngress(view) };
  const networkIds = networksOf(spec, ingressId);
  const without = networkIds.find((id) => !holdings.hasRoom(id, 'task'));
  if (without !== undefined)
    return { waitsFor: `network ${without}`, reason: holdings.whyNoAddress(view, without) };
  return { attachments: networkIds.flatMap((id) => holdings.give(id) ?? []) };
}

/** The addresses and the state that follows from them, or the reason; undefined where there is no news. */
export function taskChange(task: Task, choice: TaskChoice, nowMs: number): ChangeGroup | undefined {
  const isStillNew = [unchanged('task', task, 'status'), unchanged('task', task, 'desired')];
  if ('waitsFor' in choice) {
    const { reason } = choice;
    if (reason === '' || task.status?.error === reason) return undefined;
    const status = { ...statusOf(task), atMs: nowMs, error: reason };
    return group([update('task', task.id, 'status', { status })], isStillNew);
  }
  const { attachments } = choice;
  const pending = { state: 'pending', atMs: nowMs, message: PENDING_MESSAGE, error: '' } as const;
  return group(
    [
      update('task', task.id, 'allocation', { allocation: { attachments } }),
      update('task', task.id, 'status', { status: { ...statusOf(task), ...pending } }),
    ],
    [...isStillNew, unchanged('task', task, 'allocation'), ...networkChecks(attachments)],
  );
}

/** Why the service that the task is to serve has not all of it; a task of an earlier revision serves what there is. */
function whyUnserved(view: ClusterView, { serviceId, revision }: Task): string | undefined {
  const service = view.service(serviceId);
  if (service === undefined || service.revision !== revision || isServiceAllocated(service)) return undefined;
  return service.allocation?.problem ?? '';
}

function networksOf(spec: ServiceSpec, ingressId: string | undefined): readonly string[] {
  const own = spec.task?.networks.map(({ networkId }) => networkId) ?? [];
  return [...new Set(usesIngress(spec) && ingressId !== undefined ? [...own, ingressId] : own)];
}

function statusOf({ status }: Task): TaskStatus {
  return { state: 'new', atMs: 0, message: '', error: '', ports: [], ...status };
}
