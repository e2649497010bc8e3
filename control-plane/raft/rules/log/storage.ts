/**
 * The stable part of the log as the core reads it: synchronous, and changed by the driver only, which writes
 * what a Ready told it to. What can not be answered is a value: compaction and snapshots run beside the core,
 * so asking too late is no fault.
 */
import type { ConfState, Entry, HardState, Snapshot } from '../types.js';

export type StorageRefusal = 'compacted' | 'unavailable' | 'snapshot-out-of-date' | 'snapshot-not-ready';

const TEXTS: Record<StorageRefusal, string> = {
  compacted: 'requested index is unavailable due to compaction',
  unavailable: 'requested entry at index is unavailable',
  'snapshot-out-of-date': 'requested index is older than the existing snapshot',
  'snapshot-not-ready': 'snapshot is temporarily unavailable',
};

export function storageRefusalText(refusal: StorageRefusal): string {
  return TEXTS[refusal];
}

export interface InitialState {
  /** Undefined when this member never wrote one. */
  readonly hardState: HardState | undefined;
  readonly confState: ConfState;
}

export interface Storage {
  /** What stood at the start; asked for once. */
  initialState(): InitialState;
  /**
   * Entries from `lo` up to, without, `hi`: as many as fit into `maxSize` encoded bytes, but at least one. The
   * array is the caller's; later writes do not show in it.
   */
  entries(lo: number, hi: number, maxSize: number): Entry[] | 'compacted' | 'unavailable';
  /** Of entries from `firstIndex() - 1`, whose term outlives the entry itself, to `lastIndex()`. */
  term(index: number): number | 'compacted' | 'unavailable';
  firstIndex(): number;
  lastIndex(): number;
  /** The newest snapshot, of any applied index. When it is not ready, the core asks again later. */
  snapshot(): Snapshot | 'snapshot-not-ready';
}
