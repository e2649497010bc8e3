/**
 * What a leader does with each message.
 */
import {
  handleAppendResp,
  handleHeartbeatResp,
  handleSnapStatus,
  handleUnreachable,
} from './acknowledgements.js';
import { proposeAsLeader } from './proposals.js';
import type { Raft } from './raft.js';
import { handleReadIndex } from './reads.js';
import { broadcastHeartbeat } from './replicate.js';
import { becomeFollower } from './roles.js';
import { handleTransfer } from './transfer.js';
import type { Refusal } from '../refusal.js';
import { nodeIdText } from '../text.js';
import { NONE, type Message } from '../types.js';

export function stepLeader(raft: Raft, message: Message): Refusal | undefined {
  switch (message.type) {
    case 'Beat':
      broadcastHeartbeat(raft);
      return undefined;
    case 'CheckQuorum':
      checkQuorum(raft);
      return undefined;
    case 'Prop':
      return proposeAsLeader(raft, message.entries);
    case 'ReadIndex':
      handleReadIndex(raft, message);
      return undefined;
    case 'ForgetLeader':
      return undefined;
    default:
      stepFromMember(raft, message);
      return undefined;
  }
}

/** A leader that a quorum does not hear may have been replaced: it must not go on answering. */
function checkQuorum(raft: Raft): void {
  if (!raft.tracker.isQuorumActive()) {
    raft.logger?.warn(() => `${nodeIdText(raft.id)} stepped down to follower since quorum is not active`);
    becomeFollower(raft, raft.term, NONE);
  }
  for (const progress of raft.tracker.members) {
    if (progress.id !== raft.id) {
      progress.recentActive = false;
    }
  }
}

function stepFromMember(raft: Raft, message: Message): void {
  const progress = raft.tracker.progressOf(message.from);
  if (progress === undefined) {
    raft.logger?.debug(() => `${nodeIdText(raft.id)} no progress available for ${nodeIdText(message.from)}`);
    return;
  }
  switch (message.type) {
    case 'AppResp':
      handleAppendResp(raft, progress, message);
      return;
    case 'HeartbeatResp':
      handleHeartbeatResp(raft, progress, message);
      return;
    case 'SnapStatus':
      handleSnapStatus(raft, progress, message);
      return;
    case 'Unreachable':
      handleUnreachable(raft, progress);
      return;
    case 'TransferLeader':
      handleTransfer(raft, progress);
      return;
    default:
      // Late votes, and what only another leader of the same term could send, of which there is none.
      return;
  }
}
