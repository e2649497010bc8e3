/**
 * What a caller is told of each refusal of the store.
 */
import assert from 'node:assert/strict';
import { type Refusal, refusalError } from '../../../control-plane/api/commit.js';
import { absent, atVersion, exists } from '../../../control-plane/store/rules/change.js';
import { aService } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';

const check = (of: ReturnType<typeof exists>, currentVersion?: number): Refusal => ({
  kind: 'check',
  check: of,
  currentVersion,
});

const ROWS: readonly (readonly [what: string, refusal: Refusal, code: string, facts: object])[] = [
  [
    'a name that is taken',
    { kind: 'name-taken', table: 'service', name: 'Web' },
    'object.name-taken',
    { kind: 'service', name: 'Web' },
  ],
  [
    'a version that is no longer',
    check(atVersion('service', 's1', 'spec', 3), 4),
    'object.conflict',
    { kind: 'service', id: 's1', yours: 3, current: 4 },
  ],
  [
    'a version of what is gone',
    check(atVersion('service', 's2', 'spec', 3)),
    'object.not-found',
    { kind: 'service', ref: 's2', candidates: ['web'] },
  ],
  [
    'what is gone',
    check(exists('node', 'n1')),
    'object.not-found',
    { kind: 'node', ref: 'n1', candidates: [] },
  ],
  [
    'an update of what is gone',
    { kind: 'missing', table: 'task', id: 't1' },
    'object.not-found',
    { kind: 'task', ref: 't1', candidates: [] },
  ],
  [
    'what was not to be there',
    check(absent('service', 's1')),
    'internal',
    { reason: 'there is a service s1 already' },
  ],
  [
    'a new id that is taken',
    { kind: 'id-taken', table: 'service', id: 's1' },
    'internal',
    { reason: 'there is a service s1 already' },
  ],
];

describe('a refusal of the store', () => {
  for (const [what, refusal, code, facts] of ROWS) {
    it(`because of ${what} is "${code}"`, async () => {
      const { store } = aMemoryStore();
      await storeObjects(store, { service: [aService({ id: 's1', spec: { name: 'web' } })] });
      const error = refusalError(store, refusal);
      assert.deepEqual([error.code, error.facts], [code, facts]);
    });
  }
});
