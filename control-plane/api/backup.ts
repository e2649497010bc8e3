/**
 * The whole state in one stream, in the form of a backup's file. It is the state of one moment, whatever is
 * written while it is read, and reading it holds nobody up.
 */
import { type BackupHeader, writeBackup } from '../../proto/base/backup-format.js';
import type { Clock } from '../../proto/base/clock.js';
import { invariant } from '../../proto/base/invariant.js';
import type { Log } from '../../proto/base/log.js';
import type { CallContext } from '../../proto/base/rpc.js';
import type { GetBackupReply } from '../../proto/gen/control.js';
import type { Store } from '../store/store.js';
import type { ControlHandlers } from './handlers.js';
import type { Managers } from './managers.js';

export interface BackupModules {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly managers: Pick<Managers, 'recoveryEpoch'>;
}

export function backupHandlers(
  options: Pick<BackupHeader, 'nodeId' | 'version'>,
  modules: BackupModules,
): ControlHandlers<'getBackup'> {
  return { getBackup: (_request, context) => readBackup(context, options, modules) };
}

async function* readBackup(
  { requestId }: CallContext,
  { nodeId, version }: Pick<BackupHeader, 'nodeId' | 'version'>,
  { store, clock, log, managers }: BackupModules,
): AsyncGenerator<GetBackupReply, void> {
  const clusterId = store.view().cluster()?.id;
  invariant(clusterId !== undefined, 'the control API opens after the cluster was created');
  const { index, pieces } = store.snapshot();
  const { recoveryEpoch } = managers;
  const header = { clusterId, index, recoveryEpoch, takenAtMs: clock.nowMs(), version, nodeId };
  let sizeBytes = 0;
  for await (const piece of writeBackup(header, pieces)) {
    sizeBytes += piece.length;
    yield { piece };
  }
  log.info('backup taken', { index, sizeBytes, requestId });
}
