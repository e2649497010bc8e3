/**
 * The kernel's limit of what a socket holds: raised where it is lower, left alone where it is not.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raiseReceiveLimit } from '../../agent/network/receive-limit.js';
import { RecordedLog } from '../kit/recorded-log.js';

describe('the limit of what a socket holds', () => {
  let path: string;
  const log = new RecordedLog();

  beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), 'receive-limit-')), 'rmem_max');
  });

  afterEach(async () => {
    await rm(join(path, '..'), { recursive: true });
  });

  it('is raised so that a thousand questions at once find room', async () => {
    await writeFile(path, '212992\n');
    await raiseReceiveLimit(path, log);
    assert.equal(await readFile(path, 'utf8'), '4194304\n');
  });

  it('is never lowered', async () => {
    await writeFile(path, '16777216\n');
    await raiseReceiveLimit(path, log);
    assert.equal(await readFile(path, 'utf8'), '16777216\n');
  });

  it('is left as it is where it must not be changed, with a word on how to', async () => {
    await raiseReceiveLimit(join(path, 'nowhere'), log);
    assert.match(log.lines.at(-1)?.message ?? '', /net\.core\.rmem_max/);
  });
});
