/**
 * The log in an external etcd, on a real one: the Replicator contract, entries longer than a key may be, snapshots and what
 * they make superfluous, late followers, members, and who leads.
 */
import assert from 'node:assert/strict';
import { MembershipError } from 'raft-ts/member-log.js';
import { Keys } from '../../control-plane/etcd-log/rules/keys.js';
import { EtcdLogs, holds, leads, numbered, proposeAll } from '../kit/etcd-logs.js';
import { EtcdServer } from '../kit/etcd-server.js';
import { eventually } from '../kit/eventually.js';
import { codeOf, itKeepsTheReplicatorContract } from '../kit/replicator-contract.js';

const MAX_ENTRY_BYTES = 512;
const MIB = 1024 * 1024;

const membershipCodeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof MembershipError ? error.code : 'another error'),
  );

describe('a log in etcd', function () {
  this.timeout(60_000);
  let etcd: EtcdServer;
  let logs: EtcdLogs;

  before(async function () {
    if ((await EtcdServer.obstacle()) !== undefined) this.skip();
    etcd = await EtcdServer.start();
    logs = new EtcdLogs({ endpoints: [etcd.endpoint] });
  });

  afterEach(async () => {
    await logs?.close();
  });

  after(async () => {
    await etcd?.close();
  });

  itKeepsTheReplicatorContract(
    async () => {
      const { log, machine } = await logs.alone({ maxEntryBytes: MAX_ENTRY_BYTES });
      return { replicator: log, machine };
    },
    { maxEntryBytes: MAX_ENTRY_BYTES },
  );

  it('refuses more bytes than may wait for etcd, until some of them are written', async () => {
    const { log, machine } = await logs.alone({ maxPendingBytes: 600 });
    const codes = [512, 100].map((lengthBytes) => codeOf(log.propose(Buffer.alloc(lengthBytes))));
    assert.deepEqual(await Promise.all(codes), ['done', 'overloaded']);
    await log.propose(Buffer.from('later'));
    assert.deepEqual([machine.entries.length, machine.entries.at(-1)], [2, 'later']);
  });

  it('has all of it after a restart at once, in a higher epoch, without waiting for its old lease', async () => {
    const { log } = await logs.alone({ leaseSeconds: 600 });
    await proposeAll(log, numbered(1, 300));
    const { epoch } = log.leadership;
    await log.close();
    const again = await logs.member(log.clusterId, 1);
    assert.deepEqual(again.machine.entries, numbered(1, 300));
    assert.ok(again.log.leadership.isSelf && again.log.leadership.epoch > epoch);
  });

  it('cuts entries that are longer than a key may be, and puts them together for everybody', async () => {
    const long = ['a', 'b', 'c'].map((letter, at) => letter.repeat(1.2 * MIB * (at + 1)));
    const options = { maxEntryBytes: 4 * MIB };
    const [first, second] = await logs.several(2, options);
    assert.ok(first !== undefined && second !== undefined);
    await proposeAll(first.log, ['before', ...long, 'after']);
    await holds(second.machine, ['before', ...long, 'after']);
    const third = await first.log.addLearner({ name: 'm3', address: 'm3:2377' });
    const late = await logs.member(first.log.clusterId, third.id, options);
    await holds(late.machine, ['before', ...long, 'after']);
  });

  it('brings followers what was acknowledged, in the same order, and barriers hold on them', async () => {
    const members = await logs.several(3);
    const [leader] = members;
    assert.ok(leader !== undefined);
    await proposeAll(leader.log, numbered(1, 500));
    for (const { log, machine } of members) {
      assert.ok((await log.barrier()) >= leader.log.appliedIndex);
      assert.deepEqual(machine.entries, numbered(1, 500));
      assert.deepEqual(machine.indexes, leader.machine.indexes);
    }
  });

  it('refuses proposals on a follower, and says who leads', async () => {
    const [leader, follower] = await logs.several(2);
    assert.ok(leader !== undefined && follower !== undefined);
    await assert.rejects(follower.log.propose(Buffer.from('x')), { code: 'not-leader', leader: 'm1' });
    const { epoch } = leader.log.leadership;
    assert.deepEqual(follower.log.leadership, { leader: 'm1', epoch, isSelf: false });
    assert.equal(leader.log.staleMs(), 0);
    await eventually(
      'it has heard of the end of the log',
      () => follower.log.staleMs(),
      (ms) => ms < 2_000,
    );
  });

  describe('after snapshots', () => {
    const options = { snapshotAfterEntries: 200, keptEntries: 20 };

    async function entriesLeft(clusterId: string): Promise<readonly string[]> {
      const client = logs.client();
      const range = new Keys(`/swarm/${clusterId}/`).entries(0);
      const { entries } = await client.read(range, 0, 2_000);
      client.close();
      return entries.map(({ key }) => key);
    }

    it('keeps few of the entries, and a late member has all of it from the snapshot and the rest', async () => {
      const { log } = await logs.alone(options);
      for (let from = 1; from <= 1000; from += 100) await proposeAll(log, numbered(from, from + 99));
      await eventually(
        'old entries are removed',
        async () => (await entriesLeft(log.clusterId)).length,
        (count) => count <= 300,
      );
      const { id } = await log.addLearner({ name: 'm2', address: 'm2:2377' });
      const late = await logs.member(log.clusterId, id, options);
      assert.ok(late.machine.restoredAt >= 600, `restored at ${late.machine.restoredAt}`);
      assert.deepEqual(late.machine.entries, numbered(1, 1000));
      await proposeAll(log, numbered(1001, 1010));
      await holds(late.machine, numbered(1, 1010));
    });

    it('has no more snapshots than the newest and the one before', async () => {
      const { log } = await logs.alone(options);
      const client = logs.client();
      for (let from = 1; from <= 1500; from += 100) await proposeAll(log, numbered(from, from + 99));
      await eventually(
        'older snapshots are removed',
        async () => {
          const folder = `/swarm/${log.clusterId}/snapshot`;
          const { entries } = await client.read({ from: `${folder}/`, to: `${folder}0` }, 0, 2_000);
          return new Set(entries.map(({ key }) => key.split('/')[4])).size;
        },
        (snapshots) => snapshots >= 1 && snapshots <= 2,
      );
      client.close();
    });

    it('keeps a state that is longer than a key may be', async () => {
      const { log } = await logs.alone({ snapshotAfterBytes: 3 * MIB, keptEntries: 0 });
      const texts = Array.from({ length: 8 }, (_, at) => `${at}`.repeat(0.7 * MIB));
      for (const text of texts) await log.propose(Buffer.from(text));
      await eventually(
        'a snapshot has taken the place of the first entry',
        () => entriesLeft(log.clusterId),
        ([first]) => first === undefined || !first.endsWith('/0000000000000001'),
      );
      await log.close();
      const again = await logs.member(log.clusterId, 1);
      assert.ok(again.machine.restoredAt > 0);
      assert.ok(again.machine.entries.join() === texts.join());
    });

    it('says what is missing when somebody removed entries, instead of going on without them', async () => {
      const { log } = await logs.alone();
      await proposeAll(log, numbered(1, 10));
      await log.close();
      const client = logs.client();
      const keys = new Keys(`/swarm/${log.clusterId}/`);
      await client.transact({ success: [{ kind: 'delete', range: { from: keys.entry(5) } }] }, 2_000);
      client.close();
      await assert.rejects(logs.member(log.clusterId, 1), /etcd lacks entry 5 of a log that ends at 11/);
    });

    it('stops when etcd has gone back to an older state, instead of leaving a gap', async () => {
      const { log } = await logs.alone();
      await proposeAll(log, numbered(1, 10));
      const keys = new Keys(`/swarm/${log.clusterId}/`);
      const client = logs.client();
      await client.transact(
        {
          success: [
            { kind: 'delete', range: keys.entries(5) },
            { kind: 'put', key: keys.end, value: Buffer.from('4') },
            { kind: 'delete', range: { from: keys.leader } },
          ],
        },
        2_000,
      );
      client.close();
      assert.match(String(await log.stopped), /ends at 4, and this member has applied 11: etcd was restored/);
      assert.equal(await codeOf(log.propose(Buffer.from('no'))), 'stopped');
    });

    it('says the same of a snapshot that somebody removed', async () => {
      const { log } = await logs.alone({ snapshotAfterEntries: 5, keptEntries: 0 });
      const { clusterId } = log;
      await proposeAll(log, numbered(1, 20));
      await eventually(
        'entries are removed',
        async () => (await entriesLeft(clusterId)).length,
        (count) => count < 10,
      );
      await log.close();
      const client = logs.client();
      const range = { from: `/swarm/${clusterId}/snapshot/`, to: `/swarm/${clusterId}/snapshot0` };
      await client.transact({ success: [{ kind: 'delete', range }] }, 2_000);
      client.close();
      await assert.rejects(
        logs.member(clusterId, 1),
        /snapshot of entry \d+ in etcd lacks some of its parts/,
      );
    });
  });

  describe('about its members', () => {
    it('gives each an id that is never used again, knows who is there, and tells who listens', async () => {
      const [leader, second] = await logs.several(2);
      assert.ok(leader !== undefined && second !== undefined);
      let changes = 0;
      const leave = leader.log.watchMembers(() => changes++);
      const third = await leader.log.addLearner({ name: 'm3', address: 'old:1' });
      assert.deepEqual(third, { id: 3, name: 'm3', address: 'old:1', role: 'voter' });
      await leader.log.promote(3);
      await leader.log.changeAddress(3, 'new:1');
      const seen = leader.log
        .members()
        .map(({ id, address, isLeader, isReachable }) => [id, address, isLeader, isReachable]);
      assert.deepEqual(seen, [
        [1, 'm1:2377', true, true],
        [2, 'm2:2377', false, true],
        [3, 'new:1', false, false],
      ]);
      await leader.log.remove(3);
      assert.ok(changes >= 3);
      leave();
      const again = await leader.log.addLearner({ name: 'm2', address: 'again:1' });
      assert.equal(again.id, 4);
      assert.deepEqual(
        leader.log.members().map(({ id }) => id),
        [1, 4],
      );
    });

    it('stops a member that was removed, says so, and does not let it in again', async () => {
      const [leader, second] = await logs.several(2);
      assert.ok(leader !== undefined && second !== undefined);
      await leader.log.remove(2);
      assert.match(String(await second.log.stopped), /member \(2\) was removed/);
      assert.equal(await codeOf(second.log.barrier()), 'stopped');
      await assert.rejects(logs.member(leader.log.clusterId, 2), /member \(2\) was removed from cluster/);
    });

    it('lets only the leader change them, and names it', async () => {
      const [, follower] = await logs.several(2);
      assert.ok(follower !== undefined);
      await assert.rejects(follower.log.addLearner({ name: 'm3', address: '' }), {
        code: 'not-leader',
        leader: 'm1',
      });
      assert.equal(await membershipCodeOf(follower.log.remove(1)), 'not-leader');
    });

    it('says no to an unknown member, and to handing over to one that is not there', async () => {
      const { log } = await logs.alone();
      await log.addLearner({ name: 'm2', address: '' });
      assert.equal(await membershipCodeOf(log.remove(7)), 'unknown-member');
      assert.equal(await membershipCodeOf(log.transferLeadership(2)), 'not-yet');
      assert.equal(await membershipCodeOf(log.transferLeadership()), 'not-yet');
      assert.ok(log.leadership.isSelf);
    });

    it('hands leadership to the one that was asked for, after all that was proposed before', async () => {
      const [first, second, third] = await logs.several(3);
      assert.ok(first !== undefined && second !== undefined && third !== undefined);
      const proposed = proposeAll(first.log, numbered(1, 300));
      await first.log.transferLeadership(3);
      await proposed;
      await leads(third.log);
      assert.equal(first.log.leadership.leader, 'm3');
      assert.deepEqual(third.machine.entries, numbered(1, 300));
      await proposeAll(third.log, numbered(301, 310));
      await holds(second.machine, numbered(1, 310));
    });

    it('hands over before a leader removes itself', async () => {
      const [first, second] = await logs.several(2);
      assert.ok(first !== undefined && second !== undefined);
      await first.log.remove(1);
      await leads(second.log);
      assert.match(String(await first.log.stopped), /member \(1\) was removed/);
      assert.deepEqual(
        second.log.members().map(({ id }) => id),
        [2],
      );
    });
  });
});
