/**
 * The bytes of the stream of proposals: what a writer proposes is what the member hears of, many at a time.
 */
import assert from 'node:assert/strict';
import {
  decodeEntries,
  decodeWriters,
  encodeProposals,
  encodeWriters,
  writerOf,
} from '../../bench/proposal-stream.js';

describe('a message of proposals', () => {
  it('holds each writer and its value, in order, wherever in a buffer it lies', () => {
    const values = [Buffer.from('first'), Buffer.alloc(0), Buffer.alloc(300, 'x')];
    const message = encodeProposals(values.map((value, at) => ({ writer: 256 * at, value })));
    const shifted = Buffer.concat([Buffer.from('before'), message]).subarray('before'.length);
    const entries = Array.from(decodeEntries(shifted));
    assert.deepEqual(
      entries.map(({ writer }) => writer),
      [0, 256, 512],
    );
    assert.deepEqual(
      entries.map(({ entry }) => writerOf(entry)),
      [0, 256, 512],
    );
    assert.ok(Buffer.concat(entries.map(({ entry }) => entry)).equals(message));
  });

  it('is answered with whose proposals were applied', () => {
    assert.deepEqual(decodeWriters(encodeWriters([7, 0, 65_536])), [7, 0, 65_536]);
    assert.deepEqual(decodeWriters(encodeWriters([])), []);
  });
});
