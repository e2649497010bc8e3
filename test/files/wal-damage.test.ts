/**
 * The log against what no power cut explains: changed bytes, missing files, newer formats, a full disk, a
 * failing one. Each is refused or survived as the log promises, with the file and the offset named.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import {
  LogDamagedError,
  LogFailedError,
  LogFormatError,
  LogFullError,
  LogRecordTooLargeError,
} from 'raft-ts/log-errors.js';
import { type LogRecord, readRecord } from 'raft-ts/record.js';
import { type Log, openLog } from 'raft-ts/wal-file.js';
import { crc32 } from 'node:zlib';
import { diskError, SimDisk } from '../kit/sim-disk.js';

const DIRECTORY = '/log';
const SEGMENT_BYTES = 640;
const SEGMENT_HEADER_BYTES = 40;
const ALL_KEPT = { keepsName: () => true, keptRanges: () => [] };

const openAt = (disk: SimDisk) => openLog({ directory: DIRECTORY, segmentBytes: SEGMENT_BYTES }, { disk });

const anEntry = (index: number, payloadBytes = 20): LogRecord => ({
  kind: 'entry',
  term: 1,
  index,
  tag: 0,
  payload: Buffer.alloc(payloadBytes, index),
});

async function appendEach(log: Log, from: number, to: number): Promise<void> {
  for (let index = from; index <= to; index++) await log.append([anEntry(index)]);
}

/** Eighteen entries, each a batch of its own, in segments of a few batches. */
async function aLog(): Promise<{ disk: SimDisk; files: string[] }> {
  const disk = new SimDisk();
  const { log } = await openAt(disk);
  await appendEach(log, 1, 18);
  await log.close();
  return { disk, files: disk.files(DIRECTORY).filter((file) => file.endsWith('.wal')) };
}

function change(disk: SimDisk, file: string, edit: (bytes: Buffer) => void): SimDisk {
  const changed = disk.image();
  const bytes = disk.bytesOf(file);
  edit(bytes);
  changed.place(file, bytes);
  return changed;
}

const flip = (disk: SimDisk, file: string, at: number): SimDisk =>
  change(disk, file, (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  });

/** Where each batch of the file begins. */
function batchOffsets(bytes: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = bytes.indexOf('LOGB'); at !== -1; at = bytes.indexOf('LOGB', at + 1)) offsets.push(at);
  return offsets;
}

async function refusalOf(disk: SimDisk): Promise<unknown> {
  const before = disk.files(DIRECTORY).map((file) => disk.bytesOf(file).toString('hex'));
  const refusal = await openAt(disk).then(
    () => undefined,
    (error: unknown) => error,
  );
  const after = disk.files(DIRECTORY).map((file) => disk.bytesOf(file).toString('hex'));
  if (refusal !== undefined) assert.deepEqual(after, before, 'a refused directory is left as it was');
  return refusal;
}

describe('a damaged log', () => {
  it('is refused for every changed byte before the last batch, and the file and the batch are named', async () => {
    const { disk, files } = await aLog();
    assert.ok(files.length >= 3, `${files.length} segments`);
    for (const file of files) {
      const bytes = disk.bytesOf(file);
      const offsets = batchOffsets(bytes);
      const isLastFile = file === files.at(-1);
      const checkedBytes = isLastFile ? (offsets.at(-1) ?? 0) : bytes.length;
      for (let at = 0; at < checkedBytes; at++) {
        const refusal = await refusalOf(flip(disk, file, at));
        assert.ok(refusal instanceof LogDamagedError, `byte ${at} of ${file}: ${String(refusal)}`);
        assert.equal(refusal.file, file);
        const batch = offsets.filter((offset) => offset <= at).at(-1) ?? 0;
        const isPadding = at >= (offsets.at(-1) ?? 0) && refusal.offset > at - SEGMENT_BYTES;
        assert.ok(
          (refusal.offset >= batch && refusal.offset <= at) || isPadding,
          `byte ${at}: ${refusal.message}`,
        );
        assert.match(refusal.message, /is damaged at byte \d+: .*Refusing to start.*restore/);
      }
    }
  });

  it('loses at most its last batch to a changed byte there, as to a torn write', async () => {
    const { disk, files } = await aLog();
    const file = files.at(-1) ?? '';
    const bytes = disk.bytesOf(file);
    for (let at = batchOffsets(bytes).at(-1) ?? 0; at < bytes.length; at++) {
      const changed = flip(disk, file, at);
      const { log, recovered } = await openAt(changed);
      assert.ok(recovered.lastIndex >= 17 && recovered.tornBytes > 0, `byte ${at}: ${recovered.lastIndex}`);
      await appendEach(log, recovered.lastIndex + 1, 20);
      const again = await openAt(changed);
      assert.deepEqual([again.recovered.lastIndex, again.recovered.tornBytes], [20, 0]);
    }
  });

  it('is refused when a whole batch, a segment or the end of a sealed segment is gone', async () => {
    const { disk, files } = await aLog();
    const [first = '', second = ''] = files;
    const starts = batchOffsets(disk.bytesOf(first));
    const zeroed = change(disk, first, (bytes) => bytes.fill(0, starts.at(-1)));
    const zeroedMiddle = change(disk, first, (bytes) => bytes.fill(0, starts[1], starts[2]));
    const withoutSecond = disk.image();
    withoutSecond.remove(second);
    const withoutFirst = disk.image();
    withoutFirst.remove(first);
    for (const [damaged, file, what] of [
      [zeroed, first, /1 batches are missing before/],
      [zeroedMiddle, first, /no valid batch header/],
      [withoutSecond, files[2], /segments between it and .* are missing/],
      [withoutFirst, second, /older segments are missing, and with them entries 1 to/],
    ] as const) {
      const refusal = await refusalOf(damaged);
      assert.ok(refusal instanceof LogDamagedError, String(refusal));
      assert.equal(refusal.file, file);
      assert.match(refusal.message, what);
    }
  });

  it('is noticed when an entry is read back, if the byte changes while the log is open', async () => {
    const disk = new SimDisk();
    const { log } = await openAt(disk);
    await appendEach(log, 1, 3);
    const [file = ''] = disk.files(DIRECTORY);
    const entryAt = disk.bytesOf(file).indexOf(Buffer.alloc(20, 2));
    const changed = await disk.open(file, 'update');
    await changed.write(entryAt, Buffer.from([99]));
    await assert.rejects(log.read(1, 3), LogDamagedError);
    assert.equal((await log.read(1, 1)).length, 1);
  });
});

describe('a log of a newer build', () => {
  const resealHeader = (bytes: Buffer): number => bytes.writeUInt32LE(crc32(bytes.subarray(0, 36)), 36);

  it('is refused with a sentence that says which format it is and what to start', async () => {
    const { disk, files } = await aLog();
    const [first = ''] = files;
    const newerFile = change(disk, first, (bytes) => {
      bytes.writeUInt16LE(7, 8);
      bytes.writeUInt16LE(2, 10);
      resealHeader(bytes);
    });
    const refusal = await refusalOf(newerFile);
    assert.ok(refusal instanceof LogFormatError, String(refusal));
    assert.equal(
      refusal.message,
      `${first} was written by a newer version (format 7; this one reads format 1). Start the newer version`,
    );
  });

  it('is read if it says that this reader may', async () => {
    const { disk, files } = await aLog();
    const readable = change(disk, files[0] ?? '', (bytes) => {
      bytes.writeUInt16LE(7, 8);
      resealHeader(bytes);
    });
    assert.equal((await openAt(readable)).recovered.lastIndex, 18);
  });

  it('is refused for a record version, a kind or an encryption that is not known', async () => {
    const { disk, files } = await aLog();
    const [first = ''] = files;
    const recordAt = SEGMENT_HEADER_BYTES + 32;
    for (const [byteAt, what] of [
      [4, /record version 9/],
      [5, /record kind 9/],
      [6, /encryption 9/],
    ] as const) {
      const newer = change(disk, first, (bytes) => {
        bytes[recordAt + byteAt] = 9;
        bytes.writeUInt32LE(crc32(bytes.subarray(recordAt, recordAt + 24)), recordAt + 24);
        assert.equal(readRecord(bytes, recordAt, bytes.length).kind, 'unknown');
      });
      const refusal = await refusalOf(newer);
      assert.ok(refusal instanceof LogFormatError, String(refusal));
      assert.match(refusal.message, what);
    }
  });
});

describe('a log on a disk without room', () => {
  for (const operation of ['open', 'preallocate', 'sync', 'rename'] as const) {
    it(`refuses appends while a new segment finds none at ${operation}, and takes them again afterwards`, async () => {
      const disk = new SimDisk();
      const { log } = await openAt(disk);
      await appendEach(log, 1, 2);
      disk.onOperation = (done, file) => {
        const isNewSegment = file.endsWith('.tmp') || done === 'rename';
        if (done === operation && isNewSegment) throw diskError('ENOSPC');
      };
      let refused: unknown;
      while (refused === undefined) {
        refused = await log.append([anEntry(log.lastIndex + 1)]).catch((error: unknown) => error);
      }
      assert.ok(refused instanceof LogFullError, 'the append was refused for another reason');
      const kept = log.durableIndex;
      const waiting = [log.append([anEntry(kept + 1)]), log.append([anEntry(kept + 2)])];
      for (const result of await Promise.allSettled(waiting)) assert.equal(result.status, 'rejected');
      assert.equal(log.lastIndex, kept, 'what was refused is not in the log');
      disk.onOperation = undefined;
      await appendEach(log, kept + 1, kept + 6);
      const { recovered } = await openAt(disk.afterPowerCut(ALL_KEPT));
      assert.equal(recovered.lastIndex, kept + 6);
    });
  }

  it('refuses an append that no segment could hold, and only that one', async () => {
    const { log } = await openAt(new SimDisk());
    await assert.rejects(log.append([anEntry(1, SEGMENT_BYTES)]), LogRecordTooLargeError);
    await log.append([anEntry(1)]);
    assert.equal(log.durableIndex, 1);
  });
});

describe('a log on a failing disk', () => {
  for (const [operation, code] of [
    ['sync', 'EIO'],
    ['sync', 'ENOSPC'],
    ['write', 'EIO'],
    ['write', 'ENOSPC'],
  ] as const) {
    it(`stops for good at ${code} from ${operation}, and acknowledges nothing that is not on the disk`, async () => {
      const disk = new SimDisk();
      const { log } = await openAt(disk);
      await appendEach(log, 1, 2);
      let failures = 1;
      disk.onOperation = (done) => {
        if (done === operation && failures-- > 0) throw diskError(code);
      };
      const results = await Promise.allSettled([log.append([anEntry(3)]), log.append([anEntry(4)])]);
      await assert.rejects(log.append([anEntry(3)]), LogFailedError);
      for (const result of results) {
        assert.ok(result.status === 'rejected' && result.reason instanceof LogFailedError);
        assert.match(result.reason.message, /the log has stopped/);
      }
      await log.close();
      const { recovered } = await openAt(disk.afterPowerCut(ALL_KEPT));
      assert.equal(recovered.lastIndex, 2);
    });
  }

  it('stops for good when the name of a new segment can not be made durable', async () => {
    const disk = new SimDisk();
    const { log } = await openAt(disk);
    disk.onOperation = (done) => {
      if (done === 'syncDirectory') throw diskError('EIO');
    };
    await assert.rejects(appendEach(log, 1, 20), LogFailedError);
  });
});

describe('group commit', () => {
  it('syncs once for all that was appended during the sync before, and acknowledges in order', async () => {
    const disk = new SimDisk();
    const { log } = await openLog({ directory: DIRECTORY }, { disk });
    await log.append([anEntry(1)]);
    let syncs = 0;
    disk.onOperation = (operation) => {
      if (operation === 'sync') syncs++;
    };
    const acknowledged: number[] = [];
    const append = (index: number): Promise<unknown> =>
      log.append([anEntry(index)]).then(() => acknowledged.push(index));
    const first = append(2);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    assert.deepEqual(acknowledged, [], 'the first sync is still under way');
    const rest = Array.from({ length: 100 }, (_, at) => append(at + 3));
    await Promise.all([first, ...rest]);
    assert.equal(syncs, 2);
    assert.deepEqual(
      acknowledged,
      Array.from({ length: 101 }, (_, at) => at + 2),
    );
  });

  it('keeps the event loop free: files are only read and written in segments of the directory', async () => {
    const { disk, files } = await aLog();
    assert.deepEqual(
      files.map((file) => path.basename(file)),
      files.map((_, at) => `${String(at + 1).padStart(16, '0')}.wal`),
    );
    for (const file of files) assert.equal(disk.bytesOf(file).length, SEGMENT_BYTES);
  });
});
