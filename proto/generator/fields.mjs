/**
 * Fields: for one field of a message, its TypeScript type and the expression that defaults it. How it stands on
 * the wire is for wire-fields.mjs.
 */
import { typeName, lowerFirst, upperSnake } from './names.mjs';

const SCALAR_TYPES = { string: 'string', bool: 'boolean', bytes: 'Uint8Array' };
const SCALAR_DEFAULTS = { string: "''", bool: 'false', bytes: 'new Uint8Array(0)' };

export const isEnum = (field) => field.resolvedType !== null && 'values' in field.resolvedType;
export const isMessage = (field) => field.resolvedType !== null && !isEnum(field);
/** Member of a oneof that was written in the file; `optional` makes a hidden one. */
export const visibleOneof = (field) => (field.partOf && !field.partOf.isProto3Optional ? field.partOf : null);
/** May be absent: its property is there, but undefined. */
export const hasPresence = (field) =>
  !field.map && !field.repeated && (isMessage(field) || field.partOf !== null);

/** Type of a single value, of a map's values or of a list's elements. `flavour` is '' or 'Input'. */
export function itemType(field, flavour) {
  if (isEnum(field)) return typeName(field.resolvedType);
  return isMessage(field) ? typeName(field.resolvedType) + flavour : (SCALAR_TYPES[field.type] ?? 'number');
}

export function fieldType(field, flavour) {
  const item = itemType(field, flavour);
  if (field.map) return `Readonly<Record<string, ${item}>>`;
  return field.repeated ? `readonly ${item}[]` : item;
}

/** The property as declared in the interface of the given flavour. */
export function property(field, flavour) {
  const type = fieldType(field, flavour);
  const always = flavour !== 'Input' && !hasPresence(field);
  return always ? `readonly ${field.name}: ${type}` : `readonly ${field.name}?: ${type} | undefined`;
}

/** The other file's (or this file's) function that creates the message; the file is told to `use` it. */
function created(field, value, use) {
  const name = `${lowerFirst(typeName(field.resolvedType))}Create`;
  use(name, field.resolvedType);
  return `${name}(${value})`;
}

/** Expression for the property in a created object, from `partial`. */
export function createExpression(field, use) {
  const given = `partial.${field.name}`;
  const item = (value) => (isMessage(field) ? created(field, value, use) : value);
  if (field.map)
    return isMessage(field) ? `rt.mapValues(${given} ?? {}, (item) => ${item('item')})` : `${given} ?? {}`;
  if (field.repeated)
    return isMessage(field) ? `(${given} ?? []).map((item) => ${item('item')})` : `${given} ?? []`;
  if (isMessage(field)) return `${given} === undefined ? undefined : ${item(given)}`;
  if (hasPresence(field)) return given;
  return `${given} ?? ${defaultExpression(field, use)}`;
}

export function defaultExpression(field, use) {
  if (!isEnum(field)) return SCALAR_DEFAULTS[field.type] ?? '0';
  const name = `${upperSnake(typeName(field.resolvedType))}_DEFAULT`;
  use(name, field.resolvedType);
  return name;
}

export const arm = (field, expression) => `{ kind: '${field.name}', ${field.name}: ${expression} }`;

export const oneofType = (oneof, flavour) =>
  oneof.fieldsArray
    .map((f) => `{ readonly kind: '${f.name}'; readonly ${f.name}: ${itemType(f, flavour)} }`)
    .join('\n    | ');

export function oneofCreate(oneof, use) {
  const given = `partial.${oneof.name}`;
  const messages = oneof.fieldsArray.filter(isMessage);
  return messages
    .map((f) => `${given}?.kind === '${f.name}' ? ${arm(f, created(f, `${given}.${f.name}`, use))}`)
    .concat(messages.length === oneof.fieldsArray.length ? 'undefined' : given)
    .join('\n      : ');
}
