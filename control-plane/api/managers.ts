/**
 * What the API must know of the cluster's managers, and do to them. Owns the interface; the manager room
 * implements it over the log.
 */

/** A manager's place in the log. */
export interface ManagerSeat {
  readonly nodeId: string;
  /** host:port */
  readonly address: string;
  readonly isLeader: boolean;
  /** False while it joins: it gets the log and has no vote. */
  readonly isVoter: boolean;
  /** Whether the leader has heard from it lately; undefined where this manager cannot know. */
  readonly isReachable: boolean | undefined;
}

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
   * manager.not-leader, or manager.no-quorum when that did not come about in time.
   */
  barrier(signal?: AbortSignal): Promise<void>;
  /** For how long this manager's state may have been out of date, in milliseconds. */
  staleMs(): number;
  /** Takes the manager's vote away; rejects with manager.quorum-at-risk, manager.not-leader or manager.no-quorum. */
  remove(nodeId: string): Promise<void>;
}
