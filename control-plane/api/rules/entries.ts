/**
 * Objects with what a person wants to read beside them: names for ids, counts of tasks, a manager's status.
 */
import type { ManagerStatus, NodeEntry, ServiceEntry, TaskEntry } from '../../../proto/gen/control.js';
import type { Node, Service, Task } from '../../../proto/gen/objects.js';
import { TaskSpecCodec } from '../../../proto/gen/objects.js';
import { isAwaited } from '../../../proto/model/node.js';
import { hasEnded, isWanted, taskName } from '../../../proto/model/task.js';
import type { ManagerSeat } from './quorum.js';
import { runningOnLost, serviceTally } from './service-tally.js';
import type { ClusterView } from '../../store/rules/view.js';

/** The services, each with how many tasks it wants, how many run and how many are done. */
export function serviceEntries(view: ClusterView, services: readonly Service[]): ServiceEntry[] {
  const lost = runningOnLost(view);
  return services.map((service) => ({ service, ...serviceTally(view, service, lost) }));
}

export function taskEntry(view: ClusterView, task: Task): TaskEntry {
  const serviceName = serviceNameOf(view, task.serviceId, task.revision);
  const node = view.node(task.placement?.nodeId ?? '');
  return {
    task: withWhyUnsent(view, task, node),
    name: taskName(serviceName, task),
    serviceName,
    nodeHostname: node === undefined ? '' : hostnameOf(node),
    spec: view.revision(task.serviceId, task.revision)?.spec?.task,
    awaitsNode: isWanted(task) && !hasEnded(task) && isAwaited(node, view.service(task.serviceId)?.spec),
  };
}

/** An assigned task says why its node was not told of it: nobody writes that down, as it mostly is over in a moment. */
function withWhyUnsent(view: ClusterView, task: Task, node: Node | undefined): Task {
  const { status, allocation } = task;
  if (status?.state !== 'assigned' || node === undefined || !isWanted(task)) return task;
  const isOn = (networkId: string): boolean =>
    node.allocation?.attachments.some((each) => each.networkId === networkId) === true;
  const lacking = allocation?.attachments.find(({ networkId }) => !isOn(networkId));
  if (lacking === undefined) return task;
  const name = view.network(lacking.networkId)?.spec?.name ?? lacking.networkId;
  const error = `node ${hostnameOf(node)} has no address on network ${name} yet; if that lasts, all are in use: swarmctl network inspect ${name}`;
  return { ...task, status: { ...status, error } };
}

/** Where the spec would be said for every task anew. */
export function taskEntryWithoutSpec(view: ClusterView, task: Task): TaskEntry {
  return { ...taskEntry(view, task), spec: undefined };
}

/** The same for a list, where of the spec only the image is read: said for thousands of tasks, specs outgrow a message. */
export function taskRow(view: ClusterView, task: Task): TaskEntry {
  const entry = taskEntry(view, task);
  const image = entry.spec?.container?.image;
  return { ...entry, spec: image === undefined ? undefined : TaskSpecCodec.create({ container: { image } }) };
}

export function nodeEntry(node: Node, seats: readonly ManagerSeat[]): NodeEntry {
  return { node, manager: managerStatus(node, seats) };
}

/** As the managers see one another; one that is to be a manager and has no seat yet is on its way. */
function managerStatus(node: Node, seats: readonly ManagerSeat[]): ManagerStatus | undefined {
  const seat = seats.find(({ nodeId }) => nodeId === node.id);
  if (seat === undefined) {
    if (node.identity?.role !== 'manager') return undefined;
    const address = node.status?.managerAddress ?? '';
    return { leader: false, reachable: false, address, voter: false, reachabilityUnknown: false };
  }
  const { isLeader: leader, isVoter: voter, isReachable, address } = seat;
  const reachabilityUnknown = isReachable === undefined && !leader;
  return { leader, voter, address, reachable: leader || isReachable === true, reachabilityUnknown };
}

/** The node as people call it; its id when it is not known. */
export function nodeName(view: ClusterView, nodeId: string): string {
  const node = view.node(nodeId);
  return node === undefined ? nodeId : hostnameOf(node);
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
