/**
 * How a manager comes into the log: it asks the leader, and becomes a member without a vote under an id that
 * nobody ever had. Asking again, say with an empty disk, replaces the member it was.
 */
import { type MemberLog, MembershipError } from 'raft-ts/member-log.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext, Handlers } from '../../proto/base/rpc.js';
import { denied } from '../../proto/base/rpc-server.js';
import type { JoinLogReply, JoinLogRequest, RaftMembershipService } from '../../proto/gen/raft.js';

export interface MembershipServerOptions {
  /** Whether this cluster's log is kept in an external store. */
  readonly isExternal: boolean;
}

export interface MembershipServerModules {
  readonly memberLog: Pick<
    MemberLog,
    'leadership' | 'members' | 'addLearner' | 'clusterId' | 'recoveryEpoch'
  >;
  readonly log: Log;
}

const RETRY_AFTER_MS = 500;

export class MembershipServer {
  readonly #options: MembershipServerOptions;
  readonly #modules: MembershipServerModules;

  constructor(options: MembershipServerOptions, modules: MembershipServerModules) {
    this.#options = options;
    this.#modules = modules;
  }

  handlers(): Handlers<typeof RaftMembershipService> {
    return { joinLog: async (request, context) => await this.#join(request, context) };
  }

  async #join({ address, isExternal }: JoinLogRequest, context: CallContext): Promise<JoinLogReply> {
    const { caller, requestId } = context;
    const { memberLog, log } = this.#modules;
    // The door let in only whom certificate and store call a manager.
    if (caller.kind !== 'node' || caller.role !== 'manager') throw denied('joining the log', caller);
    if (!/^.+:\d+$/.test(address))
      throw new SwarmError('input.invalid', { field: 'address', value: address, rule: 'must be HOST:PORT' });
    if (isExternal !== this.#options.isExternal) throw this.#otherStore();
    if (!memberLog.leadership.isSelf) throw this.#notLeader();
    try {
      const member = await memberLog.addLearner({ name: caller.nodeId, address });
      log.info('a manager joins the log', { nodeId: caller.nodeId, memberId: member.id, address, requestId });
      const { clusterId, recoveryEpoch } = memberLog;
      const members = memberLog
        .members()
        .map(({ id, name, address: at }) => ({ id, nodeId: name, address: at }));
      return { memberId: member.id, clusterId, recoveryEpoch, members };
    } catch (error) {
      throw this.#inCallersWords(error);
    }
  }

  #inCallersWords(error: unknown): unknown {
    if (!(error instanceof MembershipError)) return error;
    switch (error.code) {
      case 'not-leader':
      case 'stopped':
        return this.#notLeader(error);
      case 'outcome-unknown':
        return new SwarmError('store.outcome-unknown', { reason: error.message }, error);
      case 'not-yet':
      case 'unknown-member':
      case 'would-lose-quorum':
        return new SwarmError(
          'rate.limited',
          { what: 'changes of the managers at once', retryAfterMs: RETRY_AFTER_MS },
          error,
        );
    }
  }

  #otherStore(): SwarmError {
    const { isExternal } = this.#options;
    const kept = isExternal ? 'keeps its log in etcd' : 'keeps its log in the folders of its managers';
    const rule = `this cluster ${kept}: start swarmd ${isExternal ? 'with' : 'without'} --store, as on the other managers`;
    return new SwarmError('input.invalid', { field: '--store', rule });
  }

  #notLeader(cause?: unknown): SwarmError {
    const leader = this.#modules.memberLog.members().find(({ isLeader, isSelf }) => isLeader && !isSelf);
    return new SwarmError('manager.not-leader', { leader: leader?.address ?? '' }, cause);
  }
}
