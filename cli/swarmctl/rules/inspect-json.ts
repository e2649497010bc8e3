/**
 * Objects as `inspect` prints them: names and nesting of Docker's API, so that scripts carry over.
 * Durations are nanoseconds and instants RFC 3339 there; what is not set is left out.
 */
import type { NodeEntry, ServiceEntry, TaskEntry } from '../../../proto/gen/control.js';
import type {
  ContainerSpec,
  JobRun,
  Mount,
  Schedule,
  ServiceRuns,
  ServiceSpec,
  TaskSpec,
  UpdateConfig,
} from '../../../proto/gen/objects.js';
import { newestRun } from '../../../proto/model/job-run.js';
import {
  attachedNetworksJson,
  attachmentsJson,
  endpointJson,
  endpointSpecJson,
  nodeNetworkingJson,
  portJson,
} from './endpoint-json.js';
import { compact, instantJson, type JsonFields, metaJson, nanos } from './json-values.js';
import { type Networks, NO_NETWORKS } from './network-names.js';
import { genericJson, placementJson } from './placement-json.js';
import { reachability } from './node-rows.js';
import { rolloutStatus, rolloutWord } from './rollout-status.js';
import { isJob } from '../../../proto/model/service-mode.js';

export function nodeJson({ node, manager }: NodeEntry, networks: Networks = NO_NETWORKS): JsonFields {
  const description = node?.description;
  return compact({
    ID: node?.id,
    ...metaJson(node?.meta),
    Spec: {
      Labels: node?.spec?.labels ?? {},
      Role: node?.spec?.role,
      Availability: node?.spec?.availability,
      ...((node?.spec?.autoRemoveAfterMs ?? 0) > 0
        ? { AutoRemove: nanos(node?.spec?.autoRemoveAfterMs ?? 0) }
        : {}),
    },
    Description: compact({
      Hostname: description?.hostname,
      Platform: { Architecture: description?.platform?.architecture, OS: description?.platform?.os },
      Resources: compact({
        NanoCPUs: description?.resources?.nanoCpus,
        MemoryBytes: description?.resources?.memoryBytes,
        GenericResources: genericJson(description?.resources?.generic),
      }),
      Engine: compact({
        EngineVersion: description?.engineVersion,
        Labels: description?.engineLabels,
        Plugins: description?.plugins.map(({ type, name }) => ({ Type: type, Name: name })),
        Error: description?.runtimeError,
      }),
      Networking: nodeNetworkingJson(description?.networking),
    }),
    NetworksAttachments: attachmentsJson(node?.allocation?.attachments, networks),
    Status: compact({
      State: node?.status?.state,
      Message: node?.status?.message,
      Addr: node?.status?.address,
    }),
    ManagerStatus:
      manager === undefined
        ? undefined
        : {
            Leader: manager.leader,
            Reachability: reachability(manager).toLowerCase(),
            Addr: manager.address,
          },
  });
}

export function serviceJson(
  { service, ...tally }: ServiceEntry,
  networks: Networks = NO_NETWORKS,
): JsonFields {
  const status = rolloutStatus(service);
  return compact({
    ID: service?.id,
    ...metaJson(service?.meta),
    Revision: service?.revision,
    Spec: service?.spec === undefined ? undefined : serviceSpecJson(service.spec),
    Endpoint: service === undefined ? undefined : endpointJson(service, networks),
    UpdateStatus:
      status === undefined
        ? undefined
        : compact({
            State: rolloutWord(status.state),
            StartedAt: instantJson(status.startedAtMs),
            CompletedAt: instantJson(status.completedAtMs),
            Message: status.message,
          }),
    ServiceStatus: {
      RunningTasks: tally.runningTasks,
      DesiredTasks: tally.desiredTasks,
      ...(isJob(service?.spec) ? { CompletedTasks: tally.completedTasks } : {}),
    },
    ...(isJob(service?.spec) ? jobJson(service?.runs) : {}),
  });
}

/** The newest run as Docker tells it, and all that are remembered. */
function jobJson(record: ServiceRuns | undefined): JsonFields {
  const runs = record?.runs ?? [];
  return {
    JobStatus: compact({
      JobIteration: { Index: record?.lastNumber ?? 0 },
      LastExecution: instantJson(newestRun({ runs: record })?.startedAtMs ?? 0),
    }),
    Runs: runs.map(runJson),
  };
}

function runJson(run: JobRun): JsonFields {
  return compact({
    Number: run.number,
    Revision: run.revision,
    ScheduledAt: instantJson(run.scheduledAtMs),
    StartedAt: instantJson(run.startedAtMs),
    EndedAt: instantJson(run.endedAtMs),
    State: run.state,
    Message: run.message,
  });
}

export function taskJson({ task, name, spec }: TaskEntry, networks: Networks = NO_NETWORKS): JsonFields {
  const status = task?.status;
  const container = status?.container;
  return compact({
    ID: task?.id,
    ...metaJson(task?.meta),
    // Nobody updates a task by its version, so it is that of its last change.
    Version: { Index: Math.max(0, ...Object.values(task?.meta?.versions ?? {})) },
    Name: name,
    Spec: spec === undefined ? undefined : taskSpecJson(spec),
    ServiceID: task?.serviceId,
    Slot: task?.slot === 0 ? undefined : task?.slot,
    JobIteration: task === undefined || task.run === 0 ? undefined : { Index: task.run },
    NodeID: task?.placement?.nodeId,
    Status: compact({
      Timestamp: instantJson(status?.atMs ?? 0),
      State: status?.state,
      Message: status?.message,
      Err: status?.error,
      ContainerStatus:
        container === undefined
          ? undefined
          : compact({
              ContainerID: container.containerId,
              PID: container.pid === 0 ? undefined : container.pid,
              ExitCode: container.exitCode,
            }),
      PortStatus: compact({ Ports: status?.ports.map(portJson) }),
    }),
    NetworksAttachments: attachmentsJson(task?.allocation?.attachments, networks),
    AssignedGenericResources: genericJson(task?.placement?.generic),
    DesiredState: task?.desired?.state,
    Leaving: task?.desired?.leaving?.reason,
  });
}

function serviceSpecJson(spec: ServiceSpec): JsonFields {
  return {
    Name: spec.name,
    Labels: spec.labels,
    TaskTemplate: spec.task === undefined ? {} : taskSpecJson(spec.task),
    Mode: modeJson(spec.mode),
    ...(spec.update === undefined ? {} : { UpdateConfig: updateConfigJson(spec.update) }),
    ...(spec.rollback === undefined ? {} : { RollbackConfig: updateConfigJson(spec.rollback) }),
    ...(spec.schedule === undefined ? {} : { Schedule: scheduleJson(spec.schedule) }),
    ...(spec.onNodeDown === 'wait' ? { OnNodeDown: spec.onNodeDown } : {}),
    EndpointSpec: endpointSpecJson(spec.endpoint),
  };
}

function scheduleJson({ cron, timeZone, concurrency, startingDeadlineMs }: Schedule): JsonFields {
  return {
    Cron: cron,
    TimeZone: timeZone,
    Concurrency: concurrency,
    StartingDeadline: nanos(startingDeadlineMs),
  };
}

function modeJson(mode: ServiceSpec['mode']): JsonFields {
  switch (mode?.kind) {
    case 'replicated':
      return { Replicated: { Replicas: mode.replicated.replicas } };
    case 'global':
      return { Global: {} };
    case 'replicatedJob': {
      const { maxConcurrent: MaxConcurrent, totalCompletions: TotalCompletions } = mode.replicatedJob;
      return { ReplicatedJob: { MaxConcurrent, TotalCompletions } };
    }
    case 'globalJob':
      return { GlobalJob: {} };
    default:
      return {};
  }
}

function updateConfigJson(config: UpdateConfig): JsonFields {
  return {
    Parallelism: config.parallelism,
    Delay: nanos(config.delayMs),
    FailureAction: config.failureAction,
    Monitor: nanos(config.monitorMs),
    MaxFailureRatio: config.maxFailureRatio,
    Order: config.order,
    ProgressDeadline: nanos(config.progressDeadlineMs),
  };
}

function taskSpecJson(spec: TaskSpec): JsonFields {
  const { limits, reservations } = spec.resources ?? {};
  const { restart, placement } = spec;
  return compact({
    ContainerSpec: spec.container === undefined ? undefined : containerJson(spec.container),
    Resources: {
      Limits: compact({
        NanoCPUs: limits?.nanoCpus || undefined,
        MemoryBytes: limits?.memoryBytes || undefined,
        Pids: limits?.pids || undefined,
      }),
      Reservations: compact({
        NanoCPUs: reservations?.nanoCpus || undefined,
        MemoryBytes: reservations?.memoryBytes || undefined,
        GenericResources: genericJson(reservations?.generic),
      }),
    },
    RestartPolicy:
      restart === undefined
        ? undefined
        : {
            Condition: restart.condition,
            Delay: nanos(restart.delayMs),
            MaxAttempts: restart.maxAttempts,
            Window: nanos(restart.windowMs),
          },
    Placement: compact(placementJson(placement)),
    LogDriver:
      spec.logDriver === undefined
        ? undefined
        : { Name: spec.logDriver.name, Options: spec.logDriver.options },
    Networks: attachedNetworksJson(spec.networks),
    ForceUpdate: spec.forceUpdate,
    Runtime: 'container',
  });
}

function containerJson(spec: ContainerSpec): JsonFields {
  const check = spec.healthCheck;
  return compact({
    Image: spec.image,
    Labels: spec.labels,
    Command: spec.command,
    Args: spec.args,
    Hostname: spec.hostname,
    Env: spec.env,
    Dir: spec.workingDir,
    User: spec.user,
    Groups: spec.groups,
    Init: spec.init,
    TTY: spec.tty || undefined,
    OpenStdin: spec.openStdin || undefined,
    ReadOnly: spec.readOnly || undefined,
    StopSignal: spec.stopSignal,
    StopGracePeriod: spec.stopGracePeriodMs === undefined ? undefined : nanos(spec.stopGracePeriodMs),
    Mounts: spec.mounts.map(mountJson),
    Healthcheck:
      check === undefined
        ? undefined
        : compact({
            Test: check.test,
            Interval: nanos(check.intervalMs) || undefined,
            Timeout: nanos(check.timeoutMs) || undefined,
            Retries: check.retries || undefined,
            StartPeriod: nanos(check.startPeriodMs) || undefined,
            StartInterval: nanos(check.startIntervalMs) || undefined,
          }),
    Hosts: spec.hosts,
    DNSConfig: compact({
      Nameservers: spec.dnsServers,
      Search: spec.dnsSearch,
      Options: spec.dnsOptions,
    }),
    CapabilityAdd: spec.capabilityAdd,
    CapabilityDrop: spec.capabilityDrop,
    Sysctls: spec.sysctls,
    Ulimits: spec.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })),
  });
}

function mountJson(mount: Mount): JsonFields {
  const { volumeDriver: Name, volumeOptions: Options } = mount;
  return compact({
    Type: mount.type,
    Source: mount.source,
    Target: mount.target,
    ReadOnly: mount.readOnly || undefined,
    BindOptions: compact({ Propagation: mount.bindPropagation }),
    VolumeOptions: compact({
      NoCopy: mount.volumeNoCopy || undefined,
      Labels: mount.volumeLabels,
      DriverConfig: compact({ Name, Options }),
    }),
    TmpfsOptions: compact({
      SizeBytes: mount.tmpfsSizeBytes || undefined,
      Mode: mount.tmpfsMode || undefined,
    }),
  });
}
