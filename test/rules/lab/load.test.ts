/**
 * What is read from the load tool's account: a failure must never be missed.
 */
import assert from 'node:assert/strict';
import { readWrk } from '../../lab/load.js';

const account = (...lines: string[]): string =>
  ['Running 60m test @ http://192.0.2.1/', '  4310 requests in 1.00s, 0.55MB read', ...lines]
    .concat('Requests/sec:   4309.56', '')
    .join('\n');

describe('the account of a load', () => {
  it('without a failure says so', () => {
    assert.deepEqual(readWrk(account()), { requests: 4310, perSecond: 4309.56, failed: 0, failures: '' });
  });

  it('adds up what failed, of whatever kind', () => {
    const errors = '  Socket errors: connect 1, read 20, write 300, timeout 4000';
    const { failed, failures } = readWrk(account(errors, '  Non-2xx or 3xx responses: 50000'));
    assert.equal(failed, 54_321);
    assert.equal(failures, 'connect 1, read 20, write 300, timeout 4000, answers 50000');
    assert.equal(readWrk(account('  Non-2xx or 3xx responses: 7')).failed, 7);
  });
});
