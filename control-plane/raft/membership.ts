/**
 * Who is in the cluster, beyond what the core needs to know: names, addresses, the highest id ever given, and
 * which cluster of which recovery epoch this is. Values only; each change makes a new one.
 *
 * It lives in the `data` of snapshots and is changed by the configuration changes of the log, which carry name
 * and address: all copies of the log agree on it. An id is never given twice, so an id that is not higher than
 * the highest and belongs to no member is one that was removed.
 */
import { LogInvariantError } from './log-errors.js';
import type { Member } from './member-log.js';
import { sameConfState } from './rules/tracker/membership.js';
import { type ConfChange, type ConfState, type Message, NONE } from './rules/types.js';

export interface Peer {
  readonly id: number;
  readonly name: string;
  readonly address: string;
}

export interface Membership {
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  readonly highestId: number;
  /** In ascending order of ids. */
  readonly peers: readonly Peer[];
}

const FORMAT = 1;

/** What the context of a configuration change says of the member that it is about. */
export function encodePeer(peer: Pick<Peer, 'name' | 'address'>): Uint8Array {
  return Buffer.from(JSON.stringify({ format: FORMAT, name: peer.name, address: peer.address }));
}

function parsedObject(bytes: Uint8Array, what: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString());
  } catch (error) {
    throw new LogInvariantError(`${what} is not readable: ${String(error)}`);
  }
  if (typeof parsed !== 'object' || parsed === null) throw new LogInvariantError(`${what} is no object`);
  const object = parsed as Record<string, unknown>;
  if (typeof object.format !== 'number' || object.format > FORMAT) {
    throw new LogInvariantError(`${what} has format ${String(object.format)}; this build reads ${FORMAT}`);
  }
  return object;
}

function textOf(object: Record<string, unknown>, field: string): string {
  const value = object[field];
  if (typeof value !== 'string') throw new LogInvariantError(`a member without ${field}`);
  return value;
}

function numberOf(object: Record<string, unknown>, field: string): number {
  const value = object[field];
  if (!Number.isSafeInteger(value)) throw new LogInvariantError(`a membership without ${field}`);
  return value as number;
}

/**
 * The members after this change was applied, and with it this configuration came into force. Whoever still votes in
 * the half that is being left stays a member until it is.
 */
export function changedMembership(
  membership: Membership,
  change: ConfChange,
  confState: ConfState,
): Membership {
  const { voters, learners, votersOutgoing } = confState;
  const ids = new Set([...voters, ...learners, ...votersOutgoing]);
  const peerById = new Map(membership.peers.map((peer) => [peer.id, peer]));
  let { highestId } = membership;
  for (const { nodeId } of change.version === 1 ? [change] : change.changes) {
    if (nodeId === NONE) continue;
    highestId = Math.max(highestId, nodeId);
    const peer = peerOf(nodeId, change.context);
    if (peer !== undefined) peerById.set(nodeId, peer);
  }
  const peers = [...peerById.values()].filter(({ id }) => ids.has(id)).toSorted((a, b) => a.id - b.id);
  return { ...membership, highestId, peers };
}

function peerOf(id: number, context: Uint8Array | undefined): Peer | undefined {
  if (context === undefined || context.length === 0) return undefined;
  const object = parsedObject(context, 'the context of a change of the members');
  return { id, name: textOf(object, 'name'), address: textOf(object, 'address') };
}

/** Everybody in the configuration, with what is known of them. */
export function membersOf(membership: Membership, confState: ConfState): readonly Member[] {
  const voters = new Set([...confState.voters, ...confState.votersOutgoing]);
  const ids = new Set([...voters, ...confState.learners]);
  return [...ids]
    .toSorted((a, b) => a - b)
    .map((id) => {
      const { name, address } = membership.peers.find((peer) => peer.id === id) ?? {
        name: `${id}`,
        address: '',
      };
      return { id, name, address, role: voters.has(id) ? 'voter' : 'learner' };
    });
}

export const isSoleVoter = ({ voters, votersOutgoing }: ConfState, id: number): boolean =>
  voters.length === 1 && voters[0] === id && votersOutgoing.length === 0;

/** Also once a joint configuration is left. */
export const hasVote = ({ voters }: ConfState, id: number): boolean => voters.includes(id);

export const wasRemoved = (membership: Membership, id: number): boolean =>
  id <= membership.highestId && !membership.peers.some((peer) => peer.id === id);

/** What a snapshot's reference says: the configuration of its index and the members' names. */
export interface SnapshotMembers {
  readonly confState: ConfState;
  readonly membership: Membership;
}

export function encodeSnapshotMembers({ confState, membership }: SnapshotMembers): Uint8Array {
  return Buffer.from(JSON.stringify({ format: FORMAT, confState, ...membership }));
}

/** Throws for what this build can not read. */
export function decodeSnapshotMembers(bytes: Uint8Array): SnapshotMembers {
  const object = parsedObject(bytes, 'the list of members in a snapshot');
  const state = object.confState as ConfState | undefined;
  const peers = object.peers as readonly Record<string, unknown>[] | undefined;
  if (!Array.isArray(state?.voters) || !Array.isArray(peers)) {
    throw new LogInvariantError('the list of members in a snapshot holds no members');
  }
  const { voters, learners, votersOutgoing, learnersNext, autoLeave } = state;
  return {
    confState: { voters, learners, votersOutgoing, learnersNext, autoLeave },
    membership: {
      clusterId: textOf(object, 'clusterId'),
      recoveryEpoch: numberOf(object, 'recoveryEpoch'),
      highestId: numberOf(object, 'highestId'),
      peers: peers.map((peer) => ({
        id: numberOf(peer, 'id'),
        name: textOf(peer, 'name'),
        address: textOf(peer, 'address'),
      })),
    },
  };
}

/** Throws for a snapshot that this member must not take in place of its own log: unreadable, or not of its cluster. */
export function checkSnapshot({ snapshot }: Pick<Message, 'snapshot'>, ours: Membership): void {
  const { confState, membership } = decodeSnapshotMembers(snapshot?.data ?? new Uint8Array(0));
  const { clusterId, recoveryEpoch } = membership;
  if (clusterId !== ours.clusterId || recoveryEpoch !== ours.recoveryEpoch) {
    throw new LogInvariantError(`a snapshot of cluster ${clusterId}, epoch ${recoveryEpoch}`);
  }
  const metadata = snapshot?.metadata.confState;
  if (metadata === undefined || !sameConfState(metadata, confState)) {
    throw new LogInvariantError('a snapshot whose two lists of members differ');
  }
}
