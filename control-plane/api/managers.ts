/**
 * What the API must know of the cluster's managers, and do to them. Owns the interface; the manager room
 * implements it over the log.
 */

import type { ManagerSeat } from './rules/quorum.js';

export interface Managers {
  readonly selfNodeId: string;
  /** See MemberLog.recoveryEpoch. */
  readonly recoveryEpoch: number;
  /** Whether this manager leads, and its loops may run. */
  readonly isLeader: boolean;
  /** All of them, as this manager has them. */
  seats(): readonly ManagerSeat[];
  /** Undefined while no leader is known. */
  leader(): ManagerSeat | undefined;
  /**
   * Resolves once a read of the store covers everything acknowledged before the call. Rejects with
   * manager.not-leader when this manager does not lead, or ceases to before it is sure.
   */
  barrier(signal?: AbortSignal): Promise<void>;
  /** Calls the listener after each change of who leads, or of who the managers are; the result ends it. */
  watch(listener: () => void): () => void;
  /** For how long this manager's state may have been out of date, in milliseconds. */
  staleMs(): number;
  /**
   * Takes the manager's vote away; one that has none is no mistake. Rejects with manager.quorum-at-risk,
   * manager.not-leader, or store.outcome-unknown.
   */
  remove(nodeId: string): Promise<void>;
}
