/**
 * What all members know of each other, read from the keys below `state/`: the cluster, who leads, who is a
 * member, who is there, where the newest snapshot is. Owns the format of these values; watching them is state-watch's work.
 */
import type { Keys, KeyValue } from './keys.js';

const FORMAT = 1;

export interface ClusterRecord {
  readonly clusterId: string;
  readonly recoveryEpoch: number;
}

export interface MemberRecord {
  readonly name: string;
  readonly address: string;
}

export interface SnapshotRecord {
  /** The last entry in it. */
  readonly index: number;
  /** Where its parts are, below the prefix. */
  readonly folder: string;
  readonly parts: number;
}

type At<T> = T & { readonly modRevision: number };

export interface SharedState {
  readonly cluster: At<ClusterRecord> | undefined;
  /** The epoch is the revision that this leadership began with. */
  readonly leader: { readonly memberId: number; readonly epoch: number } | undefined;
  readonly successorId: number | undefined;
  readonly snapshot: SnapshotRecord | undefined;
  /** The id that the next member gets. */
  readonly nextId: At<{ readonly id: number }> | undefined;
  readonly memberById: ReadonlyMap<number, At<MemberRecord>>;
  readonly presentIds: ReadonlySet<number>;
}

export const NO_STATE: SharedState = {
  cluster: undefined,
  leader: undefined,
  successorId: undefined,
  snapshot: undefined,
  nextId: undefined,
  memberById: new Map(),
  presentIds: new Set(),
};

export class StateFormatError extends Error {
  override readonly name = 'StateFormatError';
}

export const encodeRecord = (record: object): Uint8Array =>
  Buffer.from(JSON.stringify({ format: FORMAT, ...record }));

/** The state that these keys hold. Keys that this version does not know are another version's business. */
export function stateOf(entries: Iterable<KeyValue>, keys: Keys): SharedState {
  const memberById = new Map<number, At<MemberRecord>>();
  const presentIds = new Set<number>();
  const rest: { -readonly [K in keyof SharedState]?: SharedState[K] } = {};
  for (const { key, value, createRevision, modRevision } of entries) {
    const [, name = '', id = ''] = keys.nameOf(key).split('/');
    if (name === 'presence') presentIds.add(Number(id));
    else if (name === 'members') memberById.set(Number(id), { ...membership(key, value), modRevision });
    else if (name === 'cluster') {
      const record = parse(key, value);
      const cluster = {
        clusterId: textIn(key, record, 'clusterId'),
        recoveryEpoch: numberIn(key, record, 'recoveryEpoch'),
      };
      rest.cluster = { ...cluster, modRevision };
    } else if (name === 'leader') {
      rest.leader = { memberId: numberIn(key, parse(key, value), 'id'), epoch: createRevision };
    } else if (name === 'successor') rest.successorId = numberIn(key, parse(key, value), 'id');
    else if (name === 'next-id') rest.nextId = { id: numberIn(key, parse(key, value), 'id'), modRevision };
    else if (name === 'snapshot') rest.snapshot = snapshotOf(key, value);
  }
  return { ...NO_STATE, ...rest, memberById, presentIds };
}

function membership(key: string, value: Uint8Array): MemberRecord {
  const record = parse(key, value);
  return { name: textIn(key, record, 'name'), address: textIn(key, record, 'address') };
}

export function snapshotOf(key: string, value: Uint8Array): SnapshotRecord {
  const record = parse(key, value);
  return {
    index: numberIn(key, record, 'index'),
    folder: textIn(key, record, 'folder'),
    parts: numberIn(key, record, 'parts'),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parse(key: string, value: Uint8Array): JsonObject {
  const parsed = parsedJson(Buffer.from(value).toString());
  if (typeof parsed !== 'object' || parsed === null)
    throw new StateFormatError(`etcd holds something that is not ours under ${key}`);
  const record: JsonObject = { ...parsed };
  if (record['format'] === FORMAT) return record;
  throw new StateFormatError(
    `${key} in etcd has format ${String(record['format'])}; this version reads ${FORMAT}. Start the newer version`,
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textIn(key: string, record: JsonObject, field: string): string {
  const value = record[field];
  if (typeof value === 'string') return value;
  throw new StateFormatError(`${key} in etcd lacks its ${field}`);
}

function numberIn(key: string, record: JsonObject, field: string): number {
  const value = record[field];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new StateFormatError(`${key} in etcd lacks its ${field}`);
}
