/**
 * Generated from proto/swarm/v1/objects.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { ClusterIdentityStatic, ClusterSpecStatic, ClusterStatic, ContainerSpecStatic, ContainerStatusStatic, EndpointSpecStatic, GenericResourceStatic, GlobalJobModeStatic, GlobalModeStatic, HealthCheckStatic, JobRunStatic, LeavingStatic, LogDriverStatic, MetaStatic, MountStatic, NetworkAllocationStatic, NetworkAttachmentConfigStatic, NetworkAttachmentStatic, NetworkSpecStatic, NetworkStatic, NodeAllocationStatic, NodeDescriptionStatic, NodeIdentityStatic, NodeNetworkingStatic, NodeSpecStatic, NodeStatic, NodeStatusStatic, PastRequestStatic, PlacementPreferenceStatic, PlacementStatic, PlatformStatic, PluginStatic, PortSpecStatic, ReplicatedJobModeStatic, ReplicatedModeStatic, ResourceLimitsStatic, ResourceRequirementsStatic, ResourcesStatic, RestartPolicyStatic, RestartRecordStatic, RolloutPartStatic, RolloutRequestStatic, ScheduleStatic, ServiceAllocationStatic, ServiceDesiredStatic, ServiceRevisionStatic, ServiceRunsStatic, ServiceSpecStatic, ServiceStatic, StartConditionStatic, SubnetSpecStatic, TaskAllocationStatic, TaskDesiredStatic, TaskMoveStatic, TaskPlacementStatic, TaskSpecStatic, TaskStatic, TaskStatusStatic, TunnelKeyStatic, UlimitStatic, UpdateConfigStatic, UsedPortStatic, type ClusterIdentityRaw, type ClusterRaw, type ClusterSpecRaw, type ContainerSpecRaw, type ContainerStatusRaw, type EndpointSpecRaw, type GenericResourceRaw, type GlobalJobModeRaw, type GlobalModeRaw, type HealthCheckRaw, type JobRunRaw, type LeavingRaw, type LogDriverRaw, type MetaRaw, type MountRaw, type NetworkAllocationRaw, type NetworkAttachmentConfigRaw, type NetworkAttachmentRaw, type NetworkRaw, type NetworkSpecRaw, type NodeAllocationRaw, type NodeDescriptionRaw, type NodeIdentityRaw, type NodeNetworkingRaw, type NodeRaw, type NodeSpecRaw, type NodeStatusRaw, type PastRequestRaw, type PlacementPreferenceRaw, type PlacementRaw, type PlatformRaw, type PluginRaw, type PortSpecRaw, type ReplicatedJobModeRaw, type ReplicatedModeRaw, type ResourceLimitsRaw, type ResourceRequirementsRaw, type ResourcesRaw, type RestartPolicyRaw, type RestartRecordRaw, type RolloutPartRaw, type RolloutRequestRaw, type ScheduleRaw, type ServiceAllocationRaw, type ServiceDesiredRaw, type ServiceRaw, type ServiceRevisionRaw, type ServiceRunsRaw, type ServiceSpecRaw, type StartConditionRaw, type SubnetSpecRaw, type TaskAllocationRaw, type TaskDesiredRaw, type TaskMoveRaw, type TaskPlacementRaw, type TaskRaw, type TaskSpecRaw, type TaskStatusRaw, type TunnelKeyRaw, type UlimitRaw, type UpdateConfigRaw, type UsedPortRaw } from '#proto-static';

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

export function fieldGroupFromRaw(value: number, messageName: string, fieldName: string): FieldGroup {
  const word = FIELD_GROUP_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known FieldGroup`, { fieldName, value });
}

export function fieldGroupToRaw(value: FieldGroup, messageName: string, fieldName: string): number {
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

export function nodeRoleFromRaw(value: number, messageName: string, fieldName: string): NodeRole {
  const word = NODE_ROLE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeRole`, { fieldName, value });
}

export function nodeRoleToRaw(value: NodeRole, messageName: string, fieldName: string): number {
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

export function nodeAvailabilityFromRaw(value: number, messageName: string, fieldName: string): NodeAvailability {
  const word = NODE_AVAILABILITY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeAvailability`, { fieldName, value });
}

export function nodeAvailabilityToRaw(value: NodeAvailability, messageName: string, fieldName: string): number {
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

export function nodeStateFromRaw(value: number, messageName: string, fieldName: string): NodeState {
  const word = NODE_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeState`, { fieldName, value });
}

export function nodeStateToRaw(value: NodeState, messageName: string, fieldName: string): number {
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

export function jobRunStateFromRaw(value: number, messageName: string, fieldName: string): JobRunState {
  const word = JOB_RUN_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known JobRunState`, { fieldName, value });
}

export function jobRunStateToRaw(value: JobRunState, messageName: string, fieldName: string): number {
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

export function nodeLossPolicyFromRaw(value: number, messageName: string, fieldName: string): NodeLossPolicy {
  const word = NODE_LOSS_POLICY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known NodeLossPolicy`, { fieldName, value });
}

export function nodeLossPolicyToRaw(value: NodeLossPolicy, messageName: string, fieldName: string): number {
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

export function concurrencyPolicyFromRaw(value: number, messageName: string, fieldName: string): ConcurrencyPolicy {
  const word = CONCURRENCY_POLICY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known ConcurrencyPolicy`, { fieldName, value });
}

export function concurrencyPolicyToRaw(value: ConcurrencyPolicy, messageName: string, fieldName: string): number {
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

export function failureActionFromRaw(value: number, messageName: string, fieldName: string): FailureAction {
  const word = FAILURE_ACTION_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known FailureAction`, { fieldName, value });
}

export function failureActionToRaw(value: FailureAction, messageName: string, fieldName: string): number {
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

export function updateOrderFromRaw(value: number, messageName: string, fieldName: string): UpdateOrder {
  const word = UPDATE_ORDER_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known UpdateOrder`, { fieldName, value });
}

export function updateOrderToRaw(value: UpdateOrder, messageName: string, fieldName: string): number {
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

export function rolloutStateFromRaw(value: number, messageName: string, fieldName: string): RolloutState {
  const word = ROLLOUT_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known RolloutState`, { fieldName, value });
}

export function rolloutStateToRaw(value: RolloutState, messageName: string, fieldName: string): number {
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

export function endpointModeFromRaw(value: number, messageName: string, fieldName: string): EndpointMode {
  const word = ENDPOINT_MODE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known EndpointMode`, { fieldName, value });
}

export function endpointModeToRaw(value: EndpointMode, messageName: string, fieldName: string): number {
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

export function portProtocolFromRaw(value: number, messageName: string, fieldName: string): PortProtocol {
  const word = PORT_PROTOCOL_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known PortProtocol`, { fieldName, value });
}

export function portProtocolToRaw(value: PortProtocol, messageName: string, fieldName: string): number {
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

export function publishModeFromRaw(value: number, messageName: string, fieldName: string): PublishMode {
  const word = PUBLISH_MODE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known PublishMode`, { fieldName, value });
}

export function publishModeToRaw(value: PublishMode, messageName: string, fieldName: string): number {
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

export function mountTypeFromRaw(value: number, messageName: string, fieldName: string): MountType {
  const word = MOUNT_TYPE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known MountType`, { fieldName, value });
}

export function mountTypeToRaw(value: MountType, messageName: string, fieldName: string): number {
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

export function restartConditionFromRaw(value: number, messageName: string, fieldName: string): RestartCondition {
  const word = RESTART_CONDITION_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known RestartCondition`, { fieldName, value });
}

export function restartConditionToRaw(value: RestartCondition, messageName: string, fieldName: string): number {
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

export function placementStrategyFromRaw(value: number, messageName: string, fieldName: string): PlacementStrategy {
  const word = PLACEMENT_STRATEGY_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known PlacementStrategy`, { fieldName, value });
}

export function placementStrategyToRaw(value: PlacementStrategy, messageName: string, fieldName: string): number {
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

export function taskStateFromRaw(value: number, messageName: string, fieldName: string): TaskState {
  const word = TASK_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known TaskState`, { fieldName, value });
}

export function taskStateToRaw(value: TaskState, messageName: string, fieldName: string): number {
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

export function desiredStateFromRaw(value: number, messageName: string, fieldName: string): DesiredState {
  const word = DESIRED_STATE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known DesiredState`, { fieldName, value });
}

export function desiredStateToRaw(value: DesiredState, messageName: string, fieldName: string): number {
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

export function metaFromRaw(raw: MetaRaw): Meta {
  const value: Meta = {
    createdAtMs: rt.readLong(raw.createdAtMs, 'swarm.v1.Meta', 'createdAtMs'),
    updatedAtMs: rt.readLong(raw.updatedAtMs, 'swarm.v1.Meta', 'updatedAtMs'),
    versions: rt.mapValues(raw.versions, (item) => rt.readLong(item, 'swarm.v1.Meta', 'versions')),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function metaToRaw(value: Meta): MetaRaw {
  return {
    createdAtMs: rt.writeInt64(value.createdAtMs, 'swarm.v1.Meta', 'createdAtMs'),
    updatedAtMs: rt.writeInt64(value.updatedAtMs, 'swarm.v1.Meta', 'updatedAtMs'),
    versions: rt.mapValues(value.versions, (item) => rt.writeUint64(item, 'swarm.v1.Meta', 'versions')),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const MetaCodec: rt.MessageCodec<Meta, MetaInput> = {
  name: 'swarm.v1.Meta',
  encode: (value) => rt.encodeMessage(MetaStatic, metaToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Meta', MetaStatic, bytes, metaFromRaw),
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

export function clusterFromRaw(raw: ClusterRaw): Cluster {
  const value: Cluster = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    spec: raw.spec == null ? undefined : clusterSpecFromRaw(raw.spec),
    identity: raw.identity == null ? undefined : clusterIdentityFromRaw(raw.identity),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function clusterToRaw(value: Cluster): ClusterRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    spec: value.spec === undefined ? undefined : clusterSpecToRaw(value.spec),
    identity: value.identity === undefined ? undefined : clusterIdentityToRaw(value.identity),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ClusterCodec: rt.MessageCodec<Cluster, ClusterInput> = {
  name: 'swarm.v1.Cluster',
  encode: (value) => rt.encodeMessage(ClusterStatic, clusterToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Cluster', ClusterStatic, bytes, clusterFromRaw),
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

export function clusterSpecFromRaw(raw: ClusterSpecRaw): ClusterSpec {
  const value: ClusterSpec = {
    name: raw.name,
    labels: raw.labels,
    heartbeatPeriodMs: raw.heartbeatPeriodMs,
    taskHistoryLimit: raw.taskHistoryLimit,
    nodeCertificateValidityMs: rt.readLong(raw.nodeCertificateValidityMs, 'swarm.v1.ClusterSpec', 'nodeCertificateValidityMs'),
    placementStrategy: placementStrategyFromRaw(raw.placementStrategy, 'swarm.v1.ClusterSpec', 'placementStrategy'),
    rebalance: raw.rebalance,
    addressPools: raw.addressPools,
    subnetPrefixBits: raw.subnetPrefixBits,
    dataPathPort: raw.dataPathPort,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function clusterSpecToRaw(value: ClusterSpec): ClusterSpecRaw {
  return {
    name: value.name,
    labels: value.labels,
    heartbeatPeriodMs: rt.writeUint32(value.heartbeatPeriodMs, 'swarm.v1.ClusterSpec', 'heartbeatPeriodMs'),
    taskHistoryLimit: rt.writeInt32(value.taskHistoryLimit, 'swarm.v1.ClusterSpec', 'taskHistoryLimit'),
    nodeCertificateValidityMs: rt.writeInt64(value.nodeCertificateValidityMs, 'swarm.v1.ClusterSpec', 'nodeCertificateValidityMs'),
    placementStrategy: placementStrategyToRaw(value.placementStrategy, 'swarm.v1.ClusterSpec', 'placementStrategy'),
    rebalance: value.rebalance,
    addressPools: value.addressPools,
    subnetPrefixBits: rt.writeUint32(value.subnetPrefixBits, 'swarm.v1.ClusterSpec', 'subnetPrefixBits'),
    dataPathPort: rt.writeUint32(value.dataPathPort, 'swarm.v1.ClusterSpec', 'dataPathPort'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ClusterSpecCodec: rt.MessageCodec<ClusterSpec, ClusterSpecInput> = {
  name: 'swarm.v1.ClusterSpec',
  encode: (value) => rt.encodeMessage(ClusterSpecStatic, clusterSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ClusterSpec', ClusterSpecStatic, bytes, clusterSpecFromRaw),
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

export function clusterIdentityFromRaw(raw: ClusterIdentityRaw): ClusterIdentity {
  const value: ClusterIdentity = {
    rootCertificatePem: raw.rootCertificatePem,
    rootKeyPem: raw.rootKeyPem,
    workerTokenSecret: raw.workerTokenSecret,
    managerTokenSecret: raw.managerTokenSecret,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function clusterIdentityToRaw(value: ClusterIdentity): ClusterIdentityRaw {
  return {
    rootCertificatePem: value.rootCertificatePem,
    rootKeyPem: value.rootKeyPem,
    workerTokenSecret: value.workerTokenSecret,
    managerTokenSecret: value.managerTokenSecret,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ClusterIdentityCodec: rt.MessageCodec<ClusterIdentity, ClusterIdentityInput> = {
  name: 'swarm.v1.ClusterIdentity',
  encode: (value) => rt.encodeMessage(ClusterIdentityStatic, clusterIdentityToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ClusterIdentity', ClusterIdentityStatic, bytes, clusterIdentityFromRaw),
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

export function nodeFromRaw(raw: NodeRaw): Node {
  const value: Node = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    spec: raw.spec == null ? undefined : nodeSpecFromRaw(raw.spec),
    identity: raw.identity == null ? undefined : nodeIdentityFromRaw(raw.identity),
    description: raw.description == null ? undefined : nodeDescriptionFromRaw(raw.description),
    status: raw.status == null ? undefined : nodeStatusFromRaw(raw.status),
    allocation: raw.allocation == null ? undefined : nodeAllocationFromRaw(raw.allocation),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeToRaw(value: Node): NodeRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    spec: value.spec === undefined ? undefined : nodeSpecToRaw(value.spec),
    identity: value.identity === undefined ? undefined : nodeIdentityToRaw(value.identity),
    description: value.description === undefined ? undefined : nodeDescriptionToRaw(value.description),
    status: value.status === undefined ? undefined : nodeStatusToRaw(value.status),
    allocation: value.allocation === undefined ? undefined : nodeAllocationToRaw(value.allocation),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeCodec: rt.MessageCodec<Node, NodeInput> = {
  name: 'swarm.v1.Node',
  encode: (value) => rt.encodeMessage(NodeStatic, nodeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Node', NodeStatic, bytes, nodeFromRaw),
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

export function nodeAllocationFromRaw(raw: NodeAllocationRaw): NodeAllocation {
  const value: NodeAllocation = {
    attachments: raw.attachments.map((item) => networkAttachmentFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeAllocationToRaw(value: NodeAllocation): NodeAllocationRaw {
  return {
    attachments: value.attachments.map((item) => networkAttachmentToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeAllocationCodec: rt.MessageCodec<NodeAllocation, NodeAllocationInput> = {
  name: 'swarm.v1.NodeAllocation',
  encode: (value) => rt.encodeMessage(NodeAllocationStatic, nodeAllocationToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeAllocation', NodeAllocationStatic, bytes, nodeAllocationFromRaw),
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

export function nodeSpecFromRaw(raw: NodeSpecRaw): NodeSpec {
  const value: NodeSpec = {
    labels: raw.labels,
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.NodeSpec', 'role'),
    availability: nodeAvailabilityFromRaw(raw.availability, 'swarm.v1.NodeSpec', 'availability'),
    autoRemoveAfterMs: rt.readLong(raw.autoRemoveAfterMs, 'swarm.v1.NodeSpec', 'autoRemoveAfterMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeSpecToRaw(value: NodeSpec): NodeSpecRaw {
  return {
    labels: value.labels,
    role: nodeRoleToRaw(value.role, 'swarm.v1.NodeSpec', 'role'),
    availability: nodeAvailabilityToRaw(value.availability, 'swarm.v1.NodeSpec', 'availability'),
    autoRemoveAfterMs: rt.writeInt64(value.autoRemoveAfterMs, 'swarm.v1.NodeSpec', 'autoRemoveAfterMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeSpecCodec: rt.MessageCodec<NodeSpec, NodeSpecInput> = {
  name: 'swarm.v1.NodeSpec',
  encode: (value) => rt.encodeMessage(NodeSpecStatic, nodeSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeSpec', NodeSpecStatic, bytes, nodeSpecFromRaw),
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

export function nodeIdentityFromRaw(raw: NodeIdentityRaw): NodeIdentity {
  const value: NodeIdentity = {
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.NodeIdentity', 'role'),
    certificateExpiresAtMs: rt.readLong(raw.certificateExpiresAtMs, 'swarm.v1.NodeIdentity', 'certificateExpiresAtMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeIdentityToRaw(value: NodeIdentity): NodeIdentityRaw {
  return {
    role: nodeRoleToRaw(value.role, 'swarm.v1.NodeIdentity', 'role'),
    certificateExpiresAtMs: rt.writeInt64(value.certificateExpiresAtMs, 'swarm.v1.NodeIdentity', 'certificateExpiresAtMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeIdentityCodec: rt.MessageCodec<NodeIdentity, NodeIdentityInput> = {
  name: 'swarm.v1.NodeIdentity',
  encode: (value) => rt.encodeMessage(NodeIdentityStatic, nodeIdentityToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeIdentity', NodeIdentityStatic, bytes, nodeIdentityFromRaw),
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

export function nodeDescriptionFromRaw(raw: NodeDescriptionRaw): NodeDescription {
  const value: NodeDescription = {
    hostname: raw.hostname,
    platform: raw.platform == null ? undefined : platformFromRaw(raw.platform),
    resources: raw.resources == null ? undefined : resourcesFromRaw(raw.resources),
    engineVersion: raw.engineVersion,
    engineLabels: raw.engineLabels,
    runtimeError: raw.runtimeError,
    plugins: raw.plugins.map((item) => pluginFromRaw(item)),
    networking: raw.networking == null ? undefined : nodeNetworkingFromRaw(raw.networking),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeDescriptionToRaw(value: NodeDescription): NodeDescriptionRaw {
  return {
    hostname: value.hostname,
    platform: value.platform === undefined ? undefined : platformToRaw(value.platform),
    resources: value.resources === undefined ? undefined : resourcesToRaw(value.resources),
    engineVersion: value.engineVersion,
    engineLabels: value.engineLabels,
    runtimeError: value.runtimeError,
    plugins: value.plugins.map((item) => pluginToRaw(item)),
    networking: value.networking === undefined ? undefined : nodeNetworkingToRaw(value.networking),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeDescriptionCodec: rt.MessageCodec<NodeDescription, NodeDescriptionInput> = {
  name: 'swarm.v1.NodeDescription',
  encode: (value) => rt.encodeMessage(NodeDescriptionStatic, nodeDescriptionToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeDescription', NodeDescriptionStatic, bytes, nodeDescriptionFromRaw),
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
}

export function nodeNetworkingCreate(partial: NodeNetworkingInput = {}): NodeNetworking {
  const value: NodeNetworking = {
    dataAddress: partial.dataAddress ?? '',
    dataMtu: partial.dataMtu ?? 0,
    problem: partial.problem ?? '',
    routes: partial.routes ?? [],
    usedPorts: (partial.usedPorts ?? []).map((item) => usedPortCreate(item)),
    tunnelKeys: (partial.tunnelKeys ?? []).map((item) => tunnelKeyCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function nodeNetworkingFromRaw(raw: NodeNetworkingRaw): NodeNetworking {
  const value: NodeNetworking = {
    dataAddress: raw.dataAddress,
    dataMtu: raw.dataMtu,
    problem: raw.problem,
    routes: raw.routes,
    usedPorts: raw.usedPorts.map((item) => usedPortFromRaw(item)),
    tunnelKeys: raw.tunnelKeys.map((item) => tunnelKeyFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeNetworkingToRaw(value: NodeNetworking): NodeNetworkingRaw {
  return {
    dataAddress: value.dataAddress,
    dataMtu: rt.writeUint32(value.dataMtu, 'swarm.v1.NodeNetworking', 'dataMtu'),
    problem: value.problem,
    routes: value.routes,
    usedPorts: value.usedPorts.map((item) => usedPortToRaw(item)),
    tunnelKeys: value.tunnelKeys.map((item) => tunnelKeyToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeNetworkingCodec: rt.MessageCodec<NodeNetworking, NodeNetworkingInput> = {
  name: 'swarm.v1.NodeNetworking',
  encode: (value) => rt.encodeMessage(NodeNetworkingStatic, nodeNetworkingToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeNetworking', NodeNetworkingStatic, bytes, nodeNetworkingFromRaw),
  create: nodeNetworkingCreate,
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

export function usedPortFromRaw(raw: UsedPortRaw): UsedPort {
  const value: UsedPort = {
    protocol: portProtocolFromRaw(raw.protocol, 'swarm.v1.UsedPort', 'protocol'),
    port: raw.port,
    address: raw.address,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function usedPortToRaw(value: UsedPort): UsedPortRaw {
  return {
    protocol: portProtocolToRaw(value.protocol, 'swarm.v1.UsedPort', 'protocol'),
    port: rt.writeUint32(value.port, 'swarm.v1.UsedPort', 'port'),
    address: value.address,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UsedPortCodec: rt.MessageCodec<UsedPort, UsedPortInput> = {
  name: 'swarm.v1.UsedPort',
  encode: (value) => rt.encodeMessage(UsedPortStatic, usedPortToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UsedPort', UsedPortStatic, bytes, usedPortFromRaw),
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

export function tunnelKeyFromRaw(raw: TunnelKeyRaw): TunnelKey {
  const value: TunnelKey = {
    publicKey: raw.publicKey,
    port: raw.port,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function tunnelKeyToRaw(value: TunnelKey): TunnelKeyRaw {
  return {
    publicKey: value.publicKey,
    port: rt.writeUint32(value.port, 'swarm.v1.TunnelKey', 'port'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TunnelKeyCodec: rt.MessageCodec<TunnelKey, TunnelKeyInput> = {
  name: 'swarm.v1.TunnelKey',
  encode: (value) => rt.encodeMessage(TunnelKeyStatic, tunnelKeyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TunnelKey', TunnelKeyStatic, bytes, tunnelKeyFromRaw),
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

export function pluginFromRaw(raw: PluginRaw): Plugin {
  const value: Plugin = {
    type: raw.type,
    name: raw.name,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function pluginToRaw(value: Plugin): PluginRaw {
  return {
    type: value.type,
    name: value.name,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PluginCodec: rt.MessageCodec<Plugin, PluginInput> = {
  name: 'swarm.v1.Plugin',
  encode: (value) => rt.encodeMessage(PluginStatic, pluginToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Plugin', PluginStatic, bytes, pluginFromRaw),
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

export function nodeStatusFromRaw(raw: NodeStatusRaw): NodeStatus {
  const value: NodeStatus = {
    state: nodeStateFromRaw(raw.state, 'swarm.v1.NodeStatus', 'state'),
    message: raw.message,
    address: raw.address,
    sinceMs: rt.readLong(raw.sinceMs, 'swarm.v1.NodeStatus', 'sinceMs'),
    managerAddress: raw.managerAddress,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function nodeStatusToRaw(value: NodeStatus): NodeStatusRaw {
  return {
    state: nodeStateToRaw(value.state, 'swarm.v1.NodeStatus', 'state'),
    message: value.message,
    address: value.address,
    sinceMs: rt.writeInt64(value.sinceMs, 'swarm.v1.NodeStatus', 'sinceMs'),
    managerAddress: value.managerAddress,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NodeStatusCodec: rt.MessageCodec<NodeStatus, NodeStatusInput> = {
  name: 'swarm.v1.NodeStatus',
  encode: (value) => rt.encodeMessage(NodeStatusStatic, nodeStatusToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NodeStatus', NodeStatusStatic, bytes, nodeStatusFromRaw),
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

export function platformFromRaw(raw: PlatformRaw): Platform {
  const value: Platform = {
    architecture: raw.architecture,
    os: raw.os,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function platformToRaw(value: Platform): PlatformRaw {
  return {
    architecture: value.architecture,
    os: value.os,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PlatformCodec: rt.MessageCodec<Platform, PlatformInput> = {
  name: 'swarm.v1.Platform',
  encode: (value) => rt.encodeMessage(PlatformStatic, platformToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Platform', PlatformStatic, bytes, platformFromRaw),
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

export function resourcesFromRaw(raw: ResourcesRaw): Resources {
  const value: Resources = {
    nanoCpus: rt.readLong(raw.nanoCpus, 'swarm.v1.Resources', 'nanoCpus'),
    memoryBytes: rt.readLong(raw.memoryBytes, 'swarm.v1.Resources', 'memoryBytes'),
    generic: raw.generic.map((item) => genericResourceFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function resourcesToRaw(value: Resources): ResourcesRaw {
  return {
    nanoCpus: rt.writeInt64(value.nanoCpus, 'swarm.v1.Resources', 'nanoCpus'),
    memoryBytes: rt.writeInt64(value.memoryBytes, 'swarm.v1.Resources', 'memoryBytes'),
    generic: value.generic.map((item) => genericResourceToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ResourcesCodec: rt.MessageCodec<Resources, ResourcesInput> = {
  name: 'swarm.v1.Resources',
  encode: (value) => rt.encodeMessage(ResourcesStatic, resourcesToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Resources', ResourcesStatic, bytes, resourcesFromRaw),
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

export function genericResourceFromRaw(raw: GenericResourceRaw): GenericResource {
  const value: GenericResource = {
    kind: raw.kind,
    count: rt.readLong(raw.count, 'swarm.v1.GenericResource', 'count'),
    values: raw.values,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function genericResourceToRaw(value: GenericResource): GenericResourceRaw {
  return {
    kind: value.kind,
    count: rt.writeUint64(value.count, 'swarm.v1.GenericResource', 'count'),
    values: value.values,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GenericResourceCodec: rt.MessageCodec<GenericResource, GenericResourceInput> = {
  name: 'swarm.v1.GenericResource',
  encode: (value) => rt.encodeMessage(GenericResourceStatic, genericResourceToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GenericResource', GenericResourceStatic, bytes, genericResourceFromRaw),
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

export function serviceFromRaw(raw: ServiceRaw): Service {
  const value: Service = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    spec: raw.spec == null ? undefined : serviceSpecFromRaw(raw.spec),
    revision: rt.readLong(raw.revision, 'swarm.v1.Service', 'revision'),
    desired: raw.desired == null ? undefined : serviceDesiredFromRaw(raw.desired),
    previousRevision: rt.readLong(raw.previousRevision, 'swarm.v1.Service', 'previousRevision'),
    rollout: raw.rollout == null ? undefined : rolloutRequestFromRaw(raw.rollout),
    runs: raw.runs == null ? undefined : serviceRunsFromRaw(raw.runs),
    allocation: raw.allocation == null ? undefined : serviceAllocationFromRaw(raw.allocation),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceToRaw(value: Service): ServiceRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    spec: value.spec === undefined ? undefined : serviceSpecToRaw(value.spec),
    revision: rt.writeUint64(value.revision, 'swarm.v1.Service', 'revision'),
    desired: value.desired === undefined ? undefined : serviceDesiredToRaw(value.desired),
    previousRevision: rt.writeUint64(value.previousRevision, 'swarm.v1.Service', 'previousRevision'),
    rollout: value.rollout === undefined ? undefined : rolloutRequestToRaw(value.rollout),
    runs: value.runs === undefined ? undefined : serviceRunsToRaw(value.runs),
    allocation: value.allocation === undefined ? undefined : serviceAllocationToRaw(value.allocation),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceCodec: rt.MessageCodec<Service, ServiceInput> = {
  name: 'swarm.v1.Service',
  encode: (value) => rt.encodeMessage(ServiceStatic, serviceToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Service', ServiceStatic, bytes, serviceFromRaw),
  create: serviceCreate,
};

/** What a service was given of networks and ports. */
export interface ServiceAllocation extends rt.WithUnknownFields {
  /** The published ports, none of them 0, in the order of the spec. */
  readonly ports: readonly PortSpec[];
  /** One per network, where the endpoint mode is vip. */
  readonly virtualAddresses: readonly NetworkAttachment[];
  /** Why something could not be given yet, in words; empty when all was. */
  readonly problem: string;
}

/** What ServiceAllocationCodec.create accepts; all of it may be left out. */
export interface ServiceAllocationInput extends rt.WithUnknownFields {
  /** The published ports, none of them 0, in the order of the spec. */
  readonly ports?: readonly PortSpecInput[] | undefined;
  /** One per network, where the endpoint mode is vip. */
  readonly virtualAddresses?: readonly NetworkAttachmentInput[] | undefined;
  /** Why something could not be given yet, in words; empty when all was. */
  readonly problem?: string | undefined;
}

export function serviceAllocationCreate(partial: ServiceAllocationInput = {}): ServiceAllocation {
  const value: ServiceAllocation = {
    ports: (partial.ports ?? []).map((item) => portSpecCreate(item)),
    virtualAddresses: (partial.virtualAddresses ?? []).map((item) => networkAttachmentCreate(item)),
    problem: partial.problem ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function serviceAllocationFromRaw(raw: ServiceAllocationRaw): ServiceAllocation {
  const value: ServiceAllocation = {
    ports: raw.ports.map((item) => portSpecFromRaw(item)),
    virtualAddresses: raw.virtualAddresses.map((item) => networkAttachmentFromRaw(item)),
    problem: raw.problem,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceAllocationToRaw(value: ServiceAllocation): ServiceAllocationRaw {
  return {
    ports: value.ports.map((item) => portSpecToRaw(item)),
    virtualAddresses: value.virtualAddresses.map((item) => networkAttachmentToRaw(item)),
    problem: value.problem,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceAllocationCodec: rt.MessageCodec<ServiceAllocation, ServiceAllocationInput> = {
  name: 'swarm.v1.ServiceAllocation',
  encode: (value) => rt.encodeMessage(ServiceAllocationStatic, serviceAllocationToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceAllocation', ServiceAllocationStatic, bytes, serviceAllocationFromRaw),
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

export function serviceRunsFromRaw(raw: ServiceRunsRaw): ServiceRuns {
  const value: ServiceRuns = {
    runs: raw.runs.map((item) => jobRunFromRaw(item)),
    lastNumber: rt.readLong(raw.lastNumber, 'swarm.v1.ServiceRuns', 'lastNumber'),
    scheduledUntilMs: rt.readLong(raw.scheduledUntilMs, 'swarm.v1.ServiceRuns', 'scheduledUntilMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceRunsToRaw(value: ServiceRuns): ServiceRunsRaw {
  return {
    runs: value.runs.map((item) => jobRunToRaw(item)),
    lastNumber: rt.writeUint64(value.lastNumber, 'swarm.v1.ServiceRuns', 'lastNumber'),
    scheduledUntilMs: rt.writeInt64(value.scheduledUntilMs, 'swarm.v1.ServiceRuns', 'scheduledUntilMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceRunsCodec: rt.MessageCodec<ServiceRuns, ServiceRunsInput> = {
  name: 'swarm.v1.ServiceRuns',
  encode: (value) => rt.encodeMessage(ServiceRunsStatic, serviceRunsToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceRuns', ServiceRunsStatic, bytes, serviceRunsFromRaw),
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

export function jobRunFromRaw(raw: JobRunRaw): JobRun {
  const value: JobRun = {
    number: rt.readLong(raw.number, 'swarm.v1.JobRun', 'number'),
    revision: rt.readLong(raw.revision, 'swarm.v1.JobRun', 'revision'),
    scheduledAtMs: rt.readLong(raw.scheduledAtMs, 'swarm.v1.JobRun', 'scheduledAtMs'),
    startedAtMs: rt.readLong(raw.startedAtMs, 'swarm.v1.JobRun', 'startedAtMs'),
    endedAtMs: rt.readLong(raw.endedAtMs, 'swarm.v1.JobRun', 'endedAtMs'),
    state: jobRunStateFromRaw(raw.state, 'swarm.v1.JobRun', 'state'),
    message: raw.message,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function jobRunToRaw(value: JobRun): JobRunRaw {
  return {
    number: rt.writeUint64(value.number, 'swarm.v1.JobRun', 'number'),
    revision: rt.writeUint64(value.revision, 'swarm.v1.JobRun', 'revision'),
    scheduledAtMs: rt.writeInt64(value.scheduledAtMs, 'swarm.v1.JobRun', 'scheduledAtMs'),
    startedAtMs: rt.writeInt64(value.startedAtMs, 'swarm.v1.JobRun', 'startedAtMs'),
    endedAtMs: rt.writeInt64(value.endedAtMs, 'swarm.v1.JobRun', 'endedAtMs'),
    state: jobRunStateToRaw(value.state, 'swarm.v1.JobRun', 'state'),
    message: value.message,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const JobRunCodec: rt.MessageCodec<JobRun, JobRunInput> = {
  name: 'swarm.v1.JobRun',
  encode: (value) => rt.encodeMessage(JobRunStatic, jobRunToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JobRun', JobRunStatic, bytes, jobRunFromRaw),
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

export function rolloutRequestFromRaw(raw: RolloutRequestRaw): RolloutRequest {
  const value: RolloutRequest = {
    number: rt.readLong(raw.number, 'swarm.v1.RolloutRequest', 'number'),
    isRollback: raw.isRollback,
    isPaused: raw.isPaused,
    stableRevision: rt.readLong(raw.stableRevision, 'swarm.v1.RolloutRequest', 'stableRevision'),
    isAutomatic: raw.isAutomatic,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function rolloutRequestToRaw(value: RolloutRequest): RolloutRequestRaw {
  return {
    number: rt.writeUint64(value.number, 'swarm.v1.RolloutRequest', 'number'),
    isRollback: value.isRollback,
    isPaused: value.isPaused,
    stableRevision: rt.writeUint64(value.stableRevision, 'swarm.v1.RolloutRequest', 'stableRevision'),
    isAutomatic: value.isAutomatic,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RolloutRequestCodec: rt.MessageCodec<RolloutRequest, RolloutRequestInput> = {
  name: 'swarm.v1.RolloutRequest',
  encode: (value) => rt.encodeMessage(RolloutRequestStatic, rolloutRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RolloutRequest', RolloutRequestStatic, bytes, rolloutRequestFromRaw),
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

export function serviceRevisionFromRaw(raw: ServiceRevisionRaw): ServiceRevision {
  const value: ServiceRevision = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    serviceId: raw.serviceId,
    revision: rt.readLong(raw.revision, 'swarm.v1.ServiceRevision', 'revision'),
    spec: raw.spec == null ? undefined : serviceSpecFromRaw(raw.spec),
    requestId: raw.requestId,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceRevisionToRaw(value: ServiceRevision): ServiceRevisionRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    serviceId: value.serviceId,
    revision: rt.writeUint64(value.revision, 'swarm.v1.ServiceRevision', 'revision'),
    spec: value.spec === undefined ? undefined : serviceSpecToRaw(value.spec),
    requestId: value.requestId,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceRevisionCodec: rt.MessageCodec<ServiceRevision, ServiceRevisionInput> = {
  name: 'swarm.v1.ServiceRevision',
  encode: (value) => rt.encodeMessage(ServiceRevisionStatic, serviceRevisionToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceRevision', ServiceRevisionStatic, bytes, serviceRevisionFromRaw),
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

export function pastRequestFromRaw(raw: PastRequestRaw): PastRequest {
  const value: PastRequest = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    method: raw.method,
    digest: raw.digest,
    objectId: raw.objectId,
    revision: rt.readLong(raw.revision, 'swarm.v1.PastRequest', 'revision'),
    previousRevision: rt.readLong(raw.previousRevision, 'swarm.v1.PastRequest', 'previousRevision'),
    rollout: raw.rollout == null ? undefined : rolloutRequestFromRaw(raw.rollout),
    warnings: raw.warnings,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function pastRequestToRaw(value: PastRequest): PastRequestRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    method: value.method,
    digest: value.digest,
    objectId: value.objectId,
    revision: rt.writeUint64(value.revision, 'swarm.v1.PastRequest', 'revision'),
    previousRevision: rt.writeUint64(value.previousRevision, 'swarm.v1.PastRequest', 'previousRevision'),
    rollout: value.rollout === undefined ? undefined : rolloutRequestToRaw(value.rollout),
    warnings: value.warnings,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PastRequestCodec: rt.MessageCodec<PastRequest, PastRequestInput> = {
  name: 'swarm.v1.PastRequest',
  encode: (value) => rt.encodeMessage(PastRequestStatic, pastRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PastRequest', PastRequestStatic, bytes, pastRequestFromRaw),
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

export function serviceSpecFromRaw(raw: ServiceSpecRaw): ServiceSpec {
  const value: ServiceSpec = {
    name: raw.name,
    labels: raw.labels,
    mode: raw.replicated != null ? { kind: 'replicated', replicated: replicatedModeFromRaw(raw.replicated) }
      : raw.global != null ? { kind: 'global', global: globalModeFromRaw(raw.global) }
      : raw.replicatedJob != null ? { kind: 'replicatedJob', replicatedJob: replicatedJobModeFromRaw(raw.replicatedJob) }
      : raw.globalJob != null ? { kind: 'globalJob', globalJob: globalJobModeFromRaw(raw.globalJob) }
      : undefined,
    task: raw.task == null ? undefined : taskSpecFromRaw(raw.task),
    endpoint: raw.endpoint == null ? undefined : endpointSpecFromRaw(raw.endpoint),
    update: raw.update == null ? undefined : updateConfigFromRaw(raw.update),
    rollback: raw.rollback == null ? undefined : updateConfigFromRaw(raw.rollback),
    schedule: raw.schedule == null ? undefined : scheduleFromRaw(raw.schedule),
    onNodeDown: nodeLossPolicyFromRaw(raw.onNodeDown, 'swarm.v1.ServiceSpec', 'onNodeDown'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceSpecToRaw(value: ServiceSpec): ServiceSpecRaw {
  return {
    name: value.name,
    labels: value.labels,
    replicated: value.mode?.kind === 'replicated' ? replicatedModeToRaw(value.mode.replicated) : undefined,
    global: value.mode?.kind === 'global' ? globalModeToRaw(value.mode.global) : undefined,
    replicatedJob: value.mode?.kind === 'replicatedJob' ? replicatedJobModeToRaw(value.mode.replicatedJob) : undefined,
    globalJob: value.mode?.kind === 'globalJob' ? globalJobModeToRaw(value.mode.globalJob) : undefined,
    task: value.task === undefined ? undefined : taskSpecToRaw(value.task),
    endpoint: value.endpoint === undefined ? undefined : endpointSpecToRaw(value.endpoint),
    update: value.update === undefined ? undefined : updateConfigToRaw(value.update),
    rollback: value.rollback === undefined ? undefined : updateConfigToRaw(value.rollback),
    schedule: value.schedule === undefined ? undefined : scheduleToRaw(value.schedule),
    onNodeDown: nodeLossPolicyToRaw(value.onNodeDown, 'swarm.v1.ServiceSpec', 'onNodeDown'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceSpecCodec: rt.MessageCodec<ServiceSpec, ServiceSpecInput> = {
  name: 'swarm.v1.ServiceSpec',
  encode: (value) => rt.encodeMessage(ServiceSpecStatic, serviceSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceSpec', ServiceSpecStatic, bytes, serviceSpecFromRaw),
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

export function scheduleFromRaw(raw: ScheduleRaw): Schedule {
  const value: Schedule = {
    cron: raw.cron,
    timeZone: raw.timeZone,
    concurrency: concurrencyPolicyFromRaw(raw.concurrency, 'swarm.v1.Schedule', 'concurrency'),
    startingDeadlineMs: rt.readLong(raw.startingDeadlineMs, 'swarm.v1.Schedule', 'startingDeadlineMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function scheduleToRaw(value: Schedule): ScheduleRaw {
  return {
    cron: value.cron,
    timeZone: value.timeZone,
    concurrency: concurrencyPolicyToRaw(value.concurrency, 'swarm.v1.Schedule', 'concurrency'),
    startingDeadlineMs: rt.writeInt64(value.startingDeadlineMs, 'swarm.v1.Schedule', 'startingDeadlineMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ScheduleCodec: rt.MessageCodec<Schedule, ScheduleInput> = {
  name: 'swarm.v1.Schedule',
  encode: (value) => rt.encodeMessage(ScheduleStatic, scheduleToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Schedule', ScheduleStatic, bytes, scheduleFromRaw),
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

export function updateConfigFromRaw(raw: UpdateConfigRaw): UpdateConfig {
  const value: UpdateConfig = {
    parallelism: rt.readLong(raw.parallelism, 'swarm.v1.UpdateConfig', 'parallelism'),
    delayMs: rt.readLong(raw.delayMs, 'swarm.v1.UpdateConfig', 'delayMs'),
    failureAction: failureActionFromRaw(raw.failureAction, 'swarm.v1.UpdateConfig', 'failureAction'),
    monitorMs: rt.readLong(raw.monitorMs, 'swarm.v1.UpdateConfig', 'monitorMs'),
    maxFailureRatio: raw.maxFailureRatio,
    order: updateOrderFromRaw(raw.order, 'swarm.v1.UpdateConfig', 'order'),
    progressDeadlineMs: rt.readLong(raw.progressDeadlineMs, 'swarm.v1.UpdateConfig', 'progressDeadlineMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function updateConfigToRaw(value: UpdateConfig): UpdateConfigRaw {
  return {
    parallelism: rt.writeUint64(value.parallelism, 'swarm.v1.UpdateConfig', 'parallelism'),
    delayMs: rt.writeInt64(value.delayMs, 'swarm.v1.UpdateConfig', 'delayMs'),
    failureAction: failureActionToRaw(value.failureAction, 'swarm.v1.UpdateConfig', 'failureAction'),
    monitorMs: rt.writeInt64(value.monitorMs, 'swarm.v1.UpdateConfig', 'monitorMs'),
    maxFailureRatio: value.maxFailureRatio,
    order: updateOrderToRaw(value.order, 'swarm.v1.UpdateConfig', 'order'),
    progressDeadlineMs: rt.writeInt64(value.progressDeadlineMs, 'swarm.v1.UpdateConfig', 'progressDeadlineMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UpdateConfigCodec: rt.MessageCodec<UpdateConfig, UpdateConfigInput> = {
  name: 'swarm.v1.UpdateConfig',
  encode: (value) => rt.encodeMessage(UpdateConfigStatic, updateConfigToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.UpdateConfig', UpdateConfigStatic, bytes, updateConfigFromRaw),
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

export function replicatedModeFromRaw(raw: ReplicatedModeRaw): ReplicatedMode {
  const value: ReplicatedMode = {
    replicas: rt.readLong(raw.replicas, 'swarm.v1.ReplicatedMode', 'replicas'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function replicatedModeToRaw(value: ReplicatedMode): ReplicatedModeRaw {
  return {
    replicas: rt.writeUint64(value.replicas, 'swarm.v1.ReplicatedMode', 'replicas'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ReplicatedModeCodec: rt.MessageCodec<ReplicatedMode, ReplicatedModeInput> = {
  name: 'swarm.v1.ReplicatedMode',
  encode: (value) => rt.encodeMessage(ReplicatedModeStatic, replicatedModeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ReplicatedMode', ReplicatedModeStatic, bytes, replicatedModeFromRaw),
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

export function globalModeFromRaw(raw: GlobalModeRaw): GlobalMode {
  const value: GlobalMode = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function globalModeToRaw(value: GlobalMode): GlobalModeRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GlobalModeCodec: rt.MessageCodec<GlobalMode, GlobalModeInput> = {
  name: 'swarm.v1.GlobalMode',
  encode: (value) => rt.encodeMessage(GlobalModeStatic, globalModeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GlobalMode', GlobalModeStatic, bytes, globalModeFromRaw),
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

export function replicatedJobModeFromRaw(raw: ReplicatedJobModeRaw): ReplicatedJobMode {
  const value: ReplicatedJobMode = {
    maxConcurrent: rt.readLong(raw.maxConcurrent, 'swarm.v1.ReplicatedJobMode', 'maxConcurrent'),
    totalCompletions: rt.readLong(raw.totalCompletions, 'swarm.v1.ReplicatedJobMode', 'totalCompletions'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function replicatedJobModeToRaw(value: ReplicatedJobMode): ReplicatedJobModeRaw {
  return {
    maxConcurrent: rt.writeUint64(value.maxConcurrent, 'swarm.v1.ReplicatedJobMode', 'maxConcurrent'),
    totalCompletions: rt.writeUint64(value.totalCompletions, 'swarm.v1.ReplicatedJobMode', 'totalCompletions'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ReplicatedJobModeCodec: rt.MessageCodec<ReplicatedJobMode, ReplicatedJobModeInput> = {
  name: 'swarm.v1.ReplicatedJobMode',
  encode: (value) => rt.encodeMessage(ReplicatedJobModeStatic, replicatedJobModeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ReplicatedJobMode', ReplicatedJobModeStatic, bytes, replicatedJobModeFromRaw),
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

export function globalJobModeFromRaw(raw: GlobalJobModeRaw): GlobalJobMode {
  const value: GlobalJobMode = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function globalJobModeToRaw(value: GlobalJobMode): GlobalJobModeRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GlobalJobModeCodec: rt.MessageCodec<GlobalJobMode, GlobalJobModeInput> = {
  name: 'swarm.v1.GlobalJobMode',
  encode: (value) => rt.encodeMessage(GlobalJobModeStatic, globalJobModeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GlobalJobMode', GlobalJobModeStatic, bytes, globalJobModeFromRaw),
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

export function serviceDesiredFromRaw(raw: ServiceDesiredRaw): ServiceDesired {
  const value: ServiceDesired = {
    state: rolloutStateFromRaw(raw.state, 'swarm.v1.ServiceDesired', 'state'),
    revision: rt.readLong(raw.revision, 'swarm.v1.ServiceDesired', 'revision'),
    startedAtMs: rt.readLong(raw.startedAtMs, 'swarm.v1.ServiceDesired', 'startedAtMs'),
    completedAtMs: rt.readLong(raw.completedAtMs, 'swarm.v1.ServiceDesired', 'completedAtMs'),
    message: raw.message,
    number: rt.readLong(raw.number, 'swarm.v1.ServiceDesired', 'number'),
    slotCount: rt.readLong(raw.slotCount, 'swarm.v1.ServiceDesired', 'slotCount'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function serviceDesiredToRaw(value: ServiceDesired): ServiceDesiredRaw {
  return {
    state: rolloutStateToRaw(value.state, 'swarm.v1.ServiceDesired', 'state'),
    revision: rt.writeUint64(value.revision, 'swarm.v1.ServiceDesired', 'revision'),
    startedAtMs: rt.writeInt64(value.startedAtMs, 'swarm.v1.ServiceDesired', 'startedAtMs'),
    completedAtMs: rt.writeInt64(value.completedAtMs, 'swarm.v1.ServiceDesired', 'completedAtMs'),
    message: value.message,
    number: rt.writeUint64(value.number, 'swarm.v1.ServiceDesired', 'number'),
    slotCount: rt.writeUint64(value.slotCount, 'swarm.v1.ServiceDesired', 'slotCount'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ServiceDesiredCodec: rt.MessageCodec<ServiceDesired, ServiceDesiredInput> = {
  name: 'swarm.v1.ServiceDesired',
  encode: (value) => rt.encodeMessage(ServiceDesiredStatic, serviceDesiredToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ServiceDesired', ServiceDesiredStatic, bytes, serviceDesiredFromRaw),
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

export function endpointSpecFromRaw(raw: EndpointSpecRaw): EndpointSpec {
  const value: EndpointSpec = {
    ports: raw.ports.map((item) => portSpecFromRaw(item)),
    mode: endpointModeFromRaw(raw.mode, 'swarm.v1.EndpointSpec', 'mode'),
    drainTimeoutMs: raw.drainTimeoutMs == null ? undefined : rt.readLong(raw.drainTimeoutMs, 'swarm.v1.EndpointSpec', 'drainTimeoutMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function endpointSpecToRaw(value: EndpointSpec): EndpointSpecRaw {
  return {
    ports: value.ports.map((item) => portSpecToRaw(item)),
    mode: endpointModeToRaw(value.mode, 'swarm.v1.EndpointSpec', 'mode'),
    drainTimeoutMs: value.drainTimeoutMs === undefined ? undefined : rt.writeInt64(value.drainTimeoutMs, 'swarm.v1.EndpointSpec', 'drainTimeoutMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const EndpointSpecCodec: rt.MessageCodec<EndpointSpec, EndpointSpecInput> = {
  name: 'swarm.v1.EndpointSpec',
  encode: (value) => rt.encodeMessage(EndpointSpecStatic, endpointSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.EndpointSpec', EndpointSpecStatic, bytes, endpointSpecFromRaw),
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

export function portSpecFromRaw(raw: PortSpecRaw): PortSpec {
  const value: PortSpec = {
    protocol: portProtocolFromRaw(raw.protocol, 'swarm.v1.PortSpec', 'protocol'),
    targetPort: raw.targetPort,
    publishedPort: raw.publishedPort,
    publishMode: publishModeFromRaw(raw.publishMode, 'swarm.v1.PortSpec', 'publishMode'),
    hostIp: raw.hostIp,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function portSpecToRaw(value: PortSpec): PortSpecRaw {
  return {
    protocol: portProtocolToRaw(value.protocol, 'swarm.v1.PortSpec', 'protocol'),
    targetPort: rt.writeUint32(value.targetPort, 'swarm.v1.PortSpec', 'targetPort'),
    publishedPort: rt.writeUint32(value.publishedPort, 'swarm.v1.PortSpec', 'publishedPort'),
    publishMode: publishModeToRaw(value.publishMode, 'swarm.v1.PortSpec', 'publishMode'),
    hostIp: value.hostIp,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PortSpecCodec: rt.MessageCodec<PortSpec, PortSpecInput> = {
  name: 'swarm.v1.PortSpec',
  encode: (value) => rt.encodeMessage(PortSpecStatic, portSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PortSpec', PortSpecStatic, bytes, portSpecFromRaw),
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

export function taskSpecFromRaw(raw: TaskSpecRaw): TaskSpec {
  const value: TaskSpec = {
    container: raw.container == null ? undefined : containerSpecFromRaw(raw.container),
    resources: raw.resources == null ? undefined : resourceRequirementsFromRaw(raw.resources),
    restart: raw.restart == null ? undefined : restartPolicyFromRaw(raw.restart),
    placement: raw.placement == null ? undefined : placementFromRaw(raw.placement),
    forceUpdate: rt.readLong(raw.forceUpdate, 'swarm.v1.TaskSpec', 'forceUpdate'),
    logDriver: raw.logDriver == null ? undefined : logDriverFromRaw(raw.logDriver),
    networks: raw.networks.map((item) => networkAttachmentConfigFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskSpecToRaw(value: TaskSpec): TaskSpecRaw {
  return {
    container: value.container === undefined ? undefined : containerSpecToRaw(value.container),
    resources: value.resources === undefined ? undefined : resourceRequirementsToRaw(value.resources),
    restart: value.restart === undefined ? undefined : restartPolicyToRaw(value.restart),
    placement: value.placement === undefined ? undefined : placementToRaw(value.placement),
    forceUpdate: rt.writeUint64(value.forceUpdate, 'swarm.v1.TaskSpec', 'forceUpdate'),
    logDriver: value.logDriver === undefined ? undefined : logDriverToRaw(value.logDriver),
    networks: value.networks.map((item) => networkAttachmentConfigToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskSpecCodec: rt.MessageCodec<TaskSpec, TaskSpecInput> = {
  name: 'swarm.v1.TaskSpec',
  encode: (value) => rt.encodeMessage(TaskSpecStatic, taskSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskSpec', TaskSpecStatic, bytes, taskSpecFromRaw),
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

export function networkAttachmentConfigFromRaw(raw: NetworkAttachmentConfigRaw): NetworkAttachmentConfig {
  const value: NetworkAttachmentConfig = {
    networkId: raw.networkId,
    aliases: raw.aliases,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkAttachmentConfigToRaw(value: NetworkAttachmentConfig): NetworkAttachmentConfigRaw {
  return {
    networkId: value.networkId,
    aliases: value.aliases,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkAttachmentConfigCodec: rt.MessageCodec<NetworkAttachmentConfig, NetworkAttachmentConfigInput> = {
  name: 'swarm.v1.NetworkAttachmentConfig',
  encode: (value) => rt.encodeMessage(NetworkAttachmentConfigStatic, networkAttachmentConfigToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkAttachmentConfig', NetworkAttachmentConfigStatic, bytes, networkAttachmentConfigFromRaw),
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

export function containerSpecFromRaw(raw: ContainerSpecRaw): ContainerSpec {
  const value: ContainerSpec = {
    image: raw.image,
    command: raw.command,
    args: raw.args,
    env: raw.env,
    hostname: raw.hostname,
    workingDir: raw.workingDir,
    user: raw.user,
    groups: raw.groups,
    labels: raw.labels,
    init: raw.init ?? undefined,
    tty: raw.tty,
    openStdin: raw.openStdin,
    readOnly: raw.readOnly,
    stopSignal: raw.stopSignal,
    stopGracePeriodMs: raw.stopGracePeriodMs == null ? undefined : rt.readLong(raw.stopGracePeriodMs, 'swarm.v1.ContainerSpec', 'stopGracePeriodMs'),
    mounts: raw.mounts.map((item) => mountFromRaw(item)),
    healthCheck: raw.healthCheck == null ? undefined : healthCheckFromRaw(raw.healthCheck),
    hosts: raw.hosts,
    dnsServers: raw.dnsServers,
    dnsSearch: raw.dnsSearch,
    dnsOptions: raw.dnsOptions,
    capabilityAdd: raw.capabilityAdd,
    capabilityDrop: raw.capabilityDrop,
    sysctls: raw.sysctls,
    ulimits: raw.ulimits.map((item) => ulimitFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function containerSpecToRaw(value: ContainerSpec): ContainerSpecRaw {
  return {
    image: value.image,
    command: value.command,
    args: value.args,
    env: value.env,
    hostname: value.hostname,
    workingDir: value.workingDir,
    user: value.user,
    groups: value.groups,
    labels: value.labels,
    init: value.init,
    tty: value.tty,
    openStdin: value.openStdin,
    readOnly: value.readOnly,
    stopSignal: value.stopSignal,
    stopGracePeriodMs: value.stopGracePeriodMs === undefined ? undefined : rt.writeInt64(value.stopGracePeriodMs, 'swarm.v1.ContainerSpec', 'stopGracePeriodMs'),
    mounts: value.mounts.map((item) => mountToRaw(item)),
    healthCheck: value.healthCheck === undefined ? undefined : healthCheckToRaw(value.healthCheck),
    hosts: value.hosts,
    dnsServers: value.dnsServers,
    dnsSearch: value.dnsSearch,
    dnsOptions: value.dnsOptions,
    capabilityAdd: value.capabilityAdd,
    capabilityDrop: value.capabilityDrop,
    sysctls: value.sysctls,
    ulimits: value.ulimits.map((item) => ulimitToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ContainerSpecCodec: rt.MessageCodec<ContainerSpec, ContainerSpecInput> = {
  name: 'swarm.v1.ContainerSpec',
  encode: (value) => rt.encodeMessage(ContainerSpecStatic, containerSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ContainerSpec', ContainerSpecStatic, bytes, containerSpecFromRaw),
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

export function mountFromRaw(raw: MountRaw): Mount {
  const value: Mount = {
    type: mountTypeFromRaw(raw.type, 'swarm.v1.Mount', 'type'),
    source: raw.source,
    target: raw.target,
    readOnly: raw.readOnly,
    bindPropagation: raw.bindPropagation,
    volumeDriver: raw.volumeDriver,
    volumeLabels: raw.volumeLabels,
    volumeOptions: raw.volumeOptions,
    volumeNoCopy: raw.volumeNoCopy,
    tmpfsSizeBytes: rt.readLong(raw.tmpfsSizeBytes, 'swarm.v1.Mount', 'tmpfsSizeBytes'),
    tmpfsMode: raw.tmpfsMode,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function mountToRaw(value: Mount): MountRaw {
  return {
    type: mountTypeToRaw(value.type, 'swarm.v1.Mount', 'type'),
    source: value.source,
    target: value.target,
    readOnly: value.readOnly,
    bindPropagation: value.bindPropagation,
    volumeDriver: value.volumeDriver,
    volumeLabels: value.volumeLabels,
    volumeOptions: value.volumeOptions,
    volumeNoCopy: value.volumeNoCopy,
    tmpfsSizeBytes: rt.writeInt64(value.tmpfsSizeBytes, 'swarm.v1.Mount', 'tmpfsSizeBytes'),
    tmpfsMode: rt.writeUint32(value.tmpfsMode, 'swarm.v1.Mount', 'tmpfsMode'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const MountCodec: rt.MessageCodec<Mount, MountInput> = {
  name: 'swarm.v1.Mount',
  encode: (value) => rt.encodeMessage(MountStatic, mountToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Mount', MountStatic, bytes, mountFromRaw),
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

export function healthCheckFromRaw(raw: HealthCheckRaw): HealthCheck {
  const value: HealthCheck = {
    test: raw.test,
    intervalMs: rt.readLong(raw.intervalMs, 'swarm.v1.HealthCheck', 'intervalMs'),
    timeoutMs: rt.readLong(raw.timeoutMs, 'swarm.v1.HealthCheck', 'timeoutMs'),
    retries: raw.retries,
    startPeriodMs: rt.readLong(raw.startPeriodMs, 'swarm.v1.HealthCheck', 'startPeriodMs'),
    startIntervalMs: rt.readLong(raw.startIntervalMs, 'swarm.v1.HealthCheck', 'startIntervalMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function healthCheckToRaw(value: HealthCheck): HealthCheckRaw {
  return {
    test: value.test,
    intervalMs: rt.writeInt64(value.intervalMs, 'swarm.v1.HealthCheck', 'intervalMs'),
    timeoutMs: rt.writeInt64(value.timeoutMs, 'swarm.v1.HealthCheck', 'timeoutMs'),
    retries: rt.writeUint32(value.retries, 'swarm.v1.HealthCheck', 'retries'),
    startPeriodMs: rt.writeInt64(value.startPeriodMs, 'swarm.v1.HealthCheck', 'startPeriodMs'),
    startIntervalMs: rt.writeInt64(value.startIntervalMs, 'swarm.v1.HealthCheck', 'startIntervalMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const HealthCheckCodec: rt.MessageCodec<HealthCheck, HealthCheckInput> = {
  name: 'swarm.v1.HealthCheck',
  encode: (value) => rt.encodeMessage(HealthCheckStatic, healthCheckToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.HealthCheck', HealthCheckStatic, bytes, healthCheckFromRaw),
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

export function ulimitFromRaw(raw: UlimitRaw): Ulimit {
  const value: Ulimit = {
    name: raw.name,
    soft: rt.readLong(raw.soft, 'swarm.v1.Ulimit', 'soft'),
    hard: rt.readLong(raw.hard, 'swarm.v1.Ulimit', 'hard'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function ulimitToRaw(value: Ulimit): UlimitRaw {
  return {
    name: value.name,
    soft: rt.writeInt64(value.soft, 'swarm.v1.Ulimit', 'soft'),
    hard: rt.writeInt64(value.hard, 'swarm.v1.Ulimit', 'hard'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const UlimitCodec: rt.MessageCodec<Ulimit, UlimitInput> = {
  name: 'swarm.v1.Ulimit',
  encode: (value) => rt.encodeMessage(UlimitStatic, ulimitToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Ulimit', UlimitStatic, bytes, ulimitFromRaw),
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

export function logDriverFromRaw(raw: LogDriverRaw): LogDriver {
  const value: LogDriver = {
    name: raw.name,
    options: raw.options,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logDriverToRaw(value: LogDriver): LogDriverRaw {
  return {
    name: value.name,
    options: value.options,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogDriverCodec: rt.MessageCodec<LogDriver, LogDriverInput> = {
  name: 'swarm.v1.LogDriver',
  encode: (value) => rt.encodeMessage(LogDriverStatic, logDriverToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogDriver', LogDriverStatic, bytes, logDriverFromRaw),
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

export function resourceRequirementsFromRaw(raw: ResourceRequirementsRaw): ResourceRequirements {
  const value: ResourceRequirements = {
    limits: raw.limits == null ? undefined : resourceLimitsFromRaw(raw.limits),
    reservations: raw.reservations == null ? undefined : resourcesFromRaw(raw.reservations),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function resourceRequirementsToRaw(value: ResourceRequirements): ResourceRequirementsRaw {
  return {
    limits: value.limits === undefined ? undefined : resourceLimitsToRaw(value.limits),
    reservations: value.reservations === undefined ? undefined : resourcesToRaw(value.reservations),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ResourceRequirementsCodec: rt.MessageCodec<ResourceRequirements, ResourceRequirementsInput> = {
  name: 'swarm.v1.ResourceRequirements',
  encode: (value) => rt.encodeMessage(ResourceRequirementsStatic, resourceRequirementsToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ResourceRequirements', ResourceRequirementsStatic, bytes, resourceRequirementsFromRaw),
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

export function resourceLimitsFromRaw(raw: ResourceLimitsRaw): ResourceLimits {
  const value: ResourceLimits = {
    nanoCpus: rt.readLong(raw.nanoCpus, 'swarm.v1.ResourceLimits', 'nanoCpus'),
    memoryBytes: rt.readLong(raw.memoryBytes, 'swarm.v1.ResourceLimits', 'memoryBytes'),
    pids: rt.readLong(raw.pids, 'swarm.v1.ResourceLimits', 'pids'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function resourceLimitsToRaw(value: ResourceLimits): ResourceLimitsRaw {
  return {
    nanoCpus: rt.writeInt64(value.nanoCpus, 'swarm.v1.ResourceLimits', 'nanoCpus'),
    memoryBytes: rt.writeInt64(value.memoryBytes, 'swarm.v1.ResourceLimits', 'memoryBytes'),
    pids: rt.writeInt64(value.pids, 'swarm.v1.ResourceLimits', 'pids'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ResourceLimitsCodec: rt.MessageCodec<ResourceLimits, ResourceLimitsInput> = {
  name: 'swarm.v1.ResourceLimits',
  encode: (value) => rt.encodeMessage(ResourceLimitsStatic, resourceLimitsToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ResourceLimits', ResourceLimitsStatic, bytes, resourceLimitsFromRaw),
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

export function restartPolicyFromRaw(raw: RestartPolicyRaw): RestartPolicy {
  const value: RestartPolicy = {
    condition: restartConditionFromRaw(raw.condition, 'swarm.v1.RestartPolicy', 'condition'),
    delayMs: rt.readLong(raw.delayMs, 'swarm.v1.RestartPolicy', 'delayMs'),
    maxAttempts: rt.readLong(raw.maxAttempts, 'swarm.v1.RestartPolicy', 'maxAttempts'),
    windowMs: rt.readLong(raw.windowMs, 'swarm.v1.RestartPolicy', 'windowMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function restartPolicyToRaw(value: RestartPolicy): RestartPolicyRaw {
  return {
    condition: restartConditionToRaw(value.condition, 'swarm.v1.RestartPolicy', 'condition'),
    delayMs: rt.writeInt64(value.delayMs, 'swarm.v1.RestartPolicy', 'delayMs'),
    maxAttempts: rt.writeUint64(value.maxAttempts, 'swarm.v1.RestartPolicy', 'maxAttempts'),
    windowMs: rt.writeInt64(value.windowMs, 'swarm.v1.RestartPolicy', 'windowMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RestartPolicyCodec: rt.MessageCodec<RestartPolicy, RestartPolicyInput> = {
  name: 'swarm.v1.RestartPolicy',
  encode: (value) => rt.encodeMessage(RestartPolicyStatic, restartPolicyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RestartPolicy', RestartPolicyStatic, bytes, restartPolicyFromRaw),
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

export function placementFromRaw(raw: PlacementRaw): Placement {
  const value: Placement = {
    constraints: raw.constraints,
    platforms: raw.platforms.map((item) => platformFromRaw(item)),
    maxReplicasPerNode: rt.readLong(raw.maxReplicasPerNode, 'swarm.v1.Placement', 'maxReplicasPerNode'),
    preferences: raw.preferences.map((item) => placementPreferenceFromRaw(item)),
    strategy: placementStrategyFromRaw(raw.strategy, 'swarm.v1.Placement', 'strategy'),
    apartFrom: raw.apartFrom,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function placementToRaw(value: Placement): PlacementRaw {
  return {
    constraints: value.constraints,
    platforms: value.platforms.map((item) => platformToRaw(item)),
    maxReplicasPerNode: rt.writeUint64(value.maxReplicasPerNode, 'swarm.v1.Placement', 'maxReplicasPerNode'),
    preferences: value.preferences.map((item) => placementPreferenceToRaw(item)),
    strategy: placementStrategyToRaw(value.strategy, 'swarm.v1.Placement', 'strategy'),
    apartFrom: value.apartFrom,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PlacementCodec: rt.MessageCodec<Placement, PlacementInput> = {
  name: 'swarm.v1.Placement',
  encode: (value) => rt.encodeMessage(PlacementStatic, placementToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Placement', PlacementStatic, bytes, placementFromRaw),
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

export function placementPreferenceFromRaw(raw: PlacementPreferenceRaw): PlacementPreference {
  const value: PlacementPreference = {
    preference: raw.spread != null ? { kind: 'spread', spread: raw.spread }
      : raw.prefer != null ? { kind: 'prefer', prefer: raw.prefer }
      : raw.near != null ? { kind: 'near', near: raw.near }
      : raw.apart != null ? { kind: 'apart', apart: raw.apart }
      : undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function placementPreferenceToRaw(value: PlacementPreference): PlacementPreferenceRaw {
  return {
    spread: value.preference?.kind === 'spread' ? value.preference.spread : undefined,
    prefer: value.preference?.kind === 'prefer' ? value.preference.prefer : undefined,
    near: value.preference?.kind === 'near' ? value.preference.near : undefined,
    apart: value.preference?.kind === 'apart' ? value.preference.apart : undefined,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PlacementPreferenceCodec: rt.MessageCodec<PlacementPreference, PlacementPreferenceInput> = {
  name: 'swarm.v1.PlacementPreference',
  encode: (value) => rt.encodeMessage(PlacementPreferenceStatic, placementPreferenceToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PlacementPreference', PlacementPreferenceStatic, bytes, placementPreferenceFromRaw),
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

export function taskFromRaw(raw: TaskRaw): Task {
  const value: Task = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    serviceId: raw.serviceId,
    slot: rt.readLong(raw.slot, 'swarm.v1.Task', 'slot'),
    revision: rt.readLong(raw.revision, 'swarm.v1.Task', 'revision'),
    desired: raw.desired == null ? undefined : taskDesiredFromRaw(raw.desired),
    placement: raw.placement == null ? undefined : taskPlacementFromRaw(raw.placement),
    status: raw.status == null ? undefined : taskStatusFromRaw(raw.status),
    run: rt.readLong(raw.run, 'swarm.v1.Task', 'run'),
    allocation: raw.allocation == null ? undefined : taskAllocationFromRaw(raw.allocation),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskToRaw(value: Task): TaskRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    serviceId: value.serviceId,
    slot: rt.writeUint64(value.slot, 'swarm.v1.Task', 'slot'),
    revision: rt.writeUint64(value.revision, 'swarm.v1.Task', 'revision'),
    desired: value.desired === undefined ? undefined : taskDesiredToRaw(value.desired),
    placement: value.placement === undefined ? undefined : taskPlacementToRaw(value.placement),
    status: value.status === undefined ? undefined : taskStatusToRaw(value.status),
    run: rt.writeUint64(value.run, 'swarm.v1.Task', 'run'),
    allocation: value.allocation === undefined ? undefined : taskAllocationToRaw(value.allocation),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskCodec: rt.MessageCodec<Task, TaskInput> = {
  name: 'swarm.v1.Task',
  encode: (value) => rt.encodeMessage(TaskStatic, taskToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Task', TaskStatic, bytes, taskFromRaw),
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

export function taskAllocationFromRaw(raw: TaskAllocationRaw): TaskAllocation {
  const value: TaskAllocation = {
    attachments: raw.attachments.map((item) => networkAttachmentFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskAllocationToRaw(value: TaskAllocation): TaskAllocationRaw {
  return {
    attachments: value.attachments.map((item) => networkAttachmentToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskAllocationCodec: rt.MessageCodec<TaskAllocation, TaskAllocationInput> = {
  name: 'swarm.v1.TaskAllocation',
  encode: (value) => rt.encodeMessage(TaskAllocationStatic, taskAllocationToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskAllocation', TaskAllocationStatic, bytes, taskAllocationFromRaw),
  create: taskAllocationCreate,
};

/** An address on a network. */
export interface NetworkAttachment extends rt.WithUnknownFields {
  readonly networkId: string;
  /** Without the length of the prefix. The hardware address follows from it (model/network). */
  readonly address: string;
  /** Of a network with IPv6; empty elsewhere. */
  readonly address6: string;
}

/** What NetworkAttachmentCodec.create accepts; all of it may be left out. */
export interface NetworkAttachmentInput extends rt.WithUnknownFields {
  readonly networkId?: string | undefined;
  /** Without the length of the prefix. The hardware address follows from it (model/network). */
  readonly address?: string | undefined;
  /** Of a network with IPv6; empty elsewhere. */
  readonly address6?: string | undefined;
}

export function networkAttachmentCreate(partial: NetworkAttachmentInput = {}): NetworkAttachment {
  const value: NetworkAttachment = {
    networkId: partial.networkId ?? '',
    address: partial.address ?? '',
    address6: partial.address6 ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function networkAttachmentFromRaw(raw: NetworkAttachmentRaw): NetworkAttachment {
  const value: NetworkAttachment = {
    networkId: raw.networkId,
    address: raw.address,
    address6: raw.address6,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkAttachmentToRaw(value: NetworkAttachment): NetworkAttachmentRaw {
  return {
    networkId: value.networkId,
    address: value.address,
    address6: value.address6,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkAttachmentCodec: rt.MessageCodec<NetworkAttachment, NetworkAttachmentInput> = {
  name: 'swarm.v1.NetworkAttachment',
  encode: (value) => rt.encodeMessage(NetworkAttachmentStatic, networkAttachmentToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkAttachment', NetworkAttachmentStatic, bytes, networkAttachmentFromRaw),
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

export function networkFromRaw(raw: NetworkRaw): Network {
  const value: Network = {
    id: raw.id,
    meta: raw.meta == null ? undefined : metaFromRaw(raw.meta),
    spec: raw.spec == null ? undefined : networkSpecFromRaw(raw.spec),
    allocation: raw.allocation == null ? undefined : networkAllocationFromRaw(raw.allocation),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkToRaw(value: Network): NetworkRaw {
  return {
    id: value.id,
    meta: value.meta === undefined ? undefined : metaToRaw(value.meta),
    spec: value.spec === undefined ? undefined : networkSpecToRaw(value.spec),
    allocation: value.allocation === undefined ? undefined : networkAllocationToRaw(value.allocation),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkCodec: rt.MessageCodec<Network, NetworkInput> = {
  name: 'swarm.v1.Network',
  encode: (value) => rt.encodeMessage(NetworkStatic, networkToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Network', NetworkStatic, bytes, networkFromRaw),
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

export function networkSpecFromRaw(raw: NetworkSpecRaw): NetworkSpec {
  const value: NetworkSpec = {
    name: raw.name,
    labels: raw.labels,
    driverOptions: raw.driverOptions,
    subnets: raw.subnets.map((item) => subnetSpecFromRaw(item)),
    internal: raw.internal,
    attachable: raw.attachable,
    ingress: raw.ingress,
    ipv6: raw.ipv6,
    encrypted: raw.encrypted,
    mtu: raw.mtu,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkSpecToRaw(value: NetworkSpec): NetworkSpecRaw {
  return {
    name: value.name,
    labels: value.labels,
    driverOptions: value.driverOptions,
    subnets: value.subnets.map((item) => subnetSpecToRaw(item)),
    internal: value.internal,
    attachable: value.attachable,
    ingress: value.ingress,
    ipv6: value.ipv6,
    encrypted: value.encrypted,
    mtu: rt.writeUint32(value.mtu, 'swarm.v1.NetworkSpec', 'mtu'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkSpecCodec: rt.MessageCodec<NetworkSpec, NetworkSpecInput> = {
  name: 'swarm.v1.NetworkSpec',
  encode: (value) => rt.encodeMessage(NetworkSpecStatic, networkSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkSpec', NetworkSpecStatic, bytes, networkSpecFromRaw),
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

export function subnetSpecFromRaw(raw: SubnetSpecRaw): SubnetSpec {
  const value: SubnetSpec = {
    subnet: raw.subnet,
    range: raw.range,
    gateway: raw.gateway,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function subnetSpecToRaw(value: SubnetSpec): SubnetSpecRaw {
  return {
    subnet: value.subnet,
    range: value.range,
    gateway: value.gateway,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const SubnetSpecCodec: rt.MessageCodec<SubnetSpec, SubnetSpecInput> = {
  name: 'swarm.v1.SubnetSpec',
  encode: (value) => rt.encodeMessage(SubnetSpecStatic, subnetSpecToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SubnetSpec', SubnetSpecStatic, bytes, subnetSpecFromRaw),
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

export function networkAllocationFromRaw(raw: NetworkAllocationRaw): NetworkAllocation {
  const value: NetworkAllocation = {
    subnets: raw.subnets.map((item) => subnetSpecFromRaw(item)),
    vxlanId: raw.vxlanId,
    problem: raw.problem,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function networkAllocationToRaw(value: NetworkAllocation): NetworkAllocationRaw {
  return {
    subnets: value.subnets.map((item) => subnetSpecToRaw(item)),
    vxlanId: rt.writeUint32(value.vxlanId, 'swarm.v1.NetworkAllocation', 'vxlanId'),
    problem: value.problem,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const NetworkAllocationCodec: rt.MessageCodec<NetworkAllocation, NetworkAllocationInput> = {
  name: 'swarm.v1.NetworkAllocation',
  encode: (value) => rt.encodeMessage(NetworkAllocationStatic, networkAllocationToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.NetworkAllocation', NetworkAllocationStatic, bytes, networkAllocationFromRaw),
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

export function taskDesiredFromRaw(raw: TaskDesiredRaw): TaskDesired {
  const value: TaskDesired = {
    state: desiredStateFromRaw(raw.state, 'swarm.v1.TaskDesired', 'state'),
    leaving: raw.leaving == null ? undefined : leavingFromRaw(raw.leaving),
    start: raw.start == null ? undefined : startConditionFromRaw(raw.start),
    restarts: raw.restarts == null ? undefined : restartRecordFromRaw(raw.restarts),
    rollout: raw.rollout == null ? undefined : rolloutPartFromRaw(raw.rollout),
    move: raw.move == null ? undefined : taskMoveFromRaw(raw.move),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskDesiredToRaw(value: TaskDesired): TaskDesiredRaw {
  return {
    state: desiredStateToRaw(value.state, 'swarm.v1.TaskDesired', 'state'),
    leaving: value.leaving === undefined ? undefined : leavingToRaw(value.leaving),
    start: value.start === undefined ? undefined : startConditionToRaw(value.start),
    restarts: value.restarts === undefined ? undefined : restartRecordToRaw(value.restarts),
    rollout: value.rollout === undefined ? undefined : rolloutPartToRaw(value.rollout),
    move: value.move === undefined ? undefined : taskMoveToRaw(value.move),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskDesiredCodec: rt.MessageCodec<TaskDesired, TaskDesiredInput> = {
  name: 'swarm.v1.TaskDesired',
  encode: (value) => rt.encodeMessage(TaskDesiredStatic, taskDesiredToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskDesired', TaskDesiredStatic, bytes, taskDesiredFromRaw),
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

export function taskMoveFromRaw(raw: TaskMoveRaw): TaskMove {
  const value: TaskMove = {
    replacesTaskId: raw.replacesTaskId,
    reason: raw.reason,
    sinceMs: rt.readLong(raw.sinceMs, 'swarm.v1.TaskMove', 'sinceMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskMoveToRaw(value: TaskMove): TaskMoveRaw {
  return {
    replacesTaskId: value.replacesTaskId,
    reason: value.reason,
    sinceMs: rt.writeInt64(value.sinceMs, 'swarm.v1.TaskMove', 'sinceMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskMoveCodec: rt.MessageCodec<TaskMove, TaskMoveInput> = {
  name: 'swarm.v1.TaskMove',
  encode: (value) => rt.encodeMessage(TaskMoveStatic, taskMoveToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskMove', TaskMoveStatic, bytes, taskMoveFromRaw),
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

export function rolloutPartFromRaw(raw: RolloutPartRaw): RolloutPart {
  const value: RolloutPart = {
    number: rt.readLong(raw.number, 'swarm.v1.RolloutPart', 'number'),
    sinceMs: rt.readLong(raw.sinceMs, 'swarm.v1.RolloutPart', 'sinceMs'),
    replacesTaskId: raw.replacesTaskId,
    lateAtMs: rt.readLong(raw.lateAtMs, 'swarm.v1.RolloutPart', 'lateAtMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function rolloutPartToRaw(value: RolloutPart): RolloutPartRaw {
  return {
    number: rt.writeUint64(value.number, 'swarm.v1.RolloutPart', 'number'),
    sinceMs: rt.writeInt64(value.sinceMs, 'swarm.v1.RolloutPart', 'sinceMs'),
    replacesTaskId: value.replacesTaskId,
    lateAtMs: rt.writeInt64(value.lateAtMs, 'swarm.v1.RolloutPart', 'lateAtMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RolloutPartCodec: rt.MessageCodec<RolloutPart, RolloutPartInput> = {
  name: 'swarm.v1.RolloutPart',
  encode: (value) => rt.encodeMessage(RolloutPartStatic, rolloutPartToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RolloutPart', RolloutPartStatic, bytes, rolloutPartFromRaw),
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

export function leavingFromRaw(raw: LeavingRaw): Leaving {
  const value: Leaving = {
    sinceMs: rt.readLong(raw.sinceMs, 'swarm.v1.Leaving', 'sinceMs'),
    reason: raw.reason,
    end: desiredStateFromRaw(raw.end, 'swarm.v1.Leaving', 'end'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function leavingToRaw(value: Leaving): LeavingRaw {
  return {
    sinceMs: rt.writeInt64(value.sinceMs, 'swarm.v1.Leaving', 'sinceMs'),
    reason: value.reason,
    end: desiredStateToRaw(value.end, 'swarm.v1.Leaving', 'end'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LeavingCodec: rt.MessageCodec<Leaving, LeavingInput> = {
  name: 'swarm.v1.Leaving',
  encode: (value) => rt.encodeMessage(LeavingStatic, leavingToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Leaving', LeavingStatic, bytes, leavingFromRaw),
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

export function startConditionFromRaw(raw: StartConditionRaw): StartCondition {
  const value: StartCondition = {
    notBeforeMs: rt.readLong(raw.notBeforeMs, 'swarm.v1.StartCondition', 'notBeforeMs'),
    afterTaskId: raw.afterTaskId,
    waitUntilMs: rt.readLong(raw.waitUntilMs, 'swarm.v1.StartCondition', 'waitUntilMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function startConditionToRaw(value: StartCondition): StartConditionRaw {
  return {
    notBeforeMs: rt.writeInt64(value.notBeforeMs, 'swarm.v1.StartCondition', 'notBeforeMs'),
    afterTaskId: value.afterTaskId,
    waitUntilMs: rt.writeInt64(value.waitUntilMs, 'swarm.v1.StartCondition', 'waitUntilMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const StartConditionCodec: rt.MessageCodec<StartCondition, StartConditionInput> = {
  name: 'swarm.v1.StartCondition',
  encode: (value) => rt.encodeMessage(StartConditionStatic, startConditionToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StartCondition', StartConditionStatic, bytes, startConditionFromRaw),
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

export function restartRecordFromRaw(raw: RestartRecordRaw): RestartRecord {
  const value: RestartRecord = {
    total: rt.readLong(raw.total, 'swarm.v1.RestartRecord', 'total'),
    atMs: raw.atMs.map((item) => rt.readLong(item, 'swarm.v1.RestartRecord', 'atMs')),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function restartRecordToRaw(value: RestartRecord): RestartRecordRaw {
  return {
    total: rt.writeUint64(value.total, 'swarm.v1.RestartRecord', 'total'),
    atMs: value.atMs.map((item) => rt.writeInt64(item, 'swarm.v1.RestartRecord', 'atMs')),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RestartRecordCodec: rt.MessageCodec<RestartRecord, RestartRecordInput> = {
  name: 'swarm.v1.RestartRecord',
  encode: (value) => rt.encodeMessage(RestartRecordStatic, restartRecordToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RestartRecord', RestartRecordStatic, bytes, restartRecordFromRaw),
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

export function taskPlacementFromRaw(raw: TaskPlacementRaw): TaskPlacement {
  const value: TaskPlacement = {
    nodeId: raw.nodeId,
    generic: raw.generic.map((item) => genericResourceFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskPlacementToRaw(value: TaskPlacement): TaskPlacementRaw {
  return {
    nodeId: value.nodeId,
    generic: value.generic.map((item) => genericResourceToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskPlacementCodec: rt.MessageCodec<TaskPlacement, TaskPlacementInput> = {
  name: 'swarm.v1.TaskPlacement',
  encode: (value) => rt.encodeMessage(TaskPlacementStatic, taskPlacementToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskPlacement', TaskPlacementStatic, bytes, taskPlacementFromRaw),
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

export function taskStatusFromRaw(raw: TaskStatusRaw): TaskStatus {
  const value: TaskStatus = {
    state: taskStateFromRaw(raw.state, 'swarm.v1.TaskStatus', 'state'),
    atMs: rt.readLong(raw.atMs, 'swarm.v1.TaskStatus', 'atMs'),
    message: raw.message,
    error: raw.error,
    container: raw.container == null ? undefined : containerStatusFromRaw(raw.container),
    ports: raw.ports.map((item) => portSpecFromRaw(item)),
    runningSinceMs: raw.runningSinceMs == null ? undefined : rt.readLong(raw.runningSinceMs, 'swarm.v1.TaskStatus', 'runningSinceMs'),
    storedAtMs: raw.storedAtMs == null ? undefined : rt.readLong(raw.storedAtMs, 'swarm.v1.TaskStatus', 'storedAtMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function taskStatusToRaw(value: TaskStatus): TaskStatusRaw {
  return {
    state: taskStateToRaw(value.state, 'swarm.v1.TaskStatus', 'state'),
    atMs: rt.writeInt64(value.atMs, 'swarm.v1.TaskStatus', 'atMs'),
    message: value.message,
    error: value.error,
    container: value.container === undefined ? undefined : containerStatusToRaw(value.container),
    ports: value.ports.map((item) => portSpecToRaw(item)),
    runningSinceMs: value.runningSinceMs === undefined ? undefined : rt.writeInt64(value.runningSinceMs, 'swarm.v1.TaskStatus', 'runningSinceMs'),
    storedAtMs: value.storedAtMs === undefined ? undefined : rt.writeInt64(value.storedAtMs, 'swarm.v1.TaskStatus', 'storedAtMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const TaskStatusCodec: rt.MessageCodec<TaskStatus, TaskStatusInput> = {
  name: 'swarm.v1.TaskStatus',
  encode: (value) => rt.encodeMessage(TaskStatusStatic, taskStatusToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.TaskStatus', TaskStatusStatic, bytes, taskStatusFromRaw),
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

export function containerStatusFromRaw(raw: ContainerStatusRaw): ContainerStatus {
  const value: ContainerStatus = {
    containerId: raw.containerId,
    pid: raw.pid,
    exitCode: raw.exitCode ?? undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function containerStatusToRaw(value: ContainerStatus): ContainerStatusRaw {
  return {
    containerId: value.containerId,
    pid: rt.writeUint32(value.pid, 'swarm.v1.ContainerStatus', 'pid'),
    exitCode: value.exitCode === undefined ? undefined : rt.writeInt32(value.exitCode, 'swarm.v1.ContainerStatus', 'exitCode'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ContainerStatusCodec: rt.MessageCodec<ContainerStatus, ContainerStatusInput> = {
  name: 'swarm.v1.ContainerStatus',
  encode: (value) => rt.encodeMessage(ContainerStatusStatic, containerStatusToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ContainerStatus', ContainerStatusStatic, bytes, containerStatusFromRaw),
  create: containerStatusCreate,
};
