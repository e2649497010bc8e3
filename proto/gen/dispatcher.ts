/**
 * Generated from proto/swarm/v1/dispatcher.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { AgentMessageStatic, AssignedTaskStatic, AssignmentsStatic, HeartbeatStatic, LogCancelStatic, LogChunkStatic, LogLineStatic, LogOptionsStatic, LogRequestStatic, ManagerMessageStatic, NetworkAppliedStatic, NetworkChangesStatic, NetworkExaminationStatic, NetworkFaultStatic, NetworkReportStatic, NodeChangeStatic, OverlayEndpointStatic, OverlayNetworkStatic, OverlayPeerStatic, OverlayServiceStatic, PublishLogsReplyStatic, RegisterStatic, RegisteredStatic, StatusAckStatic, StatusBatchStatic, TaskReportStatic, type AgentMessageRaw, type AssignedTaskRaw, type AssignmentsRaw, type HeartbeatRaw, type LogCancelRaw, type LogChunkRaw, type LogLineRaw, type LogOptionsRaw, type LogRequestRaw, type ManagerMessageRaw, type NetworkAppliedRaw, type NetworkChangesRaw, type NetworkExaminationRaw, type NetworkFaultRaw, type NetworkReportRaw, type NodeChangeRaw, type OverlayEndpointRaw, type OverlayNetworkRaw, type OverlayPeerRaw, type OverlayServiceRaw, type PublishLogsReplyRaw, type RegisterRaw, type RegisteredRaw, type StatusAckRaw, type StatusBatchRaw, type TaskReportRaw } from '#proto-static';
import { DESIRED_STATE_DEFAULT, ENDPOINT_MODE_DEFAULT, desiredStateFromRaw, desiredStateToRaw, endpointModeFromRaw, endpointModeToRaw, genericResourceCreate, genericResourceFromRaw, genericResourceToRaw, networkAttachmentCreate, networkAttachmentFromRaw, networkAttachmentToRaw, nodeCreate, nodeDescriptionCreate, nodeDescriptionFromRaw, nodeDescriptionToRaw, nodeFromRaw, nodeToRaw, portSpecCreate, portSpecFromRaw, portSpecToRaw, taskSpecCreate, taskSpecFromRaw, taskSpecToRaw, taskStatusCreate, taskStatusFromRaw, taskStatusToRaw, tunnelKeyCreate, tunnelKeyFromRaw, tunnelKeyToRaw, type DesiredState, type EndpointMode, type GenericResource, type GenericResourceInput, type NetworkAttachment, type NetworkAttachmentInput, type Node, type NodeDescription, type NodeDescriptionInput, type NodeInput, type PortSpec, type PortSpecInput, type TaskSpec, type TaskSpecInput, type TaskStatus, type TaskStatusInput, type TunnelKey, type TunnelKeyInput } from './objects.js';

export type LogStream =
  | 'stdout'
  | 'stderr';

/** In the order of their numbers on the wire. */
export const LOG_STREAMS: readonly LogStream[] = ['stdout', 'stderr'];

export const LOG_STREAM_DEFAULT: LogStream = 'stdout';
const LOG_STREAM_BY_NUMBER: Readonly<Record<number, LogStream | undefined>> = { [0]: 'stdout', [1]: 'stderr' };
const LOG_STREAM_NUMBERS: Readonly<Record<string, number | undefined>> = { 'stdout': 0, 'stderr': 1 };

export function logStreamFromRaw(value: number, messageName: string, fieldName: string): LogStream {
  const word = LOG_STREAM_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known LogStream`, { fieldName, value });
}

export function logStreamToRaw(value: LogStream, messageName: string, fieldName: string): number {
  const number = LOG_STREAM_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no LogStream`);
}

export interface AgentMessage extends rt.WithUnknownFields {
  readonly message?:
    | { readonly kind: 'register'; readonly register: Register }
    | { readonly kind: 'heartbeat'; readonly heartbeat: Heartbeat }
    | { readonly kind: 'statuses'; readonly statuses: StatusBatch }
    | { readonly kind: 'description'; readonly description: NodeDescription }
    | { readonly kind: 'networkApplied'; readonly networkApplied: NetworkApplied }
    | { readonly kind: 'networkReport'; readonly networkReport: NetworkReport }
    | undefined;
}

/** What AgentMessageCodec.create accepts; all of it may be left out. */
export interface AgentMessageInput extends rt.WithUnknownFields {
  readonly message?:
    | { readonly kind: 'register'; readonly register: RegisterInput }
    | { readonly kind: 'heartbeat'; readonly heartbeat: HeartbeatInput }
    | { readonly kind: 'statuses'; readonly statuses: StatusBatchInput }
    | { readonly kind: 'description'; readonly description: NodeDescriptionInput }
    | { readonly kind: 'networkApplied'; readonly networkApplied: NetworkAppliedInput }
    | { readonly kind: 'networkReport'; readonly networkReport: NetworkReportInput }
    | undefined;
}

export function agentMessageCreate(partial: AgentMessageInput = {}): AgentMessage {
  const value: AgentMessage = {
    message: partial.message?.kind === 'register' ? { kind: 'register', register: registerCreate(partial.message.register) }
      : partial.message?.kind === 'heartbeat' ? { kind: 'heartbeat', heartbeat: heartbeatCreate(partial.message.heartbeat) }
      : partial.message?.kind === 'statuses' ? { kind: 'statuses', statuses: statusBatchCreate(partial.message.statuses) }
      : partial.message?.kind === 'description' ? { kind: 'description', description: nodeDescriptionCreate(partial.message.description) }
      : partial.message?.kind === 'networkApplied' ? { kind: 'networkApplied', networkApplied: networkAppliedCreate(partial.message.networkApplied) }
      : partial.message?.kind === 'networkReport' ? { kind: 'networkReport', networkReport: networkReportCreate(partial.message.networkReport) }
      : undefined,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function agentMessageFromRaw(raw: AgentMessageRaw): AgentMessage {
  const value: AgentMessage = {
    message: raw.register != null ? { kind: 'register', register: registerFromRaw(raw.register) }
      : raw.heartbeat != null ? { kind: 'heartbeat', heartbeat: heartbeatFromRaw(raw.heartbeat) }
      : raw.statuses != null ? { kind: 'statuses', statuses: statusBatchFromRaw(raw.statuses) }
      : raw.description != null ? { kind: 'description', description: nodeDescriptionFromRaw(raw.description) }
      : raw.networkApplied != null ? { kind: 'networkApplied', networkApplied: networkAppliedFromRaw(raw.networkApplied) }
      : raw.networkReport != null ? { kind: 'networkReport', networkReport: networkReportFromRaw(raw.networkReport) }
      : undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function agentMessageToRaw(value: AgentMessage): AgentMessageRaw {
  return {
    register: value.message?.kind === 'register' ? registerToRaw(value.message.register) : undefined,
    heartbeat: value.message?.kind === 'heartbeat' ? heartbeatToRaw(value.message.heartbeat) : undefined,
    statuses: value.message?.kind === 'statuses' ? statusBatchToRaw(value.message.statuses) : undefined,
    description: value.message?.kind === 'description' ? nodeDescriptionToRaw(value.message.description) : undefined,
    networkApplied: value.message?.kind === 'networkApplied' ? networkAppliedToRaw(value.message.networkApplied) : undefined,
    networkReport: value.message?.kind === 'networkReport' ? networkReportToRaw(value.message.networkReport) : undefined,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const AgentMessageCodec: rt.MessageCodec<AgentMessage, AgentMessageInput> = {
  name: 'swarm.v1.AgentMessage',
  encode: (value) => rt.encodeMessage(AgentMessageStatic, agentMessageToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.AgentMessage', AgentMessageStatic, bytes, agentMessageFromRaw),
  create: agentMessageCreate,
};

export interface Register extends rt.WithUnknownFields {
  /** Wire format of this session; the manager refuses what it does not speak. */
  readonly format: number;
  readonly description?: NodeDescription | undefined;
  /** host:port where this node's manager listens; empty on a worker. */
  readonly managerAddress: string;
  /** The highest recovery epoch this node was told; a manager of a lower one was superseded. */
  readonly recoveryEpoch: number;
}

/** What RegisterCodec.create accepts; all of it may be left out. */
export interface RegisterInput extends rt.WithUnknownFields {
  /** Wire format of this session; the manager refuses what it does not speak. */
  readonly format?: number | undefined;
  readonly description?: NodeDescriptionInput | undefined;
  /** host:port where this node's manager listens; empty on a worker. */
  readonly managerAddress?: string | undefined;
  /** The highest recovery epoch this node was told; a manager of a lower one was superseded. */
  readonly recoveryEpoch?: number | undefined;
}

export function registerCreate(partial: RegisterInput = {}): Register {
  const value: Register = {
    format: partial.format ?? 0,
    description: partial.description === undefined ? undefined : nodeDescriptionCreate(partial.description),
    managerAddress: partial.managerAddress ?? '',
    recoveryEpoch: partial.recoveryEpoch ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function registerFromRaw(raw: RegisterRaw): Register {
  const value: Register = {
    format: raw.format,
    description: raw.description == null ? undefined : nodeDescriptionFromRaw(raw.description),
    managerAddress: raw.managerAddress,
    recoveryEpoch: rt.readLong(raw.recoveryEpoch, 'swarm.v1.Register', 'recoveryEpoch'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function registerToRaw(value: Register): RegisterRaw {
  return {
    format: rt.writeUint32(value.format, 'swarm.v1.Register', 'format'),
    description: value.description === undefined ? undefined : nodeDescriptionToRaw(value.description),
    managerAddress: value.managerAddress,
    recoveryEpoch: rt.writeUint64(value.recoveryEpoch, 'swarm.v1.Register', 'recoveryEpoch'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RegisterCodec: rt.MessageCodec<Register, RegisterInput> = {
  name: 'swarm.v1.Register',
  encode: (value) => rt.encodeMessage(RegisterStatic, registerToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Register', RegisterStatic, bytes, registerFromRaw),
  create: registerCreate,
};

export interface Heartbeat extends rt.WithUnknownFields {
}

/** What HeartbeatCodec.create accepts; all of it may be left out. */
export interface HeartbeatInput extends rt.WithUnknownFields {
}

export function heartbeatCreate(partial: HeartbeatInput = {}): Heartbeat {
  const value: Heartbeat = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function heartbeatFromRaw(raw: HeartbeatRaw): Heartbeat {
  const value: Heartbeat = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function heartbeatToRaw(value: Heartbeat): HeartbeatRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const HeartbeatCodec: rt.MessageCodec<Heartbeat, HeartbeatInput> = {
  name: 'swarm.v1.Heartbeat',
  encode: (value) => rt.encodeMessage(HeartbeatStatic, heartbeatToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Heartbeat', HeartbeatStatic, bytes, heartbeatFromRaw),
  create: heartbeatCreate,
};

export interface StatusBatch extends rt.WithUnknownFields {
  readonly sequence: number;
  readonly reports: readonly TaskReport[];
}

/** What StatusBatchCodec.create accepts; all of it may be left out. */
export interface StatusBatchInput extends rt.WithUnknownFields {
  readonly sequence?: number | undefined;
  readonly reports?: readonly TaskReportInput[] | undefined;
}

export function statusBatchCreate(partial: StatusBatchInput = {}): StatusBatch {
  const value: StatusBatch = {
    sequence: partial.sequence ?? 0,
    reports: (partial.reports ?? []).map((item) => taskReportCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function statusBatchFromRaw(raw: StatusBatchRaw): StatusBatch {
  const value: StatusBatch = {
    sequence: rt.readLong(raw.sequence, 'swarm.v1.StatusBatch', 'sequence'),
    reports: raw.reports.map((item) => taskReportFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function statusBatchToRaw(value: StatusBatch): StatusBatchRaw {
  return {
    sequence: rt.writeUint64(value.sequence, 'swarm.v1.StatusBatch', 'sequence'),
    reports: value.reports.map((item) => taskReportToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const StatusBatchCodec: rt.MessageCodec<StatusBatch, StatusBatchInput> = {
  name: 'swarm.v1.StatusBatch',
  encode: (value) => rt.encodeMessage(StatusBatchStatic, statusBatchToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StatusBatch', StatusBatchStatic, bytes, statusBatchFromRaw),
  create: statusBatchCreate,
};

export interface TaskReport extends rt.WithUnknownFields {
  readonly taskId: string;
  readonly status?: TaskStatus | undefined;
}

/** What TaskReportCodec.create accepts; all of it may be left out. */
export interface TaskReportInput extends rt.WithUnknownFields {
  readonly taskId?: string | undefined;
  readonly status?: TaskStatusInput | undefined;
}

export function taskReportCreate(partial: TaskReportInput = {}): TaskReport {
  const value: TaskReport = {
    taskId: partial.taskId ?? '',
    status: partial.status === undefined ? undefined : taskStatusCreate(partial.status),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskReportFromRaw(raw: TaskReportRaw): TaskReport {
  const value: TaskReport = {
    taskId: raw.taskId,
    status: raw.status == null ? undefined : taskStatusFromRaw(raw.status),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskReportToRaw(value: TaskReport): TaskReportRaw {
  return {
    taskId: value.taskId,
    status: value.status === undefined ? undefined : taskStatusToRaw(value.status),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskReportCodec: rt.MessageCodec<TaskReport, TaskReportInput> = {
  name: 'swarm.v1.TaskReport',
  encode: (value) => rt.encodeMessage(TaskReportStatic, taskReportToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskReport', TaskReportStatic, bytes, taskReportFromRaw),
  create: taskReportCreate,
};

export interface ManagerMessage extends rt.WithUnknownFields {
  readonly message?:
    | { readonly kind: 'registered'; readonly registered: Registered }
    | { readonly kind: 'assignments'; readonly assignments: Assignments }
    | { readonly kind: 'ack'; readonly ack: StatusAck }
    | { readonly kind: 'node'; readonly node: NodeChange }
    | { readonly kind: 'logRequest'; readonly logRequest: LogRequest }
    | { readonly kind: 'logCancel'; readonly logCancel: LogCancel }
    | { readonly kind: 'networkChanges'; readonly networkChanges: NetworkChanges }
    | { readonly kind: 'networkExamination'; readonly networkExamination: NetworkExamination }
    | undefined;
}

/** What ManagerMessageCodec.create accepts; all of it may be left out. */
export interface ManagerMessageInput extends rt.WithUnknownFields {
  readonly message?:
    | { readonly kind: 'registered'; readonly registered: RegisteredInput }
    | { readonly kind: 'assignments'; readonly assignments: AssignmentsInput }
    | { readonly kind: 'ack'; readonly ack: StatusAckInput }
    | { readonly kind: 'node'; readonly node: NodeChangeInput }
    | { readonly kind: 'logRequest'; readonly logRequest: LogRequestInput }
    | { readonly kind: 'logCancel'; readonly logCancel: LogCancelInput }
    | { readonly kind: 'networkChanges'; readonly networkChanges: NetworkChangesInput }
    | { readonly kind: 'networkExamination'; readonly networkExamination: NetworkExaminationInput }
    | undefined;
}

export function managerMessageCreate(partial: ManagerMessageInput = {}): ManagerMessage {
  const value: ManagerMessage = {
    message: partial.message?.kind === 'registered' ? { kind: 'registered', registered: registeredCreate(partial.message.registered) }
      : partial.message?.kind === 'assignments' ? { kind: 'assignments', assignments: assignmentsCreate(partial.message.assignments) }
      : partial.message?.kind === 'ack' ? { kind: 'ack', ack: statusAckCreate(partial.message.ack) }
      : partial.message?.kind === 'node' ? { kind: 'node', node: nodeChangeCreate(partial.message.node) }
      : partial.message?.kind === 'logRequest' ? { kind: 'logRequest', logRequest: logRequestCreate(partial.message.logRequest) }
      : partial.message?.kind === 'logCancel' ? { kind: 'logCancel', logCancel: logCancelCreate(partial.message.logCancel) }
      : partial.message?.kind === 'networkChanges' ? { kind: 'networkChanges', networkChanges: networkChangesCreate(partial.message.networkChanges) }
      : partial.message?.kind === 'networkExamination' ? { kind: 'networkExamination', networkExamination: networkExaminationCreate(partial.message.networkExamination) }
      : undefined,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function managerMessageFromRaw(raw: ManagerMessageRaw): ManagerMessage {
  const value: ManagerMessage = {
    message: raw.registered != null ? { kind: 'registered', registered: registeredFromRaw(raw.registered) }
      : raw.assignments != null ? { kind: 'assignments', assignments: assignmentsFromRaw(raw.assignments) }
      : raw.ack != null ? { kind: 'ack', ack: statusAckFromRaw(raw.ack) }
      : raw.node != null ? { kind: 'node', node: nodeChangeFromRaw(raw.node) }
      : raw.logRequest != null ? { kind: 'logRequest', logRequest: logRequestFromRaw(raw.logRequest) }
      : raw.logCancel != null ? { kind: 'logCancel', logCancel: logCancelFromRaw(raw.logCancel) }
      : raw.networkChanges != null ? { kind: 'networkChanges', networkChanges: networkChangesFromRaw(raw.networkChanges) }
      : raw.networkExamination != null ? { kind: 'networkExamination', networkExamination: networkExaminationFromRaw(raw.networkExamination) }
      : undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function managerMessageToRaw(value: ManagerMessage): ManagerMessageRaw {
  return {
    registered: value.message?.kind === 'registered' ? registeredToRaw(value.message.registered) : undefined,
    assignments: value.message?.kind === 'assignments' ? assignmentsToRaw(value.message.assignments) : undefined,
    ack: value.message?.kind === 'ack' ? statusAckToRaw(value.message.ack) : undefined,
    node: value.message?.kind === 'node' ? nodeChangeToRaw(value.message.node) : undefined,
    logRequest: value.message?.kind === 'logRequest' ? logRequestToRaw(value.message.logRequest) : undefined,
    logCancel: value.message?.kind === 'logCancel' ? logCancelToRaw(value.message.logCancel) : undefined,
    networkChanges: value.message?.kind === 'networkChanges' ? networkChangesToRaw(value.message.networkChanges) : undefined,
    networkExamination: value.message?.kind === 'networkExamination' ? networkExaminationToRaw(value.message.networkExamination) : undefined,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ManagerMessageCodec: rt.MessageCodec<ManagerMessage, ManagerMessageInput> = {
  name: 'swarm.v1.ManagerMessage',
  encode: (value) => rt.encodeMessage(ManagerMessageStatic, managerMessageToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ManagerMessage', ManagerMessageStatic, bytes, managerMessageFromRaw),
  create: managerMessageCreate,
};

export interface Registered extends rt.WithUnknownFields {
  readonly sessionId: string;
  readonly heartbeatPeriodMs: number;
  /** Rises when the cluster was recovered by hand; the node turns away managers of lower ones. */
  readonly recoveryEpoch: number;
}

/** What RegisteredCodec.create accepts; all of it may be left out. */
export interface RegisteredInput extends rt.WithUnknownFields {
  readonly sessionId?: string | undefined;
  readonly heartbeatPeriodMs?: number | undefined;
  /** Rises when the cluster was recovered by hand; the node turns away managers of lower ones. */
  readonly recoveryEpoch?: number | undefined;
}

export function registeredCreate(partial: RegisteredInput = {}): Registered {
  const value: Registered = {
    sessionId: partial.sessionId ?? '',
    heartbeatPeriodMs: partial.heartbeatPeriodMs ?? 0,
    recoveryEpoch: partial.recoveryEpoch ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function registeredFromRaw(raw: RegisteredRaw): Registered {
  const value: Registered = {
    sessionId: raw.sessionId,
    heartbeatPeriodMs: raw.heartbeatPeriodMs,
    recoveryEpoch: rt.readLong(raw.recoveryEpoch, 'swarm.v1.Registered', 'recoveryEpoch'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function registeredToRaw(value: Registered): RegisteredRaw {
  return {
    sessionId: value.sessionId,
    heartbeatPeriodMs: rt.writeUint32(value.heartbeatPeriodMs, 'swarm.v1.Registered', 'heartbeatPeriodMs'),
    recoveryEpoch: rt.writeUint64(value.recoveryEpoch, 'swarm.v1.Registered', 'recoveryEpoch'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RegisteredCodec: rt.MessageCodec<Registered, RegisteredInput> = {
  name: 'swarm.v1.Registered',
  encode: (value) => rt.encodeMessage(RegisteredStatic, registeredToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Registered', RegisteredStatic, bytes, registeredFromRaw),
  create: registeredCreate,
};

/** Sent after registration and whenever the node object or the list of managers changes. */
export interface NodeChange extends rt.WithUnknownFields {
  readonly node?: Node | undefined;
  /** host:port of every manager known. */
  readonly managerAddresses: readonly string[];
  readonly heartbeatPeriodMs: number;
}

/** What NodeChangeCodec.create accepts; all of it may be left out. */
export interface NodeChangeInput extends rt.WithUnknownFields {
  readonly node?: NodeInput | undefined;
  /** host:port of every manager known. */
  readonly managerAddresses?: readonly string[] | undefined;
  readonly heartbeatPeriodMs?: number | undefined;
}

export function nodeChangeCreate(partial: NodeChangeInput = {}): NodeChange {
  const value: NodeChange = {
    node: partial.node === undefined ? undefined : nodeCreate(partial.node),
    managerAddresses: partial.managerAddresses ?? [],
    heartbeatPeriodMs: partial.heartbeatPeriodMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeChangeFromRaw(raw: NodeChangeRaw): NodeChange {
  const value: NodeChange = {
    node: raw.node == null ? undefined : nodeFromRaw(raw.node),
    managerAddresses: raw.managerAddresses,
    heartbeatPeriodMs: raw.heartbeatPeriodMs,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeChangeToRaw(value: NodeChange): NodeChangeRaw {
  return {
    node: value.node === undefined ? undefined : nodeToRaw(value.node),
    managerAddresses: value.managerAddresses,
    heartbeatPeriodMs: rt.writeUint32(value.heartbeatPeriodMs, 'swarm.v1.NodeChange', 'heartbeatPeriodMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeChangeCodec: rt.MessageCodec<NodeChange, NodeChangeInput> = {
  name: 'swarm.v1.NodeChange',
  encode: (value) => rt.encodeMessage(NodeChangeStatic, nodeChangeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeChange', NodeChangeStatic, bytes, nodeChangeFromRaw),
  create: nodeChangeCreate,
};

export interface Assignments extends rt.WithUnknownFields {
  /** True: what is not listed is not assigned. False: a difference to the message before. */
  readonly complete: boolean;
  readonly sequence: number;
  readonly update: readonly AssignedTask[];
  readonly removeTaskIds: readonly string[];
}

/** What AssignmentsCodec.create accepts; all of it may be left out. */
export interface AssignmentsInput extends rt.WithUnknownFields {
  /** True: what is not listed is not assigned. False: a difference to the message before. */
  readonly complete?: boolean | undefined;
  readonly sequence?: number | undefined;
  readonly update?: readonly AssignedTaskInput[] | undefined;
  readonly removeTaskIds?: readonly string[] | undefined;
}

export function assignmentsCreate(partial: AssignmentsInput = {}): Assignments {
  const value: Assignments = {
    complete: partial.complete ?? false,
    sequence: partial.sequence ?? 0,
    update: (partial.update ?? []).map((item) => assignedTaskCreate(item)),
    removeTaskIds: partial.removeTaskIds ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function assignmentsFromRaw(raw: AssignmentsRaw): Assignments {
  const value: Assignments = {
    complete: raw.complete,
    sequence: rt.readLong(raw.sequence, 'swarm.v1.Assignments', 'sequence'),
    update: raw.update.map((item) => assignedTaskFromRaw(item)),
    removeTaskIds: raw.removeTaskIds,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function assignmentsToRaw(value: Assignments): AssignmentsRaw {
  return {
    complete: value.complete,
    sequence: rt.writeUint64(value.sequence, 'swarm.v1.Assignments', 'sequence'),
    update: value.update.map((item) => assignedTaskToRaw(item)),
    removeTaskIds: value.removeTaskIds,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const AssignmentsCodec: rt.MessageCodec<Assignments, AssignmentsInput> = {
  name: 'swarm.v1.Assignments',
  encode: (value) => rt.encodeMessage(AssignmentsStatic, assignmentsToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Assignments', AssignmentsStatic, bytes, assignmentsFromRaw),
  create: assignmentsCreate,
};

/** All that an agent must know of a task. */
export interface AssignedTask extends rt.WithUnknownFields {
  readonly taskId: string;
  readonly taskName: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly serviceLabels: Readonly<Record<string, string>>;
  readonly slot: number;
  readonly desired: DesiredState;
  readonly spec?: TaskSpec | undefined;
  readonly ports: readonly PortSpec[];
  /** The request that asked for the revision the task was made from, for the agent's log. */
  readonly requestId: string;
  /** What it was given of the generic resources it reserves: how many of each kind, and which where units have names. */
  readonly generic: readonly GenericResource[];
  /** Its address on each of its networks; the agent knows those networks before it is told of the task. */
  readonly attachments: readonly NetworkAttachment[];
}

/** What AssignedTaskCodec.create accepts; all of it may be left out. */
export interface AssignedTaskInput extends rt.WithUnknownFields {
  readonly taskId?: string | undefined;
  readonly taskName?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly serviceLabels?: Readonly<Record<string, string>> | undefined;
  readonly slot?: number | undefined;
  readonly desired?: DesiredState | undefined;
  readonly spec?: TaskSpecInput | undefined;
  readonly ports?: readonly PortSpecInput[] | undefined;
  /** The request that asked for the revision the task was made from, for the agent's log. */
  readonly requestId?: string | undefined;
  /** What it was given of the generic resources it reserves: how many of each kind, and which where units have names. */
  readonly generic?: readonly GenericResourceInput[] | undefined;
  /** Its address on each of its networks; the agent knows those networks before it is told of the task. */
  readonly attachments?: readonly NetworkAttachmentInput[] | undefined;
}

export function assignedTaskCreate(partial: AssignedTaskInput = {}): AssignedTask {
  const value: AssignedTask = {
    taskId: partial.taskId ?? '',
    taskName: partial.taskName ?? '',
    serviceId: partial.serviceId ?? '',
    serviceName: partial.serviceName ?? '',
    serviceLabels: partial.serviceLabels ?? {},
    slot: partial.slot ?? 0,
    desired: partial.desired ?? DESIRED_STATE_DEFAULT,
    spec: partial.spec === undefined ? undefined : taskSpecCreate(partial.spec),
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
    requestId: partial.requestId ?? '',
    generic: (partial.generic ?? []).map((item) => genericResourceCreate(item)),
    attachments: (partial.attachments ?? []).map((item) => networkAttachmentCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function assignedTaskFromRaw(raw: AssignedTaskRaw): AssignedTask {
  const value: AssignedTask = {
    taskId: raw.taskId,
    taskName: raw.taskName,
    serviceId: raw.serviceId,
    serviceName: raw.serviceName,
    serviceLabels: raw.serviceLabels,
    slot: rt.readLong(raw.slot, 'swarm.v1.AssignedTask', 'slot'),
    desired: desiredStateFromRaw(raw.desired, 'swarm.v1.AssignedTask', 'desired'),
    spec: raw.spec == null ? undefined : taskSpecFromRaw(raw.spec),
    ports: raw.ports.map((item) => portSpecFromRaw(item)),
    requestId: raw.requestId,
    generic: raw.generic.map((item) => genericResourceFromRaw(item)),
    attachments: raw.attachments.map((item) => networkAttachmentFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function assignedTaskToRaw(value: AssignedTask): AssignedTaskRaw {
  return {
    taskId: value.taskId,
    taskName: value.taskName,
    serviceId: value.serviceId,
    serviceName: value.serviceName,
    serviceLabels: value.serviceLabels,
    slot: rt.writeUint64(value.slot, 'swarm.v1.AssignedTask', 'slot'),
    desired: desiredStateToRaw(value.desired, 'swarm.v1.AssignedTask', 'desired'),
    spec: value.spec === undefined ? undefined : taskSpecToRaw(value.spec),
    ports: value.ports.map((item) => portSpecToRaw(item)),
    requestId: value.requestId,
    generic: value.generic.map((item) => genericResourceToRaw(item)),
    attachments: value.attachments.map((item) => networkAttachmentToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const AssignedTaskCodec: rt.MessageCodec<AssignedTask, AssignedTaskInput> = {
  name: 'swarm.v1.AssignedTask',
  encode: (value) => rt.encodeMessage(AssignedTaskStatic, assignedTaskToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.AssignedTask', AssignedTaskStatic, bytes, assignedTaskFromRaw),
  create: assignedTaskCreate,
};

/**
 * What a node must know of the overlay networks that it takes part in. Sent after registration, before any assignment,
 * and whenever something of it changes; each item replaces the one of the same key.
 */
export interface NetworkChanges extends rt.WithUnknownFields {
  /** True: what is not listed is gone. False: a difference to the message before. */
  readonly complete: boolean;
  /** Rises from message to message of one session: what the agent answers with (NetworkApplied) once its kernel does it. */
  readonly sequence: number;
  readonly networks: readonly OverlayNetwork[];
  readonly peers: readonly OverlayPeer[];
  readonly endpoints: readonly OverlayEndpoint[];
  readonly services: readonly OverlayService[];
  /** Keys of what is gone (see below). */
  readonly removedNetworks: readonly string[];
  readonly removedPeers: readonly string[];
  readonly removedEndpoints: readonly string[];
  readonly removedServices: readonly string[];
  /** The rest follows in the next message: nothing of it is put in force before all of it is there. */
  readonly unfinished: boolean;
}

/** What NetworkChangesCodec.create accepts; all of it may be left out. */
export interface NetworkChangesInput extends rt.WithUnknownFields {
  /** True: what is not listed is gone. False: a difference to the message before. */
  readonly complete?: boolean | undefined;
  /** Rises from message to message of one session: what the agent answers with (NetworkApplied) once its kernel does it. */
  readonly sequence?: number | undefined;
  readonly networks?: readonly OverlayNetworkInput[] | undefined;
  readonly peers?: readonly OverlayPeerInput[] | undefined;
  readonly endpoints?: readonly OverlayEndpointInput[] | undefined;
  readonly services?: readonly OverlayServiceInput[] | undefined;
  /** Keys of what is gone (see below). */
  readonly removedNetworks?: readonly string[] | undefined;
  readonly removedPeers?: readonly string[] | undefined;
  readonly removedEndpoints?: readonly string[] | undefined;
  readonly removedServices?: readonly string[] | undefined;
  /** The rest follows in the next message: nothing of it is put in force before all of it is there. */
  readonly unfinished?: boolean | undefined;
}

export function networkChangesCreate(partial: NetworkChangesInput = {}): NetworkChanges {
  const value: NetworkChanges = {
    complete: partial.complete ?? false,
    sequence: partial.sequence ?? 0,
    networks: (partial.networks ?? []).map((item) => overlayNetworkCreate(item)),
    peers: (partial.peers ?? []).map((item) => overlayPeerCreate(item)),
    endpoints: (partial.endpoints ?? []).map((item) => overlayEndpointCreate(item)),
    services: (partial.services ?? []).map((item) => overlayServiceCreate(item)),
    removedNetworks: partial.removedNetworks ?? [],
    removedPeers: partial.removedPeers ?? [],
    removedEndpoints: partial.removedEndpoints ?? [],
    removedServices: partial.removedServices ?? [],
    unfinished: partial.unfinished ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkChangesFromRaw(raw: NetworkChangesRaw): NetworkChanges {
  const value: NetworkChanges = {
    complete: raw.complete,
    sequence: rt.readLong(raw.sequence, 'swarm.v1.NetworkChanges', 'sequence'),
    networks: raw.networks.map((item) => overlayNetworkFromRaw(item)),
    peers: raw.peers.map((item) => overlayPeerFromRaw(item)),
    endpoints: raw.endpoints.map((item) => overlayEndpointFromRaw(item)),
    services: raw.services.map((item) => overlayServiceFromRaw(item)),
    removedNetworks: raw.removedNetworks,
    removedPeers: raw.removedPeers,
    removedEndpoints: raw.removedEndpoints,
    removedServices: raw.removedServices,
    unfinished: raw.unfinished,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkChangesToRaw(value: NetworkChanges): NetworkChangesRaw {
  return {
    complete: value.complete,
    sequence: rt.writeUint64(value.sequence, 'swarm.v1.NetworkChanges', 'sequence'),
    networks: value.networks.map((item) => overlayNetworkToRaw(item)),
    peers: value.peers.map((item) => overlayPeerToRaw(item)),
    endpoints: value.endpoints.map((item) => overlayEndpointToRaw(item)),
    services: value.services.map((item) => overlayServiceToRaw(item)),
    removedNetworks: value.removedNetworks,
    removedPeers: value.removedPeers,
    removedEndpoints: value.removedEndpoints,
    removedServices: value.removedServices,
    unfinished: value.unfinished,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkChangesCodec: rt.MessageCodec<NetworkChanges, NetworkChangesInput> = {
  name: 'swarm.v1.NetworkChanges',
  encode: (value) => rt.encodeMessage(NetworkChangesStatic, networkChangesToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkChanges', NetworkChangesStatic, bytes, networkChangesFromRaw),
  create: networkChangesCreate,
};

/** From here on the node sends traffic as every message up to this one says. */
export interface NetworkApplied extends rt.WithUnknownFields {
  readonly sequence: number;
}

/** What NetworkAppliedCodec.create accepts; all of it may be left out. */
export interface NetworkAppliedInput extends rt.WithUnknownFields {
  readonly sequence?: number | undefined;
}

export function networkAppliedCreate(partial: NetworkAppliedInput = {}): NetworkApplied {
  const value: NetworkApplied = {
    sequence: partial.sequence ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkAppliedFromRaw(raw: NetworkAppliedRaw): NetworkApplied {
  const value: NetworkApplied = {
    sequence: rt.readLong(raw.sequence, 'swarm.v1.NetworkApplied', 'sequence'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkAppliedToRaw(value: NetworkApplied): NetworkAppliedRaw {
  return {
    sequence: rt.writeUint64(value.sequence, 'swarm.v1.NetworkApplied', 'sequence'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkAppliedCodec: rt.MessageCodec<NetworkApplied, NetworkAppliedInput> = {
  name: 'swarm.v1.NetworkApplied',
  encode: (value) => rt.encodeMessage(NetworkAppliedStatic, networkAppliedToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkApplied', NetworkAppliedStatic, bytes, networkAppliedFromRaw),
  create: networkAppliedCreate,
};

/** The node is to look whether its networks are as they should be, and answers with a report. */
export interface NetworkExamination extends rt.WithUnknownFields {
  readonly requestId: string;
  /** The leader's clock when it asked. */
  readonly leaderNowMs: number;
}

/** What NetworkExaminationCodec.create accepts; all of it may be left out. */
export interface NetworkExaminationInput extends rt.WithUnknownFields {
  readonly requestId?: string | undefined;
  /** The leader's clock when it asked. */
  readonly leaderNowMs?: number | undefined;
}

export function networkExaminationCreate(partial: NetworkExaminationInput = {}): NetworkExamination {
  const value: NetworkExamination = {
    requestId: partial.requestId ?? '',
    leaderNowMs: partial.leaderNowMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkExaminationFromRaw(raw: NetworkExaminationRaw): NetworkExamination {
  const value: NetworkExamination = {
    requestId: raw.requestId,
    leaderNowMs: rt.readLong(raw.leaderNowMs, 'swarm.v1.NetworkExamination', 'leaderNowMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkExaminationToRaw(value: NetworkExamination): NetworkExaminationRaw {
  return {
    requestId: value.requestId,
    leaderNowMs: rt.writeInt64(value.leaderNowMs, 'swarm.v1.NetworkExamination', 'leaderNowMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkExaminationCodec: rt.MessageCodec<NetworkExamination, NetworkExaminationInput> = {
  name: 'swarm.v1.NetworkExamination',
  encode: (value) => rt.encodeMessage(NetworkExaminationStatic, networkExaminationToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkExamination', NetworkExaminationStatic, bytes, networkExaminationFromRaw),
  create: networkExaminationCreate,
};

export interface NetworkReport extends rt.WithUnknownFields {
  readonly requestId: string;
  readonly faults: readonly NetworkFault[];
  /** Networks that were looked at, and ways to other nodes that were tried. */
  readonly networkCount: number;
  readonly wayCount: number;
  /** Why the node could not look, in words; empty when it did. */
  readonly error: string;
}

/** What NetworkReportCodec.create accepts; all of it may be left out. */
export interface NetworkReportInput extends rt.WithUnknownFields {
  readonly requestId?: string | undefined;
  readonly faults?: readonly NetworkFaultInput[] | undefined;
  /** Networks that were looked at, and ways to other nodes that were tried. */
  readonly networkCount?: number | undefined;
  readonly wayCount?: number | undefined;
  /** Why the node could not look, in words; empty when it did. */
  readonly error?: string | undefined;
}

export function networkReportCreate(partial: NetworkReportInput = {}): NetworkReport {
  const value: NetworkReport = {
    requestId: partial.requestId ?? '',
    faults: (partial.faults ?? []).map((item) => networkFaultCreate(item)),
    networkCount: partial.networkCount ?? 0,
    wayCount: partial.wayCount ?? 0,
    error: partial.error ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkReportFromRaw(raw: NetworkReportRaw): NetworkReport {
  const value: NetworkReport = {
    requestId: raw.requestId,
    faults: raw.faults.map((item) => networkFaultFromRaw(item)),
    networkCount: raw.networkCount,
    wayCount: raw.wayCount,
    error: raw.error,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkReportToRaw(value: NetworkReport): NetworkReportRaw {
  return {
    requestId: value.requestId,
    faults: value.faults.map((item) => networkFaultToRaw(item)),
    networkCount: rt.writeUint32(value.networkCount, 'swarm.v1.NetworkReport', 'networkCount'),
    wayCount: rt.writeUint32(value.wayCount, 'swarm.v1.NetworkReport', 'wayCount'),
    error: value.error,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkReportCodec: rt.MessageCodec<NetworkReport, NetworkReportInput> = {
  name: 'swarm.v1.NetworkReport',
  encode: (value) => rt.encodeMessage(NetworkReportStatic, networkReportToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkReport', NetworkReportStatic, bytes, networkReportFromRaw),
  create: networkReportCreate,
};

/** Something that is wrong with the networks of a node. */
export interface NetworkFault extends rt.WithUnknownFields {
  /**
   * What was looked at: abilities, links, forwarding, neighbours, balancing, names, settings, reach, mtu, subnets,
   * clock or offload.
   */
  readonly check: string;
  readonly fault: string;
  /** What to do about it. */
  readonly mend: string;
}

/** What NetworkFaultCodec.create accepts; all of it may be left out. */
export interface NetworkFaultInput extends rt.WithUnknownFields {
  /**
   * What was looked at: abilities, links, forwarding, neighbours, balancing, names, settings, reach, mtu, subnets,
   * clock or offload.
   */
  readonly check?: string | undefined;
  readonly fault?: string | undefined;
  /** What to do about it. */
  readonly mend?: string | undefined;
}

export function networkFaultCreate(partial: NetworkFaultInput = {}): NetworkFault {
  const value: NetworkFault = {
    check: partial.check ?? '',
    fault: partial.fault ?? '',
    mend: partial.mend ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkFaultFromRaw(raw: NetworkFaultRaw): NetworkFault {
  const value: NetworkFault = {
    check: raw.check,
    fault: raw.fault,
    mend: raw.mend,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkFaultToRaw(value: NetworkFault): NetworkFaultRaw {
  return {
    check: value.check,
    fault: value.fault,
    mend: value.mend,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkFaultCodec: rt.MessageCodec<NetworkFault, NetworkFaultInput> = {
  name: 'swarm.v1.NetworkFault',
  encode: (value) => rt.encodeMessage(NetworkFaultStatic, networkFaultToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkFault', NetworkFaultStatic, bytes, networkFaultFromRaw),
  create: networkFaultCreate,
};

/** A network that this node takes part in. Key: its id. */
export interface OverlayNetwork extends rt.WithUnknownFields {
  readonly networkId: string;
  readonly name: string;
  readonly vxlanId: number;
  /** UDP. */
  readonly dataPathPort: number;
  /** CIDR. */
  readonly subnet: string;
  /** Empty where the network has none. */
  readonly subnet6: string;
  /** The node's own address on it. */
  readonly gateway: string;
  readonly gateway6: string;
  /** Of packets inside the network, bytes; 0: as large as the way between the nodes allows. */
  readonly mtu: number;
  readonly internal: boolean;
  readonly ingress: boolean;
  readonly attachable: boolean;
  readonly encrypted: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

/** What OverlayNetworkCodec.create accepts; all of it may be left out. */
export interface OverlayNetworkInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  readonly name?: string | undefined;
  readonly vxlanId?: number | undefined;
  /** UDP. */
  readonly dataPathPort?: number | undefined;
  /** CIDR. */
  readonly subnet?: string | undefined;
  /** Empty where the network has none. */
  readonly subnet6?: string | undefined;
  /** The node's own address on it. */
  readonly gateway?: string | undefined;
  readonly gateway6?: string | undefined;
  /** Of packets inside the network, bytes; 0: as large as the way between the nodes allows. */
  readonly mtu?: number | undefined;
  readonly internal?: boolean | undefined;
  readonly ingress?: boolean | undefined;
  readonly attachable?: boolean | undefined;
  readonly encrypted?: boolean | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

export function overlayNetworkCreate(partial: OverlayNetworkInput = {}): OverlayNetwork {
  const value: OverlayNetwork = {
    networkId: partial.networkId ?? '',
    name: partial.name ?? '',
    vxlanId: partial.vxlanId ?? 0,
    dataPathPort: partial.dataPathPort ?? 0,
    subnet: partial.subnet ?? '',
    subnet6: partial.subnet6 ?? '',
    gateway: partial.gateway ?? '',
    gateway6: partial.gateway6 ?? '',
    mtu: partial.mtu ?? 0,
    internal: partial.internal ?? false,
    ingress: partial.ingress ?? false,
    attachable: partial.attachable ?? false,
    encrypted: partial.encrypted ?? false,
    labels: partial.labels ?? {},
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function overlayNetworkFromRaw(raw: OverlayNetworkRaw): OverlayNetwork {
  const value: OverlayNetwork = {
    networkId: raw.networkId,
    name: raw.name,
    vxlanId: raw.vxlanId,
    dataPathPort: raw.dataPathPort,
    subnet: raw.subnet,
    subnet6: raw.subnet6,
    gateway: raw.gateway,
    gateway6: raw.gateway6,
    mtu: raw.mtu,
    internal: raw.internal,
    ingress: raw.ingress,
    attachable: raw.attachable,
    encrypted: raw.encrypted,
    labels: raw.labels,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function overlayNetworkToRaw(value: OverlayNetwork): OverlayNetworkRaw {
  return {
    networkId: value.networkId,
    name: value.name,
    vxlanId: rt.writeUint32(value.vxlanId, 'swarm.v1.OverlayNetwork', 'vxlanId'),
    dataPathPort: rt.writeUint32(value.dataPathPort, 'swarm.v1.OverlayNetwork', 'dataPathPort'),
    subnet: value.subnet,
    subnet6: value.subnet6,
    gateway: value.gateway,
    gateway6: value.gateway6,
    mtu: rt.writeUint32(value.mtu, 'swarm.v1.OverlayNetwork', 'mtu'),
    internal: value.internal,
    ingress: value.ingress,
    attachable: value.attachable,
    encrypted: value.encrypted,
    labels: value.labels,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const OverlayNetworkCodec: rt.MessageCodec<OverlayNetwork, OverlayNetworkInput> = {
  name: 'swarm.v1.OverlayNetwork',
  encode: (value) => rt.encodeMessage(OverlayNetworkStatic, overlayNetworkToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayNetwork', OverlayNetworkStatic, bytes, overlayNetworkFromRaw),
  create: overlayNetworkCreate,
};

/** Another node that takes part in one of these networks. Key: its id. */
export interface OverlayPeer extends rt.WithUnknownFields {
  readonly nodeId: string;
  readonly dataAddress: string;
  readonly dataMtu: number;
  readonly tunnelKeys: readonly TunnelKey[];
}

/** What OverlayPeerCodec.create accepts; all of it may be left out. */
export interface OverlayPeerInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  readonly dataAddress?: string | undefined;
  readonly dataMtu?: number | undefined;
  readonly tunnelKeys?: readonly TunnelKeyInput[] | undefined;
}

export function overlayPeerCreate(partial: OverlayPeerInput = {}): OverlayPeer {
  const value: OverlayPeer = {
    nodeId: partial.nodeId ?? '',
    dataAddress: partial.dataAddress ?? '',
    dataMtu: partial.dataMtu ?? 0,
    tunnelKeys: (partial.tunnelKeys ?? []).map((item) => tunnelKeyCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function overlayPeerFromRaw(raw: OverlayPeerRaw): OverlayPeer {
  const value: OverlayPeer = {
    nodeId: raw.nodeId,
    dataAddress: raw.dataAddress,
    dataMtu: raw.dataMtu,
    tunnelKeys: raw.tunnelKeys.map((item) => tunnelKeyFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function overlayPeerToRaw(value: OverlayPeer): OverlayPeerRaw {
  return {
    nodeId: value.nodeId,
    dataAddress: value.dataAddress,
    dataMtu: rt.writeUint32(value.dataMtu, 'swarm.v1.OverlayPeer', 'dataMtu'),
    tunnelKeys: value.tunnelKeys.map((item) => tunnelKeyToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const OverlayPeerCodec: rt.MessageCodec<OverlayPeer, OverlayPeerInput> = {
  name: 'swarm.v1.OverlayPeer',
  encode: (value) => rt.encodeMessage(OverlayPeerStatic, overlayPeerToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayPeer', OverlayPeerStatic, bytes, overlayPeerFromRaw),
  create: overlayPeerCreate,
};

/** A task, or another node's gateway, on one of these networks. Key: network id, "/", task or node id. */
export interface OverlayEndpoint extends rt.WithUnknownFields {
  readonly networkId: string;
  /** Empty: the gateway of the node. */
  readonly taskId: string;
  /** Where it is; this node or a peer. */
  readonly nodeId: string;
  readonly address: string;
  readonly address6: string;
  /** Of a task only. */
  readonly serviceId: string;
  readonly taskName: string;
  readonly slot: number;
  /** New traffic may be sent to it: it runs, is healthy, and is not leaving. */
  readonly serving: boolean;
}

/** What OverlayEndpointCodec.create accepts; all of it may be left out. */
export interface OverlayEndpointInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  /** Empty: the gateway of the node. */
  readonly taskId?: string | undefined;
  /** Where it is; this node or a peer. */
  readonly nodeId?: string | undefined;
  readonly address?: string | undefined;
  readonly address6?: string | undefined;
  /** Of a task only. */
  readonly serviceId?: string | undefined;
  readonly taskName?: string | undefined;
  readonly slot?: number | undefined;
  /** New traffic may be sent to it: it runs, is healthy, and is not leaving. */
  readonly serving?: boolean | undefined;
}

export function overlayEndpointCreate(partial: OverlayEndpointInput = {}): OverlayEndpoint {
  const value: OverlayEndpoint = {
    networkId: partial.networkId ?? '',
    taskId: partial.taskId ?? '',
    nodeId: partial.nodeId ?? '',
    address: partial.address ?? '',
    address6: partial.address6 ?? '',
    serviceId: partial.serviceId ?? '',
    taskName: partial.taskName ?? '',
    slot: partial.slot ?? 0,
    serving: partial.serving ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function overlayEndpointFromRaw(raw: OverlayEndpointRaw): OverlayEndpoint {
  const value: OverlayEndpoint = {
    networkId: raw.networkId,
    taskId: raw.taskId,
    nodeId: raw.nodeId,
    address: raw.address,
    address6: raw.address6,
    serviceId: raw.serviceId,
    taskName: raw.taskName,
    slot: rt.readLong(raw.slot, 'swarm.v1.OverlayEndpoint', 'slot'),
    serving: raw.serving,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function overlayEndpointToRaw(value: OverlayEndpoint): OverlayEndpointRaw {
  return {
    networkId: value.networkId,
    taskId: value.taskId,
    nodeId: value.nodeId,
    address: value.address,
    address6: value.address6,
    serviceId: value.serviceId,
    taskName: value.taskName,
    slot: rt.writeUint64(value.slot, 'swarm.v1.OverlayEndpoint', 'slot'),
    serving: value.serving,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const OverlayEndpointCodec: rt.MessageCodec<OverlayEndpoint, OverlayEndpointInput> = {
  name: 'swarm.v1.OverlayEndpoint',
  encode: (value) => rt.encodeMessage(OverlayEndpointStatic, overlayEndpointToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayEndpoint', OverlayEndpointStatic, bytes, overlayEndpointFromRaw),
  create: overlayEndpointCreate,
};

/** A service on one of these networks. Key: network id, "/", service id. */
export interface OverlayService extends rt.WithUnknownFields {
  readonly networkId: string;
  readonly serviceId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names are looked for among services of the same stack first; empty: of no stack. */
  readonly stack: string;
  readonly mode: EndpointMode;
  /** Where the mode is vip. */
  readonly address: string;
  readonly address6: string;
  /** Of the ingress network only: what is published on every node. */
  readonly ports: readonly PortSpec[];
}

/** What OverlayServiceCodec.create accepts; all of it may be left out. */
export interface OverlayServiceInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly name?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  /** Names are looked for among services of the same stack first; empty: of no stack. */
  readonly stack?: string | undefined;
  readonly mode?: EndpointMode | undefined;
  /** Where the mode is vip. */
  readonly address?: string | undefined;
  readonly address6?: string | undefined;
  /** Of the ingress network only: what is published on every node. */
  readonly ports?: readonly PortSpecInput[] | undefined;
}

export function overlayServiceCreate(partial: OverlayServiceInput = {}): OverlayService {
  const value: OverlayService = {
    networkId: partial.networkId ?? '',
    serviceId: partial.serviceId ?? '',
    name: partial.name ?? '',
    aliases: partial.aliases ?? [],
    stack: partial.stack ?? '',
    mode: partial.mode ?? ENDPOINT_MODE_DEFAULT,
    address: partial.address ?? '',
    address6: partial.address6 ?? '',
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function overlayServiceFromRaw(raw: OverlayServiceRaw): OverlayService {
  const value: OverlayService = {
    networkId: raw.networkId,
    serviceId: raw.serviceId,
    name: raw.name,
    aliases: raw.aliases,
    stack: raw.stack,
    mode: endpointModeFromRaw(raw.mode, 'swarm.v1.OverlayService', 'mode'),
    address: raw.address,
    address6: raw.address6,
    ports: raw.ports.map((item) => portSpecFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function overlayServiceToRaw(value: OverlayService): OverlayServiceRaw {
  return {
    networkId: value.networkId,
    serviceId: value.serviceId,
    name: value.name,
    aliases: value.aliases,
    stack: value.stack,
    mode: endpointModeToRaw(value.mode, 'swarm.v1.OverlayService', 'mode'),
    address: value.address,
    address6: value.address6,
    ports: value.ports.map((item) => portSpecToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const OverlayServiceCodec: rt.MessageCodec<OverlayService, OverlayServiceInput> = {
  name: 'swarm.v1.OverlayService',
  encode: (value) => rt.encodeMessage(OverlayServiceStatic, overlayServiceToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayService', OverlayServiceStatic, bytes, overlayServiceFromRaw),
  create: overlayServiceCreate,
};

export interface StatusAck extends rt.WithUnknownFields {
  /** Every report up to and including this batch is stored. */
  readonly sequence: number;
}

/** What StatusAckCodec.create accepts; all of it may be left out. */
export interface StatusAckInput extends rt.WithUnknownFields {
  /** Every report up to and including this batch is stored. */
  readonly sequence?: number | undefined;
}

export function statusAckCreate(partial: StatusAckInput = {}): StatusAck {
  const value: StatusAck = {
    sequence: partial.sequence ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function statusAckFromRaw(raw: StatusAckRaw): StatusAck {
  const value: StatusAck = {
    sequence: rt.readLong(raw.sequence, 'swarm.v1.StatusAck', 'sequence'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function statusAckToRaw(value: StatusAck): StatusAckRaw {
  return {
    sequence: rt.writeUint64(value.sequence, 'swarm.v1.StatusAck', 'sequence'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const StatusAckCodec: rt.MessageCodec<StatusAck, StatusAckInput> = {
  name: 'swarm.v1.StatusAck',
  encode: (value) => rt.encodeMessage(StatusAckStatic, statusAckToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StatusAck', StatusAckStatic, bytes, statusAckFromRaw),
  create: statusAckCreate,
};

export interface LogRequest extends rt.WithUnknownFields {
  /** Names the reading: the agent's chunks carry it. */
  readonly requestId: string;
  readonly taskIds: readonly string[];
  readonly options?: LogOptions | undefined;
  /** The user's request behind it, as it stands in the logs. */
  readonly userRequestId: string;
}

/** What LogRequestCodec.create accepts; all of it may be left out. */
export interface LogRequestInput extends rt.WithUnknownFields {
  /** Names the reading: the agent's chunks carry it. */
  readonly requestId?: string | undefined;
  readonly taskIds?: readonly string[] | undefined;
  readonly options?: LogOptionsInput | undefined;
  /** The user's request behind it, as it stands in the logs. */
  readonly userRequestId?: string | undefined;
}

export function logRequestCreate(partial: LogRequestInput = {}): LogRequest {
  const value: LogRequest = {
    requestId: partial.requestId ?? '',
    taskIds: partial.taskIds ?? [],
    options: partial.options === undefined ? undefined : logOptionsCreate(partial.options),
    userRequestId: partial.userRequestId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logRequestFromRaw(raw: LogRequestRaw): LogRequest {
  const value: LogRequest = {
    requestId: raw.requestId,
    taskIds: raw.taskIds,
    options: raw.options == null ? undefined : logOptionsFromRaw(raw.options),
    userRequestId: raw.userRequestId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logRequestToRaw(value: LogRequest): LogRequestRaw {
  return {
    requestId: value.requestId,
    taskIds: value.taskIds,
    options: value.options === undefined ? undefined : logOptionsToRaw(value.options),
    userRequestId: value.userRequestId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogRequestCodec: rt.MessageCodec<LogRequest, LogRequestInput> = {
  name: 'swarm.v1.LogRequest',
  encode: (value) => rt.encodeMessage(LogRequestStatic, logRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogRequest', LogRequestStatic, bytes, logRequestFromRaw),
  create: logRequestCreate,
};

export interface LogCancel extends rt.WithUnknownFields {
  readonly requestId: string;
}

/** What LogCancelCodec.create accepts; all of it may be left out. */
export interface LogCancelInput extends rt.WithUnknownFields {
  readonly requestId?: string | undefined;
}

export function logCancelCreate(partial: LogCancelInput = {}): LogCancel {
  const value: LogCancel = {
    requestId: partial.requestId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logCancelFromRaw(raw: LogCancelRaw): LogCancel {
  const value: LogCancel = {
    requestId: raw.requestId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logCancelToRaw(value: LogCancel): LogCancelRaw {
  return {
    requestId: value.requestId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogCancelCodec: rt.MessageCodec<LogCancel, LogCancelInput> = {
  name: 'swarm.v1.LogCancel',
  encode: (value) => rt.encodeMessage(LogCancelStatic, logCancelToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogCancel', LogCancelStatic, bytes, logCancelFromRaw),
  create: logCancelCreate,
};

export interface LogOptions extends rt.WithUnknownFields {
  readonly follow: boolean;
  /** Lines from the end; negative: all. */
  readonly tail: number;
  /** 0: from the beginning. */
  readonly sinceMs: number;
  readonly stdout: boolean;
  readonly stderr: boolean;
}

/** What LogOptionsCodec.create accepts; all of it may be left out. */
export interface LogOptionsInput extends rt.WithUnknownFields {
  readonly follow?: boolean | undefined;
  /** Lines from the end; negative: all. */
  readonly tail?: number | undefined;
  /** 0: from the beginning. */
  readonly sinceMs?: number | undefined;
  readonly stdout?: boolean | undefined;
  readonly stderr?: boolean | undefined;
}

export function logOptionsCreate(partial: LogOptionsInput = {}): LogOptions {
  const value: LogOptions = {
    follow: partial.follow ?? false,
    tail: partial.tail ?? 0,
    sinceMs: partial.sinceMs ?? 0,
    stdout: partial.stdout ?? false,
    stderr: partial.stderr ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logOptionsFromRaw(raw: LogOptionsRaw): LogOptions {
  const value: LogOptions = {
    follow: raw.follow,
    tail: rt.readLong(raw.tail, 'swarm.v1.LogOptions', 'tail'),
    sinceMs: rt.readLong(raw.sinceMs, 'swarm.v1.LogOptions', 'sinceMs'),
    stdout: raw.stdout,
    stderr: raw.stderr,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logOptionsToRaw(value: LogOptions): LogOptionsRaw {
  return {
    follow: value.follow,
    tail: rt.writeInt64(value.tail, 'swarm.v1.LogOptions', 'tail'),
    sinceMs: rt.writeInt64(value.sinceMs, 'swarm.v1.LogOptions', 'sinceMs'),
    stdout: value.stdout,
    stderr: value.stderr,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogOptionsCodec: rt.MessageCodec<LogOptions, LogOptionsInput> = {
  name: 'swarm.v1.LogOptions',
  encode: (value) => rt.encodeMessage(LogOptionsStatic, logOptionsToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogOptions', LogOptionsStatic, bytes, logOptionsFromRaw),
  create: logOptionsCreate,
};

export interface LogLine extends rt.WithUnknownFields {
  readonly taskId: string;
  readonly nodeId: string;
  readonly stream: LogStream;
  readonly atMs: number;
  readonly data: Uint8Array;
}

/** What LogLineCodec.create accepts; all of it may be left out. */
export interface LogLineInput extends rt.WithUnknownFields {
  readonly taskId?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly stream?: LogStream | undefined;
  readonly atMs?: number | undefined;
  readonly data?: Uint8Array | undefined;
}

export function logLineCreate(partial: LogLineInput = {}): LogLine {
  const value: LogLine = {
    taskId: partial.taskId ?? '',
    nodeId: partial.nodeId ?? '',
    stream: partial.stream ?? LOG_STREAM_DEFAULT,
    atMs: partial.atMs ?? 0,
    data: partial.data ?? new Uint8Array(0),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logLineFromRaw(raw: LogLineRaw): LogLine {
  const value: LogLine = {
    taskId: raw.taskId,
    nodeId: raw.nodeId,
    stream: logStreamFromRaw(raw.stream, 'swarm.v1.LogLine', 'stream'),
    atMs: rt.readLong(raw.atMs, 'swarm.v1.LogLine', 'atMs'),
    data: rt.copyBytes(raw.data),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logLineToRaw(value: LogLine): LogLineRaw {
  return {
    taskId: value.taskId,
    nodeId: value.nodeId,
    stream: logStreamToRaw(value.stream, 'swarm.v1.LogLine', 'stream'),
    atMs: rt.writeInt64(value.atMs, 'swarm.v1.LogLine', 'atMs'),
    data: value.data,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogLineCodec: rt.MessageCodec<LogLine, LogLineInput> = {
  name: 'swarm.v1.LogLine',
  encode: (value) => rt.encodeMessage(LogLineStatic, logLineToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogLine', LogLineStatic, bytes, logLineFromRaw),
  create: logLineCreate,
};

export interface LogChunk extends rt.WithUnknownFields {
  readonly requestId: string;
  readonly lines: readonly LogLine[];
  /** Set when a task's logs could not be read; the others go on. */
  readonly taskId: string;
  readonly error: string;
}

/** What LogChunkCodec.create accepts; all of it may be left out. */
export interface LogChunkInput extends rt.WithUnknownFields {
  readonly requestId?: string | undefined;
  readonly lines?: readonly LogLineInput[] | undefined;
  /** Set when a task's logs could not be read; the others go on. */
  readonly taskId?: string | undefined;
  readonly error?: string | undefined;
}

export function logChunkCreate(partial: LogChunkInput = {}): LogChunk {
  const value: LogChunk = {
    requestId: partial.requestId ?? '',
    lines: (partial.lines ?? []).map((item) => logLineCreate(item)),
    taskId: partial.taskId ?? '',
    error: partial.error ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logChunkFromRaw(raw: LogChunkRaw): LogChunk {
  const value: LogChunk = {
    requestId: raw.requestId,
    lines: raw.lines.map((item) => logLineFromRaw(item)),
    taskId: raw.taskId,
    error: raw.error,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logChunkToRaw(value: LogChunk): LogChunkRaw {
  return {
    requestId: value.requestId,
    lines: value.lines.map((item) => logLineToRaw(item)),
    taskId: value.taskId,
    error: value.error,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogChunkCodec: rt.MessageCodec<LogChunk, LogChunkInput> = {
  name: 'swarm.v1.LogChunk',
  encode: (value) => rt.encodeMessage(LogChunkStatic, logChunkToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogChunk', LogChunkStatic, bytes, logChunkFromRaw),
  create: logChunkCreate,
};

export interface PublishLogsReply extends rt.WithUnknownFields {
}

/** What PublishLogsReplyCodec.create accepts; all of it may be left out. */
export interface PublishLogsReplyInput extends rt.WithUnknownFields {
}

export function publishLogsReplyCreate(partial: PublishLogsReplyInput = {}): PublishLogsReply {
  const value: PublishLogsReply = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function publishLogsReplyFromRaw(raw: PublishLogsReplyRaw): PublishLogsReply {
  const value: PublishLogsReply = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function publishLogsReplyToRaw(value: PublishLogsReply): PublishLogsReplyRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PublishLogsReplyCodec: rt.MessageCodec<PublishLogsReply, PublishLogsReplyInput> = {
  name: 'swarm.v1.PublishLogsReply',
  encode: (value) => rt.encodeMessage(PublishLogsReplyStatic, publishLogsReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PublishLogsReply', PublishLogsReplyStatic, bytes, publishLogsReplyFromRaw),
  create: publishLogsReplyCreate,
};

export const DispatcherService = {
  name: 'swarm.v1.Dispatcher',
  methods: {
    /** The agent registers with its first message; the stream is the session, its end is the session's end. */
    session: {
      name: 'Session',
      path: '/swarm.v1.Dispatcher/Session',
      kind: 'bidi',
      request: AgentMessageCodec,
      response: ManagerMessageCodec,
    },
    /** Answers one log request of the session; metadata-free, the first chunk names the request. */
    publishLogs: {
      name: 'PublishLogs',
      path: '/swarm.v1.Dispatcher/PublishLogs',
      kind: 'client-stream',
      request: LogChunkCodec,
      response: PublishLogsReplyCodec,
    },
  },
} as const satisfies rt.ServiceDefinition;
