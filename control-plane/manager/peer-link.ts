/**
 * This member's line to one other: a long stream that carries its messages, found again when it breaks, and
 * wherever the other moves to. What cannot go out now is dropped and told; Raft repeats what matters.
 */
import { encodeMessages } from 'raft-ts/message-codec.js';
import type { Message } from 'raft-ts/rules/types.js';
import type { Clock } from '../../proto/base/clock.js';
import { hasCode, SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Random } from '../../proto/base/random.js';
import type { RpcChannel } from '../../proto/base/rpc-channel.js';
import { type LogMember, type PeerFrame, type PeerHello, RaftPeersService } from '../../proto/gen/raft.js';
import { PeerPatience } from './rules/peer-patience.js';
import { judgePeerFailure, nextPeerDelayMs, type PeerFailure } from './rules/peer-failure.js';

export type OpenPeerChannel = (address: string) => Pick<RpcChannel, 'client' | 'close' | 'isConnected'>;

export interface PeerLinkModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly openChannel: OpenPeerChannel;
  /** Introduces this member; asked anew for every stream. */
  readonly hello: () => PeerHello;
  /** Who is not where the log says. */
  readonly moved: () => readonly LogMember[];
  readonly onFailure: (id: number, failure: PeerFailure) => void;
}

// An election is decided within this time or two; whoever takes longer to be connected to is away.
const CONNECT_WITHIN_MS = 2_000;
const MOST_WAITING_MESSAGES = 4_096;
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** One frame holds whole messages up to this size, or a single longer one. */
const FRAME_BYTES = 4 * 1024 * 1024;
const MESSAGE_COST_BYTES = 128;
/** So long a message may wait for another that goes the same way. */
const PATIENCE_MS = 2;
const NO_BYTES = new Uint8Array(0);

export class PeerLink {
  readonly id: number;
  readonly #modules: PeerLinkModules;
  readonly #closed = new AbortController();
  readonly #done: Promise<void>;
  #address: string;
  #toldAddress: string;
  #waiting: Message[] = [];
  #waitingBytes = 0;
  #isOpen = false;
  readonly #patience = new PeerPatience();
  /** What waits goes out now. */
  #isDue = false;
  #isTimed = false;
  /** Wakes the stream's writer. */
  #wake: (() => void) | undefined;
  #attempt: AbortController | undefined;
  #pause: AbortController | undefined;
  #isLossTold = false;
  /** Where it may be as well, of which one is tried after the other until it answers. */
  #candidates: string[] = [];
  #areMovesNews = false;
  #isBroken = false;
  #lastRefusal = '';

  constructor(options: { readonly id: number; readonly address: string }, modules: PeerLinkModules) {
    this.id = options.id;
    this.#address = options.address;
    this.#toldAddress = options.address;
    this.#modules = modules;
    this.#done = this.#run();
  }

  get address(): string {
    return this.#address;
  }

  /** Goes out with all else that is sent in this turn. */
  send(message: Message): void {
    const bytes = sizeOf(message);
    const isFull =
      this.#waiting.length >= MOST_WAITING_MESSAGES || this.#waitingBytes + bytes > MOST_WAITING_BYTES;
    if (!this.#isOpen || isFull) return this.#tellLoss();
    this.#waiting.push(message);
    this.#waitingBytes += bytes;
    if (this.#patience.mayWait(message)) this.#sendSoon();
    else this.#sendNow();
  }

  #sendNow(): void {
    this.#isDue = true;
    this.#wake?.();
  }

  /** With the next that must not wait, which under load comes at once. */
  #sendSoon(): void {
    if (this.#isDue || this.#isTimed) return;
    this.#isTimed = true;
    this.#modules.clock.sleep(PATIENCE_MS, this.#closed.signal).then(
      () => {
        this.#isTimed = false;
        if (this.#waiting.length > 0) this.#sendNow();
      },
      () => undefined,
    );
  }

  /** It listens elsewhere now. */
  setAddress(address: string): void {
    // Told once more where it was: it may have been found elsewhere since.
    if (address === this.#toldAddress) return;
    this.#toldAddress = address;
    if (address === this.#address) return;
    this.#address = address;
    this.#attempt?.abort(new Error(`member ${this.id} is at ${address} now`));
    this.retryNow();
  }

  /** It may be at one of these: they are tried too, for as long as it is not found. */
  tryAddresses(addresses: readonly string[]): void {
    this.#candidates = addresses.filter((address) => address !== this.#address);
    this.retryNow();
  }

  /** Somebody moved: the other is told. */
  tellMoves(): void {
    this.#areMovesNews = true;
    this.#wake?.();
  }

  /** It was heard of: there is no reason to wait longer. */
  retryNow(): void {
    this.#pause?.abort();
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.#attempt?.abort(new Error('the link is closed'));
    this.retryNow();
    await this.#done;
  }

  async #run(): Promise<void> {
    let failuresInARow = 0;
    while (!this.#closed.signal.aborted) {
      const address = this.#address;
      const { error, wasConnected } = await this.#live(address);
      this.#drop();
      if (this.#closed.signal.aborted) return;
      const failure = judgePeerFailure(error);
      if (!wasConnected || isOfAnother(error)) this.#tryNext(address);
      const isNew = wasConnected || address !== this.#address;
      failuresInARow = isNew && failure.kind !== 'refused' ? 0 : failuresInARow + 1;
      this.#write(failure, error, isNew);
      this.#tellLoss();
      if (failure.kind !== 'lost') this.#modules.onFailure(this.id, failure);
      await this.#sleep(nextPeerDelayMs(failure, failuresInARow, this.#modules.random.fraction()));
    }
  }

  /** One stream, from the dialling to its end. */
  async #live(address: string): Promise<{ readonly error: unknown; readonly wasConnected: boolean }> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    const channel = this.#modules.openChannel(address);
    let wasConnected = false;
    this.#modules.clock.sleep(CONNECT_WITHIN_MS, attempt.signal).then(
      () => {
        wasConnected = channel.isConnected;
        const reason = 'it did not answer in time';
        if (!wasConnected)
          attempt.abort(new SwarmError('manager.unreachable', { addresses: [address], reason }));
      },
      () => undefined,
    );
    this.#wake = undefined;
    this.#isOpen = true;
    this.#isLossTold = false;
    try {
      await channel.client(RaftPeersService).messages(this.#frames(), { signal: attempt.signal });
      const reason = 'it ended the stream';
      return {
        error: new SwarmError('manager.unreachable', { addresses: [address], reason }),
        wasConnected: true,
      };
    } catch (error) {
      return { error, wasConnected: wasConnected || channel.isConnected };
    } finally {
      attempt.abort();
      channel.close();
    }
  }

  /** Never ends by itself: the call that reads it does. */
  async *#frames(): AsyncGenerator<PeerFrame, void> {
    const { hello, moved } = this.#modules;
    yield { hello: hello(), messages: NO_BYTES, moved: moved() };
    this.#areMovesNews = false;
    for (;;) {
      while ((!this.#isDue || this.#waiting.length === 0) && !this.#areMovesNews) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      const news = this.#areMovesNews ? moved() : [];
      this.#areMovesNews = false;
      const messages = this.#waiting.length === 0 ? NO_BYTES : encodeMessages(this.#take());
      yield { hello: undefined, messages, moved: news };
    }
  }

  /** The messages of the next frame. */
  #take(): Message[] {
    let count = 0;
    let bytes = 0;
    for (const message of this.#waiting) {
      const more = sizeOf(message);
      if (count > 0 && bytes + more > FRAME_BYTES) break;
      count += 1;
      bytes += more;
    }
    this.#waitingBytes -= bytes;
    this.#isLossTold = false;
    if (count === this.#waiting.length) {
      this.#isDue = false;
      const all = this.#waiting;
      this.#waiting = [];
      return all;
    }
    return this.#waiting.splice(0, count);
  }

  /** The present address goes to the end of the row: it may only be down for now. */
  #tryNext(address: string): void {
    const next = this.#candidates.shift();
    if (next === undefined || address !== this.#address) return;
    this.#candidates.push(address);
    this.#address = next;
  }

  #drop(): void {
    this.#isOpen = false;
    this.#isDue = false;
    this.#wake = undefined;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#patience.forget();
  }

  /** Once: a refusal stays so until somebody does something about it, and the missing are missed already. */
  #write(failure: PeerFailure, error: unknown, isNew: boolean): void {
    const { log } = this.#modules;
    const facts = { memberId: this.id, address: this.#address };
    const reason = failure.kind === 'refused' ? failure.reason : '';
    const isSame = failure.kind === 'refused' ? reason === this.#lastRefusal : this.#isBroken && !isNew;
    this.#lastRefusal = reason;
    this.#isBroken = failure.kind !== 'refused';
    if (isSame) return;
    if (failure.kind === 'refused')
      log.warn('another manager does not speak with this one', { ...facts, reason });
    else log.info('the line to another manager broke', { ...facts, reason: toSwarmError(error).message });
  }

  /** Once until something goes out again, and never within the call that sent. */
  #tellLoss(): void {
    if (this.#isLossTold) return;
    this.#isLossTold = true;
    queueMicrotask(() => {
      if (!this.#closed.signal.aborted) this.#modules.onFailure(this.id, { kind: 'lost' });
    });
  }

  async #sleep(delayMs: number): Promise<void> {
    this.#pause = new AbortController();
    await this.#modules.clock.sleep(delayMs, this.#pause.signal).catch(() => undefined);
  }
}

/** Whether a member answered there, and it was another one. */
function isOfAnother(error: unknown): boolean {
  return hasCode(error, 'peer.refused') && error.facts.kind === 'unknown';
}

function sizeOf({ entries, snapshot, context }: Message): number {
  let bytes = MESSAGE_COST_BYTES + (context?.length ?? 0) + (snapshot?.data?.length ?? 0);
  for (const entry of entries) bytes += MESSAGE_COST_BYTES + (entry.data?.length ?? 0);
  return bytes;
}
