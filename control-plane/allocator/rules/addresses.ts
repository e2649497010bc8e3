/**
 * The addresses of one network: which can be given, which are in use, and which comes next. They are given in
 * rotation, so that whoever begins does not get the address of one that has just ended while others are free. A
 * network with IPv6 gives its addresses in pairs, at the same distance from the beginnings of its two subnets; so
 * one count says of both whether there are any left.
 */
import type { SubnetSpec } from '../../../proto/gen/objects.js';
import { addressText, parseAddress, parseSubnet, type Subnet } from '../../../proto/model/address.js';
import { invariant } from '../../../proto/base/invariant.js';

export interface AddressPair {
  readonly address: string;
  /** Empty on a network without IPv6. */
  readonly address6: string;
}

/** The subnet of a network, with its parts read. */
interface Block {
  readonly subnet: Subnet;
  readonly first: bigint;
  readonly last: bigint;
  readonly range: { readonly first: bigint; readonly last: bigint };
  readonly gateway: bigint;
}

export class AddressPool {
  /** Of the IPv4 subnet, CIDR. */
  readonly subnet: string;
  /** As many addresses can be in use at once. */
  readonly size: number;
  readonly #first: number;
  readonly #last: number;
  readonly #excluded: ReadonlySet<number>;
  /** From an IPv4 address to its IPv6 one; undefined on a network without IPv6. */
  readonly #toIpv6: bigint | undefined;
  /** Address → how many hold it; more than one only where somebody wrote to the store by hand. */
  readonly #holders = new Map<number, number>();
  #lastGiven: number;
  #lastGivenVersion = 0;

  /** Of a network's allocation: the IPv4 subnet, and the IPv6 one if there is one, with every field filled in. */
  constructor(subnets: readonly SubnetSpec[]) {
    const blocks = subnets.map(blockOf);
    const ipv4 = blocks.find(({ subnet }) => subnet.base.family === 4);
    const ipv6 = blocks.find(({ subnet }) => subnet.base.family === 6);
    invariant(ipv4, 'a network has an IPv4 subnet');
    this.subnet = subnets[blocks.indexOf(ipv4)]?.subnet ?? '';
    const limits = limitsOf(ipv4, ipv6);
    this.#first = limits.first;
    this.#last = limits.last;
    this.#excluded = limits.excluded;
    this.#toIpv6 = ipv6 && ipv6.range.first - ipv4.first;
    this.size = Math.max(0, limits.last - limits.first + 1 - limits.excluded.size);
    this.#lastGiven = limits.first - 1;
  }

  get freeCount(): number {
    return this.size - this.#holders.size;
  }

  /** In use from now on, once more if it is already. */
  hold(address: string): void {
    const number = this.#numberOf(address);
    if (this.#isOurs(number)) this.#holders.set(number, (this.#holders.get(number) ?? 0) + 1);
  }

  /** In use by one holder less; true when it is free by that. */
  release(address: string): boolean {
    const number = this.#numberOf(address);
    const holders = this.#holders.get(number);
    if (holders === undefined) return false;
    if (holders > 1) this.#holders.set(number, holders - 1);
    else this.#holders.delete(number);
    return holders === 1;
  }

  /** It was given by the change of that version: the newest of all that are recalled says where to go on. */
  recall(address: string, version: number): void {
    const number = this.#numberOf(address);
    const isNewer =
      version === this.#lastGivenVersion ? number > this.#lastGiven : version > this.#lastGivenVersion;
    if (!isNewer || !this.#isOurs(number)) return;
    this.#lastGiven = number;
    this.#lastGivenVersion = version;
  }

  /** The next free address, which is nobody's until it is held; undefined when all are in use. */
  next(): AddressPair | undefined {
    if (this.freeCount <= 0) return undefined;
    const count = this.#last - this.#first + 1;
    for (let step = 1; step <= count; step++) {
      const number = this.#first + ((this.#lastGiven - this.#first + step) % count);
      if (this.#holders.has(number) || this.#excluded.has(number)) continue;
      this.#lastGiven = number;
      return this.#pair(number);
    }
    return undefined;
  }

  #pair(number: number): AddressPair {
    const value = BigInt(number);
    return {
      address: addressText({ family: 4, value }),
      address6: this.#toIpv6 === undefined ? '' : addressText({ family: 6, value: value + this.#toIpv6 }),
    };
  }

  #isOurs(number: number): boolean {
    return number >= this.#first && number <= this.#last && !this.#excluded.has(number);
  }

  /** -1 for what is no IPv4 address. */
  #numberOf(address: string): number {
    const parsed = parseAddress(address);
    return parsed?.family === 4 ? Number(parsed.value) : -1;
  }
}

/** The first and last address that can be given, and those between them that can't, whose pair can't be given included. */
function limitsOf(
  ipv4: Block,
  ipv6: Block | undefined,
): { readonly first: number; readonly last: number; readonly excluded: ReadonlySet<number> } {
  const { range } = ipv4;
  const { first } = range;
  let { last } = range;
  // The subnet's own address, that of everybody on it, and the gateway.
  const never = [ipv4.first, ipv4.last, ipv4.gateway];
  if (ipv6 !== undefined) {
    const toIpv4 = ipv4.first - ipv6.range.first;
    if (ipv6.range.last + toIpv4 < last) last = ipv6.range.last + toIpv4;
    never.push(ipv6.gateway + toIpv4);
  }
  const excluded = new Set(never.filter((value) => value >= first && value <= last).map(Number));
  return { first: Number(first), last: Number(last), excluded };
}

function blockOf({ subnet: text, range, gateway }: SubnetSpec): Block {
  const subnet = parseSubnet(text);
  const part = parseSubnet(range === '' ? text : range);
  const given = parseAddress(gateway);
  invariant(subnet && part && given, `subnet ${text} is complete`);
  return { subnet, ...endsOf(subnet), range: endsOf(part), gateway: given.value };
}

/** The first and the last address of a subnet. */
export function endsOf({ base, prefixBits }: Subnet): { readonly first: bigint; readonly last: bigint } {
  const hostBits = BigInt((base.family === 4 ? 32 : 128) - prefixBits);
  const first = (base.value >> hostBits) << hostBits;
  return { first, last: first + (1n << hostBits) - 1n };
}
