/**
 * All rules about one service together: one view in, the changes of this turn and the next instant to
 * look again out. Owns which rules hold for which mode, and what is alike in all of them.
 */
import type { Task } from '../../../proto/gen/objects.js';
import { isWanted } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { absent, group, remove } from '../../store/rules/change.js';
import { forgetRemoved, forgetRevisions, orphan } from './clean-up.js';
import { type Decision, decision, together } from './decision.js';
import { decideJob } from './job.js';
import { type ClearedSinceMs, isToBeRemoved, release, stop, stopChecks, type Stopping } from './leaving.js';
import { decideGlobal } from './per-node.js';
import { decideReplicated } from './replicated.js';
import { ALWAYS_CLEARED, contextOf, rememberingNodes } from './slots.js';
import type { ServiceContext } from './slots.js';
import { awaitsNode } from './staying.js';

const SERVICE_REMOVED = { reason: 'service removed', end: 'remove' } as const;

export interface ServiceDecision extends Decision {
  /** Tasks looked at: what the decision cost. */
  readonly taskCount: number;
}

/** What to do now about one service, whether it exists or not. */
export function decideService(
  view: ClusterView,
  serviceId: string,
  nowMs: number,
  newId: () => string,
  clearedSinceMs: ClearedSinceMs = ALWAYS_CLEARED,
): ServiceDecision {
  const tasks = view.tasksOfService(serviceId);
  const service = view.service(serviceId);
  if (service === undefined)
    return {
      ...decideRemoved(view, serviceId, tasks, { nowMs, clearedSinceMs }),
      taskCount: tasks.length,
    };
  const { spec } = service;
  if (spec === undefined) return { groups: [], taskCount: 0 };
  const nodes = rememberingNodes(view);
  const context = contextOf({ view, nodes, service, spec, nowMs, newId, clearedSinceMs });
  const decided = together([decideMode(context, tasks), tidyUp(context, tasks)]);
  return { ...decided, taskCount: tasks.length };
}

function decideMode(context: ServiceContext, tasks: readonly Task[]): Decision {
  const { mode } = context.spec;
  switch (mode?.kind) {
    case 'replicated':
      return decideReplicated(context, tasks, mode.replicated.replicas);
    case 'global':
      return decideGlobal(context, tasks);
    case 'replicatedJob':
    case 'globalJob':
      return decideJob(context, tasks);
    default:
      // Of a newer build: its tasks are left as they are.
      return { groups: [] };
  }
}

function tidyUp(context: ServiceContext, tasks: readonly Task[]): Decision {
  const given = tasks.filter((task) => !isWanted(task) || !awaitsNode(context, task));
  const orphaning = orphan(context.nodes, given, context.nowMs);
  const released = release(context, tasks);
  return decision(
    [...released.groups, ...orphaning.groups, ...forgetRemoved(tasks), ...forgetRevisions(context, tasks)],
    [released.wakeAtMs, orphaning.wakeAtMs],
  );
}

function decideRemoved(
  view: ClusterView,
  serviceId: string,
  tasks: readonly Task[],
  { nowMs, clearedSinceMs }: Pick<ServiceContext, 'nowMs' | 'clearedSinceMs'>,
): Decision {
  const isGone = absent('service', serviceId);
  const nodes = rememberingNodes(view);
  const stopping = (task: Task): Stopping & { readonly clearedSinceMs: ClearedSinceMs } => {
    const spec = view.revision(serviceId, task.revision)?.spec;
    return { nodes, spec, nowMs, clearedSinceMs };
  };
  const staying = tasks.filter((task) => !isToBeRemoved(task));
  const released = tasks.map((task) => release(stopping(task), [task]));
  const orphaning = orphan(nodes, tasks, nowMs);
  const revisions = tasks.length === 0 ? view.revisionsOfService(serviceId) : [];
  const groups = [
    ...staying.map((task) =>
      group([stop(stopping(task), task, SERVICE_REMOVED)], [isGone, ...stopChecks([task])]),
    ),
    ...orphaning.groups,
    ...forgetRemoved(tasks),
    ...revisions.map(({ id }) => group([remove('revision', id)], [isGone])),
  ];
  return together([...released, decision(groups, [orphaning.wakeAtMs])]);
}
