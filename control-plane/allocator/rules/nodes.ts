/**
 * On which networks a node has an address of its own: those of the tasks that it has, all attachable ones, and the
 * ingress network while any service is published on every node, or a task that was has not ended yet. On attachable
 * ones it also has a block of addresses for containers that are no tasks, as long as there are any.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { NetworkAttachment, Node } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import { type Holdings, networkChecks } from './holdings.js';

export interface NodeChoice {
  /** What it has from now on; undefined where that is what it has already. */
  readonly attachments?: readonly NetworkAttachment[] | undefined;
  /** Whether it should have more, and nothing was free. */
  readonly isShort: boolean;
}

/** @param ingressId Of the ingress network, where every node is to have an address on that. */
export function chooseNodeAddresses(
  node: Node,
  ingressId: string | undefined,
  holdings: Holdings,
): NodeChoice {
  const held = node.allocation?.attachments ?? [];
  const needed = new Set([...holdings.networksOnNode(node.id), ...holdings.attachableNetworks()]);
  if (ingressId !== undefined) needed.add(ingressId);
  const kept = held.filter(({ networkId }) => needed.has(networkId) && holdings.isKnown(networkId));
  const given = [...needed]
    .filter((networkId) => !kept.some((each) => each.networkId === networkId))
    .flatMap((networkId) => (holdings.hasRoom(networkId, 'node') ? (holdings.give(networkId) ?? []) : []));
  const attachments = [...kept, ...given].map((each) =>
    holdings.lacksBlock(each) ? holdings.withBlock(each) : each,
  );
  const isShort = attachments.length < needed.size || attachments.some((each) => holdings.lacksBlock(each));
  return isSame(attachments, held) ? { isShort } : { attachments, isShort };
}

export function nodeChange(node: Node, attachments: readonly NetworkAttachment[]): ChangeGroup {
  return group(
    [update('node', node.id, 'allocation', { allocation: { attachments } })],
    [unchanged('node', node, 'allocation'), ...networkChecks(attachments)],
  );
}
