/**
 * How old the state of a member may be: the time since the last moment of which it knows that it had, or has by
 * now, all that its leader knew to be committed. A rule over what leaders say; takes the time as an argument.
 */
import type { Message } from './rules/types.js';

export class Freshness {
  /** The state is at least as new as what was committed at this time. */
  #freshAtMs = Number.NEGATIVE_INFINITY;
  /** What a leader said, and is not applied yet. */
  #told: { readonly atMs: number; readonly commit: number } | undefined;
  /** A heartbeat's commit index is cut to what this member has: only appends say how far the others are. */
  #highestCommit = 0;

  /** The leader sent this. */
  heard(message: Message, nowMs: number): void {
    if (message.type === 'App') this.#highestCommit = Math.max(this.#highestCommit, message.commit);
    else if (message.type !== 'Heartbeat' || message.commit < this.#highestCommit) return;
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
