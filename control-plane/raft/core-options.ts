/**
 * How a node sets up its core: what is fixed, and why. Ticks, ids and dice come from outside.
 */
import type { NodeModules, RaftNodeOptions } from './node-effects.js';
import type { RaftOptions } from './rules/config.js';
import type { Storage } from './rules/log/storage.js';

const KIB = 1024;

export function coreOptions(
  options: RaftNodeOptions,
  start: { readonly storage: Storage; readonly applied: number },
  { random, logger }: Pick<NodeModules, 'random' | 'logger'>,
): RaftOptions {
  return {
    ...start,
    id: options.id,
    electionTick: options.electionTicks,
    heartbeatTick: options.heartbeatTicks,
    asyncStorageWrites: true,
    maxSizePerMsg: 256 * KIB,
    // Also what is applied before others get their turn.
    maxCommittedSizePerReady: 256 * KIB,
    maxInflightMsgs: 256,
    maxInflightBytes: 16 * KIB * KIB,
    ...options.coreLimits,
    // A member that comes back disturbs nobody, and a leader that is cut off knows it soon.
    checkQuorum: true,
    preVote: true,
    // Whoever proposes must hear what became of it, so it has to ask the leader itself.
    disableProposalForwarding: true,
    // A leader that is taken out leads on until another does: the others may not know yet that it is out, and
    // of two members the one that is left could never be elected without it.
    stepDownOnRemoval: false,
    random,
    logger,
  };
}
