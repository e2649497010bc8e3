/**
 * Records of the log and the batches they are written in, as bytes. Owns the layout; knows no files.
 *
 *   batch  = magic u32, version u8, 3 reserved, sequence u64, own offset u32, body bytes u32, records u32, crc u32
 *   record = payload bytes u32, version u8, kind u8, encryption u8, tag u8, term u64, index u64, crc u32, payload
 *
 * All little-endian. A batch is what one sync made durable: it counts whole or not at all, and since the
 * next one is written only after that sync, a broken batch followed by a later one is damage, not a torn
 * write. Each record has a checksum of its own (not chained) so that it can be verified when it is read
 * back alone; order is kept by the sequence number of the batch and by the entries' indexes.
 */
import { crc32 } from 'node:zlib';
import { invariant } from './log-errors.js';

export interface HardState {
  readonly term: number;
  /** Member voted for in this term; 0 for none. */
  readonly vote: number;
  readonly commit: number;
}

export interface LogEntry {
  readonly term: number;
  readonly index: number;
  /** 0..255, the caller's own: what kind of entry this is. */
  readonly tag: number;
  readonly payload: Uint8Array;
  /** The whole record, where it was made before: written as it is. */
  readonly encoded?: Uint8Array | undefined;
}

export interface SnapshotReference {
  readonly term: number;
  readonly index: number;
  /** The caller's own, small: what must be known before the snapshot file is read. */
  readonly data: Uint8Array;
}

export type LogRecord =
  | ({ readonly kind: 'entry' } & LogEntry)
  | ({ readonly kind: 'hard-state' } & HardState)
  /** Entries from this index on are discarded. */
  | { readonly kind: 'cut'; readonly fromIndex: number }
  /** Everything up to this index is in a snapshot that is durable. */
  | ({ readonly kind: 'snapshot' } & SnapshotReference)
  /** First record of each segment: where the log ended before it. */
  | { readonly kind: 'base'; readonly term: number; readonly index: number };

export const RECORD_VERSION = 1;
export const BATCH_HEADER_BYTES = 32;
export const RECORD_HEADER_BYTES = 28;

const BATCH_MAGIC = 0x42474f4c;
export const BATCH_MAGIC_BYTES = Buffer.from('LOGB', 'latin1');
const HARD_STATE_BYTES = 16;
const TWO_POW_32 = 2 ** 32;
const NOTHING = new Uint8Array(0);

const KIND_BYTE = { entry: 1, 'hard-state': 2, cut: 3, snapshot: 4, base: 5 } as const;

export function writeU64(target: Buffer, value: number, at: number): void {
  invariant(Number.isSafeInteger(value) && value >= 0, `${value} is not a term or an index`);
  target.writeUInt32LE(value % TWO_POW_32, at);
  target.writeUInt32LE(Math.floor(value / TWO_POW_32), at + 4);
}

export const readU64 = (source: Buffer, at: number): number =>
  source.readUInt32LE(at + 4) * TWO_POW_32 + source.readUInt32LE(at);

function payloadLengthBytes(record: LogRecord): number {
  switch (record.kind) {
    case 'entry':
      return record.payload.length;
    case 'hard-state':
      return HARD_STATE_BYTES;
    case 'snapshot':
      return record.data.length;
    case 'cut':
    case 'base':
      return 0;
  }
}

export const recordLengthBytes = (record: LogRecord): number =>
  RECORD_HEADER_BYTES + payloadLengthBytes(record);

function writePayload(record: LogRecord, target: Buffer, at: number): void {
  if (record.kind === 'entry') target.set(record.payload, at);
  if (record.kind === 'snapshot') target.set(record.data, at);
  if (record.kind !== 'hard-state') return;
  writeU64(target, record.vote, at);
  writeU64(target, record.commit, at + 8);
}

function recordIndex(record: LogRecord): number {
  if (record.kind === 'hard-state') return 0;
  return record.kind === 'cut' ? record.fromIndex : record.index;
}

/** The checksum covers the header before it and the payload after it. */
const recordChecksum = (bytes: Buffer, at: number, payloadBytes: number): number =>
  crc32(
    bytes.subarray(at + RECORD_HEADER_BYTES, at + RECORD_HEADER_BYTES + payloadBytes),
    crc32(bytes.subarray(at, at + RECORD_HEADER_BYTES - 4)),
  );

/** Returns where the next record goes. */
export function writeRecord(record: LogRecord, target: Buffer, at: number): number {
  const payloadBytes = payloadLengthBytes(record);
  if (record.kind === 'entry' && record.encoded !== undefined) {
    target.set(record.encoded, at);
    return at + record.encoded.length;
  }
  target.writeUInt32LE(payloadBytes, at);
  target.writeUInt8(RECORD_VERSION, at + 4);
  target.writeUInt8(KIND_BYTE[record.kind], at + 5);
  target.writeUInt8(0, at + 6);
  target.writeUInt8(record.kind === 'entry' ? record.tag : 0, at + 7);
  writeU64(target, record.kind === 'cut' ? 0 : record.term, at + 8);
  writeU64(target, recordIndex(record), at + 16);
  writePayload(record, target, at + RECORD_HEADER_BYTES);
  target.writeUInt32LE(recordChecksum(target, at, payloadBytes), at + 24);
  return at + RECORD_HEADER_BYTES + payloadBytes;
}

export type ReadRecord =
  | { readonly kind: 'record'; readonly record: LogRecord; readonly nextAt: number }
  | { readonly kind: 'broken' }
  /** The checksum is right, but a newer build wrote it. */
  | { readonly kind: 'unknown'; readonly what: string };

function decode(bytes: Buffer, at: number, payload: Uint8Array): LogRecord | undefined {
  const term = readU64(bytes, at + 8);
  const index = readU64(bytes, at + 16);
  switch (bytes.readUInt8(at + 5)) {
    case KIND_BYTE.entry:
      return { kind: 'entry', term, index, tag: bytes.readUInt8(at + 7), payload };
    case KIND_BYTE['hard-state']: {
      const start = at + RECORD_HEADER_BYTES;
      return { kind: 'hard-state', term, vote: readU64(bytes, start), commit: readU64(bytes, start + 8) };
    }
    case KIND_BYTE.cut:
      return { kind: 'cut', fromIndex: index };
    case KIND_BYTE.snapshot:
      return { kind: 'snapshot', term, index, data: payload };
    case KIND_BYTE.base:
      return { kind: 'base', term, index };
    default:
      return undefined;
  }
}

/** `endAt` bounds the record. The payload of the result is a view into `bytes`. */
export function readRecord(bytes: Buffer, at: number, endAt: number): ReadRecord {
  if (at + RECORD_HEADER_BYTES > endAt) return { kind: 'broken' };
  const payloadBytes = bytes.readUInt32LE(at);
  const nextAt = at + RECORD_HEADER_BYTES + payloadBytes;
  if (nextAt > endAt) return { kind: 'broken' };
  if (bytes.readUInt32LE(at + 24) !== recordChecksum(bytes, at, payloadBytes)) return { kind: 'broken' };
  const version = bytes.readUInt8(at + 4);
  if (version > RECORD_VERSION) return { kind: 'unknown', what: `record version ${version}` };
  const encryption = bytes.readUInt8(at + 6);
  if (encryption !== 0) return { kind: 'unknown', what: `encryption ${encryption}` };
  const payload = payloadBytes === 0 ? NOTHING : bytes.subarray(at + RECORD_HEADER_BYTES, nextAt);
  const record = decode(bytes, at, payload);
  if (record === undefined) return { kind: 'unknown', what: `record kind ${bytes.readUInt8(at + 5)}` };
  return { kind: 'record', record, nextAt };
}

export interface BatchHeader {
  readonly version: number;
  readonly sequence: number;
  readonly bodyBytes: number;
  readonly recordCount: number;
}

/** Writes the header in front of a body that already stands at `BATCH_HEADER_BYTES`. */
export function writeBatchHeader(
  target: Buffer,
  place: { readonly sequence: number; readonly offset: number },
  body: { readonly bytes: number; readonly recordCount: number },
): void {
  target.fill(0, 0, BATCH_HEADER_BYTES);
  target.writeUInt32LE(BATCH_MAGIC, 0);
  target.writeUInt8(RECORD_VERSION, 4);
  writeU64(target, place.sequence, 8);
  target.writeUInt32LE(place.offset, 16);
  target.writeUInt32LE(body.bytes, 20);
  target.writeUInt32LE(body.recordCount, 24);
  target.writeUInt32LE(crc32(target.subarray(0, BATCH_HEADER_BYTES - 4)), BATCH_HEADER_BYTES - 4);
}

/** The header that stands at this offset of its segment, or undefined if none does. */
export function readBatchHeader(segment: Buffer, at: number): BatchHeader | undefined {
  if (at + BATCH_HEADER_BYTES > segment.length) return undefined;
  if (segment.readUInt32LE(at) !== BATCH_MAGIC || segment.readUInt32LE(at + 16) !== at) return undefined;
  const crcAt = at + BATCH_HEADER_BYTES - 4;
  if (segment.readUInt32LE(crcAt) !== crc32(segment.subarray(at, crcAt))) return undefined;
  return {
    version: segment.readUInt8(at + 4),
    sequence: readU64(segment, at + 8),
    bodyBytes: segment.readUInt32LE(at + 20),
    recordCount: segment.readUInt32LE(at + 24),
  };
}
