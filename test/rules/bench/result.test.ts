/**
 * What the benchmarks' numbers become: the line that scripts read, the median, and the file of kept lines.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { keptLines, lineOf, median, noteLineOf, percentile } from '../../bench/result.js';

describe('the line of a result', () => {
  it('has a dash for peer and ratio where there is no peer', () => {
    assert.equal(
      lineOf('log', { caseName: '1-proposer', ours: 812.25, unit: 'entries/s' }),
      'bench log 1-proposer ours=812.3 peer=- ratio=- unit=entries/s',
    );
  });

  it('has the ratio of what was measured, not of the rounded numbers', () => {
    assert.equal(
      lineOf('deploy', { caseName: 'create-1', ours: 0.333333, peer: 0.666666, unit: 's' }),
      'bench deploy create-1 ours=0.3333 peer=0.6667 ratio=0.5 unit=s',
    );
  });

  it('says of a peer that was not measured now that it is recorded', () => {
    assert.equal(
      lineOf('scheduler', { caseName: 'a', ours: 1, peer: 10, isPeerRecorded: true, unit: 'ms' }),
      'bench scheduler a ours=1 peer=10 ratio=0.1 unit=ms recorded',
    );
  });

  it('writes large numbers whole, and small ones with four digits', () => {
    const line = (ours: number): string => lineOf('store', { caseName: 'all', ours, unit: 'x' });
    assert.match(line(1234567.8), / ours=1234568 /);
    assert.match(line(999.96), / ours=1000 /);
    assert.match(line(0), / ours=0 /);
    assert.match(line(0.0012345), / ours=0.001234 | ours=0.001235 /);
  });

  it('is refused for what is no measurement', () => {
    for (const ours of [Number.NaN, Infinity, -1])
      assert.throws(() => lineOf('log', { caseName: 'all', ours, unit: 'x' }), /is no measurement/);
    assert.throws(
      () => lineOf('log', { caseName: 'all', ours: 1, peer: -1, unit: 'x' }),
      /is no measurement/,
    );
  });

  it('has no ratio to nothing, as to no look-up lost', () => {
    const lost = (ours: number): string => lineOf('network', { caseName: 'lost', ours, peer: 0, unit: 'x' });
    assert.equal(lost(0), 'bench network lost ours=0 peer=0 ratio=- unit=x');
    assert.equal(lost(2), 'bench network lost ours=2 peer=0 ratio=- unit=x');
  });
});

describe('the median', () => {
  it('is the value in the middle, and between the two in the middle', () => {
    assert.equal(median([10, 9, 100]), 10);
    assert.equal(median([4, 1, 3, 100]), 3.5);
    assert.equal(median([7]), 7);
    assert.throws(() => median([]), /no median of nothing/);
  });

  it('has as many values below as above, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        assert.ok(below <= values.length / 2 && above <= values.length / 2);
        assert.equal(median(values.toReversed()), middle);
      }),
    );
  });
});

describe('a percentile', () => {
  it('is a value that was measured, by nearest rank', () => {
    const forty = Array.from({ length: 40 }, (_, at) => 40 - at);
    assert.equal(percentile(forty, 50), 20);
    assert.equal(percentile(forty, 95), 38);
    assert.equal(percentile(forty, 100), 40);
    assert.equal(percentile([3, 1, 2], 50), 2);
    assert.equal(percentile([5], 1), 5);
    assert.throws(() => percentile([], 50), /no percentile of nothing/);
  });

  it('of few rounds is the longest of them', () => {
    assert.equal(percentile([1, 9, 3, 2, 4], 95), 9);
  });
});

describe('a note', () => {
  it('is kept with the lines of its benchmark', () => {
    const line = noteLineOf('log', { note: 'flushes were real' });
    assert.equal(line, 'bench log note: flushes were real');
    assert.deepEqual(keptLines([line], 'store', []), [line]);
    assert.deepEqual(keptLines([line], 'log', []), []);
  });
});

describe('the kept lines', () => {
  const kept = ['bench log a ours=1', 'bench logs a ours=2', 'bench store a ours=3', ''];

  it("are the others' and the new ones", () => {
    assert.deepEqual(keptLines(kept, 'log', ['bench log a ours=9']), [
      'bench logs a ours=2',
      'bench store a ours=3',
      'bench log a ours=9',
    ]);
  });

  it('do not hold what a benchmark measured before it failed', () => {
    assert.deepEqual(keptLines(kept, 'store', []), ['bench log a ours=1', 'bench logs a ours=2']);
  });
});
