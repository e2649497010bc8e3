/**
 * The name servers of the host: its file is read again when it changed, and what was known stays while it can't be.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostResolvers } from '../../agent/network/host-resolvers.js';
import { SimClock } from '../kit/sim-clock.js';

describe('the name servers of the host', () => {
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'resolvers-'));
  });

  after(async () => {
    await rm(directory, { recursive: true });
  });

  it('are those that its file names now, looked at once a second', async () => {
    const path = join(directory, 'resolv.conf');
    const clock = new SimClock();
    const resolvers = hostResolvers(path, clock);
    assert.deepEqual(await resolvers(), [], 'there is no file yet');
    await writeFile(path, 'nameserver 192.0.2.1\n');
    assert.deepEqual(await resolvers(), [], 'it was looked for just now');
    await clock.advance(1_000);
    assert.deepEqual(await resolvers(), ['192.0.2.1']);
    await writeFile(`${path}.new`, 'nameserver 192.0.2.2\n');
    await rename(`${path}.new`, path);
    await clock.advance(1_000);
    assert.deepEqual(await resolvers(), ['192.0.2.2']);
    await rm(path);
    await clock.advance(1_000);
    assert.deepEqual(await resolvers(), ['192.0.2.2'], 'it is being written anew');
  });
});
