/**
 * Handing leadership over: to one that is up to date or behind, asked of the leader or a follower; and everything
 * that ends a transfer without a new leader.
 */
import assert from 'node:assert/strict';
import { applyConfChange } from 'raft-ts/rules/core/membership.js';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { step } from 'raft-ts/rules/core/step.js';
import { tick } from 'raft-ts/rules/core/tick.js';
import { MemoryStorage } from 'raft-ts/rules/log/memory-storage.js';
import { confStateOf } from 'raft-ts/rules/tracker/membership.js';
import { type ConfChangeType, NONE } from 'raft-ts/rules/types.js';
import {
  aMember,
  electAndCommit,
  from,
  hup,
  type MemberOptions,
  persistAndApply,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const transferTo = (id: number, through = 1) => from(id, 'TransferLeader', through);

function led(options: MemberOptions = {}): RaftNetwork {
  const network = new RaftNetwork([undefined, undefined, undefined], options);
  network.send(hup(1));
  return network;
}

/** Member 3 has missed an entry, and can be reached again. */
function withSlowMember(): RaftNetwork {
  const network = led();
  network.isolate(3);
  network.send(proposal(1, 'missed'));
  network.recover();
  return network;
}

function assertLeads(network: RaftNetwork, id: number): void {
  for (const raft of network.members) {
    assert.equal(raft.lead, id, `the leader of ${raft.id}`);
    assert.equal(raft.role, raft.id === id ? 'leader' : 'follower');
  }
  assert.equal(network.member(id).leadTransferee, NONE);
}

function change(raft: Raft, type: ConfChangeType, nodeId: number): void {
  applyConfChange(raft, { version: 1, type, nodeId, context: undefined });
}

describe('leadership', () => {
  for (const through of [1, 2]) {
    for (const checkQuorum of [false, true]) {
      it(`goes to a member that is up to date, asked of ${through}${checkQuorum ? ', leases or not' : ''}`, () => {
        const network = led({ checkQuorum });
        network.send(transferTo(2, through));
        assertLeads(network, 2);
        // And back, after some work.
        network.send(proposal(2, ''));
        network.send(from(1, 'TransferLeader', 2));
        assertLeads(network, 1);
      });
    }
  }

  it('goes to a member that is behind once it has caught up', () => {
    const network = withSlowMember();
    assert.equal(network.member(1).tracker.progressOf(3)?.match, 1);
    network.send(transferTo(3));
    assertLeads(network, 3);
  });

  it('goes to a member that needs a snapshot once it has restored it', () => {
    const network = withSlowMember();
    const leader = network.member(1);
    persistAndApply(leader);
    const { storage } = leader.log;
    assert.ok(storage instanceof MemoryStorage);
    storage.createSnapshot(leader.log.applied, confStateOf(leader.tracker.membership), undefined);
    storage.compact(leader.log.applied);
    const held: Parameters<RaftNetwork['hook']>[0][] = [];
    network.hook = (message) => {
      if (message.type !== 'AppResp' || message.from !== 3 || message.reject) return true;
      held.push(message);
      return false;
    };
    network.send(transferTo(3));
    // The acknowledgement of the snapshot waits until 3 has restored it.
    assert.equal(held.length, 1);
    assert.equal(leader.role, 'leader');
    const target = network.member(3);
    const received = target.log.unstable.snapshot;
    assert.ok(received !== undefined && target.log.storage instanceof MemoryStorage);
    target.log.storage.applySnapshot(received);
    target.log.unstable.stableSnapshotTo(received.metadata.index);
    target.log.appliedTo(received.metadata.index, 0);
    network.hook = () => true;
    network.send(...held);
    assertLeads(network, 3);
  });

  it('stays where it is when it is to go there', () => {
    const network = led();
    network.send(transferTo(1));
    assertLeads(network, 1);
  });

  it('stays where it is when the target is nobody, or a learner', () => {
    const network = led();
    network.send(transferTo(4));
    assertLeads(network, 1);
    change(network.member(1), 'add-learner-node', 5);
    network.send(transferTo(5));
    assertLeads(network, 1);
  });

  it('is not taken by one that has been removed', () => {
    const raft = aMember(1, { voters: [2, 3, 4] });
    step(raft, from(2, 'TimeoutNow', 1));
    step(raft, from(2, 'VoteResp', 1));
    step(raft, from(3, 'VoteResp', 1));
    assert.equal(raft.role, 'follower');
  });
});

describe('a transfer under way', () => {
  /** To 3, which does not answer. */
  const pending = (): RaftNetwork => {
    const network = led();
    network.isolate(3);
    network.send(transferTo(3));
    assert.equal(network.member(1).leadTransferee, 3);
    return network;
  };

  it('lets no proposal pass', () => {
    const network = pending();
    const leader = network.member(1);
    const before = leader.log.lastIndex();
    assert.equal(step(leader, proposal(1, 'x')), 'proposal-dropped');
    assert.equal(leader.log.lastIndex(), before);
  });

  it('ends after an election timeout, and proposals pass again', () => {
    const network = pending();
    const leader = network.member(1);
    for (let ticks = 0; ticks < 10; ticks += 1) {
      assert.equal(leader.leadTransferee, 3, `after ${ticks} ticks`);
      tick(leader);
    }
    assert.equal(leader.leadTransferee, NONE);
    assert.equal(step(leader, proposal(1, 'x')), undefined);
    assertLeads(new RaftNetwork([leader, network.member(2)]), 1);
  });

  it('does not last longer because it is asked for again', () => {
    const network = pending();
    const leader = network.member(1);
    for (let ticks = 0; ticks < 9; ticks += 1) tick(leader);
    network.send(transferTo(3));
    tick(leader);
    assert.equal(leader.leadTransferee, NONE);
  });

  it('gives way to one to another member', () => {
    const network = pending();
    network.send(transferTo(2));
    assert.equal(network.member(2).role, 'leader');
  });

  it('ends when the leader hears of a higher term', () => {
    const network = pending();
    network.send(from(2, 'Hup', 2));
    assert.equal(network.member(2).role, 'leader');
    assert.equal(network.member(1).leadTransferee, NONE);
  });

  for (const type of ['remove-node', 'add-learner-node'] as const) {
    it(`ends when its target is ${type === 'remove-node' ? 'removed' : 'demoted'}`, () => {
      const network = pending();
      const leader = network.member(1);
      change(leader, type, 3);
      assert.equal(leader.leadTransferee, NONE);
      assert.equal(leader.role, 'leader');
    });
  }

  it('tells its target to campaign only once that has everything', () => {
    const raft = aMember(1);
    electAndCommit(raft);
    step(raft, proposal(1, 'x'));
    readMessages(raft);
    step(raft, from(2, 'TransferLeader', 1));
    assert.deepEqual(
      readMessages(raft).map(({ type }) => type),
      ['App'],
    );
    step(raft, from(2, 'AppResp', 1, { term: 1, index: 1 }));
    assert.ok(readMessages(raft).every(({ type }) => type !== 'TimeoutNow'));
    step(raft, from(2, 'AppResp', 1, { term: 1, index: 2 }));
    assert.deepEqual(
      readMessages(raft)
        .filter(({ type }) => type === 'TimeoutNow')
        .map(({ to }) => to),
      [2],
    );
  });
});
