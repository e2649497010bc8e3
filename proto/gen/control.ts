/**
 * Generated from proto/swarm/v1/control.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { logLineCreate, logLineRead, logLineWrite, logOptionsCreate, logOptionsRead, logOptionsWrite, networkReportCreate, networkReportRead, networkReportWrite, type LogLine, type LogLineInput, type LogOptions, type LogOptionsInput, type NetworkReport, type NetworkReportInput } from './dispatcher.js';
import { NODE_ROLE_DEFAULT, clusterSpecCreate, clusterSpecRead, clusterSpecWrite, metaCreate, metaRead, metaWrite, networkCreate, networkRead, networkSpecCreate, networkSpecRead, networkSpecWrite, networkWrite, nodeCreate, nodeRead, nodeRoleFromNumber, nodeRoleToNumber, nodeSpecCreate, nodeSpecRead, nodeSpecWrite, nodeWrite, serviceCreate, serviceRead, serviceRevisionCreate, serviceRevisionRead, serviceRevisionWrite, serviceSpecCreate, serviceSpecRead, serviceSpecWrite, serviceWrite, taskCreate, taskRead, taskSpecCreate, taskSpecRead, taskSpecWrite, taskWrite, type ClusterSpec, type ClusterSpecInput, type Meta, type MetaInput, type Network, type NetworkInput, type NetworkSpec, type NetworkSpecInput, type Node, type NodeInput, type NodeRole, type NodeSpec, type NodeSpecInput, type Service, type ServiceInput, type ServiceRevision, type ServiceRevisionInput, type ServiceSpec, type ServiceSpecInput, type Task, type TaskInput, type TaskSpec, type TaskSpecInput } from './objects.js';

export type RolloutAction =
  /** Back to the revision before the present one. */
  | 'rollback'
  /** No further slot is replaced. */
  | 'pause'
  /** On with a rollout that was paused, by whomever; failures are counted anew. */
  | 'resume'
  /** Every task is replaced though nothing changed. */
  | 'restart';

/** In the order of their numbers on the wire. */
export const ROLLOUT_ACTIONS: readonly RolloutAction[] = ['rollback', 'pause', 'resume', 'restart'];

export const ROLLOUT_ACTION_DEFAULT: RolloutAction = 'rollback';
const ROLLOUT_ACTION_BY_NUMBER: Readonly<Record<number, RolloutAction | undefined>> = { [0]: 'rollback', [1]: 'pause', [2]: 'resume', [3]: 'restart' };
const ROLLOUT_ACTION_NUMBERS: Readonly<Record<string, number | undefined>> = { 'rollback': 0, 'pause': 1, 'resume': 2, 'restart': 3 };

export function rolloutActionFromNumber(value: number, messageName: string, fieldName: string): RolloutAction {
  const word = ROLLOUT_ACTION_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known RolloutAction`, { fieldName, value });
}

export function rolloutActionToNumber(value: RolloutAction, messageName: string, fieldName: string): number {
  const number = ROLLOUT_ACTION_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no RolloutAction`);
}

export interface GetClusterRequest extends rt.WithUnknownFields {
}

/** What GetClusterRequestCodec.create accepts; all of it may be left out. */
export interface GetClusterRequestInput extends rt.WithUnknownFields {
}

export function getClusterRequestCreate(partial: GetClusterRequestInput = {}): GetClusterRequest {
  const value: GetClusterRequest = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getClusterRequestWrite(value: GetClusterRequest, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function getClusterRequestRead(from: rt.Reader, end: number, depth: number, before?: GetClusterRequest): GetClusterRequest {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetClusterRequest = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetClusterRequestCodec: rt.MessageCodec<GetClusterRequest, GetClusterRequestInput> = {
  name: 'swarm.v1.GetClusterRequest',
  encode: (value) => rt.encodeMessage(value, getClusterRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetClusterRequest', bytes, getClusterRequestRead),
  create: getClusterRequestCreate,
};

export interface GetClusterReply extends rt.WithUnknownFields {
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly spec?: ClusterSpec | undefined;
  /** The node that answers. */
  readonly nodeId: string;
  readonly version: string;
  readonly managerAddresses: readonly string[];
}

/** What GetClusterReplyCodec.create accepts; all of it may be left out. */
export interface GetClusterReplyInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly spec?: ClusterSpecInput | undefined;
  /** The node that answers. */
  readonly nodeId?: string | undefined;
  readonly version?: string | undefined;
  readonly managerAddresses?: readonly string[] | undefined;
}

export function getClusterReplyCreate(partial: GetClusterReplyInput = {}): GetClusterReply {
  const value: GetClusterReply = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    spec: partial.spec === undefined ? undefined : clusterSpecCreate(partial.spec),
    nodeId: partial.nodeId ?? '',
    version: partial.version ?? '',
    managerAddresses: partial.managerAddresses ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getClusterReplyWrite(value: GetClusterReply, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.spec !== undefined) { to.uint32(26).fork(); clusterSpecWrite(value.spec, to); to.ldelim(); }
  if (value.nodeId !== '') { to.uint32(34).string(value.nodeId); }
  if (value.version !== '') { to.uint32(42).string(value.version); }
  for (const item of value.managerAddresses) { to.uint32(50).string(item); }
  rt.writeUnknown(value, to);
}

export function getClusterReplyRead(from: rt.Reader, end: number, depth: number, before?: GetClusterReply): GetClusterReply {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $spec: ClusterSpec | undefined = before?.spec;
  let $nodeId: string = before?.nodeId ?? '';
  let $version: string = before?.version ?? '';
  let $managerAddresses = before?.managerAddresses as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $id = from.stringVerify();
        continue;
      }
      case 18: {
        $meta = metaRead(from, rt.endOfMessage(from, depth), depth + 1, $meta);
        continue;
      }
      case 26: {
        $spec = clusterSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 34: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 42: {
        $version = from.stringVerify();
        continue;
      }
      case 50: {
        ($managerAddresses ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetClusterReply = {
    id: $id,
    meta: $meta,
    spec: $spec,
    nodeId: $nodeId,
    version: $version,
    managerAddresses: $managerAddresses ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetClusterReplyCodec: rt.MessageCodec<GetClusterReply, GetClusterReplyInput> = {
  name: 'swarm.v1.GetClusterReply',
  encode: (value) => rt.encodeMessage(value, getClusterReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetClusterReply', bytes, getClusterReplyRead),
  create: getClusterReplyCreate,
};

export interface UpdateClusterRequest extends rt.WithUnknownFields {
  /** Version of the spec that the new one was made from. */
  readonly version: number;
  readonly spec?: ClusterSpec | undefined;
}

/** What UpdateClusterRequestCodec.create accepts; all of it may be left out. */
export interface UpdateClusterRequestInput extends rt.WithUnknownFields {
  /** Version of the spec that the new one was made from. */
  readonly version?: number | undefined;
  readonly spec?: ClusterSpecInput | undefined;
}

export function updateClusterRequestCreate(partial: UpdateClusterRequestInput = {}): UpdateClusterRequest {
  const value: UpdateClusterRequest = {
    version: partial.version ?? 0,
    spec: partial.spec === undefined ? undefined : clusterSpecCreate(partial.spec),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateClusterRequestWrite(value: UpdateClusterRequest, to: rt.Writer): void {
  if (value.version !== 0) { to.uint32(8).uint64(rt.writeUint64(value.version, 'swarm.v1.UpdateClusterRequest', 'version')); }
  if (value.spec !== undefined) { to.uint32(18).fork(); clusterSpecWrite(value.spec, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function updateClusterRequestRead(from: rt.Reader, end: number, depth: number, before?: UpdateClusterRequest): UpdateClusterRequest {
  let $version: number = before?.version ?? 0;
  let $spec: ClusterSpec | undefined = before?.spec;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $version = rt.readLong(from.uint64(), 'swarm.v1.UpdateClusterRequest', 'version');
        continue;
      }
      case 18: {
        $spec = clusterSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateClusterRequest = {
    version: $version,
    spec: $spec,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateClusterRequestCodec: rt.MessageCodec<UpdateClusterRequest, UpdateClusterRequestInput> = {
  name: 'swarm.v1.UpdateClusterRequest',
  encode: (value) => rt.encodeMessage(value, updateClusterRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateClusterRequest', bytes, updateClusterRequestRead),
  create: updateClusterRequestCreate,
};

export interface UpdateClusterReply extends rt.WithUnknownFields {
  readonly meta?: Meta | undefined;
  readonly spec?: ClusterSpec | undefined;
}

/** What UpdateClusterReplyCodec.create accepts; all of it may be left out. */
export interface UpdateClusterReplyInput extends rt.WithUnknownFields {
  readonly meta?: MetaInput | undefined;
  readonly spec?: ClusterSpecInput | undefined;
}

export function updateClusterReplyCreate(partial: UpdateClusterReplyInput = {}): UpdateClusterReply {
  const value: UpdateClusterReply = {
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    spec: partial.spec === undefined ? undefined : clusterSpecCreate(partial.spec),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateClusterReplyWrite(value: UpdateClusterReply, to: rt.Writer): void {
  if (value.meta !== undefined) { to.uint32(10).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.spec !== undefined) { to.uint32(18).fork(); clusterSpecWrite(value.spec, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function updateClusterReplyRead(from: rt.Reader, end: number, depth: number, before?: UpdateClusterReply): UpdateClusterReply {
  let $meta: Meta | undefined = before?.meta;
  let $spec: ClusterSpec | undefined = before?.spec;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $meta = metaRead(from, rt.endOfMessage(from, depth), depth + 1, $meta);
        continue;
      }
      case 18: {
        $spec = clusterSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateClusterReply = {
    meta: $meta,
    spec: $spec,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateClusterReplyCodec: rt.MessageCodec<UpdateClusterReply, UpdateClusterReplyInput> = {
  name: 'swarm.v1.UpdateClusterReply',
  encode: (value) => rt.encodeMessage(value, updateClusterReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateClusterReply', bytes, updateClusterReplyRead),
  create: updateClusterReplyCreate,
};

export interface GetJoinTokenRequest extends rt.WithUnknownFields {
  readonly role: NodeRole;
  readonly rotate: boolean;
}

/** What GetJoinTokenRequestCodec.create accepts; all of it may be left out. */
export interface GetJoinTokenRequestInput extends rt.WithUnknownFields {
  readonly role?: NodeRole | undefined;
  readonly rotate?: boolean | undefined;
}

export function getJoinTokenRequestCreate(partial: GetJoinTokenRequestInput = {}): GetJoinTokenRequest {
  const value: GetJoinTokenRequest = {
    role: partial.role ?? NODE_ROLE_DEFAULT,
    rotate: partial.rotate ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getJoinTokenRequestWrite(value: GetJoinTokenRequest, to: rt.Writer): void {
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(8).int32(nodeRoleToNumber(value.role, 'swarm.v1.GetJoinTokenRequest', 'role')); }
  if (value.rotate) { to.uint32(16).bool(value.rotate); }
  rt.writeUnknown(value, to);
}

export function getJoinTokenRequestRead(from: rt.Reader, end: number, depth: number, before?: GetJoinTokenRequest): GetJoinTokenRequest {
  let $role: NodeRole = before?.role ?? NODE_ROLE_DEFAULT;
  let $rotate: boolean = before?.rotate ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.GetJoinTokenRequest', 'role');
        continue;
      }
      case 16: {
        $rotate = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetJoinTokenRequest = {
    role: $role,
    rotate: $rotate,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetJoinTokenRequestCodec: rt.MessageCodec<GetJoinTokenRequest, GetJoinTokenRequestInput> = {
  name: 'swarm.v1.GetJoinTokenRequest',
  encode: (value) => rt.encodeMessage(value, getJoinTokenRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetJoinTokenRequest', bytes, getJoinTokenRequestRead),
  create: getJoinTokenRequestCreate,
};

export interface GetJoinTokenReply extends rt.WithUnknownFields {
  readonly token: string;
  readonly managerAddresses: readonly string[];
}

/** What GetJoinTokenReplyCodec.create accepts; all of it may be left out. */
export interface GetJoinTokenReplyInput extends rt.WithUnknownFields {
  readonly token?: string | undefined;
  readonly managerAddresses?: readonly string[] | undefined;
}

export function getJoinTokenReplyCreate(partial: GetJoinTokenReplyInput = {}): GetJoinTokenReply {
  const value: GetJoinTokenReply = {
    token: partial.token ?? '',
    managerAddresses: partial.managerAddresses ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getJoinTokenReplyWrite(value: GetJoinTokenReply, to: rt.Writer): void {
  if (value.token !== '') { to.uint32(10).string(value.token); }
  for (const item of value.managerAddresses) { to.uint32(18).string(item); }
  rt.writeUnknown(value, to);
}

export function getJoinTokenReplyRead(from: rt.Reader, end: number, depth: number, before?: GetJoinTokenReply): GetJoinTokenReply {
  let $token: string = before?.token ?? '';
  let $managerAddresses = before?.managerAddresses as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $token = from.stringVerify();
        continue;
      }
      case 18: {
        ($managerAddresses ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetJoinTokenReply = {
    token: $token,
    managerAddresses: $managerAddresses ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetJoinTokenReplyCodec: rt.MessageCodec<GetJoinTokenReply, GetJoinTokenReplyInput> = {
  name: 'swarm.v1.GetJoinTokenReply',
  encode: (value) => rt.encodeMessage(value, getJoinTokenReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetJoinTokenReply', bytes, getJoinTokenReplyRead),
  create: getJoinTokenReplyCreate,
};

export interface ListNodesRequest extends rt.WithUnknownFields {
  /** All of several kinds must hold, any of several values of one kind. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly roles: readonly string[];
  /** "key" or "key=value"; each key is a kind of its own. */
  readonly labels: readonly string[];
  /** The same for the labels that engines say of themselves. */
  readonly engineLabels: readonly string[];
  /** accepted or pending; every node that has joined is accepted. */
  readonly memberships: readonly string[];
}

/** What ListNodesRequestCodec.create accepts; all of it may be left out. */
export interface ListNodesRequestInput extends rt.WithUnknownFields {
  /** All of several kinds must hold, any of several values of one kind. */
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  /** "key" or "key=value"; each key is a kind of its own. */
  readonly labels?: readonly string[] | undefined;
  /** The same for the labels that engines say of themselves. */
  readonly engineLabels?: readonly string[] | undefined;
  /** accepted or pending; every node that has joined is accepted. */
  readonly memberships?: readonly string[] | undefined;
}

export function listNodesRequestCreate(partial: ListNodesRequestInput = {}): ListNodesRequest {
  const value: ListNodesRequest = {
    ids: partial.ids ?? [],
    names: partial.names ?? [],
    roles: partial.roles ?? [],
    labels: partial.labels ?? [],
    engineLabels: partial.engineLabels ?? [],
    memberships: partial.memberships ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listNodesRequestWrite(value: ListNodesRequest, to: rt.Writer): void {
  for (const item of value.ids) { to.uint32(10).string(item); }
  for (const item of value.names) { to.uint32(18).string(item); }
  for (const item of value.roles) { to.uint32(26).string(item); }
  for (const item of value.labels) { to.uint32(34).string(item); }
  for (const item of value.engineLabels) { to.uint32(42).string(item); }
  for (const item of value.memberships) { to.uint32(50).string(item); }
  rt.writeUnknown(value, to);
}

export function listNodesRequestRead(from: rt.Reader, end: number, depth: number, before?: ListNodesRequest): ListNodesRequest {
  let $ids = before?.ids as string[] | undefined;
  let $names = before?.names as string[] | undefined;
  let $roles = before?.roles as string[] | undefined;
  let $labels = before?.labels as string[] | undefined;
  let $engineLabels = before?.engineLabels as string[] | undefined;
  let $memberships = before?.memberships as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($ids ??= []).push(from.stringVerify());
        continue;
      }
      case 18: {
        ($names ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        ($roles ??= []).push(from.stringVerify());
        continue;
      }
      case 34: {
        ($labels ??= []).push(from.stringVerify());
        continue;
      }
      case 42: {
        ($engineLabels ??= []).push(from.stringVerify());
        continue;
      }
      case 50: {
        ($memberships ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListNodesRequest = {
    ids: $ids ?? [],
    names: $names ?? [],
    roles: $roles ?? [],
    labels: $labels ?? [],
    engineLabels: $engineLabels ?? [],
    memberships: $memberships ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListNodesRequestCodec: rt.MessageCodec<ListNodesRequest, ListNodesRequestInput> = {
  name: 'swarm.v1.ListNodesRequest',
  encode: (value) => rt.encodeMessage(value, listNodesRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNodesRequest', bytes, listNodesRequestRead),
  create: listNodesRequestCreate,
};

/** Manager status of a node, seen live. */
export interface ManagerStatus extends rt.WithUnknownFields {
  readonly leader: boolean;
  readonly reachable: boolean;
  readonly address: string;
  /** Whether it has a vote: not yet while it joins. */
  readonly voter: boolean;
  /** Who answers is not the leader, and cannot know. */
  readonly reachabilityUnknown: boolean;
}

/** What ManagerStatusCodec.create accepts; all of it may be left out. */
export interface ManagerStatusInput extends rt.WithUnknownFields {
  readonly leader?: boolean | undefined;
  readonly reachable?: boolean | undefined;
  readonly address?: string | undefined;
  /** Whether it has a vote: not yet while it joins. */
  readonly voter?: boolean | undefined;
  /** Who answers is not the leader, and cannot know. */
  readonly reachabilityUnknown?: boolean | undefined;
}

export function managerStatusCreate(partial: ManagerStatusInput = {}): ManagerStatus {
  const value: ManagerStatus = {
    leader: partial.leader ?? false,
    reachable: partial.reachable ?? false,
    address: partial.address ?? '',
    voter: partial.voter ?? false,
    reachabilityUnknown: partial.reachabilityUnknown ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function managerStatusWrite(value: ManagerStatus, to: rt.Writer): void {
  if (value.leader) { to.uint32(8).bool(value.leader); }
  if (value.reachable) { to.uint32(16).bool(value.reachable); }
  if (value.address !== '') { to.uint32(26).string(value.address); }
  if (value.voter) { to.uint32(32).bool(value.voter); }
  if (value.reachabilityUnknown) { to.uint32(40).bool(value.reachabilityUnknown); }
  rt.writeUnknown(value, to);
}

export function managerStatusRead(from: rt.Reader, end: number, depth: number, before?: ManagerStatus): ManagerStatus {
  let $leader: boolean = before?.leader ?? false;
  let $reachable: boolean = before?.reachable ?? false;
  let $address: string = before?.address ?? '';
  let $voter: boolean = before?.voter ?? false;
  let $reachabilityUnknown: boolean = before?.reachabilityUnknown ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $leader = from.bool();
        continue;
      }
      case 16: {
        $reachable = from.bool();
        continue;
      }
      case 26: {
        $address = from.stringVerify();
        continue;
      }
      case 32: {
        $voter = from.bool();
        continue;
      }
      case 40: {
        $reachabilityUnknown = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ManagerStatus = {
    leader: $leader,
    reachable: $reachable,
    address: $address,
    voter: $voter,
    reachabilityUnknown: $reachabilityUnknown,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ManagerStatusCodec: rt.MessageCodec<ManagerStatus, ManagerStatusInput> = {
  name: 'swarm.v1.ManagerStatus',
  encode: (value) => rt.encodeMessage(value, managerStatusWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ManagerStatus', bytes, managerStatusRead),
  create: managerStatusCreate,
};

export interface NodeEntry extends rt.WithUnknownFields {
  readonly node?: Node | undefined;
  readonly manager?: ManagerStatus | undefined;
}

/** What NodeEntryCodec.create accepts; all of it may be left out. */
export interface NodeEntryInput extends rt.WithUnknownFields {
  readonly node?: NodeInput | undefined;
  readonly manager?: ManagerStatusInput | undefined;
}

export function nodeEntryCreate(partial: NodeEntryInput = {}): NodeEntry {
  const value: NodeEntry = {
    node: partial.node === undefined ? undefined : nodeCreate(partial.node),
    manager: partial.manager === undefined ? undefined : managerStatusCreate(partial.manager),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeEntryWrite(value: NodeEntry, to: rt.Writer): void {
  if (value.node !== undefined) { to.uint32(10).fork(); nodeWrite(value.node, to); to.ldelim(); }
  if (value.manager !== undefined) { to.uint32(18).fork(); managerStatusWrite(value.manager, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function nodeEntryRead(from: rt.Reader, end: number, depth: number, before?: NodeEntry): NodeEntry {
  let $node: Node | undefined = before?.node;
  let $manager: ManagerStatus | undefined = before?.manager;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $node = nodeRead(from, rt.endOfMessage(from, depth), depth + 1, $node);
        continue;
      }
      case 18: {
        $manager = managerStatusRead(from, rt.endOfMessage(from, depth), depth + 1, $manager);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeEntry = {
    node: $node,
    manager: $manager,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeEntryCodec: rt.MessageCodec<NodeEntry, NodeEntryInput> = {
  name: 'swarm.v1.NodeEntry',
  encode: (value) => rt.encodeMessage(value, nodeEntryWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeEntry', bytes, nodeEntryRead),
  create: nodeEntryCreate,
};

export interface ListNodesReply extends rt.WithUnknownFields {
  readonly nodes: readonly NodeEntry[];
  readonly selfNodeId: string;
}

/** What ListNodesReplyCodec.create accepts; all of it may be left out. */
export interface ListNodesReplyInput extends rt.WithUnknownFields {
  readonly nodes?: readonly NodeEntryInput[] | undefined;
  readonly selfNodeId?: string | undefined;
}

export function listNodesReplyCreate(partial: ListNodesReplyInput = {}): ListNodesReply {
  const value: ListNodesReply = {
    nodes: (partial.nodes ?? []).map((item) => nodeEntryCreate(item)),
    selfNodeId: partial.selfNodeId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listNodesReplyWrite(value: ListNodesReply, to: rt.Writer): void {
  for (const item of value.nodes) { to.uint32(10).fork(); nodeEntryWrite(item, to); to.ldelim(); }
  if (value.selfNodeId !== '') { to.uint32(18).string(value.selfNodeId); }
  rt.writeUnknown(value, to);
}

export function listNodesReplyRead(from: rt.Reader, end: number, depth: number, before?: ListNodesReply): ListNodesReply {
  let $nodes = before?.nodes as NodeEntry[] | undefined;
  let $selfNodeId: string = before?.selfNodeId ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($nodes ??= []).push(nodeEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 18: {
        $selfNodeId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListNodesReply = {
    nodes: $nodes ?? [],
    selfNodeId: $selfNodeId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListNodesReplyCodec: rt.MessageCodec<ListNodesReply, ListNodesReplyInput> = {
  name: 'swarm.v1.ListNodesReply',
  encode: (value) => rt.encodeMessage(value, listNodesReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNodesReply', bytes, listNodesReplyRead),
  create: listNodesReplyCreate,
};

export interface GetNodeRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What GetNodeRequestCodec.create accepts; all of it may be left out. */
export interface GetNodeRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function getNodeRequestCreate(partial: GetNodeRequestInput = {}): GetNodeRequest {
  const value: GetNodeRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getNodeRequestWrite(value: GetNodeRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function getNodeRequestRead(from: rt.Reader, end: number, depth: number, before?: GetNodeRequest): GetNodeRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetNodeRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetNodeRequestCodec: rt.MessageCodec<GetNodeRequest, GetNodeRequestInput> = {
  name: 'swarm.v1.GetNodeRequest',
  encode: (value) => rt.encodeMessage(value, getNodeRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNodeRequest', bytes, getNodeRequestRead),
  create: getNodeRequestCreate,
};

export interface GetNodeReply extends rt.WithUnknownFields {
  readonly entry?: NodeEntry | undefined;
}

/** What GetNodeReplyCodec.create accepts; all of it may be left out. */
export interface GetNodeReplyInput extends rt.WithUnknownFields {
  readonly entry?: NodeEntryInput | undefined;
}

export function getNodeReplyCreate(partial: GetNodeReplyInput = {}): GetNodeReply {
  const value: GetNodeReply = {
    entry: partial.entry === undefined ? undefined : nodeEntryCreate(partial.entry),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getNodeReplyWrite(value: GetNodeReply, to: rt.Writer): void {
  if (value.entry !== undefined) { to.uint32(10).fork(); nodeEntryWrite(value.entry, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function getNodeReplyRead(from: rt.Reader, end: number, depth: number, before?: GetNodeReply): GetNodeReply {
  let $entry: NodeEntry | undefined = before?.entry;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $entry = nodeEntryRead(from, rt.endOfMessage(from, depth), depth + 1, $entry);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetNodeReply = {
    entry: $entry,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetNodeReplyCodec: rt.MessageCodec<GetNodeReply, GetNodeReplyInput> = {
  name: 'swarm.v1.GetNodeReply',
  encode: (value) => rt.encodeMessage(value, getNodeReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNodeReply', bytes, getNodeReplyRead),
  create: getNodeReplyCreate,
};

export interface UpdateNodeRequest extends rt.WithUnknownFields {
  readonly nodeId: string;
  /** Version of the spec that the new one was made from. */
  readonly version: number;
  readonly spec?: NodeSpec | undefined;
}

/** What UpdateNodeRequestCodec.create accepts; all of it may be left out. */
export interface UpdateNodeRequestInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  /** Version of the spec that the new one was made from. */
  readonly version?: number | undefined;
  readonly spec?: NodeSpecInput | undefined;
}

export function updateNodeRequestCreate(partial: UpdateNodeRequestInput = {}): UpdateNodeRequest {
  const value: UpdateNodeRequest = {
    nodeId: partial.nodeId ?? '',
    version: partial.version ?? 0,
    spec: partial.spec === undefined ? undefined : nodeSpecCreate(partial.spec),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateNodeRequestWrite(value: UpdateNodeRequest, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  if (value.version !== 0) { to.uint32(16).uint64(rt.writeUint64(value.version, 'swarm.v1.UpdateNodeRequest', 'version')); }
  if (value.spec !== undefined) { to.uint32(26).fork(); nodeSpecWrite(value.spec, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function updateNodeRequestRead(from: rt.Reader, end: number, depth: number, before?: UpdateNodeRequest): UpdateNodeRequest {
  let $nodeId: string = before?.nodeId ?? '';
  let $version: number = before?.version ?? 0;
  let $spec: NodeSpec | undefined = before?.spec;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 16: {
        $version = rt.readLong(from.uint64(), 'swarm.v1.UpdateNodeRequest', 'version');
        continue;
      }
      case 26: {
        $spec = nodeSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateNodeRequest = {
    nodeId: $nodeId,
    version: $version,
    spec: $spec,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateNodeRequestCodec: rt.MessageCodec<UpdateNodeRequest, UpdateNodeRequestInput> = {
  name: 'swarm.v1.UpdateNodeRequest',
  encode: (value) => rt.encodeMessage(value, updateNodeRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateNodeRequest', bytes, updateNodeRequestRead),
  create: updateNodeRequestCreate,
};

export interface UpdateNodeReply extends rt.WithUnknownFields {
  readonly node?: Node | undefined;
}

/** What UpdateNodeReplyCodec.create accepts; all of it may be left out. */
export interface UpdateNodeReplyInput extends rt.WithUnknownFields {
  readonly node?: NodeInput | undefined;
}

export function updateNodeReplyCreate(partial: UpdateNodeReplyInput = {}): UpdateNodeReply {
  const value: UpdateNodeReply = {
    node: partial.node === undefined ? undefined : nodeCreate(partial.node),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateNodeReplyWrite(value: UpdateNodeReply, to: rt.Writer): void {
  if (value.node !== undefined) { to.uint32(10).fork(); nodeWrite(value.node, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function updateNodeReplyRead(from: rt.Reader, end: number, depth: number, before?: UpdateNodeReply): UpdateNodeReply {
  let $node: Node | undefined = before?.node;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $node = nodeRead(from, rt.endOfMessage(from, depth), depth + 1, $node);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateNodeReply = {
    node: $node,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateNodeReplyCodec: rt.MessageCodec<UpdateNodeReply, UpdateNodeReplyInput> = {
  name: 'swarm.v1.UpdateNodeReply',
  encode: (value) => rt.encodeMessage(value, updateNodeReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateNodeReply', bytes, updateNodeReplyRead),
  create: updateNodeReplyCreate,
};

export interface RemoveNodeRequest extends rt.WithUnknownFields {
  readonly ref: string;
  readonly force: boolean;
}

/** What RemoveNodeRequestCodec.create accepts; all of it may be left out. */
export interface RemoveNodeRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
  readonly force?: boolean | undefined;
}

export function removeNodeRequestCreate(partial: RemoveNodeRequestInput = {}): RemoveNodeRequest {
  const value: RemoveNodeRequest = {
    ref: partial.ref ?? '',
    force: partial.force ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function removeNodeRequestWrite(value: RemoveNodeRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  if (value.force) { to.uint32(16).bool(value.force); }
  rt.writeUnknown(value, to);
}

export function removeNodeRequestRead(from: rt.Reader, end: number, depth: number, before?: RemoveNodeRequest): RemoveNodeRequest {
  let $ref: string = before?.ref ?? '';
  let $force: boolean = before?.force ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
      case 16: {
        $force = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RemoveNodeRequest = {
    ref: $ref,
    force: $force,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RemoveNodeRequestCodec: rt.MessageCodec<RemoveNodeRequest, RemoveNodeRequestInput> = {
  name: 'swarm.v1.RemoveNodeRequest',
  encode: (value) => rt.encodeMessage(value, removeNodeRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNodeRequest', bytes, removeNodeRequestRead),
  create: removeNodeRequestCreate,
};

export interface RemoveNodeReply extends rt.WithUnknownFields {
  readonly nodeId: string;
}

/** What RemoveNodeReplyCodec.create accepts; all of it may be left out. */
export interface RemoveNodeReplyInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
}

export function removeNodeReplyCreate(partial: RemoveNodeReplyInput = {}): RemoveNodeReply {
  const value: RemoveNodeReply = {
    nodeId: partial.nodeId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function removeNodeReplyWrite(value: RemoveNodeReply, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  rt.writeUnknown(value, to);
}

export function removeNodeReplyRead(from: rt.Reader, end: number, depth: number, before?: RemoveNodeReply): RemoveNodeReply {
  let $nodeId: string = before?.nodeId ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RemoveNodeReply = {
    nodeId: $nodeId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RemoveNodeReplyCodec: rt.MessageCodec<RemoveNodeReply, RemoveNodeReplyInput> = {
  name: 'swarm.v1.RemoveNodeReply',
  encode: (value) => rt.encodeMessage(value, removeNodeReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNodeReply', bytes, removeNodeReplyRead),
  create: removeNodeReplyCreate,
};

export interface CreateServiceRequest extends rt.WithUnknownFields {
  readonly spec?: ServiceSpec | undefined;
}

/** What CreateServiceRequestCodec.create accepts; all of it may be left out. */
export interface CreateServiceRequestInput extends rt.WithUnknownFields {
  readonly spec?: ServiceSpecInput | undefined;
}

export function createServiceRequestCreate(partial: CreateServiceRequestInput = {}): CreateServiceRequest {
  const value: CreateServiceRequest = {
    spec: partial.spec === undefined ? undefined : serviceSpecCreate(partial.spec),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function createServiceRequestWrite(value: CreateServiceRequest, to: rt.Writer): void {
  if (value.spec !== undefined) { to.uint32(10).fork(); serviceSpecWrite(value.spec, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function createServiceRequestRead(from: rt.Reader, end: number, depth: number, before?: CreateServiceRequest): CreateServiceRequest {
  let $spec: ServiceSpec | undefined = before?.spec;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $spec = serviceSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: CreateServiceRequest = {
    spec: $spec,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const CreateServiceRequestCodec: rt.MessageCodec<CreateServiceRequest, CreateServiceRequestInput> = {
  name: 'swarm.v1.CreateServiceRequest',
  encode: (value) => rt.encodeMessage(value, createServiceRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateServiceRequest', bytes, createServiceRequestRead),
  create: createServiceRequestCreate,
};

export interface CreateServiceReply extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  readonly warnings: readonly string[];
}

/** What CreateServiceReplyCodec.create accepts; all of it may be left out. */
export interface CreateServiceReplyInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  readonly warnings?: readonly string[] | undefined;
}

export function createServiceReplyCreate(partial: CreateServiceReplyInput = {}): CreateServiceReply {
  const value: CreateServiceReply = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    warnings: partial.warnings ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function createServiceReplyWrite(value: CreateServiceReply, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  for (const item of value.warnings) { to.uint32(18).string(item); }
  rt.writeUnknown(value, to);
}

export function createServiceReplyRead(from: rt.Reader, end: number, depth: number, before?: CreateServiceReply): CreateServiceReply {
  let $service: Service | undefined = before?.service;
  let $warnings = before?.warnings as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 18: {
        ($warnings ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: CreateServiceReply = {
    service: $service,
    warnings: $warnings ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const CreateServiceReplyCodec: rt.MessageCodec<CreateServiceReply, CreateServiceReplyInput> = {
  name: 'swarm.v1.CreateServiceReply',
  encode: (value) => rt.encodeMessage(value, createServiceReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateServiceReply', bytes, createServiceReplyRead),
  create: createServiceReplyCreate,
};

export interface ListServicesRequest extends rt.WithUnknownFields {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly modes: readonly string[];
  readonly labels: readonly string[];
}

/** What ListServicesRequestCodec.create accepts; all of it may be left out. */
export interface ListServicesRequestInput extends rt.WithUnknownFields {
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly modes?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
}

export function listServicesRequestCreate(partial: ListServicesRequestInput = {}): ListServicesRequest {
  const value: ListServicesRequest = {
    ids: partial.ids ?? [],
    names: partial.names ?? [],
    modes: partial.modes ?? [],
    labels: partial.labels ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listServicesRequestWrite(value: ListServicesRequest, to: rt.Writer): void {
  for (const item of value.ids) { to.uint32(10).string(item); }
  for (const item of value.names) { to.uint32(18).string(item); }
  for (const item of value.modes) { to.uint32(26).string(item); }
  for (const item of value.labels) { to.uint32(34).string(item); }
  rt.writeUnknown(value, to);
}

export function listServicesRequestRead(from: rt.Reader, end: number, depth: number, before?: ListServicesRequest): ListServicesRequest {
  let $ids = before?.ids as string[] | undefined;
  let $names = before?.names as string[] | undefined;
  let $modes = before?.modes as string[] | undefined;
  let $labels = before?.labels as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($ids ??= []).push(from.stringVerify());
        continue;
      }
      case 18: {
        ($names ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        ($modes ??= []).push(from.stringVerify());
        continue;
      }
      case 34: {
        ($labels ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListServicesRequest = {
    ids: $ids ?? [],
    names: $names ?? [],
    modes: $modes ?? [],
    labels: $labels ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListServicesRequestCodec: rt.MessageCodec<ListServicesRequest, ListServicesRequestInput> = {
  name: 'swarm.v1.ListServicesRequest',
  encode: (value) => rt.encodeMessage(value, listServicesRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListServicesRequest', bytes, listServicesRequestRead),
  create: listServicesRequestCreate,
};

export interface ServiceEntry extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  readonly desiredTasks: number;
  readonly runningTasks: number;
  /** Of a job: tasks of its newest run that have completed. */
  readonly completedTasks: number;
}

/** What ServiceEntryCodec.create accepts; all of it may be left out. */
export interface ServiceEntryInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  readonly desiredTasks?: number | undefined;
  readonly runningTasks?: number | undefined;
  /** Of a job: tasks of its newest run that have completed. */
  readonly completedTasks?: number | undefined;
}

export function serviceEntryCreate(partial: ServiceEntryInput = {}): ServiceEntry {
  const value: ServiceEntry = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    desiredTasks: partial.desiredTasks ?? 0,
    runningTasks: partial.runningTasks ?? 0,
    completedTasks: partial.completedTasks ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceEntryWrite(value: ServiceEntry, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  if (value.desiredTasks !== 0) { to.uint32(16).uint64(rt.writeUint64(value.desiredTasks, 'swarm.v1.ServiceEntry', 'desiredTasks')); }
  if (value.runningTasks !== 0) { to.uint32(24).uint64(rt.writeUint64(value.runningTasks, 'swarm.v1.ServiceEntry', 'runningTasks')); }
  if (value.completedTasks !== 0) { to.uint32(32).uint64(rt.writeUint64(value.completedTasks, 'swarm.v1.ServiceEntry', 'completedTasks')); }
  rt.writeUnknown(value, to);
}

export function serviceEntryRead(from: rt.Reader, end: number, depth: number, before?: ServiceEntry): ServiceEntry {
  let $service: Service | undefined = before?.service;
  let $desiredTasks: number = before?.desiredTasks ?? 0;
  let $runningTasks: number = before?.runningTasks ?? 0;
  let $completedTasks: number = before?.completedTasks ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 16: {
        $desiredTasks = rt.readLong(from.uint64(), 'swarm.v1.ServiceEntry', 'desiredTasks');
        continue;
      }
      case 24: {
        $runningTasks = rt.readLong(from.uint64(), 'swarm.v1.ServiceEntry', 'runningTasks');
        continue;
      }
      case 32: {
        $completedTasks = rt.readLong(from.uint64(), 'swarm.v1.ServiceEntry', 'completedTasks');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceEntry = {
    service: $service,
    desiredTasks: $desiredTasks,
    runningTasks: $runningTasks,
    completedTasks: $completedTasks,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceEntryCodec: rt.MessageCodec<ServiceEntry, ServiceEntryInput> = {
  name: 'swarm.v1.ServiceEntry',
  encode: (value) => rt.encodeMessage(value, serviceEntryWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceEntry', bytes, serviceEntryRead),
  create: serviceEntryCreate,
};

export interface ListServicesReply extends rt.WithUnknownFields {
  readonly services: readonly ServiceEntry[];
}

/** What ListServicesReplyCodec.create accepts; all of it may be left out. */
export interface ListServicesReplyInput extends rt.WithUnknownFields {
  readonly services?: readonly ServiceEntryInput[] | undefined;
}

export function listServicesReplyCreate(partial: ListServicesReplyInput = {}): ListServicesReply {
  const value: ListServicesReply = {
    services: (partial.services ?? []).map((item) => serviceEntryCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listServicesReplyWrite(value: ListServicesReply, to: rt.Writer): void {
  for (const item of value.services) { to.uint32(10).fork(); serviceEntryWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function listServicesReplyRead(from: rt.Reader, end: number, depth: number, before?: ListServicesReply): ListServicesReply {
  let $services = before?.services as ServiceEntry[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($services ??= []).push(serviceEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListServicesReply = {
    services: $services ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListServicesReplyCodec: rt.MessageCodec<ListServicesReply, ListServicesReplyInput> = {
  name: 'swarm.v1.ListServicesReply',
  encode: (value) => rt.encodeMessage(value, listServicesReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListServicesReply', bytes, listServicesReplyRead),
  create: listServicesReplyCreate,
};

export interface GetServiceRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What GetServiceRequestCodec.create accepts; all of it may be left out. */
export interface GetServiceRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function getServiceRequestCreate(partial: GetServiceRequestInput = {}): GetServiceRequest {
  const value: GetServiceRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getServiceRequestWrite(value: GetServiceRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function getServiceRequestRead(from: rt.Reader, end: number, depth: number, before?: GetServiceRequest): GetServiceRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetServiceRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetServiceRequestCodec: rt.MessageCodec<GetServiceRequest, GetServiceRequestInput> = {
  name: 'swarm.v1.GetServiceRequest',
  encode: (value) => rt.encodeMessage(value, getServiceRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetServiceRequest', bytes, getServiceRequestRead),
  create: getServiceRequestCreate,
};

export interface GetServiceReply extends rt.WithUnknownFields {
  readonly entry?: ServiceEntry | undefined;
}

/** What GetServiceReplyCodec.create accepts; all of it may be left out. */
export interface GetServiceReplyInput extends rt.WithUnknownFields {
  readonly entry?: ServiceEntryInput | undefined;
}

export function getServiceReplyCreate(partial: GetServiceReplyInput = {}): GetServiceReply {
  const value: GetServiceReply = {
    entry: partial.entry === undefined ? undefined : serviceEntryCreate(partial.entry),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getServiceReplyWrite(value: GetServiceReply, to: rt.Writer): void {
  if (value.entry !== undefined) { to.uint32(10).fork(); serviceEntryWrite(value.entry, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function getServiceReplyRead(from: rt.Reader, end: number, depth: number, before?: GetServiceReply): GetServiceReply {
  let $entry: ServiceEntry | undefined = before?.entry;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $entry = serviceEntryRead(from, rt.endOfMessage(from, depth), depth + 1, $entry);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetServiceReply = {
    entry: $entry,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetServiceReplyCodec: rt.MessageCodec<GetServiceReply, GetServiceReplyInput> = {
  name: 'swarm.v1.GetServiceReply',
  encode: (value) => rt.encodeMessage(value, getServiceReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetServiceReply', bytes, getServiceReplyRead),
  create: getServiceReplyCreate,
};

export interface UpdateServiceRequest extends rt.WithUnknownFields {
  readonly serviceId: string;
  /** Version of the spec that the new one was made from. */
  readonly version: number;
  readonly spec?: ServiceSpec | undefined;
}

/** What UpdateServiceRequestCodec.create accepts; all of it may be left out. */
export interface UpdateServiceRequestInput extends rt.WithUnknownFields {
  readonly serviceId?: string | undefined;
  /** Version of the spec that the new one was made from. */
  readonly version?: number | undefined;
  readonly spec?: ServiceSpecInput | undefined;
}

export function updateServiceRequestCreate(partial: UpdateServiceRequestInput = {}): UpdateServiceRequest {
  const value: UpdateServiceRequest = {
    serviceId: partial.serviceId ?? '',
    version: partial.version ?? 0,
    spec: partial.spec === undefined ? undefined : serviceSpecCreate(partial.spec),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateServiceRequestWrite(value: UpdateServiceRequest, to: rt.Writer): void {
  if (value.serviceId !== '') { to.uint32(10).string(value.serviceId); }
  if (value.version !== 0) { to.uint32(16).uint64(rt.writeUint64(value.version, 'swarm.v1.UpdateServiceRequest', 'version')); }
  if (value.spec !== undefined) { to.uint32(26).fork(); serviceSpecWrite(value.spec, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function updateServiceRequestRead(from: rt.Reader, end: number, depth: number, before?: UpdateServiceRequest): UpdateServiceRequest {
  let $serviceId: string = before?.serviceId ?? '';
  let $version: number = before?.version ?? 0;
  let $spec: ServiceSpec | undefined = before?.spec;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $serviceId = from.stringVerify();
        continue;
      }
      case 16: {
        $version = rt.readLong(from.uint64(), 'swarm.v1.UpdateServiceRequest', 'version');
        continue;
      }
      case 26: {
        $spec = serviceSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateServiceRequest = {
    serviceId: $serviceId,
    version: $version,
    spec: $spec,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateServiceRequestCodec: rt.MessageCodec<UpdateServiceRequest, UpdateServiceRequestInput> = {
  name: 'swarm.v1.UpdateServiceRequest',
  encode: (value) => rt.encodeMessage(value, updateServiceRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateServiceRequest', bytes, updateServiceRequestRead),
  create: updateServiceRequestCreate,
};

export interface UpdateServiceReply extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  readonly warnings: readonly string[];
}

/** What UpdateServiceReplyCodec.create accepts; all of it may be left out. */
export interface UpdateServiceReplyInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  readonly warnings?: readonly string[] | undefined;
}

export function updateServiceReplyCreate(partial: UpdateServiceReplyInput = {}): UpdateServiceReply {
  const value: UpdateServiceReply = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    warnings: partial.warnings ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateServiceReplyWrite(value: UpdateServiceReply, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  for (const item of value.warnings) { to.uint32(18).string(item); }
  rt.writeUnknown(value, to);
}

export function updateServiceReplyRead(from: rt.Reader, end: number, depth: number, before?: UpdateServiceReply): UpdateServiceReply {
  let $service: Service | undefined = before?.service;
  let $warnings = before?.warnings as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 18: {
        ($warnings ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateServiceReply = {
    service: $service,
    warnings: $warnings ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateServiceReplyCodec: rt.MessageCodec<UpdateServiceReply, UpdateServiceReplyInput> = {
  name: 'swarm.v1.UpdateServiceReply',
  encode: (value) => rt.encodeMessage(value, updateServiceReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateServiceReply', bytes, updateServiceReplyRead),
  create: updateServiceReplyCreate,
};

export interface ChangeRolloutRequest extends rt.WithUnknownFields {
  readonly ref: string;
  readonly action: RolloutAction;
  /** Of a rollback: the revision to go back to; 0: the one before the present one. */
  readonly toRevision: number;
}

/** What ChangeRolloutRequestCodec.create accepts; all of it may be left out. */
export interface ChangeRolloutRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
  readonly action?: RolloutAction | undefined;
  /** Of a rollback: the revision to go back to; 0: the one before the present one. */
  readonly toRevision?: number | undefined;
}

export function changeRolloutRequestCreate(partial: ChangeRolloutRequestInput = {}): ChangeRolloutRequest {
  const value: ChangeRolloutRequest = {
    ref: partial.ref ?? '',
    action: partial.action ?? ROLLOUT_ACTION_DEFAULT,
    toRevision: partial.toRevision ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function changeRolloutRequestWrite(value: ChangeRolloutRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  if (value.action !== ROLLOUT_ACTION_DEFAULT) { to.uint32(16).int32(rolloutActionToNumber(value.action, 'swarm.v1.ChangeRolloutRequest', 'action')); }
  if (value.toRevision !== 0) { to.uint32(24).uint64(rt.writeUint64(value.toRevision, 'swarm.v1.ChangeRolloutRequest', 'toRevision')); }
  rt.writeUnknown(value, to);
}

export function changeRolloutRequestRead(from: rt.Reader, end: number, depth: number, before?: ChangeRolloutRequest): ChangeRolloutRequest {
  let $ref: string = before?.ref ?? '';
  let $action: RolloutAction = before?.action ?? ROLLOUT_ACTION_DEFAULT;
  let $toRevision: number = before?.toRevision ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
      case 16: {
        $action = rolloutActionFromNumber(from.int32(), 'swarm.v1.ChangeRolloutRequest', 'action');
        continue;
      }
      case 24: {
        $toRevision = rt.readLong(from.uint64(), 'swarm.v1.ChangeRolloutRequest', 'toRevision');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ChangeRolloutRequest = {
    ref: $ref,
    action: $action,
    toRevision: $toRevision,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ChangeRolloutRequestCodec: rt.MessageCodec<ChangeRolloutRequest, ChangeRolloutRequestInput> = {
  name: 'swarm.v1.ChangeRolloutRequest',
  encode: (value) => rt.encodeMessage(value, changeRolloutRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ChangeRolloutRequest', bytes, changeRolloutRequestRead),
  create: changeRolloutRequestCreate,
};

export interface ChangeRolloutReply extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  readonly warnings: readonly string[];
}

/** What ChangeRolloutReplyCodec.create accepts; all of it may be left out. */
export interface ChangeRolloutReplyInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  readonly warnings?: readonly string[] | undefined;
}

export function changeRolloutReplyCreate(partial: ChangeRolloutReplyInput = {}): ChangeRolloutReply {
  const value: ChangeRolloutReply = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    warnings: partial.warnings ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function changeRolloutReplyWrite(value: ChangeRolloutReply, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  for (const item of value.warnings) { to.uint32(18).string(item); }
  rt.writeUnknown(value, to);
}

export function changeRolloutReplyRead(from: rt.Reader, end: number, depth: number, before?: ChangeRolloutReply): ChangeRolloutReply {
  let $service: Service | undefined = before?.service;
  let $warnings = before?.warnings as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 18: {
        ($warnings ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ChangeRolloutReply = {
    service: $service,
    warnings: $warnings ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ChangeRolloutReplyCodec: rt.MessageCodec<ChangeRolloutReply, ChangeRolloutReplyInput> = {
  name: 'swarm.v1.ChangeRolloutReply',
  encode: (value) => rt.encodeMessage(value, changeRolloutReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ChangeRolloutReply', bytes, changeRolloutReplyRead),
  create: changeRolloutReplyCreate,
};

export interface ListRevisionsRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What ListRevisionsRequestCodec.create accepts; all of it may be left out. */
export interface ListRevisionsRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function listRevisionsRequestCreate(partial: ListRevisionsRequestInput = {}): ListRevisionsRequest {
  const value: ListRevisionsRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listRevisionsRequestWrite(value: ListRevisionsRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function listRevisionsRequestRead(from: rt.Reader, end: number, depth: number, before?: ListRevisionsRequest): ListRevisionsRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListRevisionsRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListRevisionsRequestCodec: rt.MessageCodec<ListRevisionsRequest, ListRevisionsRequestInput> = {
  name: 'swarm.v1.ListRevisionsRequest',
  encode: (value) => rt.encodeMessage(value, listRevisionsRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListRevisionsRequest', bytes, listRevisionsRequestRead),
  create: listRevisionsRequestCreate,
};

export interface ListRevisionsReply extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  /** Oldest first. */
  readonly revisions: readonly ServiceRevision[];
}

/** What ListRevisionsReplyCodec.create accepts; all of it may be left out. */
export interface ListRevisionsReplyInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  /** Oldest first. */
  readonly revisions?: readonly ServiceRevisionInput[] | undefined;
}

export function listRevisionsReplyCreate(partial: ListRevisionsReplyInput = {}): ListRevisionsReply {
  const value: ListRevisionsReply = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    revisions: (partial.revisions ?? []).map((item) => serviceRevisionCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listRevisionsReplyWrite(value: ListRevisionsReply, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  for (const item of value.revisions) { to.uint32(18).fork(); serviceRevisionWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function listRevisionsReplyRead(from: rt.Reader, end: number, depth: number, before?: ListRevisionsReply): ListRevisionsReply {
  let $service: Service | undefined = before?.service;
  let $revisions = before?.revisions as ServiceRevision[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 18: {
        ($revisions ??= []).push(serviceRevisionRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListRevisionsReply = {
    service: $service,
    revisions: $revisions ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListRevisionsReplyCodec: rt.MessageCodec<ListRevisionsReply, ListRevisionsReplyInput> = {
  name: 'swarm.v1.ListRevisionsReply',
  encode: (value) => rt.encodeMessage(value, listRevisionsReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListRevisionsReply', bytes, listRevisionsReplyRead),
  create: listRevisionsReplyCreate,
};

export interface ExplainPlacementRequest extends rt.WithUnknownFields {
  /** A service or a task. */
  readonly ref: string;
}

/** What ExplainPlacementRequestCodec.create accepts; all of it may be left out. */
export interface ExplainPlacementRequestInput extends rt.WithUnknownFields {
  /** A service or a task. */
  readonly ref?: string | undefined;
}

export function explainPlacementRequestCreate(partial: ExplainPlacementRequestInput = {}): ExplainPlacementRequest {
  const value: ExplainPlacementRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function explainPlacementRequestWrite(value: ExplainPlacementRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function explainPlacementRequestRead(from: rt.Reader, end: number, depth: number, before?: ExplainPlacementRequest): ExplainPlacementRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ExplainPlacementRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ExplainPlacementRequestCodec: rt.MessageCodec<ExplainPlacementRequest, ExplainPlacementRequestInput> = {
  name: 'swarm.v1.ExplainPlacementRequest',
  encode: (value) => rt.encodeMessage(value, explainPlacementRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExplainPlacementRequest', bytes, explainPlacementRequestRead),
  create: explainPlacementRequestCreate,
};

/** What one node has against a task. */
export interface NodeVerdict extends rt.WithUnknownFields {
  readonly nodeId: string;
  readonly hostname: string;
  /** Every filter the node fails, in the order in which the scheduler asks; none where the task fits. */
  readonly filters: readonly string[];
  /** The same in words, with the figures. */
  readonly reasons: readonly string[];
}

/** What NodeVerdictCodec.create accepts; all of it may be left out. */
export interface NodeVerdictInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  readonly hostname?: string | undefined;
  /** Every filter the node fails, in the order in which the scheduler asks; none where the task fits. */
  readonly filters?: readonly string[] | undefined;
  /** The same in words, with the figures. */
  readonly reasons?: readonly string[] | undefined;
}

export function nodeVerdictCreate(partial: NodeVerdictInput = {}): NodeVerdict {
  const value: NodeVerdict = {
    nodeId: partial.nodeId ?? '',
    hostname: partial.hostname ?? '',
    filters: partial.filters ?? [],
    reasons: partial.reasons ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeVerdictWrite(value: NodeVerdict, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  if (value.hostname !== '') { to.uint32(18).string(value.hostname); }
  for (const item of value.filters) { to.uint32(26).string(item); }
  for (const item of value.reasons) { to.uint32(34).string(item); }
  rt.writeUnknown(value, to);
}

export function nodeVerdictRead(from: rt.Reader, end: number, depth: number, before?: NodeVerdict): NodeVerdict {
  let $nodeId: string = before?.nodeId ?? '';
  let $hostname: string = before?.hostname ?? '';
  let $filters = before?.filters as string[] | undefined;
  let $reasons = before?.reasons as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 18: {
        $hostname = from.stringVerify();
        continue;
      }
      case 26: {
        ($filters ??= []).push(from.stringVerify());
        continue;
      }
      case 34: {
        ($reasons ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeVerdict = {
    nodeId: $nodeId,
    hostname: $hostname,
    filters: $filters ?? [],
    reasons: $reasons ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeVerdictCodec: rt.MessageCodec<NodeVerdict, NodeVerdictInput> = {
  name: 'swarm.v1.NodeVerdict',
  encode: (value) => rt.encodeMessage(value, nodeVerdictWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeVerdict', bytes, nodeVerdictRead),
  create: nodeVerdictCreate,
};

/** Tasks that wait for the same reason. */
export interface PendingTasks extends rt.WithUnknownFields {
  /** The first of them. */
  readonly tasks: readonly TaskEntry[];
  /** As allocator or scheduler wrote it. */
  readonly error: string;
  /** Nodes by id, the first of them; where each task has a node of its own, those nodes. */
  readonly nodes: readonly NodeVerdict[];
  readonly taskCount: number;
  readonly nodeCount: number;
  /** A new leader still reads what is stored: what the nodes have against it cannot be said yet. */
  readonly isUnknown: boolean;
}

/** What PendingTasksCodec.create accepts; all of it may be left out. */
export interface PendingTasksInput extends rt.WithUnknownFields {
  /** The first of them. */
  readonly tasks?: readonly TaskEntryInput[] | undefined;
  /** As allocator or scheduler wrote it. */
  readonly error?: string | undefined;
  /** Nodes by id, the first of them; where each task has a node of its own, those nodes. */
  readonly nodes?: readonly NodeVerdictInput[] | undefined;
  readonly taskCount?: number | undefined;
  readonly nodeCount?: number | undefined;
  /** A new leader still reads what is stored: what the nodes have against it cannot be said yet. */
  readonly isUnknown?: boolean | undefined;
}

export function pendingTasksCreate(partial: PendingTasksInput = {}): PendingTasks {
  const value: PendingTasks = {
    tasks: (partial.tasks ?? []).map((item) => taskEntryCreate(item)),
    error: partial.error ?? '',
    nodes: (partial.nodes ?? []).map((item) => nodeVerdictCreate(item)),
    taskCount: partial.taskCount ?? 0,
    nodeCount: partial.nodeCount ?? 0,
    isUnknown: partial.isUnknown ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function pendingTasksWrite(value: PendingTasks, to: rt.Writer): void {
  for (const item of value.tasks) { to.uint32(10).fork(); taskEntryWrite(item, to); to.ldelim(); }
  if (value.error !== '') { to.uint32(18).string(value.error); }
  for (const item of value.nodes) { to.uint32(26).fork(); nodeVerdictWrite(item, to); to.ldelim(); }
  if (value.taskCount !== 0) { to.uint32(32).uint64(rt.writeUint64(value.taskCount, 'swarm.v1.PendingTasks', 'taskCount')); }
  if (value.nodeCount !== 0) { to.uint32(40).uint64(rt.writeUint64(value.nodeCount, 'swarm.v1.PendingTasks', 'nodeCount')); }
  if (value.isUnknown) { to.uint32(48).bool(value.isUnknown); }
  rt.writeUnknown(value, to);
}

export function pendingTasksRead(from: rt.Reader, end: number, depth: number, before?: PendingTasks): PendingTasks {
  let $tasks = before?.tasks as TaskEntry[] | undefined;
  let $error: string = before?.error ?? '';
  let $nodes = before?.nodes as NodeVerdict[] | undefined;
  let $taskCount: number = before?.taskCount ?? 0;
  let $nodeCount: number = before?.nodeCount ?? 0;
  let $isUnknown: boolean = before?.isUnknown ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($tasks ??= []).push(taskEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 18: {
        $error = from.stringVerify();
        continue;
      }
      case 26: {
        ($nodes ??= []).push(nodeVerdictRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 32: {
        $taskCount = rt.readLong(from.uint64(), 'swarm.v1.PendingTasks', 'taskCount');
        continue;
      }
      case 40: {
        $nodeCount = rt.readLong(from.uint64(), 'swarm.v1.PendingTasks', 'nodeCount');
        continue;
      }
      case 48: {
        $isUnknown = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PendingTasks = {
    tasks: $tasks ?? [],
    error: $error,
    nodes: $nodes ?? [],
    taskCount: $taskCount,
    nodeCount: $nodeCount,
    isUnknown: $isUnknown,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PendingTasksCodec: rt.MessageCodec<PendingTasks, PendingTasksInput> = {
  name: 'swarm.v1.PendingTasks',
  encode: (value) => rt.encodeMessage(value, pendingTasksWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PendingTasks', bytes, pendingTasksRead),
  create: pendingTasksCreate,
};

/** Something that may have to do with it, newest first. */
export interface RecentChange extends rt.WithUnknownFields {
  readonly atMs: number;
  readonly text: string;
}

/** What RecentChangeCodec.create accepts; all of it may be left out. */
export interface RecentChangeInput extends rt.WithUnknownFields {
  readonly atMs?: number | undefined;
  readonly text?: string | undefined;
}

export function recentChangeCreate(partial: RecentChangeInput = {}): RecentChange {
  const value: RecentChange = {
    atMs: partial.atMs ?? 0,
    text: partial.text ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function recentChangeWrite(value: RecentChange, to: rt.Writer): void {
  if (value.atMs !== 0) { to.uint32(8).int64(rt.writeInt64(value.atMs, 'swarm.v1.RecentChange', 'atMs')); }
  if (value.text !== '') { to.uint32(18).string(value.text); }
  rt.writeUnknown(value, to);
}

export function recentChangeRead(from: rt.Reader, end: number, depth: number, before?: RecentChange): RecentChange {
  let $atMs: number = before?.atMs ?? 0;
  let $text: string = before?.text ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $atMs = rt.readLong(from.int64(), 'swarm.v1.RecentChange', 'atMs');
        continue;
      }
      case 18: {
        $text = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RecentChange = {
    atMs: $atMs,
    text: $text,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RecentChangeCodec: rt.MessageCodec<RecentChange, RecentChangeInput> = {
  name: 'swarm.v1.RecentChange',
  encode: (value) => rt.encodeMessage(value, recentChangeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RecentChange', bytes, recentChangeRead),
  create: recentChangeCreate,
};

export interface ExplainPlacementReply extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  readonly pending: readonly PendingTasks[];
  /**
   * Tasks that have a node and do not run, or ended badly: the newest of each slot, and after it the one before
   * when that failed. The first of them.
   */
  readonly troubled: readonly TaskEntry[];
  readonly changes: readonly RecentChange[];
  /** Slots that pending and troubled tasks are in. */
  readonly pendingCount: number;
  readonly troubledCount: number;
  /** Tasks that should run and do. */
  readonly runningCount: number;
  /** Tasks that should run. */
  readonly desiredCount: number;
  /** Of a service with one task per node: nodes that are not to have one, by id, and why. The first of them. */
  readonly excluded: readonly NodeVerdict[];
}

/** What ExplainPlacementReplyCodec.create accepts; all of it may be left out. */
export interface ExplainPlacementReplyInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  readonly pending?: readonly PendingTasksInput[] | undefined;
  /**
   * Tasks that have a node and do not run, or ended badly: the newest of each slot, and after it the one before
   * when that failed. The first of them.
   */
  readonly troubled?: readonly TaskEntryInput[] | undefined;
  readonly changes?: readonly RecentChangeInput[] | undefined;
  /** Slots that pending and troubled tasks are in. */
  readonly pendingCount?: number | undefined;
  readonly troubledCount?: number | undefined;
  /** Tasks that should run and do. */
  readonly runningCount?: number | undefined;
  /** Tasks that should run. */
  readonly desiredCount?: number | undefined;
  /** Of a service with one task per node: nodes that are not to have one, by id, and why. The first of them. */
  readonly excluded?: readonly NodeVerdictInput[] | undefined;
}

export function explainPlacementReplyCreate(partial: ExplainPlacementReplyInput = {}): ExplainPlacementReply {
  const value: ExplainPlacementReply = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    pending: (partial.pending ?? []).map((item) => pendingTasksCreate(item)),
    troubled: (partial.troubled ?? []).map((item) => taskEntryCreate(item)),
    changes: (partial.changes ?? []).map((item) => recentChangeCreate(item)),
    pendingCount: partial.pendingCount ?? 0,
    troubledCount: partial.troubledCount ?? 0,
    runningCount: partial.runningCount ?? 0,
    desiredCount: partial.desiredCount ?? 0,
    excluded: (partial.excluded ?? []).map((item) => nodeVerdictCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function explainPlacementReplyWrite(value: ExplainPlacementReply, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  for (const item of value.pending) { to.uint32(18).fork(); pendingTasksWrite(item, to); to.ldelim(); }
  for (const item of value.troubled) { to.uint32(26).fork(); taskEntryWrite(item, to); to.ldelim(); }
  for (const item of value.changes) { to.uint32(34).fork(); recentChangeWrite(item, to); to.ldelim(); }
  if (value.pendingCount !== 0) { to.uint32(40).uint64(rt.writeUint64(value.pendingCount, 'swarm.v1.ExplainPlacementReply', 'pendingCount')); }
  if (value.troubledCount !== 0) { to.uint32(48).uint64(rt.writeUint64(value.troubledCount, 'swarm.v1.ExplainPlacementReply', 'troubledCount')); }
  if (value.runningCount !== 0) { to.uint32(56).uint64(rt.writeUint64(value.runningCount, 'swarm.v1.ExplainPlacementReply', 'runningCount')); }
  if (value.desiredCount !== 0) { to.uint32(64).uint64(rt.writeUint64(value.desiredCount, 'swarm.v1.ExplainPlacementReply', 'desiredCount')); }
  for (const item of value.excluded) { to.uint32(74).fork(); nodeVerdictWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function explainPlacementReplyRead(from: rt.Reader, end: number, depth: number, before?: ExplainPlacementReply): ExplainPlacementReply {
  let $service: Service | undefined = before?.service;
  let $pending = before?.pending as PendingTasks[] | undefined;
  let $troubled = before?.troubled as TaskEntry[] | undefined;
  let $changes = before?.changes as RecentChange[] | undefined;
  let $pendingCount: number = before?.pendingCount ?? 0;
  let $troubledCount: number = before?.troubledCount ?? 0;
  let $runningCount: number = before?.runningCount ?? 0;
  let $desiredCount: number = before?.desiredCount ?? 0;
  let $excluded = before?.excluded as NodeVerdict[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 18: {
        ($pending ??= []).push(pendingTasksRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 26: {
        ($troubled ??= []).push(taskEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 34: {
        ($changes ??= []).push(recentChangeRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 40: {
        $pendingCount = rt.readLong(from.uint64(), 'swarm.v1.ExplainPlacementReply', 'pendingCount');
        continue;
      }
      case 48: {
        $troubledCount = rt.readLong(from.uint64(), 'swarm.v1.ExplainPlacementReply', 'troubledCount');
        continue;
      }
      case 56: {
        $runningCount = rt.readLong(from.uint64(), 'swarm.v1.ExplainPlacementReply', 'runningCount');
        continue;
      }
      case 64: {
        $desiredCount = rt.readLong(from.uint64(), 'swarm.v1.ExplainPlacementReply', 'desiredCount');
        continue;
      }
      case 74: {
        ($excluded ??= []).push(nodeVerdictRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ExplainPlacementReply = {
    service: $service,
    pending: $pending ?? [],
    troubled: $troubled ?? [],
    changes: $changes ?? [],
    pendingCount: $pendingCount,
    troubledCount: $troubledCount,
    runningCount: $runningCount,
    desiredCount: $desiredCount,
    excluded: $excluded ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ExplainPlacementReplyCodec: rt.MessageCodec<ExplainPlacementReply, ExplainPlacementReplyInput> = {
  name: 'swarm.v1.ExplainPlacementReply',
  encode: (value) => rt.encodeMessage(value, explainPlacementReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExplainPlacementReply', bytes, explainPlacementReplyRead),
  create: explainPlacementReplyCreate,
};

export interface RemoveServiceRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What RemoveServiceRequestCodec.create accepts; all of it may be left out. */
export interface RemoveServiceRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function removeServiceRequestCreate(partial: RemoveServiceRequestInput = {}): RemoveServiceRequest {
  const value: RemoveServiceRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function removeServiceRequestWrite(value: RemoveServiceRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function removeServiceRequestRead(from: rt.Reader, end: number, depth: number, before?: RemoveServiceRequest): RemoveServiceRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RemoveServiceRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RemoveServiceRequestCodec: rt.MessageCodec<RemoveServiceRequest, RemoveServiceRequestInput> = {
  name: 'swarm.v1.RemoveServiceRequest',
  encode: (value) => rt.encodeMessage(value, removeServiceRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveServiceRequest', bytes, removeServiceRequestRead),
  create: removeServiceRequestCreate,
};

export interface RemoveServiceReply extends rt.WithUnknownFields {
  readonly serviceId: string;
}

/** What RemoveServiceReplyCodec.create accepts; all of it may be left out. */
export interface RemoveServiceReplyInput extends rt.WithUnknownFields {
  readonly serviceId?: string | undefined;
}

export function removeServiceReplyCreate(partial: RemoveServiceReplyInput = {}): RemoveServiceReply {
  const value: RemoveServiceReply = {
    serviceId: partial.serviceId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function removeServiceReplyWrite(value: RemoveServiceReply, to: rt.Writer): void {
  if (value.serviceId !== '') { to.uint32(10).string(value.serviceId); }
  rt.writeUnknown(value, to);
}

export function removeServiceReplyRead(from: rt.Reader, end: number, depth: number, before?: RemoveServiceReply): RemoveServiceReply {
  let $serviceId: string = before?.serviceId ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $serviceId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RemoveServiceReply = {
    serviceId: $serviceId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RemoveServiceReplyCodec: rt.MessageCodec<RemoveServiceReply, RemoveServiceReplyInput> = {
  name: 'swarm.v1.RemoveServiceReply',
  encode: (value) => rt.encodeMessage(value, removeServiceReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveServiceReply', bytes, removeServiceReplyRead),
  create: removeServiceReplyCreate,
};

export interface CreateNetworkRequest extends rt.WithUnknownFields {
  readonly spec?: NetworkSpec | undefined;
}

/** What CreateNetworkRequestCodec.create accepts; all of it may be left out. */
export interface CreateNetworkRequestInput extends rt.WithUnknownFields {
  readonly spec?: NetworkSpecInput | undefined;
}

export function createNetworkRequestCreate(partial: CreateNetworkRequestInput = {}): CreateNetworkRequest {
  const value: CreateNetworkRequest = {
    spec: partial.spec === undefined ? undefined : networkSpecCreate(partial.spec),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function createNetworkRequestWrite(value: CreateNetworkRequest, to: rt.Writer): void {
  if (value.spec !== undefined) { to.uint32(10).fork(); networkSpecWrite(value.spec, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function createNetworkRequestRead(from: rt.Reader, end: number, depth: number, before?: CreateNetworkRequest): CreateNetworkRequest {
  let $spec: NetworkSpec | undefined = before?.spec;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $spec = networkSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: CreateNetworkRequest = {
    spec: $spec,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const CreateNetworkRequestCodec: rt.MessageCodec<CreateNetworkRequest, CreateNetworkRequestInput> = {
  name: 'swarm.v1.CreateNetworkRequest',
  encode: (value) => rt.encodeMessage(value, createNetworkRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateNetworkRequest', bytes, createNetworkRequestRead),
  create: createNetworkRequestCreate,
};

export interface CreateNetworkReply extends rt.WithUnknownFields {
  readonly network?: Network | undefined;
}

/** What CreateNetworkReplyCodec.create accepts; all of it may be left out. */
export interface CreateNetworkReplyInput extends rt.WithUnknownFields {
  readonly network?: NetworkInput | undefined;
}

export function createNetworkReplyCreate(partial: CreateNetworkReplyInput = {}): CreateNetworkReply {
  const value: CreateNetworkReply = {
    network: partial.network === undefined ? undefined : networkCreate(partial.network),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function createNetworkReplyWrite(value: CreateNetworkReply, to: rt.Writer): void {
  if (value.network !== undefined) { to.uint32(10).fork(); networkWrite(value.network, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function createNetworkReplyRead(from: rt.Reader, end: number, depth: number, before?: CreateNetworkReply): CreateNetworkReply {
  let $network: Network | undefined = before?.network;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $network = networkRead(from, rt.endOfMessage(from, depth), depth + 1, $network);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: CreateNetworkReply = {
    network: $network,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const CreateNetworkReplyCodec: rt.MessageCodec<CreateNetworkReply, CreateNetworkReplyInput> = {
  name: 'swarm.v1.CreateNetworkReply',
  encode: (value) => rt.encodeMessage(value, createNetworkReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateNetworkReply', bytes, createNetworkReplyRead),
  create: createNetworkReplyCreate,
};

export interface ListNetworksRequest extends rt.WithUnknownFields {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly labels: readonly string[];
}

/** What ListNetworksRequestCodec.create accepts; all of it may be left out. */
export interface ListNetworksRequestInput extends rt.WithUnknownFields {
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
}

export function listNetworksRequestCreate(partial: ListNetworksRequestInput = {}): ListNetworksRequest {
  const value: ListNetworksRequest = {
    ids: partial.ids ?? [],
    names: partial.names ?? [],
    labels: partial.labels ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listNetworksRequestWrite(value: ListNetworksRequest, to: rt.Writer): void {
  for (const item of value.ids) { to.uint32(10).string(item); }
  for (const item of value.names) { to.uint32(18).string(item); }
  for (const item of value.labels) { to.uint32(26).string(item); }
  rt.writeUnknown(value, to);
}

export function listNetworksRequestRead(from: rt.Reader, end: number, depth: number, before?: ListNetworksRequest): ListNetworksRequest {
  let $ids = before?.ids as string[] | undefined;
  let $names = before?.names as string[] | undefined;
  let $labels = before?.labels as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($ids ??= []).push(from.stringVerify());
        continue;
      }
      case 18: {
        ($names ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        ($labels ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListNetworksRequest = {
    ids: $ids ?? [],
    names: $names ?? [],
    labels: $labels ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListNetworksRequestCodec: rt.MessageCodec<ListNetworksRequest, ListNetworksRequestInput> = {
  name: 'swarm.v1.ListNetworksRequest',
  encode: (value) => rt.encodeMessage(value, listNetworksRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNetworksRequest', bytes, listNetworksRequestRead),
  create: listNetworksRequestCreate,
};

export interface ListNetworksReply extends rt.WithUnknownFields {
  readonly networks: readonly Network[];
}

/** What ListNetworksReplyCodec.create accepts; all of it may be left out. */
export interface ListNetworksReplyInput extends rt.WithUnknownFields {
  readonly networks?: readonly NetworkInput[] | undefined;
}

export function listNetworksReplyCreate(partial: ListNetworksReplyInput = {}): ListNetworksReply {
  const value: ListNetworksReply = {
    networks: (partial.networks ?? []).map((item) => networkCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listNetworksReplyWrite(value: ListNetworksReply, to: rt.Writer): void {
  for (const item of value.networks) { to.uint32(10).fork(); networkWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function listNetworksReplyRead(from: rt.Reader, end: number, depth: number, before?: ListNetworksReply): ListNetworksReply {
  let $networks = before?.networks as Network[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($networks ??= []).push(networkRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListNetworksReply = {
    networks: $networks ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListNetworksReplyCodec: rt.MessageCodec<ListNetworksReply, ListNetworksReplyInput> = {
  name: 'swarm.v1.ListNetworksReply',
  encode: (value) => rt.encodeMessage(value, listNetworksReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNetworksReply', bytes, listNetworksReplyRead),
  create: listNetworksReplyCreate,
};

export interface GetNetworkRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What GetNetworkRequestCodec.create accepts; all of it may be left out. */
export interface GetNetworkRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function getNetworkRequestCreate(partial: GetNetworkRequestInput = {}): GetNetworkRequest {
  const value: GetNetworkRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getNetworkRequestWrite(value: GetNetworkRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function getNetworkRequestRead(from: rt.Reader, end: number, depth: number, before?: GetNetworkRequest): GetNetworkRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetNetworkRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetNetworkRequestCodec: rt.MessageCodec<GetNetworkRequest, GetNetworkRequestInput> = {
  name: 'swarm.v1.GetNetworkRequest',
  encode: (value) => rt.encodeMessage(value, getNetworkRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNetworkRequest', bytes, getNetworkRequestRead),
  create: getNetworkRequestCreate,
};

/** Who has an address on a network. */
export interface NetworkUser extends rt.WithUnknownFields {
  readonly id: string;
  readonly name: string;
  /** Without the length of the prefix; empty where it has none, or none yet. */
  readonly address: string;
  readonly address6: string;
  /** Of a task: its service and its node; of another container its node. */
  readonly serviceId: string;
  readonly nodeId: string;
  readonly nodeHostname: string;
  /** Of a node on an attachable network: where its containers that are no tasks get addresses (CIDR). */
  readonly block: string;
  /** Why it has none, in words. */
  readonly problem: string;
}

/** What NetworkUserCodec.create accepts; all of it may be left out. */
export interface NetworkUserInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Without the length of the prefix; empty where it has none, or none yet. */
  readonly address?: string | undefined;
  readonly address6?: string | undefined;
  /** Of a task: its service and its node; of another container its node. */
  readonly serviceId?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly nodeHostname?: string | undefined;
  /** Of a node on an attachable network: where its containers that are no tasks get addresses (CIDR). */
  readonly block?: string | undefined;
  /** Why it has none, in words. */
  readonly problem?: string | undefined;
}

export function networkUserCreate(partial: NetworkUserInput = {}): NetworkUser {
  const value: NetworkUser = {
    id: partial.id ?? '',
    name: partial.name ?? '',
    address: partial.address ?? '',
    address6: partial.address6 ?? '',
    serviceId: partial.serviceId ?? '',
    nodeId: partial.nodeId ?? '',
    nodeHostname: partial.nodeHostname ?? '',
    block: partial.block ?? '',
    problem: partial.problem ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkUserWrite(value: NetworkUser, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.name !== '') { to.uint32(18).string(value.name); }
  if (value.address !== '') { to.uint32(26).string(value.address); }
  if (value.address6 !== '') { to.uint32(34).string(value.address6); }
  if (value.serviceId !== '') { to.uint32(42).string(value.serviceId); }
  if (value.nodeId !== '') { to.uint32(50).string(value.nodeId); }
  if (value.nodeHostname !== '') { to.uint32(58).string(value.nodeHostname); }
  if (value.block !== '') { to.uint32(66).string(value.block); }
  if (value.problem !== '') { to.uint32(74).string(value.problem); }
  rt.writeUnknown(value, to);
}

export function networkUserRead(from: rt.Reader, end: number, depth: number, before?: NetworkUser): NetworkUser {
  let $id: string = before?.id ?? '';
  let $name: string = before?.name ?? '';
  let $address: string = before?.address ?? '';
  let $address6: string = before?.address6 ?? '';
  let $serviceId: string = before?.serviceId ?? '';
  let $nodeId: string = before?.nodeId ?? '';
  let $nodeHostname: string = before?.nodeHostname ?? '';
  let $block: string = before?.block ?? '';
  let $problem: string = before?.problem ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $id = from.stringVerify();
        continue;
      }
      case 18: {
        $name = from.stringVerify();
        continue;
      }
      case 26: {
        $address = from.stringVerify();
        continue;
      }
      case 34: {
        $address6 = from.stringVerify();
        continue;
      }
      case 42: {
        $serviceId = from.stringVerify();
        continue;
      }
      case 50: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 58: {
        $nodeHostname = from.stringVerify();
        continue;
      }
      case 66: {
        $block = from.stringVerify();
        continue;
      }
      case 74: {
        $problem = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkUser = {
    id: $id,
    name: $name,
    address: $address,
    address6: $address6,
    serviceId: $serviceId,
    nodeId: $nodeId,
    nodeHostname: $nodeHostname,
    block: $block,
    problem: $problem,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkUserCodec: rt.MessageCodec<NetworkUser, NetworkUserInput> = {
  name: 'swarm.v1.NetworkUser',
  encode: (value) => rt.encodeMessage(value, networkUserWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkUser', bytes, networkUserRead),
  create: networkUserCreate,
};

export interface GetNetworkReply extends rt.WithUnknownFields {
  readonly network?: Network | undefined;
  /** Services attached to it or, of the ingress network, published through it, by name, with their virtual addresses. */
  readonly services: readonly NetworkUser[];
  /** Unfinished tasks with an address on it, by name: the first of them, and how many there are. */
  readonly tasks: readonly NetworkUser[];
  readonly taskCount: number;
  /** Nodes that take part in it. */
  readonly nodes: readonly NetworkUser[];
  /** Containers on it that are no tasks, by name: the first of them, and how many there are. */
  readonly containers: readonly NetworkUser[];
  readonly containerCount: number;
}

/** What GetNetworkReplyCodec.create accepts; all of it may be left out. */
export interface GetNetworkReplyInput extends rt.WithUnknownFields {
  readonly network?: NetworkInput | undefined;
  /** Services attached to it or, of the ingress network, published through it, by name, with their virtual addresses. */
  readonly services?: readonly NetworkUserInput[] | undefined;
  /** Unfinished tasks with an address on it, by name: the first of them, and how many there are. */
  readonly tasks?: readonly NetworkUserInput[] | undefined;
  readonly taskCount?: number | undefined;
  /** Nodes that take part in it. */
  readonly nodes?: readonly NetworkUserInput[] | undefined;
  /** Containers on it that are no tasks, by name: the first of them, and how many there are. */
  readonly containers?: readonly NetworkUserInput[] | undefined;
  readonly containerCount?: number | undefined;
}

export function getNetworkReplyCreate(partial: GetNetworkReplyInput = {}): GetNetworkReply {
  const value: GetNetworkReply = {
    network: partial.network === undefined ? undefined : networkCreate(partial.network),
    services: (partial.services ?? []).map((item) => networkUserCreate(item)),
    tasks: (partial.tasks ?? []).map((item) => networkUserCreate(item)),
    taskCount: partial.taskCount ?? 0,
    nodes: (partial.nodes ?? []).map((item) => networkUserCreate(item)),
    containers: (partial.containers ?? []).map((item) => networkUserCreate(item)),
    containerCount: partial.containerCount ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getNetworkReplyWrite(value: GetNetworkReply, to: rt.Writer): void {
  if (value.network !== undefined) { to.uint32(10).fork(); networkWrite(value.network, to); to.ldelim(); }
  for (const item of value.services) { to.uint32(18).fork(); networkUserWrite(item, to); to.ldelim(); }
  for (const item of value.tasks) { to.uint32(26).fork(); networkUserWrite(item, to); to.ldelim(); }
  if (value.taskCount !== 0) { to.uint32(32).uint64(rt.writeUint64(value.taskCount, 'swarm.v1.GetNetworkReply', 'taskCount')); }
  for (const item of value.nodes) { to.uint32(42).fork(); networkUserWrite(item, to); to.ldelim(); }
  for (const item of value.containers) { to.uint32(50).fork(); networkUserWrite(item, to); to.ldelim(); }
  if (value.containerCount !== 0) { to.uint32(56).uint64(rt.writeUint64(value.containerCount, 'swarm.v1.GetNetworkReply', 'containerCount')); }
  rt.writeUnknown(value, to);
}

export function getNetworkReplyRead(from: rt.Reader, end: number, depth: number, before?: GetNetworkReply): GetNetworkReply {
  let $network: Network | undefined = before?.network;
  let $services = before?.services as NetworkUser[] | undefined;
  let $tasks = before?.tasks as NetworkUser[] | undefined;
  let $taskCount: number = before?.taskCount ?? 0;
  let $nodes = before?.nodes as NetworkUser[] | undefined;
  let $containers = before?.containers as NetworkUser[] | undefined;
  let $containerCount: number = before?.containerCount ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $network = networkRead(from, rt.endOfMessage(from, depth), depth + 1, $network);
        continue;
      }
      case 18: {
        ($services ??= []).push(networkUserRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 26: {
        ($tasks ??= []).push(networkUserRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 32: {
        $taskCount = rt.readLong(from.uint64(), 'swarm.v1.GetNetworkReply', 'taskCount');
        continue;
      }
      case 42: {
        ($nodes ??= []).push(networkUserRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 50: {
        ($containers ??= []).push(networkUserRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 56: {
        $containerCount = rt.readLong(from.uint64(), 'swarm.v1.GetNetworkReply', 'containerCount');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetNetworkReply = {
    network: $network,
    services: $services ?? [],
    tasks: $tasks ?? [],
    taskCount: $taskCount,
    nodes: $nodes ?? [],
    containers: $containers ?? [],
    containerCount: $containerCount,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetNetworkReplyCodec: rt.MessageCodec<GetNetworkReply, GetNetworkReplyInput> = {
  name: 'swarm.v1.GetNetworkReply',
  encode: (value) => rt.encodeMessage(value, getNetworkReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNetworkReply', bytes, getNetworkReplyRead),
  create: getNetworkReplyCreate,
};

export interface RemoveNetworkRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What RemoveNetworkRequestCodec.create accepts; all of it may be left out. */
export interface RemoveNetworkRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function removeNetworkRequestCreate(partial: RemoveNetworkRequestInput = {}): RemoveNetworkRequest {
  const value: RemoveNetworkRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function removeNetworkRequestWrite(value: RemoveNetworkRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function removeNetworkRequestRead(from: rt.Reader, end: number, depth: number, before?: RemoveNetworkRequest): RemoveNetworkRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RemoveNetworkRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RemoveNetworkRequestCodec: rt.MessageCodec<RemoveNetworkRequest, RemoveNetworkRequestInput> = {
  name: 'swarm.v1.RemoveNetworkRequest',
  encode: (value) => rt.encodeMessage(value, removeNetworkRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNetworkRequest', bytes, removeNetworkRequestRead),
  create: removeNetworkRequestCreate,
};

export interface RemoveNetworkReply extends rt.WithUnknownFields {
  readonly networkId: string;
}

/** What RemoveNetworkReplyCodec.create accepts; all of it may be left out. */
export interface RemoveNetworkReplyInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
}

export function removeNetworkReplyCreate(partial: RemoveNetworkReplyInput = {}): RemoveNetworkReply {
  const value: RemoveNetworkReply = {
    networkId: partial.networkId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function removeNetworkReplyWrite(value: RemoveNetworkReply, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  rt.writeUnknown(value, to);
}

export function removeNetworkReplyRead(from: rt.Reader, end: number, depth: number, before?: RemoveNetworkReply): RemoveNetworkReply {
  let $networkId: string = before?.networkId ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $networkId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RemoveNetworkReply = {
    networkId: $networkId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RemoveNetworkReplyCodec: rt.MessageCodec<RemoveNetworkReply, RemoveNetworkReplyInput> = {
  name: 'swarm.v1.RemoveNetworkReply',
  encode: (value) => rt.encodeMessage(value, removeNetworkReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNetworkReply', bytes, removeNetworkReplyRead),
  create: removeNetworkReplyCreate,
};

export interface ExamineNetworksRequest extends rt.WithUnknownFields {
  /** Empty: every node. */
  readonly nodeRefs: readonly string[];
}

/** What ExamineNetworksRequestCodec.create accepts; all of it may be left out. */
export interface ExamineNetworksRequestInput extends rt.WithUnknownFields {
  /** Empty: every node. */
  readonly nodeRefs?: readonly string[] | undefined;
}

export function examineNetworksRequestCreate(partial: ExamineNetworksRequestInput = {}): ExamineNetworksRequest {
  const value: ExamineNetworksRequest = {
    nodeRefs: partial.nodeRefs ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function examineNetworksRequestWrite(value: ExamineNetworksRequest, to: rt.Writer): void {
  for (const item of value.nodeRefs) { to.uint32(10).string(item); }
  rt.writeUnknown(value, to);
}

export function examineNetworksRequestRead(from: rt.Reader, end: number, depth: number, before?: ExamineNetworksRequest): ExamineNetworksRequest {
  let $nodeRefs = before?.nodeRefs as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($nodeRefs ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ExamineNetworksRequest = {
    nodeRefs: $nodeRefs ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ExamineNetworksRequestCodec: rt.MessageCodec<ExamineNetworksRequest, ExamineNetworksRequestInput> = {
  name: 'swarm.v1.ExamineNetworksRequest',
  encode: (value) => rt.encodeMessage(value, examineNetworksRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExamineNetworksRequest', bytes, examineNetworksRequestRead),
  create: examineNetworksRequestCreate,
};

export interface ExamineNetworksReply extends rt.WithUnknownFields {
  readonly nodes: readonly NodeExamination[];
}

/** What ExamineNetworksReplyCodec.create accepts; all of it may be left out. */
export interface ExamineNetworksReplyInput extends rt.WithUnknownFields {
  readonly nodes?: readonly NodeExaminationInput[] | undefined;
}

export function examineNetworksReplyCreate(partial: ExamineNetworksReplyInput = {}): ExamineNetworksReply {
  const value: ExamineNetworksReply = {
    nodes: (partial.nodes ?? []).map((item) => nodeExaminationCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function examineNetworksReplyWrite(value: ExamineNetworksReply, to: rt.Writer): void {
  for (const item of value.nodes) { to.uint32(10).fork(); nodeExaminationWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function examineNetworksReplyRead(from: rt.Reader, end: number, depth: number, before?: ExamineNetworksReply): ExamineNetworksReply {
  let $nodes = before?.nodes as NodeExamination[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($nodes ??= []).push(nodeExaminationRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ExamineNetworksReply = {
    nodes: $nodes ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ExamineNetworksReplyCodec: rt.MessageCodec<ExamineNetworksReply, ExamineNetworksReplyInput> = {
  name: 'swarm.v1.ExamineNetworksReply',
  encode: (value) => rt.encodeMessage(value, examineNetworksReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExamineNetworksReply', bytes, examineNetworksReplyRead),
  create: examineNetworksReplyCreate,
};

export interface NodeExamination extends rt.WithUnknownFields {
  readonly nodeId: string;
  readonly hostname: string;
  /** Its error says also why nothing was heard of the node. */
  readonly report?: NetworkReport | undefined;
}

/** What NodeExaminationCodec.create accepts; all of it may be left out. */
export interface NodeExaminationInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  readonly hostname?: string | undefined;
  /** Its error says also why nothing was heard of the node. */
  readonly report?: NetworkReportInput | undefined;
}

export function nodeExaminationCreate(partial: NodeExaminationInput = {}): NodeExamination {
  const value: NodeExamination = {
    nodeId: partial.nodeId ?? '',
    hostname: partial.hostname ?? '',
    report: partial.report === undefined ? undefined : networkReportCreate(partial.report),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeExaminationWrite(value: NodeExamination, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  if (value.hostname !== '') { to.uint32(18).string(value.hostname); }
  if (value.report !== undefined) { to.uint32(26).fork(); networkReportWrite(value.report, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function nodeExaminationRead(from: rt.Reader, end: number, depth: number, before?: NodeExamination): NodeExamination {
  let $nodeId: string = before?.nodeId ?? '';
  let $hostname: string = before?.hostname ?? '';
  let $report: NetworkReport | undefined = before?.report;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 18: {
        $hostname = from.stringVerify();
        continue;
      }
      case 26: {
        $report = networkReportRead(from, rt.endOfMessage(from, depth), depth + 1, $report);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeExamination = {
    nodeId: $nodeId,
    hostname: $hostname,
    report: $report,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeExaminationCodec: rt.MessageCodec<NodeExamination, NodeExaminationInput> = {
  name: 'swarm.v1.NodeExamination',
  encode: (value) => rt.encodeMessage(value, nodeExaminationWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeExamination', bytes, nodeExaminationRead),
  create: nodeExaminationCreate,
};

/** A task with the names a person reads. */
export interface TaskEntry extends rt.WithUnknownFields {
  readonly task?: Task | undefined;
  readonly name: string;
  readonly serviceName: string;
  readonly nodeHostname: string;
  readonly spec?: TaskSpec | undefined;
  /** Its node is down, and the service wants it to wait there. */
  readonly awaitsNode: boolean;
}

/** What TaskEntryCodec.create accepts; all of it may be left out. */
export interface TaskEntryInput extends rt.WithUnknownFields {
  readonly task?: TaskInput | undefined;
  readonly name?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly nodeHostname?: string | undefined;
  readonly spec?: TaskSpecInput | undefined;
  /** Its node is down, and the service wants it to wait there. */
  readonly awaitsNode?: boolean | undefined;
}

export function taskEntryCreate(partial: TaskEntryInput = {}): TaskEntry {
  const value: TaskEntry = {
    task: partial.task === undefined ? undefined : taskCreate(partial.task),
    name: partial.name ?? '',
    serviceName: partial.serviceName ?? '',
    nodeHostname: partial.nodeHostname ?? '',
    spec: partial.spec === undefined ? undefined : taskSpecCreate(partial.spec),
    awaitsNode: partial.awaitsNode ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskEntryWrite(value: TaskEntry, to: rt.Writer): void {
  if (value.task !== undefined) { to.uint32(10).fork(); taskWrite(value.task, to); to.ldelim(); }
  if (value.name !== '') { to.uint32(18).string(value.name); }
  if (value.serviceName !== '') { to.uint32(26).string(value.serviceName); }
  if (value.nodeHostname !== '') { to.uint32(34).string(value.nodeHostname); }
  if (value.spec !== undefined) { to.uint32(42).fork(); taskSpecWrite(value.spec, to); to.ldelim(); }
  if (value.awaitsNode) { to.uint32(48).bool(value.awaitsNode); }
  rt.writeUnknown(value, to);
}

export function taskEntryRead(from: rt.Reader, end: number, depth: number, before?: TaskEntry): TaskEntry {
  let $task: Task | undefined = before?.task;
  let $name: string = before?.name ?? '';
  let $serviceName: string = before?.serviceName ?? '';
  let $nodeHostname: string = before?.nodeHostname ?? '';
  let $spec: TaskSpec | undefined = before?.spec;
  let $awaitsNode: boolean = before?.awaitsNode ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $task = taskRead(from, rt.endOfMessage(from, depth), depth + 1, $task);
        continue;
      }
      case 18: {
        $name = from.stringVerify();
        continue;
      }
      case 26: {
        $serviceName = from.stringVerify();
        continue;
      }
      case 34: {
        $nodeHostname = from.stringVerify();
        continue;
      }
      case 42: {
        $spec = taskSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 48: {
        $awaitsNode = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskEntry = {
    task: $task,
    name: $name,
    serviceName: $serviceName,
    nodeHostname: $nodeHostname,
    spec: $spec,
    awaitsNode: $awaitsNode,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskEntryCodec: rt.MessageCodec<TaskEntry, TaskEntryInput> = {
  name: 'swarm.v1.TaskEntry',
  encode: (value) => rt.encodeMessage(value, taskEntryWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskEntry', bytes, taskEntryRead),
  create: taskEntryCreate,
};

export interface ServiceProgress extends rt.WithUnknownFields {
  readonly service?: Service | undefined;
  /** Without the spec where it is the service's present one. */
  readonly tasks: readonly TaskEntry[];
  readonly downNodeIds: readonly string[];
  /**
   * Slots that are to be filled: replicas, completions, or the nodes that are to have a task now; then only their tasks
   * are told.
   */
  readonly desiredTasks: number;
}

/** What ServiceProgressCodec.create accepts; all of it may be left out. */
export interface ServiceProgressInput extends rt.WithUnknownFields {
  readonly service?: ServiceInput | undefined;
  /** Without the spec where it is the service's present one. */
  readonly tasks?: readonly TaskEntryInput[] | undefined;
  readonly downNodeIds?: readonly string[] | undefined;
  /**
   * Slots that are to be filled: replicas, completions, or the nodes that are to have a task now; then only their tasks
   * are told.
   */
  readonly desiredTasks?: number | undefined;
}

export function serviceProgressCreate(partial: ServiceProgressInput = {}): ServiceProgress {
  const value: ServiceProgress = {
    service: partial.service === undefined ? undefined : serviceCreate(partial.service),
    tasks: (partial.tasks ?? []).map((item) => taskEntryCreate(item)),
    downNodeIds: partial.downNodeIds ?? [],
    desiredTasks: partial.desiredTasks ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceProgressWrite(value: ServiceProgress, to: rt.Writer): void {
  if (value.service !== undefined) { to.uint32(10).fork(); serviceWrite(value.service, to); to.ldelim(); }
  for (const item of value.tasks) { to.uint32(18).fork(); taskEntryWrite(item, to); to.ldelim(); }
  for (const item of value.downNodeIds) { to.uint32(26).string(item); }
  if (value.desiredTasks !== 0) { to.uint32(32).uint64(rt.writeUint64(value.desiredTasks, 'swarm.v1.ServiceProgress', 'desiredTasks')); }
  rt.writeUnknown(value, to);
}

export function serviceProgressRead(from: rt.Reader, end: number, depth: number, before?: ServiceProgress): ServiceProgress {
  let $service: Service | undefined = before?.service;
  let $tasks = before?.tasks as TaskEntry[] | undefined;
  let $downNodeIds = before?.downNodeIds as string[] | undefined;
  let $desiredTasks: number = before?.desiredTasks ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $service = serviceRead(from, rt.endOfMessage(from, depth), depth + 1, $service);
        continue;
      }
      case 18: {
        ($tasks ??= []).push(taskEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 26: {
        ($downNodeIds ??= []).push(from.stringVerify());
        continue;
      }
      case 32: {
        $desiredTasks = rt.readLong(from.uint64(), 'swarm.v1.ServiceProgress', 'desiredTasks');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceProgress = {
    service: $service,
    tasks: $tasks ?? [],
    downNodeIds: $downNodeIds ?? [],
    desiredTasks: $desiredTasks,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceProgressCodec: rt.MessageCodec<ServiceProgress, ServiceProgressInput> = {
  name: 'swarm.v1.ServiceProgress',
  encode: (value) => rt.encodeMessage(value, serviceProgressWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceProgress', bytes, serviceProgressRead),
  create: serviceProgressCreate,
};

export interface ListTasksRequest extends rt.WithUnknownFields {
  readonly serviceRefs: readonly string[];
  readonly nodeRefs: readonly string[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly desiredStates: readonly string[];
}

/** What ListTasksRequestCodec.create accepts; all of it may be left out. */
export interface ListTasksRequestInput extends rt.WithUnknownFields {
  readonly serviceRefs?: readonly string[] | undefined;
  readonly nodeRefs?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly desiredStates?: readonly string[] | undefined;
}

export function listTasksRequestCreate(partial: ListTasksRequestInput = {}): ListTasksRequest {
  const value: ListTasksRequest = {
    serviceRefs: partial.serviceRefs ?? [],
    nodeRefs: partial.nodeRefs ?? [],
    ids: partial.ids ?? [],
    names: partial.names ?? [],
    desiredStates: partial.desiredStates ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listTasksRequestWrite(value: ListTasksRequest, to: rt.Writer): void {
  for (const item of value.serviceRefs) { to.uint32(10).string(item); }
  for (const item of value.nodeRefs) { to.uint32(18).string(item); }
  for (const item of value.ids) { to.uint32(26).string(item); }
  for (const item of value.names) { to.uint32(34).string(item); }
  for (const item of value.desiredStates) { to.uint32(42).string(item); }
  rt.writeUnknown(value, to);
}

export function listTasksRequestRead(from: rt.Reader, end: number, depth: number, before?: ListTasksRequest): ListTasksRequest {
  let $serviceRefs = before?.serviceRefs as string[] | undefined;
  let $nodeRefs = before?.nodeRefs as string[] | undefined;
  let $ids = before?.ids as string[] | undefined;
  let $names = before?.names as string[] | undefined;
  let $desiredStates = before?.desiredStates as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($serviceRefs ??= []).push(from.stringVerify());
        continue;
      }
      case 18: {
        ($nodeRefs ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        ($ids ??= []).push(from.stringVerify());
        continue;
      }
      case 34: {
        ($names ??= []).push(from.stringVerify());
        continue;
      }
      case 42: {
        ($desiredStates ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListTasksRequest = {
    serviceRefs: $serviceRefs ?? [],
    nodeRefs: $nodeRefs ?? [],
    ids: $ids ?? [],
    names: $names ?? [],
    desiredStates: $desiredStates ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListTasksRequestCodec: rt.MessageCodec<ListTasksRequest, ListTasksRequestInput> = {
  name: 'swarm.v1.ListTasksRequest',
  encode: (value) => rt.encodeMessage(value, listTasksRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListTasksRequest', bytes, listTasksRequestRead),
  create: listTasksRequestCreate,
};

export interface ListTasksReply extends rt.WithUnknownFields {
  /** Of each spec only the image; GetTask gives all of it. */
  readonly tasks: readonly TaskEntry[];
}

/** What ListTasksReplyCodec.create accepts; all of it may be left out. */
export interface ListTasksReplyInput extends rt.WithUnknownFields {
  /** Of each spec only the image; GetTask gives all of it. */
  readonly tasks?: readonly TaskEntryInput[] | undefined;
}

export function listTasksReplyCreate(partial: ListTasksReplyInput = {}): ListTasksReply {
  const value: ListTasksReply = {
    tasks: (partial.tasks ?? []).map((item) => taskEntryCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function listTasksReplyWrite(value: ListTasksReply, to: rt.Writer): void {
  for (const item of value.tasks) { to.uint32(10).fork(); taskEntryWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function listTasksReplyRead(from: rt.Reader, end: number, depth: number, before?: ListTasksReply): ListTasksReply {
  let $tasks = before?.tasks as TaskEntry[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($tasks ??= []).push(taskEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ListTasksReply = {
    tasks: $tasks ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ListTasksReplyCodec: rt.MessageCodec<ListTasksReply, ListTasksReplyInput> = {
  name: 'swarm.v1.ListTasksReply',
  encode: (value) => rt.encodeMessage(value, listTasksReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListTasksReply', bytes, listTasksReplyRead),
  create: listTasksReplyCreate,
};

export interface GetTaskRequest extends rt.WithUnknownFields {
  readonly ref: string;
}

/** What GetTaskRequestCodec.create accepts; all of it may be left out. */
export interface GetTaskRequestInput extends rt.WithUnknownFields {
  readonly ref?: string | undefined;
}

export function getTaskRequestCreate(partial: GetTaskRequestInput = {}): GetTaskRequest {
  const value: GetTaskRequest = {
    ref: partial.ref ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getTaskRequestWrite(value: GetTaskRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  rt.writeUnknown(value, to);
}

export function getTaskRequestRead(from: rt.Reader, end: number, depth: number, before?: GetTaskRequest): GetTaskRequest {
  let $ref: string = before?.ref ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetTaskRequest = {
    ref: $ref,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetTaskRequestCodec: rt.MessageCodec<GetTaskRequest, GetTaskRequestInput> = {
  name: 'swarm.v1.GetTaskRequest',
  encode: (value) => rt.encodeMessage(value, getTaskRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetTaskRequest', bytes, getTaskRequestRead),
  create: getTaskRequestCreate,
};

export interface GetTaskReply extends rt.WithUnknownFields {
  readonly entry?: TaskEntry | undefined;
}

/** What GetTaskReplyCodec.create accepts; all of it may be left out. */
export interface GetTaskReplyInput extends rt.WithUnknownFields {
  readonly entry?: TaskEntryInput | undefined;
}

export function getTaskReplyCreate(partial: GetTaskReplyInput = {}): GetTaskReply {
  const value: GetTaskReply = {
    entry: partial.entry === undefined ? undefined : taskEntryCreate(partial.entry),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getTaskReplyWrite(value: GetTaskReply, to: rt.Writer): void {
  if (value.entry !== undefined) { to.uint32(10).fork(); taskEntryWrite(value.entry, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function getTaskReplyRead(from: rt.Reader, end: number, depth: number, before?: GetTaskReply): GetTaskReply {
  let $entry: TaskEntry | undefined = before?.entry;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $entry = taskEntryRead(from, rt.endOfMessage(from, depth), depth + 1, $entry);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetTaskReply = {
    entry: $entry,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetTaskReplyCodec: rt.MessageCodec<GetTaskReply, GetTaskReplyInput> = {
  name: 'swarm.v1.GetTaskReply',
  encode: (value) => rt.encodeMessage(value, getTaskReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetTaskReply', bytes, getTaskReplyRead),
  create: getTaskReplyCreate,
};

export interface LogsRequest extends rt.WithUnknownFields {
  /** A service or a task. */
  readonly ref: string;
  readonly options?: LogOptions | undefined;
}

/** What LogsRequestCodec.create accepts; all of it may be left out. */
export interface LogsRequestInput extends rt.WithUnknownFields {
  /** A service or a task. */
  readonly ref?: string | undefined;
  readonly options?: LogOptionsInput | undefined;
}

export function logsRequestCreate(partial: LogsRequestInput = {}): LogsRequest {
  const value: LogsRequest = {
    ref: partial.ref ?? '',
    options: partial.options === undefined ? undefined : logOptionsCreate(partial.options),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logsRequestWrite(value: LogsRequest, to: rt.Writer): void {
  if (value.ref !== '') { to.uint32(10).string(value.ref); }
  if (value.options !== undefined) { to.uint32(18).fork(); logOptionsWrite(value.options, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function logsRequestRead(from: rt.Reader, end: number, depth: number, before?: LogsRequest): LogsRequest {
  let $ref: string = before?.ref ?? '';
  let $options: LogOptions | undefined = before?.options;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $ref = from.stringVerify();
        continue;
      }
      case 18: {
        $options = logOptionsRead(from, rt.endOfMessage(from, depth), depth + 1, $options);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogsRequest = {
    ref: $ref,
    options: $options,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogsRequestCodec: rt.MessageCodec<LogsRequest, LogsRequestInput> = {
  name: 'swarm.v1.LogsRequest',
  encode: (value) => rt.encodeMessage(value, logsRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogsRequest', bytes, logsRequestRead),
  create: logsRequestCreate,
};

export interface LogsReply extends rt.WithUnknownFields {
  readonly lines: readonly LogLine[];
  /** Tasks heard of in this answer for the first time. */
  readonly tasks: readonly TaskEntry[];
  /** A source that cannot be read, in words; the others go on. */
  readonly missing: string;
}

/** What LogsReplyCodec.create accepts; all of it may be left out. */
export interface LogsReplyInput extends rt.WithUnknownFields {
  readonly lines?: readonly LogLineInput[] | undefined;
  /** Tasks heard of in this answer for the first time. */
  readonly tasks?: readonly TaskEntryInput[] | undefined;
  /** A source that cannot be read, in words; the others go on. */
  readonly missing?: string | undefined;
}

export function logsReplyCreate(partial: LogsReplyInput = {}): LogsReply {
  const value: LogsReply = {
    lines: (partial.lines ?? []).map((item) => logLineCreate(item)),
    tasks: (partial.tasks ?? []).map((item) => taskEntryCreate(item)),
    missing: partial.missing ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logsReplyWrite(value: LogsReply, to: rt.Writer): void {
  for (const item of value.lines) { to.uint32(10).fork(); logLineWrite(item, to); to.ldelim(); }
  for (const item of value.tasks) { to.uint32(18).fork(); taskEntryWrite(item, to); to.ldelim(); }
  if (value.missing !== '') { to.uint32(26).string(value.missing); }
  rt.writeUnknown(value, to);
}

export function logsReplyRead(from: rt.Reader, end: number, depth: number, before?: LogsReply): LogsReply {
  let $lines = before?.lines as LogLine[] | undefined;
  let $tasks = before?.tasks as TaskEntry[] | undefined;
  let $missing: string = before?.missing ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($lines ??= []).push(logLineRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 18: {
        ($tasks ??= []).push(taskEntryRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 26: {
        $missing = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogsReply = {
    lines: $lines ?? [],
    tasks: $tasks ?? [],
    missing: $missing,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogsReplyCodec: rt.MessageCodec<LogsReply, LogsReplyInput> = {
  name: 'swarm.v1.LogsReply',
  encode: (value) => rt.encodeMessage(value, logsReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogsReply', bytes, logsReplyRead),
  create: logsReplyCreate,
};

/** All of several kinds must hold, any of several values of one kind. */
export interface WatchEventsRequest extends rt.WithUnknownFields {
  readonly types: readonly string[];
  readonly actions: readonly string[];
  /** Names, ids, or the beginnings of ids; events of a service's or a node's tasks are about it as well. */
  readonly services: readonly string[];
  readonly nodes: readonly string[];
  readonly tasks: readonly string[];
  readonly networks: readonly string[];
}

/** What WatchEventsRequestCodec.create accepts; all of it may be left out. */
export interface WatchEventsRequestInput extends rt.WithUnknownFields {
  readonly types?: readonly string[] | undefined;
  readonly actions?: readonly string[] | undefined;
  /** Names, ids, or the beginnings of ids; events of a service's or a node's tasks are about it as well. */
  readonly services?: readonly string[] | undefined;
  readonly nodes?: readonly string[] | undefined;
  readonly tasks?: readonly string[] | undefined;
  readonly networks?: readonly string[] | undefined;
}

export function watchEventsRequestCreate(partial: WatchEventsRequestInput = {}): WatchEventsRequest {
  const value: WatchEventsRequest = {
    types: partial.types ?? [],
    actions: partial.actions ?? [],
    services: partial.services ?? [],
    nodes: partial.nodes ?? [],
    tasks: partial.tasks ?? [],
    networks: partial.networks ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function watchEventsRequestWrite(value: WatchEventsRequest, to: rt.Writer): void {
  for (const item of value.types) { to.uint32(10).string(item); }
  for (const item of value.actions) { to.uint32(18).string(item); }
  for (const item of value.services) { to.uint32(26).string(item); }
  for (const item of value.nodes) { to.uint32(34).string(item); }
  for (const item of value.tasks) { to.uint32(42).string(item); }
  for (const item of value.networks) { to.uint32(50).string(item); }
  rt.writeUnknown(value, to);
}

export function watchEventsRequestRead(from: rt.Reader, end: number, depth: number, before?: WatchEventsRequest): WatchEventsRequest {
  let $types = before?.types as string[] | undefined;
  let $actions = before?.actions as string[] | undefined;
  let $services = before?.services as string[] | undefined;
  let $nodes = before?.nodes as string[] | undefined;
  let $tasks = before?.tasks as string[] | undefined;
  let $networks = before?.networks as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($types ??= []).push(from.stringVerify());
        continue;
      }
      case 18: {
        ($actions ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        ($services ??= []).push(from.stringVerify());
        continue;
      }
      case 34: {
        ($nodes ??= []).push(from.stringVerify());
        continue;
      }
      case 42: {
        ($tasks ??= []).push(from.stringVerify());
        continue;
      }
      case 50: {
        ($networks ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: WatchEventsRequest = {
    types: $types ?? [],
    actions: $actions ?? [],
    services: $services ?? [],
    nodes: $nodes ?? [],
    tasks: $tasks ?? [],
    networks: $networks ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const WatchEventsRequestCodec: rt.MessageCodec<WatchEventsRequest, WatchEventsRequestInput> = {
  name: 'swarm.v1.WatchEventsRequest',
  encode: (value) => rt.encodeMessage(value, watchEventsRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.WatchEventsRequest', bytes, watchEventsRequestRead),
  create: watchEventsRequestCreate,
};

export interface ClusterEvent extends rt.WithUnknownFields {
  /** When it was committed. */
  readonly atMs: number;
  /** service, node, task or network */
  readonly type: string;
  /** create, update or remove */
  readonly action: string;
  readonly id: string;
  /** What the object is called and belongs to; of what has changed, "x.old" and "x.new". */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What ClusterEventCodec.create accepts; all of it may be left out. */
export interface ClusterEventInput extends rt.WithUnknownFields {
  /** When it was committed. */
  readonly atMs?: number | undefined;
  /** service, node, task or network */
  readonly type?: string | undefined;
  /** create, update or remove */
  readonly action?: string | undefined;
  readonly id?: string | undefined;
  /** What the object is called and belongs to; of what has changed, "x.old" and "x.new". */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

export function clusterEventCreate(partial: ClusterEventInput = {}): ClusterEvent {
  const value: ClusterEvent = {
    atMs: partial.atMs ?? 0,
    type: partial.type ?? '',
    action: partial.action ?? '',
    id: partial.id ?? '',
    attributes: partial.attributes ?? {},
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function clusterEventWrite(value: ClusterEvent, to: rt.Writer): void {
  if (value.atMs !== 0) { to.uint32(8).int64(rt.writeInt64(value.atMs, 'swarm.v1.ClusterEvent', 'atMs')); }
  if (value.type !== '') { to.uint32(18).string(value.type); }
  if (value.action !== '') { to.uint32(26).string(value.action); }
  if (value.id !== '') { to.uint32(34).string(value.id); }
  for (const [key, item] of Object.entries(value.attributes)) {
    to.uint32(42).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  rt.writeUnknown(value, to);
}

export function clusterEventRead(from: rt.Reader, end: number, depth: number, before?: ClusterEvent): ClusterEvent {
  let $atMs: number = before?.atMs ?? 0;
  let $type: string = before?.type ?? '';
  let $action: string = before?.action ?? '';
  let $id: string = before?.id ?? '';
  let $attributes = before?.attributes as Record<string, string> | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $atMs = rt.readLong(from.int64(), 'swarm.v1.ClusterEvent', 'atMs');
        continue;
      }
      case 18: {
        $type = from.stringVerify();
        continue;
      }
      case 26: {
        $action = from.stringVerify();
        continue;
      }
      case 34: {
        $id = from.stringVerify();
        continue;
      }
      case 42: {
        const entryEnd = rt.endOfPart(from);
        let key = '';
        let item: string | undefined;
        while (from.pos < entryEnd) {
          const part = from.tag();
          if (part === 10) key = from.stringVerify();
          else if (part === 18) item = from.stringVerify();
          else from.skipType(part & 7, depth, part >>> 3);
        }
        rt.expectEnd(from, entryEnd);
        rt.setEntry(($attributes ??= {}), key, item ?? '');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ClusterEvent = {
    atMs: $atMs,
    type: $type,
    action: $action,
    id: $id,
    attributes: $attributes ?? {},
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ClusterEventCodec: rt.MessageCodec<ClusterEvent, ClusterEventInput> = {
  name: 'swarm.v1.ClusterEvent',
  encode: (value) => rt.encodeMessage(value, clusterEventWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ClusterEvent', bytes, clusterEventRead),
  create: clusterEventCreate,
};

export interface WatchEventsReply extends rt.WithUnknownFields {
  readonly events: readonly ClusterEvent[];
}

/** What WatchEventsReplyCodec.create accepts; all of it may be left out. */
export interface WatchEventsReplyInput extends rt.WithUnknownFields {
  readonly events?: readonly ClusterEventInput[] | undefined;
}

export function watchEventsReplyCreate(partial: WatchEventsReplyInput = {}): WatchEventsReply {
  const value: WatchEventsReply = {
    events: (partial.events ?? []).map((item) => clusterEventCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function watchEventsReplyWrite(value: WatchEventsReply, to: rt.Writer): void {
  for (const item of value.events) { to.uint32(10).fork(); clusterEventWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function watchEventsReplyRead(from: rt.Reader, end: number, depth: number, before?: WatchEventsReply): WatchEventsReply {
  let $events = before?.events as ClusterEvent[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($events ??= []).push(clusterEventRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: WatchEventsReply = {
    events: $events ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const WatchEventsReplyCodec: rt.MessageCodec<WatchEventsReply, WatchEventsReplyInput> = {
  name: 'swarm.v1.WatchEventsReply',
  encode: (value) => rt.encodeMessage(value, watchEventsReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.WatchEventsReply', bytes, watchEventsReplyRead),
  create: watchEventsReplyCreate,
};

export interface GetBackupRequest extends rt.WithUnknownFields {
}

/** What GetBackupRequestCodec.create accepts; all of it may be left out. */
export interface GetBackupRequestInput extends rt.WithUnknownFields {
}

export function getBackupRequestCreate(partial: GetBackupRequestInput = {}): GetBackupRequest {
  const value: GetBackupRequest = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getBackupRequestWrite(value: GetBackupRequest, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function getBackupRequestRead(from: rt.Reader, end: number, depth: number, before?: GetBackupRequest): GetBackupRequest {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetBackupRequest = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetBackupRequestCodec: rt.MessageCodec<GetBackupRequest, GetBackupRequestInput> = {
  name: 'swarm.v1.GetBackupRequest',
  encode: (value) => rt.encodeMessage(value, getBackupRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetBackupRequest', bytes, getBackupRequestRead),
  create: getBackupRequestCreate,
};

export interface GetBackupReply extends rt.WithUnknownFields {
  readonly piece: Uint8Array;
}

/** What GetBackupReplyCodec.create accepts; all of it may be left out. */
export interface GetBackupReplyInput extends rt.WithUnknownFields {
  readonly piece?: Uint8Array | undefined;
}

export function getBackupReplyCreate(partial: GetBackupReplyInput = {}): GetBackupReply {
  const value: GetBackupReply = {
    piece: partial.piece ?? new Uint8Array(0),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getBackupReplyWrite(value: GetBackupReply, to: rt.Writer): void {
  if (value.piece.length > 0) { to.uint32(10).bytes(value.piece); }
  rt.writeUnknown(value, to);
}

export function getBackupReplyRead(from: rt.Reader, end: number, depth: number, before?: GetBackupReply): GetBackupReply {
  let $piece: Uint8Array = before?.piece ?? new Uint8Array(0);
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $piece = new Uint8Array(from.bytes());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetBackupReply = {
    piece: $piece,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetBackupReplyCodec: rt.MessageCodec<GetBackupReply, GetBackupReplyInput> = {
  name: 'swarm.v1.GetBackupReply',
  encode: (value) => rt.encodeMessage(value, getBackupReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetBackupReply', bytes, getBackupReplyRead),
  create: getBackupReplyCreate,
};

export const ControlService = {
  name: 'swarm.v1.Control',
  methods: {
    getCluster: {
      name: 'GetCluster',
      path: '/swarm.v1.Control/GetCluster',
      kind: 'unary',
      request: GetClusterRequestCodec,
      response: GetClusterReplyCodec,
    },
    updateCluster: {
      name: 'UpdateCluster',
      path: '/swarm.v1.Control/UpdateCluster',
      kind: 'unary',
      request: UpdateClusterRequestCodec,
      response: UpdateClusterReplyCodec,
    },
    getJoinToken: {
      name: 'GetJoinToken',
      path: '/swarm.v1.Control/GetJoinToken',
      kind: 'unary',
      request: GetJoinTokenRequestCodec,
      response: GetJoinTokenReplyCodec,
    },
    listNodes: {
      name: 'ListNodes',
      path: '/swarm.v1.Control/ListNodes',
      kind: 'unary',
      request: ListNodesRequestCodec,
      response: ListNodesReplyCodec,
    },
    getNode: {
      name: 'GetNode',
      path: '/swarm.v1.Control/GetNode',
      kind: 'unary',
      request: GetNodeRequestCodec,
      response: GetNodeReplyCodec,
    },
    updateNode: {
      name: 'UpdateNode',
      path: '/swarm.v1.Control/UpdateNode',
      kind: 'unary',
      request: UpdateNodeRequestCodec,
      response: UpdateNodeReplyCodec,
    },
    removeNode: {
      name: 'RemoveNode',
      path: '/swarm.v1.Control/RemoveNode',
      kind: 'unary',
      request: RemoveNodeRequestCodec,
      response: RemoveNodeReplyCodec,
    },
    createService: {
      name: 'CreateService',
      path: '/swarm.v1.Control/CreateService',
      kind: 'unary',
      request: CreateServiceRequestCodec,
      response: CreateServiceReplyCodec,
    },
    listServices: {
      name: 'ListServices',
      path: '/swarm.v1.Control/ListServices',
      kind: 'unary',
      request: ListServicesRequestCodec,
      response: ListServicesReplyCodec,
    },
    getService: {
      name: 'GetService',
      path: '/swarm.v1.Control/GetService',
      kind: 'unary',
      request: GetServiceRequestCodec,
      response: GetServiceReplyCodec,
    },
    updateService: {
      name: 'UpdateService',
      path: '/swarm.v1.Control/UpdateService',
      kind: 'unary',
      request: UpdateServiceRequestCodec,
      response: UpdateServiceReplyCodec,
    },
    removeService: {
      name: 'RemoveService',
      path: '/swarm.v1.Control/RemoveService',
      kind: 'unary',
      request: RemoveServiceRequestCodec,
      response: RemoveServiceReplyCodec,
    },
    changeRollout: {
      name: 'ChangeRollout',
      path: '/swarm.v1.Control/ChangeRollout',
      kind: 'unary',
      request: ChangeRolloutRequestCodec,
      response: ChangeRolloutReplyCodec,
    },
    listRevisions: {
      name: 'ListRevisions',
      path: '/swarm.v1.Control/ListRevisions',
      kind: 'unary',
      request: ListRevisionsRequestCodec,
      response: ListRevisionsReplyCodec,
    },
    /** The service and its tasks, now and after each change, until the caller ends the call. */
    watchService: {
      name: 'WatchService',
      path: '/swarm.v1.Control/WatchService',
      kind: 'server-stream',
      request: GetServiceRequestCodec,
      response: ServiceProgressCodec,
    },
    createNetwork: {
      name: 'CreateNetwork',
      path: '/swarm.v1.Control/CreateNetwork',
      kind: 'unary',
      request: CreateNetworkRequestCodec,
      response: CreateNetworkReplyCodec,
    },
    listNetworks: {
      name: 'ListNetworks',
      path: '/swarm.v1.Control/ListNetworks',
      kind: 'unary',
      request: ListNetworksRequestCodec,
      response: ListNetworksReplyCodec,
    },
    getNetwork: {
      name: 'GetNetwork',
      path: '/swarm.v1.Control/GetNetwork',
      kind: 'unary',
      request: GetNetworkRequestCodec,
      response: GetNetworkReplyCodec,
    },
    removeNetwork: {
      name: 'RemoveNetwork',
      path: '/swarm.v1.Control/RemoveNetwork',
      kind: 'unary',
      request: RemoveNetworkRequestCodec,
      response: RemoveNetworkReplyCodec,
    },
    /** Nodes look whether their networks are as they should be; takes some seconds. */
    examineNetworks: {
      name: 'ExamineNetworks',
      path: '/swarm.v1.Control/ExamineNetworks',
      kind: 'unary',
      request: ExamineNetworksRequestCodec,
      response: ExamineNetworksReplyCodec,
    },
    listTasks: {
      name: 'ListTasks',
      path: '/swarm.v1.Control/ListTasks',
      kind: 'unary',
      request: ListTasksRequestCodec,
      response: ListTasksReplyCodec,
    },
    getTask: {
      name: 'GetTask',
      path: '/swarm.v1.Control/GetTask',
      kind: 'unary',
      request: GetTaskRequestCodec,
      response: GetTaskReplyCodec,
    },
    /** Why tasks of a service, or a task, do not run. */
    explainPlacement: {
      name: 'ExplainPlacement',
      path: '/swarm.v1.Control/ExplainPlacement',
      kind: 'unary',
      request: ExplainPlacementRequestCodec,
      response: ExplainPlacementReplyCodec,
    },
    logs: {
      name: 'Logs',
      path: '/swarm.v1.Control/Logs',
      kind: 'server-stream',
      request: LogsRequestCodec,
      response: LogsReplyCodec,
    },
    /**
     * What happens to services, nodes, tasks and networks from now on, until the caller ends the call. The first answer is
     * empty: whatever happens after it will be told.
     */
    watchEvents: {
      name: 'WatchEvents',
      path: '/swarm.v1.Control/WatchEvents',
      kind: 'server-stream',
      request: WatchEventsRequestCodec,
      response: WatchEventsReplyCodec,
    },
    /** The whole state as of now, with all that a new cluster needs to go on from it, secrets included. */
    getBackup: {
      name: 'GetBackup',
      path: '/swarm.v1.Control/GetBackup',
      kind: 'server-stream',
      request: GetBackupRequestCodec,
      response: GetBackupReplyCodec,
    },
  },
} as const satisfies rt.ServiceDefinition;
