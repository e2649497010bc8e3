/**
 * A member at its start, or again after one: as storage says it was, and a follower.
 */
import { restoreMembership } from './membership.js';
import { Raft } from './raft.js';
import { becomeFollower } from './roles.js';
import type { RaftConfig } from '../config.js';
import { raftFault } from '../invariant.js';
import { nodeIdText } from '../text.js';
import { NONE, type HardState } from '../types.js';

export function startRaft(config: RaftConfig): Raft {
  const raft = new Raft(config);
  const { hardState, confState } = config.storage.initialState();
  restoreMembership(raft, confState);
  if (hardState !== undefined && !isEmptyHardState(hardState)) {
    loadHardState(raft, hardState);
  }
  if (config.applied > 0) {
    raft.log.appliedTo(config.applied, 0);
  }
  becomeFollower(raft, raft.term, NONE);
  const { log } = raft;
  const peers = (): string => raft.tracker.voters.map(nodeIdText).join(',');
  raft.logger?.info(
    () =>
      `newRaft ${nodeIdText(raft.id)} [peers: [${peers()}], term: ${raft.term}, commit: ${log.committed}, applied: ${log.applied}, lastindex: ${log.lastIndex()}, lastterm: ${log.lastTerm()}]`,
  );
  return raft;
}

function loadHardState(raft: Raft, { term, vote, commit }: HardState): void {
  const { log } = raft;
  if (commit < log.committed || commit > log.lastIndex()) {
    raftFault(`the stored commit index ${commit} is out of range [${log.committed}, ${log.lastIndex()}]`);
  }
  raft.term = term;
  raft.vote = vote;
  log.committed = commit;
}

export function isEmptyHardState({ term, vote, commit }: HardState): boolean {
  return term === 0 && vote === NONE && commit === 0;
}
