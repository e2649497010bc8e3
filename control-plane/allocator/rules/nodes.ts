/**
 * On which networks a node has an address of its own: those of the tasks that it has, and the ingress network while
 * any service is published on every node, or a task that was has not ended yet.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { NetworkAttachment, Node } from '../../../proto/gen/objects.js';
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
  const needed = new Set(holdings.networksOnNode(node.id));
  if (ingressId !== undefined) needed.add(ingressId);
  const kept = held.filter(({ networkId }) => needed.has(networkId) && holdings.isKnown(networkId));
  const attachments = [...kept];
  let isShort = false;
  for (const networkId of needed) {
    if (kept.some((each) => each.networkId === networkId)) continue;
    const attachment = holdings.hasRoom(networkId, 'node') ? holdings.give(networkId) : undefined;
    if (attachment === undefined) isShort = true;
    else attachments.push(attachment);
  }
  const isSame = attachments.length === held.length && kept.length === held.length;
  return isSame ? { isShort } : { attachments, isShort };
}

export function nodeChange(node: Node, attachments: readonly NetworkAttachment[]): ChangeGroup {
  return group(
    [update('node', node.id, 'allocation', { allocation: { attachments } })],
    [unchanged('node', node, 'allocation'), ...networkChecks(attachments)],
  );
}
