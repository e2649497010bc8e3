/**
 * Barriers from the call to their answer: all of one moment share one question to the cluster, whose answer says
 * up to which index this member must have applied. Owns their markers, which no earlier life of this member
 * has used: a late answer to an old question proves nothing about a new one.
 */
import { readU64, writeU64 } from './record.js';
import type { Outcome, Settle } from './node-effects.js';
import type { ReadState } from './rules/types.js';

interface Question {
  readonly number: number;
  readonly askedTick: number;
  readonly settles: readonly Settle[];
}

interface Answered {
  readonly index: number;
  readonly askedTick: number;
  readonly settles: readonly Settle[];
}

const MARKER_BYTES = 16;

export class ReadQueue {
  /** Drawn anew at each start. */
  readonly #incarnation: number;
  #count = 0;
  #waiting: Settle[] = [];
  #asked: Question[] = [];
  #answered: Answered[] = [];

  constructor(incarnation: number) {
    this.#incarnation = incarnation;
  }

  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  add(settle: Settle): void {
    this.#waiting.push(settle);
  }

  /** The marker of a question for all that wait. */
  ask(tick: number): Uint8Array {
    this.#count += 1;
    this.#asked.push({ number: this.#count, askedTick: tick, settles: this.#waiting });
    this.#waiting = [];
    const marker = Buffer.alloc(MARKER_BYTES);
    writeU64(marker, this.#incarnation, 0);
    writeU64(marker, this.#count, 8);
    return marker;
  }

  /** An answer also answers what was asked before it: a later index covers all that an earlier one does. */
  answer({ index, context }: ReadState): void {
    const marker = Buffer.from(context.buffer, context.byteOffset, context.length);
    if (marker.length !== MARKER_BYTES || readU64(marker, 0) !== this.#incarnation) return;
    const number = readU64(marker, 8);
    const covered = this.#asked.filter((question) => question.number <= number);
    if (covered.length === 0) return;
    this.#asked = this.#asked.filter((question) => question.number > number);
    const askedTick = Math.max(...covered.map((question) => question.askedTick));
    this.#answered.push({ index, askedTick, settles: covered.flatMap((question) => question.settles) });
  }

  applied(appliedIndex: number): void {
    if (this.#answered.length === 0) return;
    const done = this.#answered.filter(({ index }) => index <= appliedIndex);
    if (done.length === 0) return;
    this.#answered = this.#answered.filter(({ index }) => index > appliedIndex);
    for (const { settles } of done)
      for (const settle of settles) settle({ kind: 'applied', index: appliedIndex });
  }

  /** What was asked before this tick ends: unanswered, or answered with what did not come here since. */
  expire(beforeTick: number, outcome: Outcome): void {
    const isOld = ({ askedTick }: { readonly askedTick: number }): boolean => askedTick < beforeTick;
    const expired = [...this.#asked.filter(isOld), ...this.#answered.filter(isOld)];
    if (expired.length === 0) return;
    this.#asked = this.#asked.filter((question) => !isOld(question));
    this.#answered = this.#answered.filter((answered) => !isOld(answered));
    for (const { settles } of expired) for (const settle of settles) settle(outcome);
  }

  /** Nobody answers any more. What was answered is only waiting to be applied here, and goes on. */
  settleUnanswered(outcome: Outcome): void {
    const open = [...this.#asked.flatMap(({ settles }) => settles), ...this.#waiting];
    this.#asked = [];
    this.#waiting = [];
    for (const settle of open) settle(outcome);
  }

  settleAll(cause: unknown): void {
    const answered = this.#answered.flatMap(({ settles }) => settles);
    this.#answered = [];
    this.settleUnanswered({ kind: 'stopped', cause });
    for (const settle of answered) settle({ kind: 'stopped', cause });
  }
}
