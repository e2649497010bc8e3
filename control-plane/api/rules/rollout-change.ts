/**
 * What a caller may ask of a service's rollout, and what becomes of the service: back to the revision
 * before, or to one that is named, a halt, on again, everything anew.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import { unreachable } from '../../../proto/base/invariant.js';
import type { ChangeRolloutRequest } from '../../../proto/gen/control.js';
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
import { isSame } from '../../../proto/model/sameness.js';
import type { ClusterView } from '../../store/rules/view.js';

/** Throws rollout.refused where there is nothing to do it to, and input.invalid where a revision means nothing. */
export function steered(
  view: ClusterView,
  service: Service,
  { action, toRevision }: Omit<ChangeRolloutRequest, 'ref'>,
): SpecFields {
  if (toRevision !== 0 && action !== 'rollback')
    throw new SwarmError('input.invalid', { field: 'to', rule: `does not go with ${action}` });
  switch (action) {
    case 'rollback': {
      const spec = toRevision === 0 ? specBefore(view, service) : specAt(view, service, toRevision);
      return rolledBackTo(service, spec, 'hand');
    }
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

/** The spec of a revision that is named: one that is kept, and not what the service is already. */
function specAt(view: ClusterView, service: Service, revision: number): ServiceSpec {
  if (revision === service.revision) throw refused(service, `is at revision ${revision} already.`);
  const spec = view.revision(service.id, revision)?.spec;
  if (spec === undefined) {
    const kept = view.revisionsOfService(service.id).map((one) => one.revision);
    throw refused(
      service,
      `cannot be rolled back to revision ${revision}, which is not kept; these are: ${kept.join(', ')}.`,
    );
  }
  if (isSame(spec, service.spec))
    throw refused(service, `is what revision ${revision} was already, at revision ${service.revision}.`);
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
