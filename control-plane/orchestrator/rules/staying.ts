/**
 * Whether a task must leave its node, and whether anything of it may still run there. A task leaves a node that
 * is down, drained or gone; but where the service says so it waits for a node that is down, and on one that is
 * drained it stays until another task has taken its place, though not for longer than a new task may take.
 */
import type { Node, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { isAwaited, isDraining, isInvalid, isLost } from '../../../proto/model/node.js';
import { obstacleToStartFirst } from '../../../proto/model/start-first.js';
import { replicasOf } from '../../../proto/model/service-mode.js';
import { hasEnded, isUnplaced, stateOf } from '../../../proto/model/task.js';
import { configOf, DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { isAhead } from './instants.js';
import { restartPolicyOf, shouldRestart } from './restart-policy.js';
import type { ServiceContext, Slot } from './slots.js';
import { hasNode, nodeOfTask, specOfTask } from './slots.js';

/** Whether the task must be replaced, or only stopped: it ended, or its node is no place for it. */
export function mustLeave(context: ServiceContext, slot: Slot, task: Task): boolean {
  if (hasEnded(task)) return true;
  if (!hasNode(task)) return false;
  const node = nodeOfTask(context.nodes, task);
  if (!isInvalid(node) || isAwaited(node, context.spec)) return false;
  return !staysUntilReplaced(context, slot, task, node);
}

/** Whether nothing of the task can run where anybody would hear of it. */
export function isPast({ nodes, spec }: Pick<ServiceContext, 'nodes' | 'spec'>, task: Task): boolean {
  if (hasEnded(task) || isUnplaced(task)) return true;
  const node = nodeOfTask(nodes, task);
  return isLost(node) && !isAwaited(node, spec);
}

/** Whether the task is kept on a node that is down. */
export function awaitsNode({ nodes, spec }: Pick<ServiceContext, 'nodes' | 'spec'>, task: Task): boolean {
  // Most services have their tasks replaced: then it need not be known where the task is.
  return spec.onNodeDown === 'wait' && !hasEnded(task) && isAwaited(nodeOfTask(nodes, task), spec);
}

/** Until when a task on a draining node may wait for the one that is to take its place. */
export function drainDeadlineMs(context: ServiceContext, slot: Slot, task: Task): number {
  const { spec, nowMs } = context;
  const begunAtMs = movesOf(slot, task).map(({ desired }) => desired?.move?.sinceMs ?? nowMs);
  if (begunAtMs.length === 0) return Number.POSITIVE_INFINITY;
  const sinceMs = Math.min(...begunAtMs);
  // By a clock that was set back it can't be said how long it waits: not for hours more, at any rate.
  return (isAhead(sinceMs, nowMs) ? 0 : sinceMs) + longestMoveMs(spec);
}

/**
 * How long a move may take. A rollout may be told to wait without end, and somebody looks at it; a move that never
 * ends would hold up a drain, or all rebalancing.
 */
export function longestMoveMs(spec: ServiceSpec): number {
  return configOf(spec, false).progressDeadlineMs || DEFAULT_UPDATE_CONFIG.progressDeadlineMs;
}

/** The tasks with which this one was to move, oldest first: those that failed, and the one under way. */
export function movesOf(slot: Slot, task: Task): readonly Task[] {
  return slot.tasks.filter(({ desired }) => desired?.move?.replacesTaskId === task.id);
}

/** Where the service starts new tasks first, one that runs need not stop before another has taken its place. */
export function staysUntilReplaced(
  context: ServiceContext,
  slot: Slot,
  task: Task,
  node: Node | undefined,
): boolean {
  if (!isDraining(node) || stateOf(task) !== 'running' || task.desired?.state !== 'running') return false;
  const { view, spec, nowMs } = context;
  if (spec.mode?.kind !== 'replicated' || configOf(spec, false).order !== 'start-first') return false;
  if (!shouldRestart(task, restartPolicyOf(specOfTask(context, task)))) return false;
  // It is on none of the nodes that count there.
  if (obstacleToStartFirst(spec, view.nodes(), replicasOf(spec) - 1) !== undefined) return false;
  return drainDeadlineMs(context, slot, task) > nowMs;
}
