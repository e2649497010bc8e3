/**
 * All entries that ever stood in any member's log, and which of them were committed: the memory of a run against
 * which every member is held. An entry is known by its index and term; with it goes a hash of all that stood
 * before it, so that two logs that agree on one entry are seen to agree on all before.
 */
import type { Entry } from 'raft-ts/rules/types.js';
import { must } from './violation.js';

interface Known {
  readonly hash: number;
  readonly entry: Entry;
}

/** Terms and indexes of a run stay below this. */
const MOST = 2 ** 24;
const keyOf = (index: number, term: number): number => index * MOST + term;
const TYPE_NUMBER = { normal: 1, 'conf-change': 2, 'conf-change-v2': 3 } as const;

function hashOf(previous: number, entry: Entry): number {
  let hash = Math.imul(previous ^ entry.term, 0x01000193);
  hash = Math.imul(hash ^ TYPE_NUMBER[entry.type], 0x85ebca6b);
  const { data } = entry;
  if (data === undefined) return hash ^ (hash >>> 15);
  for (let at = 0; at < data.length; at++) hash = Math.imul(hash ^ (data[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

interface Committed {
  readonly term: number;
  /** The term of the leader that committed it. */
  readonly inTerm: number;
}

export class LogBook {
  readonly #known = new Map<number, Known>();
  /** The entry with index n stands at n - 1 - `#startIndex`. */
  readonly #committed: Committed[] = [];
  readonly #leaderByTerm = new Map<number, number>();
  readonly #startIndex: number;
  readonly #startTerm: number;

  /** A run begins with all members having the same snapshot of this index. */
  constructor(start: { readonly index: number; readonly term: number }) {
    this.#startIndex = start.index;
    this.#startTerm = start.term;
  }

  get lastCommitted(): number {
    return this.#startIndex + this.#committed.length;
  }

  /** Notes an entry that stands in somebody's log behind another; both may have been seen before. */
  saw(entry: Entry, previousTerm: number, memberId: number): void {
    const { index, term } = entry;
    const hash = hashOf(this.#hashAt(index - 1, previousTerm), entry);
    const key = keyOf(index, term);
    const known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, { hash, entry });
    else
      must(known.hash === hash, () => `log matching: at ${term}/${index} member ${memberId} has another log`);
  }

  #hashAt(index: number, term: number): number {
    if (index <= this.#startIndex) return this.#startIndex;
    const known = this.#known.get(keyOf(index, term));
    must(known !== undefined, () => `an entry ${term}/${index} that no log ever held is followed by another`);
    return known.hash;
  }

  entryAt(index: number): Entry | undefined {
    return this.#known.get(keyOf(index, this.committedTerm(index) ?? 0))?.entry;
  }

  /** Term of a committed entry. */
  committedTerm(index: number): number | undefined {
    if (index === this.#startIndex) return this.#startTerm;
    return this.#committed[index - this.#startIndex - 1]?.term;
  }

  /** A member holds this entry for committed; true if it is the first to do so. */
  commits(index: number, term: number, by: { readonly id: number; readonly term: number }): boolean {
    const known = this.committedTerm(index);
    if (known !== undefined) {
      must(
        known === term,
        () =>
          `committed entry ${index} has term ${known}, and member ${by.id} commits another of term ${term}`,
      );
      return false;
    }
    must(
      index === this.lastCommitted + 1,
      () => `member ${by.id} commits ${index} after ${this.lastCommitted}`,
    );
    this.#committed.push({ term, inTerm: by.term });
    return true;
  }

  leads(term: number, id: number): void {
    const leader = this.#leaderByTerm.get(term);
    if (leader === undefined) this.#leaderByTerm.set(term, id);
    else must(leader === id, () => `members ${leader} and ${id} both lead in term ${term}`);
  }

  /** The last entry that was committed in an earlier term than this; every leader of the term has it. */
  lastCommittedBefore(term: number): { readonly index: number; readonly term: number } {
    for (let at = this.#committed.length - 1; at >= 0; at--) {
      const entry = this.#committed[at];
      if (entry !== undefined && entry.inTerm < term)
        return { index: this.#startIndex + at + 1, term: entry.term };
    }
    return { index: this.#startIndex, term: this.#startTerm };
  }
}
