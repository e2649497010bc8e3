/**
 * The four roles and how one becomes another. Every transition to another term forgets what belonged to the
 * one before: the vote, the leader, what others have.
 */
import { appendEntries } from './append.js';
import type { Raft } from './raft.js';
import { ReadOnly } from './read-only.js';
import { raftFault, raftInvariant } from '../invariant.js';
import { nodeIdText } from '../text.js';
import { NONE, makeEntry } from '../types.js';

export function becomeFollower(raft: Raft, term: number, lead: number): void {
  reset(raft, term);
  raft.lead = lead;
  raft.role = 'follower';
  logRole(raft);
}

/** Changes neither term nor vote: only asks whether an election could be won. */
export function becomePreCandidate(raft: Raft): void {
  raftInvariant(raft.role !== 'leader', 'invalid transition [leader -> pre-candidate]');
  raft.tracker.resetVotes();
  raft.lead = NONE;
  raft.role = 'pre-candidate';
  logRole(raft);
}

export function becomeCandidate(raft: Raft): void {
  raftInvariant(raft.role !== 'leader', 'invalid transition [leader -> candidate]');
  reset(raft, raft.term + 1);
  raft.vote = raft.id;
  raft.role = 'candidate';
  logRole(raft);
}

export function becomeLeader(raft: Raft): void {
  raftInvariant(raft.role !== 'follower', 'invalid transition [follower -> leader]');
  reset(raft, raft.term);
  raft.lead = raft.id;
  raft.role = 'leader';
  const own = raft.tracker.progressOf(raft.id) ?? raftFault('a leader is not a member');
  own.becomeReplicate();
  own.recentActive = true;
  // Any entry so far may be a configuration change. Looking for one would cost more than waiting for all.
  raft.pendingConfIndex = raft.log.lastIndex();
  // Entries of earlier terms commit only along with one of this term.
  const isAppended = appendEntries(raft, [makeEntry({})]);
  raftInvariant(isAppended, 'an empty entry was dropped');
  logRole(raft);
}

function reset(raft: Raft, term: number): void {
  if (raft.term !== term) {
    raftInvariant(term > raft.term, 'a term must not go back');
    raft.term = term;
    raft.vote = NONE;
  }
  raft.lead = NONE;
  raft.electionElapsed = 0;
  raft.heartbeatElapsed = 0;
  raft.randomizedElectionTimeout = drawnElectionTimeout(raft);
  raft.leadTransferee = NONE;
  raft.tracker.resetVotes();
  const last = raft.log.lastIndex();
  raft.tracker.resetProgress(last + 1);
  const own = raft.tracker.progressOf(raft.id);
  if (own !== undefined) {
    own.match = last;
  }
  raft.pendingConfIndex = 0;
  raft.uncommittedSize = 0;
  raft.readOnly = new ReadOnly();
}

/** Different for each member, most likely: who is first has won before the others begin. */
function drawnElectionTimeout({ config }: Raft): number {
  const drawn = config.random(config.electionTick);
  raftInvariant(drawn >= 0 && drawn < config.electionTick && Number.isInteger(drawn), 'the dice are off');
  return config.electionTick + drawn;
}

function logRole(raft: Raft): void {
  raft.logger?.info(() => `${nodeIdText(raft.id)} became ${raft.role} at term ${raft.term}`);
}
