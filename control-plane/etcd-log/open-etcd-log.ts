/**
 * How a member opens its log in etcd: what is there is applied first. Says in a sentence why it cannot.
 */
import { type ClusterPlace, EtcdLogError, keysOf, readShared } from './beginnings.js';
import { EtcdLog, type EtcdLogModules, type EtcdLogOptions } from './etcd-log.js';
import { patiently } from './patience.js';

const MIB = 1024 * 1024;

const DEFAULTS = {
  leaseSeconds: 5,
  maxEntryBytes: 1.5 * MIB,
  maxPendingBytes: 64 * MIB,
  snapshotAfterEntries: 10_000,
  snapshotAfterBytes: 64 * MIB,
  keptEntries: 1_000,
} as const;
const OPEN_WITHIN_MS = 15_000;

export interface OpenOptions
  extends ClusterPlace,
    Partial<Omit<EtcdLogOptions, 'selfId' | 'clusterId' | 'recoveryEpoch'>> {
  readonly selfId: number;
  readonly openWithinMs?: number;
}

/** Resolves once all that was in the log is applied, and somebody leads. The client is closed with it. */
export async function openEtcdLog(options: OpenOptions, modules: EtcdLogModules): Promise<EtcdLog> {
  const { openWithinMs = OPEN_WITHIN_MS, prefix: _prefix, ...given } = options;
  const { client, clock } = modules;
  let log: EtcdLog | undefined;
  try {
    const recoveryEpoch = await patiently(clock, openWithinMs, () => findCluster(options, modules));
    log = new EtcdLog(keysOf(options), { ...DEFAULTS, ...given, recoveryEpoch }, modules);
    await log.start(openWithinMs);
    return log;
  } catch (error) {
    await log?.close();
    client.close();
    throw error;
  }
}

/** The recovery epoch of the cluster that this member is in. */
async function findCluster(options: OpenOptions, modules: EtcdLogModules): Promise<number> {
  const { clusterId, selfId } = options;
  const { cluster, memberById } = await readShared(options, modules);
  if (cluster?.clusterId !== clusterId) {
    throw new EtcdLogError(
      `etcd holds no cluster ${clusterId} under ${keysOf(options).nameOfAll}. Look at the address and the prefix of the store`,
    );
  }
  if (memberById.has(selfId)) return cluster.recoveryEpoch;
  throw new EtcdLogError(`this member (${selfId}) was removed from cluster ${clusterId}`);
}
