/**
 * The file in which a node remembers its networks: whole or not believed.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NetworkFile } from '../../agent/network/network-file.js';
import { NO_NETWORKS } from '../../agent/network/rules/network-state.js';
import { hasCode } from '../../proto/base/errors.js';
import { told, WEB } from '../rules/agent/network/overlay-state.js';

describe('the file of networks', () => {
  let folder: string;
  let file: NetworkFile;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'networks-'));
    file = new NetworkFile(join(folder, 'networks'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what was saved last', async () => {
    assert.deepEqual(await file.read(), { state: NO_NETWORKS, isDamaged: false });
    await Promise.all([file.save(told({})), file.save(told(WEB))]);
    assert.deepEqual(await file.read(), { state: told(WEB), isDamaged: false });
    assert.deepEqual(await readdir(folder), ['networks']);
  });

  it('is not believed when a bit of it has changed, or its end is missing', async () => {
    await file.save(told(WEB));
    const good = await readFile(file.path);
    for (const at of [0, 8, 20, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      await writeFile(file.path, bad);
      assert.deepEqual(await file.read(), { state: NO_NETWORKS, isDamaged: true }, `byte ${at}`);
    }
    for (const length of [0, 5, 11, good.length - 1]) {
      await writeFile(file.path, good.subarray(0, length));
      assert.equal((await file.read()).isDamaged, true, `${length} bytes`);
    }
  });

  it('is refused when a newer build wrote it', async () => {
    await file.save(told(WEB));
    const newer = await readFile(file.path);
    newer[7] = 9;
    await writeFile(file.path, newer);
    await assert.rejects(
      file.read(),
      (error) => hasCode(error, 'format.unknown') && error.facts.format === 9,
    );
  });
});
