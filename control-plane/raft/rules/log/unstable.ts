/**
 * The end of the log that is not yet known to be durable: entries, and perhaps a snapshot received from the
 * leader. Remembers what was already handed out for writing, so that nothing is written twice and, of what is
 * overwritten meanwhile, nothing counts as durable by mistake.
 *
 * Arrays it returns are copies. Forgetting durable entries moves a head index: no array is shifted.
 */
import { raftFault, raftInvariant } from '../invariant.js';
import { countWithin } from './size.js';
import type { RaftLogger } from '../logger.js';
import type { Entry, Snapshot } from '../types.js';

/** Places of durable entries are given back once they are this many and more than the entries that remain. */
const SLACK = 1024;

export class Unstable {
  snapshot: Snapshot | undefined = undefined;
  /** The index of the first entry here, or of the next to come. */
  offset: number;
  /** Entries below this index were handed out for writing. */
  offsetInProgress: number;
  snapshotInProgress = false;
  #entries: Entry[] = [];
  #head = 0;
  readonly #logger: RaftLogger | undefined;

  constructor(offset: number, logger: RaftLogger | undefined) {
    this.offset = offset;
    this.offsetInProgress = offset;
    this.#logger = logger;
  }

  get length(): number {
    return this.#entries.length - this.#head;
  }

  /** The index after the last entry here. */
  get end(): number {
    return this.offset + this.length;
  }

  /** All entries here, in progress or not. */
  get entries(): readonly Entry[] {
    return this.#entries.slice(this.#head);
  }

  /** Undefined while nothing here says where the log begins. */
  firstIndex(): number | undefined {
    return this.snapshot === undefined ? undefined : this.snapshot.metadata.index + 1;
  }

  lastIndex(): number | undefined {
    return this.length > 0 ? this.end - 1 : this.snapshot?.metadata.index;
  }

  term(index: number): number | undefined {
    if (index >= this.offset) {
      return this.#entries[this.#head + index - this.offset]?.term;
    }
    const metadata = this.snapshot?.metadata;
    return metadata?.index === index ? metadata.term : undefined;
  }

  get hasNextEntries(): boolean {
    return this.end > this.offsetInProgress;
  }

  /** What is still to be handed out for writing. */
  nextEntries(): Entry[] {
    return this.#entries.slice(this.#head + this.offsetInProgress - this.offset);
  }

  nextSnapshot(): Snapshot | undefined {
    return this.snapshotInProgress ? undefined : this.snapshot;
  }

  acceptInProgress(): void {
    this.offsetInProgress = this.end;
    this.snapshotInProgress = this.snapshot !== undefined;
  }

  /**
   * The log up to the entry of this index and term is durable. If that entry is not here any more, a write was
   * overtaken: what stands here now is still being written.
   */
  stableTo(index: number, term: number): void {
    const ownTerm = this.term(index);
    if (ownTerm === undefined) {
      this.#logger?.info(() => `entry at index ${index} missing from unstable log; ignoring`);
      return;
    }
    if (index < this.offset) {
      this.#logger?.info(() => `entry at index ${index} matched unstable snapshot; ignoring`);
      return;
    }
    if (ownTerm !== term) {
      this.#logger?.info(
        () =>
          `entry at (index,term)=(${index},${term}) mismatched with entry at (${index},${ownTerm}) in unstable log; ignoring`,
      );
      return;
    }
    this.#head += index + 1 - this.offset;
    this.offset = index + 1;
    this.offsetInProgress = Math.max(this.offsetInProgress, this.offset);
    this.#giveBack();
  }

  stableSnapshotTo(index: number): void {
    if (this.snapshot?.metadata.index === index) {
      this.snapshot = undefined;
      this.snapshotInProgress = false;
    }
  }

  restore(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.snapshotInProgress = false;
    this.#entries = [];
    this.#head = 0;
    this.offset = snapshot.metadata.index + 1;
    this.offsetInProgress = this.offset;
  }

  /** Entries from the first new index on give way to the new ones. */
  truncateAndAppend(entries: readonly Entry[]): void {
    const first = entries[0]?.index ?? raftFault('nothing to append');
    if (first > this.end) {
      raftFault(`a gap in the log: the next entry is ${this.end}, not ${first}`);
    }
    if (first <= this.offset && this.end !== first) {
      this.#logger?.info(() => `replace the unstable entries from index ${first}`);
      this.#replaceAllFrom(first);
    } else if (first < this.end) {
      this.#logger?.info(() => `truncate the unstable entries before index ${first}`);
      this.#entries.length = this.#head + first - this.offset;
      this.offsetInProgress = Math.min(this.offsetInProgress, first);
    }
    for (const entry of entries) {
      this.#entries.push(entry);
    }
  }

  /** As many of the entries from `lo` up to, without, `hi` as fit; at least one. */
  slice(lo: number, hi: number, maxSize: number): Entry[] {
    raftInvariant(lo <= hi && lo >= this.offset && hi <= this.end, 'a slice out of the unstable log');
    const start = this.#head + lo - this.offset;
    const end = start + hi - lo;
    return this.#entries.slice(start, start + countWithin(this.#entries, start, end, maxSize));
  }

  #replaceAllFrom(first: number): void {
    this.#entries = [];
    this.#head = 0;
    this.offset = first;
    this.offsetInProgress = first;
  }

  #giveBack(): void {
    if (this.#head === this.#entries.length) {
      this.#entries = [];
      this.#head = 0;
    } else if (this.#head > SLACK && this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
  }
}
