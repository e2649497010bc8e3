/**
 * What a leader does with the answers of its followers: to heartbeats, and to appends, taken or refused; and how
 * it finds the place where a log that went its own way fits again.
 */
import assert from 'node:assert/strict';
import { becomeCandidate, becomeFollower, becomeLeader } from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { NONE } from 'raft-ts/rules/types.js';
import {
  acknowledge,
  aMember,
  beat,
  elect,
  electAndCommit,
  from,
  hup,
  proposal,
  readMessages,
} from '../../kit/raft-network.js';

describe('a heartbeat', () => {
  for (const [commit, expected] of [
    [3, 3],
    [1, 2],
  ] as const) {
    it(`with the commit index ${commit} leaves a follower that knew of 2 at ${expected}`, () => {
      const raft = aMember(1, { voters: [1, 2], logTerms: [1, 2, 3] });
      becomeFollower(raft, 2, 2);
      raft.log.commitTo(2);
      step(raft, from(2, 'Heartbeat', 1, { term: 2, commit }));
      assert.equal(raft.log.committed, expected);
      assert.deepEqual(
        readMessages(raft).map(({ type }) => type),
        ['HeartbeatResp'],
      );
    });
  }

  it('tells each member no more than it is known to have', () => {
    const raft = aMember(1, { logTerms: [1, 1, 1, 1, 1] });
    becomeFollower(raft, 1, NONE);
    becomeCandidate(raft);
    becomeLeader(raft);
    readMessages(raft);
    acknowledge(raft, 2);
    step(raft, from(3, 'AppResp', 1, { term: raft.term, index: 3 }));
    readMessages(raft);
    assert.equal(raft.log.committed, 6);
    step(raft, beat(1));
    assert.deepEqual(
      readMessages(raft).map(({ type, to, commit }) => [type, to, commit]),
      [
        ['Heartbeat', 2, 6],
        ['Heartbeat', 3, 3],
      ],
    );
  });

  it('is sent by leaders only', () => {
    for (const role of ['follower', 'candidate', 'leader'] as const) {
      const raft = aMember(1, { logTerms: [0, 1] });
      raft.term = 1;
      raft.role = role;
      step(raft, beat(1));
      assert.equal(readMessages(raft).length, role === 'leader' ? 2 : 0, role);
    }
  });

  it('answered by one that is behind brings it the entries, until it has acknowledged them', () => {
    const raft = aMember(1, { voters: [1, 2], logTerms: [1, 2, 3] });
    becomeFollower(raft, 3, NONE);
    elect(raft);
    raft.log.commitTo(raft.log.lastIndex());
    readMessages(raft);
    for (let round = 0; round < 2; round += 1) {
      step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
      assert.deepEqual(
        readMessages(raft).map(({ type }) => type),
        ['App'],
      );
    }
    step(raft, from(2, 'AppResp', 1, { term: raft.term, index: 4 }));
    readMessages(raft);
    step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
    assert.deepEqual(readMessages(raft), []);
  });
});

describe('an acknowledgement', () => {
  it('lets the waiting entries follow for that member alone', () => {
    const raft = aMember(1);
    elect(raft);
    const [firstToTwo] = readMessages(raft);
    assert.equal(firstToTwo?.to, 2);
    // Both are probed still: a proposal waits.
    step(raft, proposal(1, 'a'));
    assert.deepEqual(readMessages(raft), []);
    step(raft, from(2, 'AppResp', 1, { term: 1, index: 1 }));
    const toTwo = readMessages(raft);
    assert.deepEqual(
      toTwo.map(({ type, to, entries, index, commit }) => [type, to, entries.length, index, commit]),
      [['App', 2, 1, 1, 1]],
    );
    step(raft, from(3, 'AppResp', 1, { term: 1, index: 1 }));
    assert.deepEqual(
      readMessages(raft).map(({ to, entries, index }) => [to, entries.length, index]),
      [[3, 1, 1]],
    );
  });

  const ROWS: readonly (readonly [
    title: string,
    index: number,
    isRejected: boolean,
    match: number,
    next: number,
    sent: number,
  ])[] = [
    ['an old refusal', 3, true, 0, 3, 0],
    ['a refusal of the last probe', 2, true, 0, 2, 1],
    ['an acknowledgement', 2, false, 2, 4, 2],
    ['an acknowledgement of nothing, which ends the probing', 0, false, 0, 4, 1],
  ];
  for (const [title, index, isRejected, match, next, sent] of ROWS) {
    it(`as ${title} leaves the member at match ${match}, next ${next}`, () => {
      const raft = aMember(1, { logTerms: [1, 1] });
      becomeFollower(raft, 1, NONE);
      elect(raft);
      const before = raft.tracker.progressOf(2);
      assert.ok(before !== undefined);
      readMessages(raft);
      step(raft, from(2, 'AppResp', 1, { index, term: raft.term, reject: isRejected, rejectHint: index }));
      assert.deepEqual([before.match, before.next], [match, next]);
      assert.equal(readMessages(raft).filter(({ to }) => to === 2).length > 0, sent > 0);
    });
  }

  it('of a refused append that comes late, after probing has gone on, does not send it back below its match', () => {
    const raft = aMember(1, { voters: [1, 2], logTerms: [1, 1, 1, 1, 1] });
    becomeFollower(raft, 1, NONE);
    electAndCommit(raft);
    const progress = raft.tracker.progressOf(2);
    assert.ok(progress !== undefined);
    assert.equal(progress.match, 6);
    step(raft, from(2, 'Unreachable', 1));
    assert.equal(progress.state, 'probe');
    step(raft, from(2, 'AppResp', 1, { term: raft.term, index: 6, reject: true, rejectHint: 2, logTerm: 1 }));
    assert.equal(progress.match, 6);
    assert.equal(progress.next, 7);
    for (const { entries } of readMessages(raft)) assert.equal(entries.length, 0);
  });
});

describe('finding where two logs part', () => {
  const ROWS: readonly (readonly [
    leader: readonly number[],
    follower: readonly number[],
    hint: readonly [term: number, index: number],
    next: readonly [term: number, index: number],
  ])[] = [
    [
      [1, 2, 2, 4, 4, 4, 4],
      [1, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3],
      [3, 7],
      [2, 3],
    ],
    [
      [1, 2, 2, 3, 4, 4, 4, 5],
      [1, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3],
      [3, 8],
      [3, 4],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 4],
      [1, 4],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 2, 2],
      [1, 4],
      [1, 4],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 2, 2, 4, 4],
      [1, 4],
      [1, 4],
    ],
    [
      [1, 1, 1, 5],
      [1, 1, 1, 4, 6, 6, 6, 6],
      [4, 4],
      [1, 3],
    ],
    [
      [2, 5, 5, 5, 5, 5, 5, 5, 5],
      [2, 4, 4, 4, 4, 4],
      [4, 6],
      [2, 1],
    ],
    [
      [2, 2, 2, 2, 2],
      [2, 4, 4, 4, 4, 4, 4, 4],
      [2, 1],
      [2, 1],
    ],
    [
      [1, 3, 3, 3, 3, 3, 3, 3, 3, 3],
      [1, 2, 2, 2, 2, 2, 4, 4],
      [2, 6],
      [1, 1],
    ],
  ];
  for (const [leaderTerms, followerTerms, [hintTerm, hintIndex], [nextTerm, nextIndex]] of ROWS) {
    it(`takes one refusal between ${leaderTerms.join('')} and ${followerTerms.join('')}`, () => {
      const leader = aMember(1, { logTerms: leaderTerms });
      becomeFollower(leader, leaderTerms.at(-1) ?? 0, NONE);
      const follower = aMember(2, { logTerms: followerTerms });
      follower.term = leader.term;
      step(leader, hup(1));
      readMessages(leader);
      for (const id of [2, 3]) step(leader, from(id, 'VoteResp', 1, { term: leader.term }));
      assert.equal(leader.role, 'leader');
      const [probe] = readMessages(leader);
      assert.ok(probe?.type === 'App' && probe.to === 2);
      // Higher than all that the follower has seen, so that the answer depends on the logs alone.
      step(follower, { ...probe, term: 10 });
      const [refusal] = readMessages(follower).filter(({ type }) => type === 'AppResp');
      assert.ok(refusal !== undefined);
      assert.deepEqual([refusal.reject, refusal.logTerm, refusal.rejectHint], [true, hintTerm, hintIndex]);
      step(leader, { ...refusal, term: leader.term });
      const [next] = readMessages(leader).filter(({ to }) => to === 2);
      assert.deepEqual([next?.type, next?.logTerm, next?.index], ['App', nextTerm, nextIndex]);
    });
  }
});
