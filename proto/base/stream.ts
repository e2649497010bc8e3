/**
 * A bounded queue with one reader. The writer learns at once when the reader is gone or too slow, so no
 * queue of this program grows without end.
 */

export interface StreamOptions<T> {
  /** Most items that may wait. */
  readonly capacity: number;
  /** Merges a new item into the last waiting one, or returns undefined to append it. */
  readonly coalesce?: (last: T, next: T) => T | undefined;
}

/** One writer side, one reader side; end() and cancel() free both. */
export class Stream<T> implements AsyncIterable<T> {
  readonly #options: StreamOptions<T>;
  readonly #waiting: T[] = [];
  #wake: (() => void) | undefined;
  #ended = false;
  #failure: unknown;

  constructor(options: StreamOptions<T>) {
    this.#options = options;
  }

  get size(): number {
    return this.#waiting.length;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Appends or coalesces; false when the stream has ended or is full. */
  push(item: T): boolean {
    if (this.#ended) return false;
    const last = this.#waiting.at(-1);
    const merged = last === undefined ? undefined : this.#options.coalesce?.(last, item);
    if (merged !== undefined) {
      this.#waiting[this.#waiting.length - 1] = merged;
      return true;
    }
    if (this.#waiting.length >= this.#options.capacity) return false;
    this.#waiting.push(item);
    this.#notify();
    return true;
  }

  /** No more items; the reader gets what waits, then the end, or the failure. */
  end(failure?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#notify();
  }

  /** The reader gives up: what waits is dropped. */
  cancel(): void {
    this.#waiting.length = 0;
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    try {
      for (;;) {
        const item = this.#waiting.shift();
        if (item !== undefined) {
          yield item;
        } else if (this.#ended) {
          if (this.#failure !== undefined) throw this.#failure;
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      this.cancel();
    }
  }

  #notify(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
