/**
 * The core's words as log lines have them: in the format of etcd's Raft, so that its recorded interactions can
 * be compared byte by byte. Called only when somebody reads the line.
 */
import { asVersion2 } from './confchange/conf-change.js';
import type { Membership } from './tracker/membership.js';
import type { Progress, ProgressState } from './tracker/progress.js';
import type { ConfChange, ConfChangeTransition, ConfChangeType, ConfState, Role } from './types.js';

export function nodeIdText(id: number): string {
  return id.toString(16);
}

const ROLE_TEXTS: Record<Role, string> = {
  follower: 'StateFollower',
  'pre-candidate': 'StatePreCandidate',
  candidate: 'StateCandidate',
  leader: 'StateLeader',
};

export function roleText(role: Role): string {
  return ROLE_TEXTS[role];
}

/** `voters=(1 2)&&(1 3) learners=(4) learners_next=(3) autoleave` */
export function configText({ incoming, outgoing, learners, learnersNext, autoLeave }: Membership): string {
  return [
    `voters=${idsText(incoming)}${outgoing.length > 0 ? `&&${idsText(outgoing)}` : ''}`,
    ...(learners.length > 0 ? [`learners=${idsText(learners)}`] : []),
    ...(learnersNext.length > 0 ? [`learners_next=${idsText(learnersNext)}`] : []),
    ...(autoLeave ? ['autoleave'] : []),
  ].join(' ');
}

function idsText(ids: readonly number[]): string {
  return `(${ids.map(nodeIdText).join(' ')})`;
}

export function confStateText(confState: ConfState): string {
  return (
    `Voters:[${confState.voters.join(' ')}] VotersOutgoing:[${confState.votersOutgoing.join(' ')}] ` +
    `Learners:[${confState.learners.join(' ')}] LearnersNext:[${confState.learnersNext.join(' ')}] ` +
    `AutoLeave:${confState.autoLeave}`
  );
}

const PROGRESS_STATE_TEXTS: Record<ProgressState, string> = {
  probe: 'StateProbe',
  replicate: 'StateReplicate',
  snapshot: 'StateSnapshot',
};

export function progressText(progress: Progress): string {
  const { inflights } = progress;
  return [
    `${PROGRESS_STATE_TEXTS[progress.state]} match=${progress.match} next=${progress.next}`,
    ...(progress.isLearner ? ['learner'] : []),
    ...(progress.isPaused ? ['paused'] : []),
    ...(progress.pendingSnapshot > 0 ? [`pendingSnap=${progress.pendingSnapshot}`] : []),
    ...(progress.recentActive ? [] : ['inactive']),
    ...(inflights.count > 0 ? [`inflight=${inflights.count}${inflights.isFull ? '[full]' : ''}`] : []),
  ].join(' ');
}

const TRANSITION_TEXTS: Record<ConfChangeTransition, string> = {
  auto: 'ConfChangeTransitionAuto',
  'joint-implicit': 'ConfChangeTransitionJointImplicit',
  'joint-explicit': 'ConfChangeTransitionJointExplicit',
};

const CHANGE_TYPE_TEXTS: Record<ConfChangeType, string> = {
  'add-node': 'ConfChangeAddNode',
  'remove-node': 'ConfChangeRemoveNode',
  'update-node': 'ConfChangeUpdateNode',
  'add-learner-node': 'ConfChangeAddLearnerNode',
};

export function confChangeText(change: ConfChange): string {
  const { transition, changes, context } = asVersion2(change);
  return [
    `transition:${TRANSITION_TEXTS[transition]}`,
    ...changes.map(({ type, nodeId }) => `changes:{type:${CHANGE_TYPE_TEXTS[type]} node_id:${nodeId}}`),
    ...(context === undefined || context.length === 0
      ? []
      : [`context:${JSON.stringify(new TextDecoder().decode(context))}`]),
  ].join(' ');
}
