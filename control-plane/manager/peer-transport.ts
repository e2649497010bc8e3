/**
 * Raft's transport over gRPC: a line to every other member, and who may come in by the door's. Peers are known
 * by their ids; an address is only where one was last. Knows nothing of what the messages say.
 */
import type { Member } from 'raft-ts/member-log.js';
import type { Message } from 'raft-ts/rules/types.js';
import type { Transport, TransportReceiver } from 'raft-ts/transport.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import type { Random } from '../../proto/base/random.js';
import { type LogMember, type PeerHello, PeerHelloCodec } from '../../proto/gen/raft.js';
import { type OpenPeerChannel, PeerLink } from './peer-link.js';
import { sendSnapshotPieces } from './peer-snapshot.js';
import type { PeerFailure } from './rules/peer-failure.js';
import { judgeHello, type KnownPeer, PEER_FORMAT, type PeerSelf } from './rules/peer-hello.js';

export interface PeerTransportOptions {
  /** host:port where the others reach this member. */
  readonly advertiseAddress: string;
}

export interface PeerTransportModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** With the identity of now; closed here. */
  readonly openChannel: OpenPeerChannel;
}

/** A member that was let in: its stream ends with the signal. */
export interface Guest {
  readonly memberId: number;
  readonly signal: AbortSignal;
  readonly receiver: TransportReceiver;
}

/** For what was sent to a member before it was removed. */
const FAREWELL_MS = 2_000;

export class PeerTransport implements Transport {
  readonly #options: PeerTransportOptions;
  readonly #modules: PeerTransportModules;
  readonly #linkById = new Map<number, PeerLink>();
  readonly #guestById = new Map<number, AbortController>();
  readonly #addressHeardById = new Map<number, string>();
  readonly #refusalsWritten = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #closed = new AbortController();
  #peers: readonly KnownPeer[] = [];
  #highestId = 0;
  #receiver: TransportReceiver | undefined;
  #self: PeerSelf | undefined;

  constructor(options: PeerTransportOptions, modules: PeerTransportModules) {
    this.#options = options;
    this.#modules = modules;
  }

  /** Says who this member is; nobody is spoken to before that. */
  introduce(self: PeerSelf): void {
    this.#self = self;
    this.#link();
  }

  start(receiver: TransportReceiver): void {
    this.#receiver = receiver;
    this.#link();
  }

  setPeers(peers: readonly Pick<Member, 'id' | 'name' | 'address'>[], highestId = 0): void {
    for (const { id, address } of peers) {
      const known = this.#peers.find((peer) => peer.id === id);
      // What the log says is newer than what was heard before it said so.
      if (known?.address !== address) this.#addressHeardById.delete(id);
    }
    this.#peers = peers;
    this.#highestId = Math.max(this.#highestId, highestId, ...peers.map(({ id }) => id));
    this.#link();
  }

  send(message: Message): void {
    const link = this.#linkById.get(message.to);
    if (link !== undefined) link.send(message);
    else queueMicrotask(() => this.#receiver?.unreachable(message.to));
  }

  async sendSnapshot(message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const link = this.#linkById.get(message.to);
    if (link === undefined) throw new Error(`member ${message.to} is not known`);
    const { clock, openChannel } = this.#modules;
    const call = { hello: this.#hello(message.to), message, pieces, signal: this.#closed.signal };
    await sendSnapshotPieces(call, { clock, channel: openChannel(link.address) });
  }

  async close(): Promise<void> {
    this.#closed.abort();
    for (const guest of this.#guestById.values()) guest.abort();
    const links = [...this.#linkById.values()];
    this.#linkById.clear();
    await Promise.all(links.map((link) => link.close()));
  }

  /**
   * Lets a member in, whose certificate names the node; throws peer.refused or format.unknown. A later stream of
   * the same member takes the place of the one before, so that its messages stay in order.
   */
  welcome(hello: PeerHello, nodeId: string): Guest {
    const receiver = this.#judge(hello, nodeId);
    this.#guestById.get(hello.from)?.abort();
    const guest = new AbortController();
    this.#guestById.set(hello.from, guest);
    this.#hear(hello);
    return { memberId: hello.from, signal: AbortSignal.any([guest.signal, this.#closed.signal]), receiver };
  }

  /** As welcome(), for a stream beside the one that carries messages. */
  admit(hello: PeerHello, nodeId: string): Omit<Guest, 'signal'> {
    return { memberId: hello.from, receiver: this.#judge(hello, nodeId) };
  }

  /** Members may be at these addresses: those that are not found where the log says are looked for there. */
  tryAddresses(addresses: readonly string[]): void {
    for (const link of this.#linkById.values()) link.tryAddresses(addresses);
  }

  /** Another member has heard that these are there: if they are not found, they are looked for there. */
  hearOfMoves(moved: readonly LogMember[]): void {
    for (const { id, address } of moved) this.#linkById.get(id)?.tryAddresses([address]);
  }

  /** Where members said they are, other than the log says. */
  movedMembers(): readonly Pick<Member, 'id' | 'address'>[] {
    return [...this.#addressHeardById].map(([id, address]) => ({ id, address }));
  }

  /** Calls the listener whenever a member said that it moved; the result ends it. */
  watchMoves(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #judge(hello: PeerHello, nodeId: string): TransportReceiver {
    const [self, receiver] = [this.#self, this.#receiver];
    if (self === undefined || receiver === undefined || this.#closed.signal.aborted)
      throw new SwarmError('manager.unreachable', {
        addresses: [],
        reason: 'the manager is starting or stopping',
      });
    const verdict = judgeHello(hello, nodeId, self, { peers: this.#peers, highestId: this.#highestId });
    if (verdict.kind === 'welcome') return receiver;
    const error =
      verdict.kind === 'unknown-format'
        ? new SwarmError('format.unknown', {
            what: 'Stream of a manager',
            format: verdict.format,
            readerFormat: PEER_FORMAT,
          })
        : new SwarmError('peer.refused', { kind: verdict.refusal, reason: verdict.reason });
    this.#writeOnce(hello, nodeId, error);
    throw error;
  }

  #writeOnce({ from, address }: PeerHello, nodeId: string, error: SwarmError): void {
    const key = `${from} ${nodeId} ${error.message}`;
    if (this.#refusalsWritten.has(key)) return;
    this.#refusalsWritten.add(key);
    this.#modules.log.warn('a manager was refused', {
      memberId: from,
      nodeId,
      address,
      reason: error.message,
    });
  }

  #hear({ from, address }: PeerHello): void {
    const link = this.#linkById.get(from);
    const isNews = address !== (this.#addressHeardById.get(from) ?? this.#addressInLog(from));
    if (address === '' || !isNews) {
      link?.retryNow();
      return;
    }
    this.#modules.log.info('a manager has another address now', { memberId: from, address });
    this.#addressHeardById.set(from, address);
    link?.setAddress(address);
    for (const each of this.#linkById.values()) each.tellMoves();
    for (const listener of this.#listeners) listener();
  }

  #addressInLog(id: number): string | undefined {
    return this.#peers.find((peer) => peer.id === id)?.address;
  }

  #moved(): readonly LogMember[] {
    return this.#peers.flatMap(({ id, name: nodeId }) => {
      const address = this.#addressHeardById.get(id);
      return address === undefined ? [] : [{ id, nodeId, address }];
    });
  }

  /** Lines to those that are members, none to others, and no stream of theirs. */
  #link(): void {
    if (this.#self === undefined || this.#receiver === undefined || this.#closed.signal.aborted) return;
    for (const { id, address } of this.#peers) {
      if (id === this.#self.memberId) continue;
      const now = this.#addressHeardById.get(id) ?? address;
      const link = this.#linkById.get(id);
      if (link === undefined) this.#linkById.set(id, this.#newLink(id, now));
      else link.setAddress(now);
    }
    for (const [id, link] of this.#linkById) {
      if (this.#peers.some((peer) => peer.id === id)) continue;
      this.#linkById.delete(id);
      void this.#closeLater(link);
    }
    for (const [id, guest] of this.#guestById) {
      if (this.#peers.some((peer) => peer.id === id)) continue;
      this.#guestById.delete(id);
      guest.abort();
    }
  }

  /** What tells a member of its removal is on its way in this very turn. */
  async #closeLater(link: PeerLink): Promise<void> {
    await this.#modules.clock.sleep(FAREWELL_MS, this.#closed.signal).catch(() => undefined);
    await link.close();
  }

  #newLink(id: number, address: string): PeerLink {
    const { clock, random, log, openChannel } = this.#modules;
    return new PeerLink(
      { id, address },
      {
        clock,
        random,
        log,
        openChannel,
        hello: () => this.#hello(id),
        moved: () => this.#moved(),
        onFailure: (of, failure) => this.#failed(of, failure),
      },
    );
  }

  #hello(to: number): PeerHello {
    invariant(this.#self, 'a member is introduced before it speaks');
    const { memberId, clusterId, recoveryEpoch } = this.#self;
    const address = this.#options.advertiseAddress;
    return PeerHelloCodec.create({
      format: PEER_FORMAT,
      clusterId,
      recoveryEpoch,
      from: memberId,
      to,
      address,
    });
  }

  #failed(id: number, failure: PeerFailure): void {
    switch (failure.kind) {
      case 'lost':
        return this.#receiver?.unreachable(id);
      case 'gone':
        return this.#receiver?.gone(id);
      case 'refused':
        if (failure.isFinal) this.#receiver?.refused(id, failure.reason, failure.isRemoval);
        return;
    }
  }
}
