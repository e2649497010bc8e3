/**
 * What one task takes from its node, read from the task and the spec it was made from. Whether a node has
 * that much left is for the filters.
 */
import type { GenericResource, PortSpec, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { reservationOf } from '../../../proto/model/resources.js';
import { hasEnded, isUnplaced, isWanted } from '../../../proto/model/task.js';

export interface Claim {
  readonly serviceId: string;
  readonly reserved: Amounts;
  /** Units it was given. */
  readonly generic: readonly GenericResource[];
  readonly hostPorts: readonly PortSpec[];
  /** Meant to go on: it counts when tasks are spread. */
  readonly isActive: boolean;
}

/** Failures are counted for one revision of a service: a new one deserves a new chance. */
export function failureKey(task: Pick<Task, 'serviceId' | 'revision'>): string {
  return `${task.serviceId}.${task.revision}`;
}

/** The host ports that a task of this spec binds; a port that may be any is no conflict. */
export function hostPortsOf(spec: ServiceSpec | undefined): readonly PortSpec[] {
  const ports = spec?.endpoint?.ports ?? NO_PORTS;
  return ports.length === 0
    ? NO_PORTS
    : ports.filter((port) => port.publishMode === 'host' && port.publishedPort !== 0);
}

/** What the task takes; undefined when it takes nothing, because no node has taken it or it has ended. */
export function claimOf(task: Task, spec: ServiceSpec | undefined): Claim | undefined {
  if (hasEnded(task) || isUnplaced(task) || (task.placement?.nodeId ?? '') === '') return undefined;
  return {
    serviceId: task.serviceId,
    reserved: reservationOf(spec?.task),
    generic: task.placement?.generic ?? NO_GENERIC,
    hostPorts: hostPortsOf(spec),
    isActive: isWanted(task),
  };
}

const NO_PORTS: readonly PortSpec[] = [];
const NO_GENERIC: readonly GenericResource[] = [];
