/**
 * Linearizable reads without the log: a leader says from which applied index on a read may be served, once it
 * is sure that it still was the leader after the read had come.
 */
import type { Raft } from './raft.js';
import { broadcastHeartbeat } from './replicate.js';
import { NONE, makeMessage, type Message } from '../types.js';

/** A read that came to this leader, from its own driver or another member. */
export function handleReadIndex(raft: Raft, request: Message): void {
  // Until then it may not know of all that its predecessors have committed. That holds even if it is the only
  // voter: the commit index it found at its start may be older than what it had acknowledged.
  if (raft.hasCommittedInTerm) {
    confirm(raft, request);
  } else {
    raft.postponedReads.push(request);
  }
}

/** After the first commit in this term: nothing stands in the way of reads any more. */
export function releasePostponedReads(raft: Raft): void {
  if (raft.postponedReads.length === 0 || !raft.hasCommittedInTerm) {
    return;
  }
  const requests = raft.postponedReads;
  raft.postponedReads = [];
  for (const request of requests) {
    confirm(raft, request);
  }
}

function confirm(raft: Raft, request: Message): void {
  // A lease says that nobody else can have been elected meanwhile; an only voter knows it. A leader that was
  // removed, and leads on beside an only voter, knows nothing of the kind.
  if (raft.tracker.isOnlyVoter(raft.id) || raft.config.readOnlyOption === 'lease-based') {
    answer(raft, request, raft.log.committed);
    return;
  }
  raft.readOnly.add(request, raft.log.committed);
  raft.readOnly.acknowledgeSelf(raft.id);
  broadcastHeartbeat(raft);
}

/** A member has answered a heartbeat, and with it still follows this leader. */
export function handleReadAck(raft: Raft, { from, context }: Message): void {
  if (raft.config.readOnlyOption !== 'safe' || context === undefined || context.length === 0) {
    return;
  }
  raft.readOnly.acknowledge(from, context);
  answerConfirmedReads(raft);
}

/** Also when the members change: a smaller quorum may have confirmed what a larger one had not. */
export function answerConfirmedReads(raft: Raft): void {
  for (const { request, index } of raft.readOnly.takeConfirmed(raft.tracker.membership)) {
    answer(raft, request, index);
  }
}

function answer(raft: Raft, { from, entries }: Message, index: number): void {
  if (from === NONE || from === raft.id) {
    raft.readStates.push({ index, context: contextOf(entries) });
  } else {
    raft.send(makeMessage({ type: 'ReadIndexResp', to: from, index, entries }));
  }
}

/** The leader's answer to a read that this member had forwarded. */
export function handleReadIndexResp(raft: Raft, { index, entries }: Message): void {
  if (entries.length === 1) {
    raft.readStates.push({ index, context: contextOf(entries) });
  }
}

const NO_CONTEXT = new Uint8Array(0);

function contextOf(entries: Message['entries']): Uint8Array {
  return entries[0]?.data ?? NO_CONTEXT;
}
