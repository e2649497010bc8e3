/**
 * Two changes of one spec, made at the same time: what the second would undo of the first. Where there is no
 * such thing, it can be made on top. Compared field by field; the entries of a list whose order means nothing
 * are fields of their own.
 */
import type { ServiceSpec } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { nameOf } from './container-values.js';

/** One field that two changes do not agree on. */
export interface Clash {
  /** "image", "env COLOUR", "update.parallelism" */
  readonly field: string;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/**
 * `theirs` was made from `base`, `ours` is our change made of theirs; undefined stands for what is not, or
 * no longer, there.
 */
export function clashes(base: ServiceSpec, theirs: ServiceSpec, ours: ServiceSpec): readonly Clash[] {
  const byThem = changes(base, theirs);
  return [...changes(theirs, ours)].flatMap(([path, value]) =>
    byThem.has(path) && path !== COUNTER
      ? [{ field: fieldName(path), theirs: byThem.get(path), ours: value }]
      : [],
  );
}

/** Rises by one with each change that asks for it: two of them are no contradiction. */
const COUNTER = 'task.forceUpdate';

export function clashText({ field, theirs, ours }: Clash): string {
  return `${field} is ${valueText(theirs)} by them, ${valueText(ours)} by you`;
}

function valueText(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}

/** What stands around the fields that people know by their own names. */
function fieldName(path: string): string {
  return path.replace(/^(?:task\.container\.|task\.|mode\.replicated\.|endpoint\.)/, '');
}

type Fields = Readonly<Record<string, unknown>>;

/** Path → value in `after`, for every field that differs. */
function changes(before: unknown, after: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  collect('', before, after, found);
  return found;
}

function collect(path: string, before: unknown, after: unknown, found: Map<string, unknown>): void {
  if (isSame(before, after)) return;
  const keyOf = KEYS[path];
  if (keyOf !== undefined) collectEntries(path, listOf(before), listOf(after), keyOf, found);
  else if (isFields(before) || isFields(after)) collectFields(path, before, after, found);
  else found.set(path, after);
}

function collectFields(path: string, before: unknown, after: unknown, found: Map<string, unknown>): void {
  const [a, b] = [fieldsOf(before), fieldsOf(after)];
  const isWhole = before !== undefined && after !== undefined;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    // A part that is not there says the same as one with nothing in it.
    if (!isWhole && isNothing(a[key]) && isNothing(b[key])) continue;
    collect(childPath(path, key), a[key], b[key], found);
  }
}

function collectEntries(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
  keyOf: (entry: unknown) => string,
  found: Map<string, unknown>,
): void {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const present = new Map(after.map((entry) => [keyOf(entry), entry]));
  for (const key of new Set([...old.keys(), ...present.keys()]))
    if (!isSame(old.get(key), present.get(key))) found.set(`${path} ${key}`, present.get(key));
}

/** Maps of words, whose keys are the user's. */
const MAPS = new Set(['labels', 'task.container.labels', 'task.container.sysctls', 'task.logDriver.options']);

function childPath(path: string, key: string): string {
  if (path === '') return key;
  return MAPS.has(path) ? `${path} ${key}` : `${path}.${key}`;
}

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
  'endpoint.ports': (entry) =>
    `${String(fieldsOf(entry)['targetPort'])}/${String(fieldsOf(entry)['protocol'])}`,
};

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === 0 ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
