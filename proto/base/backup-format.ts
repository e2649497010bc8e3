/**
 * The file of a backup: a line that says what it is, then frames. Each frame is its length (four bytes,
 * big-endian), the CRC-32 of what follows, a letter, and content: H is the header as JSON and comes first, P
 * a piece of the snapshot, E the end, which counts the pieces and their bytes. Written and read in order and
 * in pieces, whatever its size; a file that is not whole, or damaged, is refused where that shows.
 */
import { crc32 } from 'node:zlib';
import { SwarmError } from './errors.js';

/** The format this build writes, and the newest it reads. */
export const BACKUP_FORMAT = 1;

const MAGIC = 'swarmd-backup\n';
const HEADER = 'H'.charCodeAt(0);
const PIECE = 'P'.charCodeAt(0);
const END = 'E'.charCodeAt(0);
const FRAME_HEAD_BYTES = 8;
/** Far more than any piece; a greater length is garbage and must not be waited for. */
const LONGEST_FRAME_BYTES = 16 * 1024 * 1024;

export interface BackupHeader {
  readonly clusterId: string;
  /** The log index the state was taken after. */
  readonly index: number;
  /** A cluster that is restored from it is of a later one. */
  readonly recoveryEpoch: number;
  readonly takenAtMs: number;
  /** The build and the node that made it. */
  readonly version: string;
  readonly nodeId: string;
}

/** The file's bytes. */
export async function* writeBackup(
  header: BackupHeader,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  let pieceCount = 0;
  let sizeBytes = 0;
  yield Buffer.from(MAGIC);
  yield frame(HEADER, Buffer.from(JSON.stringify({ format: BACKUP_FORMAT, ...header })));
  for await (const piece of pieces) {
    pieceCount += 1;
    sizeBytes += piece.length;
    yield frame(PIECE, piece);
  }
  yield frame(END, Buffer.from(JSON.stringify({ pieceCount, sizeBytes })));
}

/** A backup that is being read. The pieces must be read to their end: only that shows that it is whole. */
export interface OpenBackup {
  readonly header: BackupHeader;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Reads the header, and then the pieces as they are asked for. `name` is what refusals call the file. */
export async function readBackup(bytes: AsyncIterable<Uint8Array>, name: string): Promise<OpenBackup> {
  const frames = framesOf(bytes, name);
  const first = await frames.next();
  if (first.done === true || first.value.kind !== HEADER) throw damaged(name, 0, 'it has no header');
  return { header: readHeader(first.value.content, name), pieces: piecesOf(frames, name) };
}

interface Frame {
  readonly kind: number;
  readonly content: Buffer;
  /** Where in the file it begins. */
  readonly offset: number;
}

function frame(kind: number, content: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(FRAME_HEAD_BYTES + 1 + content.length);
  bytes.writeUInt8(kind, FRAME_HEAD_BYTES);
  bytes.set(content, FRAME_HEAD_BYTES + 1);
  bytes.writeUInt32BE(content.length + 1, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(FRAME_HEAD_BYTES)), 4);
  return bytes;
}

async function* piecesOf(
  frames: AsyncGenerator<Frame, void>,
  name: string,
): AsyncGenerator<Uint8Array, void> {
  let pieceCount = 0;
  let sizeBytes = 0;
  for await (const { kind, content, offset } of frames) {
    if (kind === PIECE) {
      pieceCount += 1;
      sizeBytes += content.length;
      yield content;
      continue;
    }
    if (kind !== END) throw damaged(name, offset, 'a part that this build does not know');
    const counts = parsed(content, name, offset);
    if (counts['pieceCount'] !== pieceCount || counts['sizeBytes'] !== sizeBytes)
      throw damaged(name, offset, `it holds ${pieceCount} of ${String(counts['pieceCount'])} pieces`);
    const more = await frames.next();
    if (more.done !== true) throw damaged(name, more.value.offset, 'something follows its end');
    return;
  }
  throw damaged(name, undefined, 'it was cut off: its end is missing');
}

async function* framesOf(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Frame, void> {
  let rest = Buffer.alloc(0);
  let isBegun = false;
  let offset = 0;
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    if (!isBegun) {
      if (!MAGIC.startsWith(rest.toString('latin1', 0, MAGIC.length))) throw notABackup(name);
      if (rest.length < MAGIC.length) continue;
      rest = rest.subarray(MAGIC.length);
      offset = MAGIC.length;
      isBegun = true;
    }
    while (rest.length >= FRAME_HEAD_BYTES) {
      const length = rest.readUInt32BE(0);
      if (length === 0 || length > LONGEST_FRAME_BYTES) throw damaged(name, offset, 'a length is wrong');
      const end = FRAME_HEAD_BYTES + length;
      if (rest.length < end) break;
      const body = rest.subarray(FRAME_HEAD_BYTES, end);
      if (crc32(body) !== rest.readUInt32BE(4)) throw damaged(name, offset, 'a checksum is wrong');
      yield { kind: body.readUInt8(0), content: body.subarray(1), offset };
      rest = rest.subarray(end);
      offset += end;
    }
  }
  if (!isBegun) throw notABackup(name);
  if (rest.length > 0) throw damaged(name, offset, 'it was cut off');
}

function readHeader(content: Buffer, name: string): BackupHeader {
  const values = parsed(content, name, MAGIC.length);
  const format = numberIn(values, 'format', name);
  if (format > BACKUP_FORMAT)
    throw new SwarmError('format.unknown', {
      what: `The backup ${name}`,
      format,
      readerFormat: BACKUP_FORMAT,
    });
  return {
    clusterId: textIn(values, 'clusterId', name),
    index: numberIn(values, 'index', name),
    recoveryEpoch: numberIn(values, 'recoveryEpoch', name),
    takenAtMs: numberIn(values, 'takenAtMs', name),
    version: textIn(values, 'version', name),
    nodeId: textIn(values, 'nodeId', name),
  };
}

function numberIn(values: Readonly<Record<string, unknown>>, key: string, name: string): number {
  const value = values[key];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw damaged(name, MAGIC.length, `its header has no ${key}`);
}

function textIn(values: Readonly<Record<string, unknown>>, key: string, name: string): string {
  const value = values[key];
  if (typeof value === 'string') return value;
  throw damaged(name, MAGIC.length, `its header has no ${key}`);
}

function parsed(content: Buffer, name: string, offset: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw damaged(name, offset, 'a part cannot be read');
}

function notABackup(name: string): SwarmError {
  const rule = 'is not a backup of a cluster; one is made with "swarmctl cluster backup FILE"';
  return new SwarmError('input.invalid', { field: 'backup', value: name, rule });
}

function damaged(name: string, offset: number | undefined, reason: string): SwarmError {
  const where = offset === undefined ? '' : ` at byte ${offset}`;
  return new SwarmError('input.invalid', {
    field: 'backup',
    value: name,
    rule: `is damaged${where}: ${reason}. Use another backup`,
  });
}
