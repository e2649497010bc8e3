/**
 * Which membership follows from which by what changes. Tries changes out on copies: what it returns is put in
 * force by the caller, or not at all. A change that is not allowed is a value with its reason.
 *
 * One voter at a time may change directly, since any majority before and after then share a member. Anything
 * more goes through a joint configuration, in which majorities of both must agree.
 */
import { raftFault, raftInvariant, unreachable } from '../invariant.js';
import { isJoint, withId, withoutId, type Membership } from '../tracker/membership.js';
import { Progress } from '../tracker/progress.js';
import type { Tracker } from '../tracker/tracker.js';
import { NONE, type ConfChangeSingle } from '../types.js';

export type ConfChangeRefusal =
  | 'removed all voters'
  | 'more than one voter changed without entering joint config'
  | "can't apply simple config change in joint config"
  | 'config is already joint'
  | "can't make a zero-voter config joint"
  | "can't leave a non-joint config";

export interface ChangedMembership {
  readonly membership: Membership;
  readonly progressById: ReadonlyMap<number, Progress>;
}

export type ConfChangeResult = ChangedMembership | { readonly refusal: ConfChangeRefusal };

/** Members whose progress is made during the change begin at this log. */
export interface ChangeBase {
  readonly tracker: Tracker;
  readonly lastIndex: number;
}

/** Changes that together add or remove one voter at most. */
export function simple(base: ChangeBase, changes: readonly ConfChangeSingle[]): ConfChangeResult {
  const before = base.tracker.membership;
  if (isJoint(before)) {
    return { refusal: "can't apply simple config change in joint config" };
  }
  const draft = draftOf(base);
  applyChanges(draft, changes);
  if (draft.incoming.length === 0) {
    return { refusal: 'removed all voters' };
  }
  if (differenceCount(before.incoming, draft.incoming) > 1) {
    return { refusal: 'more than one voter changed without entering joint config' };
  }
  return finished(draft);
}

/** Any changes at once: the voters till now must agree to everything until the joint configuration is left. */
export function enterJoint(
  base: ChangeBase,
  autoLeave: boolean,
  changes: readonly ConfChangeSingle[],
): ConfChangeResult {
  const before = base.tracker.membership;
  if (isJoint(before)) {
    return { refusal: 'config is already joint' };
  }
  if (before.incoming.length === 0) {
    return { refusal: "can't make a zero-voter config joint" };
  }
  const draft = draftOf(base);
  draft.outgoing = before.incoming;
  applyChanges(draft, changes);
  if (draft.incoming.length === 0) {
    return { refusal: 'removed all voters' };
  }
  draft.autoLeave = autoLeave;
  return finished(draft);
}

export function leaveJoint(base: ChangeBase): ConfChangeResult {
  if (!isJoint(base.tracker.membership)) {
    return { refusal: "can't leave a non-joint config" };
  }
  const draft = draftOf(base);
  for (const id of draft.learnersNext) {
    draft.learners = withId(draft.learners, id);
    progressIn(draft, id).isLearner = true;
  }
  draft.learnersNext = [];
  for (const id of draft.outgoing) {
    if (!draft.incoming.includes(id) && !draft.learners.includes(id)) {
      draft.progressById.delete(id);
    }
  }
  draft.outgoing = [];
  draft.autoLeave = false;
  return finished(draft);
}

interface Draft {
  readonly base: ChangeBase;
  readonly progressById: Map<number, Progress>;
  incoming: readonly number[];
  outgoing: readonly number[];
  learners: readonly number[];
  learnersNext: readonly number[];
  autoLeave: boolean;
}

function draftOf(base: ChangeBase): Draft {
  const { incoming, outgoing, learners, learnersNext, autoLeave } = base.tracker.membership;
  return {
    base,
    progressById: new Map(base.tracker.members.map((progress) => [progress.id, progress.copy()])),
    incoming,
    outgoing,
    learners,
    learnersNext,
    autoLeave,
  };
}

function applyChanges(draft: Draft, changes: readonly ConfChangeSingle[]): void {
  for (const { type, nodeId } of changes) {
    // A driver that decides not to carry a committed change out clears its id.
    if (nodeId === NONE) {
      continue;
    }
    switch (type) {
      case 'add-node':
        makeVoter(draft, nodeId);
        break;
      case 'add-learner-node':
        makeLearner(draft, nodeId);
        break;
      case 'remove-node':
        remove(draft, nodeId);
        break;
      case 'update-node':
        break;
      default:
        unreachable(type);
    }
  }
}

function makeVoter(draft: Draft, id: number): void {
  const progress = draft.progressById.get(id);
  if (progress === undefined) {
    draft.progressById.set(id, newProgress(draft.base, id, false));
  } else {
    progress.isLearner = false;
  }
  draft.learners = withoutId(draft.learners, id);
  draft.learnersNext = withoutId(draft.learnersNext, id);
  draft.incoming = withId(draft.incoming, id);
}

function makeLearner(draft: Draft, id: number): void {
  const progress = draft.progressById.get(id);
  if (progress === undefined) {
    draft.progressById.set(id, newProgress(draft.base, id, true));
    draft.learners = withId(draft.learners, id);
    return;
  }
  if (progress.isLearner) {
    return;
  }
  remove(draft, id);
  draft.progressById.set(id, progress);
  // While its vote counts in the outgoing half it can not be a learner too.
  if (draft.outgoing.includes(id)) {
    draft.learnersNext = withId(draft.learnersNext, id);
  } else {
    progress.isLearner = true;
    draft.learners = withId(draft.learners, id);
  }
}

function remove(draft: Draft, id: number): void {
  draft.incoming = withoutId(draft.incoming, id);
  draft.learners = withoutId(draft.learners, id);
  draft.learnersNext = withoutId(draft.learnersNext, id);
  if (!draft.outgoing.includes(id)) {
    draft.progressById.delete(id);
  }
}

function newProgress({ tracker, lastIndex }: ChangeBase, id: number, isLearner: boolean): Progress {
  return new Progress({
    id,
    isLearner,
    // Probing from the end: whoever was just added most likely needs a snapshot or everything anyway.
    next: Math.max(lastIndex, 1),
    inflights: tracker.newInflights(),
    // Else the next check of the quorum could depose the leader before the new member had time to speak.
    recentActive: true,
  });
}

function differenceCount(one: readonly number[], other: readonly number[]): number {
  const removed = one.filter((id) => !other.includes(id)).length;
  const added = other.filter((id) => !one.includes(id)).length;
  return removed + added;
}

function finished(draft: Draft): ChangedMembership {
  const { progressById, incoming, outgoing, learners, learnersNext, autoLeave } = draft;
  const voters = outgoing.reduce(withId, incoming);
  raftInvariant(
    [...voters, ...learners, ...learnersNext].every((id) => progressById.has(id)),
    'a member has no progress',
  );
  raftInvariant(
    learnersNext.every((id) => outgoing.includes(id) && !progressIn(draft, id).isLearner),
    'a learner to be is not an outgoing voter',
  );
  raftInvariant(
    learners.every((id) => !voters.includes(id) && progressIn(draft, id).isLearner),
    'a learner is a voter too',
  );
  raftInvariant(outgoing.length > 0 || !autoLeave, 'a configuration that is not joint is to be left');
  return { membership: { incoming, outgoing, learners, learnersNext, autoLeave }, progressById };
}

function progressIn(draft: Draft, id: number): Progress {
  return draft.progressById.get(id) ?? raftFault(`member ${id} has no progress`);
}
