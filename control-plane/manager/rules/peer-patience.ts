/**
 * Which messages to another member may wait a moment for the next one, so that both are one frame: those that
 * nobody's write or read waits for. Each frame costs sender and receiver more than the messages in it, and with few
 * writers half of all frames would carry nothing but news of what was committed, and answers to it.
 */
import { type Message, NONE } from 'raft-ts/rules/types.js';

export class PeerPatience {
  #term = NONE;
  #confirmedIndex = 0;

  /**
   * News of a commit without entries; and an answer that confirms nothing new. Heartbeats never wait, so a read
   * on a follower, which asks for one, does not either.
   */
  mayWait({ type, entries, reject, index, term }: Message): boolean {
    if (type === 'App') return entries.length === 0;
    if (type !== 'AppResp' || reject) return false;
    if (term === this.#term && index <= this.#confirmedIndex) return true;
    this.#term = term;
    this.#confirmedIndex = index;
    return false;
  }

  /** What was sent may be lost. */
  forget(): void {
    this.#term = NONE;
    this.#confirmedIndex = 0;
  }
}
