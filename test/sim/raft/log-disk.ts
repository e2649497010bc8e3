/**
 * The disk of one simulated member: its log record by record, and its snapshot files. It survives the member's
 * process, and keeps what the real log (wal-file.ts) promises: what one append wrote is there whole or not at
 * all, appends survive in their order, and after a crash any number of the last, unsynced ones is lost. Which
 * bytes a crash leaves is the business of the tests of the real log; here it is what they add up to.
 *
 * It can be slow, full, or fail a sync. It can also be told to lie, to show that the checks notice.
 */
import type { HardState, LogEntry, LogRecord, SnapshotReference } from 'raft-ts/record.js';
import type { EventQueue, Microseconds } from './event-queue.js';
import type { Dice } from './prng.js';
import { must, Violation } from './violation.js';

export interface DiskOptions {
  readonly minWriteUs: Microseconds;
  readonly meanWriteUs: Microseconds;
  /** Chance that a sync fails, after which nothing is known of what it was to make durable. */
  readonly failRate: number;
  /** Mean time for a snapshot file to become durable. */
  readonly meanSnapshotUs: Microseconds;
}

/** What a lying disk does, for the checks of the checks. */
export interface DiskLies {
  /** Says that a write is durable before it is. */
  readonly saysDurableEarly: boolean;
  /** Keeps the term and the commit index, and forgets whom this member voted for. */
  readonly forgetsVotes: boolean;
}

export const HONEST: DiskLies = { saysDurableEarly: false, forgetsVotes: false };

/** What is durable of a log, as the checks look at it. */
export interface DurableLog {
  readonly hardState: HardState;
  readonly snapshot: SnapshotReference;
  readonly lastIndex: number;
  termOf(index: number): number | undefined;
}

export interface SnapshotFile<S> {
  readonly reference: SnapshotReference;
  readonly state: S;
}

const NO_SNAPSHOT: SnapshotReference = { index: 0, term: 0, data: new Uint8Array(0) };

export type WriteOutcome = 'durable' | 'no-room' | 'failed';

/** Segments of the log are removed whole: so many entries may outlive a compaction. */
const SEGMENT_ENTRIES = 8;

/** One append, or a piece of a write that may survive without what follows it. */
type Unit = readonly LogRecord[];

export class LogDisk<S> implements DurableLog {
  options: DiskOptions;
  /** While true there is room for nothing. */
  isFull = false;
  /** Durable, as all below. */
  hardState: HardState = { term: 0, vote: 0, commit: 0 };
  snapshot: SnapshotReference = NO_SNAPSHOT;
  /** Index of `entries[0]`. */
  firstIndex = 1;
  readonly entries: LogEntry[] = [];
  readonly #lies: DiskLies;
  readonly #queue: EventQueue<() => void>;
  readonly #dice: Dice;
  #files: SnapshotFile<S>[] = [];
  #unsynced: Unit[] = [];
  #isWriting = false;
  /** What is left of a write that found no room: asked for again, only this is written. */
  #foundNoRoom: Unit[] | undefined;
  /** Of a lying disk: what it said is durable, and is not. */
  #promised: Unit[][] = [];
  /** Rises when the process that used the disk dies: what it began is answered to nobody. */
  #user = 0;

  constructor(
    options: DiskOptions,
    modules: { readonly queue: EventQueue<() => void>; readonly dice: Dice; readonly lies: DiskLies },
  ) {
    this.options = options;
    this.#queue = modules.queue;
    this.#dice = modules.dice;
    this.#lies = modules.lies;
  }

  get lastIndex(): number {
    return this.firstIndex + this.entries.length - 1;
  }

  /** Term of a durable entry, or of the snapshot; undefined for what is not there. */
  termOf(index: number): number | undefined {
    if (index === this.snapshot.index) return this.snapshot.term;
    return this.entries[index - this.firstIndex]?.term;
  }

  /** The first member of a cluster, or a copy: all that is durable at once. */
  format(file: SnapshotFile<S>, hardState: HardState): void {
    this.#files.push(file);
    this.snapshot = file.reference;
    this.firstIndex = file.reference.index + 1;
    this.hardState = hardState;
  }

  /** Writes one batch, and says what became of it. */
  write(records: readonly LogRecord[], done: (outcome: WriteOutcome) => void): void {
    must(!this.#isWriting, () => 'a second write is asked for while one is in flight');
    const units = this.#foundNoRoom ?? unitsOf(records);
    this.#foundNoRoom = undefined;
    const user = this.#user;
    this.#isWriting = true;
    if (this.isFull) {
      this.#queue.plan(this.options.minWriteUs, () => {
        if (this.#user !== user) return;
        this.#isWriting = false;
        this.#foundNoRoom = this.#writeSome(units);
        done('no-room');
      });
      return;
    }
    const fails = this.#dice.chance(this.options.failRate);
    const delayUs = this.options.minWriteUs + this.#dice.exponential(this.options.meanWriteUs);
    this.#unsynced = units;
    if (this.#lies.saysDurableEarly) {
      this.#unsynced = [];
      this.#promised.push(units);
      this.#isWriting = false;
      this.#queue.plan(0, () => this.#user === user && done('durable'));
      this.#queue.plan(delayUs, () => this.#user === user && this.#keepPromise());
      return;
    }
    this.#queue.plan(delayUs, () => {
      if (this.#user !== user) return;
      this.#isWriting = false;
      if (!fails) this.#sync(units.length);
      done(fails ? 'failed' : 'durable');
    });
  }

  /** Makes a snapshot file; it counts only once a record refers to it. */
  writeSnapshot(file: SnapshotFile<S>, done: (isDurable: boolean) => void): void {
    const user = this.#user;
    this.#queue.plan(this.#dice.exponential(this.options.meanSnapshotUs), () => {
      if (this.#user !== user) return;
      if (!this.isFull) this.#files.push(file);
      done(!this.isFull);
    });
  }

  findSnapshot({ index, term }: Pick<SnapshotReference, 'index' | 'term'>): SnapshotFile<S> | undefined {
    return this.#files.find(({ reference }) => reference.index === index && reference.term === term);
  }

  readSnapshot(reference: Pick<SnapshotReference, 'index' | 'term'>): SnapshotFile<S> {
    const file = this.findSnapshot(reference);
    must(file !== undefined, () => `there is no file of snapshot ${reference.term}/${reference.index}`);
    return file;
  }

  /** Older files may go, and entries up to here: the log refers to this snapshot. */
  compact(reference: SnapshotReference): void {
    must(reference.index <= this.snapshot.index, () => 'a snapshot is kept that no record refers to');
    const keptEntries = this.#dice.below(SEGMENT_ENTRIES);
    this.#files = this.#files.filter((file) => file.reference.index >= reference.index);
    const count = Math.min(reference.index - keptEntries + 1 - this.firstIndex, this.entries.length);
    if (count <= 0) return;
    this.entries.splice(0, count);
    this.firstIndex += count;
  }

  /** The process dies: of what was not synced, some of the first appends survive. */
  crash(): void {
    this.#user++;
    this.#sync(this.#dice.below(this.#unsynced.length + 1));
    this.#unsynced = [];
    this.#isWriting = false;
    this.#foundNoRoom = undefined;
    this.#promised = [];
    // Files that no record refers to are left-overs of an interrupted write, and removed at the start.
    const { index, term } = this.snapshot;
    this.#files = this.#files.filter(({ reference }) => reference.index === index && reference.term === term);
  }

  /** The first appends of a write may find room yet; returns the rest. */
  #writeSome(units: readonly Unit[]): Unit[] {
    const count = this.#dice.below(units.length);
    for (const unit of units.slice(0, count)) for (const record of unit) this.#add(record);
    return units.slice(count);
  }

  #keepPromise(): void {
    for (const unit of this.#promised.shift() ?? []) for (const record of unit) this.#add(record);
  }

  #sync(unitCount: number): void {
    for (const unit of this.#unsynced.slice(0, unitCount)) for (const record of unit) this.#add(record);
    this.#unsynced = this.#unsynced.slice(unitCount);
  }

  #add(record: LogRecord): void {
    switch (record.kind) {
      case 'entry':
        return this.#addEntry(record);
      case 'hard-state': {
        const { term, commit } = record;
        const vote = this.#lies.forgetsVotes ? 0 : record.vote;
        this.hardState = { term, vote, commit };
        return;
      }
      case 'cut':
        return this.#cut(record.fromIndex);
      case 'snapshot':
        return this.#setSnapshot(record);
      case 'base':
        throw new Violation('a base record is the log files’ own');
    }
  }

  #addEntry(entry: LogEntry): void {
    const lastTerm = this.termOf(this.lastIndex) ?? 0;
    if (entry.index !== this.lastIndex + 1 || entry.term < lastTerm)
      throw new Violation(
        `entry ${entry.term}/${entry.index} is written after ${lastTerm}/${this.lastIndex}`,
      );
    this.entries.push(entry);
  }

  #cut(fromIndex: number): void {
    if (fromIndex > this.lastIndex) return;
    if (fromIndex <= this.snapshot.index)
      throw new Violation(`a cut at ${fromIndex}, and snapshot ${this.snapshot.index} covers it`);
    this.entries.length = Math.max(fromIndex - this.firstIndex, 0);
  }

  #setSnapshot({ index, term, data }: SnapshotReference): void {
    if (index < this.snapshot.index) throw new Violation(`snapshot ${index} after ${this.snapshot.index}`);
    const there = index <= this.lastIndex ? this.termOf(index) : undefined;
    if (there !== undefined && there !== term)
      throw new Violation(`snapshot ${term}/${index}, and the entry has term ${there}`);
    this.readSnapshot({ index, term });
    this.snapshot = { index, term, data };
    if (index <= this.lastIndex) return;
    this.entries.length = 0;
    this.firstIndex = index + 1;
  }
}

/** The appends that a write is made of; what replaces entries begins in the append that cuts them off. */
function unitsOf(records: readonly LogRecord[]): Unit[] {
  const units: LogRecord[][] = [];
  let unit: LogRecord[] | undefined;
  for (const record of records) {
    if (unit === undefined) {
      unit = [];
      units.push(unit);
    }
    unit.push(record);
    const mustStay = record.kind === 'cut' || record.kind === 'hard-state';
    if (!mustStay) unit = undefined;
  }
  return units;
}
