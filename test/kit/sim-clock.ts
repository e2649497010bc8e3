/**
 * Time and dice for tests. SimClock moves only when told, and wakes sleepers in the order they are due;
 * SimRandom gives the same numbers for the same seed. Neither touches the real clock or the system's dice.
 */
import type { Clock } from '../../proto/base/clock.js';
import type { Random } from '../../proto/base/random.js';

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

// Turns of the event loop that follow from one waking: a promise chain through a handful of rooms.
const SETTLE_TURNS = 8;

/** Lets everything go on that waits for nothing but its turn; real input and output is not waited for. */
export async function settle(turns: number = SETTLE_TURNS): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

/**
 * Lets everything go on until it waits for the clock, however many turns that takes. For worlds without real
 * input and output: who waits for a file or a socket is not waited for.
 */
export async function quiet(): Promise<void> {
  do {
    await settle(1);
  } while (process.getActiveResourcesInfo().includes('Immediate'));
}

export class SimClock implements Clock {
  readonly #startMs: number;
  #elapsedMs = 0;
  #wallOffsetMs = 0;
  #sleepers: Sleeper[] = [];

  constructor(startMs = Date.UTC(2030, 0, 1)) {
    this.#startMs = startMs;
  }

  nowMs(): number {
    // Whole milliseconds, as the system's clock says them.
    return Math.floor(this.#startMs + this.#elapsedMs + this.#wallOffsetMs);
  }

  monotonicMs(): number {
    return this.#elapsedMs;
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        this.#sleepers = this.#sleepers.filter((each) => each !== sleeper);
        reject(signal?.reason);
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const sleeper = { dueMs: this.#elapsedMs + Math.max(0, delayMs), wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** How many sleep now. */
  get sleeperCount(): number {
    return this.#sleepers.length;
  }

  /** Milliseconds until the next sleeper is due; undefined while nobody sleeps. */
  get nextDueInMs(): number | undefined {
    const next = this.#nextSleeper();
    return next === undefined ? undefined : next.dueMs - this.#elapsedMs;
  }

  /** Moves time on; wakes each sleeper at its instant and lets what follows settle before the next one. */
  async advance(durationMs: number, settled: () => Promise<void> = settle): Promise<void> {
    const untilMs = this.#elapsedMs + durationMs;
    await settled();
    for (;;) {
      const next = this.#nextSleeper();
      if (next === undefined || next.dueMs > untilMs) break;
      this.#elapsedMs = next.dueMs;
      this.#sleepers = this.#sleepers.filter((each) => each !== next);
      next.wake();
      await settled();
    }
    this.#elapsedMs = untilMs;
  }

  /** Sets the wall clock, as an administrator would: sleepers notice nothing. */
  setWallClock(nowMs: number): void {
    this.#wallOffsetMs = nowMs - this.#startMs - this.#elapsedMs;
  }

  // Among those due at the same instant, who fell asleep first.
  #nextSleeper(): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const each of this.#sleepers) if (next === undefined || each.dueMs < next.dueMs) next = each;
    return next;
  }
}

/** Mulberry32: small, and good enough to spread test cases. */
export class SimRandom implements Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => Math.floor(this.fraction() * 256));
  }
}
