/**
 * Nodes that lose power, network or time, and nodes that come and go at their operator's word: what was asked
 * for runs, exactly as often as asked, and nothing that is well is touched.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type NodeAccount, type RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const SERVICE = 'web';
const REPLICAS = 6;
/** Three heartbeats of 5 s are missed before a node is down. */
const DOWN_WITHIN_MS = 25_000;
/** The last beat may have been one period before. */
const DOWN_AFTER_MS = 10_000;

const isDown = ({ Status }: NodeAccount): boolean => Status.State === 'down';

describe('nodes that fail', function () {
  this.timeout(180_000);
  let lab: Lab;
  let cluster: LabCluster;
  let second: LabHost;
  let third: LabHost;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'nodes' });
    cluster = await LabCluster.start(lab);
    [second, third] = [lab.host(2), lab.host(3)];
    const policy = ['--restart-delay', '500ms', '--replicas', String(REPLICAS)];
    await cluster.swarmctl('service', 'create', '--detach', '--name', SERVICE, ...policy, 'lab/web:1');
    await cluster.expectRunning(SERVICE, REPLICAS);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  const onlyOn = (
    containers: readonly RunningContainer[],
    ...hosts: LabHost[]
  ): readonly RunningContainer[] =>
    containers.filter(({ hostName }) => hosts.some(({ name }) => name === hostName));

  /** Looks again and again for so long: nobody is anything but ready, and nothing is stopped or started. */
  async function assertCalm(before: readonly RunningContainer[], forMs: number): Promise<void> {
    const endMs = performance.now() + forMs;
    while (performance.now() < endMs) {
      const table = await cluster.swarmctl('node', 'ls');
      assert.equal(table.match(/\bReady\b/g)?.length, lab.hosts.length, table);
      assert.deepEqual(await cluster.containers(SERVICE), before);
    }
  }

  it('by a power cut have their tasks replaced, and hold only what they should when they return', async () => {
    const before = await cluster.containers(SERVICE);
    assert.ok(onlyOn(before, third).length > 0);
    const lostAtMs = performance.now();
    await third.kill();
    const { Status } = await cluster.expectNode('it is down', third, isDown, DOWN_WITHIN_MS);
    assert.ok(performance.now() - lostAtMs > DOWN_AFTER_MS, 'before three heartbeats were missed');
    assert.equal(Status.Message, 'heartbeat failure');
    const alive = [cluster.manager, second];
    const meanwhile = await cluster.expectRunning(SERVICE, REPLICAS, { hosts: alive });
    assertUntouched(onlyOn(before, ...alive), meanwhile);
    await third.boot();
    await third.startEngine();
    await third.startSwarmd();
    await cluster.expectReadyNodes(3);
    assertUntouched(meanwhile, await cluster.expectRunning(SERVICE, REPLICAS));
    await expectNothingOver(third);
  });

  it('are given new tasks when they are back', async () => {
    await cluster.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS + 2}`);
    const grown = await cluster.expectRunning(SERVICE, REPLICAS + 2);
    assert.equal(onlyOn(grown, third).length, 2);
    await cluster.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS}`);
    await cluster.expectRunning(SERVICE, REPLICAS);
  });

  it('by a cut cable for 30 s have their tasks replaced, and stop their own when it is mended', async () => {
    const before = await cluster.containers(SERVICE);
    const cutAtMs = performance.now();
    const cutOff = onlyOn(before, second);
    assert.ok(cutOff.length > 0);
    await second.partition();
    await cluster.expectNode('it is down', second, isDown, DOWN_WITHIN_MS);
    const others = [cluster.manager, third];
    const meanwhile = await cluster.expectRunning(SERVICE, REPLICAS, { hosts: others });
    assertUntouched(onlyOn(before, ...others), meanwhile);
    await eventually(
      'the cable was out for 30 s; what the node held runs on there',
      async () => onlyOn(await cluster.containers(SERVICE), second),
      (seen) => {
        assertUntouched(cutOff, seen);
        return performance.now() - cutAtMs > 30_000;
      },
      { withinMs: 40_000, pollMs: 500 },
    );
    await second.heal();
    await cluster.expectReadyNodes(3);
    assertUntouched(meanwhile, await cluster.expectRunning(SERVICE, REPLICAS));
    await expectNothingOver(second);
  });

  it('but only sleep for less than three heartbeats keep all they have', async () => {
    const before = await cluster.containers(SERVICE);
    await third.freezeSwarmd('parent');
    // Ten seconds with the last look: a beat may be up to 4.5 s old, and 15 s would be too long.
    await assertCalm(before, 9_000);
    await third.thawSwarmd('parent');
    await assertCalm(before, 6_000);
  });

  it('not at all, while their manager sleeps, keep all they have', async () => {
    const before = await cluster.containers(SERVICE);
    const { manager } = cluster;
    await manager.freezeSwarmd('child');
    const frozenAtMs = performance.now();
    await eventually(
      'the control plane slept for 20 s; nothing was stopped or started',
      () => cluster.containers(SERVICE),
      (seen) => {
        assert.deepEqual(seen, before);
        return performance.now() - frozenAtMs > 20_000;
      },
      { withinMs: 30_000, pollMs: 500 },
    );
    await manager.thawSwarmd('child');
    const endMs = performance.now() + 17_000;
    while (performance.now() < endMs) {
      const { stdout } = await manager.swarmctl(['node', 'ls']);
      assert.doesNotMatch(stdout, /\bDown\b/);
      assert.deepEqual(await cluster.containers(SERVICE), before);
    }
    await cluster.expectReadyNodes(3);
    assert.deepEqual(await cluster.expectRunning(SERVICE, REPLICAS), before);
  });

  it('as their operator says: drained, they pass their tasks on; active again, they take new ones', async () => {
    const before = await cluster.containers(SERVICE);
    await cluster.swarmctl('node', 'update', '--availability', 'drain', 'h3');
    const [one, two] = [cluster.manager, second];
    await eventually(
      'none runs on the drained node',
      async () => onlyOn(await cluster.expectRunning(SERVICE, REPLICAS), third),
      (left) => left.length === 0,
      { withinMs: 60_000, pollMs: 200 },
    );
    assertUntouched(onlyOn(before, one, two), await cluster.expectRunning(SERVICE, REPLICAS));
    await cluster.swarmctl('node', 'update', '--availability', 'active', 'h3');
    await cluster.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS + 2}`);
    assert.equal(onlyOn(await cluster.expectRunning(SERVICE, REPLICAS + 2), third).length, 2);
    await cluster.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS}`);
    await cluster.expectRunning(SERVICE, REPLICAS);
  });

  it('leave and join again, and are then like new', async () => {
    await cluster.swarmctlOn(third, 'swarm', 'leave');
    await cluster.expectRunning(SERVICE, REPLICAS, { hosts: [cluster.manager, second] });
    const token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
    await cluster.join(third, token);
    await cluster.expectReadyNodes(3);
    await cluster.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS + 2}`);
    assert.equal(onlyOn(await cluster.expectRunning(SERVICE, REPLICAS + 2), third).length, 2);
  });

  it('and are removed while they are down are told so when they ask', async () => {
    await second.killSwarmd('parent');
    const { ID } = await cluster.expectNode('it is down', second, isDown, DOWN_WITHIN_MS);
    await cluster.swarmctl('node', 'rm', ID);
    await second.startSwarmd();
    const removed = await eventually(
      'its swarmd says that it was removed',
      async () => (await second.swarmctl(['node', 'ls'])).stderr,
      (said) => said.includes('no longer a member of this cluster'),
      { withinMs: 30_000, pollMs: 200 },
    );
    assert.match(removed, new RegExp(ID));
    await cluster.swarmctlOn(second, 'swarm', 'leave');
    await cluster.expectRunning(SERVICE, REPLICAS + 2);
    assert.deepEqual(await cluster.containers(SERVICE, [second]), []);
  });

  /** No container of a task is left on the host but those that run. */
  async function expectNothingOver(host: LabHost): Promise<void> {
    const wanted = new Set((await cluster.tasks(SERVICE)).map(({ ID }) => ID));
    await eventually(
      `${host.name} holds no container of a task that should not run`,
      async () => {
        const filters = { label: ['com.docker.swarm.task.id'] };
        const all = await (await host.docker()).listContainers({ filters });
        return all.map(({ Labels }) => Labels['com.docker.swarm.task.id'] ?? '');
      },
      (taskIds) => taskIds.every((taskId) => wanted.has(taskId)),
      { withinMs: 30_000, pollMs: 200 },
    );
  }
});
