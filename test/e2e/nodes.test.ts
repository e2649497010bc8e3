/**
 * Nodes that lose power or network, and nodes that come and go at their operator's word: what was asked for
 * runs, exactly as often as asked, and nothing that is well is touched. The heartbeat is a short one, so that a
 * node is down within seconds; stalls at the default one are in stalls.test.ts.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type NodeAccount, type RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const SERVICE = 'web';
const REPLICAS = 6;
const HEARTBEAT = '2s';
/** Six heartbeats are missed before a node is down. */
const DOWN_WITHIN_MS = 20_000;
/** The last beat may have been one period before. */
const DOWN_AFTER_MS = 10_000;

const isDown = ({ Status }: NodeAccount): boolean => Status.State === 'down';
const isReady = ({ Status }: NodeAccount): boolean => Status.State === 'ready';
const slotOf = ({ taskName }: RunningContainer): string => taskName.split('.').slice(0, 2).join('.');

describe('nodes that fail', function () {
  this.timeout(180_000);
  let lab: Lab;
  let cluster: LabCluster;
  let second: LabHost;
  let third: LabHost;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'nodes' });
    cluster = await LabCluster.start(lab, '--dispatcher-heartbeat', HEARTBEAT);
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

  it('by a power cut have their tasks replaced, and hold only what they should when they return', async () => {
    const before = await cluster.containers(SERVICE);
    assert.ok(onlyOn(before, third).length > 0);
    const lostAtMs = performance.now();
    await third.kill();
    const { Status } = await cluster.expectNode('it is down', third, isDown, DOWN_WITHIN_MS);
    assert.ok(performance.now() - lostAtMs > DOWN_AFTER_MS, 'before six heartbeats were missed');
    assert.equal(Status.Message, 'heartbeat failure');
    const alive = [cluster.manager, second];
    const meanwhile = await cluster.expectRunning(SERVICE, REPLICAS, { hosts: alive });
    assertUntouched(onlyOn(before, ...alive), meanwhile);
    await powerOn(third);
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

  it('by a power cut too short to be missed know which of their tasks are dead, at once (scenario 36)', async () => {
    const before = await cluster.containers(SERVICE);
    const [dead, alive] = [onlyOn(before, third), onlyOn(before, cluster.manager, second)];
    assert.ok(dead.length > 0);
    const lostAtMs = performance.now();
    await third.kill();
    await powerOn(third);
    await cluster.expectTasks('all that died is called failed', SERVICE, (rows) =>
      dead.every(({ taskName }) =>
        rows.some(({ ID, CurrentState }) => taskName.endsWith(ID) && CurrentState.startsWith('Failed')),
      ),
    );
    assert.ok(performance.now() - lostAtMs < DOWN_AFTER_MS, 'no sooner than silence would have told');
    const { Status } = await cluster.expectNode('it is ready', third, isReady);
    assert.notEqual(Status.Message, 'heartbeat failure');
    const after = await cluster.expectRunning(SERVICE, REPLICAS);
    assertUntouched(alive, after);
    assert.deepEqual(after.map(slotOf).toSorted(), before.map(slotOf).toSorted());
    const ids = new Set(after.map(({ containerId }) => containerId));
    assert.ok(dead.every(({ containerId }) => !ids.has(containerId)));
    await expectNothingOver(third);
  });

  it('by a cut cable have their tasks replaced, and stop their own, once, when it is mended (scenario 37)', async () => {
    const before = await cluster.containers(SERVICE);
    const heldBefore = await allContainers(second);
    const cutOff = onlyOn(before, second);
    assert.ok(cutOff.length > 0);
    await second.partition();
    await cluster.expectNode('it is down', second, isDown, DOWN_WITHIN_MS);
    const others = [cluster.manager, third];
    const meanwhile = await cluster.expectRunning(SERVICE, REPLICAS, { hosts: others });
    assertUntouched(onlyOn(before, ...others), meanwhile);
    assertUntouched(cutOff, await cluster.containers(SERVICE, [second]));
    await second.heal();
    await cluster.expectReadyNodes(3);
    assertUntouched(meanwhile, await cluster.expectRunning(SERVICE, REPLICAS));
    await expectNothingOver(second);
    // Nothing was stopped and started on the way to that: the surplus ended, and nothing began.
    const began = (await allContainers(second)).filter((id) => !heldBefore.includes(id));
    assert.deepEqual(began, []);
  });

  it('not at all, while their manager sleeps longer than their limit, keep all they have (scenario 34)', async () => {
    const before = await cluster.containers(SERVICE);
    const { manager } = cluster;
    await manager.freezeSwarmd('child');
    const frozenAtMs = performance.now();
    await eventually(
      'the control plane slept for longer than a node may be silent',
      () => cluster.containers(SERVICE),
      (seen) => {
        assert.deepEqual(seen, before);
        return performance.now() - frozenAtMs > DOWN_AFTER_MS + 4_000;
      },
      { withinMs: 30_000, pollMs: 500 },
    );
    await manager.thawSwarmd('child');
    await eventually(
      'all are ready',
      async () => (await manager.look(['node', 'ls'])).stdout,
      (table) => {
        assert.doesNotMatch(table, /\bDown\b/);
        return table.match(/\bReady\b/g)?.length === lab.hosts.length;
      },
      { withinMs: 30_000, pollMs: 200 },
    );
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
      async () => (await second.look(['node', 'ls'])).stderr,
      (said) => said.includes('no longer a member of this cluster'),
      { withinMs: 30_000, pollMs: 200 },
    );
    assert.match(removed, new RegExp(ID));
    await cluster.swarmctlOn(second, 'swarm', 'leave');
    await cluster.expectRunning(SERVICE, REPLICAS + 2);
    assert.deepEqual(await cluster.containers(SERVICE, [second]), []);
  });

  async function powerOn(host: LabHost): Promise<void> {
    await host.boot();
    await host.startEngine();
    await host.startSwarmd();
  }

  async function allContainers(host: LabHost): Promise<readonly string[]> {
    const all = await (await host.docker()).listContainers({ all: true });
    return all.map(({ Id }) => Id);
  }

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
