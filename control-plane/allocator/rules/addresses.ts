/**
 * The addresses of one network: which are in use, and which comes next. They are given in rotation, so that whoever
 * begins does not get the address of one that has just ended while others are free. Of an attachable network also
 * the blocks, each to one node, which keeps it as long as it is there: the first free one is given.
 */
import type { SubnetSpec } from '../../../proto/gen/objects.js';
import { parseAddress } from '../../../proto/model/address.js';
import {
  type AddressLimits,
  addressLimits,
  addressPair,
  type AddressPair,
  blockPair,
  type BlockPair,
} from '../../../proto/model/network-addresses.js';

export class AddressPool {
  /** Of the IPv4 subnet, CIDR. */
  readonly subnet: string;
  /** As many addresses can be in use at once, blocks aside. */
  readonly size: number;
  readonly #limits: AddressLimits;
  /** Address → how many hold it; more than one only where somebody wrote to the store by hand. */
  readonly #holders = new Map<number, number>();
  /** Beginning of a block → how many hold it. */
  readonly #blockHolders = new Map<number, number>();
  #lastGiven: number;
  #lastGivenVersion = 0;

  /** Of a network's allocation: the IPv4 subnet, and the IPv6 one if there is one, with every field filled in. */
  constructor(subnets: readonly SubnetSpec[], isAttachable: boolean) {
    const limits = addressLimits(subnets, isAttachable);
    this.#limits = limits;
    this.subnet = limits.subnet;
    this.size = Math.max(0, limits.last - limits.first + 1 - limits.excluded.size);
    this.#lastGiven = limits.first - 1;
  }

  get freeCount(): number {
    return this.size - this.#holders.size;
  }

  /** In use from now on, once more if it is already. */
  hold(address: string): void {
    const number = numberOf(address);
    if (this.#isOurs(number)) addTo(this.#holders, number);
  }

  /** In use by one holder less; true when it is free by that. */
  release(address: string): boolean {
    return takeFrom(this.#holders, numberOf(address));
  }

  holdBlock(block: string): void {
    const first = beginningOf(block);
    if (first >= 0) addTo(this.#blockHolders, first);
  }

  /** True when it is free by that. */
  releaseBlock(block: string): boolean {
    return takeFrom(this.#blockHolders, beginningOf(block));
  }

  /** It was given by the change of that version: the newest of all that are recalled says where to go on. */
  recall(address: string, version: number): void {
    const number = numberOf(address);
    const isNewer =
      version === this.#lastGivenVersion ? number > this.#lastGiven : version > this.#lastGivenVersion;
    if (!isNewer || !this.#isOurs(number)) return;
    this.#lastGiven = number;
    this.#lastGivenVersion = version;
  }

  /** The next free address, which is nobody's until it is held; undefined when all are in use. */
  next(): AddressPair | undefined {
    if (this.freeCount <= 0) return undefined;
    const { first, last, excluded } = this.#limits;
    const count = last - first + 1;
    for (let step = 1; step <= count; step++) {
      const number = first + ((this.#lastGiven - first + step) % count);
      if (this.#holders.has(number) || excluded.has(number)) continue;
      this.#lastGiven = number;
      return addressPair(this.#limits, number);
    }
    return undefined;
  }

  /** The first free block, which is nobody's until it is held; undefined when there is none. */
  nextBlock(): BlockPair | undefined {
    const first = this.#limits.blocks.find((each) => !this.#blockHolders.has(each));
    return first === undefined ? undefined : blockPair(this.#limits, first);
  }

  #isOurs(number: number): boolean {
    const { first, last, excluded } = this.#limits;
    return number >= first && number <= last && !excluded.has(number);
  }
}

function addTo(holders: Map<number, number>, key: number): void {
  holders.set(key, (holders.get(key) ?? 0) + 1);
}

/** True when nobody holds it by that. */
function takeFrom(holders: Map<number, number>, key: number): boolean {
  const count = holders.get(key);
  if (count === undefined) return false;
  if (count > 1) holders.set(key, count - 1);
  else holders.delete(key);
  return count === 1;
}

/** -1 for what is no IPv4 address. */
function numberOf(address: string): number {
  const parsed = parseAddress(address);
  return parsed?.family === 4 ? Number(parsed.value) : -1;
}

/** "10.0.1.128/29" → the number of 10.0.1.128. */
function beginningOf(block: string): number {
  return numberOf(block.slice(0, Math.max(0, block.indexOf('/'))));
}
