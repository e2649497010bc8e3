/**
 * Managers over their real log: how they come into it, move, come back with a damaged one or none, and begin
 * again when the others are lost.
 */
import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasCode } from '../../proto/base/errors.js';
import { ListNodesRequestCodec } from '../../proto/gen/control.js';
import { NetworkSpecCodec } from '../../proto/gen/objects.js';
import { EmbeddedManager } from '../kit/embedded-managers.js';
import { eventually } from '../kit/eventually.js';

describe('managers over their log', function () {
  this.timeout(60_000);
  let all: EmbeddedManager[];
  let one: EmbeddedManager;
  let two: EmbeddedManager;
  let three: EmbeddedManager;

  beforeEach(async () => {
    [one, two, three] = [
      await EmbeddedManager.make(),
      await EmbeddedManager.make(),
      await EmbeddedManager.make(),
    ];
    all = [one, two, three];
    await one.beginCluster();
    await two.join(one);
    await three.join(one);
    for (const each of all) await each.expectManagers(3);
  });
  afterEach(async () => {
    for (const each of all) await each.remove();
  });

  const addressesAt = async (manager: EmbeddedManager): Promise<readonly string[]> =>
    (await manager.seats()).map((seat) => seat.manager?.address ?? '').toSorted();
  const expectAddresses = async (...asked: readonly EmbeddedManager[]): Promise<void> => {
    const expected = all.map(({ address }) => address).toSorted();
    for (const each of asked)
      await eventually(
        'all are known where they are',
        () => addressesAt(each),
        (seen) => seen.join() === expected.join(),
        {
          withinMs: 20_000,
        },
      );
  };
  const idOf = ({ self }: EmbeddedManager): string => self?.nodeId ?? '';
  const demote = async (victim: EmbeddedManager, asked: EmbeddedManager): Promise<void> => {
    const { entry } = await asked.control.getNode({ ref: idOf(victim) });
    const node = entry?.node;
    assert.ok(node?.spec !== undefined);
    const version = node.meta?.versions['spec'] ?? 0;
    await asked.control.updateNode({ nodeId: node.id, version, spec: { ...node.spec, role: 'worker' } });
  };

  it('are followed when they come back at another address, one after the other', async () => {
    for (const moving of [two, one]) {
      await moving.stop();
      await moving.start(undefined, await moving.anotherAddress());
      await expectAddresses(...all);
      for (const each of all) await each.expectManagers(3);
    }
  });

  it('find one another when all of them moved at once and somebody says where one is', async () => {
    for (const each of all) await each.stop();
    const starts = all.map(async (each) => await each.start(undefined, await each.anotherAddress()));
    await Promise.all(starts);
    one.tryManagers(two, three);
    await expectAddresses(...all);
    for (const each of all) await each.expectManagers(3);
  });

  it('refuse to start with a damaged log, say where and the way back, and come back that way', async () => {
    await two.stop();
    await damageLog(two.logDirectory);
    await assert.rejects(
      two.start(one),
      (error) =>
        hasCode(error, 'runtime.failed') &&
        /\.wal is damaged at byte \d+/.test(error.message) &&
        error.message.includes(`move ${two.logDirectory} away`),
    );
    await rename(two.logDirectory, `${two.logDirectory}.damaged`);
    await two.start(one);
    await two.expectManagers(3);
    const [mine] = (await one.seats()).filter(({ node }) => node?.id === idOf(two));
    assert.equal(mine?.manager?.reachable, true);
  });

  it('that are the last with a log, and lost it, say so instead of beginning a new cluster', async () => {
    for (const each of all) await each.stop();
    await rename(one.logDirectory, `${one.logDirectory}.lost`);
    await assert.rejects(one.start(), /no other manager is known.*cluster restore/);
  });

  it('are out of the log when they were demoted, and their stream is refused', async () => {
    await demote(three, one);
    await one.expectManagers(2);
    await eventually(
      'the node is a worker',
      async () => (await one.control.getNode({ ref: idOf(three) })).entry?.node?.identity?.role,
      (role) => role === 'worker',
    );
    const told = (): boolean =>
      three.log.lines.some(({ facts }) => String(facts['reason']).includes('was removed from the managers'));
    await eventually('it is told', told, Boolean);
  });

  it('begin again with one while the others go on, and neither side takes part in the other', async () => {
    const { self } = one;
    assert.ok(self !== undefined);
    await one.stop();
    await one.beginAgain({ kind: 'recover', ...self });
    await one.expectManagers(1);
    // Both old ones know where it listened; it would be the majority's third vote.
    await two.expectManagers(2);
    const roles = (await one.control.listNodes(ListNodesRequestCodec.create())).nodes.map(({ node }) => [
      node?.id,
      node?.spec?.role,
    ]);
    assert.deepEqual(Object.fromEntries(roles), {
      [idOf(one)]: 'manager',
      [idOf(two)]: 'worker',
      [idOf(three)]: 'worker',
    });
  });

  it('begin again from a backup, on a machine that was in no cluster', async () => {
    const file = join(one.directory, 'backup');
    const spec = NetworkSpecCodec.create({ name: 'backend', subnets: [{ subnet: '10.1.0.0/24' }] });
    const { network } = await one.control.createNetwork({ spec });
    await pipeline(async function* () {
      for await (const { piece } of one.control.getBackup({})) yield piece;
    }, createWriteStream(file));
    const fresh = await EmbeddedManager.make();
    all.push(fresh);
    await fresh.beginAgain({ kind: 'restore', backupFile: file, self: undefined });
    await fresh.expectManagers(1);
    assert.equal(fresh.self?.clusterId, one.self?.clusterId);
    const tokenAt = async (manager: EmbeddedManager): Promise<string> =>
      (await manager.control.getJoinToken({ role: 'worker', rotate: false })).token;
    assert.equal(await tokenAt(fresh), await tokenAt(one));
    const { nodes } = await fresh.control.listNodes(ListNodesRequestCodec.create());
    assert.equal(nodes.length, 4);
    const kept = await fresh.control.getNetwork({ ref: 'backend' });
    assert.deepEqual([kept.network?.id, kept.network?.spec], [network?.id, spec]);
    const outsider = await EmbeddedManager.make();
    all.push(outsider);
    await outsider.join(fresh);
    await fresh.expectManagers(2);
    const torn = `${file}.torn`;
    const whole = await readFile(file);
    await writeFile(torn, whole.subarray(0, whole.length - 5));
    const late = await EmbeddedManager.make();
    all.push(late);
    await assert.rejects(
      late.beginAgain({ kind: 'restore', backupFile: torn, self: undefined }),
      /backup.*cut off/,
    );
  });
});

/** Turns one bit in the middle of the oldest segment. */
async function damageLog(directory: string): Promise<void> {
  const [segment] = (await readdir(directory)).filter((name) => name.endsWith('.wal')).toSorted();
  assert.ok(segment !== undefined);
  await using file = await open(join(directory, segment), 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, 100);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await file.write(byte, 0, 1, 100);
}
