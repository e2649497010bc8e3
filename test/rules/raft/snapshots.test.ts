/**
 * Snapshots: when a leader sends one and what it does meanwhile; what a follower takes, and what it refuses.
 */
import assert from 'node:assert/strict';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { becomeCandidate, becomeLeader } from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { tick } from 'raft-ts/rules/core/tick.js';
import { MemoryStorage } from 'raft-ts/rules/log/memory-storage.js';
import { confStateOf } from 'raft-ts/rules/tracker/membership.js';
import type { Progress } from 'raft-ts/rules/tracker/progress.js';
import { type ConfState, makeEntry, NO_CONF_STATE, type Snapshot } from 'raft-ts/rules/types.js';
import {
  aMember,
  beat,
  from,
  hup,
  type MemberOptions,
  persistAndApply,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const aSnapshot = (
  index: number,
  term: number,
  confState: Partial<ConfState> = { voters: [1, 2] },
): Snapshot => ({
  data: undefined,
  metadata: { index, term, confState: { ...NO_CONF_STATE, ...confState } },
});

/** As its driver does once the received snapshot is durable and restored. */
function install(raft: Raft): void {
  const received = raft.log.unstable.snapshot;
  assert.ok(received !== undefined && raft.log.storage instanceof MemoryStorage);
  raft.log.storage.applySnapshot(received);
  raft.log.unstable.stableSnapshotTo(received.metadata.index);
  raft.log.appliedTo(received.metadata.index, 0);
}

/** A member that has restored a snapshot of index and term 11, as if from another leader. */
function restored(id: number, confState?: Partial<ConfState>, options: MemberOptions = {}): Raft {
  const raft = aMember(id, { voters: [1, 2], ...options });
  step(raft, from(9, 'Snap', id, { term: 11, snapshot: aSnapshot(11, 11, confState) }));
  install(raft);
  readMessages(raft);
  return raft;
}

function leaderAfterSnapshot(options: MemberOptions = {}): { raft: Raft; other: Progress } {
  const raft = restored(1, { voters: [1, 2] }, options);
  becomeCandidate(raft);
  becomeLeader(raft);
  const other = raft.tracker.progressOf(2);
  assert.ok(other !== undefined);
  raft.msgs = [];
  return { raft, other };
}

const refusalOf = (raft: Raft, index: number) =>
  from(2, 'AppResp', 1, { term: raft.term, index, reject: true, rejectHint: 0 });

describe('a leader whose follower needs entries that are compacted', () => {
  it('sends a snapshot, if it has heard of that follower lately', () => {
    const { raft, other } = leaderAfterSnapshot();
    other.next = raft.log.firstIndex();
    other.recentActive = true;
    step(raft, refusalOf(raft, other.next - 1));
    const sent = readMessages(raft);
    assert.deepEqual(
      sent.map(({ type, to, snapshot }) => [type, to, snapshot?.metadata.index]),
      [['Snap', 2, 11]],
    );
    assert.deepEqual([other.state, other.pendingSnapshot], ['snapshot', 11]);
  });

  it('waits until the follower is heard', () => {
    const { raft, other } = leaderAfterSnapshot();
    other.next = 1;
    other.recentActive = false;
    step(raft, proposal(1, 'somedata'));
    assert.deepEqual(readMessages(raft), []);
    step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
    assert.deepEqual(
      readMessages(raft).map(({ type }) => type),
      ['Snap'],
    );
  });

  it('waits until its storage has a snapshot ready', () => {
    const { raft, other } = leaderAfterSnapshot();
    const { storage } = raft.log;
    assert.ok(storage instanceof MemoryStorage);
    const ready = storage.snapshot();
    storage.snapshot = () => 'snapshot-not-ready' as never;
    other.next = 1;
    other.recentActive = true;
    step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
    assert.deepEqual(readMessages(raft), []);
    assert.equal(other.state, 'probe');
    storage.snapshot = () => ready;
    step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
    assert.equal(other.state, 'snapshot');
  });
});

describe('while a snapshot is under way', () => {
  const sending = (): { raft: Raft; other: Progress } => {
    const parts = leaderAfterSnapshot();
    parts.other.next = 1;
    parts.other.becomeSnapshot(11);
    return parts;
  };

  it('no append follows it', () => {
    const { raft } = sending();
    step(raft, proposal(1, 'somedata'));
    assert.deepEqual(readMessages(raft), []);
  });

  it('a failure lets the leader start anew, once the follower is heard', () => {
    const { raft, other } = sending();
    step(raft, from(2, 'SnapStatus', 1, { reject: true }));
    assert.deepEqual([other.state, other.pendingSnapshot, other.next], ['probe', 0, 1]);
    assert.equal(other.msgAppFlowPaused, true);
  });

  it('its success lets the leader go on after it, once the follower is heard', () => {
    const { raft, other } = sending();
    step(raft, from(2, 'SnapStatus', 1, { reject: false }));
    assert.deepEqual([other.state, other.pendingSnapshot, other.next], ['probe', 0, 12]);
    assert.equal(other.msgAppFlowPaused, true);
  });

  it('an acknowledgement at or beyond it ends the wait, and replication goes on', () => {
    const { raft, other } = sending();
    step(raft, from(2, 'AppResp', 1, { term: raft.term, index: 11 }));
    assert.equal(other.pendingSnapshot, 0);
    assert.equal(other.state, 'replicate');
    const [append] = readMessages(raft);
    assert.deepEqual([append?.type, append?.index, append?.entries.length], ['App', 11, 1]);
  });

  it('a report about somebody else, or a late one, changes nothing', () => {
    const { raft, other } = sending();
    step(raft, from(7, 'SnapStatus', 1, { reject: true }));
    assert.equal(other.state, 'snapshot');
    step(raft, from(2, 'AppResp', 1, { term: raft.term, index: 11 }));
    step(raft, from(2, 'SnapStatus', 1, { reject: true }));
    assert.equal(other.state, 'replicate');
  });
});

describe('a follower that gets a snapshot', () => {
  it('takes its place in the log, and its members', () => {
    const raft = aMember(1, { voters: [1, 2] });
    const snapshot = aSnapshot(11, 11, { voters: [1, 2, 3] });
    step(raft, from(2, 'Snap', 1, { term: 11, snapshot }));
    assert.equal(raft.log.lastIndex(), 11);
    assert.equal(raft.log.term(11), 11);
    assert.equal(raft.log.committed, 11);
    assert.deepEqual(raft.tracker.voters, [1, 2, 3]);
    assert.equal(raft.lead, 2);
    assert.deepEqual(
      readMessages(raft).map(({ type, index }) => [type, index]),
      [['AppResp', 11]],
    );
  });

  it('refuses one whose members it does not belong to', () => {
    const raft = aMember(1, { voters: [1, 2] });
    step(
      raft,
      from(2, 'Snap', 1, { term: 11, snapshot: aSnapshot(11, 11, { voters: [2, 3], learners: [4] }) }),
    );
    assert.equal(raft.log.lastIndex(), 0);
    assert.equal(raft.log.committed, 0);
    assert.deepEqual(raft.tracker.voters, [1, 2]);
    assert.equal(raft.log.hasSnapshotToRestore, false);
    assert.deepEqual(
      readMessages(raft).map(({ type, index }) => [type, index]),
      [['AppResp', 0]],
    );
  });

  for (const [title, confState] of [
    ['a learner', { voters: [2, 3], learners: [1] }],
    ['a voter that is leaving', { voters: [2, 3], votersOutgoing: [1, 2] }],
    ['a voter that becomes a learner', { voters: [2, 3], votersOutgoing: [1, 2], learnersNext: [1] }],
  ] as const) {
    it(`takes one in which it is ${title}, with the same members`, () => {
      const raft = aMember(1, { voters: [1, 2] });
      step(raft, from(2, 'Snap', 1, { term: 11, snapshot: aSnapshot(11, 11, confState) }));
      assert.equal(raft.log.lastIndex(), 11);
      assert.deepEqual(confStateOf(raft.tracker.membership), { ...NO_CONF_STATE, ...confState });
      assert.equal(raft.tracker.progressOf(1)?.isLearner, title === 'a learner');
    });
  }

  it('does not go back to an older one', () => {
    const raft = restored(1);
    step(raft, from(2, 'Snap', 1, { term: 11, snapshot: aSnapshot(11, 11, { voters: [1] }) }));
    assert.equal(raft.log.lastIndex(), 11);
    assert.deepEqual(raft.tracker.voters, [1, 2]);
    assert.equal(raft.log.hasSnapshotToRestore, false);
  });

  it('only moves its commit index when it has the entries already', () => {
    const raft = aMember(1, { voters: [1, 2], logTerms: [1, 1, 1] });
    raft.log.commitTo(1);
    step(raft, from(2, 'Snap', 1, { term: 1, snapshot: aSnapshot(2, 1) }));
    assert.equal(raft.log.committed, 2);
    assert.equal(raft.log.lastIndex(), 3);
    assert.equal(raft.log.hasSnapshotToRestore, false);
    assert.deepEqual(
      readMessages(raft).map(({ index }) => index),
      [2],
    );
  });

  it('does not campaign before it has restored it', () => {
    const raft = aMember(1, { voters: [1, 2] });
    step(raft, from(2, 'Snap', 1, { term: 1, snapshot: aSnapshot(11, 1) }));
    readMessages(raft);
    for (let ticks = 0; ticks < 40; ticks += 1) tick(raft);
    assert.equal(raft.role, 'follower');
    install(raft);
    for (let ticks = 0; ticks < 40; ticks += 1) tick(raft);
    assert.equal(raft.role, 'candidate');
  });

  it('hands out no entry to apply before it', () => {
    const raft = aMember(1, { voters: [1, 2] });
    step(raft, from(2, 'Snap', 1, { term: 1, snapshot: aSnapshot(11, 1) }));
    const entries = [makeEntry({ term: 1, index: 12 })];
    step(raft, from(2, 'App', 1, { term: 1, index: 11, logTerm: 1, entries, commit: 12 }));
    assert.equal(raft.log.committed, 12);
    assert.equal(raft.log.hasNextCommitted(true), false);
    install(raft);
    assert.equal(raft.log.hasNextCommitted(true), true);
  });
});

describe('a slow member', () => {
  it('is brought up by a snapshot and the entries after it', () => {
    const network = new RaftNetwork([undefined, undefined, undefined]);
    network.send(hup(1));
    network.isolate(3);
    for (let count = 0; count <= 100; count += 1) network.send(proposal(1, ''));
    const leader = network.member(1);
    const { storage } = leader.log;
    assert.ok(storage instanceof MemoryStorage);
    persistAndApply(leader);
    storage.createSnapshot(leader.log.applied, confStateOf(leader.tracker.membership), undefined);
    storage.compact(leader.log.applied);
    network.recover();
    // The leader learns that the member is there again.
    for (let round = 0; round < 10 && leader.tracker.progressOf(3)?.recentActive !== true; round += 1)
      network.send(beat(1));
    network.send(proposal(1, ''));
    const slow = network.member(3);
    assert.equal(slow.log.hasSnapshotToRestore, true);
    install(slow);
    network.send(proposal(1, ''));
    assert.equal(slow.log.committed, leader.log.committed);
  });
});
