/**
 * A RawNode with its log in memory, driven as an application does: everything a Ready asks for is done at once, and
 * what was applied is kept. For tests that look at the node from outside.
 */
import type { RaftOptions } from 'raft-ts/rules/config.js';
import { confChangeOf } from 'raft-ts/rules/confchange/codec.js';
import { MemoryStorage } from 'raft-ts/rules/log/memory-storage.js';
import { RawNode } from 'raft-ts/rules/raw-node.js';
import type { ConfState, Entry, Message, Ready } from 'raft-ts/rules/types.js';
import { seededRandom, storageWith } from './raft-network.js';

const MOST_ROUNDS = 1000;

export interface DriverOptions extends Partial<RaftOptions> {
  readonly confState?: Partial<ConfState>;
}

export class RaftDriver {
  readonly node: RawNode;
  readonly storage: MemoryStorage;
  readonly applied: Entry[] = [];
  /** After each change that was applied. */
  readonly confStates: ConfState[] = [];
  readonly sent: Message[] = [];

  constructor(id: number, options: DriverOptions = {}) {
    const { confState = { voters: [1] }, storage = storageWith(confState), ...config } = options;
    if (!(storage instanceof MemoryStorage)) throw new Error('a driver keeps its log in memory');
    this.storage = storage;
    this.node = new RawNode({
      id,
      electionTick: 10,
      heartbeatTick: 1,
      maxInflightMsgs: 256,
      random: seededRandom(id),
      ...config,
      storage,
    });
  }

  /** Does all there is to do, until there is no more. Gives the Readys. */
  work(): readonly Ready[] {
    const readies: Ready[] = [];
    while (this.node.hasReady()) {
      if (readies.length > MOST_ROUNDS) throw new Error('the node does not come to rest');
      readies.push(this.workOnce());
    }
    return readies;
  }

  workOnce(): Ready {
    const ready = this.node.ready();
    if (ready.hardState !== undefined) this.storage.setHardState(ready.hardState);
    if (ready.snapshot !== undefined) this.storage.applySnapshot(ready.snapshot);
    this.storage.append(ready.entries);
    this.sent.push(...ready.messages);
    this.apply(ready.committedEntries);
    this.node.advance();
    return ready;
  }

  apply(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.applied.push(entry);
      const change = confChangeOf(entry);
      if (change !== undefined) this.confStates.push(this.node.applyConfChange(change));
    }
  }

  /** Of a member that is the only voter. */
  elect(): void {
    this.node.campaign();
    this.work();
    if (this.node.raft.role !== 'leader') throw new Error('it was not elected');
  }

  get appliedTexts(): readonly string[] {
    return this.applied
      .filter(({ type, data }) => type === 'normal' && data !== undefined)
      .map(({ data }) => Buffer.from(data ?? []).toString());
  }
}
