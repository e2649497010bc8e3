/**
 * Reads the segments of a log directory and decides what they amount to. Promises to change nothing
 * unless everything was understood; then it removes what a crash left over: unfinished segments and
 * the remains of a torn last write. Damage and newer formats are refused with the file and the offset.
 */
import path from 'node:path';
import type { Disk, DiskFile } from './disk.js';
import { LogDamagedError, LogFormatError } from './log-errors.js';
import { LogContents } from './log-contents.js';
import { isUnfinished, type SegmentScan, scanSegment, segmentName, segmentNumbers } from './wal-segment.js';

export interface RecoveredTail {
  readonly segmentNumber: number;
  readonly endOffset: number;
  readonly capacityBytes: number;
  readonly nextSequence: number;
}

export interface RecoveredLog {
  readonly contents: LogContents;
  readonly segmentNumbers: readonly number[];
  /** The segment to append to; undefined if the directory holds no log yet. */
  readonly tail: RecoveredTail | undefined;
  /** Bytes of an unacknowledged last write that were discarded. */
  readonly tornBytes: number;
}

interface ReadSegment {
  readonly file: string;
  readonly sizeBytes: number;
  readonly scan: SegmentScan;
}

export async function withFile<T>(
  disk: Disk,
  file: string,
  mode: 'read' | 'update' | 'create',
  use: (opened: DiskFile) => Promise<T>,
): Promise<T> {
  const opened = await disk.open(file, mode);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

async function readWhole(disk: Disk, file: string): Promise<Buffer> {
  const bytes = await withFile(disk, file, 'read', async (opened) =>
    opened.read(0, await opened.sizeBytes()),
  );
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

async function readSegment(disk: Disk, directory: string, segmentNumber: number): Promise<ReadSegment> {
  const file = path.join(directory, segmentName(segmentNumber));
  const bytes = await readWhole(disk, file);
  const scan = scanSegment(bytes, segmentNumber);
  if (scan.kind === 'too-new') throw new LogFormatError(file, scan.found, scan.known);
  if (scan.kind === 'damaged') throw new LogDamagedError(file, scan.offset, scan.what);
  if (scan.end.kind === 'damaged') throw new LogDamagedError(file, scan.end.offset, scan.end.what);
  return { file, sizeBytes: bytes.length, scan };
}

/** A segment is only made after the last write to the one before it was synced, so that one has no torn end. */
function checkSealed(sealed: ReadSegment, next: ReadSegment): void {
  const { end, endOffset, nextSequence } = sealed.scan;
  if (end.kind === 'clean' && nextSequence === next.scan.header.firstSequence) return;
  const missing = next.scan.header.firstSequence - nextSequence;
  throw new LogDamagedError(sealed.file, endOffset, `${missing} batches are missing before ${next.file}`);
}

function addRecords(contents: LogContents, segment: ReadSegment, isFirst: boolean): void {
  const { header, records } = segment.scan;
  const base = records[0]?.record;
  if (base?.kind !== 'base') {
    throw new LogDamagedError(
      segment.file,
      segment.scan.endOffset,
      'the segment does not begin with its base',
    );
  }
  if (isFirst) contents.startAt(base);
  for (const { record, offset, lengthBytes } of records) {
    const refusal = contents.add(record, { segmentNumber: header.segmentNumber, offset, lengthBytes });
    if (refusal !== undefined) throw new LogDamagedError(segment.file, offset, refusal);
  }
}

async function readAll(disk: Disk, directory: string, numbers: readonly number[]) {
  const contents = new LogContents();
  let previous: ReadSegment | undefined;
  for (const segmentNumber of numbers) {
    const segment = await readSegment(disk, directory, segmentNumber);
    if (previous !== undefined) {
      if (previous.scan.header.segmentNumber + 1 !== segmentNumber) {
        throw new LogDamagedError(
          segment.file,
          0,
          `the segments between it and ${previous.file} are missing`,
        );
      }
      checkSealed(previous, segment);
    }
    addRecords(contents, segment, previous === undefined);
    previous = segment;
  }
  return { contents, last: previous };
}

async function removeUnfinished(disk: Disk, directory: string, names: readonly string[]): Promise<void> {
  const unfinished = names.filter(isUnfinished);
  for (const name of unfinished) await disk.unlink(path.join(directory, name));
  if (unfinished.length > 0) await disk.syncDirectory(directory);
}

/** Zeros over the remains, so that no later write can be taken for a part of them. */
async function cutTornTail(disk: Disk, last: ReadSegment): Promise<number> {
  const { end, endOffset } = last.scan;
  if (end.kind !== 'torn') return 0;
  await withFile(disk, last.file, 'update', async (opened) => {
    await opened.write(endOffset, Buffer.alloc(end.endOffset - endOffset));
    await opened.sync();
  });
  return end.endOffset - endOffset;
}

export async function recoverLog(disk: Disk, directory: string): Promise<RecoveredLog> {
  const names = await disk.list(directory);
  const numbers = segmentNumbers(names);
  const { contents, last } = await readAll(disk, directory, numbers);
  if (last === undefined) {
    await removeUnfinished(disk, directory, names);
    return { contents, segmentNumbers: [], tail: undefined, tornBytes: 0 };
  }
  if (contents.firstIndex > contents.snapshot.index + 1) {
    const first = path.join(directory, segmentName(numbers[0] ?? 0));
    const gap = `entries ${contents.snapshot.index + 1} to ${contents.firstIndex - 1}`;
    throw new LogDamagedError(first, 0, `older segments are missing, and with them ${gap}`);
  }
  await removeUnfinished(disk, directory, names);
  const tornBytes = await cutTornTail(disk, last);
  const { header, endOffset, nextSequence } = last.scan;
  const tail = {
    segmentNumber: header.segmentNumber,
    endOffset,
    capacityBytes: last.sizeBytes,
    nextSequence,
  };
  return { contents, segmentNumbers: numbers, tail, tornBytes };
}
