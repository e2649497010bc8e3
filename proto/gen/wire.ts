/**
 * Generated from proto/generator/wire.ts.txt by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
/**
 * The protobuf wire format: numbers, text and bytes one after the other, written to a buffer that grows and
 * read within bounds. Knows no message. 64-bit numbers are JavaScript numbers here: what is read beyond
 * 2^53-1 is no longer exact, and whoever asked for it has to look.
 */

/** The low three bits of a tag: how long the value is, or how its end is found. */
const VARINT = 0;
const FIXED_64 = 1;
const DELIMITED = 2;
const GROUP_START = 3;
const GROUP_END = 4;
const FIXED_32 = 5;

const TWO_TO_32 = 2 ** 32;
const FIRST_BUFFER_BYTES = 1024;
/** A larger buffer is not kept for the next message. */
const LARGEST_KEPT_BYTES = 4 * 1024 * 1024;
/** Text up to this length is never longer than 127 bytes, and is faster written by hand. */
const SHORT_TEXT = 42;
const LONGEST_VARINT_BYTES = 10;

/** The buffer of the writer that was used last, which the next one goes on with. */
let spare: Buffer | undefined;

export class Writer {
  #buffer: Buffer;
  #end = 0;

  constructor() {
    this.#buffer = spare ?? Buffer.allocUnsafeSlow(FIRST_BUFFER_BYTES);
    spare = undefined;
  }

  /** What was written, as bytes of its own; the writer must not be used any more. */
  finish(): Uint8Array {
    const bytes = Buffer.allocUnsafe(this.#end);
    this.#buffer.copy(bytes, 0, 0, this.#end);
    if (this.#buffer.length <= LARGEST_KEPT_BYTES) spare = this.#buffer;
    return bytes;
  }

  uint32(value: number): void {
    this.#reserve(5);
    this.#varint32(value >>> 0);
  }

  int32(value: number): void {
    this.int64(value);
  }

  sint32(value: number): void {
    this.uint32((value << 1) ^ (value >> 31));
  }

  uint64(value: number): void {
    this.int64(value);
  }

  /** Also of unsigned ones: negative numbers are written as 2^64 more. */
  int64(value: number): void {
    this.#reserve(LONGEST_VARINT_BYTES);
    if (value >= 0 && value < TWO_TO_32) this.#varint32(value);
    else this.#varint64(value >>> 0, Math.floor(value / TWO_TO_32) >>> 0);
  }

  sint64(value: number): void {
    const low = value >>> 0;
    const high = Math.floor(value / TWO_TO_32) >>> 0;
    const sign = value < 0 ? 0xffff_ffff : 0;
    this.#reserve(LONGEST_VARINT_BYTES);
    this.#varint64(((low << 1) ^ sign) >>> 0, (((high << 1) | (low >>> 31)) ^ sign) >>> 0);
  }

  fixed32(value: number): void {
    this.#reserve(4);
    this.#end = this.#buffer.writeUInt32LE(value >>> 0, this.#end);
  }

  sfixed32(value: number): void {
    this.fixed32(value);
  }

  fixed64(value: number): void {
    this.fixed32(value);
    this.fixed32(Math.floor(value / TWO_TO_32));
  }

  sfixed64(value: number): void {
    this.fixed64(value);
  }

  float(value: number): void {
    this.#reserve(4);
    this.#end = this.#buffer.writeFloatLE(value, this.#end);
  }

  double(value: number): void {
    this.#reserve(8);
    this.#end = this.#buffer.writeDoubleLE(value, this.#end);
  }

  bool(value: boolean): void {
    this.#reserve(1);
    this.#buffer[this.#end++] = value ? 1 : 0;
  }

  /** Half a surrogate pair (text cut in the middle of a character) becomes U+FFFD. */
  string(text: string): void {
    const { length } = text;
    if (length > SHORT_TEXT) return this.#longText(text);
    this.#reserve(1 + 3 * length);
    const buffer = this.#buffer;
    const start = this.#end + 1;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) {
        const bytes = buffer.write(text, start, 'utf8');
        buffer[start - 1] = bytes;
        this.#end = start + bytes;
        return;
      }
      buffer[start + i] = code;
    }
    buffer[start - 1] = length;
    this.#end = start + length;
  }

  bytes(bytes: Uint8Array): void {
    this.uint32(bytes.length);
    this.raw(bytes);
  }

  /** Bytes as they are, without their length. */
  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Begins a part whose length stands before it; join() ends it. */
  fork(): number {
    this.#reserve(1);
    this.#end += 1;
    return this.#end;
  }

  /** Ends the part that began there. */
  join(start: number): void {
    const length = this.#end - start;
    if (length < 0x80) {
      this.#buffer[start - 1] = length;
      return;
    }
    const more = lengthOfVarint32(length) - 1;
    this.#reserve(more);
    this.#buffer.copyWithin(start + more, start, this.#end);
    this.#end = start - 1;
    this.#varint32(length);
    this.#end += length;
  }

  #longText(text: string): void {
    const bytes = Buffer.byteLength(text, 'utf8');
    this.uint32(bytes);
    this.#reserve(bytes);
    this.#end += this.#buffer.write(text, this.#end, 'utf8');
  }

  #varint32(value: number): void {
    const buffer = this.#buffer;
    let at = this.#end;
    let rest = value;
    while (rest > 0x7f) {
      buffer[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[at++] = rest;
    this.#end = at;
  }

  #varint64(low: number, high: number): void {
    const buffer = this.#buffer;
    let at = this.#end;
    let [lowRest, highRest] = [low, high];
    while (highRest > 0) {
      buffer[at++] = (lowRest & 0x7f) | 0x80;
      lowRest = ((lowRest >>> 7) | (highRest << 25)) >>> 0;
      highRest >>>= 7;
    }
    this.#end = at;
    this.#varint32(lowRest);
  }

  #reserve(count: number): void {
    const needed = this.#end + count;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#buffer.length));
    larger.set(this.#buffer.subarray(0, this.#end));
    this.#buffer = larger;
  }
}

function lengthOfVarint32(value: number): number {
  if (value < 2 ** 7) return 1;
  if (value < 2 ** 14) return 2;
  if (value < 2 ** 21) return 3;
  return value < 2 ** 28 ? 4 : 5;
}

/** A message in a message, and so on: deeper than this it is garbage, or an attack on the stack. */
const DEEPEST = 100;
const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws an Error in words for bytes that end too early or are no protobuf. */
export class Reader {
  readonly #buffer: Buffer;
  #at = 0;
  #end: number;
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#end = bytes.length;
  }

  /** Whether anything is left of the part that is being read. */
  get hasMore(): boolean {
    return this.#at < this.#end;
  }

  /** Where the next byte is read. */
  get position(): number {
    return this.#at;
  }

  /** Begins with a part whose length stands before it; returns what leave() wants. */
  enter(): number {
    const length = this.#length();
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Error(`messages in messages, more than ${DEEPEST} deep`);
    const outerEnd = this.#end;
    this.#end = this.#at + length;
    return outerEnd;
  }

  /** Goes on after a part that was read to its end. */
  leave(outerEnd: number): void {
    this.#depth -= 1;
    this.#end = outerEnd;
  }

  tag(): number {
    const tag = this.uint32();
    if (tag >>> 3 === 0) throw new Error('a field has the number 0');
    return tag;
  }

  uint32(): number {
    const buffer = this.#buffer;
    let at = this.#at;
    const first = buffer[at];
    if (first !== undefined && first < 0x80 && at < this.#end) {
      this.#at = at + 1;
      return first;
    }
    let value = 0;
    for (let shift = 0; shift < 7 * LONGEST_VARINT_BYTES; shift += 7) {
      const byte = at < this.#end ? buffer[at] : undefined;
      at += 1;
      if (byte === undefined) throw endsEarly();
      // What is beyond 32 bits is cut off.
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#at = at;
        return value >>> 0;
      }
    }
    throw new Error('a number has no end');
  }

  int32(): number {
    return this.uint32() | 0;
  }

  sint32(): number {
    const value = this.uint32();
    return (value >>> 1) ^ -(value & 1);
  }

  uint64(): number {
    const low = this.#varint64();
    return this.#high * TWO_TO_32 + low;
  }

  int64(): number {
    const low = this.#varint64();
    return (this.#high | 0) * TWO_TO_32 + low;
  }

  sint64(): number {
    const low = this.#varint64();
    const high = this.#high;
    const sign = -(low & 1);
    const shiftedLow = (((low >>> 1) | (high << 31)) ^ sign) >>> 0;
    return ((high >>> 1) ^ sign) * TWO_TO_32 + shiftedLow;
  }

  fixed32(): number {
    return this.#buffer.readUInt32LE(this.#skip(4));
  }

  sfixed32(): number {
    return this.#buffer.readInt32LE(this.#skip(4));
  }

  fixed64(): number {
    const low = this.fixed32();
    return this.fixed32() * TWO_TO_32 + low;
  }

  sfixed64(): number {
    const low = this.fixed32();
    return this.sfixed32() * TWO_TO_32 + low;
  }

  float(): number {
    return this.#buffer.readFloatLE(this.#skip(4));
  }

  double(): number {
    return this.#buffer.readDoubleLE(this.#skip(8));
  }

  bool(): boolean {
    const low = this.#varint64();
    return low !== 0 || this.#high !== 0;
  }

  string(): string {
    const length = this.#length();
    const start = this.#skip(length);
    const end = start + length;
    for (let at = start; at < end; at++) {
      if ((this.#buffer[at] ?? 0) > 0x7f) return strictText.decode(this.#buffer.subarray(start, end));
    }
    return this.#buffer.toString('latin1', start, end);
  }

  /** A copy: the reader's buffer is somebody else's. */
  bytes(): Uint8Array {
    const length = this.#length();
    return this.copyFrom(this.#skip(length));
  }

  /** What is left of the part, read. */
  rest(): Uint8Array {
    return this.copyFrom(this.#skip(this.#end - this.#at));
  }

  /** A copy of what was read from there on. */
  copyFrom(start: number): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(start, this.#at));
  }

  /** Reads over the value of a field. */
  skip(tag: number): void {
    switch (tag & 7) {
      case VARINT:
        this.#varint64();
        return;
      case FIXED_64:
        this.#skip(8);
        return;
      case DELIMITED:
        this.#skip(this.#length());
        return;
      case GROUP_START:
        this.#skipGroup(tag >>> 3);
        return;
      case FIXED_32:
        this.#skip(4);
        return;
      default:
        throw new Error(`a field has wire type ${tag & 7}`);
    }
  }

  #skipGroup(field: number): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Error(`groups in groups, more than ${DEEPEST} deep`);
    for (;;) {
      const tag = this.tag();
      if ((tag & 7) !== GROUP_END) {
        this.skip(tag);
        continue;
      }
      if (tag >>> 3 !== field) throw new Error('a group ends as another one');
      this.#depth -= 1;
      return;
    }
  }

  #length(): number {
    const length = this.uint32();
    if (length > this.#end - this.#at) throw endsEarly();
    return length;
  }

  /** Goes on behind so many bytes; returns where they begin. */
  #skip(count: number): number {
    const start = this.#at;
    if (count > this.#end - start) throw endsEarly();
    this.#at = start + count;
    return start;
  }

  /** The high half of the number that was read last. */
  #high = 0;

  /** Returns the low half. */
  #varint64(): number {
    const buffer = this.#buffer;
    let low = 0;
    let high = 0;
    let at = this.#at;
    for (let shift = 0; shift < 7 * LONGEST_VARINT_BYTES; shift += 7) {
      const byte = at < this.#end ? buffer[at] : undefined;
      at += 1;
      if (byte === undefined) throw endsEarly();
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 0x80) {
        this.#at = at;
        this.#high = high >>> 0;
        return low >>> 0;
      }
    }
    throw new Error('a number has no end');
  }
}

function endsEarly(): Error {
  return new RangeError('it ends in the middle of a field');
}
