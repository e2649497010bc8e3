/**
 * Generated from proto/swarm/v1/objects.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';

/** The parts of an object that are written apart from each other; each has one writer. */
export type FieldGroup =
  /** What the user asked for; written by the control API. */
  | 'spec'
  /** What should be; written by the orchestrator. */
  | 'desired'
  /** Addresses and ports; written by the allocator. */
  | 'allocation'
  /** On which node; written by the scheduler. */
  | 'placement'
  /** What is; written by allocator and scheduler up to assigned, then by the agent's reports. */
  | 'status'
  /** Who it is; written by the certificate authority. */
  | 'identity'
  /** What a node is made of; written from the agent's description. */
  | 'description'
  /** Runs of a job; written by the orchestrator. */
  | 'runs';

/** In the order of their numbers on the wire. */
export const FIELD_GROUPS: readonly FieldGroup[] = ['spec', 'desired', 'allocation', 'placement', 'status', 'identity', 'description', 'runs'];

export const FIELD_GROUP_DEFAULT: FieldGroup = 'spec';
const FIELD_GROUP_BY_NUMBER: Readonly<Record<number, FieldGroup | undefined>> = { [0]: 'spec', [1]: 'desired', [2]: 'allocation', [3]: 'placement', [4]: 'status', [5]: 'identity', [6]: 'description', [7]: 'runs' };
const FIELD_GROUP_NUMBERS: Readonly<Record<string, number | undefined>> = { 'spec': 0, 'desired': 1, 'allocation': 2, 'placement': 3, 'status': 4, 'identity': 5, 'description': 6, 'runs': 7 };

export function fieldGroupFromNumber(value: number, messageName: string, fieldName: string): FieldGroup {
  const word = FIELD_GROUP_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known FieldGroup`, { fieldName, value });
}

export function fieldGroupToNumber(value: FieldGroup, messageName: string, fieldName: string): number {
  const number = FIELD_GROUP_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no FieldGroup`);
}

export type NodeRole =
  | 'worker'
  | 'manager';

/** In the order of their numbers on the wire. */
export const NODE_ROLES: readonly NodeRole[] = ['worker', 'manager'];

export const NODE_ROLE_DEFAULT: NodeRole = 'worker';
const NODE_ROLE_BY_NUMBER: Readonly<Record<number, NodeRole | undefined>> = { [0]: 'worker', [1]: 'manager' };
const NODE_ROLE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'worker': 0, 'manager': 1 };

export function nodeRoleFromNumber(value: number, messageName: string, fieldName: string): NodeRole {
  const word = NODE_ROLE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeRole`, { fieldName, value });
}

export function nodeRoleToNumber(value: NodeRole, messageName: string, fieldName: string): number {
  const number = NODE_ROLE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no NodeRole`);
}

export type NodeAvailability =
  | 'active'
  /** Takes no new tasks. */
  | 'pause'
  /** Takes no new tasks and gives up those it has. */
  | 'drain';

/** In the order of their numbers on the wire. */
export const NODE_AVAILABILITIES: readonly NodeAvailability[] = ['active', 'pause', 'drain'];

export const NODE_AVAILABILITY_DEFAULT: NodeAvailability = 'active';
const NODE_AVAILABILITY_BY_NUMBER: Readonly<Record<number, NodeAvailability | undefined>> = { [0]: 'active', [1]: 'pause', [2]: 'drain' };
const NODE_AVAILABILITY_NUMBERS: Readonly<Record<string, number | undefined>> = { 'active': 0, 'pause': 1, 'drain': 2 };

export function nodeAvailabilityFromNumber(value: number, messageName: string, fieldName: string): NodeAvailability {
  const word = NODE_AVAILABILITY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeAvailability`, { fieldName, value });
}

export function nodeAvailabilityToNumber(value: NodeAvailability, messageName: string, fieldName: string): number {
  const number = NODE_AVAILABILITY_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no NodeAvailability`);
}

export type NodeState =
  /** Not heard of since this leader began. */
  | 'unknown'
  | 'down'
  | 'ready'
  | 'disconnected';

/** In the order of their numbers on the wire. */
export const NODE_STATES: readonly NodeState[] = ['unknown', 'down', 'ready', 'disconnected'];

export const NODE_STATE_DEFAULT: NodeState = 'unknown';
const NODE_STATE_BY_NUMBER: Readonly<Record<number, NodeState | undefined>> = { [0]: 'unknown', [1]: 'down', [2]: 'ready', [3]: 'disconnected' };
const NODE_STATE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'unknown': 0, 'down': 1, 'ready': 2, 'disconnected': 3 };

export function nodeStateFromNumber(value: number, messageName: string, fieldName: string): NodeState {
  const word = NODE_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeState`, { fieldName, value });
}

export function nodeStateToNumber(value: NodeState, messageName: string, fieldName: string): number {
  const number = NODE_STATE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no NodeState`);
}

export type JobRunState =
  | 'active'
  | 'complete'
  /** Tasks ended, and their restart policy has no more attempts for them. */
  | 'failed'
  /** It was scheduled and never begun; the message says why. */
  | 'missed'
  /** Stopped for a later run. */
  | 'replaced';

/** In the order of their numbers on the wire. */
export const JOB_RUN_STATES: readonly JobRunState[] = ['active', 'complete', 'failed', 'missed', 'replaced'];

export const JOB_RUN_STATE_DEFAULT: JobRunState = 'active';
const JOB_RUN_STATE_BY_NUMBER: Readonly<Record<number, JobRunState | undefined>> = { [0]: 'active', [1]: 'complete', [2]: 'failed', [3]: 'missed', [4]: 'replaced' };
const JOB_RUN_STATE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'active': 0, 'complete': 1, 'failed': 2, 'missed': 3, 'replaced': 4 };

export function jobRunStateFromNumber(value: number, messageName: string, fieldName: string): JobRunState {
  const word = JOB_RUN_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known JobRunState`, { fieldName, value });
}

export function jobRunStateToNumber(value: JobRunState, messageName: string, fieldName: string): number {
  const number = JOB_RUN_STATE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no JobRunState`);
}

/** What becomes of tasks whose node is down. */
export type NodeLossPolicy =
  | 'replace'
  /** They wait for it to come back: nothing runs twice. */
  | 'wait';

/** In the order of their numbers on the wire. */
export const NODE_LOSS_POLICIES: readonly NodeLossPolicy[] = ['replace', 'wait'];

export const NODE_LOSS_POLICY_DEFAULT: NodeLossPolicy = 'replace';
const NODE_LOSS_POLICY_BY_NUMBER: Readonly<Record<number, NodeLossPolicy | undefined>> = { [0]: 'replace', [1]: 'wait' };
const NODE_LOSS_POLICY_NUMBERS: Readonly<Record<string, number | undefined>> = { 'replace': 0, 'wait': 1 };

export function nodeLossPolicyFromNumber(value: number, messageName: string, fieldName: string): NodeLossPolicy {
  const word = NODE_LOSS_POLICY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeLossPolicy`, { fieldName, value });
}

export function nodeLossPolicyToNumber(value: NodeLossPolicy, messageName: string, fieldName: string): number {
  const number = NODE_LOSS_POLICY_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no NodeLossPolicy`);
}

export type ConcurrencyPolicy =
  /** Runs may overlap. */
  | 'allow'
  /** A run that is due while another goes on is missed. */
  | 'forbid'
  /** A run that is due ends the one that goes on. */
  | 'replace';

/** In the order of their numbers on the wire. */
export const CONCURRENCY_POLICIES: readonly ConcurrencyPolicy[] = ['allow', 'forbid', 'replace'];

export const CONCURRENCY_POLICY_DEFAULT: ConcurrencyPolicy = 'allow';
const CONCURRENCY_POLICY_BY_NUMBER: Readonly<Record<number, ConcurrencyPolicy | undefined>> = { [0]: 'allow', [1]: 'forbid', [2]: 'replace' };
const CONCURRENCY_POLICY_NUMBERS: Readonly<Record<string, number | undefined>> = { 'allow': 0, 'forbid': 1, 'replace': 2 };

export function concurrencyPolicyFromNumber(value: number, messageName: string, fieldName: string): ConcurrencyPolicy {
  const word = CONCURRENCY_POLICY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known ConcurrencyPolicy`, { fieldName, value });
}

export function concurrencyPolicyToNumber(value: ConcurrencyPolicy, messageName: string, fieldName: string): number {
  const number = CONCURRENCY_POLICY_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no ConcurrencyPolicy`);
}

export type FailureAction =
  | 'pause'
  | 'continue'
  | 'rollback';

/** In the order of their numbers on the wire. */
export const FAILURE_ACTIONS: readonly FailureAction[] = ['pause', 'continue', 'rollback'];

export const FAILURE_ACTION_DEFAULT: FailureAction = 'pause';
const FAILURE_ACTION_BY_NUMBER: Readonly<Record<number, FailureAction | undefined>> = { [0]: 'pause', [1]: 'continue', [2]: 'rollback' };
const FAILURE_ACTION_NUMBERS: Readonly<Record<string, number | undefined>> = { 'pause': 0, 'continue': 1, 'rollback': 2 };

export function failureActionFromNumber(value: number, messageName: string, fieldName: string): FailureAction {
  const word = FAILURE_ACTION_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known FailureAction`, { fieldName, value });
}

export function failureActionToNumber(value: FailureAction, messageName: string, fieldName: string): number {
  const number = FAILURE_ACTION_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no FailureAction`);
}

export type UpdateOrder =
  /** The old task stops before the new one starts. */
  | 'stop-first'
  /** The old task stops when the new one runs. */
  | 'start-first';

/** In the order of their numbers on the wire. */
export const UPDATE_ORDERS: readonly UpdateOrder[] = ['stop-first', 'start-first'];

export const UPDATE_ORDER_DEFAULT: UpdateOrder = 'stop-first';
const UPDATE_ORDER_BY_NUMBER: Readonly<Record<number, UpdateOrder | undefined>> = { [0]: 'stop-first', [1]: 'start-first' };
const UPDATE_ORDER_NUMBERS: Readonly<Record<string, number | undefined>> = { 'stop-first': 0, 'start-first': 1 };

export function updateOrderFromNumber(value: number, messageName: string, fieldName: string): UpdateOrder {
  const word = UPDATE_ORDER_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known UpdateOrder`, { fieldName, value });
}

export function updateOrderToNumber(value: UpdateOrder, messageName: string, fieldName: string): number {
  const number = UPDATE_ORDER_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no UpdateOrder`);
}

export type RolloutState =
  | 'none'
  | 'updating'
  | 'completed'
  | 'paused'
  | 'rollback-started'
  | 'rollback-paused'
  | 'rollback-completed';

/** In the order of their numbers on the wire. */
export const ROLLOUT_STATES: readonly RolloutState[] = ['none', 'updating', 'completed', 'paused', 'rollback-started', 'rollback-paused', 'rollback-completed'];

export const ROLLOUT_STATE_DEFAULT: RolloutState = 'none';
const ROLLOUT_STATE_BY_NUMBER: Readonly<Record<number, RolloutState | undefined>> = { [0]: 'none', [1]: 'updating', [2]: 'completed', [3]: 'paused', [4]: 'rollback-started', [5]: 'rollback-paused', [6]: 'rollback-completed' };
const ROLLOUT_STATE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'none': 0, 'updating': 1, 'completed': 2, 'paused': 3, 'rollback-started': 4, 'rollback-paused': 5, 'rollback-completed': 6 };

export function rolloutStateFromNumber(value: number, messageName: string, fieldName: string): RolloutState {
  const word = ROLLOUT_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known RolloutState`, { fieldName, value });
}

export function rolloutStateToNumber(value: RolloutState, messageName: string, fieldName: string): number {
  const number = ROLLOUT_STATE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no RolloutState`);
}

export type EndpointMode =
  /** The service's name leads to one address, behind which its tasks share the traffic. */
  | 'vip'
  /** The name leads to the addresses of its tasks. */
  | 'dnsrr';

/** In the order of their numbers on the wire. */
export const ENDPOINT_MODES: readonly EndpointMode[] = ['vip', 'dnsrr'];

export const ENDPOINT_MODE_DEFAULT: EndpointMode = 'vip';
const ENDPOINT_MODE_BY_NUMBER: Readonly<Record<number, EndpointMode | undefined>> = { [0]: 'vip', [1]: 'dnsrr' };
const ENDPOINT_MODE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'vip': 0, 'dnsrr': 1 };

export function endpointModeFromNumber(value: number, messageName: string, fieldName: string): EndpointMode {
  const word = ENDPOINT_MODE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known EndpointMode`, { fieldName, value });
}

export function endpointModeToNumber(value: EndpointMode, messageName: string, fieldName: string): number {
  const number = ENDPOINT_MODE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no EndpointMode`);
}

export type PortProtocol =
  | 'tcp'
  | 'udp'
  | 'sctp';

/** In the order of their numbers on the wire. */
export const PORT_PROTOCOLS: readonly PortProtocol[] = ['tcp', 'udp', 'sctp'];

export const PORT_PROTOCOL_DEFAULT: PortProtocol = 'tcp';
const PORT_PROTOCOL_BY_NUMBER: Readonly<Record<number, PortProtocol | undefined>> = { [0]: 'tcp', [1]: 'udp', [2]: 'sctp' };
const PORT_PROTOCOL_NUMBERS: Readonly<Record<string, number | undefined>> = { 'tcp': 0, 'udp': 1, 'sctp': 2 };

export function portProtocolFromNumber(value: number, messageName: string, fieldName: string): PortProtocol {
  const word = PORT_PROTOCOL_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known PortProtocol`, { fieldName, value });
}

export function portProtocolToNumber(value: PortProtocol, messageName: string, fieldName: string): number {
  const number = PORT_PROTOCOL_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no PortProtocol`);
}

export type PublishMode =
  | 'ingress'
  | 'host';

/** In the order of their numbers on the wire. */
export const PUBLISH_MODES: readonly PublishMode[] = ['ingress', 'host'];

export const PUBLISH_MODE_DEFAULT: PublishMode = 'ingress';
const PUBLISH_MODE_BY_NUMBER: Readonly<Record<number, PublishMode | undefined>> = { [0]: 'ingress', [1]: 'host' };
const PUBLISH_MODE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'ingress': 0, 'host': 1 };

export function publishModeFromNumber(value: number, messageName: string, fieldName: string): PublishMode {
  const word = PUBLISH_MODE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known PublishMode`, { fieldName, value });
}

export function publishModeToNumber(value: PublishMode, messageName: string, fieldName: string): number {
  const number = PUBLISH_MODE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no PublishMode`);
}

export type MountType =
  | 'bind'
  | 'volume'
  | 'tmpfs'
  /** A volume of the cluster, kept by a storage plugin. */
  | 'cluster';

/** In the order of their numbers on the wire. */
export const MOUNT_TYPES: readonly MountType[] = ['bind', 'volume', 'tmpfs', 'cluster'];

export const MOUNT_TYPE_DEFAULT: MountType = 'bind';
const MOUNT_TYPE_BY_NUMBER: Readonly<Record<number, MountType | undefined>> = { [0]: 'bind', [1]: 'volume', [2]: 'tmpfs', [3]: 'cluster' };
const MOUNT_TYPE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'bind': 0, 'volume': 1, 'tmpfs': 2, 'cluster': 3 };

export function mountTypeFromNumber(value: number, messageName: string, fieldName: string): MountType {
  const word = MOUNT_TYPE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known MountType`, { fieldName, value });
}

export function mountTypeToNumber(value: MountType, messageName: string, fieldName: string): number {
  const number = MOUNT_TYPE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no MountType`);
}

export type RestartCondition =
  | 'none'
  | 'on-failure'
  | 'any';

/** In the order of their numbers on the wire. */
export const RESTART_CONDITIONS: readonly RestartCondition[] = ['none', 'on-failure', 'any'];

export const RESTART_CONDITION_DEFAULT: RestartCondition = 'none';
const RESTART_CONDITION_BY_NUMBER: Readonly<Record<number, RestartCondition | undefined>> = { [0]: 'none', [1]: 'on-failure', [2]: 'any' };
const RESTART_CONDITION_NUMBERS: Readonly<Record<string, number | undefined>> = { 'none': 0, 'on-failure': 1, 'any': 2 };

export function restartConditionFromNumber(value: number, messageName: string, fieldName: string): RestartCondition {
  const word = RESTART_CONDITION_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known RestartCondition`, { fieldName, value });
}

export function restartConditionToNumber(value: RestartCondition, messageName: string, fieldName: string): number {
  const number = RESTART_CONDITION_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no RestartCondition`);
}

export type PlacementStrategy =
  /** What the cluster says. */
  | 'default'
  /** To the nodes with the fewest tasks. */
  | 'spread'
  /** To the fullest nodes that still have room. */
  | 'binpack';

/** In the order of their numbers on the wire. */
export const PLACEMENT_STRATEGIES: readonly PlacementStrategy[] = ['default', 'spread', 'binpack'];

export const PLACEMENT_STRATEGY_DEFAULT: PlacementStrategy = 'default';
const PLACEMENT_STRATEGY_BY_NUMBER: Readonly<Record<number, PlacementStrategy | undefined>> = { [0]: 'default', [1]: 'spread', [2]: 'binpack' };
const PLACEMENT_STRATEGY_NUMBERS: Readonly<Record<string, number | undefined>> = { 'default': 0, 'spread': 1, 'binpack': 2 };

export function placementStrategyFromNumber(value: number, messageName: string, fieldName: string): PlacementStrategy {
  const word = PLACEMENT_STRATEGY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known PlacementStrategy`, { fieldName, value });
}

export function placementStrategyToNumber(value: PlacementStrategy, messageName: string, fieldName: string): number {
  const number = PLACEMENT_STRATEGY_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no PlacementStrategy`);
}

/** Where a task is in its life. The numbers order the states; the gaps are kept for states to come. */
export type TaskState =
  | 'new'
  | 'pending'
  | 'assigned'
  | 'accepted'
  | 'preparing'
  | 'ready'
  | 'starting'
  | 'running'
  | 'complete'
  | 'shutdown'
  | 'failed'
  | 'rejected'
  | 'orphaned';

/** In the order of their numbers on the wire. */
export const TASK_STATES: readonly TaskState[] = ['new', 'pending', 'assigned', 'accepted', 'preparing', 'ready', 'starting', 'running', 'complete', 'shutdown', 'failed', 'rejected', 'orphaned'];

export const TASK_STATE_DEFAULT: TaskState = 'new';
const TASK_STATE_BY_NUMBER: Readonly<Record<number, TaskState | undefined>> = { [0]: 'new', [64]: 'pending', [192]: 'assigned', [256]: 'accepted', [320]: 'preparing', [384]: 'ready', [448]: 'starting', [512]: 'running', [576]: 'complete', [640]: 'shutdown', [704]: 'failed', [768]: 'rejected', [832]: 'orphaned' };
const TASK_STATE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'new': 0, 'pending': 64, 'assigned': 192, 'accepted': 256, 'preparing': 320, 'ready': 384, 'starting': 448, 'running': 512, 'complete': 576, 'shutdown': 640, 'failed': 704, 'rejected': 768, 'orphaned': 832 };

export function taskStateFromNumber(value: number, messageName: string, fieldName: string): TaskState {
  const word = TASK_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known TaskState`, { fieldName, value });
}

export function taskStateToNumber(value: TaskState, messageName: string, fieldName: string): number {
  const number = TASK_STATE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no TaskState`);
}

/** Where a task should be. */
export type DesiredState =
  /** Prepared, but not started yet: it replaces a task that is still stopping, or waits out a restart delay. */
  | 'ready'
  | 'running'
  /** Stopped, the record kept. */
  | 'shutdown'
  /** Stopped, then forgotten. */
  | 'remove';

/** In the order of their numbers on the wire. */
export const DESIRED_STATES: readonly DesiredState[] = ['ready', 'running', 'shutdown', 'remove'];

export const DESIRED_STATE_DEFAULT: DesiredState = 'ready';
const DESIRED_STATE_BY_NUMBER: Readonly<Record<number, DesiredState | undefined>> = { [0]: 'ready', [1]: 'running', [2]: 'shutdown', [3]: 'remove' };
const DESIRED_STATE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'ready': 0, 'running': 1, 'shutdown': 2, 'remove': 3 };

export function desiredStateFromNumber(value: number, messageName: string, fieldName: string): DesiredState {
  const word = DESIRED_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known DesiredState`, { fieldName, value });
}

export function desiredStateToNumber(value: DesiredState, messageName: string, fieldName: string): number {
  const number = DESIRED_STATE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no DesiredState`);
}

/** Every object carries the time of its life and, per field group, the log index that last changed it. */
export interface Meta extends rt.WithUnknownFields {
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Version of each field group: the log index of its last change. A group never written has no entry. */
  readonly versions: Readonly<Record<string, number>>;
}

/** What MetaCodec.create accepts; all of it may be left out. */
export interface MetaInput extends rt.WithUnknownFields {
  readonly createdAtMs?: number | undefined;
  readonly updatedAtMs?: number | undefined;
  /** Version of each field group: the log index of its last change. A group never written has no entry. */
  readonly versions?: Readonly<Record<string, number>> | undefined;
}

export function metaCreate(partial: MetaInput = {}): Meta {
  const value: Meta = {
    createdAtMs: partial.createdAtMs ?? 0,
    updatedAtMs: partial.updatedAtMs ?? 0,
    versions: partial.versions ?? {},
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function metaWrite(value: Meta, to: rt.Writer): void {
  if (value.createdAtMs !== 0) { to.uint32(8).int64(rt.writeInt64(value.createdAtMs, 'swarm.v1.Meta', 'createdAtMs')); }
  if (value.updatedAtMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.updatedAtMs, 'swarm.v1.Meta', 'updatedAtMs')); }
  for (const [key, item] of Object.entries(value.versions)) {
    to.uint32(26).fork().uint32(10).string(key);
    to.uint32(16).uint64(rt.writeUint64(item, 'swarm.v1.Meta', 'versions'));
    to.ldelim();
  }
  rt.writeUnknown(value, to);
}

export function metaRead(from: rt.Reader, end: number, depth: number, before?: Meta): Meta {
  let $createdAtMs: number = before?.createdAtMs ?? 0;
  let $updatedAtMs: number = before?.updatedAtMs ?? 0;
  let $versions = before?.versions as Record<string, number> | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $createdAtMs = rt.readLong(from.int64(), 'swarm.v1.Meta', 'createdAtMs');
        continue;
      }
      case 16: {
        $updatedAtMs = rt.readLong(from.int64(), 'swarm.v1.Meta', 'updatedAtMs');
        continue;
      }
      case 26: {
        const entryEnd = rt.endOfPart(from);
        let key = '';
        let item: number | undefined;
        while (from.pos < entryEnd) {
          const part = from.tag();
          if (part === 10) key = from.stringVerify();
          else if (part === 16) item = rt.readLong(from.uint64(), 'swarm.v1.Meta', 'versions');
          else from.skipType(part & 7, depth, part >>> 3);
        }
        rt.expectEnd(from, entryEnd);
        rt.setEntry(($versions ??= {}), key, item ?? 0);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Meta = {
    createdAtMs: $createdAtMs,
    updatedAtMs: $updatedAtMs,
    versions: $versions ?? {},
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const MetaCodec: rt.MessageCodec<Meta, MetaInput> = {
  name: 'swarm.v1.Meta',
  encode: (value) => rt.encodeMessage(value, metaWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Meta', bytes, metaRead),
  create: metaCreate,
};

export interface Cluster extends rt.WithUnknownFields {
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly spec?: ClusterSpec | undefined;
  readonly identity?: ClusterIdentity | undefined;
}

/** What ClusterCodec.create accepts; all of it may be left out. */
export interface ClusterInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly spec?: ClusterSpecInput | undefined;
  readonly identity?: ClusterIdentityInput | undefined;
}

export function clusterCreate(partial: ClusterInput = {}): Cluster {
  const value: Cluster = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    spec: partial.spec === undefined ? undefined : clusterSpecCreate(partial.spec),
    identity: partial.identity === undefined ? undefined : clusterIdentityCreate(partial.identity),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function clusterWrite(value: Cluster, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.spec !== undefined) { to.uint32(26).fork(); clusterSpecWrite(value.spec, to); to.ldelim(); }
  if (value.identity !== undefined) { to.uint32(34).fork(); clusterIdentityWrite(value.identity, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function clusterRead(from: rt.Reader, end: number, depth: number, before?: Cluster): Cluster {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $spec: ClusterSpec | undefined = before?.spec;
  let $identity: ClusterIdentity | undefined = before?.identity;
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
        $identity = clusterIdentityRead(from, rt.endOfMessage(from, depth), depth + 1, $identity);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Cluster = {
    id: $id,
    meta: $meta,
    spec: $spec,
    identity: $identity,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ClusterCodec: rt.MessageCodec<Cluster, ClusterInput> = {
  name: 'swarm.v1.Cluster',
  encode: (value) => rt.encodeMessage(value, clusterWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Cluster', bytes, clusterRead),
  create: clusterCreate,
};

export interface ClusterSpec extends rt.WithUnknownFields {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly heartbeatPeriodMs: number;
  /** Finished tasks kept per slot; negative keeps all. */
  readonly taskHistoryLimit: number;
  readonly nodeCertificateValidityMs: number;
  /** Where a service does not say; default is spread. */
  readonly placementStrategy: PlacementStrategy;
  /** Tasks move, a few at a time, to nodes that have come or come back. */
  readonly rebalance: boolean;
  /** Where networks get their subnets that name none: CIDR, in the order they are used. Said once, at init. */
  readonly addressPools: readonly string[];
  /** Size of such a subnet, as the length of its prefix. */
  readonly subnetPrefixBits: number;
  /** UDP port that carries the traffic of overlay networks between nodes. */
  readonly dataPathPort: number;
}

/** What ClusterSpecCodec.create accepts; all of it may be left out. */
export interface ClusterSpecInput extends rt.WithUnknownFields {
  readonly name?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly heartbeatPeriodMs?: number | undefined;
  /** Finished tasks kept per slot; negative keeps all. */
  readonly taskHistoryLimit?: number | undefined;
  readonly nodeCertificateValidityMs?: number | undefined;
  /** Where a service does not say; default is spread. */
  readonly placementStrategy?: PlacementStrategy | undefined;
  /** Tasks move, a few at a time, to nodes that have come or come back. */
  readonly rebalance?: boolean | undefined;
  /** Where networks get their subnets that name none: CIDR, in the order they are used. Said once, at init. */
  readonly addressPools?: readonly string[] | undefined;
  /** Size of such a subnet, as the length of its prefix. */
  readonly subnetPrefixBits?: number | undefined;
  /** UDP port that carries the traffic of overlay networks between nodes. */
  readonly dataPathPort?: number | undefined;
}

export function clusterSpecCreate(partial: ClusterSpecInput = {}): ClusterSpec {
  const value: ClusterSpec = {
    name: partial.name ?? '',
    labels: partial.labels ?? {},
    heartbeatPeriodMs: partial.heartbeatPeriodMs ?? 0,
    taskHistoryLimit: partial.taskHistoryLimit ?? 0,
    nodeCertificateValidityMs: partial.nodeCertificateValidityMs ?? 0,
    placementStrategy: partial.placementStrategy ?? PLACEMENT_STRATEGY_DEFAULT,
    rebalance: partial.rebalance ?? false,
    addressPools: partial.addressPools ?? [],
    subnetPrefixBits: partial.subnetPrefixBits ?? 0,
    dataPathPort: partial.dataPathPort ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function clusterSpecWrite(value: ClusterSpec, to: rt.Writer): void {
  if (value.name !== '') { to.uint32(10).string(value.name); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(18).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.heartbeatPeriodMs !== 0) { to.uint32(24).uint32(rt.writeUint32(value.heartbeatPeriodMs, 'swarm.v1.ClusterSpec', 'heartbeatPeriodMs')); }
  if (value.taskHistoryLimit !== 0) { to.uint32(32).int32(rt.writeInt32(value.taskHistoryLimit, 'swarm.v1.ClusterSpec', 'taskHistoryLimit')); }
  if (value.nodeCertificateValidityMs !== 0) { to.uint32(40).int64(rt.writeInt64(value.nodeCertificateValidityMs, 'swarm.v1.ClusterSpec', 'nodeCertificateValidityMs')); }
  if (value.placementStrategy !== PLACEMENT_STRATEGY_DEFAULT) { to.uint32(48).int32(placementStrategyToNumber(value.placementStrategy, 'swarm.v1.ClusterSpec', 'placementStrategy')); }
  if (value.rebalance) { to.uint32(56).bool(value.rebalance); }
  for (const item of value.addressPools) { to.uint32(66).string(item); }
  if (value.subnetPrefixBits !== 0) { to.uint32(72).uint32(rt.writeUint32(value.subnetPrefixBits, 'swarm.v1.ClusterSpec', 'subnetPrefixBits')); }
  if (value.dataPathPort !== 0) { to.uint32(80).uint32(rt.writeUint32(value.dataPathPort, 'swarm.v1.ClusterSpec', 'dataPathPort')); }
  rt.writeUnknown(value, to);
}

export function clusterSpecRead(from: rt.Reader, end: number, depth: number, before?: ClusterSpec): ClusterSpec {
  let $name: string = before?.name ?? '';
  let $labels = before?.labels as Record<string, string> | undefined;
  let $heartbeatPeriodMs: number = before?.heartbeatPeriodMs ?? 0;
  let $taskHistoryLimit: number = before?.taskHistoryLimit ?? 0;
  let $nodeCertificateValidityMs: number = before?.nodeCertificateValidityMs ?? 0;
  let $placementStrategy: PlacementStrategy = before?.placementStrategy ?? PLACEMENT_STRATEGY_DEFAULT;
  let $rebalance: boolean = before?.rebalance ?? false;
  let $addressPools = before?.addressPools as string[] | undefined;
  let $subnetPrefixBits: number = before?.subnetPrefixBits ?? 0;
  let $dataPathPort: number = before?.dataPathPort ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $name = from.stringVerify();
        continue;
      }
      case 18: {
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
      case 24: {
        $heartbeatPeriodMs = from.uint32();
        continue;
      }
      case 32: {
        $taskHistoryLimit = from.int32();
        continue;
      }
      case 40: {
        $nodeCertificateValidityMs = rt.readLong(from.int64(), 'swarm.v1.ClusterSpec', 'nodeCertificateValidityMs');
        continue;
      }
      case 48: {
        $placementStrategy = placementStrategyFromNumber(from.int32(), 'swarm.v1.ClusterSpec', 'placementStrategy');
        continue;
      }
      case 56: {
        $rebalance = from.bool();
        continue;
      }
      case 66: {
        ($addressPools ??= []).push(from.stringVerify());
        continue;
      }
      case 72: {
        $subnetPrefixBits = from.uint32();
        continue;
      }
      case 80: {
        $dataPathPort = from.uint32();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ClusterSpec = {
    name: $name,
    labels: $labels ?? {},
    heartbeatPeriodMs: $heartbeatPeriodMs,
    taskHistoryLimit: $taskHistoryLimit,
    nodeCertificateValidityMs: $nodeCertificateValidityMs,
    placementStrategy: $placementStrategy,
    rebalance: $rebalance,
    addressPools: $addressPools ?? [],
    subnetPrefixBits: $subnetPrefixBits,
    dataPathPort: $dataPathPort,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ClusterSpecCodec: rt.MessageCodec<ClusterSpec, ClusterSpecInput> = {
  name: 'swarm.v1.ClusterSpec',
  encode: (value) => rt.encodeMessage(value, clusterSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ClusterSpec', bytes, clusterSpecRead),
  create: clusterSpecCreate,
};

export interface ClusterIdentity extends rt.WithUnknownFields {
  readonly rootCertificatePem: string;
  readonly rootKeyPem: string;
  /** Only the secret half of each token; the other half is the digest of the root certificate. */
  readonly workerTokenSecret: string;
  readonly managerTokenSecret: string;
}

/** What ClusterIdentityCodec.create accepts; all of it may be left out. */
export interface ClusterIdentityInput extends rt.WithUnknownFields {
  readonly rootCertificatePem?: string | undefined;
  readonly rootKeyPem?: string | undefined;
  /** Only the secret half of each token; the other half is the digest of the root certificate. */
  readonly workerTokenSecret?: string | undefined;
  readonly managerTokenSecret?: string | undefined;
}

export function clusterIdentityCreate(partial: ClusterIdentityInput = {}): ClusterIdentity {
  const value: ClusterIdentity = {
    rootCertificatePem: partial.rootCertificatePem ?? '',
    rootKeyPem: partial.rootKeyPem ?? '',
    workerTokenSecret: partial.workerTokenSecret ?? '',
    managerTokenSecret: partial.managerTokenSecret ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function clusterIdentityWrite(value: ClusterIdentity, to: rt.Writer): void {
  if (value.rootCertificatePem !== '') { to.uint32(10).string(value.rootCertificatePem); }
  if (value.rootKeyPem !== '') { to.uint32(18).string(value.rootKeyPem); }
  if (value.workerTokenSecret !== '') { to.uint32(26).string(value.workerTokenSecret); }
  if (value.managerTokenSecret !== '') { to.uint32(34).string(value.managerTokenSecret); }
  rt.writeUnknown(value, to);
}

export function clusterIdentityRead(from: rt.Reader, end: number, depth: number, before?: ClusterIdentity): ClusterIdentity {
  let $rootCertificatePem: string = before?.rootCertificatePem ?? '';
  let $rootKeyPem: string = before?.rootKeyPem ?? '';
  let $workerTokenSecret: string = before?.workerTokenSecret ?? '';
  let $managerTokenSecret: string = before?.managerTokenSecret ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $rootCertificatePem = from.stringVerify();
        continue;
      }
      case 18: {
        $rootKeyPem = from.stringVerify();
        continue;
      }
      case 26: {
        $workerTokenSecret = from.stringVerify();
        continue;
      }
      case 34: {
        $managerTokenSecret = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ClusterIdentity = {
    rootCertificatePem: $rootCertificatePem,
    rootKeyPem: $rootKeyPem,
    workerTokenSecret: $workerTokenSecret,
    managerTokenSecret: $managerTokenSecret,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ClusterIdentityCodec: rt.MessageCodec<ClusterIdentity, ClusterIdentityInput> = {
  name: 'swarm.v1.ClusterIdentity',
  encode: (value) => rt.encodeMessage(value, clusterIdentityWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ClusterIdentity', bytes, clusterIdentityRead),
  create: clusterIdentityCreate,
};

export interface Node extends rt.WithUnknownFields {
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly spec?: NodeSpec | undefined;
  readonly identity?: NodeIdentity | undefined;
  readonly description?: NodeDescription | undefined;
  readonly status?: NodeStatus | undefined;
  readonly allocation?: NodeAllocation | undefined;
}

/** What NodeCodec.create accepts; all of it may be left out. */
export interface NodeInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly spec?: NodeSpecInput | undefined;
  readonly identity?: NodeIdentityInput | undefined;
  readonly description?: NodeDescriptionInput | undefined;
  readonly status?: NodeStatusInput | undefined;
  readonly allocation?: NodeAllocationInput | undefined;
}

export function nodeCreate(partial: NodeInput = {}): Node {
  const value: Node = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    spec: partial.spec === undefined ? undefined : nodeSpecCreate(partial.spec),
    identity: partial.identity === undefined ? undefined : nodeIdentityCreate(partial.identity),
    description: partial.description === undefined ? undefined : nodeDescriptionCreate(partial.description),
    status: partial.status === undefined ? undefined : nodeStatusCreate(partial.status),
    allocation: partial.allocation === undefined ? undefined : nodeAllocationCreate(partial.allocation),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeWrite(value: Node, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.spec !== undefined) { to.uint32(26).fork(); nodeSpecWrite(value.spec, to); to.ldelim(); }
  if (value.identity !== undefined) { to.uint32(34).fork(); nodeIdentityWrite(value.identity, to); to.ldelim(); }
  if (value.description !== undefined) { to.uint32(42).fork(); nodeDescriptionWrite(value.description, to); to.ldelim(); }
  if (value.status !== undefined) { to.uint32(50).fork(); nodeStatusWrite(value.status, to); to.ldelim(); }
  if (value.allocation !== undefined) { to.uint32(58).fork(); nodeAllocationWrite(value.allocation, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function nodeRead(from: rt.Reader, end: number, depth: number, before?: Node): Node {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $spec: NodeSpec | undefined = before?.spec;
  let $identity: NodeIdentity | undefined = before?.identity;
  let $description: NodeDescription | undefined = before?.description;
  let $status: NodeStatus | undefined = before?.status;
  let $allocation: NodeAllocation | undefined = before?.allocation;
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
        $spec = nodeSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 34: {
        $identity = nodeIdentityRead(from, rt.endOfMessage(from, depth), depth + 1, $identity);
        continue;
      }
      case 42: {
        $description = nodeDescriptionRead(from, rt.endOfMessage(from, depth), depth + 1, $description);
        continue;
      }
      case 50: {
        $status = nodeStatusRead(from, rt.endOfMessage(from, depth), depth + 1, $status);
        continue;
      }
      case 58: {
        $allocation = nodeAllocationRead(from, rt.endOfMessage(from, depth), depth + 1, $allocation);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Node = {
    id: $id,
    meta: $meta,
    spec: $spec,
    identity: $identity,
    description: $description,
    status: $status,
    allocation: $allocation,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeCodec: rt.MessageCodec<Node, NodeInput> = {
  name: 'swarm.v1.Node',
  encode: (value) => rt.encodeMessage(value, nodeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Node', bytes, nodeRead),
  create: nodeCreate,
};

/**
 * What the node was given of overlay networks: one address on each that it takes part in, which is the gateway of
 * its containers and what other nodes reach it by.
 */
export interface NodeAllocation extends rt.WithUnknownFields {
  readonly attachments: readonly NetworkAttachment[];
}

/** What NodeAllocationCodec.create accepts; all of it may be left out. */
export interface NodeAllocationInput extends rt.WithUnknownFields {
  readonly attachments?: readonly NetworkAttachmentInput[] | undefined;
}

export function nodeAllocationCreate(partial: NodeAllocationInput = {}): NodeAllocation {
  const value: NodeAllocation = {
    attachments: (partial.attachments ?? []).map((item) => networkAttachmentCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeAllocationWrite(value: NodeAllocation, to: rt.Writer): void {
  for (const item of value.attachments) { to.uint32(10).fork(); networkAttachmentWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function nodeAllocationRead(from: rt.Reader, end: number, depth: number, before?: NodeAllocation): NodeAllocation {
  let $attachments = before?.attachments as NetworkAttachment[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($attachments ??= []).push(networkAttachmentRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeAllocation = {
    attachments: $attachments ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeAllocationCodec: rt.MessageCodec<NodeAllocation, NodeAllocationInput> = {
  name: 'swarm.v1.NodeAllocation',
  encode: (value) => rt.encodeMessage(value, nodeAllocationWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeAllocation', bytes, nodeAllocationRead),
  create: nodeAllocationCreate,
};

export interface NodeSpec extends rt.WithUnknownFields {
  readonly labels: Readonly<Record<string, string>>;
  readonly role: NodeRole;
  readonly availability: NodeAvailability;
  /** A worker that has been down for so long is removed from the cluster; 0: never. */
  readonly autoRemoveAfterMs: number;
}

/** What NodeSpecCodec.create accepts; all of it may be left out. */
export interface NodeSpecInput extends rt.WithUnknownFields {
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly role?: NodeRole | undefined;
  readonly availability?: NodeAvailability | undefined;
  /** A worker that has been down for so long is removed from the cluster; 0: never. */
  readonly autoRemoveAfterMs?: number | undefined;
}

export function nodeSpecCreate(partial: NodeSpecInput = {}): NodeSpec {
  const value: NodeSpec = {
    labels: partial.labels ?? {},
    role: partial.role ?? NODE_ROLE_DEFAULT,
    availability: partial.availability ?? NODE_AVAILABILITY_DEFAULT,
    autoRemoveAfterMs: partial.autoRemoveAfterMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeSpecWrite(value: NodeSpec, to: rt.Writer): void {
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(10).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(16).int32(nodeRoleToNumber(value.role, 'swarm.v1.NodeSpec', 'role')); }
  if (value.availability !== NODE_AVAILABILITY_DEFAULT) { to.uint32(24).int32(nodeAvailabilityToNumber(value.availability, 'swarm.v1.NodeSpec', 'availability')); }
  if (value.autoRemoveAfterMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.autoRemoveAfterMs, 'swarm.v1.NodeSpec', 'autoRemoveAfterMs')); }
  rt.writeUnknown(value, to);
}

export function nodeSpecRead(from: rt.Reader, end: number, depth: number, before?: NodeSpec): NodeSpec {
  let $labels = before?.labels as Record<string, string> | undefined;
  let $role: NodeRole = before?.role ?? NODE_ROLE_DEFAULT;
  let $availability: NodeAvailability = before?.availability ?? NODE_AVAILABILITY_DEFAULT;
  let $autoRemoveAfterMs: number = before?.autoRemoveAfterMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
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
      case 16: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.NodeSpec', 'role');
        continue;
      }
      case 24: {
        $availability = nodeAvailabilityFromNumber(from.int32(), 'swarm.v1.NodeSpec', 'availability');
        continue;
      }
      case 32: {
        $autoRemoveAfterMs = rt.readLong(from.int64(), 'swarm.v1.NodeSpec', 'autoRemoveAfterMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeSpec = {
    labels: $labels ?? {},
    role: $role,
    availability: $availability,
    autoRemoveAfterMs: $autoRemoveAfterMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeSpecCodec: rt.MessageCodec<NodeSpec, NodeSpecInput> = {
  name: 'swarm.v1.NodeSpec',
  encode: (value) => rt.encodeMessage(value, nodeSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeSpec', bytes, nodeSpecRead),
  create: nodeSpecCreate,
};

export interface NodeIdentity extends rt.WithUnknownFields {
  /** The role its certificate was issued for. */
  readonly role: NodeRole;
  readonly certificateExpiresAtMs: number;
}

/** What NodeIdentityCodec.create accepts; all of it may be left out. */
export interface NodeIdentityInput extends rt.WithUnknownFields {
  /** The role its certificate was issued for. */
  readonly role?: NodeRole | undefined;
  readonly certificateExpiresAtMs?: number | undefined;
}

export function nodeIdentityCreate(partial: NodeIdentityInput = {}): NodeIdentity {
  const value: NodeIdentity = {
    role: partial.role ?? NODE_ROLE_DEFAULT,
    certificateExpiresAtMs: partial.certificateExpiresAtMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeIdentityWrite(value: NodeIdentity, to: rt.Writer): void {
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(8).int32(nodeRoleToNumber(value.role, 'swarm.v1.NodeIdentity', 'role')); }
  if (value.certificateExpiresAtMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.certificateExpiresAtMs, 'swarm.v1.NodeIdentity', 'certificateExpiresAtMs')); }
  rt.writeUnknown(value, to);
}

export function nodeIdentityRead(from: rt.Reader, end: number, depth: number, before?: NodeIdentity): NodeIdentity {
  let $role: NodeRole = before?.role ?? NODE_ROLE_DEFAULT;
  let $certificateExpiresAtMs: number = before?.certificateExpiresAtMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.NodeIdentity', 'role');
        continue;
      }
      case 16: {
        $certificateExpiresAtMs = rt.readLong(from.int64(), 'swarm.v1.NodeIdentity', 'certificateExpiresAtMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeIdentity = {
    role: $role,
    certificateExpiresAtMs: $certificateExpiresAtMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeIdentityCodec: rt.MessageCodec<NodeIdentity, NodeIdentityInput> = {
  name: 'swarm.v1.NodeIdentity',
  encode: (value) => rt.encodeMessage(value, nodeIdentityWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeIdentity', bytes, nodeIdentityRead),
  create: nodeIdentityCreate,
};

export interface NodeDescription extends rt.WithUnknownFields {
  readonly hostname: string;
  readonly platform?: Platform | undefined;
  readonly resources?: Resources | undefined;
  readonly engineVersion: string;
  readonly engineLabels: Readonly<Record<string, string>>;
  /** Why the container runtime cannot be used now; empty while it can. */
  readonly runtimeError: string;
  readonly plugins: readonly Plugin[];
  readonly networking?: NodeNetworking | undefined;
}

/** What NodeDescriptionCodec.create accepts; all of it may be left out. */
export interface NodeDescriptionInput extends rt.WithUnknownFields {
  readonly hostname?: string | undefined;
  readonly platform?: PlatformInput | undefined;
  readonly resources?: ResourcesInput | undefined;
  readonly engineVersion?: string | undefined;
  readonly engineLabels?: Readonly<Record<string, string>> | undefined;
  /** Why the container runtime cannot be used now; empty while it can. */
  readonly runtimeError?: string | undefined;
  readonly plugins?: readonly PluginInput[] | undefined;
  readonly networking?: NodeNetworkingInput | undefined;
}

export function nodeDescriptionCreate(partial: NodeDescriptionInput = {}): NodeDescription {
  const value: NodeDescription = {
    hostname: partial.hostname ?? '',
    platform: partial.platform === undefined ? undefined : platformCreate(partial.platform),
    resources: partial.resources === undefined ? undefined : resourcesCreate(partial.resources),
    engineVersion: partial.engineVersion ?? '',
    engineLabels: partial.engineLabels ?? {},
    runtimeError: partial.runtimeError ?? '',
    plugins: (partial.plugins ?? []).map((item) => pluginCreate(item)),
    networking: partial.networking === undefined ? undefined : nodeNetworkingCreate(partial.networking),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeDescriptionWrite(value: NodeDescription, to: rt.Writer): void {
  if (value.hostname !== '') { to.uint32(10).string(value.hostname); }
  if (value.platform !== undefined) { to.uint32(18).fork(); platformWrite(value.platform, to); to.ldelim(); }
  if (value.resources !== undefined) { to.uint32(26).fork(); resourcesWrite(value.resources, to); to.ldelim(); }
  if (value.engineVersion !== '') { to.uint32(34).string(value.engineVersion); }
  for (const [key, item] of Object.entries(value.engineLabels)) {
    to.uint32(42).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.runtimeError !== '') { to.uint32(50).string(value.runtimeError); }
  for (const item of value.plugins) { to.uint32(58).fork(); pluginWrite(item, to); to.ldelim(); }
  if (value.networking !== undefined) { to.uint32(66).fork(); nodeNetworkingWrite(value.networking, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function nodeDescriptionRead(from: rt.Reader, end: number, depth: number, before?: NodeDescription): NodeDescription {
  let $hostname: string = before?.hostname ?? '';
  let $platform: Platform | undefined = before?.platform;
  let $resources: Resources | undefined = before?.resources;
  let $engineVersion: string = before?.engineVersion ?? '';
  let $engineLabels = before?.engineLabels as Record<string, string> | undefined;
  let $runtimeError: string = before?.runtimeError ?? '';
  let $plugins = before?.plugins as Plugin[] | undefined;
  let $networking: NodeNetworking | undefined = before?.networking;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $hostname = from.stringVerify();
        continue;
      }
      case 18: {
        $platform = platformRead(from, rt.endOfMessage(from, depth), depth + 1, $platform);
        continue;
      }
      case 26: {
        $resources = resourcesRead(from, rt.endOfMessage(from, depth), depth + 1, $resources);
        continue;
      }
      case 34: {
        $engineVersion = from.stringVerify();
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
        rt.setEntry(($engineLabels ??= {}), key, item ?? '');
        continue;
      }
      case 50: {
        $runtimeError = from.stringVerify();
        continue;
      }
      case 58: {
        ($plugins ??= []).push(pluginRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 66: {
        $networking = nodeNetworkingRead(from, rt.endOfMessage(from, depth), depth + 1, $networking);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeDescription = {
    hostname: $hostname,
    platform: $platform,
    resources: $resources,
    engineVersion: $engineVersion,
    engineLabels: $engineLabels ?? {},
    runtimeError: $runtimeError,
    plugins: $plugins ?? [],
    networking: $networking,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeDescriptionCodec: rt.MessageCodec<NodeDescription, NodeDescriptionInput> = {
  name: 'swarm.v1.NodeDescription',
  encode: (value) => rt.encodeMessage(value, nodeDescriptionWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeDescription', bytes, nodeDescriptionRead),
  create: nodeDescriptionCreate,
};

/** What a node says of itself that overlay networks depend on. */
export interface NodeNetworking extends rt.WithUnknownFields {
  /** Where other nodes send the traffic of overlay networks to. Empty: this node takes part in none. */
  readonly dataAddress: string;
  /** Largest packet that its interface to the other nodes carries, in bytes. */
  readonly dataMtu: number;
  /** Why it cannot take part in overlay networks; empty while it can. */
  readonly problem: string;
  /** Subnets (CIDR) that it has routes to: no overlay network may overlap one of them. */
  readonly routes: readonly string[];
  /** Ports on which others than this cluster listen, those below the range that programs are given at random. */
  readonly usedPorts: readonly UsedPort[];
  /** For encrypted networks, newest last; the others are being given up. */
  readonly tunnelKeys: readonly TunnelKey[];
  /** Those that users attached to attachable networks themselves, with addresses from the node's blocks. */
  readonly containers: readonly AttachedContainer[];
  /** Why it cannot take part in encrypted networks; empty while it can, or when it takes part in none at all. */
  readonly tunnelProblem: string;
}

/** What NodeNetworkingCodec.create accepts; all of it may be left out. */
export interface NodeNetworkingInput extends rt.WithUnknownFields {
  /** Where other nodes send the traffic of overlay networks to. Empty: this node takes part in none. */
  readonly dataAddress?: string | undefined;
  /** Largest packet that its interface to the other nodes carries, in bytes. */
  readonly dataMtu?: number | undefined;
  /** Why it cannot take part in overlay networks; empty while it can. */
  readonly problem?: string | undefined;
  /** Subnets (CIDR) that it has routes to: no overlay network may overlap one of them. */
  readonly routes?: readonly string[] | undefined;
  /** Ports on which others than this cluster listen, those below the range that programs are given at random. */
  readonly usedPorts?: readonly UsedPortInput[] | undefined;
  /** For encrypted networks, newest last; the others are being given up. */
  readonly tunnelKeys?: readonly TunnelKeyInput[] | undefined;
  /** Those that users attached to attachable networks themselves, with addresses from the node's blocks. */
  readonly containers?: readonly AttachedContainerInput[] | undefined;
  /** Why it cannot take part in encrypted networks; empty while it can, or when it takes part in none at all. */
  readonly tunnelProblem?: string | undefined;
}

export function nodeNetworkingCreate(partial: NodeNetworkingInput = {}): NodeNetworking {
  const value: NodeNetworking = {
    dataAddress: partial.dataAddress ?? '',
    dataMtu: partial.dataMtu ?? 0,
    problem: partial.problem ?? '',
    routes: partial.routes ?? [],
    usedPorts: (partial.usedPorts ?? []).map((item) => usedPortCreate(item)),
    tunnelKeys: (partial.tunnelKeys ?? []).map((item) => tunnelKeyCreate(item)),
    containers: (partial.containers ?? []).map((item) => attachedContainerCreate(item)),
    tunnelProblem: partial.tunnelProblem ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeNetworkingWrite(value: NodeNetworking, to: rt.Writer): void {
  if (value.dataAddress !== '') { to.uint32(10).string(value.dataAddress); }
  if (value.dataMtu !== 0) { to.uint32(16).uint32(rt.writeUint32(value.dataMtu, 'swarm.v1.NodeNetworking', 'dataMtu')); }
  if (value.problem !== '') { to.uint32(26).string(value.problem); }
  for (const item of value.routes) { to.uint32(34).string(item); }
  for (const item of value.usedPorts) { to.uint32(42).fork(); usedPortWrite(item, to); to.ldelim(); }
  for (const item of value.tunnelKeys) { to.uint32(50).fork(); tunnelKeyWrite(item, to); to.ldelim(); }
  for (const item of value.containers) { to.uint32(58).fork(); attachedContainerWrite(item, to); to.ldelim(); }
  if (value.tunnelProblem !== '') { to.uint32(66).string(value.tunnelProblem); }
  rt.writeUnknown(value, to);
}

export function nodeNetworkingRead(from: rt.Reader, end: number, depth: number, before?: NodeNetworking): NodeNetworking {
  let $dataAddress: string = before?.dataAddress ?? '';
  let $dataMtu: number = before?.dataMtu ?? 0;
  let $problem: string = before?.problem ?? '';
  let $routes = before?.routes as string[] | undefined;
  let $usedPorts = before?.usedPorts as UsedPort[] | undefined;
  let $tunnelKeys = before?.tunnelKeys as TunnelKey[] | undefined;
  let $containers = before?.containers as AttachedContainer[] | undefined;
  let $tunnelProblem: string = before?.tunnelProblem ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $dataAddress = from.stringVerify();
        continue;
      }
      case 16: {
        $dataMtu = from.uint32();
        continue;
      }
      case 26: {
        $problem = from.stringVerify();
        continue;
      }
      case 34: {
        ($routes ??= []).push(from.stringVerify());
        continue;
      }
      case 42: {
        ($usedPorts ??= []).push(usedPortRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 50: {
        ($tunnelKeys ??= []).push(tunnelKeyRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 58: {
        ($containers ??= []).push(attachedContainerRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 66: {
        $tunnelProblem = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeNetworking = {
    dataAddress: $dataAddress,
    dataMtu: $dataMtu,
    problem: $problem,
    routes: $routes ?? [],
    usedPorts: $usedPorts ?? [],
    tunnelKeys: $tunnelKeys ?? [],
    containers: $containers ?? [],
    tunnelProblem: $tunnelProblem,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeNetworkingCodec: rt.MessageCodec<NodeNetworking, NodeNetworkingInput> = {
  name: 'swarm.v1.NodeNetworking',
  encode: (value) => rt.encodeMessage(value, nodeNetworkingWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeNetworking', bytes, nodeNetworkingRead),
  create: nodeNetworkingCreate,
};

/** A container that is no task, on an attachable network. */
export interface AttachedContainer extends rt.WithUnknownFields {
  readonly networkId: string;
  /** The engine's id and name of it. */
  readonly containerId: string;
  readonly name: string;
  readonly address: string;
  readonly address6: string;
  /** As the engine drew it: unlike a task's, it need not follow from the address. */
  readonly hardwareAddress: string;
}

/** What AttachedContainerCodec.create accepts; all of it may be left out. */
export interface AttachedContainerInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  /** The engine's id and name of it. */
  readonly containerId?: string | undefined;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly address6?: string | undefined;
  /** As the engine drew it: unlike a task's, it need not follow from the address. */
  readonly hardwareAddress?: string | undefined;
}

export function attachedContainerCreate(partial: AttachedContainerInput = {}): AttachedContainer {
  const value: AttachedContainer = {
    networkId: partial.networkId ?? '',
    containerId: partial.containerId ?? '',
    name: partial.name ?? '',
    address: partial.address ?? '',
    address6: partial.address6 ?? '',
    hardwareAddress: partial.hardwareAddress ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function attachedContainerWrite(value: AttachedContainer, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  if (value.containerId !== '') { to.uint32(18).string(value.containerId); }
  if (value.name !== '') { to.uint32(26).string(value.name); }
  if (value.address !== '') { to.uint32(34).string(value.address); }
  if (value.address6 !== '') { to.uint32(42).string(value.address6); }
  if (value.hardwareAddress !== '') { to.uint32(50).string(value.hardwareAddress); }
  rt.writeUnknown(value, to);
}

export function attachedContainerRead(from: rt.Reader, end: number, depth: number, before?: AttachedContainer): AttachedContainer {
  let $networkId: string = before?.networkId ?? '';
  let $containerId: string = before?.containerId ?? '';
  let $name: string = before?.name ?? '';
  let $address: string = before?.address ?? '';
  let $address6: string = before?.address6 ?? '';
  let $hardwareAddress: string = before?.hardwareAddress ?? '';
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
        $containerId = from.stringVerify();
        continue;
      }
      case 26: {
        $name = from.stringVerify();
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
        $hardwareAddress = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: AttachedContainer = {
    networkId: $networkId,
    containerId: $containerId,
    name: $name,
    address: $address,
    address6: $address6,
    hardwareAddress: $hardwareAddress,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const AttachedContainerCodec: rt.MessageCodec<AttachedContainer, AttachedContainerInput> = {
  name: 'swarm.v1.AttachedContainer',
  encode: (value) => rt.encodeMessage(value, attachedContainerWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.AttachedContainer', bytes, attachedContainerRead),
  create: attachedContainerCreate,
};

export interface UsedPort extends rt.WithUnknownFields {
  readonly protocol: PortProtocol;
  readonly port: number;
  /** Empty: on every address of the node. */
  readonly address: string;
}

/** What UsedPortCodec.create accepts; all of it may be left out. */
export interface UsedPortInput extends rt.WithUnknownFields {
  readonly protocol?: PortProtocol | undefined;
  readonly port?: number | undefined;
  /** Empty: on every address of the node. */
  readonly address?: string | undefined;
}

export function usedPortCreate(partial: UsedPortInput = {}): UsedPort {
  const value: UsedPort = {
    protocol: partial.protocol ?? PORT_PROTOCOL_DEFAULT,
    port: partial.port ?? 0,
    address: partial.address ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function usedPortWrite(value: UsedPort, to: rt.Writer): void {
  if (value.protocol !== PORT_PROTOCOL_DEFAULT) { to.uint32(8).int32(portProtocolToNumber(value.protocol, 'swarm.v1.UsedPort', 'protocol')); }
  if (value.port !== 0) { to.uint32(16).uint32(rt.writeUint32(value.port, 'swarm.v1.UsedPort', 'port')); }
  if (value.address !== '') { to.uint32(26).string(value.address); }
  rt.writeUnknown(value, to);
}

export function usedPortRead(from: rt.Reader, end: number, depth: number, before?: UsedPort): UsedPort {
  let $protocol: PortProtocol = before?.protocol ?? PORT_PROTOCOL_DEFAULT;
  let $port: number = before?.port ?? 0;
  let $address: string = before?.address ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $protocol = portProtocolFromNumber(from.int32(), 'swarm.v1.UsedPort', 'protocol');
        continue;
      }
      case 16: {
        $port = from.uint32();
        continue;
      }
      case 26: {
        $address = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UsedPort = {
    protocol: $protocol,
    port: $port,
    address: $address,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UsedPortCodec: rt.MessageCodec<UsedPort, UsedPortInput> = {
  name: 'swarm.v1.UsedPort',
  encode: (value) => rt.encodeMessage(value, usedPortWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UsedPort', bytes, usedPortRead),
  create: usedPortCreate,
};

/** One end of a node's encrypted tunnels (WireGuard). */
export interface TunnelKey extends rt.WithUnknownFields {
  /** As WireGuard writes it: 32 bytes in base64. The private half never leaves the node. */
  readonly publicKey: string;
  /** UDP. */
  readonly port: number;
}

/** What TunnelKeyCodec.create accepts; all of it may be left out. */
export interface TunnelKeyInput extends rt.WithUnknownFields {
  /** As WireGuard writes it: 32 bytes in base64. The private half never leaves the node. */
  readonly publicKey?: string | undefined;
  /** UDP. */
  readonly port?: number | undefined;
}

export function tunnelKeyCreate(partial: TunnelKeyInput = {}): TunnelKey {
  const value: TunnelKey = {
    publicKey: partial.publicKey ?? '',
    port: partial.port ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function tunnelKeyWrite(value: TunnelKey, to: rt.Writer): void {
  if (value.publicKey !== '') { to.uint32(10).string(value.publicKey); }
  if (value.port !== 0) { to.uint32(16).uint32(rt.writeUint32(value.port, 'swarm.v1.TunnelKey', 'port')); }
  rt.writeUnknown(value, to);
}

export function tunnelKeyRead(from: rt.Reader, end: number, depth: number, before?: TunnelKey): TunnelKey {
  let $publicKey: string = before?.publicKey ?? '';
  let $port: number = before?.port ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $publicKey = from.stringVerify();
        continue;
      }
      case 16: {
        $port = from.uint32();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TunnelKey = {
    publicKey: $publicKey,
    port: $port,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TunnelKeyCodec: rt.MessageCodec<TunnelKey, TunnelKeyInput> = {
  name: 'swarm.v1.TunnelKey',
  encode: (value) => rt.encodeMessage(value, tunnelKeyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TunnelKey', bytes, tunnelKeyRead),
  create: tunnelKeyCreate,
};

/** What the engine can do beyond itself. */
export interface Plugin extends rt.WithUnknownFields {
  /** Volume, Network or Log. */
  readonly type: string;
  readonly name: string;
}

/** What PluginCodec.create accepts; all of it may be left out. */
export interface PluginInput extends rt.WithUnknownFields {
  /** Volume, Network or Log. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

export function pluginCreate(partial: PluginInput = {}): Plugin {
  const value: Plugin = {
    type: partial.type ?? '',
    name: partial.name ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function pluginWrite(value: Plugin, to: rt.Writer): void {
  if (value.type !== '') { to.uint32(10).string(value.type); }
  if (value.name !== '') { to.uint32(18).string(value.name); }
  rt.writeUnknown(value, to);
}

export function pluginRead(from: rt.Reader, end: number, depth: number, before?: Plugin): Plugin {
  let $type: string = before?.type ?? '';
  let $name: string = before?.name ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $type = from.stringVerify();
        continue;
      }
      case 18: {
        $name = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Plugin = {
    type: $type,
    name: $name,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PluginCodec: rt.MessageCodec<Plugin, PluginInput> = {
  name: 'swarm.v1.Plugin',
  encode: (value) => rt.encodeMessage(value, pluginWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Plugin', bytes, pluginRead),
  create: pluginCreate,
};

export interface NodeStatus extends rt.WithUnknownFields {
  readonly state: NodeState;
  readonly message: string;
  /** The address it was last heard from, without port. */
  readonly address: string;
  readonly sinceMs: number;
  /** Where its managers listen (host:port); empty on a worker. */
  readonly managerAddress: string;
}

/** What NodeStatusCodec.create accepts; all of it may be left out. */
export interface NodeStatusInput extends rt.WithUnknownFields {
  readonly state?: NodeState | undefined;
  readonly message?: string | undefined;
  /** The address it was last heard from, without port. */
  readonly address?: string | undefined;
  readonly sinceMs?: number | undefined;
  /** Where its managers listen (host:port); empty on a worker. */
  readonly managerAddress?: string | undefined;
}

export function nodeStatusCreate(partial: NodeStatusInput = {}): NodeStatus {
  const value: NodeStatus = {
    state: partial.state ?? NODE_STATE_DEFAULT,
    message: partial.message ?? '',
    address: partial.address ?? '',
    sinceMs: partial.sinceMs ?? 0,
    managerAddress: partial.managerAddress ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeStatusWrite(value: NodeStatus, to: rt.Writer): void {
  if (value.state !== NODE_STATE_DEFAULT) { to.uint32(8).int32(nodeStateToNumber(value.state, 'swarm.v1.NodeStatus', 'state')); }
  if (value.message !== '') { to.uint32(18).string(value.message); }
  if (value.address !== '') { to.uint32(26).string(value.address); }
  if (value.sinceMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.sinceMs, 'swarm.v1.NodeStatus', 'sinceMs')); }
  if (value.managerAddress !== '') { to.uint32(42).string(value.managerAddress); }
  rt.writeUnknown(value, to);
}

export function nodeStatusRead(from: rt.Reader, end: number, depth: number, before?: NodeStatus): NodeStatus {
  let $state: NodeState = before?.state ?? NODE_STATE_DEFAULT;
  let $message: string = before?.message ?? '';
  let $address: string = before?.address ?? '';
  let $sinceMs: number = before?.sinceMs ?? 0;
  let $managerAddress: string = before?.managerAddress ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $state = nodeStateFromNumber(from.int32(), 'swarm.v1.NodeStatus', 'state');
        continue;
      }
      case 18: {
        $message = from.stringVerify();
        continue;
      }
      case 26: {
        $address = from.stringVerify();
        continue;
      }
      case 32: {
        $sinceMs = rt.readLong(from.int64(), 'swarm.v1.NodeStatus', 'sinceMs');
        continue;
      }
      case 42: {
        $managerAddress = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NodeStatus = {
    state: $state,
    message: $message,
    address: $address,
    sinceMs: $sinceMs,
    managerAddress: $managerAddress,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NodeStatusCodec: rt.MessageCodec<NodeStatus, NodeStatusInput> = {
  name: 'swarm.v1.NodeStatus',
  encode: (value) => rt.encodeMessage(value, nodeStatusWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeStatus', bytes, nodeStatusRead),
  create: nodeStatusCreate,
};

export interface Platform extends rt.WithUnknownFields {
  readonly architecture: string;
  readonly os: string;
}

/** What PlatformCodec.create accepts; all of it may be left out. */
export interface PlatformInput extends rt.WithUnknownFields {
  readonly architecture?: string | undefined;
  readonly os?: string | undefined;
}

export function platformCreate(partial: PlatformInput = {}): Platform {
  const value: Platform = {
    architecture: partial.architecture ?? '',
    os: partial.os ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function platformWrite(value: Platform, to: rt.Writer): void {
  if (value.architecture !== '') { to.uint32(10).string(value.architecture); }
  if (value.os !== '') { to.uint32(18).string(value.os); }
  rt.writeUnknown(value, to);
}

export function platformRead(from: rt.Reader, end: number, depth: number, before?: Platform): Platform {
  let $architecture: string = before?.architecture ?? '';
  let $os: string = before?.os ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $architecture = from.stringVerify();
        continue;
      }
      case 18: {
        $os = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Platform = {
    architecture: $architecture,
    os: $os,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PlatformCodec: rt.MessageCodec<Platform, PlatformInput> = {
  name: 'swarm.v1.Platform',
  encode: (value) => rt.encodeMessage(value, platformWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Platform', bytes, platformRead),
  create: platformCreate,
};

export interface Resources extends rt.WithUnknownFields {
  readonly nanoCpus: number;
  readonly memoryBytes: number;
  /** Of each kind one. */
  readonly generic: readonly GenericResource[];
}

/** What ResourcesCodec.create accepts; all of it may be left out. */
export interface ResourcesInput extends rt.WithUnknownFields {
  readonly nanoCpus?: number | undefined;
  readonly memoryBytes?: number | undefined;
  /** Of each kind one. */
  readonly generic?: readonly GenericResourceInput[] | undefined;
}

export function resourcesCreate(partial: ResourcesInput = {}): Resources {
  const value: Resources = {
    nanoCpus: partial.nanoCpus ?? 0,
    memoryBytes: partial.memoryBytes ?? 0,
    generic: (partial.generic ?? []).map((item) => genericResourceCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function resourcesWrite(value: Resources, to: rt.Writer): void {
  if (value.nanoCpus !== 0) { to.uint32(8).int64(rt.writeInt64(value.nanoCpus, 'swarm.v1.Resources', 'nanoCpus')); }
  if (value.memoryBytes !== 0) { to.uint32(16).int64(rt.writeInt64(value.memoryBytes, 'swarm.v1.Resources', 'memoryBytes')); }
  for (const item of value.generic) { to.uint32(26).fork(); genericResourceWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function resourcesRead(from: rt.Reader, end: number, depth: number, before?: Resources): Resources {
  let $nanoCpus: number = before?.nanoCpus ?? 0;
  let $memoryBytes: number = before?.memoryBytes ?? 0;
  let $generic = before?.generic as GenericResource[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $nanoCpus = rt.readLong(from.int64(), 'swarm.v1.Resources', 'nanoCpus');
        continue;
      }
      case 16: {
        $memoryBytes = rt.readLong(from.int64(), 'swarm.v1.Resources', 'memoryBytes');
        continue;
      }
      case 26: {
        ($generic ??= []).push(genericResourceRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Resources = {
    nanoCpus: $nanoCpus,
    memoryBytes: $memoryBytes,
    generic: $generic ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ResourcesCodec: rt.MessageCodec<Resources, ResourcesInput> = {
  name: 'swarm.v1.Resources',
  encode: (value) => rt.encodeMessage(value, resourcesWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Resources', bytes, resourcesRead),
  create: resourcesCreate,
};

/** Something nodes have that is neither processor time nor memory, such as gpu. */
export interface GenericResource extends rt.WithUnknownFields {
  readonly kind: string;
  readonly count: number;
  /** What the units are called, where each has a name; then there are count of them. */
  readonly values: readonly string[];
}

/** What GenericResourceCodec.create accepts; all of it may be left out. */
export interface GenericResourceInput extends rt.WithUnknownFields {
  readonly kind?: string | undefined;
  readonly count?: number | undefined;
  /** What the units are called, where each has a name; then there are count of them. */
  readonly values?: readonly string[] | undefined;
}

export function genericResourceCreate(partial: GenericResourceInput = {}): GenericResource {
  const value: GenericResource = {
    kind: partial.kind ?? '',
    count: partial.count ?? 0,
    values: partial.values ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function genericResourceWrite(value: GenericResource, to: rt.Writer): void {
  if (value.kind !== '') { to.uint32(10).string(value.kind); }
  if (value.count !== 0) { to.uint32(16).uint64(rt.writeUint64(value.count, 'swarm.v1.GenericResource', 'count')); }
  for (const item of value.values) { to.uint32(26).string(item); }
  rt.writeUnknown(value, to);
}

export function genericResourceRead(from: rt.Reader, end: number, depth: number, before?: GenericResource): GenericResource {
  let $kind: string = before?.kind ?? '';
  let $count: number = before?.count ?? 0;
  let $values = before?.values as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $kind = from.stringVerify();
        continue;
      }
      case 16: {
        $count = rt.readLong(from.uint64(), 'swarm.v1.GenericResource', 'count');
        continue;
      }
      case 26: {
        ($values ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GenericResource = {
    kind: $kind,
    count: $count,
    values: $values ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GenericResourceCodec: rt.MessageCodec<GenericResource, GenericResourceInput> = {
  name: 'swarm.v1.GenericResource',
  encode: (value) => rt.encodeMessage(value, genericResourceWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GenericResource', bytes, genericResourceRead),
  create: genericResourceCreate,
};

export interface Service extends rt.WithUnknownFields {
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly spec?: ServiceSpec | undefined;
  /** Number of the revision that spec is; rises by one with each change of the spec. */
  readonly revision: number;
  /** Progress of a rollout; written by the orchestrator. */
  readonly desired?: ServiceDesired | undefined;
  /** The revision before this one, which a rollback asked for by hand leads to; 0 when there is none. Written with spec. */
  readonly previousRevision: number;
  /** What is asked of the rollout of the present revision; written with spec. */
  readonly rollout?: RolloutRequest | undefined;
  /** Of a job only. */
  readonly runs?: ServiceRuns | undefined;
  readonly allocation?: ServiceAllocation | undefined;
}

/** What ServiceCodec.create accepts; all of it may be left out. */
export interface ServiceInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly spec?: ServiceSpecInput | undefined;
  /** Number of the revision that spec is; rises by one with each change of the spec. */
  readonly revision?: number | undefined;
  /** Progress of a rollout; written by the orchestrator. */
  readonly desired?: ServiceDesiredInput | undefined;
  /** The revision before this one, which a rollback asked for by hand leads to; 0 when there is none. Written with spec. */
  readonly previousRevision?: number | undefined;
  /** What is asked of the rollout of the present revision; written with spec. */
  readonly rollout?: RolloutRequestInput | undefined;
  /** Of a job only. */
  readonly runs?: ServiceRunsInput | undefined;
  readonly allocation?: ServiceAllocationInput | undefined;
}

export function serviceCreate(partial: ServiceInput = {}): Service {
  const value: Service = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    spec: partial.spec === undefined ? undefined : serviceSpecCreate(partial.spec),
    revision: partial.revision ?? 0,
    desired: partial.desired === undefined ? undefined : serviceDesiredCreate(partial.desired),
    previousRevision: partial.previousRevision ?? 0,
    rollout: partial.rollout === undefined ? undefined : rolloutRequestCreate(partial.rollout),
    runs: partial.runs === undefined ? undefined : serviceRunsCreate(partial.runs),
    allocation: partial.allocation === undefined ? undefined : serviceAllocationCreate(partial.allocation),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceWrite(value: Service, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.spec !== undefined) { to.uint32(26).fork(); serviceSpecWrite(value.spec, to); to.ldelim(); }
  if (value.revision !== 0) { to.uint32(32).uint64(rt.writeUint64(value.revision, 'swarm.v1.Service', 'revision')); }
  if (value.desired !== undefined) { to.uint32(42).fork(); serviceDesiredWrite(value.desired, to); to.ldelim(); }
  if (value.previousRevision !== 0) { to.uint32(48).uint64(rt.writeUint64(value.previousRevision, 'swarm.v1.Service', 'previousRevision')); }
  if (value.rollout !== undefined) { to.uint32(58).fork(); rolloutRequestWrite(value.rollout, to); to.ldelim(); }
  if (value.runs !== undefined) { to.uint32(66).fork(); serviceRunsWrite(value.runs, to); to.ldelim(); }
  if (value.allocation !== undefined) { to.uint32(74).fork(); serviceAllocationWrite(value.allocation, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function serviceRead(from: rt.Reader, end: number, depth: number, before?: Service): Service {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $spec: ServiceSpec | undefined = before?.spec;
  let $revision: number = before?.revision ?? 0;
  let $desired: ServiceDesired | undefined = before?.desired;
  let $previousRevision: number = before?.previousRevision ?? 0;
  let $rollout: RolloutRequest | undefined = before?.rollout;
  let $runs: ServiceRuns | undefined = before?.runs;
  let $allocation: ServiceAllocation | undefined = before?.allocation;
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
        $spec = serviceSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 32: {
        $revision = rt.readLong(from.uint64(), 'swarm.v1.Service', 'revision');
        continue;
      }
      case 42: {
        $desired = serviceDesiredRead(from, rt.endOfMessage(from, depth), depth + 1, $desired);
        continue;
      }
      case 48: {
        $previousRevision = rt.readLong(from.uint64(), 'swarm.v1.Service', 'previousRevision');
        continue;
      }
      case 58: {
        $rollout = rolloutRequestRead(from, rt.endOfMessage(from, depth), depth + 1, $rollout);
        continue;
      }
      case 66: {
        $runs = serviceRunsRead(from, rt.endOfMessage(from, depth), depth + 1, $runs);
        continue;
      }
      case 74: {
        $allocation = serviceAllocationRead(from, rt.endOfMessage(from, depth), depth + 1, $allocation);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Service = {
    id: $id,
    meta: $meta,
    spec: $spec,
    revision: $revision,
    desired: $desired,
    previousRevision: $previousRevision,
    rollout: $rollout,
    runs: $runs,
    allocation: $allocation,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceCodec: rt.MessageCodec<Service, ServiceInput> = {
  name: 'swarm.v1.Service',
  encode: (value) => rt.encodeMessage(value, serviceWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Service', bytes, serviceRead),
  create: serviceCreate,
};

/** What a service was given of networks and ports. */
export interface ServiceAllocation extends rt.WithUnknownFields {
  /**
   * The published ports, none of them 0, in the order of the spec; after them those that only tasks of earlier revisions
   * serve, until they have been told to stop.
   */
  readonly ports: readonly PortSpec[];
  /** One per network, where the endpoint mode is vip; after them those that only earlier revisions ask for, as above. */
  readonly virtualAddresses: readonly NetworkAttachment[];
  /** Why something could not be given yet, in words; empty when all was. */
  readonly problem: string;
  /**
   * Where the service is known by its names, and by which: as its spec says, and as earlier revisions say as long as
   * tasks of theirs have not been told to stop. Empty: as its spec says.
   */
  readonly networks: readonly NetworkAttachmentConfig[];
}

/** What ServiceAllocationCodec.create accepts; all of it may be left out. */
export interface ServiceAllocationInput extends rt.WithUnknownFields {
  /**
   * The published ports, none of them 0, in the order of the spec; after them those that only tasks of earlier revisions
   * serve, until they have been told to stop.
   */
  readonly ports?: readonly PortSpecInput[] | undefined;
  /** One per network, where the endpoint mode is vip; after them those that only earlier revisions ask for, as above. */
  readonly virtualAddresses?: readonly NetworkAttachmentInput[] | undefined;
  /** Why something could not be given yet, in words; empty when all was. */
  readonly problem?: string | undefined;
  /**
   * Where the service is known by its names, and by which: as its spec says, and as earlier revisions say as long as
   * tasks of theirs have not been told to stop. Empty: as its spec says.
   */
  readonly networks?: readonly NetworkAttachmentConfigInput[] | undefined;
}

export function serviceAllocationCreate(partial: ServiceAllocationInput = {}): ServiceAllocation {
  const value: ServiceAllocation = {
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
    virtualAddresses: (partial.virtualAddresses ?? []).map((item) => networkAttachmentCreate(item)),
    problem: partial.problem ?? '',
    networks: (partial.networks ?? []).map((item) => networkAttachmentConfigCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceAllocationWrite(value: ServiceAllocation, to: rt.Writer): void {
  for (const item of value.ports) { to.uint32(10).fork(); portSpecWrite(item, to); to.ldelim(); }
  for (const item of value.virtualAddresses) { to.uint32(18).fork(); networkAttachmentWrite(item, to); to.ldelim(); }
  if (value.problem !== '') { to.uint32(26).string(value.problem); }
  for (const item of value.networks) { to.uint32(34).fork(); networkAttachmentConfigWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function serviceAllocationRead(from: rt.Reader, end: number, depth: number, before?: ServiceAllocation): ServiceAllocation {
  let $ports = before?.ports as PortSpec[] | undefined;
  let $virtualAddresses = before?.virtualAddresses as NetworkAttachment[] | undefined;
  let $problem: string = before?.problem ?? '';
  let $networks = before?.networks as NetworkAttachmentConfig[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($ports ??= []).push(portSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 18: {
        ($virtualAddresses ??= []).push(networkAttachmentRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 26: {
        $problem = from.stringVerify();
        continue;
      }
      case 34: {
        ($networks ??= []).push(networkAttachmentConfigRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceAllocation = {
    ports: $ports ?? [],
    virtualAddresses: $virtualAddresses ?? [],
    problem: $problem,
    networks: $networks ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceAllocationCodec: rt.MessageCodec<ServiceAllocation, ServiceAllocationInput> = {
  name: 'swarm.v1.ServiceAllocation',
  encode: (value) => rt.encodeMessage(value, serviceAllocationWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceAllocation', bytes, serviceAllocationRead),
  create: serviceAllocationCreate,
};

/** The runs of a job, and how far its schedule was followed. */
export interface ServiceRuns extends rt.WithUnknownFields {
  /** Oldest first; all that are active, and the newest of the others. */
  readonly runs: readonly JobRun[];
  /** Rises by one with each run. */
  readonly lastNumber: number;
  /** What was scheduled up to this instant was run or reported missed. */
  readonly scheduledUntilMs: number;
}

/** What ServiceRunsCodec.create accepts; all of it may be left out. */
export interface ServiceRunsInput extends rt.WithUnknownFields {
  /** Oldest first; all that are active, and the newest of the others. */
  readonly runs?: readonly JobRunInput[] | undefined;
  /** Rises by one with each run. */
  readonly lastNumber?: number | undefined;
  /** What was scheduled up to this instant was run or reported missed. */
  readonly scheduledUntilMs?: number | undefined;
}

export function serviceRunsCreate(partial: ServiceRunsInput = {}): ServiceRuns {
  const value: ServiceRuns = {
    runs: (partial.runs ?? []).map((item) => jobRunCreate(item)),
    lastNumber: partial.lastNumber ?? 0,
    scheduledUntilMs: partial.scheduledUntilMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceRunsWrite(value: ServiceRuns, to: rt.Writer): void {
  for (const item of value.runs) { to.uint32(10).fork(); jobRunWrite(item, to); to.ldelim(); }
  if (value.lastNumber !== 0) { to.uint32(16).uint64(rt.writeUint64(value.lastNumber, 'swarm.v1.ServiceRuns', 'lastNumber')); }
  if (value.scheduledUntilMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.scheduledUntilMs, 'swarm.v1.ServiceRuns', 'scheduledUntilMs')); }
  rt.writeUnknown(value, to);
}

export function serviceRunsRead(from: rt.Reader, end: number, depth: number, before?: ServiceRuns): ServiceRuns {
  let $runs = before?.runs as JobRun[] | undefined;
  let $lastNumber: number = before?.lastNumber ?? 0;
  let $scheduledUntilMs: number = before?.scheduledUntilMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($runs ??= []).push(jobRunRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 16: {
        $lastNumber = rt.readLong(from.uint64(), 'swarm.v1.ServiceRuns', 'lastNumber');
        continue;
      }
      case 24: {
        $scheduledUntilMs = rt.readLong(from.int64(), 'swarm.v1.ServiceRuns', 'scheduledUntilMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceRuns = {
    runs: $runs ?? [],
    lastNumber: $lastNumber,
    scheduledUntilMs: $scheduledUntilMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceRunsCodec: rt.MessageCodec<ServiceRuns, ServiceRunsInput> = {
  name: 'swarm.v1.ServiceRuns',
  encode: (value) => rt.encodeMessage(value, serviceRunsWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceRuns', bytes, serviceRunsRead),
  create: serviceRunsCreate,
};

/** One time that a job was, or should have been, carried out. */
export interface JobRun extends rt.WithUnknownFields {
  readonly number: number;
  readonly revision: number;
  /** The instant the schedule names; 0 where somebody asked for it. */
  readonly scheduledAtMs: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly state: JobRunState;
  readonly message: string;
}

/** What JobRunCodec.create accepts; all of it may be left out. */
export interface JobRunInput extends rt.WithUnknownFields {
  readonly number?: number | undefined;
  readonly revision?: number | undefined;
  /** The instant the schedule names; 0 where somebody asked for it. */
  readonly scheduledAtMs?: number | undefined;
  readonly startedAtMs?: number | undefined;
  readonly endedAtMs?: number | undefined;
  readonly state?: JobRunState | undefined;
  readonly message?: string | undefined;
}

export function jobRunCreate(partial: JobRunInput = {}): JobRun {
  const value: JobRun = {
    number: partial.number ?? 0,
    revision: partial.revision ?? 0,
    scheduledAtMs: partial.scheduledAtMs ?? 0,
    startedAtMs: partial.startedAtMs ?? 0,
    endedAtMs: partial.endedAtMs ?? 0,
    state: partial.state ?? JOB_RUN_STATE_DEFAULT,
    message: partial.message ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function jobRunWrite(value: JobRun, to: rt.Writer): void {
  if (value.number !== 0) { to.uint32(8).uint64(rt.writeUint64(value.number, 'swarm.v1.JobRun', 'number')); }
  if (value.revision !== 0) { to.uint32(16).uint64(rt.writeUint64(value.revision, 'swarm.v1.JobRun', 'revision')); }
  if (value.scheduledAtMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.scheduledAtMs, 'swarm.v1.JobRun', 'scheduledAtMs')); }
  if (value.startedAtMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.startedAtMs, 'swarm.v1.JobRun', 'startedAtMs')); }
  if (value.endedAtMs !== 0) { to.uint32(40).int64(rt.writeInt64(value.endedAtMs, 'swarm.v1.JobRun', 'endedAtMs')); }
  if (value.state !== JOB_RUN_STATE_DEFAULT) { to.uint32(48).int32(jobRunStateToNumber(value.state, 'swarm.v1.JobRun', 'state')); }
  if (value.message !== '') { to.uint32(58).string(value.message); }
  rt.writeUnknown(value, to);
}

export function jobRunRead(from: rt.Reader, end: number, depth: number, before?: JobRun): JobRun {
  let $number: number = before?.number ?? 0;
  let $revision: number = before?.revision ?? 0;
  let $scheduledAtMs: number = before?.scheduledAtMs ?? 0;
  let $startedAtMs: number = before?.startedAtMs ?? 0;
  let $endedAtMs: number = before?.endedAtMs ?? 0;
  let $state: JobRunState = before?.state ?? JOB_RUN_STATE_DEFAULT;
  let $message: string = before?.message ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $number = rt.readLong(from.uint64(), 'swarm.v1.JobRun', 'number');
        continue;
      }
      case 16: {
        $revision = rt.readLong(from.uint64(), 'swarm.v1.JobRun', 'revision');
        continue;
      }
      case 24: {
        $scheduledAtMs = rt.readLong(from.int64(), 'swarm.v1.JobRun', 'scheduledAtMs');
        continue;
      }
      case 32: {
        $startedAtMs = rt.readLong(from.int64(), 'swarm.v1.JobRun', 'startedAtMs');
        continue;
      }
      case 40: {
        $endedAtMs = rt.readLong(from.int64(), 'swarm.v1.JobRun', 'endedAtMs');
        continue;
      }
      case 48: {
        $state = jobRunStateFromNumber(from.int32(), 'swarm.v1.JobRun', 'state');
        continue;
      }
      case 58: {
        $message = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: JobRun = {
    number: $number,
    revision: $revision,
    scheduledAtMs: $scheduledAtMs,
    startedAtMs: $startedAtMs,
    endedAtMs: $endedAtMs,
    state: $state,
    message: $message,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const JobRunCodec: rt.MessageCodec<JobRun, JobRunInput> = {
  name: 'swarm.v1.JobRun',
  encode: (value) => rt.encodeMessage(value, jobRunWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JobRun', bytes, jobRunRead),
  create: jobRunCreate,
};

export interface RolloutRequest extends rt.WithUnknownFields {
  /**
   * Rises by one with each change that tasks have to be replaced for, and with each resume: what is known of the
   * progress of another number is over. 0: nothing was ever rolled out.
   */
  readonly number: number;
  /** The present revision repeats an earlier one: the rollback configuration holds. */
  readonly isRollback: boolean;
  /** Somebody asked for a halt. */
  readonly isPaused: boolean;
  /** The last revision that was in place when no rollout was under way; where an automatic rollback leads. 0: none. */
  readonly stableRevision: number;
  /** The rollback was not asked for: a failure led to it. */
  readonly isAutomatic: boolean;
}

/** What RolloutRequestCodec.create accepts; all of it may be left out. */
export interface RolloutRequestInput extends rt.WithUnknownFields {
  /**
   * Rises by one with each change that tasks have to be replaced for, and with each resume: what is known of the
   * progress of another number is over. 0: nothing was ever rolled out.
   */
  readonly number?: number | undefined;
  /** The present revision repeats an earlier one: the rollback configuration holds. */
  readonly isRollback?: boolean | undefined;
  /** Somebody asked for a halt. */
  readonly isPaused?: boolean | undefined;
  /** The last revision that was in place when no rollout was under way; where an automatic rollback leads. 0: none. */
  readonly stableRevision?: number | undefined;
  /** The rollback was not asked for: a failure led to it. */
  readonly isAutomatic?: boolean | undefined;
}

export function rolloutRequestCreate(partial: RolloutRequestInput = {}): RolloutRequest {
  const value: RolloutRequest = {
    number: partial.number ?? 0,
    isRollback: partial.isRollback ?? false,
    isPaused: partial.isPaused ?? false,
    stableRevision: partial.stableRevision ?? 0,
    isAutomatic: partial.isAutomatic ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function rolloutRequestWrite(value: RolloutRequest, to: rt.Writer): void {
  if (value.number !== 0) { to.uint32(8).uint64(rt.writeUint64(value.number, 'swarm.v1.RolloutRequest', 'number')); }
  if (value.isRollback) { to.uint32(16).bool(value.isRollback); }
  if (value.isPaused) { to.uint32(24).bool(value.isPaused); }
  if (value.stableRevision !== 0) { to.uint32(32).uint64(rt.writeUint64(value.stableRevision, 'swarm.v1.RolloutRequest', 'stableRevision')); }
  if (value.isAutomatic) { to.uint32(40).bool(value.isAutomatic); }
  rt.writeUnknown(value, to);
}

export function rolloutRequestRead(from: rt.Reader, end: number, depth: number, before?: RolloutRequest): RolloutRequest {
  let $number: number = before?.number ?? 0;
  let $isRollback: boolean = before?.isRollback ?? false;
  let $isPaused: boolean = before?.isPaused ?? false;
  let $stableRevision: number = before?.stableRevision ?? 0;
  let $isAutomatic: boolean = before?.isAutomatic ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $number = rt.readLong(from.uint64(), 'swarm.v1.RolloutRequest', 'number');
        continue;
      }
      case 16: {
        $isRollback = from.bool();
        continue;
      }
      case 24: {
        $isPaused = from.bool();
        continue;
      }
      case 32: {
        $stableRevision = rt.readLong(from.uint64(), 'swarm.v1.RolloutRequest', 'stableRevision');
        continue;
      }
      case 40: {
        $isAutomatic = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RolloutRequest = {
    number: $number,
    isRollback: $isRollback,
    isPaused: $isPaused,
    stableRevision: $stableRevision,
    isAutomatic: $isAutomatic,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RolloutRequestCodec: rt.MessageCodec<RolloutRequest, RolloutRequestInput> = {
  name: 'swarm.v1.RolloutRequest',
  encode: (value) => rt.encodeMessage(value, rolloutRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RolloutRequest', bytes, rolloutRequestRead),
  create: rolloutRequestCreate,
};

/** One spec a service had. Tasks refer to the revision they were made from. */
export interface ServiceRevision extends rt.WithUnknownFields {
  /** "<service id>.<revision number>" */
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly serviceId: string;
  readonly revision: number;
  readonly spec?: ServiceSpec | undefined;
  /** The request that asked for it, as it stands in the logs; empty when nobody's did. */
  readonly requestId: string;
}

/** What ServiceRevisionCodec.create accepts; all of it may be left out. */
export interface ServiceRevisionInput extends rt.WithUnknownFields {
  /** "<service id>.<revision number>" */
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly serviceId?: string | undefined;
  readonly revision?: number | undefined;
  readonly spec?: ServiceSpecInput | undefined;
  /** The request that asked for it, as it stands in the logs; empty when nobody's did. */
  readonly requestId?: string | undefined;
}

export function serviceRevisionCreate(partial: ServiceRevisionInput = {}): ServiceRevision {
  const value: ServiceRevision = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    serviceId: partial.serviceId ?? '',
    revision: partial.revision ?? 0,
    spec: partial.spec === undefined ? undefined : serviceSpecCreate(partial.spec),
    requestId: partial.requestId ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceRevisionWrite(value: ServiceRevision, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.serviceId !== '') { to.uint32(26).string(value.serviceId); }
  if (value.revision !== 0) { to.uint32(32).uint64(rt.writeUint64(value.revision, 'swarm.v1.ServiceRevision', 'revision')); }
  if (value.spec !== undefined) { to.uint32(42).fork(); serviceSpecWrite(value.spec, to); to.ldelim(); }
  if (value.requestId !== '') { to.uint32(50).string(value.requestId); }
  rt.writeUnknown(value, to);
}

export function serviceRevisionRead(from: rt.Reader, end: number, depth: number, before?: ServiceRevision): ServiceRevision {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $serviceId: string = before?.serviceId ?? '';
  let $revision: number = before?.revision ?? 0;
  let $spec: ServiceSpec | undefined = before?.spec;
  let $requestId: string = before?.requestId ?? '';
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
        $serviceId = from.stringVerify();
        continue;
      }
      case 32: {
        $revision = rt.readLong(from.uint64(), 'swarm.v1.ServiceRevision', 'revision');
        continue;
      }
      case 42: {
        $spec = serviceSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 50: {
        $requestId = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceRevision = {
    id: $id,
    meta: $meta,
    serviceId: $serviceId,
    revision: $revision,
    spec: $spec,
    requestId: $requestId,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceRevisionCodec: rt.MessageCodec<ServiceRevision, ServiceRevisionInput> = {
  name: 'swarm.v1.ServiceRevision',
  encode: (value) => rt.encodeMessage(value, serviceRevisionWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceRevision', bytes, serviceRevisionRead),
  create: serviceRevisionCreate,
};

/** What a request has led to: asked again, it is not done again. Only the newest are kept. */
export interface PastRequest extends rt.WithUnknownFields {
  /** As the caller gave it. */
  readonly id: string;
  readonly meta?: Meta | undefined;
  /** Which request it was: the method, and a digest of what was asked. */
  readonly method: string;
  readonly digest: string;
  /** What was made, changed or removed. */
  readonly objectId: string;
  /** Of a service, what it was after that. */
  readonly revision: number;
  readonly previousRevision: number;
  readonly rollout?: RolloutRequest | undefined;
  readonly warnings: readonly string[];
}

/** What PastRequestCodec.create accepts; all of it may be left out. */
export interface PastRequestInput extends rt.WithUnknownFields {
  /** As the caller gave it. */
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  /** Which request it was: the method, and a digest of what was asked. */
  readonly method?: string | undefined;
  readonly digest?: string | undefined;
  /** What was made, changed or removed. */
  readonly objectId?: string | undefined;
  /** Of a service, what it was after that. */
  readonly revision?: number | undefined;
  readonly previousRevision?: number | undefined;
  readonly rollout?: RolloutRequestInput | undefined;
  readonly warnings?: readonly string[] | undefined;
}

export function pastRequestCreate(partial: PastRequestInput = {}): PastRequest {
  const value: PastRequest = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    method: partial.method ?? '',
    digest: partial.digest ?? '',
    objectId: partial.objectId ?? '',
    revision: partial.revision ?? 0,
    previousRevision: partial.previousRevision ?? 0,
    rollout: partial.rollout === undefined ? undefined : rolloutRequestCreate(partial.rollout),
    warnings: partial.warnings ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function pastRequestWrite(value: PastRequest, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.method !== '') { to.uint32(26).string(value.method); }
  if (value.digest !== '') { to.uint32(34).string(value.digest); }
  if (value.objectId !== '') { to.uint32(42).string(value.objectId); }
  if (value.revision !== 0) { to.uint32(48).uint64(rt.writeUint64(value.revision, 'swarm.v1.PastRequest', 'revision')); }
  if (value.previousRevision !== 0) { to.uint32(56).uint64(rt.writeUint64(value.previousRevision, 'swarm.v1.PastRequest', 'previousRevision')); }
  if (value.rollout !== undefined) { to.uint32(66).fork(); rolloutRequestWrite(value.rollout, to); to.ldelim(); }
  for (const item of value.warnings) { to.uint32(74).string(item); }
  rt.writeUnknown(value, to);
}

export function pastRequestRead(from: rt.Reader, end: number, depth: number, before?: PastRequest): PastRequest {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $method: string = before?.method ?? '';
  let $digest: string = before?.digest ?? '';
  let $objectId: string = before?.objectId ?? '';
  let $revision: number = before?.revision ?? 0;
  let $previousRevision: number = before?.previousRevision ?? 0;
  let $rollout: RolloutRequest | undefined = before?.rollout;
  let $warnings = before?.warnings as string[] | undefined;
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
        $method = from.stringVerify();
        continue;
      }
      case 34: {
        $digest = from.stringVerify();
        continue;
      }
      case 42: {
        $objectId = from.stringVerify();
        continue;
      }
      case 48: {
        $revision = rt.readLong(from.uint64(), 'swarm.v1.PastRequest', 'revision');
        continue;
      }
      case 56: {
        $previousRevision = rt.readLong(from.uint64(), 'swarm.v1.PastRequest', 'previousRevision');
        continue;
      }
      case 66: {
        $rollout = rolloutRequestRead(from, rt.endOfMessage(from, depth), depth + 1, $rollout);
        continue;
      }
      case 74: {
        ($warnings ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PastRequest = {
    id: $id,
    meta: $meta,
    method: $method,
    digest: $digest,
    objectId: $objectId,
    revision: $revision,
    previousRevision: $previousRevision,
    rollout: $rollout,
    warnings: $warnings ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PastRequestCodec: rt.MessageCodec<PastRequest, PastRequestInput> = {
  name: 'swarm.v1.PastRequest',
  encode: (value) => rt.encodeMessage(value, pastRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PastRequest', bytes, pastRequestRead),
  create: pastRequestCreate,
};

export interface ServiceSpec extends rt.WithUnknownFields {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly mode?:
    | { readonly kind: 'replicated'; readonly replicated: ReplicatedMode }
    | { readonly kind: 'global'; readonly global: GlobalMode }
    | { readonly kind: 'replicatedJob'; readonly replicatedJob: ReplicatedJobMode }
    | { readonly kind: 'globalJob'; readonly globalJob: GlobalJobMode }
    | undefined;
  readonly task?: TaskSpec | undefined;
  readonly endpoint?: EndpointSpec | undefined;
  readonly update?: UpdateConfig | undefined;
  /** The same for a rollback; its failure action is never a rollback. */
  readonly rollback?: UpdateConfig | undefined;
  /** When a job runs; without one it runs once for each change of the spec. */
  readonly schedule?: Schedule | undefined;
  readonly onNodeDown: NodeLossPolicy;
}

/** What ServiceSpecCodec.create accepts; all of it may be left out. */
export interface ServiceSpecInput extends rt.WithUnknownFields {
  readonly name?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly mode?:
    | { readonly kind: 'replicated'; readonly replicated: ReplicatedModeInput }
    | { readonly kind: 'global'; readonly global: GlobalModeInput }
    | { readonly kind: 'replicatedJob'; readonly replicatedJob: ReplicatedJobModeInput }
    | { readonly kind: 'globalJob'; readonly globalJob: GlobalJobModeInput }
    | undefined;
  readonly task?: TaskSpecInput | undefined;
  readonly endpoint?: EndpointSpecInput | undefined;
  readonly update?: UpdateConfigInput | undefined;
  /** The same for a rollback; its failure action is never a rollback. */
  readonly rollback?: UpdateConfigInput | undefined;
  /** When a job runs; without one it runs once for each change of the spec. */
  readonly schedule?: ScheduleInput | undefined;
  readonly onNodeDown?: NodeLossPolicy | undefined;
}

export function serviceSpecCreate(partial: ServiceSpecInput = {}): ServiceSpec {
  const value: ServiceSpec = {
    name: partial.name ?? '',
    labels: partial.labels ?? {},
    mode: partial.mode?.kind === 'replicated' ? { kind: 'replicated', replicated: replicatedModeCreate(partial.mode.replicated) }
      : partial.mode?.kind === 'global' ? { kind: 'global', global: globalModeCreate(partial.mode.global) }
      : partial.mode?.kind === 'replicatedJob' ? { kind: 'replicatedJob', replicatedJob: replicatedJobModeCreate(partial.mode.replicatedJob) }
      : partial.mode?.kind === 'globalJob' ? { kind: 'globalJob', globalJob: globalJobModeCreate(partial.mode.globalJob) }
      : undefined,
    task: partial.task === undefined ? undefined : taskSpecCreate(partial.task),
    endpoint: partial.endpoint === undefined ? undefined : endpointSpecCreate(partial.endpoint),
    update: partial.update === undefined ? undefined : updateConfigCreate(partial.update),
    rollback: partial.rollback === undefined ? undefined : updateConfigCreate(partial.rollback),
    schedule: partial.schedule === undefined ? undefined : scheduleCreate(partial.schedule),
    onNodeDown: partial.onNodeDown ?? NODE_LOSS_POLICY_DEFAULT,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceSpecWrite(value: ServiceSpec, to: rt.Writer): void {
  if (value.name !== '') { to.uint32(10).string(value.name); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(18).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  switch (value.mode?.kind) {
    case 'replicated': to.uint32(26).fork(); replicatedModeWrite(value.mode.replicated, to); to.ldelim(); break;
  }
  if (value.task !== undefined) { to.uint32(34).fork(); taskSpecWrite(value.task, to); to.ldelim(); }
  if (value.endpoint !== undefined) { to.uint32(42).fork(); endpointSpecWrite(value.endpoint, to); to.ldelim(); }
  if (value.update !== undefined) { to.uint32(50).fork(); updateConfigWrite(value.update, to); to.ldelim(); }
  if (value.rollback !== undefined) { to.uint32(58).fork(); updateConfigWrite(value.rollback, to); to.ldelim(); }
  switch (value.mode?.kind) {
    case 'global': to.uint32(66).fork(); globalModeWrite(value.mode.global, to); to.ldelim(); break;
    case 'replicatedJob': to.uint32(74).fork(); replicatedJobModeWrite(value.mode.replicatedJob, to); to.ldelim(); break;
    case 'globalJob': to.uint32(82).fork(); globalJobModeWrite(value.mode.globalJob, to); to.ldelim(); break;
  }
  if (value.schedule !== undefined) { to.uint32(90).fork(); scheduleWrite(value.schedule, to); to.ldelim(); }
  if (value.onNodeDown !== NODE_LOSS_POLICY_DEFAULT) { to.uint32(96).int32(nodeLossPolicyToNumber(value.onNodeDown, 'swarm.v1.ServiceSpec', 'onNodeDown')); }
  rt.writeUnknown(value, to);
}

export function serviceSpecRead(from: rt.Reader, end: number, depth: number, before?: ServiceSpec): ServiceSpec {
  let $name: string = before?.name ?? '';
  let $labels = before?.labels as Record<string, string> | undefined;
  let $mode: ServiceSpec['mode'] = before?.mode;
  let $task: TaskSpec | undefined = before?.task;
  let $endpoint: EndpointSpec | undefined = before?.endpoint;
  let $update: UpdateConfig | undefined = before?.update;
  let $rollback: UpdateConfig | undefined = before?.rollback;
  let $schedule: Schedule | undefined = before?.schedule;
  let $onNodeDown: NodeLossPolicy = before?.onNodeDown ?? NODE_LOSS_POLICY_DEFAULT;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $name = from.stringVerify();
        continue;
      }
      case 18: {
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
      case 26: {
        $mode = { kind: 'replicated', replicated: replicatedModeRead(from, rt.endOfMessage(from, depth), depth + 1, $mode?.kind === 'replicated' ? $mode.replicated : undefined) };
        continue;
      }
      case 66: {
        $mode = { kind: 'global', global: globalModeRead(from, rt.endOfMessage(from, depth), depth + 1, $mode?.kind === 'global' ? $mode.global : undefined) };
        continue;
      }
      case 74: {
        $mode = { kind: 'replicatedJob', replicatedJob: replicatedJobModeRead(from, rt.endOfMessage(from, depth), depth + 1, $mode?.kind === 'replicatedJob' ? $mode.replicatedJob : undefined) };
        continue;
      }
      case 82: {
        $mode = { kind: 'globalJob', globalJob: globalJobModeRead(from, rt.endOfMessage(from, depth), depth + 1, $mode?.kind === 'globalJob' ? $mode.globalJob : undefined) };
        continue;
      }
      case 34: {
        $task = taskSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $task);
        continue;
      }
      case 42: {
        $endpoint = endpointSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $endpoint);
        continue;
      }
      case 50: {
        $update = updateConfigRead(from, rt.endOfMessage(from, depth), depth + 1, $update);
        continue;
      }
      case 58: {
        $rollback = updateConfigRead(from, rt.endOfMessage(from, depth), depth + 1, $rollback);
        continue;
      }
      case 90: {
        $schedule = scheduleRead(from, rt.endOfMessage(from, depth), depth + 1, $schedule);
        continue;
      }
      case 96: {
        $onNodeDown = nodeLossPolicyFromNumber(from.int32(), 'swarm.v1.ServiceSpec', 'onNodeDown');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceSpec = {
    name: $name,
    labels: $labels ?? {},
    mode: $mode,
    task: $task,
    endpoint: $endpoint,
    update: $update,
    rollback: $rollback,
    schedule: $schedule,
    onNodeDown: $onNodeDown,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceSpecCodec: rt.MessageCodec<ServiceSpec, ServiceSpecInput> = {
  name: 'swarm.v1.ServiceSpec',
  encode: (value) => rt.encodeMessage(value, serviceSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceSpec', bytes, serviceSpecRead),
  create: serviceSpecCreate,
};

export interface Schedule extends rt.WithUnknownFields {
  /** Five fields, or one of @hourly and its like. */
  readonly cron: string;
  /** IANA name; empty: UTC. */
  readonly timeZone: string;
  readonly concurrency: ConcurrencyPolicy;
  /** A run that could not be begun so long after its time is missed; 0: any time until the next one. */
  readonly startingDeadlineMs: number;
}

/** What ScheduleCodec.create accepts; all of it may be left out. */
export interface ScheduleInput extends rt.WithUnknownFields {
  /** Five fields, or one of @hourly and its like. */
  readonly cron?: string | undefined;
  /** IANA name; empty: UTC. */
  readonly timeZone?: string | undefined;
  readonly concurrency?: ConcurrencyPolicy | undefined;
  /** A run that could not be begun so long after its time is missed; 0: any time until the next one. */
  readonly startingDeadlineMs?: number | undefined;
}

export function scheduleCreate(partial: ScheduleInput = {}): Schedule {
  const value: Schedule = {
    cron: partial.cron ?? '',
    timeZone: partial.timeZone ?? '',
    concurrency: partial.concurrency ?? CONCURRENCY_POLICY_DEFAULT,
    startingDeadlineMs: partial.startingDeadlineMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function scheduleWrite(value: Schedule, to: rt.Writer): void {
  if (value.cron !== '') { to.uint32(10).string(value.cron); }
  if (value.timeZone !== '') { to.uint32(18).string(value.timeZone); }
  if (value.concurrency !== CONCURRENCY_POLICY_DEFAULT) { to.uint32(24).int32(concurrencyPolicyToNumber(value.concurrency, 'swarm.v1.Schedule', 'concurrency')); }
  if (value.startingDeadlineMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.startingDeadlineMs, 'swarm.v1.Schedule', 'startingDeadlineMs')); }
  rt.writeUnknown(value, to);
}

export function scheduleRead(from: rt.Reader, end: number, depth: number, before?: Schedule): Schedule {
  let $cron: string = before?.cron ?? '';
  let $timeZone: string = before?.timeZone ?? '';
  let $concurrency: ConcurrencyPolicy = before?.concurrency ?? CONCURRENCY_POLICY_DEFAULT;
  let $startingDeadlineMs: number = before?.startingDeadlineMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $cron = from.stringVerify();
        continue;
      }
      case 18: {
        $timeZone = from.stringVerify();
        continue;
      }
      case 24: {
        $concurrency = concurrencyPolicyFromNumber(from.int32(), 'swarm.v1.Schedule', 'concurrency');
        continue;
      }
      case 32: {
        $startingDeadlineMs = rt.readLong(from.int64(), 'swarm.v1.Schedule', 'startingDeadlineMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Schedule = {
    cron: $cron,
    timeZone: $timeZone,
    concurrency: $concurrency,
    startingDeadlineMs: $startingDeadlineMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ScheduleCodec: rt.MessageCodec<Schedule, ScheduleInput> = {
  name: 'swarm.v1.Schedule',
  encode: (value) => rt.encodeMessage(value, scheduleWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Schedule', bytes, scheduleRead),
  create: scheduleCreate,
};

/** How tasks are replaced when a service changes. */
export interface UpdateConfig extends rt.WithUnknownFields {
  /** Slots replaced at the same time; 0: all. */
  readonly parallelism: number;
  /** Between the start of a new task and the next slot. */
  readonly delayMs: number;
  readonly failureAction: FailureAction;
  /** A task that ends within this time after it began to run has failed. */
  readonly monitorMs: number;
  /** The share of the slots (0 to 1) that may fail before the failure action is taken. */
  readonly maxFailureRatio: number;
  readonly order: UpdateOrder;
  /** A new task that does not run within this time has failed; 0: there is no limit. */
  readonly progressDeadlineMs: number;
}

/** What UpdateConfigCodec.create accepts; all of it may be left out. */
export interface UpdateConfigInput extends rt.WithUnknownFields {
  /** Slots replaced at the same time; 0: all. */
  readonly parallelism?: number | undefined;
  /** Between the start of a new task and the next slot. */
  readonly delayMs?: number | undefined;
  readonly failureAction?: FailureAction | undefined;
  /** A task that ends within this time after it began to run has failed. */
  readonly monitorMs?: number | undefined;
  /** The share of the slots (0 to 1) that may fail before the failure action is taken. */
  readonly maxFailureRatio?: number | undefined;
  readonly order?: UpdateOrder | undefined;
  /** A new task that does not run within this time has failed; 0: there is no limit. */
  readonly progressDeadlineMs?: number | undefined;
}

export function updateConfigCreate(partial: UpdateConfigInput = {}): UpdateConfig {
  const value: UpdateConfig = {
    parallelism: partial.parallelism ?? 0,
    delayMs: partial.delayMs ?? 0,
    failureAction: partial.failureAction ?? FAILURE_ACTION_DEFAULT,
    monitorMs: partial.monitorMs ?? 0,
    maxFailureRatio: partial.maxFailureRatio ?? 0,
    order: partial.order ?? UPDATE_ORDER_DEFAULT,
    progressDeadlineMs: partial.progressDeadlineMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function updateConfigWrite(value: UpdateConfig, to: rt.Writer): void {
  if (value.parallelism !== 0) { to.uint32(8).uint64(rt.writeUint64(value.parallelism, 'swarm.v1.UpdateConfig', 'parallelism')); }
  if (value.delayMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.delayMs, 'swarm.v1.UpdateConfig', 'delayMs')); }
  if (value.failureAction !== FAILURE_ACTION_DEFAULT) { to.uint32(24).int32(failureActionToNumber(value.failureAction, 'swarm.v1.UpdateConfig', 'failureAction')); }
  if (value.monitorMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.monitorMs, 'swarm.v1.UpdateConfig', 'monitorMs')); }
  if (!Object.is(value.maxFailureRatio, 0)) { to.uint32(41).double(value.maxFailureRatio); }
  if (value.order !== UPDATE_ORDER_DEFAULT) { to.uint32(48).int32(updateOrderToNumber(value.order, 'swarm.v1.UpdateConfig', 'order')); }
  if (value.progressDeadlineMs !== 0) { to.uint32(56).int64(rt.writeInt64(value.progressDeadlineMs, 'swarm.v1.UpdateConfig', 'progressDeadlineMs')); }
  rt.writeUnknown(value, to);
}

export function updateConfigRead(from: rt.Reader, end: number, depth: number, before?: UpdateConfig): UpdateConfig {
  let $parallelism: number = before?.parallelism ?? 0;
  let $delayMs: number = before?.delayMs ?? 0;
  let $failureAction: FailureAction = before?.failureAction ?? FAILURE_ACTION_DEFAULT;
  let $monitorMs: number = before?.monitorMs ?? 0;
  let $maxFailureRatio: number = before?.maxFailureRatio ?? 0;
  let $order: UpdateOrder = before?.order ?? UPDATE_ORDER_DEFAULT;
  let $progressDeadlineMs: number = before?.progressDeadlineMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $parallelism = rt.readLong(from.uint64(), 'swarm.v1.UpdateConfig', 'parallelism');
        continue;
      }
      case 16: {
        $delayMs = rt.readLong(from.int64(), 'swarm.v1.UpdateConfig', 'delayMs');
        continue;
      }
      case 24: {
        $failureAction = failureActionFromNumber(from.int32(), 'swarm.v1.UpdateConfig', 'failureAction');
        continue;
      }
      case 32: {
        $monitorMs = rt.readLong(from.int64(), 'swarm.v1.UpdateConfig', 'monitorMs');
        continue;
      }
      case 41: {
        $maxFailureRatio = from.double();
        continue;
      }
      case 48: {
        $order = updateOrderFromNumber(from.int32(), 'swarm.v1.UpdateConfig', 'order');
        continue;
      }
      case 56: {
        $progressDeadlineMs = rt.readLong(from.int64(), 'swarm.v1.UpdateConfig', 'progressDeadlineMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: UpdateConfig = {
    parallelism: $parallelism,
    delayMs: $delayMs,
    failureAction: $failureAction,
    monitorMs: $monitorMs,
    maxFailureRatio: $maxFailureRatio,
    order: $order,
    progressDeadlineMs: $progressDeadlineMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UpdateConfigCodec: rt.MessageCodec<UpdateConfig, UpdateConfigInput> = {
  name: 'swarm.v1.UpdateConfig',
  encode: (value) => rt.encodeMessage(value, updateConfigWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateConfig', bytes, updateConfigRead),
  create: updateConfigCreate,
};

export interface ReplicatedMode extends rt.WithUnknownFields {
  readonly replicas: number;
}

/** What ReplicatedModeCodec.create accepts; all of it may be left out. */
export interface ReplicatedModeInput extends rt.WithUnknownFields {
  readonly replicas?: number | undefined;
}

export function replicatedModeCreate(partial: ReplicatedModeInput = {}): ReplicatedMode {
  const value: ReplicatedMode = {
    replicas: partial.replicas ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function replicatedModeWrite(value: ReplicatedMode, to: rt.Writer): void {
  if (value.replicas !== 0) { to.uint32(8).uint64(rt.writeUint64(value.replicas, 'swarm.v1.ReplicatedMode', 'replicas')); }
  rt.writeUnknown(value, to);
}

export function replicatedModeRead(from: rt.Reader, end: number, depth: number, before?: ReplicatedMode): ReplicatedMode {
  let $replicas: number = before?.replicas ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $replicas = rt.readLong(from.uint64(), 'swarm.v1.ReplicatedMode', 'replicas');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ReplicatedMode = {
    replicas: $replicas,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ReplicatedModeCodec: rt.MessageCodec<ReplicatedMode, ReplicatedModeInput> = {
  name: 'swarm.v1.ReplicatedMode',
  encode: (value) => rt.encodeMessage(value, replicatedModeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ReplicatedMode', bytes, replicatedModeRead),
  create: replicatedModeCreate,
};

/** One task on every node that satisfies the placement. */
export interface GlobalMode extends rt.WithUnknownFields {
}

/** What GlobalModeCodec.create accepts; all of it may be left out. */
export interface GlobalModeInput extends rt.WithUnknownFields {
}

export function globalModeCreate(partial: GlobalModeInput = {}): GlobalMode {
  const value: GlobalMode = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function globalModeWrite(value: GlobalMode, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function globalModeRead(from: rt.Reader, end: number, depth: number, before?: GlobalMode): GlobalMode {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GlobalMode = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GlobalModeCodec: rt.MessageCodec<GlobalMode, GlobalModeInput> = {
  name: 'swarm.v1.GlobalMode',
  encode: (value) => rt.encodeMessage(value, globalModeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GlobalMode', bytes, globalModeRead),
  create: globalModeCreate,
};

export interface ReplicatedJobMode extends rt.WithUnknownFields {
  /** Most tasks at the same time. */
  readonly maxConcurrent: number;
  /** So many tasks must complete. */
  readonly totalCompletions: number;
}

/** What ReplicatedJobModeCodec.create accepts; all of it may be left out. */
export interface ReplicatedJobModeInput extends rt.WithUnknownFields {
  /** Most tasks at the same time. */
  readonly maxConcurrent?: number | undefined;
  /** So many tasks must complete. */
  readonly totalCompletions?: number | undefined;
}

export function replicatedJobModeCreate(partial: ReplicatedJobModeInput = {}): ReplicatedJobMode {
  const value: ReplicatedJobMode = {
    maxConcurrent: partial.maxConcurrent ?? 0,
    totalCompletions: partial.totalCompletions ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function replicatedJobModeWrite(value: ReplicatedJobMode, to: rt.Writer): void {
  if (value.maxConcurrent !== 0) { to.uint32(8).uint64(rt.writeUint64(value.maxConcurrent, 'swarm.v1.ReplicatedJobMode', 'maxConcurrent')); }
  if (value.totalCompletions !== 0) { to.uint32(16).uint64(rt.writeUint64(value.totalCompletions, 'swarm.v1.ReplicatedJobMode', 'totalCompletions')); }
  rt.writeUnknown(value, to);
}

export function replicatedJobModeRead(from: rt.Reader, end: number, depth: number, before?: ReplicatedJobMode): ReplicatedJobMode {
  let $maxConcurrent: number = before?.maxConcurrent ?? 0;
  let $totalCompletions: number = before?.totalCompletions ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $maxConcurrent = rt.readLong(from.uint64(), 'swarm.v1.ReplicatedJobMode', 'maxConcurrent');
        continue;
      }
      case 16: {
        $totalCompletions = rt.readLong(from.uint64(), 'swarm.v1.ReplicatedJobMode', 'totalCompletions');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ReplicatedJobMode = {
    maxConcurrent: $maxConcurrent,
    totalCompletions: $totalCompletions,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ReplicatedJobModeCodec: rt.MessageCodec<ReplicatedJobMode, ReplicatedJobModeInput> = {
  name: 'swarm.v1.ReplicatedJobMode',
  encode: (value) => rt.encodeMessage(value, replicatedJobModeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ReplicatedJobMode', bytes, replicatedJobModeRead),
  create: replicatedJobModeCreate,
};

/** One task completes on every node that satisfies the placement. */
export interface GlobalJobMode extends rt.WithUnknownFields {
}

/** What GlobalJobModeCodec.create accepts; all of it may be left out. */
export interface GlobalJobModeInput extends rt.WithUnknownFields {
}

export function globalJobModeCreate(partial: GlobalJobModeInput = {}): GlobalJobMode {
  const value: GlobalJobMode = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function globalJobModeWrite(value: GlobalJobMode, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function globalJobModeRead(from: rt.Reader, end: number, depth: number, before?: GlobalJobMode): GlobalJobMode {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GlobalJobMode = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GlobalJobModeCodec: rt.MessageCodec<GlobalJobMode, GlobalJobModeInput> = {
  name: 'swarm.v1.GlobalJobMode',
  encode: (value) => rt.encodeMessage(value, globalJobModeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GlobalJobMode', bytes, globalJobModeRead),
  create: globalJobModeCreate,
};

export interface ServiceDesired extends rt.WithUnknownFields {
  readonly state: RolloutState;
  /** The revision that was there when the rollout began. */
  readonly revision: number;
  readonly startedAtMs: number;
  readonly completedAtMs: number;
  readonly message: string;
  /** The request (RolloutRequest.number) that this is the progress of. */
  readonly number: number;
  /** Slots that had to be replaced when it began: what the failure ratio is a share of. */
  readonly slotCount: number;
}

/** What ServiceDesiredCodec.create accepts; all of it may be left out. */
export interface ServiceDesiredInput extends rt.WithUnknownFields {
  readonly state?: RolloutState | undefined;
  /** The revision that was there when the rollout began. */
  readonly revision?: number | undefined;
  readonly startedAtMs?: number | undefined;
  readonly completedAtMs?: number | undefined;
  readonly message?: string | undefined;
  /** The request (RolloutRequest.number) that this is the progress of. */
  readonly number?: number | undefined;
  /** Slots that had to be replaced when it began: what the failure ratio is a share of. */
  readonly slotCount?: number | undefined;
}

export function serviceDesiredCreate(partial: ServiceDesiredInput = {}): ServiceDesired {
  const value: ServiceDesired = {
    state: partial.state ?? ROLLOUT_STATE_DEFAULT,
    revision: partial.revision ?? 0,
    startedAtMs: partial.startedAtMs ?? 0,
    completedAtMs: partial.completedAtMs ?? 0,
    message: partial.message ?? '',
    number: partial.number ?? 0,
    slotCount: partial.slotCount ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceDesiredWrite(value: ServiceDesired, to: rt.Writer): void {
  if (value.state !== ROLLOUT_STATE_DEFAULT) { to.uint32(8).int32(rolloutStateToNumber(value.state, 'swarm.v1.ServiceDesired', 'state')); }
  if (value.revision !== 0) { to.uint32(16).uint64(rt.writeUint64(value.revision, 'swarm.v1.ServiceDesired', 'revision')); }
  if (value.startedAtMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.startedAtMs, 'swarm.v1.ServiceDesired', 'startedAtMs')); }
  if (value.completedAtMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.completedAtMs, 'swarm.v1.ServiceDesired', 'completedAtMs')); }
  if (value.message !== '') { to.uint32(42).string(value.message); }
  if (value.number !== 0) { to.uint32(48).uint64(rt.writeUint64(value.number, 'swarm.v1.ServiceDesired', 'number')); }
  if (value.slotCount !== 0) { to.uint32(56).uint64(rt.writeUint64(value.slotCount, 'swarm.v1.ServiceDesired', 'slotCount')); }
  rt.writeUnknown(value, to);
}

export function serviceDesiredRead(from: rt.Reader, end: number, depth: number, before?: ServiceDesired): ServiceDesired {
  let $state: RolloutState = before?.state ?? ROLLOUT_STATE_DEFAULT;
  let $revision: number = before?.revision ?? 0;
  let $startedAtMs: number = before?.startedAtMs ?? 0;
  let $completedAtMs: number = before?.completedAtMs ?? 0;
  let $message: string = before?.message ?? '';
  let $number: number = before?.number ?? 0;
  let $slotCount: number = before?.slotCount ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $state = rolloutStateFromNumber(from.int32(), 'swarm.v1.ServiceDesired', 'state');
        continue;
      }
      case 16: {
        $revision = rt.readLong(from.uint64(), 'swarm.v1.ServiceDesired', 'revision');
        continue;
      }
      case 24: {
        $startedAtMs = rt.readLong(from.int64(), 'swarm.v1.ServiceDesired', 'startedAtMs');
        continue;
      }
      case 32: {
        $completedAtMs = rt.readLong(from.int64(), 'swarm.v1.ServiceDesired', 'completedAtMs');
        continue;
      }
      case 42: {
        $message = from.stringVerify();
        continue;
      }
      case 48: {
        $number = rt.readLong(from.uint64(), 'swarm.v1.ServiceDesired', 'number');
        continue;
      }
      case 56: {
        $slotCount = rt.readLong(from.uint64(), 'swarm.v1.ServiceDesired', 'slotCount');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ServiceDesired = {
    state: $state,
    revision: $revision,
    startedAtMs: $startedAtMs,
    completedAtMs: $completedAtMs,
    message: $message,
    number: $number,
    slotCount: $slotCount,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ServiceDesiredCodec: rt.MessageCodec<ServiceDesired, ServiceDesiredInput> = {
  name: 'swarm.v1.ServiceDesired',
  encode: (value) => rt.encodeMessage(value, serviceDesiredWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceDesired', bytes, serviceDesiredRead),
  create: serviceDesiredCreate,
};

export interface EndpointSpec extends rt.WithUnknownFields {
  readonly ports: readonly PortSpec[];
  readonly mode: EndpointMode;
  /** How long a task that is to stop may wait until nothing sends it traffic any more; unset: 10 s, 0: not at all. */
  readonly drainTimeoutMs?: number | undefined;
}

/** What EndpointSpecCodec.create accepts; all of it may be left out. */
export interface EndpointSpecInput extends rt.WithUnknownFields {
  readonly ports?: readonly PortSpecInput[] | undefined;
  readonly mode?: EndpointMode | undefined;
  /** How long a task that is to stop may wait until nothing sends it traffic any more; unset: 10 s, 0: not at all. */
  readonly drainTimeoutMs?: number | undefined;
}

export function endpointSpecCreate(partial: EndpointSpecInput = {}): EndpointSpec {
  const value: EndpointSpec = {
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
    mode: partial.mode ?? ENDPOINT_MODE_DEFAULT,
    drainTimeoutMs: partial.drainTimeoutMs,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function endpointSpecWrite(value: EndpointSpec, to: rt.Writer): void {
  for (const item of value.ports) { to.uint32(10).fork(); portSpecWrite(item, to); to.ldelim(); }
  if (value.mode !== ENDPOINT_MODE_DEFAULT) { to.uint32(16).int32(endpointModeToNumber(value.mode, 'swarm.v1.EndpointSpec', 'mode')); }
  if (value.drainTimeoutMs !== undefined) { to.uint32(24).int64(rt.writeInt64(value.drainTimeoutMs, 'swarm.v1.EndpointSpec', 'drainTimeoutMs')); }
  rt.writeUnknown(value, to);
}

export function endpointSpecRead(from: rt.Reader, end: number, depth: number, before?: EndpointSpec): EndpointSpec {
  let $ports = before?.ports as PortSpec[] | undefined;
  let $mode: EndpointMode = before?.mode ?? ENDPOINT_MODE_DEFAULT;
  let $drainTimeoutMs: number | undefined = before?.drainTimeoutMs;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($ports ??= []).push(portSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 16: {
        $mode = endpointModeFromNumber(from.int32(), 'swarm.v1.EndpointSpec', 'mode');
        continue;
      }
      case 24: {
        $drainTimeoutMs = rt.readLong(from.int64(), 'swarm.v1.EndpointSpec', 'drainTimeoutMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: EndpointSpec = {
    ports: $ports ?? [],
    mode: $mode,
    drainTimeoutMs: $drainTimeoutMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const EndpointSpecCodec: rt.MessageCodec<EndpointSpec, EndpointSpecInput> = {
  name: 'swarm.v1.EndpointSpec',
  encode: (value) => rt.encodeMessage(value, endpointSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.EndpointSpec', bytes, endpointSpecRead),
  create: endpointSpecCreate,
};

export interface PortSpec extends rt.WithUnknownFields {
  readonly protocol: PortProtocol;
  readonly targetPort: number;
  /** 0: any free port. */
  readonly publishedPort: number;
  readonly publishMode: PublishMode;
  /** The one host address to bind; empty binds all. */
  readonly hostIp: string;
}

/** What PortSpecCodec.create accepts; all of it may be left out. */
export interface PortSpecInput extends rt.WithUnknownFields {
  readonly protocol?: PortProtocol | undefined;
  readonly targetPort?: number | undefined;
  /** 0: any free port. */
  readonly publishedPort?: number | undefined;
  readonly publishMode?: PublishMode | undefined;
  /** The one host address to bind; empty binds all. */
  readonly hostIp?: string | undefined;
}

export function portSpecCreate(partial: PortSpecInput = {}): PortSpec {
  const value: PortSpec = {
    protocol: partial.protocol ?? PORT_PROTOCOL_DEFAULT,
    targetPort: partial.targetPort ?? 0,
    publishedPort: partial.publishedPort ?? 0,
    publishMode: partial.publishMode ?? PUBLISH_MODE_DEFAULT,
    hostIp: partial.hostIp ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function portSpecWrite(value: PortSpec, to: rt.Writer): void {
  if (value.protocol !== PORT_PROTOCOL_DEFAULT) { to.uint32(8).int32(portProtocolToNumber(value.protocol, 'swarm.v1.PortSpec', 'protocol')); }
  if (value.targetPort !== 0) { to.uint32(16).uint32(rt.writeUint32(value.targetPort, 'swarm.v1.PortSpec', 'targetPort')); }
  if (value.publishedPort !== 0) { to.uint32(24).uint32(rt.writeUint32(value.publishedPort, 'swarm.v1.PortSpec', 'publishedPort')); }
  if (value.publishMode !== PUBLISH_MODE_DEFAULT) { to.uint32(32).int32(publishModeToNumber(value.publishMode, 'swarm.v1.PortSpec', 'publishMode')); }
  if (value.hostIp !== '') { to.uint32(42).string(value.hostIp); }
  rt.writeUnknown(value, to);
}

export function portSpecRead(from: rt.Reader, end: number, depth: number, before?: PortSpec): PortSpec {
  let $protocol: PortProtocol = before?.protocol ?? PORT_PROTOCOL_DEFAULT;
  let $targetPort: number = before?.targetPort ?? 0;
  let $publishedPort: number = before?.publishedPort ?? 0;
  let $publishMode: PublishMode = before?.publishMode ?? PUBLISH_MODE_DEFAULT;
  let $hostIp: string = before?.hostIp ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $protocol = portProtocolFromNumber(from.int32(), 'swarm.v1.PortSpec', 'protocol');
        continue;
      }
      case 16: {
        $targetPort = from.uint32();
        continue;
      }
      case 24: {
        $publishedPort = from.uint32();
        continue;
      }
      case 32: {
        $publishMode = publishModeFromNumber(from.int32(), 'swarm.v1.PortSpec', 'publishMode');
        continue;
      }
      case 42: {
        $hostIp = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PortSpec = {
    protocol: $protocol,
    targetPort: $targetPort,
    publishedPort: $publishedPort,
    publishMode: $publishMode,
    hostIp: $hostIp,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PortSpecCodec: rt.MessageCodec<PortSpec, PortSpecInput> = {
  name: 'swarm.v1.PortSpec',
  encode: (value) => rt.encodeMessage(value, portSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PortSpec', bytes, portSpecRead),
  create: portSpecCreate,
};

export interface TaskSpec extends rt.WithUnknownFields {
  readonly container?: ContainerSpec | undefined;
  readonly resources?: ResourceRequirements | undefined;
  readonly restart?: RestartPolicy | undefined;
  readonly placement?: Placement | undefined;
  /** Raised to replace tasks though nothing else changed. */
  readonly forceUpdate: number;
  readonly logDriver?: LogDriver | undefined;
  readonly networks: readonly NetworkAttachmentConfig[];
}

/** What TaskSpecCodec.create accepts; all of it may be left out. */
export interface TaskSpecInput extends rt.WithUnknownFields {
  readonly container?: ContainerSpecInput | undefined;
  readonly resources?: ResourceRequirementsInput | undefined;
  readonly restart?: RestartPolicyInput | undefined;
  readonly placement?: PlacementInput | undefined;
  /** Raised to replace tasks though nothing else changed. */
  readonly forceUpdate?: number | undefined;
  readonly logDriver?: LogDriverInput | undefined;
  readonly networks?: readonly NetworkAttachmentConfigInput[] | undefined;
}

export function taskSpecCreate(partial: TaskSpecInput = {}): TaskSpec {
  const value: TaskSpec = {
    container: partial.container === undefined ? undefined : containerSpecCreate(partial.container),
    resources: partial.resources === undefined ? undefined : resourceRequirementsCreate(partial.resources),
    restart: partial.restart === undefined ? undefined : restartPolicyCreate(partial.restart),
    placement: partial.placement === undefined ? undefined : placementCreate(partial.placement),
    forceUpdate: partial.forceUpdate ?? 0,
    logDriver: partial.logDriver === undefined ? undefined : logDriverCreate(partial.logDriver),
    networks: (partial.networks ?? []).map((item) => networkAttachmentConfigCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskSpecWrite(value: TaskSpec, to: rt.Writer): void {
  if (value.container !== undefined) { to.uint32(10).fork(); containerSpecWrite(value.container, to); to.ldelim(); }
  if (value.resources !== undefined) { to.uint32(18).fork(); resourceRequirementsWrite(value.resources, to); to.ldelim(); }
  if (value.restart !== undefined) { to.uint32(26).fork(); restartPolicyWrite(value.restart, to); to.ldelim(); }
  if (value.placement !== undefined) { to.uint32(34).fork(); placementWrite(value.placement, to); to.ldelim(); }
  if (value.forceUpdate !== 0) { to.uint32(40).uint64(rt.writeUint64(value.forceUpdate, 'swarm.v1.TaskSpec', 'forceUpdate')); }
  if (value.logDriver !== undefined) { to.uint32(50).fork(); logDriverWrite(value.logDriver, to); to.ldelim(); }
  for (const item of value.networks) { to.uint32(58).fork(); networkAttachmentConfigWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function taskSpecRead(from: rt.Reader, end: number, depth: number, before?: TaskSpec): TaskSpec {
  let $container: ContainerSpec | undefined = before?.container;
  let $resources: ResourceRequirements | undefined = before?.resources;
  let $restart: RestartPolicy | undefined = before?.restart;
  let $placement: Placement | undefined = before?.placement;
  let $forceUpdate: number = before?.forceUpdate ?? 0;
  let $logDriver: LogDriver | undefined = before?.logDriver;
  let $networks = before?.networks as NetworkAttachmentConfig[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $container = containerSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $container);
        continue;
      }
      case 18: {
        $resources = resourceRequirementsRead(from, rt.endOfMessage(from, depth), depth + 1, $resources);
        continue;
      }
      case 26: {
        $restart = restartPolicyRead(from, rt.endOfMessage(from, depth), depth + 1, $restart);
        continue;
      }
      case 34: {
        $placement = placementRead(from, rt.endOfMessage(from, depth), depth + 1, $placement);
        continue;
      }
      case 40: {
        $forceUpdate = rt.readLong(from.uint64(), 'swarm.v1.TaskSpec', 'forceUpdate');
        continue;
      }
      case 50: {
        $logDriver = logDriverRead(from, rt.endOfMessage(from, depth), depth + 1, $logDriver);
        continue;
      }
      case 58: {
        ($networks ??= []).push(networkAttachmentConfigRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskSpec = {
    container: $container,
    resources: $resources,
    restart: $restart,
    placement: $placement,
    forceUpdate: $forceUpdate,
    logDriver: $logDriver,
    networks: $networks ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskSpecCodec: rt.MessageCodec<TaskSpec, TaskSpecInput> = {
  name: 'swarm.v1.TaskSpec',
  encode: (value) => rt.encodeMessage(value, taskSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskSpec', bytes, taskSpecRead),
  create: taskSpecCreate,
};

/** A network that tasks are to be attached to. */
export interface NetworkAttachmentConfig extends rt.WithUnknownFields {
  /** Its id, once stored; callers may name it. */
  readonly networkId: string;
  /** Further names for the service on this network. */
  readonly aliases: readonly string[];
}

/** What NetworkAttachmentConfigCodec.create accepts; all of it may be left out. */
export interface NetworkAttachmentConfigInput extends rt.WithUnknownFields {
  /** Its id, once stored; callers may name it. */
  readonly networkId?: string | undefined;
  /** Further names for the service on this network. */
  readonly aliases?: readonly string[] | undefined;
}

export function networkAttachmentConfigCreate(partial: NetworkAttachmentConfigInput = {}): NetworkAttachmentConfig {
  const value: NetworkAttachmentConfig = {
    networkId: partial.networkId ?? '',
    aliases: partial.aliases ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkAttachmentConfigWrite(value: NetworkAttachmentConfig, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  for (const item of value.aliases) { to.uint32(18).string(item); }
  rt.writeUnknown(value, to);
}

export function networkAttachmentConfigRead(from: rt.Reader, end: number, depth: number, before?: NetworkAttachmentConfig): NetworkAttachmentConfig {
  let $networkId: string = before?.networkId ?? '';
  let $aliases = before?.aliases as string[] | undefined;
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
        ($aliases ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkAttachmentConfig = {
    networkId: $networkId,
    aliases: $aliases ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkAttachmentConfigCodec: rt.MessageCodec<NetworkAttachmentConfig, NetworkAttachmentConfigInput> = {
  name: 'swarm.v1.NetworkAttachmentConfig',
  encode: (value) => rt.encodeMessage(value, networkAttachmentConfigWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkAttachmentConfig', bytes, networkAttachmentConfigRead),
  create: networkAttachmentConfigCreate,
};

export interface ContainerSpec extends rt.WithUnknownFields {
  readonly image: string;
  /** Replaces the image's entrypoint when not empty. */
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly hostname: string;
  readonly workingDir: string;
  readonly user: string;
  readonly groups: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly init?: boolean | undefined;
  readonly tty: boolean;
  readonly openStdin: boolean;
  readonly readOnly: boolean;
  readonly stopSignal: string;
  readonly stopGracePeriodMs?: number | undefined;
  readonly mounts: readonly Mount[];
  readonly healthCheck?: HealthCheck | undefined;
  readonly hosts: readonly string[];
  readonly dnsServers: readonly string[];
  readonly dnsSearch: readonly string[];
  readonly dnsOptions: readonly string[];
  readonly capabilityAdd: readonly string[];
  readonly capabilityDrop: readonly string[];
  readonly sysctls: Readonly<Record<string, string>>;
  readonly ulimits: readonly Ulimit[];
}

/** What ContainerSpecCodec.create accepts; all of it may be left out. */
export interface ContainerSpecInput extends rt.WithUnknownFields {
  readonly image?: string | undefined;
  /** Replaces the image's entrypoint when not empty. */
  readonly command?: readonly string[] | undefined;
  readonly args?: readonly string[] | undefined;
  readonly env?: readonly string[] | undefined;
  readonly hostname?: string | undefined;
  readonly workingDir?: string | undefined;
  readonly user?: string | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly init?: boolean | undefined;
  readonly tty?: boolean | undefined;
  readonly openStdin?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly stopSignal?: string | undefined;
  readonly stopGracePeriodMs?: number | undefined;
  readonly mounts?: readonly MountInput[] | undefined;
  readonly healthCheck?: HealthCheckInput | undefined;
  readonly hosts?: readonly string[] | undefined;
  readonly dnsServers?: readonly string[] | undefined;
  readonly dnsSearch?: readonly string[] | undefined;
  readonly dnsOptions?: readonly string[] | undefined;
  readonly capabilityAdd?: readonly string[] | undefined;
  readonly capabilityDrop?: readonly string[] | undefined;
  readonly sysctls?: Readonly<Record<string, string>> | undefined;
  readonly ulimits?: readonly UlimitInput[] | undefined;
}

export function containerSpecCreate(partial: ContainerSpecInput = {}): ContainerSpec {
  const value: ContainerSpec = {
    image: partial.image ?? '',
    command: partial.command ?? [],
    args: partial.args ?? [],
    env: partial.env ?? [],
    hostname: partial.hostname ?? '',
    workingDir: partial.workingDir ?? '',
    user: partial.user ?? '',
    groups: partial.groups ?? [],
    labels: partial.labels ?? {},
    init: partial.init,
    tty: partial.tty ?? false,
    openStdin: partial.openStdin ?? false,
    readOnly: partial.readOnly ?? false,
    stopSignal: partial.stopSignal ?? '',
    stopGracePeriodMs: partial.stopGracePeriodMs,
    mounts: (partial.mounts ?? []).map((item) => mountCreate(item)),
    healthCheck: partial.healthCheck === undefined ? undefined : healthCheckCreate(partial.healthCheck),
    hosts: partial.hosts ?? [],
    dnsServers: partial.dnsServers ?? [],
    dnsSearch: partial.dnsSearch ?? [],
    dnsOptions: partial.dnsOptions ?? [],
    capabilityAdd: partial.capabilityAdd ?? [],
    capabilityDrop: partial.capabilityDrop ?? [],
    sysctls: partial.sysctls ?? {},
    ulimits: (partial.ulimits ?? []).map((item) => ulimitCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function containerSpecWrite(value: ContainerSpec, to: rt.Writer): void {
  if (value.image !== '') { to.uint32(10).string(value.image); }
  for (const item of value.command) { to.uint32(18).string(item); }
  for (const item of value.args) { to.uint32(26).string(item); }
  for (const item of value.env) { to.uint32(34).string(item); }
  if (value.hostname !== '') { to.uint32(42).string(value.hostname); }
  if (value.workingDir !== '') { to.uint32(50).string(value.workingDir); }
  if (value.user !== '') { to.uint32(58).string(value.user); }
  for (const item of value.groups) { to.uint32(66).string(item); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(74).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.init !== undefined) { to.uint32(80).bool(value.init); }
  if (value.tty) { to.uint32(88).bool(value.tty); }
  if (value.openStdin) { to.uint32(96).bool(value.openStdin); }
  if (value.readOnly) { to.uint32(104).bool(value.readOnly); }
  if (value.stopSignal !== '') { to.uint32(114).string(value.stopSignal); }
  if (value.stopGracePeriodMs !== undefined) { to.uint32(120).int64(rt.writeInt64(value.stopGracePeriodMs, 'swarm.v1.ContainerSpec', 'stopGracePeriodMs')); }
  for (const item of value.mounts) { to.uint32(130).fork(); mountWrite(item, to); to.ldelim(); }
  if (value.healthCheck !== undefined) { to.uint32(138).fork(); healthCheckWrite(value.healthCheck, to); to.ldelim(); }
  for (const item of value.hosts) { to.uint32(146).string(item); }
  for (const item of value.dnsServers) { to.uint32(154).string(item); }
  for (const item of value.dnsSearch) { to.uint32(162).string(item); }
  for (const item of value.dnsOptions) { to.uint32(170).string(item); }
  for (const item of value.capabilityAdd) { to.uint32(178).string(item); }
  for (const item of value.capabilityDrop) { to.uint32(186).string(item); }
  for (const [key, item] of Object.entries(value.sysctls)) {
    to.uint32(194).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  for (const item of value.ulimits) { to.uint32(202).fork(); ulimitWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function containerSpecRead(from: rt.Reader, end: number, depth: number, before?: ContainerSpec): ContainerSpec {
  let $image: string = before?.image ?? '';
  let $command = before?.command as string[] | undefined;
  let $args = before?.args as string[] | undefined;
  let $env = before?.env as string[] | undefined;
  let $hostname: string = before?.hostname ?? '';
  let $workingDir: string = before?.workingDir ?? '';
  let $user: string = before?.user ?? '';
  let $groups = before?.groups as string[] | undefined;
  let $labels = before?.labels as Record<string, string> | undefined;
  let $init: boolean | undefined = before?.init;
  let $tty: boolean = before?.tty ?? false;
  let $openStdin: boolean = before?.openStdin ?? false;
  let $readOnly: boolean = before?.readOnly ?? false;
  let $stopSignal: string = before?.stopSignal ?? '';
  let $stopGracePeriodMs: number | undefined = before?.stopGracePeriodMs;
  let $mounts = before?.mounts as Mount[] | undefined;
  let $healthCheck: HealthCheck | undefined = before?.healthCheck;
  let $hosts = before?.hosts as string[] | undefined;
  let $dnsServers = before?.dnsServers as string[] | undefined;
  let $dnsSearch = before?.dnsSearch as string[] | undefined;
  let $dnsOptions = before?.dnsOptions as string[] | undefined;
  let $capabilityAdd = before?.capabilityAdd as string[] | undefined;
  let $capabilityDrop = before?.capabilityDrop as string[] | undefined;
  let $sysctls = before?.sysctls as Record<string, string> | undefined;
  let $ulimits = before?.ulimits as Ulimit[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $image = from.stringVerify();
        continue;
      }
      case 18: {
        ($command ??= []).push(from.stringVerify());
        continue;
      }
      case 26: {
        ($args ??= []).push(from.stringVerify());
        continue;
      }
      case 34: {
        ($env ??= []).push(from.stringVerify());
        continue;
      }
      case 42: {
        $hostname = from.stringVerify();
        continue;
      }
      case 50: {
        $workingDir = from.stringVerify();
        continue;
      }
      case 58: {
        $user = from.stringVerify();
        continue;
      }
      case 66: {
        ($groups ??= []).push(from.stringVerify());
        continue;
      }
      case 74: {
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
      case 80: {
        $init = from.bool();
        continue;
      }
      case 88: {
        $tty = from.bool();
        continue;
      }
      case 96: {
        $openStdin = from.bool();
        continue;
      }
      case 104: {
        $readOnly = from.bool();
        continue;
      }
      case 114: {
        $stopSignal = from.stringVerify();
        continue;
      }
      case 120: {
        $stopGracePeriodMs = rt.readLong(from.int64(), 'swarm.v1.ContainerSpec', 'stopGracePeriodMs');
        continue;
      }
      case 130: {
        ($mounts ??= []).push(mountRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 138: {
        $healthCheck = healthCheckRead(from, rt.endOfMessage(from, depth), depth + 1, $healthCheck);
        continue;
      }
      case 146: {
        ($hosts ??= []).push(from.stringVerify());
        continue;
      }
      case 154: {
        ($dnsServers ??= []).push(from.stringVerify());
        continue;
      }
      case 162: {
        ($dnsSearch ??= []).push(from.stringVerify());
        continue;
      }
      case 170: {
        ($dnsOptions ??= []).push(from.stringVerify());
        continue;
      }
      case 178: {
        ($capabilityAdd ??= []).push(from.stringVerify());
        continue;
      }
      case 186: {
        ($capabilityDrop ??= []).push(from.stringVerify());
        continue;
      }
      case 194: {
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
        rt.setEntry(($sysctls ??= {}), key, item ?? '');
        continue;
      }
      case 202: {
        ($ulimits ??= []).push(ulimitRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ContainerSpec = {
    image: $image,
    command: $command ?? [],
    args: $args ?? [],
    env: $env ?? [],
    hostname: $hostname,
    workingDir: $workingDir,
    user: $user,
    groups: $groups ?? [],
    labels: $labels ?? {},
    init: $init,
    tty: $tty,
    openStdin: $openStdin,
    readOnly: $readOnly,
    stopSignal: $stopSignal,
    stopGracePeriodMs: $stopGracePeriodMs,
    mounts: $mounts ?? [],
    healthCheck: $healthCheck,
    hosts: $hosts ?? [],
    dnsServers: $dnsServers ?? [],
    dnsSearch: $dnsSearch ?? [],
    dnsOptions: $dnsOptions ?? [],
    capabilityAdd: $capabilityAdd ?? [],
    capabilityDrop: $capabilityDrop ?? [],
    sysctls: $sysctls ?? {},
    ulimits: $ulimits ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ContainerSpecCodec: rt.MessageCodec<ContainerSpec, ContainerSpecInput> = {
  name: 'swarm.v1.ContainerSpec',
  encode: (value) => rt.encodeMessage(value, containerSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ContainerSpec', bytes, containerSpecRead),
  create: containerSpecCreate,
};

export interface Mount extends rt.WithUnknownFields {
  readonly type: MountType;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly bindPropagation: string;
  readonly volumeDriver: string;
  readonly volumeLabels: Readonly<Record<string, string>>;
  readonly volumeOptions: Readonly<Record<string, string>>;
  readonly volumeNoCopy: boolean;
  readonly tmpfsSizeBytes: number;
  readonly tmpfsMode: number;
}

/** What MountCodec.create accepts; all of it may be left out. */
export interface MountInput extends rt.WithUnknownFields {
  readonly type?: MountType | undefined;
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly bindPropagation?: string | undefined;
  readonly volumeDriver?: string | undefined;
  readonly volumeLabels?: Readonly<Record<string, string>> | undefined;
  readonly volumeOptions?: Readonly<Record<string, string>> | undefined;
  readonly volumeNoCopy?: boolean | undefined;
  readonly tmpfsSizeBytes?: number | undefined;
  readonly tmpfsMode?: number | undefined;
}

export function mountCreate(partial: MountInput = {}): Mount {
  const value: Mount = {
    type: partial.type ?? MOUNT_TYPE_DEFAULT,
    source: partial.source ?? '',
    target: partial.target ?? '',
    readOnly: partial.readOnly ?? false,
    bindPropagation: partial.bindPropagation ?? '',
    volumeDriver: partial.volumeDriver ?? '',
    volumeLabels: partial.volumeLabels ?? {},
    volumeOptions: partial.volumeOptions ?? {},
    volumeNoCopy: partial.volumeNoCopy ?? false,
    tmpfsSizeBytes: partial.tmpfsSizeBytes ?? 0,
    tmpfsMode: partial.tmpfsMode ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function mountWrite(value: Mount, to: rt.Writer): void {
  if (value.type !== MOUNT_TYPE_DEFAULT) { to.uint32(8).int32(mountTypeToNumber(value.type, 'swarm.v1.Mount', 'type')); }
  if (value.source !== '') { to.uint32(18).string(value.source); }
  if (value.target !== '') { to.uint32(26).string(value.target); }
  if (value.readOnly) { to.uint32(32).bool(value.readOnly); }
  if (value.bindPropagation !== '') { to.uint32(42).string(value.bindPropagation); }
  if (value.volumeDriver !== '') { to.uint32(50).string(value.volumeDriver); }
  for (const [key, item] of Object.entries(value.volumeLabels)) {
    to.uint32(58).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  for (const [key, item] of Object.entries(value.volumeOptions)) {
    to.uint32(66).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.volumeNoCopy) { to.uint32(72).bool(value.volumeNoCopy); }
  if (value.tmpfsSizeBytes !== 0) { to.uint32(80).int64(rt.writeInt64(value.tmpfsSizeBytes, 'swarm.v1.Mount', 'tmpfsSizeBytes')); }
  if (value.tmpfsMode !== 0) { to.uint32(88).uint32(rt.writeUint32(value.tmpfsMode, 'swarm.v1.Mount', 'tmpfsMode')); }
  rt.writeUnknown(value, to);
}

export function mountRead(from: rt.Reader, end: number, depth: number, before?: Mount): Mount {
  let $type: MountType = before?.type ?? MOUNT_TYPE_DEFAULT;
  let $source: string = before?.source ?? '';
  let $target: string = before?.target ?? '';
  let $readOnly: boolean = before?.readOnly ?? false;
  let $bindPropagation: string = before?.bindPropagation ?? '';
  let $volumeDriver: string = before?.volumeDriver ?? '';
  let $volumeLabels = before?.volumeLabels as Record<string, string> | undefined;
  let $volumeOptions = before?.volumeOptions as Record<string, string> | undefined;
  let $volumeNoCopy: boolean = before?.volumeNoCopy ?? false;
  let $tmpfsSizeBytes: number = before?.tmpfsSizeBytes ?? 0;
  let $tmpfsMode: number = before?.tmpfsMode ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $type = mountTypeFromNumber(from.int32(), 'swarm.v1.Mount', 'type');
        continue;
      }
      case 18: {
        $source = from.stringVerify();
        continue;
      }
      case 26: {
        $target = from.stringVerify();
        continue;
      }
      case 32: {
        $readOnly = from.bool();
        continue;
      }
      case 42: {
        $bindPropagation = from.stringVerify();
        continue;
      }
      case 50: {
        $volumeDriver = from.stringVerify();
        continue;
      }
      case 58: {
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
        rt.setEntry(($volumeLabels ??= {}), key, item ?? '');
        continue;
      }
      case 66: {
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
        rt.setEntry(($volumeOptions ??= {}), key, item ?? '');
        continue;
      }
      case 72: {
        $volumeNoCopy = from.bool();
        continue;
      }
      case 80: {
        $tmpfsSizeBytes = rt.readLong(from.int64(), 'swarm.v1.Mount', 'tmpfsSizeBytes');
        continue;
      }
      case 88: {
        $tmpfsMode = from.uint32();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Mount = {
    type: $type,
    source: $source,
    target: $target,
    readOnly: $readOnly,
    bindPropagation: $bindPropagation,
    volumeDriver: $volumeDriver,
    volumeLabels: $volumeLabels ?? {},
    volumeOptions: $volumeOptions ?? {},
    volumeNoCopy: $volumeNoCopy,
    tmpfsSizeBytes: $tmpfsSizeBytes,
    tmpfsMode: $tmpfsMode,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const MountCodec: rt.MessageCodec<Mount, MountInput> = {
  name: 'swarm.v1.Mount',
  encode: (value) => rt.encodeMessage(value, mountWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Mount', bytes, mountRead),
  create: mountCreate,
};

export interface HealthCheck extends rt.WithUnknownFields {
  /** As the engine takes it: ["CMD", …], ["CMD-SHELL", "…"] or ["NONE"]. */
  readonly test: readonly string[];
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly startPeriodMs: number;
  readonly startIntervalMs: number;
}

/** What HealthCheckCodec.create accepts; all of it may be left out. */
export interface HealthCheckInput extends rt.WithUnknownFields {
  /** As the engine takes it: ["CMD", …], ["CMD-SHELL", "…"] or ["NONE"]. */
  readonly test?: readonly string[] | undefined;
  readonly intervalMs?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retries?: number | undefined;
  readonly startPeriodMs?: number | undefined;
  readonly startIntervalMs?: number | undefined;
}

export function healthCheckCreate(partial: HealthCheckInput = {}): HealthCheck {
  const value: HealthCheck = {
    test: partial.test ?? [],
    intervalMs: partial.intervalMs ?? 0,
    timeoutMs: partial.timeoutMs ?? 0,
    retries: partial.retries ?? 0,
    startPeriodMs: partial.startPeriodMs ?? 0,
    startIntervalMs: partial.startIntervalMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function healthCheckWrite(value: HealthCheck, to: rt.Writer): void {
  for (const item of value.test) { to.uint32(10).string(item); }
  if (value.intervalMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.intervalMs, 'swarm.v1.HealthCheck', 'intervalMs')); }
  if (value.timeoutMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.timeoutMs, 'swarm.v1.HealthCheck', 'timeoutMs')); }
  if (value.retries !== 0) { to.uint32(32).uint32(rt.writeUint32(value.retries, 'swarm.v1.HealthCheck', 'retries')); }
  if (value.startPeriodMs !== 0) { to.uint32(40).int64(rt.writeInt64(value.startPeriodMs, 'swarm.v1.HealthCheck', 'startPeriodMs')); }
  if (value.startIntervalMs !== 0) { to.uint32(48).int64(rt.writeInt64(value.startIntervalMs, 'swarm.v1.HealthCheck', 'startIntervalMs')); }
  rt.writeUnknown(value, to);
}

export function healthCheckRead(from: rt.Reader, end: number, depth: number, before?: HealthCheck): HealthCheck {
  let $test = before?.test as string[] | undefined;
  let $intervalMs: number = before?.intervalMs ?? 0;
  let $timeoutMs: number = before?.timeoutMs ?? 0;
  let $retries: number = before?.retries ?? 0;
  let $startPeriodMs: number = before?.startPeriodMs ?? 0;
  let $startIntervalMs: number = before?.startIntervalMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($test ??= []).push(from.stringVerify());
        continue;
      }
      case 16: {
        $intervalMs = rt.readLong(from.int64(), 'swarm.v1.HealthCheck', 'intervalMs');
        continue;
      }
      case 24: {
        $timeoutMs = rt.readLong(from.int64(), 'swarm.v1.HealthCheck', 'timeoutMs');
        continue;
      }
      case 32: {
        $retries = from.uint32();
        continue;
      }
      case 40: {
        $startPeriodMs = rt.readLong(from.int64(), 'swarm.v1.HealthCheck', 'startPeriodMs');
        continue;
      }
      case 48: {
        $startIntervalMs = rt.readLong(from.int64(), 'swarm.v1.HealthCheck', 'startIntervalMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: HealthCheck = {
    test: $test ?? [],
    intervalMs: $intervalMs,
    timeoutMs: $timeoutMs,
    retries: $retries,
    startPeriodMs: $startPeriodMs,
    startIntervalMs: $startIntervalMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const HealthCheckCodec: rt.MessageCodec<HealthCheck, HealthCheckInput> = {
  name: 'swarm.v1.HealthCheck',
  encode: (value) => rt.encodeMessage(value, healthCheckWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.HealthCheck', bytes, healthCheckRead),
  create: healthCheckCreate,
};

export interface Ulimit extends rt.WithUnknownFields {
  readonly name: string;
  readonly soft: number;
  readonly hard: number;
}

/** What UlimitCodec.create accepts; all of it may be left out. */
export interface UlimitInput extends rt.WithUnknownFields {
  readonly name?: string | undefined;
  readonly soft?: number | undefined;
  readonly hard?: number | undefined;
}

export function ulimitCreate(partial: UlimitInput = {}): Ulimit {
  const value: Ulimit = {
    name: partial.name ?? '',
    soft: partial.soft ?? 0,
    hard: partial.hard ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function ulimitWrite(value: Ulimit, to: rt.Writer): void {
  if (value.name !== '') { to.uint32(10).string(value.name); }
  if (value.soft !== 0) { to.uint32(16).int64(rt.writeInt64(value.soft, 'swarm.v1.Ulimit', 'soft')); }
  if (value.hard !== 0) { to.uint32(24).int64(rt.writeInt64(value.hard, 'swarm.v1.Ulimit', 'hard')); }
  rt.writeUnknown(value, to);
}

export function ulimitRead(from: rt.Reader, end: number, depth: number, before?: Ulimit): Ulimit {
  let $name: string = before?.name ?? '';
  let $soft: number = before?.soft ?? 0;
  let $hard: number = before?.hard ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $name = from.stringVerify();
        continue;
      }
      case 16: {
        $soft = rt.readLong(from.int64(), 'swarm.v1.Ulimit', 'soft');
        continue;
      }
      case 24: {
        $hard = rt.readLong(from.int64(), 'swarm.v1.Ulimit', 'hard');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Ulimit = {
    name: $name,
    soft: $soft,
    hard: $hard,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const UlimitCodec: rt.MessageCodec<Ulimit, UlimitInput> = {
  name: 'swarm.v1.Ulimit',
  encode: (value) => rt.encodeMessage(value, ulimitWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Ulimit', bytes, ulimitRead),
  create: ulimitCreate,
};

export interface LogDriver extends rt.WithUnknownFields {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What LogDriverCodec.create accepts; all of it may be left out. */
export interface LogDriverInput extends rt.WithUnknownFields {
  readonly name?: string | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
}

export function logDriverCreate(partial: LogDriverInput = {}): LogDriver {
  const value: LogDriver = {
    name: partial.name ?? '',
    options: partial.options ?? {},
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logDriverWrite(value: LogDriver, to: rt.Writer): void {
  if (value.name !== '') { to.uint32(10).string(value.name); }
  for (const [key, item] of Object.entries(value.options)) {
    to.uint32(18).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  rt.writeUnknown(value, to);
}

export function logDriverRead(from: rt.Reader, end: number, depth: number, before?: LogDriver): LogDriver {
  let $name: string = before?.name ?? '';
  let $options = before?.options as Record<string, string> | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $name = from.stringVerify();
        continue;
      }
      case 18: {
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
        rt.setEntry(($options ??= {}), key, item ?? '');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogDriver = {
    name: $name,
    options: $options ?? {},
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogDriverCodec: rt.MessageCodec<LogDriver, LogDriverInput> = {
  name: 'swarm.v1.LogDriver',
  encode: (value) => rt.encodeMessage(value, logDriverWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogDriver', bytes, logDriverRead),
  create: logDriverCreate,
};

export interface ResourceRequirements extends rt.WithUnknownFields {
  readonly limits?: ResourceLimits | undefined;
  readonly reservations?: Resources | undefined;
}

/** What ResourceRequirementsCodec.create accepts; all of it may be left out. */
export interface ResourceRequirementsInput extends rt.WithUnknownFields {
  readonly limits?: ResourceLimitsInput | undefined;
  readonly reservations?: ResourcesInput | undefined;
}

export function resourceRequirementsCreate(partial: ResourceRequirementsInput = {}): ResourceRequirements {
  const value: ResourceRequirements = {
    limits: partial.limits === undefined ? undefined : resourceLimitsCreate(partial.limits),
    reservations: partial.reservations === undefined ? undefined : resourcesCreate(partial.reservations),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function resourceRequirementsWrite(value: ResourceRequirements, to: rt.Writer): void {
  if (value.limits !== undefined) { to.uint32(10).fork(); resourceLimitsWrite(value.limits, to); to.ldelim(); }
  if (value.reservations !== undefined) { to.uint32(18).fork(); resourcesWrite(value.reservations, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function resourceRequirementsRead(from: rt.Reader, end: number, depth: number, before?: ResourceRequirements): ResourceRequirements {
  let $limits: ResourceLimits | undefined = before?.limits;
  let $reservations: Resources | undefined = before?.reservations;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $limits = resourceLimitsRead(from, rt.endOfMessage(from, depth), depth + 1, $limits);
        continue;
      }
      case 18: {
        $reservations = resourcesRead(from, rt.endOfMessage(from, depth), depth + 1, $reservations);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ResourceRequirements = {
    limits: $limits,
    reservations: $reservations,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ResourceRequirementsCodec: rt.MessageCodec<ResourceRequirements, ResourceRequirementsInput> = {
  name: 'swarm.v1.ResourceRequirements',
  encode: (value) => rt.encodeMessage(value, resourceRequirementsWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ResourceRequirements', bytes, resourceRequirementsRead),
  create: resourceRequirementsCreate,
};

export interface ResourceLimits extends rt.WithUnknownFields {
  readonly nanoCpus: number;
  readonly memoryBytes: number;
  readonly pids: number;
}

/** What ResourceLimitsCodec.create accepts; all of it may be left out. */
export interface ResourceLimitsInput extends rt.WithUnknownFields {
  readonly nanoCpus?: number | undefined;
  readonly memoryBytes?: number | undefined;
  readonly pids?: number | undefined;
}

export function resourceLimitsCreate(partial: ResourceLimitsInput = {}): ResourceLimits {
  const value: ResourceLimits = {
    nanoCpus: partial.nanoCpus ?? 0,
    memoryBytes: partial.memoryBytes ?? 0,
    pids: partial.pids ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function resourceLimitsWrite(value: ResourceLimits, to: rt.Writer): void {
  if (value.nanoCpus !== 0) { to.uint32(8).int64(rt.writeInt64(value.nanoCpus, 'swarm.v1.ResourceLimits', 'nanoCpus')); }
  if (value.memoryBytes !== 0) { to.uint32(16).int64(rt.writeInt64(value.memoryBytes, 'swarm.v1.ResourceLimits', 'memoryBytes')); }
  if (value.pids !== 0) { to.uint32(24).int64(rt.writeInt64(value.pids, 'swarm.v1.ResourceLimits', 'pids')); }
  rt.writeUnknown(value, to);
}

export function resourceLimitsRead(from: rt.Reader, end: number, depth: number, before?: ResourceLimits): ResourceLimits {
  let $nanoCpus: number = before?.nanoCpus ?? 0;
  let $memoryBytes: number = before?.memoryBytes ?? 0;
  let $pids: number = before?.pids ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $nanoCpus = rt.readLong(from.int64(), 'swarm.v1.ResourceLimits', 'nanoCpus');
        continue;
      }
      case 16: {
        $memoryBytes = rt.readLong(from.int64(), 'swarm.v1.ResourceLimits', 'memoryBytes');
        continue;
      }
      case 24: {
        $pids = rt.readLong(from.int64(), 'swarm.v1.ResourceLimits', 'pids');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ResourceLimits = {
    nanoCpus: $nanoCpus,
    memoryBytes: $memoryBytes,
    pids: $pids,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ResourceLimitsCodec: rt.MessageCodec<ResourceLimits, ResourceLimitsInput> = {
  name: 'swarm.v1.ResourceLimits',
  encode: (value) => rt.encodeMessage(value, resourceLimitsWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ResourceLimits', bytes, resourceLimitsRead),
  create: resourceLimitsCreate,
};

export interface RestartPolicy extends rt.WithUnknownFields {
  readonly condition: RestartCondition;
  readonly delayMs: number;
  /** 0: unlimited. */
  readonly maxAttempts: number;
  /** 0: attempts are counted for ever. */
  readonly windowMs: number;
}

/** What RestartPolicyCodec.create accepts; all of it may be left out. */
export interface RestartPolicyInput extends rt.WithUnknownFields {
  readonly condition?: RestartCondition | undefined;
  readonly delayMs?: number | undefined;
  /** 0: unlimited. */
  readonly maxAttempts?: number | undefined;
  /** 0: attempts are counted for ever. */
  readonly windowMs?: number | undefined;
}

export function restartPolicyCreate(partial: RestartPolicyInput = {}): RestartPolicy {
  const value: RestartPolicy = {
    condition: partial.condition ?? RESTART_CONDITION_DEFAULT,
    delayMs: partial.delayMs ?? 0,
    maxAttempts: partial.maxAttempts ?? 0,
    windowMs: partial.windowMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function restartPolicyWrite(value: RestartPolicy, to: rt.Writer): void {
  if (value.condition !== RESTART_CONDITION_DEFAULT) { to.uint32(8).int32(restartConditionToNumber(value.condition, 'swarm.v1.RestartPolicy', 'condition')); }
  if (value.delayMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.delayMs, 'swarm.v1.RestartPolicy', 'delayMs')); }
  if (value.maxAttempts !== 0) { to.uint32(24).uint64(rt.writeUint64(value.maxAttempts, 'swarm.v1.RestartPolicy', 'maxAttempts')); }
  if (value.windowMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.windowMs, 'swarm.v1.RestartPolicy', 'windowMs')); }
  rt.writeUnknown(value, to);
}

export function restartPolicyRead(from: rt.Reader, end: number, depth: number, before?: RestartPolicy): RestartPolicy {
  let $condition: RestartCondition = before?.condition ?? RESTART_CONDITION_DEFAULT;
  let $delayMs: number = before?.delayMs ?? 0;
  let $maxAttempts: number = before?.maxAttempts ?? 0;
  let $windowMs: number = before?.windowMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $condition = restartConditionFromNumber(from.int32(), 'swarm.v1.RestartPolicy', 'condition');
        continue;
      }
      case 16: {
        $delayMs = rt.readLong(from.int64(), 'swarm.v1.RestartPolicy', 'delayMs');
        continue;
      }
      case 24: {
        $maxAttempts = rt.readLong(from.uint64(), 'swarm.v1.RestartPolicy', 'maxAttempts');
        continue;
      }
      case 32: {
        $windowMs = rt.readLong(from.int64(), 'swarm.v1.RestartPolicy', 'windowMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RestartPolicy = {
    condition: $condition,
    delayMs: $delayMs,
    maxAttempts: $maxAttempts,
    windowMs: $windowMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RestartPolicyCodec: rt.MessageCodec<RestartPolicy, RestartPolicyInput> = {
  name: 'swarm.v1.RestartPolicy',
  encode: (value) => rt.encodeMessage(value, restartPolicyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RestartPolicy', bytes, restartPolicyRead),
  create: restartPolicyCreate,
};

export interface Placement extends rt.WithUnknownFields {
  readonly constraints: readonly string[];
  /** Empty: any platform. */
  readonly platforms: readonly Platform[];
  /** Most active tasks of this service on one node; 0: no limit. */
  readonly maxReplicasPerNode: number;
  /** The first one weighs most. */
  readonly preferences: readonly PlacementPreference[];
  readonly strategy: PlacementStrategy;
  /** Names of services; never on a node with one of their tasks. */
  readonly apartFrom: readonly string[];
}

/** What PlacementCodec.create accepts; all of it may be left out. */
export interface PlacementInput extends rt.WithUnknownFields {
  readonly constraints?: readonly string[] | undefined;
  /** Empty: any platform. */
  readonly platforms?: readonly PlatformInput[] | undefined;
  /** Most active tasks of this service on one node; 0: no limit. */
  readonly maxReplicasPerNode?: number | undefined;
  /** The first one weighs most. */
  readonly preferences?: readonly PlacementPreferenceInput[] | undefined;
  readonly strategy?: PlacementStrategy | undefined;
  /** Names of services; never on a node with one of their tasks. */
  readonly apartFrom?: readonly string[] | undefined;
}

export function placementCreate(partial: PlacementInput = {}): Placement {
  const value: Placement = {
    constraints: partial.constraints ?? [],
    platforms: (partial.platforms ?? []).map((item) => platformCreate(item)),
    maxReplicasPerNode: partial.maxReplicasPerNode ?? 0,
    preferences: (partial.preferences ?? []).map((item) => placementPreferenceCreate(item)),
    strategy: partial.strategy ?? PLACEMENT_STRATEGY_DEFAULT,
    apartFrom: partial.apartFrom ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function placementWrite(value: Placement, to: rt.Writer): void {
  for (const item of value.constraints) { to.uint32(10).string(item); }
  for (const item of value.platforms) { to.uint32(18).fork(); platformWrite(item, to); to.ldelim(); }
  if (value.maxReplicasPerNode !== 0) { to.uint32(24).uint64(rt.writeUint64(value.maxReplicasPerNode, 'swarm.v1.Placement', 'maxReplicasPerNode')); }
  for (const item of value.preferences) { to.uint32(34).fork(); placementPreferenceWrite(item, to); to.ldelim(); }
  if (value.strategy !== PLACEMENT_STRATEGY_DEFAULT) { to.uint32(40).int32(placementStrategyToNumber(value.strategy, 'swarm.v1.Placement', 'strategy')); }
  for (const item of value.apartFrom) { to.uint32(50).string(item); }
  rt.writeUnknown(value, to);
}

export function placementRead(from: rt.Reader, end: number, depth: number, before?: Placement): Placement {
  let $constraints = before?.constraints as string[] | undefined;
  let $platforms = before?.platforms as Platform[] | undefined;
  let $maxReplicasPerNode: number = before?.maxReplicasPerNode ?? 0;
  let $preferences = before?.preferences as PlacementPreference[] | undefined;
  let $strategy: PlacementStrategy = before?.strategy ?? PLACEMENT_STRATEGY_DEFAULT;
  let $apartFrom = before?.apartFrom as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($constraints ??= []).push(from.stringVerify());
        continue;
      }
      case 18: {
        ($platforms ??= []).push(platformRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 24: {
        $maxReplicasPerNode = rt.readLong(from.uint64(), 'swarm.v1.Placement', 'maxReplicasPerNode');
        continue;
      }
      case 34: {
        ($preferences ??= []).push(placementPreferenceRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 40: {
        $strategy = placementStrategyFromNumber(from.int32(), 'swarm.v1.Placement', 'strategy');
        continue;
      }
      case 50: {
        ($apartFrom ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Placement = {
    constraints: $constraints ?? [],
    platforms: $platforms ?? [],
    maxReplicasPerNode: $maxReplicasPerNode,
    preferences: $preferences ?? [],
    strategy: $strategy,
    apartFrom: $apartFrom ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PlacementCodec: rt.MessageCodec<Placement, PlacementInput> = {
  name: 'swarm.v1.Placement',
  encode: (value) => rt.encodeMessage(value, placementWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Placement', bytes, placementRead),
  create: placementCreate,
};

/** What is wished for, as far as it can be had. */
export interface PlacementPreference extends rt.WithUnknownFields {
  readonly preference?:
    | { readonly kind: 'spread'; readonly spread: string }
    | { readonly kind: 'prefer'; readonly prefer: string }
    | { readonly kind: 'near'; readonly near: string }
    | { readonly kind: 'apart'; readonly apart: string }
    | undefined;
}

/** What PlacementPreferenceCodec.create accepts; all of it may be left out. */
export interface PlacementPreferenceInput extends rt.WithUnknownFields {
  readonly preference?:
    | { readonly kind: 'spread'; readonly spread: string }
    | { readonly kind: 'prefer'; readonly prefer: string }
    | { readonly kind: 'near'; readonly near: string }
    | { readonly kind: 'apart'; readonly apart: string }
    | undefined;
}

export function placementPreferenceCreate(partial: PlacementPreferenceInput = {}): PlacementPreference {
  const value: PlacementPreference = {
    preference: partial.preference,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function placementPreferenceWrite(value: PlacementPreference, to: rt.Writer): void {
  switch (value.preference?.kind) {
    case 'spread': to.uint32(10).string(value.preference.spread); break;
    case 'prefer': to.uint32(18).string(value.preference.prefer); break;
    case 'near': to.uint32(26).string(value.preference.near); break;
    case 'apart': to.uint32(34).string(value.preference.apart); break;
  }
  rt.writeUnknown(value, to);
}

export function placementPreferenceRead(from: rt.Reader, end: number, depth: number, before?: PlacementPreference): PlacementPreference {
  let $preference: PlacementPreference['preference'] = before?.preference;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $preference = { kind: 'spread', spread: from.stringVerify() };
        continue;
      }
      case 18: {
        $preference = { kind: 'prefer', prefer: from.stringVerify() };
        continue;
      }
      case 26: {
        $preference = { kind: 'near', near: from.stringVerify() };
        continue;
      }
      case 34: {
        $preference = { kind: 'apart', apart: from.stringVerify() };
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PlacementPreference = {
    preference: $preference,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PlacementPreferenceCodec: rt.MessageCodec<PlacementPreference, PlacementPreferenceInput> = {
  name: 'swarm.v1.PlacementPreference',
  encode: (value) => rt.encodeMessage(value, placementPreferenceWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PlacementPreference', bytes, placementPreferenceRead),
  create: placementPreferenceCreate,
};

export interface Task extends rt.WithUnknownFields {
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly serviceId: string;
  readonly slot: number;
  /** The service revision it was made from. */
  readonly revision: number;
  readonly desired?: TaskDesired | undefined;
  readonly placement?: TaskPlacement | undefined;
  readonly status?: TaskStatus | undefined;
  /** Of a job: the run it is part of (JobRun.number). */
  readonly run: number;
  readonly allocation?: TaskAllocation | undefined;
}

/** What TaskCodec.create accepts; all of it may be left out. */
export interface TaskInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly serviceId?: string | undefined;
  readonly slot?: number | undefined;
  /** The service revision it was made from. */
  readonly revision?: number | undefined;
  readonly desired?: TaskDesiredInput | undefined;
  readonly placement?: TaskPlacementInput | undefined;
  readonly status?: TaskStatusInput | undefined;
  /** Of a job: the run it is part of (JobRun.number). */
  readonly run?: number | undefined;
  readonly allocation?: TaskAllocationInput | undefined;
}

export function taskCreate(partial: TaskInput = {}): Task {
  const value: Task = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    serviceId: partial.serviceId ?? '',
    slot: partial.slot ?? 0,
    revision: partial.revision ?? 0,
    desired: partial.desired === undefined ? undefined : taskDesiredCreate(partial.desired),
    placement: partial.placement === undefined ? undefined : taskPlacementCreate(partial.placement),
    status: partial.status === undefined ? undefined : taskStatusCreate(partial.status),
    run: partial.run ?? 0,
    allocation: partial.allocation === undefined ? undefined : taskAllocationCreate(partial.allocation),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskWrite(value: Task, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.serviceId !== '') { to.uint32(26).string(value.serviceId); }
  if (value.slot !== 0) { to.uint32(32).uint64(rt.writeUint64(value.slot, 'swarm.v1.Task', 'slot')); }
  if (value.revision !== 0) { to.uint32(40).uint64(rt.writeUint64(value.revision, 'swarm.v1.Task', 'revision')); }
  if (value.desired !== undefined) { to.uint32(50).fork(); taskDesiredWrite(value.desired, to); to.ldelim(); }
  if (value.placement !== undefined) { to.uint32(58).fork(); taskPlacementWrite(value.placement, to); to.ldelim(); }
  if (value.status !== undefined) { to.uint32(66).fork(); taskStatusWrite(value.status, to); to.ldelim(); }
  if (value.run !== 0) { to.uint32(72).uint64(rt.writeUint64(value.run, 'swarm.v1.Task', 'run')); }
  if (value.allocation !== undefined) { to.uint32(82).fork(); taskAllocationWrite(value.allocation, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function taskRead(from: rt.Reader, end: number, depth: number, before?: Task): Task {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $serviceId: string = before?.serviceId ?? '';
  let $slot: number = before?.slot ?? 0;
  let $revision: number = before?.revision ?? 0;
  let $desired: TaskDesired | undefined = before?.desired;
  let $placement: TaskPlacement | undefined = before?.placement;
  let $status: TaskStatus | undefined = before?.status;
  let $run: number = before?.run ?? 0;
  let $allocation: TaskAllocation | undefined = before?.allocation;
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
        $serviceId = from.stringVerify();
        continue;
      }
      case 32: {
        $slot = rt.readLong(from.uint64(), 'swarm.v1.Task', 'slot');
        continue;
      }
      case 40: {
        $revision = rt.readLong(from.uint64(), 'swarm.v1.Task', 'revision');
        continue;
      }
      case 50: {
        $desired = taskDesiredRead(from, rt.endOfMessage(from, depth), depth + 1, $desired);
        continue;
      }
      case 58: {
        $placement = taskPlacementRead(from, rt.endOfMessage(from, depth), depth + 1, $placement);
        continue;
      }
      case 66: {
        $status = taskStatusRead(from, rt.endOfMessage(from, depth), depth + 1, $status);
        continue;
      }
      case 72: {
        $run = rt.readLong(from.uint64(), 'swarm.v1.Task', 'run');
        continue;
      }
      case 82: {
        $allocation = taskAllocationRead(from, rt.endOfMessage(from, depth), depth + 1, $allocation);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Task = {
    id: $id,
    meta: $meta,
    serviceId: $serviceId,
    slot: $slot,
    revision: $revision,
    desired: $desired,
    placement: $placement,
    status: $status,
    run: $run,
    allocation: $allocation,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskCodec: rt.MessageCodec<Task, TaskInput> = {
  name: 'swarm.v1.Task',
  encode: (value) => rt.encodeMessage(value, taskWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Task', bytes, taskRead),
  create: taskCreate,
};

/** What a task was given of networks. */
export interface TaskAllocation extends rt.WithUnknownFields {
  readonly attachments: readonly NetworkAttachment[];
}

/** What TaskAllocationCodec.create accepts; all of it may be left out. */
export interface TaskAllocationInput extends rt.WithUnknownFields {
  readonly attachments?: readonly NetworkAttachmentInput[] | undefined;
}

export function taskAllocationCreate(partial: TaskAllocationInput = {}): TaskAllocation {
  const value: TaskAllocation = {
    attachments: (partial.attachments ?? []).map((item) => networkAttachmentCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskAllocationWrite(value: TaskAllocation, to: rt.Writer): void {
  for (const item of value.attachments) { to.uint32(10).fork(); networkAttachmentWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function taskAllocationRead(from: rt.Reader, end: number, depth: number, before?: TaskAllocation): TaskAllocation {
  let $attachments = before?.attachments as NetworkAttachment[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($attachments ??= []).push(networkAttachmentRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskAllocation = {
    attachments: $attachments ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskAllocationCodec: rt.MessageCodec<TaskAllocation, TaskAllocationInput> = {
  name: 'swarm.v1.TaskAllocation',
  encode: (value) => rt.encodeMessage(value, taskAllocationWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskAllocation', bytes, taskAllocationRead),
  create: taskAllocationCreate,
};

/** An address on a network. */
export interface NetworkAttachment extends rt.WithUnknownFields {
  readonly networkId: string;
  /** Without the length of the prefix. The hardware address follows from it (model/network). */
  readonly address: string;
  /** Of a network with IPv6; empty elsewhere. */
  readonly address6: string;
  /**
   * Of a node on an attachable network: the part of the subnet (CIDR) that its engine gives addresses from to containers
   * that are no tasks. Empty: none was free.
   */
  readonly block: string;
  readonly block6: string;
}

/** What NetworkAttachmentCodec.create accepts; all of it may be left out. */
export interface NetworkAttachmentInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  /** Without the length of the prefix. The hardware address follows from it (model/network). */
  readonly address?: string | undefined;
  /** Of a network with IPv6; empty elsewhere. */
  readonly address6?: string | undefined;
  /**
   * Of a node on an attachable network: the part of the subnet (CIDR) that its engine gives addresses from to containers
   * that are no tasks. Empty: none was free.
   */
  readonly block?: string | undefined;
  readonly block6?: string | undefined;
}

export function networkAttachmentCreate(partial: NetworkAttachmentInput = {}): NetworkAttachment {
  const value: NetworkAttachment = {
    networkId: partial.networkId ?? '',
    address: partial.address ?? '',
    address6: partial.address6 ?? '',
    block: partial.block ?? '',
    block6: partial.block6 ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkAttachmentWrite(value: NetworkAttachment, to: rt.Writer): void {
  if (value.networkId !== '') { to.uint32(10).string(value.networkId); }
  if (value.address !== '') { to.uint32(18).string(value.address); }
  if (value.address6 !== '') { to.uint32(26).string(value.address6); }
  if (value.block !== '') { to.uint32(34).string(value.block); }
  if (value.block6 !== '') { to.uint32(42).string(value.block6); }
  rt.writeUnknown(value, to);
}

export function networkAttachmentRead(from: rt.Reader, end: number, depth: number, before?: NetworkAttachment): NetworkAttachment {
  let $networkId: string = before?.networkId ?? '';
  let $address: string = before?.address ?? '';
  let $address6: string = before?.address6 ?? '';
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
        $address = from.stringVerify();
        continue;
      }
      case 26: {
        $address6 = from.stringVerify();
        continue;
      }
      case 34: {
        $block = from.stringVerify();
        continue;
      }
      case 42: {
        $block6 = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkAttachment = {
    networkId: $networkId,
    address: $address,
    address6: $address6,
    block: $block,
    block6: $block6,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkAttachmentCodec: rt.MessageCodec<NetworkAttachment, NetworkAttachmentInput> = {
  name: 'swarm.v1.NetworkAttachment',
  encode: (value) => rt.encodeMessage(value, networkAttachmentWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkAttachment', bytes, networkAttachmentRead),
  create: networkAttachmentCreate,
};

export interface Network extends rt.WithUnknownFields {
  readonly id: string;
  readonly meta?: Meta | undefined;
  readonly spec?: NetworkSpec | undefined;
  readonly allocation?: NetworkAllocation | undefined;
}

/** What NetworkCodec.create accepts; all of it may be left out. */
export interface NetworkInput extends rt.WithUnknownFields {
  readonly id?: string | undefined;
  readonly meta?: MetaInput | undefined;
  readonly spec?: NetworkSpecInput | undefined;
  readonly allocation?: NetworkAllocationInput | undefined;
}

export function networkCreate(partial: NetworkInput = {}): Network {
  const value: Network = {
    id: partial.id ?? '',
    meta: partial.meta === undefined ? undefined : metaCreate(partial.meta),
    spec: partial.spec === undefined ? undefined : networkSpecCreate(partial.spec),
    allocation: partial.allocation === undefined ? undefined : networkAllocationCreate(partial.allocation),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkWrite(value: Network, to: rt.Writer): void {
  if (value.id !== '') { to.uint32(10).string(value.id); }
  if (value.meta !== undefined) { to.uint32(18).fork(); metaWrite(value.meta, to); to.ldelim(); }
  if (value.spec !== undefined) { to.uint32(26).fork(); networkSpecWrite(value.spec, to); to.ldelim(); }
  if (value.allocation !== undefined) { to.uint32(34).fork(); networkAllocationWrite(value.allocation, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function networkRead(from: rt.Reader, end: number, depth: number, before?: Network): Network {
  let $id: string = before?.id ?? '';
  let $meta: Meta | undefined = before?.meta;
  let $spec: NetworkSpec | undefined = before?.spec;
  let $allocation: NetworkAllocation | undefined = before?.allocation;
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
        $spec = networkSpecRead(from, rt.endOfMessage(from, depth), depth + 1, $spec);
        continue;
      }
      case 34: {
        $allocation = networkAllocationRead(from, rt.endOfMessage(from, depth), depth + 1, $allocation);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Network = {
    id: $id,
    meta: $meta,
    spec: $spec,
    allocation: $allocation,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkCodec: rt.MessageCodec<Network, NetworkInput> = {
  name: 'swarm.v1.Network',
  encode: (value) => rt.encodeMessage(value, networkWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Network', bytes, networkRead),
  create: networkCreate,
};

export interface NetworkSpec extends rt.WithUnknownFields {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** As the user gave them; what of them is known is in the fields below. */
  readonly driverOptions: Readonly<Record<string, string>>;
  /** At most one of each family; those that are missing are chosen by the allocator. */
  readonly subnets: readonly SubnetSpec[];
  /** Nothing leads out of it. */
  readonly internal: boolean;
  /** Containers that are not tasks may be attached. */
  readonly attachable: boolean;
  /** The one network that carries traffic of published ports between nodes. */
  readonly ingress: boolean;
  readonly ipv6: boolean;
  /** Traffic between nodes goes through encrypted tunnels. */
  readonly encrypted: boolean;
  /** Bytes; 0: found out. */
  readonly mtu: number;
}

/** What NetworkSpecCodec.create accepts; all of it may be left out. */
export interface NetworkSpecInput extends rt.WithUnknownFields {
  readonly name?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** As the user gave them; what of them is known is in the fields below. */
  readonly driverOptions?: Readonly<Record<string, string>> | undefined;
  /** At most one of each family; those that are missing are chosen by the allocator. */
  readonly subnets?: readonly SubnetSpecInput[] | undefined;
  /** Nothing leads out of it. */
  readonly internal?: boolean | undefined;
  /** Containers that are not tasks may be attached. */
  readonly attachable?: boolean | undefined;
  /** The one network that carries traffic of published ports between nodes. */
  readonly ingress?: boolean | undefined;
  readonly ipv6?: boolean | undefined;
  /** Traffic between nodes goes through encrypted tunnels. */
  readonly encrypted?: boolean | undefined;
  /** Bytes; 0: found out. */
  readonly mtu?: number | undefined;
}

export function networkSpecCreate(partial: NetworkSpecInput = {}): NetworkSpec {
  const value: NetworkSpec = {
    name: partial.name ?? '',
    labels: partial.labels ?? {},
    driverOptions: partial.driverOptions ?? {},
    subnets: (partial.subnets ?? []).map((item) => subnetSpecCreate(item)),
    internal: partial.internal ?? false,
    attachable: partial.attachable ?? false,
    ingress: partial.ingress ?? false,
    ipv6: partial.ipv6 ?? false,
    encrypted: partial.encrypted ?? false,
    mtu: partial.mtu ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkSpecWrite(value: NetworkSpec, to: rt.Writer): void {
  if (value.name !== '') { to.uint32(10).string(value.name); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(18).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  for (const [key, item] of Object.entries(value.driverOptions)) {
    to.uint32(26).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  for (const item of value.subnets) { to.uint32(34).fork(); subnetSpecWrite(item, to); to.ldelim(); }
  if (value.internal) { to.uint32(40).bool(value.internal); }
  if (value.attachable) { to.uint32(48).bool(value.attachable); }
  if (value.ingress) { to.uint32(56).bool(value.ingress); }
  if (value.ipv6) { to.uint32(64).bool(value.ipv6); }
  if (value.encrypted) { to.uint32(72).bool(value.encrypted); }
  if (value.mtu !== 0) { to.uint32(80).uint32(rt.writeUint32(value.mtu, 'swarm.v1.NetworkSpec', 'mtu')); }
  rt.writeUnknown(value, to);
}

export function networkSpecRead(from: rt.Reader, end: number, depth: number, before?: NetworkSpec): NetworkSpec {
  let $name: string = before?.name ?? '';
  let $labels = before?.labels as Record<string, string> | undefined;
  let $driverOptions = before?.driverOptions as Record<string, string> | undefined;
  let $subnets = before?.subnets as SubnetSpec[] | undefined;
  let $internal: boolean = before?.internal ?? false;
  let $attachable: boolean = before?.attachable ?? false;
  let $ingress: boolean = before?.ingress ?? false;
  let $ipv6: boolean = before?.ipv6 ?? false;
  let $encrypted: boolean = before?.encrypted ?? false;
  let $mtu: number = before?.mtu ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $name = from.stringVerify();
        continue;
      }
      case 18: {
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
      case 26: {
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
        rt.setEntry(($driverOptions ??= {}), key, item ?? '');
        continue;
      }
      case 34: {
        ($subnets ??= []).push(subnetSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 40: {
        $internal = from.bool();
        continue;
      }
      case 48: {
        $attachable = from.bool();
        continue;
      }
      case 56: {
        $ingress = from.bool();
        continue;
      }
      case 64: {
        $ipv6 = from.bool();
        continue;
      }
      case 72: {
        $encrypted = from.bool();
        continue;
      }
      case 80: {
        $mtu = from.uint32();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkSpec = {
    name: $name,
    labels: $labels ?? {},
    driverOptions: $driverOptions ?? {},
    subnets: $subnets ?? [],
    internal: $internal,
    attachable: $attachable,
    ingress: $ingress,
    ipv6: $ipv6,
    encrypted: $encrypted,
    mtu: $mtu,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkSpecCodec: rt.MessageCodec<NetworkSpec, NetworkSpecInput> = {
  name: 'swarm.v1.NetworkSpec',
  encode: (value) => rt.encodeMessage(value, networkSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkSpec', bytes, networkSpecRead),
  create: networkSpecCreate,
};

export interface SubnetSpec extends rt.WithUnknownFields {
  /** CIDR. */
  readonly subnet: string;
  /** Addresses are given from this part of it; empty: from all of it. */
  readonly range: string;
  /** Given to no task; empty: the first address. */
  readonly gateway: string;
}

/** What SubnetSpecCodec.create accepts; all of it may be left out. */
export interface SubnetSpecInput extends rt.WithUnknownFields {
  /** CIDR. */
  readonly subnet?: string | undefined;
  /** Addresses are given from this part of it; empty: from all of it. */
  readonly range?: string | undefined;
  /** Given to no task; empty: the first address. */
  readonly gateway?: string | undefined;
}

export function subnetSpecCreate(partial: SubnetSpecInput = {}): SubnetSpec {
  const value: SubnetSpec = {
    subnet: partial.subnet ?? '',
    range: partial.range ?? '',
    gateway: partial.gateway ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function subnetSpecWrite(value: SubnetSpec, to: rt.Writer): void {
  if (value.subnet !== '') { to.uint32(10).string(value.subnet); }
  if (value.range !== '') { to.uint32(18).string(value.range); }
  if (value.gateway !== '') { to.uint32(26).string(value.gateway); }
  rt.writeUnknown(value, to);
}

export function subnetSpecRead(from: rt.Reader, end: number, depth: number, before?: SubnetSpec): SubnetSpec {
  let $subnet: string = before?.subnet ?? '';
  let $range: string = before?.range ?? '';
  let $gateway: string = before?.gateway ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $subnet = from.stringVerify();
        continue;
      }
      case 18: {
        $range = from.stringVerify();
        continue;
      }
      case 26: {
        $gateway = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: SubnetSpec = {
    subnet: $subnet,
    range: $range,
    gateway: $gateway,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const SubnetSpecCodec: rt.MessageCodec<SubnetSpec, SubnetSpecInput> = {
  name: 'swarm.v1.SubnetSpec',
  encode: (value) => rt.encodeMessage(value, subnetSpecWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SubnetSpec', bytes, subnetSpecRead),
  create: subnetSpecCreate,
};

export interface NetworkAllocation extends rt.WithUnknownFields {
  /** With every field filled in; the IPv4 one first. */
  readonly subnets: readonly SubnetSpec[];
  /** The id of its VXLAN. */
  readonly vxlanId: number;
  /** Why it has no subnet yet, in words; empty once it has. */
  readonly problem: string;
}

/** What NetworkAllocationCodec.create accepts; all of it may be left out. */
export interface NetworkAllocationInput extends rt.WithUnknownFields {
  /** With every field filled in; the IPv4 one first. */
  readonly subnets?: readonly SubnetSpecInput[] | undefined;
  /** The id of its VXLAN. */
  readonly vxlanId?: number | undefined;
  /** Why it has no subnet yet, in words; empty once it has. */
  readonly problem?: string | undefined;
}

export function networkAllocationCreate(partial: NetworkAllocationInput = {}): NetworkAllocation {
  const value: NetworkAllocation = {
    subnets: (partial.subnets ?? []).map((item) => subnetSpecCreate(item)),
    vxlanId: partial.vxlanId ?? 0,
    problem: partial.problem ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkAllocationWrite(value: NetworkAllocation, to: rt.Writer): void {
  for (const item of value.subnets) { to.uint32(10).fork(); subnetSpecWrite(item, to); to.ldelim(); }
  if (value.vxlanId !== 0) { to.uint32(16).uint32(rt.writeUint32(value.vxlanId, 'swarm.v1.NetworkAllocation', 'vxlanId')); }
  if (value.problem !== '') { to.uint32(26).string(value.problem); }
  rt.writeUnknown(value, to);
}

export function networkAllocationRead(from: rt.Reader, end: number, depth: number, before?: NetworkAllocation): NetworkAllocation {
  let $subnets = before?.subnets as SubnetSpec[] | undefined;
  let $vxlanId: number = before?.vxlanId ?? 0;
  let $problem: string = before?.problem ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        ($subnets ??= []).push(subnetSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 16: {
        $vxlanId = from.uint32();
        continue;
      }
      case 26: {
        $problem = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: NetworkAllocation = {
    subnets: $subnets ?? [],
    vxlanId: $vxlanId,
    problem: $problem,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const NetworkAllocationCodec: rt.MessageCodec<NetworkAllocation, NetworkAllocationInput> = {
  name: 'swarm.v1.NetworkAllocation',
  encode: (value) => rt.encodeMessage(value, networkAllocationWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkAllocation', bytes, networkAllocationRead),
  create: networkAllocationCreate,
};

export interface TaskDesired extends rt.WithUnknownFields {
  readonly state: DesiredState;
  /** Set once the task is to stop; the desired state follows when nothing sends it traffic any more. */
  readonly leaving?: Leaving | undefined;
  /** Set on a replacement that waits to be started. */
  readonly start?: StartCondition | undefined;
  /** Restarts that led to this task, in this slot and revision. */
  readonly restarts?: RestartRecord | undefined;
  /** Set on the task with which a rollout replaces another. */
  readonly rollout?: RolloutPart | undefined;
  /** Set on the task with which another moves to another node. */
  readonly move?: TaskMove | undefined;
}

/** What TaskDesiredCodec.create accepts; all of it may be left out. */
export interface TaskDesiredInput extends rt.WithUnknownFields {
  readonly state?: DesiredState | undefined;
  /** Set once the task is to stop; the desired state follows when nothing sends it traffic any more. */
  readonly leaving?: LeavingInput | undefined;
  /** Set on a replacement that waits to be started. */
  readonly start?: StartConditionInput | undefined;
  /** Restarts that led to this task, in this slot and revision. */
  readonly restarts?: RestartRecordInput | undefined;
  /** Set on the task with which a rollout replaces another. */
  readonly rollout?: RolloutPartInput | undefined;
  /** Set on the task with which another moves to another node. */
  readonly move?: TaskMoveInput | undefined;
}

export function taskDesiredCreate(partial: TaskDesiredInput = {}): TaskDesired {
  const value: TaskDesired = {
    state: partial.state ?? DESIRED_STATE_DEFAULT,
    leaving: partial.leaving === undefined ? undefined : leavingCreate(partial.leaving),
    start: partial.start === undefined ? undefined : startConditionCreate(partial.start),
    restarts: partial.restarts === undefined ? undefined : restartRecordCreate(partial.restarts),
    rollout: partial.rollout === undefined ? undefined : rolloutPartCreate(partial.rollout),
    move: partial.move === undefined ? undefined : taskMoveCreate(partial.move),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskDesiredWrite(value: TaskDesired, to: rt.Writer): void {
  if (value.state !== DESIRED_STATE_DEFAULT) { to.uint32(8).int32(desiredStateToNumber(value.state, 'swarm.v1.TaskDesired', 'state')); }
  if (value.leaving !== undefined) { to.uint32(18).fork(); leavingWrite(value.leaving, to); to.ldelim(); }
  if (value.start !== undefined) { to.uint32(26).fork(); startConditionWrite(value.start, to); to.ldelim(); }
  if (value.restarts !== undefined) { to.uint32(34).fork(); restartRecordWrite(value.restarts, to); to.ldelim(); }
  if (value.rollout !== undefined) { to.uint32(42).fork(); rolloutPartWrite(value.rollout, to); to.ldelim(); }
  if (value.move !== undefined) { to.uint32(50).fork(); taskMoveWrite(value.move, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function taskDesiredRead(from: rt.Reader, end: number, depth: number, before?: TaskDesired): TaskDesired {
  let $state: DesiredState = before?.state ?? DESIRED_STATE_DEFAULT;
  let $leaving: Leaving | undefined = before?.leaving;
  let $start: StartCondition | undefined = before?.start;
  let $restarts: RestartRecord | undefined = before?.restarts;
  let $rollout: RolloutPart | undefined = before?.rollout;
  let $move: TaskMove | undefined = before?.move;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $state = desiredStateFromNumber(from.int32(), 'swarm.v1.TaskDesired', 'state');
        continue;
      }
      case 18: {
        $leaving = leavingRead(from, rt.endOfMessage(from, depth), depth + 1, $leaving);
        continue;
      }
      case 26: {
        $start = startConditionRead(from, rt.endOfMessage(from, depth), depth + 1, $start);
        continue;
      }
      case 34: {
        $restarts = restartRecordRead(from, rt.endOfMessage(from, depth), depth + 1, $restarts);
        continue;
      }
      case 42: {
        $rollout = rolloutPartRead(from, rt.endOfMessage(from, depth), depth + 1, $rollout);
        continue;
      }
      case 50: {
        $move = taskMoveRead(from, rt.endOfMessage(from, depth), depth + 1, $move);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskDesired = {
    state: $state,
    leaving: $leaving,
    start: $start,
    restarts: $restarts,
    rollout: $rollout,
    move: $move,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskDesiredCodec: rt.MessageCodec<TaskDesired, TaskDesiredInput> = {
  name: 'swarm.v1.TaskDesired',
  encode: (value) => rt.encodeMessage(value, taskDesiredWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskDesired', bytes, taskDesiredRead),
  create: taskDesiredCreate,
};

/** The other task stops when this one runs. */
export interface TaskMove extends rt.WithUnknownFields {
  readonly replacesTaskId: string;
  readonly reason: string;
  readonly sinceMs: number;
}

/** What TaskMoveCodec.create accepts; all of it may be left out. */
export interface TaskMoveInput extends rt.WithUnknownFields {
  readonly replacesTaskId?: string | undefined;
  readonly reason?: string | undefined;
  readonly sinceMs?: number | undefined;
}

export function taskMoveCreate(partial: TaskMoveInput = {}): TaskMove {
  const value: TaskMove = {
    replacesTaskId: partial.replacesTaskId ?? '',
    reason: partial.reason ?? '',
    sinceMs: partial.sinceMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskMoveWrite(value: TaskMove, to: rt.Writer): void {
  if (value.replacesTaskId !== '') { to.uint32(10).string(value.replacesTaskId); }
  if (value.reason !== '') { to.uint32(18).string(value.reason); }
  if (value.sinceMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.sinceMs, 'swarm.v1.TaskMove', 'sinceMs')); }
  rt.writeUnknown(value, to);
}

export function taskMoveRead(from: rt.Reader, end: number, depth: number, before?: TaskMove): TaskMove {
  let $replacesTaskId: string = before?.replacesTaskId ?? '';
  let $reason: string = before?.reason ?? '';
  let $sinceMs: number = before?.sinceMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $replacesTaskId = from.stringVerify();
        continue;
      }
      case 18: {
        $reason = from.stringVerify();
        continue;
      }
      case 24: {
        $sinceMs = rt.readLong(from.int64(), 'swarm.v1.TaskMove', 'sinceMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskMove = {
    replacesTaskId: $replacesTaskId,
    reason: $reason,
    sinceMs: $sinceMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskMoveCodec: rt.MessageCodec<TaskMove, TaskMoveInput> = {
  name: 'swarm.v1.TaskMove',
  encode: (value) => rt.encodeMessage(value, taskMoveWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskMove', bytes, taskMoveRead),
  create: taskMoveCreate,
};

export interface RolloutPart extends rt.WithUnknownFields {
  /** The request (RolloutRequest.number) it was made for. */
  readonly number: number;
  /** When it was made, and later when it was its turn to take the place of the old one. */
  readonly sinceMs: number;
  /** The task it was made beside; empty when the slot held none that could stay. */
  readonly replacesTaskId: string;
  /** Set on one that was let go because it did not run in time: since when it counts as failed. */
  readonly lateAtMs: number;
}

/** What RolloutPartCodec.create accepts; all of it may be left out. */
export interface RolloutPartInput extends rt.WithUnknownFields {
  /** The request (RolloutRequest.number) it was made for. */
  readonly number?: number | undefined;
  /** When it was made, and later when it was its turn to take the place of the old one. */
  readonly sinceMs?: number | undefined;
  /** The task it was made beside; empty when the slot held none that could stay. */
  readonly replacesTaskId?: string | undefined;
  /** Set on one that was let go because it did not run in time: since when it counts as failed. */
  readonly lateAtMs?: number | undefined;
}

export function rolloutPartCreate(partial: RolloutPartInput = {}): RolloutPart {
  const value: RolloutPart = {
    number: partial.number ?? 0,
    sinceMs: partial.sinceMs ?? 0,
    replacesTaskId: partial.replacesTaskId ?? '',
    lateAtMs: partial.lateAtMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function rolloutPartWrite(value: RolloutPart, to: rt.Writer): void {
  if (value.number !== 0) { to.uint32(8).uint64(rt.writeUint64(value.number, 'swarm.v1.RolloutPart', 'number')); }
  if (value.sinceMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.sinceMs, 'swarm.v1.RolloutPart', 'sinceMs')); }
  if (value.replacesTaskId !== '') { to.uint32(26).string(value.replacesTaskId); }
  if (value.lateAtMs !== 0) { to.uint32(32).int64(rt.writeInt64(value.lateAtMs, 'swarm.v1.RolloutPart', 'lateAtMs')); }
  rt.writeUnknown(value, to);
}

export function rolloutPartRead(from: rt.Reader, end: number, depth: number, before?: RolloutPart): RolloutPart {
  let $number: number = before?.number ?? 0;
  let $sinceMs: number = before?.sinceMs ?? 0;
  let $replacesTaskId: string = before?.replacesTaskId ?? '';
  let $lateAtMs: number = before?.lateAtMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $number = rt.readLong(from.uint64(), 'swarm.v1.RolloutPart', 'number');
        continue;
      }
      case 16: {
        $sinceMs = rt.readLong(from.int64(), 'swarm.v1.RolloutPart', 'sinceMs');
        continue;
      }
      case 26: {
        $replacesTaskId = from.stringVerify();
        continue;
      }
      case 32: {
        $lateAtMs = rt.readLong(from.int64(), 'swarm.v1.RolloutPart', 'lateAtMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RolloutPart = {
    number: $number,
    sinceMs: $sinceMs,
    replacesTaskId: $replacesTaskId,
    lateAtMs: $lateAtMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RolloutPartCodec: rt.MessageCodec<RolloutPart, RolloutPartInput> = {
  name: 'swarm.v1.RolloutPart',
  encode: (value) => rt.encodeMessage(value, rolloutPartWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RolloutPart', bytes, rolloutPartRead),
  create: rolloutPartCreate,
};

export interface Leaving extends rt.WithUnknownFields {
  readonly sinceMs: number;
  readonly reason: string;
  /** What is desired once it has left: shutdown or remove. */
  readonly end: DesiredState;
}

/** What LeavingCodec.create accepts; all of it may be left out. */
export interface LeavingInput extends rt.WithUnknownFields {
  readonly sinceMs?: number | undefined;
  readonly reason?: string | undefined;
  /** What is desired once it has left: shutdown or remove. */
  readonly end?: DesiredState | undefined;
}

export function leavingCreate(partial: LeavingInput = {}): Leaving {
  const value: Leaving = {
    sinceMs: partial.sinceMs ?? 0,
    reason: partial.reason ?? '',
    end: partial.end ?? DESIRED_STATE_DEFAULT,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function leavingWrite(value: Leaving, to: rt.Writer): void {
  if (value.sinceMs !== 0) { to.uint32(8).int64(rt.writeInt64(value.sinceMs, 'swarm.v1.Leaving', 'sinceMs')); }
  if (value.reason !== '') { to.uint32(18).string(value.reason); }
  if (value.end !== DESIRED_STATE_DEFAULT) { to.uint32(24).int32(desiredStateToNumber(value.end, 'swarm.v1.Leaving', 'end')); }
  rt.writeUnknown(value, to);
}

export function leavingRead(from: rt.Reader, end: number, depth: number, before?: Leaving): Leaving {
  let $sinceMs: number = before?.sinceMs ?? 0;
  let $reason: string = before?.reason ?? '';
  let $end: DesiredState = before?.end ?? DESIRED_STATE_DEFAULT;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $sinceMs = rt.readLong(from.int64(), 'swarm.v1.Leaving', 'sinceMs');
        continue;
      }
      case 18: {
        $reason = from.stringVerify();
        continue;
      }
      case 24: {
        $end = desiredStateFromNumber(from.int32(), 'swarm.v1.Leaving', 'end');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: Leaving = {
    sinceMs: $sinceMs,
    reason: $reason,
    end: $end,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LeavingCodec: rt.MessageCodec<Leaving, LeavingInput> = {
  name: 'swarm.v1.Leaving',
  encode: (value) => rt.encodeMessage(value, leavingWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Leaving', bytes, leavingRead),
  create: leavingCreate,
};

export interface StartCondition extends rt.WithUnknownFields {
  /** Not before this instant (the restart delay). */
  readonly notBeforeMs: number;
  /** Not while this task still runs … */
  readonly afterTaskId: string;
  /** … though no longer than this instant; 0: than it may take to stop once it was told to. */
  readonly waitUntilMs: number;
}

/** What StartConditionCodec.create accepts; all of it may be left out. */
export interface StartConditionInput extends rt.WithUnknownFields {
  /** Not before this instant (the restart delay). */
  readonly notBeforeMs?: number | undefined;
  /** Not while this task still runs … */
  readonly afterTaskId?: string | undefined;
  /** … though no longer than this instant; 0: than it may take to stop once it was told to. */
  readonly waitUntilMs?: number | undefined;
}

export function startConditionCreate(partial: StartConditionInput = {}): StartCondition {
  const value: StartCondition = {
    notBeforeMs: partial.notBeforeMs ?? 0,
    afterTaskId: partial.afterTaskId ?? '',
    waitUntilMs: partial.waitUntilMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function startConditionWrite(value: StartCondition, to: rt.Writer): void {
  if (value.notBeforeMs !== 0) { to.uint32(8).int64(rt.writeInt64(value.notBeforeMs, 'swarm.v1.StartCondition', 'notBeforeMs')); }
  if (value.afterTaskId !== '') { to.uint32(18).string(value.afterTaskId); }
  if (value.waitUntilMs !== 0) { to.uint32(24).int64(rt.writeInt64(value.waitUntilMs, 'swarm.v1.StartCondition', 'waitUntilMs')); }
  rt.writeUnknown(value, to);
}

export function startConditionRead(from: rt.Reader, end: number, depth: number, before?: StartCondition): StartCondition {
  let $notBeforeMs: number = before?.notBeforeMs ?? 0;
  let $afterTaskId: string = before?.afterTaskId ?? '';
  let $waitUntilMs: number = before?.waitUntilMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $notBeforeMs = rt.readLong(from.int64(), 'swarm.v1.StartCondition', 'notBeforeMs');
        continue;
      }
      case 18: {
        $afterTaskId = from.stringVerify();
        continue;
      }
      case 24: {
        $waitUntilMs = rt.readLong(from.int64(), 'swarm.v1.StartCondition', 'waitUntilMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: StartCondition = {
    notBeforeMs: $notBeforeMs,
    afterTaskId: $afterTaskId,
    waitUntilMs: $waitUntilMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const StartConditionCodec: rt.MessageCodec<StartCondition, StartConditionInput> = {
  name: 'swarm.v1.StartCondition',
  encode: (value) => rt.encodeMessage(value, startConditionWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StartCondition', bytes, startConditionRead),
  create: startConditionCreate,
};

export interface RestartRecord extends rt.WithUnknownFields {
  readonly total: number;
  /** Instants of the restarts inside the policy's window, oldest first. */
  readonly atMs: readonly number[];
}

/** What RestartRecordCodec.create accepts; all of it may be left out. */
export interface RestartRecordInput extends rt.WithUnknownFields {
  readonly total?: number | undefined;
  /** Instants of the restarts inside the policy's window, oldest first. */
  readonly atMs?: readonly number[] | undefined;
}

export function restartRecordCreate(partial: RestartRecordInput = {}): RestartRecord {
  const value: RestartRecord = {
    total: partial.total ?? 0,
    atMs: partial.atMs ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function restartRecordWrite(value: RestartRecord, to: rt.Writer): void {
  if (value.total !== 0) { to.uint32(8).uint64(rt.writeUint64(value.total, 'swarm.v1.RestartRecord', 'total')); }
  if (value.atMs.length > 0) {
    to.uint32(18).fork();
    for (const item of value.atMs) to.int64(rt.writeInt64(item, 'swarm.v1.RestartRecord', 'atMs'));
    to.ldelim();
  }
  rt.writeUnknown(value, to);
}

export function restartRecordRead(from: rt.Reader, end: number, depth: number, before?: RestartRecord): RestartRecord {
  let $total: number = before?.total ?? 0;
  let $atMs = before?.atMs as number[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $total = rt.readLong(from.uint64(), 'swarm.v1.RestartRecord', 'total');
        continue;
      }
      case 16: {
        ($atMs ??= []).push(rt.readLong(from.int64(), 'swarm.v1.RestartRecord', 'atMs'));
        continue;
      }
      case 18: {
        const listEnd = rt.endOfPart(from);
        while (from.pos < listEnd) ($atMs ??= []).push(rt.readLong(from.int64(), 'swarm.v1.RestartRecord', 'atMs'));
        rt.expectEnd(from, listEnd);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RestartRecord = {
    total: $total,
    atMs: $atMs ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RestartRecordCodec: rt.MessageCodec<RestartRecord, RestartRecordInput> = {
  name: 'swarm.v1.RestartRecord',
  encode: (value) => rt.encodeMessage(value, restartRecordWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RestartRecord', bytes, restartRecordRead),
  create: restartRecordCreate,
};

export interface TaskPlacement extends rt.WithUnknownFields {
  /** Empty: not placed yet. The task of a global service has one from the start, and waits for the scheduler to agree. */
  readonly nodeId: string;
  /** What it was given of the generic resources it reserves: how many of each kind, and which where units have names. */
  readonly generic: readonly GenericResource[];
}

/** What TaskPlacementCodec.create accepts; all of it may be left out. */
export interface TaskPlacementInput extends rt.WithUnknownFields {
  /** Empty: not placed yet. The task of a global service has one from the start, and waits for the scheduler to agree. */
  readonly nodeId?: string | undefined;
  /** What it was given of the generic resources it reserves: how many of each kind, and which where units have names. */
  readonly generic?: readonly GenericResourceInput[] | undefined;
}

export function taskPlacementCreate(partial: TaskPlacementInput = {}): TaskPlacement {
  const value: TaskPlacement = {
    nodeId: partial.nodeId ?? '',
    generic: (partial.generic ?? []).map((item) => genericResourceCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskPlacementWrite(value: TaskPlacement, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  for (const item of value.generic) { to.uint32(18).fork(); genericResourceWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function taskPlacementRead(from: rt.Reader, end: number, depth: number, before?: TaskPlacement): TaskPlacement {
  let $nodeId: string = before?.nodeId ?? '';
  let $generic = before?.generic as GenericResource[] | undefined;
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
        ($generic ??= []).push(genericResourceRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskPlacement = {
    nodeId: $nodeId,
    generic: $generic ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskPlacementCodec: rt.MessageCodec<TaskPlacement, TaskPlacementInput> = {
  name: 'swarm.v1.TaskPlacement',
  encode: (value) => rt.encodeMessage(value, taskPlacementWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskPlacement', bytes, taskPlacementRead),
  create: taskPlacementCreate,
};

export interface TaskStatus extends rt.WithUnknownFields {
  readonly state: TaskState;
  /** Clock of whoever wrote it. */
  readonly atMs: number;
  readonly message: string;
  readonly error: string;
  readonly container?: ContainerStatus | undefined;
  readonly ports: readonly PortSpec[];
  /** By the leader's clock: when it first ran (and was healthy, where that is checked). */
  readonly runningSinceMs?: number | undefined;
  /** By the leader's clock: when this status was stored. */
  readonly storedAtMs?: number | undefined;
}

/** What TaskStatusCodec.create accepts; all of it may be left out. */
export interface TaskStatusInput extends rt.WithUnknownFields {
  readonly state?: TaskState | undefined;
  /** Clock of whoever wrote it. */
  readonly atMs?: number | undefined;
  readonly message?: string | undefined;
  readonly error?: string | undefined;
  readonly container?: ContainerStatusInput | undefined;
  readonly ports?: readonly PortSpecInput[] | undefined;
  /** By the leader's clock: when it first ran (and was healthy, where that is checked). */
  readonly runningSinceMs?: number | undefined;
  /** By the leader's clock: when this status was stored. */
  readonly storedAtMs?: number | undefined;
}

export function taskStatusCreate(partial: TaskStatusInput = {}): TaskStatus {
  const value: TaskStatus = {
    state: partial.state ?? TASK_STATE_DEFAULT,
    atMs: partial.atMs ?? 0,
    message: partial.message ?? '',
    error: partial.error ?? '',
    container: partial.container === undefined ? undefined : containerStatusCreate(partial.container),
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
    runningSinceMs: partial.runningSinceMs,
    storedAtMs: partial.storedAtMs,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function taskStatusWrite(value: TaskStatus, to: rt.Writer): void {
  if (value.state !== TASK_STATE_DEFAULT) { to.uint32(8).int32(taskStateToNumber(value.state, 'swarm.v1.TaskStatus', 'state')); }
  if (value.atMs !== 0) { to.uint32(16).int64(rt.writeInt64(value.atMs, 'swarm.v1.TaskStatus', 'atMs')); }
  if (value.message !== '') { to.uint32(26).string(value.message); }
  if (value.error !== '') { to.uint32(34).string(value.error); }
  if (value.container !== undefined) { to.uint32(42).fork(); containerStatusWrite(value.container, to); to.ldelim(); }
  for (const item of value.ports) { to.uint32(50).fork(); portSpecWrite(item, to); to.ldelim(); }
  if (value.runningSinceMs !== undefined) { to.uint32(56).int64(rt.writeInt64(value.runningSinceMs, 'swarm.v1.TaskStatus', 'runningSinceMs')); }
  if (value.storedAtMs !== undefined) { to.uint32(64).int64(rt.writeInt64(value.storedAtMs, 'swarm.v1.TaskStatus', 'storedAtMs')); }
  rt.writeUnknown(value, to);
}

export function taskStatusRead(from: rt.Reader, end: number, depth: number, before?: TaskStatus): TaskStatus {
  let $state: TaskState = before?.state ?? TASK_STATE_DEFAULT;
  let $atMs: number = before?.atMs ?? 0;
  let $message: string = before?.message ?? '';
  let $error: string = before?.error ?? '';
  let $container: ContainerStatus | undefined = before?.container;
  let $ports = before?.ports as PortSpec[] | undefined;
  let $runningSinceMs: number | undefined = before?.runningSinceMs;
  let $storedAtMs: number | undefined = before?.storedAtMs;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $state = taskStateFromNumber(from.int32(), 'swarm.v1.TaskStatus', 'state');
        continue;
      }
      case 16: {
        $atMs = rt.readLong(from.int64(), 'swarm.v1.TaskStatus', 'atMs');
        continue;
      }
      case 26: {
        $message = from.stringVerify();
        continue;
      }
      case 34: {
        $error = from.stringVerify();
        continue;
      }
      case 42: {
        $container = containerStatusRead(from, rt.endOfMessage(from, depth), depth + 1, $container);
        continue;
      }
      case 50: {
        ($ports ??= []).push(portSpecRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
      case 56: {
        $runningSinceMs = rt.readLong(from.int64(), 'swarm.v1.TaskStatus', 'runningSinceMs');
        continue;
      }
      case 64: {
        $storedAtMs = rt.readLong(from.int64(), 'swarm.v1.TaskStatus', 'storedAtMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: TaskStatus = {
    state: $state,
    atMs: $atMs,
    message: $message,
    error: $error,
    container: $container,
    ports: $ports ?? [],
    runningSinceMs: $runningSinceMs,
    storedAtMs: $storedAtMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const TaskStatusCodec: rt.MessageCodec<TaskStatus, TaskStatusInput> = {
  name: 'swarm.v1.TaskStatus',
  encode: (value) => rt.encodeMessage(value, taskStatusWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskStatus', bytes, taskStatusRead),
  create: taskStatusCreate,
};

export interface ContainerStatus extends rt.WithUnknownFields {
  readonly containerId: string;
  readonly pid: number;
  readonly exitCode?: number | undefined;
}

/** What ContainerStatusCodec.create accepts; all of it may be left out. */
export interface ContainerStatusInput extends rt.WithUnknownFields {
  readonly containerId?: string | undefined;
  readonly pid?: number | undefined;
  readonly exitCode?: number | undefined;
}

export function containerStatusCreate(partial: ContainerStatusInput = {}): ContainerStatus {
  const value: ContainerStatus = {
    containerId: partial.containerId ?? '',
    pid: partial.pid ?? 0,
    exitCode: partial.exitCode,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function containerStatusWrite(value: ContainerStatus, to: rt.Writer): void {
  if (value.containerId !== '') { to.uint32(10).string(value.containerId); }
  if (value.pid !== 0) { to.uint32(16).uint32(rt.writeUint32(value.pid, 'swarm.v1.ContainerStatus', 'pid')); }
  if (value.exitCode !== undefined) { to.uint32(24).int32(rt.writeInt32(value.exitCode, 'swarm.v1.ContainerStatus', 'exitCode')); }
  rt.writeUnknown(value, to);
}

export function containerStatusRead(from: rt.Reader, end: number, depth: number, before?: ContainerStatus): ContainerStatus {
  let $containerId: string = before?.containerId ?? '';
  let $pid: number = before?.pid ?? 0;
  let $exitCode: number | undefined = before?.exitCode;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $containerId = from.stringVerify();
        continue;
      }
      case 16: {
        $pid = from.uint32();
        continue;
      }
      case 24: {
        $exitCode = from.int32();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ContainerStatus = {
    containerId: $containerId,
    pid: $pid,
    exitCode: $exitCode,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ContainerStatusCodec: rt.MessageCodec<ContainerStatus, ContainerStatusInput> = {
  name: 'swarm.v1.ContainerStatus',
  encode: (value) => rt.encodeMessage(value, containerStatusWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ContainerStatus', bytes, containerStatusRead),
  create: containerStatusCreate,
};
