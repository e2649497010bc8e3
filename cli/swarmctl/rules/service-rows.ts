/**
 * Services as rows of `service ls` and as the text of `service inspect --pretty`.
 */
import type { ServiceEntry } from '../../../proto/gen/control.js';
import type {
  ContainerSpec,
  PortSpec,
  ResourceRequirements,
  Service,
  ServiceSpec,
  TaskSpec,
  UpdateConfig,
} from '../../../proto/gen/objects.js';
import { genericText } from '../../../proto/model/generic-resources.js';
import { isIngressPort, needsNetworks } from '../../../proto/model/network.js';
import { preferenceText } from '../../../proto/model/placement.js';
import { formatBytes, formatCpus } from './amounts.js';
import { agoInWords, formatDuration } from './durations.js';
import { labelExtras } from './format.js';
import { attachmentLines, networkName, type Networks, NO_NETWORKS } from './network-names.js';
import { portRangesText } from './port-text.js';
import { block, labelLines, section } from './pretty-text.js';
import { rolloutStatus, rolloutWord } from './rollout-status.js';
import { runLines } from './run-rows.js';
import { capitalized, shortId } from './table.js';
import { withoutDigest } from './task-rows.js';
import { isJob, modeName, slotCountOf } from '../../../proto/model/service-mode.js';

export const SERVICE_KEYS = ['ID', 'Name', 'Mode', 'Replicas', 'Image', 'Ports'];

export interface ServiceRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, string>>;
  readonly extras: Readonly<Record<string, unknown>>;
}

export function serviceRow(entry: ServiceEntry): ServiceRow {
  const { service } = entry;
  const spec = service?.spec;
  const id = service?.id ?? '';
  const most = spec?.task?.placement?.maxReplicasPerNode ?? 0;
  const json = {
    ID: shortId(id),
    Name: spec?.name ?? '',
    Mode: modeName(spec).replace('-', ' '),
    Replicas: `${replicasText(entry)}${most === 0 ? '' : ` (max ${most} per node)`}`,
    Image: withoutDigest(spec?.task?.container?.image ?? ''),
    Ports: portRangesText(portsOf(service).filter(isIngressPort)),
  };
  return { id, cells: Object.values(json), json, extras: labelExtras(spec?.labels ?? {}) };
}

/** Running of wanted, and of a job how many times it was done of how many. */
function replicasText({ service, runningTasks, desiredTasks, completedTasks }: ServiceEntry): string {
  const running = `${runningTasks}/${desiredTasks}`;
  const spec = service?.spec;
  if (!isJob(spec)) return running;
  const total = slotCountOf(spec) ?? desiredTasks + completedTasks;
  return `${running} (${completedTasks}/${total} completed)`;
}

/** The ports that it was given; what was asked for until then. */
function portsOf(service: Service | undefined): readonly PortSpec[] {
  const given = service?.allocation?.ports ?? [];
  return given.length > 0 ? given : (service?.spec?.endpoint?.ports ?? []);
}

export function prettyService(
  { service }: ServiceEntry,
  nowMs: number,
  networks: Networks = NO_NETWORKS,
): readonly string[] {
  const spec = service?.spec;
  return [
    ...section('ID', service?.id),
    ...section('Name', spec?.name),
    ...labelLines('Labels', spec?.labels ?? {}),
    ...modeLines(spec),
    ...section('Revision', service?.revision),
    ...block('UpdateStatus', rolloutLines(service, nowMs)),
    ...runLines(service, nowMs),
    ...placementLines(spec?.task),
    ...section('On Node Down', spec?.onNodeDown === 'wait' ? 'wait for it' : ''),
    ...restartLines(spec?.task),
    ...block('UpdateConfig', updateConfigLines(spec?.update, 'Update')),
    ...block('RollbackConfig', updateConfigLines(spec?.rollback, 'Rollback')),
    ...block('ContainerSpec', containerLines(spec?.task?.container)),
    ...block('Mounts', mountLines(spec?.task?.container)),
    ...block('Resources', resourceLines(spec?.task?.resources)),
    ...block('Healthcheck', healthLines(spec?.task?.container)),
    ...endpointLines(service, networks),
    ...block('Ports', portLines(service)),
  ];
}

function modeLines(spec: ServiceSpec | undefined): readonly string[] {
  const mode = spec?.mode;
  const words = modeName(spec).split('-').map(capitalized).join(' ');
  return [
    ...section('Service Mode', words),
    ...section(' Replicas', mode?.kind === 'replicated' ? String(mode.replicated.replicas) : undefined),
    ...(mode?.kind === 'replicatedJob'
      ? [
          ...section(' Max Concurrent', String(mode.replicatedJob.maxConcurrent)),
          ...section(' Total Completions', String(mode.replicatedJob.totalCompletions)),
        ]
      : []),
  ];
}

function rolloutLines(service: Service | undefined, nowMs: number): readonly string[] {
  const status = rolloutStatus(service);
  if (status === undefined) return [];
  return [
    ...section(' State', rolloutWord(status.state)),
    ...section(' Started', status.startedAtMs && agoInWords(status.startedAtMs, nowMs)),
    ...section(' Completed', status.completedAtMs && agoInWords(status.completedAtMs, nowMs)),
    ...section(' Message', status.message),
  ];
}

function updateConfigLines(config: UpdateConfig | undefined, kind: 'Update' | 'Rollback'): readonly string[] {
  if (config === undefined) return [];
  return [
    ...section(' Parallelism', String(config.parallelism)),
    ...section(' Delay', config.delayMs && formatDuration(config.delayMs)),
    ...section(' On failure', config.failureAction),
    ...section(' Monitoring Period', formatDuration(config.monitorMs)),
    ...section(' Max failure ratio', String(config.maxFailureRatio)),
    ...section(` ${kind} order`, config.order),
    ...section(
      ' Progress deadline',
      config.progressDeadlineMs === 0 ? 'none' : formatDuration(config.progressDeadlineMs),
    ),
  ];
}

function placementLines(task: TaskSpec | undefined): readonly string[] {
  const { maxReplicasPerNode: most, strategy = 'default' } = task?.placement ?? {};
  return block('Placement', [
    ...section(' Constraints', task?.placement?.constraints.join(', ')),
    ...section(' Preferences', task?.placement?.preferences.map(preferenceText).join(', ')),
    ...section(' Apart From', task?.placement?.apartFrom.join(', ')),
    ...section(' Strategy', strategy === 'default' ? undefined : strategy),
    ...section(' Max Replicas Per Node', most),
  ]);
}

function restartLines(task: TaskSpec | undefined): readonly string[] {
  const restart = task?.restart;
  if (restart === undefined) return [];
  return block('RestartPolicy', [
    ...section(' Condition', restart.condition),
    ...section(' Delay', formatDuration(restart.delayMs)),
    ...section(' Max Attempts', restart.maxAttempts),
    ...section(' Window', restart.windowMs && formatDuration(restart.windowMs)),
  ]);
}

function containerLines(container: ContainerSpec | undefined): readonly string[] {
  if (container === undefined) return [];
  return [
    ...section(' Image', container.image),
    ...section(' Entrypoint', container.command.join(' ')),
    ...section(' Args', container.args.join(' ')),
    ...section(' Env', container.env.join(' ')),
    ...section(' Dir', container.workingDir),
    ...section(' User', container.user),
    ...section(' Groups', container.groups.join(' ')),
    ...section(' Hostname', container.hostname),
    ...section(' Init', container.init === undefined ? undefined : String(container.init)),
    ...section(' TTY', container.tty ? 'true' : undefined),
    ...section(' Read Only', container.readOnly ? 'true' : undefined),
    ...section(' Stop Signal', container.stopSignal),
    ...section(
      ' Stop Grace Period',
      container.stopGracePeriodMs === undefined ? undefined : formatDuration(container.stopGracePeriodMs),
    ),
    ...section(' Capabilities Added', container.capabilityAdd.join(' ')),
    ...section(' Capabilities Dropped', container.capabilityDrop.join(' ')),
    ...section(' Hosts', container.hosts.join(', ')),
    ...section(' DNS', [...container.dnsServers, ...container.dnsSearch].join(' ')),
  ];
}

function mountLines(container: ContainerSpec | undefined): readonly string[] {
  return (container?.mounts ?? []).flatMap((mount) => [
    ...section(' Target', mount.target),
    ...section('  Source', mount.source),
    ...section('  ReadOnly', String(mount.readOnly)),
    ...section('  Type', mount.type),
  ]);
}

function resourceLines(resources: ResourceRequirements | undefined): readonly string[] {
  const part = (nanoCpus = 0, memoryBytes = 0, pids = 0): readonly string[] => [
    ...section('  CPU', nanoCpus && formatCpus(nanoCpus)),
    ...section('  Memory', memoryBytes && formatBytes(memoryBytes)),
    ...section('  Pids', pids),
  ];
  const { limits, reservations } = resources ?? {};
  return [
    ...block(' Reservations', [
      ...part(reservations?.nanoCpus, reservations?.memoryBytes),
      ...section('  Generic', genericText(reservations?.generic ?? [])),
    ]),
    ...block(' Limits', part(limits?.nanoCpus, limits?.memoryBytes, limits?.pids)),
  ];
}

function healthLines(container: ContainerSpec | undefined): readonly string[] {
  const check = container?.healthCheck;
  if (check === undefined) return [];
  return [
    ...section(' Test', check.test.join(' ')),
    ...section(' Interval', check.intervalMs && formatDuration(check.intervalMs)),
    ...section(' Timeout', check.timeoutMs && formatDuration(check.timeoutMs)),
    ...section(' Retries', check.retries),
    ...section(' StartPeriod', check.startPeriodMs && formatDuration(check.startPeriodMs)),
    ...section(' StartInterval', check.startIntervalMs && formatDuration(check.startIntervalMs)),
  ];
}

function endpointLines(service: Service | undefined, networks: Networks): readonly string[] {
  const { spec, allocation } = service ?? {};
  const attached = spec?.task?.networks ?? [];
  const { mode, drainTimeoutMs } = spec?.endpoint ?? {};
  return [
    ...section('Networks', attached.map(({ networkId }) => networkName(networks, networkId)).join(', ')),
    ...section('Endpoint Mode', needsNetworks(spec) ? mode : ''),
    ...section('Drain Timeout', drainTimeoutMs === undefined ? '' : formatDuration(drainTimeoutMs)),
    ...block(
      'Virtual IPs',
      attachmentLines(networks, allocation?.virtualAddresses ?? []).map((line) => ` ${line}`),
    ),
    ...section('Endpoint Problem', allocation?.problem),
  ];
}

function portLines(service: Service | undefined): readonly string[] {
  return portsOf(service).flatMap((port) => [
    ...section(' PublishedPort', port.publishedPort === 0 ? 'any' : port.publishedPort),
    ...section('  Protocol', port.protocol),
    ...section('  TargetPort', port.targetPort),
    ...section('  PublishMode', port.publishMode),
    ...section('  HostIP', port.hostIp),
  ]);
}
