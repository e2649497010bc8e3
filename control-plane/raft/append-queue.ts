/**
 * What the core wants stored, from its request to its responses. Owns what goes into the log, in which order,
 * and when nothing need be written at all; whether and when it is written is the node's business.
 *
 * Promises: one batch at a time; responses of a batch only after all of it is durable, and of a request that
 * needs no writing only after those before it. A commit index alone is not worth a sync: it goes with the next.
 */
import { recordOfEntry } from './entry-codec.js';
import { invariant } from './log-errors.js';
import { type HardState, type LogRecord, recordLengthBytes, type SnapshotReference } from './record.js';
import type { Entry, Message, Snapshot } from './rules/types.js';

/** How far the commit index in the log may lag: a member that starts applies so many entries a little later. */
const COMMIT_LAG_ENTRIES = 256;
const NO_DATA = new Uint8Array(0);

/** One request and what its records amount to once they are durable. */
export interface Append {
  readonly records: readonly LogRecord[];
  readonly hardState: HardState | undefined;
  readonly entries: readonly Entry[];
  /** Somebody else's snapshot, to be restored before the responses. */
  readonly installed: SnapshotReference | undefined;
  readonly snapshot: Snapshot | undefined;
  /** A snapshot of the log's own entries. */
  readonly recorded: SnapshotReference | undefined;
  readonly responses: readonly Message[];
}

const NOTHING: Append = {
  records: [],
  hardState: undefined,
  entries: [],
  installed: undefined,
  snapshot: undefined,
  recorded: undefined,
  responses: [],
};

export interface LogEnd {
  readonly lastIndex: number;
  readonly snapshotIndex: number;
  readonly hardState: HardState;
}

export class AppendQueue {
  #waiting: Append[] = [];
  #waitingBytes = 0;
  #inFlight: readonly Append[] = [];
  /** The log as it will be once everything here is written. */
  #lastIndex: number;
  #snapshotIndex: number;
  #hardState: HardState;
  #writtenCommit: number;
  /** The last change of the members, or an entry after it. */
  #changeIndex: number;

  constructor(end: LogEnd) {
    this.#lastIndex = end.lastIndex;
    this.#snapshotIndex = end.snapshotIndex;
    this.#hardState = end.hardState;
    this.#writtenCommit = end.hardState.commit;
    this.#changeIndex = end.lastIndex;
  }

  get isWriting(): boolean {
    return this.#inFlight.length > 0;
  }

  get lastIndex(): number {
    return this.#lastIndex;
  }

  /** What the next batch takes in the log. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** A StorageAppend of the core. */
  add(message: Message): void {
    const records: LogRecord[] = [];
    const hardState = this.#changedHardState(message);
    const isVote = hardState !== undefined && !sameVote(hardState, this.#hardState);
    if (hardState !== undefined) this.#hardState = hardState;
    const installed = message.snapshot === undefined ? undefined : referenceOf(message.snapshot);
    const isCommitOld = this.#hardState.commit - this.#writtenCommit >= COMMIT_LAG_ENTRIES;
    // Who has the next change of the members must know on waking that the one before it is in force: with older
    // voters it might elect itself while the others do without it.
    const isChange = message.entries.some(({ type }) => type !== 'normal');
    // And who voted for it must know on waking that it is in force: those who were there before may all be gone.
    const isChanged = this.#writtenCommit < this.#changeIndex && this.#hardState.commit >= this.#changeIndex;
    const isDue = isVote || isChange || isChanged || installed !== undefined;
    if (isDue || (isCommitOld && message.entries.length > 0)) {
      this.#writtenCommit = this.#hardState.commit;
      records.push({ kind: 'hard-state', ...this.#hardState });
    }
    if (installed !== undefined) this.#install(installed, records);
    this.#append(message.entries, records);
    if (isChange) this.#changeIndex = this.#lastIndex;
    const { entries, snapshot, responses } = message;
    this.#push({ ...NOTHING, records, hardState, entries, snapshot, installed, responses });
  }

  /** A snapshot of the log's own entries, whose file is durable; false if a newer one is known already. */
  addSnapshot(reference: SnapshotReference, snapshot: Snapshot): boolean {
    if (reference.index <= this.#snapshotIndex) return false;
    this.#snapshotIndex = reference.index;
    const records: LogRecord[] = [{ kind: 'snapshot', ...reference }];
    this.#push({ ...NOTHING, records, snapshot, recorded: reference });
    return true;
  }

  /** Requests without records at the head of the queue: done as soon as all before them are. */
  takeDone(): Append[] {
    if (this.isWriting) return [];
    const first = this.#waiting.findIndex(({ records }) => records.length > 0);
    return this.#waiting.splice(0, first === -1 ? this.#waiting.length : first);
  }

  /** All that waits, as one batch; none if there is nothing to write. */
  takeBatch(): readonly LogRecord[] {
    invariant(!this.isWriting, 'a second batch while one is in flight');
    const [first] = this.#waiting;
    const records =
      this.#waiting.length === 1 && first !== undefined
        ? first.records
        : this.#waiting.flatMap((append) => append.records);
    if (records.length === 0) return [];
    this.#inFlight = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return records;
  }

  /** The batch that is in flight, to be written once more. */
  batchInFlight(): LogRecord[] {
    return this.#inFlight.flatMap((append) => append.records);
  }

  /** The batch is durable: its requests, in order. */
  takeWritten(): readonly Append[] {
    const written = this.#inFlight;
    this.#inFlight = [];
    return written;
  }

  #push(append: Append): void {
    this.#waiting.push(append);
    for (const record of append.records) this.#waitingBytes += recordLengthBytes(record);
  }

  #changedHardState({ term, vote, commit }: Message): HardState | undefined {
    return term === 0 && vote === 0 && commit === 0 ? undefined : { term, vote, commit };
  }

  #install(reference: SnapshotReference, records: LogRecord[]): void {
    records.push({ kind: 'cut', fromIndex: this.#snapshotIndex + 1 }, { kind: 'snapshot', ...reference });
    this.#snapshotIndex = reference.index;
    this.#lastIndex = reference.index;
  }

  #append(entries: readonly Entry[], records: LogRecord[]): void {
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) return;
    if (first.index <= this.#lastIndex) records.push({ kind: 'cut', fromIndex: first.index });
    for (const entry of entries) records.push(recordOfEntry(entry));
    this.#lastIndex = last.index;
  }
}

const sameVote = (one: HardState, other: HardState): boolean =>
  one.term === other.term && one.vote === other.vote;

export function referenceOf({ data, metadata }: Snapshot): SnapshotReference {
  return { index: metadata.index, term: metadata.term, data: data ?? NO_DATA };
}
