/**
 * Emission: the text of one TypeScript file for one .proto file. Same schema in, same text out.
 */
import * as f from './fields.mjs';
import * as wire from './wire-fields.mjs';
import { enumWord, lowerFirst, pluralConstant, serviceName, typeName, upperSnake } from './names.mjs';

export const header = (source) =>
  `/**\n * Generated from ${source} by proto/generator; do not edit.\n * Change the .proto file, then run: npm run gen\n */\n`;

function doc(comment, indent) {
  if (!comment) return '';
  const lines = comment
    .replaceAll('*/', '* /')
    .split('\n')
    .map((line) => line.trim());
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

function emitEnum(type, names) {
  const name = names.claim(typeName(type), type.fullName);
  const members = Object.entries(type.values).toSorted(([, a], [, b]) => a - b);
  if (new Set(members.map(([, n]) => n)).size !== members.length)
    throw new Error(`${type.fullName}: two names for one number`);
  const words = members.map(([valueName, number]) => ({
    valueName,
    number,
    word: enumWord(type, valueName),
  }));
  const constant = upperSnake(name);
  const listName = names.claim(pluralConstant(name), type.fullName);
  const arms = words.map((w) => `${doc(type.comments[w.valueName], '  ')}  | '${w.word}'`).join('\n');
  return `${doc(type.comment, '')}export type ${name} =
${arms};

/** In the order of their numbers on the wire. */
export const ${listName}: readonly ${name}[] = [${words.map((w) => `'${w.word}'`).join(', ')}];

export const ${constant}_DEFAULT: ${name} = '${words.find((w) => w.number === 0).word}';
const ${constant}_BY_NUMBER: Readonly<Record<number, ${name} | undefined>> = { ${words.map((w) => `[${w.number}]: '${w.word}'`).join(', ')} };
const ${constant}_NUMBERS: Readonly<Record<string, number | undefined>> = { ${words.map((w) => `'${w.word}': ${w.number}`).join(', ')} };

export function ${lowerFirst(name)}FromNumber(value: number, messageName: string, fieldName: string): ${name} {
  const word = ${constant}_BY_NUMBER[value];
  if (word !== undefined) return word;
  throw new rt.ProtoDecodeError(messageName, \`\${value} is no known ${name}\`, { fieldName, value });
}

export function ${lowerFirst(name)}ToNumber(value: ${name}, messageName: string, fieldName: string): number {
  const number = ${constant}_NUMBERS[value];
  if (number !== undefined) return number;
  throw new rt.ProtoEncodeError(messageName, fieldName, \`\${String(value)} is no ${name}\`);
}
`;
}

/** What a message has, in order of declaration: fields, with each oneof standing where its first member did. */
const membersOf = (type) => [...new Set(type.fieldsArray.map((field) => f.visibleOneof(field) ?? field))];
const isOneof = (member) => 'oneof' in member;

function emitInterface(type, name, flavour) {
  const lines = membersOf(type).map((member) => {
    const comment = doc(member.comment, '  ');
    if (!isOneof(member)) return `${comment}  ${f.property(member, flavour)};\n`;
    return `${comment}  readonly ${member.name}?:\n    | ${f.oneofType(member, flavour)}\n    | undefined;\n`;
  });
  const comment =
    flavour === ''
      ? doc(type.comment, '')
      : `/** What ${typeName(type)}Codec.create accepts; all of it may be left out. */\n`;
  return `${comment}export interface ${name} extends rt.WithUnknownFields {\n${lines.join('')}}\n`;
}

function emitCreate(type, name, use) {
  const lines = membersOf(type).map(
    (m) => `    ${m.name}: ${isOneof(m) ? f.oneofCreate(m, use) : f.createExpression(m, use)},\n`,
  );
  return `export function ${lowerFirst(name)}Create(partial: ${name}Input = {}): ${name} {
  const value: ${name} = {
${lines.join('')}  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}
`;
}

function emitWrite(type, name, use) {
  const statements = wire.writeStatements(type, use).map((statement) => `  ${statement}\n`);
  return `export function ${lowerFirst(name)}Write(value: ${name}, to: rt.Writer): void {
${statements.join('')}  rt.writeUnknown(value, to);
}
`;
}

function emitRead(type, name, use) {
  const variables = membersOf(type).map((member) => ({ member, ...wire.variableOf(member, name, use) }));
  const declarations = variables.map(({ declaration }) => `  ${declaration};\n`);
  const results = variables.map(({ member, result }) => `    ${member.name}: ${result},\n`);
  return `export function ${lowerFirst(name)}Read(from: rt.Reader, end: number, depth: number, before?: ${name}): ${name} {
${declarations.join('')}  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
${wire.readStatements(type, use).join('')}    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: ${name} = {
${results.join('')}  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}
`;
}

function emitMessage(type, names, use) {
  const name = typeName(type);
  const lower = lowerFirst(name);
  for (const suffix of ['', 'Input', 'Codec']) names.claim(name + suffix, type.fullName);
  const fullName = type.fullName.slice(1);
  return `${emitInterface(type, name, '')}
${emitInterface(type, `${name}Input`, 'Input')}
${emitCreate(type, name, use)}
${emitWrite(type, name, use)}
${emitRead(type, name, use)}
export const ${name}Codec: rt.MessageCodec<${name}, ${name}Input> = {
  name: '${fullName}',
  encode: (value) => rt.encodeMessage(value, ${lower}Write),
  decode: (bytes) => rt.decodeMessage('${fullName}', bytes, ${lower}Read),
  create: ${lower}Create,
};
`;
}

function methodKind(method) {
  if (method.requestStream) return method.responseStream ? 'bidi' : 'client-stream';
  return method.responseStream ? 'server-stream' : 'unary';
}

function emitService(service, names, use) {
  const codec = (type) => {
    use(`${typeName(type)}Codec`, type);
    return `${typeName(type)}Codec`;
  };
  const fullName = service.fullName.slice(1);
  const methods = service.methodsArray.map(
    (method) => `${doc(method.comment, '    ')}    ${lowerFirst(method.name)}: {
      name: '${method.name}',
      path: '/${fullName}/${method.name}',
      kind: '${methodKind(method)}',
      request: ${codec(method.resolvedRequestType)},
      response: ${codec(method.resolvedResponseType)},
    },
`,
  );
  const name = names.claim(serviceName(service.name), service.fullName);
  return `${doc(service.comment, '')}export const ${name} = {
  name: '${fullName}',
  methods: {
${methods.join('')}  },
} as const satisfies rt.ServiceDefinition;
`;
}

const byText = (a, b) => (a < b ? -1 : 1);

/** Import lines: what the text used, grouped by the file that has it. */
function emitImports(usedBySource) {
  const lines = ["import * as rt from './runtime.js';\n"];
  for (const source of [...usedBySource.keys()].toSorted(byText)) {
    const used = [...usedBySource.get(source)].toSorted(byText);
    lines.push(`import { ${used.join(', ')} } from '${source}';\n`);
  }
  return lines.join('');
}

/** `schema` is { file, enums, messages, services }; `fileOf` tells which file a type was declared in. */
export function emitFile(schema, { names, fileOf, source }) {
  const usedBySource = new Map();
  const add = (from, name) => usedBySource.set(from, (usedBySource.get(from) ?? new Set()).add(name));
  const use = (name, type) => {
    if (fileOf(type) !== schema.file) add(`./${fileOf(type)}.js`, name);
  };
  // The names of other files' types are wanted by the interfaces.
  for (const message of schema.messages)
    for (const field of message.fieldsArray) {
      if (field.resolvedType === null || fileOf(field.resolvedType) === schema.file) continue;
      const from = `./${fileOf(field.resolvedType)}.js`;
      add(from, `type ${typeName(field.resolvedType)}`);
      if (!('values' in field.resolvedType)) add(from, `type ${typeName(field.resolvedType)}Input`);
    }
  const parts = [
    ...schema.enums.map((type) => emitEnum(type, names)),
    ...schema.messages.map((type) => emitMessage(type, names, use)),
    ...schema.services.map((service) => emitService(service, names, use)),
  ];
  return [header(source), emitImports(usedBySource), '\n', parts.join('\n')].join('');
}
