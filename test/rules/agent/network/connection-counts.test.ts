/**
 * That one address cannot have all connections.
 */
import assert from 'node:assert/strict';
import { ConnectionCounts } from '../../../../agent/network/rules/connection-counts.js';

describe('connections', () => {
  it('are taken from each address up to its own limit, and again when some have ended', () => {
    const counts = new ConnectionCounts(2);
    const admitted = (...addresses: readonly string[]): readonly boolean[] =>
      addresses.map((address) => counts.admit(address));
    assert.deepEqual(admitted('a', 'a', 'a', 'b', 'a'), [true, true, false, true, false]);
    counts.release('a');
    assert.deepEqual(admitted('a', 'a', 'b', 'b'), [true, false, true, false]);
    for (const address of ['a', 'a', 'b', 'b']) counts.release(address);
    assert.deepEqual(admitted('a', 'a', 'a'), [true, true, false]);
  });
});
