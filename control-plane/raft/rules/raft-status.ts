/**
 * How one member sees itself and its cluster at one moment: a copy, for people and metrics.
 */
import type { Raft } from './core/raft.js';
import type { Membership } from './tracker/membership.js';
import type { Progress } from './tracker/progress.js';
import type { HardState, SoftState } from './types.js';

export interface RaftStatus {
  readonly id: number;
  readonly hardState: HardState;
  readonly softState: SoftState;
  readonly applied: number;
  readonly leadTransferee: number;
  readonly membership: Membership;
  /** What a leader knows of each member, ascending by id; empty on others. */
  readonly progress: readonly Progress[];
}

export function statusOf(raft: Raft): RaftStatus {
  return {
    id: raft.id,
    hardState: raft.hardState,
    softState: raft.softState,
    applied: raft.log.applied,
    leadTransferee: raft.leadTransferee,
    membership: raft.tracker.membership,
    progress: raft.role === 'leader' ? raft.tracker.members.map((progress) => progress.copy()) : [],
  };
}
