/**
 * The kernel's limits of what a socket holds: raised where they are lower, left alone where they are not.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raiseReceiveLimits } from '../../agent/network/receive-limit.js';
import { RecordedLog } from '../kit/recorded-log.js';

describe('the limits of what a socket holds', () => {
  let folder: string;
  let log: RecordedLog;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receive-limit-'));
    log = new RecordedLog();
  });

  afterEach(() => rm(folder, { recursive: true }));

  const set = async (max: string, usual: string): Promise<void> => {
    await writeFile(join(folder, 'rmem_max'), max);
    await writeFile(join(folder, 'rmem_default'), usual);
  };
  const found = async (): Promise<readonly string[]> =>
    await Promise.all(['rmem_max', 'rmem_default'].map((name) => readFile(join(folder, name), 'utf8')));

  it('are raised so that a thousand questions at once find room, in our sockets and in the engine’s', async () => {
    await set('212992\n', '212992\n');
    await raiseReceiveLimits(folder, log);
    assert.deepEqual(await found(), ['4194304\n', '2097152\n']);
  });

  it('are never lowered', async () => {
    await set('16777216\n', '4194304\n');
    await raiseReceiveLimits(folder, log);
    assert.deepEqual(await found(), ['16777216\n', '4194304\n']);
  });

  it('are left as they are where they must not be changed, with a word on how to, each for itself', async () => {
    await writeFile(join(folder, 'rmem_default'), '212992\n');
    await raiseReceiveLimits(folder, log);
    assert.ok(log.lines.some(({ message }) => /set net\.core\.rmem_max to 4194304/.test(message)));
    assert.equal(await readFile(join(folder, 'rmem_default'), 'utf8'), '2097152\n');
  });
});
