/**
 * A snapshot on its way to another member: in pieces of bounded size, no faster than they are taken, given up
 * when nothing moves any more, however long all of it takes.
 */
import { encodeMessages } from 'raft-ts/message-codec.js';
import type { Message } from 'raft-ts/rules/types.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { RpcChannel } from '../../proto/base/rpc-channel.js';
import {
  type PeerHello,
  RaftPeersService,
  type SnapshotFrame,
  SnapshotFrameCodec,
} from '../../proto/gen/raft.js';

export interface SnapshotCall {
  readonly hello: PeerHello;
  readonly message: Message;
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

/** A piece that is not taken within this time, or not there to be sent. */
export const PIECE_WITHIN_MS = 15_000;
/** The receiver has all of it, and makes it its state. */
const TAKEN_WITHIN_MS = 120_000;
const PIECE_BYTES = 256 * 1024;

/** Rejects when not all of it arrived, or it was not taken. The channel is closed in the end. */
export async function sendSnapshotPieces(
  { hello, message, pieces, signal }: SnapshotCall,
  modules: { readonly clock: Clock; readonly channel: Pick<RpcChannel, 'client' | 'close'> },
): Promise<void> {
  const { clock, channel } = modules;
  const late = new AbortController();
  let timer = new AbortController();
  /** From now on it must move within this time. */
  const expect = (withinMs: number): void => {
    timer.abort();
    timer = new AbortController();
    clock.sleep(withinMs, timer.signal).then(
      () => late.abort(new SwarmError('call.timed-out', { what: 'Sending a snapshot', afterMs: withinMs })),
      () => undefined,
    );
  };
  const frames = async function* (): AsyncGenerator<SnapshotFrame, void> {
    expect(PIECE_WITHIN_MS);
    yield SnapshotFrameCodec.create({ hello, message: encodeMessages([message]) });
    for await (const whole of pieces) {
      for (let at = 0; at < whole.length; at += PIECE_BYTES) {
        expect(PIECE_WITHIN_MS);
        yield SnapshotFrameCodec.create({ piece: whole.subarray(at, at + PIECE_BYTES) });
      }
    }
    expect(TAKEN_WITHIN_MS);
    yield SnapshotFrameCodec.create({ complete: true });
  };
  try {
    const peers = channel.client(RaftPeersService);
    await peers.snapshot(frames(), { signal: AbortSignal.any([signal, late.signal]) });
  } finally {
    timer.abort();
    channel.close();
  }
}
