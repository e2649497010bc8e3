/**
 * A network of members in one process: each message is turned into bytes and back, in order, and arrives in a later
 * turn of the event loop. Links can be cut, and members taken off; snapshots go in pieces with back-pressure.
 */
import { decodeMessages, encodeMessages } from 'raft-ts/message-codec.js';
import type { Peer } from 'raft-ts/membership.js';
import type { Message } from 'raft-ts/rules/types.js';
import type { Transport, TransportReceiver } from 'raft-ts/transport.js';

export class MemberNet {
  readonly #ends = new Map<string, MemberEnd>();
  readonly #cut = new Set<string>();
  /** Called for each message before it is delivered; false loses it. */
  filter: (message: Message) => boolean = () => true;

  /** The transport of the member at this address. */
  transport(address: string): Transport {
    return new MemberEnd(this, address);
  }

  put(end: MemberEnd): void {
    this.#ends.set(end.address, end);
  }

  take(end: MemberEnd): void {
    if (this.#ends.get(end.address) === end) this.#ends.delete(end.address);
  }

  endAt(address: string): MemberEnd | undefined {
    return this.#ends.get(address);
  }

  /** Nothing gets to or from this address, and nobody is told. */
  isolate(address: string): void {
    this.#cut.add(address);
  }

  heal(): void {
    this.#cut.clear();
  }

  isCut(one: string, other: string): boolean {
    return this.#cut.has(one) || this.#cut.has(other);
  }
}

class MemberEnd implements Transport {
  readonly address: string;
  readonly #net: MemberNet;
  #receiver: TransportReceiver | undefined;
  #peers: readonly Pick<Peer, 'id' | 'name' | 'address'>[] = [];
  #outgoing: Message[] = [];

  constructor(net: MemberNet, address: string) {
    this.#net = net;
    this.address = address;
  }

  start(receiver: TransportReceiver): void {
    this.#receiver = receiver;
    this.#net.put(this);
  }

  setPeers(peers: readonly Pick<Peer, 'id' | 'name' | 'address'>[]): void {
    this.#peers = peers;
  }

  send(message: Message): void {
    if (this.#outgoing.push(message) > 1) return;
    setImmediate(() => this.#flush());
  }

  async sendSnapshot(message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const end = this.#endOf(message.to);
    const receiver = end === undefined ? undefined : end.#receiver;
    if (receiver === undefined) throw new Error('nobody takes the snapshot');
    const [copy] = decodeMessages(encodeMessages([message]));
    if (copy !== undefined) await receiver.receiveSnapshot(copy, pieces);
  }

  async close(): Promise<void> {
    this.#net.take(this);
    this.#receiver = undefined;
  }

  #flush(): void {
    const messages = this.#outgoing.splice(0);
    for (const id of new Set(messages.map(({ to }) => to))) {
      const ofOne = messages.filter(({ to }) => to === id);
      const end = this.#endOf(id);
      if (end === undefined) continue;
      if (end.#receiver === undefined) {
        this.#receiver?.gone(id);
        continue;
      }
      for (const message of decodeMessages(encodeMessages(ofOne))) {
        if (this.#net.filter(message)) end.#receiver.receive(message);
      }
    }
  }

  /** Undefined where messages vanish; without a receiver where nobody listens. */
  #endOf(id: number): MemberEnd | undefined {
    const peer = this.#peers.find((each) => each.id === id);
    if (peer === undefined || this.#net.isCut(this.address, peer.address)) return undefined;
    return this.#net.endAt(peer.address) ?? new MemberEnd(this.#net, peer.address);
  }
}
