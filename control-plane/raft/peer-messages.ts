/**
 * Which messages one member lets another send it. The core takes more kinds, from its own driver: of a peer they
 * would stop the member, or have it do what only its own program may ask for.
 */
import type { Message, MessageType } from './rules/types.js';

const OF_PEERS: ReadonlySet<MessageType> = new Set([
  'App',
  'AppResp',
  'Vote',
  'VoteResp',
  'PreVote',
  'PreVoteResp',
  'Snap',
  'Heartbeat',
  'HeartbeatResp',
  'TimeoutNow',
  'ReadIndex',
  'ReadIndexResp',
]);

/** Proposals, wishes to hand over and to forget the leader are a member's own: nothing forwards them. */
export function isFromPeer({ type, to, from, term }: Message, selfId: number): boolean {
  if (to !== selfId || from === selfId || !OF_PEERS.has(type)) return false;
  // Read questions are the only ones that belong to no term.
  return term > 0 || type === 'ReadIndex';
}
