/**
 * Campaigns, and the votes in them: who may ask, how it asks, and whether this member grants. A candidate
 * counts the answers in candidate.ts.
 */
import type { Raft } from './raft.js';
import { becomeCandidate, becomePreCandidate } from './roles.js';
import { nodeIdText } from '../text.js';
import { NONE, makeMessage, type Message } from '../types.js';

/** A trial that disturbs nobody, the election itself, or one that the leader itself asked for. */
export type CampaignKind = 'pre-election' | 'election' | 'transfer';

/** What a request of a campaign by transfer carries: it may end a lease, since the leader wants it. */
const TRANSFER_CONTEXT = new TextEncoder().encode('CampaignTransfer');

export function isByTransfer({ context }: Message): boolean {
  return (
    context !== undefined &&
    context.length === TRANSFER_CONTEXT.length &&
    TRANSFER_CONTEXT.every((byte, place) => context[place] === byte)
  );
}

/** Starts a campaign where one makes sense. */
export function startCampaign(raft: Raft, kind: CampaignKind): void {
  const { logger, term } = raft;
  if (raft.role === 'leader') {
    logger?.debug(() => `${nodeIdText(raft.id)} ignoring MsgHup because already leader`);
    return;
  }
  if (!raft.isPromotable) {
    logger?.warn(() => `${nodeIdText(raft.id)} is unpromotable and can not campaign`);
    return;
  }
  // Its idea of who votes may be old: with it, two could win an election each in disjoint quorums.
  if (hasUnappliedConfChange(raft)) {
    logger?.warn(
      () =>
        `${nodeIdText(raft.id)} cannot campaign at term ${term} since there are still pending configuration changes to apply`,
    );
    return;
  }
  logger?.info(() => `${nodeIdText(raft.id)} is starting a new election at term ${term}`);
  campaign(raft, kind);
}

function hasUnappliedConfChange({ log, config }: Raft): boolean {
  // What is compacted was applied, though the core may not have been told so yet.
  const first = Math.max(log.applied + 1, log.firstIndex());
  return log.scan(first, log.committed + 1, config.maxCommittedSizePerReady, (page) =>
    page.some(({ type }) => type !== 'normal'),
  );
}

/** Asks all voters. Its own vote, too, counts only when it is durable. */
export function campaign(raft: Raft, kind: CampaignKind): void {
  const isTrial = kind === 'pre-election';
  if (isTrial) {
    becomePreCandidate(raft);
  } else {
    becomeCandidate(raft);
  }
  const type = isTrial ? 'PreVote' : 'Vote';
  const term = isTrial ? raft.term + 1 : raft.term;
  const index = raft.log.lastIndex();
  const logTerm = raft.log.lastTerm();
  const context = kind === 'transfer' ? TRANSFER_CONTEXT : undefined;
  for (const id of raft.tracker.voters) {
    if (id === raft.id) {
      raft.send(makeMessage({ type: `${type}Resp`, to: id, term }));
      continue;
    }
    raft.logger?.info(
      () =>
        `${nodeIdText(raft.id)} [logterm: ${logTerm}, index: ${index}] sent Msg${type} request to ${nodeIdText(id)} at term ${raft.term}`,
    );
    raft.send(makeMessage({ type, to: id, term, index, logTerm, context }));
  }
}

/**
 * Answers a request for a vote. Learners answer, too: one that has not heard yet of its promotion would else
 * keep its cluster without a quorum.
 */
export function answerVote(raft: Raft, request: Message): void {
  const isVote = request.type === 'Vote';
  const responseType = isVote ? 'VoteResp' : 'PreVoteResp';
  const mayVote =
    raft.vote === request.from ||
    (raft.vote === NONE && raft.lead === NONE) ||
    (!isVote && request.term > raft.term);
  if (!mayVote || !raft.log.isUpToDate(request.index, request.logTerm)) {
    logVote(raft, request, 'rejected', 'from');
    raft.send(makeMessage({ type: responseType, to: request.from, term: raft.term, reject: true }));
    return;
  }
  logVote(raft, request, 'cast', 'for');
  // With the term of the request: a member that asks in a trial would ignore its own, lower one.
  raft.send(makeMessage({ type: responseType, to: request.from, term: request.term }));
  if (isVote) {
    raft.electionElapsed = 0;
    raft.vote = request.from;
  }
}

export function logVote(raft: Raft, request: Message, verdict: string, preposition: string): void {
  const at = raft.term;
  raft.logger?.info(() => `${voteText(raft, request, verdict, preposition)} at term ${at}`);
}

/** A vote for somebody else would depose a leader that is well: it is asked for by one that just does not hear it. */
export function logLease(raft: Raft, request: Message): void {
  const remaining = raft.config.electionTick - raft.electionElapsed;
  raft.logger?.info(
    () =>
      `${voteText(raft, request, 'ignored', 'from')} at term ${raft.term}: lease is not expired (remaining ticks: ${remaining})`,
  );
}

function voteText(raft: Raft, request: Message, verdict: string, preposition: string): string {
  const { log } = raft;
  return (
    `${nodeIdText(raft.id)} [logterm: ${log.lastTerm()}, index: ${log.lastIndex()}, vote: ${nodeIdText(raft.vote)}] ` +
    `${verdict} Msg${request.type} ${preposition} ${nodeIdText(request.from)} ` +
    `[logterm: ${request.logTerm}, index: ${request.index}]`
  );
}
