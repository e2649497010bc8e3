/**
 * Lists, shows, changes and removes nodes. A removed node is refused at the door from then on, and the
 * tasks it still had count as orphaned from the same moment: nobody will hear of them again.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext } from '../../proto/base/rpc.js';
import type { RemoveNodeReply, RemoveNodeRequest } from '../../proto/gen/control.js';
import type { UpdateNodeReply, UpdateNodeRequest } from '../../proto/gen/control.js';
import { validateNodeSpec } from '../../proto/model/node-spec.js';
import { isSame } from '../../proto/model/sameness.js';
import { atVersion, group, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { commitGroup, refusalError, tryGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import type { Managers } from './managers.js';
import { nodeEntry } from './rules/entries.js';
import { filterNodes } from './rules/filters.js';
import { nodeRemoval } from './rules/node-removal.js';
import { notFound, resolveNode } from './rules/references.js';
import { checkNodeUpdate } from './rules/update-check.js';

export interface NodesModules {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly managers: Managers;
}

export function nodeHandlers(
  options: { readonly nodeId: string },
  modules: NodesModules,
): ControlHandlers<'listNodes' | 'getNode' | 'updateNode' | 'removeNode'> {
  const { store, managers } = modules;
  return {
    listNodes: async (request, { forwardedBy }) => {
      const seats = managers.seats();
      const nodes = filterNodes(store.view(), request).map((node) => nodeEntry(node, seats));
      return { nodes, selfNodeId: forwardedBy ?? options.nodeId };
    },
    getNode: async ({ ref }) => ({ entry: nodeEntry(resolveNode(store.view(), ref), managers.seats()) }),
    updateNode: (request, context) => updateNode(request, context, modules),
    removeNode: (request, context) => removeNode(request, context, modules),
  };
}

async function updateNode(
  request: UpdateNodeRequest,
  context: CallContext,
  { store, log }: NodesModules,
): Promise<UpdateNodeReply> {
  if (request.spec === undefined)
    throw new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
  const node = resolveNode(store.view(), request.nodeId);
  checkNodeUpdate(node, request.spec, request.version);
  const spec = validateNodeSpec(request.spec);
  if (isSame(spec, node.spec)) return { node };
  const changes = [update('node', node.id, 'spec', { spec })];
  await commitGroup(
    store,
    group(changes, [atVersion('node', node.id, 'spec', request.version)]),
    context.signal,
  );
  const updated = store.view().node(node.id);
  if (updated === undefined) throw notFound(store.view(), 'node', request.nodeId);
  log.info('node updated', { nodeId: node.id, requestId: context.requestId });
  return { node: updated };
}

// Reports of its tasks may come in while a node is being removed; after so many it has to be asked for again.
const MOST_REMOVAL_ATTEMPTS = 8;

async function removeNode(
  { ref, force }: RemoveNodeRequest,
  context: CallContext,
  { store, clock, log }: NodesModules,
): Promise<RemoveNodeReply> {
  for (let attempt = 1; ; attempt++) {
    const view = store.view();
    const node = resolveNode(view, ref);
    const removal = nodeRemoval(view, node, { force, nowMs: clock.nowMs() });
    const refusal = await tryGroup(store, removal, context.signal);
    if (refusal === undefined) {
      log.info('node removed', { nodeId: node.id, force, requestId: context.requestId });
      return { nodeId: node.id };
    }
    if (refusal.kind !== 'check' || attempt === MOST_REMOVAL_ATTEMPTS) throw refusalError(store, refusal);
  }
}
