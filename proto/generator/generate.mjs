/**
 * Makes proto/gen from proto/swarm/v1: one TypeScript file per .proto file with plain interfaces, codecs and
 * service definitions, and runtime.ts, which they share. Promises the same output for the same input. With
 * --check it writes nothing and exits 1 naming the files that are not up to date.
 *
 * node proto/generator/generate.mjs [--check] [--root proto] [--in proto/swarm/v1] [--out proto/gen]
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import protobuf from 'protobufjs';
import { emitFile, header } from './emit.mjs';
import { NameRegister } from './names.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

function loadSchema(rootFolder, files) {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => path.resolve(rootFolder, target);
  root.loadSync(files, { alternateCommentMode: true });
  return root.resolveAll();
}

/** All messages, enums and services below a namespace, in order of declaration. */
function collect(namespace, found = { enums: [], messages: [], services: [] }) {
  for (const item of namespace.nestedArray) {
    if (item instanceof protobuf.Enum) found.enums.push(item);
    else if (item instanceof protobuf.Service) found.services.push(item);
    else if (item instanceof protobuf.Type) {
      found.messages.push(item);
      collect(item, found);
    } else collect(item, found);
  }
  return found;
}

/** File name → text, for everything the output folder holds. */
function generate({ root: rootFolder, in: inFolder }) {
  const names = fs
    .readdirSync(inFolder)
    .filter((name) => name.endsWith('.proto'))
    .toSorted((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) throw new Error(`no .proto file in ${inFolder}`);
  const files = names.map((name) => path.join(inFolder, name));
  const found = collect(loadSchema(rootFolder, files));
  const fileOf = (type) => path.basename(type.filename, '.proto');
  for (const type of [...found.messages, ...found.enums])
    if (!files.includes(type.filename)) throw new Error(`${type.fullName} is not declared in ${inFolder}`);
  const source = (name) =>
    path.relative(path.resolve(rootFolder, '..'), path.join(inFolder, name)).replaceAll('\\', '/');
  const register = new NameRegister();
  const outputs = new Map();
  outputs.set(
    'runtime.ts',
    header('proto/generator/runtime.ts.txt') + fs.readFileSync(path.join(here, 'runtime.ts.txt'), 'utf8'),
  );
  for (const name of names) {
    const file = path.basename(name, '.proto');
    if (outputs.has(`${file}.ts`)) throw new Error(`${name}: this file name is taken`);
    const mine = (list) => list.filter((type) => fileOf(type) === file);
    const schema = {
      file,
      enums: mine(found.enums),
      messages: mine(found.messages),
      services: mine(found.services),
    };
    outputs.set(`${file}.ts`, emitFile(schema, { names: register, fileOf, source: source(name) }));
  }
  return outputs;
}

function differences(outFolder, outputs) {
  const existing = fs.existsSync(outFolder) ? fs.readdirSync(outFolder) : [];
  const stale = existing.filter((name) => !outputs.has(name));
  const changed = [...outputs].filter(([name, text]) => {
    const file = path.join(outFolder, name);
    return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
  });
  return { stale, changed: changed.map(([name]) => name) };
}

function main() {
  const proto = path.dirname(here);
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      root: { type: 'string', default: proto },
      in: { type: 'string', default: path.join(proto, 'swarm/v1') },
      out: { type: 'string', default: path.join(proto, 'gen') },
    },
  });
  const outFolder = path.resolve(values.out);
  const folders = { root: path.resolve(values.root), in: path.resolve(values.in) };
  const outputs = generate(folders);
  const { stale, changed } = differences(outFolder, outputs);
  if (values.check) {
    for (const name of [...stale, ...changed])
      console.error(`not up to date: ${path.join(values.out, name)} (run: npm run gen)`);
    process.exitCode = stale.length + changed.length === 0 ? 0 : 1;
    return;
  }
  fs.mkdirSync(outFolder, { recursive: true });
  for (const name of stale) fs.rmSync(path.join(outFolder, name));
  for (const name of changed) fs.writeFileSync(path.join(outFolder, name), outputs.get(name));
  console.log(`${outputs.size} files, ${changed.length} changed, ${stale.length} removed`);
}

main();
