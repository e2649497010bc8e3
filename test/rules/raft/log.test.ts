/**
 * The log of the core, its durable part and the part that is not durable yet: what it finds, takes, cuts, hands out
 * and forgets.
 */
import assert from 'node:assert/strict';
import { RaftLog } from 'raft-ts/rules/log/raft-log.js';
import { entriesSize, entrySize, payloadSize } from 'raft-ts/rules/log/size.js';
import { type Entry, makeEntry, NO_CONF_STATE, NO_LIMIT, type Snapshot } from 'raft-ts/rules/types.js';
import { entriesOfTerms, storageWith } from '../../kit/raft-network.js';

const FATAL = { name: 'RaftInvariantError' };
const entriesFrom = (first: number, ...terms: readonly number[]): readonly Entry[] =>
  terms.map((term, place) => makeEntry({ index: first + place, term }));
const aSnapshot = (index: number, term: number): Snapshot => ({
  data: undefined,
  metadata: { index, term, confState: NO_CONF_STATE },
});
const indexesOf = (entries: readonly Entry[] | string): readonly number[] | string =>
  typeof entries === 'string' ? entries : entries.map(({ index }) => index);
const termsOf = (entries: readonly Entry[] | string): readonly number[] | string =>
  typeof entries === 'string' ? entries : entries.map(({ term }) => term);

/** Durable entries of the first terms, and others that are not. */
function aLog(
  durable: readonly number[],
  unstable: readonly number[] = [],
  maxApplyingSize = NO_LIMIT,
): RaftLog {
  const log = new RaftLog(storageWith({}, entriesOfTerms(...durable)), undefined, maxApplyingSize);
  if (unstable.length > 0) log.append(entriesFrom(durable.length + 1, ...unstable));
  return log;
}

describe('a log that gets entries', () => {
  const CONFLICTS: readonly (readonly [
    first: number,
    terms: readonly number[],
    after: readonly number[],
    writes: readonly number[],
  ])[] = [
    [3, [2], [1, 2, 2], [3]],
    [1, [2], [2], [1]],
    [2, [3, 3], [1, 3, 3], [2, 3]],
  ];
  for (const [first, terms, after, writes] of CONFLICTS) {
    it(`(terms ${terms.join(' ')} from ${first}) has terms ${after.join(' ')}, and writes those from ${writes[0]}`, () => {
      const log = aLog([1, 2]);
      log.append(entriesFrom(first, ...terms));
      assert.deepEqual(termsOf(log.entries(1, NO_LIMIT)), after);
      assert.deepEqual(indexesOf(log.unstable.nextEntries()), writes);
    });
  }

  it('never gives up what is committed', () => {
    const log = aLog([1, 2, 3]);
    log.commitTo(2);
    assert.throws(() => log.append(entriesFrom(2, 4)), FATAL);
    assert.throws(() => log.maybeAppend({ index: 1, term: 1 }, entriesFrom(2, 4), 3), FATAL);
    assert.deepEqual(termsOf(log.entries(1, NO_LIMIT)), [1, 2, 3]);
  });

  // A log of terms 1 2 3, committed up to 1.
  const FROM_LEADER: readonly (readonly [
    previous: readonly [index: number, term: number],
    terms: readonly number[],
    commit: number,
    last: number | undefined,
    committed: number,
  ])[] = [
    [[3, 2], [4], 3, undefined, 1],
    [[4, 4], [4], 3, undefined, 1],
    [[3, 3], [], 3, 3, 3],
    [[3, 3], [], 4, 3, 3],
    [[3, 3], [], 2, 3, 2],
    [[3, 3], [], 0, 3, 1],
    [[0, 0], [], 3, 0, 1],
    [[3, 3], [4], 3, 4, 3],
    [[3, 3], [4], 4, 4, 4],
    [[3, 3], [4], 5, 4, 4],
    [[3, 3], [4, 4], 5, 5, 5],
    [[2, 2], [4], 3, 3, 3],
    [[1, 1], [4], 3, 2, 2],
    [[1, 1], [4, 4], 3, 3, 3],
  ];
  for (const [[index, term], terms, commit, last, committed] of FROM_LEADER) {
    const outcome = last === undefined ? 'refuses them' : `ends at ${last}, committed up to ${committed}`;
    it(`(terms ${terms.join(' ') || 'none'} after ${index} of term ${term}, commit ${commit}) ${outcome}`, () => {
      const log = aLog([1, 2, 3]);
      log.commitTo(1);
      assert.equal(log.maybeAppend({ index, term }, entriesFrom(index + 1, ...terms), commit), last);
      assert.equal(log.committed, committed);
      if (last !== undefined && terms.length > 0)
        assert.deepEqual(
          termsOf(log.entries(last - terms.length + 1, NO_LIMIT)).slice(0, terms.length),
          terms,
        );
    });
  }

  it('commits only what it has, and an earlier term only along with its own', () => {
    const log = aLog([1, 1, 2]);
    assert.throws(() => log.commitTo(4), FATAL);
    assert.equal(log.maybeCommit(2, 2), false);
    assert.equal(log.committed, 0);
    assert.equal(log.maybeCommit(3, 2), true);
    assert.equal(log.committed, 3);
    log.commitTo(1);
    assert.equal(log.committed, 3);
  });
});

describe('finding in a log', () => {
  const CONFLICTS: readonly (readonly [
    terms: readonly number[],
    index: number,
    term: number,
    found: readonly [number, number],
  ])[] = [
    [[2, 2, 5, 5, 5], 5, 6, [5, 5]],
    [[2, 2, 5, 5, 5], 5, 5, [5, 5]],
    [[2, 2, 5, 5, 5], 5, 4, [2, 2]],
    [[2, 2, 5, 5, 5], 5, 2, [2, 2]],
    [[2, 2, 5, 5, 5], 5, 1, [0, 0]],
    [[2, 2, 5, 5, 5], 1, 2, [1, 2]],
    [[2, 2, 5, 5, 5], 6, 5, [6, 0]],
    [[], 0, 3, [0, 0]],
  ];
  for (const [terms, index, term, found] of CONFLICTS) {
    it(`(${terms.join(' ') || 'empty'}) where, from ${index} back, a log of term ${term} could fit gives ${found[0]}`, () => {
      const place = aLog(terms).findConflictByTerm(index, term);
      assert.deepEqual([place.index, place.term], found);
    });
  }

  for (const [index, term, isUpToDate] of [
    [2, 4, true],
    [3, 4, true],
    [4, 4, true],
    [2, 2, false],
    [3, 2, false],
    [4, 2, false],
    [2, 3, false],
    [3, 3, true],
    [4, 3, true],
  ] as const) {
    it(`(1 2 3) a log that ends at ${index} with term ${term} is ${isUpToDate ? '' : 'not '}up to date`, () => {
      assert.equal(aLog([1, 2, 3]).isUpToDate(index, term), isUpToDate);
    });
  }

  it('a term is known from the entry before the first to the last', () => {
    const storage = storageWith({});
    storage.applySnapshot(aSnapshot(100, 4));
    const log = new RaftLog(storage, undefined, NO_LIMIT);
    log.append(entriesFrom(101, 5, 5));
    assert.deepEqual(
      [98, 99, 100, 101, 102, 103].map((index) => log.term(index)),
      ['compacted', 'compacted', 4, 5, 5, 'unavailable'],
    );
    log.restore(aSnapshot(105, 6));
    assert.deepEqual(
      [100, 104, 105, 106].map((index) => log.term(index)),
      ['compacted', 'compacted', 6, 'unavailable'],
    );
  });
});

describe('a part of a log', () => {
  // 101 to 104 are durable, 105 to 109 are not.
  const build = (): RaftLog => {
    const storage = storageWith({});
    storage.applySnapshot(aSnapshot(100, 1));
    storage.append(entriesFrom(101, 1, 1, 1, 1));
    const log = new RaftLog(storage, undefined, NO_LIMIT);
    log.append(entriesFrom(105, 1, 1, 1, 1, 1));
    return log;
  };
  const ONE = entrySize(makeEntry({ index: 101, term: 1 }));
  const ROWS: readonly (readonly [
    lo: number,
    hi: number,
    limit: number,
    expected: readonly number[] | string,
  ])[] = [
    [100, 101, NO_LIMIT, 'compacted'],
    [101, 101, NO_LIMIT, []],
    [101, 103, NO_LIMIT, [101, 102]],
    [103, 107, NO_LIMIT, [103, 104, 105, 106]],
    [105, 107, NO_LIMIT, [105, 106]],
    [109, 110, NO_LIMIT, [109]],
    [102, 106, 0, [102]],
    [102, 106, ONE, [102]],
    [102, 106, 2 * ONE - 1, [102]],
    [102, 106, 2 * ONE, [102, 103]],
    // At the border: a single entry beyond the rest of the budget is left out.
    [103, 107, 2 * ONE, [103, 104]],
    [103, 107, 3 * ONE - 1, [103, 104]],
    [103, 107, 3 * ONE, [103, 104, 105]],
    [105, 109, 0, [105]],
    [105, 109, 2 * ONE, [105, 106]],
  ];
  for (const [lo, hi, limit, expected] of ROWS) {
    it(`from ${lo} to before ${hi} within ${limit === NO_LIMIT ? 'no limit' : `${limit} bytes`} is ${String(expected) || 'empty'}`, () => {
      assert.deepEqual(indexesOf(build().slice(lo, hi, limit)), expected);
    });
  }

  it('beyond the end, or backwards, is asked for by mistake', () => {
    assert.throws(() => build().slice(101, 111, NO_LIMIT), FATAL);
    assert.throws(() => build().slice(103, 102, NO_LIMIT), FATAL);
  });

  it('does not change with the log', () => {
    const log = build();
    const part = log.slice(103, 108, NO_LIMIT);
    log.append(entriesFrom(106, 2));
    assert.deepEqual(termsOf(part), [1, 1, 1, 1, 1]);
  });

  it('is scanned page by page, until enough was seen', () => {
    const log = build();
    const pages: (readonly number[] | string)[] = [];
    assert.equal(
      log.scan(101, 110, 3 * ONE, (page) => {
        pages.push(indexesOf(page));
        return page.some(({ index }) => index === 106);
      }),
      true,
    );
    assert.deepEqual(pages, [
      [101, 102, 103],
      [104, 105, 106],
    ]);
    assert.equal(
      log.scan(101, 110, 0, (page) => page.length > 1),
      false,
    );
  });
});

describe('entries to be applied', () => {
  it('are those between what was handed out and what is committed, durable or, where asked, not', () => {
    const log = aLog([1, 1], [1, 1]);
    log.commitTo(3);
    assert.deepEqual(indexesOf(log.nextCommitted(true)), [1, 2, 3]);
    assert.deepEqual(indexesOf(log.nextCommitted(false)), [1, 2]);
    log.acceptApplying(2, 0, false);
    assert.equal(log.hasNextCommitted(false), false);
    log.appliedTo(2, 0);
    assert.deepEqual(indexesOf(log.nextCommitted(true)), [3]);
  });

  it('wait behind a snapshot', () => {
    const log = aLog([1, 1]);
    log.restore(aSnapshot(4, 1));
    log.append(entriesFrom(5, 1));
    log.commitTo(5);
    assert.equal(log.hasNextCommitted(true), false);
  });

  it('wait while more than the limit is being applied, or the last batch was cut short', () => {
    const size = entrySize(makeEntry({ index: 1, term: 1 }));
    const ROWS: readonly (readonly [limit: number, handedOut: number, isPaused: boolean])[] = [
      [3 * size, 2, true],
      [3 * size, 3, true],
      [5 * size, 3, true],
      [5 * size, 4, false],
    ];
    for (const [limit, handedOut, isPaused] of ROWS) {
      const log = aLog([1, 1, 1, 1], [], limit);
      log.commitTo(4);
      log.acceptApplying(handedOut, handedOut * size, true);
      log.append(entriesFrom(5, 1));
      log.commitTo(5);
      assert.equal(log.hasNextCommitted(true), !isPaused, `${handedOut} of ${limit / size}`);
      log.appliedTo(handedOut, handedOut * size);
      assert.equal(log.hasNextCommitted(true), true);
    }
  });

  it('are never applied twice, nor beyond what is committed', () => {
    const log = aLog([1, 1, 1]);
    log.commitTo(2);
    log.appliedTo(1, 0);
    assert.throws(() => log.appliedTo(0, 0), FATAL);
    assert.throws(() => log.appliedTo(3, 0), FATAL);
  });
});

describe('the size of an entry', () => {
  const ROWS: readonly (readonly [title: string, entry: Entry, size: number, payload: number])[] = [
    ['without data', makeEntry({ term: 1, index: 1 }), 4, 0],
    ['with empty data', makeEntry({ term: 1, index: 1, data: new Uint8Array(0) }), 6, 0],
    ['with data', makeEntry({ term: 1, index: 1, data: new Uint8Array(10) }), 16, 10],
    ['with much data', makeEntry({ term: 1, index: 1, data: new Uint8Array(200) }), 207, 200],
    ['of a configuration change', makeEntry({ term: 1, index: 1, type: 'conf-change-v2' }), 6, 0],
    ['far on in the log', makeEntry({ term: 128, index: 2 ** 40 }), 1 + 2 + 1 + 6, 0],
  ];
  for (const [title, entry, size, payload] of ROWS) {
    it(`${title} is ${size}, ${payload} of it payload`, () => {
      assert.equal(entrySize(entry), size);
      assert.equal(payloadSize(entry), payload);
      assert.equal(entriesSize([entry, entry]), 2 * size);
    });
  }
});
