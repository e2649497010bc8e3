/**
 * Generated from proto/swarm/v1/dispatcher.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { DESIRED_STATE_DEFAULT, ENDPOINT_MODE_DEFAULT, desiredStateFromNumber, desiredStateToNumber, endpointModeFromNumber, endpointModeToNumber, genericResourceCreate, genericResourceRead, genericResourceWrite, networkAttachmentCreate, networkAttachmentRead, networkAttachmentWrite, nodeCreate, nodeDescriptionCreate, nodeDescriptionRead, nodeDescriptionWrite, nodeRead, nodeWrite, portSpecCreate, portSpecRead, portSpecWrite, taskSpecCreate, taskSpecRead, taskSpecWrite, taskStatusCreate, taskStatusRead, taskStatusWrite, tunnelKeyCreate, tunnelKeyRead, tunnelKeyWrite, type DesiredState, type EndpointMode, type GenericResource, type GenericResourceInput, type NetworkAttachment, type NetworkAttachmentInput, type Node, type NodeDescription, type NodeDescriptionInput, type NodeInput, type PortSpec, type PortSpecInput, type TaskSpec, type TaskSpecInput, type TaskStatus, type TaskStatusInput, type TunnelKey, type TunnelKeyInput } from './objects.js';

export type LogStream =
  | 'stdout'
  | 'stderr';

/** In the order of their numbers on the wire. */
export const LOG_STREAMS: readonly LogStream[] = ['stdout', 'stderr'];

export const LOG_STREAM_DEFAULT: LogStream = 'stdout';
const LOG_STREAM_BY_NUMBER: Readonly<Record<number, LogStream | undefined>> = { [0]: 'stdout', [1]: 'stderr' };
const LOG_STREAM_NUMBERS: Readonly<Record<string, number | undefined>> = { 'stdout': 0, 'stderr': 1 };

export function logStreamFromNumber(value: number, messageName: string, fieldName: string): LogStream {
  const word = LOG_STREAM_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known LogStream`, { fieldName, value });
}

export function logStreamToNumber(value: LogStream, messageName: string, fieldName: string): number {
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

export function agentMessageWrite(value: AgentMessage, to: rt.Writer): void {
  switch (value.message?.kind) {
    case 'register': to.uint32(10).fork(); registerWrite(value.message.register, to); to.ldelim(); break;
    case 'heartbeat': to.uint32(18).fork(); heartbeatWrite(value.message.heartbeat, to); to.ldelim(); break;
    case 'statuses': to.uint32(26).fork(); statusBatchWrite(value.message.statuses, to); to.ldelim(); break;
    case 'description': to.uint32(34).fork(); nodeDescriptionWrite(value.message.description, to); to.ldelim(); break;
    case 'networkApplied': to.uint32(42).fork(); networkAppliedWrite(value.message.networkApplied, to); to.ldelim(); break;
    case 'networkReport': to.uint32(50).fork(); networkReportWrite(value.message.networkReport, to); to.ldelim(); break;
  }
  rt.writeUnknown(value, to);
}

export function agentMessageRead(from: rt.Reader, end: number, depth: number, before?: AgentMessage): AgentMessage {
  let $message: AgentMessage['message'] = before?.message;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $message = { kind: 'register', register: registerRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'register' ? $message.register : undefined) };
        continue;
      }
      case 18: {
        $message = { kind: 'heartbeat', heartbeat: heartbeatRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'heartbeat' ? $message.heartbeat : undefined) };
        continue;
      }
      case 26: {
        $message = { kind: 'statuses', statuses: statusBatchRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'statuses' ? $message.statuses : undefined) };
        continue;
      }
      case 34: {
        $message = { kind: 'description', description: nodeDescriptionRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'description' ? $message.description : undefined) };
        continue;
      }
      case 42: {
        $message = { kind: 'networkApplied', networkApplied: networkAppliedRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'networkApplied' ? $message.networkApplied : undefined) };
        continue;
      }
      case 50: {
        $message = { kind: 'networkReport', networkReport: networkReportRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'networkReport' ? $message.networkReport : undefined) };
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: AgentMessage = {
    message: $message,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const AgentMessageCodec: rt.MessageCodec<AgentMessage, AgentMessageInput> = {
  name: 'swarm.v1.AgentMessage',
  encode: (value) => rt.encodeMessage(value, agentMessageWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.AgentMessage', bytes, agentMessageRead),
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

export function registerWrite(value: Register, to: rt.Writer): void {
  if (value.format !== 0) { to.uint32(8).uint32(rt.writeUint32(value.format, 'swarm.v1.Register', 'format')); }
  if (value.description !== undefined) { to.uint32(18).fork(); nodeDescriptionWrite(value.description, to); to.ldelim(); }
  if (value.managerAddress !== '') { to.uint32(26).string(value.managerAddress); }
  if (value.recoveryEpoch !== 0) { to.uint32(32).uint64(rt.writeUint64(value.recoveryEpoch, 'swarm.v1.Register', 'recoveryEpoch')); }
  rt.writeUnknown(value, to);
}

export function registerRead(from: rt.Reader, end: number, depth: number, before?: Register): Register {
  let $format: number = before?.format ?? 0;
  let $description: NodeDescription | undefined = before?.description;
  let $managerAddress: string = before?.managerAddress ?? '';
  let $recoveryEpoch: number = before?.recoveryEpoch ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $format = from.uint32();
        continue;
      }
      case 18: {
        $description = nodeDescriptionRead(from, rt.endOfMessage(from, depth), depth + 1, $description);
        continue;
      }
      case 26: {
        $managerAddress = from.stringVerify();
        continue;
      }
      case 32: {
        $recoveryEpoch = rt.readLong(from.uint64(), 'swarm.v1.Register', 'recoveryEpoch');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Register = {
    format: $format,
    description: $description,
    managerAddress: $managerAddress,
    recoveryEpoch: $recoveryEpoch,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RegisterCodec: rt.MessageCodec<Register, RegisterInput> = {
  name: 'swarm.v1.Register',
  encode: (value) => rt.encodeMessage(value, registerWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Register', bytes, registerRead),
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

export function heartbeatWrite(value: Heartbeat, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function heartbeatRead(from: rt.Reader, end: number, depth: number, before?: Heartbeat): Heartbeat {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Heartbeat = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const HeartbeatCodec: rt.MessageCodec<Heartbeat, HeartbeatInput> = {
  name: 'swarm.v1.Heartbeat',
  encode: (value) => rt.encodeMessage(value, heartbeatWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Heartbeat', bytes, heartbeatRead),
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

export function statusBatchWrite(value: StatusBatch, to: rt.Writer): void {
  if (value.sequence !== 0) { to.uint32(8).uint64(rt.writeUint64(value.sequence, 'swarm.v1.StatusBatch', 'sequence')); }
  for (const item of value.reports) { to.uint32(18).fork(); taskReportWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function statusBatchRead(from: rt.Reader, end: number, depth: number, before?: StatusBatch): StatusBatch {
  let $sequence: number = before?.sequence ?? 0;
  let $reports = before?.reports as TaskReport[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $sequence = rt.readLong(from.uint64(), 'swarm.v1.StatusBatch', 'sequence');
        continue;
      }
      case 18: {
        ($reports ??= []).push(taskReportRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: StatusBatch = {
    sequence: $sequence,
    reports: $reports ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const StatusBatchCodec: rt.MessageCodec<StatusBatch, StatusBatchInput> = {
  name: 'swarm.v1.StatusBatch',
  encode: (value) => rt.encodeMessage(value, statusBatchWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StatusBatch', bytes, statusBatchRead),
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

export function taskReportWrite(value: TaskReport, to: rt.Writer): void {
  if (value.taskId !== '') { to.uint32(10).string(value.taskId); }
  if (value.status !== undefined) { to.uint32(18).fork(); taskStatusWrite(value.status, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function taskReportRead(from: rt.Reader, end: number, depth: number, before?: TaskReport): TaskReport {
  let $taskId: string = before?.taskId ?? '';
  let $status: TaskStatus | undefined = before?.status;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $taskId = from.stringVerify();
        continue;
      }
      case 18: {
        $status = taskStatusRead(from, rt.endOfMessage(from, depth), depth + 1, $status);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskReport = {
    taskId: $taskId,
    status: $status,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskReportCodec: rt.MessageCodec<TaskReport, TaskReportInput> = {
  name: 'swarm.v1.TaskReport',
  encode: (value) => rt.encodeMessage(value, taskReportWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskReport', bytes, taskReportRead),
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

export function managerMessageWrite(value: ManagerMessage, to: rt.Writer): void {
  switch (value.message?.kind) {
    case 'registered': to.uint32(10).fork(); registeredWrite(value.message.registered, to); to.ldelim(); break;
    case 'assignments': to.uint32(18).fork(); assignmentsWrite(value.message.assignments, to); to.ldelim(); break;
    case 'ack': to.uint32(26).fork(); statusAckWrite(value.message.ack, to); to.ldelim(); break;
    case 'node': to.uint32(34).fork(); nodeChangeWrite(value.message.node, to); to.ldelim(); break;
    case 'logRequest': to.uint32(42).fork(); logRequestWrite(value.message.logRequest, to); to.ldelim(); break;
    case 'logCancel': to.uint32(50).fork(); logCancelWrite(value.message.logCancel, to); to.ldelim(); break;
    case 'networkChanges': to.uint32(58).fork(); networkChangesWrite(value.message.networkChanges, to); to.ldelim(); break;
    case 'networkExamination': to.uint32(66).fork(); networkExaminationWrite(value.message.networkExamination, to); to.ldelim(); break;
  }
  rt.writeUnknown(value, to);
}

export function managerMessageRead(from: rt.Reader, end: number, depth: number, before?: ManagerMessage): ManagerMessage {
  let $message: ManagerMessage['message'] = before?.message;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $message = { kind: 'registered', registered: registeredRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'registered' ? $message.registered : undefined) };
        continue;
      }
      case 18: {
        $message = { kind: 'assignments', assignments: assignmentsRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'assignments' ? $message.assignments : undefined) };
        continue;
      }
      case 26: {
        $message = { kind: 'ack', ack: statusAckRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'ack' ? $message.ack : undefined) };
        continue;
      }
      case 34: {
        $message = { kind: 'node', node: nodeChangeRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'node' ? $message.node : undefined) };
        continue;
      }
      case 42: {
        $message = { kind: 'logRequest', logRequest: logRequestRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'logRequest' ? $message.logRequest : undefined) };
        continue;
      }
      case 50: {
        $message = { kind: 'logCancel', logCancel: logCancelRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'logCancel' ? $message.logCancel : undefined) };
        continue;
      }
      case 58: {
        $message = { kind: 'networkChanges', networkChanges: networkChangesRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'networkChanges' ? $message.networkChanges : undefined) };
        continue;
      }
      case 66: {
        $message = { kind: 'networkExamination', networkExamination: networkExaminationRead(from, rt.endOfMessage(from, depth), depth + 1, $message?.kind === 'networkExamination' ? $message.networkExamination : undefined) };
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ManagerMessage = {
    message: $message,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ManagerMessageCodec: rt.MessageCodec<ManagerMessage, ManagerMessageInput> = {
  name: 'swarm.v1.ManagerMessage',
  encode: (value) => rt.encodeMessage(value, managerMessageWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ManagerMessage', bytes, managerMessageRead),
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

export function registeredWrite(value: Registered, to: rt.Writer): void {
  if (value.sessionId !== '') { to.uint32(10).string(value.sessionId); }
  if (value.heartbeatPeriodMs !== 0) { to.uint32(16).uint32(rt.writeUint32(value.heartbeatPeriodMs, 'swarm.v1.Registered', 'heartbeatPeriodMs')); }
  if (value.recoveryEpoch !== 0) { to.uint32(24).uint64(rt.writeUint64(value.recoveryEpoch, 'swarm.v1.Registered', 'recoveryEpoch')); }
  rt.writeUnknown(value, to);
}

export function registeredRead(from: rt.Reader, end: number, depth: number, before?: Registered): Registered {
  let $sessionId: string = before?.sessionId ?? '';
  let $heartbeatPeriodMs: number = before?.heartbeatPeriodMs ?? 0;
  let $recoveryEpoch: number = before?.recoveryEpoch ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $sessionId = from.stringVerify();
        continue;
      }
      case 16: {
        $heartbeatPeriodMs = from.uint32();
        continue;
      }
      case 24: {
        $recoveryEpoch = rt.readLong(from.uint64(), 'swarm.v1.Registered', 'recoveryEpoch');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Registered = {
    sessionId: $sessionId,
    heartbeatPeriodMs: $heartbeatPeriodMs,
    recoveryEpoch: $recoveryEpoch,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RegisteredCodec: rt.MessageCodec<Registered, RegisteredInput> = {
  name: 'swarm.v1.Registered',
  encode: (value) => rt.encodeMessage(value, registeredWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Registered', bytes, registeredRead),
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

export function nodeChangeWrite(value: NodeChange, to: rt.Writer): void {
  if (value.node !== undefined) { to.uint32(10).fork(); nodeWrite(value.node, to); to.ldelim(); }
  for (const item of value.managerAddresses) { to.uint32(18).string(item); }
  if (value.heartbeatPeriodMs !== 0) { to.uint32(24).uint32(rt.writeUint32(value.heartbeatPeriodMs, 'swarm.v1.NodeChange', 'heartbeatPeriodMs')); }
  rt.writeUnknown(value, to);
}

export function nodeChangeRead(from: rt.Reader, end: number, depth: number, before?: NodeChange): NodeChange {
  let $node: Node | undefined = before?.node;
  let $managerAddresses = before?.managerAddresses as string[] | undefined;
  let $heartbeatPeriodMs: number = before?.heartbeatPeriodMs ?? 0;
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
        ($managerAddresses ??= []).push(from.stringVerify());
        continue;
      }
      case 24: {
        $heartbeatPeriodMs = from.uint32();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeChange = {
    node: $node,
    managerAddresses: $managerAddresses ?? [],
    heartbeatPeriodMs: $heartbeatPeriodMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeChangeCodec: rt.MessageCodec<NodeChange, NodeChangeInput> = {
  name: 'swarm.v1.NodeChange',
  encode: (value) => rt.encodeMessage(value, nodeChangeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeChange', bytes, nodeChangeRead),
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

export function assignmentsWrite(value: Assignments, to: rt.Writer): void {
  if (value.complete) { to.uint32(8).bool(value.complete); }
  if (value.sequence !== 0) { to.uint32(16).uint64(rt.writeUint64(value.sequence, 'swarm.v1.Assignments', 'sequence')); }
  for (const item of value.update) { to.uint32(26).fork(); assignedTaskWrite(item, to); to.ldelim(); }
  for (const item of value.removeTaskIds) { to.uint32(34).string(item); }
  rt.writeUnknown(value, to);
}

export function assignmentsRead(from: rt.Reader, end: number, depth: number, before?: Assignments): Assignments {
  let $complete: boolean = before?.complete ?? false;
  let $sequence: number = before?.sequence ?? 0;
  let $update = before?.update as AssignedTask[] | undefined;
  let $removeTaskIds = before?.removeTaskIds as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $complete = from.bool();
        continue;
      }
      case 16: {
        $sequence = rt.readLong(from.uint64(), 'swarm.v1.Assignments', 'sequence');
        continue;
      }
      case 26: {
        ($update ??= []).push(assignedTaskRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 34: {
        ($removeTaskIds ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Assignments = {
    complete: $complete,
    sequence: $sequence,
    update: $update ?? [],
    removeTaskIds: $removeTaskIds ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const AssignmentsCodec: rt.MessageCodec<Assignments, AssignmentsInput> = {
  name: 'swarm.v1.Assignments',
  encode: (value) => rt.encodeMessage(value, assignmentsWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Assignments', bytes, assignmentsRead),
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

export function assignedTaskWrite(value: AssignedTask, to: rt.Writer): void {
  if (value.taskId !== '') { to.uint32(10).string(value.taskId); }
  if (value.taskName !== '') { to.uint32(18).string(value.taskName); }
  if (value.serviceId !== '') { to.uint32(26).string(value.serviceId); }
  if (value.serviceName !== '') { to.uint32(34).string(value.serviceName); }
  for (const [key, item] of Object.entries(value.serviceLabels)) {
    to.uint32(42).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.slot !== 0) { to.uint32(48).uint64(rt.writeUint64(value.slot, 'swarm.v1.AssignedTask', 'slot')); }
  if (value.desired !== DESIRED_STATE_DEFAULT) { to.uint32(56).int32(desiredStateToNumber(value.desired, 'swarm.v1.AssignedTask', 'desired')); }
  if (value.spec !== undefined) { to.uint32(66).fork(); taskSpecWrite(value.spec, to); to.ldelim(); }
  for (const item of value.ports) { to.uint32(74).fork(); portSpecWrite(item, to); to.ldelim(); }
  if (value.requestId !== '') { to.uint32(82).string(value.requestId); }
  for (const item of value.generic) { to.uint32(90).fork(); genericResourceWrite(item, to); to.ldelim(); }
  for (const item of value.attachments) { to.uint32(98).fork(); networkAttachmentWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function assignedTaskRead(from: rt.Reader, end: number, depth: number, before?: AssignedTask): AssignedTask {
  let $taskId: string = before?.taskId ?? '';
  let $taskName: string = before?.taskName ?? '';
  let $serviceId: string = before?.serviceId ?? '';
  let $serviceName: string = before?.serviceName ?? '';
  let $serviceLabels = before?.serviceLabels as Record<string, string> | undefined;
  let $slot: number = before?.slot ?? 0;
  let $desired: DesiredState = before?.desired ?? DESIRED_STATE_DEFAULT;
  let $spec: TaskSpec | undefined = before?.spec;
  let $ports = before?.ports as PortSpec[] | undefined;
  let $requestId: string = before?.requestId ?? '';
  let $generic = before?.generic as GenericResource[] | undefined;
  let $attachments = before?.attachments as NetworkAttachment[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $taskId = from.stringVerify();
        continue;
      }
      case 18: {
        $taskName = from.stringVerify();
        continue;
      }
      case 26: {
        $serviceId = from.stringVerify();
        continue;
      }
      case 34: {
        $serviceName = from.stringVerify();
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
        rt.setEntry(($serviceLabels ??= {}), key, item ?? '');
        continue;
      }
      case 48: {
        $slot = rt.readLong(from.uint64(), 'swarm.v1.AssignedTask', 'slot');
        continue;
      }
      case 56: {
        $desired = desiredStateFromNumber(from.int32(), 'swarm.v1.AssignedTask', 'desired');
        continue;
      }
      case 66: {
        $spec = taskSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 74: {
        ($ports ??= []).push(portSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 82: {
        $requestId = from.stringVerify();
        continue;
      }
      case 90: {
        ($generic ??= []).push(genericResourceRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 98: {
        ($attachments ??= []).push(networkAttachmentRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: AssignedTask = {
    taskId: $taskId,
    taskName: $taskName,
    serviceId: $serviceId,
    serviceName: $serviceName,
    serviceLabels: $serviceLabels ?? {},
    slot: $slot,
    desired: $desired,
    spec: $spec,
    ports: $ports ?? [],
    requestId: $requestId,
    generic: $generic ?? [],
    attachments: $attachments ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const AssignedTaskCodec: rt.MessageCodec<AssignedTask, AssignedTaskInput> = {
  name: 'swarm.v1.AssignedTask',
  encode: (value) => rt.encodeMessage(value, assignedTaskWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.AssignedTask', bytes, assignedTaskRead),
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

export function networkChangesWrite(value: NetworkChanges, to: rt.Writer): void {
  if (value.complete) { to.uint32(8).bool(value.complete); }
  if (value.sequence !== 0) { to.uint32(16).uint64(rt.writeUint64(value.sequence, 'swarm.v1.NetworkChanges', 'sequence')); }
  for (const item of value.networks) { to.uint32(26).fork(); overlayNetworkWrite(item, to); to.ldelim(); }
  for (const item of value.peers) { to.uint32(34).fork(); overlayPeerWrite(item, to); to.ldelim(); }
  for (const item of value.endpoints) { to.uint32(42).fork(); overlayEndpointWrite(item, to); to.ldelim(); }
  for (const item of value.services) { to.uint32(50).fork(); overlayServiceWrite(item, to); to.ldelim(); }
  for (const item of value.removedNetworks) { to.uint32(58).string(item); }
  for (const item of value.removedPeers) { to.uint32(66).string(item); }
  for (const item of value.removedEndpoints) { to.uint32(74).string(item); }
  for (const item of value.removedServices) { to.uint32(82).string(item); }
  if (value.unfinished) { to.uint32(88).bool(value.unfinished); }
  rt.writeUnknown(value, to);
}

export function networkChangesRead(from: rt.Reader, end: number, depth: number, before?: NetworkChanges): NetworkChanges {
  let $complete: boolean = before?.complete ?? false;
  let $sequence: number = before?.sequence ?? 0;
  let $networks = before?.networks as OverlayNetwork[] | undefined;
  let $peers = before?.peers as OverlayPeer[] | undefined;
  let $endpoints = before?.endpoints as OverlayEndpoint[] | undefined;
  let $services = before?.services as OverlayService[] | undefined;
  let $removedNetworks = before?.removedNetworks as string[] | undefined;
  let $removedPeers = before?.removedPeers as string[] | undefined;
  let $removedEndpoints = before?.removedEndpoints as string[] | undefined;
  let $removedServices = before?.removedServices as string[] | undefined;
  let $unfinished: boolean = before?.unfinished ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $complete = from.bool();
        continue;
      }
      case 16: {
        $sequence = rt.readLong(from.uint64(), 'swarm.v1.NetworkChanges', 'sequence');
        continue;
      }
      case 26: {
        ($networks ??= []).push(overlayNetworkRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 34: {
        ($peers ??= []).push(overlayPeerRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 42: {
        ($endpoints ??= []).push(overlayEndpointRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 50: {
        ($services ??= []).push(overlayServiceRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 58: {
        ($removedNetworks ??= []).push(from.stringVerify());
        continue;
      }
      case 66: {
        ($removedPeers ??= []).push(from.stringVerify());
        continue;
      }
      case 74: {
        ($removedEndpoints ??= []).push(from.stringVerify());
        continue;
      }
      case 82: {
        ($removedServices ??= []).push(from.stringVerify());
        continue;
      }
      case 88: {
        $unfinished = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkChanges = {
    complete: $complete,
    sequence: $sequence,
    networks: $networks ?? [],
    peers: $peers ?? [],
    endpoints: $endpoints ?? [],
    services: $services ?? [],
    removedNetworks: $removedNetworks ?? [],
    removedPeers: $removedPeers ?? [],
    removedEndpoints: $removedEndpoints ?? [],
    removedServices: $removedServices ?? [],
    unfinished: $unfinished,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkChangesCodec: rt.MessageCodec<NetworkChanges, NetworkChangesInput> = {
  name: 'swarm.v1.NetworkChanges',
  encode: (value) => rt.encodeMessage(value, networkChangesWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkChanges', bytes, networkChangesRead),
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

export function networkAppliedWrite(value: NetworkApplied, to: rt.Writer): void {
  if (value.sequence !== 0) { to.uint32(8).uint64(rt.writeUint64(value.sequence, 'swarm.v1.NetworkApplied', 'sequence')); }
  rt.writeUnknown(value, to);
}

export function networkAppliedRead(from: rt.Reader, end: number, depth: number, before?: NetworkApplied): NetworkApplied {
  let $sequence: number = before?.sequence ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $sequence = rt.readLong(from.uint64(), 'swarm.v1.NetworkApplied', 'sequence');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkApplied = {
    sequence: $sequence,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkAppliedCodec: rt.MessageCodec<NetworkApplied, NetworkAppliedInput> = {
  name: 'swarm.v1.NetworkApplied',
  encode: (value) => rt.encodeMessage(value, networkAppliedWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkApplied', bytes, networkAppliedRead),
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

export function networkExaminationWrite(value: NetworkExamination, to: rt.Writer): void {
  if (value.requestId !== '') { to.uint32(10).string(value.requestId); }
  if (value.leaderNowMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.leaderNowMs, 'swarm.v1.NetworkExamination', 'leaderNowMs')); }
  rt.writeUnknown(value, to);
}

export function networkExaminationRead(from: rt.Reader, end: number, depth: number, before?: NetworkExamination): NetworkExamination {
  let $requestId: string = before?.requestId ?? '';
  let $leaderNowMs: number = before?.leaderNowMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $requestId = from.stringVerify();
        continue;
      }
      case 16: {
        $leaderNowMs = rt.readLong(from.int64(), 'swarm.v1.NetworkExamination', 'leaderNowMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkExamination = {
    requestId: $requestId,
    leaderNowMs: $leaderNowMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkExaminationCodec: rt.MessageCodec<NetworkExamination, NetworkExaminationInput> = {
  name: 'swarm.v1.NetworkExamination',
  encode: (value) => rt.encodeMessage(value, networkExaminationWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkExamination', bytes, networkExaminationRead),
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

export function networkReportWrite(value: NetworkReport, to: rt.Writer): void {
  if (value.requestId !== '') { to.uint32(10).string(value.requestId); }
  for (const item of value.faults) { to.uint32(18).fork(); networkFaultWrite(item, to); to.ldelim(); }
  if (value.networkCount !== 0) { to.uint32(24).uint32(rt.writeUint32(value.networkCount, 'swarm.v1.NetworkReport', 'networkCount')); }
  if (value.wayCount !== 0) { to.uint32(32).uint32(rt.writeUint32(value.wayCount, 'swarm.v1.NetworkReport', 'wayCount')); }
  if (value.error !== '') { to.uint32(42).string(value.error); }
  rt.writeUnknown(value, to);
}

export function networkReportRead(from: rt.Reader, end: number, depth: number, before?: NetworkReport): NetworkReport {
  let $requestId: string = before?.requestId ?? '';
  let $faults = before?.faults as NetworkFault[] | undefined;
  let $networkCount: number = before?.networkCount ?? 0;
  let $wayCount: number = before?.wayCount ?? 0;
  let $error: string = before?.error ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $requestId = from.stringVerify();
        continue;
      }
      case 18: {
        ($faults ??= []).push(networkFaultRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 24: {
        $networkCount = from.uint32();
        continue;
      }
      case 32: {
        $wayCount = from.uint32();
        continue;
      }
      case 42: {
        $error = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkReport = {
    requestId: $requestId,
    faults: $faults ?? [],
    networkCount: $networkCount,
    wayCount: $wayCount,
    error: $error,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkReportCodec: rt.MessageCodec<NetworkReport, NetworkReportInput> = {
  name: 'swarm.v1.NetworkReport',
  encode: (value) => rt.encodeMessage(value, networkReportWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkReport', bytes, networkReportRead),
  create: networkReportCreate,
};

/** Something that is wrong with the networks of a node. */
export interface NetworkFault extends rt.WithUnknownFields {
  /**
   * What was looked at: abilities, links, forwarding, neighbours, balancing, names, settings, reach, mtu, subnets,
   * keys, clock or offload; answers, which the leader adds.
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
   * keys, clock or offload; answers, which the leader adds.
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

export function networkFaultWrite(value: NetworkFault, to: rt.Writer): void {
  if (value.check !== '') { to.uint32(10).string(value.check); }
  if (value.fault !== '') { to.uint32(18).string(value.fault); }
  if (value.mend !== '') { to.uint32(26).string(value.mend); }
  rt.writeUnknown(value, to);
}

export function networkFaultRead(from: rt.Reader, end: number, depth: number, before?: NetworkFault): NetworkFault {
  let $check: string = before?.check ?? '';
  let $fault: string = before?.fault ?? '';
  let $mend: string = before?.mend ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $check = from.stringVerify();
        continue;
      }
      case 18: {
        $fault = from.stringVerify();
        continue;
      }
      case 26: {
        $mend = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkFault = {
    check: $check,
    fault: $fault,
    mend: $mend,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkFaultCodec: rt.MessageCodec<NetworkFault, NetworkFaultInput> = {
  name: 'swarm.v1.NetworkFault',
  encode: (value) => rt.encodeMessage(value, networkFaultWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkFault', bytes, networkFaultRead),
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
  /**
   * Of an attachable one: where this node's engine takes the addresses of containers that are no tasks from (CIDR);
   * empty: it has none to give.
   */
  readonly block: string;
  readonly block6: string;
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
  /**
   * Of an attachable one: where this node's engine takes the addresses of containers that are no tasks from (CIDR);
   * empty: it has none to give.
   */
  readonly block?: string | undefined;
  readonly block6?: string | undefined;
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
    block: partial.block ?? '',
    block6: partial.block6 ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function overlayNetworkWrite(value: OverlayNetwork, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  if (value.name !== '') { to.uint32(18).string(value.name); }
  if (value.vxlanId !== 0) { to.uint32(24).uint32(rt.writeUint32(value.vxlanId, 'swarm.v1.OverlayNetwork', 'vxlanId')); }
  if (value.dataPathPort !== 0) { to.uint32(32).uint32(rt.writeUint32(value.dataPathPort, 'swarm.v1.OverlayNetwork', 'dataPathPort')); }
  if (value.subnet !== '') { to.uint32(42).string(value.subnet); }
  if (value.subnet6 !== '') { to.uint32(50).string(value.subnet6); }
  if (value.gateway !== '') { to.uint32(58).string(value.gateway); }
  if (value.gateway6 !== '') { to.uint32(66).string(value.gateway6); }
  if (value.mtu !== 0) { to.uint32(72).uint32(rt.writeUint32(value.mtu, 'swarm.v1.OverlayNetwork', 'mtu')); }
  if (value.internal) { to.uint32(80).bool(value.internal); }
  if (value.ingress) { to.uint32(88).bool(value.ingress); }
  if (value.attachable) { to.uint32(96).bool(value.attachable); }
  if (value.encrypted) { to.uint32(104).bool(value.encrypted); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(114).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.block !== '') { to.uint32(122).string(value.block); }
  if (value.block6 !== '') { to.uint32(130).string(value.block6); }
  rt.writeUnknown(value, to);
}

export function overlayNetworkRead(from: rt.Reader, end: number, depth: number, before?: OverlayNetwork): OverlayNetwork {
  let $networkId: string = before?.networkId ?? '';
  let $name: string = before?.name ?? '';
  let $vxlanId: number = before?.vxlanId ?? 0;
  let $dataPathPort: number = before?.dataPathPort ?? 0;
  let $subnet: string = before?.subnet ?? '';
  let $subnet6: string = before?.subnet6 ?? '';
  let $gateway: string = before?.gateway ?? '';
  let $gateway6: string = before?.gateway6 ?? '';
  let $mtu: number = before?.mtu ?? 0;
  let $internal: boolean = before?.internal ?? false;
  let $ingress: boolean = before?.ingress ?? false;
  let $attachable: boolean = before?.attachable ?? false;
  let $encrypted: boolean = before?.encrypted ?? false;
  let $labels = before?.labels as Record<string, string> | undefined;
  let $block: string = before?.block ?? '';
  let $block6: string = before?.block6 ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $networkId = from.stringVerify();
        continue;
      }
      case 18: {
        $name = from.stringVerify();
        continue;
      }
      case 24: {
        $vxlanId = from.uint32();
        continue;
      }
      case 32: {
        $dataPathPort = from.uint32();
        continue;
      }
      case 42: {
        $subnet = from.stringVerify();
        continue;
      }
      case 50: {
        $subnet6 = from.stringVerify();
        continue;
      }
      case 58: {
        $gateway = from.stringVerify();
        continue;
      }
      case 66: {
        $gateway6 = from.stringVerify();
        continue;
      }
      case 72: {
        $mtu = from.uint32();
        continue;
      }
      case 80: {
        $internal = from.bool();
        continue;
      }
      case 88: {
        $ingress = from.bool();
        continue;
      }
      case 96: {
        $attachable = from.bool();
        continue;
      }
      case 104: {
        $encrypted = from.bool();
        continue;
      }
      case 114: {
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
        rt.setEntry(($labels ??= {}), key, item ?? '');
        continue;
      }
      case 122: {
        $block = from.stringVerify();
        continue;
      }
      case 130: {
        $block6 = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: OverlayNetwork = {
    networkId: $networkId,
    name: $name,
    vxlanId: $vxlanId,
    dataPathPort: $dataPathPort,
    subnet: $subnet,
    subnet6: $subnet6,
    gateway: $gateway,
    gateway6: $gateway6,
    mtu: $mtu,
    internal: $internal,
    ingress: $ingress,
    attachable: $attachable,
    encrypted: $encrypted,
    labels: $labels ?? {},
    block: $block,
    block6: $block6,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const OverlayNetworkCodec: rt.MessageCodec<OverlayNetwork, OverlayNetworkInput> = {
  name: 'swarm.v1.OverlayNetwork',
  encode: (value) => rt.encodeMessage(value, overlayNetworkWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayNetwork', bytes, overlayNetworkRead),
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

export function overlayPeerWrite(value: OverlayPeer, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  if (value.dataAddress !== '') { to.uint32(18).string(value.dataAddress); }
  if (value.dataMtu !== 0) { to.uint32(24).uint32(rt.writeUint32(value.dataMtu, 'swarm.v1.OverlayPeer', 'dataMtu')); }
  for (const item of value.tunnelKeys) { to.uint32(34).fork(); tunnelKeyWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function overlayPeerRead(from: rt.Reader, end: number, depth: number, before?: OverlayPeer): OverlayPeer {
  let $nodeId: string = before?.nodeId ?? '';
  let $dataAddress: string = before?.dataAddress ?? '';
  let $dataMtu: number = before?.dataMtu ?? 0;
  let $tunnelKeys = before?.tunnelKeys as TunnelKey[] | undefined;
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
        $dataAddress = from.stringVerify();
        continue;
      }
      case 24: {
        $dataMtu = from.uint32();
        continue;
      }
      case 34: {
        ($tunnelKeys ??= []).push(tunnelKeyRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: OverlayPeer = {
    nodeId: $nodeId,
    dataAddress: $dataAddress,
    dataMtu: $dataMtu,
    tunnelKeys: $tunnelKeys ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const OverlayPeerCodec: rt.MessageCodec<OverlayPeer, OverlayPeerInput> = {
  name: 'swarm.v1.OverlayPeer',
  encode: (value) => rt.encodeMessage(value, overlayPeerWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayPeer', bytes, overlayPeerRead),
  create: overlayPeerCreate,
};

/**
 * A task, a container that is none, or another node's gateway, on one of these networks. Key: network id, "/", id of
 * the task, the container or the node.
 */
export interface OverlayEndpoint extends rt.WithUnknownFields {
  readonly networkId: string;
  /** Of a task only. */
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
  /**
   * Of a container that is no task only: its engine's id and name of it. With neither this nor a task's id, it is the
   * gateway of the node.
   */
  readonly containerId: string;
  readonly containerName: string;
  /** Empty: it follows from the address. */
  readonly hardwareAddress: string;
  /**
   * Of a task on the ingress network: the ports that it was made to serve there, which its service may have changed
   * since; empty: not said.
   */
  readonly ports: readonly PortSpec[];
}

/** What OverlayEndpointCodec.create accepts; all of it may be left out. */
export interface OverlayEndpointInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  /** Of a task only. */
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
  /**
   * Of a container that is no task only: its engine's id and name of it. With neither this nor a task's id, it is the
   * gateway of the node.
   */
  readonly containerId?: string | undefined;
  readonly containerName?: string | undefined;
  /** Empty: it follows from the address. */
  readonly hardwareAddress?: string | undefined;
  /**
   * Of a task on the ingress network: the ports that it was made to serve there, which its service may have changed
   * since; empty: not said.
   */
  readonly ports?: readonly PortSpecInput[] | undefined;
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
    containerId: partial.containerId ?? '',
    containerName: partial.containerName ?? '',
    hardwareAddress: partial.hardwareAddress ?? '',
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function overlayEndpointWrite(value: OverlayEndpoint, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  if (value.taskId !== '') { to.uint32(18).string(value.taskId); }
  if (value.nodeId !== '') { to.uint32(26).string(value.nodeId); }
  if (value.address !== '') { to.uint32(34).string(value.address); }
  if (value.address6 !== '') { to.uint32(42).string(value.address6); }
  if (value.serviceId !== '') { to.uint32(50).string(value.serviceId); }
  if (value.taskName !== '') { to.uint32(58).string(value.taskName); }
  if (value.slot !== 0) { to.uint32(64).uint64(rt.writeUint64(value.slot, 'swarm.v1.OverlayEndpoint', 'slot')); }
  if (value.serving) { to.uint32(72).bool(value.serving); }
  if (value.containerId !== '') { to.uint32(82).string(value.containerId); }
  if (value.containerName !== '') { to.uint32(90).string(value.containerName); }
  if (value.hardwareAddress !== '') { to.uint32(98).string(value.hardwareAddress); }
  for (const item of value.ports) { to.uint32(106).fork(); portSpecWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function overlayEndpointRead(from: rt.Reader, end: number, depth: number, before?: OverlayEndpoint): OverlayEndpoint {
  let $networkId: string = before?.networkId ?? '';
  let $taskId: string = before?.taskId ?? '';
  let $nodeId: string = before?.nodeId ?? '';
  let $address: string = before?.address ?? '';
  let $address6: string = before?.address6 ?? '';
  let $serviceId: string = before?.serviceId ?? '';
  let $taskName: string = before?.taskName ?? '';
  let $slot: number = before?.slot ?? 0;
  let $serving: boolean = before?.serving ?? false;
  let $containerId: string = before?.containerId ?? '';
  let $containerName: string = before?.containerName ?? '';
  let $hardwareAddress: string = before?.hardwareAddress ?? '';
  let $ports = before?.ports as PortSpec[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $networkId = from.stringVerify();
        continue;
      }
      case 18: {
        $taskId = from.stringVerify();
        continue;
      }
      case 26: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 34: {
        $address = from.stringVerify();
        continue;
      }
      case 42: {
        $address6 = from.stringVerify();
        continue;
      }
      case 50: {
        $serviceId = from.stringVerify();
        continue;
      }
      case 58: {
        $taskName = from.stringVerify();
        continue;
      }
      case 64: {
        $slot = rt.readLong(from.uint64(), 'swarm.v1.OverlayEndpoint', 'slot');
        continue;
      }
      case 72: {
        $serving = from.bool();
        continue;
      }
      case 82: {
        $containerId = from.stringVerify();
        continue;
      }
      case 90: {
        $containerName = from.stringVerify();
        continue;
      }
      case 98: {
        $hardwareAddress = from.stringVerify();
        continue;
      }
      case 106: {
        ($ports ??= []).push(portSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: OverlayEndpoint = {
    networkId: $networkId,
    taskId: $taskId,
    nodeId: $nodeId,
    address: $address,
    address6: $address6,
    serviceId: $serviceId,
    taskName: $taskName,
    slot: $slot,
    serving: $serving,
    containerId: $containerId,
    containerName: $containerName,
    hardwareAddress: $hardwareAddress,
    ports: $ports ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const OverlayEndpointCodec: rt.MessageCodec<OverlayEndpoint, OverlayEndpointInput> = {
  name: 'swarm.v1.OverlayEndpoint',
  encode: (value) => rt.encodeMessage(value, overlayEndpointWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayEndpoint', bytes, overlayEndpointRead),
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
  /** Where its name leads. */
  readonly mode: EndpointMode;
  /** Its virtual address, as long as it has one: also while it is on its way to mode dnsrr. */
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
  /** Where its name leads. */
  readonly mode?: EndpointMode | undefined;
  /** Its virtual address, as long as it has one: also while it is on its way to mode dnsrr. */
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

export function overlayServiceWrite(value: OverlayService, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  if (value.serviceId !== '') { to.uint32(18).string(value.serviceId); }
  if (value.name !== '') { to.uint32(26).string(value.name); }
  for (const item of value.aliases) { to.uint32(34).string(item); }
  if (value.stack !== '') { to.uint32(42).string(value.stack); }
  if (value.mode !== ENDPOINT_MODE_DEFAULT) { to.uint32(48).int32(endpointModeToNumber(value.mode, 'swarm.v1.OverlayService', 'mode')); }
  if (value.address !== '') { to.uint32(58).string(value.address); }
  if (value.address6 !== '') { to.uint32(66).string(value.address6); }
  for (const item of value.ports) { to.uint32(74).fork(); portSpecWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function overlayServiceRead(from: rt.Reader, end: number, depth: number, before?: OverlayService): OverlayService {
  let $networkId: string = before?.networkId ?? '';
  let $serviceId: string = before?.serviceId ?? '';
  let $name: string = before?.name ?? '';
  let $aliases = before?.aliases as string[] | undefined;
  let $stack: string = before?.stack ?? '';
  let $mode: EndpointMode = before?.mode ?? ENDPOINT_MODE_DEFAULT;
  let $address: string = before?.address ?? '';
  let $address6: string = before?.address6 ?? '';
  let $ports = before?.ports as PortSpec[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $networkId = from.stringVerify();
        continue;
      }
      case 18: {
        $serviceId = from.stringVerify();
        continue;
      }
      case 26: {
        $name = from.stringVerify();
        continue;
      }
      case 34: {
        ($aliases ??= []).push(from.stringVerify());
        continue;
      }
      case 42: {
        $stack = from.stringVerify();
        continue;
      }
      case 48: {
        $mode = endpointModeFromNumber(from.int32(), 'swarm.v1.OverlayService', 'mode');
        continue;
      }
      case 58: {
        $address = from.stringVerify();
        continue;
      }
      case 66: {
        $address6 = from.stringVerify();
        continue;
      }
      case 74: {
        ($ports ??= []).push(portSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: OverlayService = {
    networkId: $networkId,
    serviceId: $serviceId,
    name: $name,
    aliases: $aliases ?? [],
    stack: $stack,
    mode: $mode,
    address: $address,
    address6: $address6,
    ports: $ports ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const OverlayServiceCodec: rt.MessageCodec<OverlayService, OverlayServiceInput> = {
  name: 'swarm.v1.OverlayService',
  encode: (value) => rt.encodeMessage(value, overlayServiceWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.OverlayService', bytes, overlayServiceRead),
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

export function statusAckWrite(value: StatusAck, to: rt.Writer): void {
  if (value.sequence !== 0) { to.uint32(8).uint64(rt.writeUint64(value.sequence, 'swarm.v1.StatusAck', 'sequence')); }
  rt.writeUnknown(value, to);
}

export function statusAckRead(from: rt.Reader, end: number, depth: number, before?: StatusAck): StatusAck {
  let $sequence: number = before?.sequence ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $sequence = rt.readLong(from.uint64(), 'swarm.v1.StatusAck', 'sequence');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: StatusAck = {
    sequence: $sequence,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const StatusAckCodec: rt.MessageCodec<StatusAck, StatusAckInput> = {
  name: 'swarm.v1.StatusAck',
  encode: (value) => rt.encodeMessage(value, statusAckWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StatusAck', bytes, statusAckRead),
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

export function logRequestWrite(value: LogRequest, to: rt.Writer): void {
  if (value.requestId !== '') { to.uint32(10).string(value.requestId); }
  for (const item of value.taskIds) { to.uint32(18).string(item); }
  if (value.options !== undefined) { to.uint32(26).fork(); logOptionsWrite(value.options, to); to.ldelim(); }
  if (value.userRequestId !== '') { to.uint32(34).string(value.userRequestId); }
  rt.writeUnknown(value, to);
}

export function logRequestRead(from: rt.Reader, end: number, depth: number, before?: LogRequest): LogRequest {
  let $requestId: string = before?.requestId ?? '';
  let $taskIds = before?.taskIds as string[] | undefined;
  let $options: LogOptions | undefined = before?.options;
  let $userRequestId: string = before?.userRequestId ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $requestId = from.stringVerify();
        continue;
      }
      case 18: {
        ($taskIds ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        $options = logOptionsRead(from, rt.endOfMessage(from, depth), depth + 1, $options);
        continue;
      }
      case 34: {
        $userRequestId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogRequest = {
    requestId: $requestId,
    taskIds: $taskIds ?? [],
    options: $options,
    userRequestId: $userRequestId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogRequestCodec: rt.MessageCodec<LogRequest, LogRequestInput> = {
  name: 'swarm.v1.LogRequest',
  encode: (value) => rt.encodeMessage(value, logRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogRequest', bytes, logRequestRead),
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

export function logCancelWrite(value: LogCancel, to: rt.Writer): void {
  if (value.requestId !== '') { to.uint32(10).string(value.requestId); }
  rt.writeUnknown(value, to);
}

export function logCancelRead(from: rt.Reader, end: number, depth: number, before?: LogCancel): LogCancel {
  let $requestId: string = before?.requestId ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $requestId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogCancel = {
    requestId: $requestId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogCancelCodec: rt.MessageCodec<LogCancel, LogCancelInput> = {
  name: 'swarm.v1.LogCancel',
  encode: (value) => rt.encodeMessage(value, logCancelWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogCancel', bytes, logCancelRead),
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

export function logOptionsWrite(value: LogOptions, to: rt.Writer): void {
  if (value.follow) { to.uint32(8).bool(value.follow); }
  if (value.tail !== 0) { to.uint32(16).int64(rt.writeInt64(value.tail, 'swarm.v1.LogOptions', 'tail')); }
  if (value.sinceMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.sinceMs, 'swarm.v1.LogOptions', 'sinceMs')); }
  if (value.stdout) { to.uint32(32).bool(value.stdout); }
  if (value.stderr) { to.uint32(40).bool(value.stderr); }
  rt.writeUnknown(value, to);
}

export function logOptionsRead(from: rt.Reader, end: number, depth: number, before?: LogOptions): LogOptions {
  let $follow: boolean = before?.follow ?? false;
  let $tail: number = before?.tail ?? 0;
  let $sinceMs: number = before?.sinceMs ?? 0;
  let $stdout: boolean = before?.stdout ?? false;
  let $stderr: boolean = before?.stderr ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $follow = from.bool();
        continue;
      }
      case 16: {
        $tail = rt.readLong(from.int64(), 'swarm.v1.LogOptions', 'tail');
        continue;
      }
      case 24: {
        $sinceMs = rt.readLong(from.int64(), 'swarm.v1.LogOptions', 'sinceMs');
        continue;
      }
      case 32: {
        $stdout = from.bool();
        continue;
      }
      case 40: {
        $stderr = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogOptions = {
    follow: $follow,
    tail: $tail,
    sinceMs: $sinceMs,
    stdout: $stdout,
    stderr: $stderr,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogOptionsCodec: rt.MessageCodec<LogOptions, LogOptionsInput> = {
  name: 'swarm.v1.LogOptions',
  encode: (value) => rt.encodeMessage(value, logOptionsWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogOptions', bytes, logOptionsRead),
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

export function logLineWrite(value: LogLine, to: rt.Writer): void {
  if (value.taskId !== '') { to.uint32(10).string(value.taskId); }
  if (value.nodeId !== '') { to.uint32(18).string(value.nodeId); }
  if (value.stream !== LOG_STREAM_DEFAULT) { to.uint32(24).int32(logStreamToNumber(value.stream, 'swarm.v1.LogLine', 'stream')); }
  if (value.atMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.atMs, 'swarm.v1.LogLine', 'atMs')); }
  if (value.data.length > 0) { to.uint32(42).bytes(value.data); }
  rt.writeUnknown(value, to);
}

export function logLineRead(from: rt.Reader, end: number, depth: number, before?: LogLine): LogLine {
  let $taskId: string = before?.taskId ?? '';
  let $nodeId: string = before?.nodeId ?? '';
  let $stream: LogStream = before?.stream ?? LOG_STREAM_DEFAULT;
  let $atMs: number = before?.atMs ?? 0;
  let $data: Uint8Array = before?.data ?? new Uint8Array(0);
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $taskId = from.stringVerify();
        continue;
      }
      case 18: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 24: {
        $stream = logStreamFromNumber(from.int32(), 'swarm.v1.LogLine', 'stream');
        continue;
      }
      case 32: {
        $atMs = rt.readLong(from.int64(), 'swarm.v1.LogLine', 'atMs');
        continue;
      }
      case 42: {
        $data = new Uint8Array(from.bytes());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogLine = {
    taskId: $taskId,
    nodeId: $nodeId,
    stream: $stream,
    atMs: $atMs,
    data: $data,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogLineCodec: rt.MessageCodec<LogLine, LogLineInput> = {
  name: 'swarm.v1.LogLine',
  encode: (value) => rt.encodeMessage(value, logLineWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogLine', bytes, logLineRead),
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

export function logChunkWrite(value: LogChunk, to: rt.Writer): void {
  if (value.requestId !== '') { to.uint32(10).string(value.requestId); }
  for (const item of value.lines) { to.uint32(18).fork(); logLineWrite(item, to); to.ldelim(); }
  if (value.taskId !== '') { to.uint32(26).string(value.taskId); }
  if (value.error !== '') { to.uint32(34).string(value.error); }
  rt.writeUnknown(value, to);
}

export function logChunkRead(from: rt.Reader, end: number, depth: number, before?: LogChunk): LogChunk {
  let $requestId: string = before?.requestId ?? '';
  let $lines = before?.lines as LogLine[] | undefined;
  let $taskId: string = before?.taskId ?? '';
  let $error: string = before?.error ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $requestId = from.stringVerify();
        continue;
      }
      case 18: {
        ($lines ??= []).push(logLineRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 26: {
        $taskId = from.stringVerify();
        continue;
      }
      case 34: {
        $error = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogChunk = {
    requestId: $requestId,
    lines: $lines ?? [],
    taskId: $taskId,
    error: $error,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogChunkCodec: rt.MessageCodec<LogChunk, LogChunkInput> = {
  name: 'swarm.v1.LogChunk',
  encode: (value) => rt.encodeMessage(value, logChunkWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogChunk', bytes, logChunkRead),
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

export function publishLogsReplyWrite(value: PublishLogsReply, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function publishLogsReplyRead(from: rt.Reader, end: number, depth: number, before?: PublishLogsReply): PublishLogsReply {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PublishLogsReply = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PublishLogsReplyCodec: rt.MessageCodec<PublishLogsReply, PublishLogsReplyInput> = {
  name: 'swarm.v1.PublishLogsReply',
  encode: (value) => rt.encodeMessage(value, publishLogsReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PublishLogsReply', bytes, publishLogsReplyRead),
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
