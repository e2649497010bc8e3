/**
 * Brings a tracker to a stored configuration, by the changes that lead there from nothing: first the outgoing
 * voters, then one joint change to the rest. So a restored configuration obeys the same rules as a changed one.
 */
import { enterJoint, simple, type ChangeBase, type ConfChangeResult } from './changer.js';
import { NO_MEMBERSHIP } from '../tracker/membership.js';
import { Tracker } from '../tracker/tracker.js';
import type { ConfChangeSingle, ConfChangeType, ConfState } from '../types.js';

/** What follows from `confState`, to be put in force in `base.tracker`, whose own membership does not matter. */
export function restore(base: ChangeBase, confState: ConfState): ConfChangeResult {
  const tracker = new Tracker(base.tracker.maxInflight, base.tracker.maxInflightBytes);
  const draft: ChangeBase = { tracker, lastIndex: base.lastIndex };
  const incoming = [
    ...changesOf('remove-node', confState.votersOutgoing),
    ...changesOf('add-node', confState.voters),
    ...changesOf('add-learner-node', confState.learners),
    ...changesOf('add-learner-node', confState.learnersNext),
  ];
  const isStoredJoint = confState.votersOutgoing.length > 0;
  const oneByOne = isStoredJoint ? changesOf('add-node', confState.votersOutgoing) : incoming;
  let result: ConfChangeResult = { membership: NO_MEMBERSHIP, progressById: new Map() };
  for (const change of oneByOne) {
    result = simple(draft, [change]);
    if ('refusal' in result) {
      return result;
    }
    tracker.switchTo(result.membership, result.progressById);
  }
  return isStoredJoint ? enterJoint(draft, confState.autoLeave, incoming) : result;
}

function changesOf(type: ConfChangeType, ids: readonly number[]): ConfChangeSingle[] {
  return ids.map((nodeId) => ({ type, nodeId }));
}
