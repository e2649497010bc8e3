/**
 * Members of a replicated log on real disks and a network within this process: the contracts, elections, catching
 * up, changes of the members, and what each of them refuses.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { MembershipError } from 'raft-ts/member-log.js';
import { makeEntry, makeMessage } from 'raft-ts/rules/types.js';
import { eventually } from '../kit/eventually.js';
import { ListMachine } from '../kit/list-machine.js';
import { type GroupMember, MemberGroup } from '../kit/member-group.js';
import { codeOf, itKeepsTheReplicatorContract } from '../kit/replicator-contract.js';

const MAX_ENTRY_BYTES = 4096;

let group: MemberGroup;

function newGroup(options: ConstructorParameters<typeof MemberGroup>[1] = {}): MemberGroup {
  return new MemberGroup(() => new ListMachine(), { maxEntryBytes: MAX_ENTRY_BYTES, ...options });
}

beforeEach(() => {
  group = newGroup();
});

afterEach(async () => {
  await group.close();
});

const propose = (one: GroupMember, text: string): Promise<number> => one.member.propose(Buffer.from(text));

/** All members have applied exactly these. */
async function allHave(entries: readonly string[], members = group.all): Promise<void> {
  await eventually(
    'all have the same entries',
    () => members.map(({ machine }) => machine.entries),
    (lists) => lists.every((list) => JSON.stringify(list) === JSON.stringify(entries)),
  );
}

describe('a member of a cluster of one', () => {
  itKeepsTheReplicatorContract(
    async () => {
      const [first] = await group.begin(['a']);
      assert.ok(first !== undefined);
      return { replicator: first.member, machine: first.machine };
    },
    { maxEntryBytes: MAX_ENTRY_BYTES },
  );
});

describe('the leader of three members', function () {
  this.timeout(30_000);
  itKeepsTheReplicatorContract(
    async () => {
      const [first] = await group.begin(['a', 'b', 'c']);
      assert.ok(first !== undefined);
      return { replicator: first.member, machine: first.machine };
    },
    { maxEntryBytes: MAX_ENTRY_BYTES },
  );
});

describe('three members', function () {
  this.timeout(30_000);

  it('all apply what the leader acknowledges, and tell who leads', async () => {
    const [a] = await group.begin(['a', 'b', 'c']);
    assert.ok(a !== undefined);
    await Promise.all(['one', 'two', 'three'].map((text) => propose(a, text)));
    await allHave(['one', 'two', 'three']);
    for (const { member } of group.all) {
      assert.equal(member.leadership.leader, 'a');
      assert.deepEqual(
        member.members().map(({ name, role, isLeader }) => [name, role, isLeader]),
        [
          ['a', 'voter', true],
          ['b', 'voter', false],
          ['c', 'voter', false],
        ],
      );
    }
  });

  it('elect another leader when the first is silent, and it follows when it is back', async () => {
    const [a] = await group.begin(['a', 'b', 'c']);
    assert.ok(a !== undefined);
    await propose(a, 'before');
    await allHave(['before']);
    const { epoch } = a.member.leadership;
    group.net.isolate('a');
    const others = group.all.filter(({ name }) => name !== 'a');
    await eventually(
      'one of the others leads',
      () => others.find(({ member }) => member.leadership.isSelf),
      (found) => found !== undefined,
    );
    await eventually(
      'the old leader knows that it has no majority',
      () => a.member.leadership.isSelf,
      (isSelf) => !isSelf,
    );
    const leader = await group.leader();
    assert.ok(leader.member.leadership.epoch > epoch);
    await propose(leader, 'without it');
    assert.equal(await codeOf(propose(a, 'to the old one')), 'not-leader');
    group.net.heal();
    await allHave(['before', 'without it']);
    assert.equal(a.member.leadership.leader, leader.name);
  });

  it('say that the outcome is unknown when leadership is lost before a majority has the entry', async () => {
    const [a] = await group.begin(['a', 'b', 'c']);
    assert.ok(a !== undefined);
    group.net.isolate('a');
    assert.equal(await codeOf(propose(a, 'for nobody but itself')), 'outcome-unknown');
    const leader = await group.leader();
    await propose(leader, 'for all');
    group.net.heal();
    await allHave(['for all']);
  });

  it('hand leadership over before its holder is closed', async () => {
    await group.begin(['a', 'b', 'c']);
    const { epoch } = group.of('a').member.leadership;
    await group.stop('a');
    const leader = await group.leader();
    assert.equal(leader.member.leadership.epoch, epoch + 1, 'nobody had to be elected twice');
    await propose(leader, 'two of three');
    await allHave(['two of three']);
  });

  it('name the leader to whoever proposes at another, which proposes nothing', async () => {
    await group.begin(['a', 'b', 'c']);
    const { member } = group.of('b');
    await assert.rejects(member.propose(Buffer.from('x')), { code: 'not-leader', leader: 'a' });
    await propose(group.of('a'), 'y');
    await allHave(['y']);
  });

  it('serve a read at a follower that has all acknowledged before it, and say how old others are', async () => {
    await group.begin(['a', 'b', 'c']);
    for (let round = 0; round < 20; round++) {
      const index = await propose(group.of('a'), `entry ${round}`);
      assert.ok((await group.of('b').member.barrier()) >= index);
      assert.equal(group.of('b').machine.entries.at(-1), `entry ${round}`);
    }
    assert.equal(group.of('a').member.staleMs(), 0);
    assert.ok(group.of('b').member.staleMs() < 1000);
    group.net.isolate('b');
    await eventually(
      'b grows old',
      () => group.of('b').member.staleMs(),
      (ms) => ms > 300,
    );
    assert.equal(await codeOf(group.of('b').member.barrier()), 'not-leader');
  });

  it('bring one that was away up to date with the entries that it missed', async () => {
    await group.begin(['a', 'b', 'c']);
    const texts = Array.from({ length: 300 }, (_, at) => `entry ${at}`);
    const index = await propose(group.of('a'), 'first');
    await allHave(['first']);
    await group.stop('c');
    await Promise.all(texts.map((text) => propose(group.of('a'), text)));
    const back = await group.start('c');
    await allHave(['first', ...texts]);
    assert.ok(back.machine.restoredAt < index, 'no other snapshot was needed');
  });

  it('bring one that was away for long up to date with a snapshot', async () => {
    await group.close();
    group = newGroup({ snapshotAfterEntries: 50, keptEntries: 10 });
    await group.begin(['a', 'b', 'c']);
    const texts = Array.from({ length: 300 }, (_, at) => `entry ${at}`);
    await propose(group.of('a'), 'entry 0');
    await allHave(['entry 0']); // Or the leader may keep for it all that follows the snapshot it joined with.
    await group.stop('c');
    for (const text of texts.slice(1)) await propose(group.of('a'), text);
    const { machine } = await group.start('c');
    await allHave(texts);
    assert.ok(machine.restoredAt > 100, `restored at ${machine.restoredAt}`);
    await group.stop('c');
    await group.start('c');
    await allHave(texts);
  });

  it('refuse an entry that is too long with its size and the limit', async () => {
    await group.begin(['a', 'b', 'c']);
    await assert.rejects(group.of('a').member.propose(Buffer.alloc(MAX_ENTRY_BYTES + 1)), {
      code: 'too-large',
      message: 'an entry of 4097 bytes; the limit is 4096',
    });
  });

  it('go on after all of them were stopped and started', async () => {
    await group.begin(['a', 'b', 'c']);
    await propose(group.of('a'), 'before');
    await allHave(['before']);
    for (const name of ['c', 'b', 'a']) await group.stop(name);
    await Promise.all(['a', 'b', 'c'].map((name) => group.start(name)));
    await propose(await group.leader(), 'after');
    await allHave(['before', 'after']);
  });
});

describe('the founder of a cluster that has grown', function () {
  this.timeout(30_000);

  for (const others of [['b'], ['b', 'c']]) {
    it(`starts again as one of ${others.length + 1}, whoever leads meanwhile`, async () => {
      await group.begin(['a', ...others]);
      await propose(group.of('a'), 'before');
      await allHave(['before']);
      await group.of('a').member.transferLeadership(2);
      await group.stop('a');
      await group.start('a');
      await propose(await group.leader(), 'after');
      await allHave(['before', 'after']);
    });
  }
});

describe('a message that no member sends', function () {
  this.timeout(30_000);

  const garbage = makeEntry({ type: 'conf-change', data: Buffer.from('garbage') });
  const forged = {
    'a proposal of nothing': makeMessage({ type: 'Prop', to: 1, from: 2 }),
    'a proposal of a change that is none': makeMessage({ type: 'Prop', to: 1, from: 2, entries: [garbage] }),
    'a wish to hand leadership over': makeMessage({ type: 'TransferLeader', to: 1, from: 2 }),
  };
  for (const [what, message] of Object.entries(forged)) {
    it(`does nothing to the leader: ${what}`, async () => {
      const [a] = await group.begin(['a', 'b']);
      assert.ok(a !== undefined);
      const { epoch } = a.member.leadership;
      const end = group.net.transport('forger');
      end.setPeers([{ id: 1, name: 'a', address: 'a' }]);
      let hasArrived = false;
      group.net.filter = ({ type }) => {
        hasArrived ||= type === message.type;
        return true;
      };
      end.send(message);
      await eventually(
        'it has arrived',
        () => hasArrived,
        (is) => is,
      );
      await propose(a, 'goes on');
      await allHave(['goes on']);
      assert.equal(a.member.leadership.epoch, epoch);
    });
  }
});

describe('the members of a log', function () {
  this.timeout(30_000);

  const codeOfChange = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'done',
      (error: unknown) => (error instanceof MembershipError ? error.code : String(error)),
    );

  it('are added as learners, which get the log and have no vote, and get their vote once they have it', async () => {
    await group.begin(['a', 'b', 'c']);
    await propose(group.of('a'), 'before');
    const { id } = await group.addLearner('d');
    assert.equal(id, 4);
    assert.equal(await codeOfChange(group.of('a').member.promote(id)), 'not-yet');
    const { member, machine } = await group.start('d');
    await eventually(
      'd has the log',
      () => machine.entries,
      (entries) => entries.length === 1,
    );
    assert.equal(member.members().find((each) => each.id === id)?.role, 'learner');
    await group.promote(id);
    await eventually(
      'all know of the vote of d',
      () => group.all.map(({ member: each }) => each.members().filter(({ role }) => role === 'voter').length),
      (counts) => counts.every((count) => count === 4),
    );
  });

  it('are told of a new address, and speak to it', async () => {
    await group.begin(['a', 'b', 'c']);
    const changes: string[] = [];
    group.of('b').member.watchMembers(() => changes.push('changed'));
    await group.of('a').member.changeAddress(3, 'c-moved');
    await eventually(
      'b knows the address',
      () =>
        group
          .of('b')
          .member.members()
          .find(({ id }) => id === 3)?.address,
      (address) => address === 'c-moved',
    );
    assert.ok(changes.length > 0);
    await group.stop('c');
    await group.start('c', {}, 'c-moved');
    await propose(group.of('a'), 'to the new address');
    await allHave(['to the new address']);
  });

  it('lose one that is removed, and never give its id again', async () => {
    await group.begin(['a', 'b', 'c']);
    await group.of('a').member.remove(3);
    await group.stop('c');
    const { id } = await group.addLearner('c2');
    assert.equal(id, 4);
    assert.deepEqual(
      group
        .of('a')
        .member.members()
        .map((each) => each.id),
      [1, 2, 4],
    );
    assert.equal(await codeOfChange(group.of('a').member.remove(3)), 'unknown-member');
  });

  it('replace a member of the same name, whose disk was lost, by one with a new id', async () => {
    await group.begin(['a', 'b', 'c']);
    await group.stop('c');
    fs.rmSync(group.directoryOf('c'), { recursive: true });
    await assert.rejects(group.start('c'), /holds no member.*join again as a new one/);
    const { member } = await group.join('c');
    assert.equal(member.selfId, 4);
    await propose(group.of('a'), 'all three');
    await allHave(['all three']);
    assert.deepEqual(
      member.members().map(({ id, name }) => [id, name]),
      [
        [1, 'a'],
        [2, 'b'],
        [4, 'c'],
      ],
    );
  });

  it('refuse a removal that would leave no majority, and allow the one of a dead member', async () => {
    await group.begin(['a', 'b', 'c']);
    await group.stop('c');
    const leader = await group.leader();
    await eventually(
      'c is known to be silent',
      () => leader.member.members().find(({ id }) => id === 3)?.isReachable,
      (isReachable) => isReachable === false,
    );
    await assert.rejects(leader.member.remove(2), {
      code: 'would-lose-quorum',
      message: 'no majority would be left: 2 voters would remain, and of these can not be reached: c',
    });
    await leader.member.remove(3);
    await propose(leader, 'two of two');
    await allHave(['two of two']);
    assert.equal(await codeOfChange(leader.member.remove(99)), 'unknown-member');
    assert.equal(await codeOfChange(group.of('b').member.remove(1)), 'not-leader');
  });

  it('hand leadership to whom they are told, and before their leader is removed', async () => {
    await group.begin(['a', 'b', 'c']);
    await group.of('a').member.transferLeadership(3);
    assert.equal((await group.leader()).name, 'c');
    await assert.rejects(group.of('c').member.remove(3), (error) => {
      assert.ok(error instanceof MembershipError && error.code === 'not-leader');
      return error.leader === 'a' || error.leader === 'b';
    });
    await (await group.leader()).member.remove(3);
    assert.deepEqual(
      (await group.leader()).member.members().map(({ id }) => id),
      [1, 2],
    );
  });

  it('lose no proposal while leadership is handed over', async () => {
    await group.begin(['a', 'b', 'c']);
    const codes: Promise<string>[] = [];
    for (let number = 0; number < 20; number++) codes.push(codeOf(propose(group.of('a'), `${number}`)));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    const handedOver = group.of('a').member.transferLeadership(2);
    for (let number = 20; number < 40; number++) codes.push(codeOf(propose(group.of('a'), `${number}`)));
    await handedOver;
    const done = (await Promise.all(codes)).filter((code) => code !== 'not-leader');
    assert.deepEqual(new Set(done), new Set(['done']));
    await allHave(done.map((_, number) => `${number}`));
  });

  it('forget the last voter under no circumstances', async () => {
    await group.begin(['a']);
    assert.equal(await codeOfChange(group.of('a').member.remove(1)), 'would-lose-quorum');
    assert.equal(await codeOfChange(group.of('a').member.transferLeadership()), 'would-lose-quorum');
    await propose(group.of('a'), 'still there');
  });
});
