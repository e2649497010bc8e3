/**
 * Takes the engine's log bytes apart: frames of stdout and stderr (or plain lines of a terminal), each line
 * with its instant before it. Pure: bytes in, whole lines out, what is incomplete waits for more.
 * Memory is bounded: a line longer than LONGEST_LINE_BYTES is given out in pieces.
 */
import type { LogStream } from '../../../../proto/gen/dispatcher.js';

export interface LogText {
  readonly stream: LogStream;
  readonly atMs: number;
  /** The instant as the engine wrote it, exact to the nanosecond. */
  readonly instant: string;
  readonly data: Uint8Array;
}

export const LONGEST_LINE_BYTES = 64 * 1024;

const HEADER_BYTES = 8;
const NEWLINE = 10;
const SPACE = 32;
const STDERR = 2;

interface Partial {
  readonly instant: string;
  readonly pieces: Buffer[];
  sizeBytes: number;
}

/** Feed it the bytes in order; take the lines they complete. */
export class LogParser {
  readonly #isTerminal: boolean;
  readonly #partialByStream = new Map<LogStream, Partial>();
  #rest: Buffer = Buffer.alloc(0);

  constructor(isTerminal: boolean) {
    this.#isTerminal = isTerminal;
  }

  feed(chunk: Buffer): readonly LogText[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const texts: LogText[] = [];
    const used = this.#isTerminal ? this.#feedLines(bytes, texts) : this.#feedFrames(bytes, texts);
    this.#rest = Buffer.from(bytes.subarray(used));
    return texts;
  }

  /** What was left without a newline when the stream ended. */
  end(): readonly LogText[] {
    const texts: LogText[] = [];
    if (this.#isTerminal && this.#rest.length > 0) this.#take('stdout', this.#rest, texts);
    for (const stream of this.#partialByStream.keys()) this.#complete(stream, texts);
    this.#rest = Buffer.alloc(0);
    return texts;
  }

  #feedFrames(bytes: Buffer, texts: LogText[]): number {
    let at = 0;
    while (bytes.length - at >= HEADER_BYTES) {
      const end = at + HEADER_BYTES + bytes.readUInt32BE(at + 4);
      if (end > bytes.length) break;
      const stream = bytes[at] === STDERR ? 'stderr' : 'stdout';
      this.#take(stream, bytes.subarray(at + HEADER_BYTES, end), texts);
      at = end;
    }
    return at;
  }

  #feedLines(bytes: Buffer, texts: LogText[]): number {
    let at = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, at)) {
      this.#take('stdout', bytes.subarray(at, end + 1), texts);
      at = end + 1;
    }
    if (bytes.length - at < LONGEST_LINE_BYTES) return at;
    this.#take('stdout', bytes.subarray(at), texts);
    return bytes.length;
  }

  /** One message of the engine: an instant, a space, and text that ends in a newline unless more follows. */
  #take(stream: LogStream, message: Buffer, texts: LogText[]): void {
    const space = message.indexOf(SPACE);
    const instant = space < 0 ? '' : message.toString('latin1', 0, space);
    const isStamped = !Number.isNaN(Date.parse(instant));
    const text = isStamped ? message.subarray(space + 1) : message;
    const partial = this.#partialByStream.get(stream) ?? {
      instant: isStamped ? instant : '',
      pieces: [],
      sizeBytes: 0,
    };
    const isWhole = text.at(-1) === NEWLINE;
    partial.pieces.push(Buffer.from(isWhole ? text.subarray(0, -1) : text));
    partial.sizeBytes += text.length;
    this.#partialByStream.set(stream, partial);
    if (isWhole || partial.sizeBytes >= LONGEST_LINE_BYTES) this.#complete(stream, texts);
  }

  #complete(stream: LogStream, texts: LogText[]): void {
    const partial = this.#partialByStream.get(stream);
    if (partial === undefined) return;
    this.#partialByStream.delete(stream);
    const { instant, pieces } = partial;
    const atMs = instant === '' ? 0 : Date.parse(instant);
    texts.push({ stream, atMs, instant, data: Buffer.concat(pieces) });
  }
}

/** One nanosecond after an RFC 3339 instant, as the engine's `since` takes it: seconds and nanoseconds. */
export function justAfter(instant: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  const fraction = /\.(\d{1,9})/.exec(instant)?.[1] ?? '';
  const nanoseconds = Number(fraction.padEnd(9, '0')) + 1;
  const carry = nanoseconds === 1_000_000_000 ? 1 : 0;
  return `${seconds + carry}.${String(carry === 1 ? 0 : nanoseconds).padStart(9, '0')}`;
}
