/**
 * What stands in the value of an entry's key, as bytes: who wrote it in which epoch, how many parts are kept
 * apart, and the entry's last bytes. Owns the format and its number; where values go is for keys.ts.
 */

/** A key of etcd holds what one request can carry, 1.5 MiB by default: room is left for the rest of the request. */
export const LONGEST_PART_BYTES = 1024 * 1024;

const FORMAT = 1;
const KINDS = ['proposal', 'epoch-begins'] as const;
/** format, kind, parts kept apart (2 bytes), epoch (8 bytes) */
const HEAD_BYTES = 12;

export type EntryKind = (typeof KINDS)[number];

export interface EntryHead {
  readonly kind: EntryKind;
  readonly epoch: number;
  /** Parts under keys of their own, which come before `bytes`. */
  readonly partsApart: number;
  readonly bytes: Uint8Array;
}

export class EntryFormatError extends Error {
  override readonly name = 'EntryFormatError';
}

/** Cuts an entry: all parts but the last go under keys of their own. */
export function partsOf(bytes: Uint8Array): {
  readonly apart: readonly Uint8Array[];
  readonly last: Uint8Array;
} {
  const apart: Uint8Array[] = [];
  let from = 0;
  for (; bytes.length - from > LONGEST_PART_BYTES; from += LONGEST_PART_BYTES)
    apart.push(bytes.subarray(from, from + LONGEST_PART_BYTES));
  return { apart, last: bytes.subarray(from) };
}

export function encodeEntry({ kind, epoch, partsApart, bytes }: EntryHead): Uint8Array {
  const value = Buffer.allocUnsafe(HEAD_BYTES + bytes.length);
  value.writeUInt8(FORMAT, 0);
  value.writeUInt8(KINDS.indexOf(kind), 1);
  value.writeUInt16BE(partsApart, 2);
  value.writeBigUInt64BE(BigInt(epoch), 4);
  value.set(bytes, HEAD_BYTES);
  return value;
}

export function decodeEntry(value: Uint8Array): EntryHead {
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  const format = value[0];
  if (format !== FORMAT) {
    throw new EntryFormatError(
      `an entry of format ${format ?? 'none'}; this version reads ${FORMAT}. Start the newer version`,
    );
  }
  const kind = KINDS[value[1] ?? KINDS.length];
  if (value.length < HEAD_BYTES || kind === undefined)
    throw new EntryFormatError('an entry that is none of ours');
  return {
    kind,
    partsApart: view.getUint16(2),
    epoch: Number(view.getBigUint64(4)),
    bytes: value.subarray(HEAD_BYTES),
  };
}
