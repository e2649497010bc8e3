/**
 * What one member is told at its start, checked once: a wrong value is the driver's mistake and throws a
 * sentence that names the field. The core reads only what `checkedConfig` returned.
 */
import type { Storage } from './log/storage.js';
import type { RaftLogger } from './logger.js';
import { LOCAL_APPLY_THREAD, NO_LIMIT, NONE } from './types.js';

export type ReadOnlyOption = 'safe' | 'lease-based';

export interface RaftConfig {
  /** This member's own id: not 0, never used by another member before. */
  readonly id: number;
  /** Ticks without a leader before a campaign; each time between this and twice this less one is drawn. */
  readonly electionTick: number;
  readonly heartbeatTick: number;
  readonly storage: Storage;
  /** At a restart: entries up to here are not handed out again. */
  readonly applied: number;
  /** Hands storage work out as messages and takes their responses, instead of `advance()`. */
  readonly asyncStorageWrites: boolean;
  /** Encoded bytes of entries in one append; at least one entry goes out. 0 for exactly one. */
  readonly maxSizePerMsg: number;
  /** Encoded bytes handed out and not yet known to be applied. 0 for the same as `maxSizePerMsg`. */
  readonly maxCommittedSizePerReady: number;
  /** Payload bytes of a leader's uncommitted entries, beyond which proposals are dropped. 0 for none. */
  readonly maxUncommittedEntriesSize: number;
  /** Appends under way to one follower. */
  readonly maxInflightMsgs: number;
  /** Payload bytes under way to one follower. 0 for no limit. */
  readonly maxInflightBytes: number;
  /** A leader that does not hear from a quorum for an election timeout steps down. */
  readonly checkQuorum: boolean;
  /** Asks for votes in a trial first, so that a member that comes back disturbs nobody. */
  readonly preVote: boolean;
  readonly readOnlyOption: ReadOnlyOption;
  readonly disableProposalForwarding: boolean;
  /** Leaves it to the driver to propose only configuration changes that can be applied. */
  readonly disableConfChangeValidation: boolean;
  /** A leader that is removed, or becomes a learner, steps down as it applies that change. */
  readonly stepDownOnRemoval: boolean;
  /** An integer from 0 to bound - 1: the only dice of the core. */
  readonly random: (bound: number) => number;
  readonly logger: RaftLogger | undefined;
}

type Required = 'id' | 'electionTick' | 'heartbeatTick' | 'storage' | 'random';
export type RaftOptions = Pick<RaftConfig, Required> & Partial<RaftConfig>;

const DEFAULT_INFLIGHT_MSGS = 256;

export function checkedConfig(options: RaftOptions): RaftConfig {
  const config: RaftConfig = {
    id: options.id,
    electionTick: options.electionTick,
    heartbeatTick: options.heartbeatTick,
    storage: options.storage,
    applied: options.applied ?? 0,
    asyncStorageWrites: options.asyncStorageWrites ?? false,
    maxSizePerMsg: options.maxSizePerMsg ?? NO_LIMIT,
    maxCommittedSizePerReady: options.maxCommittedSizePerReady || (options.maxSizePerMsg ?? NO_LIMIT) || 1,
    maxUncommittedEntriesSize: options.maxUncommittedEntriesSize || NO_LIMIT,
    maxInflightMsgs: options.maxInflightMsgs ?? DEFAULT_INFLIGHT_MSGS,
    maxInflightBytes: options.maxInflightBytes || NO_LIMIT,
    checkQuorum: options.checkQuorum ?? false,
    preVote: options.preVote ?? false,
    readOnlyOption: options.readOnlyOption ?? 'safe',
    disableProposalForwarding: options.disableProposalForwarding ?? false,
    disableConfChangeValidation: options.disableConfChangeValidation ?? false,
    stepDownOnRemoval: options.stepDownOnRemoval ?? false,
    random: options.random,
    logger: options.logger,
  };
  const fault = firstFault(config);
  if (fault !== undefined) {
    throw new RangeError(`${fault}. Correct this member's Raft configuration`);
  }
  return config;
}

const COUNTS = [
  'electionTick',
  'heartbeatTick',
  'applied',
  'maxSizePerMsg',
  'maxCommittedSizePerReady',
  'maxUncommittedEntriesSize',
  'maxInflightMsgs',
  'maxInflightBytes',
] as const satisfies readonly (keyof RaftConfig)[];

function firstFault(config: RaftConfig): string | undefined {
  const fraction = COUNTS.find((name) => !Number.isSafeInteger(config[name]) || config[name] < 0);
  if (fraction !== undefined) {
    return `${fraction} must be a whole number from 0, not ${config[fraction]}`;
  }
  if (!Number.isSafeInteger(config.id) || config.id <= NONE || config.id >= LOCAL_APPLY_THREAD) {
    return `id must be a whole number from 1, below those of the storage threads, not ${config.id}`;
  }
  if (config.heartbeatTick === 0) {
    return 'heartbeatTick must be greater than 0';
  }
  if (config.electionTick <= config.heartbeatTick) {
    return `electionTick must be greater than heartbeatTick, but ${config.electionTick} is not greater than ${config.heartbeatTick}`;
  }
  if (config.maxInflightMsgs === 0) {
    return 'maxInflightMsgs must be greater than 0';
  }
  if (config.maxInflightBytes < config.maxSizePerMsg && config.maxInflightBytes !== NO_LIMIT) {
    return `maxInflightBytes must be at least maxSizePerMsg, but ${config.maxInflightBytes} is less than ${config.maxSizePerMsg}`;
  }
  if (config.readOnlyOption === 'lease-based' && !config.checkQuorum) {
    return 'readOnlyOption "lease-based" needs checkQuorum, without which a lease never ends';
  }
  return undefined;
}
