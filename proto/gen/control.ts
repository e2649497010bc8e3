/**
 * Generated from proto/swarm/v1/control.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { ChangeRolloutReplyStatic, ChangeRolloutRequestStatic, ClusterEventStatic, CreateNetworkReplyStatic, CreateNetworkRequestStatic, CreateServiceReplyStatic, CreateServiceRequestStatic, ExamineNetworksReplyStatic, ExamineNetworksRequestStatic, ExplainPlacementReplyStatic, ExplainPlacementRequestStatic, GetBackupReplyStatic, GetBackupRequestStatic, GetClusterReplyStatic, GetClusterRequestStatic, GetJoinTokenReplyStatic, GetJoinTokenRequestStatic, GetNetworkReplyStatic, GetNetworkRequestStatic, GetNodeReplyStatic, GetNodeRequestStatic, GetServiceReplyStatic, GetServiceRequestStatic, GetTaskReplyStatic, GetTaskRequestStatic, ListNetworksReplyStatic, ListNetworksRequestStatic, ListNodesReplyStatic, ListNodesRequestStatic, ListRevisionsReplyStatic, ListRevisionsRequestStatic, ListServicesReplyStatic, ListServicesRequestStatic, ListTasksReplyStatic, ListTasksRequestStatic, LogsReplyStatic, LogsRequestStatic, ManagerStatusStatic, NetworkUserStatic, NodeEntryStatic, NodeExaminationStatic, NodeVerdictStatic, PendingTasksStatic, RecentChangeStatic, RemoveNetworkReplyStatic, RemoveNetworkRequestStatic, RemoveNodeReplyStatic, RemoveNodeRequestStatic, RemoveServiceReplyStatic, RemoveServiceRequestStatic, ServiceEntryStatic, ServiceProgressStatic, TaskEntryStatic, UpdateClusterReplyStatic, UpdateClusterRequestStatic, UpdateNodeReplyStatic, UpdateNodeRequestStatic, UpdateServiceReplyStatic, UpdateServiceRequestStatic, WatchEventsReplyStatic, WatchEventsRequestStatic, type ChangeRolloutReplyRaw, type ChangeRolloutRequestRaw, type ClusterEventRaw, type CreateNetworkReplyRaw, type CreateNetworkRequestRaw, type CreateServiceReplyRaw, type CreateServiceRequestRaw, type ExamineNetworksReplyRaw, type ExamineNetworksRequestRaw, type ExplainPlacementReplyRaw, type ExplainPlacementRequestRaw, type GetBackupReplyRaw, type GetBackupRequestRaw, type GetClusterReplyRaw, type GetClusterRequestRaw, type GetJoinTokenReplyRaw, type GetJoinTokenRequestRaw, type GetNetworkReplyRaw, type GetNetworkRequestRaw, type GetNodeReplyRaw, type GetNodeRequestRaw, type GetServiceReplyRaw, type GetServiceRequestRaw, type GetTaskReplyRaw, type GetTaskRequestRaw, type ListNetworksReplyRaw, type ListNetworksRequestRaw, type ListNodesReplyRaw, type ListNodesRequestRaw, type ListRevisionsReplyRaw, type ListRevisionsRequestRaw, type ListServicesReplyRaw, type ListServicesRequestRaw, type ListTasksReplyRaw, type ListTasksRequestRaw, type LogsReplyRaw, type LogsRequestRaw, type ManagerStatusRaw, type NetworkUserRaw, type NodeEntryRaw, type NodeExaminationRaw, type NodeVerdictRaw, type PendingTasksRaw, type RecentChangeRaw, type RemoveNetworkReplyRaw, type RemoveNetworkRequestRaw, type RemoveNodeReplyRaw, type RemoveNodeRequestRaw, type RemoveServiceReplyRaw, type RemoveServiceRequestRaw, type ServiceEntryRaw, type ServiceProgressRaw, type TaskEntryRaw, type UpdateClusterReplyRaw, type UpdateClusterRequestRaw, type UpdateNodeReplyRaw, type UpdateNodeRequestRaw, type UpdateServiceReplyRaw, type UpdateServiceRequestRaw, type WatchEventsReplyRaw, type WatchEventsRequestRaw } from '#proto-static';
import { logLineCreate, logLineFromRaw, logLineToRaw, logOptionsCreate, logOptionsFromRaw, logOptionsToRaw, networkReportCreate, networkReportFromRaw, networkReportToRaw, type LogLine, type LogLineInput, type LogOptions, type LogOptionsInput, type NetworkReport, type NetworkReportInput } from './dispatcher.js';
import { NODE_ROLE_DEFAULT, clusterSpecCreate, clusterSpecFromRaw, clusterSpecToRaw, metaCreate, metaFromRaw, metaToRaw, networkCreate, networkFromRaw, networkSpecCreate, networkSpecFromRaw, networkSpecToRaw, networkToRaw, nodeCreate, nodeFromRaw, nodeRoleFromRaw, nodeRoleToRaw, nodeSpecCreate, nodeSpecFromRaw, nodeSpecToRaw, nodeToRaw, serviceCreate, serviceFromRaw, serviceRevisionCreate, serviceRevisionFromRaw, serviceRevisionToRaw, serviceSpecCreate, serviceSpecFromRaw, serviceSpecToRaw, serviceToRaw, taskCreate, taskFromRaw, taskSpecCreate, taskSpecFromRaw, taskSpecToRaw, taskToRaw, type ClusterSpec, type ClusterSpecInput, type Meta, type MetaInput, type Network, type NetworkInput, type NetworkSpec, type NetworkSpecInput, type Node, type NodeInput, type NodeRole, type NodeSpec, type NodeSpecInput, type Service, type ServiceInput, type ServiceRevision, type ServiceRevisionInput, type ServiceSpec, type ServiceSpecInput, type Task, type TaskInput, type TaskSpec, type TaskSpecInput } from './objects.js';

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

export function rolloutActionFromRaw(value: number, messageName: string, fieldName: string): RolloutAction {
  const word = ROLLOUT_ACTION_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known RolloutAction`, { fieldName, value });
}

export function rolloutActionToRaw(value: RolloutAction, messageName: string, fieldName: string): number {
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

export function getClusterRequestFromRaw(raw: GetClusterRequestRaw): GetClusterRequest {
  const value: GetClusterRequest = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getClusterRequestToRaw(value: GetClusterRequest): GetClusterRequestRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetClusterRequestCodec: rt.MessageCodec<GetClusterRequest, GetClusterRequestInput> = {
  name: 'swarm.v1.GetClusterRequest',
  encode: (value) => rt.encodeMessage(GetClusterRequestStatic, getClusterRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetClusterRequest', GetClusterRequestStatic, bytes, getClusterRequestFromRaw),
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

export function getClusterReplyFromRaw(raw: GetClusterReplyRaw): GetClusterReply {
  const value: GetClusterReply = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    spec: raw.spec == null ? undefined : clusterSpecFromRaw(raw.spec),
    nodeId: raw.nodeId,
    version: raw.version,
    managerAddresses: raw.managerAddresses,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getClusterReplyToRaw(value: GetClusterReply): GetClusterReplyRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    spec: value.spec === undefined ? undefined : clusterSpecToRaw(value.spec),
    nodeId: value.nodeId,
    version: value.version,
    managerAddresses: value.managerAddresses,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetClusterReplyCodec: rt.MessageCodec<GetClusterReply, GetClusterReplyInput> = {
  name: 'swarm.v1.GetClusterReply',
  encode: (value) => rt.encodeMessage(GetClusterReplyStatic, getClusterReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetClusterReply', GetClusterReplyStatic, bytes, getClusterReplyFromRaw),
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

export function updateClusterRequestFromRaw(raw: UpdateClusterRequestRaw): UpdateClusterRequest {
  const value: UpdateClusterRequest = {
    version: rt.readLong(raw.version, 'swarm.v1.UpdateClusterRequest', 'version'),
    spec: raw.spec == null ? undefined : clusterSpecFromRaw(raw.spec),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateClusterRequestToRaw(value: UpdateClusterRequest): UpdateClusterRequestRaw {
  return {
    version: rt.writeUint64(value.version, 'swarm.v1.UpdateClusterRequest', 'version'),
    spec: value.spec === undefined ? undefined : clusterSpecToRaw(value.spec),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateClusterRequestCodec: rt.MessageCodec<UpdateClusterRequest, UpdateClusterRequestInput> = {
  name: 'swarm.v1.UpdateClusterRequest',
  encode: (value) => rt.encodeMessage(UpdateClusterRequestStatic, updateClusterRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateClusterRequest', UpdateClusterRequestStatic, bytes, updateClusterRequestFromRaw),
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

export function updateClusterReplyFromRaw(raw: UpdateClusterReplyRaw): UpdateClusterReply {
  const value: UpdateClusterReply = {
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    spec: raw.spec == null ? undefined : clusterSpecFromRaw(raw.spec),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateClusterReplyToRaw(value: UpdateClusterReply): UpdateClusterReplyRaw {
  return {
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    spec: value.spec === undefined ? undefined : clusterSpecToRaw(value.spec),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateClusterReplyCodec: rt.MessageCodec<UpdateClusterReply, UpdateClusterReplyInput> = {
  name: 'swarm.v1.UpdateClusterReply',
  encode: (value) => rt.encodeMessage(UpdateClusterReplyStatic, updateClusterReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateClusterReply', UpdateClusterReplyStatic, bytes, updateClusterReplyFromRaw),
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

export function getJoinTokenRequestFromRaw(raw: GetJoinTokenRequestRaw): GetJoinTokenRequest {
  const value: GetJoinTokenRequest = {
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.GetJoinTokenRequest', 'role'),
    rotate: raw.rotate,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getJoinTokenRequestToRaw(value: GetJoinTokenRequest): GetJoinTokenRequestRaw {
  return {
    role: nodeRoleToRaw(value.role, 'swarm.v1.GetJoinTokenRequest', 'role'),
    rotate: value.rotate,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetJoinTokenRequestCodec: rt.MessageCodec<GetJoinTokenRequest, GetJoinTokenRequestInput> = {
  name: 'swarm.v1.GetJoinTokenRequest',
  encode: (value) => rt.encodeMessage(GetJoinTokenRequestStatic, getJoinTokenRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetJoinTokenRequest', GetJoinTokenRequestStatic, bytes, getJoinTokenRequestFromRaw),
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

export function getJoinTokenReplyFromRaw(raw: GetJoinTokenReplyRaw): GetJoinTokenReply {
  const value: GetJoinTokenReply = {
    token: raw.token,
    managerAddresses: raw.managerAddresses,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getJoinTokenReplyToRaw(value: GetJoinTokenReply): GetJoinTokenReplyRaw {
  return {
    token: value.token,
    managerAddresses: value.managerAddresses,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetJoinTokenReplyCodec: rt.MessageCodec<GetJoinTokenReply, GetJoinTokenReplyInput> = {
  name: 'swarm.v1.GetJoinTokenReply',
  encode: (value) => rt.encodeMessage(GetJoinTokenReplyStatic, getJoinTokenReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetJoinTokenReply', GetJoinTokenReplyStatic, bytes, getJoinTokenReplyFromRaw),
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

export function listNodesRequestFromRaw(raw: ListNodesRequestRaw): ListNodesRequest {
  const value: ListNodesRequest = {
    ids: raw.ids,
    names: raw.names,
    roles: raw.roles,
    labels: raw.labels,
    engineLabels: raw.engineLabels,
    memberships: raw.memberships,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listNodesRequestToRaw(value: ListNodesRequest): ListNodesRequestRaw {
  return {
    ids: value.ids,
    names: value.names,
    roles: value.roles,
    labels: value.labels,
    engineLabels: value.engineLabels,
    memberships: value.memberships,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListNodesRequestCodec: rt.MessageCodec<ListNodesRequest, ListNodesRequestInput> = {
  name: 'swarm.v1.ListNodesRequest',
  encode: (value) => rt.encodeMessage(ListNodesRequestStatic, listNodesRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNodesRequest', ListNodesRequestStatic, bytes, listNodesRequestFromRaw),
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

export function managerStatusFromRaw(raw: ManagerStatusRaw): ManagerStatus {
  const value: ManagerStatus = {
    leader: raw.leader,
    reachable: raw.reachable,
    address: raw.address,
    voter: raw.voter,
    reachabilityUnknown: raw.reachabilityUnknown,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function managerStatusToRaw(value: ManagerStatus): ManagerStatusRaw {
  return {
    leader: value.leader,
    reachable: value.reachable,
    address: value.address,
    voter: value.voter,
    reachabilityUnknown: value.reachabilityUnknown,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ManagerStatusCodec: rt.MessageCodec<ManagerStatus, ManagerStatusInput> = {
  name: 'swarm.v1.ManagerStatus',
  encode: (value) => rt.encodeMessage(ManagerStatusStatic, managerStatusToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ManagerStatus', ManagerStatusStatic, bytes, managerStatusFromRaw),
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

export function nodeEntryFromRaw(raw: NodeEntryRaw): NodeEntry {
  const value: NodeEntry = {
    node: raw.node == null ? undefined : nodeFromRaw(raw.node),
    manager: raw.manager == null ? undefined : managerStatusFromRaw(raw.manager),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeEntryToRaw(value: NodeEntry): NodeEntryRaw {
  return {
    node: value.node === undefined ? undefined : nodeToRaw(value.node),
    manager: value.manager === undefined ? undefined : managerStatusToRaw(value.manager),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeEntryCodec: rt.MessageCodec<NodeEntry, NodeEntryInput> = {
  name: 'swarm.v1.NodeEntry',
  encode: (value) => rt.encodeMessage(NodeEntryStatic, nodeEntryToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeEntry', NodeEntryStatic, bytes, nodeEntryFromRaw),
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

export function listNodesReplyFromRaw(raw: ListNodesReplyRaw): ListNodesReply {
  const value: ListNodesReply = {
    nodes: raw.nodes.map((item) => nodeEntryFromRaw(item)),
    selfNodeId: raw.selfNodeId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listNodesReplyToRaw(value: ListNodesReply): ListNodesReplyRaw {
  return {
    nodes: value.nodes.map((item) => nodeEntryToRaw(item)),
    selfNodeId: value.selfNodeId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListNodesReplyCodec: rt.MessageCodec<ListNodesReply, ListNodesReplyInput> = {
  name: 'swarm.v1.ListNodesReply',
  encode: (value) => rt.encodeMessage(ListNodesReplyStatic, listNodesReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNodesReply', ListNodesReplyStatic, bytes, listNodesReplyFromRaw),
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

export function getNodeRequestFromRaw(raw: GetNodeRequestRaw): GetNodeRequest {
  const value: GetNodeRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getNodeRequestToRaw(value: GetNodeRequest): GetNodeRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetNodeRequestCodec: rt.MessageCodec<GetNodeRequest, GetNodeRequestInput> = {
  name: 'swarm.v1.GetNodeRequest',
  encode: (value) => rt.encodeMessage(GetNodeRequestStatic, getNodeRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNodeRequest', GetNodeRequestStatic, bytes, getNodeRequestFromRaw),
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

export function getNodeReplyFromRaw(raw: GetNodeReplyRaw): GetNodeReply {
  const value: GetNodeReply = {
    entry: raw.entry == null ? undefined : nodeEntryFromRaw(raw.entry),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getNodeReplyToRaw(value: GetNodeReply): GetNodeReplyRaw {
  return {
    entry: value.entry === undefined ? undefined : nodeEntryToRaw(value.entry),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetNodeReplyCodec: rt.MessageCodec<GetNodeReply, GetNodeReplyInput> = {
  name: 'swarm.v1.GetNodeReply',
  encode: (value) => rt.encodeMessage(GetNodeReplyStatic, getNodeReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNodeReply', GetNodeReplyStatic, bytes, getNodeReplyFromRaw),
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

export function updateNodeRequestFromRaw(raw: UpdateNodeRequestRaw): UpdateNodeRequest {
  const value: UpdateNodeRequest = {
    nodeId: raw.nodeId,
    version: rt.readLong(raw.version, 'swarm.v1.UpdateNodeRequest', 'version'),
    spec: raw.spec == null ? undefined : nodeSpecFromRaw(raw.spec),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateNodeRequestToRaw(value: UpdateNodeRequest): UpdateNodeRequestRaw {
  return {
    nodeId: value.nodeId,
    version: rt.writeUint64(value.version, 'swarm.v1.UpdateNodeRequest', 'version'),
    spec: value.spec === undefined ? undefined : nodeSpecToRaw(value.spec),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateNodeRequestCodec: rt.MessageCodec<UpdateNodeRequest, UpdateNodeRequestInput> = {
  name: 'swarm.v1.UpdateNodeRequest',
  encode: (value) => rt.encodeMessage(UpdateNodeRequestStatic, updateNodeRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateNodeRequest', UpdateNodeRequestStatic, bytes, updateNodeRequestFromRaw),
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

export function updateNodeReplyFromRaw(raw: UpdateNodeReplyRaw): UpdateNodeReply {
  const value: UpdateNodeReply = {
    node: raw.node == null ? undefined : nodeFromRaw(raw.node),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateNodeReplyToRaw(value: UpdateNodeReply): UpdateNodeReplyRaw {
  return {
    node: value.node === undefined ? undefined : nodeToRaw(value.node),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateNodeReplyCodec: rt.MessageCodec<UpdateNodeReply, UpdateNodeReplyInput> = {
  name: 'swarm.v1.UpdateNodeReply',
  encode: (value) => rt.encodeMessage(UpdateNodeReplyStatic, updateNodeReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateNodeReply', UpdateNodeReplyStatic, bytes, updateNodeReplyFromRaw),
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

export function removeNodeRequestFromRaw(raw: RemoveNodeRequestRaw): RemoveNodeRequest {
  const value: RemoveNodeRequest = {
    ref: raw.ref,
    force: raw.force,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function removeNodeRequestToRaw(value: RemoveNodeRequest): RemoveNodeRequestRaw {
  return {
    ref: value.ref,
    force: value.force,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RemoveNodeRequestCodec: rt.MessageCodec<RemoveNodeRequest, RemoveNodeRequestInput> = {
  name: 'swarm.v1.RemoveNodeRequest',
  encode: (value) => rt.encodeMessage(RemoveNodeRequestStatic, removeNodeRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNodeRequest', RemoveNodeRequestStatic, bytes, removeNodeRequestFromRaw),
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

export function removeNodeReplyFromRaw(raw: RemoveNodeReplyRaw): RemoveNodeReply {
  const value: RemoveNodeReply = {
    nodeId: raw.nodeId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function removeNodeReplyToRaw(value: RemoveNodeReply): RemoveNodeReplyRaw {
  return {
    nodeId: value.nodeId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RemoveNodeReplyCodec: rt.MessageCodec<RemoveNodeReply, RemoveNodeReplyInput> = {
  name: 'swarm.v1.RemoveNodeReply',
  encode: (value) => rt.encodeMessage(RemoveNodeReplyStatic, removeNodeReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNodeReply', RemoveNodeReplyStatic, bytes, removeNodeReplyFromRaw),
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

export function createServiceRequestFromRaw(raw: CreateServiceRequestRaw): CreateServiceRequest {
  const value: CreateServiceRequest = {
    spec: raw.spec == null ? undefined : serviceSpecFromRaw(raw.spec),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function createServiceRequestToRaw(value: CreateServiceRequest): CreateServiceRequestRaw {
  return {
    spec: value.spec === undefined ? undefined : serviceSpecToRaw(value.spec),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const CreateServiceRequestCodec: rt.MessageCodec<CreateServiceRequest, CreateServiceRequestInput> = {
  name: 'swarm.v1.CreateServiceRequest',
  encode: (value) => rt.encodeMessage(CreateServiceRequestStatic, createServiceRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateServiceRequest', CreateServiceRequestStatic, bytes, createServiceRequestFromRaw),
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

export function createServiceReplyFromRaw(raw: CreateServiceReplyRaw): CreateServiceReply {
  const value: CreateServiceReply = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    warnings: raw.warnings,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function createServiceReplyToRaw(value: CreateServiceReply): CreateServiceReplyRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    warnings: value.warnings,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const CreateServiceReplyCodec: rt.MessageCodec<CreateServiceReply, CreateServiceReplyInput> = {
  name: 'swarm.v1.CreateServiceReply',
  encode: (value) => rt.encodeMessage(CreateServiceReplyStatic, createServiceReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateServiceReply', CreateServiceReplyStatic, bytes, createServiceReplyFromRaw),
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

export function listServicesRequestFromRaw(raw: ListServicesRequestRaw): ListServicesRequest {
  const value: ListServicesRequest = {
    ids: raw.ids,
    names: raw.names,
    modes: raw.modes,
    labels: raw.labels,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listServicesRequestToRaw(value: ListServicesRequest): ListServicesRequestRaw {
  return {
    ids: value.ids,
    names: value.names,
    modes: value.modes,
    labels: value.labels,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListServicesRequestCodec: rt.MessageCodec<ListServicesRequest, ListServicesRequestInput> = {
  name: 'swarm.v1.ListServicesRequest',
  encode: (value) => rt.encodeMessage(ListServicesRequestStatic, listServicesRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListServicesRequest', ListServicesRequestStatic, bytes, listServicesRequestFromRaw),
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

export function serviceEntryFromRaw(raw: ServiceEntryRaw): ServiceEntry {
  const value: ServiceEntry = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    desiredTasks: rt.readLong(raw.desiredTasks, 'swarm.v1.ServiceEntry', 'desiredTasks'),
    runningTasks: rt.readLong(raw.runningTasks, 'swarm.v1.ServiceEntry', 'runningTasks'),
    completedTasks: rt.readLong(raw.completedTasks, 'swarm.v1.ServiceEntry', 'completedTasks'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceEntryToRaw(value: ServiceEntry): ServiceEntryRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    desiredTasks: rt.writeUint64(value.desiredTasks, 'swarm.v1.ServiceEntry', 'desiredTasks'),
    runningTasks: rt.writeUint64(value.runningTasks, 'swarm.v1.ServiceEntry', 'runningTasks'),
    completedTasks: rt.writeUint64(value.completedTasks, 'swarm.v1.ServiceEntry', 'completedTasks'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceEntryCodec: rt.MessageCodec<ServiceEntry, ServiceEntryInput> = {
  name: 'swarm.v1.ServiceEntry',
  encode: (value) => rt.encodeMessage(ServiceEntryStatic, serviceEntryToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceEntry', ServiceEntryStatic, bytes, serviceEntryFromRaw),
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

export function listServicesReplyFromRaw(raw: ListServicesReplyRaw): ListServicesReply {
  const value: ListServicesReply = {
    services: raw.services.map((item) => serviceEntryFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listServicesReplyToRaw(value: ListServicesReply): ListServicesReplyRaw {
  return {
    services: value.services.map((item) => serviceEntryToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListServicesReplyCodec: rt.MessageCodec<ListServicesReply, ListServicesReplyInput> = {
  name: 'swarm.v1.ListServicesReply',
  encode: (value) => rt.encodeMessage(ListServicesReplyStatic, listServicesReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListServicesReply', ListServicesReplyStatic, bytes, listServicesReplyFromRaw),
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

export function getServiceRequestFromRaw(raw: GetServiceRequestRaw): GetServiceRequest {
  const value: GetServiceRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getServiceRequestToRaw(value: GetServiceRequest): GetServiceRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetServiceRequestCodec: rt.MessageCodec<GetServiceRequest, GetServiceRequestInput> = {
  name: 'swarm.v1.GetServiceRequest',
  encode: (value) => rt.encodeMessage(GetServiceRequestStatic, getServiceRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetServiceRequest', GetServiceRequestStatic, bytes, getServiceRequestFromRaw),
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

export function getServiceReplyFromRaw(raw: GetServiceReplyRaw): GetServiceReply {
  const value: GetServiceReply = {
    entry: raw.entry == null ? undefined : serviceEntryFromRaw(raw.entry),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getServiceReplyToRaw(value: GetServiceReply): GetServiceReplyRaw {
  return {
    entry: value.entry === undefined ? undefined : serviceEntryToRaw(value.entry),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetServiceReplyCodec: rt.MessageCodec<GetServiceReply, GetServiceReplyInput> = {
  name: 'swarm.v1.GetServiceReply',
  encode: (value) => rt.encodeMessage(GetServiceReplyStatic, getServiceReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetServiceReply', GetServiceReplyStatic, bytes, getServiceReplyFromRaw),
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

export function updateServiceRequestFromRaw(raw: UpdateServiceRequestRaw): UpdateServiceRequest {
  const value: UpdateServiceRequest = {
    serviceId: raw.serviceId,
    version: rt.readLong(raw.version, 'swarm.v1.UpdateServiceRequest', 'version'),
    spec: raw.spec == null ? undefined : serviceSpecFromRaw(raw.spec),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateServiceRequestToRaw(value: UpdateServiceRequest): UpdateServiceRequestRaw {
  return {
    serviceId: value.serviceId,
    version: rt.writeUint64(value.version, 'swarm.v1.UpdateServiceRequest', 'version'),
    spec: value.spec === undefined ? undefined : serviceSpecToRaw(value.spec),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateServiceRequestCodec: rt.MessageCodec<UpdateServiceRequest, UpdateServiceRequestInput> = {
  name: 'swarm.v1.UpdateServiceRequest',
  encode: (value) => rt.encodeMessage(UpdateServiceRequestStatic, updateServiceRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateServiceRequest', UpdateServiceRequestStatic, bytes, updateServiceRequestFromRaw),
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

export function updateServiceReplyFromRaw(raw: UpdateServiceReplyRaw): UpdateServiceReply {
  const value: UpdateServiceReply = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    warnings: raw.warnings,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateServiceReplyToRaw(value: UpdateServiceReply): UpdateServiceReplyRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    warnings: value.warnings,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateServiceReplyCodec: rt.MessageCodec<UpdateServiceReply, UpdateServiceReplyInput> = {
  name: 'swarm.v1.UpdateServiceReply',
  encode: (value) => rt.encodeMessage(UpdateServiceReplyStatic, updateServiceReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateServiceReply', UpdateServiceReplyStatic, bytes, updateServiceReplyFromRaw),
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

export function changeRolloutRequestFromRaw(raw: ChangeRolloutRequestRaw): ChangeRolloutRequest {
  const value: ChangeRolloutRequest = {
    ref: raw.ref,
    action: rolloutActionFromRaw(raw.action, 'swarm.v1.ChangeRolloutRequest', 'action'),
    toRevision: rt.readLong(raw.toRevision, 'swarm.v1.ChangeRolloutRequest', 'toRevision'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function changeRolloutRequestToRaw(value: ChangeRolloutRequest): ChangeRolloutRequestRaw {
  return {
    ref: value.ref,
    action: rolloutActionToRaw(value.action, 'swarm.v1.ChangeRolloutRequest', 'action'),
    toRevision: rt.writeUint64(value.toRevision, 'swarm.v1.ChangeRolloutRequest', 'toRevision'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ChangeRolloutRequestCodec: rt.MessageCodec<ChangeRolloutRequest, ChangeRolloutRequestInput> = {
  name: 'swarm.v1.ChangeRolloutRequest',
  encode: (value) => rt.encodeMessage(ChangeRolloutRequestStatic, changeRolloutRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ChangeRolloutRequest', ChangeRolloutRequestStatic, bytes, changeRolloutRequestFromRaw),
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

export function changeRolloutReplyFromRaw(raw: ChangeRolloutReplyRaw): ChangeRolloutReply {
  const value: ChangeRolloutReply = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    warnings: raw.warnings,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function changeRolloutReplyToRaw(value: ChangeRolloutReply): ChangeRolloutReplyRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    warnings: value.warnings,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ChangeRolloutReplyCodec: rt.MessageCodec<ChangeRolloutReply, ChangeRolloutReplyInput> = {
  name: 'swarm.v1.ChangeRolloutReply',
  encode: (value) => rt.encodeMessage(ChangeRolloutReplyStatic, changeRolloutReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ChangeRolloutReply', ChangeRolloutReplyStatic, bytes, changeRolloutReplyFromRaw),
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

export function listRevisionsRequestFromRaw(raw: ListRevisionsRequestRaw): ListRevisionsRequest {
  const value: ListRevisionsRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listRevisionsRequestToRaw(value: ListRevisionsRequest): ListRevisionsRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListRevisionsRequestCodec: rt.MessageCodec<ListRevisionsRequest, ListRevisionsRequestInput> = {
  name: 'swarm.v1.ListRevisionsRequest',
  encode: (value) => rt.encodeMessage(ListRevisionsRequestStatic, listRevisionsRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListRevisionsRequest', ListRevisionsRequestStatic, bytes, listRevisionsRequestFromRaw),
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

export function listRevisionsReplyFromRaw(raw: ListRevisionsReplyRaw): ListRevisionsReply {
  const value: ListRevisionsReply = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    revisions: raw.revisions.map((item) => serviceRevisionFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listRevisionsReplyToRaw(value: ListRevisionsReply): ListRevisionsReplyRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    revisions: value.revisions.map((item) => serviceRevisionToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListRevisionsReplyCodec: rt.MessageCodec<ListRevisionsReply, ListRevisionsReplyInput> = {
  name: 'swarm.v1.ListRevisionsReply',
  encode: (value) => rt.encodeMessage(ListRevisionsReplyStatic, listRevisionsReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListRevisionsReply', ListRevisionsReplyStatic, bytes, listRevisionsReplyFromRaw),
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

export function explainPlacementRequestFromRaw(raw: ExplainPlacementRequestRaw): ExplainPlacementRequest {
  const value: ExplainPlacementRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function explainPlacementRequestToRaw(value: ExplainPlacementRequest): ExplainPlacementRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ExplainPlacementRequestCodec: rt.MessageCodec<ExplainPlacementRequest, ExplainPlacementRequestInput> = {
  name: 'swarm.v1.ExplainPlacementRequest',
  encode: (value) => rt.encodeMessage(ExplainPlacementRequestStatic, explainPlacementRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExplainPlacementRequest', ExplainPlacementRequestStatic, bytes, explainPlacementRequestFromRaw),
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

export function nodeVerdictFromRaw(raw: NodeVerdictRaw): NodeVerdict {
  const value: NodeVerdict = {
    nodeId: raw.nodeId,
    hostname: raw.hostname,
    filters: raw.filters,
    reasons: raw.reasons,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeVerdictToRaw(value: NodeVerdict): NodeVerdictRaw {
  return {
    nodeId: value.nodeId,
    hostname: value.hostname,
    filters: value.filters,
    reasons: value.reasons,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeVerdictCodec: rt.MessageCodec<NodeVerdict, NodeVerdictInput> = {
  name: 'swarm.v1.NodeVerdict',
  encode: (value) => rt.encodeMessage(NodeVerdictStatic, nodeVerdictToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeVerdict', NodeVerdictStatic, bytes, nodeVerdictFromRaw),
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

export function pendingTasksFromRaw(raw: PendingTasksRaw): PendingTasks {
  const value: PendingTasks = {
    tasks: raw.tasks.map((item) => taskEntryFromRaw(item)),
    error: raw.error,
    nodes: raw.nodes.map((item) => nodeVerdictFromRaw(item)),
    taskCount: rt.readLong(raw.taskCount, 'swarm.v1.PendingTasks', 'taskCount'),
    nodeCount: rt.readLong(raw.nodeCount, 'swarm.v1.PendingTasks', 'nodeCount'),
    isUnknown: raw.isUnknown,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function pendingTasksToRaw(value: PendingTasks): PendingTasksRaw {
  return {
    tasks: value.tasks.map((item) => taskEntryToRaw(item)),
    error: value.error,
    nodes: value.nodes.map((item) => nodeVerdictToRaw(item)),
    taskCount: rt.writeUint64(value.taskCount, 'swarm.v1.PendingTasks', 'taskCount'),
    nodeCount: rt.writeUint64(value.nodeCount, 'swarm.v1.PendingTasks', 'nodeCount'),
    isUnknown: value.isUnknown,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PendingTasksCodec: rt.MessageCodec<PendingTasks, PendingTasksInput> = {
  name: 'swarm.v1.PendingTasks',
  encode: (value) => rt.encodeMessage(PendingTasksStatic, pendingTasksToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PendingTasks', PendingTasksStatic, bytes, pendingTasksFromRaw),
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

export function recentChangeFromRaw(raw: RecentChangeRaw): RecentChange {
  const value: RecentChange = {
    atMs: rt.readLong(raw.atMs, 'swarm.v1.RecentChange', 'atMs'),
    text: raw.text,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function recentChangeToRaw(value: RecentChange): RecentChangeRaw {
  return {
    atMs: rt.writeInt64(value.atMs, 'swarm.v1.RecentChange', 'atMs'),
    text: value.text,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RecentChangeCodec: rt.MessageCodec<RecentChange, RecentChangeInput> = {
  name: 'swarm.v1.RecentChange',
  encode: (value) => rt.encodeMessage(RecentChangeStatic, recentChangeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RecentChange', RecentChangeStatic, bytes, recentChangeFromRaw),
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

export function explainPlacementReplyFromRaw(raw: ExplainPlacementReplyRaw): ExplainPlacementReply {
  const value: ExplainPlacementReply = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    pending: raw.pending.map((item) => pendingTasksFromRaw(item)),
    troubled: raw.troubled.map((item) => taskEntryFromRaw(item)),
    changes: raw.changes.map((item) => recentChangeFromRaw(item)),
    pendingCount: rt.readLong(raw.pendingCount, 'swarm.v1.ExplainPlacementReply', 'pendingCount'),
    troubledCount: rt.readLong(raw.troubledCount, 'swarm.v1.ExplainPlacementReply', 'troubledCount'),
    runningCount: rt.readLong(raw.runningCount, 'swarm.v1.ExplainPlacementReply', 'runningCount'),
    desiredCount: rt.readLong(raw.desiredCount, 'swarm.v1.ExplainPlacementReply', 'desiredCount'),
    excluded: raw.excluded.map((item) => nodeVerdictFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function explainPlacementReplyToRaw(value: ExplainPlacementReply): ExplainPlacementReplyRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    pending: value.pending.map((item) => pendingTasksToRaw(item)),
    troubled: value.troubled.map((item) => taskEntryToRaw(item)),
    changes: value.changes.map((item) => recentChangeToRaw(item)),
    pendingCount: rt.writeUint64(value.pendingCount, 'swarm.v1.ExplainPlacementReply', 'pendingCount'),
    troubledCount: rt.writeUint64(value.troubledCount, 'swarm.v1.ExplainPlacementReply', 'troubledCount'),
    runningCount: rt.writeUint64(value.runningCount, 'swarm.v1.ExplainPlacementReply', 'runningCount'),
    desiredCount: rt.writeUint64(value.desiredCount, 'swarm.v1.ExplainPlacementReply', 'desiredCount'),
    excluded: value.excluded.map((item) => nodeVerdictToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ExplainPlacementReplyCodec: rt.MessageCodec<ExplainPlacementReply, ExplainPlacementReplyInput> = {
  name: 'swarm.v1.ExplainPlacementReply',
  encode: (value) => rt.encodeMessage(ExplainPlacementReplyStatic, explainPlacementReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExplainPlacementReply', ExplainPlacementReplyStatic, bytes, explainPlacementReplyFromRaw),
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

export function removeServiceRequestFromRaw(raw: RemoveServiceRequestRaw): RemoveServiceRequest {
  const value: RemoveServiceRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function removeServiceRequestToRaw(value: RemoveServiceRequest): RemoveServiceRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RemoveServiceRequestCodec: rt.MessageCodec<RemoveServiceRequest, RemoveServiceRequestInput> = {
  name: 'swarm.v1.RemoveServiceRequest',
  encode: (value) => rt.encodeMessage(RemoveServiceRequestStatic, removeServiceRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveServiceRequest', RemoveServiceRequestStatic, bytes, removeServiceRequestFromRaw),
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

export function removeServiceReplyFromRaw(raw: RemoveServiceReplyRaw): RemoveServiceReply {
  const value: RemoveServiceReply = {
    serviceId: raw.serviceId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function removeServiceReplyToRaw(value: RemoveServiceReply): RemoveServiceReplyRaw {
  return {
    serviceId: value.serviceId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RemoveServiceReplyCodec: rt.MessageCodec<RemoveServiceReply, RemoveServiceReplyInput> = {
  name: 'swarm.v1.RemoveServiceReply',
  encode: (value) => rt.encodeMessage(RemoveServiceReplyStatic, removeServiceReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveServiceReply', RemoveServiceReplyStatic, bytes, removeServiceReplyFromRaw),
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

export function createNetworkRequestFromRaw(raw: CreateNetworkRequestRaw): CreateNetworkRequest {
  const value: CreateNetworkRequest = {
    spec: raw.spec == null ? undefined : networkSpecFromRaw(raw.spec),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function createNetworkRequestToRaw(value: CreateNetworkRequest): CreateNetworkRequestRaw {
  return {
    spec: value.spec === undefined ? undefined : networkSpecToRaw(value.spec),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const CreateNetworkRequestCodec: rt.MessageCodec<CreateNetworkRequest, CreateNetworkRequestInput> = {
  name: 'swarm.v1.CreateNetworkRequest',
  encode: (value) => rt.encodeMessage(CreateNetworkRequestStatic, createNetworkRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateNetworkRequest', CreateNetworkRequestStatic, bytes, createNetworkRequestFromRaw),
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

export function createNetworkReplyFromRaw(raw: CreateNetworkReplyRaw): CreateNetworkReply {
  const value: CreateNetworkReply = {
    network: raw.network == null ? undefined : networkFromRaw(raw.network),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function createNetworkReplyToRaw(value: CreateNetworkReply): CreateNetworkReplyRaw {
  return {
    network: value.network === undefined ? undefined : networkToRaw(value.network),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const CreateNetworkReplyCodec: rt.MessageCodec<CreateNetworkReply, CreateNetworkReplyInput> = {
  name: 'swarm.v1.CreateNetworkReply',
  encode: (value) => rt.encodeMessage(CreateNetworkReplyStatic, createNetworkReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.CreateNetworkReply', CreateNetworkReplyStatic, bytes, createNetworkReplyFromRaw),
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

export function listNetworksRequestFromRaw(raw: ListNetworksRequestRaw): ListNetworksRequest {
  const value: ListNetworksRequest = {
    ids: raw.ids,
    names: raw.names,
    labels: raw.labels,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listNetworksRequestToRaw(value: ListNetworksRequest): ListNetworksRequestRaw {
  return {
    ids: value.ids,
    names: value.names,
    labels: value.labels,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListNetworksRequestCodec: rt.MessageCodec<ListNetworksRequest, ListNetworksRequestInput> = {
  name: 'swarm.v1.ListNetworksRequest',
  encode: (value) => rt.encodeMessage(ListNetworksRequestStatic, listNetworksRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNetworksRequest', ListNetworksRequestStatic, bytes, listNetworksRequestFromRaw),
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

export function listNetworksReplyFromRaw(raw: ListNetworksReplyRaw): ListNetworksReply {
  const value: ListNetworksReply = {
    networks: raw.networks.map((item) => networkFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listNetworksReplyToRaw(value: ListNetworksReply): ListNetworksReplyRaw {
  return {
    networks: value.networks.map((item) => networkToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListNetworksReplyCodec: rt.MessageCodec<ListNetworksReply, ListNetworksReplyInput> = {
  name: 'swarm.v1.ListNetworksReply',
  encode: (value) => rt.encodeMessage(ListNetworksReplyStatic, listNetworksReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListNetworksReply', ListNetworksReplyStatic, bytes, listNetworksReplyFromRaw),
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

export function getNetworkRequestFromRaw(raw: GetNetworkRequestRaw): GetNetworkRequest {
  const value: GetNetworkRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getNetworkRequestToRaw(value: GetNetworkRequest): GetNetworkRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetNetworkRequestCodec: rt.MessageCodec<GetNetworkRequest, GetNetworkRequestInput> = {
  name: 'swarm.v1.GetNetworkRequest',
  encode: (value) => rt.encodeMessage(GetNetworkRequestStatic, getNetworkRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNetworkRequest', GetNetworkRequestStatic, bytes, getNetworkRequestFromRaw),
  create: getNetworkRequestCreate,
};

/** Who has an address on a network. */
export interface NetworkUser extends rt.WithUnknownFields {
  readonly id: string;
  readonly name: string;
  /** Without the length of the prefix; empty where it has none, or none yet. */
  readonly address: string;
  readonly address6: string;
  /** Of a task: its service and its node. */
  readonly serviceId: string;
  readonly nodeId: string;
  readonly nodeHostname: string;
}

/** What NetworkUserCodec.create accepts; all of it may be left out. */
export interface NetworkUserInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Without the length of the prefix; empty where it has none, or none yet. */
  readonly address?: string | undefined;
  readonly address6?: string | undefined;
  /** Of a task: its service and its node. */
  readonly serviceId?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly nodeHostname?: string | undefined;
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
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkUserFromRaw(raw: NetworkUserRaw): NetworkUser {
  const value: NetworkUser = {
    id: raw.id,
    name: raw.name,
    address: raw.address,
    address6: raw.address6,
    serviceId: raw.serviceId,
    nodeId: raw.nodeId,
    nodeHostname: raw.nodeHostname,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkUserToRaw(value: NetworkUser): NetworkUserRaw {
  return {
    id: value.id,
    name: value.name,
    address: value.address,
    address6: value.address6,
    serviceId: value.serviceId,
    nodeId: value.nodeId,
    nodeHostname: value.nodeHostname,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkUserCodec: rt.MessageCodec<NetworkUser, NetworkUserInput> = {
  name: 'swarm.v1.NetworkUser',
  encode: (value) => rt.encodeMessage(NetworkUserStatic, networkUserToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkUser', NetworkUserStatic, bytes, networkUserFromRaw),
  create: networkUserCreate,
};

export interface GetNetworkReply extends rt.WithUnknownFields {
  readonly network?: Network | undefined;
  /** Services attached to it, by name, with their virtual addresses. */
  readonly services: readonly NetworkUser[];
  /** Unfinished tasks with an address on it, by name: the first of them, and how many there are. */
  readonly tasks: readonly NetworkUser[];
  readonly taskCount: number;
  /** Nodes that take part in it. */
  readonly nodes: readonly NetworkUser[];
}

/** What GetNetworkReplyCodec.create accepts; all of it may be left out. */
export interface GetNetworkReplyInput extends rt.WithUnknownFields {
  readonly network?: NetworkInput | undefined;
  /** Services attached to it, by name, with their virtual addresses. */
  readonly services?: readonly NetworkUserInput[] | undefined;
  /** Unfinished tasks with an address on it, by name: the first of them, and how many there are. */
  readonly tasks?: readonly NetworkUserInput[] | undefined;
  readonly taskCount?: number | undefined;
  /** Nodes that take part in it. */
  readonly nodes?: readonly NetworkUserInput[] | undefined;
}

export function getNetworkReplyCreate(partial: GetNetworkReplyInput = {}): GetNetworkReply {
  const value: GetNetworkReply = {
    network: partial.network === undefined ? undefined : networkCreate(partial.network),
    services: (partial.services ?? []).map((item) => networkUserCreate(item)),
    tasks: (partial.tasks ?? []).map((item) => networkUserCreate(item)),
    taskCount: partial.taskCount ?? 0,
    nodes: (partial.nodes ?? []).map((item) => networkUserCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getNetworkReplyFromRaw(raw: GetNetworkReplyRaw): GetNetworkReply {
  const value: GetNetworkReply = {
    network: raw.network == null ? undefined : networkFromRaw(raw.network),
    services: raw.services.map((item) => networkUserFromRaw(item)),
    tasks: raw.tasks.map((item) => networkUserFromRaw(item)),
    taskCount: rt.readLong(raw.taskCount, 'swarm.v1.GetNetworkReply', 'taskCount'),
    nodes: raw.nodes.map((item) => networkUserFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getNetworkReplyToRaw(value: GetNetworkReply): GetNetworkReplyRaw {
  return {
    network: value.network === undefined ? undefined : networkToRaw(value.network),
    services: value.services.map((item) => networkUserToRaw(item)),
    tasks: value.tasks.map((item) => networkUserToRaw(item)),
    taskCount: rt.writeUint64(value.taskCount, 'swarm.v1.GetNetworkReply', 'taskCount'),
    nodes: value.nodes.map((item) => networkUserToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetNetworkReplyCodec: rt.MessageCodec<GetNetworkReply, GetNetworkReplyInput> = {
  name: 'swarm.v1.GetNetworkReply',
  encode: (value) => rt.encodeMessage(GetNetworkReplyStatic, getNetworkReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetNetworkReply', GetNetworkReplyStatic, bytes, getNetworkReplyFromRaw),
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

export function removeNetworkRequestFromRaw(raw: RemoveNetworkRequestRaw): RemoveNetworkRequest {
  const value: RemoveNetworkRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function removeNetworkRequestToRaw(value: RemoveNetworkRequest): RemoveNetworkRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RemoveNetworkRequestCodec: rt.MessageCodec<RemoveNetworkRequest, RemoveNetworkRequestInput> = {
  name: 'swarm.v1.RemoveNetworkRequest',
  encode: (value) => rt.encodeMessage(RemoveNetworkRequestStatic, removeNetworkRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNetworkRequest', RemoveNetworkRequestStatic, bytes, removeNetworkRequestFromRaw),
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

export function removeNetworkReplyFromRaw(raw: RemoveNetworkReplyRaw): RemoveNetworkReply {
  const value: RemoveNetworkReply = {
    networkId: raw.networkId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function removeNetworkReplyToRaw(value: RemoveNetworkReply): RemoveNetworkReplyRaw {
  return {
    networkId: value.networkId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RemoveNetworkReplyCodec: rt.MessageCodec<RemoveNetworkReply, RemoveNetworkReplyInput> = {
  name: 'swarm.v1.RemoveNetworkReply',
  encode: (value) => rt.encodeMessage(RemoveNetworkReplyStatic, removeNetworkReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RemoveNetworkReply', RemoveNetworkReplyStatic, bytes, removeNetworkReplyFromRaw),
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

export function examineNetworksRequestFromRaw(raw: ExamineNetworksRequestRaw): ExamineNetworksRequest {
  const value: ExamineNetworksRequest = {
    nodeRefs: raw.nodeRefs,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function examineNetworksRequestToRaw(value: ExamineNetworksRequest): ExamineNetworksRequestRaw {
  return {
    nodeRefs: value.nodeRefs,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ExamineNetworksRequestCodec: rt.MessageCodec<ExamineNetworksRequest, ExamineNetworksRequestInput> = {
  name: 'swarm.v1.ExamineNetworksRequest',
  encode: (value) => rt.encodeMessage(ExamineNetworksRequestStatic, examineNetworksRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExamineNetworksRequest', ExamineNetworksRequestStatic, bytes, examineNetworksRequestFromRaw),
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

export function examineNetworksReplyFromRaw(raw: ExamineNetworksReplyRaw): ExamineNetworksReply {
  const value: ExamineNetworksReply = {
    nodes: raw.nodes.map((item) => nodeExaminationFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function examineNetworksReplyToRaw(value: ExamineNetworksReply): ExamineNetworksReplyRaw {
  return {
    nodes: value.nodes.map((item) => nodeExaminationToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ExamineNetworksReplyCodec: rt.MessageCodec<ExamineNetworksReply, ExamineNetworksReplyInput> = {
  name: 'swarm.v1.ExamineNetworksReply',
  encode: (value) => rt.encodeMessage(ExamineNetworksReplyStatic, examineNetworksReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ExamineNetworksReply', ExamineNetworksReplyStatic, bytes, examineNetworksReplyFromRaw),
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

export function nodeExaminationFromRaw(raw: NodeExaminationRaw): NodeExamination {
  const value: NodeExamination = {
    nodeId: raw.nodeId,
    hostname: raw.hostname,
    report: raw.report == null ? undefined : networkReportFromRaw(raw.report),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeExaminationToRaw(value: NodeExamination): NodeExaminationRaw {
  return {
    nodeId: value.nodeId,
    hostname: value.hostname,
    report: value.report === undefined ? undefined : networkReportToRaw(value.report),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeExaminationCodec: rt.MessageCodec<NodeExamination, NodeExaminationInput> = {
  name: 'swarm.v1.NodeExamination',
  encode: (value) => rt.encodeMessage(NodeExaminationStatic, nodeExaminationToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeExamination', NodeExaminationStatic, bytes, nodeExaminationFromRaw),
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

export function taskEntryFromRaw(raw: TaskEntryRaw): TaskEntry {
  const value: TaskEntry = {
    task: raw.task == null ? undefined : taskFromRaw(raw.task),
    name: raw.name,
    serviceName: raw.serviceName,
    nodeHostname: raw.nodeHostname,
    spec: raw.spec == null ? undefined : taskSpecFromRaw(raw.spec),
    awaitsNode: raw.awaitsNode,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskEntryToRaw(value: TaskEntry): TaskEntryRaw {
  return {
    task: value.task === undefined ? undefined : taskToRaw(value.task),
    name: value.name,
    serviceName: value.serviceName,
    nodeHostname: value.nodeHostname,
    spec: value.spec === undefined ? undefined : taskSpecToRaw(value.spec),
    awaitsNode: value.awaitsNode,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskEntryCodec: rt.MessageCodec<TaskEntry, TaskEntryInput> = {
  name: 'swarm.v1.TaskEntry',
  encode: (value) => rt.encodeMessage(TaskEntryStatic, taskEntryToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskEntry', TaskEntryStatic, bytes, taskEntryFromRaw),
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

export function serviceProgressFromRaw(raw: ServiceProgressRaw): ServiceProgress {
  const value: ServiceProgress = {
    service: raw.service == null ? undefined : serviceFromRaw(raw.service),
    tasks: raw.tasks.map((item) => taskEntryFromRaw(item)),
    downNodeIds: raw.downNodeIds,
    desiredTasks: rt.readLong(raw.desiredTasks, 'swarm.v1.ServiceProgress', 'desiredTasks'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceProgressToRaw(value: ServiceProgress): ServiceProgressRaw {
  return {
    service: value.service === undefined ? undefined : serviceToRaw(value.service),
    tasks: value.tasks.map((item) => taskEntryToRaw(item)),
    downNodeIds: value.downNodeIds,
    desiredTasks: rt.writeUint64(value.desiredTasks, 'swarm.v1.ServiceProgress', 'desiredTasks'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceProgressCodec: rt.MessageCodec<ServiceProgress, ServiceProgressInput> = {
  name: 'swarm.v1.ServiceProgress',
  encode: (value) => rt.encodeMessage(ServiceProgressStatic, serviceProgressToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceProgress', ServiceProgressStatic, bytes, serviceProgressFromRaw),
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

export function listTasksRequestFromRaw(raw: ListTasksRequestRaw): ListTasksRequest {
  const value: ListTasksRequest = {
    serviceRefs: raw.serviceRefs,
    nodeRefs: raw.nodeRefs,
    ids: raw.ids,
    names: raw.names,
    desiredStates: raw.desiredStates,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listTasksRequestToRaw(value: ListTasksRequest): ListTasksRequestRaw {
  return {
    serviceRefs: value.serviceRefs,
    nodeRefs: value.nodeRefs,
    ids: value.ids,
    names: value.names,
    desiredStates: value.desiredStates,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListTasksRequestCodec: rt.MessageCodec<ListTasksRequest, ListTasksRequestInput> = {
  name: 'swarm.v1.ListTasksRequest',
  encode: (value) => rt.encodeMessage(ListTasksRequestStatic, listTasksRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListTasksRequest', ListTasksRequestStatic, bytes, listTasksRequestFromRaw),
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

export function listTasksReplyFromRaw(raw: ListTasksReplyRaw): ListTasksReply {
  const value: ListTasksReply = {
    tasks: raw.tasks.map((item) => taskEntryFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function listTasksReplyToRaw(value: ListTasksReply): ListTasksReplyRaw {
  return {
    tasks: value.tasks.map((item) => taskEntryToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ListTasksReplyCodec: rt.MessageCodec<ListTasksReply, ListTasksReplyInput> = {
  name: 'swarm.v1.ListTasksReply',
  encode: (value) => rt.encodeMessage(ListTasksReplyStatic, listTasksReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ListTasksReply', ListTasksReplyStatic, bytes, listTasksReplyFromRaw),
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

export function getTaskRequestFromRaw(raw: GetTaskRequestRaw): GetTaskRequest {
  const value: GetTaskRequest = {
    ref: raw.ref,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getTaskRequestToRaw(value: GetTaskRequest): GetTaskRequestRaw {
  return {
    ref: value.ref,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetTaskRequestCodec: rt.MessageCodec<GetTaskRequest, GetTaskRequestInput> = {
  name: 'swarm.v1.GetTaskRequest',
  encode: (value) => rt.encodeMessage(GetTaskRequestStatic, getTaskRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetTaskRequest', GetTaskRequestStatic, bytes, getTaskRequestFromRaw),
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

export function getTaskReplyFromRaw(raw: GetTaskReplyRaw): GetTaskReply {
  const value: GetTaskReply = {
    entry: raw.entry == null ? undefined : taskEntryFromRaw(raw.entry),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getTaskReplyToRaw(value: GetTaskReply): GetTaskReplyRaw {
  return {
    entry: value.entry === undefined ? undefined : taskEntryToRaw(value.entry),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetTaskReplyCodec: rt.MessageCodec<GetTaskReply, GetTaskReplyInput> = {
  name: 'swarm.v1.GetTaskReply',
  encode: (value) => rt.encodeMessage(GetTaskReplyStatic, getTaskReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetTaskReply', GetTaskReplyStatic, bytes, getTaskReplyFromRaw),
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

export function logsRequestFromRaw(raw: LogsRequestRaw): LogsRequest {
  const value: LogsRequest = {
    ref: raw.ref,
    options: raw.options == null ? undefined : logOptionsFromRaw(raw.options),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logsRequestToRaw(value: LogsRequest): LogsRequestRaw {
  return {
    ref: value.ref,
    options: value.options === undefined ? undefined : logOptionsToRaw(value.options),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogsRequestCodec: rt.MessageCodec<LogsRequest, LogsRequestInput> = {
  name: 'swarm.v1.LogsRequest',
  encode: (value) => rt.encodeMessage(LogsRequestStatic, logsRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogsRequest', LogsRequestStatic, bytes, logsRequestFromRaw),
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

export function logsReplyFromRaw(raw: LogsReplyRaw): LogsReply {
  const value: LogsReply = {
    lines: raw.lines.map((item) => logLineFromRaw(item)),
    tasks: raw.tasks.map((item) => taskEntryFromRaw(item)),
    missing: raw.missing,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logsReplyToRaw(value: LogsReply): LogsReplyRaw {
  return {
    lines: value.lines.map((item) => logLineToRaw(item)),
    tasks: value.tasks.map((item) => taskEntryToRaw(item)),
    missing: value.missing,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogsReplyCodec: rt.MessageCodec<LogsReply, LogsReplyInput> = {
  name: 'swarm.v1.LogsReply',
  encode: (value) => rt.encodeMessage(LogsReplyStatic, logsReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogsReply', LogsReplyStatic, bytes, logsReplyFromRaw),
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

export function watchEventsRequestFromRaw(raw: WatchEventsRequestRaw): WatchEventsRequest {
  const value: WatchEventsRequest = {
    types: raw.types,
    actions: raw.actions,
    services: raw.services,
    nodes: raw.nodes,
    tasks: raw.tasks,
    networks: raw.networks,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function watchEventsRequestToRaw(value: WatchEventsRequest): WatchEventsRequestRaw {
  return {
    types: value.types,
    actions: value.actions,
    services: value.services,
    nodes: value.nodes,
    tasks: value.tasks,
    networks: value.networks,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const WatchEventsRequestCodec: rt.MessageCodec<WatchEventsRequest, WatchEventsRequestInput> = {
  name: 'swarm.v1.WatchEventsRequest',
  encode: (value) => rt.encodeMessage(WatchEventsRequestStatic, watchEventsRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.WatchEventsRequest', WatchEventsRequestStatic, bytes, watchEventsRequestFromRaw),
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

export function clusterEventFromRaw(raw: ClusterEventRaw): ClusterEvent {
  const value: ClusterEvent = {
    atMs: rt.readLong(raw.atMs, 'swarm.v1.ClusterEvent', 'atMs'),
    type: raw.type,
    action: raw.action,
    id: raw.id,
    attributes: raw.attributes,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function clusterEventToRaw(value: ClusterEvent): ClusterEventRaw {
  return {
    atMs: rt.writeInt64(value.atMs, 'swarm.v1.ClusterEvent', 'atMs'),
    type: value.type,
    action: value.action,
    id: value.id,
    attributes: value.attributes,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ClusterEventCodec: rt.MessageCodec<ClusterEvent, ClusterEventInput> = {
  name: 'swarm.v1.ClusterEvent',
  encode: (value) => rt.encodeMessage(ClusterEventStatic, clusterEventToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ClusterEvent', ClusterEventStatic, bytes, clusterEventFromRaw),
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

export function watchEventsReplyFromRaw(raw: WatchEventsReplyRaw): WatchEventsReply {
  const value: WatchEventsReply = {
    events: raw.events.map((item) => clusterEventFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function watchEventsReplyToRaw(value: WatchEventsReply): WatchEventsReplyRaw {
  return {
    events: value.events.map((item) => clusterEventToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const WatchEventsReplyCodec: rt.MessageCodec<WatchEventsReply, WatchEventsReplyInput> = {
  name: 'swarm.v1.WatchEventsReply',
  encode: (value) => rt.encodeMessage(WatchEventsReplyStatic, watchEventsReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.WatchEventsReply', WatchEventsReplyStatic, bytes, watchEventsReplyFromRaw),
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

export function getBackupRequestFromRaw(raw: GetBackupRequestRaw): GetBackupRequest {
  const value: GetBackupRequest = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getBackupRequestToRaw(value: GetBackupRequest): GetBackupRequestRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetBackupRequestCodec: rt.MessageCodec<GetBackupRequest, GetBackupRequestInput> = {
  name: 'swarm.v1.GetBackupRequest',
  encode: (value) => rt.encodeMessage(GetBackupRequestStatic, getBackupRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetBackupRequest', GetBackupRequestStatic, bytes, getBackupRequestFromRaw),
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

export function getBackupReplyFromRaw(raw: GetBackupReplyRaw): GetBackupReply {
  const value: GetBackupReply = {
    piece: rt.copyBytes(raw.piece),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getBackupReplyToRaw(value: GetBackupReply): GetBackupReplyRaw {
  return {
    piece: value.piece,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetBackupReplyCodec: rt.MessageCodec<GetBackupReply, GetBackupReplyInput> = {
  name: 'swarm.v1.GetBackupReply',
  encode: (value) => rt.encodeMessage(GetBackupReplyStatic, getBackupReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetBackupReply', GetBackupReplyStatic, bytes, getBackupReplyFromRaw),
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
