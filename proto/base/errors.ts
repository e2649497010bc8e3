/**
 * Expected failures: a closed list of codes, each with typed facts, a gRPC status and a sentence.
 * What is said to users stands here once: what happened, then what to do. Programmer's mistakes are
 * invariants (invariant.ts).
 */

/** Why a member does not speak with another; only `unknown` may pass by itself. */
export type PeerRefusalKind = 'other-cluster' | 'other-epoch' | 'removed' | 'impostor' | 'unknown';

/** Code → facts. Facts travel over the wire as JSON. */
export interface Facts {
  'input.invalid': { field: string; rule: string; value?: string };
  'not-supported': { what: string };
  'object.not-found': { kind: string; ref: string; candidates: readonly string[] };
  'object.ambiguous': { kind: string; ref: string; candidates: readonly string[] };
  'object.name-taken': { kind: string; name: string };
  /** `clash` says which fields both have changed, where that is known. */
  'object.conflict': { kind: string; id: string; yours: number; current: number; clash?: string };
  'rollout.refused': { service: string; reason: string };
  'node.not-removable': { node: string; state: string };
  'node.removed': { nodeId: string };
  /** `users` are services, tasks and containers in words, the first of them. */
  'network.in-use': { network: string; users: readonly string[] };
  /** The same of the network of published ports, which no service is attached to by name. */
  'network.ingress-in-use': { network: string; users: readonly string[] };
  'swarm.not-member': Record<string, never>;
  'swarm.already-member': { nodeId: string };
  'swarm.no-control-plane': { managers: readonly string[] };
  'swarm.leave-refused': { reason: string };
  'swarm.state-locked': { directory: string };
  'token.malformed': { rule: string };
  'token.refused': Record<string, never>;
  'token.wrong-cluster': { address: string };
  'certificate.expired': { nodeId: string; expiredAt: string };
  'certificate.refused': { reason: string };
  'auth.denied': { caller: string; method: string };
  'rate.limited': { what: string; retryAfterMs: number };
  'manager.unreachable': { addresses: readonly string[]; reason: string };
  'manager.not-leader': { leader: string };
  'peer.refused': { kind: PeerRefusalKind; reason: string };
  /** `missing` are managers in words; `isUnknown`: a change was under way, and may have been made. */
  'manager.no-quorum': { missing: readonly string[]; needed: number; voters: number; isUnknown: boolean };
  /** What would be left: so many voters, of which so many are needed and so many reachable. */
  'manager.quorum-at-risk': { node: string; voters: number; needed: number; reachable: number };
  'manager.last': { node: string };
  /** The cluster was recovered by hand since: `epoch` is in force, `ours` is that of the manager. */
  'manager.superseded': { epoch: number; ours: number };
  'session.replaced': { nodeId: string };
  'format.unknown': { what: string; format: number; readerFormat: number };
  'store.full': { reason: string };
  'store.outcome-unknown': { reason: string };
  'store.too-large': { sizeBytes: number; limitBytes: number };
  'runtime.unreachable': { endpoint: string; reason: string };
  'runtime.failed': { what: string; reason: string };
  /** It does not stand on this node yet. */
  'network.not-ready': { network: string; reason: string };
  'logs.unavailable': { source: string; reason: string };
  'call.timed-out': { what: string; afterMs: number };
  internal: { reason: string };
}

export type ErrorCode = keyof Facts;

/** The gRPC status names this program answers with (grpc/status.h). */
export type RpcStatus =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'ABORTED'
  | 'FAILED_PRECONDITION'
  | 'PERMISSION_DENIED'
  | 'UNAUTHENTICATED'
  | 'RESOURCE_EXHAUSTED'
  | 'UNAVAILABLE'
  | 'UNIMPLEMENTED'
  | 'DEADLINE_EXCEEDED'
  | 'INTERNAL';

type Entry<C extends ErrorCode> = readonly [RpcStatus, (facts: Facts[C]) => string];

const listed = (kind: string, candidates: readonly string[]): string => {
  if (candidates.length === 0) return `There are no ${kind}s.`;
  return `Did you mean ${candidates.length === 1 ? '' : 'one of: '}${candidates.join(', ')}?`;
};

const TABLE: { readonly [C in ErrorCode]: Entry<C> } = {
  'input.invalid': [
    'INVALID_ARGUMENT',
    ({ field, rule, value }) => `${field}${value === undefined ? '' : ` "${value}"`}: ${rule}`,
  ],
  'not-supported': ['UNIMPLEMENTED', ({ what }) => `${what}: not supported yet`],
  'object.not-found': [
    'NOT_FOUND',
    ({ kind, ref, candidates }) => `No ${kind} "${ref}". ${listed(kind, candidates)}`,
  ],
  'object.ambiguous': [
    'INVALID_ARGUMENT',
    ({ kind, ref, candidates }) =>
      `"${ref}" fits more than one ${kind}: ${candidates.join(', ')}. Write one of these, or enough of its id.`,
  ],
  'object.name-taken': [
    'ALREADY_EXISTS',
    ({ kind, name }) => `A ${kind} named "${name}" already exists. Choose another name, or update that one.`,
  ],
  'object.conflict': [
    'ABORTED',
    ({ kind, id, yours, current, clash }) =>
      clash !== undefined
        ? `${kind} ${id} was changed by someone else meanwhile, and in the same place: ${clash}. Nothing of yours was changed. Look at it again, then repeat the change.`
        : `${kind} ${id} was changed by someone else: your change was made from version ${yours}, it is at version ${current}. Look at it again, then repeat the change.`,
  ],
  'rollout.refused': ['FAILED_PRECONDITION', ({ service, reason }) => `Service ${service} ${reason}`],
  'node.not-removable': [
    'FAILED_PRECONDITION',
    ({ node, state }) =>
      state.includes('manager')
        ? `Node ${node} is ${state} and cannot be removed. Demote it first with "swarmctl node demote ${node}"${state === 'a manager' ? '; one that will not come back can be removed with --force' : ''}.`
        : state === 'being demoted'
          ? `Node ${node} is being demoted and cannot be removed yet. Try again when it is a worker; one that will not come back can be removed with --force.`
          : `Node ${node} is ${state} and cannot be removed. Run "swarmctl swarm leave" on it first, or remove it with --force.`,
  ],
  'node.removed': [
    'PERMISSION_DENIED',
    ({ nodeId }) => `Node ${nodeId} is no longer a member of this cluster. Join it again with a join token.`,
  ],
  'network.in-use': [
    'FAILED_PRECONDITION',
    ({ network, users }) =>
      `Network ${network} is in use and cannot be removed: by ${users.join(', ')}. Remove them, or take services off the network with "swarmctl service update --network-rm ${network}" and containers with "docker network disconnect ${network} CONTAINER" on their nodes, and try again when tasks have ended.`,
  ],
  'network.ingress-in-use': [
    'FAILED_PRECONDITION',
    ({ network, users }) =>
      `Network ${network} carries published ports and cannot be removed: it is in use by ${users.join(', ')}. Remove them, or take their ports back with "swarmctl service update --publish-rm PORT", and try again when their tasks have ended.`,
  ],
  'swarm.not-member': [
    'FAILED_PRECONDITION',
    () =>
      'This node is not part of a cluster. Start one with "swarmctl swarm init", or join one with "swarmctl swarm join".',
  ],
  'swarm.already-member': [
    'FAILED_PRECONDITION',
    ({ nodeId }) =>
      `This node is already part of a cluster (as ${nodeId}). Leave it first with "swarmctl swarm leave".`,
  ],
  'swarm.no-control-plane': [
    'FAILED_PRECONDITION',
    ({ managers }) =>
      `This node is a worker and answers no such command. Ask a manager${managers.length === 0 ? '' : ` (${managers.join(', ')})`}, on that node or with --host.`,
  ],
  'swarm.leave-refused': ['FAILED_PRECONDITION', ({ reason }) => reason],
  'swarm.state-locked': [
    'FAILED_PRECONDITION',
    ({ directory }) =>
      `Another swarmd uses the state directory ${directory}. Stop it first, or give this one its own --state-dir.`,
  ],
  'token.malformed': [
    'INVALID_ARGUMENT',
    ({ rule }) =>
      `join token: ${rule}. Print a valid one on a manager with "swarmctl swarm join-token worker".`,
  ],
  'token.refused': [
    'PERMISSION_DENIED',
    () =>
      'The join token was refused: it is not, or no longer, a token of this cluster. Print the present one on a manager with "swarmctl swarm join-token worker".',
  ],
  'token.wrong-cluster': [
    'FAILED_PRECONDITION',
    ({ address }) =>
      `The cluster at ${address} is not the one the join token was made for: the digest of its root certificate differs. Check the address, and print a new token there.`,
  ],
  'certificate.expired': [
    'UNAUTHENTICATED',
    ({ nodeId, expiredAt }) =>
      `The certificate of node ${nodeId} expired at ${expiredAt}. Check the clock; if it is right, leave the cluster with --force and join again.`,
  ],
  'certificate.refused': ['UNAUTHENTICATED', ({ reason }) => `The certificate was refused: ${reason}`],
  'auth.denied': [
    'PERMISSION_DENIED',
    ({ caller, method }) => `${caller} may not call ${method}. Call it from a manager node.`,
  ],
  'rate.limited': [
    'RESOURCE_EXHAUSTED',
    ({ what, retryAfterMs }) => `Too many ${what}. Try again in ${Math.ceil(retryAfterMs / 1000)} s.`,
  ],
  'manager.unreachable': [
    'UNAVAILABLE',
    ({ addresses, reason }) =>
      // A reason that is a sentence says what to do itself.
      `No manager could be reached (tried ${addresses.join(', ')}): ${reason}${reason.endsWith('.') ? '' : '. Is swarmd running there?'}`,
  ],
  'manager.not-leader': [
    'UNAVAILABLE',
    ({ leader }) =>
      leader === '' ? 'The cluster has no leader now. Try again.' : `The leader is ${leader}.`,
  ],
  'peer.refused': [
    'FAILED_PRECONDITION',
    ({ reason }) => `A manager does not speak with this one: ${reason}`,
  ],
  'manager.no-quorum': [
    'UNAVAILABLE',
    ({ missing, needed, voters, isUnknown }) =>
      `Too few managers are up: ${needed} of ${voters} are needed, and ${missing.join(', ')} ${missing.length === 1 ? 'does' : 'do'} not answer. Running tasks keep running; nothing can be changed until enough of them are back.${isUnknown ? ' Whether this change was made is not known: look before you repeat it.' : ''}`,
  ],
  'manager.quorum-at-risk': [
    'FAILED_PRECONDITION',
    ({ node, voters, needed, reachable }) =>
      `Without node ${node} there would be ${voters} manager${voters === 1 ? '' : 's'}, of which ${needed} must be up and ${reachable} ${reachable === 1 ? 'is' : 'are'}. Bring managers back, or promote other nodes, first.`,
  ],
  'manager.last': [
    'FAILED_PRECONDITION',
    ({ node }) =>
      `Node ${node} is the last manager. Promote another node first; to end the cluster, run "swarmctl swarm leave --force" on it.`,
  ],
  'manager.superseded': [
    'FAILED_PRECONDITION',
    ({ epoch, ours }) =>
      `The cluster was recovered since: recovery ${epoch} is in force, and this manager is of recovery ${ours}. Nodes no longer follow it. Stop it, and join it anew with "swarmctl swarm leave --force" and "swarmctl swarm join".`,
  ],
  'session.replaced': ['ABORTED', ({ nodeId }) => `Node ${nodeId} opened a newer session.`],
  'format.unknown': [
    'FAILED_PRECONDITION',
    ({ what, format, readerFormat }) =>
      `${what} has format ${format}; this build reads up to ${readerFormat}. Use the newer build that wrote it.`,
  ],
  'store.full': [
    'RESOURCE_EXHAUSTED',
    ({ reason }) =>
      `The manager cannot write to its disk (${reason}); nothing was changed. Make room there, then try again.`,
  ],
  'store.outcome-unknown': [
    'UNAVAILABLE',
    ({ reason }) => `It is not known whether the change was made (${reason}). Look before you repeat it.`,
  ],
  'store.too-large': [
    'INVALID_ARGUMENT',
    ({ sizeBytes, limitBytes }) =>
      `The change has ${sizeBytes} bytes; the most is ${limitBytes}. Make it smaller.`,
  ],
  'runtime.unreachable': [
    'UNAVAILABLE',
    ({ endpoint, reason }) => `The container engine at ${endpoint} does not answer: ${reason}`,
  ],
  'runtime.failed': ['FAILED_PRECONDITION', ({ what, reason }) => `${what}: ${reason}`],
  'network.not-ready': [
    'UNAVAILABLE',
    ({ network, reason }) => `Network ${network} does not stand on this node yet: ${reason}`,
  ],
  'logs.unavailable': ['UNAVAILABLE', ({ source, reason }) => `No logs from ${source}: ${reason}`],
  'call.timed-out': [
    'DEADLINE_EXCEEDED',
    ({ what, afterMs }) => `${what} did not finish within ${afterMs / 1000} s.`,
  ],
  internal: [
    'INTERNAL',
    ({ reason }) => `An error inside the program: ${reason}. Please report it with the log of swarmd.`,
  ],
};

/** An expected failure: code, typed facts, and the sentence for people as its message. */
export class SwarmError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'SwarmError';
  readonly code: C;
  readonly facts: Facts[C];

  constructor(code: C, facts: Facts[C], cause?: unknown) {
    super(sentence(code, facts), cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}

/** What happened and what to do, in words. */
export function sentence<C extends ErrorCode>(code: C, facts: Facts[C]): string {
  return TABLE[code][1](facts);
}

export function rpcStatusOf(code: ErrorCode): RpcStatus {
  return TABLE[code][0];
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(TABLE, code);
}

/** Whether the error is a SwarmError of that code. */
export function hasCode<C extends ErrorCode>(error: unknown, code: C): error is SwarmError<C> {
  return error instanceof SwarmError && error.code === code;
}

/** Any thrown value as a SwarmError; what is unknown becomes `internal` and keeps its cause. */
export function toSwarmError(error: unknown): SwarmError {
  if (error instanceof SwarmError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SwarmError('internal', { reason }, error);
}
