/**
 * Objects with what a person wants to read beside them: names for ids, counts of tasks, a manager's status.
 */
import type { ManagerStatus, NodeEntry, ServiceEntry, TaskEntry } from '../../../proto/gen/control.js';
import type { Node, Service, Task } from '../../../proto/gen/objects.js';
import { TaskSpecCodec } from '../../../proto/gen/objects.js';
import { isLost } from '../../../proto/model/node.js';
import { stateOf, taskName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';

/** The service with how many tasks it wants, and how many of those that should run do so on a node that is up. */
export function serviceEntry(view: ClusterView, service: Service): ServiceEntry {
  let runningTasks = 0;
  for (const task of view.tasksOfService(service.id)) if (isServing(view, task)) runningTasks += 1;
  return { service, desiredTasks: service.spec?.mode?.replicated.replicas ?? 0, runningTasks };
}

function isServing(view: ClusterView, task: Task): boolean {
  if (task.desired?.state !== 'running' || stateOf(task) !== 'running') return false;
  return !isLost(view.node(task.placement?.nodeId ?? ''));
}

export function taskEntry(view: ClusterView, task: Task): TaskEntry {
  const serviceName = serviceNameOf(view, task.serviceId, task.revision);
  const node = view.node(task.placement?.nodeId ?? '');
  return {
    task,
    name: taskName(serviceName, task),
    serviceName,
    nodeHostname: node === undefined ? '' : hostnameOf(node),
    spec: view.revision(task.serviceId, task.revision)?.spec?.task,
  };
}

/** The same for a list, where of the spec only the image is read: said for thousands of tasks, specs outgrow a message. */
export function taskRow(view: ClusterView, task: Task): TaskEntry {
  const entry = taskEntry(view, task);
  const image = entry.spec?.container?.image;
  return { ...entry, spec: image === undefined ? undefined : TaskSpecCodec.create({ container: { image } }) };
}

/** What this manager sees of the managers: only it can answer while there is one. */
export interface ManagerSight {
  /** The node of this manager. */
  readonly nodeId: string;
  readonly address: string;
}

export function nodeEntry(node: Node, self: ManagerSight): NodeEntry {
  return { node, manager: managerStatus(node, self) };
}

function managerStatus(node: Node, self: ManagerSight): ManagerStatus | undefined {
  if (node.id === self.nodeId) return { leader: true, reachable: true, address: self.address, voter: true };
  if (node.identity?.role !== 'manager') return undefined;
  const reachable = node.status?.state === 'ready';
  return { leader: false, reachable, address: node.status?.managerAddress ?? '', voter: true };
}

/** As the machine calls itself; its id until it has said so. */
export function hostnameOf(node: Node): string {
  const hostname = node.description?.hostname ?? '';
  return hostname === '' ? node.id : hostname;
}

/** The service's name; of a service that is gone, the name it had, or its id once that is forgotten too. */
export function serviceNameOf(view: ClusterView, serviceId: string, revision: number): string {
  const spec = view.service(serviceId)?.spec ?? view.revision(serviceId, revision)?.spec;
  return spec?.name ?? serviceId;
}
