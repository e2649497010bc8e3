/**
 * Proposals from the call to their outcome: those that wait to be handed to the core, and those that have a
 * place in the log. Owns which of them gets which outcome, and that each gets exactly one.
 */
import { RECORD_HEADER_BYTES } from './record.js';
import type { Outcome, Settle } from './node-effects.js';
import { type Entry, type EntryType, makeEntry } from './rules/types.js';

/** So much is encoded and handed on in one turn. */
const TURN_BYTES = 1024 * 1024;
const TURN_PROPOSALS = 2048;

interface Proposal {
  readonly type: EntryType;
  readonly data: Uint8Array;
  readonly settle: Settle;
  /** Of its place in the log; 0 while it waits. */
  index: number;
  term: number;
}

export class ProposalQueue {
  #waiting: Proposal[] = [];
  /** What those take in the log. */
  #waitingBytes = 0;
  /** In ascending order of indexes, from `#head` on. */
  #placed: Proposal[] = [];
  #head = 0;

  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  get isChangeNext(): boolean {
    return this.#waiting[0] !== undefined && this.#waiting[0].type !== 'normal';
  }

  add(type: EntryType, data: Uint8Array, settle: Settle): void {
    this.#waiting.push({ type, data, settle, index: 0, term: 0 });
    this.#waitingBytes += RECORD_HEADER_BYTES + data.length;
  }

  /**
   * How many of those that wait find room and make a turn of bearable length; none if the first has no room. A change
   * of the members is the last of them: it may be that nothing must follow it.
   */
  countWithin(hasRoomFor: (lengthBytes: number) => boolean): number {
    const isShort = this.#waitingBytes <= TURN_BYTES && this.#waiting.length <= TURN_PROPOSALS;
    const isPlain = isShort && this.#waiting.every(({ type }) => type === 'normal');
    if (isPlain && hasRoomFor(this.#waitingBytes)) return this.#waiting.length;
    const isRoomForAll = hasRoomFor(TURN_BYTES);
    let [count, lengthBytes] = [0, 0];
    for (const { type, data } of this.#waiting) {
      lengthBytes += RECORD_HEADER_BYTES + data.length;
      if ((lengthBytes > TURN_BYTES && count > 0) || count === TURN_PROPOSALS) break;
      if (!(isRoomForAll && lengthBytes <= TURN_BYTES) && !hasRoomFor(lengthBytes)) break;
      count++;
      if (type !== 'normal') break;
    }
    return count;
  }

  /** The first so many as entries for the core, in order. */
  entries(count: number): Entry[] {
    return this.#waiting.slice(0, count).map(({ type, data }) => makeEntry({ type, data }));
  }

  /** The core took them: they stand in the log from this index on. */
  place(count: number, first: { readonly index: number; readonly term: number }): void {
    const placed = count === this.#waiting.length ? this.#waiting : this.#waiting.slice(0, count);
    this.#waiting = count === this.#waiting.length ? [] : this.#waiting.slice(count);
    let { index } = first;
    for (const proposal of placed) {
      proposal.index = index++;
      proposal.term = first.term;
      this.#waitingBytes -= RECORD_HEADER_BYTES + proposal.data.length;
      this.#placed.push(proposal);
    }
  }

  settleWaiting(outcome: Outcome): void {
    this.#waitingBytes = 0;
    for (const { settle } of this.#waiting.splice(0)) settle(outcome);
  }

  /** An entry was applied: whoever proposed it hears of it. */
  applied(entry: Entry): void {
    for (;;) {
      const first = this.#placed[this.#head];
      if (first === undefined || first.index > entry.index) return;
      this.#head++;
      if (this.#head > 1024 && this.#head * 2 > this.#placed.length) {
        this.#placed = this.#placed.slice(this.#head);
        this.#head = 0;
      }
      first.settle(outcomeOf(first, entry));
    }
  }

  /** Leadership is lost: what is not known to be committed may yet be, or not. */
  settleUncommitted(commit: number, cause: unknown): void {
    const kept = this.#placed.slice(this.#head).filter(({ index }) => index <= commit);
    const lost = this.#placed.slice(this.#head).filter(({ index }) => index > commit);
    this.#placed = kept;
    this.#head = 0;
    for (const { settle } of lost) settle({ kind: 'unknown', cause });
  }

  /** The end: nothing was done for those that wait, the others are open. */
  settleAll(cause: unknown): void {
    this.settleWaiting({ kind: 'stopped', cause });
    this.settleUncommitted(-1, cause);
  }
}

function outcomeOf(proposal: Proposal, entry: Entry): Outcome {
  const isItsPlace = proposal.index === entry.index && proposal.term === entry.term;
  // Something else stands there, or a snapshot covers it: it was overwritten, or nobody can tell.
  if (!isItsPlace) return { kind: 'unknown', cause: undefined };
  if (proposal.type !== 'normal' && entry.type === 'normal') return { kind: 'refused' };
  return { kind: 'applied', index: entry.index };
}
