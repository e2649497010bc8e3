/**
 * What a group of changes does to the stored objects: checks first, then the changes, whole or not at all.
 * Deterministic: index and instant come from the log, so every member and every replay gets the same
 * objects and the same refusals. How objects are kept and found is the draft's concern (tables.ts).
 */
import type { FieldGroup, Meta } from '../../../proto/gen/objects.js';
import { TABLES } from '../../../proto/gen/log.js';
import type {
  Change,
  ChangeGroup,
  Check,
  GroupUpdate,
  ObjectRef,
  StoredObject,
  Table,
} from '../../../proto/gen/log.js';
import { invariant } from '../../../proto/base/invariant.js';
import { GROUP_FIELDS, versionOf, type Tables } from './change.js';

const BARE_CHECK = 'a check names an object and a condition';
const BARE_UPDATE = 'an update holds the fields it replaces';

/** Any stored object, of whatever table. */
export type AnyObject = Tables[Table];

/** Why a group was not applied. */
export type Refusal =
  | { readonly kind: 'check'; readonly check: Check; readonly currentVersion: number | undefined }
  | { readonly kind: 'name-taken'; readonly table: Table; readonly name: string }
  | { readonly kind: 'id-taken'; readonly table: Table; readonly id: string }
  | { readonly kind: 'missing'; readonly table: Table; readonly id: string };

/** The objects while they are being changed. */
export interface Draft {
  get(table: Table, id: string): AnyObject | undefined;
  /** Puts `after` in the place of `before`, which is what the table holds now; undefined is no object. */
  replace(table: Table, before: AnyObject | undefined, after: AnyObject | undefined): void;
  /** Who holds the name, where names are unique. */
  idByName(table: Table, name: string): string | undefined;
  /** The past request that was stored first, when there are more of them than that. */
  oldestRequestBeyond(count: number): string | undefined;
}

/** Where in the log the group stands. */
export interface LogPosition {
  readonly index: number;
  readonly atMs: number;
}

export type GroupOutcome =
  | { readonly touched: readonly TouchedObject[] }
  | { readonly refusal: Refusal; readonly touched?: undefined };

/** An object as it was before the group; undefined when it did not exist. */
export interface TouchedObject {
  readonly table: Table;
  readonly id: string;
  readonly before: AnyObject | undefined;
}

/** Applies the group to the draft; when refused, the draft is as it was. */
export function applyGroup(draft: Draft, { checks, changes }: ChangeGroup, at: LogPosition): GroupOutcome {
  const failed = firstFailed(draft, checks);
  if (failed !== undefined) return { refusal: failed };
  const touched: TouchedObject[] = [];
  for (let next = 0; next < changes.length; ) {
    const updates = updatesOfOne(changes, next);
    const refusal =
      updates.length > 0
        ? applyUpdates(draft, updates, at, touched)
        : applyChange(draft, changes[next]?.change, at, touched);
    if (refusal !== undefined) {
      undo(draft, touched);
      return { refusal };
    }
    next += Math.max(1, updates.length);
  }
  forgetRequests(draft, touched);
  return { touched };
}

function firstFailed(draft: Draft, checks: readonly Check[]): Refusal | undefined {
  let ref: ObjectRef | undefined;
  let object: AnyObject | undefined;
  for (const check of checks) {
    invariant(check.object !== undefined && check.condition !== undefined, BARE_CHECK);
    // Mostly several checks in a row are of one object.
    if (ref?.id !== check.object.id || ref.table !== check.object.table) {
      ref = check.object;
      object = draft.get(ref.table, ref.id);
    }
    if (conditionHolds(object, check.condition)) continue;
    return { kind: 'check', check, currentVersion: currentVersion(object, check.condition) };
  }
  return undefined;
}

/** The updates of one object that stand one after the other from there on; none when another change does. */
function updatesOfOne(changes: readonly Change[], from: number): readonly GroupUpdate[] {
  const updates: GroupUpdate[] = [];
  let id: string | undefined;
  let table: Table | undefined;
  for (let at = from; at < changes.length; at++) {
    const change = changes[at]?.change;
    if (change?.kind !== 'update') break;
    invariant(change.update.object !== undefined, BARE_UPDATE);
    const target = unwrap(change.update.object);
    if (at > from && (target.object.id !== id || target.table !== table)) break;
    ({ table } = target);
    ({ id } = target.object);
    updates.push(change.update);
  }
  return updates;
}

/** So many past requests are remembered: whoever asks again does so within a minute. */
const MOST_REQUESTS = 4096;

/** By order of the log, so that every member forgets the same. */
function forgetRequests(draft: Draft, touched: TouchedObject[]): void {
  for (;;) {
    const id = draft.oldestRequestBeyond(MOST_REQUESTS);
    if (id === undefined) return;
    applyRemove(draft, { table: 'request', id }, touched);
  }
}

function undo(draft: Draft, touched: readonly TouchedObject[]): void {
  for (const { table, id, before } of touched.toReversed())
    draft.replace(table, draft.get(table, id), before);
}

function conditionHolds(object: AnyObject | undefined, condition: NonNullable<Check['condition']>): boolean {
  switch (condition.kind) {
    case 'version':
      return object !== undefined && versionOf(object, condition.version.group) === condition.version.version;
    case 'exists':
      return object !== undefined;
    case 'absent':
      return object === undefined;
  }
}

function currentVersion(
  object: AnyObject | undefined,
  condition: NonNullable<Check['condition']>,
): number | undefined {
  if (object === undefined || condition.kind !== 'version') return undefined;
  return versionOf(object, condition.version.group);
}

function applyChange(
  draft: Draft,
  change: Change['change'],
  at: LogPosition,
  touched: TouchedObject[],
): Refusal | undefined {
  invariant(change !== undefined, 'a change creates, updates or removes');
  switch (change.kind) {
    case 'create':
      return applyCreate(draft, change.create, at, touched);
    case 'update':
      return applyUpdates(draft, [change.update], at, touched);
    case 'remove':
      return applyRemove(draft, change.remove, touched);
  }
}

function applyCreate(
  draft: Draft,
  stored: StoredObject,
  at: LogPosition,
  touched: TouchedObject[],
): Refusal | undefined {
  const { table, object } = unwrap(stored);
  const { id } = object;
  if (draft.get(table, id) !== undefined) return { kind: 'id-taken', table, id };
  const nameRefusal = nameTaken(draft, table, object);
  if (nameRefusal !== undefined) return nameRefusal;
  const versions: Record<string, number> = {};
  for (const fieldGroup of writtenGroups(table, object)) versions[fieldGroup] = at.index;
  const meta: Meta = { createdAtMs: at.atMs, updatedAtMs: at.atMs, versions };
  touched.push({ table, id, before: undefined });
  draft.replace(table, undefined, { ...object, meta });
  return undefined;
}

/** As one after the other would be, but the object is copied and filed once. */
function applyUpdates(
  draft: Draft,
  updates: readonly GroupUpdate[],
  at: LogPosition,
  touched: TouchedObject[],
): Refusal | undefined {
  const [first] = updates;
  invariant(first?.object !== undefined, BARE_UPDATE);
  const { table, object } = unwrap(first.object);
  const { id } = object;
  const before = draft.get(table, id);
  if (before === undefined) return { kind: 'missing', table, id };
  const versions: Record<string, number> = { ...before.meta?.versions };
  const createdAtMs = before.meta?.createdAtMs ?? at.atMs;
  const after = { ...before, meta: { ...before.meta, createdAtMs, updatedAtMs: at.atMs, versions } };
  for (const update of updates) {
    versions[update.group] = at.index;
    copyFields(table, after, update);
    const nameRefusal = nameTaken(draft, table, after);
    if (nameRefusal !== undefined) return nameRefusal;
  }
  touched.push({ table, id, before });
  draft.replace(table, before, after);
  return undefined;
}

function applyRemove(draft: Draft, ref: ObjectRef, touched: TouchedObject[]): undefined {
  const before = draft.get(ref.table, ref.id);
  if (before === undefined) return;
  touched.push({ table: ref.table, id: ref.id, before });
  draft.replace(ref.table, before, undefined);
}

function nameTaken(draft: Draft, table: Table, object: AnyObject): Refusal | undefined {
  const name = uniqueNameOf(table, object);
  if (name === undefined) return undefined;
  const holder = draft.idByName(table, name);
  return holder === undefined || holder === object.id ? undefined : { kind: 'name-taken', table, name };
}

/** The name that no other object of the table may have, not minding case; undefined where any name goes. */
export function uniqueNameOf(table: Table, object: AnyObject): string | undefined {
  if (table === 'service') return (object as Tables['service']).spec?.name;
  return table === 'network' ? (object as Tables['network']).spec?.name : undefined;
}

/** The object and the table it belongs to. */
export function unwrap(stored: StoredObject): { table: Table; object: AnyObject } {
  const { object } = stored;
  invariant(object !== undefined, 'a stored object is of some table');
  switch (object.kind) {
    case 'cluster':
      return { table: 'cluster', object: object.cluster };
    case 'node':
      return { table: 'node', object: object.node };
    case 'service':
      return { table: 'service', object: object.service };
    case 'revision':
      return { table: 'revision', object: object.revision };
    case 'task':
      return { table: 'task', object: object.task };
    case 'request':
      return { table: 'request', object: object.request };
    case 'network':
      return { table: 'network', object: object.network };
  }
}

/** The object as logs and snapshots hold it. */
export function wrap(table: Table, object: AnyObject): StoredObject {
  // The kind and the property have the table's name, in every table: the types can't say so for a free one.
  return { object: { kind: table, [table]: object } } as unknown as StoredObject;
}

type FieldsByGroup = { readonly [G in FieldGroup]?: readonly PropertyKey[] | undefined };
type Loose = Readonly<Record<PropertyKey, unknown>>;

function fieldsOf(table: Table): FieldsByGroup {
  return GROUP_FIELDS[table];
}

function writtenGroups(table: Table, object: AnyObject): FieldGroup[] {
  const values = object as unknown as Loose;
  const groups: FieldGroup[] = [];
  for (const [fieldGroup, fields] of Object.entries(fieldsOf(table))) {
    if (fields?.some((field) => values[field] !== undefined)) groups.push(fieldGroup as FieldGroup);
  }
  return groups;
}

function groupFields(table: Table, fieldGroup: FieldGroup): readonly PropertyKey[] {
  const fields = fieldsOf(table)[fieldGroup];
  invariant(fields !== undefined, `a ${table} has no field group "${fieldGroup}"`);
  return fields;
}

/** Sets the fields of the group, in the object that is given, as they are in the update. */
function copyFields(table: Table, target: AnyObject, { group, object }: GroupUpdate): void {
  invariant(object !== undefined, BARE_UPDATE);
  const values = unwrap(object).object as unknown as Loose;
  const writable = target as unknown as Record<PropertyKey, unknown>;
  for (const field of groupFields(table, group)) writable[field] = values[field];
}

/** Throws unless every group could be applied by a member of this build, whatever it then answers. */
export function checkWellFormed(groups: readonly ChangeGroup[]): void {
  for (const { checks, changes } of groups) {
    for (const { object, condition } of checks) {
      invariant(object !== undefined && condition !== undefined, BARE_CHECK);
    }
    for (const { change } of changes) checkChange(change);
  }
}

function checkChange(change: Change['change']): void {
  invariant(change !== undefined, 'a change creates, updates or removes');
  switch (change.kind) {
    case 'create':
      invariant(unwrap(change.create).object.id !== '', 'what is created has an id');
      return;
    case 'update': {
      invariant(change.update.object !== undefined, BARE_UPDATE);
      groupFields(unwrap(change.update.object).table, change.update.group);
      return;
    }
    case 'remove':
      invariant(TABLES.includes(change.remove.table), 'what is removed is of some table');
  }
}
