/**
 * The cluster's managers over the members of the log, and the log's refusals in the API's words.
 */
import assert from 'node:assert/strict';
import { MembershipError, type MembershipErrorCode } from 'raft-ts/member-log.js';
import { ReplicatorError, type ReplicatorErrorCode } from 'raft-ts/replicator.js';
import { LogManagers } from '../../../control-plane/manager/managers.js';
import { type ErrorCode, SwarmError } from '../../../proto/base/errors.js';
import { NO_STATE, SharedLog, type SharedMember } from '../../kit/shared-log.js';

interface Setup {
  readonly shared: SharedLog;
  readonly self: SharedMember;
  readonly managers: LogManagers;
}

/** Three of them, m1 leads; "self" is whose view it is. */
function three(selfName: string): Setup {
  const shared = new SharedLog();
  for (const name of ['m1', 'm2', 'm3']) shared.join(name, `${name}:2377`, NO_STATE);
  const self = shared.member(selfName);
  return { shared, self, managers: new LogManagers({ selfNodeId: selfName }, { memberLog: self }) };
}

const codeOf = async (work: Promise<unknown>): Promise<ErrorCode | 'done'> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    assert.ok(error instanceof SwarmError, String(error));
    return error.code;
  }
};

describe('the managers of the cluster', () => {
  it('are the members of the log, each with what this one can know', () => {
    const { shared, managers } = three('m1');
    shared.cut('m3');
    assert.deepEqual(
      managers.seats().map(({ nodeId, isLeader, isReachable }) => [nodeId, isLeader, isReachable]),
      [
        ['m1', true, true],
        ['m2', false, true],
        ['m3', false, false],
      ],
    );
    assert.equal(managers.leader()?.address, 'm1:2377');
    assert.equal(managers.isLeader, true);
    const follower = three('m2').managers;
    assert.deepEqual(
      follower.seats().map(({ isReachable }) => isReachable),
      [true, true, undefined],
    );
    assert.equal(follower.isLeader, false);
  });

  it('tell of changes, and not of what is so already', () => {
    const { shared, managers } = three('m2');
    let changes = 0;
    const end = managers.watch(() => {
      changes += 1;
    });
    assert.equal(changes, 0);
    shared.lead('m3');
    assert.ok(changes > 0);
    end();
    const before = changes;
    shared.lead('m1');
    assert.equal(changes, before);
  });

  it('vouch for a read only while this one leads', async () => {
    const { shared, managers } = three('m1');
    assert.equal(await codeOf(managers.barrier()), 'done');
    shared.hold();
    const waiting = codeOf(managers.barrier());
    shared.lead('m2');
    assert.equal(await waiting, 'manager.not-leader');
    const refused = await managers.barrier().catch((error: unknown) => error);
    assert.ok(refused instanceof SwarmError);
    assert.deepEqual(refused.facts, { leader: 'm2:2377' });
  });

  it('stop waiting for a read that nobody wants any more', async () => {
    const { shared, managers } = three('m1');
    shared.hold();
    const gone = new AbortController();
    const waiting = managers.barrier(gone.signal).catch((error: unknown) => error);
    gone.abort(new Error('gone'));
    assert.match(String(await waiting), /gone/);
  });

  const refusals: readonly (readonly [MembershipErrorCode, ErrorCode | 'done'])[] = [
    ['not-leader', 'manager.not-leader'],
    ['stopped', 'manager.not-leader'],
    ['unknown-member', 'done'],
    ['would-lose-quorum', 'manager.quorum-at-risk'],
    ['not-yet', 'rate.limited'],
    ['outcome-unknown', 'store.outcome-unknown'],
  ];
  for (const [code, expected] of refusals) {
    it(`of which one cannot be removed for "${code}": ${expected}`, async () => {
      const { self, managers } = three('m1');
      self.remove = () => Promise.reject(new MembershipError(code, 'because'));
      assert.equal(await codeOf(managers.remove('m3')), expected);
    });
  }

  it('lose the vote of one that is removed, and none for who is not among them', async () => {
    const { shared, managers } = three('m1');
    await managers.remove('m3');
    assert.deepEqual(
      shared.all().map(({ name }) => name),
      ['m1', 'm2'],
    );
    await managers.remove('m9');
    assert.equal(shared.all().length, 2);
  });

  const unread: readonly (readonly [ReplicatorErrorCode, ErrorCode])[] = [
    ['overloaded', 'rate.limited'],
    ['outcome-unknown', 'manager.not-leader'],
    ['stopped', 'manager.not-leader'],
  ];
  for (const [code, expected] of unread) {
    it(`of which a read is not vouched for because of "${code}": ${expected}`, async () => {
      const { self, managers } = three('m1');
      self.barrier = () => Promise.reject(new ReplicatorError(code, 'because'));
      assert.equal(await codeOf(managers.barrier()), expected);
    });
  }
});
