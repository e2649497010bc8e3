/**
 * Answers of other name servers, kept as long as they hold. Bounded in number and in bytes; who was not asked for the
 * longest goes first.
 */
import type { Clock } from '../../proto/base/clock.js';
import { agedAnswer, type KeptAnswer, keptAnswer } from './rules/kept-answer.js';

const MOST_ANSWERS = 2_048;
const MOST_BYTES = 2 ** 21;

interface Entry {
  readonly kept: KeptAnswer;
  readonly storedAtMs: number;
}

export class NameCache {
  readonly #clock: Clock;
  /** In the order in which they were last asked for. */
  readonly #entryByKey = new Map<string, Entry>();
  #bytes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  find(key: string, asked: Buffer): Buffer | undefined {
    const entry = this.#entryByKey.get(key);
    if (entry === undefined) return undefined;
    const ageMs = this.#clock.monotonicMs() - entry.storedAtMs;
    this.#drop(key, entry);
    if (ageMs >= entry.kept.lifeMs) return undefined;
    this.#put(key, entry);
    return agedAnswer(entry.kept, asked, ageMs);
  }

  store(key: string, answer: Buffer): void {
    const kept = keptAnswer(answer);
    if (kept === undefined) return;
    const before = this.#entryByKey.get(key);
    if (before !== undefined) this.#drop(key, before);
    this.#put(key, { kept, storedAtMs: this.#clock.monotonicMs() });
    for (const [oldKey, old] of this.#entryByKey) {
      if (this.#entryByKey.size <= MOST_ANSWERS && this.#bytes <= MOST_BYTES) return;
      this.#drop(oldKey, old);
    }
  }

  #put(key: string, entry: Entry): void {
    this.#entryByKey.set(key, entry);
    this.#bytes += key.length + entry.kept.message.length;
  }

  #drop(key: string, entry: Entry): void {
    this.#entryByKey.delete(key);
    this.#bytes -= key.length + entry.kept.message.length;
  }
}
