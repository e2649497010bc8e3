/**
 * A network that loses, doubles, delays, reorders, damages and cuts: one-way links between members, each with
 * room for so many messages. What arrives, arrives in an event of its own.
 *
 * Nothing is promised of an order while reordering is on; otherwise a link keeps it. A cut link loses what is
 * sent and what is under way.
 */
import type { EventQueue, Microseconds } from './event-queue.js';
import type { Dice } from './prng.js';

export interface NetworkOptions {
  readonly lossRate: number;
  readonly duplicateRate: number;
  /** Chance that the bytes of a message change on their way. */
  readonly damageRate: number;
  readonly minDelayUs: Microseconds;
  /** Of an exponential part, added to the least delay. */
  readonly meanDelayUs: Microseconds;
  readonly isReordering: boolean;
  /** Messages under way on one link; of more, one drawn by lot is lost. */
  readonly capacity: number;
  /** Chance that a message finds its link clogged from then on, for about so long. */
  readonly clogRate: number;
  readonly meanClogUs: Microseconds;
}

export interface NetworkModules<M> {
  readonly queue: EventQueue<() => void>;
  readonly dice: Dice;
  readonly deliver: (from: number, to: number, message: M) => void;
  /** What the receiver makes of a message damaged under way: nothing, if it noticed. */
  readonly damage: (message: M) => M | undefined;
  /** A message did not get away: its link is cut, or nobody listens. */
  readonly dropped: (from: number, to: number) => void;
}

interface Packet<M> {
  readonly message: M;
  isLost: boolean;
}

class Link<M> {
  underWay: Packet<M>[] = [];
  isCut = false;
  cloggedUntilUs: Microseconds = 0;
  lastArrivalUs: Microseconds = 0;
}

export class SimNetwork<M> {
  options: NetworkOptions;
  readonly #modules: NetworkModules<M>;
  readonly #links = new Map<number, Link<M>>();
  /** Of members' ids; a link's key is made of two. */
  static readonly #MOST_IDS = 1024;

  constructor(options: NetworkOptions, modules: NetworkModules<M>) {
    this.options = options;
    this.#modules = modules;
  }

  isCut(from: number, to: number): boolean {
    return this.#link(from, to).isCut;
  }

  /** Cuts or mends one direction. */
  setCut(from: number, to: number, isCut: boolean): void {
    this.#link(from, to).isCut = isCut;
  }

  /** Mends all links and lets go what was clogged; what is under way stays so. */
  heal(options: NetworkOptions): void {
    this.options = options;
    for (const link of this.#links.values()) {
      link.isCut = false;
      link.cloggedUntilUs = 0;
    }
  }

  /** Sends; `size` is how many messages' time it takes, as a snapshot takes more than one. */
  send(from: number, to: number, message: M, size = 1): void {
    const { dice, dropped } = this.#modules;
    const { lossRate, duplicateRate, clogRate, meanClogUs } = this.options;
    const link = this.#link(from, to);
    if (link.isCut) {
      dropped(from, to);
      return;
    }
    if (dice.chance(lossRate)) return;
    if (dice.chance(clogRate)) link.cloggedUntilUs = this.#modules.queue.nowUs + dice.exponential(meanClogUs);
    this.#put(link, from, to, message, size);
    if (dice.chance(duplicateRate)) this.#put(link, from, to, message, size);
  }

  #put(link: Link<M>, from: number, to: number, message: M, size: number): void {
    const { queue, dice } = this.#modules;
    const { minDelayUs, meanDelayUs, isReordering, capacity } = this.options;
    const packet: Packet<M> = { message, isLost: false };
    if (link.underWay.length >= capacity) {
      const evictedAt = dice.below(link.underWay.length);
      const evicted = link.underWay[evictedAt];
      if (evicted !== undefined) evicted.isLost = true;
      link.underWay.splice(evictedAt, 1);
    }
    link.underWay.push(packet);
    const delayUs = Math.floor(minDelayUs + size * dice.exponential(meanDelayUs));
    let arrivalUs = Math.max(queue.nowUs + delayUs, link.cloggedUntilUs);
    if (!isReordering) arrivalUs = Math.max(arrivalUs, link.lastArrivalUs);
    link.lastArrivalUs = arrivalUs;
    queue.plan(arrivalUs - queue.nowUs, () => this.#arrive(link, from, to, packet));
  }

  #arrive(link: Link<M>, from: number, to: number, packet: Packet<M>): void {
    if (packet.isLost) return;
    link.underWay.splice(link.underWay.indexOf(packet), 1);
    if (link.isCut) return;
    const { dice, damage, deliver } = this.#modules;
    const { message } = packet;
    const read = dice.chance(this.options.damageRate) ? damage(message) : message;
    if (read !== undefined) deliver(from, to, read);
  }

  #link(from: number, to: number): Link<M> {
    const key = from * SimNetwork.#MOST_IDS + to;
    const known = this.#links.get(key);
    if (known !== undefined) return known;
    const link = new Link<M>();
    this.#links.set(key, link);
    return link;
  }
}
