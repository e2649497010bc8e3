/**
 * What a leader does with proposals: it checks configuration changes, appends, and replicates. A change that is
 * not allowed now becomes an empty entry, so that what was proposed along with it keeps its place.
 */
import { appendEntries } from './append.js';
import type { Raft } from './raft.js';
import { broadcastAppend } from './replicate.js';
import { confChangeOf } from '../confchange/codec.js';
import { asVersion2 } from '../confchange/conf-change.js';
import { raftInvariant } from '../invariant.js';
import type { Refusal } from '../refusal.js';
import { configText, confChangeText, nodeIdText } from '../text.js';
import { isJoint } from '../tracker/membership.js';
import { NONE, makeEntry, type ConfChange, type Entry } from '../types.js';

export function proposeAsLeader(raft: Raft, proposed: readonly Entry[]): Refusal | undefined {
  raftInvariant(raft.role === 'leader', 'only a leader appends proposals');
  raftInvariant(proposed.length > 0, 'a proposal without entries');
  // Once removed, it leads only until somebody else does.
  if (raft.tracker.progressOf(raft.id) === undefined) {
    return 'proposal-dropped';
  }
  if (raft.leadTransferee !== NONE) {
    raft.logger?.debug(
      () =>
        `${nodeIdText(raft.id)} [term ${raft.term}] transfer leadership to ${nodeIdText(raft.leadTransferee)} is in progress; dropping proposal`,
    );
    return 'proposal-dropped';
  }
  if (!appendEntries(raft, checkedEntries(raft, proposed))) {
    return 'proposal-dropped';
  }
  broadcastAppend(raft);
  return undefined;
}

function checkedEntries(raft: Raft, proposed: readonly Entry[]): readonly Entry[] {
  if (proposed.every(({ type }) => type === 'normal')) {
    return proposed;
  }
  return proposed.map((entry, place) => {
    const change = confChangeOf(entry);
    if (change === undefined) {
      return entry;
    }
    const fault = faultOf(raft, change);
    if (fault !== undefined && !raft.config.disableConfChangeValidation) {
      raft.logger?.info(
        () =>
          `${nodeIdText(raft.id)} ignoring conf change ${confChangeText(change)} at config ${configText(raft.tracker.membership)}: ${fault}`,
      );
      return makeEntry({ hasType: true });
    }
    raft.pendingConfIndex = raft.log.lastIndex() + place + 1;
    return entry;
  });
}

/** Why the change may not be proposed now: one at a time, and one joint configuration at a time. */
function faultOf(raft: Raft, change: ConfChange): string | undefined {
  const { pendingConfIndex, log, tracker } = raft;
  const isLeave = asVersion2(change).changes.length === 0;
  const isJointNow = isJoint(tracker.membership);
  if (pendingConfIndex > log.applied) {
    return `possible unapplied conf change at index ${pendingConfIndex} (applied to ${log.applied})`;
  }
  if (isJointNow && !isLeave) {
    return 'must transition out of joint config first';
  }
  return !isJointNow && isLeave ? 'not in joint state; refusing empty conf change' : undefined;
}
