/**
 * Generated from proto/generator/runtime.ts.txt by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import type { Reader, Writer } from 'protobufjs/minimal.js';
import protobuf from 'protobufjs/minimal.js';

export type { Reader, Writer };

// Without Long, 64-bit fields are numbers. Numbers beyond 2^53-1 are not exact then: readLong refuses them.
Object.assign(protobuf.util, { Long: undefined });
protobuf.configure();
// Enough for most messages: a buffer that grows is copied.
protobuf.Writer.initialBufferSize = 512;

/**
 * Turns one kind of message into bytes and back. `create` fills in what is missing, in nested
 * messages too. Decoded and created values are plain objects with every field as an own property.
 */
export interface MessageCodec<T, Input = never> {
  /** Full protobuf name, for example swarm.v1.Task. */
  readonly name: string;
  encode(value: T): Uint8Array;
  /** Throws ProtoDecodeError, and nothing else, when the bytes are not such a message. */
  decode(bytes: Uint8Array): T;
  create(partial?: Input): T;
}

export type MethodKind = 'unary' | 'client-stream' | 'server-stream' | 'bidi';

export interface MethodDefinition<Request, Response, Kind extends MethodKind = MethodKind> {
  readonly name: string;
  readonly path: string;
  readonly kind: Kind;
  readonly request: MessageCodec<Request>;
  readonly response: MessageCodec<Response>;
}

export interface ServiceDefinition {
  readonly name: string;
  readonly methods: Readonly<Record<string, MethodDefinition<unknown, unknown>>>;
}

export type RequestOf<M> = M extends { readonly request: { decode(bytes: Uint8Array): infer T } } ? T : never;
export type ResponseOf<M> = M extends { readonly response: { decode(bytes: Uint8Array): infer T } } ? T : never;

/**
 * Holds the fields of a decoded message that this build does not know, as they were on the wire.
 * Object spread copies it, so they are written again with the changed object.
 */
export const UNKNOWN_FIELDS: unique symbol = Symbol.for('swarm.proto.unknown-fields');

export interface WithUnknownFields {
  readonly [UNKNOWN_FIELDS]?: readonly Uint8Array[] | undefined;
}

/** Bytes that are not a message of this kind, or hold a value that this build cannot represent. */
export class ProtoDecodeError extends Error {
  override readonly name = 'ProtoDecodeError';
  readonly messageName: string;
  readonly fieldName: string | undefined;
  readonly value: number | undefined;

  constructor(messageName: string, reason: string, at?: { fieldName: string; value: number }, cause?: unknown) {
    const where = at === undefined ? messageName : `${messageName}.${at.fieldName}`;
    super(`cannot decode ${where}: ${reason}`, { cause });
    this.messageName = messageName;
    this.fieldName = at?.fieldName;
    this.value = at?.value;
  }
}

/** A value that its field cannot carry: always a programmer's mistake. */
export class ProtoEncodeError extends RangeError {
  override readonly name = 'ProtoEncodeError';

  constructor(messageName: string, fieldName: string, reason: string) {
    super(`cannot encode ${messageName}.${fieldName}: ${reason}`);
  }
}

/**
 * Writes half a surrogate pair (text cut in the middle of a character) as U+FFFD, as the platform does
 * everywhere else. protobufjs writes bytes for it that no reader, ours included, accepts again.
 */
class TextSafeWriter extends protobuf.BufferWriter {
  override string(text: string): Writer {
    return super.string(text.isWellFormed() ? text : text.toWellFormed());
  }
}

export function encodeMessage<T>(value: T, write: (value: T, to: Writer) => void): Uint8Array {
  const to = new TextSafeWriter();
  write(value, to);
  return to.finish();
}

export function decodeMessage<T>(
  name: string,
  bytes: Uint8Array,
  read: (from: Reader, end: number, depth: number) => T,
): T {
  try {
    const from = protobuf.Reader.create(bytes);
    return read(from, from.len, 0);
  } catch (error) {
    if (error instanceof ProtoDecodeError) throw error;
    throw new ProtoDecodeError(name, error instanceof Error ? error.message : String(error), undefined, error);
  }
}

/** Reads the length of what follows; returns where that ends. */
export function endOfPart(from: Reader): number {
  const length = from.size();
  const end = from.pos + length;
  if (end > from.len) throw endsEarly();
  return end;
}

/** The same for a message in another one, which itself is `depth` messages deep. */
export function endOfMessage(from: Reader, depth: number): number {
  if (depth >= protobuf.Reader.recursionLimit)
    throw new Error(`messages in messages, more than ${protobuf.Reader.recursionLimit} deep`);
  return endOfPart(from);
}

/** Throws unless the part was read to its end and no further: its last field may claim to be longer. */
export function expectEnd(from: Reader, end: number): void {
  if (from.pos !== end) throw endsEarly();
}

function endsEarly(): RangeError {
  return new RangeError('it ends in the middle of a field');
}

/** Reads over a field that this build does not know, and keeps a copy with those read before. */
export function readUnknown(
  from: Reader,
  start: number,
  tag: number,
  depth: number,
  before: readonly Uint8Array[] | undefined,
): readonly Uint8Array[] {
  from.skipType(tag & 7, depth, tag >>> 3);
  const field = new Uint8Array(from.raw(start, from.pos));
  if (before === undefined) return [field];
  // Made here, and nobody else's yet.
  (before as Uint8Array[]).push(field);
  return before;
}

export function writeUnknown(value: WithUnknownFields, to: Writer): void {
  const fields = value[UNKNOWN_FIELDS];
  if (fields !== undefined) for (const field of fields) to.raw(field);
}

export function withUnknownFields<T extends WithUnknownFields>(value: T, fields: readonly Uint8Array[]): T {
  return { ...value, [UNKNOWN_FIELDS]: fields };
}

export function mapValues<V, W>(
  record: Readonly<Record<string, V>>,
  convert: (value: V) => W,
): Record<string, W> {
  const result: Record<string, W> = {};
  for (const key of Object.keys(record)) setEntry(result, key, convert(record[key] as V));
  return result;
}

export function setEntry<V>(record: Record<string, V>, key: string, value: V): void {
  // A plain assignment to this one key would set the prototype.
  if (key === '__proto__') Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}

/** `value` is a number, but protobufjs's types do not know that Long is switched off. */
export function readLong(value: unknown, messageName: string, fieldName: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new ProtoDecodeError(messageName, `${number} is beyond 2^53-1`, { fieldName, value: number });
}

export function writeInt32(value: number, messageName: string, fieldName: string): number {
  if ((value | 0) === value) return value;
  throw new ProtoEncodeError(messageName, fieldName, `${value} is not a 32-bit integer`);
}

export function writeUint32(value: number, messageName: string, fieldName: string): number {
  if (value >>> 0 === value) return value;
  throw new ProtoEncodeError(messageName, fieldName, `${value} is not an unsigned 32-bit integer`);
}

export function writeInt64(value: number, messageName: string, fieldName: string): number {
  if (Number.isSafeInteger(value)) return value;
  throw new ProtoEncodeError(messageName, fieldName, `${value} is not an integer within 2^53-1`);
}

export function writeUint64(value: number, messageName: string, fieldName: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new ProtoEncodeError(messageName, fieldName, `${value} is not an unsigned integer up to 2^53-1`);
}
