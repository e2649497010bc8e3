/**
 * Writes batches to the newest segment and makes the next one. Owns the open file, the offset and the
 * sequence number. Promises that a segment gets its name only when it is whole and synced, and that a
 * disk without room is noticed there, before any record of the batch was written.
 *
 * What to write, and what a failure means for the callers, is wal-file.ts's business.
 */
import path from 'node:path';
import { type Disk, type DiskFile, isDiskFull } from './disk.js';
import type { Position } from './log-contents.js';
import { invariant, LogFullError } from './log-errors.js';
import {
  BATCH_HEADER_BYTES,
  type LogRecord,
  recordLengthBytes,
  writeBatchHeader,
  writeRecord,
} from './record.js';
import type { RecoveredTail } from './wal-recovery.js';
import { encodeSegmentHeader, SEGMENT_HEADER_BYTES, segmentName, unfinishedName } from './wal-segment.js';

export interface SegmentWriterOptions {
  readonly directory: string;
  readonly segmentBytes: number;
}

interface OpenSegment {
  readonly segmentNumber: number;
  readonly file: DiskFile;
  readonly capacityBytes: number;
}

export const recordsLengthBytes = (records: readonly LogRecord[]): number =>
  records.reduce((sum, record) => sum + recordLengthBytes(record), 0);

export class SegmentWriter {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #segmentBytes: number;
  #open: OpenSegment | undefined;
  #offset = 0;
  #nextSequence = 1;
  #buffer = Buffer.alloc(64 * 1024);
  /** The next segment, being filled with zeros ahead of need. */
  #spare: Promise<OpenSegment> | undefined;
  #isSpareReady = false;

  constructor(options: SegmentWriterOptions, modules: { readonly disk: Disk }) {
    this.#directory = options.directory;
    this.#segmentBytes = options.segmentBytes;
    this.#disk = modules.disk;
  }

  get segmentNumber(): number {
    return this.#open?.segmentNumber ?? 0;
  }

  async continueAt(tail: RecoveredTail): Promise<void> {
    const file = await this.#disk.open(this.#path(segmentName(tail.segmentNumber)), 'update');
    this.#open = { segmentNumber: tail.segmentNumber, file, capacityBytes: tail.capacityBytes };
    this.#offset = tail.endOffset;
    this.#nextSequence = tail.nextSequence;
  }

  hasRoomFor(bodyBytes: number): boolean {
    if (this.#open === undefined) return false;
    return this.#offset + BATCH_HEADER_BYTES + bodyBytes <= this.#open.capacityBytes;
  }

  /** Whether the next segment is there, which takes `segmentBytes`. */
  get isSpareReady(): boolean {
    return this.#isSpareReady;
  }

  /** Makes the next segment now; a LogFullError if there is no room for it. */
  async prepareSpare(): Promise<void> {
    this.#prepareSpare();
    try {
      await this.#spare;
    } catch (error) {
      this.#spare = undefined;
      throw error;
    }
  }

  /** Writes one batch and syncs it. Returns where each record stands. */
  async write(records: readonly LogRecord[]): Promise<Position[]> {
    invariant(this.#open !== undefined, 'there is no segment to write to');
    const { file, segmentNumber, capacityBytes } = this.#open;
    const { bytes, positions } = this.#encode(records, { segmentNumber, offset: this.#offset });
    invariant(this.#offset + bytes.length <= capacityBytes, 'the batch does not fit its segment');
    await file.write(this.#offset, bytes);
    await file.sync();
    this.#offset += bytes.length;
    this.#nextSequence++;
    if (this.#offset * 2 > capacityBytes) this.#prepareSpare();
    return positions;
  }

  /**
   * Begins the next segment with these records. A LogFullError leaves everything as it was; after any
   * other error nothing is known.
   */
  async roll(records: readonly LogRecord[]): Promise<Position[]> {
    const next = await this.#takeSpare();
    const { bytes, positions } = this.#encode(records, {
      segmentNumber: next.segmentNumber,
      offset: SEGMENT_HEADER_BYTES,
    });
    const header = { segmentNumber: next.segmentNumber, firstSequence: this.#nextSequence };
    await this.#orFull(next, async () => {
      await next.file.write(0, Buffer.concat([encodeSegmentHeader(header), bytes]));
      await next.file.sync();
      await this.#disk.rename(
        this.#path(unfinishedName(next.segmentNumber)),
        this.#path(segmentName(next.segmentNumber)),
      );
    });
    await this.#disk.syncDirectory(this.#directory);
    await this.#open?.file.close();
    this.#open = next;
    this.#offset = SEGMENT_HEADER_BYTES + bytes.length;
    this.#nextSequence++;
    return positions;
  }

  async close(): Promise<void> {
    const spare = await this.#spare?.catch(() => undefined);
    this.#spare = undefined;
    await spare?.file.close();
    await this.#open?.file.close();
    this.#open = undefined;
  }

  #path(name: string): string {
    return path.join(this.#directory, name);
  }

  /** The result is a view into a buffer that the next batch overwrites: only one is in flight. */
  #encode(records: readonly LogRecord[], place: { readonly segmentNumber: number; readonly offset: number }) {
    const bodyBytes = recordsLengthBytes(records);
    const lengthBytes = BATCH_HEADER_BYTES + bodyBytes;
    if (lengthBytes > this.#buffer.length) this.#buffer = Buffer.alloc(lengthBytes * 2);
    const positions: Position[] = [];
    let at = BATCH_HEADER_BYTES;
    for (const record of records) {
      const nextAt = writeRecord(record, this.#buffer, at);
      positions.push({
        segmentNumber: place.segmentNumber,
        offset: place.offset + at,
        lengthBytes: nextAt - at,
      });
      at = nextAt;
    }
    const header = { sequence: this.#nextSequence, offset: place.offset };
    writeBatchHeader(this.#buffer, header, { bytes: bodyBytes, recordCount: records.length });
    return { bytes: this.#buffer.subarray(0, lengthBytes), positions };
  }

  #prepareSpare(): void {
    if (this.#spare !== undefined) return;
    this.#spare = this.#makeSpare();
    this.#spare.then(
      () => {
        this.#isSpareReady = true;
      },
      () => undefined,
    );
    // A failure ahead of need is nobody's yet: it is tried again when the segment is wanted.
    this.#spare.catch(() => undefined);
  }

  async #makeSpare(): Promise<OpenSegment> {
    const segmentNumber = this.segmentNumber + 1;
    const capacityBytes = this.#segmentBytes;
    const file = await this.#disk.open(this.#path(unfinishedName(segmentNumber)), 'create');
    const segment = { segmentNumber, file, capacityBytes };
    await this.#orFull(segment, async () => {
      await file.preallocate(capacityBytes);
      await file.sync();
    });
    return segment;
  }

  async #takeSpare(): Promise<OpenSegment> {
    const spare = await this.#spare?.catch(() => undefined);
    this.#spare = undefined;
    this.#isSpareReady = false;
    try {
      return spare ?? (await this.#makeSpare());
    } catch (error) {
      throw isDiskFull(error) ? new LogFullError(this.#directory, error) : error;
    }
  }

  /** Gives the room of an unfinished segment back if the disk has no more. */
  async #orFull(segment: OpenSegment, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await segment.file.close().catch(() => undefined);
      await this.#disk.unlink(this.#path(unfinishedName(segment.segmentNumber))).catch(() => undefined);
      throw isDiskFull(error) ? new LogFullError(this.#directory, error) : error;
    }
  }
}
