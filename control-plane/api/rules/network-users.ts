/**
 * Who has an address on a network, as `network inspect` shows it.
 */
import type { GetNetworkReply, NetworkUser } from '../../../proto/gen/control.js';
import { NetworkUserCodec } from '../../../proto/gen/control.js';
import type { AttachedContainer, Network, NetworkAttachment, Node } from '../../../proto/gen/objects.js';
import { usesIngress } from '../../../proto/model/network.js';
import { addressLimits } from '../../../proto/model/network-addresses.js';
import { hasEnded } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { compareTexts } from './candidates.js';
import { hostnameOf, nodeName, serviceNameOf } from './entries.js';
import { taskName } from '../../../proto/model/task.js';

/** Of more tasks, or more containers, an answer would outgrow a message. */
const MOST_TASKS = 1000;

/** The network with its users, each kind by name. */
export function networkReply(view: ClusterView, network: Network): GetNetworkReply {
  const tasks = byName(tasksOn(view, network.id));
  const servedIds = new Set(tasks.map(({ serviceId }) => serviceId));
  const containers = byName(containerUsers(view, network.id));
  return {
    network,
    services: byName(servicesOn(view, network, servedIds)),
    tasks: tasks.slice(0, MOST_TASKS),
    taskCount: tasks.length,
    nodes: byName(nodesOn(view, network)),
    containers: containers.slice(0, MOST_TASKS),
    containerCount: containers.length,
  };
}

/** Containers on the network that are no tasks, as their nodes say; of nodes that are down nothing is known. */
export function* containersOn(
  view: ClusterView,
  networkId: string,
): Iterable<{ readonly container: AttachedContainer; readonly node: Node }> {
  for (const node of view.nodes()) {
    if (node.status?.state === 'down') continue;
    for (const container of node.description?.networking?.containers ?? [])
      if (container.networkId === networkId) yield { container, node };
  }
}

function* containerUsers(view: ClusterView, networkId: string): Iterable<NetworkUser> {
  for (const { container, node } of containersOn(view, networkId)) {
    const { containerId: id, name, address, address6 } = container;
    const [nodeId, nodeHostname] = [node.id, hostnameOf(node)];
    yield NetworkUserCodec.create({ id, name, address, address6, nodeId, nodeHostname });
  }
}

/** Those that are attached to it or published through it, and those that have tasks on it. */
function* servicesOn(
  view: ClusterView,
  { id: networkId, spec: networkSpec }: Network,
  servedIds: ReadonlySet<string>,
): Iterable<NetworkUser> {
  for (const { id, spec, allocation } of view.services()) {
    const virtual = allocation?.virtualAddresses.find((each) => each.networkId === networkId);
    const isAttached = spec?.task?.networks.some((each) => each.networkId === networkId) === true;
    const isPublished = networkSpec?.ingress === true && usesIngress(spec);
    if (isAttached || isPublished || virtual !== undefined || servedIds.has(id))
      yield aUser({ id, name: spec?.name ?? id }, virtual);
  }
}

function* tasksOn(view: ClusterView, networkId: string): Iterable<NetworkUser> {
  for (const task of view.tasks()) {
    const attachment = task.allocation?.attachments.find((each) => each.networkId === networkId);
    if (attachment === undefined || hasEnded(task)) continue;
    const { id, serviceId, revision, placement } = task;
    const nodeId = placement?.nodeId ?? '';
    const name = taskName(serviceNameOf(view, serviceId, revision), task);
    const nodeHostname = nodeId === '' ? '' : nodeName(view, nodeId);
    yield aUser({ id, name, serviceId, nodeId, nodeHostname }, attachment);
  }
}

function* nodesOn(view: ClusterView, network: Network): Iterable<NetworkUser> {
  const isAttachable = network.spec?.attachable === true;
  for (const node of view.nodes()) {
    const attachment = node.allocation?.attachments.find((each) => each.networkId === network.id);
    if (attachment === undefined) continue;
    const { block } = attachment;
    const problem = isAttachable && block === '' ? whyNoBlock(network) : '';
    yield aUser({ id: node.id, name: hostnameOf(node), block, problem }, attachment);
  }
}

function whyNoBlock({ allocation }: Network): string {
  const { subnet, blocks, blockSize } = addressLimits(allocation?.subnets ?? [], true);
  return `no block of addresses for containers is left: ${subnet} has ${blocks.length} of ${blockSize}, one for each node`;
}

function aUser(
  who: Parameters<typeof NetworkUserCodec.create>[0],
  attachment: NetworkAttachment | undefined,
): NetworkUser {
  const { address = '', address6 = '' } = attachment ?? {};
  return NetworkUserCodec.create({ ...who, address, address6 });
}

function byName(users: Iterable<NetworkUser>): readonly NetworkUser[] {
  return [...users].toSorted((a, b) => compareTexts(a.name, b.name));
}
