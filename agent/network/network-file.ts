/**
 * The networks a node holds, on disk, so that a restarted agent has names and rules before any manager answers.
 * One small file, replaced whole. A damaged one counts as none: the managers say everything anew.
 */
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { writeDurably } from '../../proto/base/durable-file.js';
import { SwarmError } from '../../proto/base/errors.js';
import { NetworkChangesCodec } from '../../proto/gen/dispatcher.js';
import { applyChanges, asChanges, NO_NETWORKS, type NetworkState } from './rules/network-state.js';

/** Written as "SWNETS" and two bytes: the format of this build, and the oldest whose reader can read it. */
const MAGIC = Buffer.from('SWNETS');
const FORMAT = 1;
const HEADER_BYTES = MAGIC.length + 2;
const CHECKSUM_BYTES = 4;

export class NetworkFile {
  readonly path: string;
  #next: NetworkState | undefined;
  #writing: Promise<void> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** What was saved last; nothing when the file is missing or damaged. Refuses one that a newer build wrote. */
  async read(): Promise<{ readonly state: NetworkState; readonly isDamaged: boolean }> {
    const bytes = await readFile(this.path).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (bytes === undefined) return { state: NO_NETWORKS, isDamaged: false };
    const state = decode(bytes, this.path);
    return { state: state ?? NO_NETWORKS, isDamaged: state === undefined };
  }

  /** Resolves once this state, or a newer one, is on disk; states that come meanwhile share one write. */
  async save(state: NetworkState): Promise<void> {
    this.#next = state;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#next !== undefined) {
      const state = this.#next;
      this.#next = undefined;
      await writeDurably(this.path, encode(state));
    }
  }
}

function encode(state: NetworkState): Uint8Array {
  const body = NetworkChangesCodec.encode(asChanges(state));
  const header = Buffer.concat([MAGIC, Buffer.from([FORMAT, FORMAT])]);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([header, checksum, body]);
}

/** Undefined when it is not what was written. */
function decode(bytes: Buffer, path: string): NetworkState | undefined {
  if (bytes.length < HEADER_BYTES + CHECKSUM_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC))
    return undefined;
  const neededReader = bytes[MAGIC.length + 1] ?? 0;
  if (neededReader > FORMAT) {
    const what = `The file of networks ${path}`;
    throw new SwarmError('format.unknown', { what, format: neededReader, readerFormat: FORMAT });
  }
  const body = bytes.subarray(HEADER_BYTES + CHECKSUM_BYTES);
  if (crc32(body) !== bytes.readUInt32BE(HEADER_BYTES)) return undefined;
  try {
    return applyChanges(NO_NETWORKS, NetworkChangesCodec.decode(body));
  } catch {
    return undefined;
  }
}
