/**
 * A log with a single member that never changes, as a log with members.
 */
import { type Member, type MemberLog, MembershipError } from 'raft-ts/member-log.js';
import type { Replicator } from 'raft-ts/replicator.js';

const SELF_ID = 1;

export function loneMemberLog(
  replicator: Replicator,
  {
    name,
    address,
    clusterId,
  }: { readonly name: string; readonly address: string; readonly clusterId: string },
): MemberLog {
  const self: Member = { id: SELF_ID, name, address, role: 'voter' };
  const refuse = (): Promise<never> =>
    Promise.reject(new MembershipError('would-lose-quorum', 'this log has one member only'));
  return {
    selfId: SELF_ID,
    clusterId,
    recoveryEpoch: 0,
    get leadership() {
      return replicator.leadership;
    },
    get appliedIndex() {
      return replicator.appliedIndex;
    },
    stopped: replicator.stopped,
    propose: (bytes) => replicator.propose(bytes),
    barrier: () => replicator.barrier(),
    watchLeadership: (listener) => replicator.watchLeadership(listener),
    close: () => replicator.close(),
    members: () => [{ ...self, isSelf: true, isLeader: replicator.leadership.isSelf, isReachable: true }],
    watchMembers: () => () => undefined,
    staleMs: () => (replicator.leadership.isSelf ? 0 : Number.POSITIVE_INFINITY),
    addLearner: refuse,
    promote: refuse,
    remove: refuse,
    changeAddress: refuse,
    transferLeadership: refuse,
  };
}
