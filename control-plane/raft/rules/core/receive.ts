/**
 * How a follower takes what its leader sends: entries, the commit index, a snapshot.
 */
import { restoreMembership } from './membership.js';
import type { Raft } from './raft.js';
import { becomeFollower } from './roles.js';
import { confStateText, nodeIdText } from '../text.js';
import { NONE, makeMessage, type Message, type Snapshot } from '../types.js';

export function handleAppend(raft: Raft, message: Message): void {
  const { log, logger } = raft;
  const { from, index, logTerm, entries, commit } = message;
  if (index < log.committed) {
    raft.send(makeMessage({ type: 'AppResp', to: from, index: log.committed }));
    return;
  }
  const lastNew = log.maybeAppend({ index, term: logTerm }, entries, commit);
  if (lastNew !== undefined) {
    raft.send(makeMessage({ type: 'AppResp', to: from, index: lastNew }));
    return;
  }
  logger?.debug(
    () =>
      `${nodeIdText(raft.id)} [logterm: ${log.termOrZero(index)}, index: ${index}] rejected MsgApp [logterm: ${logTerm}, index: ${index}] from ${nodeIdText(from)}`,
  );
  // The leader can skip at once all that can not match, instead of trying one index after the other.
  const hint = log.findConflictByTerm(Math.min(index, log.lastIndex()), logTerm);
  raft.send(
    makeMessage({
      type: 'AppResp',
      to: from,
      index,
      reject: true,
      rejectHint: hint.index,
      logTerm: hint.term,
    }),
  );
}

export function handleHeartbeat(raft: Raft, { from, commit, context }: Message): void {
  raft.log.commitTo(commit);
  raft.send(makeMessage({ type: 'HeartbeatResp', to: from, context }));
}

export function handleSnapshot(raft: Raft, { from, snapshot }: Message): void {
  if (snapshot === undefined) {
    return;
  }
  const { index, term } = snapshot.metadata;
  const isRestored = restoreFrom(raft, snapshot);
  raft.logger?.info(
    () =>
      `${nodeIdText(raft.id)} [commit: ${raft.log.committed}] ${isRestored ? 'restored' : 'ignored'} snapshot [index: ${index}, term: ${term}]`,
  );
  const acknowledged = isRestored ? raft.log.lastIndex() : raft.log.committed;
  raft.send(makeMessage({ type: 'AppResp', to: from, index: acknowledged }));
}

/** Replaces log and configuration by the snapshot's, if it has something new; false when it was not used. */
function restoreFrom(raft: Raft, snapshot: Snapshot): boolean {
  const { log } = raft;
  const { index, term, confState } = snapshot.metadata;
  if (index <= log.committed) {
    return false;
  }
  if (raft.role !== 'follower') {
    // Only a follower gets here. If that were broken, stepping down would keep the harm small.
    raft.logger?.warn(
      () => `${nodeIdText(raft.id)} attempted to restore snapshot as leader; should never happen`,
    );
    becomeFollower(raft, raft.term + 1, NONE);
    return false;
  }
  const { voters, learners, votersOutgoing } = confState;
  if (![voters, learners, votersOutgoing].some((ids) => ids.includes(raft.id))) {
    raft.logger?.warn(
      () =>
        `${nodeIdText(raft.id)} attempted to restore snapshot but it is not in the ConfState ${confStateText(confState)}; should never happen`,
    );
    return false;
  }
  if (log.matches(index, term)) {
    logSnapshot(raft, 'fast-forwarded commit to snapshot', snapshot);
    log.commitTo(index);
    return false;
  }
  log.restore(snapshot);
  restoreMembership(raft, confState);
  logSnapshot(raft, 'restored snapshot', snapshot);
  return true;
}

function logSnapshot(raft: Raft, what: string, { metadata }: Snapshot): void {
  const { log } = raft;
  raft.logger?.info(
    () =>
      `${nodeIdText(raft.id)} [commit: ${log.committed}, lastindex: ${log.lastIndex()}, lastterm: ${log.lastTerm()}] ${what} [index: ${metadata.index}, term: ${metadata.term}]`,
  );
}
