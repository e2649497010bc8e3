/**
 * Fields on the wire: for one field of a message, the statements that write it and those that read it.
 * Straight-line code only: nothing here is looked up again at run time. The bytes are those that protobuf's own
 * implementations write: fields in the order of their numbers, numbers in lists packed, nothing for what has its
 * default, and both halves of each entry of a map.
 */
import { arm, defaultExpression, hasPresence, isEnum, isMessage, itemType, visibleOneof } from './fields.mjs';
import { lowerFirst, typeName } from './names.mjs';

const VARINT = 0;
const FIXED_64 = 1;
const DELIMITED = 2;
const FIXED_32 = 5;

const WIRE_TYPES = {
  string: DELIMITED,
  bytes: DELIMITED,
  double: FIXED_64,
  fixed64: FIXED_64,
  sfixed64: FIXED_64,
  float: FIXED_32,
  fixed32: FIXED_32,
  sfixed32: FIXED_32,
};
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
const LONGS = new Set(['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64']);

const wireType = (field) =>
  isEnum(field) ? VARINT : isMessage(field) ? DELIMITED : (WIRE_TYPES[field.type] ?? VARINT);
const tag = (number, type) => number * 8 + type;
const isPacked = (field) => field.repeated && wireType(field) !== DELIMITED;
const place = (field) => `'${field.parent.fullName.slice(1)}', '${field.name}'`;

/** A function of the file that the type was declared in; it is told to `use` it. */
function functionOf(field, verb, use) {
  const name = lowerFirst(typeName(field.resolvedType)) + verb;
  use(name, field.resolvedType);
  return name;
}

// ------------------------------------------------------------------ writing

/** Statement that writes one value, without its tag. */
function writeValue(field, value, use) {
  if (isMessage(field))
    return `{ const start = to.fork(); ${functionOf(field, 'Write', use)}(${value}, to); to.join(start); }`;
  if (isEnum(field)) return `to.int32(${functionOf(field, 'ToNumber', use)}(${value}, ${place(field)}));`;
  const check = WRITE_CHECKS[field.type];
  return `to.${field.type}(${check === undefined ? value : `rt.${check}(${value}, ${place(field)})`});`;
}

const tagged = (field, value, use) =>
  `to.uint32(${tag(field.id, wireType(field))}); ${writeValue(field, value, use)}`;

/** Condition under which a value that has no presence stands on the wire. */
function isWritten(field, value, use) {
  if (field.type === 'bool') return value;
  if (field.type === 'bytes') return `${value}.length > 0`;
  // Minus zero is not the default.
  if (field.type === 'double' || field.type === 'float') return `!Object.is(${value}, 0)`;
  return `${value} !== ${defaultExpression(field, use)}`;
}

function writeMap(field, value, use) {
  if (field.keyType !== 'string') throw new Error(`${field.fullName}: the keys of a map are strings here`);
  const key = `to.uint32(${tag(1, DELIMITED)}); to.string(key);`;
  const entry = `to.uint32(${tag(2, wireType(field))}); ${writeValue(field, 'item', use)}`;
  return `for (const [key, item] of Object.entries(${value})) {
    to.uint32(${tag(field.id, DELIMITED)});
    const entry = to.fork();
    ${key}
    ${entry}
    to.join(entry);
  }`;
}

function writeField(field, use) {
  const value = `value.${field.name}`;
  if (field.map) return writeMap(field, value, use);
  if (isPacked(field))
    return `if (${value}.length > 0) {
    to.uint32(${tag(field.id, DELIMITED)});
    const start = to.fork();
    for (const item of ${value}) ${writeValue(field, 'item', use)}
    to.join(start);
  }`;
  if (field.repeated) return `for (const item of ${value}) { ${tagged(field, 'item', use)} }`;
  const condition = hasPresence(field) ? `${value} !== undefined` : isWritten(field, value, use);
  return `if (${condition}) { ${tagged(field, value, use)} }`;
}

/** Members of a oneof whose numbers follow one another. */
function writeOneof(oneof, fields, use) {
  const cases = fields.map(
    (field) => `
    case '${field.name}': ${tagged(field, `value.${oneof.name}.${field.name}`, use)} break;`,
  );
  return `switch (value.${oneof.name}?.kind) {${cases.join('')}
  }`;
}

/** Statements that write all fields, in the order of their numbers. */
export function writeStatements(type, use) {
  const runs = [];
  for (const field of type.fieldsArray.toSorted((a, b) => a.id - b.id)) {
    const oneof = visibleOneof(field);
    const last = runs.at(-1);
    if (oneof !== null && last?.oneof === oneof) last.fields.push(field);
    else runs.push({ oneof, fields: [field] });
  }
  return runs.map(({ oneof, fields }) =>
    oneof === null ? writeField(fields[0], use) : writeOneof(oneof, fields, use),
  );
}

// ------------------------------------------------------------------ reading

/** Expression that reads one value, behind its tag. */
function readValue(field, use) {
  if (isEnum(field)) return `${functionOf(field, 'FromNumber', use)}(from.int32(), ${place(field)})`;
  return LONGS.has(field.type)
    ? `rt.readLong(from.${field.type}(), ${place(field)})`
    : `from.${field.type}()`;
}

/** Statements that read a message into `target`; where `before` is there already, it is added to that. */
function readMessage(field, target, before, use) {
  const read = functionOf(field, 'Read', use);
  const value =
    before === undefined
      ? `${read}(from)`
      : `${before.isThere} ? rt.readMore(from, ${before.value}, ${functionOf(field, 'Write', use)}, ${read}) : ${read}(from)`;
  return `const outer = from.enter();
        ${target(value)}
        from.leave(outer);`;
}

/** The variable that holds what was read so far, and what becomes of it in the end. */
export function variableOf(member, messageName, use) {
  const { name } = member;
  if ('oneof' in member)
    return { declaration: `let ${local(name)}: ${messageName}['${name}']`, result: local(name) };
  if (member.map)
    return {
      declaration: `let ${local(name)}: Record<string, ${itemType(member, '')}> | undefined`,
      result: `${local(name)} ?? {}`,
    };
  if (member.repeated)
    return {
      declaration: `let ${local(name)}: ${itemType(member, '')}[] | undefined`,
      result: `${local(name)} ?? []`,
    };
  const type = itemType(member, '');
  if (hasPresence(member))
    return { declaration: `let ${local(name)}: ${type} | undefined`, result: local(name) };
  return {
    declaration: `let ${local(name)}: ${type} = ${defaultExpression(member, use)}`,
    result: local(name),
  };
}

/** Fields may be called as a word of the language, or as a variable of the reading function. */
const local = (name) => `$${name}`;

const readCase = (number, statements) => `      case ${number}: {
        ${statements}
        continue;
      }
`;

/** The cases of a switch over the tag, one for each way in which the field may stand there. */
function readCases(field, use) {
  const oneof = visibleOneof(field);
  if (oneof !== null) return readMember(field, local(oneof.name), use);
  const name = local(field.name);
  if (field.map) return readCase(tag(field.id, DELIMITED), readEntry(field, name, use));
  if (field.repeated) return readList(field, name, use);
  const set = (value) => `${name} = ${value};`;
  const before = { isThere: `${name} !== undefined`, value: name };
  return readOne(field, set, before, use);
}

function readOne(field, target, before, use) {
  const statements = isMessage(field)
    ? readMessage(field, target, before, use)
    : target(readValue(field, use));
  return readCase(tag(field.id, wireType(field)), statements);
}

/** A member of a oneof takes the place of another one. */
function readMember(field, name, use) {
  const before = { isThere: `${name}?.kind === '${field.name}'`, value: `${name}.${field.name}` };
  return readOne(field, (value) => `${name} = ${arm(field, value)};`, before, use);
}

/** Numbers may come one by one though they are written packed. */
function readList(field, name, use) {
  const push = (value) => `(${name} ??= []).push(${value});`;
  const single = readOne(field, push, undefined, use);
  if (!isPacked(field)) return single;
  const packed = `const outer = from.enter();
        while (from.hasMore) ${push(readValue(field, use))}
        from.leave(outer);`;
  return single + readCase(tag(field.id, DELIMITED), packed);
}

/** An entry of a map is a message of a key and a value, either of which may be missing. */
function readEntry(field, name, use) {
  const set = (value) => `item = ${value};`;
  const item = isMessage(field)
    ? `{ ${readMessage(field, set, undefined, use).replaceAll(/\s+/g, ' ')} }`
    : set(readValue(field, use));
  const blank = isMessage(field) ? `${functionOf(field, 'Create', use)}()` : defaultExpression(field, use);
  return `const entry = from.enter();
        let key = '';
        let item: ${itemType(field, '')} | undefined;
        while (from.hasMore) {
          const part = from.tag();
          if (part === ${tag(1, DELIMITED)}) key = from.string();
          else if (part === ${tag(2, wireType(field))}) ${item}
          else from.skip(part);
        }
        from.leave(entry);
        rt.setEntry((${name} ??= {}), key, item ?? ${blank});`;
}

/** The cases of all fields. */
export const readStatements = (type, use) => type.fieldsArray.map((field) => readCases(field, use));
