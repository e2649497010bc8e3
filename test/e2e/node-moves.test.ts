/**
 * Tasks that move between nodes on real engines, or do not: labels given at join, a drain that starts first, a
 * third host that is given its share, and a service that waits for its node.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const HEARTBEAT = '2s';
const DOWN_WITHIN_MS = 30_000;
/** A node must have been ready for half a minute before it draws tasks. */
const EVEN_WITHIN_MS = 120_000;

describe('tasks that move between nodes', function () {
  this.timeout(240_000);
  let lab: Lab;
  let cluster: LabCluster;
  let second: LabHost;
  let third: LabHost;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'moves' });
    cluster = new LabCluster(lab);
    [second, third] = [lab.host(2), lab.host(3)];
    await cluster.boot();
    await cluster.swarmctl('swarm', 'init');
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  async function join(host: LabHost, ...flags: string[]): Promise<void> {
    const token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
    const address = `${cluster.manager.address}:2377`;
    await cluster.swarmctlOn(host, 'swarm', 'join', ...flags, '--token', token, address);
  }

  const create = async (name: string, replicas: number, ...flags: string[]): Promise<void> => {
    const counted = ['--name', name, '--replicas', String(replicas), '--restart-delay', '500ms'];
    await cluster.swarmctl('service', 'create', '--detach', ...counted, ...flags, 'lab/web:1');
    await cluster.expectRunning(name, replicas);
  };

  async function countOn(host: LabHost, service: string): Promise<number> {
    const all = await (await host.docker()).listContainers();
    return all.filter(({ Labels }) => Labels['com.docker.swarm.service.name'] === service).length;
  }

  it('the heartbeat is changed while all goes on, and a node that joins says what it is', async () => {
    await cluster.swarmctl('swarm', 'update', '--dispatcher-heartbeat', HEARTBEAT);
    await join(second, '--label', 'zone=a', '--auto-remove', '1h');
    await cluster.expectReadyNodes(2);
    const shown = await cluster.swarmctl('node', 'inspect', '--pretty', second.name);
    assert.match(shown, /^ - zone=a$/m);
    assert.match(shown, /^ Removed After: +1h0m0s down$/m);
    assert.match(await cluster.swarmctl('cluster', 'inspect', '--pretty'), /^Heartbeat Period: +2s$/m);
    await create('zoned', 1, '--constraint', 'node.labels.zone==a');
    assert.equal(await countOn(second, 'zoned'), 1);
    await cluster.swarmctl('service', 'rm', 'zoned');
  });

  it('a drain is waited for, and of the one replica there is never none (scenario 28)', async () => {
    await create('single', 1, '--update-order', 'start-first');
    const [before] = await cluster.containers('single');
    assert.ok(before);
    const from = lab.hosts.find(({ name }) => name === before.hostName) ?? cluster.manager;
    const to = from === second ? cluster.manager : second;
    const drained: { output?: string } = {};
    const draining = cluster
      .swarmctl('node', 'update', '--availability', 'drain', '--wait', '--timeout', '1m', from.name)
      .then((output) => (drained.output = output));
    const fewest = await eventually(
      'the drain has ended',
      async () => {
        // The one it leaves is looked at first: if it has stopped by then, the other has begun.
        const count = (await countOn(from, 'single')) + (await countOn(to, 'single'));
        assert.ok(count > 0, 'no replica ran');
        return count;
      },
      () => drained.output !== undefined,
      { withinMs: 60_000, pollMs: 20 },
    );
    await draining;
    assert.equal(fewest, 1);
    assert.match(drained.output ?? '', /^drain: 1 task is left\nsingle\.1: running/m);
    assert.match(drained.output ?? '', /drain: no task is left\n$/);
    assert.deepEqual([await countOn(from, 'single'), await countOn(to, 'single')], [0, 1]);
    await cluster.swarmctl('node', 'update', '--availability', 'active', from.name);
    await cluster.swarmctl('service', 'rm', 'single');
  });

  it('a drain that cannot end says so, and why', async () => {
    await create('pinned', 1, '--update-order', 'start-first', '--constraint', 'node.labels.zone==a');
    const flags = ['--availability', 'drain', '--wait', '--timeout', '3s'];
    const { exitCode, stderr } = await cluster.manager.swarmctl(['node', 'update', ...flags, second.name]);
    assert.equal(exitCode, 3);
    assert.match(
      stderr,
      /was not empty within 3s: pinned\.1: running \(its replacement is pending: no suitable/,
    );
    await cluster.swarmctl('node', 'update', '--availability', 'active', second.name);
    await cluster.expectRunning('pinned', 1);
    await cluster.swarmctl('service', 'rm', 'pinned');
  });

  it('a host that joins is given its share where that is asked for, and nothing is short (scenario 40)', async () => {
    await create('shared', 6);
    await cluster.swarmctl('swarm', 'update', '--rebalance', 'on');
    await join(third);
    await eventually(
      'all have two',
      async () => {
        const counts = [];
        // The newcomer last: what has left another is there by then.
        for (const host of lab.hosts) counts.push(await countOn(host, 'shared'));
        assert.ok(counts.reduce((sum, count) => sum + count, 0) >= 6, counts.join());
        return counts.join();
      },
      (counts) => counts === '2,2,2',
      { withinMs: EVEN_WITHIN_MS, pollMs: 100 },
    );
    await cluster.expectRunning('shared', 6);
    await cluster.swarmctl('swarm', 'update', '--rebalance', 'off');
    await cluster.swarmctl('service', 'rm', 'shared');
  });

  it('a service that waits for its node keeps its containers, down or back', async () => {
    await create('db', 3, '--on-node-down', 'wait');
    const before = await cluster.containers('db');
    assert.equal(await countOn(third, 'db'), 1);
    await third.killSwarmd('parent');
    await cluster.expectNode('it is down', third, ({ Status }) => Status.State === 'down', DOWN_WITHIN_MS);
    const rows = await cluster.expectTasks('one waits', 'db', (tasks) =>
      tasks.some(({ Error }) => Error === '"node down, waits for it"'),
    );
    assert.equal(rows.length, 3);
    assertUntouched(before, await cluster.containers('db'));
    await third.startSwarmd();
    await cluster.expectReadyNodes(3);
    const after = await cluster.expectRunning('db', 3);
    assertUntouched(before, after);
  });
});
