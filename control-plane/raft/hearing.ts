/**
 * When each member was heard last, in ticks, and what a leader sees of its members with that.
 */
import type { Raft } from './rules/core/raft.js';
import type { MemberView } from './rules/change-check.js';

export class Hearing {
  readonly #raft: Raft;
  readonly #withinTicks: number;
  readonly #heardAtTick = new Map<number, number>();
  tick = 0;

  /** Lately is not longer ago than this. */
  constructor(raft: Raft, withinTicks: number) {
    this.#raft = raft;
    this.#withinTicks = withinTicks;
  }

  heard(id: number): void {
    this.#heardAtTick.set(id, this.tick);
  }

  heardLately(id: number): boolean {
    const atTick = this.#heardAtTick.get(id);
    return atTick !== undefined && this.tick - atTick <= this.#withinTicks;
  }

  /** The members as a leader sees them; of use only on one. */
  views(): MemberView[] {
    const { id: selfId, tracker } = this.#raft;
    return tracker.members.map(({ id, isLearner, match }) => {
      const isReachable = id === selfId || this.heardLately(id);
      return { id, isVoter: !isLearner, isReachable, match };
    });
  }
}
