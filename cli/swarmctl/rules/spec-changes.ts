/**
 * How two specs of a service differ, field by field, in a fixed order. The entries of a list whose order means
 * nothing, and of a map of words, are fields of their own. What to call them is for spec-fields.ts.
 */
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { nameOf } from './container-values.js';

/** One field that differs; undefined stands for what is not there. */
export interface FieldChange {
  /** Where it stands in the spec: "task.container.env" */
  readonly path: string;
  /** Which entry of it, where it has entries: "COLOUR" */
  readonly key: string | undefined;
  readonly before: unknown;
  readonly after: unknown;
}

/** All differences, by path and key. */
export function specChanges(before: ServiceSpec, after: ServiceSpec): readonly FieldChange[] {
  const found: FieldChange[] = [];
  collect('', before, after, found);
  return found.toSorted((a, b) => compare(a.path, b.path) || compare(a.key ?? '', b.key ?? ''));
}

/** Whether the field is a map of words, whose keys are the user's. */
export function isMap(path: string): boolean {
  return MAPS.has(path);
}

/** Whether a field with this value says as much as one that is not there. */
export function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === 0 ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

const MAPS = new Set(['labels', 'task.container.labels', 'task.container.sysctls', 'task.logDriver.options']);

/** Lists whose order means nothing: path → what tells its entries apart. */
const KEYS: Readonly<Record<string, ((entry: unknown) => string) | undefined>> = {
  'task.container.env': (entry) => nameOf(String(entry)),
  'task.container.groups': String,
  'task.container.hosts': String,
  'task.container.capabilityAdd': String,
  'task.container.capabilityDrop': String,
  'task.container.mounts': (entry) => String(fieldsOf(entry)['target']),
  'task.container.ulimits': (entry) => String(fieldsOf(entry)['name']),
  'task.placement.constraints': String,
  'task.placement.apartFrom': String,
  'task.networks': (entry) => String(fieldsOf(entry)['networkId']),
  'task.resources.reservations.generic': (entry) => String(fieldsOf(entry)['kind']),
  'endpoint.ports': (entry) =>
    ['publishedPort', 'targetPort', 'protocol'].map((field) => String(fieldsOf(entry)[field])).join('/'),
};

type Fields = Readonly<Record<string, unknown>>;

function collect(path: string, before: unknown, after: unknown, found: FieldChange[]): void {
  if (isSame(before, after)) return;
  const keyOf = KEYS[path];
  if (keyOf !== undefined) collectEntries(path, byKey(before, keyOf), byKey(after, keyOf), found);
  else if (isMap(path)) collectEntries(path, byName(before), byName(after), found);
  else if (isFields(before) || isFields(after)) collectFields(path, before, after, found);
  else found.push({ path, key: undefined, before, after });
}

function collectFields(path: string, before: unknown, after: unknown, found: FieldChange[]): void {
  const [a, b] = [fieldsOf(before), fieldsOf(after)];
  const isWhole = before !== undefined && after !== undefined;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    // A part that is not there says the same as one with nothing in it.
    if (!isWhole && isNothing(a[key]) && isNothing(b[key])) continue;
    collect(path === '' ? key : `${path}.${key}`, a[key], b[key], found);
  }
}

function collectEntries(
  path: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  found: FieldChange[],
): void {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (!isSame(was, is)) found.push({ path, key, before: was, after: is });
  }
}

function byKey(list: unknown, keyOf: (entry: unknown) => string): ReadonlyMap<string, unknown> {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function byName(map: unknown): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(fieldsOf(map)));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
