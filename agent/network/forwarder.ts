/**
 * Names that are not ours, asked of other name servers. Promises an answer within ANSWER_WITHIN_MS or none: servers
 * that keep silent are passed over and for a while asked last. What is under way is bounded; the same question, asked
 * by many at once, is passed on once.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import type { Random } from '../../proto/base/random.js';
import { NameCache } from './name-cache.js';
import { agedAnswer, questionKey } from './rules/kept-answer.js';
import { RCODE, rcodeOf } from './rules/name-message.js';
import type { Exchange, NameServerAddress } from './upstream.js';

/** Containers ask their engine, and that waits four seconds for us. */
const ANSWER_WITHIN_MS = 3_500;
const SERVER_WITHIN_MS = 1_500;
/** How long a server that kept silent is asked last. */
const SILENT_FOR_MS = 30_000;
/** Each takes a socket. */
const MOST_AT_ONCE = 256;
/** More than these are turned away: they would not be answered in time. */
const MOST_WAITING = 2_048;
const MOST_SILENT = 256;

export type Transport = 'udp' | 'tcp';

export interface ForwarderModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly exchange: Exchange;
}

export class Forwarder {
  readonly #modules: ForwarderModules;
  readonly #cache: NameCache;
  readonly #answerByKey = new Map<string, Promise<Buffer | undefined>>();
  readonly #silentUntilMs = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #atOnce = 0;

  constructor(modules: ForwarderModules) {
    this.#modules = modules;
    this.#cache = new NameCache(modules.clock);
  }

  /** The answer of one of the servers, as bytes, for exactly this message; undefined when none gave any. */
  async ask(
    message: Buffer,
    servers: readonly NameServerAddress[],
    transport: Transport,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const group = servers.map(({ host, port }) => `${host} ${port}`).join();
    const key = `${group};${questionKey(message)}`;
    const kept = this.#cache.find(key, message);
    if (kept !== undefined) return kept;
    const sharedKey = `${transport};${key}`;
    const shared =
      this.#answerByKey.get(sharedKey) ?? this.#begin(sharedKey, message, servers, transport, signal);
    const answer = await shared;
    if (answer === undefined) return undefined;
    this.#cache.store(key, answer);
    return agedAnswer({ message: answer, lifeMs: 0, ttlOffsets: [] }, message, 0);
  }

  #begin(
    key: string,
    message: Buffer,
    servers: readonly NameServerAddress[],
    transport: Transport,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const { clock } = this.#modules;
    const answer = withTimeout(
      clock,
      ANSWER_WITHIN_MS,
      () => new Error('no name server answered in time'),
      async (inTime) => await this.#inTurn(() => this.#askEach(message, servers, transport, inTime), inTime),
      signal,
    )
      .catch(() => undefined)
      .finally(() => this.#answerByKey.delete(key));
    this.#answerByKey.set(key, answer);
    return answer;
  }

  /** Waits until few enough are under way. */
  async #inTurn<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#atOnce >= MOST_AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) throw new Error('too many names are being looked up');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#atOnce += 1;
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes meanwhile takes it.
      const next = this.#waiting.shift();
      if (next === undefined) this.#atOnce -= 1;
      else next();
    }
  }

  /** One after the other, until one gives an answer that is worth having; else the last that was had. */
  async #askEach(
    message: Buffer,
    servers: readonly NameServerAddress[],
    transport: Transport,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    let last: Buffer | undefined;
    for (const server of this.#inOrder(servers)) {
      const answer = await this.#askOne(message, server, transport, signal);
      if (signal.aborted) return answer ?? last;
      last = answer ?? last;
      if (answer !== undefined && !isUseless(answer)) return answer;
    }
    return last;
  }

  async #askOne(
    message: Buffer,
    server: NameServerAddress,
    transport: Transport,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const { clock, random, exchange } = this.#modules;
    const name = `${server.host} ${server.port}`;
    const asked = Buffer.from(message);
    asked.set(random.bytes(2), 0);
    try {
      const answer = await withTimeout(
        clock,
        SERVER_WITHIN_MS,
        () => new Error(`${server.host} does not answer`),
        async (inTime) => await exchange(asked, server, transport, inTime),
        signal,
      );
      this.#silentUntilMs.delete(name);
      return answer;
    } catch {
      if (!signal.aborted) this.#noteSilent(name);
      return undefined;
    }
  }

  #noteSilent(name: string): void {
    const nowMs = this.#modules.clock.monotonicMs();
    this.#silentUntilMs.delete(name);
    this.#silentUntilMs.set(name, nowMs + SILENT_FOR_MS);
    if (this.#silentUntilMs.size <= MOST_SILENT) return;
    const [oldest] = this.#silentUntilMs.keys();
    if (oldest !== undefined) this.#silentUntilMs.delete(oldest);
  }

  #inOrder(servers: readonly NameServerAddress[]): readonly NameServerAddress[] {
    const nowMs = this.#modules.clock.monotonicMs();
    const isSilent = ({ host, port }: NameServerAddress): boolean =>
      (this.#silentUntilMs.get(`${host} ${port}`) ?? 0) > nowMs;
    return [...servers.filter((each) => !isSilent(each)), ...servers.filter(isSilent)];
  }
}

/** Another server may do better. */
function isUseless(answer: Buffer): boolean {
  return ([RCODE.failure, RCODE.refused, RCODE.notImplemented] as number[]).includes(rcodeOf(answer));
}
