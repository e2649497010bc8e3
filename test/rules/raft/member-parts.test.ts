/**
 * Parts of a member that are values and bookkeeping: who the members are, how old a state may be, which proposal
 * and which read gets which answer.
 */
import assert from 'node:assert/strict';
import { Freshness } from 'raft-ts/freshness.js';
import { inAppends } from 'raft-ts/member-disk.js';
import {
  changedMembership,
  decodeSnapshotMembers,
  encodePeer,
  encodeSnapshotMembers,
  type Membership,
  membersOf,
  wasRemoved,
} from 'raft-ts/membership.js';
import type { Outcome } from 'raft-ts/node-effects.js';
import { ProposalQueue } from 'raft-ts/proposal-queue.js';
import { ReadQueue } from 'raft-ts/read-queue.js';
import type { LogRecord } from 'raft-ts/record.js';
import { type ConfChangeType, makeEntry, makeMessage, NO_CONF_STATE } from 'raft-ts/rules/types.js';

const MEMBERSHIP: Membership = {
  clusterId: 'c',
  recoveryEpoch: 7,
  highestId: 2,
  peers: [
    { id: 1, name: 'a', address: 'a:1' },
    { id: 2, name: 'b', address: 'b:1' },
  ],
};

const changeOf = (type: ConfChangeType, nodeId: number, peer?: { name: string; address: string }) =>
  ({ version: 1, type, nodeId, context: peer === undefined ? undefined : encodePeer(peer) }) as const;

describe('who the members are', () => {
  const confState = { ...NO_CONF_STATE, voters: [1, 2], learners: [3] };

  it('changes with each change of the configuration, and an id is never free again', () => {
    const added = changedMembership(
      MEMBERSHIP,
      changeOf('add-learner-node', 3, { name: 'c', address: 'c:1' }),
      confState,
    );
    assert.deepEqual(
      membersOf(added, confState).map(({ name, role }) => `${name} ${role}`),
      ['a voter', 'b voter', 'c learner'],
    );
    const moved = changedMembership(
      added,
      changeOf('update-node', 3, { name: 'c', address: 'c:2' }),
      confState,
    );
    assert.equal(moved.peers[2]?.address, 'c:2');
    const removed = changedMembership(moved, changeOf('remove-node', 3), {
      ...NO_CONF_STATE,
      voters: [1, 2],
    });
    assert.deepEqual(removed, { ...MEMBERSHIP, highestId: 3 });
    assert.deepEqual(
      [1, 2, 3, 4].map((id) => wasRemoved(removed, id)),
      [false, false, true, false],
    );
  });

  it('keeps one that still votes in the half that is being left, until it is', () => {
    const joint = { ...NO_CONF_STATE, voters: [1], votersOutgoing: [1, 2], autoLeave: true };
    const entering = changedMembership(MEMBERSHIP, changeOf('remove-node', 2), joint);
    assert.equal(entering.peers.length, 2);
    const leaving = { version: 2, transition: 'auto', changes: [], context: undefined } as const;
    assert.equal(changedMembership(entering, leaving, { ...NO_CONF_STATE, voters: [1] }).peers.length, 1);
  });

  it('comes out of a snapshot as it went in, and of nothing else', () => {
    assert.deepEqual(decodeSnapshotMembers(encodeSnapshotMembers({ confState, membership: MEMBERSHIP })), {
      confState,
      membership: MEMBERSHIP,
    });
    for (const text of ['', '{}', '{"format":2}', '{"format":1}', 'null']) {
      assert.throws(
        () => decodeSnapshotMembers(Buffer.from(text)),
        /the list of members in a snapshot/,
        text,
      );
    }
  });
});

describe('how old a state may be', () => {
  const app = (commit: number) => makeMessage({ type: 'App', to: 2, from: 1, commit });
  const heartbeat = (commit: number) => makeMessage({ type: 'Heartbeat', to: 2, from: 1, commit });

  it('is counted from when the leader said what is applied by now', () => {
    const freshness = new Freshness(10_000);
    assert.equal(freshness.staleMs(1000), Number.POSITIVE_INFINITY);
    freshness.heard(app(5), 1000);
    freshness.applied(4);
    assert.equal(freshness.staleMs(1500), Number.POSITIVE_INFINITY);
    freshness.applied(5);
    assert.equal(freshness.staleMs(1500), 500);
    freshness.heard(heartbeat(5), 1400);
    freshness.applied(5);
    assert.equal(freshness.staleMs(1500), 100);
  });

  it('is not made younger by heartbeats to a member that lags behind', () => {
    const freshness = new Freshness(10_000);
    freshness.heard(app(5), 1000);
    freshness.applied(5);
    freshness.heard(app(9), 1100);
    freshness.heard(heartbeat(5), 2000);
    freshness.applied(5);
    assert.equal(freshness.staleMs(2000), 1000);
    freshness.applied(9);
    assert.equal(freshness.staleMs(2000), 900);
  });
});

describe('how old a state may be after the process stood still', () => {
  const heartbeat = makeMessage({ type: 'Heartbeat', to: 2, from: 1, commit: 5 });

  it('is not told by what had been said meanwhile, but by what is said a while later', () => {
    const freshness = new Freshness(1000);
    freshness.heard(heartbeat, 0);
    freshness.applied(5);
    for (const nowMs of [60_000, 60_001, 60_100, 60_900]) {
      freshness.heard(heartbeat, nowMs);
      freshness.awake(nowMs);
      freshness.applied(5);
      assert.equal(freshness.staleMs(nowMs), nowMs);
    }
    freshness.heard(heartbeat, 61_000);
    freshness.applied(5);
    assert.equal(freshness.staleMs(61_010), 10);
  });
});

describe('proposals', () => {
  const outcomes: string[] = [];
  const settle =
    (name: string) =>
    (outcome: Outcome): void => {
      outcomes.push(`${name} ${outcome.kind}`);
    };
  beforeEach(() => {
    outcomes.length = 0;
  });

  it('hear of their own place, and of one that somebody else took that nobody knows', () => {
    const queue = new ProposalQueue();
    for (const name of ['a', 'b', 'c']) queue.add('normal', Buffer.from(name), settle(name));
    queue.place(2, { index: 10, term: 3 });
    queue.applied(makeEntry({ index: 9, term: 3 }));
    queue.applied(makeEntry({ index: 10, term: 3 }));
    queue.applied(makeEntry({ index: 11, term: 4 }));
    queue.settleWaiting({ kind: 'not-leader', leaderId: 2 });
    assert.deepEqual(outcomes, ['a applied', 'b unknown', 'c not-leader']);
  });

  it('are open when leadership is lost, unless they are committed', () => {
    const queue = new ProposalQueue();
    for (const name of ['a', 'b']) queue.add('normal', Buffer.from(name), settle(name));
    queue.place(2, { index: 1, term: 1 });
    queue.settleUncommitted(1, 'lost');
    assert.deepEqual(outcomes, ['b unknown']);
    queue.applied(makeEntry({ index: 1, term: 1 }));
    assert.deepEqual(outcomes, ['b unknown', 'a applied']);
  });

  it('for a change of the members are refused where the place was left empty', () => {
    const queue = new ProposalQueue();
    queue.add('conf-change', Buffer.alloc(4), settle('change'));
    queue.place(1, { index: 1, term: 1 });
    queue.applied(makeEntry({ index: 1, term: 1, hasType: true }));
    assert.deepEqual(outcomes, ['change refused']);
  });

  it('are only so many as find room', () => {
    const queue = new ProposalQueue();
    for (let count = 0; count < 5; count++) queue.add('normal', Buffer.alloc(72), settle(`${count}`));
    assert.equal(
      queue.countWithin((lengthBytes) => lengthBytes <= 250),
      2,
    );
    assert.equal(
      queue.countWithin(() => true),
      5,
    );
    assert.equal(
      queue.countWithin(() => false),
      0,
    );
  });
});

describe('reads', () => {
  it('are answered once all up to the index of the answer is applied, older questions with them', () => {
    const [reads, answers] = [new ReadQueue(1), [] as string[]];
    const ask = (name: string): Uint8Array => {
      reads.add(({ kind }) => answers.push(`${name} ${kind}`));
      return reads.ask(0);
    };
    ask('first');
    const second = ask('second');
    ask('third');
    reads.answer({ index: 5, context: second });
    reads.applied(4);
    assert.deepEqual(answers, []);
    reads.applied(5);
    assert.deepEqual(answers, ['first applied', 'second applied']);
    reads.expire(1, { kind: 'not-leader', leaderId: 0 });
    assert.deepEqual(answers.at(-1), 'third not-leader');
  });

  it('are not answered by what an earlier life of the member asked', () => {
    const [before, after, answers] = [new ReadQueue(1), new ReadQueue(2), [] as string[]];
    before.add(() => undefined);
    const old = before.ask(0);
    after.add(({ kind }) => answers.push(kind));
    after.ask(0);
    after.answer({ index: 1, context: old });
    after.applied(1);
    assert.deepEqual(answers, []);
  });
});

describe('records on their way to the log', () => {
  const entry = (index: number, lengthBytes: number): LogRecord => ({
    kind: 'entry',
    term: 1,
    index,
    tag: 0,
    payload: Buffer.alloc(lengthBytes),
  });

  it('go in appends of a bearable size, and a cut stays with what replaces the entries', () => {
    const records: LogRecord[] = [
      { kind: 'hard-state', term: 1, vote: 1, commit: 0 },
      { kind: 'cut', fromIndex: 1 },
      entry(1, 500),
      entry(2, 300),
      { kind: 'cut', fromIndex: 2 },
      entry(2, 300),
    ];
    const kinds = inAppends(records, 600).map((append) => append.map(({ kind }) => kind).join(' '));
    assert.deepEqual(kinds, ['hard-state cut entry', 'entry cut entry']);
    assert.deepEqual(inAppends(records, 10_000), [records]);
  });
});
