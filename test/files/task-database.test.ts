/**
 * The agent's memory on disk: every cut of its file, damage, newer formats, a disk that cannot be written.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeEntry, HEADER_BYTES, readTasks, type TaskEntry } from '../../agent/rules/task-records.js';
import { TaskDatabase } from '../../agent/task-database.js';
import { NodeTaskFile } from '../../agent/task-file.js';
import { hasCode } from '../../proto/base/errors.js';
import { silentLog } from '../../proto/base/log.js';
import { AssignedTaskCodec } from '../../proto/gen/dispatcher.js';
import { TaskStatusCodec } from '../../proto/gen/objects.js';
import { SimClock } from '../kit/sim-clock.js';

const assigned = (taskId: string): TaskEntry => ({
  kind: 'assigned',
  task: AssignedTaskCodec.create({ taskId, desired: 'running', spec: { container: { image: 'web:1' } } }),
});
const status = (taskId: string, state: 'running' | 'failed'): TaskEntry => ({
  kind: 'status',
  taskId,
  status: TaskStatusCodec.create({ state, atMs: 5 }),
});

describe('task database', () => {
  let directory: string;
  let path: string;
  const modules = { clock: new SimClock(), log: silentLog };
  const open = (): Promise<TaskDatabase> => TaskDatabase.open(new NodeTaskFile(directory), modules);

  async function written(entries: readonly TaskEntry[]): Promise<Buffer> {
    const database = await open();
    for (const entry of entries) await database.write([entry]);
    await database.close();
    return await readFile(path);
  }

  /** What a database opened on these bytes knows. */
  async function knows(bytes: Uint8Array): Promise<Record<string, string>> {
    await writeFile(path, bytes);
    const database = await open();
    const known = [...database.records].map(([taskId, record]) => [
      taskId,
      `${record.status?.state ?? 'none'}${record.isLetGo ? ' let go' : ''}`,
    ]);
    await database.close();
    return Object.fromEntries(known);
  }

  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), 'tasks-')), 'agent');
    path = join(directory, 'tasks.db');
  });

  afterEach(async () => {
    await rm(join(directory, '..'), { recursive: true });
  });

  it('knows after a restart what it knew before', async () => {
    const bytes = await written([
      assigned('a'),
      assigned('b'),
      status('a', 'running'),
      status('a', 'failed'),
      { kind: 'let-go', taskId: 'b' },
      assigned('c'),
      { kind: 'forgotten', taskId: 'c' },
    ]);
    assert.deepEqual(await knows(bytes), { a: 'failed', b: 'none let go' });
  });

  it('writes what is only to be remembered with the next write, and at its end', async () => {
    const database = await open();
    await database.write([assigned('a')]);
    const before = await readFile(path);
    database.remember([status('a', 'running')]);
    assert.equal(database.records.get('a')?.status?.state, 'running');
    assert.deepEqual(await readFile(path), before);
    await database.write([assigned('b')]);
    assert.ok((await readFile(path)).includes(Buffer.from(encodeEntry(status('a', 'running')))));
    database.remember([status('b', 'failed')]);
    await database.close();
    assert.deepEqual(await knows(await readFile(path)), { a: 'running', b: 'failed' });
  });

  it('is as after the last whole record, wherever the file is cut', async () => {
    const entries = [
      assigned('a'),
      status('a', 'running'),
      assigned('b'),
      { kind: 'let-go', taskId: 'a' } as const,
    ];
    const bytes = await written(entries);
    const states = [
      {},
      { a: 'none' },
      { a: 'running' },
      { a: 'running', b: 'none' },
      { a: 'running let go', b: 'none' },
    ];
    const ends = entries.reduce<number[]>(
      (list, entry) => [...list, (list.at(-1) ?? 0) + encodeEntry(entry).length],
      [HEADER_BYTES],
    );
    assert.equal(ends.at(-1), bytes.length);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const wholeRecords = ends.filter((end) => end <= cut).length - 1;
      const isFirstState = cut < HEADER_BYTES;
      assert.deepEqual(
        await knows(bytes.subarray(0, cut)),
        isFirstState ? {} : states[wholeRecords],
        `cut ${cut}`,
      );
    }
    assert.deepEqual(await readdir(directory), ['tasks.db']);
  });

  it('is as before the last record when that one was torn', async () => {
    const bytes = await written([assigned('a'), status('a', 'running')]);
    const torn = Buffer.from(bytes);
    torn.fill(0, bytes.length - 3);
    assert.deepEqual(await knows(torn), { a: 'none' });
  });

  it('sets a file aside that is damaged before its end, and begins empty', async () => {
    const bytes = await written([assigned('a'), assigned('b'), assigned('c')]);
    for (let at = 0; at < bytes.length - encodeEntry(assigned('c')).length; at += 1) {
      const isFormat = at === HEADER_BYTES - 1 || at === HEADER_BYTES - 2;
      if (isFormat) continue;
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      assert.deepEqual(await knows(damaged), {}, `byte ${at}`);
    }
    const aside = (await readdir(directory)).filter((name) => name.startsWith('tasks.db.damaged-'));
    assert.ok(aside.length > 0);
    assert.equal(readTasks(await readFile(path)).kind, 'read');
  });

  it('refuses a file that a newer build wrote, and leaves it as it is', async () => {
    const bytes = await written([assigned('a')]);
    const newer = Buffer.from(bytes);
    newer.fill(9, HEADER_BYTES - 2, HEADER_BYTES);
    await writeFile(path, newer);
    await assert.rejects(open(), (error) => {
      assert.ok(hasCode(error, 'format.unknown'));
      assert.deepEqual([error.facts.format, error.facts.readerFormat], [9, 1]);
      return true;
    });
    assert.deepEqual(await readFile(path), newer);
  });

  it('ignores a rewrite that was interrupted', async () => {
    await written([assigned('a')]);
    await writeFile(`${path}.new`, 'half');
    const database = await open();
    assert.deepEqual([...database.records.keys()], ['a']);
    await database.close();
    assert.deepEqual(await readdir(directory), ['tasks.db']);
  });

  it('is rewritten when most of it is out of date', async () => {
    const database = await open();
    const large = AssignedTaskCodec.create({ taskId: 'a', serviceName: 'x'.repeat(400_000) });
    for (let turn = 0; turn < 12; turn += 1) await database.write([{ kind: 'assigned', task: large }]);
    await database.close();
    assert.ok((await readFile(path)).length < 2_500_000);
  });

  it('keeps everything of many writers at once', async () => {
    const database = await open();
    const ids = Array.from({ length: 200 }, (_each, at) => `t${at}`);
    await Promise.all(ids.map((id) => database.write([assigned(id), status(id, 'running')])));
    await database.close();
    const again = await open();
    assert.deepEqual([...again.records.keys()].toSorted(), ids.toSorted());
    await again.close();
  });

  it('says that it cannot be written, goes on in memory, and writes all of it once it can', async () => {
    const database = await open();
    await database.write([assigned('a')]);
    // What stands in the way of the next rewrite is a directory that cannot be removed as a file.
    await mkdir(`${path}.new`);
    await writeFile(join(`${path}.new`, 'x'), '');
    const broken = await TaskDatabase.open(new NodeTaskFile(directory), modules);
    assert.match(await broken.problem(), /cannot be written/);
    await broken.write([assigned('b')]);
    assert.deepEqual([...broken.records.keys()], ['a', 'b']);
    await rm(`${path}.new`, { recursive: true });
    await broken.write([assigned('c')]);
    assert.equal(await broken.problem(), '');
    await broken.close();
    await database.close();
    const again = await open();
    assert.deepEqual([...again.records.keys()], ['a', 'b', 'c']);
    await again.close();
  });

  it('is written again once it can, though nothing new is to be remembered', async () => {
    await written([assigned('a')]);
    await mkdir(`${path}.new`);
    await writeFile(join(`${path}.new`, 'x'), '');
    const broken = await open();
    assert.match(await broken.problem(), /cannot be written/);
    await rm(`${path}.new`, { recursive: true });
    assert.equal(await broken.problem(), '');
    await broken.close();
    assert.deepEqual(await readdir(directory), ['tasks.db']);
  });

  it('is for nobody else to read', async () => {
    await written([assigned('a')]);
    const { mode } = await stat(path);
    assert.equal(mode & 0o777, 0o600);
  });
});
