/**
 * Fields on the wire: for one field of a message, the statements that write it with protobufjs's Writer (`to`)
 * and those that read it with its Reader (`from`). Straight-line code only: nothing here is looked up again at
 * run time. The bytes are those that protobuf's own implementations write: fields in the order of their numbers,
 * numbers in lists packed, nothing for what has its default, and both halves of each entry of a map.
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

/** Statements that write the tag of a field, or of one half of a map's entry, and behind it one value. */
function writeTagged(field, number, value, use) {
  const tagged = `to.uint32(${tag(number, wireType(field))})`;
  if (isMessage(field))
    return `${tagged}.fork(); ${functionOf(field, 'Write', use)}(${value}, to); to.ldelim();`;
  return `${tagged}.${writeValue(field, value, use)};`;
}

/** Call of the writer for one value that is no message, without its tag. */
function writeValue(field, value, use) {
  if (isEnum(field)) return `int32(${functionOf(field, 'ToNumber', use)}(${value}, ${place(field)}))`;
  const check = WRITE_CHECKS[field.type];
  return `${field.type}(${check === undefined ? value : `rt.${check}(${value}, ${place(field)})`})`;
}

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
  return `for (const [key, item] of Object.entries(${value})) {
    to.uint32(${tag(field.id, DELIMITED)}).fork().uint32(${tag(1, DELIMITED)}).string(key);
    ${writeTagged(field, 2, 'item', use)}
    to.ldelim();
  }`;
}

function writeField(field, use) {
  const value = `value.${field.name}`;
  if (field.map) return writeMap(field, value, use);
  if (isPacked(field))
    return `if (${value}.length > 0) {
    to.uint32(${tag(field.id, DELIMITED)}).fork();
    for (const item of ${value}) to.${writeValue(field, 'item', use)};
    to.ldelim();
  }`;
  if (field.repeated) return `for (const item of ${value}) { ${writeTagged(field, field.id, 'item', use)} }`;
  const condition = hasPresence(field) ? `${value} !== undefined` : isWritten(field, value, use);
  return `if (${condition}) { ${writeTagged(field, field.id, value, use)} }`;
}

/** Members of a oneof whose numbers follow one another. */
function writeOneof(oneof, fields, use) {
  const cases = fields.map(
    (field) => `
    case '${field.name}': ${writeTagged(field, field.id, `value.${oneof.name}.${field.name}`, use)} break;`,
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

/**
 * Expression that reads one value, behind its tag. A message that stands in another one for the second time is
 * added to what was read of it `before`, an expression too.
 */
function readValue(field, before, use) {
  if (isMessage(field)) {
    const read = functionOf(field, 'Read', use);
    const more = before === undefined ? '' : `, ${before}`;
    return `${read}(from, rt.endOfMessage(from, depth), depth + 1${more})`;
  }
  if (isEnum(field)) return `${functionOf(field, 'FromNumber', use)}(from.int32(), ${place(field)})`;
  if (LONGS.has(field.type)) return `rt.readLong(from.${field.type}(), ${place(field)})`;
  if (field.type === 'string') return 'from.stringVerify()';
  // The reader's bytes are a window on a buffer that its owner may reuse.
  return field.type === 'bytes' ? 'new Uint8Array(from.bytes())' : `from.${field.type}()`;
}

/** Fields may be called as a word of the language, or as a variable of the reading function. */
const local = (name) => `$${name}`;

/**
 * The variable that holds what was read so far, and what becomes of it in the end. It begins with what `before`
 * has: that was made by the same reading and is nobody else's yet, so its lists and maps are added to in place.
 */
export function variableOf(member, messageName, use) {
  const name = local(member.name);
  const before = `before?.${member.name}`;
  if ('oneof' in member)
    return { declaration: `let ${name}: ${messageName}['${member.name}'] = ${before}`, result: name };
  const item = itemType(member, '');
  if (member.map)
    return {
      declaration: `let ${name} = ${before} as Record<string, ${item}> | undefined`,
      result: `${name} ?? {}`,
    };
  if (member.repeated)
    return { declaration: `let ${name} = ${before} as ${item}[] | undefined`, result: `${name} ?? []` };
  if (hasPresence(member))
    return { declaration: `let ${name}: ${item} | undefined = ${before}`, result: name };
  return {
    declaration: `let ${name}: ${item} = ${before} ?? ${defaultExpression(member, use)}`,
    result: name,
  };
}

const readCase = (number, statements) => `      case ${number}: {
        ${statements}
        continue;
      }
`;

/** The cases of a switch over the tag, one for each way in which the field may stand there. */
function readCases(field, use) {
  const oneof = visibleOneof(field);
  const name = local(oneof === null ? field.name : oneof.name);
  if (oneof !== null) return readMember(field, name, use);
  if (field.map) return readCase(tag(field.id, DELIMITED), readEntry(field, name, use));
  if (field.repeated) return readList(field, name, use);
  return readCase(tag(field.id, wireType(field)), `${name} = ${readValue(field, name, use)};`);
}

/** A member of a oneof takes the place of another one. */
function readMember(field, name, use) {
  const before = `${name}?.kind === '${field.name}' ? ${name}.${field.name} : undefined`;
  return readCase(tag(field.id, wireType(field)), `${name} = ${arm(field, readValue(field, before, use))};`);
}

/** Numbers may come one by one though they are written packed. */
function readList(field, name, use) {
  const push = `(${name} ??= []).push(${readValue(field, undefined, use)});`;
  const single = readCase(tag(field.id, wireType(field)), push);
  if (!isPacked(field)) return single;
  const packed = `const listEnd = rt.endOfPart(from);
        while (from.pos < listEnd) ${push}
        rt.expectEnd(from, listEnd);`;
  return single + readCase(tag(field.id, DELIMITED), packed);
}

/** An entry of a map is a message of a key and a value, either of which may be missing. */
function readEntry(field, name, use) {
  const blank = isMessage(field) ? `${functionOf(field, 'Create', use)}()` : defaultExpression(field, use);
  return `const entryEnd = rt.endOfPart(from);
        let key = '';
        let item: ${itemType(field, '')} | undefined;
        while (from.pos < entryEnd) {
          const part = from.tag();
          if (part === ${tag(1, DELIMITED)}) key = from.stringVerify();
          else if (part === ${tag(2, wireType(field))}) item = ${readValue(field, 'item', use)};
          else from.skipType(part & 7, depth, part >>> 3);
        }
        rt.expectEnd(from, entryEnd);
        rt.setEntry((${name} ??= {}), key, item ?? ${blank});`;
}

/** The cases of all fields. */
export const readStatements = (type, use) => type.fieldsArray.map((field) => readCases(field, use));
