/**
 * Generated from proto/swarm/v1/log.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { ChangeGroupStatic, ChangeStatic, CheckStatic, GroupUpdateStatic, GroupVersionStatic, LogEntryStatic, ObjectRefStatic, SnapshotHeaderStatic, StoredObjectStatic, type ChangeGroupRaw, type ChangeRaw, type CheckRaw, type GroupUpdateRaw, type GroupVersionRaw, type LogEntryRaw, type ObjectRefRaw, type SnapshotHeaderRaw, type StoredObjectRaw } from '#proto-static';
import { FIELD_GROUP_DEFAULT, clusterCreate, clusterFromRaw, clusterToRaw, fieldGroupFromRaw, fieldGroupToRaw, networkCreate, networkFromRaw, networkToRaw, nodeCreate, nodeFromRaw, nodeToRaw, pastRequestCreate, pastRequestFromRaw, pastRequestToRaw, serviceCreate, serviceFromRaw, serviceRevisionCreate, serviceRevisionFromRaw, serviceRevisionToRaw, serviceToRaw, taskCreate, taskFromRaw, taskToRaw, type Cluster, type ClusterInput, type FieldGroup, type Network, type NetworkInput, type Node, type NodeInput, type PastRequest, type PastRequestInput, type Service, type ServiceInput, type ServiceRevision, type ServiceRevisionInput, type Task, type TaskInput } from './objects.js';

export type Table =
  | 'cluster'
  | 'node'
  | 'service'
  | 'revision'
  | 'task'
  | 'request'
  | 'network';

/** In the order of their numbers on the wire. */
export const TABLES: readonly Table[] = ['cluster', 'node', 'service', 'revision', 'task', 'request', 'network'];

export const TABLE_DEFAULT: Table = 'cluster';
const TABLE_BY_NUMBER: Readonly<Record<number, Table | undefined>> = { [0]: 'cluster', [1]: 'node', [2]: 'service', [3]: 'revision', [4]: 'task', [5]: 'request', [6]: 'network' };
const TABLE_NUMBERS: Readonly<Record<string, number | undefined>> = { 'cluster': 0, 'node': 1, 'service': 2, 'revision': 3, 'task': 4, 'request': 5, 'network': 6 };

export function tableFromRaw(value: number, messageName: string, fieldName: string): Table {
  const word = TABLE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known Table`, { fieldName, value });
}

export function tableToRaw(value: Table, messageName: string, fieldName: string): number {
  const number = TABLE_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, `${String(value)} is no Table`);
}

export interface ObjectRef extends rt.WithUnknownFields {
  readonly table: Table;
  readonly id: string;
}

/** What ObjectRefCodec.create accepts; all of it may be left out. */
export interface ObjectRefInput extends rt.WithUnknownFields {
  readonly table?: Table | undefined;
  readonly id?: string | undefined;
}

export function objectRefCreate(partial: ObjectRefInput = {}): ObjectRef {
  const value: ObjectRef = {
    table: partial.table ?? TABLE_DEFAULT,
    id: partial.id ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function objectRefFromRaw(raw: ObjectRefRaw): ObjectRef {
  const value: ObjectRef = {
    table: tableFromRaw(raw.table, 'swarm.v1.ObjectRef', 'table'),
    id: raw.id,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function objectRefToRaw(value: ObjectRef): ObjectRefRaw {
  return {
    table: tableToRaw(value.table, 'swarm.v1.ObjectRef', 'table'),
    id: value.id,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ObjectRefCodec: rt.MessageCodec<ObjectRef, ObjectRefInput> = {
  name: 'swarm.v1.ObjectRef',
  encode: (value) => rt.encodeMessage(ObjectRefStatic, objectRefToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ObjectRef', ObjectRefStatic, bytes, objectRefFromRaw),
  create: objectRefCreate,
};

export interface StoredObject extends rt.WithUnknownFields {
  readonly object?:
    | { readonly kind: 'cluster'; readonly cluster: Cluster }
    | { readonly kind: 'node'; readonly node: Node }
    | { readonly kind: 'service'; readonly service: Service }
    | { readonly kind: 'revision'; readonly revision: ServiceRevision }
    | { readonly kind: 'task'; readonly task: Task }
    | { readonly kind: 'request'; readonly request: PastRequest }
    | { readonly kind: 'network'; readonly network: Network }
    | undefined;
}

/** What StoredObjectCodec.create accepts; all of it may be left out. */
export interface StoredObjectInput extends rt.WithUnknownFields {
  readonly object?:
    | { readonly kind: 'cluster'; readonly cluster: ClusterInput }
    | { readonly kind: 'node'; readonly node: NodeInput }
    | { readonly kind: 'service'; readonly service: ServiceInput }
    | { readonly kind: 'revision'; readonly revision: ServiceRevisionInput }
    | { readonly kind: 'task'; readonly task: TaskInput }
    | { readonly kind: 'request'; readonly request: PastRequestInput }
    | { readonly kind: 'network'; readonly network: NetworkInput }
    | undefined;
}

export function storedObjectCreate(partial: StoredObjectInput = {}): StoredObject {
  const value: StoredObject = {
    object: partial.object?.kind === 'cluster' ? { kind: 'cluster', cluster: clusterCreate(partial.object.cluster) }
      : partial.object?.kind === 'node' ? { kind: 'node', node: nodeCreate(partial.object.node) }
      : partial.object?.kind === 'service' ? { kind: 'service', service: serviceCreate(partial.object.service) }
      : partial.object?.kind === 'revision' ? { kind: 'revision', revision: serviceRevisionCreate(partial.object.revision) }
      : partial.object?.kind === 'task' ? { kind: 'task', task: taskCreate(partial.object.task) }
      : partial.object?.kind === 'request' ? { kind: 'request', request: pastRequestCreate(partial.object.request) }
      : partial.object?.kind === 'network' ? { kind: 'network', network: networkCreate(partial.object.network) }
      : undefined,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function storedObjectFromRaw(raw: StoredObjectRaw): StoredObject {
  const value: StoredObject = {
    object: raw.cluster != null ? { kind: 'cluster', cluster: clusterFromRaw(raw.cluster) }
      : raw.node != null ? { kind: 'node', node: nodeFromRaw(raw.node) }
      : raw.service != null ? { kind: 'service', service: serviceFromRaw(raw.service) }
      : raw.revision != null ? { kind: 'revision', revision: serviceRevisionFromRaw(raw.revision) }
      : raw.task != null ? { kind: 'task', task: taskFromRaw(raw.task) }
      : raw.request != null ? { kind: 'request', request: pastRequestFromRaw(raw.request) }
      : raw.network != null ? { kind: 'network', network: networkFromRaw(raw.network) }
      : undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function storedObjectToRaw(value: StoredObject): StoredObjectRaw {
  return {
    cluster: value.object?.kind === 'cluster' ? clusterToRaw(value.object.cluster) : undefined,
    node: value.object?.kind === 'node' ? nodeToRaw(value.object.node) : undefined,
    service: value.object?.kind === 'service' ? serviceToRaw(value.object.service) : undefined,
    revision: value.object?.kind === 'revision' ? serviceRevisionToRaw(value.object.revision) : undefined,
    task: value.object?.kind === 'task' ? taskToRaw(value.object.task) : undefined,
    request: value.object?.kind === 'request' ? pastRequestToRaw(value.object.request) : undefined,
    network: value.object?.kind === 'network' ? networkToRaw(value.object.network) : undefined,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const StoredObjectCodec: rt.MessageCodec<StoredObject, StoredObjectInput> = {
  name: 'swarm.v1.StoredObject',
  encode: (value) => rt.encodeMessage(StoredObjectStatic, storedObjectToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StoredObject', StoredObjectStatic, bytes, storedObjectFromRaw),
  create: storedObjectCreate,
};

/** One entry of the log: groups that are applied in order, each whole or not at all. */
export interface LogEntry extends rt.WithUnknownFields {
  /** Format of this entry; a reader that does not know it refuses it. */
  readonly format: number;
  /** Clock of the proposer: the created and updated instants of what is written. */
  readonly atMs: number;
  readonly groups: readonly ChangeGroup[];
}

/** What LogEntryCodec.create accepts; all of it may be left out. */
export interface LogEntryInput extends rt.WithUnknownFields {
  /** Format of this entry; a reader that does not know it refuses it. */
  readonly format?: number | undefined;
  /** Clock of the proposer: the created and updated instants of what is written. */
  readonly atMs?: number | undefined;
  readonly groups?: readonly ChangeGroupInput[] | undefined;
}

export function logEntryCreate(partial: LogEntryInput = {}): LogEntry {
  const value: LogEntry = {
    format: partial.format ?? 0,
    atMs: partial.atMs ?? 0,
    groups: (partial.groups ?? []).map((item) => changeGroupCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logEntryFromRaw(raw: LogEntryRaw): LogEntry {
  const value: LogEntry = {
    format: raw.format,
    atMs: rt.readLong(raw.atMs, 'swarm.v1.LogEntry', 'atMs'),
    groups: raw.groups.map((item) => changeGroupFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logEntryToRaw(value: LogEntry): LogEntryRaw {
  return {
    format: rt.writeUint32(value.format, 'swarm.v1.LogEntry', 'format'),
    atMs: rt.writeInt64(value.atMs, 'swarm.v1.LogEntry', 'atMs'),
    groups: value.groups.map((item) => changeGroupToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogEntryCodec: rt.MessageCodec<LogEntry, LogEntryInput> = {
  name: 'swarm.v1.LogEntry',
  encode: (value) => rt.encodeMessage(LogEntryStatic, logEntryToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogEntry', LogEntryStatic, bytes, logEntryFromRaw),
  create: logEntryCreate,
};

export interface ChangeGroup extends rt.WithUnknownFields {
  readonly checks: readonly Check[];
  readonly changes: readonly Change[];
}

/** What ChangeGroupCodec.create accepts; all of it may be left out. */
export interface ChangeGroupInput extends rt.WithUnknownFields {
  readonly checks?: readonly CheckInput[] | undefined;
  readonly changes?: readonly ChangeInput[] | undefined;
}

export function changeGroupCreate(partial: ChangeGroupInput = {}): ChangeGroup {
  const value: ChangeGroup = {
    checks: (partial.checks ?? []).map((item) => checkCreate(item)),
    changes: (partial.changes ?? []).map((item) => changeCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function changeGroupFromRaw(raw: ChangeGroupRaw): ChangeGroup {
  const value: ChangeGroup = {
    checks: raw.checks.map((item) => checkFromRaw(item)),
    changes: raw.changes.map((item) => changeFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function changeGroupToRaw(value: ChangeGroup): ChangeGroupRaw {
  return {
    checks: value.checks.map((item) => checkToRaw(item)),
    changes: value.changes.map((item) => changeToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ChangeGroupCodec: rt.MessageCodec<ChangeGroup, ChangeGroupInput> = {
  name: 'swarm.v1.ChangeGroup',
  encode: (value) => rt.encodeMessage(ChangeGroupStatic, changeGroupToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ChangeGroup', ChangeGroupStatic, bytes, changeGroupFromRaw),
  create: changeGroupCreate,
};

/** What must still hold when the group is applied. */
export interface Check extends rt.WithUnknownFields {
  readonly object?: ObjectRef | undefined;
  readonly condition?:
    | { readonly kind: 'version'; readonly version: GroupVersion }
    | { readonly kind: 'exists'; readonly exists: boolean }
    | { readonly kind: 'absent'; readonly absent: boolean }
    | undefined;
}

/** What CheckCodec.create accepts; all of it may be left out. */
export interface CheckInput extends rt.WithUnknownFields {
  readonly object?: ObjectRefInput | undefined;
  readonly condition?:
    | { readonly kind: 'version'; readonly version: GroupVersionInput }
    | { readonly kind: 'exists'; readonly exists: boolean }
    | { readonly kind: 'absent'; readonly absent: boolean }
    | undefined;
}

export function checkCreate(partial: CheckInput = {}): Check {
  const value: Check = {
    object: partial.object === undefined ? undefined : objectRefCreate(partial.object),
    condition: partial.condition?.kind === 'version' ? { kind: 'version', version: groupVersionCreate(partial.condition.version) }
      : partial.condition,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function checkFromRaw(raw: CheckRaw): Check {
  const value: Check = {
    object: raw.object == null ? undefined : objectRefFromRaw(raw.object),
    condition: raw.version != null ? { kind: 'version', version: groupVersionFromRaw(raw.version) }
      : raw.exists != null ? { kind: 'exists', exists: raw.exists }
      : raw.absent != null ? { kind: 'absent', absent: raw.absent }
      : undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function checkToRaw(value: Check): CheckRaw {
  return {
    object: value.object === undefined ? undefined : objectRefToRaw(value.object),
    version: value.condition?.kind === 'version' ? groupVersionToRaw(value.condition.version) : undefined,
    exists: value.condition?.kind === 'exists' ? value.condition.exists : undefined,
    absent: value.condition?.kind === 'absent' ? value.condition.absent : undefined,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const CheckCodec: rt.MessageCodec<Check, CheckInput> = {
  name: 'swarm.v1.Check',
  encode: (value) => rt.encodeMessage(CheckStatic, checkToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Check', CheckStatic, bytes, checkFromRaw),
  create: checkCreate,
};

export interface GroupVersion extends rt.WithUnknownFields {
  readonly group: FieldGroup;
  readonly version: number;
}

/** What GroupVersionCodec.create accepts; all of it may be left out. */
export interface GroupVersionInput extends rt.WithUnknownFields {
  readonly group?: FieldGroup | undefined;
  readonly version?: number | undefined;
}

export function groupVersionCreate(partial: GroupVersionInput = {}): GroupVersion {
  const value: GroupVersion = {
    group: partial.group ?? FIELD_GROUP_DEFAULT,
    version: partial.version ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function groupVersionFromRaw(raw: GroupVersionRaw): GroupVersion {
  const value: GroupVersion = {
    group: fieldGroupFromRaw(raw.group, 'swarm.v1.GroupVersion', 'group'),
    version: rt.readLong(raw.version, 'swarm.v1.GroupVersion', 'version'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function groupVersionToRaw(value: GroupVersion): GroupVersionRaw {
  return {
    group: fieldGroupToRaw(value.group, 'swarm.v1.GroupVersion', 'group'),
    version: rt.writeUint64(value.version, 'swarm.v1.GroupVersion', 'version'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GroupVersionCodec: rt.MessageCodec<GroupVersion, GroupVersionInput> = {
  name: 'swarm.v1.GroupVersion',
  encode: (value) => rt.encodeMessage(GroupVersionStatic, groupVersionToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GroupVersion', GroupVersionStatic, bytes, groupVersionFromRaw),
  create: groupVersionCreate,
};

export interface Change extends rt.WithUnknownFields {
  readonly change?:
    | { readonly kind: 'create'; readonly create: StoredObject }
    | { readonly kind: 'update'; readonly update: GroupUpdate }
    | { readonly kind: 'remove'; readonly remove: ObjectRef }
    | undefined;
}

/** What ChangeCodec.create accepts; all of it may be left out. */
export interface ChangeInput extends rt.WithUnknownFields {
  readonly change?:
    | { readonly kind: 'create'; readonly create: StoredObjectInput }
    | { readonly kind: 'update'; readonly update: GroupUpdateInput }
    | { readonly kind: 'remove'; readonly remove: ObjectRefInput }
    | undefined;
}

export function changeCreate(partial: ChangeInput = {}): Change {
  const value: Change = {
    change: partial.change?.kind === 'create' ? { kind: 'create', create: storedObjectCreate(partial.change.create) }
      : partial.change?.kind === 'update' ? { kind: 'update', update: groupUpdateCreate(partial.change.update) }
      : partial.change?.kind === 'remove' ? { kind: 'remove', remove: objectRefCreate(partial.change.remove) }
      : undefined,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function changeFromRaw(raw: ChangeRaw): Change {
  const value: Change = {
    change: raw.create != null ? { kind: 'create', create: storedObjectFromRaw(raw.create) }
      : raw.update != null ? { kind: 'update', update: groupUpdateFromRaw(raw.update) }
      : raw.remove != null ? { kind: 'remove', remove: objectRefFromRaw(raw.remove) }
      : undefined,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function changeToRaw(value: Change): ChangeRaw {
  return {
    create: value.change?.kind === 'create' ? storedObjectToRaw(value.change.create) : undefined,
    update: value.change?.kind === 'update' ? groupUpdateToRaw(value.change.update) : undefined,
    remove: value.change?.kind === 'remove' ? objectRefToRaw(value.change.remove) : undefined,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const ChangeCodec: rt.MessageCodec<Change, ChangeInput> = {
  name: 'swarm.v1.Change',
  encode: (value) => rt.encodeMessage(ChangeStatic, changeToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Change', ChangeStatic, bytes, changeFromRaw),
  create: changeCreate,
};

/** Replaces one field group of an object. */
export interface GroupUpdate extends rt.WithUnknownFields {
  readonly group: FieldGroup;
  /** Holds the id and the fields of that group; all other fields are ignored. */
  readonly object?: StoredObject | undefined;
}

/** What GroupUpdateCodec.create accepts; all of it may be left out. */
export interface GroupUpdateInput extends rt.WithUnknownFields {
  readonly group?: FieldGroup | undefined;
  /** Holds the id and the fields of that group; all other fields are ignored. */
  readonly object?: StoredObjectInput | undefined;
}

export function groupUpdateCreate(partial: GroupUpdateInput = {}): GroupUpdate {
  const value: GroupUpdate = {
    group: partial.group ?? FIELD_GROUP_DEFAULT,
    object: partial.object === undefined ? undefined : storedObjectCreate(partial.object),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function groupUpdateFromRaw(raw: GroupUpdateRaw): GroupUpdate {
  const value: GroupUpdate = {
    group: fieldGroupFromRaw(raw.group, 'swarm.v1.GroupUpdate', 'group'),
    object: raw.object == null ? undefined : storedObjectFromRaw(raw.object),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function groupUpdateToRaw(value: GroupUpdate): GroupUpdateRaw {
  return {
    group: fieldGroupToRaw(value.group, 'swarm.v1.GroupUpdate', 'group'),
    object: value.object === undefined ? undefined : storedObjectToRaw(value.object),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GroupUpdateCodec: rt.MessageCodec<GroupUpdate, GroupUpdateInput> = {
  name: 'swarm.v1.GroupUpdate',
  encode: (value) => rt.encodeMessage(GroupUpdateStatic, groupUpdateToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GroupUpdate', GroupUpdateStatic, bytes, groupUpdateFromRaw),
  create: groupUpdateCreate,
};

/** First record of a snapshot; StoredObject records follow, then nothing. */
export interface SnapshotHeader extends rt.WithUnknownFields {
  readonly format: number;
  readonly index: number;
  readonly objectCount: number;
}

/** What SnapshotHeaderCodec.create accepts; all of it may be left out. */
export interface SnapshotHeaderInput extends rt.WithUnknownFields {
  readonly format?: number | undefined;
  readonly index?: number | undefined;
  readonly objectCount?: number | undefined;
}

export function snapshotHeaderCreate(partial: SnapshotHeaderInput = {}): SnapshotHeader {
  const value: SnapshotHeader = {
    format: partial.format ?? 0,
    index: partial.index ?? 0,
    objectCount: partial.objectCount ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function snapshotHeaderFromRaw(raw: SnapshotHeaderRaw): SnapshotHeader {
  const value: SnapshotHeader = {
    format: raw.format,
    index: rt.readLong(raw.index, 'swarm.v1.SnapshotHeader', 'index'),
    objectCount: rt.readLong(raw.objectCount, 'swarm.v1.SnapshotHeader', 'objectCount'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function snapshotHeaderToRaw(value: SnapshotHeader): SnapshotHeaderRaw {
  return {
    format: rt.writeUint32(value.format, 'swarm.v1.SnapshotHeader', 'format'),
    index: rt.writeUint64(value.index, 'swarm.v1.SnapshotHeader', 'index'),
    objectCount: rt.writeUint64(value.objectCount, 'swarm.v1.SnapshotHeader', 'objectCount'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const SnapshotHeaderCodec: rt.MessageCodec<SnapshotHeader, SnapshotHeaderInput> = {
  name: 'swarm.v1.SnapshotHeader',
  encode: (value) => rt.encodeMessage(SnapshotHeaderStatic, snapshotHeaderToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SnapshotHeader', SnapshotHeaderStatic, bytes, snapshotHeaderFromRaw),
  create: snapshotHeaderCreate,
};
