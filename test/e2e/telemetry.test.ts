/**
 * Metrics and logs of three real hosts: what a manager and a worker show to whoever scrapes them, and one
 * request followed by its id from the manager to the worker that ran its task.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { METRICS_FLAGS, scrape } from '../lab/metrics.js';

const REPLICAS = 3;

describe('metrics and logs', function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'telemetry' });
    cluster = new LabCluster(lab);
    await lab.startEngines();
    await lab.buildImages();
    for (const host of lab.hosts) await host.startSwarmd([...METRICS_FLAGS, '--log-level', 'debug']);
    await cluster.swarmctl('swarm', 'init');
    const token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
    const join = ['swarm', 'join', '--token', token, `${cluster.manager.address}:2377`];
    for (const worker of cluster.workers)
      await cluster.swarmctlOn(worker, '--request-id', `join-${worker.name}`, ...join);
    await cluster.expectReadyNodes(3);
    const spread = ['--replicas', String(REPLICAS), '--replicas-max-per-node', '1'];
    const create = ['service', 'create', '--name', 'web', '--detach', ...spread, 'lab/web:1'];
    await cluster.swarmctl('--request-id', 'create-web', ...create);
    await cluster.expectRunning('web', REPLICAS);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster?.printLogs();
  });
  after(() => lab?.close());

  async function linesOf(
    host: LabHost,
    requestId: string,
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { swarmd } = await host.logs();
    return swarmd
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
      .filter((line) => line['requestId'] === requestId);
  }

  it("of a manager tell the cluster's nodes, tasks and services", async () => {
    const seen = await eventually(
      'all tasks run',
      () => scrape(cluster.manager),
      (each) => each.value('swarmd_service_tasks_running', { service: 'web' }) === REPLICAS,
    );
    assert.equal(seen.value('swarmd_nodes', { state: 'ready', availability: 'active' }), 3);
    assert.equal(seen.value('swarmd_tasks', { state: 'running' }), REPLICAS);
    assert.equal(seen.value('swarmd_tasks', { state: 'pending' }), 0);
    assert.equal(seen.value('swarmd_service_tasks_desired', { service: 'web' }), REPLICAS);
    assert.equal(seen.value('swarmd_services_short'), 0);
    assert.equal(seen.value('swarmd_sessions'), 3);
    assert.equal(seen.value('swarmd_control_plane_up'), 1);
  });

  it('of a worker tell its own tasks and its engine', async () => {
    const [worker] = cluster.workers;
    assert.ok(worker !== undefined);
    const seen = await scrape(worker);
    assert.equal(seen.value('swarmd_agent_tasks', { state: 'running' }), 1);
    assert.equal(seen.value('swarmd_agent_connected'), 1);
    assert.equal(seen.value('swarmd_engine_usable'), 1);
    assert.equal(seen.value('swarmd_engine_calls_total', { verb: 'start', outcome: 'ok' }), 1);
    assert.ok((seen.value('swarmd_network_change_duration_seconds_count') ?? 0) > 0);
    assert.equal(seen.value('swarmd_network_changes_waiting'), 0);
    assert.equal(seen.value('swarmd_nodes'), undefined);
    assert.equal(seen.value('swarmd_control_plane_up'), undefined);
  });

  it('let a join be followed from its node to the manager that let it in', async () => {
    for (const worker of cluster.workers) {
      const id = `join-${worker.name}`;
      const messagesOn = async (host: LabHost): Promise<readonly unknown[]> =>
        (await linesOf(host, id)).map(({ msg }) => msg);
      assert.ok((await messagesOn(worker)).includes('this node is in a cluster'));
      assert.ok((await messagesOn(cluster.manager)).includes('a node joined'));
    }
  });

  it('let one request be followed from the manager to the workers', async () => {
    const calls = (await linesOf(cluster.manager, 'create-web')).filter(({ msg }) => msg === 'call');
    assert.deepEqual(
      calls.filter(({ level }) => level === 'info').map(({ method, code, caller }) => [method, code, caller]),
      [['Control/CreateService', 'ok', 'the local socket']],
    );
    for (const worker of cluster.workers) {
      const states = (await linesOf(worker, 'create-web')).map(({ state }) => state);
      assert.ok(states.includes('running'), `${worker.name}: ${states.join()}`);
    }
  });

  it('hold no token and no key', async () => {
    const token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'worker')).trim();
    const secret = token.split('-').at(-1) ?? '';
    assert.ok(secret.length > 10);
    for (const host of lab.hosts) {
      const { swarmd } = await host.logs();
      assert.ok(swarmd.length > 1000);
      assert.ok(!swarmd.includes(secret), `${host.name} wrote the token down`);
      assert.doesNotMatch(swarmd, /PRIVATE KEY/);
    }
  });

  it('tell of a node that is drained, and of a service that lacks a task by it', async () => {
    const drained = cluster.workers[1];
    assert.ok(drained !== undefined);
    await cluster.swarmctl('node', 'update', '--availability', 'drain', drained.name);
    const short = await eventually(
      'the service is short of a task',
      () => scrape(cluster.manager),
      (each) => each.value('swarmd_services_short') === 1,
    );
    assert.equal(short.value('swarmd_nodes', { state: 'ready', availability: 'drain' }), 1);
    await cluster.swarmctl('node', 'update', '--availability', 'active', drained.name);
    await cluster.expectRunning('web', REPLICAS);
  });
});
