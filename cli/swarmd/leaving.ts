/**
 * How a node goes: a manager asks to be none any more, and waits until the others can do without it; then its
 * containers go.
 */
import { removeEverything } from '../../agent/agent.js';
import type { Runtime } from '../../agent/runtime/runtime.js';
import { hasCode, SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext } from '../../proto/base/rpc.js';
import { RpcChannel } from '../../proto/base/rpc-channel.js';
import { ControlService } from '../../proto/gen/control.js';
import type { SwarmdConfig } from './config.js';
import { controlSocketPath, workerDirectory } from './directories.js';
import type { Membership } from './membership.js';

const ASK_WITHIN_MS = 15_000;
const DEMOTED_WITHIN_MS = 60_000;
const MOST_ATTEMPTS = 5;

/** Refused, with the reason, when too few managers would be left; then nothing has changed. */
export async function stopBeingManager(
  membership: Membership,
  config: SwarmdConfig,
  context: CallContext,
): Promise<void> {
  try {
    await askToBeWorker(membership.state.nodeId, config, context);
  } catch (error) {
    if (!hasCode(error, 'manager.no-quorum') && !hasCode(error, 'manager.unreachable')) throw error;
    const reason = `${error.message} To leave all the same, repeat with --force.`;
    throw new SwarmError('swarm.leave-refused', { reason }, error);
  }
  const late = (): Error =>
    new SwarmError('swarm.leave-refused', {
      reason: `The other managers could not let this one go within ${DEMOTED_WITHIN_MS / 1000} s. It will become a worker as soon as they can: look with "swarmctl node ls", then leave again; or leave now with --force.`,
    });
  await membership.untilRole('worker', DEMOTED_WITHIN_MS, late);
}

/** For a node that leaves in any case: where the others can do without it, they need not find out. */
export async function giveUpVote(
  membership: Membership,
  config: SwarmdConfig,
  context: CallContext,
  log: Log,
): Promise<void> {
  await askToBeWorker(membership.state.nodeId, config, context).catch((error: unknown) =>
    log.warn('this manager leaves and is still counted by the others', {
      reason: toSwarmError(error).message,
    }),
  );
}

async function askToBeWorker(
  nodeId: string,
  config: SwarmdConfig,
  { signal, requestId }: CallContext,
): Promise<void> {
  const channel = RpcChannel.unix(controlSocketPath(config));
  const call = { signal, requestId, timeoutMs: ASK_WITHIN_MS };
  try {
    const control = channel.client(ControlService);
    for (let attempt = 1; ; attempt++) {
      const { entry } = await control.getNode({ ref: nodeId }, call);
      const node = entry?.node;
      if (node?.spec === undefined) throw new SwarmError('node.removed', { nodeId });
      if (node.spec.role === 'worker') break;
      const spec = { ...node.spec, role: 'worker' } as const;
      const version = node.meta?.versions['spec'] ?? 0;
      try {
        await control.updateNode({ nodeId, spec, version }, call);
        break;
      } catch (error) {
        // Somebody changed the node meanwhile.
        const isConflict = toSwarmError(error).code === 'object.conflict';
        if (!isConflict || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  } finally {
    channel.close();
  }
}

export async function refuseWithoutEngine(runtime: Runtime): Promise<void> {
  try {
    await runtime.list();
  } catch (error) {
    throw new SwarmError(
      'swarm.leave-refused',
      {
        reason: `The containers of this node cannot be removed now, and would run on for ever: ${toSwarmError(error).message}. Start the engine and leave again, or leave them behind: repeat with --force.`,
      },
      error,
    );
  }
}

/** Nobody will stop the containers of a cluster this node is no longer in. */
export async function removeContainers(
  config: SwarmdConfig,
  modules: Parameters<typeof removeEverything>[1],
): Promise<void> {
  try {
    await removeEverything(workerDirectory(config), modules);
  } catch (error) {
    modules.log.warn('containers of the cluster just left could not be removed', { error });
  }
}
