/**
 * What a candidate, or one in a trial, does with each message: it counts votes until they decide, and follows
 * whoever shows up as the leader of its term.
 */
import { campaign } from './election.js';
import type { Raft } from './raft.js';
import { handleAppend, handleHeartbeat, handleSnapshot } from './receive.js';
import { broadcastAppend } from './replicate.js';
import { becomeFollower, becomeLeader } from './roles.js';
import { unreachable } from '../invariant.js';
import type { Refusal } from '../refusal.js';
import { nodeIdText, roleText } from '../text.js';
import { NONE, type Message } from '../types.js';

export function stepCandidate(raft: Raft, message: Message): Refusal | undefined {
  const { type, term, from } = message;
  switch (type) {
    case 'Prop':
      raft.logger?.info(() => `${nodeIdText(raft.id)} no leader at term ${raft.term}; dropping proposal`);
      return 'proposal-dropped';
    case 'App':
      becomeFollower(raft, term, from);
      handleAppend(raft, message);
      return undefined;
    case 'Heartbeat':
      becomeFollower(raft, term, from);
      handleHeartbeat(raft, message);
      return undefined;
    case 'Snap':
      becomeFollower(raft, term, from);
      handleSnapshot(raft, message);
      return undefined;
    case 'VoteResp':
    case 'PreVoteResp':
      // Answers from a trial must not count in the election after it.
      if ((type === 'PreVoteResp') === (raft.role === 'pre-candidate')) {
        countVote(raft, message);
      }
      return undefined;
    case 'TimeoutNow':
      raft.logger?.debug(
        () =>
          `${nodeIdText(raft.id)} [term ${raft.term} state ${roleText(raft.role)}] ignored MsgTimeoutNow from ${nodeIdText(from)}`,
      );
      return undefined;
    default:
      return undefined;
  }
}

function countVote(raft: Raft, { type, from, reject }: Message): void {
  raft.logger?.info(
    () =>
      `${nodeIdText(raft.id)} received Msg${type}${reject ? ' rejection' : ''} from ${nodeIdText(from)} at term ${raft.term}`,
  );
  raft.tracker.recordVote(from, !reject);
  const { granted, rejected, result } = raft.tracker.tally();
  raft.logger?.info(
    () => `${nodeIdText(raft.id)} has received ${granted} Msg${type} votes and ${rejected} vote rejections`,
  );
  switch (result) {
    case 'won':
      if (raft.role === 'pre-candidate') {
        campaign(raft, 'election');
      } else {
        becomeLeader(raft);
        broadcastAppend(raft);
      }
      return;
    case 'lost':
      becomeFollower(raft, raft.term, NONE);
      return;
    case 'pending':
      return;
    default:
      unreachable(result);
  }
}
