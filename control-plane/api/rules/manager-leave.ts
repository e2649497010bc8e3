/**
 * Can the managers do without this one? Only if others remain, and enough of them are there to decide; those
 * that are to leave already are counted as gone.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { Node } from '../../../proto/gen/objects.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf } from './entries.js';
import { type ManagerSeat, seatsAfter, wouldLoseQuorum } from './quorum.js';

/** The managers that remain, on which the decision rests; throws when they are too few. */
export function remainingManagers(
  view: ClusterView,
  node: Node,
  seats: readonly ManagerSeat[],
): readonly Node[] {
  const nodes = [...view.nodes()];
  const remaining = nodes.filter(({ id, spec }) => id !== node.id && spec?.role === 'manager');
  if (remaining.length === 0) throw new SwarmError('manager.last', { node: hostnameOf(node) });
  const remainingIds = new Set(remaining.map(({ id }) => id));
  const leaving = seats.map(({ nodeId }) => nodeId).filter((id) => !remainingIds.has(id));
  const left = seatsAfter(seats, leaving);
  if (wouldLoseQuorum(left))
    throw new SwarmError('manager.quorum-at-risk', { node: hostnameOf(node), ...left });
  return remaining;
}

/**
 * Throws unless a manager may be taken out by force: that is for those that will not come back. One that is
 * there leaves in order, by being demoted.
 */
export function checkManagerIsGone(node: Node, seats: readonly ManagerSeat[], force: boolean): void {
  const seat = seats.find(({ nodeId }) => nodeId === node.id);
  const isUp = node.status?.state === 'ready' || seat?.isReachable === true;
  if (force && !isUp) return;
  const isLeaving = node.spec?.role !== 'manager';
  const state = isLeaving ? 'being demoted' : force ? 'a manager that is up' : 'a manager';
  throw new SwarmError('node.not-removable', { node: hostnameOf(node), state });
}
