/**
 * Configuration changes where they take effect: when applied, not when appended. Whether one may be proposed is
 * proposals.ts's to say; what follows from it, confchange/'s.
 */
import type { Raft } from './raft.js';
import { answerConfirmedReads } from './reads.js';
import { broadcastAppend, maybeCommit, maybeSendAppend } from './replicate.js';
import { becomeFollower } from './roles.js';
import {
  enterJoint,
  leaveJoint,
  simple,
  type ChangedMembership,
  type ConfChangeResult,
} from '../confchange/changer.js';
import { stepOf } from '../confchange/conf-change.js';
import { restore } from '../confchange/restore.js';
import { raftFault, raftInvariant, unreachable } from '../invariant.js';
import { configText, nodeIdText } from '../text.js';
import { confStateOf, sameConfState } from '../tracker/membership.js';
import { NONE, type ConfChange, type ConfState } from '../types.js';

/** Takes an applied change into force. One that is not allowed was committed wrongly: that is the end. */
export function applyConfChange(raft: Raft, change: ConfChange): ConfState {
  // Of an entry handed out before a snapshot came that covers it: the configuration in force is a later one.
  if (raft.log.hasSnapshotToRestore) {
    return confStateOf(raft.tracker.membership);
  }
  const result = resultOf(raft, change);
  if ('refusal' in result) {
    raftFault(`a committed configuration change can not be applied: ${result.refusal}`);
  }
  return switchMembership(raft, result);
}

function resultOf(raft: Raft, change: ConfChange): ConfChangeResult {
  const base = { tracker: raft.tracker, lastIndex: raft.log.lastIndex() };
  const step = stepOf(change);
  switch (step.kind) {
    case 'simple':
      return simple(base, step.changes);
    case 'enter-joint':
      return enterJoint(base, step.autoLeave, step.changes);
    case 'leave-joint':
      return leaveJoint(base);
    default:
      return unreachable(step);
  }
}

/** Takes a stored configuration into force, at the start or with a snapshot. */
export function restoreMembership(raft: Raft, confState: ConfState): void {
  const result = restore({ tracker: raft.tracker, lastIndex: raft.log.lastIndex() }, confState);
  if ('refusal' in result) {
    raftFault(`a stored configuration can not be restored: ${result.refusal}`);
  }
  const restored = switchMembership(raft, result);
  raftInvariant(sameConfState(confState, restored), 'a configuration was restored as another one');
}

function switchMembership(raft: Raft, { membership, progressById }: ChangedMembership): ConfState {
  const { tracker } = raft;
  tracker.switchTo(membership, progressById);
  raft.logger?.info(
    () => `${nodeIdText(raft.id)} switched to configuration ${configText(tracker.membership)}`,
  );
  if (raft.role === 'leader') {
    leadIn(raft);
  }
  return confStateOf(membership);
}

function leadIn(raft: Raft): void {
  const { tracker } = raft;
  const own = tracker.progressOf(raft.id);
  if (own === undefined || own.isLearner) {
    // Else it leads on, without counting itself, until somebody else is elected.
    if (raft.config.stepDownOnRemoval) {
      becomeFollower(raft, raft.term, NONE);
    }
    return;
  }
  if (maybeCommit(raft)) {
    // A smaller quorum may have committed what a larger one had not.
    broadcastAppend(raft);
  } else {
    // Whoever is new hears of the log at once, not with the next heartbeat.
    for (const progress of tracker.members) {
      if (progress.id !== raft.id) {
        maybeSendAppend(raft, progress, false);
      }
    }
  }
  answerConfirmedReads(raft);
  if (!tracker.voters.includes(raft.leadTransferee)) {
    raft.leadTransferee = NONE;
  }
}
