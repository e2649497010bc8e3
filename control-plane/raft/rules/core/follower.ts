/**
 * What a follower does with each message: it obeys its leader, and forwards to it what only a leader can do.
 */
import { startCampaign } from './election.js';
import type { Raft } from './raft.js';
import { handleReadIndexResp } from './reads.js';
import { handleAppend, handleHeartbeat, handleSnapshot } from './receive.js';
import type { Refusal } from '../refusal.js';
import { nodeIdText } from '../text.js';
import { NONE, makeMessage, type Message } from '../types.js';

export function stepFollower(raft: Raft, message: Message): Refusal | undefined {
  switch (message.type) {
    case 'Prop':
      return forwardProposal(raft, message);
    case 'App':
      follow(raft, message.from);
      handleAppend(raft, message);
      return undefined;
    case 'Heartbeat':
      follow(raft, message.from);
      handleHeartbeat(raft, message);
      return undefined;
    case 'Snap':
      follow(raft, message.from);
      handleSnapshot(raft, message);
      return undefined;
    case 'TransferLeader':
      return forwardTransfer(raft, message);
    case 'ReadIndex':
      return forwardRead(raft, message);
    case 'ReadIndexResp':
      handleReadIndexResp(raft, message);
      return undefined;
    case 'ForgetLeader':
      forgetLeader(raft);
      return undefined;
    case 'TimeoutNow':
      raft.logger?.info(
        () =>
          `${nodeIdText(raft.id)} [term ${raft.term}] received MsgTimeoutNow from ${nodeIdText(message.from)} and starts an election to get leadership.`,
      );
      // No trial first: it would fail, since all the others hear their leader.
      startCampaign(raft, 'transfer');
      return undefined;
    default:
      // Late answers to what it asked in another role.
      return undefined;
  }
}

function follow(raft: Raft, lead: number): void {
  raft.electionElapsed = 0;
  raft.lead = lead;
}

function forwardProposal(raft: Raft, message: Message): Refusal | undefined {
  if (raft.lead === NONE) {
    raft.logger?.info(() => `${nodeIdText(raft.id)} no leader at term ${raft.term}; dropping proposal`);
    return 'proposal-dropped';
  }
  if (raft.config.disableProposalForwarding) {
    raft.logger?.info(
      () =>
        `${nodeIdText(raft.id)} not forwarding to leader ${nodeIdText(raft.lead)} at term ${raft.term}; dropping proposal`,
    );
    return 'proposal-dropped';
  }
  return forward(raft, message);
}

function forwardTransfer(raft: Raft, message: Message): Refusal | undefined {
  if (raft.lead === NONE) {
    raft.logger?.info(
      () => `${nodeIdText(raft.id)} no leader at term ${raft.term}; dropping leader transfer msg`,
    );
    return undefined;
  }
  return forward(raft, message);
}

function forwardRead(raft: Raft, message: Message): Refusal | undefined {
  if (raft.lead === NONE) {
    raft.logger?.info(
      () => `${nodeIdText(raft.id)} no leader at term ${raft.term}; dropping index reading msg`,
    );
    return undefined;
  }
  return forward(raft, message);
}

/**
 * Passes a request on, under the name of whoever sent it. Honest members never name a follower as its own
 * leader, nor forward to another follower; forged messages must not bring this one down.
 */
function forward(raft: Raft, message: Message): Refusal | undefined {
  if (raft.lead === raft.id || message.term !== 0) {
    return 'proposal-dropped';
  }
  const { type, from, entries, context } = message;
  raft.send(makeMessage({ type, to: raft.lead, from, entries, context }));
  return undefined;
}

/** Makes it ready to vote for another, which its lease would forbid; its election timer runs on. */
function forgetLeader(raft: Raft): void {
  if (raft.config.readOnlyOption === 'lease-based') {
    raft.logger?.error(() => 'ignoring MsgForgetLeader due to ReadOnlyLeaseBased');
    return;
  }
  if (raft.lead !== NONE) {
    raft.logger?.info(
      () => `${nodeIdText(raft.id)} forgetting leader ${nodeIdText(raft.lead)} at term ${raft.term}`,
    );
    raft.lead = NONE;
  }
}
