/**
 * Join tokens: what is refused and why, and which role a good one gives.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { equalInConstantTime, roleOfToken } from '../../../control-plane/ca/rules/join-token.js';
import { hasCode } from '../../../proto/base/errors.js';
import { formatJoinToken, parseJoinToken } from '../../../proto/model/join-token.js';

const DIGEST = 'd'.repeat(50);
const WORKER = 'w'.repeat(25);
const MANAGER = 'm'.repeat(25);
const SECRETS = { workerTokenSecret: WORKER, managerTokenSecret: MANAGER };

const base36 = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdefghijklmnopqrstuvwxyz')),
    minLength: length,
    maxLength: length,
  });

describe('a join token', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(base36(50), base36(25), (rootDigest, secret) => {
        assert.deepEqual(parseJoinToken(formatJoinToken({ rootDigest, secret })), { rootDigest, secret });
      }),
    );
  });

  const malformed: readonly (readonly [text: string, rule: string])[] = [
    ['', 'must begin with SWMTKN-'],
    ['hello', 'must begin with SWMTKN-'],
    [`SWMTKN-2-${DIGEST}-${WORKER}`, 'has version "2"; this build reads version 1'],
    [`SWMTKN-1-${DIGEST}`, 'must have 4 parts with "-" between them, it has 3'],
    [`SWMTKN-1-${DIGEST}-${WORKER}-x`, 'must have 4 parts with "-" between them, it has 5'],
    [`SWMTKN-1-abc-${WORKER}`, 'its third part (the digest) must have 50 characters, it has 3'],
    [
      `SWMTKN-1-${DIGEST}-${WORKER.slice(1)}`,
      'its fourth part (the secret) must have 25 characters, it has 24',
    ],
    [
      `SWMTKN-1-${DIGEST}-${WORKER.toUpperCase()}`,
      'its fourth part (the secret) may hold only digits and small letters',
    ],
  ];
  for (const [text, rule] of malformed) {
    it(`"${text.slice(0, 14)}…" is refused: ${rule}`, () => {
      assert.throws(
        () => parseJoinToken(text),
        (error) => hasCode(error, 'token.malformed') && error.facts.rule === rule,
      );
    });
  }

  it('gives the role of the secret it holds', () => {
    assert.equal(
      roleOfToken(formatJoinToken({ rootDigest: DIGEST, secret: WORKER }), SECRETS, DIGEST),
      'worker',
    );
    assert.equal(
      roleOfToken(formatJoinToken({ rootDigest: DIGEST, secret: MANAGER }), SECRETS, DIGEST),
      'manager',
    );
  });

  it('gives none with another secret, or with the digest of another cluster', () => {
    const other = 'x'.repeat(25);
    assert.equal(
      roleOfToken(formatJoinToken({ rootDigest: DIGEST, secret: other }), SECRETS, DIGEST),
      undefined,
    );
    const foreign = formatJoinToken({ rootDigest: 'e'.repeat(50), secret: WORKER });
    assert.equal(roleOfToken(foreign, SECRETS, DIGEST), undefined);
  });

  it('is compared whole: equal texts and no others, and nothing equals an empty secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        assert.equal(equalInConstantTime(one, other), one === other && other !== '');
        assert.equal(equalInConstantTime(one, one), one !== '');
      }),
    );
  });
});
