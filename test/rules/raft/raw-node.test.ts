/**
 * The node as its driver sees it: what it takes, what a Ready says, how it starts and starts again, and changes of
 * the members from proposal to application.
 */
import assert from 'node:assert/strict';
import { sameConfState } from 'raft-ts/rules/tracker/membership.js';
import {
  type ConfChange,
  type ConfChangeSingle,
  type ConfChangeTransition,
  type ConfState,
  type Entry,
  LOCAL_APPEND_THREAD,
  makeEntry,
  makeMessage,
  MESSAGE_TYPES,
  NO_CONF_STATE,
  NO_LIMIT,
  type Snapshot,
} from 'raft-ts/rules/types.js';
import { from, storageWith } from '../../kit/raft-network.js';
import { RaftDriver } from '../../kit/raft-driver.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const version2 = (
  changes: readonly ConfChangeSingle[],
  transition: ConfChangeTransition = 'auto',
): ConfChange => ({ version: 2, transition, changes, context: undefined });
const version1 = ({ type, nodeId }: ConfChangeSingle): ConfChange => ({
  version: 1,
  type,
  nodeId,
  context: undefined,
});
const ADD_2: ConfChangeSingle = { type: 'add-node', nodeId: 2 };
const LEARN_2: ConfChangeSingle = { type: 'add-learner-node', nodeId: 2 };
const LEAVE = version2([]);

describe('a message from a peer', () => {
  const LOCAL: ReadonlySet<string> = new Set([
    'Hup',
    'Beat',
    'Unreachable',
    'SnapStatus',
    'CheckQuorum',
    'StorageAppend',
    'StorageAppendResp',
    'StorageApply',
    'StorageApplyResp',
  ]);
  const ANSWERS: ReadonlySet<string> = new Set([
    'AppResp',
    'VoteResp',
    'HeartbeatResp',
    'ReadIndexResp',
    'PreVoteResp',
  ]);
  for (const type of MESSAGE_TYPES) {
    const expected = LOCAL.has(type) ? 'local-message' : ANSWERS.has(type) ? 'unknown-peer' : undefined;
    it(`that is a ${type} of nobody known is ${expected === undefined ? 'let in' : `refused as ${expected}`}`, () => {
      const { node } = new RaftDriver(1);
      node.raft.lead = 9;
      const entries = [makeEntry({ data: bytes('x') })];
      const snapshot: Snapshot = {
        data: undefined,
        metadata: { index: 0, term: 0, confState: NO_CONF_STATE },
      };
      const term = type === 'Vote' || type === 'PreVote' ? 1 : 0;
      assert.equal(node.step(from(7, type, 1, { entries, snapshot, term })), expected);
    });
  }
});

describe('changes of the members, from proposal to application', () => {
  const state = (fields: Partial<ConfState>): ConfState => ({ ...NO_CONF_STATE, ...fields });
  const ROWS: readonly (readonly [title: string, change: ConfChange, after: ConfState, left?: ConfState])[] =
    [
      ['one voter, version 1', version1(ADD_2), state({ voters: [1, 2] })],
      ['one voter', version2([ADD_2]), state({ voters: [1, 2] })],
      ['one learner, version 1', version1(LEARN_2), state({ voters: [1], learners: [2] })],
      ['one learner', version2([LEARN_2]), state({ voters: [1], learners: [2] })],
      [
        'one voter, explicitly joint',
        version2([ADD_2], 'joint-explicit'),
        state({ voters: [1, 2], votersOutgoing: [1] }),
        state({ voters: [1, 2] }),
      ],
      [
        'one voter, joint till all have it',
        version2([ADD_2], 'joint-implicit'),
        state({ voters: [1, 2], votersOutgoing: [1], autoLeave: true }),
        state({ voters: [1, 2] }),
      ],
      [
        'a demotion and two new ones',
        version2([ADD_2, { type: 'add-learner-node', nodeId: 1 }, { type: 'add-learner-node', nodeId: 3 }]),
        state({ voters: [2], votersOutgoing: [1], learners: [3], learnersNext: [1], autoLeave: true }),
        state({ voters: [2], learners: [1, 3] }),
      ],
      [
        'a demotion and two new ones, explicitly joint',
        version2(
          [ADD_2, { type: 'add-learner-node', nodeId: 1 }, { type: 'add-learner-node', nodeId: 3 }],
          'joint-explicit',
        ),
        state({ voters: [2], votersOutgoing: [1], learners: [3], learnersNext: [1] }),
        state({ voters: [2], learners: [1, 3] }),
      ],
    ];
  for (const [title, change, after, left] of ROWS) {
    it(`bring about ${title}`, () => {
      const driver = new RaftDriver(1);
      driver.elect();
      assert.equal(driver.node.propose(bytes('before')), undefined);
      assert.equal(driver.node.proposeConfChange(change), undefined);
      // The new voter acknowledges whatever it gets.
      const work = (): void => {
        for (let round = 0; round < 10; round += 1) {
          driver.work();
          const index = driver.node.raft.log.lastIndex();
          driver.node.step(from(2, 'AppResp', 1, { term: driver.node.raft.term, index }));
        }
      };
      work();
      assert.deepEqual(driver.appliedTexts, ['before']);
      const [first] = driver.confStates;
      assert.ok(first !== undefined && sameConfState(first, after), JSON.stringify(first));
      if (left === undefined) {
        assert.equal(driver.confStates.length, 1);
        return;
      }
      if (!after.autoLeave) {
        assert.equal(driver.confStates.length, 1, 'it was left without being asked');
        assert.equal(driver.node.proposeConfChange(LEAVE), undefined);
        work();
      }
      assert.equal(driver.confStates.length, 2, 'it is left exactly once');
      const last = driver.confStates.at(-1);
      assert.ok(last !== undefined && sameConfState(last, left), JSON.stringify(last));
    });
  }

  it('that ask for the same twice do it once, and do not stand in the way of the next', () => {
    const driver = new RaftDriver(1);
    driver.elect();
    for (const nodeId of [1, 1, 2]) {
      driver.node.proposeConfChange(version1({ type: 'add-node', nodeId }));
      driver.work();
    }
    assert.deepEqual(
      driver.confStates.map(({ voters }) => voters),
      [[1], [1], [1, 2]],
    );
  });

  it('leave a joint configuration by themselves, also after leadership was lost meanwhile and won again', () => {
    const driver = new RaftDriver(1, { confState: { voters: [1] } });
    driver.elect();
    driver.node.proposeConfChange(version2([ADD_2], 'joint-implicit'));
    // Until it is applied, and the entry that leaves is proposed.
    while (driver.confStates.length === 0) driver.workOnce();
    const { raft } = driver.node;
    const proposed = raft.log.lastIndex();
    driver.node.step(from(2, 'Heartbeat', 1, { term: raft.term + 1 }));
    assert.equal(raft.role, 'follower');
    driver.work();
    assert.equal(driver.confStates.length, 1);
    driver.node.campaign();
    driver.work();
    driver.node.step(from(2, 'VoteResp', 1, { term: raft.term }));
    driver.work();
    assert.equal(raft.role, 'leader');
    for (let round = 0; round < 5; round += 1) {
      driver.node.step(from(2, 'AppResp', 1, { term: raft.term, index: raft.log.lastIndex() }));
      driver.work();
    }
    assert.ok(raft.log.committed > proposed);
    assert.deepEqual(raft.tracker.membership.outgoing, []);
    assert.equal(driver.confStates.length, 2);
  });

  it('propose to leave once, however much is applied meanwhile', () => {
    const driver = new RaftDriver(1);
    driver.elect();
    driver.node.proposeConfChange(version2([ADD_2, { type: 'add-node', nodeId: 3 }]));
    while (driver.confStates.length === 0) driver.workOnce();
    const { raft } = driver.node;
    const last = raft.log.lastIndex();
    // Without the others nothing commits, but old entries may still be reported as applied.
    const done = makeMessage({
      type: 'StorageApplyResp',
      to: 1,
      from: LOCAL_APPEND_THREAD - 1,
      entries: [makeEntry({ term: 1, index: raft.log.applied })],
    });
    for (let count = 0; count < 3; count += 1) driver.node.step(done);
    assert.equal(raft.log.lastIndex(), last);
  });
});

describe('a Ready', () => {
  it('of a new cluster hands out its members as the first entries, then what is proposed', () => {
    const driver = new RaftDriver(1, { confState: {} });
    driver.node.bootstrap([{ id: 1 }]);
    const [first, ...more] = driver.work();
    assert.ok(first !== undefined);
    assert.deepEqual(first.hardState, { term: 1, vote: 0, commit: 1 });
    assert.deepEqual(
      first.entries.map(({ type, term, index }) => [type, term, index]),
      [['conf-change', 1, 1]],
    );
    assert.equal(first.mustSync, true);
    assert.equal([first, ...more].flatMap(({ committedEntries }) => committedEntries).length, 1);
    driver.elect();
    driver.node.propose(bytes('foo'));
    const [append, commit] = driver.work();
    assert.deepEqual(
      append?.entries.map(({ term, index }) => [term, index]),
      [[2, 3]],
    );
    assert.equal(append?.mustSync, true);
    // The commit index alone need not be flushed.
    assert.deepEqual(
      [commit?.hardState?.commit, commit?.committedEntries.length, commit?.mustSync],
      [3, 1, false],
    );
    assert.deepEqual(driver.appliedTexts, ['foo']);
  });

  const LOG: readonly Entry[] = [
    makeEntry({ term: 1, index: 1 }),
    makeEntry({ term: 1, index: 2, data: bytes('foo') }),
  ];

  it('after a restart hands out again what was committed, and nothing else', () => {
    const storage = storageWith({ voters: [1, 2] }, LOG);
    storage.setHardState({ term: 1, vote: 0, commit: 1 });
    const driver = new RaftDriver(1, { storage });
    const ready = driver.workOnce();
    assert.deepEqual(ready.committedEntries, LOG.slice(0, 1));
    assert.deepEqual(
      [ready.hardState, ready.entries, ready.messages, ready.mustSync],
      [undefined, [], [], false],
    );
    assert.equal(driver.node.hasReady(), false);
  });

  it('after a restart leaves out what the driver says is applied', () => {
    const storage = storageWith({ voters: [1, 2] }, LOG);
    storage.setHardState({ term: 1, vote: 0, commit: 2 });
    const driver = new RaftDriver(1, { storage, applied: 1 });
    assert.deepEqual(driver.workOnce().committedEntries, LOG.slice(1));
  });

  it('after a restart from a snapshot begins after it', () => {
    const storage = storageWith({});
    storage.applySnapshot({
      data: undefined,
      metadata: { index: 2, term: 1, confState: { ...NO_CONF_STATE, voters: [1, 2] } },
    });
    const entry = makeEntry({ term: 1, index: 3, data: bytes('foo') });
    storage.append([entry]);
    storage.setHardState({ term: 1, vote: 0, commit: 3 });
    const driver = new RaftDriver(1, { storage });
    assert.deepEqual(driver.workOnce().committedEntries, [entry]);
    assert.equal(driver.node.hasReady(), false);
  });

  it('hands out committed entries in pages, and leaves none out', () => {
    const payload = bytes('x'.repeat(100));
    const entries = Array.from({ length: 10 }, (_, place) =>
      makeEntry({ term: 1, index: place + 1, data: payload }),
    );
    const storage = storageWith({ voters: [1, 2] }, entries);
    storage.setHardState({ term: 1, vote: 0, commit: 10 });
    // A storage that gives all it has, however little is asked for.
    const generous = storage.entries.bind(storage);
    storage.entries = (lo, hi) => generous(lo, hi, NO_LIMIT);
    const driver = new RaftDriver(1, { storage, maxSizePerMsg: 250 });
    driver.work();
    assert.deepEqual(
      driver.applied.map(({ index }) => index),
      entries.map(({ index }) => index),
    );
  });

  it('is not to be had twice before the first is done', () => {
    const { node } = new RaftDriver(1);
    node.campaign();
    node.ready();
    assert.throws(() => node.ready(), { name: 'RaftInvariantError' });
  });

  it('takes everything with it: what comes afterwards is in the next', () => {
    const driver = new RaftDriver(1);
    driver.elect();
    driver.node.propose(bytes('one'));
    const first = driver.node.ready();
    driver.node.propose(bytes('two'));
    assert.equal(first.entries.length, 1);
    driver.storage.append(first.entries);
    driver.node.advance();
    driver.work();
    assert.deepEqual(driver.appliedTexts, ['one', 'two']);
  });
});

describe('the status of a node', () => {
  it('has the progress of the others only while it leads', () => {
    const driver = new RaftDriver(1);
    assert.deepEqual(driver.node.status().progress, []);
    driver.elect();
    const [own, ...others] = driver.node.status().progress;
    assert.deepEqual([own?.id, own?.match, own?.next, others.length], [1, 1, 2, 0]);
  });

  it('is a copy', () => {
    const driver = new RaftDriver(1);
    driver.elect();
    const [before] = driver.node.status().progress;
    driver.node.propose(bytes('x'));
    driver.work();
    assert.equal(before?.match, 1);
  });
});
