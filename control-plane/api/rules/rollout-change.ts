/**
 * What a caller may ask of a service's rollout, and what becomes of the service: back to the revision
 * before, a halt, on again, everything anew.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import { unreachable } from '../../../proto/base/invariant.js';
import type { RolloutAction } from '../../../proto/gen/control.js';
import type { Service, ServiceSpec } from '../../../proto/gen/objects.js';
import {
  isHalted,
  isSettled,
  paused,
  resumed,
  rolledBackTo,
  type SpecFields,
  withSpec,
} from '../../../proto/model/rollout.js';
import type { ClusterView } from '../../store/rules/view.js';

/** Throws rollout.refused where there is nothing to do it to. */
export function steered(view: ClusterView, service: Service, action: RolloutAction): SpecFields {
  switch (action) {
    case 'rollback':
      return rolledBackTo(service, specBefore(view, service), 'hand');
    case 'pause':
      if (isSettled(service)) throw refused(service, 'has no rollout under way that could be paused.');
      if (isHalted(service)) throw refused(service, 'is paused already.');
      return paused(service);
    case 'resume':
      if (!isHalted(service)) throw refused(service, 'has no paused rollout to go on with.');
      return resumed(service);
    case 'restart':
      return withSpec(service, anew(service));
    default:
      return unreachable(action);
  }
}

function specBefore(view: ClusterView, service: Service): ServiceSpec {
  const { previousRevision } = service;
  if (previousRevision === 0)
    throw refused(
      service,
      'has no earlier revision to roll back to: it was never changed, or rolled back by itself.',
    );
  const spec = view.revision(service.id, previousRevision)?.spec;
  if (spec === undefined)
    throw refused(service, `cannot be rolled back: revision ${previousRevision} is no longer kept.`);
  return spec;
}

function anew(service: Service): ServiceSpec {
  const { spec } = service;
  if (spec?.task === undefined) throw refused(service, 'has no tasks to restart.');
  return { ...spec, task: { ...spec.task, forceUpdate: spec.task.forceUpdate + 1 } };
}

function refused(service: Service, reason: string): SwarmError {
  return new SwarmError('rollout.refused', { service: service.spec?.name ?? service.id, reason });
}
