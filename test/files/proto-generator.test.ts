/**
 * The generator of proto/gen, run on .proto files made for this test: what it writes must compile under
 * the project's settings, carry every shape of field, and keep what it does not know.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as fc from 'fast-check';
import protobuf from 'protobufjs';
import type {
  MessageCodec,
  ProtoDecodeError,
  ProtoEncodeError,
  ServiceDefinition,
} from '../../proto/gen/runtime.js';
import { TaskCodec } from '../../proto/gen/objects.js';
import { everything, type Everything } from './proto-generator/sample-values.js';
import * as workshop from './proto-generator/workshop.js';

interface Newer {
  readonly name: string;
  readonly part?: { readonly name: string; readonly addedWeight: number } | undefined;
}
interface Older {
  readonly name: string;
  readonly part?: { readonly name: string } | undefined;
}
interface EverythingModule {
  readonly EverythingCodec: MessageCodec<Everything, object>;
  readonly NewerCodec: MessageCodec<Newer, object>;
  readonly OlderCodec: MessageCodec<Older, object>;
  readonly EVERYTHING_MOODS: readonly string[];
  readonly SamplingService: ServiceDefinition;
}
interface RuntimeModule {
  readonly ProtoDecodeError: typeof ProtoDecodeError;
  readonly ProtoEncodeError: typeof ProtoEncodeError;
}

/** Compiled together with the generated files: fails to compile when a type is not as promised. */
const TYPE_EXPECTATIONS = `
import { EverythingCodec, SamplingService, type Everything, type EverythingMood } from './everything.js';
import type { MethodDefinition, RequestOf, ResponseOf, ServiceDefinition } from './runtime.js';
import type { Part } from './parts.js';

export const anyService: ServiceDefinition = SamplingService;
export const talk: MethodDefinition<{ readonly name: string }, { readonly name: string }, 'bidi'> =
  SamplingService.methods.talk;
export const sent: RequestOf<typeof SamplingService.methods.send> extends Part ? true : false = true;
export const answered: ResponseOf<typeof SamplingService.methods.askOnce> extends Everything ? true : false = true;
export const kind: 'client-stream' = SamplingService.methods.send.kind;
export const mood: EverythingMood = EverythingCodec.create().mood;
export const partial = EverythingCodec.create({ part: { name: 'a' }, choice: { kind: 'whole', whole: {} } });
export function word(value: Everything): string | undefined {
  return value.choice?.kind === 'word' ? value.choice.word : undefined;
}
// @ts-expect-error: no such word
export const wrongMood: EverythingMood = 'merry';
// @ts-expect-error: fields cannot be written
partial.text = 'other';
// @ts-expect-error: the variant belongs to another kind
EverythingCodec.create({ choice: { kind: 'word', whole: {} } });
`;

describe('generated protobuf code', () => {
  let folder: string;
  let sample: EverythingModule;
  let runtime: RuntimeModule;

  before(async function () {
    this.timeout(60_000);
    folder = workshop.makeFolder();
    assert.deepEqual(workshop.runGenerator(workshop.sampleRoot, folder), {
      exitCode: 0,
      output: '3 files, 3 changed, 0 removed\n',
    });
    fs.writeFileSync(path.join(folder, 'type-expectations.ts'), TYPE_EXPECTATIONS);
    workshop.compile(folder);
    fs.rmSync(path.join(folder, 'type-expectations.ts'));
    sample = await import(workshop.moduleUrl(folder, 'everything.js'));
    runtime = await import(workshop.moduleUrl(folder, 'runtime.js'));
  });
  after(() => workshop.removeFolder(folder));

  it('gives back every value it was given', () => {
    const codec = sample.EverythingCodec;
    fc.assert(fc.property(everything, (value) => assert.deepEqual(codec.decode(codec.encode(value)), value)));
  });

  it('writes bytes that protobufjs, reading the .proto file itself, understands in the same way', () => {
    const type = reflected('Everything');
    fc.assert(
      fc.property(everything, (value) => {
        const bytes = sample.EverythingCodec.encode(value);
        const ours = type.encode(type.decode(bytes)).finish();
        assert.deepEqual(Buffer.from(bytes), Buffer.from(ours), 'and writes the same bytes itself');
        assert.deepEqual(sample.EverythingCodec.decode(ours), value);
        const read = type.toObject(type.decode(bytes), { defaults: true, enums: String });
        assert.equal(read['text'], value.text);
        assert.equal(read['i64'], value.i64);
        assert.equal(read['colour'], `COLOUR_${value.colour.toUpperCase().replaceAll('-', '_')}`);
      }),
    );
  });

  it('adds what comes twice together, as protobufjs does', () => {
    const type = reflected('Everything');
    const codec = sample.EverythingCodec;
    fc.assert(
      fc.property(everything, everything, (first, second) => {
        const both = Buffer.concat([codec.encode(first), codec.encode(second)]);
        assert.deepEqual(codec.decode(both), codec.decode(type.encode(type.decode(both)).finish()));
      }),
    );
  });

  it('reads lists of numbers also when they are not packed', () => {
    // Field 26, longs, twice; field 27, moods, once.
    const bytes = Uint8Array.of(0xd0, 0x01, 7, 0xd0, 0x01, 8, 0xd8, 0x01, 1);
    const { longs, moods } = sample.EverythingCodec.decode(bytes);
    assert.deepEqual([longs, moods], [[7, 8], ['cross']]);
  });

  it('refuses messages in messages without end', () => {
    const codec = sample.EverythingCodec;
    const nested = (depth: number): Uint8Array => {
      let part = {};
      for (let at = 1; at < depth; at++) part = { parts: [part] };
      return codec.encode(codec.create({ part }));
    };
    codec.decode(nested(100));
    assert.throws(() => codec.decode(nested(101)), runtime.ProtoDecodeError);
  });

  it('hands out plain objects with every field as a property, the same from create and from decode', () => {
    const created = sample.EverythingCodec.create({
      part: { name: 'p', sizeBytes: 1, colour: 'blue', parts: [] },
    });
    const decoded = sample.EverythingCodec.decode(sample.EverythingCodec.encode(created));
    assert.deepEqual(decoded, created);
    assert.deepEqual(Object.keys(decoded), Object.keys(created));
    assert.equal(Object.getPrototypeOf(decoded), Object.prototype);
    assert.equal(Object.getPrototypeOf(decoded.part), Object.prototype);
    const { text, flag, data, i64, colour, texts, labels, maybeLong, choice } = sample.EverythingCodec.decode(
      new Uint8Array(),
    );
    assert.deepEqual(
      { text, flag, data, i64, colour, texts, labels, maybeLong, choice },
      {
        text: '',
        flag: false,
        data: new Uint8Array(),
        i64: 0,
        colour: 'unspecified',
        texts: [],
        labels: {},
        maybeLong: undefined,
        choice: undefined,
      },
    );
  });

  it('fills in nested messages too when it creates', () => {
    const partial = {
      part: { name: 'p' },
      parts: [{}],
      onlyMessages: { kind: 'rightInner', rightInner: {} },
    };
    const value = sample.EverythingCodec.create(partial);
    const blank = { name: '', sizeBytes: 0, colour: 'unspecified', parts: [] };
    assert.deepEqual(value.part, { ...blank, name: 'p' });
    assert.deepEqual(value.parts, [blank]);
    assert.deepEqual(value.onlyMessages, { kind: 'rightInner', rightInner: { weight: 0 } });
  });

  it('writes text cut in the middle of a character so that it can be read again', () => {
    const codec = sample.EverythingCodec;
    const cut = '\u{1f600}'.slice(0, 1);
    const value = codec.decode(
      codec.encode(codec.create({ text: `a${cut}`, texts: [cut], labels: { [cut]: cut } })),
    );
    assert.deepEqual(
      [value.text, value.texts, value.labels],
      ['a\ufffd', ['\ufffd'], { '\ufffd': '\ufffd' }],
    );
  });

  it('does not share memory with the bytes it decoded', () => {
    const bytes = sample.EverythingCodec.encode(
      sample.EverythingCodec.create({ data: Uint8Array.of(1, 2, 3) }),
    );
    const decoded = sample.EverythingCodec.decode(bytes);
    bytes.fill(0);
    assert.deepEqual(decoded.data, Uint8Array.of(1, 2, 3));
  });

  it('keeps fields of a newer build, nested ones too, when an older one changes the object', () => {
    const { NewerCodec, OlderCodec } = sample;
    const sent = NewerCodec.create({
      name: 'before',
      part: { name: 'p', addedWeight: 1.5 },
      parts: [{ addedWeight: 2 }],
      addedNumber: 2 ** 53 - 1,
      addedPart: { name: 'q' },
      addedTexts: ['a', 'b'],
    });
    const seen = OlderCodec.decode(NewerCodec.encode(sent));
    assert.deepEqual(Object.keys(seen), ['name', 'part', 'parts']);
    const renamed = { ...seen, name: 'after', part: { ...seen.part, name: 'r' } };
    const received = NewerCodec.decode(OlderCodec.encode(OlderCodec.create(renamed)));
    assert.deepEqual(received, { ...sent, name: 'after', part: { name: 'r', addedWeight: 1.5 } });
  });

  it('refuses an enum number it does not know, naming message, field and number', () => {
    const type = reflected('Everything');
    const refusal = (fields: object): unknown => {
      try {
        sample.EverythingCodec.decode(type.encode(type.create(fields)).finish());
      } catch (error) {
        return error;
      }
      return undefined;
    };
    const error = refusal({ colour: 77 });
    assert.ok(error instanceof runtime.ProtoDecodeError);
    assert.match(error.message, /sample\.v1\.Everything\.colour: 77 is no known Colour/);
    assert.deepEqual(
      [error.messageName, error.fieldName, error.value],
      ['sample.v1.Everything', 'colour', 77],
    );
    assert.match(String(refusal({ part: { parts: [{ colour: -1 }] } })), /sample\.v1\.Part\.colour: -1/);
    assert.match(String(refusal({ colours: { a: 1 } })), /sample\.v1\.Everything\.colours: 1/);
  });

  it('refuses a 64-bit number that a JavaScript number cannot hold', () => {
    // Field 10, u64, 2^53 as a varint.
    const bytes = Uint8Array.of(0x50, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10);
    assert.throws(
      () => sample.EverythingCodec.decode(bytes),
      /sample\.v1\.Everything\.u64: 9007199254740992 is beyond/,
    );
  });

  it('answers garbage and torn messages with ProtoDecodeError and nothing else', () => {
    const decodeOrRefuse = (bytes: Uint8Array): void => {
      try {
        sample.EverythingCodec.decode(bytes);
      } catch (error) {
        assert.ok(error instanceof runtime.ProtoDecodeError, String(error));
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), decodeOrRefuse), { numRuns: 2000 });
    fc.assert(
      fc.property(everything, fc.nat(), fc.nat(255), (value, at, byte) => {
        const bytes = sample.EverythingCodec.encode(value);
        decodeOrRefuse(bytes.subarray(0, at % (bytes.length + 1)));
        decodeOrRefuse(bytes.with(at % Math.max(bytes.length, 1), byte));
      }),
    );
    assert.throws(() => sample.EverythingCodec.decode(Uint8Array.of(0x0a, 5, 65)), runtime.ProtoDecodeError);
  });

  it('refuses to write a number that its field cannot carry', () => {
    const wrong: readonly Partial<Everything>[] = [
      { i32: 2 ** 31 },
      { u32: -1 },
      { i32: 1.5 },
      { u64: -1 },
      { i64: 2 ** 53 },
      { i64: Number.NaN },
      { longs: [1, 0.5] },
    ];
    for (const fields of wrong) {
      const value = sample.EverythingCodec.create(fields);
      assert.throws(
        () => sample.EverythingCodec.encode(value),
        runtime.ProtoEncodeError,
        JSON.stringify(fields),
      );
    }
  });

  it('describes services and lists enums', () => {
    assert.deepEqual(sample.EVERYTHING_MOODS, ['calm', 'cross']);
    const methods = Object.entries(sample.SamplingService.methods);
    const described = methods.map(([name, method]) => [name, method.path, method.kind]);
    assert.deepEqual(described, [
      ['askOnce', '/sample.v1.Sampling/AskOnce', 'unary'],
      ['send', '/sample.v1.Sampling/Send', 'client-stream'],
      ['watch', '/sample.v1.Sampling/Watch', 'server-stream'],
      ['talk', '/sample.v1.Sampling/Talk', 'bidi'],
    ]);
  });

  it('carries comments over as documentation', () => {
    const text = fs.readFileSync(path.join(folder, 'everything.ts'), 'utf8');
    assert.match(text, /\/\*\* Holds every shape of field\. \*\/\nexport interface Everything /);
    assert.match(text, /\/\*\* Said by its first comment\. \*\/\n {2}readonly text: string;/);
    assert.match(text, /\/\*\* said by a trailing comment \*\/\n {2}readonly flag: boolean;/);
  });

  function reflected(name: string): protobuf.Type {
    const root = new protobuf.Root();
    root.resolvePath = (_origin, target) => path.resolve(workshop.sampleRoot, target);
    root.loadSync('sample/v1/everything.proto');
    return root.lookupType(`sample.v1.${name}`);
  }
});

describe('the generator', () => {
  let folder: string;

  beforeEach(() => {
    folder = workshop.makeFolder();
  });
  afterEach(() => workshop.removeFolder(folder));

  /** Writes one .proto file and says how the generator refuses it. */
  function refusalOf(declarations: string): string {
    fs.mkdirSync(path.join(folder, 'sample/v1'), { recursive: true });
    const text = `syntax = "proto3";\npackage sample.v1;\n${declarations}`;
    fs.writeFileSync(path.join(folder, 'sample/v1/wrong.proto'), text);
    const out = path.join(folder, 'out');
    const run = workshop.runGenerator(folder, out);
    assert.equal(run.exitCode, 1);
    assert.ok(!fs.existsSync(out));
    return run.output;
  }

  it('names the files that differ when it checks, and changes none', () => {
    workshop.runGenerator(workshop.sampleRoot, folder);
    assert.equal(workshop.runGenerator(workshop.sampleRoot, folder, ['--check']).exitCode, 0);
    fs.appendFileSync(path.join(folder, 'parts.ts'), '// by hand\n');
    fs.rmSync(path.join(folder, 'runtime.ts'));
    fs.writeFileSync(path.join(folder, 'left-over.ts'), '');
    const run = workshop.runGenerator(workshop.sampleRoot, folder, ['--check']);
    assert.equal(run.exitCode, 1);
    const named = [...run.output.matchAll(/not up to date: .*\/([\w.-]+) /g)].map(([, name]) => name);
    assert.deepEqual(new Set(named), new Set(['left-over.ts', 'parts.ts', 'runtime.ts']));
    assert.ok(!fs.existsSync(path.join(folder, 'runtime.ts')));
  });

  it('refuses names that break the conventions, or that two things would share', () => {
    assert.match(refusalOf('enum Mood { CALM = 0; }'), /sample\.v1\.Mood: CALM must begin with MOOD_/);
    assert.match(refusalOf('message A { message B {} } message AB {}'), /would both be called AB/);
    assert.match(refusalOf('message A { Missing a = 1; }'), /no such .*Missing/);
    assert.match(refusalOf('message A { map<uint32, string> a = 1; }'), /keys of a map are strings/);
  });

  it('gave what is committed in proto/gen', () => {
    assert.deepEqual(workshop.checkCommitted(), { exitCode: 0, output: '' });
  });

  it("leaves the gRPC library's own 64-bit numbers alone", () => {
    assert.equal(TaskCodec.decode(TaskCodec.encode(TaskCodec.create({ slot: 7 }))).slot, 7);
    const fromGrpc = createRequire(createRequire(import.meta.url).resolve('@grpc/grpc-js'));
    const fromLoader = createRequire(fromGrpc.resolve('@grpc/proto-loader'));
    const theirs: { readonly util: { readonly Long?: unknown } } = fromLoader('protobufjs/minimal');
    assert.equal(typeof theirs.util.Long, 'function');
  });
});
