/**
 * The order of suggestions, and its bounds.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { closestNames, editDistance, MOST_CANDIDATES } from '../../../control-plane/api/rules/candidates.js';

describe('the closest names', () => {
  it('begin with what shares most of the beginning, then with what differs in fewest letters', () => {
    const names = ['db', 'web-frontend', 'webhook', 'wed', 'cache', 'web-front', 'db'];
    assert.deepEqual(closestNames('web-fron', names), [
      'web-front',
      'web-frontend',
      'webhook',
      'wed',
      'db',
      'cache',
    ]);
    assert.deepEqual(closestNames('WEB', ['cache', 'Web2']), ['Web2', 'cache']);
  });

  it('are ten at most, of ever so many', () => {
    const names = Array.from({ length: 100_000 }, (_, number) => `task-${number}`);
    const closest = closestNames('task-99999x', names);
    assert.equal(closest.length, MOST_CANDIDATES);
    assert.equal(closest[0], 'task-99999');
  });

  it('are some whenever there is a name', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 20 }), (ref, names) => {
        const closest = closestNames(ref, names);
        assert.equal(closest.length, Math.min(MOST_CANDIDATES, new Set(names).size));
        for (const name of closest) assert.ok(names.includes(name));
      }),
    );
  });
});

describe('the distance of two texts', () => {
  it('is the number of letters to change', () => {
    const rows = [
      ['', '', 0],
      ['web', 'web', 0],
      ['web', '', 3],
      ['kitten', 'sitting', 3],
      ['ab', 'ba', 2],
    ] as const;
    for (const [a, b, distance] of rows) assert.equal(editDistance(a, b), distance, `${a} ${b}`);
  });

  it('is the same both ways, and never more than by a third text', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        assert.equal(editDistance(a, b), editDistance(b, a));
        assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c));
        assert.equal(editDistance(a, b) === 0, a === b);
      }),
    );
  });
});
