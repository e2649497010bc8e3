/**
 * Which changes of the members a leader may begin, and who should lead after it.
 */
import assert from 'node:assert/strict';
import {
  bestSuccessor,
  type MemberView,
  promotionRefusal,
  removalRefusal,
} from 'raft-ts/rules/change-check.js';

/** `1 2- l3`: members 1 and 2, of which 2 is silent, and the learner 3; each has as many entries as `matches` say. */
function members(text: string, matches: Readonly<Record<number, number>> = {}): MemberView[] {
  return text.split(' ').map((word) => {
    const id = Number(/\d+/.exec(word)?.[0]);
    return {
      id,
      isVoter: !word.startsWith('l'),
      isReachable: !word.endsWith('-'),
      match: matches[id] ?? 100,
    };
  });
}

const LOG = { lastIndex: 100, nearEntries: 10 };

describe('the removal of a member', () => {
  const cases: readonly (readonly [string, number, string | undefined])[] = [
    ['1 2 3', 3, undefined],
    ['1 2 3-', 3, undefined],
    ['1 2 3-', 2, 'would-lose-quorum'],
    ['1 2', 2, undefined],
    ['1 2-', 2, undefined],
    ['1', 1, 'would-lose-quorum'],
    ['1 2 3- 4- 5', 5, 'would-lose-quorum'],
    ['1 2 3- 4- 5', 4, undefined],
    ['1 2- l3', 3, undefined],
    ['1 2 l3-', 2, undefined],
    ['1 2 3', 9, 'unknown-member'],
  ];
  for (const [text, id, code] of cases) {
    it(`of ${id} from ${text} is ${code === undefined ? 'allowed' : `refused: ${code}`}`, () => {
      assert.equal(removalRefusal(members(text), id)?.code, code);
    });
  }

  it('says how many voters would remain and who of them is silent', () => {
    assert.deepEqual(removalRefusal(members('1 2 3- 4- 5'), 5), {
      code: 'would-lose-quorum',
      voters: 4,
      unreachable: [3, 4],
    });
  });
});

describe('the vote of a learner', () => {
  const cases: readonly (readonly [string, string, Record<number, number>, string | undefined])[] = [
    ['is given once it has nearly all of the log', '1 2 l3', { 3: 90 }, undefined],
    ['waits while it lacks more', '1 2 l3', { 3: 89 }, 'not-yet'],
    ['waits while it has nothing, however short the log is', 'l3 1', { 3: 0 }, 'not-yet'],
    ['waits while it is silent', '1 2 l3-', {}, 'not-yet'],
    ['is given where with it a majority is heard', '1 2- 4- l3 5', {}, undefined],
    ['is refused where no majority is heard', '1 2- 4- l3', {}, 'would-lose-quorum'],
    ['is no change for a voter', '1 2 3-', {}, undefined],
    ["is nobody's who is no member", '1 2', {}, 'unknown-member'],
  ];
  for (const [title, text, matches, code] of cases) {
    it(title, () => {
      assert.equal(promotionRefusal(members(text, matches), 3, LOG)?.code, code);
    });
  }
});

describe('the successor of a leader', () => {
  it('is the voter that is heard and has most of the log, of several the lowest id', () => {
    assert.equal(bestSuccessor(members('1 2 3 4- l5', { 2: 80, 3: 90, 4: 100, 5: 100 }), 1), 3);
    assert.equal(bestSuccessor(members('1 2 3'), 1), 2);
  });

  it('is nobody where only learners and silent voters are left', () => {
    assert.equal(bestSuccessor(members('1 2- l3'), 1), undefined);
  });
});
