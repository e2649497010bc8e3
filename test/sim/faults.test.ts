/**
 * A whole cluster through one fault each: what users see of it, and what they must not.
 */
import assert from 'node:assert/strict';
import type { ServiceSpec, ServiceSpecInput } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import { SimCluster } from '../kit/sim-cluster.js';
import { settlesTo } from './outcome.js';
import { Wishes } from './wishes.js';

const web = (replicas: number, parts: ServiceSpecInput = {}): ServiceSpec =>
  aServiceSpec({ name: 'web', mode: { kind: 'replicated', replicated: { replicas } }, ...parts });

/** A cluster in which so many replicas of web:1 run. */
async function running(
  seed: number,
  nodeCount: number,
  replicas: number,
): Promise<{ cluster: SimCluster; wishes: Wishes }> {
  const cluster = new SimCluster({ seed, nodeCount });
  const wishes = new Wishes(cluster);
  await cluster.begin();
  await wishes.create(web(replicas));
  await settlesTo(cluster, { web: { replicas, images: ['web:1'] } });
  return { cluster, wishes };
}

describe('a cluster', function () {
  this.timeout(60_000);

  it('finishes an update whenever in its writing the manager dies, and loses nothing it said yes to', async () => {
    for (let operations = 1; operations <= 40; operations += 5) {
      const { cluster, wishes } = await running(100 + operations, 2, 3);
      const update = wishes.setImage('web', 'web:2');
      cluster.manager.killDuringWrite(operations);
      const answer = await update;
      await cluster.run(operations * 50);
      cluster.manager.kill();
      await cluster.run(1_000);
      cluster.manager.start();
      const isKnown = wishes.service('web')?.revision === 2;
      if (answer.kind === 'done') assert.ok(isKnown, 'what was granted is kept');
      await settlesTo(cluster, { web: { replicas: 3, images: isKnown ? ['web:2'] : ['web:1', 'web:2'] } });
    }
  });

  it('keeps every container through the death of manager and agents', async () => {
    const { cluster } = await running(2, 3, 6);
    const before = cluster.healthy.map(({ containerId }) => containerId);
    cluster.manager.kill();
    for (const { nodeId } of cluster.nodes) cluster.harm(nodeId, (node) => node.killAgent());
    await cluster.run(20_000);
    cluster.manager.start();
    for (const node of cluster.nodes) node.startAgent();
    await cluster.run(60_000);
    assert.deepEqual(
      cluster.healthy.map(({ containerId }) => containerId),
      before,
    );
  });

  it('replaces what a cut-off node holds, and stops the old when the node is back', async () => {
    const { cluster } = await running(3, 3, 6);
    cluster.harm('node-1', () => cluster.net.cut('node-1'));
    const cutOff = cluster.node('node-1').engine.running.length;
    assert.ok(cutOff > 0);
    await cluster.until('six run elsewhere', () => cluster.healthy.length === 6 + cutOff);
    assert.equal(cluster.node('node-1').engine.running.length, cutOff, 'who hears nothing stops nothing');
    cluster.node('node-1').mend();
    await settlesTo(cluster, { web: { replicas: 6, images: ['web:1'] } });
    assert.equal(cluster.node('node-1').engine.running.length, 0);
  });

  it('leaves everything as it is when a line is down for a moment', async () => {
    const { cluster } = await running(4, 2, 4);
    const before = cluster.healthy.map(({ containerId }) => containerId);
    cluster.net.cut('node-1');
    cluster.net.drop('node-2');
    await cluster.run(5_000);
    cluster.net.heal('node-1');
    await cluster.run(60_000);
    assert.deepEqual(
      cluster.healthy.map(({ containerId }) => containerId),
      before,
    );
  });

  it('starts elsewhere what a dead machine ran, and nothing twice when it is up again', async () => {
    const { cluster } = await running(5, 3, 6);
    cluster.harm('node-2', (node) => node.powerCut());
    await cluster.until('six run', () => cluster.healthy.length === 6);
    cluster.node('node-2').mend();
    await settlesTo(cluster, { web: { replicas: 6, images: ['web:1'] } });
  });

  it('waits for an engine that is away, and takes its containers for what they are', async () => {
    const { cluster } = await running(6, 2, 4);
    const before = cluster.healthy.map(({ containerId }) => containerId);
    cluster.harm('node-1', ({ engine }) => engine.setAway(true));
    await cluster.run(45_000);
    cluster.node('node-1').mend();
    await cluster.run(30_000);
    assert.deepEqual(
      cluster.healthy.map(({ containerId }) => containerId),
      before,
    );
  });

  it('removes what was being created when the agent died and the task was given up meanwhile', async () => {
    for (let seed = 20; seed < 26; seed++) {
      const { cluster, wishes } = await running(seed, 1, 1);
      await wishes.scale('web', 8);
      await cluster.run(5 * (seed - 19));
      cluster.harm('node-1', (node) => node.killAgent());
      await wishes.scale('web', 1);
      await cluster.run(3_000);
      cluster.node('node-1').startAgent();
      await settlesTo(cluster, { web: { replicas: 1, images: ['web:1'] } });
    }
  });

  it('restarts what ends, in its slot, and nothing else', async () => {
    const { cluster } = await running(7, 2, 4);
    const [victim, ...others] = cluster.healthy;
    assert.ok(victim);
    cluster.node(victim.nodeId).engine.crash(victim);
    await settlesTo(cluster, { web: { replicas: 4, images: ['web:1'] } });
    for (const { containerId } of others)
      assert.ok(cluster.healthy.some((each) => each.containerId === containerId));
  });
});
