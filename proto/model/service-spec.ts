/**
 * Defaults and checks for what a user may ask of a service. Whatever passes can be kept by the cluster
 * without a second look; what is right but not built yet is refused by name, never ignored. Uniqueness
 * and references to other objects are for the control API.
 */
import type {
  LogDriver,
  ReplicatedJobMode,
  ResourceRequirements,
  RestartPolicy,
  ServiceSpec,
  TaskSpec,
} from '../gen/objects.js';
import { validateContainerSpec } from './container-spec.js';
import { validateEndpointSpec } from './endpoint-spec.js';
import { checkCount, checkDuration, checkLabels, checkName, checkText } from './input-check.js';
import { checkGenericReservations } from './generic-resources.js';
import { validateAttachments } from './network-attachment.js';
import { validatePlacement } from './placement.js';
import { demand, refuse } from './refusal.js';
import { validateSchedule } from './schedule.js';
import { isJob, isPerNode, modeName } from './service-mode.js';
import { validateUpdateConfig } from './update-config.js';

/** What holds when a user says nothing about restarts. */
export const DEFAULT_RESTART_POLICY: RestartPolicy = {
  condition: 'any',
  delayMs: 5000,
  maxAttempts: 0,
  windowMs: 0,
};

const MOST_REPLICAS = 1_000_000;
const SMALLEST_NANO_CPUS = 1e6;
const MIB = 2 ** 20;
const SMALLEST_RESERVED_BYTES = 4 * MIB;
// No engine starts a container that may use less.
const SMALLEST_LIMIT_BYTES = 6 * MIB;

/** Throws input.invalid or not-supported for the first thing that is wrong; returns it with defaults. */
export function validateServiceSpec(spec: ServiceSpec): ServiceSpec {
  checkName(spec.name);
  checkLabels(spec.labels, 'label');
  checkMode(spec);
  const task = spec.task ?? refuse('image', 'must not be empty');
  return {
    ...spec,
    task: validateTaskSpec(task, spec.name),
    endpoint: validateEndpointSpec(spec.endpoint),
    ...validateUpdateConfigs(spec),
    schedule: validateSchedule(spec),
  };
}

function checkMode(spec: ServiceSpec): void {
  // Not defaulted: a mode of a newer build looks like none to this one.
  const mode = spec.mode ?? refuse('mode', 'must be one of replicated, global, replicated-job, global-job');
  if (mode.kind === 'replicated') checkCount(mode.replicated.replicas, 'replicas', MOST_REPLICAS);
  if (mode.kind === 'replicatedJob') checkJobCounts(mode.replicatedJob);
  const mostPerNode = spec.task?.placement?.maxReplicasPerNode ?? 0;
  demand(
    mostPerNode === 0 || !isPerNode(spec),
    'replicas-max-per-node',
    `goes with mode replicated and replicated-job only, and this is ${modeName(spec)}`,
    mostPerNode,
  );
}

function checkJobCounts({ maxConcurrent, totalCompletions }: ReplicatedJobMode): void {
  checkCount(totalCompletions, 'replicas', MOST_REPLICAS);
  checkCount(maxConcurrent, 'max-concurrent', MOST_REPLICAS);
  const isPossible = maxConcurrent > 0 || totalCompletions === 0;
  demand(isPossible, 'max-concurrent', 'must be 1 or more, or nothing would ever run', maxConcurrent);
}

// The tasks of a job are not replaced by others: there is nothing for them to configure.
function validateUpdateConfigs(spec: ServiceSpec): Pick<ServiceSpec, 'update' | 'rollback'> {
  if (!isJob(spec))
    return {
      update: validateUpdateConfig(spec.update, 'update'),
      rollback: validateUpdateConfig(spec.rollback, 'rollback'),
    };
  for (const kind of ['update', 'rollback'] as const)
    demand(
      spec[kind] === undefined,
      kind,
      `configuration does not go with mode ${modeName(spec)}: each change is a new run`,
    );
  return {};
}

function validateTaskSpec(task: TaskSpec, serviceName: string): TaskSpec {
  const container = task.container ?? refuse('image', 'must not be empty');
  return {
    ...task,
    container: validateContainerSpec(container),
    resources: validateResources(task.resources),
    restart: validateRestart(task.restart),
    placement: validatePlacement(task.placement, serviceName),
    logDriver: validateLogDriver(task.logDriver),
    networks: validateAttachments(task.networks, serviceName),
  };
}

function validateRestart(restart: RestartPolicy = DEFAULT_RESTART_POLICY): RestartPolicy {
  checkDuration(restart.delayMs, 'restart-delay');
  checkDuration(restart.windowMs, 'restart-window');
  checkCount(restart.maxAttempts, 'restart-max-attempts');
  return restart;
}

function validateResources(resources: ResourceRequirements | undefined): ResourceRequirements {
  const { nanoCpus = 0, memoryBytes = 0, pids = 0 } = resources?.limits ?? {};
  const reserved = resources?.reservations ?? { nanoCpus: 0, memoryBytes: 0, generic: [] };
  checkCpus(nanoCpus, 'limit-cpu');
  checkMemory(memoryBytes, 'limit-memory', SMALLEST_LIMIT_BYTES);
  checkCount(pids, 'limit-pids');
  checkCpus(reserved.nanoCpus, 'reserve-cpu');
  checkMemory(reserved.memoryBytes, 'reserve-memory', SMALLEST_RESERVED_BYTES);
  demand(
    memoryBytes === 0 || reserved.memoryBytes <= memoryBytes,
    'reserve-memory',
    'must not be more than limit-memory',
    `${reserved.memoryBytes} bytes`,
  );
  return {
    ...resources,
    limits: { ...resources?.limits, nanoCpus, memoryBytes, pids },
    reservations: { ...reserved, generic: checkGenericReservations(reserved.generic, 'generic-resource') },
  };
}

function checkCpus(nanoCpus: number, field: string): void {
  demand(nanoCpus === 0 || nanoCpus >= SMALLEST_NANO_CPUS, field, 'must be 0.001 or more', nanoCpus / 1e9);
}

function checkMemory(memoryBytes: number, field: string, leastBytes: number): void {
  demand(
    memoryBytes === 0 || memoryBytes >= leastBytes,
    field,
    `must be ${leastBytes / MIB} MiB or more`,
    `${memoryBytes} bytes`,
  );
}

function validateLogDriver(driver: LogDriver | undefined): LogDriver | undefined {
  if (driver === undefined) return undefined;
  for (const text of [driver.name, ...Object.values(driver.options)]) checkText(text, 'log-driver');
  demand(/^\S*$/.test(driver.name), 'log-driver', 'must be one word', driver.name);
  checkLabels(driver.options, 'log-opt');
  const saysNothing = driver.name === '' && Object.keys(driver.options).length === 0;
  return saysNothing ? undefined : driver;
}
