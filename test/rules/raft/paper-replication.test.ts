/**
 * Log replication as the Raft paper describes it (§5.3, §5.4.2): what a leader sends and commits, what a
 * follower takes.
 */
import assert from 'node:assert/strict';
import { becomeFollower } from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { makeEntry, NONE } from 'raft-ts/rules/types.js';
import {
  acknowledge,
  aMember,
  BLACK_HOLE,
  elect,
  electAndCommit,
  from,
  hup,
  logTermsOf,
  logTextOf,
  persistAndApply,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const idsUpTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place + 1);
const payloadsOf = (entries: readonly { data: Uint8Array | undefined }[]): readonly string[] =>
  entries.map(({ data }) => Buffer.from(data ?? []).toString());

describe('a leader with a proposal', () => {
  it('appends it and sends it to all, with what precedes it', () => {
    const raft = aMember(1);
    electAndCommit(raft);
    persistAndApply(raft);
    readMessages(raft);
    step(raft, proposal(1, 'some data'));
    assert.equal(raft.log.lastIndex(), 2);
    assert.equal(raft.log.committed, 1);
    assert.deepEqual(payloadsOf(raft.log.unstable.entries), ['some data']);
    const appends = readMessages(raft);
    assert.deepEqual(
      appends.map(({ type, to, term, index, logTerm, commit }) => [type, to, term, index, logTerm, commit]),
      [
        ['App', 2, 1, 1, 1, 1],
        ['App', 3, 1, 1, 1, 1],
      ],
    );
    for (const { entries } of appends) assert.deepEqual(payloadsOf(entries), ['some data']);
  });

  it('commits it once a majority has it, and tells the others with the next append', () => {
    const raft = aMember(1);
    electAndCommit(raft);
    persistAndApply(raft);
    readMessages(raft);
    step(raft, proposal(1, 'some data'));
    readMessages(raft);
    acknowledge(raft, 2);
    assert.equal(raft.log.committed, 2);
    assert.deepEqual(payloadsOf(raft.log.nextCommitted(true)), ['some data']);
    const commits = readMessages(raft).map(({ type, to, commit }) => [type, to, commit]);
    assert.deepEqual(commits, [
      ['App', 2, 2],
      ['App', 3, 2],
    ]);
  });

  const ACCEPTORS: readonly (readonly [size: number, acceptors: readonly number[], isCommitted: boolean])[] =
    [
      [1, [], true],
      [3, [], false],
      [3, [2], true],
      [3, [2, 3], true],
      [5, [], false],
      [5, [2], false],
      [5, [2, 3], true],
      [5, [2, 3, 4], true],
      [5, [2, 3, 4, 5], true],
    ];
  for (const [size, acceptors, isCommitted] of ACCEPTORS) {
    it(`among ${size} ${isCommitted ? 'commits' : 'does not commit'} it with ${acceptors.length} others`, () => {
      const raft = aMember(1, { voters: idsUpTo(size) });
      electAndCommit(raft);
      step(raft, proposal(1, 'some data'));
      readMessages(raft);
      acknowledge(raft, ...acceptors);
      assert.equal(raft.log.committed === 2, isCommitted);
    });
  }

  it('commits with it all that precedes it, whatever term that is of', () => {
    for (const logTerms of [[], [2], [1, 2], [1]]) {
      const raft = aMember(1, { logTerms });
      becomeFollower(raft, 2, NONE);
      elect(raft);
      step(raft, proposal(1, 'some data'));
      readMessages(raft);
      acknowledge(raft, 2);
      persistAndApply(raft);
      assert.equal(raft.log.applied, logTerms.length + 2);
      assert.deepEqual(logTermsOf(raft), [...logTerms, 3, 3]);
    }
  });

  it('does not commit an entry of an earlier term because a majority has it', () => {
    const COMMITS: readonly (readonly [acknowledged: number, committed: number])[] = [
      [1, 0],
      [2, 0],
      [3, 3],
    ];
    for (const [acknowledged, committed] of COMMITS) {
      const raft = aMember(1, { voters: [1, 2], logTerms: [1, 2] });
      becomeFollower(raft, 2, NONE);
      elect(raft);
      readMessages(raft);
      step(raft, from(2, 'AppResp', 1, { term: 3, index: acknowledged }));
      assert.equal(raft.log.committed, committed, `with ${acknowledged} acknowledged`);
    }
  });
});

describe('a follower', () => {
  it('applies what its leader says is committed, in order', () => {
    for (const [payloads, commit] of [
      [['some data'], 1],
      [['some data', 'some data2'], 2],
      [['some data2', 'some data'], 2],
      [['some data', 'some data2'], 1],
    ] as const) {
      const raft = aMember(1);
      becomeFollower(raft, 1, 2);
      const entries = payloads.map((text, place) =>
        makeEntry({ term: 1, index: place + 1, data: Buffer.from(text) }),
      );
      step(raft, from(2, 'App', 1, { term: 1, entries, commit }));
      assert.equal(raft.log.committed, commit);
      assert.deepEqual(payloadsOf(raft.log.nextCommitted(true)), payloads.slice(0, commit));
    }
  });

  const PREVIOUS: readonly (readonly [
    title: string,
    logTerm: number,
    index: number,
    answer: readonly unknown[],
  ])[] = [
    ['the start of the log', 0, 0, [1, false, 0, 0]],
    ['its committed entry', 1, 1, [1, false, 0, 0]],
    ['its last entry', 2, 2, [2, false, 0, 0]],
    ['an entry of another term there', 1, 2, [2, true, 1, 1]],
    ['an entry it does not have', 3, 3, [3, true, 2, 2]],
  ];
  for (const [title, logTerm, index, answer] of PREVIOUS) {
    it(`with entries of terms 1 and 2 answers an append after ${title} with ${answer.join(' ')}`, () => {
      const raft = aMember(1, { logTerms: [1, 2] });
      raft.log.commitTo(1);
      becomeFollower(raft, 2, 2);
      step(raft, from(2, 'App', 1, { term: 2, logTerm, index }));
      assert.deepEqual(
        readMessages(raft).map((message) => [
          message.type,
          message.index,
          message.reject,
          message.rejectHint,
          message.logTerm,
        ]),
        [['AppResp', ...answer]],
      );
    });
  }

  const APPENDS: readonly (readonly [
    previous: readonly [index: number, term: number],
    terms: readonly number[],
    log: readonly number[],
    unstable: readonly number[],
  ])[] = [
    [[2, 2], [3], [1, 2, 3], [3]],
    [
      [1, 1],
      [3, 4],
      [1, 3, 4],
      [3, 4],
    ],
    [[0, 0], [1], [1, 2], []],
    [[0, 0], [3], [3], [3]],
  ];
  for (const [[index, logTerm], terms, log, unstable] of APPENDS) {
    it(`with terms 1 2 that gets ${terms.join(' ')} after ${index} has ${log.join(' ')}, and writes ${unstable.join(' ') || 'nothing'}`, () => {
      const raft = aMember(1, { logTerms: [1, 2] });
      becomeFollower(raft, 2, 2);
      const entries = terms.map((term, place) => makeEntry({ term, index: index + place + 1 }));
      step(raft, from(2, 'App', 1, { term: 2, logTerm, index, entries }));
      assert.deepEqual(logTermsOf(raft), log);
      assert.deepEqual(
        raft.log.unstable.entries.map(({ term }) => term),
        unstable,
      );
    });
  }

  const LEADER_LOG = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6];
  const FOLLOWER_LOGS: readonly (readonly [title: string, terms: readonly number[]])[] = [
    ['misses the last entry', [1, 1, 1, 4, 4, 5, 5, 6, 6]],
    ['misses most', [1, 1, 1, 4]],
    ['has one uncommitted entry too many', [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6]],
    ['has entries of a later term', [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7]],
    ['misses some and has others instead', [1, 1, 1, 4, 4, 4, 4]],
    ['went its own way early', [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]],
  ];
  for (const [title, logTerms] of FOLLOWER_LOGS) {
    it(`that ${title} gets the log of its leader (figure 7)`, () => {
      const voters = [1, 2, 3];
      const leader = aMember(1, { voters, logTerms: LEADER_LOG });
      leader.log.commitTo(LEADER_LOG.length);
      leader.term = 8;
      const follower = aMember(2, { voters, logTerms });
      follower.term = 7;
      // The follower's own log may be too new for its vote: the third one's decides.
      const network = new RaftNetwork([leader, follower, BLACK_HOLE]);
      network.send(hup(1));
      network.send(from(3, 'VoteResp', 1, { term: 9 }));
      network.send(proposal(1, ''));
      assert.deepEqual(logTextOf(follower), logTextOf(leader));
      assert.deepEqual(logTermsOf(leader), [...LEADER_LOG, 9, 9]);
      assert.equal(follower.log.committed, leader.log.committed);
    });
  }
});
