/**
 * An etcd that asks who is there: certificates on both sides, and users with passwords who may touch the cluster's keys alone.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EtcdConnection } from '../../control-plane/etcd-log/etcd3-client.js';
import { EtcdLogs, holds, numbered, proposeAll } from '../kit/etcd-logs.js';
import { EtcdServer } from '../kit/etcd-server.js';
import { TestAuthority } from '../kit/test-certificates.js';
import { mustRun } from '../lab/command.js';

describe('a log in an etcd that asks who is there', function () {
  this.timeout(60_000);
  let folder: string;
  let etcd: EtcdServer | undefined;
  const opened: EtcdLogs[] = [];

  before(async function () {
    if ((await EtcdServer.obstacle()) !== undefined) this.skip();
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'swarmd-etcd-access-'));
  });

  afterEach(async () => {
    for (const logs of opened.splice(0)) await logs.close();
    await etcd?.close();
    await rm(folder, { recursive: true });
  });

  function logsOf(connection: EtcdConnection): EtcdLogs {
    const logs = new EtcdLogs(connection);
    opened.push(logs);
    return logs;
  }

  /** One member writes, another reads: watches, leases, snapshots and all. */
  async function works(connection: EtcdConnection): Promise<void> {
    const logs = logsOf(connection);
    const options = { snapshotAfterEntries: 30, keptEntries: 5 };
    const [first, second] = await logs.several(2, options);
    assert.ok(first !== undefined && second !== undefined);
    for (let from = 1; from <= 100; from += 20) await proposeAll(first.log, numbered(from, from + 19));
    await holds(second.machine, numbered(1, 100));
    await first.log.close();
    const again = await logs.member(first.log.clusterId, 1, options);
    assert.deepEqual(again.machine.entries, numbered(1, 100));
  }

  async function withTls(authority: TestAuthority): Promise<EtcdServer> {
    const { certificatePem, keyPem } = await authority.identity('localhost', 'etcd');
    const paths = {
      certificatePath: join(folder, 'server.pem'),
      keyPath: join(folder, 'server.key'),
      clientCaPath: join(folder, 'ca.pem'),
    };
    await writeFile(paths.certificatePath, certificatePem);
    await writeFile(paths.keyPath, keyPem);
    await writeFile(paths.clientCaPath, authority.rootPem);
    return await EtcdServer.start({ tls: paths });
  }

  it('works with certificates on both sides, and refuses an etcd of another authority and to come without one', async () => {
    const authority = await TestAuthority.make();
    etcd = await withTls(authority);
    const endpoints = [`localhost:${etcd.port}`];
    const own = await authority.identity('m1', 'swarm-manager');
    const tls = { caPem: authority.rootPem, certificatePem: own.certificatePem, keyPem: own.keyPem };
    await works({ endpoints, tls });
    const options = { openWithinMs: 1_500 };
    const without = logsOf({ endpoints, tls: { caPem: authority.rootPem } });
    await assert.rejects(without.member('no-matter', 1, options), /etcd did not answer within 1.5 s/);
    const other = logsOf({ endpoints, tls: { ...tls, caPem: (await TestAuthority.make()).rootPem } });
    await assert.rejects(other.member('no-matter', 1, options), /etcd did not answer within 1.5 s/);
  });

  it('works with the password of a user who may touch the keys of clusters alone, also after etcd forgot its session', async () => {
    etcd = await EtcdServer.start();
    const { endpoint } = etcd;
    const etcdctl = (...args: string[]): Promise<unknown> =>
      mustRun('etcdctl', [`--endpoints=${endpoint}`, ...args], { env: { ETCDCTL_API: '3' } });
    await etcdctl('role', 'add', 'swarm');
    await etcdctl('role', 'grant-permission', 'swarm', '--prefix=true', 'readwrite', '/swarm/');
    await etcdctl('user', 'add', 'root:of-all');
    await etcdctl('user', 'grant-role', 'root', 'root');
    await etcdctl('user', 'add', 'swarmd:secret');
    await etcdctl('user', 'grant-role', 'swarmd', 'swarm');
    await etcdctl('auth', 'enable');
    const connection = { endpoints: [endpoint], user: { name: 'swarmd', password: 'secret' } };
    await works(connection);
    const logs = logsOf(connection);
    const { log } = await logs.member(await logs.newCluster('another'), 1);
    // Its tokens are in memory: the old one is worth nothing to the new process.
    await etcd.kill();
    await etcd.run();
    await proposeAll(log, numbered(1, 10));
    const wrong = logsOf({ ...connection, user: { name: 'swarmd', password: 'guess' } });
    await assert.rejects(wrong.member('no-matter', 1), /authentication failed, invalid user ID or password/);
    const nobody = logsOf({ endpoints: [endpoint] });
    await assert.rejects(nobody.member('no-matter', 1), /user name is empty|permission denied/);
  });
});
