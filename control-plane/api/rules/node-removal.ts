/**
 * May this node be removed? A node that is up must be let go by force: its containers would run on unseen. That a
 * manager has no vote any more is seen to before.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node } from '../../../proto/gen/objects.js';
import { type Removal, removalOf } from '../../store/rules/node-removal.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf } from './entries.js';

/** The node's end, and that of its unfinished tasks, as one group; throws when the node must stay. */
export function nodeRemoval(view: ClusterView, node: Node, removal: Removal): ChangeGroup {
  if (node.status?.state === 'ready' && !removal.force)
    throw new SwarmError('node.not-removable', { node: hostnameOf(node), state: 'ready' });
  return removalOf(view, node, removal);
}
