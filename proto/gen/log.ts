/**
 * Generated from proto/swarm/v1/log.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { FIELD_GROUP_DEFAULT, clusterCreate, clusterRead, clusterWrite, fieldGroupFromNumber, fieldGroupToNumber, networkCreate, networkRead, networkWrite, nodeCreate, nodeRead, nodeWrite, pastRequestCreate, pastRequestRead, pastRequestWrite, serviceCreate, serviceRead, serviceRevisionCreate, serviceRevisionRead, serviceRevisionWrite, serviceWrite, taskCreate, taskRead, taskWrite, type Cluster, type ClusterInput, type FieldGroup, type Network, type NetworkInput, type Node, type NodeInput, type PastRequest, type PastRequestInput, type Service, type ServiceInput, type ServiceRevision, type ServiceRevisionInput, type Task, type TaskInput } from './objects.js';

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

export function tableFromNumber(value: number, messageName: string, fieldName: string): Table {
  const word = TABLE_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, `${value} is no known Table`, { fieldName, value });
}

export function tableToNumber(value: Table, messageName: string, fieldName: string): number {
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

export function objectRefWrite(value: ObjectRef, to: rt.Writer): void {
  if (value.table !== TABLE_DEFAULT) { to.uint32(8); to.int32(tableToNumber(value.table, 'swarm.v1.ObjectRef', 'table')); }
  if (value.id !== '') { to.uint32(18); to.string(value.id); }
  rt.writeUnknown(value, to);
}

export function objectRefRead(from: rt.Reader): ObjectRef {
  let $table: Table = TABLE_DEFAULT;
  let $id: string = '';
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $table = tableFromNumber(from.int32(), 'swarm.v1.ObjectRef', 'table');
        continue;
      }
      case 18: {
        $id = from.string();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: ObjectRef = {
    table: $table,
    id: $id,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ObjectRefCodec: rt.MessageCodec<ObjectRef, ObjectRefInput> = {
  name: 'swarm.v1.ObjectRef',
  encode: (value) => rt.encodeMessage(value, objectRefWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ObjectRef', bytes, objectRefRead),
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

export function storedObjectWrite(value: StoredObject, to: rt.Writer): void {
  switch (value.object?.kind) {
    case 'cluster': to.uint32(10); { const start = to.fork(); clusterWrite(value.object.cluster, to); to.join(start); } break;
    case 'node': to.uint32(18); { const start = to.fork(); nodeWrite(value.object.node, to); to.join(start); } break;
    case 'service': to.uint32(26); { const start = to.fork(); serviceWrite(value.object.service, to); to.join(start); } break;
    case 'revision': to.uint32(34); { const start = to.fork(); serviceRevisionWrite(value.object.revision, to); to.join(start); } break;
    case 'task': to.uint32(42); { const start = to.fork(); taskWrite(value.object.task, to); to.join(start); } break;
    case 'request': to.uint32(50); { const start = to.fork(); pastRequestWrite(value.object.request, to); to.join(start); } break;
    case 'network': to.uint32(58); { const start = to.fork(); networkWrite(value.object.network, to); to.join(start); } break;
  }
  rt.writeUnknown(value, to);
}

export function storedObjectRead(from: rt.Reader): StoredObject {
  let $object: StoredObject['object'];
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        const outer = from.enter();
        $object = { kind: 'cluster', cluster: $object?.kind === 'cluster' ? rt.readMore(from, $object.cluster, clusterWrite, clusterRead) : clusterRead(from) };
        from.leave(outer);
        continue;
      }
      case 18: {
        const outer = from.enter();
        $object = { kind: 'node', node: $object?.kind === 'node' ? rt.readMore(from, $object.node, nodeWrite, nodeRead) : nodeRead(from) };
        from.leave(outer);
        continue;
      }
      case 26: {
        const outer = from.enter();
        $object = { kind: 'service', service: $object?.kind === 'service' ? rt.readMore(from, $object.service, serviceWrite, serviceRead) : serviceRead(from) };
        from.leave(outer);
        continue;
      }
      case 34: {
        const outer = from.enter();
        $object = { kind: 'revision', revision: $object?.kind === 'revision' ? rt.readMore(from, $object.revision, serviceRevisionWrite, serviceRevisionRead) : serviceRevisionRead(from) };
        from.leave(outer);
        continue;
      }
      case 42: {
        const outer = from.enter();
        $object = { kind: 'task', task: $object?.kind === 'task' ? rt.readMore(from, $object.task, taskWrite, taskRead) : taskRead(from) };
        from.leave(outer);
        continue;
      }
      case 50: {
        const outer = from.enter();
        $object = { kind: 'request', request: $object?.kind === 'request' ? rt.readMore(from, $object.request, pastRequestWrite, pastRequestRead) : pastRequestRead(from) };
        from.leave(outer);
        continue;
      }
      case 58: {
        const outer = from.enter();
        $object = { kind: 'network', network: $object?.kind === 'network' ? rt.readMore(from, $object.network, networkWrite, networkRead) : networkRead(from) };
        from.leave(outer);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: StoredObject = {
    object: $object,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const StoredObjectCodec: rt.MessageCodec<StoredObject, StoredObjectInput> = {
  name: 'swarm.v1.StoredObject',
  encode: (value) => rt.encodeMessage(value, storedObjectWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.StoredObject', bytes, storedObjectRead),
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

export function logEntryWrite(value: LogEntry, to: rt.Writer): void {
  if (value.format !== 0) { to.uint32(8); to.uint32(rt.writeUint32(value.format, 'swarm.v1.LogEntry', 'format')); }
  if (value.atMs !== 0) { to.uint32(16); to.int64(rt.writeInt64(value.atMs, 'swarm.v1.LogEntry', 'atMs')); }
  for (const item of value.groups) { to.uint32(26); { const start = to.fork(); changeGroupWrite(item, to); to.join(start); } }
  rt.writeUnknown(value, to);
}

export function logEntryRead(from: rt.Reader): LogEntry {
  let $format: number = 0;
  let $atMs: number = 0;
  let $groups: ChangeGroup[] | undefined;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $format = from.uint32();
        continue;
      }
      case 16: {
        $atMs = rt.readLong(from.int64(), 'swarm.v1.LogEntry', 'atMs');
        continue;
      }
      case 26: {
        const outer = from.enter();
        ($groups ??= []).push(changeGroupRead(from));
        from.leave(outer);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: LogEntry = {
    format: $format,
    atMs: $atMs,
    groups: $groups ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogEntryCodec: rt.MessageCodec<LogEntry, LogEntryInput> = {
  name: 'swarm.v1.LogEntry',
  encode: (value) => rt.encodeMessage(value, logEntryWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogEntry', bytes, logEntryRead),
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

export function changeGroupWrite(value: ChangeGroup, to: rt.Writer): void {
  for (const item of value.checks) { to.uint32(10); { const start = to.fork(); checkWrite(item, to); to.join(start); } }
  for (const item of value.changes) { to.uint32(18); { const start = to.fork(); changeWrite(item, to); to.join(start); } }
  rt.writeUnknown(value, to);
}

export function changeGroupRead(from: rt.Reader): ChangeGroup {
  let $checks: Check[] | undefined;
  let $changes: Change[] | undefined;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        const outer = from.enter();
        ($checks ??= []).push(checkRead(from));
        from.leave(outer);
        continue;
      }
      case 18: {
        const outer = from.enter();
        ($changes ??= []).push(changeRead(from));
        from.leave(outer);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: ChangeGroup = {
    checks: $checks ?? [],
    changes: $changes ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ChangeGroupCodec: rt.MessageCodec<ChangeGroup, ChangeGroupInput> = {
  name: 'swarm.v1.ChangeGroup',
  encode: (value) => rt.encodeMessage(value, changeGroupWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.ChangeGroup', bytes, changeGroupRead),
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

export function checkWrite(value: Check, to: rt.Writer): void {
  if (value.object !== undefined) { to.uint32(10); { const start = to.fork(); objectRefWrite(value.object, to); to.join(start); } }
  switch (value.condition?.kind) {
    case 'version': to.uint32(18); { const start = to.fork(); groupVersionWrite(value.condition.version, to); to.join(start); } break;
    case 'exists': to.uint32(24); to.bool(value.condition.exists); break;
    case 'absent': to.uint32(32); to.bool(value.condition.absent); break;
  }
  rt.writeUnknown(value, to);
}

export function checkRead(from: rt.Reader): Check {
  let $object: ObjectRef | undefined;
  let $condition: Check['condition'];
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        const outer = from.enter();
        $object = $object !== undefined ? rt.readMore(from, $object, objectRefWrite, objectRefRead) : objectRefRead(from);
        from.leave(outer);
        continue;
      }
      case 18: {
        const outer = from.enter();
        $condition = { kind: 'version', version: $condition?.kind === 'version' ? rt.readMore(from, $condition.version, groupVersionWrite, groupVersionRead) : groupVersionRead(from) };
        from.leave(outer);
        continue;
      }
      case 24: {
        $condition = { kind: 'exists', exists: from.bool() };
        continue;
      }
      case 32: {
        $condition = { kind: 'absent', absent: from.bool() };
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: Check = {
    object: $object,
    condition: $condition,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const CheckCodec: rt.MessageCodec<Check, CheckInput> = {
  name: 'swarm.v1.Check',
  encode: (value) => rt.encodeMessage(value, checkWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Check', bytes, checkRead),
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

export function groupVersionWrite(value: GroupVersion, to: rt.Writer): void {
  if (value.group !== FIELD_GROUP_DEFAULT) { to.uint32(8); to.int32(fieldGroupToNumber(value.group, 'swarm.v1.GroupVersion', 'group')); }
  if (value.version !== 0) { to.uint32(16); to.uint64(rt.writeUint64(value.version, 'swarm.v1.GroupVersion', 'version')); }
  rt.writeUnknown(value, to);
}

export function groupVersionRead(from: rt.Reader): GroupVersion {
  let $group: FieldGroup = FIELD_GROUP_DEFAULT;
  let $version: number = 0;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $group = fieldGroupFromNumber(from.int32(), 'swarm.v1.GroupVersion', 'group');
        continue;
      }
      case 16: {
        $version = rt.readLong(from.uint64(), 'swarm.v1.GroupVersion', 'version');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: GroupVersion = {
    group: $group,
    version: $version,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GroupVersionCodec: rt.MessageCodec<GroupVersion, GroupVersionInput> = {
  name: 'swarm.v1.GroupVersion',
  encode: (value) => rt.encodeMessage(value, groupVersionWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GroupVersion', bytes, groupVersionRead),
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

export function changeWrite(value: Change, to: rt.Writer): void {
  switch (value.change?.kind) {
    case 'create': to.uint32(10); { const start = to.fork(); storedObjectWrite(value.change.create, to); to.join(start); } break;
    case 'update': to.uint32(18); { const start = to.fork(); groupUpdateWrite(value.change.update, to); to.join(start); } break;
    case 'remove': to.uint32(26); { const start = to.fork(); objectRefWrite(value.change.remove, to); to.join(start); } break;
  }
  rt.writeUnknown(value, to);
}

export function changeRead(from: rt.Reader): Change {
  let $change: Change['change'];
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        const outer = from.enter();
        $change = { kind: 'create', create: $change?.kind === 'create' ? rt.readMore(from, $change.create, storedObjectWrite, storedObjectRead) : storedObjectRead(from) };
        from.leave(outer);
        continue;
      }
      case 18: {
        const outer = from.enter();
        $change = { kind: 'update', update: $change?.kind === 'update' ? rt.readMore(from, $change.update, groupUpdateWrite, groupUpdateRead) : groupUpdateRead(from) };
        from.leave(outer);
        continue;
      }
      case 26: {
        const outer = from.enter();
        $change = { kind: 'remove', remove: $change?.kind === 'remove' ? rt.readMore(from, $change.remove, objectRefWrite, objectRefRead) : objectRefRead(from) };
        from.leave(outer);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: Change = {
    change: $change,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const ChangeCodec: rt.MessageCodec<Change, ChangeInput> = {
  name: 'swarm.v1.Change',
  encode: (value) => rt.encodeMessage(value, changeWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.Change', bytes, changeRead),
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

export function groupUpdateWrite(value: GroupUpdate, to: rt.Writer): void {
  if (value.group !== FIELD_GROUP_DEFAULT) { to.uint32(8); to.int32(fieldGroupToNumber(value.group, 'swarm.v1.GroupUpdate', 'group')); }
  if (value.object !== undefined) { to.uint32(18); { const start = to.fork(); storedObjectWrite(value.object, to); to.join(start); } }
  rt.writeUnknown(value, to);
}

export function groupUpdateRead(from: rt.Reader): GroupUpdate {
  let $group: FieldGroup = FIELD_GROUP_DEFAULT;
  let $object: StoredObject | undefined;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $group = fieldGroupFromNumber(from.int32(), 'swarm.v1.GroupUpdate', 'group');
        continue;
      }
      case 18: {
        const outer = from.enter();
        $object = $object !== undefined ? rt.readMore(from, $object, storedObjectWrite, storedObjectRead) : storedObjectRead(from);
        from.leave(outer);
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: GroupUpdate = {
    group: $group,
    object: $object,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GroupUpdateCodec: rt.MessageCodec<GroupUpdate, GroupUpdateInput> = {
  name: 'swarm.v1.GroupUpdate',
  encode: (value) => rt.encodeMessage(value, groupUpdateWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GroupUpdate', bytes, groupUpdateRead),
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

export function snapshotHeaderWrite(value: SnapshotHeader, to: rt.Writer): void {
  if (value.format !== 0) { to.uint32(8); to.uint32(rt.writeUint32(value.format, 'swarm.v1.SnapshotHeader', 'format')); }
  if (value.index !== 0) { to.uint32(16); to.uint64(rt.writeUint64(value.index, 'swarm.v1.SnapshotHeader', 'index')); }
  if (value.objectCount !== 0) { to.uint32(24); to.uint64(rt.writeUint64(value.objectCount, 'swarm.v1.SnapshotHeader', 'objectCount')); }
  rt.writeUnknown(value, to);
}

export function snapshotHeaderRead(from: rt.Reader): SnapshotHeader {
  let $format: number = 0;
  let $index: number = 0;
  let $objectCount: number = 0;
  let unknown: Uint8Array[] | undefined;
  while (from.hasMore) {
    const start = from.position;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $format = from.uint32();
        continue;
      }
      case 16: {
        $index = rt.readLong(from.uint64(), 'swarm.v1.SnapshotHeader', 'index');
        continue;
      }
      case 24: {
        $objectCount = rt.readLong(from.uint64(), 'swarm.v1.SnapshotHeader', 'objectCount');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, unknown);
  }
  const value: SnapshotHeader = {
    format: $format,
    index: $index,
    objectCount: $objectCount,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const SnapshotHeaderCodec: rt.MessageCodec<SnapshotHeader, SnapshotHeaderInput> = {
  name: 'swarm.v1.SnapshotHeader',
  encode: (value) => rt.encodeMessage(value, snapshotHeaderWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SnapshotHeader', bytes, snapshotHeaderRead),
  create: snapshotHeaderCreate,
};
