/**
 * Tells who waits for a container that something happened to it. Owns the one event stream of the engine and
 * opens it again, with back-off, whenever it ends; after each opening everybody is told, because anything
 * may have happened meanwhile. What happened is for the waiting side to look up. An engine that hangs keeps the
 * stream open, so it is also asked for a sign of life.
 */
import type { Clock } from '../../../proto/base/clock.js';
import { hasCode } from '../../../proto/base/errors.js';
import type { Log } from '../../../proto/base/log.js';
import type { Service } from '../../../proto/base/service.js';
import type { Engine } from './engine.js';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

const SIGN_PERIOD_MS = 5_000;
const SIGN_PERIOD_WHILE_SILENT_MS = 1_000;
const SIGN_TIMEOUT_MS = 5_000;

export interface EngineEventsOptions {
  /** Label filters; only containers that carry all of them are watched. */
  readonly labels: readonly string[];
}

export interface EngineEventsModules {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly log: Log;
}

/** One waiting side; a change that comes before it waits is not lost. */
export class Watch {
  readonly #release: (watch: Watch) => void;
  #changed = false;
  #wake: (() => void) | undefined;

  constructor(release: (watch: Watch) => void) {
    this.#release = release;
  }

  notify(): void {
    this.#changed = true;
    this.#wake?.();
  }

  /** Resolves at the next change, or at once when one came since the last time. */
  async changed(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.#changed) {
      await new Promise<void>((resolve, reject) => {
        const onAbort = (): void => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        };
      });
    }
    this.#changed = false;
  }

  close(): void {
    this.#release(this);
  }
}

export class EngineEvents implements Service {
  readonly name = 'engine events';
  readonly #options: EngineEventsOptions;
  readonly #modules: EngineEventsModules;
  readonly #watchesByContainerId = new Map<string, Set<Watch>>();
  readonly #reachabilityListeners = new Set<() => void>();
  #isReachable: boolean | undefined;
  #silence: Error | undefined;

  constructor(options: EngineEventsOptions, modules: EngineEventsModules) {
    this.#options = options;
    this.#modules = modules;
  }

  watch(containerId: string): Watch {
    const watches = this.#watchesByContainerId.get(containerId) ?? new Set<Watch>();
    this.#watchesByContainerId.set(containerId, watches);
    const watch = new Watch((closed) => {
      watches.delete(closed);
      if (watches.size === 0) this.#watchesByContainerId.delete(containerId);
    });
    watches.add(watch);
    return watch;
  }

  /** Why an engine that holds the line gives no answer; undefined when it does, or holds no line. */
  get silence(): Error | undefined {
    return this.#silence;
  }

  onReachability(listener: () => void): () => void {
    this.#reachabilityListeners.add(listener);
    return () => this.#reachabilityListeners.delete(listener);
  }

  async run(signal: AbortSignal): Promise<void> {
    let delayMs = FIRST_RETRY_MS;
    while (!signal.aborted) {
      try {
        await this.#follow(signal, () => {
          delayMs = FIRST_RETRY_MS;
        });
        this.#setReachable(false, 'the event stream ended');
      } catch (error) {
        if (signal.aborted) return;
        this.#setReachable(false, error instanceof Error ? error.message : String(error));
      }
      await this.#modules.clock.sleep(delayMs, signal).catch(() => undefined);
      delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS);
    }
  }

  async #follow(signal: AbortSignal, onOpen: () => void): Promise<void> {
    const { engine, clock } = this.#modules;
    // The engine answers before it listens to itself; `since` closes that gap.
    const sinceMs = clock.nowMs() - 1_000;
    const filters = { type: ['container'], label: this.#options.labels, event: WATCHED };
    const query = { since: (sinceMs / 1000).toFixed(3), filters: JSON.stringify(filters) };
    const stream = await engine.stream('GET', '/events', query, signal);
    onOpen();
    this.#setReachable(true);
    for (const watches of this.#watchesByContainerId.values()) for (const watch of watches) watch.notify();
    const over = new AbortController();
    const asking = this.#askForSigns(AbortSignal.any([signal, over.signal]));
    try {
      let rest = '';
      for await (const chunk of engine.chunks(stream, signal)) {
        const lines = (rest + chunk.toString('utf8')).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) this.#notify(containerIdOf(line));
      }
    } finally {
      stream.destroy();
      over.abort();
      await asking;
      this.#silence = undefined;
    }
  }

  async #askForSigns(signal: AbortSignal): Promise<void> {
    const { engine, clock } = this.#modules;
    const limits = { signal, timeoutMs: SIGN_TIMEOUT_MS };
    while (!signal.aborted) {
      const periodMs = this.#silence === undefined ? SIGN_PERIOD_MS : SIGN_PERIOD_WHILE_SILENT_MS;
      await clock.sleep(periodMs, signal).catch(() => undefined);
      try {
        await engine.ping(limits);
        this.#silence = undefined;
        this.#setReachable(true);
      } catch (error) {
        // A refusal is an answer, too.
        if (signal.aborted || !hasCode(error, 'runtime.unreachable')) continue;
        this.#silence = error;
        this.#setReachable(false, error.message);
      }
    }
  }

  #notify(containerId: string | undefined): void {
    if (containerId === undefined) return;
    for (const watch of this.#watchesByContainerId.get(containerId) ?? []) watch.notify();
  }

  #setReachable(isReachable: boolean, reason?: string): void {
    if (this.#isReachable === isReachable) return;
    this.#isReachable = isReachable;
    if (isReachable) this.#modules.log.info('container engine is there');
    else this.#modules.log.warn('container engine is away', { reason });
    for (const listener of this.#reachabilityListeners) listener();
  }
}

/** Enough to know of an end, a failing check or a removal; checks themselves would be thousands. */
const WATCHED = ['die', 'health_status', 'destroy'];

function containerIdOf(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  try {
    const event: unknown = JSON.parse(line);
    if (typeof event !== 'object' || event === null) return undefined;
    if ('id' in event && typeof event.id === 'string') return event.id;
    const actor = 'Actor' in event ? event.Actor : undefined;
    const isActor = typeof actor === 'object' && actor !== null && 'ID' in actor;
    return isActor ? String(actor.ID) : undefined;
  } catch {
    return undefined; // A line that is no JSON names no container.
  }
}
