/**
 * Loads that were kept up to date are the loads one would find by counting everything again.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { NodeLoads } from '../../../control-plane/scheduler/rules/node-loads.js';
import { create, group, remove, update } from '../../../control-plane/store/rules/change.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { Watcher } from '../../../control-plane/store/watch.js';
import type { Change } from '../../../proto/gen/log.js';
import { DESIRED_STATES, TASK_STATES } from '../../../proto/gen/objects.js';
import type { PortSpec, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aServiceSpec, aTask } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';
import { loadsById } from './kit.js';

const NODE_IDS = ['n1', 'n2', 'n3'];
const TASK_IDS = ['t1', 't2', 't3', 't4', 't5', 't6'];
const HOST_PORT: PortSpec = {
  protocol: 'tcp',
  publishedPort: 80,
  targetPort: 80,
  publishMode: 'host',
  hostIp: '',
};
const REVISIONS = [1, 2].map((revision) =>
  aRevision({
    revision,
    spec: {
      task: {
        resources: { reservations: { nanoCpus: revision, memoryBytes: 10 * revision } },
      },
      endpoint: { ports: revision === 1 ? [HOST_PORT] : [] },
    },
  }),
);

const GPUS = { kind: 'gpu', count: 2, values: ['a', 'b'] };

const LEAVING = { sinceMs: 1, reason: 'scaled down', end: 'remove' } as const;

const nodeIds = fc.constantFrom(...NODE_IDS);
const taskIds = fc.constantFrom(...TASK_IDS);
const changes: fc.Arbitrary<Change> = fc.oneof(
  nodeIds.map((id) => create('node', aNode({ id, description: { resources: { generic: [GPUS] } } }))),
  nodeIds.map((id) => remove('node', id)),
  fc
    .tuple(nodeIds, fc.constantFrom('active', 'drain'))
    .map(([id, availability]) =>
      update('node', id, 'spec', { spec: aNode({ spec: { availability } }).spec }),
    ),
  fc
    .tuple(taskIds, nodeIds, fc.constantFrom(1, 2), fc.constantFrom(...TASK_STATES))
    .map(([id, nodeId, revision, state]) =>
      create('task', aTask({ id, revision, placement: { nodeId }, status: { state } })),
    ),
  taskIds.map((id) => remove('task', id)),
  fc.tuple(taskIds, nodeIds).map(([id, nodeId]) =>
    update('task', id, 'placement', {
      placement: { nodeId, generic: [{ ...GPUS, count: 1, values: ['b'] }] },
    }),
  ),
  fc
    .tuple(taskIds, fc.constantFrom(...TASK_STATES))
    .map(([id, state]) => update('task', id, 'status', { status: aTask({ status: { state } }).status })),
  fc.tuple(taskIds, fc.constantFrom(...DESIRED_STATES), fc.boolean()).map(([id, state, isLeaving]) =>
    update('task', id, 'desired', {
      desired: { state, ...(isLeaving && { leaving: LEAVING }) },
    }),
  ),
);

/** All that can be asked of the loads. */
function accountOf(loads: NodeLoads): unknown {
  return loadsById(loads).map((load) => ({
    node: load.node,
    free: load.free,
    activeCount: load.activeCount,
    activeOfService: load.activeOf('service-1'),
    allOfService: load.allOf('service-1'),
    carriesService: [...loads.ofService('service-1')].includes(load),
    freeGeneric: load.freeGeneric,
    hostPorts: load.hostPorts,
  }));
}

const specOf = (view: ClusterView, task: Task): ServiceSpec | undefined =>
  view.revision(task.serviceId, task.revision)?.spec;

function countedAgain(view: ClusterView): NodeLoads {
  const loads = new NodeLoads();
  for (const node of view.nodes()) loads.setNode(node);
  for (const task of view.tasks()) loads.setTask(task, specOf(view, task));
  return loads;
}

async function followOnce(loads: NodeLoads, watcher: Watcher): Promise<void> {
  const next = await watcher[Symbol.asyncIterator]().next();
  if (next.done === true) throw new Error('the watcher has ended');
  const { view, changed } = next.value;
  for (const id of changed.node) {
    const node = view.node(id);
    if (node === undefined) loads.removeNode(id);
    else loads.setNode(node);
  }
  for (const id of changed.task) {
    const task = view.task(id);
    if (task === undefined) loads.removeTask(id);
    else loads.setTask(task, specOf(view, task));
  }
}

describe('the loads of the nodes', () => {
  it('are the same followed change by change and counted from nothing', async () => {
    const steps = fc.array(fc.array(changes, { minLength: 1, maxLength: 4 }), { maxLength: 30 });
    const property = fc.asyncProperty(steps, async (commits) => {
      const { store } = aMemoryStore();
      await storeObjects(store, { revision: REVISIONS });
      const watcher = store.watch({ tables: ['node', 'task'] });
      const followed = new NodeLoads();
      await followOnce(followed, watcher);
      for (const commit of commits) {
        // Each change by itself: what does not apply is refused, and the others still count.
        await store.commit(commit.map((change) => group([change])));
        watcher.wake();
        await followOnce(followed, watcher);
        assert.deepEqual(accountOf(followed), accountOf(countedAgain(store.view())));
      }
      watcher.close();
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('cost what a node carries when it comes or goes, however much the others carry', () => {
    const loads = new NodeLoads();
    loads.setNode(aNode({ id: 'busy' }));
    const spec = aServiceSpec();
    const task = aTask({ placement: { nodeId: 'busy' } });
    for (let i = 0; i < 20_000; i++) loads.setTask({ ...task, id: `t${i}`, serviceId: `s${i}` }, spec);
    const node = aNode({ id: 'n1' });
    const started = process.cpuUsage();
    for (let i = 0; i < 10_000; i++) {
      loads.setNode(node);
      loads.removeNode(node.id);
    }
    // Of the processor: others on this machine do not count.
    const tookMs = process.cpuUsage(started).user / 1000;
    assert.equal(loads.nodeCount, 1);
    assert.ok(tookMs < 500, `took ${tookMs} ms`);
  });
});
