/**
 * What a leader keeps of each member: the window of appends under way, and progress in each of its three states.
 */
import assert from 'node:assert/strict';
import { checkedConfig, type RaftOptions } from 'raft-ts/rules/config.js';
import { progressText } from 'raft-ts/rules/text.js';
import { Inflights } from 'raft-ts/rules/tracker/inflights.js';
import { Progress } from 'raft-ts/rules/tracker/progress.js';
import { LOCAL_APPEND_THREAD } from 'raft-ts/rules/types.js';
import { seededRandom, storageWith } from '../../kit/raft-network.js';

const FATAL = { name: 'RaftInvariantError' };

describe('a window of appends', () => {
  it('is full by count, and has room again for each that arrived', () => {
    const window = new Inflights(3, 0);
    for (const index of [1, 2, 3]) window.add(index, 100);
    assert.deepEqual([window.isFull, window.count, window.bytes], [true, 3, 300]);
    assert.throws(() => window.add(4, 1), FATAL);
    window.freeUpTo(0);
    assert.equal(window.count, 3);
    window.freeUpTo(1);
    assert.deepEqual([window.isFull, window.count, window.bytes], [false, 2, 200]);
    window.freeUpTo(3);
    assert.deepEqual([window.count, window.bytes], [0, 0]);
  });

  it('is full by bytes, of which the last message may have more than there is room for', () => {
    const window = new Inflights(10, 10);
    window.add(1, 4);
    window.add(2, 5);
    assert.equal(window.isFull, false);
    window.add(3, 100);
    assert.equal(window.isFull, true);
    window.freeUpTo(2);
    assert.equal(window.isFull, true);
    window.freeUpTo(3);
    assert.equal(window.isFull, false);
  });

  it('frees what a later acknowledgement covers, and nothing beyond', () => {
    const window = new Inflights(10, 0);
    for (let index = 1; index <= 10; index += 1) window.add(index * 10, 1);
    for (const [upTo, left] of [
      [5, 10],
      [10, 9],
      [45, 6],
      [44, 6],
      [99, 1],
      [100, 0],
    ] as const) {
      window.freeUpTo(upTo);
      assert.equal(window.count, left, `up to ${upTo}`);
    }
  });

  it('does the same as a plain list, over 20,000 steps', () => {
    const random = seededRandom(1);
    const window = new Inflights(50, 500);
    let plain: { index: number; bytes: number }[] = [];
    let next = 1;
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = plain.reduce((sum, append) => sum + append.bytes, 0);
      assert.deepEqual([window.count, window.bytes], [plain.length, bytes]);
      assert.equal(window.isFull, plain.length === 50 || bytes >= 500);
      if (random(3) > 0 && !window.isFull) {
        const append = { index: (next += 1 + random(3)), bytes: random(20) };
        window.add(append.index, append.bytes);
        plain.push(append);
      } else if (random(200) === 0) {
        window.reset();
        plain = [];
      } else {
        const upTo = next - random(120);
        window.freeUpTo(upTo);
        plain = plain.filter(({ index }) => index > upTo);
      }
    }
  });
});

describe('the progress of a member', () => {
  const build = (match: number, next: number): Progress => {
    const progress = new Progress({
      id: 2,
      next,
      inflights: new Inflights(256, 0),
      isLearner: false,
      recentActive: true,
    });
    progress.match = match;
    return progress;
  };

  it('reads as what it is', () => {
    const progress = new Progress({
      id: 2,
      next: 2,
      inflights: new Inflights(1, 0),
      isLearner: true,
      recentActive: false,
    });
    progress.match = 1;
    progress.becomeSnapshot(123);
    progress.inflights.add(123, 1);
    assert.equal(
      progressText(progress),
      'StateSnapshot match=1 next=124 learner paused pendingSnap=123 inactive inflight=1[full]',
    );
  });

  for (const [state, flag, isPaused] of [
    ['probe', false, false],
    ['probe', true, true],
    ['replicate', false, false],
    ['replicate', true, true],
    ['snapshot', false, true],
    ['snapshot', true, true],
  ] as const) {
    it(`in ${state}, ${flag ? '' : 'not '}waiting for an answer, is ${isPaused ? '' : 'not '}paused`, () => {
      const progress = build(0, 1);
      progress.state = state;
      progress.msgAppFlowPaused = flag;
      assert.equal(progress.isPaused, isPaused);
    });
  }

  it('is probed again after what it has, or after the snapshot that was under way', () => {
    const replicated = build(1, 5);
    replicated.becomeReplicate();
    replicated.next = 5;
    replicated.becomeProbe();
    assert.deepEqual([replicated.state, replicated.match, replicated.next], ['probe', 1, 2]);
    const arrived = build(1, 5);
    arrived.becomeSnapshot(10);
    arrived.becomeProbe();
    assert.deepEqual([arrived.next, arrived.pendingSnapshot], [11, 0]);
    const failed = build(1, 5);
    failed.becomeSnapshot(10);
    failed.pendingSnapshot = 0;
    failed.becomeProbe();
    assert.equal(failed.next, 2);
  });

  it('begins to be replicated to after what it has, with an empty window', () => {
    const progress = build(1, 5);
    progress.inflights.add(4, 1);
    progress.msgAppFlowPaused = true;
    progress.becomeReplicate();
    assert.deepEqual([progress.next, progress.inflights.count, progress.isPaused], [2, 0, false]);
  });

  for (const [index, match, next, isNews] of [
    [2, 3, 5, false],
    [3, 3, 5, false],
    [4, 4, 5, true],
    [5, 5, 6, true],
  ] as const) {
    it(`with match 3 and next 5, acknowledging ${index}, has match ${match} and next ${next}`, () => {
      const progress = build(3, 5);
      assert.equal(progress.maybeUpdate(index), isNews);
      assert.deepEqual([progress.match, progress.next], [match, next]);
    });
  }

  for (const [state, match, next, rejected, hint, isNews, after] of [
    ['replicate', 5, 10, 5, 5, false, 10],
    ['replicate', 5, 10, 4, 4, false, 10],
    ['replicate', 5, 10, 9, 9, true, 6],
    ['probe', 0, 0, 0, 0, false, 0],
    ['probe', 0, 10, 5, 5, false, 10],
    ['probe', 0, 10, 9, 9, true, 9],
    ['probe', 0, 2, 1, 1, true, 1],
    ['probe', 0, 1, 0, 0, true, 1],
    ['probe', 0, 10, 9, 2, true, 3],
    ['probe', 0, 10, 9, 0, true, 1],
    ['probe', 7, 10, 9, 2, true, 8],
  ] as const) {
    it(`in ${state} with match ${match} and next ${next}, refusing ${rejected} with the hint ${hint}, is at ${after}`, () => {
      const progress = build(match, next);
      progress.state = state;
      assert.equal(progress.maybeDecrease(rejected, hint), isNews);
      assert.equal(progress.next, after);
      assert.ok(progress.next > progress.match || next === 0);
    });
  }

  it('takes no append while a snapshot is under way', () => {
    const progress = build(0, 1);
    progress.becomeSnapshot(5);
    assert.throws(() => progress.sentEntries(1, 1), FATAL);
  });
});

describe('the configuration of a member', () => {
  const valid: RaftOptions = {
    id: 1,
    electionTick: 10,
    heartbeatTick: 1,
    storage: storageWith({}),
    random: seededRandom(1),
  };
  const WRONG: readonly (readonly [field: string, options: Partial<RaftOptions>])[] = [
    ['id', { id: 0 }],
    ['id', { id: -1 }],
    ['id', { id: LOCAL_APPEND_THREAD }],
    ['id', { id: 1.5 }],
    ['heartbeatTick', { heartbeatTick: 0 }],
    ['electionTick', { electionTick: 1 }],
    ['electionTick', { electionTick: Number.NaN }],
    ['maxInflightMsgs', { maxInflightMsgs: 0 }],
    ['maxInflightBytes', { maxInflightBytes: 10, maxSizePerMsg: 11 }],
    ['maxSizePerMsg', { maxSizePerMsg: -1 }],
    ['applied', { applied: 0.5 }],
    ['readOnlyOption', { readOnlyOption: 'lease-based', checkQuorum: false }],
  ];
  for (const [field, options] of WRONG) {
    it(`with ${JSON.stringify(options)} is refused, and ${field} is named`, () => {
      assert.throws(
        () => checkedConfig({ ...valid, ...options }),
        (error: Error) => {
          assert.match(error.message, new RegExp(`^${field} `));
          return true;
        },
      );
    });
  }

  it('fills in what is left out, and reads 0 as no limit where it says so', () => {
    const config = checkedConfig({
      ...valid,
      maxSizePerMsg: 0,
      maxInflightBytes: 0,
      maxUncommittedEntriesSize: 0,
    });
    assert.equal(config.maxSizePerMsg, 0);
    assert.equal(config.maxCommittedSizePerReady, 1);
    assert.equal(config.maxInflightBytes, Number.MAX_SAFE_INTEGER);
    assert.equal(config.maxUncommittedEntriesSize, Number.MAX_SAFE_INTEGER);
    assert.equal(checkedConfig({ ...valid, maxSizePerMsg: 7 }).maxCommittedSizePerReady, 7);
  });
});
