/**
 * What the records of a log add up to: hard state, snapshot reference, and where each entry stands.
 * The same folding serves the open log and its recovery, so that both always agree. Knows no files.
 */
import type { HardState, LogRecord, SnapshotReference } from './record.js';

export interface Position {
  readonly segmentNumber: number;
  readonly offset: number;
  readonly lengthBytes: number;
}

interface EntryPlace extends Position {
  readonly term: number;
}

/** Only while older segments are gone: what follows has to be covered by a snapshot. */
const UNKNOWN_TERM = -1;

const NO_SNAPSHOT: SnapshotReference = { index: 0, term: 0, data: new Uint8Array(0) };

export class LogContents {
  hardState: HardState = { term: 0, vote: 0, commit: 0 };
  snapshot: SnapshotReference = NO_SNAPSHOT;
  lastIndex = 0;
  lastTerm = 0;
  /** Index of `#places[0]`; the entries before it are not in the files. */
  firstIndex = 1;
  #places: EntryPlace[] = [];

  /** Adds one record; a sentence if it can not follow what is there, and then nothing has changed. */
  add(record: LogRecord, position: Position): string | undefined {
    switch (record.kind) {
      case 'entry':
        return this.#addEntry(record, position);
      case 'hard-state':
        this.hardState = { term: record.term, vote: record.vote, commit: record.commit };
        return undefined;
      case 'cut':
        return this.#cut(record.fromIndex);
      case 'snapshot':
        return this.#setSnapshot(record);
      case 'base':
        return this.#addBase(record);
    }
  }

  clone(): LogContents {
    const copy = new LogContents();
    copy.hardState = this.hardState;
    copy.snapshot = this.snapshot;
    copy.lastIndex = this.lastIndex;
    copy.lastTerm = this.lastTerm;
    copy.firstIndex = this.firstIndex;
    copy.#places = this.#places.slice();
    return copy;
  }

  /** Begins with a segment that is not the first: everything up to its base is not in the files. */
  startAt(base: { readonly term: number; readonly index: number }): void {
    this.lastIndex = base.index;
    this.lastTerm = base.term;
    this.firstIndex = base.index + 1;
  }

  /** Term of an entry, of the snapshot or of index 0; undefined for what is not known. */
  termOf(index: number): number | undefined {
    if (index === this.snapshot.index) return this.snapshot.term;
    if (index === this.lastIndex) return this.lastTerm;
    return this.#places[index - this.firstIndex]?.term;
  }

  placeOf(index: number): Position | undefined {
    return this.#places[index - this.firstIndex];
  }

  /** Forgets the places of entries up to this index. */
  forgetUpTo(index: number): void {
    const count = Math.min(Math.max(index + 1 - this.firstIndex, 0), this.#places.length);
    this.#places = this.#places.slice(count);
    this.firstIndex += count;
  }

  #addEntry(
    entry: { readonly term: number; readonly index: number },
    position: Position,
  ): string | undefined {
    const { term, index } = entry;
    if (index !== this.lastIndex + 1) return `entry ${index} follows entry ${this.lastIndex}`;
    if (term < this.lastTerm) return `entry ${index} goes back from term ${this.lastTerm} to ${term}`;
    const { segmentNumber, offset, lengthBytes } = position;
    this.#places.push({ segmentNumber, offset, lengthBytes, term });
    this.lastIndex = index;
    this.lastTerm = term;
    return undefined;
  }

  #addBase(base: { readonly term: number; readonly index: number }): string | undefined {
    const isSameTerm = this.lastTerm === UNKNOWN_TERM || base.term === this.lastTerm;
    if (base.index !== this.lastIndex || !isSameTerm) {
      return `the log ended at entry ${this.lastIndex}, and this segment begins after ${base.index}`;
    }
    this.lastTerm = base.term;
    return undefined;
  }

  #cut(fromIndex: number): string | undefined {
    if (fromIndex > this.lastIndex) return undefined;
    if (fromIndex <= this.snapshot.index) {
      return `entries from ${fromIndex} are cut, though the snapshot covers ${this.snapshot.index}`;
    }
    this.lastTerm = this.termOf(fromIndex - 1) ?? UNKNOWN_TERM;
    this.lastIndex = fromIndex - 1;
    this.#places.length = Math.max(Math.min(this.#places.length, fromIndex - this.firstIndex), 0);
    this.firstIndex = Math.min(this.firstIndex, fromIndex);
    return undefined;
  }

  #setSnapshot(snapshot: SnapshotReference): string | undefined {
    if (snapshot.index < this.snapshot.index) {
      return `snapshot ${snapshot.index} follows snapshot ${this.snapshot.index}`;
    }
    const term = snapshot.index <= this.lastIndex ? this.termOf(snapshot.index) : undefined;
    if (term !== undefined && term !== UNKNOWN_TERM && term !== snapshot.term) {
      return `the snapshot at entry ${snapshot.index} has term ${snapshot.term}, the entry ${term}`;
    }
    this.snapshot = { index: snapshot.index, term: snapshot.term, data: snapshot.data.slice() };
    if (snapshot.index === this.lastIndex) this.lastTerm = snapshot.term;
    if (snapshot.index <= this.lastIndex) return undefined;
    this.#places = [];
    this.lastIndex = snapshot.index;
    this.lastTerm = snapshot.term;
    this.firstIndex = snapshot.index + 1;
    return undefined;
  }
}
