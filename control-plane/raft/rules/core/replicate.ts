/**
 * How a leader brings the others up to its log: appends, heartbeats, and snapshots where the entries are gone;
 * and what is committed by it. How much may be under way is Progress's to say.
 */
import type { Raft } from './raft.js';
import { raftFault, raftInvariant } from '../invariant.js';
import { payloadsSize } from '../log/size.js';
import { nodeIdText, progressText } from '../text.js';
import type { Progress } from '../tracker/progress.js';
import { makeMessage } from '../types.js';

/** Sends an append even if there is nothing new: it tells the commit index, and probes. */
export function sendAppend(raft: Raft, progress: Progress): void {
  maybeSendAppend(raft, progress, true);
}

/** Sends what this member should have next, as an append or a snapshot; false when it sent nothing. */
export function maybeSendAppend(raft: Raft, progress: Progress, sendIfEmpty: boolean): boolean {
  if (progress.isPaused) {
    return false;
  }
  const { log } = raft;
  const previous = progress.next - 1;
  const previousTerm = log.term(previous);
  if (typeof previousTerm !== 'number') {
    return maybeSendSnapshot(raft, progress);
  }
  const hasRoom = progress.state !== 'replicate' || !progress.inflights.isFull;
  const entries = hasRoom ? log.entries(progress.next, raft.config.maxSizePerMsg) : [];
  if (typeof entries === 'string') {
    return sendIfEmpty && maybeSendSnapshot(raft, progress);
  }
  if (entries.length === 0 && !sendIfEmpty) {
    return false;
  }
  raft.send(
    makeMessage({
      type: 'App',
      to: progress.id,
      index: previous,
      logTerm: previousTerm,
      entries,
      commit: log.committed,
    }),
  );
  progress.sentEntries(entries.length, payloadsSize(entries));
  progress.sentCommit = log.committed;
  return true;
}

function maybeSendSnapshot(raft: Raft, progress: Progress): boolean {
  const { logger, log } = raft;
  const to = (): string => nodeIdText(progress.id);
  if (!progress.recentActive) {
    logger?.debug(() => `ignore sending snapshot to ${to()} since it is not recently active`);
    return false;
  }
  const snapshot = log.snapshot();
  if (typeof snapshot === 'string') {
    logger?.debug(
      () =>
        `${nodeIdText(raft.id)} failed to send snapshot to ${to()} because snapshot is temporarily unavailable`,
    );
    return false;
  }
  const { index, term } = snapshot.metadata;
  raftInvariant(index > 0, 'a snapshot is needed, but the storage has an empty one');
  logger?.debug(
    () =>
      `${nodeIdText(raft.id)} [firstindex: ${log.firstIndex()}, commit: ${log.committed}] sent snapshot[index: ${index}, term: ${term}] to ${to()} [${progressText(progress)}]`,
  );
  progress.becomeSnapshot(index);
  logger?.debug(
    () => `${nodeIdText(raft.id)} paused sending replication messages to ${to()} [${progressText(progress)}]`,
  );
  raft.send(makeMessage({ type: 'Snap', to: progress.id, snapshot }));
  return true;
}

export function broadcastAppend(raft: Raft): void {
  for (const progress of raft.tracker.members) {
    if (progress.id !== raft.id) {
      sendAppend(raft, progress);
    }
  }
}

/** While reads wait, every heartbeat helps to confirm them. */
export function broadcastHeartbeat(raft: Raft): void {
  const context = raft.readOnly.marker();
  for (const progress of raft.tracker.members) {
    if (progress.id === raft.id) {
      continue;
    }
    // Beyond its match, a member may have entries that are not this leader's.
    const commit = Math.min(progress.match, raft.log.committed);
    raft.send(makeMessage({ type: 'Heartbeat', to: progress.id, commit, context }));
    progress.sentCommit = commit;
  }
}

/** Commits what a quorum has; true when that is more than before. */
export function maybeCommit(raft: Raft): boolean {
  const committed = raft.tracker.committed();
  if (committed === Infinity) {
    raftFault('a leader without voters');
  }
  return raft.log.maybeCommit(committed, raft.term);
}
