/**
 * Elections as the Raft paper describes them (§5.1, §5.2, §5.4.1), member by member.
 */
import assert from 'node:assert/strict';
import { becomeCandidate, becomeFollower, becomeLeader } from 'raft-ts/rules/core/roles.js';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { step } from 'raft-ts/rules/core/step.js';
import { tick } from 'raft-ts/rules/core/tick.js';
import { NONE, type Role } from 'raft-ts/rules/types.js';
import { aMember, from, hup, readMessages } from '../../kit/raft-network.js';

const idsUpTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);

const BECOME: Readonly<Record<'follower' | 'candidate' | 'leader', (raft: Raft) => void>> = {
  follower: (raft) => becomeFollower(raft, 1, 2),
  candidate: becomeCandidate,
  leader: (raft) => {
    becomeCandidate(raft);
    becomeLeader(raft);
  },
};
const ROLES = ['follower', 'candidate', 'leader'] as const;

describe('terms', () => {
  for (const role of ROLES) {
    it(`a ${role} that hears of a higher term takes it and follows`, () => {
      const raft = aMember(1);
      BECOME[role](raft);
      step(raft, from(2, 'App', 1, { term: 2 }));
      assert.equal(raft.term, 2);
      assert.equal(raft.role, 'follower');
    });

    it(`a ${role} takes nothing from an earlier term`, () => {
      const raft = aMember(1);
      becomeFollower(raft, 1, NONE);
      BECOME[role](raft);
      raft.term = 5;
      const before = [raft.role, raft.lead, raft.log.lastIndex()];
      step(raft, from(3, 'App', 1, { term: 4, index: 0, commit: 0 }));
      assert.deepEqual([raft.role, raft.lead, raft.log.lastIndex()], before);
    });
  }
});

describe('a member at its start', () => {
  it('follows, and knows no leader', () => {
    const raft = aMember(1);
    assert.equal(raft.role, 'follower');
    assert.equal(raft.lead, NONE);
    assert.equal(raft.term, 0);
  });
});

describe('a leader', () => {
  it('tells all the others at every heartbeat tick that it is there', () => {
    const raft = aMember(1, { heartbeatTick: 2 });
    BECOME.leader(raft);
    readMessages(raft);
    tick(raft);
    assert.deepEqual(readMessages(raft), []);
    tick(raft);
    const beats = readMessages(raft).map(({ type, to, term, index, logTerm, entries }) => [
      type,
      to,
      term,
      index,
      logTerm,
      entries.length,
    ]);
    assert.deepEqual(beats, [
      ['Heartbeat', 2, 1, 0, 0, 0],
      ['Heartbeat', 3, 1, 0, 0, 0],
    ]);
  });
});

describe('an election', () => {
  for (const role of ['follower', 'candidate'] as const) {
    it(`is started by a ${role} that hears no leader for its timeout: a new term, its own vote, requests to all`, () => {
      const raft = aMember(1);
      BECOME[role](raft);
      readMessages(raft);
      const { term } = raft;
      for (let ticks = 0; ticks < 19; ticks += 1) tick(raft);
      assert.equal(raft.term, term + 1);
      assert.equal(raft.role, 'candidate');
      const requests = readMessages(raft);
      assert.equal(raft.vote, 1);
      assert.equal(raft.tracker.votes.get(1), true);
      assert.deepEqual(
        requests.map((request) => [request.type, request.to, request.term]),
        [
          ['Vote', 2, term + 1],
          ['Vote', 3, term + 1],
        ],
      );
    });
  }

  const PATTERNS: readonly (readonly [
    size: number,
    votes: Readonly<Record<number, boolean>>,
    result: Role,
  ])[] = [
    [1, {}, 'leader'],
    [3, { 2: true, 3: true }, 'leader'],
    [3, { 2: true }, 'leader'],
    [5, { 2: true, 3: true, 4: true, 5: true }, 'leader'],
    [5, { 2: true, 3: true, 4: true }, 'leader'],
    [5, { 2: true, 3: true }, 'leader'],
    [3, { 2: false, 3: false }, 'follower'],
    [5, { 2: false, 3: false, 4: false, 5: false }, 'follower'],
    [5, { 2: true, 3: false, 4: false, 5: false }, 'follower'],
    [3, {}, 'candidate'],
    [5, { 2: true }, 'candidate'],
    [5, { 2: false, 3: false }, 'candidate'],
    [5, {}, 'candidate'],
  ];
  for (const [size, votes, result] of PATTERNS) {
    it(`among ${size} with the answers ${JSON.stringify(votes)} makes a ${result}`, () => {
      const raft = aMember(1, { voters: idsUpTo(size) });
      step(raft, hup(1));
      readMessages(raft);
      for (const [id, granted] of Object.entries(votes))
        step(raft, from(Number(id), 'VoteResp', 1, { term: raft.term, reject: !granted }));
      assert.equal(raft.role, result);
      assert.equal(raft.term, 1);
    });
  }

  it('carries the last index and term of the candidate to every other voter', () => {
    for (const logTerms of [[1], [1, 2]]) {
      const raft = aMember(1, { logTerms });
      becomeFollower(raft, logTerms.length, NONE);
      step(raft, hup(1));
      const requests = readMessages(raft);
      assert.equal(requests.length, 2);
      for (const request of requests)
        assert.deepEqual(
          [request.type, request.term, request.index, request.logTerm],
          ['Vote', logTerms.length + 1, logTerms.length, logTerms.length],
        );
    }
  });
});

describe('a vote', () => {
  const VOTES: readonly (readonly [before: number, candidate: number, isRejected: boolean])[] = [
    [NONE, 2, false],
    [NONE, 3, false],
    [2, 2, false],
    [3, 3, false],
    [2, 3, true],
    [3, 2, true],
  ];
  for (const [before, candidate, isRejected] of VOTES) {
    it(`is ${isRejected ? 'refused to' : 'given to'} ${candidate} when ${before === NONE ? 'nobody' : before} had it before`, () => {
      const raft = aMember(1);
      raft.term = 1;
      raft.vote = before;
      step(raft, from(candidate, 'Vote', 1, { term: 1 }));
      const answers = readMessages(raft).map(({ type, to, term, reject }) => [type, to, term, reject]);
      assert.deepEqual(answers, [['VoteResp', candidate, 1, isRejected]]);
      assert.equal(raft.vote, isRejected ? before : candidate);
    });
  }

  it('once given is remembered, and no second one is given in the same term', () => {
    const raft = aMember(1);
    step(raft, from(2, 'Vote', 1, { term: 1 }));
    step(raft, from(3, 'Vote', 1, { term: 1 }));
    assert.equal(raft.vote, 2);
    assert.deepEqual(
      readMessages(raft).map(({ to, reject }) => [to, reject]),
      [
        [2, false],
        [3, true],
      ],
    );
  });

  const LOGS: readonly (readonly [
    own: readonly number[],
    logTerm: number,
    index: number,
    isRejected: boolean,
  ])[] = [
    [[1], 1, 1, false],
    [[1], 1, 2, false],
    [[1, 1], 1, 1, true],
    [[1], 2, 1, false],
    [[1], 2, 2, false],
    [[1, 1], 2, 1, false],
    [[2], 1, 1, true],
    [[2], 1, 2, true],
    [[1, 2], 1, 3, true],
  ];
  for (const [own, logTerm, index, isRejected] of LOGS) {
    const log = own.join(' ');
    it(`of one with entries of terms ${log} is ${isRejected ? 'refused' : 'given'} to a log that ends at ${index} with term ${logTerm}`, () => {
      const raft = aMember(1, { voters: [1, 2], logTerms: own });
      step(raft, from(2, 'Vote', 1, { term: 3, logTerm, index }));
      assert.deepEqual(
        readMessages(raft).map(({ type, reject }) => [type, reject]),
        [['VoteResp', isRejected]],
      );
    });
  }
});

describe('a candidate', () => {
  for (const term of [1, 2]) {
    it(`follows a leader that shows up with term ${term} while it campaigns in term 1`, () => {
      const raft = aMember(1);
      step(raft, hup(1));
      assert.equal(raft.role, 'candidate');
      step(raft, from(2, 'App', 1, { term }));
      assert.equal(raft.role, 'follower');
      assert.equal(raft.term, term);
      assert.equal(raft.lead, 2);
    });
  }
});

describe('election timeouts', () => {
  for (const role of ['follower', 'candidate'] as const) {
    it(`of a ${role} take every value from one timeout to just below two`, () => {
      const raft = aMember(1);
      const timeouts = new Set<number>();
      for (let round = 0; round < 500; round += 1) {
        if (role === 'follower') becomeFollower(raft, raft.term + 1, 2);
        else becomeCandidate(raft);
        let ticks = 0;
        for (readMessages(raft); raft.msgs.length === 0; ticks += 1) {
          assert.ok(ticks < 100, 'it never campaigns');
          tick(raft);
        }
        timeouts.add(ticks);
      }
      assert.deepEqual(
        [...timeouts].toSorted((a, b) => a - b),
        idsUpTo(10).map((value) => value + 9),
      );
    });

    it(`of five ${role}s rarely end together`, () => {
      const rafts = idsUpTo(5).map((id) => aMember(id, { voters: idsUpTo(5) }));
      let conflicts = 0;
      for (let round = 0; round < 1000; round += 1) {
        for (const raft of rafts) {
          if (role === 'follower') becomeFollower(raft, raft.term + 1, NONE);
          else becomeCandidate(raft);
          readMessages(raft);
        }
        let timedOut = 0;
        for (let ticks = 0; timedOut === 0; ticks += 1) {
          assert.ok(ticks < 100, 'nobody campaigns');
          for (const raft of rafts) {
            tick(raft);
            timedOut += readMessages(raft).length > 0 ? 1 : 0;
          }
        }
        conflicts += timedOut > 1 ? 1 : 0;
      }
      assert.ok(conflicts <= 300, `${conflicts} of 1000 rounds`);
    });
  }
});
