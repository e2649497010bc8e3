/**
 * Subnets for networks: those that the user named, or the first that nothing stands in the way of. What stands in
 * the way are subnets of other networks and routes of nodes; whoever does is named in the refusal.
 */
import { addressText, overlaps, parseSubnet, type Subnet, subnetText } from '../../../proto/model/address.js';
import { endsOf } from '../../../proto/model/network-addresses.js';
import type { Node, SubnetSpec } from '../../../proto/gen/objects.js';
import type { ClusterView } from '../../store/rules/view.js';

/** A subnet that no other may overlap, and whose it is: "network web", "a route of node host-1". */
export interface TakenSubnet {
  readonly subnet: Subnet;
  readonly owner: string;
}

/** What came of it, or why nothing did, in words. */
export type Chosen = { readonly subnet: SubnetSpec } | { readonly problem: string };

/** What all networks have, and all nodes have routes to. */
export function takenSubnets(view: ClusterView): readonly TakenSubnet[] {
  const taken: TakenSubnet[] = [];
  for (const { spec, allocation } of view.networks())
    for (const { subnet } of allocation?.subnets ?? []) take(taken, subnet, `network ${spec?.name ?? ''}`);
  const known = new Set<string>();
  for (const node of view.nodes()) {
    for (const route of node.description?.networking?.routes ?? []) {
      // Nodes side by side have the same routes; one of them stands for all.
      if (known.has(route)) continue;
      known.add(route);
      take(taken, route, `a route of node ${nameOf(node)}`);
    }
  }
  return taken;
}

/** What networks were made with, be it that they could not be given it yet. */
export function askedSubnets(view: ClusterView): readonly TakenSubnet[] {
  const asked: TakenSubnet[] = [];
  for (const { spec } of view.networks())
    for (const { subnet } of spec?.subnets ?? []) take(asked, subnet, `network ${spec?.name ?? ''}`);
  return asked;
}

function take(taken: TakenSubnet[], text: string, owner: string): void {
  const subnet = parseSubnet(text);
  // A default route leads everywhere, and is in nobody's way.
  if (subnet !== undefined && subnet.prefixBits > 0) taken.push({ subnet, owner });
}

function nameOf({ id, description }: Node): string {
  return description?.hostname || id;
}

/** The subnet as it was asked for, complete. */
export function namedSubnet(asked: SubnetSpec, taken: readonly TakenSubnet[]): Chosen {
  const subnet = parseSubnet(asked.subnet);
  if (subnet === undefined) return { problem: `subnet ${asked.subnet} is none: write it as 10.1.0.0/24` };
  const other = taken.find((each) => overlaps(each.subnet, subnet));
  if (other !== undefined) {
    const theirs = subnetText(other.subnet);
    return { problem: `subnet ${asked.subnet} overlaps ${theirs}, which is ${other.owner}` };
  }
  return { subnet: completeSubnet(subnet, asked) };
}

/** With the range and the gateway that it has where none is named: all of it, and its first address. */
export function completeSubnet(
  { base, prefixBits }: Subnet,
  { range, gateway }: Pick<SubnetSpec, 'range' | 'gateway'> = { range: '', gateway: '' },
): SubnetSpec {
  const { family } = base;
  const { first } = endsOf({ base, prefixBits });
  const subnet = subnetText({ base: { family, value: first }, prefixBits });
  return {
    subnet,
    range: range || subnet,
    gateway: gateway || addressText({ family, value: first + 1n }),
  };
}

/** The first slice of the pools, in their order, that overlaps nothing that is taken. */
export function freeSlice(
  pools: readonly string[],
  prefixBits: number,
  taken: readonly TakenSubnet[],
): Subnet | undefined {
  for (const text of pools) {
    const pool = parseSubnet(text);
    if (pool === undefined || pool.base.family !== 4 || pool.prefixBits > prefixBits) continue;
    const slice = freeSliceOf(pool, prefixBits, taken);
    if (slice !== undefined) return slice;
  }
  return undefined;
}

// Goes from the end of one subnet that is in the way to the next, never through all slices: a /8 has 65,536 of /24.
function freeSliceOf(pool: Subnet, prefixBits: number, taken: readonly TakenSubnet[]): Subnet | undefined {
  const { family } = pool.base;
  const size = 1n << BigInt(32 - prefixBits);
  const inTheWay = taken
    .filter(({ subnet }) => overlaps(subnet, pool))
    .map(({ subnet }) => endsOf(subnet))
    .toSorted((a, b) => Number(a.first - b.first));
  const { first, last } = endsOf(pool);
  let at = first;
  for (const ends of inTheWay) {
    if (ends.first >= at + size) break;
    if (ends.last >= at) at = ((ends.last + size) / size) * size;
  }
  return at + size - 1n > last ? undefined : { base: { family, value: at }, prefixBits };
}

/**
 * A /64 of the range that everybody may use for themselves (fd00::/8, RFC 4193): its 40 bits follow from the
 * cluster, the 16 after them from the network; the next one where that is taken.
 */
export function ownIpv6Subnet(
  clusterId: string,
  networkId: string,
  taken: readonly TakenSubnet[],
): Subnet | undefined {
  const site = (0xfdn << 40n) | (hashOf(clusterId) & 0xff_ffff_ffffn);
  const start = hashOf(networkId);
  for (let step = 0n; step < 0x1_0000n; step++) {
    const value = ((site << 16n) | ((start + step) & 0xffffn)) << 64n;
    const subnet: Subnet = { base: { family: 6, value }, prefixBits: 64 };
    if (!taken.some((each) => overlaps(each.subnet, subnet))) return subnet;
  }
  return undefined;
}

/** FNV-1a of 64 bits: alike on every manager and in every version. Its halves are folded for shorter numbers. */
export function hashOf(text: string): bigint {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100_0000_01b3n) & 0xffff_ffff_ffff_ffffn;
  return hash ^ (hash >> 32n) ^ (hash >> 16n);
}
