/**
 * Which nodes have a share in a service with one task per node: those that suit it have one, unless they are
 * being emptied, or down and not waited for; a paused one keeps what it has. Whether there is room is for the scheduler.
 */
import type { Node, ServiceSpec } from '../gen/objects.js';
import { maySatisfy } from './constraint.js';
import { isAwaited, isInvalid } from './node.js';
import { matchesPlatform } from './platform.js';

/** Whether the service's constraints and platforms let its tasks be on the node. */
export function suits({ task }: Pick<ServiceSpec, 'task'>, node: Node): boolean {
  return (
    maySatisfy(task?.placement?.constraints ?? [], node) &&
    matchesPlatform(task?.placement?.platforms ?? [], node.description?.platform)
  );
}

/** Whether what the service has on the node may stay there. */
export function mayStayOn(spec: Pick<ServiceSpec, 'task' | 'onNodeDown'>, node: Node): boolean {
  return (!isInvalid(node) || isAwaited(node, spec)) && suits(spec, node);
}

/** Whether the node is to have a task of the service: now, or once it and its engine are heard of again. */
export function isEligible(spec: Pick<ServiceSpec, 'task' | 'onNodeDown'>, node: Node): boolean {
  return (node.spec?.availability ?? 'active') === 'active' && mayStayOn(spec, node);
}
