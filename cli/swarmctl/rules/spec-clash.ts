/**
 * Two changes of one spec, made at the same time: what the second would undo of the first. Where there is no
 * such thing, it can be made on top.
 */
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { type FieldChange, specChanges } from './spec-changes.js';
import { fieldName, fieldText } from './spec-fields.js';

/** One field that two changes do not agree on. */
export interface Clash {
  readonly path: string;
  readonly key: string | undefined;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/**
 * `theirs` was made from `base`, `ours` is our change made of theirs; undefined stands for what is not, or
 * no longer, there.
 */
export function clashes(base: ServiceSpec, theirs: ServiceSpec, ours: ServiceSpec): readonly Clash[] {
  const byThem = new Map(specChanges(base, theirs).map((change) => [placeOf(change), change]));
  return specChanges(theirs, ours).flatMap((change) => {
    const { path, key, after } = change;
    const met = byThem.get(placeOf(change));
    return met === undefined || path === COUNTER ? [] : [{ path, key, theirs: met.after, ours: after }];
  });
}

function placeOf({ path, key = '' }: FieldChange): string {
  return `${path} ${key}`;
}

/** Rises by one with each change that asks for it: two of them are no contradiction. */
const COUNTER = 'task.forceUpdate';

/** "image is web:2 by them, web:3 by you" */
export function clashText({ path, key, theirs, ours }: Clash): string {
  const field = key === undefined ? fieldName(path) : `${fieldName(path)} ${key}`;
  return `${field} is ${fieldText(path, theirs)} by them, ${fieldText(path, ours)} by you`;
}
