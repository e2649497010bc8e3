/**
 * May this network be made beside those there are, and may that one be removed? Subnets that overlap, with one
 * another or with what a node reaches otherwise, would make addresses mean two things.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { Network, NetworkSpec, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { overlaps, parseSubnet, type Subnet } from '../../../proto/model/address.js';
import { usesIngress } from '../../../proto/model/network.js';
import { refuse } from '../../../proto/model/refusal.js';
import { isSettled, requestOf } from '../../../proto/model/rollout.js';
import { hasEnded, taskName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf, nodeName, serviceNameOf } from './entries.js';
import { containersOn } from './network-users.js';

/** Throws input.invalid unless the network may be made. */
export function checkNewNetwork(view: ClusterView, spec: NetworkSpec): void {
  if (spec.ingress) checkNoIngress(view);
  for (const { subnet: text } of spec.subnets) {
    const subnet = parseSubnet(text);
    if (subnet !== undefined) checkSubnetIsFree(view, text, subnet);
  }
}

function checkNoIngress(view: ClusterView): void {
  for (const other of view.networks())
    if (other.spec?.ingress === true)
      refuse(
        'ingress',
        `there is an ingress network already, ${nameOf(other)}; remove it first: swarmctl network rm ${nameOf(other)}`,
      );
}

function checkSubnetIsFree(view: ClusterView, text: string, subnet: Subnet): void {
  for (const other of view.networks()) {
    const taken = subnetsOf(other).find((each) => overlapsText(subnet, each));
    if (taken !== undefined)
      refuse('subnet', `overlaps ${taken} of network ${nameOf(other)}; choose another`, text);
  }
  for (const node of view.nodes()) {
    const route = node.description?.networking?.routes.find((each) => overlapsText(subnet, each));
    if (route !== undefined)
      refuse(
        'subnet',
        `overlaps ${route}, which node ${hostnameOf(node)} has a route to; choose another, or remove that route`,
        text,
      );
  }
}

/** Asked for, and given. */
function subnetsOf({ spec, allocation }: Network): readonly string[] {
  return [...(spec?.subnets ?? []), ...(allocation?.subnets ?? [])].map(({ subnet }) => subnet);
}

function overlapsText(subnet: Subnet, text: string): boolean {
  const other = parseSubnet(text);
  // The default route leads everywhere, and is in nobody's way.
  return other !== undefined && other.prefixBits > 0 && overlaps(subnet, other);
}

/** So many users are named. */
const MOST_NAMED = 5;

/**
 * Throws network.in-use, or network.ingress-in-use, while a service or a task that has not ended needs it, or a user's
 * own container is on it.
 */
export function checkNetworkRemoval(view: ClusterView, network: Network): void {
  const users: string[] = [];
  for (const user of usersOf(view, network)) {
    users.push(users.length === MOST_NAMED ? '…' : user);
    if (users.length > MOST_NAMED) break;
  }
  if (users.length === 0) return;
  const isIngress = network.spec?.ingress === true;
  throw new SwarmError(isIngress ? 'network.ingress-in-use' : 'network.in-use', {
    network: nameOf(network),
    users,
  });
}

function* usersOf(view: ClusterView, network: Network): Iterable<string> {
  const isUsedBy = (spec: ServiceSpec | undefined): boolean => needsNetwork(spec, network);
  for (const service of view.services()) {
    const { spec, id } = service;
    // A rollout that fails may turn back by itself, to a spec that needs it.
    const { stableRevision } = requestOf(service);
    const stable = isSettled(service) ? undefined : view.revision(id, stableRevision)?.spec;
    if (isUsedBy(spec) || isUsedBy(stable)) yield `service ${spec?.name ?? id}`;
  }
  for (const task of view.tasks()) {
    if (hasEnded(task)) continue;
    const isAttached = task.allocation?.attachments.some(({ networkId }) => networkId === network.id);
    if (isAttached === true || isUsedBy(view.revision(task.serviceId, task.revision)?.spec))
      yield taskText(view, task);
  }
  for (const { container, node } of containersOn(view, network.id))
    yield `container ${container.name} on ${hostnameOf(node)}`;
}

function needsNetwork(spec: ServiceSpec | undefined, { id, spec: network }: Network): boolean {
  if (network?.ingress === true && usesIngress(spec)) return true;
  return spec?.task?.networks.some(({ networkId }) => networkId === id) === true;
}

function taskText(view: ClusterView, task: Task): string {
  const name = taskName(serviceNameOf(view, task.serviceId, task.revision), task);
  const nodeId = task.placement?.nodeId ?? '';
  return nodeId === '' ? `task ${name}` : `task ${name} on ${nodeName(view, nodeId)}`;
}

function nameOf({ id, spec }: Network): string {
  return spec?.name ?? id;
}
