/**
 * A replicated log with its members: what a program with several copies of the log may know of the others,
 * and do about them. Owns the interface and its error codes. Embedded Raft implements it, and so does a log
 * in an external store.
 *
 * Promises: an id is never used twice in a cluster; a member is known by its id, and its address may change;
 * a change of the members is one entry of the log, so all copies agree on it.
 */
import type { Replicator } from './replicator.js';

export interface Member {
  readonly id: number;
  /** What the program calls it; unique among the members of one moment. */
  readonly name: string;
  /** Where the others reach it; means nothing here. */
  readonly address: string;
  /** A learner gets the log and has no vote. */
  readonly role: 'voter' | 'learner';
}

export interface MemberStatus extends Member {
  readonly isSelf: boolean;
  readonly isLeader: boolean;
  /** Whether this member has heard from it lately; always true of itself. A follower knows this of the leader only. */
  readonly isReachable: boolean | undefined;
}

export type MembershipErrorCode =
  /** Only the leader changes the members; nothing was done. */
  | 'not-leader'
  /** Nobody of that id is a member; nothing was done. */
  | 'unknown-member'
  /** Fewer voters than a majority would be reachable afterwards; nothing was done. */
  | 'would-lose-quorum'
  /** Another change is not finished, or the member has not caught up yet; nothing was done, try again. */
  | 'not-yet'
  /** The change may or may not be in the log: look at the members. */
  | 'outcome-unknown'
  /** The log was closed or has failed; nothing was done. */
  | 'stopped';

/** The only error class that the membership calls reject with. */
export class MembershipError extends Error {
  override readonly name = 'MembershipError';
  readonly code: MembershipErrorCode;
  /** Only with `not-leader`: the name of the member to ask instead, or null when none is known. */
  readonly leader: string | null;

  constructor(
    code: MembershipErrorCode,
    message: string,
    details: { readonly leader?: string | null; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.leader = details.leader ?? null;
  }
}

export interface MemberLog extends Replicator {
  readonly selfId: number;
  /** Members of another cluster are told so, and ignored. */
  readonly clusterId: string;
  /**
   * Rises when a copy of the log was made the beginning of a cluster by hand (forced or restored): members
   * of another epoch are told so, and ignored. Of two epochs of one cluster the higher one is in force.
   */
  readonly recoveryEpoch: number;
  /** The members as this one has applied them, in ascending order of ids. */
  members(): readonly MemberStatus[];
  /** Calls the listener after each change of the members or of their addresses; the result ends it. */
  watchMembers(listener: () => void): () => void;
  /**
   * For how long this member's state may have been out of date, in milliseconds: 0 on a leader that has
   * a majority, else the time since it last heard from one. Infinity when it never did.
   */
  staleMs(): number;

  /** Adds a member that gets the log and has no vote yet; of a name that is a member already, replaces that one. */
  addLearner(member: { readonly name: string; readonly address: string }): Promise<Member>;
  /** Gives a learner its vote; refused with `not-yet` until it has nearly caught up. */
  promote(id: number): Promise<void>;
  /** Takes a member out, a leader after it handed over. */
  remove(id: number): Promise<void>;
  changeAddress(id: number, address: string): Promise<void>;
  /** Hands leadership to this member, or to the best one; resolves when somebody else leads. */
  transferLeadership(toId?: number): Promise<void>;
}
