/**
 * What a cluster that begins again with one manager is put on: the log that is there, or one made of a backup, wherever
 * logs are kept. Here for the log in a folder of this manager; in etcd it is external-log's.
 */
import { rename, rm } from 'node:fs/promises';
import { recoverCluster, restoreCluster } from 'raft-ts/beginnings.js';
import type { Disk } from 'raft-ts/disk.js';
import type { StateMachine } from 'raft-ts/replicator.js';
import type { BackupHeader } from '../../proto/base/backup-format.js';

/** The member that goes on alone. */
export interface LoneMember {
  readonly clusterId: string;
  readonly name: string;
  readonly address: string;
}

export interface LogFoundation {
  /** Keeps what is in the log. The state machine is filled on the way. Resolves with facts for whoever reads logs. */
  recover(self: LoneMember, nowMs: number, stateMachine: StateMachine): Promise<object>;
  /** Replaces it by the backup. */
  restore(self: LoneMember, nowMs: number, backup: BackedUp): Promise<object>;
}

export interface BackedUp {
  readonly header: BackupHeader;
  readonly pieces: AsyncIterable<Uint8Array>;
}

export class FolderFoundation implements LogFoundation {
  readonly #directory: string;
  readonly #disk: Disk;

  constructor(options: { readonly directory: string }, modules: { readonly disk: Disk }) {
    this.#directory = options.directory;
    this.#disk = modules.disk;
  }

  async recover({ name, address }: LoneMember, nowMs: number, stateMachine: StateMachine): Promise<object> {
    const options = { directory: this.#directory, name, address, nowMs };
    return await recoverCluster(options, { disk: this.#disk, stateMachine });
  }

  async restore({ name, address }: LoneMember, nowMs: number, { header, pieces }: BackedUp): Promise<object> {
    const directory = this.#directory;
    const aside = `${directory}.before-restore`;
    await rm(aside, { recursive: true, force: true });
    await rename(directory, aside).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
    const { clusterId, recoveryEpoch, index } = header;
    // Each id was given by an entry of the log. Terms may be used again: no peer of another epoch is listened to.
    const backup = { clusterId, recoveryEpoch, index, term: index, highestId: index };
    const begun = await restoreCluster(
      { directory, name, address, backup, nowMs },
      { disk: this.#disk, pieces },
    );
    await rm(aside, { recursive: true, force: true });
    return begun;
  }
}
