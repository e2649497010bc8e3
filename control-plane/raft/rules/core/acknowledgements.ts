/**
 * What a leader learns from the members' answers, and from those who carry its messages: how far each one is,
 * and what to send it next.
 */
import type { Raft } from './raft.js';
import { handleReadAck, releasePostponedReads } from './reads.js';
import { broadcastAppend, maybeCommit, maybeSendAppend, sendAppend } from './replicate.js';
import { continueTransfer } from './transfer.js';
import { unreachable } from '../invariant.js';
import { nodeIdText, progressText } from '../text.js';
import type { Progress } from '../tracker/progress.js';
import type { Message } from '../types.js';

export function handleAppendResp(raft: Raft, progress: Progress, message: Message): void {
  progress.recentActive = true;
  if (message.reject) {
    handleRejection(raft, progress, message);
    return;
  }
  const isNews = progress.maybeUpdate(message.index);
  // An answer that repeats what is known still ends the probing.
  if (!isNews && !(progress.match === message.index && progress.state === 'probe')) {
    return;
  }
  moveOn(raft, progress, message.index);
  const isSelf = progress.id === raft.id;
  if (maybeCommit(raft)) {
    releasePostponedReads(raft);
    broadcastAppend(raft);
  } else if (!isSelf && progress.canBumpCommit(raft.log.committed)) {
    sendAppend(raft, progress);
  }
  if (!isSelf) {
    // The window has room again: all that fits goes out now, in messages of the largest size allowed.
    while (maybeSendAppend(raft, progress, false)) {
      continue;
    }
  }
  continueTransfer(raft, progress);
}

function moveOn(raft: Raft, progress: Progress, index: number): void {
  switch (progress.state) {
    case 'probe':
      progress.becomeReplicate();
      return;
    case 'snapshot':
      // Any snapshot will do that lets the log go on from there, not only the one that was sent.
      if (progress.match + 1 >= raft.log.firstIndex()) {
        raft.logger?.debug(
          () =>
            `${nodeIdText(raft.id)} recovered from needing snapshot, resumed sending replication messages to ${nodeIdText(progress.id)} [${progressText(progress)}]`,
        );
        progress.becomeProbe();
        progress.becomeReplicate();
      }
      return;
    case 'replicate':
      progress.inflights.freeUpTo(index);
      return;
    default:
      unreachable(progress.state);
  }
}

/** The member does not have the entry before those that were sent: try further back. */
function handleRejection(raft: Raft, progress: Progress, message: Message): void {
  const { index, rejectHint, logTerm } = message;
  raft.logger?.debug(
    () =>
      `${nodeIdText(raft.id)} received MsgAppResp(rejected, hint: (index ${rejectHint}, term ${logTerm})) from ${nodeIdText(progress.id)} for index ${index}`,
  );
  // Its log has that term at the hint: beyond what this log has of that term or lower ones, nothing matches.
  const next = logTerm > 0 ? raft.log.findConflictByTerm(rejectHint, logTerm).index : rejectHint;
  if (!progress.maybeDecrease(index, next)) {
    return;
  }
  raft.logger?.debug(
    () =>
      `${nodeIdText(raft.id)} decreased progress of ${nodeIdText(progress.id)} to [${progressText(progress)}]`,
  );
  if (progress.state === 'replicate') {
    progress.becomeProbe();
  }
  sendAppend(raft, progress);
}

export function handleHeartbeatResp(raft: Raft, progress: Progress, message: Message): void {
  progress.recentActive = true;
  progress.msgAppFlowPaused = false;
  // With a full window this append is empty. If all before it were lost, its rejection sets things right.
  if (progress.match < raft.log.lastIndex() || progress.state === 'probe') {
    sendAppend(raft, progress);
  }
  handleReadAck(raft, message);
}

export function handleSnapStatus(raft: Raft, progress: Progress, { reject }: Message): void {
  if (progress.state !== 'snapshot') {
    return;
  }
  if (reject) {
    progress.pendingSnapshot = 0;
  }
  progress.becomeProbe();
  raft.logger?.debug(
    () =>
      `${nodeIdText(raft.id)} snapshot ${reject ? 'failed' : 'succeeded'}, resumed sending replication messages to ${nodeIdText(progress.id)} [${progressText(progress)}]`,
  );
  // The member speaks first: of what it restored, or by its answer to the next heartbeat.
  progress.msgAppFlowPaused = true;
}

export function handleUnreachable(raft: Raft, progress: Progress): void {
  // What was sent ahead is probably lost.
  if (progress.state === 'replicate') {
    progress.becomeProbe();
  }
  raft.logger?.debug(
    () =>
      `${nodeIdText(raft.id)} failed to send message to ${nodeIdText(progress.id)} because it is unreachable [${progressText(progress)}]`,
  );
}
