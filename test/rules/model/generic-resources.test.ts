/**
 * Resources that are neither processor time nor memory: how they are written, what is free, who gets which.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasCode } from '../../../proto/base/errors.js';
import type { GenericResource } from '../../../proto/gen/objects.js';
import {
  checkGenericReservations,
  countOfKind,
  freeGeneric,
  genericText,
  grantGeneric,
  mergedGeneric,
  parseGenericReservation,
  parseNodeGenericResources,
} from '../../../proto/model/generic-resources.js';

const numbered = (kind: string, count: number): GenericResource => ({ kind, count, values: [] });
const named = (kind: string, ...values: readonly string[]): GenericResource => ({
  kind,
  count: values.length,
  values,
});

const refusal =
  (field: string) =>
  (error: unknown): boolean =>
    hasCode(error, 'input.invalid') && error.facts.field === field;

describe('the generic resources of a node', () => {
  const GOOD: readonly (readonly [string, readonly GenericResource[]])[] = [
    ['', []],
    ['apple=3', [numbered('apple', 3)]],
    ['gpu=b,apple=3,gpu=a', [numbered('apple', 3), named('gpu', 'a', 'b')]],
    ['NVIDIA-GPU=GPU-1a2b', [named('NVIDIA-GPU', 'GPU-1a2b')]],
  ];
  for (const [text, expected] of GOOD)
    it(`can be "${text}"`, () => {
      assert.deepEqual(parseNodeGenericResources(text, 'x'), expected);
    });

  for (const text of [
    'apple=3,apple=4',
    'apple=-3',
    'apple=3\nnemo=1',
    'apple=0',
    'apple',
    'apple=',
    '=3',
    'apple=3,',
    'gpu=a,gpu=3',
    'gpu=3,gpu=a',
    'gpu=a,gpu=a',
    'gpu=a b',
    '1gpu=a',
    'apple=99999999999999999999',
  ])
    it(`cannot be ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseNodeGenericResources(text, 'x'), refusal('x'));
    });

  it('are what was given, beside what the engine says of other kinds', () => {
    const found = [numbered('apple', 1), named('gpu', 'a')];
    assert.deepEqual(mergedGeneric(found, []), found);
    assert.deepEqual(mergedGeneric(found, [numbered('gpu', 2)]), [numbered('apple', 1), numbered('gpu', 2)]);
  });
});

describe('what a service reserves of generic resources', () => {
  it('is a number of a kind', () => {
    assert.deepEqual(parseGenericReservation('gpu=2', 'x'), numbered('gpu', 2));
    for (const text of ['gpu', 'gpu=', 'gpu=a', 'gpu=-1', 'gpu=0', 'g pu=1', 'gpu=1,gpu=2', 'gpu=1.5'])
      assert.throws(() => parseGenericReservation(text, 'x'), refusal('x'), text);
  });

  it('is refused whichever of them is wrong', () => {
    assert.deepEqual(checkGenericReservations([numbered('gpu', 2), numbered('apple', 1)], 'x'), [
      numbered('apple', 1),
      numbered('gpu', 2),
    ]);
    for (const wrong of [numbered('', 1), numbered('gpu', 0), numbered('gpu', 0.5), named('gpu', 'a')])
      assert.throws(() => checkGenericReservations([numbered('apple', 1), wrong], 'x'), refusal('x'));
    assert.throws(() => checkGenericReservations([numbered('a', 1), numbered('a', 2)], 'x'), refusal('x'));
  });

  it('is written as it is read', () => {
    assert.equal(genericText([numbered('apple', 3), named('gpu', 'a', 'b')]), 'apple=3,gpu=a,gpu=b');
  });
});

describe('the units of a kind', () => {
  it('are given lowest name first, and come back', () => {
    const capacity = [numbered('apple', 5), named('gpu', 'c', 'a', 'b')];
    const first = grantGeneric([numbered('apple', 2), numbered('gpu', 2)], capacity);
    assert.deepEqual(first, [numbered('apple', 2), named('gpu', 'a', 'b')]);
    const left = freeGeneric(capacity, first);
    assert.deepEqual(left, [numbered('apple', 3), named('gpu', 'c')]);
    assert.deepEqual([countOfKind(left, 'gpu'), countOfKind(left, 'pear')], [1, 0]);
    assert.deepEqual(freeGeneric(capacity, []), capacity);
  });

  it('are not free when the node no longer has them', () => {
    assert.deepEqual(freeGeneric([named('gpu', 'b')], [named('gpu', 'a')]), [named('gpu', 'b')]);
    assert.deepEqual(freeGeneric([numbered('apple', 1)], [numbered('apple', 3)]), [numbered('apple', 0)]);
  });

  const GIVEN: readonly (readonly [GenericResource, readonly GenericResource[], GenericResource])[] = [
    [named('gpu', 'a', 'b', 'c'), [numbered('gpu', 2)], named('gpu', 'a')],
    [named('gpu', 'a', 'b', 'c'), [numbered('gpu', 1), named('gpu', 'a')], named('gpu', 'b')],
    [named('gpu', 'a', 'b', 'c'), [numbered('gpu', 1), named('gpu', 'z')], named('gpu', 'a', 'b')],
    [named('gpu', 'a', 'b'), [numbered('gpu', 1), numbered('gpu', 1), named('gpu', 'b')], named('gpu')],
    [named('gpu', 'a'), [numbered('gpu', 3)], named('gpu')],
    [named('gpu', 'a'), [numbered('apple', 1)], named('gpu', 'a')],
    [numbered('gpu', 3), [named('gpu', 'a', 'b')], numbered('gpu', 1)],
  ];
  for (const [capacity, given, left] of GIVEN)
    it(`are taken though names came or went: ${genericText(given)} of ${genericText([capacity])}`, () => {
      assert.deepEqual(freeGeneric([capacity], given), [left]);
    });

  it('are never given twice', () => {
    const names = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(names, fc.array(fc.integer({ min: 1, max: 3 })), (units, wishes) => {
        const capacity = [named('gpu', ...units)];
        const given: GenericResource[] = [];
        for (const count of wishes) {
          const free = freeGeneric(capacity, given);
          if (countOfKind(free, 'gpu') >= count) given.push(...grantGeneric([numbered('gpu', count)], free));
        }
        const taken = given.flatMap(({ values }) => values);
        assert.equal(new Set(taken).size, taken.length);
        assert.ok(taken.every((unit) => units.includes(unit)));
        assert.equal(countOfKind(freeGeneric(capacity, given), 'gpu'), units.length - taken.length);
      }),
    );
  });
});
