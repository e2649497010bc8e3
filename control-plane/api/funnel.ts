/**
 * Many streams read as one. Nothing is kept here beyond one item per stream: a stream is asked for its next
 * item only after its last one was taken, so a slow reader slows the streams down. Streams may be added
 * while others are read; the end comes when all have ended, or at once when the signal aborts.
 */

interface Offer<T> {
  readonly item: T;
  /** Lets the stream go on. */
  readonly taken: () => void;
}

export class Funnel<T> implements AsyncIterable<T> {
  readonly #signal: AbortSignal;
  readonly #offers: Offer<T>[] = [];
  #open = 0;
  #isClosed = false;
  #failure: { readonly error: unknown } | undefined;
  #wake: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Starts reading the stream; its failure becomes the reader's. */
  add(stream: AsyncIterable<T>): void {
    this.stayOpenFor(this.#pump(stream));
  }

  /** Does not end before the work does, which may add streams meanwhile; its failure becomes the reader's. */
  stayOpenFor(work: Promise<void>): void {
    this.#open += 1;
    void work
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#open -= 1;
        this.#notify();
      });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    const onAbort = (): void => this.#notify();
    this.#signal.addEventListener('abort', onAbort, { once: true });
    try {
      for (;;) {
        if (this.#signal.aborted) return;
        const offer = this.#offers.shift();
        if (offer !== undefined) {
          try {
            yield offer.item;
          } finally {
            offer.taken();
          }
        } else if (this.#failure !== undefined) {
          throw this.#failure.error;
        } else if (this.#open === 0) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      this.#signal.removeEventListener('abort', onAbort);
      this.#isClosed = true;
      // Streams that wait with an item end: nobody will take another.
      for (const { taken } of this.#offers.splice(0)) taken();
    }
  }

  async #pump(stream: AsyncIterable<T>): Promise<void> {
    for await (const item of stream) {
      if (this.#isClosed) return;
      await new Promise<void>((resolve) => {
        this.#offers.push({ item, taken: resolve });
        this.#notify();
      });
      if (this.#isClosed) return;
    }
  }

  #notify(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
