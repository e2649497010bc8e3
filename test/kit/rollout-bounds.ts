/**
 * How far a rollout may take a service from its replicas while nothing fails, as one table by order and
 * parallelism; slots that a failure or a lost node has hurt are left out of the count.
 */
import type { Node, Service, UpdateOrder } from '../../proto/gen/objects.js';
import { isJob } from '../../proto/model/service-mode.js';
import { obstacleToStartFirst } from '../../proto/model/start-first.js';
import { configOf } from '../../proto/model/update-config.js';

export interface RolloutBounds {
  /** Slots that may be without a healthy container because of the rollout. */
  readonly mostDown: number;
  /** Containers beyond the replicas, those that are still stopping included. */
  readonly mostExtra: number;
  /** Containers of one slot that may run at once. */
  readonly mostPerSlot: number;
  /** Tasks of one slot that may be wanted at once: one more may be prepared ahead of its turn. */
  readonly mostWantedPerSlot: number;
}

const BOUNDS: Readonly<Record<UpdateOrder, (parallelism: number) => RolloutBounds>> = {
  'stop-first': (parallelism) => ({
    mostDown: parallelism,
    mostExtra: 0,
    mostPerSlot: 1,
    mostWantedPerSlot: 2,
  }),
  'start-first': (parallelism) => ({
    mostDown: 0,
    mostExtra: parallelism,
    mostPerSlot: 2,
    mostWantedPerSlot: 2,
  }),
};

/** Where no node may take one task more, tasks are replaced stop-first whatever the service asks for. */
export function boundsOf(service: Service | undefined, nodes: Iterable<Node>): RolloutBounds {
  if (service?.spec === undefined) return BOUNDS['stop-first'](1);
  // A task that is restarted is no longer wanted when the next one is.
  if (isJob(service.spec)) return { ...BOUNDS['stop-first'](0), mostWantedPerSlot: 1 };
  const { order: asked, parallelism } = configOf(service.spec, service.rollout?.isRollback === true);
  const order = obstacleToStartFirst(service.spec, nodes) === undefined ? asked : 'stop-first';
  return BOUNDS[order](parallelism === 0 ? Number.POSITIVE_INFINITY : parallelism);
}
