/**
 * One process per state directory, with real processes and real kill -9.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StateLock } from '../../cli/swarmd/state-lock.js';
import { SystemClock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';

const MODULE = fileURLToPath(new URL('../../cli/swarmd/state-lock.js', import.meta.url));
const CLOCK = fileURLToPath(new URL('../../proto/base/clock.js', import.meta.url));
const HOLD = `
  const { StateLock } = await import(${JSON.stringify(MODULE)});
  const { SystemClock } = await import(${JSON.stringify(CLOCK)});
  await StateLock.acquire(process.argv[1], 0, { clock: new SystemClock() });
  process.stdout.write('held');
  setInterval(() => undefined, 1000);
`;

describe('the lock of a state directory', () => {
  const modules = { clock: new SystemClock() };
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'swarm-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function holder(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }

  it('is refused while another process holds it, and names the directory', async () => {
    const child = await holder();
    await assert.rejects(
      StateLock.acquire(directory, 0, modules),
      (error) => hasCode(error, 'swarm.state-locked') && error.facts.directory === directory,
    );
    await kill(child);
  });

  it('is free at once after kill -9 of its holder', async () => {
    await kill(await holder());
    const lock = await StateLock.acquire(directory, 0, modules);
    await lock.release();
    assert.deepEqual(readdirSync(directory), []);
  });

  it('is handed over to one of those who wait', async () => {
    const child = await holder();
    const waiting = [1, 2, 3].map(() => StateLock.acquire(directory, 400, modules));
    await kill(child);
    const outcomes = await Promise.allSettled(waiting);
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected', 'rejected']);
  });
});
