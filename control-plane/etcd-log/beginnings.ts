/**
 * How the log of a cluster comes into etcd: founded, begun anew with one member, or made of a backup. Each is one
 * transaction that all members of before are told of by: whoever led does not lead any more, and whoever still lives finds
 * another recovery epoch, and ends.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { EtcdClient, Operation, Transaction, TransactionAnswer } from './etcd-client.js';
import { patiently } from './patience.js';
import { Keys } from './rules/keys.js';
import { encodeRecord, type MemberRecord, type SharedState, stateOf } from './rules/shared-state.js';
import { inParts } from './snapshots.js';

/** Where a cluster stands in etcd. */
export interface ClusterPlace {
  /** All its keys begin so; several clusters, and others' keys, may be in one etcd. */
  readonly prefix: string;
  readonly clusterId: string;
}

export interface BeginningModules {
  readonly client: EtcdClient;
  readonly clock: Clock;
}

/** A member as it begins. */
export interface Begun {
  readonly id: number;
  readonly recoveryEpoch: number;
}

/** What a backup says of itself. */
export interface BackupOfLog {
  readonly recoveryEpoch: number;
  /** The last entry in it. */
  readonly index: number;
}

export class EtcdLogError extends Error {
  override readonly name = 'EtcdLogError';
}

const TRY_TIMEOUT_MS = 3_000;
const ANSWER_WITHIN_MS = 15_000;
const FIRST_ID = 1;

export const keysOf = ({ prefix, clusterId }: ClusterPlace): Keys =>
  new Keys(`${prefix.replace(/\/+$/, '')}/${clusterId}/`);

/** The state of the cluster as it stands in etcd; without a cluster there, an empty one. */
export async function readShared(place: ClusterPlace, modules: BeginningModules): Promise<SharedState> {
  const keys = keysOf(place);
  const { reads } = await transact({ success: [{ kind: 'read', range: keys.state }] }, modules);
  return stateOf(reads[0] ?? [], keys);
}

/** Makes the cluster with its first member, and returns that one's id. */
export async function foundEtcdCluster(
  place: ClusterPlace,
  first: MemberRecord,
  modules: BeginningModules,
): Promise<number> {
  const keys = keysOf(place);
  const { clusterId } = place;
  const answer = await transact(
    {
      compares: [{ ...keys.state, createRevision: 0 }],
      success: [
        { kind: 'put', key: keys.cluster, value: encodeRecord({ clusterId, recoveryEpoch: 0 }) },
        { kind: 'put', key: keys.nextId, value: encodeRecord({ id: FIRST_ID + 1 }) },
        { kind: 'put', key: keys.member(FIRST_ID), value: encodeRecord(first) },
      ],
      failure: [{ kind: 'read', range: keys.state }],
    },
    modules,
  );
  if (answer.succeeded) return FIRST_ID;
  // A try that got no answer may have made it: an id of a cluster is drawn anew each time, so it is this one.
  const { memberById } = stateOf(answer.reads[0] ?? [], keys);
  if (memberById.size === 1 && memberById.get(FIRST_ID)?.name === first.name) return FIRST_ID;
  throw new EtcdLogError(`etcd holds a cluster ${clusterId} already, with ${memberById.size} members`);
}

/** The log as it is, with this member as the only one. */
export async function recoverEtcdCluster(
  place: ClusterPlace,
  { self, nowMs }: { readonly self: MemberRecord; readonly nowMs: number },
  modules: BeginningModules,
): Promise<Begun> {
  const keys = keysOf(place);
  const { cluster, nextId } = await readShared(place, modules);
  if (cluster === undefined || nextId === undefined)
    throw new EtcdLogError(`etcd holds no cluster ${place.clusterId} under ${keys.nameOfAll}`);
  const begun = { id: nextId.id, recoveryEpoch: Math.max(cluster.recoveryEpoch + 1, nowMs) };
  await begin(place, { self, begun, was: cluster.modRevision, changes: [] }, modules);
  return begun;
}

/** The log as the backup has it, with this member as the only one, whatever was there before. */
export async function restoreEtcdCluster(
  place: ClusterPlace,
  options: {
    readonly self: MemberRecord;
    readonly backup: BackupOfLog;
    readonly pieces: AsyncIterable<Uint8Array>;
    readonly nowMs: number;
  },
  modules: BeginningModules,
): Promise<Begun> {
  const keys = keysOf(place);
  const { self, backup, pieces, nowMs } = options;
  const { cluster, nextId } = await readShared(place, modules);
  const { index } = backup;
  const recoveryEpoch = Math.max(backup.recoveryEpoch + 1, (cluster?.recoveryEpoch ?? 0) + 1, nowMs);
  // Each id was given after an entry of the log, so none is as high as the next one of it.
  const begun = { id: Math.max(index + 1, nextId?.id ?? 0), recoveryEpoch };
  const folder = keys.restoredFolder(recoveryEpoch);
  let parts = 0;
  for await (const value of inParts(pieces)) {
    const key = keys.snapshotPart(folder, parts);
    await transact({ success: [{ kind: 'put', key, value }] }, modules);
    parts++;
  }
  const changes: Operation[] = [
    { kind: 'delete', range: keys.entries(0) },
    { kind: 'delete', range: keys.parts(0, Number.MAX_SAFE_INTEGER) },
    { kind: 'delete', range: keys.snapshotsBefore(Number.MAX_SAFE_INTEGER) },
    { kind: 'put', key: keys.end, value: Buffer.from(String(index)) },
    { kind: 'put', key: keys.snapshot, value: encodeRecord({ index, folder, parts }) },
  ];
  await begin(place, { self, begun, was: cluster?.modRevision ?? 0, changes }, modules);
  return begun;
}

async function begin(
  place: ClusterPlace,
  options: {
    readonly self: MemberRecord;
    readonly begun: Begun;
    readonly was: number;
    readonly changes: readonly Operation[];
  },
  modules: BeginningModules,
): Promise<void> {
  const keys = keysOf(place);
  const { begun, self, changes, was } = options;
  const { clusterId } = place;
  const record = encodeRecord({ clusterId, recoveryEpoch: begun.recoveryEpoch });
  const answer = await transact(
    {
      compares: [{ from: keys.cluster, modRevision: was }],
      success: [
        ...changes,
        // Those of before: the new one's id is higher than all.
        { kind: 'delete', range: keys.membersBefore(begun.id) },
        { kind: 'delete', range: keys.presences },
        { kind: 'delete', range: { from: keys.leader } },
        { kind: 'delete', range: { from: keys.successor } },
        { kind: 'put', key: keys.cluster, value: record },
        { kind: 'put', key: keys.nextId, value: encodeRecord({ id: begun.id + 1 }) },
        { kind: 'put', key: keys.member(begun.id), value: encodeRecord(self) },
      ],
      failure: [{ kind: 'read', range: { from: keys.cluster } }],
    },
    modules,
  );
  const isDone =
    answer.succeeded || Buffer.from(record).equals(answer.reads[0]?.[0]?.value ?? new Uint8Array(0));
  if (!isDone)
    throw new EtcdLogError('somebody else began the cluster anew at the same time; look who, and try again');
}

/** Tries until there is an answer: each of these may be done twice. */
function transact(transaction: Transaction, { client, clock }: BeginningModules): Promise<TransactionAnswer> {
  return patiently(clock, ANSWER_WITHIN_MS, () => client.transact(transaction, TRY_TIMEOUT_MS));
}
