/**
 * Members of a replicated log on real disks and a network within this process: the contracts, elections, catching
 * up, changes of the members, and what each of them refuses.
 */
import assert from 'node:assert/strict';
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
    await group.stop('c');
    const texts = Array.from({ length: 300 }, (_, at) => `entry ${at}`);
    for (const text of texts) await propose(group.of('a'), text);
    const back = await group.start('c');
    await allHave(texts);
    assert.ok(back.machine.restoredAt > 100, `restored at ${back.machine.restoredAt}`);
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
