/**
 * The whole log as the algorithm sees it: what storage holds, continued by what is not durable yet, with the
 * cursors applied <= applying <= committed. Where both parts know an index, the unstable one is right.
 *
 * Fails for good where a committed entry would be overwritten or a cursor would go back.
 */
import { raftFault, raftInvariant } from '../invariant.js';
import { entriesSize } from './size.js';
import type { Storage } from './storage.js';
import { Unstable } from './unstable.js';
import type { RaftLogger } from '../logger.js';
import type { Entry, Snapshot } from '../types.js';

export interface EntryId {
  readonly index: number;
  readonly term: number;
}

export class RaftLog {
  readonly storage: Storage;
  readonly unstable: Unstable;
  /** The highest index known to be safe on a quorum. */
  committed: number;
  /** The highest index handed out to be applied. */
  applying: number;
  /** The highest index known to be applied. */
  applied: number;
  readonly #maxApplyingSize: number;
  #applyingSize = 0;
  /** Hand-outs wait for room, or for what a cut batch left. */
  #isApplyingPaused = false;
  readonly #logger: RaftLogger | undefined;

  constructor(storage: Storage, logger: RaftLogger | undefined, maxApplyingSize: number) {
    const beforeFirst = storage.firstIndex() - 1;
    this.storage = storage;
    this.unstable = new Unstable(storage.lastIndex() + 1, logger);
    this.committed = beforeFirst;
    this.applying = beforeFirst;
    this.applied = beforeFirst;
    this.#maxApplyingSize = maxApplyingSize;
    this.#logger = logger;
  }

  firstIndex(): number {
    return this.unstable.firstIndex() ?? this.storage.firstIndex();
  }

  lastIndex(): number {
    return this.unstable.lastIndex() ?? this.storage.lastIndex();
  }

  /** Known from the index before the first entry on. */
  term(index: number): number | 'compacted' | 'unavailable' {
    const unstableTerm = this.unstable.term(index);
    if (unstableTerm !== undefined) {
      return unstableTerm;
    }
    if (index + 1 < this.firstIndex()) {
      return 'compacted';
    }
    return index > this.lastIndex() ? 'unavailable' : this.storage.term(index);
  }

  termOrZero(index: number): number {
    const term = this.term(index);
    return typeof term === 'number' ? term : 0;
  }

  lastTerm(): number {
    const term = this.term(this.lastIndex());
    return typeof term === 'number' ? term : raftFault(`the term of the last entry is ${term}`);
  }

  matches(index: number, term: number): boolean {
    return this.term(index) === term;
  }

  /** Whether a log that ends so has everything that this one may have committed. */
  isUpToDate(lastIndex: number, lastTerm: number): boolean {
    const ownTerm = this.lastTerm();
    return lastTerm > ownTerm || (lastTerm === ownTerm && lastIndex >= this.lastIndex());
  }

  /**
   * Takes a leader's entries that follow `previous`, as far as they are news, and the commit index it told.
   * Returns the index of the last of them; undefined when the log does not have `previous`.
   */
  maybeAppend(previous: EntryId, entries: readonly Entry[], leaderCommit: number): number | undefined {
    if (!this.matches(previous.index, previous.term)) {
      return undefined;
    }
    const lastNew = previous.index + entries.length;
    const conflict = this.#findConflict(entries);
    if (conflict !== undefined) {
      if (conflict <= this.committed) {
        raftFault(`entry ${conflict} conflicts with a committed entry (committed up to ${this.committed})`);
      }
      this.append(entries.slice(conflict - previous.index - 1));
    }
    this.commitTo(Math.min(leaderCommit, lastNew));
    return lastNew;
  }

  append(entries: readonly Entry[]): void {
    const first = entries[0]?.index;
    if (first === undefined) {
      return;
    }
    raftInvariant(first > this.committed, 'a committed entry would be overwritten');
    this.unstable.truncateAndAppend(entries);
  }

  /** The index of the first entry that is new here, or stands in place of another. */
  #findConflict(entries: readonly Entry[]): number | undefined {
    const found = entries.find(({ index, term }) => !this.matches(index, term));
    if (found !== undefined && found.index <= this.lastIndex()) {
      this.#logger?.info(
        () =>
          `found conflict at index ${found.index} [existing term: ${this.termOrZero(found.index)}, conflicting term: ${found.term}]`,
      );
    }
    return found?.index;
  }

  /**
   * The highest place, at or below `index`, whose entry could be in a log that has `term` there: its term is
   * not higher. A place whose term is not known here counts as one, with term 0.
   */
  findConflictByTerm(index: number, term: number): EntryId {
    for (let place = index; place > 0; place -= 1) {
      const ownTerm = this.term(place);
      if (typeof ownTerm !== 'number') {
        return { index: place, term: 0 };
      }
      if (ownTerm <= term) {
        return { index: place, term: ownTerm };
      }
    }
    return { index: 0, term: 0 };
  }

  commitTo(index: number): void {
    if (index <= this.committed) {
      return;
    }
    if (index > this.lastIndex()) {
      raftFault(
        `the commit index ${index} is beyond the last entry ${this.lastIndex()}: was the log damaged, cut or lost?`,
      );
    }
    this.committed = index;
  }

  /**
   * Commits up to `index` if the entry there is of this term. Entries of earlier terms are committed only along
   * with such a one: a majority alone does not keep them from being overwritten.
   */
  maybeCommit(index: number, term: number): boolean {
    if (index <= this.committed || term === 0 || !this.matches(index, term)) {
      return false;
    }
    this.commitTo(index);
    return true;
  }

  /** A snapshot from the leader takes the place of everything here. */
  restore(snapshot: Snapshot): void {
    const { index, term } = snapshot.metadata;
    this.#logger?.info(
      () => `log [${this.describe()}] starts to restore snapshot [index: ${index}, term: ${term}]`,
    );
    this.committed = index;
    this.unstable.restore(snapshot);
  }

  describe(): string {
    const { offset, offsetInProgress, length } = this.unstable;
    return (
      `committed=${this.committed}, applied=${this.applied}, applying=${this.applying}, ` +
      `unstable.offset=${offset}, unstable.offsetInProgress=${offsetInProgress}, len(unstable.Entries)=${length}`
    );
  }

  snapshot(): Snapshot | 'snapshot-not-ready' {
    return this.unstable.snapshot ?? this.storage.snapshot();
  }

  get hasSnapshotToRestore(): boolean {
    return this.unstable.snapshot !== undefined;
  }

  hasNextCommitted(allowUnstable: boolean): boolean {
    return (
      !this.#isApplyingPaused && !this.hasSnapshotToRestore && this.applying < this.#appliable(allowUnstable)
    );
  }

  /** What is to be applied next, within the limit of what may be under way. */
  nextCommitted(allowUnstable: boolean): readonly Entry[] {
    if (!this.hasNextCommitted(allowUnstable)) {
      return [];
    }
    const room = this.#maxApplyingSize - this.#applyingSize;
    raftInvariant(room > 0, 'there is no room for entries to apply, but they are not paused');
    const entries = this.slice(this.applying + 1, this.#appliable(allowUnstable) + 1, room);
    return typeof entries === 'string' ? raftFault(`entries to be applied are ${entries}`) : entries;
  }

  acceptApplying(index: number, size: number, allowUnstable: boolean): void {
    raftInvariant(index <= this.committed && index >= this.applying, 'entries to apply are out of range');
    this.applying = index;
    this.#applyingSize += size;
    this.#isApplyingPaused =
      this.#applyingSize >= this.#maxApplyingSize || index < this.#appliable(allowUnstable);
  }

  appliedTo(index: number, size: number): void {
    if (index > this.committed || index < this.applied) {
      raftFault(`applied ${index} is out of range: before ${this.applied}, committed ${this.committed}`);
    }
    this.applied = index;
    this.applying = Math.max(this.applying, index);
    this.#applyingSize = Math.max(0, this.#applyingSize - size);
    this.#isApplyingPaused = this.#applyingSize >= this.#maxApplyingSize;
  }

  #appliable(allowUnstable: boolean): number {
    return allowUnstable ? this.committed : Math.min(this.committed, this.unstable.offset - 1);
  }

  /** Entries from `index` to the end, as many as fit; at least one if there is any. */
  entries(index: number, maxSize: number): readonly Entry[] | 'compacted' {
    const last = this.lastIndex();
    return index > last ? [] : this.slice(index, last + 1, maxSize);
  }

  /** Entries from `lo` up to, without, `hi`: as many as fit, but at least one. */
  slice(lo: number, hi: number, maxSize: number): readonly Entry[] | 'compacted' {
    const { offset, end } = this.unstable;
    if (lo > hi) {
      raftFault(`a slice from ${lo} to ${hi}`);
    }
    if (lo < this.firstIndex()) {
      return 'compacted';
    }
    if (hi > this.lastIndex() + 1) {
      raftFault(`a slice up to ${hi}, but the last entry is ${this.lastIndex()}`);
    }
    if (lo === hi) {
      return [];
    }
    if (lo >= offset) {
      return this.unstable.slice(lo, hi, maxSize);
    }
    const cut = Math.min(hi, offset);
    const stable = this.storage.entries(lo, cut, maxSize);
    if (stable === 'unavailable') {
      raftFault(`entries ${lo} to ${cut} are not in storage, which said that they are`);
    }
    if (stable === 'compacted' || cut === hi || stable.length < cut - lo) {
      return stable;
    }
    raftInvariant(hi <= end, 'a slice beyond the unstable log');
    return this.#continued(stable, hi, maxSize);
  }

  /** Adds unstable entries to a stable part that reaches up to them, within one budget for both. */
  #continued(stable: readonly Entry[], hi: number, maxSize: number): readonly Entry[] {
    const room = maxSize - entriesSize(stable);
    if (room <= 0) {
      return stable;
    }
    const more = this.unstable.slice(this.unstable.offset, hi, room);
    return more.length === 1 && entriesSize(more) > room ? stable : [...stable, ...more];
  }

  /** Calls `visit` with page after page, from `lo` up to, without, `hi`, until it returns true. */
  scan(lo: number, hi: number, pageSize: number, visit: (page: readonly Entry[]) => boolean): boolean {
    for (let next = lo; next < hi; ) {
      const page = this.slice(next, hi, pageSize);
      if (typeof page === 'string' || page.length === 0) {
        raftFault(`no entries from ${next} to ${hi}`);
      }
      if (visit(page)) {
        return true;
      }
      next += page.length;
    }
    return false;
  }
}
