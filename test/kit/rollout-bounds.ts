/**
 * How far a rollout may take a service from its replicas while nothing fails, as one table by order and
 * parallelism; slots that a failure or a lost node has hurt are left out of the count.
 */
import type { Service, UpdateOrder } from '../../proto/gen/objects.js';
import { configOf } from '../../proto/model/update-config.js';

export interface RolloutBounds {
  /** Slots that may be without a healthy container because of the rollout. */
  readonly mostDown: number;
  /** Containers beyond the replicas. */
  readonly mostExtra: number;
  /** Whether containers that were told to stop, and have not yet, count as well. */
  readonly doStoppingCount: boolean;
  /** Containers of one slot that may run at once. */
  readonly mostPerSlot: number;
  /** Tasks of one slot that may be wanted at once: one more may be prepared ahead of its turn. */
  readonly mostWantedPerSlot: number;
}

const BOUNDS: Readonly<Record<UpdateOrder, (parallelism: number) => RolloutBounds>> = {
  'stop-first': (parallelism) => ({
    mostDown: parallelism,
    mostExtra: 0,
    doStoppingCount: true,
    mostPerSlot: 1,
    mostWantedPerSlot: 2,
  }),
  'start-first': (parallelism) => ({
    mostDown: 0,
    mostExtra: parallelism,
    // The next slot has its turn when a new task runs, however long the old one takes to stop.
    doStoppingCount: false,
    mostPerSlot: 2,
    mostWantedPerSlot: 2,
  }),
};

/** What the orchestrator keeps to: the service's own configuration, or one slot at a time whatever that says. */
export type RolloutContract = 'as-configured' | 'one-slot-stop-first';

/** What the orchestrator of this build keeps to. */
export const PRESENT_CONTRACT: RolloutContract = 'one-slot-stop-first';

export function boundsOf(service: Service | undefined, contract: RolloutContract): RolloutBounds {
  if (service?.spec === undefined || contract === 'one-slot-stop-first')
    return { ...BOUNDS['stop-first'](1), mostWantedPerSlot: 1 };
  const { order, parallelism } = configOf(service.spec, service.rollout?.isRollback === true);
  return BOUNDS[order](parallelism === 0 ? Number.POSITIVE_INFINITY : parallelism);
}
