/**
 * The stable log as the core reads it: the entries since the newest snapshot and some before it, for followers
 * that are a little behind. Owns how much of the past stays in memory, and that a snapshot is only handed out
 * when it knows today's members: a new one must find itself in it.
 */
import { MemoryStorage } from './rules/log/memory-storage.js';
import { entrySize } from './rules/log/size.js';
import type { InitialState, Storage } from './rules/log/storage.js';
import { sameConfState } from './rules/tracker/membership.js';
import {
  type ConfState,
  type Entry,
  type HardState,
  NO_HARD_STATE,
  NO_LIMIT,
  type Snapshot,
} from './rules/types.js';

export interface TailLimits {
  /** Entries before the newest snapshot that stay in memory ... */
  readonly keptEntries: number;
  /** ... as long as they are not larger than this. */
  readonly keptBytes: number;
}

export class NodeStorage implements Storage {
  readonly #memory = new MemoryStorage();
  readonly #limits: TailLimits;
  #confState: ConfState;
  /** Entries up to here are not to be sent: only a snapshot says who the members are. */
  #beginIndex: number;
  /** Somebody needs a snapshot, and the newest one does not know today's members. */
  isSnapshotWanted = false;

  constructor(
    limits: TailLimits,
    start: { readonly snapshot: Snapshot; readonly entries: readonly Entry[]; readonly hardState: HardState },
  ) {
    this.#limits = limits;
    if (start.snapshot.metadata.index > 0) this.#memory.applySnapshot(start.snapshot);
    this.#memory.append(start.entries);
    this.#memory.setHardState(start.hardState);
    this.#confState = start.snapshot.metadata.confState;
    this.#beginIndex = start.snapshot.metadata.index;
  }

  initialState(): InitialState {
    return this.#memory.initialState();
  }

  entries(lo: number, hi: number, maxSize: number): Entry[] | 'compacted' | 'unavailable' {
    return this.#memory.entries(lo, hi, maxSize);
  }

  term(index: number): number | 'compacted' | 'unavailable' {
    return this.#memory.term(index);
  }

  firstIndex(): number {
    return this.#memory.firstIndex();
  }

  lastIndex(): number {
    return this.#memory.lastIndex();
  }

  get snapshotIndex(): number {
    return this.#memory.snapshot().metadata.index;
  }

  snapshot(): Snapshot | 'snapshot-not-ready' {
    const snapshot = this.#memory.snapshot();
    if (snapshot.metadata.index > 0 && sameConfState(snapshot.metadata.confState, this.#confState)) {
      return snapshot;
    }
    this.isSnapshotWanted = true;
    return 'snapshot-not-ready';
  }

  /** The configuration that this member has applied. */
  setConfState(confState: ConfState): void {
    this.#confState = confState;
  }

  /** The one that is durable; only its commit index may lag behind. */
  get hardState(): HardState {
    return this.#memory.initialState().hardState ?? NO_HARD_STATE;
  }

  setHardState(hardState: HardState): void {
    this.#memory.setHardState(hardState);
  }

  append(entries: readonly Entry[]): void {
    this.#memory.append(entries);
  }

  /** Somebody else's snapshot in place of the whole log. */
  install(snapshot: Snapshot): void {
    this.#memory.applySnapshot(snapshot);
    this.#confState = snapshot.metadata.confState;
    this.#beginIndex = snapshot.metadata.index;
  }

  /** A snapshot of this log's own entries; the oldest of them are given up. */
  recordSnapshot({ data, metadata }: Snapshot): void {
    this.#memory.createSnapshot(metadata.index, metadata.confState, data);
    const first = this.firstIndex();
    let [index, keptBytes] = [metadata.index, 0];
    const entries = this.#memory.entries(first, metadata.index + 1, NO_LIMIT);
    for (let at = entries.length - 1; at >= 0 && metadata.index - index < this.#limits.keptEntries; at--) {
      const entry = entries[at];
      if (typeof entry !== 'object') break;
      keptBytes += entrySize(entry);
      if (keptBytes > this.#limits.keptBytes) break;
      index = entry.index - 1;
    }
    index = Math.max(index, this.#beginIndex);
    if (index >= first) this.#memory.compact(index);
    if (sameConfState(metadata.confState, this.#confState)) this.isSnapshotWanted = false;
  }
}
