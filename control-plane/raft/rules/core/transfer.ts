/**
 * Handing leadership to another voter: bring it up to date, then tell it to campaign at once. Meanwhile nothing
 * is proposed. Given up after an election timeout (tick.ts), or when the target stops being a voter.
 */
import type { Raft } from './raft.js';
import { sendAppend } from './replicate.js';
import { nodeIdText } from '../text.js';
import type { Progress } from '../tracker/progress.js';
import { NONE, makeMessage } from '../types.js';

export function handleTransfer(raft: Raft, target: Progress): void {
  const { logger } = raft;
  const self = (): string => nodeIdText(raft.id);
  const to = (): string => nodeIdText(target.id);
  if (target.isLearner) {
    logger?.debug(() => `${self()} is learner. Ignored transferring leadership`);
    return;
  }
  const previous = raft.leadTransferee;
  if (previous === target.id) {
    logger?.info(
      () =>
        `${self()} [term ${raft.term}] transfer leadership to ${to()} is in progress, ignores request to same node ${to()}`,
    );
    return;
  }
  if (previous !== NONE) {
    raft.leadTransferee = NONE;
    logger?.info(
      () => `${self()} [term ${raft.term}] abort previous transferring leadership to ${nodeIdText(previous)}`,
    );
  }
  if (target.id === raft.id) {
    logger?.debug(() => `${self()} is already leader. Ignored transferring leadership to self`);
    return;
  }
  logger?.info(() => `${self()} [term ${raft.term}] starts to transfer leadership to ${to()}`);
  // The transfer is to be over within an election timeout.
  raft.electionElapsed = 0;
  raft.leadTransferee = target.id;
  if (target.match === raft.log.lastIndex()) {
    sendTimeoutNow(raft, target);
    logger?.info(
      () => `${self()} sends MsgTimeoutNow to ${to()} immediately as ${to()} already has up-to-date log`,
    );
  } else {
    sendAppend(raft, target);
  }
}

/** The target has acknowledged something: it may be up to date now. */
export function continueTransfer(raft: Raft, progress: Progress): void {
  if (progress.id === raft.leadTransferee && progress.match === raft.log.lastIndex()) {
    raft.logger?.info(
      () =>
        `${nodeIdText(raft.id)} sent MsgTimeoutNow to ${nodeIdText(progress.id)} after received MsgAppResp`,
    );
    sendTimeoutNow(raft, progress);
  }
}

function sendTimeoutNow(raft: Raft, { id }: Progress): void {
  raft.send(makeMessage({ type: 'TimeoutNow', to: id }));
}
