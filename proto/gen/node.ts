/**
 * Generated from proto/swarm/v1/node.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { InitReplyStatic, InitRequestStatic, JoinReplyStatic, JoinRequestStatic, LeaveReplyStatic, LeaveRequestStatic, LocalStatusReplyStatic, LocalStatusRequestStatic, type InitReplyRaw, type InitRequestRaw, type JoinReplyRaw, type JoinRequestRaw, type LeaveReplyRaw, type LeaveRequestRaw, type LocalStatusReplyRaw, type LocalStatusRequestRaw } from '#proto-static';
import { NODE_AVAILABILITY_DEFAULT, NODE_ROLE_DEFAULT, clusterSpecCreate, clusterSpecFromRaw, clusterSpecToRaw, nodeAvailabilityFromRaw, nodeAvailabilityToRaw, nodeRoleFromRaw, nodeRoleToRaw, type ClusterSpec, type ClusterSpecInput, type NodeAvailability, type NodeRole } from './objects.js';

export type LocalNodeState =
  | 'inactive'
  /** Joining, or starting again in the cluster it was in. */
  | 'pending'
  | 'active'
  | 'error';

/** In the order of their numbers on the wire. */
export const LOCAL_NODE_STATES: readonly LocalNodeState[] = ['inactive', 'pending', 'active', 'error'];

export const LOCAL_NODE_STATE_DEFAULT: LocalNodeState = 'inactive';
const LOCAL_NODE_STATE_BY_NUMBER: Readonly<Record<number, LocalNodeState | undefined>> = { [0]: 'inactive', [1]: 'pending', [2]: 'active', [3]: 'error' };
const LOCAL_NODE_STATE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'inactive': 0, 'pending': 1, 'active': 2, 'error': 3 };

export function localNodeStateFromRaw(value: number, messageName: string, fieldName: string): LocalNodeState {
  const word = LOCAL_NODE_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known LocalNodeState`, { fieldName, value });
}

export function localNodeStateToRaw(value: LocalNodeState, messageName: string, fieldName: string): number {
  const number = LOCAL_NODE_STATE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no LocalNodeState`);
}

export interface LocalStatusRequest extends rt.WithUnknownFields {
}

/** What LocalStatusRequestCodec.create accepts; all of it may be left out. */
export interface LocalStatusRequestInput extends rt.WithUnknownFields {
}

export function localStatusRequestCreate(partial: LocalStatusRequestInput = {}): LocalStatusRequest {
  const value: LocalStatusRequest = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function localStatusRequestFromRaw(raw: LocalStatusRequestRaw): LocalStatusRequest {
  const value: LocalStatusRequest = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function localStatusRequestToRaw(value: LocalStatusRequest): LocalStatusRequestRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LocalStatusRequestCodec: rt.MessageCodec<LocalStatusRequest, LocalStatusRequestInput> = {
  name: 'swarm.v1.LocalStatusRequest',
  encode: (value) => rt.encodeMessage(LocalStatusRequestStatic, localStatusRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LocalStatusRequest', LocalStatusRequestStatic, bytes, localStatusRequestFromRaw),
  create: localStatusRequestCreate,
};

export interface LocalStatusReply extends rt.WithUnknownFields {
  readonly state: LocalNodeState;
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: NodeRole;
  /** Path of the control socket; empty where no control plane runs. */
  readonly controlSocket: string;
  readonly managerAddresses: readonly string[];
  /** Why it is not active. */
  readonly error: string;
  readonly version: string;
  readonly engineVersion: string;
}

/** What LocalStatusReplyCodec.create accepts; all of it may be left out. */
export interface LocalStatusReplyInput extends rt.WithUnknownFields {
  readonly state?: LocalNodeState | undefined;
  readonly nodeId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly role?: NodeRole | undefined;
  /** Path of the control socket; empty where no control plane runs. */
  readonly controlSocket?: string | undefined;
  readonly managerAddresses?: readonly string[] | undefined;
  /** Why it is not active. */
  readonly error?: string | undefined;
  readonly version?: string | undefined;
  readonly engineVersion?: string | undefined;
}

export function localStatusReplyCreate(partial: LocalStatusReplyInput = {}): LocalStatusReply {
  const value: LocalStatusReply = {
    state: partial.state ?? LOCAL_NODE_STATE_DEFAULT,
    nodeId: partial.nodeId ?? '',
    clusterId: partial.clusterId ?? '',
    role: partial.role ?? NODE_ROLE_DEFAULT,
    controlSocket: partial.controlSocket ?? '',
    managerAddresses: partial.managerAddresses ?? [],
    error: partial.error ?? '',
    version: partial.version ?? '',
    engineVersion: partial.engineVersion ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function localStatusReplyFromRaw(raw: LocalStatusReplyRaw): LocalStatusReply {
  const value: LocalStatusReply = {
    state: localNodeStateFromRaw(raw.state, 'swarm.v1.LocalStatusReply', 'state'),
    nodeId: raw.nodeId,
    clusterId: raw.clusterId,
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.LocalStatusReply', 'role'),
    controlSocket: raw.controlSocket,
    managerAddresses: raw.managerAddresses,
    error: raw.error,
    version: raw.version,
    engineVersion: raw.engineVersion,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function localStatusReplyToRaw(value: LocalStatusReply): LocalStatusReplyRaw {
  return {
    state: localNodeStateToRaw(value.state, 'swarm.v1.LocalStatusReply', 'state'),
    nodeId: value.nodeId,
    clusterId: value.clusterId,
    role: nodeRoleToRaw(value.role, 'swarm.v1.LocalStatusReply', 'role'),
    controlSocket: value.controlSocket,
    managerAddresses: value.managerAddresses,
    error: value.error,
    version: value.version,
    engineVersion: value.engineVersion,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LocalStatusReplyCodec: rt.MessageCodec<LocalStatusReply, LocalStatusReplyInput> = {
  name: 'swarm.v1.LocalStatusReply',
  encode: (value) => rt.encodeMessage(LocalStatusReplyStatic, localStatusReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LocalStatusReply', LocalStatusReplyStatic, bytes, localStatusReplyFromRaw),
  create: localStatusReplyCreate,
};

export interface InitRequest extends rt.WithUnknownFields {
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  readonly availability: NodeAvailability;
  readonly spec?: ClusterSpec | undefined;
  /** Goes on with the state of this node, which was a manager, as the only one. */
  readonly forceNewCluster: boolean;
  /** Path of a backup on this machine: begins with the state in it. */
  readonly restoreFile: string;
  /**
   * Where other nodes send the traffic of overlay networks to: an address, or the name of an interface.
   * Empty: where the node is reached otherwise.
   */
  readonly dataPathAddress: string;
}

/** What InitRequestCodec.create accepts; all of it may be left out. */
export interface InitRequestInput extends rt.WithUnknownFields {
  readonly listenAddress?: string | undefined;
  readonly advertiseAddress?: string | undefined;
  readonly availability?: NodeAvailability | undefined;
  readonly spec?: ClusterSpecInput | undefined;
  /** Goes on with the state of this node, which was a manager, as the only one. */
  readonly forceNewCluster?: boolean | undefined;
  /** Path of a backup on this machine: begins with the state in it. */
  readonly restoreFile?: string | undefined;
  /**
   * Where other nodes send the traffic of overlay networks to: an address, or the name of an interface.
   * Empty: where the node is reached otherwise.
   */
  readonly dataPathAddress?: string | undefined;
}

export function initRequestCreate(partial: InitRequestInput = {}): InitRequest {
  const value: InitRequest = {
    listenAddress: partial.listenAddress ?? '',
    advertiseAddress: partial.advertiseAddress ?? '',
    availability: partial.availability ?? NODE_AVAILABILITY_DEFAULT,
    spec: partial.spec === undefined ? undefined : clusterSpecCreate(partial.spec),
    forceNewCluster: partial.forceNewCluster ?? false,
    restoreFile: partial.restoreFile ?? '',
    dataPathAddress: partial.dataPathAddress ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function initRequestFromRaw(raw: InitRequestRaw): InitRequest {
  const value: InitRequest = {
    listenAddress: raw.listenAddress,
    advertiseAddress: raw.advertiseAddress,
    availability: nodeAvailabilityFromRaw(raw.availability, 'swarm.v1.InitRequest', 'availability'),
    spec: raw.spec == null ? undefined : clusterSpecFromRaw(raw.spec),
    forceNewCluster: raw.forceNewCluster,
    restoreFile: raw.restoreFile,
    dataPathAddress: raw.dataPathAddress,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function initRequestToRaw(value: InitRequest): InitRequestRaw {
  return {
    listenAddress: value.listenAddress,
    advertiseAddress: value.advertiseAddress,
    availability: nodeAvailabilityToRaw(value.availability, 'swarm.v1.InitRequest', 'availability'),
    spec: value.spec === undefined ? undefined : clusterSpecToRaw(value.spec),
    forceNewCluster: value.forceNewCluster,
    restoreFile: value.restoreFile,
    dataPathAddress: value.dataPathAddress,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const InitRequestCodec: rt.MessageCodec<InitRequest, InitRequestInput> = {
  name: 'swarm.v1.InitRequest',
  encode: (value) => rt.encodeMessage(InitRequestStatic, initRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.InitRequest', InitRequestStatic, bytes, initRequestFromRaw),
  create: initRequestCreate,
};

export interface InitReply extends rt.WithUnknownFields {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly workerToken: string;
  readonly advertiseAddress: string;
}

/** What InitReplyCodec.create accepts; all of it may be left out. */
export interface InitReplyInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly workerToken?: string | undefined;
  readonly advertiseAddress?: string | undefined;
}

export function initReplyCreate(partial: InitReplyInput = {}): InitReply {
  const value: InitReply = {
    nodeId: partial.nodeId ?? '',
    clusterId: partial.clusterId ?? '',
    workerToken: partial.workerToken ?? '',
    advertiseAddress: partial.advertiseAddress ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function initReplyFromRaw(raw: InitReplyRaw): InitReply {
  const value: InitReply = {
    nodeId: raw.nodeId,
    clusterId: raw.clusterId,
    workerToken: raw.workerToken,
    advertiseAddress: raw.advertiseAddress,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function initReplyToRaw(value: InitReply): InitReplyRaw {
  return {
    nodeId: value.nodeId,
    clusterId: value.clusterId,
    workerToken: value.workerToken,
    advertiseAddress: value.advertiseAddress,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const InitReplyCodec: rt.MessageCodec<InitReply, InitReplyInput> = {
  name: 'swarm.v1.InitReply',
  encode: (value) => rt.encodeMessage(InitReplyStatic, initReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.InitReply', InitReplyStatic, bytes, initReplyFromRaw),
  create: initReplyCreate,
};

export interface JoinRequest extends rt.WithUnknownFields {
  readonly remoteAddresses: readonly string[];
  readonly token: string;
  readonly availability: NodeAvailability;
  /** Where it will listen as a manager, now or when it is promoted. */
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  /** What the node's spec begins with; of a worker also how long it may be down until it is removed, 0: for ever. */
  readonly labels: Readonly<Record<string, string>>;
  readonly autoRemoveAfterMs: number;
  /** As in InitRequest. */
  readonly dataPathAddress: string;
}

/** What JoinRequestCodec.create accepts; all of it may be left out. */
export interface JoinRequestInput extends rt.WithUnknownFields {
  readonly remoteAddresses?: readonly string[] | undefined;
  readonly token?: string | undefined;
  readonly availability?: NodeAvailability | undefined;
  /** Where it will listen as a manager, now or when it is promoted. */
  readonly listenAddress?: string | undefined;
  readonly advertiseAddress?: string | undefined;
  /** What the node's spec begins with; of a worker also how long it may be down until it is removed, 0: for ever. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly autoRemoveAfterMs?: number | undefined;
  /** As in InitRequest. */
  readonly dataPathAddress?: string | undefined;
}

export function joinRequestCreate(partial: JoinRequestInput = {}): JoinRequest {
  const value: JoinRequest = {
    remoteAddresses: partial.remoteAddresses ?? [],
    token: partial.token ?? '',
    availability: partial.availability ?? NODE_AVAILABILITY_DEFAULT,
    listenAddress: partial.listenAddress ?? '',
    advertiseAddress: partial.advertiseAddress ?? '',
    labels: partial.labels ?? {},
    autoRemoveAfterMs: partial.autoRemoveAfterMs ?? 0,
    dataPathAddress: partial.dataPathAddress ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function joinRequestFromRaw(raw: JoinRequestRaw): JoinRequest {
  const value: JoinRequest = {
    remoteAddresses: raw.remoteAddresses,
    token: raw.token,
    availability: nodeAvailabilityFromRaw(raw.availability, 'swarm.v1.JoinRequest', 'availability'),
    listenAddress: raw.listenAddress,
    advertiseAddress: raw.advertiseAddress,
    labels: raw.labels,
    autoRemoveAfterMs: rt.readLong(raw.autoRemoveAfterMs, 'swarm.v1.JoinRequest', 'autoRemoveAfterMs'),
    dataPathAddress: raw.dataPathAddress,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function joinRequestToRaw(value: JoinRequest): JoinRequestRaw {
  return {
    remoteAddresses: value.remoteAddresses,
    token: value.token,
    availability: nodeAvailabilityToRaw(value.availability, 'swarm.v1.JoinRequest', 'availability'),
    listenAddress: value.listenAddress,
    advertiseAddress: value.advertiseAddress,
    labels: value.labels,
    autoRemoveAfterMs: rt.writeInt64(value.autoRemoveAfterMs, 'swarm.v1.JoinRequest', 'autoRemoveAfterMs'),
    dataPathAddress: value.dataPathAddress,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const JoinRequestCodec: rt.MessageCodec<JoinRequest, JoinRequestInput> = {
  name: 'swarm.v1.JoinRequest',
  encode: (value) => rt.encodeMessage(JoinRequestStatic, joinRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinRequest', JoinRequestStatic, bytes, joinRequestFromRaw),
  create: joinRequestCreate,
};

export interface JoinReply extends rt.WithUnknownFields {
  readonly nodeId: string;
  readonly role: NodeRole;
}

/** What JoinReplyCodec.create accepts; all of it may be left out. */
export interface JoinReplyInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  readonly role?: NodeRole | undefined;
}

export function joinReplyCreate(partial: JoinReplyInput = {}): JoinReply {
  const value: JoinReply = {
    nodeId: partial.nodeId ?? '',
    role: partial.role ?? NODE_ROLE_DEFAULT,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function joinReplyFromRaw(raw: JoinReplyRaw): JoinReply {
  const value: JoinReply = {
    nodeId: raw.nodeId,
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.JoinReply', 'role'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function joinReplyToRaw(value: JoinReply): JoinReplyRaw {
  return {
    nodeId: value.nodeId,
    role: nodeRoleToRaw(value.role, 'swarm.v1.JoinReply', 'role'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const JoinReplyCodec: rt.MessageCodec<JoinReply, JoinReplyInput> = {
  name: 'swarm.v1.JoinReply',
  encode: (value) => rt.encodeMessage(JoinReplyStatic, joinReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinReply', JoinReplyStatic, bytes, joinReplyFromRaw),
  create: joinReplyCreate,
};

export interface LeaveRequest extends rt.WithUnknownFields {
  readonly force: boolean;
}

/** What LeaveRequestCodec.create accepts; all of it may be left out. */
export interface LeaveRequestInput extends rt.WithUnknownFields {
  readonly force?: boolean | undefined;
}

export function leaveRequestCreate(partial: LeaveRequestInput = {}): LeaveRequest {
  const value: LeaveRequest = {
    force: partial.force ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function leaveRequestFromRaw(raw: LeaveRequestRaw): LeaveRequest {
  const value: LeaveRequest = {
    force: raw.force,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function leaveRequestToRaw(value: LeaveRequest): LeaveRequestRaw {
  return {
    force: value.force,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LeaveRequestCodec: rt.MessageCodec<LeaveRequest, LeaveRequestInput> = {
  name: 'swarm.v1.LeaveRequest',
  encode: (value) => rt.encodeMessage(LeaveRequestStatic, leaveRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LeaveRequest', LeaveRequestStatic, bytes, leaveRequestFromRaw),
  create: leaveRequestCreate,
};

export interface LeaveReply extends rt.WithUnknownFields {
}

/** What LeaveReplyCodec.create accepts; all of it may be left out. */
export interface LeaveReplyInput extends rt.WithUnknownFields {
}

export function leaveReplyCreate(partial: LeaveReplyInput = {}): LeaveReply {
  const value: LeaveReply = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function leaveReplyFromRaw(raw: LeaveReplyRaw): LeaveReply {
  const value: LeaveReply = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function leaveReplyToRaw(value: LeaveReply): LeaveReplyRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LeaveReplyCodec: rt.MessageCodec<LeaveReply, LeaveReplyInput> = {
  name: 'swarm.v1.LeaveReply',
  encode: (value) => rt.encodeMessage(LeaveReplyStatic, leaveReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LeaveReply', LeaveReplyStatic, bytes, leaveReplyFromRaw),
  create: leaveReplyCreate,
};

export const LocalNodeService = {
  name: 'swarm.v1.LocalNode',
  methods: {
    status: {
      name: 'Status',
      path: '/swarm.v1.LocalNode/Status',
      kind: 'unary',
      request: LocalStatusRequestCodec,
      response: LocalStatusReplyCodec,
    },
    init: {
      name: 'Init',
      path: '/swarm.v1.LocalNode/Init',
      kind: 'unary',
      request: InitRequestCodec,
      response: InitReplyCodec,
    },
    join: {
      name: 'Join',
      path: '/swarm.v1.LocalNode/Join',
      kind: 'unary',
      request: JoinRequestCodec,
      response: JoinReplyCodec,
    },
    leave: {
      name: 'Leave',
      path: '/swarm.v1.LocalNode/Leave',
      kind: 'unary',
      request: LeaveRequestCodec,
      response: LeaveReplyCodec,
    },
  },
} as const satisfies rt.ServiceDefinition;
