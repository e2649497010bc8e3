/**
 * The node's dealings with its log: one write in flight, its responses when it is durable, and what to do when the
 * disk has no room. Owns the order of these; what is written is append-queue.ts's.
 *
 * Somebody else's snapshot is first durable in the log, then restored, and only then are the responses given: what
 * this node says it has, it has applied or can.
 */
import { type Append, AppendQueue, type LogEnd, referenceOf } from './append-queue.js';
import type { AppliedState } from './applied-state.js';
import { BackOff } from './back-off.js';
import { invariant } from './log-errors.js';
import { decodeSnapshotMembers } from './membership.js';
import type { NodeEffects, RaftNodeOptions } from './node-effects.js';
import type { NodeStorage } from './node-storage.js';
import type { SnapshotReference } from './record.js';
import type { Message } from './rules/types.js';

export interface StorageWorkModules {
  readonly effects: NodeEffects;
  readonly storage: NodeStorage;
  readonly applied: AppliedState;
  /** Where responses go: back to the core, or out. */
  readonly deliver: (response: Message) => void;
  /** Up to here a snapshot of this index may take the place of entries. */
  readonly neededIndex: (snapshotIndex: number) => number;
}

export type SnapshotLimits = Pick<RaftNodeOptions, 'snapshotAfterEntries' | 'snapshotAfterBytes'>;

export class StorageWork {
  readonly #modules: StorageWorkModules;
  readonly #queue: AppendQueue;
  /** Durable and not answered yet: in order, one after the other. */
  #written: Append[] = [];
  #isRestoring = false;
  #isMakingRoom = false;
  #isSnapshotting = false;
  /** Why the write in flight is not in the log: it found no room on the disk. */
  noRoomCause: unknown;
  readonly #snapshotBackOff: BackOff;
  #isWritingAgain = false;

  /** After a snapshot that failed, the next one is taken so many ticks later, or more. */
  constructor(end: LogEnd & { readonly backOffTicks: number }, modules: StorageWorkModules) {
    this.#queue = new AppendQueue(end);
    this.#snapshotBackOff = new BackOff(end.backOffTicks);
    this.#modules = modules;
  }

  /** A StorageAppend of the core. */
  add(message: Message): void {
    this.#modules.applied.ownVote.appended(message.entries);
    this.#queue.add(message);
  }

  /** Answers what needs no writing and waits for nothing that does. */
  answerIdle(): void {
    if (this.#written.length > 0) return;
    for (const append of this.#queue.takeDone()) this.#answer(append);
  }

  /** Begins to write what waits, unless a write is in flight. */
  begin(): void {
    if (this.#queue.isWriting || this.#written.length > 0) return;
    const records = this.#queue.takeBatch();
    if (records.length > 0) this.#modules.effects.write(records);
  }

  get isFull(): boolean {
    return this.noRoomCause !== undefined;
  }

  written(): void {
    this.noRoomCause = undefined;
    this.#isWritingAgain = false;
    this.#written.push(...this.#queue.takeWritten());
  }

  /** The write found no room. */
  foundNoRoom(cause: unknown): void {
    this.noRoomCause = cause;
    this.#isWritingAgain = false;
  }

  writeAgain(): void {
    if (this.#isWritingAgain) return;
    this.#isWritingAgain = true;
    this.#modules.effects.write(this.#queue.batchInFlight());
  }

  /** Answers what is durable. A snapshot waits for the entries before it to be applied, then to be restored. */
  answer(): void {
    for (;;) {
      const append = this.#written[0];
      if (append === undefined || this.#isRestoring) return;
      if (append.installed !== undefined) {
        if (!this.#modules.applied.isIdle) return;
        this.#isRestoring = true;
        this.#modules.effects.restore(append.installed);
        return;
      }
      this.#written.shift();
      this.#answer(append);
    }
  }

  /** The state machine has the state of the snapshot that was to be restored. */
  restored(): void {
    const append = this.#written.shift();
    invariant(this.#isRestoring && append?.snapshot !== undefined, 'no snapshot was being restored');
    this.#isRestoring = false;
    const { storage, applied, effects } = this.#modules;
    storage.install(append.snapshot);
    applied.restored(append.snapshot);
    effects.snapshotRecorded(referenceOf(append.snapshot));
    this.#answer(append);
  }

  /** Whether so many bytes more surely find room; if not, room is being made, and a turn follows. */
  hasRoomFor(lengthBytes: number): boolean {
    return this.#modules.effects.hasRoomFor(this.#queue.waitingBytes + lengthBytes);
  }

  makeRoom(): void {
    // What is in flight may take the room that is being made: it is looked at again when that is durable.
    if (this.#isMakingRoom || this.#queue.isWriting) return;
    this.#isMakingRoom = true;
    this.#modules.effects.makeRoom();
  }

  roomAnswered(): void {
    this.#isMakingRoom = false;
  }

  /** Takes a snapshot of what is applied now, if one is due or somebody needs one. */
  takeSnapshotIfDue(limits: SnapshotLimits, tick: number): void {
    const { applied, storage, effects } = this.#modules;
    if (!this.#snapshotBackOff.isOver(tick)) return;
    if (this.#isSnapshotting || this.#isRestoring || applied.index <= storage.snapshotIndex) return;
    const isDue =
      applied.entriesSinceSnapshot >= limits.snapshotAfterEntries ||
      applied.bytesSinceSnapshot >= limits.snapshotAfterBytes;
    if (!isDue && !storage.isSnapshotWanted) return;
    this.#isSnapshotting = true;
    storage.isSnapshotWanted = false;
    effects.takeSnapshot(applied.beginSnapshot());
  }

  /** Its file is durable under its name, or there is none. */
  snapshotEnded(taken: SnapshotReference | undefined, tick: number): void {
    this.#isSnapshotting = false;
    if (taken === undefined) return this.#snapshotBackOff.failed(tick);
    this.#snapshotBackOff.succeeded();
    const { index, term, data } = taken;
    const { confState } = decodeSnapshotMembers(data);
    this.#queue.addSnapshot(taken, { data, metadata: { index, term, confState } });
  }

  #answer(append: Append): void {
    const { storage, effects, deliver, neededIndex } = this.#modules;
    if (append.hardState !== undefined) storage.setHardState(append.hardState);
    if (append.entries.length > 0) storage.append(append.entries);
    if (append.recorded !== undefined && append.snapshot !== undefined) {
      storage.recordSnapshot(append.snapshot, neededIndex(append.recorded.index));
      effects.snapshotRecorded(append.recorded);
    }
    for (const response of append.responses) deliver(response);
  }
}
