/**
 * Placement as it is written: preferences, services to stay apart from, and what of them is refused.
 */
import assert from 'node:assert/strict';
import { hasCode } from '../../../proto/base/errors.js';
import { PlacementCodec, type PlacementInput } from '../../../proto/gen/objects.js';
import { parsePreference, preferenceText, validatePlacement } from '../../../proto/model/placement.js';

const refusal =
  (field: string) =>
  (error: unknown): boolean =>
    hasCode(error, 'input.invalid') && error.facts.field === field;

describe('a placement preference', () => {
  for (const [text, expected] of [
    ['spread=node.labels.zone', { kind: 'spread', spread: 'node.labels.zone' }],
    [' Spread = engine.labels.rack', { kind: 'spread', spread: 'engine.labels.rack' }],
    ['prefer=node.labels.disk==ssd', { kind: 'prefer', prefer: 'node.labels.disk==ssd' }],
    ['near=cache', { kind: 'near', near: 'cache' }],
    ['apart=db', { kind: 'apart', apart: 'db' }],
  ] as const)
    it(`can be "${text}"`, () => {
      const preference = parsePreference(text);
      assert.deepEqual(preference, { preference: expected });
      assert.deepEqual(parsePreference(preferenceText(preference)), preference);
    });

  for (const text of [
    '',
    'spread',
    'node.labels.zone',
    'spread=',
    'spread=zone',
    'spread=node.labels.',
    'spread=node.id',
    'spread=node.platform.os',
    'prefer=node.labels.disk',
    'prefer=node.zone==a',
    'near=',
    'near=a service',
    'apart=-',
    'binpack=node.labels.zone',
  ])
    it(`cannot be "${text}"`, () => {
      assert.throws(() => parsePreference(text, '--placement-pref'), refusal('--placement-pref'));
    });
});

describe('the placement of a service', () => {
  const validated = (parts: PlacementInput): unknown =>
    validatePlacement(PlacementCodec.create(parts), 'web');

  it('has defaults', () => {
    assert.deepEqual(validatePlacement(undefined, 'web'), PlacementCodec.create());
  });

  const BAD: readonly (readonly [string, PlacementInput, string])[] = [
    ['a preference without a word', { preferences: [{}] }, 'placement-pref'],
    [
      'the same preference twice',
      { preferences: [parsePreference('near=db'), parsePreference('near=db')] },
      'placement-pref',
    ],
    [
      'a spread over what is no label',
      { preferences: [{ preference: { kind: 'spread', spread: 'node.hostname' } }] },
      'placement-pref',
    ],
    ['being near to itself', { preferences: [parsePreference('near=Web')] }, 'placement-pref'],
    ['staying apart from itself, softly', { preferences: [parsePreference('apart=web')] }, 'placement-pref'],
    ['staying apart from itself', { apartFrom: ['WEB'] }, 'apart-from'],
    ['staying apart from no name', { apartFrom: ['a b'] }, 'apart-from'],
    ['staying apart from one service twice', { apartFrom: ['db', 'DB'] }, 'apart-from'],
  ];
  for (const [name, parts, field] of BAD)
    it(`cannot be ${name}`, () => {
      assert.throws(() => validated(parts), refusal(field));
    });

  it('can be all that is right at once', () => {
    const parts = {
      constraints: ['node.role==worker'],
      preferences: [parsePreference('spread=node.labels.zone'), parsePreference('apart=db')],
      strategy: 'binpack',
      apartFrom: ['db', 'cache'],
    } as const;
    assert.deepEqual(validated(parts), PlacementCodec.create(parts));
  });
});
