/**
 * The node with asynchronous storage: what is written and applied is told by messages, and nothing is said of it
 * before its own answer has come, whatever happens meanwhile.
 */
import assert from 'node:assert/strict';
import {
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  makeEntry,
  type Message,
  NO_CONF_STATE,
} from 'raft-ts/rules/types.js';
import { from } from '../../kit/raft-network.js';
import { type DriverOptions, RaftDriver } from '../../kit/raft-driver.js';

class AsyncDriver extends RaftDriver {
  readonly appends: Message[] = [];
  readonly applies: Message[] = [];

  constructor(options: DriverOptions = {}) {
    super(1, { confState: { voters: [1, 2, 3] }, ...options, asyncStorageWrites: true });
  }

  /** Takes what there is to do, and does none of it. Gives what is to be sent. */
  take(): readonly Message[] {
    const sent: Message[] = [];
    while (this.node.hasReady())
      for (const message of this.node.ready().messages) {
        if (message.to === LOCAL_APPEND_THREAD) this.appends.push(message);
        else if (message.to === LOCAL_APPLY_THREAD) this.applies.push(message);
        else sent.push(message);
      }
    return sent;
  }

  /** Does the oldest write; its answers are for the caller to deliver. */
  write(): readonly Message[] {
    const work = this.appends.shift();
    assert.ok(work !== undefined, 'there is nothing to write');
    const { term, vote, commit } = work;
    if (term !== 0) this.storage.setHardState({ term, vote, commit });
    if (work.snapshot !== undefined) this.storage.applySnapshot(work.snapshot);
    this.storage.append(work.entries);
    return work.responses;
  }

  deliver(answers: readonly Message[]): readonly Message[] {
    for (const answer of answers) if (answer.to === 1) this.node.step(answer);
    return answers.filter(({ to }) => to !== 1);
  }

  /** Elected by 2, and its first entry written and acknowledged. */
  lead(): void {
    this.node.campaign();
    this.take();
    this.deliver(this.write());
    this.node.step(from(2, 'VoteResp', 1, { term: this.node.raft.term }));
    assert.equal(this.node.raft.role, 'leader');
    this.settle();
    for (const id of [2, 3])
      this.node.step(
        from(id, 'AppResp', 1, { term: this.node.raft.term, index: this.node.raft.log.lastIndex() }),
      );
    this.settle();
  }

  settle(): void {
    for (let round = 0; round < 100; round += 1) {
      this.take();
      if (this.appends.length === 0 && this.applies.length === 0) return;
      while (this.appends.length > 0) this.deliver(this.write());
      for (const work of this.applies.splice(0)) {
        this.apply(work.entries);
        this.deliver(work.responses);
      }
    }
    throw new Error('the node does not come to rest');
  }
}

const namesOf = (messages: readonly Message[]): readonly string[] =>
  messages.map(({ type, to }) => `${type} to ${to}`);
const isAnswerOf = (type: string) => (message: Message) => message.type === type;

describe('with asynchronous storage', () => {
  it('a vote is given only once it is durable', () => {
    const driver = new AsyncDriver();
    driver.node.step(from(2, 'Vote', 1, { term: 1 }));
    assert.deepEqual(driver.take(), []);
    const [work] = driver.appends;
    assert.deepEqual([work?.term, work?.vote], [1, 2]);
    assert.deepEqual(namesOf(driver.deliver(driver.write())), ['VoteResp to 2']);
  });

  it('a candidate counts its own vote only once it is durable', () => {
    const driver = new AsyncDriver({ confState: { voters: [1] } });
    driver.node.campaign();
    driver.take();
    assert.equal(driver.node.raft.role, 'candidate');
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.role, 'leader');
  });

  it('an append is acknowledged only once it is durable, and so is its refusal', () => {
    const driver = new AsyncDriver();
    const entries = [makeEntry({ term: 1, index: 1 })];
    driver.node.step(from(2, 'App', 1, { term: 1, entries }));
    assert.deepEqual(driver.take(), []);
    driver.node.step(from(2, 'App', 1, { term: 1, index: 5, logTerm: 1 }));
    assert.deepEqual(driver.take(), []);
    assert.deepEqual(namesOf(driver.deliver(driver.write())), ['AppResp to 2']);
    const [refusal] = driver.deliver(driver.write());
    assert.deepEqual([refusal?.type, refusal?.reject], ['AppResp', true]);
  });

  it('a leader sends its entries before they are durable, but does not count itself', () => {
    const driver = new AsyncDriver();
    driver.lead();
    driver.node.propose(Buffer.from('x'));
    assert.deepEqual(namesOf(driver.take()), ['App to 2', 'App to 3']);
    const { raft } = driver.node;
    driver.node.step(from(2, 'AppResp', 1, { term: 1, index: 2 }));
    assert.equal(raft.log.committed, 1, 'one other and itself, not durable');
    driver.deliver(driver.write());
    assert.equal(raft.log.committed, 2);
  });

  it('a leader may commit what it has not written itself, and applies it once it has', () => {
    const driver = new AsyncDriver();
    driver.lead();
    driver.node.propose(Buffer.from('x'));
    driver.take();
    for (const id of [2, 3]) driver.node.step(from(id, 'AppResp', 1, { term: 1, index: 2 }));
    assert.equal(driver.node.raft.log.committed, 2);
    driver.take();
    assert.equal(driver.applies.length, 0);
    driver.deliver(driver.write());
    driver.take();
    assert.deepEqual(
      driver.applies.map(({ entries }) => entries.map(({ index }) => index)),
      [[2]],
    );
  });

  it('a commit index alone asks for no answer, so it need not be flushed', () => {
    const driver = new AsyncDriver();
    driver.lead();
    driver.node.propose(Buffer.from('x'));
    driver.take();
    driver.deliver(driver.write());
    driver.node.step(from(2, 'AppResp', 1, { term: 1, index: 2 }));
    const ready = driver.node.ready();
    assert.equal(ready.mustSync, false);
    const [append] = ready.messages.filter(isAnswerOf('StorageAppend'));
    assert.deepEqual([append?.commit, append?.responses], [2, []]);
  });

  it('the end of a write does not vouch for what replaced its entries meanwhile', () => {
    const driver = new AsyncDriver();
    driver.node.step(from(2, 'App', 1, { term: 1, entries: [makeEntry({ term: 1, index: 1 })] }));
    driver.take();
    const first = driver.write();
    driver.node.step(from(3, 'App', 1, { term: 2, entries: [makeEntry({ term: 2, index: 1 })] }));
    driver.take();
    driver.deliver(first);
    assert.equal(driver.node.raft.log.unstable.offset, 1, 'the new entry counts as durable');
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.log.unstable.offset, 2);
    assert.equal(driver.storage.term(1), 2);
  });

  it('nor when the same entry stands there again', () => {
    const driver = new AsyncDriver();
    const original = makeEntry({ term: 1, index: 1, data: Buffer.from('same') });
    driver.node.step(from(2, 'App', 1, { term: 1, entries: [original] }));
    driver.take();
    driver.node.step(from(3, 'App', 1, { term: 2, entries: [makeEntry({ term: 2, index: 1 })] }));
    driver.take();
    driver.node.step(from(2, 'App', 1, { term: 3, entries: [original] }));
    driver.take();
    assert.equal(driver.appends.length, 3);
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.log.unstable.offset, 1, 'after the first write');
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.log.unstable.offset, 1, 'after the second write');
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.log.unstable.offset, 2);
    assert.equal(driver.storage.term(1), 1);
  });

  it('a new term alone has a write whose end vouches for all that was written before', () => {
    const driver = new AsyncDriver();
    driver.node.step(from(2, 'App', 1, { term: 1, entries: [makeEntry({ term: 1, index: 1 })] }));
    driver.take();
    // The term goes up while that is being written: its own answer will be too old to count.
    driver.node.step(from(3, 'Heartbeat', 1, { term: 2 }));
    driver.take();
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.log.unstable.offset, 1);
    driver.deliver(driver.write());
    assert.equal(driver.node.raft.log.unstable.offset, 2, 'the entry never counts as durable');
  });

  it('a snapshot counts as installed even if the term went up meanwhile', () => {
    const driver = new AsyncDriver();
    const snapshot = {
      data: undefined,
      metadata: { index: 10, term: 1, confState: { ...NO_CONF_STATE, voters: [1, 2, 3] } },
    };
    driver.node.step(from(2, 'Snap', 1, { term: 1, snapshot }));
    driver.take();
    const answers = driver.write();
    driver.node.step(from(3, 'Heartbeat', 1, { term: 2 }));
    driver.deliver(answers);
    assert.equal(driver.node.raft.log.hasSnapshotToRestore, false);
    assert.equal(driver.node.raft.log.applied, 10);
  });

  it('no more is handed out to be applied than the limit, until some of it is done', () => {
    const driver = new AsyncDriver({ confState: { voters: [1] }, maxCommittedSizePerReady: 300 });
    driver.node.campaign();
    driver.settle();
    for (let count = 0; count < 10; count += 1) driver.node.propose(Buffer.alloc(100));
    driver.take();
    driver.deliver(driver.write());
    driver.take();
    const underWay = (): number => driver.applies.reduce((sum, { entries }) => sum + entries.length, 0);
    assert.equal(underWay(), 2);
    driver.take();
    assert.equal(underWay(), 2, 'the same entries, or more than fit');
    driver.settle();
    assert.equal(driver.node.raft.log.applied, 11);
  });

  it('advance is not there to be called', () => {
    assert.throws(() => new AsyncDriver().node.advance(), { name: 'RaftInvariantError' });
  });
});
