/**
 * The cluster in numbers: what is counted, and that counting very many tasks holds nobody up.
 */
import assert from 'node:assert/strict';
import { measureCluster } from '../../../control-plane/manager/cluster-metrics.js';
import { clusterFigures, MOST_NAMED_SERVICES } from '../../../control-plane/manager/rules/cluster-figures.js';
import { noMeter } from '../../../proto/base/meter.js';
import { aBenchStore, createEach } from '../../bench/bench-store.js';
import { aNode, aService, aTask } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

const TASKS = 100_000;
const SERVICES = 200;

describe('the cluster in numbers', () => {
  it('counts nodes, tasks and services by their states, and what runs against what should', async () => {
    const { store } = aMemoryStore();
    await storeObjects(store, {
      node: [
        aNode({ id: 'n1' }),
        aNode({ id: 'n2', spec: { availability: 'drain' } }),
        aNode({ id: 'n3', status: { state: 'down' } }),
      ],
      service: [
        aService({
          id: 's1',
          spec: { name: 'web', mode: { kind: 'replicated', replicated: { replicas: 3 } } },
        }),
        aService({ id: 's2', spec: { name: 'db' } }),
      ],
      task: [
        aTask({ id: 't1', serviceId: 's1' }),
        aTask({ id: 't2', serviceId: 's1', desired: { state: 'shutdown' } }),
        aTask({ id: 't3', serviceId: 's1', status: { state: 'pending' } }),
        aTask({ id: 't4', serviceId: 's2' }),
      ],
    });
    const figures = clusterFigures(store.view());
    assert.deepEqual(figures.nodes, [
      { state: 'ready', availability: 'active', count: 1 },
      { state: 'ready', availability: 'drain', count: 1 },
      { state: 'down', availability: 'active', count: 1 },
    ]);
    assert.deepEqual(
      figures.tasks.filter(({ count }) => count > 0),
      [
        { state: 'pending', count: 1 },
        { state: 'running', count: 3 },
      ],
    );
    assert.deepEqual(figures.services, [
      { name: 'web', desired: 3, running: 1 },
      { name: 'db', desired: 1, running: 1 },
    ]);
    assert.deepEqual([figures.serviceCount, figures.shortCount], [2, 1]);
    assert.deepEqual(figures.rollouts, [{ state: 'none', count: 2 }]);
  });

  it('names so many services and no more, and counts them all', async () => {
    const { store } = aMemoryStore();
    const service = Array.from({ length: MOST_NAMED_SERVICES + 7 }, (_each, at) =>
      aService({ id: `s${at}` }),
    );
    await storeObjects(store, { service });
    const { services, serviceCount } = clusterFigures(store.view());
    assert.deepEqual([services.length, serviceCount], [MOST_NAMED_SERVICES, MOST_NAMED_SERVICES + 7]);
  });

  it('holds the event loop no longer for a hundred thousand tasks', async () => {
    const store = aBenchStore({ appliesIn: 'later-turn' });
    const services = Array.from({ length: SERVICES }, (_each, at) => aService({ id: `s${at}` }));
    const tasks = Array.from({ length: TASKS }, (_each, at) =>
      aTask({ id: `t${at}`, serviceId: `s${at % SERVICES}`, placement: { nodeId: `n${at % 1000}` } }),
    );
    const nodes = Array.from({ length: 1000 }, (_each, at) => aNode({ id: `n${at}` }));
    await store.commit(createEach('service', services));
    await store.commit(createEach('node', nodes));
    await store.commit(createEach('task', tasks));
    const reads: (() => unknown)[] = [];
    measureCluster({ ...noMeter, sample: (_name, read) => void reads.push(read) }, store);
    const startedAtMs = performance.now();
    const samples = reads.flatMap((read) => read());
    const tookMs = performance.now() - startedAtMs;
    assert.ok(samples.length > SERVICES * 2);
    assert.ok(tookMs < 50, `it took ${tookMs.toFixed(1)} ms`);
    if (process.env['SHOW_TIMES'] !== undefined) console.log(`      ${tookMs.toFixed(2)} ms`);
  }).timeout(20_000);
});
