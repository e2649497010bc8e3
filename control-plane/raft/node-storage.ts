/**
 * The stable log as the core reads it: the entries since the newest snapshot and some before it, for followers
 * that are a little behind or have just got a snapshot. Owns how much of the past stays in memory, and that a
 * snapshot is only handed out when it knows today's members: a new one must find itself in it.
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

/** So much is held for members that are behind. */
const MOST_HELD_BYTES = 256 * 1024 * 1024;

export class NodeStorage implements Storage {
  readonly #memory = new MemoryStorage();
  readonly #limits: TailLimits;
  #confState: ConfState;
  /** Entries up to here are not to be sent: only a snapshot says who the members are. */
  #beginIndex: number;
  /** More than the tail is kept, for a member that has got a snapshot and needs what follows it. */
  #isHolding = false;
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

  /** A snapshot of this log's own entries; the oldest of them are given up, but for those after `neededIndex`. */
  recordSnapshot({ data, metadata }: Snapshot, neededIndex = Number.POSITIVE_INFINITY): void {
    this.#memory.createSnapshot(metadata.index, metadata.confState, data);
    this.#giveUpEntries(neededIndex);
    if (sameConfState(metadata.confState, this.#confState)) this.isSnapshotWanted = false;
  }

  /** Looks again whether those that are held for a member are needed. */
  release(neededIndex: number): void {
    if (this.#isHolding) this.#giveUpEntries(neededIndex);
  }

  #giveUpEntries(neededIndex: number): void {
    const { snapshotIndex } = this;
    const { keptEntries, keptBytes } = this.#limits;
    const entries = this.#memory.entries(this.firstIndex(), snapshotIndex + 1, NO_LIMIT);
    if (typeof entries === 'string') return;
    const tailIndex = snapshotIndex - Math.min(keptEntries, countFromEnd(entries, keptBytes));
    // All that the member needs or nothing: with a part of it it would need a snapshot as well.
    const isBearable = snapshotIndex - neededIndex <= countFromEnd(entries, MOST_HELD_BYTES);
    this.#isHolding = neededIndex < tailIndex && isBearable;
    const index = Math.max(this.#isHolding ? neededIndex : tailIndex, this.#beginIndex);
    if (index >= this.firstIndex()) this.#memory.compact(index);
  }
}

/** How many of the last entries are together not larger than this. */
function countFromEnd(entries: readonly Entry[], maxBytes: number): number {
  let bytes = 0;
  const tooLarge = entries.findLastIndex((entry) => {
    bytes += entrySize(entry);
    return bytes > maxBytes;
  });
  return entries.length - 1 - tooLarge;
}
