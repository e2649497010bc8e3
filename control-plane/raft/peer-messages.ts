/**
 * Which messages one member lets another send it. The core takes more kinds, from its own driver: of a peer they
 * would stop the member, or have it do what only its own program may ask for.
 */
import type { Message, MessageType, Role } from './rules/types.js';

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

export interface LogPlace {
  readonly role: Role;
  readonly term: number;
  readonly lastIndex: number;
}

/**
 * Whether a member can have sent this that keeps to the rules. The core takes anything else for the end of its own
 * log, and stops.
 */
export function isPossible(message: Message, own: LogPlace): boolean {
  const { type, term, index, commit, reject, entries } = message;
  switch (type) {
    case 'App':
      return entries.every((entry, nth) => entry.index === index + 1 + nth);
    case 'Heartbeat':
      return term < own.term || commit <= own.lastIndex;
    case 'AppResp':
      return reject || own.role !== 'leader' || term !== own.term || index <= own.lastIndex;
    default:
      return true;
  }
}
