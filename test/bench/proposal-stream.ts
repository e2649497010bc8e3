/**
 * The stream over which the consensus benchmark proposes: many proposals per message, and per answer many
 * acknowledgements. Owns its bytes and its service, which only benchmarks have.
 */
import type { Leadership } from 'raft-ts/replicator.js';
import type { MessageCodec, MethodDefinition } from '../../proto/gen/runtime.js';

/** A proposal: whose it is, the length of the value, the value. An acknowledgement: whose proposal it was. */
const NUMBER_BYTES = 4;

const rawBytes: MessageCodec<Uint8Array, Uint8Array> = {
  name: 'bench.Bytes',
  encode: (bytes) => bytes,
  decode: (bytes) => bytes,
  create: (bytes = new Uint8Array()) => bytes,
};

const propose: MethodDefinition<Uint8Array, Uint8Array, 'bidi'> = {
  name: 'Propose',
  path: '/bench.Proposals/Propose',
  kind: 'bidi',
  request: rawBytes,
  response: rawBytes,
};

const status: MethodDefinition<Uint8Array, Uint8Array, 'unary'> = {
  name: 'Status',
  path: '/bench.Proposals/Status',
  kind: 'unary',
  request: rawBytes,
  response: rawBytes,
};

export const ProposalService = { name: 'bench.Proposals', methods: { propose, status } } as const;

/** Leadership as a member sees it, and how many entries it has applied. */
export interface MemberAccount extends Leadership {
  readonly appliedCount: number;
  readonly voters: number;
}

export const encodeStatus = (account: MemberAccount): Uint8Array => Buffer.from(JSON.stringify(account));
export const decodeStatus = (bytes: Uint8Array): MemberAccount =>
  JSON.parse(Buffer.from(bytes).toString()) as MemberAccount;

export interface Proposal {
  readonly writer: number;
  readonly value: Uint8Array;
}

export function encodeProposals(proposals: readonly Proposal[]): Buffer {
  const lengthBytes = proposals.reduce((sum, { value }) => sum + 2 * NUMBER_BYTES + value.length, 0);
  const bytes = Buffer.allocUnsafe(lengthBytes);
  let at = 0;
  for (const { writer, value } of proposals) {
    at = bytes.writeUInt32LE(writer, at);
    at = bytes.writeUInt32LE(value.length, at);
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}

/** The entry that is proposed: the writer's number and the value; a window on the message. */
export function* decodeEntries(message: Uint8Array): Generator<{ writer: number; entry: Uint8Array }> {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 * NUMBER_BYTES + bytes.readUInt32LE(at + NUMBER_BYTES);
    yield { writer: bytes.readUInt32LE(at), entry: bytes.subarray(at, end) };
    at = end;
  }
}

export function writerOf(entry: Uint8Array): number {
  return Buffer.from(entry.buffer, entry.byteOffset, entry.length).readUInt32LE(0);
}

export function encodeWriters(writers: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(writers.length * NUMBER_BYTES);
  for (const [at, writer] of writers.entries()) bytes.writeUInt32LE(writer, at * NUMBER_BYTES);
  return bytes;
}

export function decodeWriters(message: Uint8Array): readonly number[] {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  return Array.from({ length: bytes.length / NUMBER_BYTES }, (_, at) =>
    bytes.readUInt32LE(at * NUMBER_BYTES),
  );
}
