/**
 * Generated from proto/generator/runtime.ts.txt by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import { Reader, Writer } from './wire.js';

export type { Reader, Writer };

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

export function encodeMessage<T>(value: T, write: (value: T, to: Writer) => void): Uint8Array {
  const to = new Writer();
  write(value, to);
  return to.finish();
}

export function decodeMessage<T>(name: string, bytes: Uint8Array, read: (from: Reader) => T): T {
  try {
    return read(new Reader(bytes));
  } catch (error) {
    if (error instanceof ProtoDecodeError) throw error;
    throw new ProtoDecodeError(name, error instanceof Error ? error.message : String(error), undefined, error);
  }
}

/** A message that stands in another one for the second time: what it says is added to the first. */
export function readMore<T>(
  from: Reader,
  before: T | undefined,
  write: (value: T, to: Writer) => void,
  read: (from: Reader) => T,
): T {
  if (before === undefined) return read(from);
  const both = new Writer();
  write(before, both);
  both.raw(from.rest());
  return read(new Reader(both.finish()));
}

/** Reads over a field that this build does not know, and keeps it. */
export function readUnknown(
  from: Reader,
  start: number,
  tag: number,
  before: Uint8Array[] | undefined,
): Uint8Array[] {
  from.skip(tag);
  const fields = before ?? [];
  fields.push(from.copyFrom(start));
  return fields;
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

export function readLong(value: number, messageName: string, fieldName: string): number {
  if (Number.isSafeInteger(value)) return value;
  throw new ProtoDecodeError(messageName, `${value} is beyond 2^53-1`, { fieldName, value });
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
