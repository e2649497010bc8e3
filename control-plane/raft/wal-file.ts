/**
 * The durable log: segments of checksummed records in one directory. Owns the directory's `*.wal` files
 * and everything that is promised about them:
 *
 * - `append` resolves when the records are durable; what is appended during a sync goes with the next one,
 *   and never more than one is in flight.
 * - After a crash the log is what some prefix of the calls made of it, all resolved ones included.
 * - A failed write or sync stops the log for good. A full disk does not: see LogFullError.
 *
 * What the entries mean, elections and snapshot files are left to others.
 */
import path from 'node:path';
import { type Disk, diskErrorCode } from './disk.js';
import type { LogContents, Position } from './log-contents.js';
import {
  invariant,
  LogClosedError,
  LogCompactedError,
  LogDamagedError,
  LogFailedError,
  LogFullError,
  LogRecordTooLargeError,
} from './log-errors.js';
import {
  BATCH_HEADER_BYTES,
  type HardState,
  type LogEntry,
  type LogRecord,
  readRecord,
  type SnapshotReference,
} from './record.js';
import { recordsLengthBytes, SegmentWriter } from './segment-writer.js';
import { recoverLog, withFile } from './wal-recovery.js';
import { SEGMENT_HEADER_BYTES, segmentName } from './wal-segment.js';

export interface LogOptions {
  readonly directory: string;
  /** Size of a segment file; an append may be half as long. Default 16 MiB. */
  readonly segmentBytes?: number;
  /** What is queued goes out in batches of about this size, which bounds a turn of the event loop. Default 256 KiB. */
  readonly maxBatchBytes?: number;
}

export interface Recovered {
  readonly hardState: HardState;
  /** Index 0 if there is none. */
  readonly snapshot: SnapshotReference;
  /** First entry that can be read; entries up to the snapshot may be among them. */
  readonly firstIndex: number;
  readonly lastIndex: number;
  /** Remains of an unacknowledged last write that were discarded. */
  readonly tornBytes: number;
}

interface QueuedAppend {
  readonly records: readonly LogRecord[];
  readonly lengthBytes: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const MIB = 1024 * 1024;
const NOWHERE: Position = { segmentNumber: 0, offset: 0, lengthBytes: 0 };
/** Reading a small gap is cheaper than another trip to the disk. */
const READ_GAP_BYTES = 4096;

export class Log {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #maxAppendBytes: number;
  readonly #maxBatchBytes: number;
  readonly #writer: SegmentWriter;
  /** What is durable. */
  #contents: LogContents;
  /** What will be durable once the queue is written. */
  #planned: LogContents;
  #segmentNumbers: number[];
  #queue: QueuedAppend[] = [];
  /** Queued or being written. */
  #pendingBytes = 0;
  #flushing: Promise<void> | undefined;
  #compacting: Promise<void> = Promise.resolve();
  #failure: LogFailedError | undefined;
  #isClosed = false;

  /** Made by `openLog`. */
  constructor(
    options: Required<LogOptions>,
    modules: { readonly disk: Disk; readonly writer: SegmentWriter },
    found: { readonly contents: LogContents; readonly segmentNumbers: readonly number[] },
  ) {
    this.#disk = modules.disk;
    this.#writer = modules.writer;
    this.#directory = options.directory;
    this.#maxAppendBytes = Math.floor(options.segmentBytes / 2);
    this.#maxBatchBytes = Math.min(options.maxBatchBytes, this.#maxAppendBytes);
    this.#contents = found.contents;
    this.#planned = found.contents.clone();
    this.#segmentNumbers = [...found.segmentNumbers];
  }

  /** Last entry, those included that are still being written. */
  get lastIndex(): number {
    return this.#planned.lastIndex;
  }

  get durableIndex(): number {
    return this.#contents.lastIndex;
  }

  get firstIndex(): number {
    return this.#contents.firstIndex;
  }

  get snapshot(): SnapshotReference {
    return this.#contents.snapshot;
  }

  get hardState(): HardState {
    return this.#contents.hardState;
  }

  /** Term of a durable entry or of the snapshot; undefined for what is not in the log. */
  termOf(index: number): number | undefined {
    return this.#contents.termOf(index);
  }

  /** Bytes that one call of `append` may take, headers included. */
  get maxAppendBytes(): number {
    return this.#maxAppendBytes;
  }

  /**
   * Appends records as one unit: after a crash all of them are there, or none. Entries must follow
   * `lastIndex`. The payloads must not be changed before the promise has settled.
   */
  append(records: readonly LogRecord[]): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#isClosed) return Promise.reject(new LogClosedError());
    const lengthBytes = recordsLengthBytes(records);
    if (lengthBytes > this.#maxAppendBytes) {
      return Promise.reject(new LogRecordTooLargeError(lengthBytes, this.#maxAppendBytes));
    }
    for (const record of records) {
      const refusal = this.#planned.add(record, NOWHERE);
      if (refusal === undefined) continue;
      // A mistake of the caller: the plan is spoilt, so nothing may follow it.
      this.#failure = new LogFailedError('records were appended out of order', new Error(refusal));
      invariant(false, refusal);
    }
    this.#pendingBytes += lengthBytes;
    return new Promise((resolve, reject) => {
      this.#queue.push({ records, lengthBytes, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Whether so many bytes of records surely find room after all that was appended. */
  hasRoomFor(lengthBytes: number): boolean {
    if (this.#isClosed || this.#failure !== undefined) return false;
    const batches = 2 + Math.floor((this.#pendingBytes + lengthBytes) / this.#maxBatchBytes);
    const neededBytes = this.#pendingBytes + lengthBytes + batches * BATCH_HEADER_BYTES;
    if (this.#writer.hasRoomFor(neededBytes)) return true;
    const beginBytes = SEGMENT_HEADER_BYTES + BATCH_HEADER_BYTES + recordsLengthBytes(this.#firstRecords());
    return this.#writer.isSpareReady && beginBytes + neededBytes <= this.#maxAppendBytes * 2;
  }

  /** Makes room for the half of a segment; rejects with a LogFullError if there is none. */
  async makeRoom(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    await this.#writer.prepareSpare();
  }

  /** Discards the entries from this index on; entries appended later take their places. */
  truncateSuffix(fromIndex: number): Promise<void> {
    return this.append([{ kind: 'cut', fromIndex }]);
  }

  /** Notes a snapshot of this log's own entries. Its file must be durable already. */
  recordSnapshot(snapshot: SnapshotReference): Promise<void> {
    invariant(snapshot.index <= this.lastIndex, `snapshot ${snapshot.index} is ahead of the log`);
    return this.append([{ kind: 'snapshot', ...snapshot }]);
  }

  /** Replaces the whole log by somebody else's snapshot. Its file must be durable already. */
  installSnapshot(snapshot: SnapshotReference): Promise<void> {
    const covered = this.#planned.snapshot.index;
    invariant(snapshot.index > covered, `snapshot ${snapshot.index} follows ${covered}`);
    return this.append([
      { kind: 'cut', fromIndex: covered + 1 },
      { kind: 'snapshot', ...snapshot },
    ]);
  }

  /** Removes the segments that hold no entry after this index. It must be covered by a durable snapshot. */
  compact(uptoIndex: number): Promise<void> {
    invariant(uptoIndex <= this.snapshot.index, `entry ${uptoIndex} is not covered by a snapshot`);
    const done = this.#compacting.then(() => this.#removeSegments(uptoIndex));
    this.#compacting = done.catch(() => undefined);
    return done;
  }

  /** Durable entries from one index to another, both included; at least one, and no more than about `maxBytes`. */
  async read(fromIndex: number, toIndex: number, maxBytes = MIB): Promise<LogEntry[]> {
    invariant(fromIndex <= toIndex && toIndex <= this.durableIndex, `no entries ${fromIndex} to ${toIndex}`);
    if (fromIndex < this.firstIndex) throw new LogCompactedError(fromIndex, this.firstIndex);
    const places = this.#placesToRead(fromIndex, toIndex, maxBytes);
    const entries: LogEntry[] = [];
    for (let start = 0; start < places.length; ) {
      let end = start + 1;
      while (end < places.length && isNear(places[end - 1], places[end])) end++;
      for (const entry of await this.#readRun(fromIndex + start, places.slice(start, end)))
        entries.push(entry);
      start = end;
    }
    invariant(
      entries.every((entry, at) => entry.index === fromIndex + at),
      'entries were read out of order',
    );
    return entries;
  }

  /** Finishes what was appended, then closes the files. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#flushing;
    await this.#compacting;
    await this.#writer.close();
  }

  #placesToRead(fromIndex: number, toIndex: number, maxBytes: number): Position[] {
    const places: Position[] = [];
    let sumBytes = 0;
    for (let index = fromIndex; index <= toIndex; index++) {
      const place = this.#contents.placeOf(index);
      invariant(place !== undefined, `entry ${index} has no place`);
      sumBytes += place.lengthBytes;
      if (places.length > 0 && sumBytes > maxBytes) break;
      places.push(place);
    }
    return places;
  }

  /** Reads entries that stand close together in one segment. */
  async #readRun(fromIndex: number, places: readonly Position[]): Promise<LogEntry[]> {
    const [first, last] = [places[0], places.at(-1)];
    invariant(first !== undefined && last !== undefined, 'nothing to read');
    const file = path.join(this.#directory, segmentName(first.segmentNumber));
    const lengthBytes = last.offset + last.lengthBytes - first.offset;
    const read = await withFile(this.#disk, file, 'read', (opened) =>
      opened.read(first.offset, lengthBytes),
    ).catch((error: unknown) => {
      if (diskErrorCode(error) === 'ENOENT') throw new LogCompactedError(fromIndex, this.firstIndex);
      throw error;
    });
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
    return places.map((place) => {
      const at = place.offset - first.offset;
      const result = readRecord(bytes, at, Math.min(at + place.lengthBytes, bytes.length));
      if (result.kind === 'record' && result.record.kind === 'entry') return result.record;
      throw new LogDamagedError(file, place.offset, 'an entry that was valid is not any more');
    });
  }

  async #flush(): Promise<void> {
    // What is appended in the same turn goes with the first batch.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#takeBatch();
      try {
        await this.#writeBatch(batch);
      } catch (error) {
        this.#reject(batch, error);
      }
    }
    this.#flushing = undefined;
  }

  #takeBatch(): QueuedAppend[] {
    let sumBytes = 0;
    let count = 0;
    for (const { lengthBytes } of this.#queue) {
      sumBytes += lengthBytes;
      if (count > 0 && sumBytes > this.#maxBatchBytes) break;
      count++;
    }
    return this.#queue.splice(0, count);
  }

  async #writeBatch(batch: readonly QueuedAppend[]): Promise<void> {
    const records = batch.flatMap((append) => append.records);
    if (!this.#writer.hasRoomFor(recordsLengthBytes(records))) await this.#roll();
    this.#fold(records, await this.#writer.write(records));
    for (const append of batch) {
      this.#pendingBytes -= append.lengthBytes;
      append.resolve();
    }
  }

  /** Each segment begins with all that the removed ones before it could have said. */
  async #roll(): Promise<void> {
    const records = this.#firstRecords();
    this.#fold(records, await this.#writer.roll(records));
    this.#segmentNumbers.push(this.#writer.segmentNumber);
  }

  #firstRecords(): LogRecord[] {
    const { lastIndex, lastTerm, hardState, snapshot } = this.#contents;
    const records: LogRecord[] = [
      { kind: 'base', term: lastTerm, index: lastIndex },
      { kind: 'hard-state', ...hardState },
    ];
    if (snapshot.index > 0) records.push({ kind: 'snapshot', ...snapshot });
    return records;
  }

  #fold(records: readonly LogRecord[], positions: readonly Position[]): void {
    records.forEach((record, at) => {
      const refusal = this.#contents.add(record, positions[at] ?? NOWHERE);
      invariant(refusal === undefined, `written, but it does not fit: ${refusal}`);
    });
  }

  /** Whatever was queued behind a lost batch would leave a gap: it is lost as well. */
  #reject(batch: readonly QueuedAppend[], error: unknown): void {
    if (!(error instanceof LogFullError))
      this.#failure = new LogFailedError('a write to the log failed', error);
    const reason = this.#failure ?? (error instanceof Error ? error : new Error(String(error)));
    const lost = [...batch, ...this.#queue];
    this.#queue = [];
    this.#pendingBytes = 0;
    this.#planned = this.#contents.clone();
    for (const append of lost) append.reject(reason);
  }

  async #removeSegments(uptoIndex: number): Promise<void> {
    const firstKept = this.#contents.placeOf(uptoIndex + 1)?.segmentNumber ?? this.#writer.segmentNumber;
    this.#contents.forgetUpTo(uptoIndex);
    this.#planned.forgetUpTo(uptoIndex);
    while ((this.#segmentNumbers[0] ?? firstKept) < firstKept) {
      const file = path.join(this.#directory, segmentName(this.#segmentNumbers[0] ?? 0));
      await this.#disk.unlink(file);
      // One at a time and oldest first: a crash must not leave a hole between segments.
      await this.#disk.syncDirectory(this.#directory);
      this.#segmentNumbers.shift();
    }
  }
}

const isNear = (before: Position | undefined, after: Position | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.segmentNumber === after.segmentNumber &&
  after.offset - (before.offset + before.lengthBytes) <= READ_GAP_BYTES;

/** Opens the log in this directory, making it if there is none. Only one process may have it open. */
export async function openLog(
  options: LogOptions,
  modules: { readonly disk: Disk },
): Promise<{ log: Log; recovered: Recovered }> {
  const { disk } = modules;
  const { directory, segmentBytes = 16 * MIB, maxBatchBytes = MIB / 4 } = options;
  await disk.makeDirectory(directory);
  const { contents, segmentNumbers, tail, tornBytes } = await recoverLog(disk, directory);
  const writer = new SegmentWriter({ directory, segmentBytes }, { disk });
  if (tail !== undefined) await writer.continueAt(tail);
  const log = new Log(
    { directory, segmentBytes, maxBatchBytes },
    { disk, writer },
    { contents, segmentNumbers },
  );
  const { hardState, snapshot, firstIndex, lastIndex } = contents;
  return { log, recovered: { hardState, snapshot, firstIndex, lastIndex, tornBytes } };
}
