/**
 * Whether a change of the members that may take this member's own vote stands in its log and is not applied yet.
 * A leader proposes nothing behind such a change: with a longer log than the others it would refuse them its vote,
 * which they may need for as long as they do not know that the change is in force.
 */
import { hasVote } from './membership.js';
import { confChangeOf } from './rules/confchange/codec.js';
import type { ConfState, Entry } from './rules/types.js';

export class OwnVote {
  readonly #id: number;
  /** Where the newest such change stands; 0 if there is none. */
  #changeIndex = 0;

  constructor(id: number, entries: readonly Entry[]) {
    this.#id = id;
    this.appended(entries);
  }

  /** These stand in the log now, in place of what stood there from the first one's index on. */
  appended(entries: readonly Entry[]): void {
    const [first] = entries;
    if (first !== undefined && first.index <= this.#changeIndex) this.#changeIndex = 0;
    for (const entry of entries) if (this.#mayTakeIt(entry)) this.#changeIndex = entry.index;
  }

  /** Such a change is on its way: until it is in force or overwritten nothing is to follow it. */
  isAtStake(appliedIndex: number): boolean {
    return this.#changeIndex > appliedIndex;
  }

  /** Whether a leader may propose. One that goes with the old half of a joint configuration may propose its end. */
  isHeld(confState: ConfState, isChange: boolean): boolean {
    return hasVote(confState, this.#id) || (isChange && confState.votersOutgoing.length > 0);
  }

  #mayTakeIt(entry: Entry): boolean {
    if (entry.type === 'normal') return false;
    const change = confChangeOf(entry);
    if (change === undefined) return false;
    const changes = change.version === 1 ? [change] : change.changes;
    // None at all: a joint configuration is left, and those go that were voters only before it.
    if (changes.length === 0) return true;
    return changes.some(
      ({ type, nodeId }) => nodeId === this.#id && type !== 'add-node' && type !== 'update-node',
    );
  }
}
