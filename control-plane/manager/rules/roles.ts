/**
 * Who should be a manager against who is: what is to be done to the members of the log and to the nodes' roles.
 * Level-triggered: looks at how things are and never at what happened, so that a new leader goes on where the
 * one before stopped.
 *
 * A node becomes a manager at once, and joins the log by itself. It stops being one only when it is out of the
 * log: until then its certificate lets it take part.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node } from '../../../proto/gen/objects.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';

/** A member of the log, as far as it matters here. */
export interface LogSeat {
  readonly id: number;
  /** Its node. */
  readonly name: string;
  readonly address: string;
  readonly role: 'voter' | 'learner';
}

export type RoleStep =
  | { readonly kind: 'remove'; readonly memberId: number; readonly nodeId: string }
  | { readonly kind: 'give-vote'; readonly memberId: number; readonly nodeId: string }
  | { readonly kind: 'move'; readonly memberId: number; readonly nodeId: string; readonly address: string };

export interface RoleDecision {
  readonly groups: readonly ChangeGroup[];
  /** In the order in which they should be tried. */
  readonly steps: readonly RoleStep[];
}

const NOTHING: RoleDecision = { groups: [], steps: [] };

/** `addresses` are those that members said they have now, by id. */
export function decideRoles(
  view: Pick<ClusterView, 'cluster' | 'node' | 'nodes'>,
  seats: readonly LogSeat[],
  addresses: ReadonlyMap<number, string>,
): RoleDecision {
  // A cluster that has not begun holds no nodes yet, and its member is no left-over.
  if (view.cluster() === undefined) return NOTHING;
  const seatByNodeId = new Map(seats.map((seat) => [seat.name, seat]));
  const groups = [...view.nodes()].flatMap((node) => roleChange(node, seatByNodeId.has(node.id)));
  const steps = seats.flatMap((seat) => stepsOf(seat, view.node(seat.name), addresses.get(seat.id)));
  return { groups, steps: steps.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) };
}

// A new vote before one is taken away: the cluster is at its safest in between.
const ORDER: readonly RoleStep['kind'][] = ['move', 'give-vote', 'remove'];

/** The node's role, once nothing stands in the way of it. */
function roleChange(node: Node, isMember: boolean): readonly ChangeGroup[] {
  const [wanted, present] = [node.spec?.role ?? 'worker', node.identity?.role ?? 'worker'];
  if (wanted === present || (wanted === 'worker' && isMember)) return [];
  const identity = { certificateExpiresAtMs: 0, ...node.identity, role: wanted };
  return [
    group(
      [update('node', node.id, 'identity', { identity })],
      [unchanged('node', node, 'spec'), unchanged('node', node, 'identity')],
    ),
  ];
}

function stepsOf(seat: LogSeat, node: Node | undefined, address: string | undefined): readonly RoleStep[] {
  const [memberId, nodeId] = [seat.id, seat.name];
  const isWanted = node?.spec?.role === 'manager';
  if (!isWanted) return [{ kind: 'remove', memberId, nodeId }];
  const steps: RoleStep[] = [];
  if (address !== undefined && address !== seat.address)
    steps.push({ kind: 'move', memberId, nodeId, address });
  if (seat.role === 'learner') steps.push({ kind: 'give-vote', memberId, nodeId });
  return steps;
}
