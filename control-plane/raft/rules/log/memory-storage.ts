/**
 * A Storage in memory: the entries since the last compaction, the newest snapshot, the hard state. Drivers keep
 * in it what they have made durable, and whatever else they write elsewhere; tests need nothing else.
 *
 * Appending and compacting cost the same per entry however long the log is; reading copies references.
 */
import { raftFault, raftInvariant } from '../invariant.js';
import { countWithin } from './size.js';
import type { InitialState, Storage, StorageRefusal } from './storage.js';
import { NO_CONF_STATE, type ConfState, type Entry, type HardState, type Snapshot } from '../types.js';

/** Compacted places are given back once they are this many and more than the entries that remain. */
const SLACK = 1024;

export const NO_SNAPSHOT: Snapshot = {
  data: undefined,
  metadata: { index: 0, term: 0, confState: NO_CONF_STATE },
};

export class MemoryStorage implements Storage {
  #hardState: HardState | undefined;
  #snapshot: Snapshot = NO_SNAPSHOT;
  /** The entry before the first: compacted itself, but its term is still known. */
  #baseIndex = 0;
  #baseTerm = 0;
  #entries: Entry[] = [];
  /** Where in `#entries` the first one stands; what is before it is compacted. */
  #head = 0;

  initialState(): InitialState {
    return { hardState: this.#hardState, confState: this.#snapshot.metadata.confState };
  }

  setHardState(hardState: HardState): void {
    this.#hardState = hardState;
  }

  firstIndex(): number {
    return this.#baseIndex + 1;
  }

  lastIndex(): number {
    return this.#baseIndex + this.#entries.length - this.#head;
  }

  term(index: number): number | 'compacted' | 'unavailable' {
    if (index === this.#baseIndex) {
      return this.#baseTerm;
    }
    if (index < this.#baseIndex) {
      return 'compacted';
    }
    return this.#entries[this.#placeOf(index)]?.term ?? 'unavailable';
  }

  entries(lo: number, hi: number, maxSize: number): Entry[] | 'compacted' | 'unavailable' {
    if (lo <= this.#baseIndex) {
      return 'compacted';
    }
    if (hi > this.lastIndex() + 1) {
      raftFault(`entries up to ${hi} are wanted, but the last one is ${this.lastIndex()}`);
    }
    if (this.#entries.length === this.#head) {
      return 'unavailable';
    }
    const start = this.#placeOf(lo);
    return this.#entries.slice(start, start + countWithin(this.#entries, start, this.#placeOf(hi), maxSize));
  }

  snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Entries as written: those from the first new index on are replaced, compacted ones are left out. */
  append(entries: readonly Entry[]): void {
    const first = entries[0]?.index ?? 0;
    const last = first + entries.length - 1;
    if (entries.length === 0 || last <= this.#baseIndex) {
      return;
    }
    if (first > this.lastIndex() + 1) {
      raftFault(`a gap in the log: the last entry is ${this.lastIndex()}, the next would be ${first}`);
    }
    const skipped = Math.max(0, this.#baseIndex + 1 - first);
    this.#entries.length = this.#placeOf(first + skipped);
    for (let place = skipped; place < entries.length; place += 1) {
      const entry = entries[place];
      raftInvariant(entry !== undefined && entry.index === first + place, 'entries are not in order');
      this.#entries.push(entry);
    }
  }

  /** Somebody else's snapshot replaces the whole log. */
  applySnapshot(snapshot: Snapshot): StorageRefusal | undefined {
    const current = this.#snapshot.metadata.index;
    if (current !== 0 && snapshot.metadata.index <= current) {
      return 'snapshot-out-of-date';
    }
    this.#snapshot = snapshot;
    this.#baseIndex = snapshot.metadata.index;
    this.#baseTerm = snapshot.metadata.term;
    this.#entries = [];
    this.#head = 0;
    return undefined;
  }

  /** A snapshot of this log's own entries up to `index`; the entries stay. */
  createSnapshot(
    index: number,
    confState: ConfState | undefined,
    data: Uint8Array | undefined,
  ): Snapshot | StorageRefusal {
    if (index <= this.#snapshot.metadata.index) {
      return 'snapshot-out-of-date';
    }
    if (index > this.lastIndex()) {
      raftFault(`a snapshot of ${index} is wanted, but the last entry is ${this.lastIndex()}`);
    }
    const term = this.term(index);
    if (typeof term !== 'number') {
      return term;
    }
    this.#snapshot = {
      data,
      metadata: { index, term, confState: confState ?? this.#snapshot.metadata.confState },
    };
    return this.#snapshot;
  }

  /** Drops the entries up to this one, whose term stays known. */
  compact(index: number): StorageRefusal | undefined {
    if (index <= this.#baseIndex) {
      return 'compacted';
    }
    if (index > this.lastIndex()) {
      raftFault(`compaction up to ${index} is wanted, but the last entry is ${this.lastIndex()}`);
    }
    const place = this.#placeOf(index);
    this.#baseTerm = this.#entries[place]?.term ?? raftFault('the last compacted entry is missing');
    this.#baseIndex = index;
    this.#head = place + 1;
    if (this.#head > SLACK && this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
    return undefined;
  }

  #placeOf(index: number): number {
    return this.#head + index - this.#baseIndex - 1;
  }
}
