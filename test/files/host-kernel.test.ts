/**
 * The kernel's tools: what is said when one of them refuses a line.
 */
import assert from 'node:assert/strict';
import { HostKernel } from '../../agent/network/host-kernel.js';

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
