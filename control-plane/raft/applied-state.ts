/**
 * The applied end of the log: hands committed entries to the state machine in slices, puts changes of the members
 * into force, and knows when a snapshot is due. Owns what this node has applied: index, term, members.
 */
import { invariant } from './log-errors.js';
import {
  changedMembership,
  decodeSnapshotMembers,
  encodeSnapshotMembers,
  type Membership,
} from './membership.js';
import type { NodeEffects, NodeStart } from './node-effects.js';
import type { NodeStorage } from './node-storage.js';
import { OwnVote } from './own-vote.js';
import type { SnapshotReference } from './record.js';
import { confChangeOf } from './rules/confchange/codec.js';
import type { RawNode } from './rules/raw-node.js';
import type { ConfState, Entry, Message, Snapshot } from './rules/types.js';

export interface AppliedModules {
  readonly raw: RawNode;
  readonly storage: NodeStorage;
  readonly effects: Pick<NodeEffects, 'apply'>;
  readonly onApplied: (entry: Entry) => void;
}

/** So many in one turn; the core bounds their bytes. */
const SLICE_ENTRIES = 512;

export class AppliedState {
  readonly #modules: AppliedModules;
  readonly ownVote: OwnVote;
  index: number;
  term: number;
  confState: ConfState;
  membership: Membership;
  /** Since this was last looked at; whoever looks sets it back. */
  haveMembersChanged = false;
  entriesSinceSnapshot = 0;
  bytesSinceSnapshot = 0;
  /** StorageApply messages, the first one applied up to `#at`. */
  #queue: Message[] = [];
  #at = 0;

  constructor(start: NodeStart, modules: AppliedModules) {
    this.#modules = modules;
    this.ownVote = new OwnVote(modules.raw.raft.id, start.entries);
    const { index, term, confState } = start.snapshot.metadata;
    this.index = index;
    this.term = term;
    this.confState = confState;
    this.membership = start.membership;
  }

  get isIdle(): boolean {
    return this.#queue.length === 0;
  }

  /** A StorageApply of the core. */
  add(message: Message): void {
    this.#queue.push(message);
  }

  /** Applies the next slice; false if there was nothing to apply. */
  applySlice(): boolean {
    let left = SLICE_ENTRIES;
    while (left > 0) {
      const message = this.#queue[0];
      if (message === undefined) break;
      const entry = message.entries[this.#at];
      if (entry === undefined) {
        this.#queue.shift();
        this.#at = 0;
        for (const response of message.responses) this.#modules.raw.step(response);
        continue;
      }
      this.#apply(entry);
      this.#at++;
      left--;
    }
    return left < SLICE_ENTRIES;
  }

  /** The state machine was restored from this snapshot. */
  restored(snapshot: Snapshot): void {
    const { index, term, confState } = snapshot.metadata;
    invariant(this.isIdle, 'a snapshot was restored while entries were being applied');
    this.index = index;
    this.term = term;
    this.confState = confState;
    if (snapshot.data !== undefined) this.membership = decodeSnapshotMembers(snapshot.data).membership;
    this.haveMembersChanged = true;
    this.beginSnapshot();
  }

  /** A snapshot is taken of this very moment: the count begins anew. */
  beginSnapshot(): SnapshotReference {
    this.entriesSinceSnapshot = 0;
    this.bytesSinceSnapshot = 0;
    const { index, term, confState, membership } = this;
    return { index, term, data: encodeSnapshotMembers({ confState, membership }) };
  }

  #apply(entry: Entry): void {
    invariant(entry.index === this.index + 1, `entry ${entry.index} is applied after ${this.index}`);
    const { raw, storage, effects, onApplied } = this.#modules;
    if (entry.type !== 'normal') {
      const change = confChangeOf(entry);
      if (change !== undefined) {
        this.confState = raw.applyConfChange(change);
        this.membership = changedMembership(this.membership, change, this.confState);
        storage.setConfState(this.confState);
        this.haveMembersChanged = true;
      }
    } else if (entry.data !== undefined) {
      effects.apply(entry.index, entry.data);
    }
    this.index = entry.index;
    this.term = entry.term;
    this.entriesSinceSnapshot++;
    this.bytesSinceSnapshot += entry.data?.length ?? 0;
    onApplied(entry);
  }
}
