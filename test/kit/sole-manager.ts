/**
 * The managers of a cluster that has only one, which leads: what the API is given where a test is about
 * something else.
 */
import type { Managers } from '../../control-plane/api/managers.js';
import type { ManagerSeat } from '../../control-plane/api/rules/quorum.js';

export function soleManager(selfNodeId: string, address: () => string): Managers {
  const seat = (): ManagerSeat => ({
    nodeId: selfNodeId,
    address: address(),
    isLeader: true,
    isVoter: true,
    isReachable: true,
  });
  return {
    selfNodeId,
    recoveryEpoch: 0,
    isLeader: true,
    seats: () => [seat()],
    leader: seat,
    watch: () => () => undefined,
    barrier: () => Promise.resolve(),
    staleMs: () => 0,
    remove: () => Promise.resolve(),
  };
}
