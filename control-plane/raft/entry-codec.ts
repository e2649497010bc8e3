/**
 * Entries of the core as records of the log. An entry is encoded once, where it is made, as the record that the
 * log writes; the same bytes go to every follower and into every log, so that its checksum travels with it.
 * Owns the entry types' numbers on the disk and on the wire.
 */
import { invariant } from './log-errors.js';
import { type LogEntry, RECORD_HEADER_BYTES, readRecord, writeRecord } from './record.js';
import { type Entry, type EntryType, makeEntry } from './rules/types.js';

interface EntryKind {
  readonly type: EntryType;
  readonly hasType: boolean;
  readonly hasData: boolean;
}

/** In the order of their tags. The first two are those of logs written before there were several members. */
const KINDS: readonly EntryKind[] = [
  { type: 'normal', hasType: false, hasData: true },
  { type: 'normal', hasType: false, hasData: false },
  { type: 'conf-change', hasType: true, hasData: true },
  { type: 'conf-change-v2', hasType: true, hasData: true },
  { type: 'conf-change-v2', hasType: true, hasData: false },
  { type: 'normal', hasType: true, hasData: false },
  { type: 'normal', hasType: true, hasData: true },
  { type: 'conf-change', hasType: true, hasData: false },
];

const NO_BYTES = new Uint8Array(0);

function tagOf(entry: Entry): number {
  const hasData = entry.data !== undefined;
  if (entry.type === 'normal' && !entry.hasType) return hasData ? 0 : 1;
  const tag = KINDS.findIndex((kind) => kind.type === entry.type && kind.hasType && kind.hasData === hasData);
  invariant(tag >= 0, `no tag for an entry of type ${entry.type}`);
  return tag;
}

/** The record of this entry, with its bytes if they were made before. */
export function recordOfEntry(entry: Entry): { readonly kind: 'entry' } & LogEntry {
  const payload = entry.data ?? NO_BYTES;
  const { term, index } = entry;
  return { kind: 'entry', term, index, tag: tagOf(entry), payload, encoded: entry.encoded };
}

/** The bytes of this entry, made at the first call and kept with it. */
export function encodedEntry(entry: Entry): Uint8Array {
  if (entry.encoded !== undefined) return entry.encoded;
  const payload = entry.data ?? NO_BYTES;
  const bytes = Buffer.allocUnsafe(RECORD_HEADER_BYTES + payload.length);
  const { term, index } = entry;
  writeRecord({ kind: 'entry', term, index, tag: tagOf(entry), payload }, bytes, 0);
  entry.encoded = bytes;
  return bytes;
}

/** An entry of the log as the core's; its bytes are made again only if somebody wants to send it. */
export function entryOfRecord(record: LogEntry): Entry | undefined {
  const kind = KINDS[record.tag];
  if (kind === undefined) return undefined;
  const { term, index } = record;
  const data = kind.hasData ? record.payload : undefined;
  return makeEntry({ term, index, type: kind.type, hasType: kind.hasType, data });
}

export type ReadEntry =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly nextAt: number }
  | { readonly kind: 'broken'; readonly what: string };

/** The entry that stands at this place; it keeps a view of its bytes. */
export function readEntry(bytes: Buffer, at: number): ReadEntry {
  const read = readRecord(bytes, at, bytes.length);
  if (read.kind === 'broken') return { kind: 'broken', what: 'wrong checksum of an entry' };
  if (read.kind === 'unknown') return { kind: 'broken', what: `an entry of a newer format: ${read.what}` };
  if (read.record.kind !== 'entry')
    return { kind: 'broken', what: `a ${read.record.kind} where an entry belongs` };
  const entry = entryOfRecord(read.record);
  if (entry === undefined) return { kind: 'broken', what: `an entry of the unknown kind ${read.record.tag}` };
  entry.encoded = bytes.subarray(at, read.nextAt);
  return { kind: 'entry', entry, nextAt: read.nextAt };
}
