/**
 * The entrance for every message. Compares terms first: whoever has a lower one is behind, and a higher one
 * ends whatever this member was. What passes goes to its role.
 */
import { handleOldStorageAppendResp, handleStorageAppendResp, handleStorageApplyResp } from './applied.js';
import { stepCandidate } from './candidate.js';
import { answerVote, isByTransfer, logLease, logVote, startCampaign } from './election.js';
import { stepFollower } from './follower.js';
import { stepLeader } from './leader.js';
import type { Raft } from './raft.js';
import { becomeFollower } from './roles.js';
import { unreachable } from '../invariant.js';
import type { Refusal } from '../refusal.js';
import { nodeIdText } from '../text.js';
import { NONE, makeMessage, type Message } from '../types.js';

export function step(raft: Raft, message: Message): Refusal | undefined {
  // Without a term it is this member's own, or was forwarded.
  if (message.term !== 0 && message.term < raft.term) {
    stepFromThePast(raft, message);
    return undefined;
  }
  if (message.term > raft.term) {
    if (isHeldByLease(raft, message)) {
      logLease(raft, message);
      return undefined;
    }
    meetHigherTerm(raft, message);
  }
  switch (message.type) {
    case 'Hup':
      startCampaign(raft, raft.config.preVote ? 'pre-election' : 'election');
      return undefined;
    case 'StorageAppendResp':
      handleStorageAppendResp(raft, message);
      return undefined;
    case 'StorageApplyResp':
      handleStorageApplyResp(raft, message);
      return undefined;
    case 'Vote':
    case 'PreVote':
      answerVote(raft, message);
      return undefined;
    default:
      return stepInRole(raft, message);
  }
}

function stepInRole(raft: Raft, message: Message): Refusal | undefined {
  switch (raft.role) {
    case 'follower':
      return stepFollower(raft, message);
    case 'pre-candidate':
    case 'candidate':
      return stepCandidate(raft, message);
    case 'leader':
      return stepLeader(raft, message);
    default:
      return unreachable(raft.role);
  }
}

/** One that hears its leader helps nobody to depose it, unless that leader wants it. */
function isHeldByLease(raft: Raft, message: Message): boolean {
  return (
    (message.type === 'Vote' || message.type === 'PreVote') &&
    raft.config.checkQuorum &&
    raft.lead !== NONE &&
    raft.electionElapsed < raft.config.electionTick &&
    !isByTransfer(message)
  );
}

function meetHigherTerm(raft: Raft, { type, from, term, reject }: Message): void {
  // In a trial nobody's term moves: it was asked for a term that may never be, and granted in that name.
  if (type === 'PreVote' || (type === 'PreVoteResp' && !reject)) {
    return;
  }
  raft.logger?.info(
    () =>
      `${nodeIdText(raft.id)} [term: ${raft.term}] received a Msg${type} message with higher term from ${nodeIdText(from)} [term: ${term}]`,
  );
  const isFromLeader = type === 'App' || type === 'Heartbeat' || type === 'Snap';
  becomeFollower(raft, term, isFromLeader ? from : NONE);
}

function stepFromThePast(raft: Raft, message: Message): void {
  const { type, from, term } = message;
  const mayBeStuck = raft.config.checkQuorum || raft.config.preVote;
  if (mayBeStuck && (type === 'Heartbeat' || type === 'App')) {
    // Leases keep everybody from voting for this member, whose term is higher: it would never get back. The
    // answer makes the old leader step down, and the next election is at a term for both.
    raft.send(makeMessage({ type: 'AppResp', to: from }));
  } else if (type === 'PreVote') {
    // Else two members with different terms could wait for each other for ever.
    logVote(raft, message, 'rejected', 'from');
    raft.send(makeMessage({ type: 'PreVoteResp', to: from, term: raft.term, reject: true }));
  } else if (type === 'StorageAppendResp') {
    handleOldStorageAppendResp(raft, message);
  } else {
    raft.logger?.info(
      () =>
        `${nodeIdText(raft.id)} [term: ${raft.term}] ignored a Msg${type} message with lower term from ${nodeIdText(from)} [term: ${term}]`,
    );
  }
}
