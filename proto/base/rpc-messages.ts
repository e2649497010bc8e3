/**
 * gRPC's object streams as async iterables, with back-pressure both ways.
 */
import type { Readable, Writable } from 'node:stream';
import { unlessAborted } from './service.js';

/** The messages of a call in order; throws the call's error, ends with the call. */
export async function* readMessages<T>(call: Readable): AsyncGenerator<T, void, undefined> {
  let failure: unknown;
  let ended = false;
  let wake = (): void => undefined;
  const onReadable = (): void => wake();
  const onEnd = (): void => {
    ended = true;
    wake();
  };
  const onError = (error: unknown): void => {
    failure = error;
    onEnd();
  };
  call.on('readable', onReadable).on('end', onEnd).on('close', onEnd).on('error', onError);
  call.on('cancelled', onEnd);
  try {
    for (;;) {
      const message: T | null = call.read();
      if (message !== null) yield message;
      else if (failure !== undefined) throw failure;
      else if (ended) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    call.off('readable', onReadable).off('end', onEnd).off('close', onEnd).off('cancelled', onEnd);
    // The error listener stays: an error that comes after the reader has gone must not end the process.
  }
}

/** Writes every message, waiting whenever the other side is slower; stops early when the signal aborts. */
export async function writeMessages<T>(
  call: Writable,
  messages: AsyncIterable<T>,
  signal: AbortSignal,
): Promise<void> {
  const iterator = messages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessAborted(iterator.next(), signal);
      if (next === undefined || next.done === true) return;
      if (!call.write(next.value)) await unlessAborted(drained(call), signal);
    }
  } finally {
    // Not awaited: a generator stuck in its own await would hold the call open.
    void iterator.return?.().then(undefined, () => undefined);
  }
}

function drained(call: Writable): Promise<void> {
  return new Promise((resolve) => call.once('drain', resolve));
}

/** The same bytes as a Buffer, not copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
