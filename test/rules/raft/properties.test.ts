/**
 * Quorums and configurations against simpler ways to say the same, over many random cases. Each run has the same
 * cases, so that one that fails is found again.
 */
import assert from 'node:assert/strict';
import { enterJoint, leaveJoint, simple } from 'raft-ts/rules/confchange/changer.js';
import { confChangeOf, encodeConfChange, entryTypeOf } from 'raft-ts/rules/confchange/codec.js';
import { restore } from 'raft-ts/rules/confchange/restore.js';
import { committedIndex, majorityCommittedIndex, majorityVoteResult } from 'raft-ts/rules/quorum.js';
import {
  confStateOf,
  type Membership,
  NO_MEMBERSHIP,
  sameConfState,
} from 'raft-ts/rules/tracker/membership.js';
import { Progress } from 'raft-ts/rules/tracker/progress.js';
import { Tracker } from 'raft-ts/rules/tracker/tracker.js';
import {
  type ConfChange,
  type ConfChangeSingle,
  type ConfChangeType,
  type ConfState,
  makeEntry,
} from 'raft-ts/rules/types.js';
import { naiveCommittedIndex } from '../../conformance/quorum-env.js';
import { seededRandom } from '../../kit/raft-network.js';

type Random = (bound: number) => number;

const TYPES: readonly ConfChangeType[] = ['add-node', 'remove-node', 'update-node', 'add-learner-node'];

/** Distinct, from 1 to `highest`, each with an even chance. */
const someIds = (random: Random, highest: number): readonly number[] =>
  Array.from({ length: highest }, (_, place) => place + 1).filter(() => random(2) === 1);

function someChanges(random: Random, count: number): readonly ConfChangeSingle[] {
  return Array.from({ length: count }, () => ({
    type: TYPES[random(TYPES.length)] ?? 'add-node',
    nodeId: 1 + random(count + 1),
  }));
}

describe('the commit index of a quorum', () => {
  it('is the highest that more than half have, in 50,000 cases', () => {
    const random = seededRandom(1);
    for (let round = 0; round < 50_000; round += 1) {
      const voters = someIds(random, 1 + random(9));
      const indexById = new Map(voters.filter(() => random(4) > 0).map((id) => [id, random(20)]));
      const indexOf = (id: number): number => indexById.get(id) ?? 0;
      const shown = JSON.stringify([voters, [...indexById]]);
      const expected = naiveCommittedIndex(voters, indexOf);
      assert.equal(majorityCommittedIndex(voters, indexOf), expected, shown);
      // Joint with any other set it is the lower of both, in whatever order they come.
      const others = someIds(random, 9);
      const joint = Math.min(expected, naiveCommittedIndex(others, indexOf));
      assert.equal(committedIndex(voters, others, indexOf), joint, shown);
      assert.equal(committedIndex(others, voters, indexOf), joint, shown);
    }
  });

  it('is safe exactly when a vote among those that have it is won, in 5,000 cases', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 5000; round += 1) {
      const voters = someIds(random, 7);
      if (voters.length === 0) continue;
      const indexById = new Map(voters.map((id) => [id, 1 + random(10)]));
      const index = majorityCommittedIndex(voters, (id) => indexById.get(id) ?? 0);
      const votesFor = (least: number) => new Map([...indexById].map(([id, has]) => [id, has >= least]));
      assert.equal(majorityVoteResult(voters, votesFor(index)), 'won');
      assert.equal(majorityVoteResult(voters, votesFor(index + 1)), 'lost');
    }
  });
});

/** A tracker with these voters and learners. */
function trackerWith(voters: readonly number[], learners: readonly number[]): Tracker {
  const tracker = new Tracker(10, 0);
  const progressById = new Map(
    [...voters, ...learners].map((id) => [
      id,
      new Progress({
        id,
        next: 1,
        inflights: tracker.newInflights(),
        isLearner: learners.includes(id),
        recentActive: true,
      }),
    ]),
  );
  tracker.switchTo({ ...NO_MEMBERSHIP, incoming: voters, learners }, progressById);
  return tracker;
}

type Outcome = readonly [Membership, readonly (readonly [id: number, isLearner: boolean])[]];

const outcomeOf = (tracker: Tracker): Outcome => [
  tracker.membership,
  tracker.members.map(({ id, isLearner }) => [id, isLearner]),
];

/** One change after the other; undefined when one of them is refused. */
function oneByOne(tracker: Tracker, changes: readonly ConfChangeSingle[]): Outcome | undefined {
  for (const change of changes) {
    const result = simple({ tracker, lastIndex: 10 }, [change]);
    if ('refusal' in result) return undefined;
    tracker.switchTo(result.membership, result.progressById);
  }
  return outcomeOf(tracker);
}

function jointly(
  tracker: Tracker,
  autoLeave: boolean,
  changes: readonly ConfChangeSingle[],
): Outcome | undefined {
  const entered = enterJoint({ tracker, lastIndex: 10 }, autoLeave, changes);
  if ('refusal' in entered) return undefined;
  tracker.switchTo(entered.membership, entered.progressById);
  const before = outcomeOf(tracker);
  // What is tried out and refused must not leave traces.
  assert.ok('refusal' in enterJoint({ tracker, lastIndex: 10 }, !autoLeave, []));
  assert.ok('refusal' in simple({ tracker, lastIndex: 10 }, changes));
  assert.deepEqual(outcomeOf(tracker), before);
  const left = leaveJoint({ tracker, lastIndex: 10 });
  assert.ok(!('refusal' in left));
  tracker.switchTo(left.membership, left.progressById);
  return outcomeOf(tracker);
}

describe('changes of the members', () => {
  it('lead to the same one by one as all at once, in 1,000 cases', () => {
    const random = seededRandom(3);
    let compared = 0;
    for (let round = 0; compared < 1000; round += 1) {
      assert.ok(round < 20_000, `only ${compared} cases could be compared`);
      const voters = [1, ...someIds(random, 5).filter((id) => id > 1)];
      const learners = someIds(random, 7).filter((id) => !voters.includes(id));
      const changes = someChanges(random, 1 + random(8));
      const stepwise = oneByOne(trackerWith(voters, learners), changes);
      // Refused one by one, for want of a voter in between, they may be allowed together.
      if (stepwise === undefined) continue;
      compared += 1;
      const shown = JSON.stringify([voters, learners, changes]);
      assert.deepEqual(jointly(trackerWith(voters, learners), round % 2 === 0, changes), stepwise, shown);
    }
  });

  it('are read from the log as they were written, in 1,000 cases', () => {
    const random = seededRandom(4);
    for (let round = 0; round < 1000; round += 1) {
      const context = random(2) === 0 ? undefined : Buffer.alloc(random(200), 7);
      const nodeId = random(2 ** 31) * (1 + random(2 ** 20));
      const change: ConfChange =
        random(2) === 0
          ? { version: 1, type: TYPES[random(4)] ?? 'add-node', nodeId, context }
          : {
              version: 2,
              transition: (['auto', 'joint-implicit', 'joint-explicit'] as const)[random(3)] ?? 'auto',
              changes: [...someChanges(random, random(5)), { type: 'add-node', nodeId }],
              context,
            };
      const read = confChangeOf(makeEntry({ type: entryTypeOf(change), data: encodeConfChange(change) }));
      assert.deepEqual(plain(read), plain(change));
    }
  });
});

/** Bytes as numbers, so that kinds of arrays do not matter. */
const plain = (change: ConfChange | undefined): unknown => ({
  ...change,
  context: change?.context === undefined ? undefined : [...change.context],
});

describe('a stored configuration', () => {
  const shuffled = (random: Random, ids: readonly number[]): readonly number[] =>
    ids
      .map((id) => [random(1000), id] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, id]) => id);

  function someConfState(random: Random): ConfState {
    const voters = shuffled(random, [1 + random(5), ...someIds(random, 5).map((id) => id + 5)]);
    const learners = someIds(random, 5).map((id) => id + 10);
    if (random(2) === 0)
      return {
        voters,
        learners: shuffled(random, learners),
        votersOutgoing: [],
        learnersNext: [],
        autoLeave: false,
      };
    // Of the outgoing voters some stay, some go, and some become learners.
    const leaving = [20, ...someIds(random, 4).map((id) => id + 20)];
    const learnersNext = leaving.filter(() => random(3) === 0);
    const staying = voters.filter(() => random(2) === 0);
    return {
      voters,
      learners,
      votersOutgoing: shuffled(random, [...leaving, ...staying]),
      learnersNext,
      autoLeave: random(2) === 0,
    };
  }

  it('is restored as it was, in whatever order its members are named, in 1,000 cases', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 1000; round += 1) {
      const confState = someConfState(random);
      const result = restore({ tracker: new Tracker(20, 0), lastIndex: 20 }, confState);
      assert.ok(!('refusal' in result), JSON.stringify([confState, result]));
      const restored = confStateOf(result.membership);
      assert.ok(sameConfState(restored, confState), JSON.stringify([confState, restored]));
      for (const [id, { isLearner }] of result.progressById)
        assert.equal(isLearner, confState.learners.includes(id), `whether ${id} learns`);
    }
  });
});
