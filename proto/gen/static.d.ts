/**
 * Generated from proto/swarm/v1/*.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import type { StaticType } from './runtime.js';

export interface GetRootCertificateRequestRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetRootCertificateRequestStatic: StaticType<GetRootCertificateRequestRaw>;

export interface GetRootCertificateReplyRaw {
  readonly rootCertificatePem: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetRootCertificateReplyStatic: StaticType<GetRootCertificateReplyRaw>;

export interface IssueCertificateRequestRaw {
  readonly csrPem: string;
  readonly token: string;
  readonly availability: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly autoRemoveAfterMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const IssueCertificateRequestStatic: StaticType<IssueCertificateRequestRaw>;

export interface IssueCertificateReplyRaw {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: number;
  readonly certificatePem: string;
  readonly rootCertificatePem: string;
  readonly managerAddresses: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const IssueCertificateReplyStatic: StaticType<IssueCertificateReplyRaw>;

export interface RenewCertificateRequestRaw {
  readonly csrPem: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RenewCertificateRequestStatic: StaticType<RenewCertificateRequestRaw>;

export interface RenewCertificateReplyRaw {
  readonly role: number;
  readonly certificatePem: string;
  readonly rootCertificatePem: string;
  readonly managerAddresses: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RenewCertificateReplyStatic: StaticType<RenewCertificateReplyRaw>;

export interface MetaRaw {
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly versions: Readonly<Record<string, number>>;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const MetaStatic: StaticType<MetaRaw>;

export interface ClusterRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly spec?: ClusterSpecRaw | null | undefined;
  readonly identity?: ClusterIdentityRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ClusterStatic: StaticType<ClusterRaw>;

export interface ClusterSpecRaw {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly heartbeatPeriodMs: number;
  readonly taskHistoryLimit: number;
  readonly nodeCertificateValidityMs: number;
  readonly placementStrategy: number;
  readonly rebalance: boolean;
  readonly addressPools: readonly string[];
  readonly subnetPrefixBits: number;
  readonly dataPathPort: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ClusterSpecStatic: StaticType<ClusterSpecRaw>;

export interface ClusterIdentityRaw {
  readonly rootCertificatePem: string;
  readonly rootKeyPem: string;
  readonly workerTokenSecret: string;
  readonly managerTokenSecret: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ClusterIdentityStatic: StaticType<ClusterIdentityRaw>;

export interface NodeRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly spec?: NodeSpecRaw | null | undefined;
  readonly identity?: NodeIdentityRaw | null | undefined;
  readonly description?: NodeDescriptionRaw | null | undefined;
  readonly status?: NodeStatusRaw | null | undefined;
  readonly allocation?: NodeAllocationRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeStatic: StaticType<NodeRaw>;

export interface NodeAllocationRaw {
  readonly attachments: readonly NetworkAttachmentRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeAllocationStatic: StaticType<NodeAllocationRaw>;

export interface NodeSpecRaw {
  readonly labels: Readonly<Record<string, string>>;
  readonly role: number;
  readonly availability: number;
  readonly autoRemoveAfterMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeSpecStatic: StaticType<NodeSpecRaw>;

export interface NodeIdentityRaw {
  readonly role: number;
  readonly certificateExpiresAtMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeIdentityStatic: StaticType<NodeIdentityRaw>;

export interface NodeDescriptionRaw {
  readonly hostname: string;
  readonly platform?: PlatformRaw | null | undefined;
  readonly resources?: ResourcesRaw | null | undefined;
  readonly engineVersion: string;
  readonly engineLabels: Readonly<Record<string, string>>;
  readonly runtimeError: string;
  readonly plugins: readonly PluginRaw[];
  readonly networking?: NodeNetworkingRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeDescriptionStatic: StaticType<NodeDescriptionRaw>;

export interface NodeNetworkingRaw {
  readonly dataAddress: string;
  readonly dataMtu: number;
  readonly problem: string;
  readonly routes: readonly string[];
  readonly usedPorts: readonly UsedPortRaw[];
  readonly tunnelKeys: readonly TunnelKeyRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeNetworkingStatic: StaticType<NodeNetworkingRaw>;

export interface UsedPortRaw {
  readonly protocol: number;
  readonly port: number;
  readonly address: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UsedPortStatic: StaticType<UsedPortRaw>;

export interface TunnelKeyRaw {
  readonly publicKey: string;
  readonly port: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TunnelKeyStatic: StaticType<TunnelKeyRaw>;

export interface PluginRaw {
  readonly type: string;
  readonly name: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PluginStatic: StaticType<PluginRaw>;

export interface NodeStatusRaw {
  readonly state: number;
  readonly message: string;
  readonly address: string;
  readonly sinceMs: number;
  readonly managerAddress: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeStatusStatic: StaticType<NodeStatusRaw>;

export interface PlatformRaw {
  readonly architecture: string;
  readonly os: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PlatformStatic: StaticType<PlatformRaw>;

export interface ResourcesRaw {
  readonly nanoCpus: number;
  readonly memoryBytes: number;
  readonly generic: readonly GenericResourceRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ResourcesStatic: StaticType<ResourcesRaw>;

export interface GenericResourceRaw {
  readonly kind: string;
  readonly count: number;
  readonly values: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GenericResourceStatic: StaticType<GenericResourceRaw>;

export interface ServiceRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly spec?: ServiceSpecRaw | null | undefined;
  readonly revision: number;
  readonly desired?: ServiceDesiredRaw | null | undefined;
  readonly previousRevision: number;
  readonly rollout?: RolloutRequestRaw | null | undefined;
  readonly runs?: ServiceRunsRaw | null | undefined;
  readonly allocation?: ServiceAllocationRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceStatic: StaticType<ServiceRaw>;

export interface ServiceAllocationRaw {
  readonly ports: readonly PortSpecRaw[];
  readonly virtualAddresses: readonly NetworkAttachmentRaw[];
  readonly problem: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceAllocationStatic: StaticType<ServiceAllocationRaw>;

export interface ServiceRunsRaw {
  readonly runs: readonly JobRunRaw[];
  readonly lastNumber: number;
  readonly scheduledUntilMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceRunsStatic: StaticType<ServiceRunsRaw>;

export interface JobRunRaw {
  readonly number: number;
  readonly revision: number;
  readonly scheduledAtMs: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly state: number;
  readonly message: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const JobRunStatic: StaticType<JobRunRaw>;

export interface RolloutRequestRaw {
  readonly number: number;
  readonly isRollback: boolean;
  readonly isPaused: boolean;
  readonly stableRevision: number;
  readonly isAutomatic: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RolloutRequestStatic: StaticType<RolloutRequestRaw>;

export interface ServiceRevisionRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly serviceId: string;
  readonly revision: number;
  readonly spec?: ServiceSpecRaw | null | undefined;
  readonly requestId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceRevisionStatic: StaticType<ServiceRevisionRaw>;

export interface PastRequestRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly method: string;
  readonly digest: string;
  readonly objectId: string;
  readonly revision: number;
  readonly previousRevision: number;
  readonly rollout?: RolloutRequestRaw | null | undefined;
  readonly warnings: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PastRequestStatic: StaticType<PastRequestRaw>;

export interface ServiceSpecRaw {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly replicated?: ReplicatedModeRaw | null | undefined;
  readonly global?: GlobalModeRaw | null | undefined;
  readonly replicatedJob?: ReplicatedJobModeRaw | null | undefined;
  readonly globalJob?: GlobalJobModeRaw | null | undefined;
  readonly task?: TaskSpecRaw | null | undefined;
  readonly endpoint?: EndpointSpecRaw | null | undefined;
  readonly update?: UpdateConfigRaw | null | undefined;
  readonly rollback?: UpdateConfigRaw | null | undefined;
  readonly schedule?: ScheduleRaw | null | undefined;
  readonly onNodeDown: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceSpecStatic: StaticType<ServiceSpecRaw>;

export interface ScheduleRaw {
  readonly cron: string;
  readonly timeZone: string;
  readonly concurrency: number;
  readonly startingDeadlineMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ScheduleStatic: StaticType<ScheduleRaw>;

export interface UpdateConfigRaw {
  readonly parallelism: number;
  readonly delayMs: number;
  readonly failureAction: number;
  readonly monitorMs: number;
  readonly maxFailureRatio: number;
  readonly order: number;
  readonly progressDeadlineMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateConfigStatic: StaticType<UpdateConfigRaw>;

export interface ReplicatedModeRaw {
  readonly replicas: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ReplicatedModeStatic: StaticType<ReplicatedModeRaw>;

export interface GlobalModeRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GlobalModeStatic: StaticType<GlobalModeRaw>;

export interface ReplicatedJobModeRaw {
  readonly maxConcurrent: number;
  readonly totalCompletions: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ReplicatedJobModeStatic: StaticType<ReplicatedJobModeRaw>;

export interface GlobalJobModeRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GlobalJobModeStatic: StaticType<GlobalJobModeRaw>;

export interface ServiceDesiredRaw {
  readonly state: number;
  readonly revision: number;
  readonly startedAtMs: number;
  readonly completedAtMs: number;
  readonly message: string;
  readonly number: number;
  readonly slotCount: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceDesiredStatic: StaticType<ServiceDesiredRaw>;

export interface EndpointSpecRaw {
  readonly ports: readonly PortSpecRaw[];
  readonly mode: number;
  readonly drainTimeoutMs?: number | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const EndpointSpecStatic: StaticType<EndpointSpecRaw>;

export interface PortSpecRaw {
  readonly protocol: number;
  readonly targetPort: number;
  readonly publishedPort: number;
  readonly publishMode: number;
  readonly hostIp: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PortSpecStatic: StaticType<PortSpecRaw>;

export interface TaskSpecRaw {
  readonly container?: ContainerSpecRaw | null | undefined;
  readonly resources?: ResourceRequirementsRaw | null | undefined;
  readonly restart?: RestartPolicyRaw | null | undefined;
  readonly placement?: PlacementRaw | null | undefined;
  readonly forceUpdate: number;
  readonly logDriver?: LogDriverRaw | null | undefined;
  readonly networks: readonly NetworkAttachmentConfigRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskSpecStatic: StaticType<TaskSpecRaw>;

export interface NetworkAttachmentConfigRaw {
  readonly networkId: string;
  readonly aliases: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkAttachmentConfigStatic: StaticType<NetworkAttachmentConfigRaw>;

export interface ContainerSpecRaw {
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly hostname: string;
  readonly workingDir: string;
  readonly user: string;
  readonly groups: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly init?: boolean | null | undefined;
  readonly tty: boolean;
  readonly openStdin: boolean;
  readonly readOnly: boolean;
  readonly stopSignal: string;
  readonly stopGracePeriodMs?: number | null | undefined;
  readonly mounts: readonly MountRaw[];
  readonly healthCheck?: HealthCheckRaw | null | undefined;
  readonly hosts: readonly string[];
  readonly dnsServers: readonly string[];
  readonly dnsSearch: readonly string[];
  readonly dnsOptions: readonly string[];
  readonly capabilityAdd: readonly string[];
  readonly capabilityDrop: readonly string[];
  readonly sysctls: Readonly<Record<string, string>>;
  readonly ulimits: readonly UlimitRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ContainerSpecStatic: StaticType<ContainerSpecRaw>;

export interface MountRaw {
  readonly type: number;
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
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const MountStatic: StaticType<MountRaw>;

export interface HealthCheckRaw {
  readonly test: readonly string[];
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly startPeriodMs: number;
  readonly startIntervalMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const HealthCheckStatic: StaticType<HealthCheckRaw>;

export interface UlimitRaw {
  readonly name: string;
  readonly soft: number;
  readonly hard: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UlimitStatic: StaticType<UlimitRaw>;

export interface LogDriverRaw {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogDriverStatic: StaticType<LogDriverRaw>;

export interface ResourceRequirementsRaw {
  readonly limits?: ResourceLimitsRaw | null | undefined;
  readonly reservations?: ResourcesRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ResourceRequirementsStatic: StaticType<ResourceRequirementsRaw>;

export interface ResourceLimitsRaw {
  readonly nanoCpus: number;
  readonly memoryBytes: number;
  readonly pids: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ResourceLimitsStatic: StaticType<ResourceLimitsRaw>;

export interface RestartPolicyRaw {
  readonly condition: number;
  readonly delayMs: number;
  readonly maxAttempts: number;
  readonly windowMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RestartPolicyStatic: StaticType<RestartPolicyRaw>;

export interface PlacementRaw {
  readonly constraints: readonly string[];
  readonly platforms: readonly PlatformRaw[];
  readonly maxReplicasPerNode: number;
  readonly preferences: readonly PlacementPreferenceRaw[];
  readonly strategy: number;
  readonly apartFrom: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PlacementStatic: StaticType<PlacementRaw>;

export interface PlacementPreferenceRaw {
  readonly spread?: string | null | undefined;
  readonly prefer?: string | null | undefined;
  readonly near?: string | null | undefined;
  readonly apart?: string | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PlacementPreferenceStatic: StaticType<PlacementPreferenceRaw>;

export interface TaskRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly serviceId: string;
  readonly slot: number;
  readonly revision: number;
  readonly desired?: TaskDesiredRaw | null | undefined;
  readonly placement?: TaskPlacementRaw | null | undefined;
  readonly status?: TaskStatusRaw | null | undefined;
  readonly run: number;
  readonly allocation?: TaskAllocationRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskStatic: StaticType<TaskRaw>;

export interface TaskAllocationRaw {
  readonly attachments: readonly NetworkAttachmentRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskAllocationStatic: StaticType<TaskAllocationRaw>;

export interface NetworkAttachmentRaw {
  readonly networkId: string;
  readonly address: string;
  readonly address6: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkAttachmentStatic: StaticType<NetworkAttachmentRaw>;

export interface NetworkRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly spec?: NetworkSpecRaw | null | undefined;
  readonly allocation?: NetworkAllocationRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkStatic: StaticType<NetworkRaw>;

export interface NetworkSpecRaw {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly driverOptions: Readonly<Record<string, string>>;
  readonly subnets: readonly SubnetSpecRaw[];
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly ipv6: boolean;
  readonly encrypted: boolean;
  readonly mtu: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkSpecStatic: StaticType<NetworkSpecRaw>;

export interface SubnetSpecRaw {
  readonly subnet: string;
  readonly range: string;
  readonly gateway: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const SubnetSpecStatic: StaticType<SubnetSpecRaw>;

export interface NetworkAllocationRaw {
  readonly subnets: readonly SubnetSpecRaw[];
  readonly vxlanId: number;
  readonly problem: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkAllocationStatic: StaticType<NetworkAllocationRaw>;

export interface TaskDesiredRaw {
  readonly state: number;
  readonly leaving?: LeavingRaw | null | undefined;
  readonly start?: StartConditionRaw | null | undefined;
  readonly restarts?: RestartRecordRaw | null | undefined;
  readonly rollout?: RolloutPartRaw | null | undefined;
  readonly move?: TaskMoveRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskDesiredStatic: StaticType<TaskDesiredRaw>;

export interface TaskMoveRaw {
  readonly replacesTaskId: string;
  readonly reason: string;
  readonly sinceMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskMoveStatic: StaticType<TaskMoveRaw>;

export interface RolloutPartRaw {
  readonly number: number;
  readonly sinceMs: number;
  readonly replacesTaskId: string;
  readonly lateAtMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RolloutPartStatic: StaticType<RolloutPartRaw>;

export interface LeavingRaw {
  readonly sinceMs: number;
  readonly reason: string;
  readonly end: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LeavingStatic: StaticType<LeavingRaw>;

export interface StartConditionRaw {
  readonly notBeforeMs: number;
  readonly afterTaskId: string;
  readonly waitUntilMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const StartConditionStatic: StaticType<StartConditionRaw>;

export interface RestartRecordRaw {
  readonly total: number;
  readonly atMs: readonly number[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RestartRecordStatic: StaticType<RestartRecordRaw>;

export interface TaskPlacementRaw {
  readonly nodeId: string;
  readonly generic: readonly GenericResourceRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskPlacementStatic: StaticType<TaskPlacementRaw>;

export interface TaskStatusRaw {
  readonly state: number;
  readonly atMs: number;
  readonly message: string;
  readonly error: string;
  readonly container?: ContainerStatusRaw | null | undefined;
  readonly ports: readonly PortSpecRaw[];
  readonly runningSinceMs?: number | null | undefined;
  readonly storedAtMs?: number | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskStatusStatic: StaticType<TaskStatusRaw>;

export interface ContainerStatusRaw {
  readonly containerId: string;
  readonly pid: number;
  readonly exitCode?: number | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ContainerStatusStatic: StaticType<ContainerStatusRaw>;

export interface GetClusterRequestRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetClusterRequestStatic: StaticType<GetClusterRequestRaw>;

export interface GetClusterReplyRaw {
  readonly id: string;
  readonly meta?: MetaRaw | null | undefined;
  readonly spec?: ClusterSpecRaw | null | undefined;
  readonly nodeId: string;
  readonly version: string;
  readonly managerAddresses: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetClusterReplyStatic: StaticType<GetClusterReplyRaw>;

export interface UpdateClusterRequestRaw {
  readonly version: number;
  readonly spec?: ClusterSpecRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateClusterRequestStatic: StaticType<UpdateClusterRequestRaw>;

export interface UpdateClusterReplyRaw {
  readonly meta?: MetaRaw | null | undefined;
  readonly spec?: ClusterSpecRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateClusterReplyStatic: StaticType<UpdateClusterReplyRaw>;

export interface GetJoinTokenRequestRaw {
  readonly role: number;
  readonly rotate: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetJoinTokenRequestStatic: StaticType<GetJoinTokenRequestRaw>;

export interface GetJoinTokenReplyRaw {
  readonly token: string;
  readonly managerAddresses: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetJoinTokenReplyStatic: StaticType<GetJoinTokenReplyRaw>;

export interface ListNodesRequestRaw {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly labels: readonly string[];
  readonly engineLabels: readonly string[];
  readonly memberships: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListNodesRequestStatic: StaticType<ListNodesRequestRaw>;

export interface ManagerStatusRaw {
  readonly leader: boolean;
  readonly reachable: boolean;
  readonly address: string;
  readonly voter: boolean;
  readonly reachabilityUnknown: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ManagerStatusStatic: StaticType<ManagerStatusRaw>;

export interface NodeEntryRaw {
  readonly node?: NodeRaw | null | undefined;
  readonly manager?: ManagerStatusRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeEntryStatic: StaticType<NodeEntryRaw>;

export interface ListNodesReplyRaw {
  readonly nodes: readonly NodeEntryRaw[];
  readonly selfNodeId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListNodesReplyStatic: StaticType<ListNodesReplyRaw>;

export interface GetNodeRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetNodeRequestStatic: StaticType<GetNodeRequestRaw>;

export interface GetNodeReplyRaw {
  readonly entry?: NodeEntryRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetNodeReplyStatic: StaticType<GetNodeReplyRaw>;

export interface UpdateNodeRequestRaw {
  readonly nodeId: string;
  readonly version: number;
  readonly spec?: NodeSpecRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateNodeRequestStatic: StaticType<UpdateNodeRequestRaw>;

export interface UpdateNodeReplyRaw {
  readonly node?: NodeRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateNodeReplyStatic: StaticType<UpdateNodeReplyRaw>;

export interface RemoveNodeRequestRaw {
  readonly ref: string;
  readonly force: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RemoveNodeRequestStatic: StaticType<RemoveNodeRequestRaw>;

export interface RemoveNodeReplyRaw {
  readonly nodeId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RemoveNodeReplyStatic: StaticType<RemoveNodeReplyRaw>;

export interface CreateServiceRequestRaw {
  readonly spec?: ServiceSpecRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const CreateServiceRequestStatic: StaticType<CreateServiceRequestRaw>;

export interface CreateServiceReplyRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly warnings: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const CreateServiceReplyStatic: StaticType<CreateServiceReplyRaw>;

export interface ListServicesRequestRaw {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly modes: readonly string[];
  readonly labels: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListServicesRequestStatic: StaticType<ListServicesRequestRaw>;

export interface ServiceEntryRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly desiredTasks: number;
  readonly runningTasks: number;
  readonly completedTasks: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceEntryStatic: StaticType<ServiceEntryRaw>;

export interface ListServicesReplyRaw {
  readonly services: readonly ServiceEntryRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListServicesReplyStatic: StaticType<ListServicesReplyRaw>;

export interface GetServiceRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetServiceRequestStatic: StaticType<GetServiceRequestRaw>;

export interface GetServiceReplyRaw {
  readonly entry?: ServiceEntryRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetServiceReplyStatic: StaticType<GetServiceReplyRaw>;

export interface UpdateServiceRequestRaw {
  readonly serviceId: string;
  readonly version: number;
  readonly spec?: ServiceSpecRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateServiceRequestStatic: StaticType<UpdateServiceRequestRaw>;

export interface UpdateServiceReplyRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly warnings: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const UpdateServiceReplyStatic: StaticType<UpdateServiceReplyRaw>;

export interface ChangeRolloutRequestRaw {
  readonly ref: string;
  readonly action: number;
  readonly toRevision: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ChangeRolloutRequestStatic: StaticType<ChangeRolloutRequestRaw>;

export interface ChangeRolloutReplyRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly warnings: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ChangeRolloutReplyStatic: StaticType<ChangeRolloutReplyRaw>;

export interface ListRevisionsRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListRevisionsRequestStatic: StaticType<ListRevisionsRequestRaw>;

export interface ListRevisionsReplyRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly revisions: readonly ServiceRevisionRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListRevisionsReplyStatic: StaticType<ListRevisionsReplyRaw>;

export interface ExplainPlacementRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ExplainPlacementRequestStatic: StaticType<ExplainPlacementRequestRaw>;

export interface NodeVerdictRaw {
  readonly nodeId: string;
  readonly hostname: string;
  readonly filters: readonly string[];
  readonly reasons: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeVerdictStatic: StaticType<NodeVerdictRaw>;

export interface PendingTasksRaw {
  readonly tasks: readonly TaskEntryRaw[];
  readonly error: string;
  readonly nodes: readonly NodeVerdictRaw[];
  readonly taskCount: number;
  readonly nodeCount: number;
  readonly isUnknown: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PendingTasksStatic: StaticType<PendingTasksRaw>;

export interface RecentChangeRaw {
  readonly atMs: number;
  readonly text: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RecentChangeStatic: StaticType<RecentChangeRaw>;

export interface ExplainPlacementReplyRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly pending: readonly PendingTasksRaw[];
  readonly troubled: readonly TaskEntryRaw[];
  readonly changes: readonly RecentChangeRaw[];
  readonly pendingCount: number;
  readonly troubledCount: number;
  readonly runningCount: number;
  readonly desiredCount: number;
  readonly excluded: readonly NodeVerdictRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ExplainPlacementReplyStatic: StaticType<ExplainPlacementReplyRaw>;

export interface RemoveServiceRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RemoveServiceRequestStatic: StaticType<RemoveServiceRequestRaw>;

export interface RemoveServiceReplyRaw {
  readonly serviceId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RemoveServiceReplyStatic: StaticType<RemoveServiceReplyRaw>;

export interface CreateNetworkRequestRaw {
  readonly spec?: NetworkSpecRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const CreateNetworkRequestStatic: StaticType<CreateNetworkRequestRaw>;

export interface CreateNetworkReplyRaw {
  readonly network?: NetworkRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const CreateNetworkReplyStatic: StaticType<CreateNetworkReplyRaw>;

export interface ListNetworksRequestRaw {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListNetworksRequestStatic: StaticType<ListNetworksRequestRaw>;

export interface ListNetworksReplyRaw {
  readonly networks: readonly NetworkRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListNetworksReplyStatic: StaticType<ListNetworksReplyRaw>;

export interface GetNetworkRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetNetworkRequestStatic: StaticType<GetNetworkRequestRaw>;

export interface NetworkUserRaw {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly address6: string;
  readonly serviceId: string;
  readonly nodeId: string;
  readonly nodeHostname: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkUserStatic: StaticType<NetworkUserRaw>;

export interface GetNetworkReplyRaw {
  readonly network?: NetworkRaw | null | undefined;
  readonly services: readonly NetworkUserRaw[];
  readonly tasks: readonly NetworkUserRaw[];
  readonly taskCount: number;
  readonly nodes: readonly NetworkUserRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetNetworkReplyStatic: StaticType<GetNetworkReplyRaw>;

export interface RemoveNetworkRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RemoveNetworkRequestStatic: StaticType<RemoveNetworkRequestRaw>;

export interface RemoveNetworkReplyRaw {
  readonly networkId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RemoveNetworkReplyStatic: StaticType<RemoveNetworkReplyRaw>;

export interface ExamineNetworksRequestRaw {
  readonly nodeRefs: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ExamineNetworksRequestStatic: StaticType<ExamineNetworksRequestRaw>;

export interface ExamineNetworksReplyRaw {
  readonly nodes: readonly NodeExaminationRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ExamineNetworksReplyStatic: StaticType<ExamineNetworksReplyRaw>;

export interface NodeExaminationRaw {
  readonly nodeId: string;
  readonly hostname: string;
  readonly report?: NetworkReportRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeExaminationStatic: StaticType<NodeExaminationRaw>;

export interface TaskEntryRaw {
  readonly task?: TaskRaw | null | undefined;
  readonly name: string;
  readonly serviceName: string;
  readonly nodeHostname: string;
  readonly spec?: TaskSpecRaw | null | undefined;
  readonly awaitsNode: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskEntryStatic: StaticType<TaskEntryRaw>;

export interface ServiceProgressRaw {
  readonly service?: ServiceRaw | null | undefined;
  readonly tasks: readonly TaskEntryRaw[];
  readonly downNodeIds: readonly string[];
  readonly desiredTasks: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ServiceProgressStatic: StaticType<ServiceProgressRaw>;

export interface ListTasksRequestRaw {
  readonly serviceRefs: readonly string[];
  readonly nodeRefs: readonly string[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly desiredStates: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListTasksRequestStatic: StaticType<ListTasksRequestRaw>;

export interface ListTasksReplyRaw {
  readonly tasks: readonly TaskEntryRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ListTasksReplyStatic: StaticType<ListTasksReplyRaw>;

export interface GetTaskRequestRaw {
  readonly ref: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetTaskRequestStatic: StaticType<GetTaskRequestRaw>;

export interface GetTaskReplyRaw {
  readonly entry?: TaskEntryRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetTaskReplyStatic: StaticType<GetTaskReplyRaw>;

export interface LogsRequestRaw {
  readonly ref: string;
  readonly options?: LogOptionsRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogsRequestStatic: StaticType<LogsRequestRaw>;

export interface LogsReplyRaw {
  readonly lines: readonly LogLineRaw[];
  readonly tasks: readonly TaskEntryRaw[];
  readonly missing: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogsReplyStatic: StaticType<LogsReplyRaw>;

export interface WatchEventsRequestRaw {
  readonly types: readonly string[];
  readonly actions: readonly string[];
  readonly services: readonly string[];
  readonly nodes: readonly string[];
  readonly tasks: readonly string[];
  readonly networks: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const WatchEventsRequestStatic: StaticType<WatchEventsRequestRaw>;

export interface ClusterEventRaw {
  readonly atMs: number;
  readonly type: string;
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ClusterEventStatic: StaticType<ClusterEventRaw>;

export interface WatchEventsReplyRaw {
  readonly events: readonly ClusterEventRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const WatchEventsReplyStatic: StaticType<WatchEventsReplyRaw>;

export interface GetBackupRequestRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetBackupRequestStatic: StaticType<GetBackupRequestRaw>;

export interface GetBackupReplyRaw {
  readonly piece: Uint8Array;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GetBackupReplyStatic: StaticType<GetBackupReplyRaw>;

export interface AgentMessageRaw {
  readonly register?: RegisterRaw | null | undefined;
  readonly heartbeat?: HeartbeatRaw | null | undefined;
  readonly statuses?: StatusBatchRaw | null | undefined;
  readonly description?: NodeDescriptionRaw | null | undefined;
  readonly networkApplied?: NetworkAppliedRaw | null | undefined;
  readonly networkReport?: NetworkReportRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const AgentMessageStatic: StaticType<AgentMessageRaw>;

export interface RegisterRaw {
  readonly format: number;
  readonly description?: NodeDescriptionRaw | null | undefined;
  readonly managerAddress: string;
  readonly recoveryEpoch: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RegisterStatic: StaticType<RegisterRaw>;

export interface HeartbeatRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const HeartbeatStatic: StaticType<HeartbeatRaw>;

export interface StatusBatchRaw {
  readonly sequence: number;
  readonly reports: readonly TaskReportRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const StatusBatchStatic: StaticType<StatusBatchRaw>;

export interface TaskReportRaw {
  readonly taskId: string;
  readonly status?: TaskStatusRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const TaskReportStatic: StaticType<TaskReportRaw>;

export interface ManagerMessageRaw {
  readonly registered?: RegisteredRaw | null | undefined;
  readonly assignments?: AssignmentsRaw | null | undefined;
  readonly ack?: StatusAckRaw | null | undefined;
  readonly node?: NodeChangeRaw | null | undefined;
  readonly logRequest?: LogRequestRaw | null | undefined;
  readonly logCancel?: LogCancelRaw | null | undefined;
  readonly networkChanges?: NetworkChangesRaw | null | undefined;
  readonly networkExamination?: NetworkExaminationRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ManagerMessageStatic: StaticType<ManagerMessageRaw>;

export interface RegisteredRaw {
  readonly sessionId: string;
  readonly heartbeatPeriodMs: number;
  readonly recoveryEpoch: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const RegisteredStatic: StaticType<RegisteredRaw>;

export interface NodeChangeRaw {
  readonly node?: NodeRaw | null | undefined;
  readonly managerAddresses: readonly string[];
  readonly heartbeatPeriodMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NodeChangeStatic: StaticType<NodeChangeRaw>;

export interface AssignmentsRaw {
  readonly complete: boolean;
  readonly sequence: number;
  readonly update: readonly AssignedTaskRaw[];
  readonly removeTaskIds: readonly string[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const AssignmentsStatic: StaticType<AssignmentsRaw>;

export interface AssignedTaskRaw {
  readonly taskId: string;
  readonly taskName: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly serviceLabels: Readonly<Record<string, string>>;
  readonly slot: number;
  readonly desired: number;
  readonly spec?: TaskSpecRaw | null | undefined;
  readonly ports: readonly PortSpecRaw[];
  readonly requestId: string;
  readonly generic: readonly GenericResourceRaw[];
  readonly attachments: readonly NetworkAttachmentRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const AssignedTaskStatic: StaticType<AssignedTaskRaw>;

export interface NetworkChangesRaw {
  readonly complete: boolean;
  readonly sequence: number;
  readonly networks: readonly OverlayNetworkRaw[];
  readonly peers: readonly OverlayPeerRaw[];
  readonly endpoints: readonly OverlayEndpointRaw[];
  readonly services: readonly OverlayServiceRaw[];
  readonly removedNetworks: readonly string[];
  readonly removedPeers: readonly string[];
  readonly removedEndpoints: readonly string[];
  readonly removedServices: readonly string[];
  readonly unfinished: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkChangesStatic: StaticType<NetworkChangesRaw>;

export interface NetworkAppliedRaw {
  readonly sequence: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkAppliedStatic: StaticType<NetworkAppliedRaw>;

export interface NetworkExaminationRaw {
  readonly requestId: string;
  readonly leaderNowMs: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkExaminationStatic: StaticType<NetworkExaminationRaw>;

export interface NetworkReportRaw {
  readonly requestId: string;
  readonly faults: readonly NetworkFaultRaw[];
  readonly networkCount: number;
  readonly wayCount: number;
  readonly error: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkReportStatic: StaticType<NetworkReportRaw>;

export interface NetworkFaultRaw {
  readonly check: string;
  readonly fault: string;
  readonly mend: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const NetworkFaultStatic: StaticType<NetworkFaultRaw>;

export interface OverlayNetworkRaw {
  readonly networkId: string;
  readonly name: string;
  readonly vxlanId: number;
  readonly dataPathPort: number;
  readonly subnet: string;
  readonly subnet6: string;
  readonly gateway: string;
  readonly gateway6: string;
  readonly mtu: number;
  readonly internal: boolean;
  readonly ingress: boolean;
  readonly attachable: boolean;
  readonly encrypted: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const OverlayNetworkStatic: StaticType<OverlayNetworkRaw>;

export interface OverlayPeerRaw {
  readonly nodeId: string;
  readonly dataAddress: string;
  readonly dataMtu: number;
  readonly tunnelKeys: readonly TunnelKeyRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const OverlayPeerStatic: StaticType<OverlayPeerRaw>;

export interface OverlayEndpointRaw {
  readonly networkId: string;
  readonly taskId: string;
  readonly nodeId: string;
  readonly address: string;
  readonly address6: string;
  readonly serviceId: string;
  readonly taskName: string;
  readonly slot: number;
  readonly serving: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const OverlayEndpointStatic: StaticType<OverlayEndpointRaw>;

export interface OverlayServiceRaw {
  readonly networkId: string;
  readonly serviceId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly stack: string;
  readonly mode: number;
  readonly address: string;
  readonly address6: string;
  readonly ports: readonly PortSpecRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const OverlayServiceStatic: StaticType<OverlayServiceRaw>;

export interface StatusAckRaw {
  readonly sequence: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const StatusAckStatic: StaticType<StatusAckRaw>;

export interface LogRequestRaw {
  readonly requestId: string;
  readonly taskIds: readonly string[];
  readonly options?: LogOptionsRaw | null | undefined;
  readonly userRequestId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogRequestStatic: StaticType<LogRequestRaw>;

export interface LogCancelRaw {
  readonly requestId: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogCancelStatic: StaticType<LogCancelRaw>;

export interface LogOptionsRaw {
  readonly follow: boolean;
  readonly tail: number;
  readonly sinceMs: number;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogOptionsStatic: StaticType<LogOptionsRaw>;

export interface LogLineRaw {
  readonly taskId: string;
  readonly nodeId: string;
  readonly stream: number;
  readonly atMs: number;
  readonly data: Uint8Array;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogLineStatic: StaticType<LogLineRaw>;

export interface LogChunkRaw {
  readonly requestId: string;
  readonly lines: readonly LogLineRaw[];
  readonly taskId: string;
  readonly error: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogChunkStatic: StaticType<LogChunkRaw>;

export interface PublishLogsReplyRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PublishLogsReplyStatic: StaticType<PublishLogsReplyRaw>;

export interface ObjectRefRaw {
  readonly table: number;
  readonly id: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ObjectRefStatic: StaticType<ObjectRefRaw>;

export interface StoredObjectRaw {
  readonly cluster?: ClusterRaw | null | undefined;
  readonly node?: NodeRaw | null | undefined;
  readonly service?: ServiceRaw | null | undefined;
  readonly revision?: ServiceRevisionRaw | null | undefined;
  readonly task?: TaskRaw | null | undefined;
  readonly request?: PastRequestRaw | null | undefined;
  readonly network?: NetworkRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const StoredObjectStatic: StaticType<StoredObjectRaw>;

export interface LogEntryRaw {
  readonly format: number;
  readonly atMs: number;
  readonly groups: readonly ChangeGroupRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogEntryStatic: StaticType<LogEntryRaw>;

export interface ChangeGroupRaw {
  readonly checks: readonly CheckRaw[];
  readonly changes: readonly ChangeRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ChangeGroupStatic: StaticType<ChangeGroupRaw>;

export interface CheckRaw {
  readonly object?: ObjectRefRaw | null | undefined;
  readonly version?: GroupVersionRaw | null | undefined;
  readonly exists?: boolean | null | undefined;
  readonly absent?: boolean | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const CheckStatic: StaticType<CheckRaw>;

export interface GroupVersionRaw {
  readonly group: number;
  readonly version: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GroupVersionStatic: StaticType<GroupVersionRaw>;

export interface ChangeRaw {
  readonly create?: StoredObjectRaw | null | undefined;
  readonly update?: GroupUpdateRaw | null | undefined;
  readonly remove?: ObjectRefRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const ChangeStatic: StaticType<ChangeRaw>;

export interface GroupUpdateRaw {
  readonly group: number;
  readonly object?: StoredObjectRaw | null | undefined;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const GroupUpdateStatic: StaticType<GroupUpdateRaw>;

export interface SnapshotHeaderRaw {
  readonly format: number;
  readonly index: number;
  readonly objectCount: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const SnapshotHeaderStatic: StaticType<SnapshotHeaderRaw>;

export interface LocalStatusRequestRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LocalStatusRequestStatic: StaticType<LocalStatusRequestRaw>;

export interface LocalStatusReplyRaw {
  readonly state: number;
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: number;
  readonly controlSocket: string;
  readonly managerAddresses: readonly string[];
  readonly error: string;
  readonly version: string;
  readonly engineVersion: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LocalStatusReplyStatic: StaticType<LocalStatusReplyRaw>;

export interface InitRequestRaw {
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  readonly availability: number;
  readonly spec?: ClusterSpecRaw | null | undefined;
  readonly forceNewCluster: boolean;
  readonly restoreFile: string;
  readonly dataPathAddress: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const InitRequestStatic: StaticType<InitRequestRaw>;

export interface InitReplyRaw {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly workerToken: string;
  readonly advertiseAddress: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const InitReplyStatic: StaticType<InitReplyRaw>;

export interface JoinRequestRaw {
  readonly remoteAddresses: readonly string[];
  readonly token: string;
  readonly availability: number;
  readonly listenAddress: string;
  readonly advertiseAddress: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly autoRemoveAfterMs: number;
  readonly dataPathAddress: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const JoinRequestStatic: StaticType<JoinRequestRaw>;

export interface JoinReplyRaw {
  readonly nodeId: string;
  readonly role: number;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const JoinReplyStatic: StaticType<JoinReplyRaw>;

export interface LeaveRequestRaw {
  readonly force: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LeaveRequestStatic: StaticType<LeaveRequestRaw>;

export interface LeaveReplyRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LeaveReplyStatic: StaticType<LeaveReplyRaw>;

export interface PeerHelloRaw {
  readonly format: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  readonly from: number;
  readonly to: number;
  readonly address: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PeerHelloStatic: StaticType<PeerHelloRaw>;

export interface PeerFrameRaw {
  readonly hello?: PeerHelloRaw | null | undefined;
  readonly messages: Uint8Array;
  readonly moved: readonly LogMemberRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PeerFrameStatic: StaticType<PeerFrameRaw>;

export interface PeerFrameReplyRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const PeerFrameReplyStatic: StaticType<PeerFrameReplyRaw>;

export interface SnapshotFrameRaw {
  readonly hello?: PeerHelloRaw | null | undefined;
  readonly message: Uint8Array;
  readonly piece: Uint8Array;
  readonly complete: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const SnapshotFrameStatic: StaticType<SnapshotFrameRaw>;

export interface SnapshotFrameReplyRaw {
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const SnapshotFrameReplyStatic: StaticType<SnapshotFrameReplyRaw>;

export interface JoinLogRequestRaw {
  readonly address: string;
  readonly isExternal: boolean;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const JoinLogRequestStatic: StaticType<JoinLogRequestRaw>;

export interface JoinLogReplyRaw {
  readonly memberId: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  readonly members: readonly LogMemberRaw[];
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const JoinLogReplyStatic: StaticType<JoinLogReplyRaw>;

export interface LogMemberRaw {
  readonly id: number;
  readonly nodeId: string;
  readonly address: string;
  readonly $unknowns?: readonly Uint8Array[] | undefined;
}
export declare const LogMemberStatic: StaticType<LogMemberRaw>;
