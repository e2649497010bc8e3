/**
 * What a network is given once: its subnets and the number of its VXLAN. A network that can't be given all of it is
 * given nothing, and says why. Also makes the ingress network, when the first service needs it.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Network, NetworkAllocation, NetworkSpec, SubnetSpec } from '../../../proto/gen/objects.js';
import { NetworkCodec } from '../../../proto/gen/objects.js';
import { parseSubnet } from '../../../proto/model/address.js';
import { DEFAULT_ADDRESS_POOLS, DEFAULT_SUBNET_PREFIX_BITS } from '../../../proto/model/network.js';
import { INGRESS_NETWORK_NAME } from '../../../proto/model/network-spec.js';
import { create, group, unchanged, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';
import { AddressPool } from './addresses.js';
import {
  askedSubnets,
  type Chosen,
  completeSubnet,
  freeSlice,
  hashOf,
  namedSubnet,
  ownIpv6Subnet,
  takenSubnets,
  type TakenSubnet,
} from './subnets.js';

/** Where every node takes part, a /24 would soon be full: on the ingress network and on attachable ones. */
const ALL_NODES_PREFIX_BITS = 20;
/** Lower ones are Docker Swarm's, where both are on one host. */
const FIRST_VXLAN_ID = 4097;
const LAST_VXLAN_ID = 2 ** 24 - 1;

/** Whether the network has what it needs; it keeps that as long as it is there. */
export function isAllocated({ allocation }: Network): boolean {
  return allocation !== undefined && allocation.subnets.length > 0;
}

/** Gives these networks what they lack, or says why that can't be. */
export function allocateNetworks(view: ClusterView, networks: readonly Network[]): readonly ChangeGroup[] {
  if (networks.length === 0) return [];
  const taken = [...takenSubnets(view)];
  const vxlanIds = new Set<number>();
  for (const { allocation } of view.networks())
    if (allocation !== undefined) vxlanIds.add(allocation.vxlanId);
  return networks.flatMap((network) => {
    const chosen = chooseSubnets(view, network, taken);
    if ('problem' in chosen && chosen.problem === network.allocation?.problem) return [];
    if ('subnets' in chosen) for (const { subnet } of chosen.subnets) noteTaken(taken, network, subnet);
    const allocation: NetworkAllocation =
      'problem' in chosen
        ? { subnets: [], vxlanId: 0, problem: chosen.problem }
        : { subnets: chosen.subnets, vxlanId: freeVxlanId(network.id, vxlanIds), problem: '' };
    vxlanIds.add(allocation.vxlanId);
    return [
      group(
        [update('network', network.id, 'allocation', { allocation })],
        [unchanged('network', network, 'spec'), unchanged('network', network, 'allocation')],
      ),
    ];
  });
}

/**
 * The network of published ports. Should there be two, as one was made by name while another was made for the first
 * port, it is the same one for every leader.
 */
export function ingressNetwork(view: ClusterView): Network | undefined {
  for (const network of view.networks()) if (network.spec?.ingress === true) return network;
  return undefined;
}

/** Makes the ingress network; nothing where another network has its name. The name also keeps it from being made twice. */
export function makeIngressNetwork(view: ClusterView, id: string): readonly ChangeGroup[] {
  if (view.networkByName(INGRESS_NETWORK_NAME) !== undefined) return [];
  return [
    group([
      create('network', NetworkCodec.create({ id, spec: { name: INGRESS_NETWORK_NAME, ingress: true } })),
    ]),
  ];
}

/** Why there is no ingress network, in words; empty while it is about to be made. */
export function whyNoIngress(view: ClusterView): string {
  const other = view.networkByName(INGRESS_NETWORK_NAME);
  if (other === undefined || other.spec?.ingress === true) return '';
  return `the ingress network can't be made, as another one is named ${INGRESS_NETWORK_NAME}: remove that, or make one with --ingress`;
}

type Subnets = { readonly subnets: readonly SubnetSpec[] } | { readonly problem: string };

function chooseSubnets(view: ClusterView, { id, spec }: Network, taken: readonly TakenSubnet[]): Subnets {
  const asked = (family: 4 | 6): SubnetSpec | undefined =>
    spec?.subnets.find(({ subnet }) => parseSubnet(subnet)?.base.family === family);
  const asked4 = asked(4);
  const ipv4 = asked4 === undefined ? sliceFor(view, spec, taken) : namedSubnet(asked4, taken);
  if ('problem' in ipv4) return ipv4;
  const asked6 = asked(6);
  const subnets = [ipv4.subnet];
  if (spec?.ipv6 === true || asked6 !== undefined) {
    const ipv6 = asked6 === undefined ? ownIpv6(view, id, taken) : namedSubnet(asked6, taken);
    if ('problem' in ipv6) return ipv6;
    subnets.push(ipv6.subnet);
  }
  if (new AddressPool(subnets, spec?.attachable === true).size > 0) return { subnets };
  return { problem: `subnet ${subnets.map(({ range }) => range).join(' with ')} has no address to give` };
}

function sliceFor(view: ClusterView, spec: NetworkSpec | undefined, taken: readonly TakenSubnet[]): Chosen {
  const { addressPools = [], subnetPrefixBits = 0 } = view.cluster()?.spec ?? {};
  const pools = addressPools.length === 0 ? DEFAULT_ADDRESS_POOLS : addressPools;
  const usual = subnetPrefixBits || DEFAULT_SUBNET_PREFIX_BITS;
  const isOnAllNodes = spec?.ingress === true || spec?.attachable === true;
  const wanted = isOnAllNodes ? ALL_NODES_PREFIX_BITS : usual;
  // Whoever named a subnet was told that it is free.
  const inTheWay = [...taken, ...askedSubnets(view)];
  // Of a small pool, such a network gets the largest part that is left.
  for (let bits = wanted; bits <= Math.max(wanted, usual); bits++) {
    const slice = freeSlice(pools, bits, inTheWay);
    if (slice !== undefined) return { subnet: completeSubnet(slice) };
  }
  const size = `/${Math.max(wanted, usual)}`;
  return {
    problem: `no ${size} is free in the address pools (${pools.join(', ')}): each overlaps a network or a route of a node; remove a network that is not needed, or name a subnet with --subnet`,
  };
}

function ownIpv6(view: ClusterView, networkId: string, taken: readonly TakenSubnet[]): Chosen {
  const subnet = ownIpv6Subnet(view.cluster()?.id ?? '', networkId, taken);
  return subnet === undefined
    ? { problem: 'no IPv6 /64 of this cluster is free; name one with --subnet' }
    : { subnet: completeSubnet(subnet) };
}

function noteTaken(taken: TakenSubnet[], { spec }: Network, text: string): void {
  const subnet = parseSubnet(text);
  if (subnet !== undefined) taken.push({ subnet, owner: `network ${spec?.name ?? ''}` });
}

/**
 * Follows from the network's id, so that one that was just given back is not the next to be given: a node that did
 * not hear yet that its network is gone would reach into another one. The next one where that is taken.
 */
function freeVxlanId(networkId: string, used: ReadonlySet<number>): number {
  const count = LAST_VXLAN_ID - FIRST_VXLAN_ID + 1;
  let offset = Number(hashOf(networkId) % BigInt(count));
  while (used.has(FIRST_VXLAN_ID + offset)) offset = (offset + 1) % count;
  return FIRST_VXLAN_ID + offset;
}
