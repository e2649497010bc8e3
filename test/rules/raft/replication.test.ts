/**
 * How a log gets from its leader to the others: proposals through a cluster, what a follower takes, and what
 * is committed. What a leader does with answers stands in answers.test.ts.
 */
import assert from 'node:assert/strict';
import { maybeCommit } from 'raft-ts/rules/core/replicate.js';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { becomeCandidate, becomeFollower, becomeLeader } from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { makeEntry, NONE } from 'raft-ts/rules/types.js';
import {
  aMember,
  beat,
  BLACK_HOLE,
  from,
  hup,
  logTextOf,
  type Peer,
  persistAndApply,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const NEW = undefined;
const GONE = BLACK_HOLE;
const payloadsOf = (raft: Raft): readonly string[] =>
  persistAndApply(raft).flatMap(({ data }) => (data === undefined ? [] : [Buffer.from(data).toString()]));

describe('proposals', () => {
  for (const leaders of [[1], [1, 2]]) {
    it(`are applied by everybody, in order, through ${leaders.length} leaders`, () => {
      const network = new RaftNetwork([NEW, NEW, NEW]);
      for (const id of leaders) {
        network.send(hup(id));
        network.send(proposal(id, `from ${id}`));
      }
      for (const raft of network.members) {
        assert.equal(raft.log.committed, 2 * leaders.length);
        assert.deepEqual(
          payloadsOf(raft),
          leaders.map((id) => `from ${id}`),
        );
      }
    });
  }

  const TOPOLOGIES: readonly (readonly [
    title: string,
    peers: readonly (Peer | undefined)[],
    isTaken: boolean,
  ])[] = [
    ['all of three', [NEW, NEW, NEW], true],
    ['two of three', [NEW, NEW, GONE], true],
    ['one of three', [NEW, GONE, GONE], false],
    ['two of four', [NEW, GONE, GONE, NEW], false],
    ['three of five', [NEW, GONE, GONE, NEW, NEW], true],
  ];
  for (const [title, peers, isTaken] of TOPOLOGIES) {
    it(`are ${isTaken ? 'committed' : 'not taken'} with ${title}`, () => {
      const network = new RaftNetwork(peers);
      network.send(hup(1));
      network.send(proposal(1, 'somedata'));
      const expected = isTaken ? ['1/1 ', '2/1 somedata'] : [];
      for (const raft of network.members) assert.deepEqual(logTextOf(raft), expected);
      assert.equal(network.member(1).term, 1);
    });
  }

  it('go to the leader through any follower, which names the proposer', () => {
    for (const third of [NEW, GONE]) {
      const network = new RaftNetwork([NEW, NEW, third]);
      network.send(hup(1));
      network.send(proposal(2, 'somedata'));
      for (const raft of network.members) assert.deepEqual(logTextOf(raft), ['1/1 ', '2/1 somedata']);
    }
  });

  it('are not passed on where that is forbidden', () => {
    const raft = aMember(2, { disableProposalForwarding: true });
    becomeFollower(raft, 1, 1);
    assert.equal(step(raft, proposal(2, 'somedata')), 'proposal-dropped');
    assert.deepEqual(readMessages(raft), []);
  });

  it('of a single member are committed without anybody else', () => {
    const network = new RaftNetwork([NEW]);
    network.send(hup(1));
    network.send(proposal(1, 'some data'));
    assert.equal(network.member(1).log.committed, 2);
  });

  it('count for their leader only once they are durable', () => {
    const raft = aMember(1, { voters: [1, 2] });
    becomeCandidate(raft);
    becomeLeader(raft);
    const own = raft.tracker.progressOf(1);
    assert.ok(own !== undefined);
    for (let count = 0; count < 5; count += 1) {
      const before: number = own.match;
      step(raft, proposal(1, 'foo'));
      assert.equal(own.match, before, 'before it is durable');
      readMessages(raft);
      assert.equal(own.match, raft.log.lastIndex(), 'once it is durable');
    }
  });
});

describe('entries of earlier terms', () => {
  const cutOff = (): RaftNetwork => {
    const network = new RaftNetwork([NEW, NEW, NEW, NEW, NEW]);
    network.send(hup(1));
    for (const id of [3, 4, 5]) network.cut(1, id);
    network.send(proposal(1, 'some data'));
    network.send(proposal(1, 'some data'));
    assert.equal(network.member(1).log.committed, 1);
    network.recover();
    // The new leader's own first entry must not get through yet.
    network.ignore('App');
    network.send(hup(2));
    assert.equal(network.member(2).log.committed, 1);
    network.recover();
    return network;
  };

  it('are not committed by being on a majority, until an entry of this term is', () => {
    const network = cutOff();
    network.send(beat(2));
    network.send(proposal(2, 'some data'));
    assert.equal(network.member(2).log.committed, 5);
  });

  it('are committed with the first entry of a new leader', () => {
    const network = cutOff();
    network.send(hup(1));
    assert.equal(network.member(1).role, 'leader');
    network.send(beat(1));
    assert.ok(network.member(1).log.committed >= 4);
  });
});

describe('the commit index of a leader', () => {
  const ROWS: readonly (readonly [
    matches: readonly number[],
    terms: readonly number[],
    term: number,
    expected: number,
  ])[] = [
    [[1], [1], 1, 1],
    [[1], [1], 2, 0],
    [[2], [1, 2], 2, 2],
    [[1], [2], 2, 1],
    [[2, 1, 1], [1, 2], 1, 1],
    [[2, 1, 1], [1, 1], 2, 0],
    [[2, 1, 2], [1, 2], 2, 2],
    [[2, 1, 2], [1, 1], 2, 0],
    [[2, 1, 1, 1], [1, 2], 1, 1],
    [[2, 1, 1, 1], [1, 1], 2, 0],
    [[2, 1, 1, 2], [1, 2], 1, 1],
    [[2, 1, 1, 2], [1, 1], 2, 0],
    [[2, 1, 2, 2], [1, 2], 2, 2],
    [[2, 1, 2, 2], [1, 1], 2, 0],
  ];
  for (const [matches, terms, term, expected] of ROWS) {
    it(`is ${expected} in term ${term} when members have ${matches.join(' ')} of entries of terms ${terms.join(' ')}`, () => {
      const raft = aMember(1, { voters: matches.map((_, place) => place + 1), logTerms: terms });
      raft.term = term;
      for (const [place, match] of matches.entries()) {
        const progress = raft.tracker.progressOf(place + 1);
        assert.ok(progress !== undefined);
        progress.match = match;
      }
      maybeCommit(raft);
      assert.equal(raft.log.committed, expected);
    });
  }
});

describe('a follower with entries of terms 1 and 2', () => {
  const ROWS: readonly (readonly [
    title: string,
    message: {
      logTerm: number;
      index: number;
      commit: number;
      entries?: readonly (readonly [number, number])[];
    },
    lastIndex: number,
    committed: number,
    isRejected: boolean,
  ])[] = [
    ['an entry of another term before', { logTerm: 3, index: 2, commit: 3 }, 2, 0, true],
    ['an entry before that it does not have', { logTerm: 3, index: 3, commit: 3 }, 2, 0, true],
    ['nothing new after 1', { logTerm: 1, index: 1, commit: 1 }, 2, 1, false],
    ['other entries from the start', { logTerm: 0, index: 0, commit: 1, entries: [[1, 2]] }, 1, 1, false],
    [
      'two more',
      {
        logTerm: 2,
        index: 2,
        commit: 3,
        entries: [
          [3, 2],
          [4, 2],
        ],
      },
      4,
      3,
      false,
    ],
    ['one more', { logTerm: 2, index: 2, commit: 4, entries: [[3, 2]] }, 3, 3, false],
    ['one it has', { logTerm: 1, index: 1, commit: 4, entries: [[2, 2]] }, 2, 2, false],
    ['nothing, but a commit index', { logTerm: 1, index: 1, commit: 3 }, 2, 1, false],
    [
      'one it has, and a commit index beyond',
      { logTerm: 1, index: 1, commit: 3, entries: [[2, 2]] },
      2,
      2,
      false,
    ],
    ['nothing after its last, and a commit index', { logTerm: 2, index: 2, commit: 3 }, 2, 2, false],
    ['nothing after its last, and a commit index beyond', { logTerm: 2, index: 2, commit: 4 }, 2, 2, false],
  ];
  for (const [title, { entries = [], ...message }, lastIndex, committed, isRejected] of ROWS) {
    it(`that gets ${title} ${isRejected ? 'refuses it' : `ends at ${lastIndex}, committed up to ${committed}`}`, () => {
      const raft = aMember(1, { voters: [1], logTerms: [1, 2] });
      becomeFollower(raft, 2, NONE);
      const carried = entries.map(([index, term]) => makeEntry({ index, term }));
      step(raft, from(2, 'App', 1, { term: 2, ...message, entries: carried }));
      assert.equal(raft.log.lastIndex(), lastIndex);
      assert.equal(raft.log.committed, committed);
      assert.deepEqual(
        readMessages(raft).map(({ reject }) => reject),
        [isRejected],
      );
    });
  }
});
