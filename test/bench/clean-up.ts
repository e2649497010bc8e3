/**
 * What a benchmark started and wrote is removed once: at the end of the block, or when it is interrupted, which
 * then ends the process.
 */
export class CleanUp implements AsyncDisposable {
  readonly #close: () => Promise<void>;
  #closing: Promise<void> | undefined;

  constructor(close: () => Promise<void>) {
    this.#close = close;
    // Not once: a terminal and the process above may both send one, and the second must not end the clean-up.
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.on(name, () => void this[Symbol.asyncDispose]().finally(() => process.exit(1)));
  }

  /** Whatever fails from then on fails because of it. */
  get hasBegun(): boolean {
    return this.#closing !== undefined;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closing ??= this.#close());
  }
}
