/**
 * A new manager asks for its place in the log: whichever manager it finds, the leader answers. Patient while
 * there is none, or the managers are being changed.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { hasCode, SwarmError, toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { RpcChannel } from '../../proto/base/rpc-channel.js';
import { type JoinLogReply, RaftMembershipService } from '../../proto/gen/raft.js';

export interface JoinLogOptions {
  /** host:port of managers; this one may be among them. */
  readonly managerAddresses: readonly string[];
  /** host:port where this one will listen. */
  readonly address: string;
  /** Whether it keeps its log in an external store. */
  readonly isExternal: boolean;
}

export interface JoinLogModules {
  readonly clock: Clock;
  readonly log: Log;
  readonly openChannel: (address: string) => Pick<RpcChannel, 'client' | 'close'>;
  readonly signal?: AbortSignal | undefined;
}

const ASK_WITHIN_MS = 10_000;
const ALL_WITHIN_MS = 60_000;
const RETRY_MS = 300;

export async function joinLog(options: JoinLogOptions, modules: JoinLogModules): Promise<JoinLogReply> {
  const addresses = options.managerAddresses.filter((address) => address !== options.address);
  if (addresses.length === 0)
    throw new SwarmError('manager.unreachable', {
      addresses: [],
      reason:
        'this manager has no log, and no other manager is known to get it from. Restore a backup with "swarmctl cluster restore FILE".',
    });
  let last: unknown;
  const late = (): Error =>
    toSwarmError(last ?? new SwarmError('manager.unreachable', { addresses, reason: 'no answer' }));
  const attempt = async (signal: AbortSignal): Promise<JoinLogReply> => {
    let leader = '';
    for (let round = 0; ; round++) {
      const address = leader === '' ? (addresses[round % addresses.length] ?? '') : leader;
      leader = '';
      try {
        return await ask(address, options, signal, modules);
      } catch (error) {
        signal.throwIfAborted();
        if (isFinal(error)) throw error;
        last = error;
        leader = hasCode(error, 'manager.not-leader') ? error.facts.leader : '';
        modules.log.info('no place in the log yet', { address, reason: toSwarmError(error).message });
        if (leader === '' || leader === address) await modules.clock.sleep(RETRY_MS, signal);
      }
    }
  };
  return await withTimeout(modules.clock, ALL_WITHIN_MS, late, attempt, modules.signal);
}

/** What the next manager would say as well. */
function isFinal(error: unknown): boolean {
  return (
    hasCode(error, 'node.removed') ||
    hasCode(error, 'certificate.refused') ||
    hasCode(error, 'input.invalid') ||
    hasCode(error, 'format.unknown')
  );
}

async function ask(
  address: string,
  { address: ownAddress, isExternal }: JoinLogOptions,
  signal: AbortSignal,
  { openChannel }: JoinLogModules,
): Promise<JoinLogReply> {
  const channel = openChannel(address);
  try {
    const membership = channel.client(RaftMembershipService);
    return await membership.joinLog(
      { address: ownAddress, isExternal },
      { signal, timeoutMs: ASK_WITHIN_MS },
    );
  } finally {
    channel.close();
  }
}
