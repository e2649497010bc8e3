/**
 * The kernel's tools: what is said when one of them refuses a line, and many asked at once.
 */
import assert from 'node:assert/strict';
import { HostKernel } from '../../agent/network/host-kernel.js';
import { JointReading } from '../../agent/network/joint-reading.js';

describe('a batch of commands', () => {
  it('is refused with the line that was wrong, not with its number', async () => {
    const lines = ['link show dev lo', 'link set dev sw-nosuchdevice up'];
    await assert.rejects(new HostKernel().runIp(lines), (error: Error) => {
      assert.match(
        error.message,
        /^ip: Cannot find device "sw-nosuchdevice".*in "ip link set dev sw-nosuchdevice up"$/,
      );
      return true;
    });
  });
});

describe('commands asked at the same time', () => {
  it('are answered each with its own output, and with its own words when one fails', async () => {
    const reading = new JointReading();
    const [first, failing, missing, last] = await Promise.allSettled([
      reading.run('echo', ['one', 'two']),
      reading.run('ls', ['/nowhere']),
      reading.run('nosuchcommand', []),
      reading.mustRun('printf', ['three']),
    ]);
    assert.deepEqual(first, { status: 'fulfilled', value: { code: 0, stdout: 'one two\n', stderr: '' } });
    assert.ok(failing.status === 'fulfilled' && failing.value.code !== 0);
    assert.match(failing.value.stderr, /nowhere/);
    assert.ok(missing.status === 'rejected');
    assert.match(String(missing.reason), /the command nosuchcommand is not installed/);
    assert.deepEqual(last, { status: 'fulfilled', value: 'three' });
  });

  it('are run by one process', async () => {
    const reading = new JointReading();
    const parents = await Promise.all(
      [1, 2, 3].map(() => reading.mustRun('sed', ['-n', '/^PPid/p', '/proc/self/status'])),
    );
    assert.equal(new Set(parents).size, 1);
    assert.notEqual(parents[0]?.trim(), `PPid:\t${process.pid}`);
  });
});
