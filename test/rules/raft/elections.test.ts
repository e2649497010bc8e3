/**
 * Elections between members of a cluster: who wins, who gives up, and which late messages do no harm. What
 * concerns trials and leases stands in leases.test.ts.
 */
import assert from 'node:assert/strict';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import {
  becomeCandidate,
  becomeFollower,
  becomeLeader,
  becomePreCandidate,
} from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { tick } from 'raft-ts/rules/core/tick.js';
import { makeEntry, NONE, type Role } from 'raft-ts/rules/types.js';
import {
  aMember,
  BLACK_HOLE,
  electAndCommit,
  from,
  hup,
  logTermsOf,
  logTextOf,
  type Peer,
  proposal,
  RaftNetwork,
  readMessages,
  seededRandom,
} from '../../kit/raft-network.js';

const GONE = BLACK_HOLE;
const NEW = undefined;

function becomeRole(raft: Raft, role: Role, term: number): void {
  if (role === 'follower') {
    becomeFollower(raft, term, 3);
    return;
  }
  becomeFollower(raft, role === 'pre-candidate' ? term : term - 1, NONE);
  if (role === 'pre-candidate') becomePreCandidate(raft);
  else becomeCandidate(raft);
  if (role === 'leader') becomeLeader(raft);
}

for (const preVote of [false, true]) {
  const how = preVote ? 'with a trial first' : 'without a trial';
  describe(`an election ${how}`, () => {
    const TOPOLOGIES: readonly (readonly [
      title: string,
      peers: readonly (Peer | undefined)[],
      result: Role,
    ])[] = [
      ['with all of three', [NEW, NEW, NEW], 'leader'],
      ['with one of three gone', [NEW, NEW, GONE], 'leader'],
      ['with two of three gone', [NEW, GONE, GONE], 'candidate'],
      ['with two of four gone', [NEW, GONE, GONE, NEW], 'candidate'],
      ['with two of five gone', [NEW, GONE, GONE, NEW, NEW], 'leader'],
    ];
    for (const [title, peers, result] of TOPOLOGIES) {
      const expected = result === 'candidate' && preVote ? 'pre-candidate' : result;
      it(`${title} makes a ${expected}`, () => {
        const network = new RaftNetwork(peers, { preVote });
        network.send(hup(1));
        const raft = network.member(1);
        assert.equal(raft.role, expected);
        // A trial that fails leaves the term alone.
        assert.equal(raft.term, expected === 'pre-candidate' ? 0 : 1);
      });
    }

    it('is lost to those with newer logs', () => {
      const newer = [2, 3, 4].map((id) => aMember(id, { voters: [1, 2, 3, 4, 5], logTerms: [1], preVote }));
      for (const raft of newer) raft.term = 1;
      const network = new RaftNetwork([NEW, ...newer, NEW], { preVote });
      network.send(hup(1));
      assert.equal(network.member(1).role, 'follower');
      assert.equal(network.member(1).term, 1);
    });

    it('can be won by each member in turn', () => {
      const network = new RaftNetwork([NEW, NEW, NEW], { preVote });
      for (const id of [1, 2, 3]) {
        network.send(hup(id));
        for (const raft of network.members)
          assert.equal(raft.role, raft.id === id ? 'leader' : 'follower', `${raft.id} when ${id} campaigned`);
      }
    });

    it('is won by a log with more terms seen, and overwrites newer entries that were never committed', () => {
      const voters = [1, 2, 3, 4, 5];
      const member = (id: number, logTerms: readonly number[], term: number, vote: number): Raft => {
        const raft = aMember(id, { voters, logTerms, preVote });
        raft.term = term;
        raft.vote = vote;
        return raft;
      };
      // 1 led term 1; 3 led term 2, elected by 4 and 5, which never got its entry.
      const network = new RaftNetwork([
        member(1, [1], 1, NONE),
        member(2, [1], 1, NONE),
        member(3, [2], 2, NONE),
        member(4, [], 2, 3),
        member(5, [], 2, 3),
      ]);
      network.send(hup(1));
      assert.equal(network.member(1).role, 'follower');
      assert.equal(network.member(1).term, 2);
      network.send(hup(1));
      assert.equal(network.member(1).role, 'leader');
      assert.equal(network.member(1).term, 3);
      for (const raft of network.members) assert.deepEqual(logTermsOf(raft), [1, 3], `log of ${raft.id}`);
    });

    it('that a member calls while it leads changes nothing', () => {
      const raft = aMember(1, { voters: [1], preVote });
      step(raft, hup(1));
      readMessages(raft);
      assert.equal(raft.role, 'leader');
      const { term } = raft;
      step(raft, hup(1));
      readMessages(raft);
      assert.deepEqual([raft.role, raft.term], ['leader', term]);
    });

    it('that is already lost is not won by its own late vote', () => {
      const raft = aMember(1, { preVote });
      step(raft, hup(1));
      const late = raft.msgsAfterAppend;
      raft.msgsAfterAppend = [];
      assert.equal(late.length, 1);
      for (const id of [2, 3])
        step(raft, from(id, preVote ? 'PreVoteResp' : 'VoteResp', 1, { term: raft.term, reject: true }));
      assert.equal(raft.role, 'follower');
      for (const message of late) step(raft, message);
      assert.equal(raft.role, 'follower');
      assert.equal(raft.tracker.votes.size, 0);
    });

    it('of an only voter is won at once', () => {
      const network = new RaftNetwork([NEW], { preVote });
      network.send(hup(1));
      assert.equal(network.member(1).role, 'leader');
    });
  });
}

describe('a vote request at a higher term', () => {
  for (const role of ['follower', 'pre-candidate', 'candidate', 'leader'] as const) {
    it(`makes a ${role} vote and follow`, () => {
      const raft = aMember(1);
      becomeRole(raft, role, 1);
      readMessages(raft);
      const term = raft.term + 1;
      step(raft, from(2, 'Vote', 1, { term, logTerm: term, index: 42 }));
      assert.deepEqual([raft.role, raft.term, raft.vote], ['follower', term, 2]);
      const answers = readMessages(raft).map(({ type, to, term: of, reject }) => [type, to, of, reject]);
      assert.deepEqual(answers, [['VoteResp', 2, term, false]]);
    });

    it(`in a trial is granted by a ${role}, and changes nothing of it`, () => {
      const raft = aMember(1);
      becomeRole(raft, role, 1);
      readMessages(raft);
      const before = [raft.role, raft.term, raft.vote];
      const term = raft.term + 1;
      step(raft, from(2, 'PreVote', 1, { term, logTerm: term, index: 42 }));
      assert.deepEqual([raft.role, raft.term, raft.vote], before);
      const answers = readMessages(raft).map(({ type, to, term: of, reject }) => [type, to, of, reject]);
      assert.deepEqual(answers, [['PreVoteResp', 2, term, false]]);
    });
  }
});

describe('a vote request by the log it comes with', () => {
  // Own log ends at 2 with term 2.
  const ROWS: readonly (readonly [
    role: Role,
    index: number,
    logTerm: number,
    vote: number,
    isRejected: boolean,
  ])[] = [
    ['follower', 0, 0, NONE, true],
    ['follower', 0, 1, NONE, true],
    ['follower', 0, 2, NONE, true],
    ['follower', 0, 3, NONE, false],
    ['follower', 1, 0, NONE, true],
    ['follower', 1, 1, NONE, true],
    ['follower', 1, 2, NONE, true],
    ['follower', 1, 3, NONE, false],
    ['follower', 2, 0, NONE, true],
    ['follower', 2, 1, NONE, true],
    ['follower', 2, 2, NONE, false],
    ['follower', 2, 3, NONE, false],
    ['follower', 3, 0, NONE, true],
    ['follower', 3, 1, NONE, true],
    ['follower', 3, 2, NONE, false],
    ['follower', 3, 3, NONE, false],
    ['follower', 3, 2, 2, false],
    ['follower', 3, 2, 1, true],
    ['leader', 3, 3, 1, true],
    ['pre-candidate', 3, 3, 1, true],
    ['candidate', 3, 3, 1, true],
  ];
  for (const type of ['Vote', 'PreVote'] as const) {
    for (const [role, index, logTerm, vote, isRejected] of ROWS) {
      const verdict = isRejected ? 'refused' : 'granted';
      it(`(${type}, its end ${index} of term ${logTerm}) is ${verdict} by a ${role} that voted for ${vote}`, () => {
        const raft = aMember(1, { voters: [1], logTerms: [2, 2] });
        raft.role = role;
        raft.vote = vote;
        // At the same term, so that only log and vote decide.
        raft.term = Math.max(raft.log.lastTerm(), logTerm);
        step(raft, from(2, type, 1, { term: raft.term, index, logTerm }));
        assert.deepEqual(
          readMessages(raft).map((message) => [message.type, message.reject]),
          [[`${type}Resp`, isRejected]],
        );
      });
    }
  }
});

describe('roles', () => {
  const ALLOWED: Readonly<Record<Role, readonly Role[]>> = {
    follower: ['follower', 'pre-candidate', 'candidate'],
    'pre-candidate': ['follower', 'pre-candidate', 'candidate', 'leader'],
    candidate: ['follower', 'pre-candidate', 'candidate', 'leader'],
    leader: ['follower', 'leader'],
  };
  const MOVES: Readonly<Record<Role, (raft: Raft) => void>> = {
    follower: (raft) => becomeFollower(raft, 1, 1),
    'pre-candidate': becomePreCandidate,
    candidate: becomeCandidate,
    leader: becomeLeader,
  };
  for (const before of Object.keys(ALLOWED) as Role[]) {
    for (const after of Object.keys(MOVES) as Role[]) {
      const isAllowed = ALLOWED[before].includes(after);
      it(`a ${before} ${isAllowed ? 'may become' : 'can never become'} a ${after}`, () => {
        const raft = aMember(1, { voters: [1] });
        raft.role = before;
        if (isAllowed) MOVES[after](raft);
        else assert.throws(() => MOVES[after](raft), { name: 'RaftInvariantError' });
        assert.equal(raft.role, isAllowed ? after : before);
      });
    }
  }

  for (const role of ['follower', 'pre-candidate', 'candidate', 'leader'] as const) {
    for (const type of ['Vote', 'App'] as const) {
      it(`a ${role} steps down for a ${type} of a higher term`, () => {
        const raft = aMember(1);
        becomeRole(raft, role, 1);
        readMessages(raft);
        const lastBefore = raft.log.lastIndex();
        step(raft, from(2, type, 1, { term: 3, logTerm: 3 }));
        assert.deepEqual([raft.role, raft.term], ['follower', 3]);
        assert.equal(raft.log.lastIndex(), lastBefore);
        assert.equal(raft.lead, type === 'App' ? 2 : NONE);
      });
    }
  }
});

describe('a candidate', () => {
  it('that was cut off concedes to the leader it then hears, and gets what it missed', () => {
    const network = new RaftNetwork([NEW, NEW, NEW]);
    network.isolate(1);
    network.send(hup(1));
    network.send(hup(3));
    network.recover();
    network.send(from(3, 'Beat', 3));
    network.send(proposal(3, 'force follower'));
    network.send(from(3, 'Beat', 3));
    assert.deepEqual([network.member(1).role, network.member(1).term], ['follower', 1]);
    for (const raft of network.members) assert.deepEqual(logTextOf(raft), ['1/1 ', '2/1 force follower']);
  });

  for (const type of ['Heartbeat', 'App'] as const) {
    it(`takes the term of a leader whose ${type} comes, and can be elected later`, () => {
      const network = new RaftNetwork([NEW, NEW, NEW]);
      network.send(hup(1));
      network.isolate(3);
      network.send(hup(2));
      network.send(hup(1));
      assert.equal(network.member(1).role, 'leader');
      const cutOff = network.member(3);
      const before = cutOff.term;
      for (let ticks = 0; ticks < cutOff.randomizedElectionTimeout; ticks += 1) tick(cutOff);
      readMessages(cutOff);
      assert.equal(cutOff.role, 'candidate');
      network.recover();
      network.send(from(1, type, 3, { term: network.member(1).term }));
      assert.equal(cutOff.role, 'follower');
      assert.equal(cutOff.term, network.member(1).term);
      assert.ok(cutOff.term > before);
    });
  }

  it('does not count the answers to its trial', () => {
    const raft = aMember(1, { voters: [1, 2, 3, 4, 5], preVote: true });
    step(raft, hup(1));
    const late = raft.msgsAfterAppend;
    raft.msgsAfterAppend = [];
    for (const id of [2, 3, 4]) step(raft, from(id, 'PreVoteResp', 1, { term: raft.term + 1 }));
    assert.equal(raft.role, 'candidate');
    for (const message of late) step(raft, message);
    assert.equal(raft.tracker.votes.get(1), undefined);
    assert.equal(raft.role, 'candidate');
  });
});

describe('a leader', () => {
  it('does not count its own acknowledgement from an earlier term', () => {
    const raft = aMember(1);
    electAndCommit(raft);
    step(raft, proposal(1, 'somedata'));
    const late = raft.msgsAfterAppend;
    raft.msgsAfterAppend = [];
    step(raft, from(2, 'App', 1, { term: 2, index: 1, logTerm: 1 }));
    assert.equal(raft.role, 'follower');
    for (const message of late) step(raft, message);
    assert.equal(raft.log.committed, 1);
    assert.equal(raft.role, 'follower');
  });

  it('whose appends come late, after a newer leader, changes nothing', () => {
    const network = new RaftNetwork([NEW, NEW, NEW]);
    for (const id of [1, 2, 1]) network.send(hup(id));
    const stale = [makeEntry({ index: 3, term: 2 })];
    network.send(from(2, 'App', 1, { term: 2, entries: stale }));
    network.send(proposal(1, 'somedata'));
    for (const raft of network.members)
      assert.deepEqual(logTextOf(raft), ['1/1 ', '2/2 ', '3/3 ', '4/3 somedata'], `log of ${raft.id}`);
  });
});

describe('dueling candidates', () => {
  for (const preVote of [false, true]) {
    it(`${preVote ? 'in trials leave the leader alone' : 'depose the leader'} when the one that was cut off comes back`, () => {
      const network = new RaftNetwork([NEW, NEW, NEW], { preVote });
      network.cut(1, 3);
      network.send(hup(1));
      network.send(hup(3));
      assert.equal(network.member(1).role, 'leader');
      // 2 has voted for 1, so 3 got neither enough votes nor enough refusals, or was refused in its trial.
      assert.equal(network.member(3).role, preVote ? 'follower' : 'candidate');
      network.recover();
      network.send(hup(3));
      assert.equal(network.member(1).role, preVote ? 'leader' : 'follower');
      assert.equal(network.member(1).term, preVote ? 1 : 2);
      assert.equal(network.member(3).role, 'follower');
    });
  }
});

describe('the clock of a follower', () => {
  const CHANCES: readonly (readonly [elapsed: number, probability: number])[] = [
    [5, 0],
    [10, 0.1],
    [13, 0.4],
    [15, 0.6],
    [18, 0.9],
    [20, 1],
  ];
  for (const [elapsed, probability] of CHANCES) {
    it(`has run out after ${elapsed} ticks with a probability of ${probability}`, () => {
      const random = seededRandom(elapsed);
      let count = 0;
      for (let round = 0; round < 10_000; round += 1) {
        const raft = aMember(1, { voters: [1], random });
        raft.electionElapsed = elapsed - 1;
        tick(raft);
        count += raft.role === 'candidate' ? 1 : 0;
      }
      assert.ok(Math.abs(count / 10_000 - probability) < 0.02, `${count} of 10000`);
    });
  }
});
