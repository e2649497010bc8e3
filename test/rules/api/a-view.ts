/**
 * A view of a store that holds the given objects, for the API's rules.
 */
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

export async function aView(objects: Parameters<typeof storeObjects>[1]): Promise<ClusterView> {
  const { store } = aMemoryStore();
  await storeObjects(store, objects);
  return store.view();
}
