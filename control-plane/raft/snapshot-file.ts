/**
 * Snapshot files: a whole state at one index, written in pieces beside the log. Owns the `*.snap` files of
 * its directory. Promises that a file under its final name is whole and durable, and that a changed byte
 * is noticed when it is read.
 *
 * The order that keeps a crash harmless is the caller's: `write`, then the log's snapshot record, then
 * `removeOthers` and the log's `compact`. A file that no record refers to is a leftover.
 *
 *   file  = magic, version u16, minimum reader u16, data bytes u32, index u64, term u64, crc u32, data, crc u32, pieces
 *   piece = bytes u32, crc u32, content; a piece of no bytes ends the file, its crc covers the piece count
 */
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { Disk, DiskFile } from './disk.js';
import { LogDamagedError, LogFormatError } from './log-errors.js';
import { readU64, type SnapshotReference, writeU64 } from './record.js';
import { withFile } from './wal-recovery.js';

const MAGIC = Buffer.from('LOGSNAP\0', 'latin1');
const VERSION = 1;
const HEADER_BYTES = 36;
const FRAME_BYTES = 8;
const NAME = /^(\d{16})-\d+\.snap((\.\d+)?\.tmp)?$/;
/** Large enough to leave the event loop to others while it is written. */
const WRITE_BYTES = 256 * 1024;
/** Synced now and then, so that the last sync does not keep the log's own waiting. */
const SYNC_EVERY_BYTES = 8 * 1024 * 1024;

interface FileReference {
  readonly index: number;
  readonly term: number;
}

const snapshotName = (reference: FileReference): string =>
  `${String(reference.index).padStart(16, '0')}-${reference.term}.snap`;

function encodeHeader(reference: SnapshotReference): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + reference.data.length + 4);
  MAGIC.copy(bytes);
  bytes.writeUInt16LE(VERSION, 8);
  bytes.writeUInt16LE(VERSION, 10); // the oldest reader that may read this file
  bytes.writeUInt32LE(reference.data.length, 12);
  writeU64(bytes, reference.index, 16);
  writeU64(bytes, reference.term, 24);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 32)), 32);
  bytes.set(reference.data, HEADER_BYTES);
  bytes.writeUInt32LE(crc32(reference.data), HEADER_BYTES + reference.data.length);
  return bytes;
}

function frame(lengthBytes: number, checksum: number): Buffer {
  const bytes = Buffer.alloc(FRAME_BYTES);
  bytes.writeUInt32LE(lengthBytes, 0);
  bytes.writeUInt32LE(checksum, 4);
  return bytes;
}

const endChecksum = (pieceCount: number): number => crc32(`end after ${pieceCount}`);

/** Gathers small parts, so that the disk sees few large writes. */
class GatheringWriter {
  readonly #file: DiskFile;
  #parts: Uint8Array[] = [];
  #partsBytes = 0;
  #offset = 0;
  #unsyncedBytes = 0;

  constructor(file: DiskFile) {
    this.#file = file;
  }

  async add(part: Uint8Array): Promise<void> {
    this.#parts.push(part);
    this.#partsBytes += part.length;
    if (this.#partsBytes >= WRITE_BYTES) await this.#write();
  }

  async finish(): Promise<void> {
    await this.#write();
    await this.#file.sync();
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#partsBytes = 0;
    await this.#file.write(this.#offset, bytes);
    this.#offset += bytes.length;
    this.#unsyncedBytes += bytes.length;
    if (this.#unsyncedBytes < SYNC_EVERY_BYTES) return;
    await this.#file.sync();
    this.#unsyncedBytes = 0;
  }
}

/** Reads a snapshot front to back and complains about the first byte that is wrong. */
class SnapshotReader {
  readonly #file: DiskFile;
  #offset = 0;

  constructor(file: DiskFile) {
    this.#file = file;
  }

  damaged(what: string): LogDamagedError {
    return new LogDamagedError(this.#file.path, this.#offset, what);
  }

  async take(lengthBytes: number): Promise<Buffer> {
    const read = await this.#file.read(this.#offset, lengthBytes);
    if (read.length < lengthBytes) throw this.damaged('the snapshot ends too early');
    this.#offset += lengthBytes;
    return Buffer.from(read.buffer, read.byteOffset, read.length);
  }

  async header(reference: FileReference): Promise<void> {
    const bytes = await this.take(HEADER_BYTES);
    this.#offset = 0;
    const isWhole =
      MAGIC.equals(bytes.subarray(0, 8)) && bytes.readUInt32LE(32) === crc32(bytes.subarray(0, 32));
    if (!isWhole) throw this.damaged('no valid snapshot header');
    if (bytes.readUInt16LE(10) > VERSION) {
      throw new LogFormatError(this.#file.path, `format ${bytes.readUInt16LE(8)}`, `format ${VERSION}`);
    }
    if (readU64(bytes, 16) !== reference.index || readU64(bytes, 24) !== reference.term) {
      throw this.damaged('it is another snapshot under a wrong name');
    }
    this.#offset = HEADER_BYTES;
    const data = await this.take(bytes.readUInt32LE(12));
    const checksum = await this.take(4);
    if (checksum.readUInt32LE(0) !== crc32(data)) throw this.damaged('wrong checksum of the snapshot data');
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    const sizeBytes = await this.#file.sizeBytes();
    for (let pieceCount = 0; ; pieceCount++) {
      const head = await this.take(FRAME_BYTES);
      const [lengthBytes, checksum] = [head.readUInt32LE(0), head.readUInt32LE(4)];
      if (lengthBytes === 0) {
        if (checksum !== endChecksum(pieceCount)) throw this.damaged('wrong end of the snapshot');
        return;
      }
      if (this.#offset + lengthBytes > sizeBytes) throw this.damaged('a piece is longer than the file');
      const content = await this.take(lengthBytes);
      if (crc32(content) !== checksum) throw this.damaged('wrong checksum of a piece that ends here');
      yield content;
    }
  }
}

export class SnapshotFiles {
  readonly #disk: Disk;
  readonly #directory: string;
  /** Names of what is being written. */
  readonly #unfinished = new Set<string>();
  #writeCount = 0;

  constructor(options: { readonly directory: string }, modules: { readonly disk: Disk }) {
    this.#directory = options.directory;
    this.#disk = modules.disk;
  }

  /** Resolves when the file is durable under its name. If the pieces or the disk fail, nothing is left. */
  async write(reference: SnapshotReference, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const file = path.join(this.#directory, snapshotName(reference));
    // An own snapshot and another member's of the same index may be written at the same time.
    const unfinished = `${file}.${++this.#writeCount}.tmp`;
    this.#unfinished.add(path.basename(unfinished));
    try {
      await withFile(this.#disk, unfinished, 'create', async (opened) => {
        const writer = new GatheringWriter(opened);
        await writer.add(encodeHeader(reference));
        let pieceCount = 0;
        for await (const piece of pieces) {
          if (piece.length === 0) continue;
          await writer.add(frame(piece.length, crc32(piece)));
          await writer.add(piece);
          pieceCount++;
        }
        await writer.add(frame(0, endChecksum(pieceCount)));
        await writer.finish();
      });
      await this.#disk.rename(unfinished, file);
    } catch (error) {
      await this.#disk.unlink(unfinished).catch(() => undefined);
      throw error;
    } finally {
      this.#unfinished.delete(path.basename(unfinished));
    }
    await this.#disk.syncDirectory(this.#directory);
  }

  /** The pieces, verified one by one; throws LogDamagedError where the file is wrong. */
  async *read(reference: FileReference): AsyncGenerator<Uint8Array> {
    const name = snapshotName(reference);
    const file = path.join(this.#directory, name);
    if (!(await this.#disk.list(this.#directory)).includes(name)) {
      throw new LogDamagedError(file, 0, 'the log refers to this snapshot, and it is missing');
    }
    const opened = await this.#disk.open(file, 'read');
    try {
      const reader = new SnapshotReader(opened);
      await reader.header(reference);
      yield* reader.pieces();
    } finally {
      await opened.close();
    }
  }

  /** Paths of all snapshots, the unfinished ones not included. */
  async list(): Promise<string[]> {
    const names = (await this.#disk.list(this.#directory)).filter((name) => NAME.test(name));
    return names.filter((name) => !name.endsWith('.tmp')).map((name) => path.join(this.#directory, name));
  }

  /** Removes every snapshot but this one and those in use, and all unfinished files that nobody is writing. */
  async removeOthers(reference: FileReference, inUse: readonly FileReference[] = []): Promise<void> {
    const found = (await this.#disk.list(this.#directory)).filter((name) => NAME.test(name));
    const kept = new Set([...[reference, ...inUse].map(snapshotName), ...this.#unfinished]);
    const others = found.filter((name) => !kept.has(name));
    for (const name of others) await this.#disk.unlink(path.join(this.#directory, name));
    if (others.length > 0) await this.#disk.syncDirectory(this.#directory);
  }
}
