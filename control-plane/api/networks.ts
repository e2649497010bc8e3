/**
 * Creates, lists, shows and removes networks. What a network is given (subnets, a VXLAN) is the allocator's to
 * write; here it is checked that what was asked for can be had beside the other networks and the nodes' routes.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import {
  ControlService,
  type CreateNetworkReply,
  type CreateNetworkRequest,
  type RemoveNetworkReply,
  type RemoveNetworkRequest,
} from '../../proto/gen/control.js';
import { validateNetworkSpec } from '../../proto/model/network-spec.js';
import { once } from '../store/once.js';
import { create, exists, group, remove } from '../store/rules/change.js';
import type { Store } from '../store/store.js';
import { commitGroup } from './commit.js';
import type { ControlHandlers } from './handlers.js';
import { filterNetworks } from './rules/filters.js';
import { checkNetworkRemoval, checkNewNetwork } from './rules/network-check.js';
import { networkReply } from './rules/network-users.js';
import { resolveNetwork } from './rules/references.js';
import type { Turns } from './turns.js';

export interface NetworksModules {
  readonly store: Store;
  readonly random: Random;
  readonly log: Log;
  readonly turns: Turns;
}

export function networkHandlers(
  modules: NetworksModules,
): ControlHandlers<'createNetwork' | 'listNetworks' | 'getNetwork' | 'removeNetwork'> {
  const { store, turns } = modules;
  return {
    createNetwork: (request, context) =>
      turns.take(context, (undisturbed) => createNetwork(request, undisturbed, modules)),
    listNetworks: async (request) => ({ networks: filterNetworks(store.view(), request) }),
    getNetwork: async ({ ref }) => {
      const view = store.view();
      return networkReply(view, resolveNetwork(view, ref));
    },
    removeNetwork: (request, context) =>
      turns.take(context, (undisturbed) => removeNetwork(request, undisturbed, modules)),
  };
}

async function createNetwork(
  request: CreateNetworkRequest,
  context: CallContext,
  { store, random, log }: NetworksModules,
): Promise<CreateNetworkReply> {
  const stored = (id: string): CreateNetworkReply => ({ network: resolveNetwork(store.view(), id) });
  return await once(
    { store, context, method: ControlService.methods.createNetwork, request },
    async (marked) => {
      if (request.spec === undefined)
        throw new SwarmError('input.invalid', { field: 'spec', rule: 'must be given' });
      const spec = validateNetworkSpec(request.spec);
      checkNewNetwork(store.view(), spec);
      const id = newId(random);
      const creation = group([create('network', { id, spec })]);
      await commitGroup(store, marked(creation, { objectId: id }), context.signal);
      log.info('network created', { networkId: id, name: spec.name, requestId: context.requestId });
      return stored(id);
    },
    ({ objectId }) => stored(objectId),
  );
}

async function removeNetwork(
  request: RemoveNetworkRequest,
  context: CallContext,
  { store, log }: NetworksModules,
): Promise<RemoveNetworkReply> {
  return await once(
    { store, context, method: ControlService.methods.removeNetwork, request },
    async (marked) => {
      const view = store.view();
      const network = resolveNetwork(view, request.ref);
      checkNetworkRemoval(view, network);
      const { id } = network;
      const removal = group([remove('network', id)], [exists('network', id)]);
      await commitGroup(store, marked(removal, { objectId: id }), context.signal);
      log.info('network removed', { networkId: id, requestId: context.requestId });
      return { networkId: id };
    },
    ({ objectId }) => ({ networkId: objectId }),
  );
}
