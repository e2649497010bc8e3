/**
 * What happened in a run: a digest of all of it, by which two runs are compared, and the last events in words.
 * Noting an event is a few additions; sentences are made only when a run has failed.
 */
import type { Microseconds } from './event-queue.js';

/** How a kind of event reads, made of its three numbers. */
export type Sentence = (a: number, b: number, c: number) => string;

const KEPT = 256;
const FIELDS = 5;

export class Trace {
  readonly #sentences: readonly Sentence[];
  /** Of each kept event: time, kind, and its three numbers. */
  readonly #kept = new Float64Array(KEPT * FIELDS);
  /** How many events of each kind. */
  readonly #counts: number[];
  #count = 0;
  #low = 0x811c9dc5;
  #high = 0x9e3779b9;

  /** A kind of event is the place of its sentence. */
  constructor(sentences: readonly Sentence[]) {
    this.#sentences = sentences;
    this.#counts = sentences.map(() => 0);
  }

  get count(): number {
    return this.#count;
  }

  get counts(): readonly number[] {
    return this.#counts;
  }

  get digest(): string {
    const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
    return hex(this.#high) + hex(this.#low);
  }

  note(atUs: Microseconds, kind: number, a = 0, b = 0, c = 0): void {
    const at = (this.#count++ % KEPT) * FIELDS;
    const kept = this.#kept;
    this.#counts[kind] = (this.#counts[kind] ?? 0) + 1;
    kept[at] = atUs;
    kept[at + 1] = kind;
    kept[at + 2] = a;
    kept[at + 3] = b;
    kept[at + 4] = c;
    this.#mix(atUs);
    this.#mix(kind + 31 * a);
    this.#mix(b);
    this.#mix(c);
  }

  /** The last events, oldest first, one a line. */
  lastEvents(count: number): string[] {
    const lines: string[] = [];
    for (let nth = Math.max(0, this.#count - Math.min(count, KEPT)); nth < this.#count; nth++) {
      const at = (nth % KEPT) * FIELDS;
      const [atUs = 0, kind = 0, a = 0, b = 0, c = 0] = this.#kept.subarray(at, at + FIELDS);
      const text = this.#sentences[kind]?.(a, b, c) ?? `event ${kind} ${a} ${b} ${c}`;
      lines.push(`${String(nth).padStart(7)} ${(atUs / 1000).toFixed(3).padStart(12)} ms  ${text}`);
    }
    return lines;
  }

  #mix(value: number): void {
    const low = value | 0;
    const high = Math.floor(value / 2 ** 32) | 0;
    this.#low = Math.imul(this.#low ^ low, 0x01000193);
    this.#high = Math.imul(this.#high ^ high ^ (this.#low >>> 13), 0x85ebca6b);
  }
}
