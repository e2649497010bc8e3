/**
 * One direction of a simulated connection: bytes arrive in the order in which they were sent, each after a
 * delay, and wait where they are while the line is cut. At most a window of them is under way or unread: who
 * sends more waits, as with a real connection.
 */

/** What travels: a message, or the end with the reason why. */
type Frame =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly failure: unknown };

interface Travelling {
  readonly frame: Frame;
  hasArrived: boolean;
}

export interface Line {
  /** How long the next frame takes. */
  delayMs(): number;
  isCut(): boolean;
  sleep(delayMs: number): Promise<void>;
}

/** Messages that the window of a connection holds. */
const WINDOW = 16;

export class SimPipe {
  readonly #line: Line;
  readonly #travelling: Travelling[] = [];
  readonly #arrived: Uint8Array[] = [];
  #end: { readonly failure: unknown } | undefined;
  #isEnding = false;
  #isRead = true;
  #wakeReader: () => void = () => undefined;
  #wakeWriter: () => void = () => undefined;
  onEnd: () => void = () => undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  /** Whether it ended, and as its writer meant it to. */
  get endedWell(): boolean {
    return this.#end !== undefined && this.#end.failure === undefined;
  }

  /** Resolves once the message is on its way; at once when nobody will read it. */
  async send(bytes: Uint8Array): Promise<void> {
    while (this.#isOpen() && this.#travelling.length + this.#arrived.length >= WINDOW) {
      await new Promise<void>((resolve) => {
        this.#wakeWriter = resolve;
      });
    }
    if (this.#isOpen()) this.#put({ kind: 'message', bytes });
  }

  /** The end follows what was sent before. */
  end(failure?: unknown): void {
    if (!this.#isOpen()) return;
    this.#isEnding = true;
    this.#put({ kind: 'end', failure });
  }

  /** The reader learns of the end now; what is under way is lost. */
  breakOff(failure: unknown): void {
    this.#travelling.length = 0;
    this.#arrived.length = 0;
    this.#finish(failure);
  }

  /** Nobody reads any more. */
  abandon(): void {
    this.#isRead = false;
    this.breakOff(undefined);
  }

  /** The line is no longer cut. */
  healed(): void {
    this.#deliver();
  }

  async *read(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const bytes = this.#arrived.shift();
      if (bytes !== undefined) {
        this.#wakeWriter();
        yield bytes;
      } else if (this.#end !== undefined) {
        if (this.#end.failure !== undefined) throw this.#end.failure;
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wakeReader = resolve;
        });
      }
    }
  }

  #isOpen(): boolean {
    return this.#isRead && !this.#isEnding && this.#end === undefined;
  }

  #put(frame: Frame): void {
    const travelling: Travelling = { frame, hasArrived: false };
    this.#travelling.push(travelling);
    void this.#line.sleep(this.#line.delayMs()).then(() => {
      travelling.hasArrived = true;
      this.#deliver();
    });
  }

  #deliver(): void {
    while (!this.#line.isCut() && this.#travelling[0]?.hasArrived === true) {
      const frame = this.#travelling.shift()?.frame;
      if (frame?.kind === 'message') this.#arrived.push(frame.bytes);
      else if (frame?.kind === 'end') this.#finish(frame.failure);
    }
    this.#wakeReader();
  }

  #finish(failure: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { failure };
    this.#wakeReader();
    this.#wakeWriter();
    this.onEnd();
  }
}
