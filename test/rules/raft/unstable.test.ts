/**
 * The end of a log that is not durable yet, and the log in memory that stands for the durable part.
 */
import assert from 'node:assert/strict';
import { MemoryStorage } from 'raft-ts/rules/log/memory-storage.js';
import { entrySize } from 'raft-ts/rules/log/size.js';
import { Unstable } from 'raft-ts/rules/log/unstable.js';
import { type Entry, makeEntry, NO_CONF_STATE, NO_LIMIT, type Snapshot } from 'raft-ts/rules/types.js';

const FATAL = { name: 'RaftInvariantError' };
const entriesFrom = (first: number, ...terms: readonly number[]): readonly Entry[] =>
  terms.map((term, place) => makeEntry({ index: first + place, term }));
const aSnapshot = (index: number, term: number): Snapshot => ({
  data: undefined,
  metadata: { index, term, confState: { ...NO_CONF_STATE, voters: [1, 2] } },
});

/** From index 5 on. */
function anUnstable(...terms: readonly number[]): Unstable {
  const unstable = new Unstable(5, undefined);
  if (terms.length > 0) unstable.truncateAndAppend(entriesFrom(5, ...terms));
  return unstable;
}
const stateOf = (unstable: Unstable): readonly unknown[] => [
  unstable.offset,
  unstable.offsetInProgress,
  unstable.entries.map(({ term }) => term),
];

describe('what is not durable', () => {
  it('knows its first and last index only by what it holds', () => {
    const nothing = anUnstable();
    assert.deepEqual([nothing.firstIndex(), nothing.lastIndex()], [undefined, undefined]);
    const entries = anUnstable(1, 1);
    assert.deepEqual([entries.firstIndex(), entries.lastIndex()], [undefined, 6]);
    const snapshot = anUnstable();
    snapshot.restore(aSnapshot(8, 2));
    assert.deepEqual([snapshot.firstIndex(), snapshot.lastIndex()], [9, 8]);
    assert.deepEqual([snapshot.term(8), snapshot.term(7), snapshot.term(9)], [2, undefined, undefined]);
  });

  const APPENDS: readonly (readonly [
    title: string,
    inProgress: number,
    first: number,
    terms: readonly number[],
    state: readonly unknown[],
  ])[] = [
    ['continues', 5, 7, [2], [5, 5, [1, 1, 2]]],
    ['continues, while it is being written', 7, 7, [2], [5, 7, [1, 1, 2]]],
    ['is replaced as a whole', 5, 5, [2, 2], [5, 5, [2, 2]]],
    ['is replaced from further back', 5, 4, [2, 2, 2], [4, 4, [2, 2, 2]]],
    ['is replaced while it is being written', 7, 5, [2], [5, 5, [2]]],
    ['is cut and continued', 5, 6, [2], [5, 5, [1, 2]]],
    ['is cut where it is being written', 7, 6, [2], [5, 6, [1, 2]]],
    ['is cut behind what is being written', 6, 6, [2, 2], [5, 6, [1, 2, 2]]],
  ];
  for (const [title, inProgress, first, terms, state] of APPENDS) {
    it(title, () => {
      const unstable = anUnstable(1, 1);
      unstable.offsetInProgress = inProgress;
      unstable.truncateAndAppend(entriesFrom(first, ...terms));
      assert.deepEqual(stateOf(unstable), state);
      // What is to be written is what is not being written.
      assert.equal(unstable.hasNextEntries, unstable.nextEntries().length > 0);
      assert.equal(unstable.nextEntries()[0]?.index ?? unstable.end, unstable.offsetInProgress);
    });
  }

  it('takes no gap', () => {
    assert.throws(() => anUnstable(1).truncateAndAppend(entriesFrom(7, 1)), FATAL);
  });

  const STABLE: readonly (readonly [
    title: string,
    index: number,
    term: number,
    state: readonly unknown[],
  ])[] = [
    ['its first entry', 5, 1, [6, 7, [1]]],
    ['all its entries', 6, 1, [7, 7, []]],
    ['an entry of another term there', 6, 2, [5, 7, [1, 1]]],
    ['an entry before', 4, 1, [5, 7, [1, 1]]],
    ['an entry after', 7, 1, [5, 7, [1, 1]]],
  ];
  for (const [title, index, term, state] of STABLE) {
    it(`that hears ${title} is durable is left with ${JSON.stringify(state[2])}`, () => {
      const unstable = anUnstable(1, 1);
      unstable.acceptInProgress();
      unstable.stableTo(index, term);
      assert.deepEqual(stateOf(unstable), state);
    });
  }

  it('is not moved by the end of a write that ends where its snapshot does', () => {
    const unstable = anUnstable();
    unstable.restore(aSnapshot(4, 1));
    unstable.truncateAndAppend(entriesFrom(5, 1));
    unstable.stableTo(4, 1);
    assert.deepEqual(stateOf(unstable), [5, 5, [1]]);
  });

  it('hands a snapshot out once, and forgets it when that one is durable', () => {
    const unstable = anUnstable(1, 1);
    unstable.restore(aSnapshot(8, 2));
    assert.deepEqual(stateOf(unstable), [9, 9, []]);
    assert.equal(unstable.nextSnapshot()?.metadata.index, 8);
    unstable.acceptInProgress();
    assert.equal(unstable.nextSnapshot(), undefined);
    unstable.stableSnapshotTo(7);
    assert.notEqual(unstable.snapshot, undefined);
    unstable.stableSnapshotTo(8);
    assert.equal(unstable.snapshot, undefined);
  });

  it('gives each entry once, in order, however it is written and forgotten', () => {
    const unstable = new Unstable(1, undefined);
    const written: number[] = [];
    for (let index = 1; index <= 5000; index += 1) {
      unstable.truncateAndAppend(entriesFrom(index, 1));
      if (index % 7 === 0) {
        written.push(...unstable.nextEntries().map((entry) => entry.index));
        unstable.acceptInProgress();
      }
      if (index % 11 === 0) unstable.stableTo(unstable.offsetInProgress - 1, 1);
      assert.equal(unstable.end, index + 1);
      assert.equal(unstable.term(index), unstable.offset > index ? undefined : 1);
    }
    written.push(...unstable.nextEntries().map((entry) => entry.index));
    assert.deepEqual(
      written,
      Array.from({ length: 5000 }, (_, place) => place + 1),
    );
  });
});

describe('a log in memory', () => {
  /** 3 is compacted, but its term known; 4 and 5 are there. */
  const build = (): MemoryStorage => {
    const storage = new MemoryStorage();
    storage.applySnapshot(aSnapshot(3, 3));
    storage.append(entriesFrom(4, 4, 5));
    return storage;
  };
  const termsIn = (storage: MemoryStorage): readonly (number | string)[] =>
    Array.from({ length: storage.lastIndex() - storage.firstIndex() + 1 }, (_, place) =>
      storage.term(storage.firstIndex() + place),
    );

  it('knows terms from the one before its first entry to its last', () => {
    const storage = build();
    assert.deepEqual(
      [2, 3, 4, 5, 6].map((index) => storage.term(index)),
      ['compacted', 3, 4, 5, 'unavailable'],
    );
    assert.deepEqual([storage.firstIndex(), storage.lastIndex()], [4, 5]);
  });

  const size = entrySize(makeEntry({ index: 4, term: 4 }));
  for (const [lo, hi, limit, expected] of [
    [2, 6, NO_LIMIT, 'compacted'],
    [3, 4, NO_LIMIT, 'compacted'],
    [4, 5, NO_LIMIT, [4]],
    [4, 6, NO_LIMIT, [4, 5]],
    [4, 6, 0, [4]],
    [4, 6, size, [4]],
    [4, 6, 2 * size - 1, [4]],
    [4, 6, 2 * size, [4, 5]],
  ] as const) {
    it(`gives ${String(expected)} from ${lo} to before ${hi} within ${limit === NO_LIMIT ? 'no limit' : limit}`, () => {
      const entries = build().entries(lo, hi, limit);
      assert.deepEqual(typeof entries === 'string' ? entries : entries.map(({ index }) => index), expected);
    });
  }

  it("is compacted once up to each place, and keeps that entry's term", () => {
    const storage = build();
    assert.equal(storage.compact(2), 'compacted');
    assert.equal(storage.compact(3), 'compacted');
    assert.equal(storage.compact(4), undefined);
    assert.deepEqual([storage.firstIndex(), storage.term(4), storage.lastIndex()], [5, 4, 5]);
    assert.equal(storage.compact(5), undefined);
    assert.deepEqual([storage.firstIndex(), storage.lastIndex()], [6, 5]);
    assert.throws(() => storage.compact(6), FATAL);
  });

  const APPENDS: readonly (readonly [first: number, terms: readonly number[], after: readonly number[]])[] = [
    [1, [1, 2], [4, 5]],
    [4, [4, 5], [4, 5]],
    [4, [6, 6], [6, 6]],
    [4, [4, 5, 5], [4, 5, 5]],
    [2, [3, 3, 7], [7]],
    [4, [7], [7]],
    [6, [5], [4, 5, 5]],
  ];
  for (const [first, terms, after] of APPENDS) {
    it(`that gets terms ${terms.join(' ')} from ${first} has ${after.join(' ')}`, () => {
      const storage = build();
      storage.append(entriesFrom(first, ...terms));
      assert.deepEqual(termsIn(storage), after);
    });
  }

  it('takes no gap', () => {
    assert.throws(() => build().append(entriesFrom(7, 5)), FATAL);
  });

  it('makes snapshots of what it has, each newer than the last', () => {
    const storage = build();
    const made = storage.createSnapshot(4, undefined, Buffer.from('data'));
    assert.ok(typeof made === 'object');
    assert.deepEqual(
      [made.metadata.index, made.metadata.term, made.metadata.confState.voters],
      [4, 4, [1, 2]],
    );
    assert.equal(storage.createSnapshot(4, undefined, undefined), 'snapshot-out-of-date');
    assert.deepEqual(termsIn(storage), [4, 5]);
  });

  it('is replaced by a newer snapshot only', () => {
    const storage = build();
    assert.equal(storage.applySnapshot(aSnapshot(3, 3)), 'snapshot-out-of-date');
    assert.equal(storage.applySnapshot(aSnapshot(9, 6)), undefined);
    assert.deepEqual([storage.firstIndex(), storage.lastIndex(), storage.term(9)], [10, 9, 6]);
  });

  it('goes on through thousands of compactions', () => {
    const storage = new MemoryStorage();
    for (let index = 1; index <= 10_000; index += 1) {
      storage.append(entriesFrom(index, 1));
      if (index % 3 === 0 && index > 100) storage.compact(index - 100);
    }
    assert.equal(storage.lastIndex(), 10_000);
    assert.equal(storage.firstIndex(), 9900);
    const entries = storage.entries(9900, 10_001, NO_LIMIT);
    assert.ok(typeof entries !== 'string');
    assert.deepEqual([entries[0]?.index, entries.length], [9900, 101]);
  });
});
