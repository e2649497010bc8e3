/**
 * When certificates are renewed.
 */
import assert from 'node:assert/strict';
import { renewAtMs } from '../../../agent/rules/renewal.js';

describe('a certificate is renewed', () => {
  for (const [fraction, expectedMs] of [
    [0, 1_500],
    [0.5, 1_650],
    [1, 1_800],
  ] as const)
    it(`between half and four fifths of its time, as the die says (${fraction})`, () => {
      assert.equal(renewAtMs({ issuedAtMs: 1_000, expiresAtMs: 2_000 }, fraction), expectedMs);
    });
});
