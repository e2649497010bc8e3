/**
 * From an assigned task to the engine's create request. Pure: same task in, same request out.
 * Every container, and every volume made with it, carries the familiar com.docker.swarm.* labels and the
 * ownership labels of this program; only what carries the latter may ever be touched.
 */
import { invariant } from '../../../../proto/base/invariant.js';
import { SwarmError } from '../../../../proto/base/errors.js';
import type { TaskNetwork } from '../../../network/rules/task-network.js';
import type { AssignedTask } from '../../../../proto/gen/dispatcher.js';
import type { ContainerSpec, HealthCheck, Mount, PortSpec, TaskSpec } from '../../../../proto/gen/objects.js';
import { type NetworkingRequest, networkingRequest } from './container-networks.js';

/** Whose containers these are. */
export interface Owner {
  readonly clusterId: string;
  readonly nodeId: string;
}

export const CLUSTER_LABEL = 'io.swarmd.cluster.id';
export const NODE_LABEL = 'io.swarmd.node.id';
export const TASK_ID_LABEL = 'com.docker.swarm.task.id';
export const TASK_NAME_LABEL = 'com.docker.swarm.task.name';

type Labels = Record<string, string>;

/** The part of the engine's create request that this program writes. */
export interface ContainerRequest extends Partial<NetworkingRequest> {
  name: string;
  Image: string;
  Env: string[];
  Labels: Labels;
  Hostname?: string;
  User?: string;
  WorkingDir?: string;
  Entrypoint?: string[];
  Cmd?: string[];
  Tty: boolean;
  OpenStdin: boolean;
  StopSignal?: string;
  StopTimeout?: number;
  ExposedPorts: Record<string, object>;
  Healthcheck?: HealthRequest;
  HostConfig: HostRequest;
}

export interface HealthRequest {
  Test?: string[];
  Interval?: number;
  Timeout?: number;
  Retries?: number;
  StartPeriod?: number;
  StartInterval?: number;
}

export interface PortBinding {
  HostIp: string;
  HostPort: string;
}

export interface HostRequest {
  NetworkMode?: string;
  PortBindings: Record<string, PortBinding[]>;
  Mounts: MountRequest[];
  RestartPolicy: { Name: 'no' };
  ReadonlyRootfs: boolean;
  Init?: boolean;
  GroupAdd: string[];
  CapAdd: string[];
  CapDrop: string[];
  Dns: string[];
  DnsSearch: string[];
  DnsOptions: string[];
  ExtraHosts: string[];
  Sysctls: Record<string, string>;
  Ulimits: { Name: string; Soft: number; Hard: number }[];
  NanoCpus?: number;
  Memory?: number;
  MemoryReservation?: number;
  PidsLimit?: number;
  LogConfig?: { Type: string; Config: Record<string, string> };
}

export interface MountRequest {
  Type: 'bind' | 'volume' | 'tmpfs';
  Source: string;
  Target: string;
  ReadOnly: boolean;
  BindOptions?: { Propagation: string };
  VolumeOptions?: {
    NoCopy: boolean;
    Labels: Labels;
    DriverConfig: { Name: string; Options: Record<string, string> };
  };
  TmpfsOptions?: { SizeBytes?: number; Mode?: number };
}

export function ownerLabels(owner: Owner): Labels {
  return { [CLUSTER_LABEL]: owner.clusterId, [NODE_LABEL]: owner.nodeId };
}

/** The label filter under which the engine lists only what is ours. */
export function ownerFilter(owner: Owner): string[] {
  return Object.entries(ownerLabels(owner)).map(([key, value]) => `${key}=${value}`);
}

/**
 * Whether a container is ours. The name must match too: an image committed from a task's container
 * hands its labels on to whatever somebody runs from it.
 */
export function isOwned(owner: Owner, name: string, labels: Readonly<Labels>): boolean {
  return (
    labels[CLUSTER_LABEL] === owner.clusterId &&
    labels[NODE_LABEL] === owner.nodeId &&
    labels[TASK_ID_LABEL] !== undefined &&
    labels[TASK_NAME_LABEL] === name.replace(/^\//, '')
  );
}

/** The reference as the engine must be asked for it: without a tag it would fetch every tag there is. */
export function imageToPull(image: string): string {
  if (image.includes('@')) return image;
  const lastPart = image.slice(image.lastIndexOf('/') + 1);
  return lastPart.includes(':') ? image : `${image}:latest`;
}

export function containerOf(task: AssignedTask): ContainerSpec {
  const container = task.spec?.container;
  if (container !== undefined) return container;
  throw new SwarmError('runtime.failed', { what: task.taskName, reason: 'it does not say what to run' });
}

/** `isFull`: the engine connects several networks at once (container-networks.ts). */
export function containerRequest(
  task: AssignedTask,
  networks: readonly TaskNetwork[],
  owner: Owner,
  isFull: boolean,
): ContainerRequest {
  const spec = containerOf(task);
  const hostPorts = task.ports.filter((port) => port.publishMode === 'host');
  return {
    name: task.taskName,
    Image: spec.image,
    Env: [...spec.env, ...genericEnvironment(task.generic)],
    Labels: taskLabels(task, spec, owner),
    ...(spec.hostname === '' ? {} : { Hostname: spec.hostname }),
    ...(spec.user === '' ? {} : { User: spec.user }),
    ...(spec.workingDir === '' ? {} : { WorkingDir: spec.workingDir }),
    ...(spec.command.length === 0 ? {} : { Entrypoint: [...spec.command] }),
    ...(spec.args.length === 0 ? {} : { Cmd: [...spec.args] }),
    Tty: spec.tty,
    OpenStdin: spec.openStdin,
    ...(spec.stopSignal === '' ? {} : { StopSignal: spec.stopSignal }),
    ...(spec.stopGracePeriodMs === undefined ? {} : { StopTimeout: graceSeconds(spec.stopGracePeriodMs) }),
    ExposedPorts: Object.fromEntries(hostPorts.map((port) => [portKey(port), {}])),
    ...(spec.healthCheck === undefined ? {} : { Healthcheck: healthRequest(spec.healthCheck) }),
    HostConfig: { ...hostRequest(task, spec, hostPorts, owner), ...networkMode(networks) },
    ...(networks.length === 0 ? {} : networkingRequest(networks, isFull)),
  };
}

/** On the first of its networks, whose gateway answers for names; on the engine's own where it has none. */
function networkMode([first]: readonly TaskNetwork[]): Partial<HostRequest> {
  return first === undefined ? {} : { NetworkMode: first.engineId, Dns: [first.gateway] };
}

/** What the task was given of generic resources: the units by name, or how many. */
function genericEnvironment(generic: AssignedTask['generic']): readonly string[] {
  return generic.map(({ kind, count, values }) => {
    const given = values.length > 0 ? values.join(',') : String(count);
    return `DOCKER_RESOURCE_${kind.toUpperCase()}=${given}`;
  });
}

/** The engine takes whole seconds; a shorter grace must not become none. */
export function graceSeconds(graceMs: number): number {
  return Math.ceil(graceMs / 1000);
}

export function portKey(port: PortSpec): string {
  return `${port.targetPort}/${port.protocol}`;
}

function taskLabels(task: AssignedTask, spec: ContainerSpec, owner: Owner): Labels {
  return {
    ...spec.labels,
    'com.docker.swarm.task': '',
    [TASK_ID_LABEL]: task.taskId,
    [TASK_NAME_LABEL]: task.taskName,
    'com.docker.swarm.node.id': owner.nodeId,
    'com.docker.swarm.service.id': task.serviceId,
    'com.docker.swarm.service.name': task.serviceName,
    ...ownerLabels(owner),
  };
}

function hostRequest(
  task: AssignedTask,
  spec: ContainerSpec,
  hostPorts: readonly PortSpec[],
  owner: Owner,
): HostRequest {
  return {
    PortBindings: portBindings(hostPorts),
    Mounts: spec.mounts.map((mount) => mountRequest(mount, owner)),
    // Restarting is the orchestrator's decision: the engine must not run a task twice.
    RestartPolicy: { Name: 'no' },
    ReadonlyRootfs: spec.readOnly,
    ...(spec.init === undefined ? {} : { Init: spec.init }),
    GroupAdd: [...spec.groups],
    CapAdd: [...spec.capabilityAdd],
    CapDrop: [...spec.capabilityDrop],
    Dns: [...spec.dnsServers],
    DnsSearch: [...spec.dnsSearch],
    DnsOptions: [...spec.dnsOptions],
    ExtraHosts: spec.hosts.flatMap(extraHosts),
    Sysctls: { ...spec.sysctls },
    Ulimits: spec.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })),
    ...resourceLimits(task.spec),
    ...(task.spec?.logDriver === undefined
      ? {}
      : { LogConfig: { Type: task.spec.logDriver.name, Config: { ...task.spec.logDriver.options } } }),
  };
}

function resourceLimits(spec: TaskSpec | undefined): Partial<HostRequest> {
  const limits = spec?.resources?.limits;
  const reserved = spec?.resources?.reservations;
  return {
    ...(isSet(limits?.nanoCpus) ? { NanoCpus: limits.nanoCpus } : {}),
    ...(isSet(limits?.memoryBytes) ? { Memory: limits.memoryBytes } : {}),
    ...(isSet(reserved?.memoryBytes) ? { MemoryReservation: reserved.memoryBytes } : {}),
    ...(isSet(limits?.pids) ? { PidsLimit: limits.pids } : {}),
  };
}

function portBindings(ports: readonly PortSpec[]): Record<string, PortBinding[]> {
  const bindings: Record<string, PortBinding[]> = {};
  for (const port of ports) {
    const hostPort = port.publishedPort === 0 ? '' : String(port.publishedPort);
    (bindings[portKey(port)] ??= []).push({ HostIp: port.hostIp, HostPort: hostPort });
  }
  return bindings;
}

function mountRequest(mount: Mount, owner: Owner): MountRequest {
  const { type, source: Source, target: Target, readOnly: ReadOnly } = mount;
  invariant(type !== 'cluster', 'no node is given a task with a volume of the cluster');
  const common = { Type: type, Source, Target, ReadOnly };
  switch (type) {
    case 'bind':
      return mount.bindPropagation === ''
        ? common
        : { ...common, BindOptions: { Propagation: mount.bindPropagation } };
    case 'volume':
      return {
        ...common,
        VolumeOptions: {
          NoCopy: mount.volumeNoCopy,
          Labels: { ...mount.volumeLabels, ...ownerLabels(owner) },
          DriverConfig: { Name: mount.volumeDriver, Options: { ...mount.volumeOptions } },
        },
      };
    case 'tmpfs':
      return {
        ...common,
        TmpfsOptions: {
          ...(isSet(mount.tmpfsSizeBytes) ? { SizeBytes: mount.tmpfsSizeBytes } : {}),
          ...(isSet(mount.tmpfsMode) ? { Mode: mount.tmpfsMode } : {}),
        },
      };
  }
}

/** A service keeps lines as in /etc/hosts ("address name …"); the engine wants "name:address". */
function extraHosts(line: string): string[] {
  const [address = '', ...names] = line.trim().split(/\s+/);
  return names.length === 0 ? [line] : names.map((name) => `${name}:${address}`);
}

const NANOSECONDS_PER_MS = 1_000_000;

function healthRequest(check: HealthCheck): HealthRequest {
  const duration = (ms: number): number => ms * NANOSECONDS_PER_MS;
  return {
    ...(check.test.length === 0 ? {} : { Test: [...check.test] }),
    ...(isSet(check.intervalMs) ? { Interval: duration(check.intervalMs) } : {}),
    ...(isSet(check.timeoutMs) ? { Timeout: duration(check.timeoutMs) } : {}),
    ...(isSet(check.retries) ? { Retries: check.retries } : {}),
    ...(isSet(check.startPeriodMs) ? { StartPeriod: duration(check.startPeriodMs) } : {}),
    ...(isSet(check.startIntervalMs) ? { StartInterval: duration(check.startIntervalMs) } : {}),
  };
}

function isSet(value: number | undefined): value is number {
  return value !== undefined && value !== 0;
}
