/**
 * What a node may be trusted with: may it take work, must it lose what it has?
 */
import type { Node } from '../gen/objects.js';

/** Whether the scheduler may give it new tasks. */
export function takesTasks(node: Node): boolean {
  return node.status?.state === 'ready' && (node.spec?.availability ?? 'active') === 'active';
}

/** Whether tasks must not stay on it: the node is gone, down, or being emptied. */
export function isInvalid(node: Node | undefined): boolean {
  return isLost(node) || node?.spec?.availability === 'drain';
}

/** Whether nothing can be learned from it about its tasks: the node is gone or down. */
export function isLost(node: Node | undefined): boolean {
  return node === undefined || node.status?.state === 'down';
}
