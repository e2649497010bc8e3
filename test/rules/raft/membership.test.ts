/**
 * Changes of the members: when one may be proposed, what it brings about when it is applied, and what learners may
 * do.
 */
import assert from 'node:assert/strict';
import { encodeConfChange, entryTypeOf } from 'raft-ts/rules/confchange/codec.js';
import { applyConfChange } from 'raft-ts/rules/core/membership.js';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { step } from 'raft-ts/rules/core/step.js';
import { tick } from 'raft-ts/rules/core/tick.js';
import {
  type ConfChange,
  type ConfChangeType,
  makeEntry,
  makeMessage,
  type Message,
  NONE,
} from 'raft-ts/rules/types.js';
import {
  aMember,
  elect,
  electAndCommit,
  from,
  hup,
  persistAndApply,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const changeOf = (type: ConfChangeType, nodeId: number, version: 1 | 2 = 1): ConfChange =>
  version === 1
    ? { version, type, nodeId, context: undefined }
    : { version, transition: 'auto', changes: [{ type, nodeId }], context: undefined };
const apply = (raft: Raft, type: ConfChangeType, nodeId: number) =>
  applyConfChange(raft, changeOf(type, nodeId));
const propose = (change: ConfChange, id = 1): Message =>
  makeMessage({
    type: 'Prop',
    to: id,
    from: id,
    entries: [makeEntry({ type: entryTypeOf(change), data: encodeConfChange(change) })],
  });
const typesOf = (raft: Raft): readonly string[] => raft.log.unstable.entries.map(({ type }) => type);

describe('a proposed change', () => {
  it('is appended, and remembered until it is applied', () => {
    const raft = aMember(1, { voters: [1, 2] });
    elect(raft);
    const before = raft.log.lastIndex();
    step(raft, propose(changeOf('add-node', 3)));
    assert.equal(raft.log.lastIndex(), before + 1);
    assert.equal(raft.pendingConfIndex, before + 1);
  });

  it('while another is not applied becomes an entry without meaning', () => {
    const raft = aMember(1, { voters: [1, 2] });
    electAndCommit(raft);
    persistAndApply(raft);
    step(raft, propose(changeOf('add-node', 3)));
    const pending = raft.pendingConfIndex;
    assert.equal(step(raft, propose(changeOf('add-node', 4))), undefined);
    assert.equal(raft.pendingConfIndex, pending);
    assert.deepEqual(typesOf(raft), ['conf-change', 'normal']);
    assert.equal(raft.log.unstable.entries[1]?.data, undefined);
  });

  it('is refused by a new leader until everything before it is applied', () => {
    for (const logTerms of [[], [1], [1, 1]]) {
      const raft = aMember(1, { voters: [1, 2], logTerms });
      raft.term = 1;
      elect(raft);
      assert.equal(raft.pendingConfIndex, logTerms.length);
    }
  });
});

describe('an applied change', () => {
  it('adds a voter, once, and a learner that may be promoted and demoted', () => {
    const raft = aMember(1, { voters: [1] });
    apply(raft, 'add-node', 2);
    apply(raft, 'add-node', 2);
    assert.deepEqual(raft.tracker.voters, [1, 2]);
    apply(raft, 'add-learner-node', 3);
    assert.deepEqual([raft.tracker.voters, raft.tracker.membership.learners], [[1, 2], [3]]);
    assert.equal(raft.tracker.progressOf(3)?.isLearner, true);
    apply(raft, 'add-node', 3);
    assert.deepEqual([raft.tracker.voters, raft.tracker.membership.learners], [[1, 2, 3], []]);
    assert.equal(raft.tracker.progressOf(3)?.isLearner, false);
    apply(raft, 'add-learner-node', 3);
    assert.equal(raft.tracker.progressOf(3)?.isLearner, true);
    apply(raft, 'add-learner-node', 1);
    assert.equal(raft.isPromotable, false);
  });

  it('removes voters and learners, but never the last voter', () => {
    const raft = aMember(1, { voters: [1, 2], learners: [3] });
    apply(raft, 'remove-node', 2);
    apply(raft, 'remove-node', 3);
    assert.deepEqual([raft.tracker.voters, raft.tracker.membership.learners], [[1], []]);
    assert.deepEqual([...raft.tracker.progress.keys()], [1]);
    assert.throws(() => apply(raft, 'remove-node', 1), /removed all voters/);
    assert.throws(() => apply(raft, 'add-learner-node', 1), /removed all voters/);
  });

  it('of the wrong kind for the configuration ends the member: it was committed wrongly', () => {
    const raft = aMember(1, { voters: [1, 2, 3] });
    const leave: ConfChange = { version: 2, transition: 'auto', changes: [], context: undefined };
    assert.throws(() => applyConfChange(raft, leave), { name: 'RaftInvariantError' });
  });

  it('that shrinks the quorum commits what waited for one', () => {
    const raft = aMember(1, { voters: [1, 2] });
    electAndCommit(raft);
    persistAndApply(raft);
    readMessages(raft);
    step(raft, propose(changeOf('remove-node', 2)));
    readMessages(raft);
    // Not committed yet: 2 is asked.
    step(raft, proposal(1, 'hello'));
    readMessages(raft);
    assert.equal(raft.log.committed, 1);
    step(raft, from(2, 'AppResp', 1, { term: 1, index: 2 }));
    assert.equal(raft.log.committed, 2);
    readMessages(raft);
    apply(raft, 'remove-node', 2);
    assert.equal(raft.log.committed, 3);
  });

  it('of a leader brings a new member its log at once', () => {
    const raft = aMember(1, { voters: [1] });
    step(raft, hup(1));
    readMessages(raft);
    apply(raft, 'add-node', 2);
    assert.deepEqual(
      readMessages(raft).map(({ type, to }) => [type, to]),
      [['App', 2]],
    );
  });

  it('that removes the leader leaves it leading without a vote of its own, or makes it step down where asked', () => {
    for (const stepDownOnRemoval of [false, true]) {
      const raft = aMember(1, { stepDownOnRemoval });
      electAndCommit(raft);
      apply(raft, 'remove-node', 1);
      assert.equal(raft.role, stepDownOnRemoval ? 'follower' : 'leader');
      assert.equal(step(raft, proposal(1, 'x')), 'proposal-dropped');
    }
  });
});

describe('who may campaign', () => {
  const ROWS: readonly (readonly [voters: readonly number[], mayCampaign: boolean])[] = [
    [[1], true],
    [[1, 2, 3], true],
    [[], false],
    [[2, 3], false],
  ];
  for (const [voters, mayCampaign] of ROWS) {
    it(`is 1 ${mayCampaign ? 'among' : 'not among'} the voters ${voters.join(' ') || '(nobody)'}`, () => {
      const raft = aMember(1, { voters });
      assert.equal(raft.isPromotable, mayCampaign);
      step(raft, hup(1));
      assert.equal(raft.role, mayCampaign ? 'candidate' : 'follower');
    });
  }

  for (const version of [1, 2] as const) {
    it(`is nobody with a committed change (of version ${version}) that is not applied`, () => {
      const network = new RaftNetwork([undefined, undefined, undefined]);
      network.send(hup(1));
      for (const raft of network.members) persistAndApply(raft);
      network.send(propose(changeOf('remove-node', 2, version)));
      const [leader, second, third] = network.members;
      assert.ok(leader !== undefined && second !== undefined && third !== undefined);
      assert.ok(second.log.committed > second.log.applied);
      network.send(hup(2));
      assert.equal(second.role, 'follower');
      // Nor as the target of a transfer.
      network.send(from(2, 'TransferLeader', 1));
      assert.equal(second.role, 'follower');
      assert.equal(leader.leadTransferee, 2);
      for (let ticks = 0; ticks < leader.config.electionTick; ticks += 1) tick(leader);
      assert.equal(leader.leadTransferee, NONE);
      // Applied everywhere, an election goes ahead.
      for (const raft of network.members) {
        persistAndApply(raft);
        applyConfChange(raft, changeOf('remove-node', 2, version));
      }
      network.send(hup(3));
      assert.equal(third.role, 'leader');
    });
  }
});

describe('a learner', () => {
  const withLearner = (): RaftNetwork =>
    new RaftNetwork([aMember(1, { voters: [1], learners: [2] }), aMember(2, { voters: [1], learners: [2] })]);

  it('does not campaign, however long it hears nothing, even when asked to', () => {
    const raft = aMember(2, { voters: [1], learners: [2] });
    for (let ticks = 0; ticks < 50; ticks += 1) tick(raft);
    step(raft, hup(2));
    step(raft, from(1, 'TimeoutNow', 2));
    assert.equal(raft.role, 'follower');
    assert.equal(raft.isPromotable, false);
  });

  it('votes, so that it can be elected with that was promoted without knowing it', () => {
    const raft = aMember(2, { voters: [1], learners: [2] });
    step(raft, from(1, 'Vote', 2, { term: 2, logTerm: 11, index: 11 }));
    const answers = readMessages(raft).map(({ type, to, reject }) => [type, to, reject]);
    assert.deepEqual(answers, [['VoteResp', 1, false]]);
  });

  it('gets the log, and counts for nothing', () => {
    const network = withLearner();
    network.send(hup(1));
    network.cut(1, 2);
    network.send(proposal(1, 'somedata'));
    assert.equal(network.member(1).log.committed, 2);
    network.recover();
    network.send(from(1, 'Beat', 1));
    const learner = network.member(2);
    assert.equal(learner.log.committed, 2);
    assert.equal(network.member(1).tracker.progressOf(2)?.match, 2);
  });

  it('can be promoted, and then leads', () => {
    const network = withLearner();
    network.send(hup(1));
    network.send(from(1, 'Beat', 1));
    for (const raft of network.members) apply(raft, 'add-node', 2);
    assert.equal(network.member(2).isPromotable, true);
    for (const raft of network.members) persistAndApply(raft);
    network.send(hup(2));
    assert.deepEqual(
      network.members.map(({ role }) => role),
      ['follower', 'leader'],
    );
  });

  it('has no say in what is committed', () => {
    const raft = aMember(1, { voters: [1, 2], learners: [3, 4, 5] });
    elect(raft);
    readMessages(raft);
    for (const id of [3, 4, 5]) step(raft, from(id, 'AppResp', 1, { term: 1, index: 1 }));
    assert.equal(raft.log.committed, 0);
    step(raft, from(2, 'AppResp', 1, { term: 1, index: 1 }));
    assert.equal(raft.log.committed, 1);
  });
});
