/**
 * What a service's spec says of other objects: the networks it names are found and kept by their ids, and the
 * ports it wants are nobody else's, neither another service's nor another program's on a node.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { Check } from '../../../proto/gen/log.js';
import type { Node, PortSpec, Service, ServiceSpec, UsedPort } from '../../../proto/gen/objects.js';
import { isSameHostAddress, isSameHostPort, portText } from '../../../proto/model/endpoint-spec.js';
import { dataPathPort, isIngressPort, TUNNEL_PORTS } from '../../../proto/model/network.js';
import { ENGINE_NETWORK_NAMES } from '../../../proto/model/network-spec.js';
import { refuse } from '../../../proto/model/refusal.js';
import { isSame } from '../../../proto/model/sameness.js';
import { exists } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf } from './entries.js';
import { findNetwork, resolveNetwork } from './references.js';

/** Whether another object could be in the way of it. */
export function hasReferences(spec: ServiceSpec | undefined): boolean {
  return (spec?.task?.networks.length ?? 0) > 0 || (spec?.endpoint?.ports.length ?? 0) > 0;
}

/**
 * The spec with its networks by their ids. `present` is the service as it is: what it has published already is
 * not asked for again. Throws object.not-found, or input.invalid.
 */
export function withReferences(
  view: ClusterView,
  spec: ServiceSpec,
  present: Pick<Service, 'id' | 'spec'> | undefined,
): ServiceSpec {
  checkPorts(view, spec, present);
  const { task } = spec;
  if (task === undefined || task.networks.length === 0) return spec;
  const networks = task.networks.map((given) => ({
    ...given,
    networkId: resolvedNetwork(view, given.networkId),
  }));
  for (const [at, { networkId }] of networks.entries())
    if (networks.findIndex((other) => other.networkId === networkId) < at)
      refuse('network', 'is given twice', task.networks[at]?.networkId);
  return { ...spec, task: { ...task, networks } };
}

/** What must still hold when the spec is written: its networks are there. */
export function referenceChecks(spec: ServiceSpec | undefined): readonly Check[] {
  return (spec?.task?.networks ?? []).map(({ networkId }) => exists('network', networkId));
}

function resolvedNetwork(view: ClusterView, ref: string): string {
  if (findNetwork(view, ref).kind === 'none' && ENGINE_NETWORK_NAMES.includes(ref))
    refuse(
      'network',
      'is a network of each engine by itself, and services are attached to networks of the cluster; make one: swarmctl network create NAME',
      ref,
    );
  const network = resolveNetwork(view, ref);
  if (network.spec?.ingress === true)
    refuse('network', 'carries published ports, and cannot be attached to; publish a port instead', ref);
  return network.id;
}

function checkPorts(
  view: ClusterView,
  spec: ServiceSpec,
  present: Pick<Service, 'id' | 'spec'> | undefined,
): void {
  const before = present?.spec?.endpoint?.ports ?? [];
  for (const port of spec.endpoint?.ports ?? []) {
    const isNew = !before.some((old) => isSame({ ...old, targetPort: port.targetPort }, port));
    if (!isNew || port.publishedPort === 0) continue;
    checkServices(view, port, present?.id);
    if (!isIngressPort(port)) continue;
    checkOwnPorts(view, port);
    checkNodes(view, port);
  }
}

/** Ports of host mode are each on its own node: only the scheduler sees whether two meet. */
function checkServices(view: ClusterView, wanted: PortSpec, ownId: string | undefined): void {
  for (const { id, spec, allocation } of view.services()) {
    if (id === ownId) continue;
    const theirs = [...(spec?.endpoint?.ports ?? []), ...(allocation?.ports ?? [])].find(
      (port) => (isIngressPort(port) || isIngressPort(wanted)) && isSameHostPort(port, wanted),
    );
    if (theirs === undefined) continue;
    const name = spec?.name ?? id;
    const how = isIngressPort(theirs) ? 'on every node' : 'in mode host';
    const rule = isAskedFor(theirs, spec)
      ? `service ${name} publishes that port already, ${how}; choose another, or remove it there`
      : `tasks of an earlier revision of service ${name} serve that port still; choose another, or try again when its update is done: swarmctl service ps ${name}`;
    throw new SwarmError('input.invalid', { field: 'publish', value: portText(wanted), rule });
  }
}

/** A service has the ports of earlier revisions, too, as long as it has tasks of them. */
function isAskedFor(given: PortSpec, spec: ServiceSpec | undefined): boolean {
  return (spec?.endpoint?.ports ?? []).some(
    (port) =>
      isSameHostPort(port, given) || (port.publishedPort === 0 && port.targetPort === given.targetPort),
  );
}

/** What came in there would be taken from the networks, or their devices could not be made. */
function checkOwnPorts(view: ClusterView, wanted: PortSpec): void {
  const own = [dataPathPort(view.cluster()?.spec), ...TUNNEL_PORTS];
  if (wanted.protocol === 'udp' && own.includes(wanted.publishedPort))
    refuse('publish', 'is where networks travel between the nodes; choose another port', portText(wanted));
}

function checkNodes(view: ClusterView, wanted: PortSpec): void {
  for (const node of view.nodes()) {
    const used = usedPort(node, wanted);
    if (used === undefined) continue;
    const where = used.address === '' ? '' : ` on ${used.address}`;
    refuse(
      'publish',
      `node ${hostnameOf(node)} has a program of its own that listens on port ${used.port}/${used.protocol}${where}; choose another port, stop that program, or publish with mode=host`,
      portText(wanted),
    );
  }
}

function usedPort({ status, description }: Node, wanted: PortSpec): UsedPort | undefined {
  if (status?.state !== 'ready') return undefined;
  return description?.networking?.usedPorts.find(
    ({ protocol, port, address }) =>
      protocol === wanted.protocol &&
      port === wanted.publishedPort &&
      isSameHostAddress(address, wanted.hostIp),
  );
}
