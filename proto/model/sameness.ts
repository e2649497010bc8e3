/**
 * Whether two messages say the same. A field that is absent and one that is undefined are alike, the
 * order of map keys does not matter, and fields of a newer build count as well.
 */
import { UNKNOWN_FIELDS } from '../gen/runtime.js';

export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b) || a instanceof Uint8Array || b instanceof Uint8Array)
    return isSameList(a as ArrayLike<unknown>, b as ArrayLike<unknown>);
  return isSameRecord(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string | typeof UNKNOWN_FIELDS, unknown>>;

function isSameList(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isSame(a[i], b[i])) return false;
  return true;
}

function isSameRecord(a: Fields, b: Fields): boolean {
  for (const key of Object.keys(a)) if (!isSame(a[key], b[key])) return false;
  for (const key of Object.keys(b)) if (b[key] !== undefined && a[key] === undefined) return false;
  return isSame(a[UNKNOWN_FIELDS], b[UNKNOWN_FIELDS]);
}
