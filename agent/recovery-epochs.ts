/**
 * The latest recovery of its cluster that this node was told of, kept across restarts. A cluster that was
 * restored, or forced to begin anew, is of a later one; managers that were left behind may still be there,
 * and may hold certificates as good as any.
 */
import { SwarmError } from '../proto/base/errors.js';
import { readIfThere, writeDurably } from '../proto/base/durable-file.js';

export interface RecoveryEpochs {
  readonly highest: number;
  /** Resolves once a higher one than before is kept. */
  saw(epoch: number): Promise<void>;
}

/** In a small file, which is there only once there was a recovery. */
export async function openRecoveryEpochs(path: string): Promise<RecoveryEpochs> {
  const text = await readIfThere(path);
  const kept = text === undefined ? 0 : Number(text.trim());
  if (!Number.isSafeInteger(kept) || kept < 0)
    throw new SwarmError('runtime.failed', {
      what: `Reading ${path}`,
      reason: 'it does not hold a number. Leave the cluster with --force and join it again.',
    });
  let highest = kept;
  return {
    get highest() {
      return highest;
    },
    saw: async (epoch) => {
      if (epoch <= highest) return;
      // Before it is on disk already: a manager of a lower one must not be followed meanwhile.
      highest = epoch;
      await writeDurably(path, `${epoch}\n`);
    },
  };
}

/** For a node whose memory is not on a disk. */
export function forgetfulRecoveryEpochs(): RecoveryEpochs {
  let highest = 0;
  return {
    get highest() {
      return highest;
    },
    saw: (epoch) => {
      highest = Math.max(highest, epoch);
      return Promise.resolve();
    },
  };
}
