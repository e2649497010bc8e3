/**
 * The door for other members: takes in their messages and snapshots, once they have said who they are and it
 * was found true. A stream that breaks the rules is ended; what it brought before stays.
 */
import { decodeMessages } from 'raft-ts/message-codec.js';
import type { Message } from 'raft-ts/rules/types.js';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { CallContext, Handlers } from '../../proto/base/rpc.js';
import { denied } from '../../proto/base/rpc-server.js';
import { unlessAborted } from '../../proto/base/service.js';
import type { PeerFrame, PeerHello, RaftPeersService, SnapshotFrame } from '../../proto/gen/raft.js';
import { PIECE_WITHIN_MS } from './peer-snapshot.js';
import type { PeerTransport } from './peer-transport.js';

export interface PeerServerModules {
  readonly transport: Pick<PeerTransport, 'welcome' | 'admit' | 'hearOfMoves'>;
  readonly clock: Clock;
}

const HELLO_WITHIN_MS = 5_000;

export class PeerServer {
  readonly #modules: PeerServerModules;

  constructor(modules: PeerServerModules) {
    this.#modules = modules;
  }

  handlers(): Handlers<typeof RaftPeersService> {
    return {
      messages: async (frames, context) => await this.#takeMessages(frames, context),
      snapshot: async (frames, context) => await this.#takeSnapshot(frames, context),
    };
  }

  async #takeMessages(
    frames: AsyncIterable<PeerFrame>,
    context: CallContext,
  ): Promise<Record<string, never>> {
    const iterator = frames[Symbol.asyncIterator]();
    try {
      const first = await this.#within(HELLO_WITHIN_MS, iterator);
      const guest = this.#modules.transport.welcome(introduction(first?.hello), nodeIdOf(context));
      const signal = AbortSignal.any([guest.signal, context.signal]);
      this.#modules.transport.hearOfMoves(first?.moved ?? []);
      for (;;) {
        const next = await unlessAborted(iterator.next(), signal);
        if (signal.aborted || next === undefined || next.done === true) break;
        if (next.value.moved.length > 0) this.#modules.transport.hearOfMoves(next.value.moved);
        for (const message of messagesOf(next.value.messages, guest.memberId))
          guest.receiver.receive(message);
      }
      return {};
    } finally {
      void iterator.return?.().then(undefined, () => undefined);
    }
  }

  async #takeSnapshot(
    frames: AsyncIterable<SnapshotFrame>,
    context: CallContext,
  ): Promise<Record<string, never>> {
    const iterator = frames[Symbol.asyncIterator]();
    try {
      const first = await this.#within(HELLO_WITHIN_MS, iterator);
      const guest = this.#modules.transport.admit(introduction(first?.hello), nodeIdOf(context));
      const [message] = messagesOf(first?.message ?? new Uint8Array(0), guest.memberId);
      if (message === undefined) throw malformed('a snapshot begins with its message');
      await guest.receiver.receiveSnapshot(message, this.#pieces(iterator));
      return {};
    } finally {
      void iterator.return?.().then(undefined, () => undefined);
    }
  }

  /** Throws unless the last frame says that these were all. */
  async *#pieces(iterator: AsyncIterator<SnapshotFrame>): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const frame = await this.#within(PIECE_WITHIN_MS, iterator);
      if (frame === undefined) throw malformed('the snapshot ended before its last piece');
      if (frame.piece.length > 0) yield frame.piece;
      if (frame.complete) return;
    }
  }

  /** The next frame; undefined at the end. */
  async #within<T>(withinMs: number, iterator: AsyncIterator<T>): Promise<T | undefined> {
    const late = (): Error =>
      new SwarmError('call.timed-out', { what: 'Waiting for a manager', afterMs: withinMs });
    const next = await withTimeout(this.#modules.clock, withinMs, late, async () => await iterator.next());
    return next.done === true ? undefined : next.value;
  }
}

function introduction(hello: PeerHello | undefined): PeerHello {
  if (hello === undefined) throw malformed('a stream begins with who speaks');
  return hello;
}

/** Nobody speaks for another. */
function messagesOf(bytes: Uint8Array, from: number): readonly Message[] {
  if (bytes.length === 0) return [];
  const messages = decodeMessages(bytes);
  if (messages.some((message) => message.from !== from))
    throw malformed(`not all messages are of member ${from}`);
  return messages;
}

function nodeIdOf({ caller }: CallContext): string {
  if (caller.kind !== 'node' || caller.role !== 'manager') throw denied('the managers’ log', caller);
  return caller.nodeId;
}

function malformed(rule: string): SwarmError {
  return new SwarmError('input.invalid', { field: 'stream of a manager', rule });
}
