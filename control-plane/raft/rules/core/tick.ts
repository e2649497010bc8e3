/**
 * What the passing of time does: a campaign where no leader is heard, heartbeats and a check of the quorum
 * where this member leads.
 */
import type { Raft } from './raft.js';
import { step } from './step.js';
import { NONE, makeMessage, type MessageType } from '../types.js';

export function tick(raft: Raft): void {
  if (raft.role === 'leader') {
    tickLeader(raft);
    return;
  }
  raft.electionElapsed += 1;
  if (raft.isPromotable && raft.electionElapsed >= raft.randomizedElectionTimeout) {
    raft.electionElapsed = 0;
    stepOwn(raft, 'Hup');
  }
}

function tickLeader(raft: Raft): void {
  raft.heartbeatElapsed += 1;
  raft.electionElapsed += 1;
  if (raft.electionElapsed >= raft.config.electionTick) {
    raft.electionElapsed = 0;
    if (raft.config.checkQuorum) {
      stepOwn(raft, 'CheckQuorum');
    }
    // A transfer that took so long has failed: proposals pass again.
    raft.leadTransferee = NONE;
  }
  if (raft.role === 'leader' && raft.heartbeatElapsed >= raft.config.heartbeatTick) {
    raft.heartbeatElapsed = 0;
    stepOwn(raft, 'Beat');
  }
}

function stepOwn(raft: Raft, type: MessageType): void {
  step(raft, makeMessage({ type, to: NONE, from: raft.id }));
}
