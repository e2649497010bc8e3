/**
 * How logs in etcd begin: founded once, begun anew with one member while the old ones live, and made of a backup.
 */
import assert from 'node:assert/strict';
import {
  type BeginningModules,
  type ClusterPlace,
  foundEtcdCluster,
  recoverEtcdCluster,
  restoreEtcdCluster,
} from '../../control-plane/etcd-log/beginnings.js';
import { SystemClock } from '../../proto/base/clock.js';
import { EtcdLogs, numbered, proposeAll } from '../kit/etcd-logs.js';
import { EtcdServer } from '../kit/etcd-server.js';
import { ListMachine } from '../kit/list-machine.js';

const MIB = 1024 * 1024;

describe('a log in etcd begins', function () {
  this.timeout(60_000);
  let etcd: EtcdServer;
  let logs: EtcdLogs;
  let modules: BeginningModules & { readonly client: { close(): void } };

  before(async function () {
    if ((await EtcdServer.obstacle()) !== undefined) this.skip();
    etcd = await EtcdServer.start();
  });

  beforeEach(() => {
    logs = new EtcdLogs({ endpoints: [etcd.endpoint] });
    modules = { client: logs.client(), clock: new SystemClock() };
  });

  afterEach(async () => {
    modules.client.close();
    await logs.close();
  });

  after(async () => {
    await etcd?.close();
  });

  const placeOf = (clusterId: string): ClusterPlace => ({ prefix: '/swarm', clusterId });
  const self = { name: 'new', address: 'new:2377' };

  it('once: asked again by the same member it is the same log, another member is refused', async () => {
    const place = placeOf('founded');
    const first = { name: 'm1', address: 'm1:2377' };
    assert.equal(await foundEtcdCluster(place, first, modules), 1);
    assert.equal(await foundEtcdCluster(place, first, modules), 1);
    await assert.rejects(
      foundEtcdCluster(place, self, modules),
      /etcd holds a cluster founded already, with 1 members/,
    );
  });

  it('anew with one member, which has all of it; those of before are stopped and told so, and cannot come back', async () => {
    const old = await logs.several(2);
    const [first, second] = old;
    assert.ok(first !== undefined && second !== undefined);
    await proposeAll(first.log, numbered(1, 50));
    const { clusterId } = first.log;
    const nowMs = Date.now();
    const begun = await recoverEtcdCluster(placeOf(clusterId), { self, nowMs }, modules);
    assert.deepEqual(begun, { id: 3, recoveryEpoch: nowMs });
    for (const { log } of old) assert.match(String(await log.stopped), /was restored or begun anew/);
    const { log, machine } = await logs.member(clusterId, begun.id);
    assert.deepEqual(machine.entries, numbered(1, 50));
    assert.equal(log.recoveryEpoch, nowMs);
    assert.deepEqual(
      log.members().map(({ id, name, address }) => [id, name, address]),
      [[3, 'new', 'new:2377']],
    );
    await log.propose(Buffer.from('on'));
    await assert.rejects(logs.member(clusterId, 1), /member \(1\) was removed/);
    const again = await recoverEtcdCluster(placeOf(clusterId), { self, nowMs: 0 }, modules);
    assert.deepEqual(again, { id: 4, recoveryEpoch: nowMs + 1 });
  });

  for (const [where, isThere] of [
    ['where the cluster is, with its members alive', true],
    ['in an etcd that never knew it', false],
  ] as const) {
    it(`as a backup has it, ${where}`, async () => {
      const clusterId = `restored-${isThere}`;
      if (isThere) {
        await logs.newCluster(clusterId);
        const { log } = await logs.member(clusterId, 1, { snapshotAfterEntries: 20 });
        await proposeAll(log, numbered(1, 300));
      }
      const saved = new ListMachine();
      const texts = Array.from({ length: 10 }, (_, at) => `${at}`.repeat(MIB / 4));
      for (const [at, text] of texts.entries()) saved.apply(at + 1, Buffer.from(text));
      const backup = { recoveryEpoch: 7, index: 40 };
      const options = { self, backup, pieces: saved.snapshot(), nowMs: 5 };
      const begun = await restoreEtcdCluster(placeOf(clusterId), options, modules);
      assert.equal(begun.recoveryEpoch, 8);
      const { log, machine } = await logs.member(clusterId, begun.id);
      assert.equal(machine.restoredAt, 40);
      assert.ok(machine.entries.join() === texts.join());
      assert.ok((await log.propose(Buffer.from('on'))) > 40);
      await log.close();
      const again = await logs.member(clusterId, begun.id);
      assert.equal(again.machine.entries.at(-1), 'on');
      assert.equal(again.machine.entries.length, 11);
    });
  }

  it('at another address: the others are told where a member is now', async () => {
    const [first, second] = await logs.several(2);
    assert.ok(first !== undefined && second !== undefined);
    await second.log.close();
    await logs.member(first.log.clusterId, 2, { address: 'moved:2377' });
    await first.log.barrier();
    const { log } = await logs.member(first.log.clusterId, 2);
    assert.equal(log.members().find(({ id }) => id === 2)?.address, 'moved:2377');
  });
});
