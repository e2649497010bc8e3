/**
 * The cluster in numbers, for whoever watches over it. Reads counts that the indexes hold anyway, never the
 * tasks themselves: a hundred thousand of them cost no more than ten.
 */
import {
  type NodeAvailability,
  type NodeState,
  type RolloutState,
  type Service,
  TASK_STATES,
  type TaskState,
} from '../../../proto/gen/objects.js';
import { isEligible } from '../../../proto/model/node-share.js';
import { requestOf } from '../../../proto/model/rollout.js';
import type { ClusterView } from '../../store/rules/view.js';
import { replicasOf } from '../../../proto/model/service-mode.js';

/** A series for each of very many services would drown whoever keeps them. */
export const MOST_NAMED_SERVICES = 1_000;

export interface ServiceFigures {
  readonly name: string;
  readonly desired: number;
  readonly running: number;
}

export interface ClusterFigures {
  readonly nodes: readonly {
    readonly state: NodeState;
    readonly availability: NodeAvailability;
    readonly count: number;
  }[];
  readonly tasks: readonly { readonly state: TaskState; readonly count: number }[];
  readonly rollouts: readonly { readonly state: RolloutState; readonly count: number }[];
  readonly serviceCount: number;
  /** Services with fewer running tasks than they should have. */
  readonly shortCount: number;
  /** The first MOST_NAMED_SERVICES of them, by id. */
  readonly services: readonly ServiceFigures[];
}

export function clusterFigures(view: ClusterView): ClusterFigures {
  const services: ServiceFigures[] = [];
  const rollouts = new Map<RolloutState, number>();
  let serviceCount = 0;
  let shortCount = 0;
  for (const service of view.services()) {
    const desired = desiredCount(view, service);
    const running = view.runningCount(service.id);
    serviceCount += 1;
    if (running < desired) shortCount += 1;
    if (services.length < MOST_NAMED_SERVICES)
      services.push({ name: service.spec?.name ?? service.id, desired, running });
    const state = requestOf(service).number === 0 ? 'none' : (service.desired?.state ?? 'none');
    rollouts.set(state, (rollouts.get(state) ?? 0) + 1);
  }
  return {
    nodes: nodeFigures(view),
    tasks: TASK_STATES.map((state) => ({ state, count: view.countInState(state) })),
    rollouts: [...rollouts].map(([state, count]) => ({ state, count })),
    serviceCount,
    shortCount,
    services,
  };
}

/** A job comes to its end: it is never short of tasks. */
function desiredCount(view: ClusterView, { spec }: Service): number {
  if (spec?.mode?.kind !== 'global') return replicasOf(spec);
  let count = 0;
  for (const node of view.nodes()) if (isEligible(spec, node)) count += 1;
  return count;
}

function nodeFigures(view: ClusterView): ClusterFigures['nodes'] {
  const figures = new Map<string, { state: NodeState; availability: NodeAvailability; count: number }>();
  for (const { status, spec } of view.nodes()) {
    const state = status?.state ?? 'unknown';
    const availability = spec?.availability ?? 'active';
    const key = `${state} ${availability}`;
    figures.set(key, { state, availability, count: (figures.get(key)?.count ?? 0) + 1 });
  }
  return [...figures.values()];
}
