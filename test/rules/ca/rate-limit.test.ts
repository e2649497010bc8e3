/**
 * The limit on calls that need no certificate: a burst, then a steady rate, for each address by itself.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Bucket, isFull, takeToken } from '../../../control-plane/ca/rules/rate-limit.js';

const LIMIT = { burst: 5, perSecond: 2 };

function callAt(instantsMs: readonly number[]): readonly boolean[] {
  let bucket: Bucket | undefined;
  return instantsMs.map((nowMs) => {
    const taken = takeToken(bucket, LIMIT, nowMs);
    bucket = taken.bucket;
    return taken.allowed;
  });
}

describe('the limit per address', () => {
  it('lets a burst through, refuses the next call, and says when to come back', () => {
    assert.deepEqual(callAt([0, 0, 0, 0, 0, 0]), [true, true, true, true, true, false]);
    const refused = takeToken({ tokens: 0, atMs: 0 }, LIMIT, 0);
    assert.ok(!refused.allowed);
    assert.equal(refused.retryAfterMs, 500);
    assert.ok(takeToken(refused.bucket, LIMIT, refused.retryAfterMs).allowed);
  });

  it('never lets through more than the burst and the rate allow, whenever the calls come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 }), (gapsMs) => {
        let nowMs = 0;
        const instants = gapsMs.map((gapMs) => (nowMs += gapMs));
        const allowed = callAt(instants).filter(Boolean).length;
        assert.ok(allowed <= LIMIT.burst + (nowMs / 1000) * LIMIT.perSecond + 1e-6);
      }),
    );
  });

  it('may be forgotten once the bucket is full again', () => {
    assert.equal(isFull({ tokens: 3, atMs: 0 }, LIMIT, 500), false);
    assert.equal(isFull({ tokens: 3, atMs: 0 }, LIMIT, 1000), true);
  });
});
