/**
 * What nodes are told of overlay networks, item by item, as one view has it: networks, the nodes and tasks that
 * are on them, the services whose names they know. Networks are told with the node's own address on them; all
 * other items are alike for every node. Which node is told of which item follows from the networks it is on.
 */
import {
  type NetworkChanges,
  type OverlayEndpoint,
  OverlayEndpointCodec,
  type OverlayNetwork,
  type OverlayPeer,
  type OverlayService,
} from '../../../proto/gen/dispatcher.js';
import type {
  Network,
  NetworkAttachment,
  Node,
  PortSpec,
  Service,
  ServiceSpec,
  Task,
} from '../../../proto/gen/objects.js';
import { contains, parseAddress, parseSubnet } from '../../../proto/model/address.js';
import { dataPathPort, isIngressPort, isServing, STACK_LABEL } from '../../../proto/model/network.js';
import { hasEnded, isUnplaced, taskName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';

/** The kinds of items, named as in the message. */
export const OVERLAY_KINDS = ['networks', 'peers', 'endpoints', 'services'] as const;
export type OverlayKind = (typeof OVERLAY_KINDS)[number];

/** The key of what a task, container, node or service is on a network. */
export function overlayKey(networkId: string, id: string): string {
  return `${networkId}/${id}`;
}

/** The address that the node has on the network; undefined when it does not take part in it. */
export function attachmentTo(node: Node | undefined, networkId: string): NetworkAttachment | undefined {
  return node?.allocation?.attachments.find((attachment) => attachment.networkId === networkId);
}

/** The network as the node must know it; undefined when the node does not take part in it. */
export function networkItem(
  view: ClusterView,
  nodeId: string,
  networkId: string,
): OverlayNetwork | undefined {
  const network = view.network(networkId);
  const own = attachmentTo(view.node(nodeId), networkId);
  if (network?.spec === undefined || own === undefined) return undefined;
  const { spec, allocation } = network;
  return {
    networkId,
    name: spec.name,
    vxlanId: allocation?.vxlanId ?? 0,
    dataPathPort: dataPathPort(view.cluster()?.spec),
    subnet: subnetOf(network, false),
    subnet6: subnetOf(network, true),
    gateway: own.address,
    gateway6: own.address6,
    mtu: spec.mtu,
    internal: spec.internal,
    ingress: spec.ingress,
    attachable: spec.attachable,
    encrypted: spec.encrypted,
    labels: spec.labels,
    block: own.block,
    block6: own.block6,
  };
}

function subnetOf({ allocation }: Network, isIpv6: boolean): string {
  return allocation?.subnets.find(({ subnet }) => subnet.includes(':') === isIpv6)?.subnet ?? '';
}

/** How other nodes reach this one. */
export function peerItem(node: Node): OverlayPeer {
  const { dataAddress = '', dataMtu = 0, tunnelKeys = [] } = node.description?.networking ?? {};
  return { nodeId: node.id, dataAddress, dataMtu, tunnelKeys };
}

/** The node itself on one of its networks. */
export function gatewayItem(
  node: Node,
  { networkId, address, address6 }: NetworkAttachment,
): OverlayEndpoint {
  return OverlayEndpointCodec.create({ networkId, nodeId: node.id, address, address6 });
}

const HARDWARE_ADDRESS = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/;

/**
 * The containers on attachable networks that are no tasks, as their node says. What it says of addresses outside its
 * blocks is not believed; of a node that is down nothing is.
 */
export function containerItems(node: Node): readonly OverlayEndpoint[] {
  const containers = node.status?.state === 'down' ? [] : (node.description?.networking?.containers ?? []);
  return containers.flatMap(({ networkId, containerId, name, address, address6, hardwareAddress }) => {
    const own = attachmentTo(node, networkId);
    const isOwn = own !== undefined && lies(address, own.block) && containerId !== '';
    if (!isOwn || !HARDWARE_ADDRESS.test(hardwareAddress)) return [];
    return OverlayEndpointCodec.create({
      networkId,
      nodeId: node.id,
      containerId,
      containerName: name,
      address,
      address6: lies(address6, own.block6) ? address6 : '',
      hardwareAddress,
    });
  });
}

function lies(text: string, block: string): boolean {
  const [address, subnet] = [parseAddress(text), parseSubnet(block)];
  return address !== undefined && subnet !== undefined && contains(subnet, address);
}

/**
 * The task on its networks, as long as its node has taken it and it has not ended. Before its node takes part in
 * the network there is nothing of it to reach.
 */
export function endpointItems(view: ClusterView, task: Task): readonly OverlayEndpoint[] {
  const { attachments = [] } = task.allocation ?? {};
  const nodeId = task.placement?.nodeId ?? '';
  if (attachments.length === 0 || nodeId === '' || isUnplaced(task) || hasEnded(task)) return [];
  const node = view.node(nodeId);
  const spec = view.revision(task.serviceId, task.revision)?.spec;
  const serviceName = spec?.name ?? '';
  return attachments
    .filter(({ networkId }) => attachmentTo(node, networkId) !== undefined)
    .map(({ networkId, address, address6 }) =>
      OverlayEndpointCodec.create({
        networkId,
        taskId: task.id,
        nodeId,
        address,
        address6,
        serviceId: task.serviceId,
        taskName: taskName(serviceName, task),
        slot: task.slot,
        serving: isServing(task),
        ports: view.network(networkId)?.spec?.ingress === true ? ingressPortsOf(spec) : [],
      }),
    );
}

function ingressPortsOf(spec: ServiceSpec | undefined): readonly PortSpec[] {
  return (spec?.endpoint?.ports ?? []).filter(isIngressPort);
}

/**
 * The service on the networks where it is known, and on the ingress networks when it is published there: as it was
 * given, which is what its tasks have, not what its spec says since.
 */
export function serviceItems(service: Service, ingressIds: Iterable<string>): readonly OverlayService[] {
  const { id: serviceId, spec, allocation } = service;
  if (spec === undefined) return [];
  const common = {
    serviceId,
    name: spec.name,
    stack: spec.labels[STACK_LABEL] ?? '',
    mode: spec.endpoint?.mode ?? ('vip' as const),
  };
  const given = allocation?.networks ?? [];
  const known = given.length > 0 ? given : (spec.task?.networks ?? []);
  const named = known.map(({ networkId, aliases }): OverlayService => {
    const virtual = allocation?.virtualAddresses.find((each) => each.networkId === networkId);
    return {
      ...common,
      networkId,
      aliases,
      address: virtual?.address ?? '',
      address6: virtual?.address6 ?? '',
      ports: [],
    };
  });
  const ports = (allocation?.ports ?? []).filter(isIngressPort);
  const published = ports.length === 0 ? [] : [...ingressIds];
  return [
    ...named,
    ...published.map(
      (networkId): OverlayService => ({
        ...common,
        networkId,
        aliases: [],
        address: '',
        address6: '',
        ports,
      }),
    ),
  ];
}

/** What there is of one item for a node; undefined when it is, or is no longer, none of the node's. */
export interface OverlayItems {
  readonly networks: (key: string) => OverlayNetwork | undefined;
  readonly peers: (key: string) => OverlayPeer | undefined;
  readonly endpoints: (key: string) => OverlayEndpoint | undefined;
  readonly services: (key: string) => OverlayService | undefined;
}

/** An item that may differ from what a node was told of it. */
export interface ChangedItem {
  readonly kind: OverlayKind;
  readonly key: string;
}

export type OverlayDifference = Omit<NetworkChanges, 'complete' | 'sequence' | 'unfinished'>;

/** What a node must be told of these items: what there is of them now, or that there is nothing of them any more. */
export function overlayDifference(items: OverlayItems, changed: readonly ChangedItem[]): OverlayDifference {
  const networks = sorted('networks', changed, items.networks);
  const peers = sorted('peers', changed, items.peers);
  const endpoints = sorted('endpoints', changed, items.endpoints);
  const services = sorted('services', changed, items.services);
  return {
    networks: networks.there,
    peers: peers.there,
    endpoints: endpoints.there,
    services: services.there,
    removedNetworks: networks.goneKeys,
    removedPeers: peers.goneKeys,
    removedEndpoints: endpoints.goneKeys,
    removedServices: services.goneKeys,
  };
}

function sorted<T>(
  kind: OverlayKind,
  changed: readonly ChangedItem[],
  itemOf: (key: string) => T | undefined,
): { readonly there: readonly T[]; readonly goneKeys: readonly string[] } {
  const there: T[] = [];
  const goneKeys: string[] = [];
  for (const each of changed) {
    if (each.kind !== kind) continue;
    const item = itemOf(each.key);
    if (item === undefined) goneKeys.push(each.key);
    else there.push(item);
  }
  return { there, goneKeys };
}
