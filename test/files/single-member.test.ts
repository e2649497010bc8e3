/**
 * The single-member replicator: the Replicator contract, epochs, snapshots with compaction, and what it says
 * when the disk is full, fails, or was damaged. Power cuts at every operation of a life.
 */
import assert from 'node:assert/strict';
import { LogDamagedError, LogFailedError, LogFullError } from 'raft-ts/log-errors.js';
import type { Leadership } from 'raft-ts/replicator.js';
import type { OpenMemberOptions } from 'raft-ts/open-member.js';
import type { RaftMember } from 'raft-ts/raft-member.js';
import { ListMachine } from '../kit/list-machine.js';
import { openSoleMember } from '../kit/sole-member.js';
import { diceFrom, drawnFate } from '../kit/power-cuts.js';
import { codeOf, itKeepsTheReplicatorContract } from '../kit/replicator-contract.js';
import { diskError, SimDisk } from '../kit/sim-disk.js';

const DIRECTORY = '/member';
const MAX_ENTRY_BYTES = 512;
/** Of the empty state, from the founding of the cluster. */
const FIRST_SNAPSHOT = `${DIRECTORY}/0000000000000001-1.snap`;
const NONE_KEPT = { keepsName: () => false, keptRanges: () => [] };

interface Opened {
  readonly member: RaftMember;
  readonly machine: ListMachine;
  readonly snapshotErrors: unknown[];
}

/** Closed after each test: a member that is left alone ticks on, and slows down whatever runs after it. */
const opened = new Set<RaftMember>();

async function openOn(
  disk: SimDisk,
  options: Partial<OpenMemberOptions> = {},
  machine = new ListMachine(),
): Promise<Opened> {
  const snapshotErrors: unknown[] = [];
  const member = await openSoleMember(
    { name: 'm1', directory: DIRECTORY, segmentBytes: 2048, maxEntryBytes: MAX_ENTRY_BYTES, ...options },
    { disk, stateMachine: machine, onSnapshotFailed: (error) => snapshotErrors.push(error) },
  );
  opened.add(member);
  return { member, machine, snapshotErrors };
}

const propose = (member: RaftMember, text: string): Promise<number> => member.propose(Buffer.from(text));

async function proposeEach(member: RaftMember, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) await propose(member, `entry ${number}`);
}

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `entry ${from + at}`);

async function untilSnapshot(disk: SimDisk): Promise<string> {
  for (;;) {
    const found = disk.files(DIRECTORY).filter((name) => name.endsWith('.snap') && name !== FIRST_SNAPSHOT);
    if (found[0] !== undefined) return found[0];
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

async function closeAll(): Promise<void> {
  const members = [...opened];
  opened.clear();
  await Promise.all(members.map((member) => member.close()));
}

describe('a single member', () => {
  afterEach(closeAll);

  itKeepsTheReplicatorContract(
    async () => {
      const { member, machine } = await openOn(new SimDisk());
      return { replicator: member, machine };
    },
    { maxEntryBytes: MAX_ENTRY_BYTES },
  );

  it('applies nothing before it is durable', async () => {
    const disk = new SimDisk();
    const { member, machine } = await openOn(disk);
    disk.onOperation = (operation) => {
      if (operation === 'sync') assert.deepEqual(machine.entries, []);
    };
    await propose(member, 'one');
    assert.deepEqual(machine.entries, ['one']);
  });

  it('leads from the first applied entry of its epoch, which rises with every start', async () => {
    const disk = new SimDisk();
    for (const epoch of [2, 3, 4]) {
      const { member } = await openOn(disk);
      const seen: Leadership[] = [];
      const stopWatching = member.watchLeadership((leadership) => seen.push(leadership));
      assert.deepEqual(seen, [{ leader: 'm1', epoch, isSelf: true }]);
      await member.close();
      assert.deepEqual(seen.slice(1), [{ leader: null, epoch, isSelf: false }]);
      stopWatching();
    }
  });

  it('refuses more bytes than may wait for the disk, until some of them are written', async () => {
    const { member, machine } = await openOn(new SimDisk(), { maxPendingBytes: 600 });
    const codes = [512, 100].map((lengthBytes) => codeOf(member.propose(Buffer.alloc(lengthBytes))));
    assert.deepEqual(await Promise.all(codes), ['done', 'overloaded']);
    await propose(member, 'later');
    assert.deepEqual([machine.entries.length, machine.entries.at(-1)], [2, 'later']);
  });

  it('restores the newest snapshot, applies the entries after it, and keeps no more files than it needs', async () => {
    const disk = new SimDisk();
    const first = await openOn(disk, { snapshotAfterEntries: 20 });
    await proposeEach(first.member, 1, 90);
    await untilSnapshot(disk);
    await first.member.close();
    const { member, machine } = await openOn(disk, { snapshotAfterEntries: 1000 });
    assert.ok(machine.restoredAt >= 60, `restored at ${machine.restoredAt}`);
    assert.ok(machine.indexes.length <= 31, `${machine.indexes.length} entries were applied again`);
    assert.deepEqual(machine.entries, numbered(1, 90));
    const files = disk.files(DIRECTORY);
    assert.equal(files.filter((file) => file.includes('.snap')).length, 1);
    assert.ok(!files.includes(`${DIRECTORY}/0000000000000001.wal`), 'the first segment is gone');
    await proposeEach(member, 91, 92);
    assert.deepEqual(machine.entries, numbered(1, 92));
  });

  it('goes on while a snapshot is written, and the snapshot holds the state of its own index', async () => {
    const disk = new SimDisk();
    const machine = new ListMachine();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    machine.pause = () => held;
    const { member } = await openOn(disk, { snapshotAfterEntries: 20 }, machine);
    await proposeEach(member, 1, 40);
    assert.equal(machine.entries.length, 40, 'no proposal waits for the snapshot');
    release();
    await untilSnapshot(disk);
    await member.close();
    const again = await openOn(disk);
    assert.ok(again.machine.restoredAt > 0 && again.machine.restoredAt <= 25);
    assert.deepEqual(again.machine.entries, numbered(1, 40));
  });

  it('holds every acknowledged entry, in order and once, after a power cut at any operation', async function () {
    this.timeout(60_000);
    const disk = new SimDisk();
    const moments: { image: SimDisk; acknowledged: number; made: number }[] = [];
    let [acknowledged, made] = [0, 0];
    const { member } = await openOn(disk, { snapshotAfterEntries: 9 });
    disk.onOperation = (operation) => {
      if (operation !== 'read') moments.push({ image: disk.image(), acknowledged, made });
    };
    for (let group = 0; group < 40; group++) {
      const texts = numbered(made + 1, made + 4);
      made += texts.length;
      await Promise.all(texts.map((text) => propose(member, text).then(() => acknowledged++)));
    }
    await member.close();
    const dice = diceFrom(made);
    for (const moment of moments) {
      for (let draw = 0; draw < 8; draw++) {
        const left = moment.image.afterPowerCut(drawnFate(moment.image, dice));
        const { machine, member: survivor } = await openOn(left);
        const count = machine.entries.length;
        assert.ok(count >= moment.acknowledged && count <= moment.made, `${count} of ${moment.acknowledged}`);
        assert.deepEqual(machine.entries, numbered(1, count));
        assert.equal(survivor.leadership.epoch, 3);
        await survivor.close();
      }
    }
    assert.ok(moments.length > 100, `${moments.length} moments`);
  });
});

describe('a single member in trouble', () => {
  afterEach(closeAll);

  it('refuses proposals while the disk is full, for sure without their effect, and takes them again', async () => {
    const disk = new SimDisk();
    const { member, machine } = await openOn(disk);
    disk.onOperation = (operation) => {
      if (operation === 'preallocate') throw diskError('ENOSPC');
    };
    let taken = 0;
    while ((await codeOf(member.propose(Buffer.alloc(300, 65)))) === 'done') taken++;
    assert.equal(await codeOf(propose(member, 'x'.repeat(500))), 'disk-full');
    assert.equal(member.leadership.isSelf, true);
    disk.onOperation = undefined;
    await propose(member, 'room again');
    assert.deepEqual([machine.entries.length, machine.entries.at(-1)], [taken + 1, 'room again']);
    const again = await openOn(disk.afterPowerCut(NONE_KEPT));
    assert.deepEqual(again.machine.entries, machine.entries);
  });

  it('says that the disk is full, where it can not even begin to lead for that', async () => {
    const disk = new SimDisk();
    const full = (operation: string): void => {
      if (operation === 'preallocate') throw diskError('ENOSPC');
    };
    await openOn(disk).then(({ member }) => member.close());
    disk.onOperation = full;
    let refusal: unknown;
    // Each start takes a little of the room that is left.
    for (let start = 0; start < 100 && refusal === undefined; start++) {
      refusal = await openOn(disk).then(
        ({ member }) => member.close(),
        (error: unknown) => error,
      );
    }
    assert.ok(refusal instanceof LogFullError, String(refusal));
    assert.match(refusal.message, /no room for the log in \/member: free some disk space/);
    disk.onOperation = undefined;
    const { member } = await openOn(disk);
    assert.equal(member.leadership.isSelf, true);
  });

  it('stops when a sync fails: what is in flight is unknown, what comes later is refused', async () => {
    const disk = new SimDisk();
    const { member, machine } = await openOn(disk);
    await propose(member, 'kept');
    disk.onOperation = (operation) => {
      if (operation === 'sync') throw diskError('EIO');
    };
    const inFlight = [codeOf(propose(member, 'a')), codeOf(propose(member, 'b'))];
    assert.deepEqual(await Promise.all(inFlight), ['outcome-unknown', 'outcome-unknown']);
    assert.ok((await member.stopped) instanceof LogFailedError);
    assert.deepEqual(member.leadership, { leader: null, epoch: 2, isSelf: false });
    assert.deepEqual(
      [await codeOf(propose(member, 'c')), await codeOf(member.barrier())],
      ['stopped', 'stopped'],
    );
    assert.deepEqual(machine.entries, ['kept']);
    await member.close();
    const again = await openOn(disk.afterPowerCut(NONE_KEPT));
    assert.deepEqual(again.machine.entries, ['kept']);
  });

  it('stops when the state machine throws, and applies nothing after that entry', async () => {
    const machine = new ListMachine();
    machine.beforeApply = (text) => {
      if (text === 'poison') throw new Error('can not apply this');
    };
    const { member } = await openOn(new SimDisk(), {}, machine);
    const proposals = ['fine', 'poison', 'after'].map((text) => codeOf(propose(member, text)));
    assert.deepEqual(await Promise.all(proposals), ['done', 'outcome-unknown', 'outcome-unknown']);
    assert.deepEqual(machine.entries, ['fine']);
    assert.match(String(await member.stopped), /can not apply this/);
  });

  it('goes on without a snapshot that finds no room, leaves nothing of it, and tries again later', async () => {
    const disk = new SimDisk();
    const { member, machine, snapshotErrors } = await openOn(disk, { snapshotAfterEntries: 10 });
    disk.onOperation = (operation, file) => {
      if (operation === 'write' && file.includes('.snap')) throw diskError('ENOSPC');
    };
    await proposeEach(member, 1, 15);
    assert.ok(snapshotErrors.length >= 1);
    assert.deepEqual(
      disk.files(DIRECTORY).filter((file) => file.includes('.snap')),
      [FIRST_SNAPSHOT],
    );
    disk.onOperation = undefined;
    await proposeEach(member, 16, 40);
    await untilSnapshot(disk);
    assert.deepEqual(machine.entries, numbered(1, 40));
  });

  it('refuses to start from a damaged, a missing or a lone snapshot, and names the file', async () => {
    const disk = new SimDisk();
    const { member } = await openOn(disk, { snapshotAfterEntries: 20 });
    await proposeEach(member, 1, 25);
    const file = await untilSnapshot(disk);
    await member.close();
    const bytes = disk.bytesOf(file);
    const refusalOf = (left: SimDisk): Promise<unknown> =>
      openOn(left).then(
        () => 'opened',
        (error: unknown) => error,
      );
    for (let at = 0; at < bytes.length; at++) {
      const changed = disk.image();
      changed.place(file, Buffer.from(bytes.map((byte, position) => (position === at ? byte ^ 4 : byte))));
      const refusal = await refusalOf(changed);
      assert.ok(
        refusal instanceof LogDamagedError && refusal.file.startsWith(file),
        `byte ${at}: ${String(refusal)}`,
      );
    }
    for (let lengthBytes = 0; lengthBytes < bytes.length; lengthBytes += 5) {
      const cut = disk.image();
      cut.place(file, bytes.subarray(0, lengthBytes));
      assert.ok((await refusalOf(cut)) instanceof LogDamagedError, `cut at ${lengthBytes}`);
    }
    const withoutSnapshot = disk.image();
    withoutSnapshot.remove(file);
    assert.match(
      String(await refusalOf(withoutSnapshot)),
      /the log refers to this snapshot, and it is missing/,
    );
    const withoutLog = disk.image();
    for (const segment of disk.files(DIRECTORY).filter((name) => name.includes('.wal')))
      withoutLog.remove(segment);
    assert.match(String(await refusalOf(withoutLog)), /belongs to a member whose log is missing.*join again/);
    withoutLog.remove(`${DIRECTORY}/member`);
    assert.match(String(await refusalOf(withoutLog)), /there is a snapshot, and the log is missing/);
  });
});
