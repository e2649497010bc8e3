/**
 * The members of the cluster as one of them sees it: the membership in force, the progress of each member, and
 * the votes of an election under way. Answers what a quorum has; decides nothing else.
 *
 * Members are visited in ascending id order, so that the same inputs give the same messages in the same order.
 */
import { Inflights } from './inflights.js';
import { NO_MEMBERSHIP, votersOf, type Membership } from './membership.js';
import { Progress } from './progress.js';
import { committedIndex, voteResult, type VoteResult } from '../quorum.js';

export interface Tally {
  readonly granted: number;
  readonly rejected: number;
  readonly result: VoteResult;
}

export class Tracker {
  readonly maxInflight: number;
  readonly maxInflightBytes: number;
  /** By id; the same objects as `members`. */
  #progressById: ReadonlyMap<number, Progress> = new Map();
  #members: readonly Progress[] = [];
  #membership: Membership = NO_MEMBERSHIP;
  #voters: readonly number[] = [];
  #votes = new Map<number, boolean>();
  readonly #matchOf = (id: number): number => this.#progressById.get(id)?.match ?? 0;

  constructor(maxInflight: number, maxInflightBytes: number) {
    this.maxInflight = maxInflight;
    this.maxInflightBytes = maxInflightBytes;
  }

  get membership(): Membership {
    return this.#membership;
  }

  /** All members, ascending by id: voters of both halves, and learners. */
  get members(): readonly Progress[] {
    return this.#members;
  }

  /** All that vote in either half, ascending. */
  get voters(): readonly number[] {
    return this.#voters;
  }

  get progress(): ReadonlyMap<number, Progress> {
    return this.#progressById;
  }

  get votes(): ReadonlyMap<number, boolean> {
    return this.#votes;
  }

  progressOf(id: number): Progress | undefined {
    return this.#progressById.get(id);
  }

  /** Puts another membership in force, with the progress of each of its members. */
  switchTo(membership: Membership, progressById: ReadonlyMap<number, Progress>): void {
    this.#membership = membership;
    this.#progressById = progressById;
    this.#members = [...progressById.values()].toSorted((a, b) => a.id - b.id);
    this.#voters = votersOf(membership);
  }

  /** Forgets all progress, as at the begin of a term; who the members are stays. */
  resetProgress(next: number): void {
    const fresh = this.#members.map(
      ({ id, isLearner }) =>
        new Progress({ id, next, isLearner, recentActive: false, inflights: this.newInflights() }),
    );
    this.switchTo(this.#membership, new Map(fresh.map((progress) => [progress.id, progress])));
  }

  newInflights(): Inflights {
    return new Inflights(this.maxInflight, this.maxInflightBytes);
  }

  /** Whether what this member says is what a quorum says. */
  isOnlyVoter(id: number): boolean {
    return this.#voters.length === 1 && this.#voters[0] === id;
  }

  /** The highest index that a quorum has acknowledged. */
  committed(): number {
    return committedIndex(this.#membership.incoming, this.#membership.outgoing, this.#matchOf);
  }

  /** Whether a quorum was heard from since the last check. Learners do not count. */
  isQuorumActive(): boolean {
    const active = new Map<number, boolean>();
    for (const { id, isLearner, recentActive } of this.#members) {
      if (!isLearner) {
        active.set(id, recentActive);
      }
    }
    return voteResult(this.#membership.incoming, this.#membership.outgoing, active) === 'won';
  }

  resetVotes(): void {
    this.#votes = new Map();
  }

  /** The first answer of a voter counts. */
  recordVote(id: number, granted: boolean): void {
    if (!this.#votes.has(id)) {
      this.#votes.set(id, granted);
    }
  }

  /** The counts leave out those that do not vote here; the result is what a quorum says. */
  tally(): Tally {
    let granted = 0;
    let rejected = 0;
    for (const { id, isLearner } of this.#members) {
      const vote = isLearner ? undefined : this.#votes.get(id);
      granted += vote === true ? 1 : 0;
      rejected += vote === false ? 1 : 0;
    }
    const { incoming, outgoing } = this.#membership;
    return { granted, rejected, result: voteResult(incoming, outgoing, this.#votes) };
  }
}
