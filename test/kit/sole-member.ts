/**
 * The member of a cluster of one, founded where its directory is empty, and the clocks that members take.
 */
import { directoryState, foundCluster } from 'raft-ts/beginnings.js';
import type { Clock as MemberClock } from 'raft-ts/clock.js';
import { openMember, type OpenMemberModules, type OpenMemberOptions } from 'raft-ts/open-member.js';
import type { RaftMember } from 'raft-ts/raft-member.js';
import type { Clock } from '../../proto/base/clock.js';

export async function openSoleMember(
  options: OpenMemberOptions & { readonly name: string },
  modules: OpenMemberModules,
): Promise<RaftMember> {
  const { name, ...settings } = options;
  const self = { name, address: `${name}:2377`, clusterId: 'cluster-1' };
  const state = await directoryState(modules.disk, options.directory);
  if (state === 'empty' || state === 'unfinished') await foundCluster({ ...settings, ...self }, modules);
  return await openMember({ ...settings, soleMember: self }, modules);
}

/** A member's clock out of one of the product's. */
export function memberClock(clock: Clock): MemberClock {
  return {
    monotonicMs: () => clock.monotonicMs(),
    setTimer: (delayMs, callback) => {
      const stop = new AbortController();
      const waitAndCall = async (): Promise<void> => {
        await clock.sleep(delayMs, stop.signal);
        callback();
      };
      waitAndCall().catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
      });
      return () => stop.abort();
    },
  };
}
