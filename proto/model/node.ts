/**
 * What a node may be trusted with: may it take work, must it lose what it has?
 */
import type { Node } from '../gen/objects.js';

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
