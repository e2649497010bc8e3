/**
 * Fields: for one field of a message, its TypeScript type and the expressions that read, write and
 * default it. Straight-line code only: nothing here is looked up again at run time.
 */
import { typeName, lowerFirst, upperSnake } from './names.mjs';

const LONGS = new Set(['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64']);
const WRITE_CHECKS = {
  int32: 'writeInt32',
  sint32: 'writeInt32',
  sfixed32: 'writeInt32',
  uint32: 'writeUint32',
  fixed32: 'writeUint32',
  int64: 'writeInt64',
  sint64: 'writeInt64',
  sfixed64: 'writeInt64',
  uint64: 'writeUint64',
  fixed64: 'writeUint64',
};
const SCALAR_TYPES = { string: 'string', bool: 'boolean', bytes: 'Uint8Array' };
const SCALAR_DEFAULTS = { string: "''", bool: 'false', bytes: 'new Uint8Array(0)' };

const isEnum = (field) => field.resolvedType !== null && 'values' in field.resolvedType;
const isMessage = (field) => field.resolvedType !== null && !isEnum(field);
/** Member of a oneof that was written in the file; `optional` makes a hidden one. */
export const visibleOneof = (field) => (field.partOf && !field.partOf.isProto3Optional ? field.partOf : null);
/** May be absent: its property is there, but undefined. */
const hasPresence = (field) => !field.map && !field.repeated && (isMessage(field) || field.partOf !== null);

/** Type of a single value, of a map's values or of a list's elements. `flavour` is '', 'Input' or 'Raw'. */
function itemType(field, flavour) {
  if (isEnum(field)) return flavour === 'Raw' ? 'number' : typeName(field.resolvedType);
  if (!isMessage(field)) return SCALAR_TYPES[field.type] ?? 'number';
  const name = typeName(field.resolvedType);
  return flavour === 'Raw' ? `${name}Raw` : name + flavour;
}

export function fieldType(field, flavour) {
  const item = itemType(field, flavour);
  if (field.map) return `Readonly<Record<string, ${item}>>`;
  return field.repeated ? `readonly ${item}[]` : item;
}

/** The property as declared in the interface of the given flavour. */
export function property(field, flavour) {
  const type = fieldType(field, flavour);
  if (flavour === 'Raw' && hasPresence(field)) return `readonly ${field.name}?: ${type} | null | undefined`;
  const always = flavour !== 'Input' && !hasPresence(field);
  return always ? `readonly ${field.name}: ${type}` : `readonly ${field.name}?: ${type} | undefined`;
}

const place = (field) => `'${field.parent.fullName.slice(1)}', '${field.name}'`;

/** Names of other files' (or this file's) functions an expression calls are told to `use`. */
function call(field, verb, value, use) {
  const name = `${lowerFirst(typeName(field.resolvedType))}${verb}`;
  use(name, field.resolvedType);
  return isEnum(field) ? `${name}(${value}, ${place(field)})` : `${name}(${value})`;
}

function each(field, value, convert) {
  const converted = convert('item');
  if (converted === 'item') return value;
  return field.map
    ? `rt.mapValues(${value}, (item) => ${converted})`
    : `${value}.map((item) => ${converted})`;
}

function single(field, direction, value, use) {
  if (field.resolvedType !== null) return call(field, direction === 'read' ? 'FromRaw' : 'ToRaw', value, use);
  if (direction === 'read' && field.type === 'bytes') return `rt.copyBytes(${value})`;
  if (direction === 'read' && LONGS.has(field.type)) return `rt.readLong(${value}, ${place(field)})`;
  if (direction === 'write' && field.type in WRITE_CHECKS)
    return `rt.${WRITE_CHECKS[field.type]}(${value}, ${place(field)})`;
  return value;
}

/** Expression for the property in a decoded object, from `raw`. */
export function readExpression(field, use) {
  const raw = `raw.${field.name}`;
  if (field.map || field.repeated) return each(field, raw, (item) => single(field, 'read', item, use));
  if (!hasPresence(field)) return single(field, 'read', raw, use);
  const converted = single(field, 'read', raw, use);
  return converted === raw ? `${raw} ?? undefined` : `${raw} == null ? undefined : ${converted}`;
}

/** Expression for the property in a raw object, from `value`. */
export function writeExpression(field, use) {
  const value = `value.${field.name}`;
  if (field.map || field.repeated) return each(field, value, (item) => single(field, 'write', item, use));
  const converted = single(field, 'write', value, use);
  return hasPresence(field) && converted !== value
    ? `${value} === undefined ? undefined : ${converted}`
    : converted;
}

/** Expression for the property in a created object, from `partial`. */
export function createExpression(field, use) {
  const given = `partial.${field.name}`;
  const item = (value) => (isMessage(field) ? call(field, 'Create', value, use) : value);
  if (field.map)
    return isMessage(field) ? `rt.mapValues(${given} ?? {}, (item) => ${item('item')})` : `${given} ?? {}`;
  if (field.repeated)
    return isMessage(field) ? `(${given} ?? []).map((item) => ${item('item')})` : `${given} ?? []`;
  if (isMessage(field)) return `${given} === undefined ? undefined : ${item(given)}`;
  if (hasPresence(field)) return given;
  return `${given} ?? ${defaultExpression(field, use)}`;
}

function defaultExpression(field, use) {
  if (!isEnum(field)) return SCALAR_DEFAULTS[field.type] ?? '0';
  const name = `${upperSnake(typeName(field.resolvedType))}_DEFAULT`;
  use(name, field.resolvedType);
  return name;
}

const arm = (field, expression) => `{ kind: '${field.name}', ${field.name}: ${expression} }`;

export const oneofType = (oneof, flavour) =>
  oneof.fieldsArray
    .map((f) => `{ readonly kind: '${f.name}'; readonly ${f.name}: ${itemType(f, flavour)} }`)
    .join('\n    | ');

export const oneofRead = (oneof, use) =>
  oneof.fieldsArray
    .map((f) => `raw.${f.name} != null ? ${arm(f, single(f, 'read', `raw.${f.name}`, use))}`)
    .join('\n      : ')
    .concat('\n      : undefined');

/** Raw objects carry each member as a property of its own. */
export const oneofWrite = (oneof, use) =>
  oneof.fieldsArray.map((f) => {
    const chosen = `value.${oneof.name}?.kind === '${f.name}'`;
    return `${f.name}: ${chosen} ? ${single(f, 'write', `value.${oneof.name}.${f.name}`, use)} : undefined`;
  });

export function oneofCreate(oneof, use) {
  const given = `partial.${oneof.name}`;
  const messages = oneof.fieldsArray.filter(isMessage);
  return messages
    .map((f) => `${given}?.kind === '${f.name}' ? ${arm(f, call(f, 'Create', `${given}.${f.name}`, use))}`)
    .concat(messages.length === oneof.fieldsArray.length ? 'undefined' : given)
    .join('\n      : ');
}
