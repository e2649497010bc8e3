/**
 * What members say to one another, as bytes. Owns the layout; knows no connection.
 *
 *   frame   = version u16, minimum reader u16, messages u32, heads bytes u32, entries bytes u32, crc u32, heads, entries
 *   head    = type u8, flags u8, 2 reserved, entries u32, to, from, term, logTerm, index, commit, vote, rejectHint u64,
 *             [context bytes u32, context], [snapshot]
 *   entries = those of all messages in order, each as its record of the log (record.ts), checksum included
 *
 * All little-endian. The frame's checksum covers itself and the heads, each entry's its own bytes: a change or a
 * cut anywhere is noticed, and nothing is summed twice. `responses` are a member's own affair and not sent.
 */
import { crc32 } from 'node:zlib';
import { encodedEntry, readEntry } from './entry-codec.js';
import { readU64, writeU64 } from './record.js';
import {
  type ConfState,
  type Entry,
  makeMessage,
  type Message,
  MESSAGE_TYPES,
  type MessageType,
  type Snapshot,
} from './rules/types.js';

const VERSION = 1;
const FRAME_BYTES = 20;
const HEAD_BYTES = 72;
const FLAG_REJECT = 1;
const FLAG_CONTEXT = 2;
const FLAG_SNAPSHOT = 4;
const FLAG_SNAPSHOT_DATA = 8;
const FLAG_AUTO_LEAVE = 16;

/** Bytes that are no messages of this version: nothing of them may be used. */
export class MessageDamagedError extends Error {
  override readonly name = 'MessageDamagedError';

  constructor(what: string) {
    super(`messages from a member can not be read: ${what}`);
  }
}

const TYPE_NUMBERS = new Map<MessageType, number>(MESSAGE_TYPES.map((type, number) => [type, number]));

function confStateLengthBytes(state: ConfState): number {
  const ids = [state.voters, state.learners, state.votersOutgoing, state.learnersNext];
  return ids.reduce((sum, list) => sum + 4 + 8 * list.length, 0);
}

function headLengthBytes(message: Message): number {
  const { context, snapshot } = message;
  let lengthBytes = HEAD_BYTES;
  if (context !== undefined) lengthBytes += 4 + context.length;
  if (snapshot === undefined) return lengthBytes;
  lengthBytes += 16 + confStateLengthBytes(snapshot.metadata.confState);
  return snapshot.data === undefined ? lengthBytes : lengthBytes + 4 + snapshot.data.length;
}

function flagsOf({ reject, context, snapshot }: Message): number {
  let flags = reject ? FLAG_REJECT : 0;
  if (context !== undefined) flags |= FLAG_CONTEXT;
  if (snapshot === undefined) return flags;
  flags |= FLAG_SNAPSHOT;
  if (snapshot.data !== undefined) flags |= FLAG_SNAPSHOT_DATA;
  return snapshot.metadata.confState.autoLeave ? flags | FLAG_AUTO_LEAVE : flags;
}

/** Writes one after the other into a buffer that is long enough. */
class Writer {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  u8(value: number): void {
    this.bytes[this.at] = value;
    this.at += 1;
  }

  u32(value: number): void {
    this.bytes.writeUInt32LE(value, this.at);
    this.at += 4;
  }

  u64(value: number): void {
    writeU64(this.bytes, value, this.at);
    this.at += 8;
  }

  blob(blob: Uint8Array): void {
    this.u32(blob.length);
    this.bytes.set(blob, this.at);
    this.at += blob.length;
  }

  ids(ids: readonly number[]): void {
    this.u32(ids.length);
    for (const id of ids) this.u64(id);
  }
}

function writeHead(message: Message, writer: Writer): void {
  writer.u8(TYPE_NUMBERS.get(message.type) ?? 0);
  writer.u8(flagsOf(message));
  writer.u8(0);
  writer.u8(0);
  writer.u32(message.entries.length);
  writer.u64(message.to);
  writer.u64(message.from);
  writer.u64(message.term);
  writer.u64(message.logTerm);
  writer.u64(message.index);
  writer.u64(message.commit);
  writer.u64(message.vote);
  writer.u64(message.rejectHint);
  if (message.context !== undefined) writer.blob(message.context);
  if (message.snapshot !== undefined) writeSnapshot(message.snapshot, writer);
}

function writeSnapshot({ data, metadata }: Snapshot, writer: Writer): void {
  writer.u64(metadata.index);
  writer.u64(metadata.term);
  const { voters, learners, votersOutgoing, learnersNext } = metadata.confState;
  for (const ids of [voters, learners, votersOutgoing, learnersNext]) writer.ids(ids);
  if (data !== undefined) writer.blob(data);
}

export function encodeMessages(messages: readonly Message[]): Uint8Array {
  let headsBytes = 0;
  let entriesBytes = 0;
  for (const message of messages) {
    headsBytes += headLengthBytes(message);
    for (const entry of message.entries) entriesBytes += encodedEntry(entry).length;
  }
  const bytes = Buffer.allocUnsafe(FRAME_BYTES + headsBytes + entriesBytes);
  const writer = new Writer(bytes, FRAME_BYTES);
  for (const message of messages) writeHead(message, writer);
  let at = writer.at;
  for (const { entries } of messages) {
    for (const entry of entries) {
      const encoded = encodedEntry(entry);
      bytes.set(encoded, at);
      at += encoded.length;
    }
  }
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(VERSION, 2); // the oldest reader that may read this frame
  bytes.writeUInt32LE(messages.length, 4);
  bytes.writeUInt32LE(headsBytes, 8);
  bytes.writeUInt32LE(entriesBytes, 12);
  bytes.writeUInt32LE(frameChecksum(bytes, headsBytes), 16);
  return bytes;
}

const frameChecksum = (bytes: Buffer, headsBytes: number): number =>
  crc32(bytes.subarray(FRAME_BYTES, FRAME_BYTES + headsBytes), crc32(bytes.subarray(0, 16)));

/** Reads one after the other up to an end, and never beyond. */
class Reader {
  readonly #bytes: Buffer;
  readonly #endAt: number;
  at: number;

  constructor(bytes: Buffer, at: number, endAt: number) {
    this.#bytes = bytes;
    this.at = at;
    this.#endAt = endAt;
  }

  #take(lengthBytes: number): number {
    const at = this.at;
    this.at += lengthBytes;
    if (this.at > this.#endAt) throw new MessageDamagedError('a message ends too early');
    return at;
  }

  u8(): number {
    return this.#bytes.readUInt8(this.#take(1));
  }

  u32(): number {
    return this.#bytes.readUInt32LE(this.#take(4));
  }

  u64(): number {
    const value = readU64(this.#bytes, this.#take(8));
    if (!Number.isSafeInteger(value)) throw new MessageDamagedError(`the number ${value} is out of reach`);
    return value;
  }

  blob(): Uint8Array {
    const lengthBytes = this.u32();
    const at = this.#take(lengthBytes);
    return this.#bytes.subarray(at, at + lengthBytes);
  }

  ids(): number[] {
    const count = this.u32();
    if (this.at + 8 * count > this.#endAt) throw new MessageDamagedError('a list of members ends too early');
    return Array.from({ length: count }, () => this.u64());
  }
}

function readSnapshot(reader: Reader, flags: number): Snapshot {
  const index = reader.u64();
  const term = reader.u64();
  const confState: ConfState = {
    voters: reader.ids(),
    learners: reader.ids(),
    votersOutgoing: reader.ids(),
    learnersNext: reader.ids(),
    autoLeave: (flags & FLAG_AUTO_LEAVE) !== 0,
  };
  const data = (flags & FLAG_SNAPSHOT_DATA) === 0 ? undefined : reader.blob();
  return { data, metadata: { index, term, confState } };
}

/** The entries come later in the frame: the caller fills `entries`, which is as long as it will be. */
function readHead(reader: Reader): {
  readonly message: Message;
  readonly entries: Entry[];
  readonly count: number;
} {
  const type = MESSAGE_TYPES[reader.u8()];
  if (type === undefined) throw new MessageDamagedError('a message of an unknown type');
  const flags = reader.u8();
  reader.u8();
  reader.u8();
  const count = reader.u32();
  const entries: Entry[] = [];
  const message = makeMessage({
    type,
    entries,
    to: reader.u64(),
    from: reader.u64(),
    term: reader.u64(),
    logTerm: reader.u64(),
    index: reader.u64(),
    commit: reader.u64(),
    vote: reader.u64(),
    rejectHint: reader.u64(),
    reject: (flags & FLAG_REJECT) !== 0,
    context: (flags & FLAG_CONTEXT) === 0 ? undefined : reader.blob(),
    snapshot: (flags & FLAG_SNAPSHOT) === 0 ? undefined : readSnapshot(reader, flags),
  });
  return { message, entries, count };
}

/** The messages of one frame; throws MessageDamagedError for anything else. They hold views of the bytes. */
export function decodeMessages(source: Uint8Array): Message[] {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
  if (bytes.length < FRAME_BYTES) throw new MessageDamagedError('no frame of messages');
  const [count, headsBytes, entriesBytes] = [4, 8, 12].map((at) => bytes.readUInt32LE(at)) as [
    number,
    number,
    number,
  ];
  const headsEnd = FRAME_BYTES + headsBytes;
  if (headsEnd + entriesBytes !== bytes.length) throw new MessageDamagedError('the frame has another length');
  if (bytes.readUInt32LE(16) !== frameChecksum(bytes, headsBytes)) {
    throw new MessageDamagedError('wrong checksum of the frame');
  }
  if (bytes.readUInt16LE(2) > VERSION) {
    throw new MessageDamagedError(`format ${bytes.readUInt16LE(0)}; this build reads ${VERSION}`);
  }
  const reader = new Reader(bytes, FRAME_BYTES, headsEnd);
  const messages: Message[] = [];
  let at = headsEnd;
  for (let number = 0; number < count; number++) {
    const head = readHead(reader);
    for (let left = head.count; left > 0; left--) {
      const read = readEntry(bytes, at);
      if (read.kind === 'broken') throw new MessageDamagedError(read.what);
      head.entries.push(read.entry);
      at = read.nextAt;
    }
    messages.push(head.message);
  }
  if (reader.at !== headsEnd || at !== bytes.length)
    throw new MessageDamagedError('the frame is longer than its messages');
  return messages;
}
