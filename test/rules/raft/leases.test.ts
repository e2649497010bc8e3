/**
 * Check-quorum and trials: a leader that is heard is not deposed, a leader that is not heard steps down, and
 * nobody gets stuck with a term that is too high or too low.
 */
import assert from 'node:assert/strict';
import { applyConfChange } from 'raft-ts/rules/core/membership.js';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { becomeCandidate, becomeFollower, becomeLeader } from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { tick } from 'raft-ts/rules/core/tick.js';
import { NONE, type Role } from 'raft-ts/rules/types.js';
import {
  aMember,
  elect,
  from,
  hup,
  type MemberOptions,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const NEW = undefined;

function tickTimes(raft: Raft, count: number): void {
  for (let ticks = 0; ticks < count; ticks += 1) tick(raft);
}

const rolesOf = (network: RaftNetwork): readonly Role[] => network.members.map(({ role }) => role);
const termsOf = (network: RaftNetwork): readonly number[] => network.members.map(({ term }) => term);

describe('a leader that checks its quorum', () => {
  const aLeader = (options: MemberOptions = {}): Raft => {
    const raft = aMember(1, { checkQuorum: true, electionTick: 5, ...options });
    becomeCandidate(raft);
    becomeLeader(raft);
    readMessages(raft);
    return raft;
  };

  it('stays while a majority answers', () => {
    const raft = aLeader();
    for (let ticks = 0; ticks < 6; ticks += 1) {
      step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
      tick(raft);
    }
    assert.equal(raft.role, 'leader');
  });

  it('steps down when it hears nobody for an election timeout', () => {
    const raft = aLeader();
    tickTimes(raft, 6);
    assert.equal(raft.role, 'follower');
    assert.equal(raft.lead, NONE);
    assert.equal(raft.term, 1);
  });

  it('steps down when a majority of voters is silent, however many learners answer', () => {
    const raft = aLeader({ voters: [1, 2, 3], learners: [4, 5, 6, 7] });
    for (let ticks = 0; ticks < 5; ticks += 1) {
      for (const id of [4, 5, 6, 7]) step(raft, from(id, 'HeartbeatResp', 1, { term: raft.term }));
      tick(raft);
    }
    assert.equal(raft.role, 'follower');
  });

  it('stays with the answers of a majority of voters, however many learners are silent', () => {
    const raft = aLeader({ voters: [1, 2], learners: [3, 4, 5, 6] });
    for (let ticks = 0; ticks < 6; ticks += 1) {
      step(raft, from(2, 'AppResp', 1, { term: raft.term, index: 1 }));
      tick(raft);
    }
    assert.equal(raft.role, 'leader');
  });

  it('gives a member that was just added time to answer', () => {
    const raft = aMember(1, { voters: [1], checkQuorum: true });
    elect(raft);
    readMessages(raft);
    tickTimes(raft, 9);
    addVoter(raft, 2);
    tick(raft);
    assert.equal(raft.role, 'leader');
    tickTimes(raft, 10);
    assert.equal(raft.role, 'follower');
  });
});

function addVoter(raft: Raft, nodeId: number): void {
  applyConfChange(raft, { version: 1, type: 'add-node', nodeId, context: undefined });
}

/** Three members, of which 2's timeout is a little longer than all others. */
function cluster(options: MemberOptions = {}, count = 3): RaftNetwork {
  const network = new RaftNetwork(
    Array.from({ length: count }, () => NEW),
    { checkQuorum: true, ...options },
  );
  network.member(2).randomizedElectionTimeout = 11;
  return network;
}

describe('a lease', () => {
  it('keeps others from being elected until nothing is heard for a whole timeout', () => {
    const network = cluster();
    tickTimes(network.member(2), 10);
    network.send(hup(1));
    assert.deepEqual(rolesOf(network), ['leader', 'follower', 'follower']);
    network.send(hup(3));
    // 2 has just heard of its leader, which holds its own lease, too.
    assert.deepEqual(rolesOf(network), ['leader', 'follower', 'candidate']);
    tickTimes(network.member(2), 10);
    network.send(hup(3));
    assert.equal(network.member(3).role, 'leader');
  });

  it('binds only those that know a leader', () => {
    const network = cluster();
    // Nobody has a leader yet: the first to ask is elected, however short the time.
    network.send(hup(3));
    assert.deepEqual(rolesOf(network), ['follower', 'follower', 'leader']);
  });

  it('is nothing to wait for once the leader is forgotten', () => {
    const network = cluster();
    network.send(hup(1));
    network.send(from(2, 'ForgetLeader', 2));
    assert.equal(network.member(2).lead, NONE);
    assert.equal(network.member(2).term, 1);
    network.send(hup(3));
    assert.equal(network.member(3).role, 'leader');
  });

  it('that reads rely on is not forgotten', () => {
    const network = cluster({ readOnlyOption: 'lease-based' });
    network.send(hup(1));
    network.send(from(2, 'ForgetLeader', 2));
    assert.equal(network.member(2).lead, 1);
  });

  it('does not keep a leader that moved the election itself', () => {
    const network = cluster();
    network.send(hup(1));
    network.send(from(3, 'TransferLeader', 1));
    assert.equal(network.member(3).role, 'leader');
  });
});

describe('a member with a term that is too high for its leader', () => {
  it('frees itself by deposing that leader', () => {
    const network = cluster();
    network.send(hup(1));
    network.isolate(1);
    network.send(hup(3));
    network.send(hup(3));
    network.recover();
    assert.deepEqual(termsOf(network), [1, 1, 3]);
    // The leader's next heartbeat is answered with the higher term.
    network.send(from(1, 'Heartbeat', 3, { term: 1 }));
    assert.equal(network.member(1).role, 'follower');
    assert.equal(network.member(1).term, 3);
    // With one term for all the stuck one can be elected, once the lease is over.
    tickTimes(network.member(2), 11);
    network.send(hup(3));
    assert.equal(network.member(3).role, 'leader');
  });

  it('deposes it by its answer to an append just so', () => {
    const network = cluster();
    network.send(hup(1));
    const stuck = network.member(3);
    tickTimes(stuck, stuck.randomizedElectionTimeout);
    readMessages(stuck);
    assert.equal(stuck.role, 'candidate');
    network.send(from(1, 'App', 3, { term: 1, index: 1, logTerm: 1 }));
    assert.deepEqual([network.member(1).role, network.member(1).term], ['follower', 2]);
  });

  it('never comes about when a trial goes first', () => {
    const network = cluster({ preVote: true });
    network.send(hup(1));
    const late = network.member(3);
    tickTimes(late, late.randomizedElectionTimeout);
    network.send(...network.filter(readMessages(late)));
    assert.equal(late.role, 'pre-candidate');
    assert.deepEqual(termsOf(network), [1, 1, 1]);
    network.send(from(1, 'Heartbeat', 3, { term: 1 }));
    assert.deepEqual(rolesOf(network), ['leader', 'follower', 'follower']);
  });
});

describe('a voter that can not campaign', () => {
  it('does not disturb its leader by ticking on', () => {
    const network = cluster({}, 2);
    const other = network.member(2);
    // It learned of its membership from the leader's configuration only.
    other.tracker.switchTo(aMember(2, { voters: [1] }).tracker.membership, new Map());
    assert.equal(other.isPromotable, false);
    tickTimes(other, 20);
    assert.equal(other.role, 'follower');
    network.send(hup(1));
    assert.equal(network.member(1).role, 'leader');
    assert.equal(other.lead, 1);
  });
});

describe('trials', () => {
  it('end a split vote: both tried again, and one is elected', () => {
    const network = new RaftNetwork([NEW, NEW, NEW], { preVote: true });
    network.send(hup(1));
    network.isolate(1);
    // Both have won their trials, and ask for votes at the same time.
    for (const id of [2, 3]) {
      becomeCandidate(network.member(id));
      network.member(id).vote = id;
    }
    assert.deepEqual([network.member(2).term, network.member(3).term], [2, 2]);
    network.send(hup(2));
    assert.equal(network.member(2).role, 'leader');
    assert.equal(network.member(2).term, 3);
    assert.equal(network.member(3).role, 'follower');
  });

  it('let a member with a lower term be elected, since their refusals tell the term', () => {
    const network = new RaftNetwork([NEW, NEW, NEW], { preVote: true });
    // 3 missed some terms, and has the same log as the others.
    for (const raft of network.members) becomeFollower(raft, raft.id === 3 ? 1 : 5, NONE);
    network.send(hup(3));
    assert.equal(network.member(3).term, 5);
    network.send(hup(3));
    assert.equal(network.member(3).role, 'leader');
  });

  it('among those that check their quorum can be won as soon as the leader is lost', () => {
    const network = cluster({ preVote: true });
    network.send(hup(1));
    network.isolate(1);
    network.send(proposal(1, 'some data'));
    tickTimes(network.member(2), network.member(2).randomizedElectionTimeout - 1);
    tickTimes(network.member(3), network.member(3).randomizedElectionTimeout);
    network.send(...network.filter(readMessages(network.member(3))));
    assert.equal(network.member(3).role, 'leader');
  });
});

describe('a cluster whose members are being told to try elections first', () => {
  /** 1 leads with trials, 2 follows with trials; 3, without, has campaigned alone and has two entries less. */
  const migrating = (): RaftNetwork => {
    const network = new RaftNetwork([
      aMember(1, { preVote: true }),
      aMember(2, { preVote: true }),
      aMember(3, { preVote: false }),
    ]);
    for (const raft of network.members) becomeFollower(raft, 1, NONE);
    network.send(hup(1));
    network.isolate(3);
    network.send(proposal(1, 'some data'));
    network.send(hup(3));
    network.send(hup(3));
    assert.deepEqual(rolesOf(network), ['leader', 'follower', 'candidate']);
    assert.deepEqual(termsOf(network), [2, 2, 4]);
    const late = aMember(3, { preVote: true, storage: network.member(3).log.storage, voters: [1, 2, 3] });
    // Restarted with trials: its term is on disk, its log too.
    late.term = 4;
    late.log.append(network.member(3).log.unstable.entries);
    const renewed = new RaftNetwork([network.member(1), network.member(2), late]);
    return renewed;
  };

  it('can elect a leader when the old one is gone', () => {
    const network = migrating();
    network.isolate(1);
    for (let round = 0; round < 2; round += 1) for (const id of [3, 2]) network.send(hup(id));
    assert.ok(network.member(2).role === 'leader' || network.member(3).role === 'leader');
  });

  it('frees the member that is stuck in a trial with a higher term', () => {
    const network = migrating();
    network.send(hup(3));
    assert.deepEqual(rolesOf(network), ['leader', 'follower', 'pre-candidate']);
    network.send(hup(3));
    network.send(from(1, 'Heartbeat', 3, { term: network.member(1).term }));
    assert.equal(network.member(1).role, 'follower');
    assert.equal(network.member(1).term, network.member(3).term);
  });
});
