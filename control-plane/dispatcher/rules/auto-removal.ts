/**
 * Which workers have been down for longer than the cluster should remember them. Managers never are: their vote
 * is not given up by a clock.
 */
import type { Node } from '../../../proto/gen/objects.js';
import { isManager } from '../../../proto/model/node.js';

export interface Overdue {
  /** Down for long enough, by this leader's clock. */
  readonly nodes: readonly Node[];
  /** When there will be another one if nothing changes until then. */
  readonly nextAtMs: number;
}

export function overdueNodes(nodes: Iterable<Node>, nowMs: number): Overdue {
  const overdue: Node[] = [];
  let nextAtMs = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const dueAtMs = removalDueAtMs(node);
    if (dueAtMs <= nowMs) overdue.push(node);
    else nextAtMs = Math.min(nextAtMs, dueAtMs);
  }
  return { nodes: overdue, nextAtMs };
}

function removalDueAtMs(node: Node): number {
  const afterMs = node.spec?.autoRemoveAfterMs ?? 0;
  if (afterMs === 0 || node.status?.state !== 'down' || isManager(node)) return Number.POSITIVE_INFINITY;
  return node.status.sinceMs + afterMs;
}
