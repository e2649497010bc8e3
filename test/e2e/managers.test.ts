/**
 * Managers that come and go at their operator's word, and a cluster that lost most of them: whatever happens to
 * the managers, no container of a service is touched.
 */
import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const SERVICE = 'web';
const REPLICAS = 6;
const PORT = 2377;
/** Nobody is called down within the minute that a test may take: what is here is not about nodes that fail. */
const HEARTBEAT = ['--dispatcher-heartbeat', '20s'];

describe('the managers of a cluster', function () {
  this.timeout(240_000);
  let lab: Lab;
  let cluster: LabCluster;
  let one: LabHost;
  let two: LabHost;
  let three: LabHost;
  let held: readonly RunningContainer[];
  let backup: string;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'managers' });
    [one, two, three] = [lab.host(1), lab.host(2), lab.host(3)];
    cluster = await LabCluster.startWithManagers(lab, 2, ...HEARTBEAT);
    await cluster.swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      SERVICE,
      '--replicas',
      String(REPLICAS),
      'lab/web:1',
    );
    held = await cluster.expectRunning(SERVICE, REPLICAS);
    backup = join(one.folder, 'cluster.backup');
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  const untouched = async (): Promise<void> => {
    assertUntouched(held, await cluster.expectRunning(SERVICE, REPLICAS));
  };
  const hasLog = async (host: LabHost): Promise<boolean> =>
    await access(join(host.swarmd.stateFolder, 'raft')).then(
      () => true,
      () => false,
    );
  /** The host is one of the others' workers, and nothing of a manager is left on it. */
  const isWorker = async (host: LabHost): Promise<void> => {
    await eventually(
      'it has no log',
      () => hasLog(host),
      (has) => !has,
    );
    assert.equal(await host.swarmd.childPid(), undefined);
  };
  /** As from a DHCP server that knows nothing: the old address is gone. */
  const readdress = async (host: LabHost, lastByte: number): Promise<string> => {
    const address = host.address.replace(/\d+$/, String(lastByte));
    await host.mustRun('ip', ['addr', 'flush', 'dev', 'eth0', 'scope', 'global']);
    await host.mustRun('ip', ['addr', 'add', `${address}/24`, 'dev', 'eth0']);
    return address;
  };

  it('get one more by a promotion, which its containers do not notice', async () => {
    await cluster.swarmctl('node', 'promote', three.name);
    await cluster.expectManagers(3);
    await cluster.expectManagers(3, three);
    await untouched();
  });

  it('lose one by a demotion, the leader too, and get it back', async () => {
    const leader = await cluster.expectLeader([one, two, three]);
    const other = leader.name === two.name ? three : two;
    await cluster.swarmctlOn(other, 'node', 'demote', leader.name);
    await cluster.expectManagers(2, other);
    await isWorker(leader);
    const { exitCode, stderr } = await leader.swarmctl(['node', 'ls']);
    assert.notEqual(exitCode, 0);
    assert.match(stderr, /is a worker/);
    await cluster.swarmctlOn(other, 'node', 'promote', leader.name);
    await cluster.expectManagers(3, leader);
    await untouched();
  });

  it('go on when their leader is killed, and have it back when it starts', async () => {
    const leader = await cluster.expectLeader([one, two, three]);
    await leader.killSwarmd('both');
    const others = [one, two, three].filter(({ name }) => name !== leader.name);
    const next = await cluster.expectLeader(others);
    await cluster.swarmctlOn(next, 'service', 'update', '--detach', '--label-add', 'after=kill', SERVICE);
    await leader.startSwarmd();
    await cluster.expectManagers(3, leader);
    await untouched();
  });

  it('let one go that leaves, and take it in again', async () => {
    await cluster.swarmctl('node', 'update', '--availability', 'drain', three.name);
    await cluster.expectRunning(SERVICE, REPLICAS, { hosts: [one, two] });
    await cluster.swarmctlOn(three, 'swarm', 'leave');
    await cluster.expectManagers(2);
    await cluster.swarmctl('node', 'rm', '--force', three.name);
    const token = (await cluster.swarmctl('swarm', 'join-token', '-q', 'manager')).trim();
    await cluster.join(three, token);
    await cluster.expectManagers(3);
    held = await cluster.expectRunning(SERVICE, REPLICAS);
    await cluster.swarmctl('cluster', 'backup', backup);
  });

  it('begin again with one, at another address, while those of before are still there', async () => {
    await cluster.swarmctl('service', 'create', '--detach', '--name', 'late', '--replicas', '0', 'lab/web:1');
    await Promise.all([two, three].map((host) => host.killSwarmd('both')));
    const address = await readdress(one, 101);
    await cluster.swarmctl('swarm', 'init', '--force-new-cluster', '--advertise-addr', address);
    await cluster.expectManagers(1);
    assert.match(await cluster.swarmctl('service', 'ls'), /late/);
    // The two others are a majority of what was, and know nothing of what happened.
    await Promise.all([two, three].map((host) => host.startSwarmd()));
    await cluster.expectLeader([two, three]);
    await cluster.expectManagers(1);
    for (const host of [two, three])
      await cluster.swarmctlOn(host, 'swarm', 'join', '--refresh', `${address}:${PORT}`);
    await cluster.expectReadyNodes(3);
    for (const host of [two, three]) await isWorker(host);
    await untouched();
    for (const host of [two, three]) await cluster.swarmctl('node', 'promote', host.name);
    await cluster.expectManagers(3);
    await untouched();
  });

  it('begin again from a backup, at another address, and the nodes come back to it', async () => {
    await Promise.all([two, three].map((host) => host.killSwarmd('both')));
    const address = await readdress(one, 102);
    await cluster.swarmctl('cluster', 'restore', '--advertise-addr', address, backup);
    await cluster.expectManagers(1);
    assert.doesNotMatch(await cluster.swarmctl('service', 'ls'), /late/, 'it was made after the backup');
    await Promise.all([two, three].map((host) => host.startSwarmd()));
    for (const host of [two, three])
      await cluster.swarmctlOn(host, 'swarm', 'join', '--refresh', `${address}:${PORT}`);
    await cluster.expectReadyNodes(3);
    await untouched();
    for (const host of [two, three]) await isWorker(host);
  });
});
