/**
 * The log that every manager has in a folder of its own: opened over the disk of the machine, timed, and
 * with errors that say where to look.
 */
import { NodeDisk } from 'raft-ts/node-disk.js';
import { openSingleMember } from 'raft-ts/single-member.js';
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Meter } from '../../proto/base/meter.js';
import { loneMemberLog } from './lone-member.js';
import type { OpenLog } from './manager.js';
import { timedDisk } from './timed-disk.js';

export interface EmbeddedLogOptions {
  /** Folder of the log and the snapshots. */
  readonly directory: string;
  /** host:port others reach this member at. */
  readonly address: string;
}

export interface EmbeddedLogModules {
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Meter;
}

export function embeddedLog(
  { directory, address }: EmbeddedLogOptions,
  { clock, log, meter }: EmbeddedLogModules,
): OpenLog {
  const disk = timedDisk(new NodeDisk(), clock, meter.histogram('swarmd_log_flush_duration_seconds'));
  const onSnapshotFailed = (error: unknown): void =>
    log.error('no snapshot was taken; the log goes on growing', { error });
  return async ({ nodeId, clusterId }, stateMachine) => {
    try {
      const replicator = await openSingleMember(
        { id: nodeId, directory },
        { disk, stateMachine, onSnapshotFailed },
      );
      return { memberLog: loneMemberLog(replicator, { name: nodeId, address, clusterId }), services: [] };
    } catch (error) {
      if (error instanceof SwarmError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new SwarmError('runtime.failed', { what: `Opening the log in ${directory}`, reason }, error);
    }
  };
}
