/**
 * How a log in etcd begins, and how a member opens it. A cluster is made by one transaction that wants its place to be
 * empty; a member opens what is there, and says in a sentence why it cannot.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { type EtcdClient, EtcdError } from './etcd-client.js';
import { EtcdLog, type EtcdLogModules, type EtcdLogOptions } from './etcd-log.js';
import { Keys } from './rules/keys.js';
import { encodeRecord, type SharedState, stateOf } from './rules/shared-state.js';

const MIB = 1024 * 1024;
const TRY_TIMEOUT_MS = 2_000;
const PAUSE_MS = 200;
const FIRST_ID = 1;

const DEFAULTS = {
  leaseSeconds: 5,
  maxEntryBytes: 1.5 * MIB,
  maxPendingBytes: 64 * MIB,
  snapshotAfterEntries: 10_000,
  snapshotAfterBytes: 64 * MIB,
  keptEntries: 1_000,
} as const;
const OPEN_WITHIN_MS = 15_000;

/** Where a cluster stands in etcd. */
export interface ClusterPlace {
  /** All its keys begin so; several clusters, and others' keys, may be in one etcd. */
  readonly prefix: string;
  readonly clusterId: string;
}

export interface OpenOptions
  extends ClusterPlace,
    Partial<Omit<EtcdLogOptions, 'selfId' | 'clusterId' | 'recoveryEpoch'>> {
  readonly selfId: number;
  readonly openWithinMs?: number;
}

export class EtcdLogError extends Error {
  override readonly name = 'EtcdLogError';
}

const keysOf = ({ prefix, clusterId }: ClusterPlace): Keys =>
  new Keys(`${prefix.replace(/\/+$/, '')}/${clusterId}/`);

/** Makes the cluster with its first member, and returns that one's id. The caller's client stays open. */
export async function createEtcdCluster(
  {
    place,
    first,
  }: { readonly place: ClusterPlace; readonly first: { readonly name: string; readonly address: string } },
  modules: { readonly client: EtcdClient; readonly clock: Clock },
): Promise<number> {
  const keys = keysOf(place);
  const { clusterId } = place;
  const transaction = {
    compares: [{ ...keys.state, createRevision: 0 }],
    success: [
      { kind: 'put', key: keys.cluster, value: encodeRecord({ clusterId, recoveryEpoch: 1 }) },
      { kind: 'put', key: keys.nextId, value: encodeRecord({ id: FIRST_ID + 1 }) },
      { kind: 'put', key: keys.member(FIRST_ID), value: encodeRecord(first) },
    ],
    failure: [{ kind: 'read', range: keys.state }],
  } as const;
  const answer = await patiently(modules.clock, OPEN_WITHIN_MS, () =>
    modules.client.transact(transaction, TRY_TIMEOUT_MS),
  );
  if (answer.succeeded) return FIRST_ID;
  // A try that got no answer may have made it: an id of a cluster is drawn anew each time, so it is this one.
  const { memberById } = stateOf(answer.reads[0] ?? [], keys);
  if (memberById.size === 1 && memberById.get(FIRST_ID)?.name === first.name) return FIRST_ID;
  throw new EtcdLogError(`etcd holds a cluster ${clusterId} already, with ${memberById.size} members`);
}

/** Resolves once all that was in the log is applied, and somebody leads. */
export async function openEtcdLog(options: OpenOptions, modules: EtcdLogModules): Promise<EtcdLog> {
  const { openWithinMs = OPEN_WITHIN_MS, prefix: _prefix, ...given } = options;
  const keys = keysOf(options);
  const { client, clock } = modules;
  let log: EtcdLog | undefined;
  try {
    const cluster = await patiently(clock, openWithinMs, () => findCluster(keys, options, client));
    log = new EtcdLog(keys, { ...DEFAULTS, ...given, recoveryEpoch: cluster.recoveryEpoch }, modules);
    await log.start(openWithinMs);
    return log;
  } catch (error) {
    await log?.close();
    client.close();
    throw error;
  }
}

async function findCluster(
  keys: Keys,
  { clusterId, selfId }: OpenOptions,
  client: EtcdClient,
): Promise<NonNullable<SharedState['cluster']>> {
  const transaction = { success: [{ kind: 'read', range: keys.state }] } as const;
  const { reads } = await client.transact(transaction, TRY_TIMEOUT_MS);
  const { cluster, memberById } = stateOf(reads[0] ?? [], keys);
  if (cluster?.clusterId !== clusterId) {
    throw new EtcdLogError(
      `etcd holds no cluster ${clusterId} under ${keys.nameOfAll}. Look at the address and the prefix of the store`,
    );
  }
  if (!memberById.has(selfId)) {
    throw new EtcdLogError(
      `this member (${selfId}) was removed from cluster ${clusterId}. To come back it leaves with --force and joins again`,
    );
  }
  return cluster;
}

/** Tries it again while etcd gives no answer. */
async function patiently<T>(clock: Clock, withinMs: number, attempt: () => Promise<T>): Promise<T> {
  let last: EtcdError | undefined;
  const late = (): Error =>
    new EtcdLogError(`etcd did not answer within ${withinMs / 1000} s: ${last?.message ?? 'no answer'}`, {
      cause: last,
    });
  return await withTimeout(clock, withinMs, late, async (signal) => {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof EtcdError) || error.code !== 'no-answer') throw error;
        last = error;
      }
      await clock.sleep(PAUSE_MS, signal);
    }
  });
}
