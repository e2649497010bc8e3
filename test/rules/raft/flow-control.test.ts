/**
 * How much a leader sends ahead: one probe, a window of appends, or nothing; by count and by bytes; and how a
 * window whose messages were all lost is opened again. And how much it takes from those who propose.
 */
import assert from 'node:assert/strict';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { becomeCandidate, becomeFollower, becomeLeader } from 'raft-ts/rules/core/roles.js';
import { sendAppend } from 'raft-ts/rules/core/replicate.js';
import { step } from 'raft-ts/rules/core/step.js';
import type { Progress } from 'raft-ts/rules/tracker/progress.js';
import { makeEntry, makeMessage, type Message, NO_LIMIT } from 'raft-ts/rules/types.js';
import { RawNode } from 'raft-ts/rules/raw-node.js';
import {
  aMember,
  beat,
  elect,
  from,
  type MemberOptions,
  persistAndApply,
  proposal,
  readMessages,
  seededRandom,
  storageWith,
} from '../../kit/raft-network.js';

function aLeaderOfTwo(options: MemberOptions = {}): { raft: Raft; other: Progress } {
  const raft = aMember(1, { voters: [1, 2], ...options });
  becomeCandidate(raft);
  becomeLeader(raft);
  const other = raft.tracker.progressOf(2);
  assert.ok(other !== undefined);
  raft.msgs = [];
  return { raft, other };
}

const proposeBytes = (raft: Raft, bytes: number) =>
  step(
    raft,
    makeMessage({ type: 'Prop', to: 1, from: 1, entries: [makeEntry({ data: new Uint8Array(bytes) })] }),
  );
const acknowledged = (raft: Raft, index: number): void => {
  step(raft, from(2, 'AppResp', 1, { term: raft.term, index }));
};
const sizesOf = (messages: readonly Message[]): readonly number[] =>
  messages.map(({ entries }) => entries.length);

describe('a member that is probed', () => {
  it('gets one append, however much is proposed, until it answers', () => {
    const { raft } = aLeaderOfTwo();
    for (let count = 0; count < 3; count += 1) step(raft, proposal(1, 'somedata'));
    assert.equal(readMessages(raft).length, 1);
  });

  it('gets the next by answering a heartbeat', () => {
    const { raft, other } = aLeaderOfTwo();
    other.msgAppFlowPaused = true;
    step(raft, beat(1));
    assert.equal(other.isPaused, true);
    step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
    // It was freed and has got an append at once, which it has to answer.
    assert.equal(other.isPaused, true);
    assert.deepEqual(
      readMessages(raft).map(({ type }) => type),
      ['Heartbeat', 'App'],
    );
  });

  it('is sent its window once it answers', () => {
    const { raft, other } = aLeaderOfTwo();
    other.becomeProbe();
    for (let round = 0; round < 3; round += 1) {
      if (round === 0) {
        // The first probe goes out; what follows waits.
        proposeBytes(raft, 10);
        sendAppend(raft, other);
        assert.deepEqual(sizesOf(readMessages(raft)), [2]);
        assert.equal(other.isPaused, true);
      }
      for (let count = 0; count < 10; count += 1) proposeBytes(raft, 10);
      assert.deepEqual(readMessages(raft), []);
      step(raft, beat(1));
      step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
      assert.deepEqual(
        readMessages(raft).map(({ type }) => type),
        ['Heartbeat', 'App'],
      );
    }
  });
});

describe('a member that is replicated to', () => {
  it('gets every entry at once, and the leader expects each to arrive', () => {
    const { raft, other } = aLeaderOfTwo();
    other.becomeReplicate();
    for (let count = 0; count < 10; count += 1) {
      proposeBytes(raft, 10);
      assert.deepEqual(sizesOf(readMessages(raft)).length, 1);
      assert.equal(other.next, raft.log.lastIndex() + 1);
    }
  });

  it('is probed again when it can not be reached', () => {
    const { raft, other } = aLeaderOfTwo({ logTerms: [1, 1, 1, 1, 1] });
    other.match = 3;
    other.becomeReplicate();
    other.next = 6;
    step(raft, from(2, 'Unreachable', 1));
    assert.equal(other.state, 'probe');
    assert.equal(other.next, other.match + 1);
  });
});

describe('a member that gets a snapshot', () => {
  it('gets nothing else meanwhile', () => {
    const { raft, other } = aLeaderOfTwo();
    other.becomeSnapshot(10);
    proposeBytes(raft, 10);
    sendAppend(raft, other);
    assert.deepEqual(readMessages(raft), []);
  });
});

describe('a full window', () => {
  const full = (): { raft: Raft; other: Progress } => {
    const parts = aLeaderOfTwo({ maxInflightMsgs: 16 });
    parts.other.becomeReplicate();
    for (let count = 0; count < 16; count += 1) {
      proposeBytes(parts.raft, 4);
      assert.equal(readMessages(parts.raft).length, 1);
    }
    assert.equal(parts.other.inflights.isFull, true);
    return parts;
  };

  it('keeps everything else back', () => {
    const { raft } = full();
    for (let count = 0; count < 10; count += 1) {
      proposeBytes(raft, 4);
      assert.deepEqual(readMessages(raft), []);
    }
  });

  it('moves on by what is acknowledged, and by nothing older', () => {
    const { raft, other } = full();
    // 1 is the empty first entry, the first of the window is 2.
    for (let index = 2; index < 17; index += 1) {
      acknowledged(raft, index);
      readMessages(raft);
      proposeBytes(raft, 4);
      assert.equal(readMessages(raft).length, 1, `after ${index}`);
      assert.equal(other.inflights.isFull, true);
      for (let stale = 0; stale < index; stale += 1) {
        acknowledged(raft, stale);
        assert.equal(other.inflights.isFull, true, `after an old ${stale}`);
      }
      readMessages(raft);
    }
  });

  it('is tried out by one append without entries for each answered heartbeat', () => {
    const { raft, other } = full();
    for (let round = 1; round <= 5; round += 1) {
      for (let answer = 0; answer < round; answer += 1) {
        step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
        assert.deepEqual(sizesOf(readMessages(raft)), [0]);
        assert.equal(other.inflights.isFull, true);
      }
      for (let count = 0; count < 10; count += 1) {
        proposeBytes(raft, 4);
        assert.deepEqual(readMessages(raft), []);
      }
    }
  });

  it('of which all was lost is sent again after the refusal of such an append', () => {
    const { raft, other } = full();
    acknowledged(raft, 1);
    readMessages(raft);
    step(raft, from(2, 'HeartbeatResp', 1, { term: raft.term }));
    const [empty] = readMessages(raft);
    assert.ok(empty !== undefined);
    step(
      raft,
      from(2, 'AppResp', 1, { term: raft.term, index: empty.index, reject: true, rejectHint: 1, logTerm: 1 }),
    );
    const again = readMessages(raft).filter(({ type }) => type === 'App');
    assert.equal(other.state, 'probe');
    assert.deepEqual(
      again.map(({ index, entries }) => [index, entries.length]),
      [[1, 16]],
    );
  });
});

describe('a window by messages and bytes', () => {
  it('is filled with batches of the largest size allowed, and refilled as far as there is room', () => {
    const { raft, other } = aLeaderOfTwo({ maxInflightMsgs: 3, maxSizePerMsg: 2048, maxInflightBytes: 9000 });
    other.becomeProbe();
    for (let count = 0; count < 9; count += 1) proposeBytes(raft, 1000);
    for (let count = 0; count < 5; count += 1) proposeBytes(raft, 5000);
    for (let count = 0; count < 6; count += 1) proposeBytes(raft, 1000);
    let last = 0;
    const sent = (): readonly number[] => {
      const messages = readMessages(raft);
      last = messages.at(-1)?.entries.at(-1)?.index ?? last;
      return sizesOf(messages);
    };
    // The probe: the empty first entry of the term, and one more.
    assert.deepEqual(sent(), [2]);
    acknowledged(raft, last);
    assert.deepEqual(sent(), [2, 2, 2]);
    acknowledged(raft, last);
    assert.deepEqual(sent(), [2, 1, 1]);
    // Two of the large ones are more than the window has bytes.
    acknowledged(raft, last);
    assert.deepEqual(sent(), [1, 1]);
    acknowledged(raft, last);
    assert.deepEqual(sent(), [1, 2, 2]);
    acknowledged(raft, last);
    assert.deepEqual(sent(), [2]);
    assert.equal(last, raft.log.lastIndex());
  });
});

describe('what a leader has not committed yet', () => {
  const BYTES = 'testdata'.length;
  const anEntry = () => makeEntry({ data: Buffer.from('testdata') });
  const propose = (raft: Raft, count: number) =>
    step(
      raft,
      makeMessage({ type: 'Prop', to: 1, from: 1, entries: Array.from({ length: count }, () => anEntry()) }),
    );
  const aLeader = (): Raft => {
    const raft = aMember(1, { maxUncommittedEntriesSize: 16 * BYTES });
    elect(raft);
    readMessages(raft);
    for (const id of [2, 3]) raft.tracker.progressOf(id)?.becomeReplicate();
    assert.equal(raft.uncommittedSize, 0);
    return raft;
  };

  it('is taken up to the limit and not beyond', () => {
    const raft = aLeader();
    for (let count = 0; count < 16; count += 1) assert.equal(propose(raft, 1), undefined);
    assert.equal(propose(raft, 1), 'proposal-dropped');
    assert.equal(raft.uncommittedSize, 16 * BYTES);
  });

  it('makes room as it is applied', () => {
    const raft = aLeader();
    propose(raft, 16);
    readMessages(raft);
    const entries = Array.from({ length: 16 }, anEntry);
    const applied = (): void => {
      raft.log.commitTo(raft.log.lastIndex());
      persistAndApply(raft);
      step(
        raft,
        makeMessage({
          type: 'StorageApplyResp',
          to: 1,
          from: Number.MAX_SAFE_INTEGER - 1,
          entries: entries.map(({ data }, place) => makeEntry({ term: 1, index: place + 2, data })),
        }),
      );
    };
    assert.equal(propose(raft, 1), 'proposal-dropped');
    applied();
    assert.equal(raft.uncommittedSize, 0);
    assert.equal(propose(raft, 1), undefined);
  });

  it('may be one batch larger than the limit, or that one could never be committed', () => {
    const raft = aLeader();
    assert.equal(propose(raft, 32), undefined);
    assert.equal(propose(raft, 1), 'proposal-dropped');
  });

  it('takes an entry without payload always: a new leader begins with one', () => {
    const raft = aLeader();
    propose(raft, 32);
    const empty = makeMessage({ type: 'Prop', to: 1, from: 1, entries: [makeEntry({})] });
    assert.equal(step(raft, empty), undefined);
  });

  it('does not grow without bounds while the others are gone, and recovers when they are back', () => {
    const data = Buffer.from('testdata');
    const storage = storageWith({ voters: [1, 2] });
    const node = new RawNode({
      id: 1,
      electionTick: 10,
      heartbeatTick: 1,
      storage,
      maxUncommittedEntriesSize: 16 * data.length,
      maxSizePerMsg: NO_LIMIT,
      random: seededRandom(1),
    });
    const work = (): void => {
      for (let round = 0; node.hasReady(); round += 1) {
        assert.ok(round < 100, 'it does not come to rest');
        const { hardState, entries } = node.ready();
        if (hardState !== undefined) storage.setHardState(hardState);
        storage.append(entries);
        node.advance();
      }
    };
    node.campaign();
    work();
    node.step(from(2, 'VoteResp', 1, { term: 1 }));
    work();
    node.step(from(2, 'AppResp', 1, { term: 1, index: 1 }));
    work();
    const { length } = Array.from({ length: 1024 }, () => node.propose(data)).filter(
      (refusal) => refusal === undefined,
    );
    assert.equal(length, 16);
    work();
    assert.equal(node.raft.uncommittedSize, 16 * data.length);
    node.step(from(2, 'AppResp', 1, { term: 1, index: 17 }));
    work();
    assert.equal(node.raft.uncommittedSize, 0);
    assert.equal(node.propose(data), undefined);
  });

  it('of a new leader begins with nothing, though its log has entries of others', () => {
    const raft = aMember(1, { logTerms: [1, 1, 1], maxUncommittedEntriesSize: BYTES });
    becomeFollower(raft, 1, 2);
    elect(raft);
    assert.equal(raft.uncommittedSize, 0);
  });
});
