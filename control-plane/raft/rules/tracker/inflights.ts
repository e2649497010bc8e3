/**
 * The appends under way to one follower: a window by count and by payload bytes. A ring that grows to what is
 * really used, since the allowed count is far above that and there is one ring per follower.
 */
import { raftInvariant } from '../invariant.js';

const FIRST_CAPACITY = 8;

export class Inflights {
  readonly #maxCount: number;
  readonly #maxBytes: number;
  #count = 0;
  #bytes = 0;
  #start = 0;
  #indexes: Float64Array;
  #sizes: Float64Array;

  /** `maxBytes` 0 means no limit. */
  constructor(maxCount: number, maxBytes: number) {
    this.#maxCount = maxCount;
    this.#maxBytes = maxBytes;
    this.#indexes = new Float64Array(0);
    this.#sizes = new Float64Array(0);
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isFull(): boolean {
    return this.#count === this.#maxCount || (this.#maxBytes !== 0 && this.#bytes >= this.#maxBytes);
  }

  /** The last message may go over the limit in bytes: an oversized one must be able to pass at all. */
  add(lastIndex: number, bytes: number): void {
    raftInvariant(!this.isFull, 'cannot add into a full window of inflight appends');
    if (this.#count === this.#indexes.length) {
      this.#grow();
    }
    const slot = (this.#start + this.#count) % this.#indexes.length;
    this.#indexes[slot] = lastIndex;
    this.#sizes[slot] = bytes;
    this.#count += 1;
    this.#bytes += bytes;
  }

  /** Frees all appends whose last entry is at or below this index. */
  freeUpTo(index: number): void {
    const capacity = this.#indexes.length;
    while (this.#count > 0 && (this.#indexes[this.#start] ?? 0) <= index) {
      this.#bytes -= this.#sizes[this.#start] ?? 0;
      this.#start = (this.#start + 1) % capacity;
      this.#count -= 1;
    }
  }

  reset(): void {
    this.#count = 0;
    this.#bytes = 0;
    this.#start = 0;
  }

  #grow(): void {
    const capacity = Math.min(Math.max(FIRST_CAPACITY, this.#indexes.length * 2), this.#maxCount);
    this.#indexes = this.#unrolled(this.#indexes, capacity);
    this.#sizes = this.#unrolled(this.#sizes, capacity);
    this.#start = 0;
  }

  #unrolled(ring: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
    const line = new Float64Array(capacity);
    line.set(ring.subarray(this.#start));
    line.set(ring.subarray(0, this.#start), ring.length - this.#start);
    return line;
  }
}
