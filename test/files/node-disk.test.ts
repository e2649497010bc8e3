/**
 * The real disk: what the log relies on and a simulated disk can not show.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diskErrorCode } from 'raft-ts/disk.js';
import { NodeDisk } from 'raft-ts/node-disk.js';

describe('the real disk', () => {
  const disk = new NodeDisk();
  let directory = '';
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'node-disk-'));
  });
  afterEach(() => {
    fs.rmSync(directory, { recursive: true, force: true });
  });

  it('makes a directory with its missing parents, for its owner only, and accepts one that is there', async () => {
    const deep = path.join(directory, 'one', 'two', 'three');
    await disk.makeDirectory(deep);
    await disk.makeDirectory(deep);
    assert.equal(fs.statSync(deep).mode & 0o777, 0o700);
    assert.deepEqual(await disk.list(deep), []);
  });

  it('writes small and large pieces where they belong, and reads less only at the end of the file', async () => {
    const file = await disk.open(path.join(directory, 'a'), 'create');
    await file.preallocate(3 * 1024 * 1024 + 5);
    assert.equal(await file.sizeBytes(), 3 * 1024 * 1024 + 5);
    const large = Buffer.alloc(300_000, 7);
    await file.write(1000, large);
    await file.write(10, Buffer.from('small'));
    await file.sync();
    await file.close();
    const again = await disk.open(path.join(directory, 'a'), 'read');
    assert.deepEqual(Buffer.from(await again.read(10, 5)).toString(), 'small');
    assert.ok(large.equals(await again.read(1000, large.length)));
    assert.equal((await again.read(3 * 1024 * 1024, 100)).length, 5);
    await again.close();
    assert.equal(fs.statSync(path.join(directory, 'a')).mode & 0o777, 0o600);
  });

  it('empties a file that is made anew, replaces one that is renamed onto, and names what is missing', async () => {
    const [from, to] = [path.join(directory, 'from'), path.join(directory, 'to')];
    fs.writeFileSync(from, 'old');
    fs.writeFileSync(to, 'replaced');
    await (await disk.open(from, 'create')).close();
    await disk.rename(from, to);
    await disk.syncDirectory(directory);
    assert.deepEqual([await disk.list(directory), fs.readFileSync(to, 'utf8')], [['to'], '']);
    await disk.unlink(to);
    for (const call of [disk.open(to, 'update'), disk.open(to, 'read'), disk.unlink(to)]) {
      await assert.rejects(call, (error) => diskErrorCode(error) === 'ENOENT');
    }
  });
});
