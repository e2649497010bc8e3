/**
 * When each member was heard last, in ticks, and what a leader sees of its members with that.
 */
import type { Raft } from './rules/core/raft.js';
import type { MemberView } from './rules/change-check.js';

/** Whoever sends heartbeats is alive for so many of them. */
const LIVE_HEARTBEATS = 3;

interface End {
  readonly atTick: number;
  wasHeardSince: boolean;
}

export class Hearing {
  readonly #raft: Raft;
  readonly #withinTicks: number;
  readonly #heartbeatTicks: number;
  readonly #heardAtTick = new Map<number, number>();
  /** When it was said last that a member's process is not there. */
  readonly #endById = new Map<number, End>();
  tick = 0;

  /** Lately is not longer ago than two election timeouts. */
  constructor(raft: Raft, times: { readonly electionTicks: number; readonly heartbeatTicks: number }) {
    this.#raft = raft;
    this.#withinTicks = 2 * times.electionTicks;
    this.#heartbeatTicks = times.heartbeatTicks;
  }

  heard(id: number): void {
    this.#heardAtTick.set(id, this.tick);
    const end = this.#endById.get(id);
    if (end !== undefined) end.wasHeardSince = true;
  }

  /**
   * Somebody says that the process of this member is not there. False if that was said before, and the member goes on
   * talking: it can not be reached from here, and is there all the same.
   */
  believesEnd(id: number): boolean {
    const last = this.#endById.get(id);
    this.#endById.set(id, { atTick: this.tick, wasHeardSince: false });
    if (last === undefined || this.tick - last.atTick > this.#withinTicks) return true;
    const heardAtTick = this.#heardAtTick.get(id) ?? Number.NEGATIVE_INFINITY;
    return !last.wasHeardSince || this.tick - heardAtTick > LIVE_HEARTBEATS * this.#heartbeatTicks;
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
