/**
 * What becomes of a service's spec fields with each change: the numbers of revisions and of rollouts, and
 * where a rollback leads. Who writes them, the control API and an automatic rollback, asks here, so that
 * both count alike. A rollback is a new revision that repeats an earlier one: numbers only ever rise.
 */
import type { RolloutRequest, RolloutState, Service, ServiceRevision, ServiceSpec } from '../gen/objects.js';
import { isJob } from './service-mode.js';
import { differenceOf } from './task.js';

/** The fields of a service that are written together. */
export type SpecFields = Pick<Service, 'spec' | 'revision' | 'previousRevision' | 'rollout'>;

/** The object that keeps the spec of such a revision, and which request asked for it, if one did. */
export function revisionOf(
  serviceId: string,
  { revision, spec }: Pick<Service, 'revision' | 'spec'>,
  requestId = '',
): ServiceRevision {
  return { id: revisionId(serviceId, revision), serviceId, revision, spec, requestId };
}

/** Id of the object that holds a service's revision. */
export function revisionId(serviceId: string, revision: number): string {
  return `${serviceId}.${revision}`;
}

/** The service of a revision of this id. */
export function serviceOfRevision(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

const NO_REQUEST: RolloutRequest = {
  number: 0,
  isRollback: false,
  isPaused: false,
  stableRevision: 0,
  isAutomatic: false,
};

const SETTLED: readonly RolloutState[] = ['none', 'completed', 'rollback-completed'];
const HALTED: readonly RolloutState[] = ['paused', 'rollback-paused'];

export function requestOf(service: Pick<Service, 'rollout'>): RolloutRequest {
  return service.rollout ?? NO_REQUEST;
}

/** Whether no rollout is under way, nor asked for and not begun. */
export function isSettled(service: Pick<Service, 'rollout' | 'desired'>): boolean {
  const { number } = requestOf(service);
  const { desired } = service;
  if (desired === undefined) return number === 0;
  return desired.number === number && SETTLED.includes(desired.state);
}

/** Whether the rollout stands still, by a failure or because somebody asked for it. */
export function isHalted(service: Pick<Service, 'rollout' | 'desired'>): boolean {
  const { number, isPaused } = requestOf(service);
  if (isPaused) return !isSettled(service);
  return service.desired?.number === number && HALTED.includes(service.desired.state);
}

/**
 * The service with a new spec. One that tasks need not be replaced for begins no rollout, and leaves one
 * that is under way, or halted, as it is. A job has no rollouts: each of its revisions is another run.
 */
export function withSpec(service: Service, spec: ServiceSpec): SpecFields {
  const request = requestOf(service);
  const isRolledOut =
    !isJob(spec) && (service.spec === undefined || differenceOf(spec, service.spec) !== 'none');
  const rollout = isRolledOut ? anew(service, { isRollback: false, isAutomatic: false }) : request;
  return { spec, revision: service.revision + 1, previousRevision: service.revision, rollout };
}

/** The service back at the spec of an earlier revision; asked for by hand it can be undone in turn. */
export function rolledBackTo(service: Service, spec: ServiceSpec, by: 'hand' | 'failure'): SpecFields {
  return {
    spec,
    revision: service.revision + 1,
    previousRevision: by === 'hand' ? service.revision : 0,
    rollout: isJob(spec)
      ? requestOf(service)
      : anew(service, { isRollback: true, isAutomatic: by === 'failure' }),
  };
}

/** The service with its rollout halted; what is under way in a slot is finished. */
export function paused(service: Service): SpecFields {
  return { ...fieldsOf(service), rollout: { ...requestOf(service), isPaused: true } };
}

/** The service with its rollout going on: failures are counted from here. */
export function resumed(service: Service): SpecFields {
  const request = requestOf(service);
  return {
    ...fieldsOf(service),
    rollout: { ...request, number: request.number + 1, isPaused: false },
  };
}

function fieldsOf({ spec, revision, previousRevision }: Service): SpecFields {
  return { spec, revision, previousRevision };
}

function anew(service: Service, kind: Pick<RolloutRequest, 'isRollback' | 'isAutomatic'>): RolloutRequest {
  const { number, stableRevision } = requestOf(service);
  return {
    number: number + 1,
    ...kind,
    isPaused: false,
    stableRevision: isSettled(service) ? service.revision : stableRevision,
  };
}
