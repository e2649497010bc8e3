/**
 * The whole store as bytes, and back. A snapshot is a SnapshotHeader followed by one StoredObject per object,
 * each record behind its length (four bytes, big-endian). Written and read in slices, so that neither holds
 * up the event loop. That a snapshot arrives as it was written is for whoever keeps it; one that is not
 * whole is refused here all the same.
 */
import { SnapshotHeaderCodec, StoredObjectCodec, TABLES, type SnapshotHeader } from '../../proto/gen/log.js';
import { SwarmError } from '../../proto/base/errors.js';
import { unwrap, wrap } from './rules/apply.js';
import type { ClusterTables } from './tables.js';
import { nextTurn } from './turn.js';

/** The newest format this build writes and reads; formats begin with 1. */
export const SNAPSHOT_FORMAT = 3;
/** Of snapshots that hold past requests, which older builds do not know; they read all others. */
const FORMAT_WITH_REQUESTS = 2;
/** Of snapshots that hold networks. */
const FORMAT_WITH_NETWORKS = 3;

// A few milliseconds of encoding or decoding.
const PIECE_BYTES = 64 * 1024;
const LENGTH_BYTES = 4;
// No log entry, and so no object, is longer; a greater length is garbage and must not be waited for.
const LONGEST_RECORD_BYTES = 8 * 1024 * 1024;

/** The objects of the tables, which must not be written to while the pieces are read. */
export async function* snapshotPieces(index: number, tables: ClusterTables): AsyncGenerator<Uint8Array> {
  let objectCount = 0;
  for (const table of TABLES) objectCount += tables.count(table);
  const format = formatOf(tables);
  let records = [SnapshotHeaderCodec.encode({ format, index, objectCount })];
  let sizeBytes = 0;
  for (const table of TABLES) {
    for (const object of tables.all(table)) {
      const record = StoredObjectCodec.encode(wrap(table, object));
      records.push(record);
      sizeBytes += record.length;
      if (sizeBytes < PIECE_BYTES) continue;
      yield joined(records);
      records = [];
      sizeBytes = 0;
      await nextTurn();
    }
  }
  if (records.length > 0) yield joined(records);
}

function formatOf(tables: ClusterTables): number {
  if (tables.count('network') > 0) return FORMAT_WITH_NETWORKS;
  return tables.count('request') > 0 ? FORMAT_WITH_REQUESTS : 1;
}

function joined(records: readonly Uint8Array[]): Uint8Array {
  const sizeBytes = records.reduce((sum, record) => sum + LENGTH_BYTES + record.length, 0);
  const piece = new Uint8Array(sizeBytes);
  const lengths = new DataView(piece.buffer);
  let offset = 0;
  for (const record of records) {
    lengths.setUint32(offset, record.length);
    piece.set(record, offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + record.length;
  }
  return piece;
}

/** Fills the empty tables with what the snapshot holds; says at which index it was taken. */
export async function readSnapshot(
  pieces: AsyncIterable<Uint8Array>,
  tables: ClusterTables,
): Promise<{ index: number; tables: ClusterTables }> {
  let header: SnapshotHeader | undefined;
  let objectCount = 0;
  let turnBytes = 0;
  for await (const record of recordsOf(pieces)) {
    if (header === undefined) {
      header = readHeader(record);
      continue;
    }
    const { table, object } = decoded(() => unwrap(StoredObjectCodec.decode(record)));
    if (tables.get(table, object.id) !== undefined) throw damaged(`it holds ${table} ${object.id} twice`);
    tables.replace(table, undefined, object);
    objectCount += 1;
    turnBytes += record.length;
    if (turnBytes < PIECE_BYTES) continue;
    turnBytes = 0;
    await nextTurn();
  }
  if (header === undefined) throw damaged('it is empty');
  if (objectCount !== header.objectCount) {
    throw damaged(`it ends after ${objectCount} of ${header.objectCount} objects`);
  }
  return { index: header.index, tables };
}

/** Throws for a snapshot that this build does not read, if its header is in the first piece. */
export function checkSnapshotHeader(firstPiece: Uint8Array): void {
  if (firstPiece.length < LENGTH_BYTES) return;
  const end = LENGTH_BYTES + new DataView(firstPiece.buffer, firstPiece.byteOffset).getUint32(0);
  if (end <= firstPiece.length) readHeader(firstPiece.subarray(LENGTH_BYTES, end));
}

function readHeader(record: Uint8Array): SnapshotHeader {
  const header = decoded(() => SnapshotHeaderCodec.decode(record));
  if (header.format > SNAPSHOT_FORMAT) {
    const facts = { what: 'the snapshot', format: header.format, readerFormat: SNAPSHOT_FORMAT };
    throw new SwarmError('format.unknown', facts);
  }
  if (header.format === 0) throw damaged('it does not begin with a header');
  return header;
}

/** Cuts the pieces, which may end anywhere, into records. */
async function* recordsOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const lengths = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let offset = 0;
    while (bytes.length - offset >= LENGTH_BYTES) {
      const length = lengths.getUint32(offset);
      if (length > LONGEST_RECORD_BYTES) throw damaged(`it holds a record of ${length} bytes`);
      const end = offset + LENGTH_BYTES + length;
      if (end > bytes.length) break;
      yield bytes.subarray(offset + LENGTH_BYTES, end);
      offset = end;
    }
    rest = bytes.subarray(offset);
  }
  if (rest.length > 0) throw damaged('it ends in the middle of a record');
}

function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), error);
  }
}

function damaged(reason: string, cause?: unknown): SwarmError {
  return new SwarmError('internal', { reason: `the snapshot of the store is damaged: ${reason}` }, cause);
}
