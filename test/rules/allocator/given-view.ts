/**
 * Two small networks, and what the allocator knows of who has what from a view: for tests of what it gives to whom.
 */
import { Holdings } from '../../../control-plane/allocator/rules/holdings.js';
import { PortTable } from '../../../control-plane/allocator/rules/ports.js';
import { RevisionsInUse } from '../../../control-plane/allocator/rules/revisions-in-use.js';
import type { Given } from '../../../control-plane/allocator/rules/services.js';
import type { Tables } from '../../../control-plane/store/rules/change.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { ServiceSpecInput } from '../../../proto/gen/objects.js';
import { aNetwork } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

export const ON_BACK: ServiceSpecInput = { task: { networks: [{ networkId: 'back' }] } };
export const ON_BOTH: ServiceSpecInput = {
  task: { networks: [{ networkId: 'back' }, { networkId: 'ingress' }] },
};

const small = (id: string, third: number): Tables['network'] => {
  const subnet = `10.0.${third}.0/29`;
  return aNetwork({
    id,
    spec: { name: id, ingress: id === 'ingress' },
    allocation: { subnets: [{ subnet, range: subnet, gateway: `10.0.${third}.1` }], vxlanId: 4096 + third },
  });
};

const NETWORKS = [small('back', 1), small('ingress', 2)];

export async function viewOf(objects: Parameters<typeof storeObjects>[1]): Promise<ClusterView> {
  const { store } = aMemoryStore();
  await storeObjects(store, { network: NETWORKS, ...objects });
  return store.view();
}

/** As it follows from the view. */
export function holdingsOf(view: ClusterView): Holdings {
  const holdings = new Holdings();
  for (const network of view.networks()) holdings.setNetwork(network.id, network);
  for (const { id, allocation } of view.nodes()) holdings.setNode(id, allocation?.attachments ?? []);
  for (const { id, allocation } of view.services())
    holdings.setService(id, allocation?.virtualAddresses ?? []);
  for (const task of view.tasks()) holdings.setTask(task.id, task);
  return holdings;
}

function revisionsOf(view: ClusterView): RevisionsInUse {
  const revisions = new RevisionsInUse();
  for (const task of view.tasks()) revisions.setTask(task.id, task);
  return revisions;
}

export function givenIn(view: ClusterView): Given {
  const ports = new PortTable();
  for (const { id, allocation } of view.services()) ports.set(id, allocation?.ports ?? []);
  return { holdings: holdingsOf(view), ports, revisions: revisionsOf(view) };
}
