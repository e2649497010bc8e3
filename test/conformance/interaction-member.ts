/**
 * One member of a recorded interaction: the core, a log in memory, the storage work it has handed out, and the
 * state machine, which appends every payload to one text and keeps a snapshot of each of its states.
 */
import { confChangeOf } from 'raft-ts/rules/confchange/codec.js';
import { MemoryStorage } from 'raft-ts/rules/log/memory-storage.js';
import { storageRefusalText } from 'raft-ts/rules/log/storage.js';
import type { RawNode } from 'raft-ts/rules/raw-node.js';
import type { ConfState, Entry, HardState, Message, Snapshot } from 'raft-ts/rules/types.js';
import { isEmptyHardState, isEmptySnapshot } from './describe.js';

export interface MemberTicks {
  readonly election: number;
  readonly heartbeat: number;
}

/** Gives the newest state of the state machine whenever a snapshot is wanted. */
export class HistoryStorage extends MemoryStorage {
  readonly history: Snapshot[];

  constructor(first: Snapshot) {
    super();
    this.history = [first];
  }

  override snapshot(): Snapshot {
    const newest = this.history.at(-1);
    if (newest === undefined) throw new Error('a history begins with a snapshot');
    return newest;
  }
}

export class InteractionMember {
  readonly id: number;
  readonly node: RawNode;
  readonly storage: HistoryStorage;
  readonly ticks: MemberTicks;
  readonly isAsync: boolean;
  readonly appendWork: Message[] = [];
  readonly applyWork: Message[] = [];

  constructor(parts: Pick<InteractionMember, 'id' | 'node' | 'storage' | 'ticks' | 'isAsync'>) {
    this.id = parts.id;
    this.node = parts.node;
    this.storage = parts.storage;
    this.ticks = parts.ticks;
    this.isAsync = parts.isAsync;
  }

  /** Writes what a Ready or an append thread asks for; the error of the storage, if it refuses. */
  persist(
    hardState: HardState | undefined,
    entries: readonly Entry[],
    snapshot: Snapshot | undefined,
  ): string | undefined {
    if (hardState !== undefined && !isEmptyHardState(hardState)) this.storage.setHardState(hardState);
    if (snapshot !== undefined && !isEmptySnapshot(snapshot)) {
      if (entries.length > 0) return "can't apply snapshot and entries at the same time";
      const refusal = this.storage.applySnapshot(snapshot);
      return refusal === undefined ? undefined : storageRefusalText(refusal);
    }
    this.storage.append(entries);
    return undefined;
  }

  apply(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const change = confChangeOf(entry);
      const confState = change === undefined ? undefined : this.node.applyConfChange(change);
      const payload = change === undefined ? entry.data : change.context;
      this.#remember(entry, payload, confState);
    }
  }

  #remember(entry: Entry, payload: Uint8Array | undefined, confState: ConfState | undefined): void {
    const before = this.storage.snapshot();
    this.storage.history.push({
      data: Buffer.concat([before.data ?? new Uint8Array(), payload ?? new Uint8Array()]),
      metadata: {
        index: entry.index,
        term: entry.term,
        confState: confState ?? before.metadata.confState,
      },
    });
  }
}
