/**
 * One segment file of the log: its name, its header, and what a scan of its bytes says. Pure; reading
 * and writing the file is the work of wal-recovery.ts and wal-file.ts.
 *
 * A segment is written in full with zeros before it gets its name, so a sync of later writes has no
 * metadata to carry, and a header of zeros is the end of what was written.
 */
import { crc32 } from 'node:zlib';
import {
  BATCH_HEADER_BYTES,
  BATCH_MAGIC_BYTES,
  type LogRecord,
  RECORD_VERSION,
  readBatchHeader,
  readRecord,
  readU64,
  writeU64,
} from './record.js';

export const SEGMENT_HEADER_BYTES = 40;
const SEGMENT_VERSION = 1;
const SEGMENT_MAGIC = Buffer.from('LOGSEGM\0', 'latin1');
const NAME = /^(\d{16})\.wal$/;
const UNFINISHED = '.wal.tmp';

export const segmentName = (segmentNumber: number): string =>
  `${String(segmentNumber).padStart(16, '0')}.wal`;
export const unfinishedName = (segmentNumber: number): string => `${segmentName(segmentNumber)}.tmp`;
/** Made and not yet renamed when the last process ended: never holds anything. */
export const isUnfinished = (name: string): boolean => name.endsWith(UNFINISHED);

/** Numbers of the segments among these names, ascending. */
export function segmentNumbers(names: readonly string[]): number[] {
  const numbers = names.map((name) => NAME.exec(name)?.[1]).filter((digits) => digits !== undefined);
  return numbers.map(Number).toSorted((a, b) => a - b);
}

export interface SegmentHeader {
  readonly segmentNumber: number;
  readonly firstSequence: number;
}

export function encodeSegmentHeader(header: SegmentHeader): Buffer {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES);
  SEGMENT_MAGIC.copy(bytes);
  bytes.writeUInt16LE(SEGMENT_VERSION, 8);
  bytes.writeUInt16LE(SEGMENT_VERSION, 10); // the oldest reader that may read this file
  writeU64(bytes, header.segmentNumber, 16);
  writeU64(bytes, header.firstSequence, 24);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, SEGMENT_HEADER_BYTES - 4)), SEGMENT_HEADER_BYTES - 4);
  return bytes;
}

export interface ScannedRecord {
  readonly record: LogRecord;
  readonly offset: number;
  readonly lengthBytes: number;
}

export type SegmentEnd =
  /** Zeros, or the end of the file, follow the last batch. */
  | { readonly kind: 'clean' }
  /** The last batch was not written whole; the bytes up to `endOffset` are its remains. */
  | { readonly kind: 'torn'; readonly endOffset: number }
  | { readonly kind: 'damaged'; readonly offset: number; readonly what: string };

export interface SegmentScan {
  readonly kind: 'scan';
  readonly header: SegmentHeader;
  readonly records: readonly ScannedRecord[];
  /** Sequence number that the next batch would have. */
  readonly nextSequence: number;
  /** Where the next batch would stand. */
  readonly endOffset: number;
  readonly end: SegmentEnd;
}

export type ScanResult =
  | SegmentScan
  | { readonly kind: 'damaged'; readonly offset: number; readonly what: string }
  | { readonly kind: 'too-new'; readonly found: string; readonly known: string };

type Batch =
  | { readonly kind: 'batch'; readonly records: ScannedRecord[]; readonly nextAt: number }
  | { readonly kind: 'broken'; readonly offset: number; readonly what: string }
  | { readonly kind: 'too-new'; readonly found: string; readonly known: string };

function readBatch(bytes: Buffer, at: number, sequence: number): Batch {
  const header = readBatchHeader(bytes, at);
  if (header === undefined) return { kind: 'broken', offset: at, what: 'no valid batch header' };
  if (header.version > RECORD_VERSION) {
    return { kind: 'too-new', found: `batch version ${header.version}`, known: `${RECORD_VERSION}` };
  }
  if (header.sequence !== sequence) {
    return { kind: 'broken', offset: at, what: `batch ${header.sequence} stands where ${sequence} belongs` };
  }
  const endAt = at + BATCH_HEADER_BYTES + header.bodyBytes;
  const records: ScannedRecord[] = [];
  let recordAt = at + BATCH_HEADER_BYTES;
  for (let count = 0; count < header.recordCount; count++) {
    const result = readRecord(bytes, recordAt, Math.min(endAt, bytes.length));
    if (result.kind === 'broken')
      return { kind: 'broken', offset: recordAt, what: 'wrong checksum of a record' };
    if (result.kind === 'unknown') {
      return {
        kind: 'too-new',
        found: result.what,
        known: `records up to version ${RECORD_VERSION}, no encryption`,
      };
    }
    records.push({ record: result.record, offset: recordAt, lengthBytes: result.nextAt - recordAt });
    recordAt = result.nextAt;
  }
  if (recordAt !== endAt) return { kind: 'broken', offset: at, what: 'the batch is longer than its records' };
  return { kind: 'batch', records, nextAt: endAt };
}

/** True if a batch written after this one stands somewhere behind it, which proves that this one was synced. */
function hasLaterBatch(bytes: Buffer, from: number, sequence: number): boolean {
  for (
    let at = bytes.indexOf(BATCH_MAGIC_BYTES, from);
    at !== -1;
    at = bytes.indexOf(BATCH_MAGIC_BYTES, at + 1)
  ) {
    const header = readBatchHeader(bytes, at);
    if (header !== undefined && header.sequence > sequence) return true;
  }
  return false;
}

const ZERO_PAGE = Buffer.alloc(64 * 1024);

/** One past the last byte that is not zero, or `from` if there is none. */
function endOfContent(bytes: Buffer, from: number): number {
  let end = bytes.length;
  while (end - from >= ZERO_PAGE.length && ZERO_PAGE.equals(bytes.subarray(end - ZERO_PAGE.length, end))) {
    end -= ZERO_PAGE.length;
  }
  while (end > from && bytes[end - 1] === 0) end--;
  return end;
}

function judgeEnd(
  bytes: Buffer,
  at: number,
  sequence: number,
  broken: { offset: number; what: string },
): SegmentEnd {
  const endOffset = endOfContent(bytes, at);
  if (endOffset === at) return { kind: 'clean' };
  if (hasLaterBatch(bytes, at + 1, sequence))
    return { kind: 'damaged', offset: broken.offset, what: broken.what };
  return { kind: 'torn', endOffset };
}

function scanHeader(bytes: Buffer, segmentNumber: number): SegmentHeader | Exclude<ScanResult, SegmentScan> {
  const isOurs = bytes.length >= SEGMENT_HEADER_BYTES && SEGMENT_MAGIC.equals(bytes.subarray(0, 8));
  if (!isOurs) return { kind: 'damaged', offset: 0, what: 'no segment header' };
  const minimumReader = bytes.readUInt16LE(10);
  const crcAt = SEGMENT_HEADER_BYTES - 4;
  // Newer formats keep the first 40 bytes, checksum included, so that this sentence can be trusted.
  if (bytes.readUInt32LE(crcAt) !== crc32(bytes.subarray(0, crcAt))) {
    return { kind: 'damaged', offset: 0, what: 'wrong checksum of the segment header' };
  }
  if (minimumReader > SEGMENT_VERSION) {
    return { kind: 'too-new', found: `format ${bytes.readUInt16LE(8)}`, known: `format ${SEGMENT_VERSION}` };
  }
  const header = { segmentNumber: readU64(bytes, 16), firstSequence: readU64(bytes, 24) };
  if (header.segmentNumber === segmentNumber) return header;
  return { kind: 'damaged', offset: 16, what: `it is segment ${header.segmentNumber} under a wrong name` };
}

export function scanSegment(bytes: Buffer, segmentNumber: number): ScanResult {
  const header = scanHeader(bytes, segmentNumber);
  if ('kind' in header) return header;
  const records: ScannedRecord[] = [];
  let at = SEGMENT_HEADER_BYTES;
  let sequence = header.firstSequence;
  for (;;) {
    const batch = readBatch(bytes, at, sequence);
    if (batch.kind === 'too-new') return batch;
    if (batch.kind === 'broken') {
      const end = judgeEnd(bytes, at, sequence, batch);
      return { kind: 'scan', header, records, nextSequence: sequence, endOffset: at, end };
    }
    for (const record of batch.records) records.push(record);
    at = batch.nextAt;
    sequence++;
  }
}
