/**
 * What the generator is expected to make of sample/v1/everything.proto, written by hand, and
 * arbitrary values of it. Counterpart of the .proto file: a field added there is added here.
 */
import * as fc from 'fast-check';

export type Colour = 'unspecified' | 'deep-red' | 'blue';
export type Mood = 'calm' | 'cross';

export interface Part {
  readonly name: string;
  readonly sizeBytes: number;
  readonly colour: Colour;
  readonly parts: readonly Part[];
}

export interface Inner {
  readonly weight: number;
}

export type Choice =
  | { readonly kind: 'whole'; readonly whole: Part }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'feeling'; readonly feeling: Mood }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'blob'; readonly blob: Uint8Array };

export interface Everything {
  readonly text: string;
  readonly flag: boolean;
  readonly data: Uint8Array;
  readonly i32: number;
  readonly u32: number;
  readonly s32: number;
  readonly f32: number;
  readonly sf32: number;
  readonly i64: number;
  readonly u64: number;
  readonly s64: number;
  readonly f64: number;
  readonly sf64: number;
  readonly single: number;
  readonly twice: number;
  readonly colour: Colour;
  readonly mood: Mood;
  readonly part?: Part | undefined;
  readonly inner?: Inner | undefined;
  readonly maybeText?: string | undefined;
  readonly maybeLong?: number | undefined;
  readonly maybeMood?: Mood | undefined;
  readonly maybeData?: Uint8Array | undefined;
  readonly maybeFlag?: boolean | undefined;
  readonly texts: readonly string[];
  readonly longs: readonly number[];
  readonly moods: readonly Mood[];
  readonly parts: readonly Part[];
  readonly datas: readonly Uint8Array[];
  readonly labels: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly colours: Readonly<Record<string, Colour>>;
  readonly partByName: Readonly<Record<string, Part>>;
  readonly dataByName: Readonly<Record<string, Uint8Array>>;
  readonly choice?: Choice | undefined;
  readonly onlyMessages?:
    | { readonly kind: 'leftPart'; readonly leftPart: Part }
    | { readonly kind: 'rightInner'; readonly rightInner: Inner }
    | undefined;
  readonly default: string;
}

const colour = fc.constantFrom<Colour>('unspecified', 'deep-red', 'blue');
const mood = fc.constantFrom<Mood>('calm', 'cross');
// Half of all code points need more than one UTF-8 byte; half-characters cannot be sent at all.
const text = fc.string({ unit: 'binary' });
const bytes = fc.uint8Array({ maxLength: 40 });
// Bit operations work on 32 bits and floats on 53: the edges are where a codec goes wrong.
const unsignedLong = fc.oneof(
  fc.maxSafeNat(),
  fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1),
);
const negated = unsignedLong.map((n) => 0 - n);
const signedLong = fc.oneof(fc.maxSafeInteger(), unsignedLong, negated);
const int32 = fc.integer();
const uint32 = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(2 ** 31, 2 ** 32 - 1));
const key = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'toString', ''));

function recordOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const listOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(value, { maxLength: 4 });

// Decoded objects are ordinary ones, with the ordinary prototype.
const ORDINARY = { noNullPrototype: true };

const leafPart = fc.record(
  { name: text, sizeBytes: unsignedLong, colour, parts: fc.constant<Part[]>([]) },
  ORDINARY,
);
const part: fc.Arbitrary<Part> = fc.record(
  {
    name: text,
    sizeBytes: unsignedLong,
    colour,
    parts: fc.array(leafPart, { maxLength: 2 }),
  },
  ORDINARY,
);
const inner: fc.Arbitrary<Inner> = fc.record({ weight: fc.double() }, ORDINARY);

const choice: fc.Arbitrary<Choice> = fc.oneof(
  part.map((whole) => ({ kind: 'whole' as const, whole })),
  text.map((word) => ({ kind: 'word' as const, word })),
  mood.map((feeling) => ({ kind: 'feeling' as const, feeling })),
  signedLong.map((amount) => ({ kind: 'amount' as const, amount })),
  bytes.map((blob) => ({ kind: 'blob' as const, blob })),
);

export const everything: fc.Arbitrary<Everything> = fc.record(
  {
    text,
    flag: fc.boolean(),
    data: bytes,
    i32: int32,
    u32: uint32,
    s32: int32,
    f32: uint32,
    sf32: int32,
    i64: signedLong,
    u64: unsignedLong,
    s64: signedLong,
    f64: unsignedLong,
    sf64: signedLong,
    single: fc.float(),
    twice: fc.double(),
    colour,
    mood,
    part: maybe(part),
    inner: maybe(inner),
    maybeText: maybe(text),
    maybeLong: maybe(unsignedLong),
    maybeMood: maybe(mood),
    maybeData: maybe(bytes),
    maybeFlag: maybe(fc.boolean()),
    texts: listOf(text),
    longs: listOf(unsignedLong),
    moods: listOf(mood),
    parts: listOf(part),
    datas: listOf(bytes),
    labels: recordOf(text),
    counts: recordOf(unsignedLong),
    colours: recordOf(colour),
    partByName: recordOf(part),
    dataByName: recordOf(bytes),
    choice: maybe(choice),
    onlyMessages: maybe(
      fc.oneof(
        part.map((leftPart) => ({ kind: 'leftPart' as const, leftPart })),
        inner.map((rightInner) => ({ kind: 'rightInner' as const, rightInner })),
      ),
    ),
    default: text,
  },
  ORDINARY,
);
