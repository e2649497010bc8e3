/**
 * The door's authorizer: asks the rules, and turns their verdict into the refusal a caller gets. What the
 * store says of a caller is up to date on the leader only; elsewhere the caller is sent there, or let in
 * where its call is passed on, and judged again.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { Caller } from '../../proto/base/rpc.js';
import { denied, type HowCalled } from '../../proto/base/rpc-server.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Managers } from './managers.js';
import { AUDIENCE_BY_PATH, judgeCall, judgeForwarder, type Verdict } from './rules/authorize.js';

export interface AuthorizerModules {
  readonly store: { view(): ClusterView };
  readonly managers: Pick<Managers, 'isLeader' | 'leader'>;
}

/** What an RpcServer takes as `authorize`: throws unless the caller may call the method. */
export function makeAuthorizer(
  options: { readonly clusterId: string },
  modules: AuthorizerModules,
): (path: string, caller: Caller, how: HowCalled) => void {
  return (path, caller, { forwarder, takesStale }) => {
    const view = modules.store.view();
    const nodeById = (id: string): ReturnType<ClusterView['node']> => view.node(id);
    const passed = (verdict: Verdict, who: Caller): void => {
      if (verdict === 'allowed') return;
      const isSure = verdict === 'denied' || modules.managers.isLeader;
      if (isSure) throw refusal(verdict, path, who);
      // A call that is passed on reaches the leader's authorizer; one for this very manager does not.
      if (AUDIENCE_BY_PATH.get(path) === 'manager' && !takesStale) return;
      throw new SwarmError('manager.not-leader', { leader: modules.managers.leader()?.address ?? '' });
    };
    if (forwarder !== undefined) passed(judgeForwarder(forwarder, options.clusterId, nodeById), forwarder);
    passed(judgeCall(path, caller, options.clusterId, nodeById), caller);
  };
}

function refusal(verdict: Verdict, path: string, caller: Caller): SwarmError {
  return verdict === 'removed' && caller.kind === 'node'
    ? new SwarmError('node.removed', { nodeId: caller.nodeId })
    : denied(path, caller);
}
