/**
 * What the allocator does in one pass and leaves to the next, where the order matters.
 */
import assert from 'node:assert/strict';
import { Allocator, type AllocatorLimits } from '../../../control-plane/allocator/allocator.js';
import type { Tables } from '../../../control-plane/store/rules/change.js';
import type { Store } from '../../../control-plane/store/store.js';
import { stateOf } from '../../../proto/model/task.js';
import { aCluster, aNetwork, aNode, aRevision, aService, aServiceSpec, aTask } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

/** Decides and commits until nothing is left to do. */
async function settled(store: Store, limits: Partial<AllocatorLimits> = {}): Promise<void> {
  let made = 0;
  const allocator = new Allocator(() => `made-${(made += 1)}`, limits);
  const watcher = store.watch({ tables: allocator.tables });
  for (let pass = 0; pass < 100; pass++) {
    watcher.wake();
    const { value } = await watcher[Symbol.asyncIterator]().next();
    assert.ok(value);
    const { groups, wakeAtMs } = allocator.decide(value, 0);
    await store.commit(groups);
    if (groups.length === 0 && wakeAtMs === undefined) return watcher.close();
  }
  assert.fail('it goes on for ever');
}

const small = (
  id: string,
  host: number,
  spec: Tables['network']['spec'] | object = {},
): Tables['network'] => {
  const subnet = `10.0.${host}.0/29`;
  return aNetwork({
    id,
    spec: { name: id, ...spec },
    allocation: { subnets: [{ subnet, range: subnet, gateway: `10.0.${host}.1` }], vxlanId: 5000 + host },
  });
};

describe('the passes of the allocator', () => {
  it('give nodes what they lack before tasks take it, however many nodes there are', async () => {
    const { store } = aMemoryStore();
    const spec = aServiceSpec({ task: { networks: [{ networkId: 'back' }] }, endpoint: { mode: 'dnsrr' } });
    const placed = [1, 2].map((at) =>
      aTask({
        id: `placed-${at}`,
        placement: { nodeId: `node-${at}` },
        status: { state: 'assigned' },
        allocation: { attachments: [{ networkId: 'back', address: `10.0.1.${1 + at}` }] },
      }),
    );
    // Of five addresses three are left: for two nodes, and the one where the other task would be placed.
    const nodes = [1, 2, 3].map((at) => aNode({ id: `node-${at}` }));
    await storeObjects(store, {
      cluster: [aCluster()],
      network: [small('back', 1)],
      node: nodes,
      service: [aService({ spec })],
      revision: [aRevision({ spec })],
      task: [...placed, aTask({ id: 'other', placement: undefined, status: { state: 'new' } })],
    });
    await settled(store, { nodes: 1 });
    assert.equal(stateOf(store.view().task('other') ?? aTask()), 'new');
    const attached = nodes.filter(
      ({ id }) => (store.view().node(id)?.allocation?.attachments.length ?? 0) > 0,
    );
    assert.equal(attached.length, 2);
    assert.match(store.view().task('other')?.status?.error ?? '', /^no free address on network back/);
  });

  it('give the address of a task that ended unasked to another after a while only, whoever leads', async () => {
    const endedAtMs = Date.UTC(2030, 0, 1);
    const spec = aServiceSpec({ task: { networks: [{ networkId: 'back' }] }, endpoint: { mode: 'dnsrr' } });
    const task = (host: number, parts: Parameters<typeof aTask>[0] = {}): Tables['task'] =>
      aTask({
        id: `t${host}`,
        allocation: { attachments: [{ networkId: 'back', address: `10.0.1.${host}` }] },
        ...parts,
      });
    const leaving = { sinceMs: 1, reason: 'scaled down', end: 'remove' } as const;
    for (const [desired, cooled] of [
      [{ state: 'shutdown' }, [false, false, true]],
      // It was sent nothing any more before it was told to stop.
      [{ state: 'shutdown', leaving }, [true, true, true]],
    ] as const) {
      const { store } = aMemoryStore();
      const status = { state: 'failed', storedAtMs: endedAtMs } as const;
      await storeObjects(store, {
        cluster: [aCluster()],
        network: [small('back', 1)],
        service: [aService({ spec })],
        revision: [aRevision({ spec })],
        task: [
          ...[2, 3, 4, 5].map((host) => task(host)),
          task(6, { desired, status }),
          aTask({ id: 'new', placement: undefined, status: { state: 'new' } }),
        ],
      });
      const given: boolean[] = [];
      for (const afterMs of [0, 4_999, 5_000]) {
        const allocator = new Allocator(() => 'made');
        const watcher = store.watch({ tables: allocator.tables });
        const { value } = await watcher[Symbol.asyncIterator]().next();
        watcher.close();
        assert.ok(value);
        const { groups, wakeAtMs } = allocator.decide(value, endedAtMs + afterMs);
        const isGiven = groups.some(({ changes }) => changes.length > 1);
        given.push(isGiven);
        if (!isGiven) assert.equal(wakeAtMs, endedAtMs + 5_000, 'it goes on by itself');
      }
      assert.deepEqual(given, cooled);
    }
  });

  it('keep to one ingress network where there are two, whichever changed last', async () => {
    const { store } = aMemoryStore();
    const spec = aServiceSpec({ endpoint: { ports: [{ targetPort: 80, publishedPort: 80 }] } });
    await storeObjects(store, {
      cluster: [aCluster()],
      node: [aNode()],
      network: [small('mine', 1, { ingress: true }), small('ingress', 2, { ingress: true })],
      service: [aService({ spec })],
    });
    await settled(store);
    const onIngress = (): readonly string[] | undefined =>
      store
        .view()
        .node('node-1')
        ?.allocation?.attachments.map(({ networkId }) => networkId);
    assert.deepEqual(onIngress(), ['ingress']);
  });
});
