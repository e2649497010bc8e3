/**
 * Processes that stand still while their connections stay open, under the default heartbeat of 5 s: up to
 * 20 s cost no container, longer than the limit moves the tasks of the node once. Two clusters, so that stalls
 * that have nothing to do with each other pass at the same time.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type NodeAccount, type RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const SERVICE = 'web';
const REPLICAS = 6;
const STALL_MS = 20_000;
/** Three heartbeats of 5 s, and the poll. */
const SUSPECT_WITHIN_MS = 17_000;
/** Six heartbeats of 5 s, and the poll; the last beat may have been one period before. */
const DOWN_WITHIN_MS = 33_000;
const DOWN_AFTER_MS = 25_000;

const isIn =
  (state: string) =>
  ({ Status }: NodeAccount): boolean =>
    Status.State === state;
const hasEngineError = ({ Description }: NodeAccount): boolean => (Description.Engine?.Error ?? '') !== '';

describe('processes that stand still', function () {
  this.timeout(180_000);
  let lab: Lab;
  let otherLab: Lab;
  let cluster: LabCluster;
  let other: LabCluster;
  let second: LabHost;
  let third: LabHost;

  async function begin(name: string, hosts: number): Promise<LabCluster> {
    const created = await Lab.create({ hosts, name });
    if (name === 'stalls') lab = created;
    else otherLab = created;
    const started = await LabCluster.start(created);
    const policy = ['--restart-delay', '500ms', '--replicas', String(REPLICAS)];
    await started.swarmctl('service', 'create', '--detach', '--name', SERVICE, ...policy, 'lab/web:1');
    await started.expectRunning(SERVICE, REPLICAS);
    return started;
  }

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    [cluster, other] = await Promise.all([begin('stalls', 3), begin('stallsm', 2)]);
    [second, third] = [lab.host(2), lab.host(3)];
  });

  after(async () => {
    await Promise.all([lab?.close(), otherLab?.close()]);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await cluster.printLogs();
    await other.printLogs();
  });

  /** Waits until the stall has lasted so long, and fails as soon as a container on these hosts is another. */
  async function untouchedUntil(
    of: LabCluster,
    before: readonly RunningContainer[],
    endMs: number,
    hosts: readonly LabHost[] = of.lab.hosts,
  ): Promise<void> {
    const expected = on(before, hosts);
    await eventually(
      'the stall has lasted long enough',
      () => of.containers(SERVICE, hosts),
      (seen) => {
        assert.deepEqual(seen, expected);
        return performance.now() >= endMs;
      },
      { withinMs: STALL_MS * 2, pollMs: 500 },
    );
  }

  /** The very tasks and containers of before run, and the cluster does what it is told. */
  async function expectAsBefore(
    of: LabCluster,
    before: readonly RunningContainer[],
    taskIds: readonly string[],
  ): Promise<void> {
    await of.expectReadyNodes(of.lab.hosts.length);
    assert.deepEqual(await of.expectRunning(SERVICE, REPLICAS), before);
    assert.deepEqual(await taskIdsOf(of), taskIds);
    await of.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS + 1}`);
    assertUntouched(before, await of.expectRunning(SERVICE, REPLICAS + 1));
    await of.swarmctl('service', 'scale', '--detach', `${SERVICE}=${REPLICAS}`);
    assertUntouched(before, await of.expectRunning(SERVICE, REPLICAS));
  }

  async function freezeAgent(before: readonly RunningContainer[], frozenAtMs: number): Promise<void> {
    await second.freezeSwarmd('parent');
    const { Status } = await cluster.expectNode(
      'it is suspected',
      second,
      isIn('disconnected'),
      SUSPECT_WITHIN_MS,
    );
    assert.match(Status.Message ?? '', /^no heartbeat for 15 s|^its session ended$/);
    await untouchedUntil(cluster, before, frozenAtMs + STALL_MS, [cluster.manager, second]);
    await second.thawSwarmd('parent');
  }

  async function freezeEngine(frozenAtMs: number): Promise<void> {
    const pid = third.engine.pid ?? assert.fail();
    process.kill(pid, 'SIGSTOP');
    await cluster.expectNode('its engine is away', third, hasEngineError, 15_000);
    await eventually(
      'the engine stood still long enough; nobody calls its tasks ended',
      () => cluster.tasks(SERVICE),
      (rows) => {
        assert.ok(rows.every(({ CurrentState }) => CurrentState.startsWith('Running')));
        return performance.now() >= frozenAtMs + STALL_MS;
      },
      { withinMs: STALL_MS * 2, pollMs: 500 },
    );
    process.kill(pid, 'SIGCONT');
    await cluster.expectNode('its engine is back', third, (node) => !hasEngineError(node));
  }

  async function freezeManager(part: 'parent' | 'child' | 'both'): Promise<void> {
    const before = await other.containers(SERVICE);
    const taskIds = await taskIdsOf(other);
    await other.manager.freezeSwarmd(part);
    await untouchedUntil(other, before, performance.now() + STALL_MS);
    await other.manager.thawSwarmd(part);
    await expectAsBefore(other, before, taskIds);
  }

  describe('for 20 s', () => {
    let round: { readonly agentAndEngine: Promise<void>; readonly controlPlane: Promise<void> };

    async function freezeAgentAndEngine(): Promise<void> {
      const before = await cluster.containers(SERVICE);
      const taskIds = await taskIdsOf(cluster);
      const frozenAtMs = performance.now();
      await Promise.all([freezeAgent(before, frozenAtMs), freezeEngine(frozenAtMs)]);
      await expectAsBefore(cluster, before, taskIds);
    }

    before(() => {
      round = { agentAndEngine: freezeAgentAndEngine(), controlPlane: freezeManager('child') };
      // Whichever is awaited later must not end the process when it fails first.
      for (const each of Object.values(round)) each.catch(() => undefined);
    });

    it('an agent and an engine are noticed, and cost no container (scenarios 34 and 35)', async () => {
      await round.agentAndEngine;
    });

    it('a control plane costs no container (scenario 34)', async () => {
      await round.controlPlane;
    });
  });

  describe('for longer than the limit, or beside their control plane', () => {
    let round: { readonly agent: Promise<void>; readonly manager: Promise<void> };

    async function freezeAgentForLong(): Promise<void> {
      const before = await cluster.containers(SERVICE);
      const frozenAtMs = performance.now();
      await second.freezeSwarmd('parent');
      await cluster.expectNode('it is down', second, isIn('down'), DOWN_WITHIN_MS);
      assert.ok(performance.now() - frozenAtMs > DOWN_AFTER_MS, 'before six heartbeats were missed');
      const others = [cluster.manager, third];
      const meanwhile = await cluster.expectRunning(SERVICE, REPLICAS, { hosts: others });
      assertUntouched(on(before, others), meanwhile);
      assert.deepEqual(await cluster.containers(SERVICE, [second]), on(before, [second]));
      await second.thawSwarmd('parent');
      await cluster.expectReadyNodes(3);
      assert.deepEqual(await cluster.expectRunning(SERVICE, REPLICAS), meanwhile);
    }

    before(() => {
      const manager = freezeManager('parent').then(() => freezeManager('both'));
      round = { agent: freezeAgentForLong(), manager };
      for (const each of Object.values(round)) each.catch(() => undefined);
    });

    it('an agent loses its tasks to others, and stops its own once it goes on (scenario 35)', async () => {
      await round.agent;
    });

    it("a manager's agent, then all of its swarmd, for 20 s each, cost no container (scenario 34)", async () => {
      await round.manager;
    });
  });
});

const on = (containers: readonly RunningContainer[], hosts: readonly LabHost[]): RunningContainer[] =>
  containers.filter(({ hostName }) => hosts.some(({ name }) => name === hostName));

async function taskIdsOf(cluster: LabCluster): Promise<readonly string[]> {
  return (await cluster.tasks(SERVICE)).map(({ ID }) => ID).toSorted();
}
