/**
 * Items of one turn of the event loop, as one batch: whoever reads gets all that came since the last look. One
 * reader; it never waits while there is something.
 */
export class TurnQueue<T> implements AsyncIterable<readonly T[]> {
  #waiting: T[] = [];
  #wake: (() => void) | undefined;
  #hasEnded = false;

  push(item: T): void {
    this.#waiting.push(item);
    this.#wake?.();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly T[], void, undefined> {
    for (;;) {
      // Not at the first item: what the same turn brings goes with it.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (this.#waiting.length > 0) {
        const batch = this.#waiting;
        this.#waiting = [];
        yield batch;
      } else if (this.#hasEnded) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
      }
    }
  }
}
