/**
 * The cluster's managers as the API knows them, over the members of the log: each member is named by its
 * node. Owns the translation of the log's refusals; who becomes a member is decided elsewhere.
 */
import { type MemberLog, type MemberStatus, MembershipError } from 'raft-ts/member-log.js';
import { ReplicatorError } from 'raft-ts/replicator.js';
import { SwarmError } from '../../proto/base/errors.js';
import { unlessAborted } from '../../proto/base/service.js';
import type { Managers } from '../api/managers.js';
import { type ManagerSeat, seatsAfter } from '../api/rules/quorum.js';

export class LogManagers implements Managers {
  readonly selfNodeId: string;
  readonly #log: MemberLog;

  constructor(options: { readonly selfNodeId: string }, modules: { readonly memberLog: MemberLog }) {
    this.selfNodeId = options.selfNodeId;
    this.#log = modules.memberLog;
  }

  get recoveryEpoch(): number {
    return this.#log.recoveryEpoch;
  }

  get isLeader(): boolean {
    return this.#log.leadership.isSelf;
  }

  seats(): readonly ManagerSeat[] {
    return this.#log.members().map(seatOf);
  }

  leader(): ManagerSeat | undefined {
    return this.seats().find(({ isLeader }) => isLeader);
  }

  watch(listener: () => void): () => void {
    let isBegun = false;
    // The log says the present state at once, which is no change.
    const onLeadership = (): void => {
      if (isBegun) listener();
    };
    const ends = [this.#log.watchLeadership(onLeadership), this.#log.watchMembers(listener)];
    isBegun = true;
    return () => {
      for (const end of ends) end();
    };
  }

  async barrier(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    try {
      const reached = this.#log.barrier();
      await (signal === undefined ? reached : unlessAborted(reached, signal));
    } catch (error) {
      if (error instanceof ReplicatorError && error.code === 'overloaded')
        throw new SwarmError('rate.limited', { what: 'reads', retryAfterMs: 1000 }, error);
      throw this.#notLeader(error);
    }
    signal?.throwIfAborted();
  }

  staleMs(): number {
    return this.#log.staleMs();
  }

  async remove(nodeId: string): Promise<void> {
    const member = this.#log.members().find(({ name }) => name === nodeId);
    if (member === undefined) return;
    try {
      await this.#log.remove(member.id);
    } catch (error) {
      if (!(error instanceof MembershipError)) throw error;
      const refusal = this.#refusalOf(error, nodeId);
      if (refusal !== undefined) throw refusal;
    }
  }

  /** Undefined: what was asked for is so already. */
  #refusalOf(error: MembershipError, nodeId: string): SwarmError | undefined {
    switch (error.code) {
      case 'unknown-member':
        return undefined;
      case 'would-lose-quorum':
        return new SwarmError(
          'manager.quorum-at-risk',
          { node: nodeId, ...seatsAfter(this.seats(), [nodeId]) },
          error,
        );
      case 'not-yet':
        return new SwarmError(
          'rate.limited',
          { what: 'changes of the managers at once', retryAfterMs: 1000 },
          error,
        );
      case 'not-leader':
      case 'stopped':
        return this.#notLeader(error);
      case 'outcome-unknown':
        return new SwarmError('store.outcome-unknown', { reason: error.message }, error);
    }
  }

  #notLeader(cause: unknown): SwarmError {
    return new SwarmError('manager.not-leader', { leader: this.#otherLeader() }, cause);
  }

  #otherLeader(): string {
    const leader = this.leader();
    return leader === undefined || leader.nodeId === this.selfNodeId ? '' : leader.address;
  }
}

function seatOf({ name, address, isLeader, role, isReachable, isSelf }: MemberStatus): ManagerSeat {
  return { nodeId: name, address, isLeader, isVoter: role === 'voter', isReachable: isSelf || isReachable };
}
