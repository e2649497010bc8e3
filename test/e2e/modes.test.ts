/**
 * Services that run on every node, and jobs, on real engines: what `service create` waits for, what the engines
 * hold, and what draining and joining do to it.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const HOSTS = 3;

describe('modes', function () {
  this.timeout(180_000);
  let lab: Lab;
  let cluster: LabCluster;
  let third: LabHost;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: HOSTS, name: 'modes' });
    cluster = await LabCluster.start(lab);
    third = lab.host(3);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  const rowOf = async (name: string): Promise<string> =>
    await cluster.swarmctl(
      'service',
      'ls',
      '--filter',
      `name=${name}`,
      '--format',
      '{{.Mode}} {{.Replicas}}',
    );

  const hostsOf = async (service: string): Promise<readonly string[]> =>
    (await cluster.containers(service)).map(({ hostName }) => hostName).toSorted();

  const allHosts = (): readonly string[] => lab.hosts.map(({ name }) => name).toSorted();

  it('global: every node has one task; a drained one gives it up, and gets one when it is active again', async () => {
    const printed = await cluster.swarmctl(
      'service',
      'create',
      '--name',
      'each',
      '--mode',
      'global',
      'lab/web:1',
    );
    assert.match(printed, /overall progress: 3 out of 3 tasks\n/);
    assert.deepEqual(await hostsOf('each'), allHosts());
    assert.equal((await rowOf('each')).trim(), 'global 3/3');
    const before = await cluster.containers('each');
    await cluster.swarmctl('node', 'update', '--availability', 'drain', third.name);
    const others = [lab.host(1), lab.host(2)];
    await cluster.expectRunning('each', 2);
    assert.deepEqual(await cluster.containers('each', [third]), []);
    assert.deepEqual(
      await cluster.containers('each', others),
      before.filter(({ hostName }) => hostName !== third.name),
    );
    assert.equal((await rowOf('each')).trim(), 'global 2/2');
    await cluster.swarmctl('node', 'update', '--availability', 'active', third.name);
    await cluster.expectRunning('each', HOSTS);
    assert.deepEqual(await hostsOf('each'), allHosts());
  });

  it('global: an update replaces the task of each node', async () => {
    await cluster.swarmctl('service', 'update', '--update-monitor', '1s', '--image', 'lab/web:2', 'each');
    await cluster.expectRunning('each', HOSTS, { image: 'lab/web:2' });
    assert.deepEqual(await hostsOf('each'), allHosts());
    await cluster.swarmctl('service', 'rm', 'each');
    await cluster.expectRunning('each', 0);
  });

  it('replicated job: so many completions, so many at once, and the command waits for them', async () => {
    const counts = ['--mode', 'replicated-job', '--replicas', '5', '--max-concurrent', '2'];
    const created = cluster.manager.swarmctl([
      'service',
      'create',
      '--name',
      'batch',
      ...counts,
      'lab/busybox:1',
      'sh',
      '-c',
      'sleep 2',
    ]);
    let most = 0;
    let hasEnded = false;
    void created.finally(() => (hasEnded = true)).catch(() => undefined);
    await eventually(
      'the job is over',
      async () => {
        most = Math.max(most, (await cluster.containers('batch')).length);
        return hasEnded;
      },
      (isOver) => isOver,
      { withinMs: 90_000, pollMs: 100 },
    );
    const { exitCode, stdout, stderr } = await created;
    assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
    assert.match(stdout, /job complete: 5 of 5 completed\n/);
    assert.equal(most, 2);
    assert.equal((await rowOf('batch')).trim(), 'replicated job 0/2 (5/5 completed)');
    const rows = await cluster.history('batch');
    assert.deepEqual(
      rows.map(({ DesiredState }) => DesiredState),
      Array.from({ length: 5 }, () => 'Complete'),
    );
  });

  it('replicated job: one that fails for good says so, and exits with 4', async () => {
    const counts = ['--mode', 'replicated-job', '--restart-max-attempts', '1', '--restart-delay', '0s'];
    const { exitCode, stderr } = await cluster.manager.swarmctl([
      'service',
      'create',
      '--name',
      'broken',
      ...counts,
      'lab/busybox:1',
      'sh',
      '-c',
      'exit 3',
    ]);
    assert.equal(exitCode, 4, stderr);
    assert.match(stderr, /^Job broken failed: 0 of 1 completed; task 1: .*\bexit(ed)?\b.*3/m);
    assert.equal((await cluster.history('broken')).length, 2, 'it was tried twice');
  });

  it('global job: completes once on each node, and again when it is asked to', async () => {
    const job = ['--name', 'sweep', '--mode', 'global-job', 'lab/busybox:1', 'true'];
    await cluster.swarmctl('service', 'create', ...job);
    assert.equal((await rowOf('sweep')).trim(), 'global job 0/0 (3/3 completed)');
    await cluster.swarmctl('service', 'update', '--force', 'sweep');
    const rows = await cluster.history('sweep');
    assert.deepEqual([rows.length, new Set(rows.map(({ Node }) => Node)).size], [2 * HOSTS, HOSTS]);
    assert.equal((await rowOf('sweep')).trim(), 'global job 0/0 (3/3 completed)');
  });
});
