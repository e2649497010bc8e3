/**
 * Commits what a caller asked for, and turns the store's refusal into what the caller is told. The version
 * is checked when the change is applied, too: between a look at the view and that, others may have written.
 */
import { SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import type { ChangeGroup, ObjectRef, Table } from '../../proto/gen/log.js';
import { notFound } from './rules/references.js';
import type { GroupResult, Store } from '../store/store.js';

/** Why the store did not apply a group. */
export type Refusal = Extract<GroupResult, { readonly applied: false }>['refusal'];

/** Resolves once the group is applied; throws the refusal as a SwarmError. */
export async function commitGroup(store: Store, group: ChangeGroup, signal: AbortSignal): Promise<void> {
  const refusal = await tryGroup(store, group, signal);
  if (refusal !== undefined) throw refusalError(store, refusal);
}

/** Resolves once the group is applied, or with the reason why not. */
export async function tryGroup(
  store: Store,
  group: ChangeGroup,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const [result] = await store.commit([group], signal);
  invariant(result !== undefined, 'there is a result for every group');
  return result.applied ? undefined : result.refusal;
}

/** What the caller is told of a refusal. */
export function refusalError(store: Store, refusal: Refusal): SwarmError {
  switch (refusal.kind) {
    case 'name-taken':
      return new SwarmError('object.name-taken', { kind: refusal.table, name: refusal.name });
    case 'missing':
      return gone(store, refusal.table, refusal.id);
    case 'id-taken':
      return alreadyThere(refusal);
    case 'check':
      return checkError(store, refusal.check.object, refusal);
  }
}

function checkError(
  store: Store,
  object: ObjectRef | undefined,
  { check, currentVersion }: Extract<Refusal, { readonly kind: 'check' }>,
): SwarmError {
  const { condition } = check;
  invariant(object !== undefined && condition !== undefined, 'a check names an object and a condition');
  const { table, id } = object;
  if (condition.kind === 'absent') return alreadyThere(object);
  if (currentVersion === undefined || condition.kind !== 'version') return gone(store, table, id);
  const facts = { kind: table, id, yours: condition.version.version, current: currentVersion };
  return new SwarmError('object.conflict', facts);
}

/** Nothing a caller could have done: new ids are ours to draw. */
function alreadyThere({ table, id }: ObjectRef): SwarmError {
  return new SwarmError('internal', { reason: `there is a ${table} ${id} already` });
}

function gone(store: Store, table: Table, id: string): SwarmError {
  switch (table) {
    case 'service':
    case 'node':
    case 'task':
    case 'network':
      return notFound(store.view(), table, id);
    case 'cluster':
    case 'revision':
    case 'request':
      return new SwarmError('object.not-found', { kind: table, ref: id, candidates: [] });
  }
}
