/**
 * The door's authorizer: asks the rule, and turns its verdict into the refusal a caller gets.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { Caller } from '../../proto/base/rpc.js';
import { denied } from '../../proto/base/rpc-server.js';
import type { ClusterView } from '../store/rules/view.js';
import { judgeCall } from './rules/authorize.js';

/** What an RpcServer takes as `authorize`: throws unless the caller may call the method. */
export function makeAuthorizer(
  options: { readonly clusterId: string },
  modules: { readonly store: { view(): ClusterView } },
): (path: string, caller: Caller) => void {
  return (path, caller) => {
    const view = modules.store.view();
    const verdict = judgeCall(path, caller, options.clusterId, (id) => view.node(id));
    if (verdict === 'allowed') return;
    if (verdict === 'removed' && caller.kind === 'node')
      throw new SwarmError('node.removed', { nodeId: caller.nodeId });
    throw denied(path, caller);
  };
}
