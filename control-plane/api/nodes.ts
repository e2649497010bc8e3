/**
 * Lists, shows, changes and removes nodes. A removed node is refused at the door from then on, and the
 * tasks it still had count as orphaned from the same moment: nobody will hear of them again.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext } from '../../proto/base/rpc.js';
import {
  ControlService,
  type RemoveNodeReply,
  type RemoveNodeRequest,
  type UpdateNodeReply,
  type UpdateNodeRequest,
} from '../../proto/gen/control.js';
import { isManager } from '../../proto/model/node.js';
import { validateNodeSpec } from '../../proto/model/node-spec.js';
import { isSame } from '../../proto/model/sameness.js';
import { atVersion, group, unchanged, update } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { refusalError, tryGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import type { Managers } from './managers.js';
import { once } from '../store/once.js';
import { nodeEntry } from './rules/entries.js';
import { filterNodes } from './rules/filters.js';
import { checkManagerIsGone, remainingManagers } from './rules/manager-leave.js';
import { nodeRemoval } from './rules/node-removal.js';
import { resolveNode } from './rules/references.js';
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

// Others may change meanwhile what a decision rests on; after so many times it has to be asked for again.
const MOST_ATTEMPTS = 8;

async function updateNode(
  request: UpdateNodeRequest,
  context: CallContext,
  { store, managers, log }: NodesModules,
): Promise<UpdateNodeReply> {
  const given = request.spec;
  if (given === undefined) throw new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
  const stored = (id: string): UpdateNodeReply => ({ node: resolveNode(store.view(), id) });
  return await once(
    { store, context, method: ControlService.methods.updateNode, request },
    async (marked) => {
      for (let attempt = 1; ; attempt++) {
        const view = store.view();
        const node = resolveNode(view, request.nodeId);
        checkNodeUpdate(node, request.version);
        const spec = validateNodeSpec(given);
        if (isSame(spec, node.spec)) return { node };
        const isDemoted = spec.role !== 'manager' && node.spec?.role === 'manager';
        const remaining = isDemoted ? remainingManagers(view, node, managers.seats()) : [];
        const changes = [update('node', node.id, 'spec', { spec })];
        const checks = [
          atVersion('node', node.id, 'spec', request.version),
          // Two that are demoted at once must not both count on the other.
          ...remaining.map((other) => unchanged('node', other, 'spec')),
        ];
        const marking = marked(group(changes, checks), { objectId: node.id });
        const refusal = await tryGroup(store, marking, context.signal);
        if (refusal === undefined) {
          const { role, availability } = spec;
          log.info('node updated', { nodeId: node.id, role, availability, requestId: context.requestId });
          return stored(node.id);
        }
        if (refusal.kind !== 'check' || attempt === MOST_ATTEMPTS) throw refusalError(store, refusal);
      }
    },
    ({ objectId }) => stored(objectId),
  );
}

async function removeNode(
  request: RemoveNodeRequest,
  context: CallContext,
  { store, managers, clock, log }: NodesModules,
): Promise<RemoveNodeReply> {
  const { ref, force } = request;
  return await once(
    { store, context, method: ControlService.methods.removeNode, request },
    async (marked) => {
      for (let attempt = 1; ; attempt++) {
        const view = store.view();
        const node = resolveNode(view, ref);
        if (isManager(node)) {
          checkManagerIsGone(node, managers.seats(), force);
          remainingManagers(view, node, managers.seats());
          await managers.remove(node.id);
        }
        const removal = nodeRemoval(view, node, { force, nowMs: clock.nowMs() });
        const refusal = await tryGroup(store, marked(removal, { objectId: node.id }), context.signal);
        if (refusal === undefined) {
          log.info('node removed', { nodeId: node.id, force, requestId: context.requestId });
          return { nodeId: node.id };
        }
        if (refusal.kind !== 'check' || attempt === MOST_ATTEMPTS) throw refusalError(store, refusal);
      }
    },
    ({ objectId }) => ({ nodeId: objectId }),
  );
}
