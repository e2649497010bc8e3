/**
 * How old the state of a member may be: the time since the last moment of which it knows that it had, or has by
 * now, all that its leader knew to be committed. A rule over what leaders say; takes the time as an argument.
 *
 * After a time in which this process stood still nothing counts for a while that is heard: it may have been said long
 * ago, and have waited for it to go on.
 */
import type { Message } from './rules/types.js';

export class Freshness {
  readonly #stallMs: number;
  /** It was seen at work at this time last. */
  #awakeAtMs: number | undefined;
  #countsFromMs = Number.NEGATIVE_INFINITY;
  /** The state is at least as new as what was committed at this time. */
  #freshAtMs = Number.NEGATIVE_INFINITY;
  /** What a leader said, and is not applied yet. */
  #told: { readonly atMs: number; readonly commit: number } | undefined;
  /** A heartbeat's commit index is cut to what this member has: only appends say how far the others are. */
  #highestCommit = 0;

  /** Who does nothing for longer than this has stood still. */
  constructor(stallMs: number) {
    this.#stallMs = stallMs;
  }

  /** The process is at work: called at least at each tick. */
  awake(nowMs: number): void {
    const hasStalled = this.#awakeAtMs !== undefined && nowMs - this.#awakeAtMs > this.#stallMs;
    if (hasStalled) this.#countsFromMs = nowMs + this.#stallMs;
    this.#awakeAtMs = nowMs;
  }

  /** The leader sent this. */
  heard(message: Message, nowMs: number): void {
    // What waited may be handed over before the first tick.
    this.awake(nowMs);
    if (message.type === 'App') this.#highestCommit = Math.max(this.#highestCommit, message.commit);
    else if (message.type !== 'Heartbeat' || message.commit < this.#highestCommit) return;
    if (nowMs < this.#countsFromMs) return;
    // The oldest that is open goes first: a stream of appends must not push the answer ahead of itself.
    this.#told ??= { atMs: nowMs, commit: message.commit };
  }

  applied(index: number): void {
    if (this.#told === undefined || index < this.#told.commit) return;
    this.#freshAtMs = this.#told.atMs;
    this.#told = undefined;
  }

  staleMs(nowMs: number): number {
    return nowMs - this.#freshAtMs;
  }
}
