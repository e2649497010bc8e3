/**
 * What a node may be trusted with: may it take work, must it lose what it has?
 */
import type { Node, ServiceSpec } from '../gen/objects.js';

/** Whether it takes part in what the managers decide, or is about to. */
export function isManager(node: Node): boolean {
  return node.spec?.role === 'manager' || node.identity?.role === 'manager';
}

/** Whether the scheduler may give it new tasks: it is there, its engine works, and nobody paused it. */
export function takesTasks(node: Node): boolean {
  const runtimeError = node.description?.runtimeError ?? '';
  const availability = node.spec?.availability ?? 'active';
  return node.status?.state === 'ready' && availability === 'active' && runtimeError === '';
}

/** Whether tasks must not stay on it: the node is gone, down, or being emptied. */
export function isInvalid(node: Node | undefined): boolean {
  return isLost(node) || node?.spec?.availability === 'drain';
}

/** Whether nothing can be learned from it about its tasks: the node is gone or down. */
export function isLost(node: Node | undefined): boolean {
  return node === undefined || node.status?.state === 'down';
}

/** Whether it is being emptied and still does what it should. */
export function isDraining(node: Node | undefined): boolean {
  return node?.spec?.availability === 'drain' && !isLost(node);
}

/**
 * Whether tasks of the service stay on it though it is down: until it is back, or somebody drains or removes it.
 */
export function isAwaited(
  node: Node | undefined,
  spec: Pick<ServiceSpec, 'onNodeDown'> | undefined,
): boolean {
  if (spec?.onNodeDown !== 'wait' || node?.status?.state !== 'down') return false;
  return node.spec?.availability !== 'drain';
}
