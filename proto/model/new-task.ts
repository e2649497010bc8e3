/**
 * How a task begins: made from a revision of its service, for one slot.
 */
import type { Service, ServiceSpec, Task, TaskDesired } from '../gen/objects.js';
import { needsNetworks } from './network.js';

/** What the status of a task says while it waits for a node. */
export const PENDING_MESSAGE = 'pending task scheduling';

export interface NewTask {
  readonly id: string;
  readonly service: Service;
  readonly slot: number;
  /** The node of a task that has one from the start, as those of a service with one task per node do. */
  readonly nodeId?: string;
  /** Of a job: the run it is part of. */
  readonly run?: number;
  /** The revision it is made from. */
  readonly revision: number;
  readonly spec: ServiceSpec | undefined;
  readonly desired: TaskDesired;
  readonly nowMs: number;
}

/** A task that waits for a node; before that, where it needs networks, for addresses on them. */
export function newTask(parts: NewTask): Task {
  const { id, service, slot, nodeId = '', run = 0, revision, spec, desired, nowMs } = parts;
  const waiting = needsNetworks(spec)
    ? ({ state: 'new', message: 'waiting for addresses' } as const)
    : ({ state: 'pending', message: PENDING_MESSAGE } as const);
  return {
    id,
    serviceId: service.id,
    slot,
    revision,
    run,
    desired,
    ...(nodeId === '' ? {} : { placement: { nodeId, generic: [] } }),
    status: { ...waiting, atMs: nowMs, error: '', ports: [] },
  };
}
