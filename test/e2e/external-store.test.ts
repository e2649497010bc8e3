/**
 * Managers that keep their log in an etcd, which runs in a container, as where a cluster already has one: they are killed and
 * frozen under a stream of writes, etcd is killed, a backup is restored, and a manager with the wrong store is refused.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { EtcdServer } from '../kit/etcd-server.js';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster } from '../lab/cluster.js';
import { EtcdContainer } from '../lab/etcd-container.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { WriteStream } from '../lab/write-stream.js';

const MANAGERS = 3;
const WRITERS = 4;
const WRITES_MEANWHILE = 50;

describe('managers with their log in an etcd', function () {
  this.timeout(240_000);
  let lab: Lab;
  let cluster: LabCluster;
  let etcd: EtcdContainer | undefined;
  let storeArgs: readonly string[];
  let stream: WriteStream | undefined;

  before(async function () {
    if (((await Lab.obstacle()) ?? (await EtcdServer.obstacle())) !== undefined) this.skip();
    lab = await Lab.create({ hosts: MANAGERS + 1, name: 'store' });
    cluster = new LabCluster(lab, { managers: MANAGERS });
    await lab.startEngines();
    await lab.buildImages();
    // On the worker, which nobody kills.
    etcd = await EtcdContainer.start(lab.host(MANAGERS + 1));
    storeArgs = ['--store', `etcd://${etcd.endpoint}`];
    await Promise.all(lab.hosts.map((host) => host.startSwarmd(storeArgs)));
    await cluster.form();
  });

  after(async () => {
    await etcd?.close();
    await lab?.close();
  });

  afterEach(async function () {
    await stream?.stop().catch(() => undefined);
    stream = undefined;
    if (this.currentTest?.state === 'failed') await cluster?.printLogs();
  });

  async function begin(): Promise<WriteStream> {
    stream = await WriteStream.start(cluster.managers, { writers: WRITERS, image: 'lab/sleep:1' });
    await moreWrites(stream);
    return stream;
  }

  async function moreWrites(of: WriteStream): Promise<void> {
    const before = of.acknowledgedCount;
    await eventually(
      'writes go on',
      () => of.acknowledgedCount,
      (count) => count >= before + WRITES_MEANWHILE,
      { withinMs: 60_000 },
    );
  }

  async function end(of: WriteStream): Promise<void> {
    await Promise.all(cluster.managers.map((host) => cluster.expectManagers(MANAGERS, host, 60_000)));
    await moreWrites(of);
    stream = undefined;
    await of.stop();
    const ids = (await cluster.swarmctl('service', 'ls', '-q')).split('\n').filter((id) => id !== '');
    for (const id of ids) await cluster.swarmctl('service', 'rm', id);
  }

  it('lose nothing when the leader is killed, and take it back', async () => {
    const writes = await begin();
    const leader = await cluster.expectLeader();
    await leader.killSwarmd('both');
    await moreWrites(writes);
    await leader.startSwarmd(storeArgs);
    await end(writes);
  });

  it('lose nothing when the leader is frozen past its lease, and thawed', async () => {
    const writes = await begin();
    const leader = await cluster.expectLeader();
    await leader.freezeSwarmd('both');
    await moreWrites(writes);
    await leader.thawSwarmd('both');
    await end(writes);
  });

  it('go on by themselves when etcd was killed and comes back, and tasks run on meanwhile', async () => {
    await cluster.swarmctl('service', 'create', '--name', 'web', '--replicas', '4', 'lab/web:1');
    const before = await cluster.expectRunning('web', 4);
    await etcd?.kill();
    const { exitCode, stderr } = await lab.host(1).swarmctl(['service', 'scale', 'web=5', '--detach']);
    assert.notEqual(exitCode, 0);
    assert.notEqual(stderr, '');
    await etcd?.startAgain();
    await cluster.expectLeader();
    await cluster.swarmctl('service', 'update', '--detach', '--label-add', 'a=b', 'web');
    const after = await cluster.expectRunning('web', 4);
    assertUntouched(before, after);
    await cluster.swarmctl('service', 'rm', 'web');
  });

  it('are refused with the other kind of store, and say which one it is', async () => {
    const [, second] = cluster.managers;
    assert.ok(second !== undefined);
    await second.stopSwarmd();
    await second.startSwarmd();
    await eventually(
      'it says why it does not serve',
      async () => (await second.logs()).swarmd,
      (said) => said.includes('start swarmd with --store, as before'),
      { withinMs: 30_000, pollMs: 200 },
    );
    await second.stopSwarmd();
    await second.startSwarmd(storeArgs);
    await cluster.expectManagers(MANAGERS, second, 60_000);
  });

  it('are one again after a backup was restored into etcd, and the others are told', async () => {
    const file = join(lab.host(1).folder, 'backup');
    await cluster.swarmctl('service', 'create', '--name', 'kept', '--replicas', '2', 'lab/sleep:1');
    await cluster.expectRunning('kept', 2);
    await cluster.swarmctl('cluster', 'backup', file);
    await cluster.swarmctl('service', 'create', '--name', 'later', '--detach', 'lab/sleep:1');
    await cluster.swarmctl('cluster', 'restore', file);
    await eventually(
      'it knows what was in the backup, and nothing else',
      async () => (await lab.host(1).look(['service', 'ls', '--format', '{{.Name}}'])).stdout.trim(),
      (names) => names === 'kept',
      { withinMs: 30_000, pollMs: 200 },
    );
    const isAlone = (host: LabHost): Promise<unknown> => cluster.expectManagers(1, host, 60_000);
    await isAlone(lab.host(1));
    await cluster.expectRunning('kept', 2);
  });
});
