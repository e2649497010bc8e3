/**
 * How large entries are, for the limits of the configuration. The numbers are those of the Protocol Buffers
 * encoding that etcd's Raft uses, whatever the driver writes: so both page the same log alike.
 */
import { NO_LIMIT, type Entry } from '../types.js';

/** Payload plus the bytes of type, term and index, each with its tag. */
export function entrySize({ hasType, term, index, data }: Entry): number {
  const fixed = (hasType ? 2 : 0) + 1 + varintSize(term) + 1 + varintSize(index);
  return data === undefined ? fixed : fixed + 1 + varintSize(data.length) + data.length;
}

export function payloadSize({ data }: Entry): number {
  return data === undefined ? 0 : data.length;
}

export function entriesSize(entries: readonly Entry[]): number {
  let size = 0;
  for (const entry of entries) {
    size += entrySize(entry);
  }
  return size;
}

export function payloadsSize(entries: readonly Entry[]): number {
  let size = 0;
  for (const entry of entries) {
    size += payloadSize(entry);
  }
  return size;
}

/** How many of the entries from `start` to `end` fit; one does always, since otherwise nothing could move. */
export function countWithin(entries: readonly Entry[], start: number, end: number, maxSize: number): number {
  if (maxSize >= NO_LIMIT) {
    return end - start;
  }
  let size = 0;
  for (let place = start; place < end; place += 1) {
    const entry = entries[place];
    size += entry === undefined ? 0 : entrySize(entry);
    if (size > maxSize && place > start) {
      return place - start;
    }
  }
  return end - start;
}

export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) {
    size += 1;
  }
  return size;
}
