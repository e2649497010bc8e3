/**
 * Who has an address on a network, as `network inspect` shows it.
 */
import type { GetNetworkReply, NetworkUser } from '../../../proto/gen/control.js';
import { NetworkUserCodec } from '../../../proto/gen/control.js';
import type { Network, NetworkAttachment } from '../../../proto/gen/objects.js';
import { hasEnded } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { compareTexts } from './candidates.js';
import { hostnameOf, nodeName, serviceNameOf } from './entries.js';
import { taskName } from '../../../proto/model/task.js';

/** Of more tasks an answer would outgrow a message. */
const MOST_TASKS = 1000;

/** The network with its users, each kind by name. */
export function networkReply(view: ClusterView, network: Network): GetNetworkReply {
  const tasks = byName(tasksOn(view, network.id));
  return {
    network,
    services: byName(servicesOn(view, network.id)),
    tasks: tasks.slice(0, MOST_TASKS),
    taskCount: tasks.length,
    nodes: byName(nodesOn(view, network.id)),
  };
}

function* servicesOn(view: ClusterView, networkId: string): Iterable<NetworkUser> {
  for (const { id, spec, allocation } of view.services()) {
    const virtual = allocation?.virtualAddresses.find((each) => each.networkId === networkId);
    const isAttached = spec?.task?.networks.some((each) => each.networkId === networkId) === true;
    if (isAttached || virtual !== undefined) yield aUser({ id, name: spec?.name ?? id }, virtual);
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

function* nodesOn(view: ClusterView, networkId: string): Iterable<NetworkUser> {
  for (const node of view.nodes()) {
    const attachment = node.allocation?.attachments.find((each) => each.networkId === networkId);
    if (attachment !== undefined) yield aUser({ id: node.id, name: hostnameOf(node) }, attachment);
  }
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
