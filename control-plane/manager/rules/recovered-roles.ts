/**
 * Roles in a cluster that begins again with one manager: that one is a manager, whatever it was or whether it was
 * known at all; the others, wherever they are, are none, and become workers as soon as they are heard of.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import { NodeCodec, type NodeIdentity, type NodeRole } from '../../../proto/gen/objects.js';
import { create, group, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';

export function recoveredRoles(
  view: Pick<ClusterView, 'node' | 'nodes'>,
  self: { readonly nodeId: string; readonly certificateExpiresAtMs: number },
): readonly ChangeGroup[] {
  const { nodeId, certificateExpiresAtMs } = self;
  const identity: NodeIdentity = { role: 'manager', certificateExpiresAtMs };
  const known = view.node(nodeId);
  const blank = { labels: {}, availability: 'active', autoRemoveAfterMs: 0 } as const;
  const own =
    known === undefined
      ? [create('node', NodeCodec.create({ id: nodeId, spec: { ...blank, role: 'manager' }, identity }))]
      : [
          update('node', nodeId, 'spec', { spec: { ...blank, ...known.spec, role: 'manager' } }),
          update('node', nodeId, 'identity', { identity: { ...known.identity, ...identity } }),
        ];
  const others = [...view.nodes()].flatMap((node) => {
    const { id, spec } = node;
    if (id === nodeId || spec?.role !== 'manager') return [];
    const role: NodeRole = 'worker';
    return [update('node', id, 'spec', { spec: { ...spec, role } })];
  });
  return [group([...own, ...others])];
}
