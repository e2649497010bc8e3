/**
 * Before a control plane begins again as the only one: makes its folder the log of a cluster with one member, from
 * what is in it or from a backup. The state stays as it was; a new recovery epoch tells it from what others have.
 */
import { createReadStream } from 'node:fs';
import { type BackupHeader, type OpenBackup, readBackup } from '../../proto/base/backup-format.js';
import { SwarmError } from '../../proto/base/errors.js';
import { newId } from '../../proto/base/random.js';
import { makeRequest } from '../../proto/base/x509.js';
import type { Cluster } from '../../proto/gen/objects.js';
import { DEFAULT_VALIDITY_MS, signNodeCertificate } from '../ca/root-key.js';
import { Store } from '../store/store.js';
import type { EmbeddedLogModules } from './embedded-log.js';
import type { LogFoundation } from './log-foundation.js';
import type { Beginning, Self } from './manager.js';
import { stateMachineOf } from './replicated-log.js';

export type Recovery =
  | ({ readonly kind: 'recover' } & Self)
  | {
      readonly kind: 'restore';
      readonly backupFile: string;
      /** The node, where it is in the cluster of the backup; a new one of that cluster is made without it. */
      readonly self: Self | undefined;
    };

export interface RecoveryOptions {
  /** host:port others reach this manager at. */
  readonly address: string;
}

export interface RecoveryModules extends EmbeddedLogModules {
  readonly foundation: LogFoundation;
}

/** The log can be opened as that of this member afterwards. */
export async function recover(
  recovery: Recovery,
  options: RecoveryOptions,
  modules: RecoveryModules,
): Promise<Extract<Beginning, { kind: 'resume' }>> {
  if (recovery.kind === 'restore') return await restore(recovery, options, modules);
  const { nodeId, clusterId, identity } = recovery;
  const store = aStore(modules);
  const nowMs = modules.clock.nowMs();
  const member = { clusterId, name: nodeId, address: options.address };
  const begun = await inWords('Recovering the log', () =>
    modules.foundation.recover(member, nowMs, stateMachineOf(store)),
  );
  modules.log.warn('this manager goes on as the only one', { ...begun, nodeId });
  return { kind: 'resume', isRecovered: true, nodeId, clusterId, identity };
}

async function restore(
  { backupFile, self }: Extract<Recovery, { kind: 'restore' }>,
  { address }: RecoveryOptions,
  modules: RecoveryModules,
): Promise<Extract<Beginning, { kind: 'resume' }>> {
  // Read twice: whole and right before anything is changed, and then into the log.
  const { cluster } = await contentOf(backupFile, modules);
  if (self !== undefined && self.clusterId !== cluster.id)
    throw new SwarmError('peer.refused', {
      kind: 'other-cluster',
      reason: `the backup is of cluster ${cluster.id}, this node of ${self.clusterId}. Leave that with --force first.`,
    });
  const as = self ?? (await aNewManager(cluster, modules));
  const backup = await openBackup(backupFile);
  const member = { clusterId: cluster.id, name: as.nodeId, address };
  const begun = await inWords('Restoring the backup', () =>
    modules.foundation.restore(member, modules.clock.nowMs(), backup),
  );
  modules.log.warn('a backup was restored; this is the only manager now', {
    ...begun,
    nodeId: as.nodeId,
    backupFile,
  });
  return { kind: 'resume', isRecovered: true, ...as };
}

/** A node of that cluster which nobody has heard of: signed with the root that the backup holds. */
async function aNewManager(cluster: Cluster, { random, clock }: EmbeddedLogModules): Promise<Self> {
  const { identity, spec } = cluster;
  if (identity === undefined)
    throw new SwarmError('runtime.failed', { what: 'Restoring the backup', reason: 'it holds no root key' });
  const root = { certificatePem: identity.rootCertificatePem, keyPem: identity.rootKeyPem };
  const nodeId = newId(random);
  const { keyPem, csrPem } = await makeRequest();
  const validityMs = spec?.nodeCertificateValidityMs || DEFAULT_VALIDITY_MS;
  const subject = { nodeId, clusterId: cluster.id, role: 'manager', validityMs } as const;
  const { certificatePem } = await signNodeCertificate(root, csrPem, subject, { random, clock });
  const ownIdentity = { certificatePem, keyPem, rootPem: root.certificatePem };
  return { nodeId, clusterId: cluster.id, identity: ownIdentity };
}

/** Throws when it is not a whole backup of a cluster that this build can read. */
async function contentOf(
  backupFile: string,
  modules: EmbeddedLogModules,
): Promise<{ readonly cluster: Cluster; readonly header: BackupHeader }> {
  const { header, pieces } = await openBackup(backupFile);
  const store = aStore(modules);
  await store.restore(header.index, pieces);
  const cluster = store.view().cluster();
  if (cluster?.id !== header.clusterId)
    throw new SwarmError('runtime.failed', {
      what: `Reading ${backupFile}`,
      reason: `its state is of ${cluster === undefined ? 'no cluster' : `cluster ${cluster.id}`}, its header says ${header.clusterId}`,
    });
  return { cluster, header };
}

async function openBackup(backupFile: string): Promise<OpenBackup> {
  try {
    return await readBackup(createReadStream(backupFile), backupFile);
  } catch (error) {
    if (error instanceof SwarmError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SwarmError('runtime.failed', { what: `Reading ${backupFile}`, reason }, error);
  }
}

/** Holds a state for as long as it is looked at; nothing is proposed to it. */
function aStore({ clock }: EmbeddedLogModules): Store {
  const propose = (): Promise<never> => Promise.reject(new SwarmError('manager.not-leader', { leader: '' }));
  return new Store({}, { log: { propose }, clock });
}

async function inWords<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SwarmError) throw error;
    throw new SwarmError(
      'runtime.failed',
      { what, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
}
