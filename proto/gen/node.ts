/**
 * Generated from proto/swarm/v1/node.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { NODE_AVAILABILITY_DEFAULT, NODE_ROLE_DEFAULT, clusterSpecCreate, clusterSpecRead, clusterSpecWrite, nodeAvailabilityFromNumber, nodeAvailabilityToNumber, nodeRoleFromNumber, nodeRoleToNumber, type ClusterSpec, type ClusterSpecInput, type NodeAvailability, type NodeRole } from './objects.js';

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

export function localNodeStateFromNumber(value: number, messageName: string, fieldName: string): LocalNodeState {
  const word = LOCAL_NODE_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known LocalNodeState`, { fieldName, value });
}

export function localNodeStateToNumber(value: LocalNodeState, messageName: string, fieldName: string): number {
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

export function localStatusRequestWrite(value: LocalStatusRequest, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function localStatusRequestRead(from: rt.Reader): LocalStatusRequest {
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: LocalStatusRequest = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LocalStatusRequestCodec: rt.MessageCodec<LocalStatusRequest, LocalStatusRequestInput> = {
  name: 'swarm.v1.LocalStatusRequest',
  encode: (value) => rt.encodeMessage(value, localStatusRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LocalStatusRequest', bytes, localStatusRequestRead),
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

export function localStatusReplyWrite(value: LocalStatusReply, to: rt.Writer): void {
  if (value.state !== LOCAL_NODE_STATE_DEFAULT) { to.uint32(8); to.int32(localNodeStateToNumber(value.state, 'swarm.v1.LocalStatusReply', 'state')); }
  if (value.nodeId !== '') { to.uint32(18); to.string(value.nodeId); }
  if (value.clusterId !== '') { to.uint32(26); to.string(value.clusterId); }
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(32); to.int32(nodeRoleToNumber(value.role, 'swarm.v1.LocalStatusReply', 'role')); }
  if (value.controlSocket !== '') { to.uint32(42); to.string(value.controlSocket); }
  for (const item of value.managerAddresses) { to.uint32(50); to.string(item); }
  if (value.error !== '') { to.uint32(58); to.string(value.error); }
  if (value.version !== '') { to.uint32(66); to.string(value.version); }
  if (value.engineVersion !== '') { to.uint32(74); to.string(value.engineVersion); }
  rt.writeUnknown(value, to);
}

export function localStatusReplyRead(from: rt.Reader): LocalStatusReply {
  let $state: LocalNodeState = LOCAL_NODE_STATE_DEFAULT;
  let $nodeId: string = '';
  let $clusterId: string = '';
  let $role: NodeRole = NODE_ROLE_DEFAULT;
  let $controlSocket: string = '';
  let $managerAddresses: string[] | undefined;
  let $error: string = '';
  let $version: string = '';
  let $engineVersion: string = '';
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $state = localNodeStateFromNumber(from.int32(), 'swarm.v1.LocalStatusReply', 'state');
        continue;
      }
      case 18: {
        $nodeId = from.string();
        continue;
      }
      case 26: {
        $clusterId = from.string();
        continue;
      }
      case 32: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.LocalStatusReply', 'role');
        continue;
      }
      case 42: {
        $controlSocket = from.string();
        continue;
      }
      case 50: {
        ($managerAddresses ??= []).push(from.string());
        continue;
      }
      case 58: {
        $error = from.string();
        continue;
      }
      case 66: {
        $version = from.string();
        continue;
      }
      case 74: {
        $engineVersion = from.string();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: LocalStatusReply = {
    state: $state,
    nodeId: $nodeId,
    clusterId: $clusterId,
    role: $role,
    controlSocket: $controlSocket,
    managerAddresses: $managerAddresses ?? [],
    error: $error,
    version: $version,
    engineVersion: $engineVersion,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LocalStatusReplyCodec: rt.MessageCodec<LocalStatusReply, LocalStatusReplyInput> = {
  name: 'swarm.v1.LocalStatusReply',
  encode: (value) => rt.encodeMessage(value, localStatusReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LocalStatusReply', bytes, localStatusReplyRead),
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

export function initRequestWrite(value: InitRequest, to: rt.Writer): void {
  if (value.listenAddress !== '') { to.uint32(10); to.string(value.listenAddress); }
  if (value.advertiseAddress !== '') { to.uint32(18); to.string(value.advertiseAddress); }
  if (value.availability !== NODE_AVAILABILITY_DEFAULT) { to.uint32(24); to.int32(nodeAvailabilityToNumber(value.availability, 'swarm.v1.InitRequest', 'availability')); }
  if (value.spec !== undefined) { to.uint32(34); { const start = to.fork(); clusterSpecWrite(value.spec, to); to.join(start); } }
  if (value.forceNewCluster) { to.uint32(40); to.bool(value.forceNewCluster); }
  if (value.restoreFile !== '') { to.uint32(50); to.string(value.restoreFile); }
  if (value.dataPathAddress !== '') { to.uint32(58); to.string(value.dataPathAddress); }
  rt.writeUnknown(value, to);
}

export function initRequestRead(from: rt.Reader): InitRequest {
  let $listenAddress: string = '';
  let $advertiseAddress: string = '';
  let $availability: NodeAvailability = NODE_AVAILABILITY_DEFAULT;
  let $spec: ClusterSpec | undefined;
  let $forceNewCluster: boolean = false;
  let $restoreFile: string = '';
  let $dataPathAddress: string = '';
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $listenAddress = from.string();
        continue;
      }
      case 18: {
        $advertiseAddress = from.string();
        continue;
      }
      case 24: {
        $availability = nodeAvailabilityFromNumber(from.int32(), 'swarm.v1.InitRequest', 'availability');
        continue;
      }
      case 34: {
        const outer = from.enter();
        $spec = $spec !== undefined ? rt.readMore(from, $spec, clusterSpecWrite, clusterSpecRead) : clusterSpecRead(from);
        from.leave(outer);
        continue;
      }
      case 40: {
        $forceNewCluster = from.bool();
        continue;
      }
      case 50: {
        $restoreFile = from.string();
        continue;
      }
      case 58: {
        $dataPathAddress = from.string();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: InitRequest = {
    listenAddress: $listenAddress,
    advertiseAddress: $advertiseAddress,
    availability: $availability,
    spec: $spec,
    forceNewCluster: $forceNewCluster,
    restoreFile: $restoreFile,
    dataPathAddress: $dataPathAddress,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const InitRequestCodec: rt.MessageCodec<InitRequest, InitRequestInput> = {
  name: 'swarm.v1.InitRequest',
  encode: (value) => rt.encodeMessage(value, initRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.InitRequest', bytes, initRequestRead),
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

export function initReplyWrite(value: InitReply, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10); to.string(value.nodeId); }
  if (value.clusterId !== '') { to.uint32(18); to.string(value.clusterId); }
  if (value.workerToken !== '') { to.uint32(26); to.string(value.workerToken); }
  if (value.advertiseAddress !== '') { to.uint32(34); to.string(value.advertiseAddress); }
  rt.writeUnknown(value, to);
}

export function initReplyRead(from: rt.Reader): InitReply {
  let $nodeId: string = '';
  let $clusterId: string = '';
  let $workerToken: string = '';
  let $advertiseAddress: string = '';
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.string();
        continue;
      }
      case 18: {
        $clusterId = from.string();
        continue;
      }
      case 26: {
        $workerToken = from.string();
        continue;
      }
      case 34: {
        $advertiseAddress = from.string();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: InitReply = {
    nodeId: $nodeId,
    clusterId: $clusterId,
    workerToken: $workerToken,
    advertiseAddress: $advertiseAddress,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const InitReplyCodec: rt.MessageCodec<InitReply, InitReplyInput> = {
  name: 'swarm.v1.InitReply',
  encode: (value) => rt.encodeMessage(value, initReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.InitReply', bytes, initReplyRead),
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

export function joinRequestWrite(value: JoinRequest, to: rt.Writer): void {
  for (const item of value.remoteAddresses) { to.uint32(10); to.string(item); }
  if (value.token !== '') { to.uint32(18); to.string(value.token); }
  if (value.availability !== NODE_AVAILABILITY_DEFAULT) { to.uint32(24); to.int32(nodeAvailabilityToNumber(value.availability, 'swarm.v1.JoinRequest', 'availability')); }
  if (value.listenAddress !== '') { to.uint32(34); to.string(value.listenAddress); }
  if (value.advertiseAddress !== '') { to.uint32(42); to.string(value.advertiseAddress); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(50);
    const entry = to.fork();
    to.uint32(10); to.string(key);
    to.uint32(18); to.string(item);
    to.join(entry);
  }
  if (value.autoRemoveAfterMs !== 0) { to.uint32(56); to.int64(rt.writeInt64(value.autoRemoveAfterMs, 'swarm.v1.JoinRequest', 'autoRemoveAfterMs')); }
  if (value.dataPathAddress !== '') { to.uint32(66); to.string(value.dataPathAddress); }
  rt.writeUnknown(value, to);
}

export function joinRequestRead(from: rt.Reader): JoinRequest {
  let $remoteAddresses: string[] | undefined;
  let $token: string = '';
  let $availability: NodeAvailability = NODE_AVAILABILITY_DEFAULT;
  let $listenAddress: string = '';
  let $advertiseAddress: string = '';
  let $labels: Record<string, string> | undefined;
  let $autoRemoveAfterMs: number = 0;
  let $dataPathAddress: string = '';
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($remoteAddresses ??= []).push(from.string());
        continue;
      }
      case 18: {
        $token = from.string();
        continue;
      }
      case 24: {
        $availability = nodeAvailabilityFromNumber(from.int32(), 'swarm.v1.JoinRequest', 'availability');
        continue;
      }
      case 34: {
        $listenAddress = from.string();
        continue;
      }
      case 42: {
        $advertiseAddress = from.string();
        continue;
      }
      case 50: {
        const entry = from.enter();
        let key = '';
        let item: string | undefined;
        while (from.hasMore) {
          const part = from.tag();
          if (part === 10) key = from.string();
          else if (part === 18) item = from.string();
          else from.skip(part);
        }
        from.leave(entry);
        rt.setEntry(($labels ??= {}), key, item ?? '');
        continue;
      }
      case 56: {
        $autoRemoveAfterMs = rt.readLong(from.int64(), 'swarm.v1.JoinRequest', 'autoRemoveAfterMs');
        continue;
      }
      case 66: {
        $dataPathAddress = from.string();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: JoinRequest = {
    remoteAddresses: $remoteAddresses ?? [],
    token: $token,
    availability: $availability,
    listenAddress: $listenAddress,
    advertiseAddress: $advertiseAddress,
    labels: $labels ?? {},
    autoRemoveAfterMs: $autoRemoveAfterMs,
    dataPathAddress: $dataPathAddress,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const JoinRequestCodec: rt.MessageCodec<JoinRequest, JoinRequestInput> = {
  name: 'swarm.v1.JoinRequest',
  encode: (value) => rt.encodeMessage(value, joinRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinRequest', bytes, joinRequestRead),
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

export function joinReplyWrite(value: JoinReply, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10); to.string(value.nodeId); }
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(16); to.int32(nodeRoleToNumber(value.role, 'swarm.v1.JoinReply', 'role')); }
  rt.writeUnknown(value, to);
}

export function joinReplyRead(from: rt.Reader): JoinReply {
  let $nodeId: string = '';
  let $role: NodeRole = NODE_ROLE_DEFAULT;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.string();
        continue;
      }
      case 16: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.JoinReply', 'role');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: JoinReply = {
    nodeId: $nodeId,
    role: $role,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const JoinReplyCodec: rt.MessageCodec<JoinReply, JoinReplyInput> = {
  name: 'swarm.v1.JoinReply',
  encode: (value) => rt.encodeMessage(value, joinReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinReply', bytes, joinReplyRead),
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

export function leaveRequestWrite(value: LeaveRequest, to: rt.Writer): void {
  if (value.force) { to.uint32(8); to.bool(value.force); }
  rt.writeUnknown(value, to);
}

export function leaveRequestRead(from: rt.Reader): LeaveRequest {
  let $force: boolean = false;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $force = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: LeaveRequest = {
    force: $force,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LeaveRequestCodec: rt.MessageCodec<LeaveRequest, LeaveRequestInput> = {
  name: 'swarm.v1.LeaveRequest',
  encode: (value) => rt.encodeMessage(value, leaveRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LeaveRequest', bytes, leaveRequestRead),
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

export function leaveReplyWrite(value: LeaveReply, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function leaveReplyRead(from: rt.Reader): LeaveReply {
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: LeaveReply = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LeaveReplyCodec: rt.MessageCodec<LeaveReply, LeaveReplyInput> = {
  name: 'swarm.v1.LeaveReply',
  encode: (value) => rt.encodeMessage(value, leaveReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LeaveReply', bytes, leaveReplyRead),
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
