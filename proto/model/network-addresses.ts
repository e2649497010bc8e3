/**
 * Which addresses a network has to give. Those of an attachable one are shared out: the lower half is given one by
 * one, the upper half in blocks of equal size, one to each node, whose engine gives them to containers that are no
 * tasks. A block is a 256th of all, but 8 addresses at least and 256 at most: 16 blocks of 8 in a /24, 128 of 16 in
 * a /20.
 *
 * A network with IPv6 gives its addresses, and blocks, in pairs, at the same distance from the beginnings of its two
 * subnets; so one count says of both whether there are any left.
 */
import type { SubnetSpec } from '../gen/objects.js';
import { invariant } from '../base/invariant.js';
import { addressText, parseAddress, parseSubnet, type Subnet } from './address.js';

export interface AddressPair {
  readonly address: string;
  /** Empty on a network without IPv6. */
  readonly address6: string;
}

/** CIDR. */
export interface BlockPair {
  readonly block: string;
  /** Empty on a network without IPv6. */
  readonly block6: string;
}

/** IPv4 addresses are numbers here. */
export interface AddressLimits {
  /** Of the IPv4 subnet, CIDR. */
  readonly subnet: string;
  /** The first and the last that is given by itself, to a task, a service or a node. */
  readonly first: number;
  readonly last: number;
  /** Those between them that can't be given, or whose pair can't. */
  readonly excluded: ReadonlySet<number>;
  /** From an IPv4 address to its IPv6 one; undefined on a network without IPv6. */
  readonly toIpv6: bigint | undefined;
  /** The beginning of each block, in order; none where the network is not attachable, or too small. */
  readonly blocks: readonly number[];
  /** Addresses in each of them, a power of two. */
  readonly blockSize: number;
}

const BLOCKS_IN_ALL = 256;
const BLOCK_SIZE = { least: 8, most: 256 } as const;

/** A subnet of a network, with its parts read. */
interface ReadSubnet {
  readonly subnet: Subnet;
  readonly first: bigint;
  readonly last: bigint;
  readonly range: { readonly first: bigint; readonly last: bigint };
  readonly gateway: bigint;
}

/** Of a network's allocation: the IPv4 subnet, and the IPv6 one if there is one, with every field filled in. */
export function addressLimits(subnets: readonly SubnetSpec[], isAttachable: boolean): AddressLimits {
  const read = subnets.map(readSubnet);
  const ipv4 = read.find(({ subnet }) => subnet.base.family === 4);
  const ipv6 = read.find(({ subnet }) => subnet.base.family === 6);
  invariant(ipv4, 'a network has an IPv4 subnet');
  const toIpv6 = ipv6 && ipv6.range.first - ipv4.first;
  const { first } = ipv4.range;
  let { last } = ipv4.range;
  const gateways = [ipv4.gateway];
  if (ipv6 !== undefined && toIpv6 !== undefined) {
    if (ipv6.range.last - toIpv6 < last) last = ipv6.range.last - toIpv6;
    gateways.push(ipv6.gateway - toIpv6);
  }
  const all = { first: Number(first), last: Number(last) };
  const { blocks, blockSize, lastBelow } = isAttachable ? cut(all, gateways.map(Number)) : uncut(all);
  // The subnet's own address, that of everybody on it, and the gateways.
  const never = [ipv4.first, ipv4.last, ...gateways].map(Number);
  const excluded = new Set(never.filter((value) => value >= all.first && value <= lastBelow));
  const subnet = subnets[read.indexOf(ipv4)]?.subnet ?? '';
  return { subnet, first: all.first, last: lastBelow, excluded, toIpv6, blocks, blockSize };
}

/** The address of this number, with the one that goes with it. */
export function addressPair({ toIpv6 }: AddressLimits, number: number): AddressPair {
  const value = BigInt(number);
  return {
    address: addressText({ family: 4, value }),
    address6: toIpv6 === undefined ? '' : addressText({ family: 6, value: value + toIpv6 }),
  };
}

/** The block that begins at this number, with the one that goes with it. */
export function blockPair(limits: AddressLimits, first: number): BlockPair {
  const { address, address6 } = addressPair(limits, first);
  const bits = Math.log2(limits.blockSize);
  return {
    block: `${address}/${32 - bits}`,
    block6: address6 === '' ? '' : `${address6}/${128 - bits}`,
  };
}

/** The first and the last address of a subnet. */
export function endsOf({ base, prefixBits }: Subnet): { readonly first: bigint; readonly last: bigint } {
  const hostBits = BigInt((base.family === 4 ? 32 : 128) - prefixBits);
  const first = (base.value >> hostBits) << hostBits;
  return { first, last: first + (1n << hostBits) - 1n };
}

interface Ends {
  readonly first: number;
  readonly last: number;
}

interface Cut {
  readonly blocks: readonly number[];
  readonly blockSize: number;
  /** The last address below all blocks. */
  readonly lastBelow: number;
}

function uncut({ last }: Ends): Cut {
  return { blocks: [], blockSize: 0, lastBelow: last };
}

/** An engine would give a gateway of the network away, so its block is nobody's. */
function cut({ first, last }: Ends, gateways: readonly number[]): Cut {
  const count = Math.max(0, last - first + 1);
  const share = 2 ** Math.floor(Math.log2(Math.max(1, count))) / BLOCKS_IN_ALL;
  const size = Math.min(Math.max(share, BLOCK_SIZE.least), BLOCK_SIZE.most);
  const begin = Math.ceil((first + count / 2) / size) * size;
  const blocks: number[] = [];
  for (let at = begin; at + size - 1 <= last; at += size)
    if (!gateways.some((gateway) => gateway >= at && gateway < at + size)) blocks.push(at);
  return { blocks, blockSize: size, lastBelow: blocks.length === 0 ? last : begin - 1 };
}

function readSubnet({ subnet: text, range, gateway }: SubnetSpec): ReadSubnet {
  const subnet = parseSubnet(text);
  const part = parseSubnet(range === '' ? text : range);
  const given = parseAddress(gateway);
  invariant(subnet && part && given, `subnet ${text} is complete`);
  return { subnet, ...endsOf(subnet), range: endsOf(part), gateway: given.value };
}
