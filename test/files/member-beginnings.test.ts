/**
 * How members begin, and how a cluster begins again: founded, joined, forced out of what is left, restored from a
 * backup, adopted from an earlier build; and which directories are refused, with what sentence.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  type BackupInfo,
  type BeginningOptions,
  directoryState,
  foundCluster,
  joinCluster,
  recoverCluster,
  restoreCluster,
} from 'raft-ts/beginnings.js';
import { LogDamagedError, MemberMissingError } from 'raft-ts/log-errors.js';
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openMember } from 'raft-ts/open-member.js';
import type { RaftMember } from 'raft-ts/raft-member.js';
import { openLog } from 'raft-ts/wal-file.js';
import { eventually } from '../kit/eventually.js';
import { BlobMachine } from '../kit/blob-machine.js';
import { ListMachine } from '../kit/list-machine.js';
import { CLUSTER_ID, MemberGroup } from '../kit/member-group.js';
import { diceFrom, drawnFate } from '../kit/power-cuts.js';
import { SimDisk } from '../kit/sim-disk.js';

const MIB = 1024 * 1024;
const NOW_MS = 1_800_000_000_000;
const SELF = { name: 'a', address: 'a-moved' };

const propose = (member: RaftMember, text: string): Promise<number> => member.propose(Buffer.from(text));

async function openIn(directory: string): Promise<{ member: RaftMember; machine: ListMachine }> {
  const machine = new ListMachine();
  const member = await openMember({ directory, tickMs: 15 }, { disk: new NodeDisk(), stateMachine: machine });
  return { member, machine };
}

describe('the beginnings of a cluster', function () {
  this.timeout(30_000);
  let group: MemberGroup;
  beforeEach(() => {
    group = new MemberGroup(() => new ListMachine());
  });
  afterEach(async () => {
    await group.close();
  });

  const modules = () => ({ disk: new NodeDisk(), stateMachine: new ListMachine() });

  it('leave one whose majority is lost to go on alone, with all that was in its log', async () => {
    await group.begin(['a', 'b', 'c']);
    await propose(group.of('a').member, 'committed');
    await group.stop('c');
    await group.stop('b');
    const alone = group.of('a');
    const uncommitted = propose(alone.member, 'known to nobody else').catch(() => undefined);
    await eventually(
      'it no longer leads',
      () => alone.member.leadership.isSelf,
      (isSelf) => !isSelf,
    );
    await uncommitted;
    await group.stop('a');
    const { directory } = alone;
    const begun = await recoverCluster({ directory, ...SELF, nowMs: NOW_MS }, modules());
    assert.deepEqual(begun, { id: 1, clusterId: CLUSTER_ID, recoveryEpoch: NOW_MS });

    const { member, machine } = await openIn(directory);
    assert.deepEqual(machine.entries, ['committed', 'known to nobody else']);
    assert.equal(member.leadership.isSelf, true);
    assert.equal(member.recoveryEpoch, NOW_MS);
    assert.deepEqual(
      member.members().map(({ id, address, role }) => [id, address, role]),
      [[1, 'a-moved', 'voter']],
    );
    const added = await member.addLearner({ name: 'b', address: 'b' });
    assert.equal(added.id, 4, 'the ids of the old cluster are not given again');
    await member.close();
  });

  it('raise the epoch with every recovery, also when the clock stands still', async () => {
    await group.begin(['a']);
    const { directory } = group.of('a');
    await group.stop('a');
    for (const expected of [NOW_MS, NOW_MS + 1]) {
      const { recoveryEpoch } = await recoverCluster({ directory, ...SELF, nowMs: NOW_MS }, modules());
      assert.equal(recoveryEpoch, expected);
    }
  });

  it('restore a backup that was taken under load, as a cluster of one with a new id and a higher epoch', async () => {
    const [a] = await group.begin(['a', 'b', 'c']);
    assert.ok(a !== undefined);
    const before = Array.from({ length: 50 }, (_, at) => propose(a.member, `before ${at}`));
    await Promise.all(before);
    const meanwhile = Array.from({ length: 50 }, (_, at) => propose(a.member, `meanwhile ${at}`));
    const { info, pieces } = a.member.backup();
    const kept: Uint8Array[] = [];
    for await (const piece of pieces) kept.push(piece);
    await Promise.all(meanwhile);

    const directory = group.directoryOf('restored');
    const backup: BackupInfo = JSON.parse(JSON.stringify(info));
    const begun = await restoreCluster(
      { directory, ...SELF, backup, nowMs: NOW_MS },
      {
        disk: new NodeDisk(),
        pieces: (async function* () {
          yield* kept;
        })(),
      },
    );
    assert.deepEqual(begun, { id: 4, clusterId: CLUSTER_ID, recoveryEpoch: NOW_MS });
    const { member, machine } = await openIn(directory);
    assert.deepEqual(
      machine.entries,
      Array.from({ length: 50 }, (_, at) => `before ${at}`),
    );
    const index = await propose(member, 'after');
    assert.ok(index > info.index, 'no index of the old cluster is used again');
    await member.close();
  });

  it('take over the log of the build that knew one member only, as member 1', async () => {
    const directory = group.directoryOf('old');
    const { log } = await openLog({ directory }, { disk: new NodeDisk() });
    const payload = Buffer.from('written long ago');
    await log.append([
      { kind: 'hard-state', term: 3, vote: 0, commit: 0 },
      { kind: 'entry', term: 3, index: 1, tag: 1, payload: Buffer.alloc(0) },
      { kind: 'entry', term: 3, index: 2, tag: 0, payload },
    ]);
    await log.close();
    await assert.rejects(openIn(directory), /nothing says whose/);
    for (const texts of [['written long ago'], ['written long ago', 'today']]) {
      const machine = new ListMachine();
      const member = await openMember(
        { directory, soleMember: { ...SELF, clusterId: CLUSTER_ID } },
        { disk: new NodeDisk(), stateMachine: machine },
      );
      assert.deepEqual(machine.entries, texts);
      assert.ok(member.leadership.epoch > 3);
      assert.deepEqual([member.selfId, member.clusterId], [1, CLUSTER_ID]);
      if (texts.length === 1) await propose(member, 'today');
      await member.close();
    }
  });

  it('may be made where that build was cut short before it had written anything', async () => {
    const directory = group.directoryOf('old');
    const { log } = await openLog({ directory }, { disk: new NodeDisk() });
    await log.append([{ kind: 'hard-state', term: 1, vote: 0, commit: 0 }]);
    await log.close();
    assert.equal(await directoryState(new NodeDisk(), directory), 'unfinished');
    const modules = { disk: new NodeDisk(), stateMachine: new ListMachine() };
    await foundCluster({ directory, ...SELF, clusterId: CLUSTER_ID }, modules);
    const { member } = await openIn(directory);
    assert.equal(member.leadership.isSelf, true);
    await member.close();
  });

  it('bring a state of 50 MiB to one that joins', async () => {
    const large = new MemberGroup(() => new BlobMachine(50 * MIB));
    try {
      await large.begin(['a', 'b']);
      const { machine } = large.of('b');
      assert.equal(machine.restoredBytes, 50 * MIB);
      assert.equal(machine.restoredChecksum, machine.checksum());
      await large.of('a').member.propose(Buffer.from('and goes on'));
      await eventually(
        'b goes on',
        () => machine.applied,
        (applied) => applied > 0,
      );
    } finally {
      await large.close();
    }
  });
});

describe("a directory that is no member's", function () {
  this.timeout(30_000);
  let group: MemberGroup;
  beforeEach(async () => {
    group = new MemberGroup(() => new ListMachine());
    await group.begin(['a']);
    await propose(group.of('a').member, 'kept');
  });
  afterEach(async () => {
    await group.close();
  });

  it('is refused when it is empty, with what to do', async () => {
    await assert.rejects(openIn(group.directoryOf('nobody')), (error) => {
      assert.ok(error instanceof MemberMissingError);
      assert.match(error.message, /holds no member\. Refusing to start\..*remove this one there.*join again/);
      return true;
    });
  });

  it('is refused when the log of its member is gone: it might vote twice', async () => {
    const { directory } = group.of('a');
    await group.stop('a');
    for (const name of fs.readdirSync(directory)) {
      if (name.endsWith('.wal')) fs.rmSync(path.join(directory, name));
    }
    await assert.rejects(
      openIn(directory),
      /belongs to a member whose log is missing.*join again as a new one/,
    );
  });

  it('is refused when the file that says whose it is was changed', async () => {
    const { directory } = group.of('a');
    await group.stop('a');
    const file = path.join(directory, 'member');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"id":1', '"id":2'));
    await assert.rejects(
      openIn(directory),
      (error) => error instanceof LogDamagedError && error.file === file,
    );
  });

  it('is refused when nothing says whose it is and others have a copy of its log', async () => {
    await group.join('b');
    await propose(group.of('a').member, 'for both');
    for (const name of ['b', 'a']) {
      const { directory } = group.of(name);
      await group.stop(name);
      fs.rmSync(path.join(directory, 'member'));
      const soleMember = { name, address: name, clusterId: CLUSTER_ID };
      const modules = { disk: new NodeDisk(), stateMachine: new ListMachine() };
      const opened = openMember({ directory, soleMember }, modules);
      await assert.rejects(opened, /holds the log of one of several members.*join again as a new one/);
    }
  });

  it('can not be begun again as another member', async () => {
    const { directory } = group.of('a');
    await group.stop('a');
    const modules = { disk: new NodeDisk(), stateMachine: new ListMachine() };
    const begin = foundCluster({ directory, ...SELF, clusterId: 'another' }, modules);
    await assert.rejects(begin, /holds the log of a member already/);
    const { member, machine } = await openIn(directory);
    assert.deepEqual(machine.entries, ['kept']);
    await member.close();
  });
});

describe('a beginning that a power cut ends', function () {
  this.timeout(60_000);
  const options: BeginningOptions & { clusterId: string } = {
    directory: '/m',
    ...SELF,
    clusterId: CLUSTER_ID,
  };
  const begin = {
    founded: (disk: SimDisk) => foundCluster(options, { disk, stateMachine: new ListMachine() }),
    joined: (disk: SimDisk) => joinCluster({ ...options, id: 7, recoveryEpoch: 5, peers: [] }, { disk }),
  };
  for (const [name, start] of Object.entries(begin)) {
    it(`leaves a directory that is ${name} whole, or not at all and may be begun again`, async () => {
      const disk = new SimDisk();
      const images: SimDisk[] = [];
      disk.onOperation = () => images.push(disk.image());
      await start(disk);
      const dice = diceFrom(1);
      const states = new Set<string>();
      for (const image of images) {
        const left = image.afterPowerCut(drawnFate(image, dice));
        const state = await directoryState(left, '/m');
        states.add(state);
        if (state !== 'member') await start(left);
        assert.equal(await directoryState(left, '/m'), 'member');
        if (name === 'joined') continue;
        const member = await openMember({ directory: '/m' }, { disk: left, stateMachine: new ListMachine() });
        assert.equal(member.leadership.isSelf, true);
        await member.close();
      }
      assert.deepEqual([...states].toSorted(), ['empty', 'member', 'unfinished']);
    });
  }
});
