/**
 * A whole cluster whose tasks have addresses: none is stopped before the nodes have said that they send it no new
 * traffic, unless they say nothing for as long as its service waits. The simulated cluster looks at each stop.
 */
import assert from 'node:assert/strict';
import type { ServiceSpec, ServiceSpecInput } from '../../proto/gen/objects.js';
import { isWanted } from '../../proto/model/task.js';
import { aServiceSpec } from '../kit/builders.js';
import { SimCluster } from '../kit/sim-cluster.js';
import { settlesTo } from './outcome.js';
import { Wishes } from './wishes.js';

const REPLICAS = 6;
const DRAIN_MS = 5_000;

const web = (parts: ServiceSpecInput): ServiceSpec =>
  aServiceSpec({
    name: 'web',
    mode: { kind: 'replicated', replicated: { replicas: REPLICAS } },
    endpoint: { drainTimeoutMs: DRAIN_MS },
    ...parts,
    task: { networks: [{ networkId: 'front' }], ...parts.task },
  });

interface Running {
  readonly cluster: SimCluster;
  readonly wishes: Wishes;
}

/** Three nodes on which the replicas of web:1 run, with an address each on the network front. */
async function running(seed: number, parts: ServiceSpecInput = {}): Promise<Running> {
  const cluster = new SimCluster({ seed, nodeCount: 3 });
  const wishes = new Wishes(cluster);
  await cluster.begin();
  await wishes.createNetwork('front');
  await wishes.create(web(parts));
  await settlesTo(cluster, { web: { replicas: REPLICAS, images: ['web:1'] } });
  return { cluster, wishes };
}

const updated = { web: { replicas: REPLICAS, images: ['web:2'] } };

describe('tasks with addresses', function () {
  this.timeout(60_000);

  for (const order of ['stop-first', 'start-first'] as const)
    it(`leave before they stop, one update after the other (${order})`, async () => {
      const { cluster, wishes } = await running(200, { update: { order, parallelism: 2 } });
      await wishes.setImage('web', 'web:2');
      await settlesTo(cluster, updated);
      assert.deepEqual([cluster.traffic.clearedCount, cluster.traffic.timedOutCount], [REPLICAS, 0]);
    });

  it('leave when there are too many of them, and when their service is removed', async () => {
    const { cluster, wishes } = await running(201);
    await wishes.scale('web', 2);
    await settlesTo(cluster, { web: { replicas: 2, images: ['web:1'] } });
    await wishes.remove('web');
    await settlesTo(cluster, {});
    assert.deepEqual([cluster.traffic.clearedCount, cluster.traffic.timedOutCount], [REPLICAS, 0]);
  });

  it('leave before they stop where their node no longer suits them, and are replaced on another', async () => {
    const constraints = ['node.labels.disk!=tape'];
    const { cluster, wishes } = await running(206, {
      task: { networks: [{ networkId: 'front' }], placement: { constraints } },
    });
    const before = cluster.view.tasksOnNode('node-3').map(({ id }) => id);
    assert.ok(before.length > 0);
    await wishes.setLabels('node-3', { disk: 'tape' });
    await settlesTo(cluster, { web: { replicas: REPLICAS, images: ['web:1'] } });
    assert.deepEqual([cluster.traffic.clearedCount, cluster.traffic.timedOutCount], [before.length, 0]);
    for (const id of before) {
      const { status, desired } = cluster.view.task(id) ?? {};
      assert.deepEqual(
        [status?.state, desired?.leaving?.reason],
        ['shutdown', 'assigned node no longer meets constraints'],
      );
    }
    const there = cluster.view.tasksOnNode('node-3').filter((task) => isWanted(task));
    assert.deepEqual(there, []);
  });

  it('wait for a node that says nothing as long as their service says, and no longer', async () => {
    const { cluster, wishes } = await running(202, { update: { parallelism: 0 } });
    cluster.node('node-3').kernel.isStuck = true;
    const begunMs = cluster.nowMs;
    await wishes.setImage('web', 'web:2');
    await settlesTo(cluster, updated);
    assert.deepEqual([cluster.traffic.clearedCount, cluster.traffic.timedOutCount], [0, REPLICAS]);
    assert.ok(cluster.nowMs - begunMs > DRAIN_MS);
  });

  it('do not wait for a node that is known to be away', async () => {
    const { cluster, wishes } = await running(203);
    cluster.harm('node-3', (node) => node.powerCut());
    await cluster.until('it is down', () => cluster.view.node('node-3')?.status?.state === 'down');
    await wishes.setImage('web', 'web:2');
    const isUpdated = (): boolean =>
      cluster.healthy.filter(({ image }) => image === 'web:2').length === REPLICAS;
    await cluster.until('all run web:2', isUpdated);
    assert.ok(cluster.traffic.clearedCount > 0);
    assert.equal(cluster.traffic.timedOutCount, 0);
  });

  it('wait out what names led to, where names lead to tasks', async () => {
    const endpoint = { mode: 'dnsrr', drainTimeoutMs: DRAIN_MS } as const;
    const { cluster, wishes } = await running(204, { endpoint, update: { parallelism: 0 } });
    const isLeaving = (): boolean =>
      [...cluster.view.tasks()].some(
        ({ desired }) => desired?.leaving !== undefined && desired.state === 'running',
      );
    await wishes.setImage('web', 'web:2');
    await cluster.until('they leave', isLeaving);
    const leftMs = cluster.nowMs;
    await cluster.until('they stop', () => !isLeaving());
    assert.ok(cluster.nowMs - leftMs >= 2_000, `${cluster.nowMs - leftMs} ms`);
    await settlesTo(cluster, updated);
    assert.equal(cluster.traffic.timedOutCount, 0);
  });

  it('leave once, whenever the manager dies meanwhile, and nothing is forgotten', async () => {
    for (let operations = 1; operations <= 41; operations += 10) {
      const { cluster, wishes } = await running(300 + operations, { update: { parallelism: 2 } });
      cluster.manager.killDuringWrite(operations);
      void (await wishes.setImage('web', 'web:2'));
      await cluster.run(operations * 20);
      cluster.manager.kill();
      await cluster.run(1_000);
      cluster.manager.start();
      const isKnown = wishes.service('web')?.revision === 2;
      await settlesTo(cluster, isKnown ? updated : { web: { replicas: REPLICAS, images: ['web:1'] } });
    }
  });

  it('leave when agents die and come back over it', async () => {
    const { cluster, wishes } = await running(205, { update: { parallelism: 2 } });
    await wishes.setImage('web', 'web:2');
    for (const { nodeId } of cluster.nodes) {
      cluster.harm(nodeId, (node) => node.killAgent());
      await cluster.run(700);
      cluster.node(nodeId).startAgent();
      await cluster.run(300);
    }
    await settlesTo(cluster, updated);
    assert.ok(cluster.traffic.clearedCount > 0);
  });
});
