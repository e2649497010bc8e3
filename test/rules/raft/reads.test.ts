/**
 * Reads without the log: what index a reader gets, from the leader or through a follower, safe or by lease; and
 * that nothing old, late or doubled ever confirms one.
 */
import assert from 'node:assert/strict';
import type { Raft } from 'raft-ts/rules/core/raft.js';
import { becomeCandidate, becomeFollower, becomeLeader } from 'raft-ts/rules/core/roles.js';
import { step } from 'raft-ts/rules/core/step.js';
import { makeEntry, makeMessage, type Message, NONE } from 'raft-ts/rules/types.js';
import {
  acknowledge,
  aMember,
  elect,
  electAndCommit,
  from,
  hup,
  type MemberOptions,
  proposal,
  RaftNetwork,
  readMessages,
} from '../../kit/raft-network.js';

const readBy = (id: number, context: string, sender = id): Message =>
  makeMessage({
    type: 'ReadIndex',
    to: id,
    from: sender,
    entries: [makeEntry({ data: Buffer.from(context) })],
  });

/** Takes the answered reads. */
function answersOf(raft: Raft): readonly (readonly [index: number, context: string])[] {
  const states = raft.readStates;
  raft.readStates = [];
  return states.map(({ index, context }) => [index, Buffer.from(context).toString()]);
}

const beatsOf = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({ type }) => type === 'Heartbeat');
const answered = (raft: Raft, id: number, context: Uint8Array | undefined): void => {
  step(raft, from(id, 'HeartbeatResp', raft.id, { term: raft.term, context }));
};

for (const readOnlyOption of ['safe', 'lease-based'] as const) {
  describe(`a read that is ${readOnlyOption}`, () => {
    it('sees all that was proposed before it, from the leader and from followers', () => {
      const options: MemberOptions = { readOnlyOption, checkQuorum: readOnlyOption === 'lease-based' };
      const network = new RaftNetwork([undefined, undefined, undefined], options);
      network.send(hup(1));
      const rows = [1, 2, 3, 1, 2, 3].map(
        (reader, place) => [reader, 11 + 10 * place, `ctx${place}`] as const,
      );
      for (const [reader, expected, context] of rows) {
        for (let count = 0; count < 10; count += 1) network.send(proposal(1, ''));
        network.send(readBy(reader, context));
        assert.deepEqual(answersOf(network.member(reader)), [[expected, context]]);
        for (const raft of network.members) assert.deepEqual(answersOf(raft), []);
      }
    });
  });
}

describe('a safe read', () => {
  const aLeader = (voters: readonly number[] = [1, 2, 3], learners: readonly number[] = []): Raft => {
    const raft = aMember(1, { voters, learners });
    electAndCommit(raft);
    readMessages(raft);
    return raft;
  };

  it('is confirmed by a majority that answers, and not before', () => {
    const raft = aLeader([1, 2, 3, 4, 5]);
    step(raft, readBy(1, 'ctx'));
    const [beat] = beatsOf(readMessages(raft));
    answered(raft, 2, beat?.context);
    assert.deepEqual(answersOf(raft), []);
    answered(raft, 2, beat?.context);
    assert.deepEqual(answersOf(raft), [], 'the same member twice is no majority');
    answered(raft, 3, beat?.context);
    assert.deepEqual(answersOf(raft), [[1, 'ctx']]);
    answered(raft, 4, beat?.context);
    assert.deepEqual(answersOf(raft), [], 'once is enough');
  });

  it('is not confirmed by learners', () => {
    const raft = aLeader([1, 2], [3]);
    step(raft, readBy(1, 'ctx'));
    const [beat] = beatsOf(readMessages(raft));
    answered(raft, 3, beat?.context);
    assert.deepEqual(answersOf(raft), []);
    answered(raft, 2, beat?.context);
    assert.deepEqual(answersOf(raft), [[1, 'ctx']]);
  });

  it('is confirmed along with all before it, by an answer to the newest heartbeat', () => {
    const raft = aLeader();
    step(raft, readBy(1, 'one'));
    step(raft, readBy(1, 'two'));
    const newest = beatsOf(readMessages(raft)).at(-1);
    answered(raft, 3, newest?.context);
    assert.deepEqual(answersOf(raft), [
      [1, 'one'],
      [1, 'two'],
    ]);
    assert.equal(raft.readOnly.pendingCount, 0);
  });

  it('is not confirmed by an answer to a heartbeat that went before it, even with the same context', () => {
    const raft = aLeader();
    step(raft, readBy(1, 'same'));
    const [before] = beatsOf(readMessages(raft));
    answered(raft, 2, before?.context);
    assert.deepEqual(answersOf(raft), [[1, 'same']]);
    // The reader asks again, with the same context; meanwhile somebody else may lead.
    step(raft, readBy(1, 'same'));
    readMessages(raft);
    answered(raft, 3, before?.context);
    answered(raft, 2, before?.context);
    assert.deepEqual(answersOf(raft), []);
    assert.equal(raft.readOnly.pendingCount, 1);
  });

  it('with the context of another does not confirm that one', () => {
    const raft = aLeader([1, 2, 3, 4, 5]);
    step(raft, readBy(1, 'retried'));
    const [first] = beatsOf(readMessages(raft));
    step(raft, readBy(1, 'other'));
    step(raft, readBy(1, 'retried'));
    readMessages(raft);
    // These two answer the first heartbeat only.
    answered(raft, 2, first?.context);
    answered(raft, 3, first?.context);
    assert.deepEqual(answersOf(raft), [[1, 'retried']]);
    assert.equal(raft.readOnly.pendingCount, 2);
  });

  it('is not confirmed by a heartbeat of the leader that it made for nobody', () => {
    const raft = aLeader();
    step(raft, readBy(1, 'ctx'));
    readMessages(raft);
    for (const id of [2, 3]) answered(raft, id, undefined);
    for (const id of [2, 3]) answered(raft, id, Buffer.from('ctx'));
    // A number higher than any that was sent.
    for (const id of [2, 3]) answered(raft, id, new Uint8Array([9, 0, 0, 0, 0, 0, 0, 0]));
    assert.deepEqual(answersOf(raft), []);
  });

  it('goes with every later heartbeat until it is confirmed', () => {
    const raft = aLeader();
    step(raft, readBy(1, 'ctx'));
    const [first] = beatsOf(readMessages(raft));
    step(raft, from(1, 'Beat', 1));
    const [second] = beatsOf(readMessages(raft));
    assert.ok(first?.context !== undefined);
    assert.deepEqual(second?.context, first.context);
    answered(raft, 2, second.context);
    step(raft, from(1, 'Beat', 1));
    assert.equal(beatsOf(readMessages(raft))[0]?.context, undefined);
  });

  it('while joint takes majorities of both configurations', () => {
    const raft = aLeader([1, 2, 3]);
    raft.tracker.switchTo(
      { incoming: [1, 4, 5], outgoing: [1, 2, 3], learners: [], learnersNext: [], autoLeave: false },
      aMember(1, { voters: [1, 2, 3, 4, 5] }).tracker.progress,
    );
    step(raft, readBy(1, 'ctx'));
    const [beat] = beatsOf(readMessages(raft));
    for (const id of [2, 3]) answered(raft, id, beat?.context);
    assert.deepEqual(answersOf(raft), []);
    answered(raft, 4, beat?.context);
    assert.deepEqual(answersOf(raft), [[1, 'ctx']]);
  });

  it('of a follower is answered to that follower', () => {
    const raft = aLeader();
    step(raft, readBy(1, 'ctx', 2));
    const [beat] = beatsOf(readMessages(raft));
    answered(raft, 3, beat?.context);
    const [answer] = readMessages(raft);
    assert.deepEqual([answer?.type, answer?.to, answer?.index], ['ReadIndexResp', 2, 1]);
    assert.deepEqual(answersOf(raft), []);
  });

  it('that reaches a leader of before goes on to the one of now, in the name of who asked', () => {
    const old = aMember(1);
    becomeFollower(old, 2, 3);
    step(old, readBy(1, 'ctx', 2));
    const [forwarded] = readMessages(old);
    assert.deepEqual([forwarded?.type, forwarded?.to, forwarded?.from], ['ReadIndex', 3, 2]);
    assert.equal(Buffer.from(forwarded?.entries[0]?.data ?? []).toString(), 'ctx');
  });

  it('is not answered by a follower without a leader', () => {
    const raft = aMember(2);
    step(raft, readBy(2, 'ctx'));
    assert.deepEqual(readMessages(raft), []);
    assert.deepEqual(answersOf(raft), []);
  });

  it('of a single member is answered at once', () => {
    const raft = aMember(1, { voters: [1] });
    step(raft, hup(1));
    readMessages(raft);
    step(raft, readBy(1, 'ctx'));
    assert.deepEqual(answersOf(raft), [[1, 'ctx']]);
  });
});

describe('a new leader', () => {
  it('answers no read before it knows what its predecessors have committed', () => {
    const raft = aMember(1, { logTerms: [1, 1, 1] });
    becomeFollower(raft, 1, NONE);
    raft.log.commitTo(1);
    elect(raft);
    readMessages(raft);
    for (const context of ['one', 'two']) step(raft, readBy(1, context));
    assert.deepEqual(beatsOf(readMessages(raft)), []);
    assert.equal(raft.postponedReads.length, 2);
    // Entry 4 is its own: with it, 2 and 3 are committed, too.
    acknowledge(raft, 2);
    const newest = beatsOf(readMessages(raft)).at(-1);
    answered(raft, 2, newest?.context);
    assert.deepEqual(answersOf(raft), [
      [4, 'one'],
      [4, 'two'],
    ]);
  });

  it('that is the only voter waits for its own entry, too: what it knew to be committed may be old', () => {
    const raft = aMember(1, { voters: [1], logTerms: [1, 1, 1] });
    becomeFollower(raft, 1, NONE);
    raft.log.commitTo(1);
    becomeCandidate(raft);
    becomeLeader(raft);
    step(raft, readBy(1, 'ctx'));
    assert.deepEqual(answersOf(raft), []);
    readMessages(raft);
    assert.deepEqual(answersOf(raft), [[4, 'ctx']]);
  });

  it('by lease waits for its own entry, too', () => {
    const raft = aMember(1, { logTerms: [1], readOnlyOption: 'lease-based', checkQuorum: true });
    becomeFollower(raft, 1, NONE);
    elect(raft);
    readMessages(raft);
    step(raft, readBy(1, 'ctx'));
    assert.deepEqual(answersOf(raft), []);
    acknowledge(raft, 2);
    assert.deepEqual(answersOf(raft), [[2, 'ctx']]);
  });

  it('does not confirm what its predecessor was asked', () => {
    const raft = aMember(1);
    electAndCommit(raft);
    step(raft, readBy(1, 'old'));
    const [beat] = beatsOf(readMessages(raft));
    becomeFollower(raft, 2, 2);
    elect(raft);
    acknowledge(raft, 2);
    readMessages(raft);
    answered(raft, 2, beat?.context);
    answered(raft, 3, beat?.context);
    assert.deepEqual(answersOf(raft), []);
  });
});

describe('a leader that was replaced without knowing it', () => {
  it('confirms no read with late answers from the time before', () => {
    const network = new RaftNetwork([undefined, undefined, undefined]);
    network.send(hup(1));
    const late: Message[] = [];
    network.hook = (message) => {
      if (message.type !== 'HeartbeatResp') return true;
      late.push(message);
      return false;
    };
    network.send(readBy(1, 'ctx'));
    assert.equal(late.length, 2);
    // The old leader is cut off, and another one is elected and commits.
    network.isolate(1);
    network.hook = () => true;
    network.send(hup(2));
    network.send(proposal(2, 'newer'));
    const old = network.member(1);
    // The reader asks again; the late answers arrive.
    step(old, readBy(1, 'ctx'));
    readMessages(old);
    const [first] = late;
    assert.ok(first !== undefined);
    step(old, first);
    // That is right for the first of the two: it was asked before all this.
    assert.deepEqual(answersOf(old), [[1, 'ctx']]);
    for (const message of late) step(old, message);
    assert.deepEqual(answersOf(old), []);
    assert.equal(old.readOnly.pendingCount, 1);
  });
});
