/**
 * Knows what stands below `state/` in etcd, from a watch, and from whole reads that others make. Owns the newest state
 * and who is woken by it. Promises that it never goes back: an older read that comes late is left out.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { unlessAborted } from '../../proto/base/service.js';
import type { EtcdClient, KeyEvent } from './etcd-client.js';
import type { Keys, KeyValue } from './rules/keys.js';
import { NO_STATE, type SharedState, stateOf } from './rules/shared-state.js';

const PAUSE_MS = 200;

export interface StateWatchModules {
  readonly client: EtcdClient;
  readonly clock: Clock;
  /** Called after every change, and with the error of a state that cannot be read. */
  readonly onChange: () => void;
  readonly onUnreadable: (error: unknown) => void;
}

export class StateWatch {
  readonly #keys: Keys;
  readonly #modules: StateWatchModules;
  readonly #entryByKey = new Map<string, KeyValue>();
  readonly #waiting = new Set<() => void>();
  #revision = 0;
  #state = NO_STATE;

  constructor(keys: Keys, modules: StateWatchModules) {
    this.#keys = keys;
    this.#modules = modules;
  }

  get state(): SharedState {
    return this.#state;
  }

  /** A whole read of the state, as of the revision. */
  take(entries: readonly KeyValue[], revision: number): void {
    if (revision < this.#revision) return;
    const isNews =
      entries.length !== this.#entryByKey.size ||
      entries.some(({ key, modRevision }) => this.#entryByKey.get(key)?.modRevision !== modRevision);
    this.#revision = revision;
    if (!isNews) return;
    this.#entryByKey.clear();
    for (const entry of entries) this.#entryByKey.set(entry.key, entry);
    this.#changed();
  }

  /** Resolves when the state is so, or the signal aborts, or the time is up. */
  async until(
    holds: (state: SharedState) => boolean,
    signal: AbortSignal,
    timeoutMs?: number,
  ): Promise<void> {
    if (holds(this.#state) || signal.aborted) return;
    let look = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      look = () => {
        if (holds(this.#state)) resolve();
      };
      this.#waiting.add(look);
    });
    try {
      if (timeoutMs === undefined) await unlessAborted(reached, signal);
      else
        await withTimeout(
          this.#modules.clock,
          timeoutMs,
          () => new Error('time is up'),
          () => reached,
          signal,
        );
    } catch {
      // Whoever waits looks at the state and at the signal.
    } finally {
      this.#waiting.delete(look);
    }
  }

  /** Watches until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#watchOnce(signal);
      // The pulse reads the state anew each second; until then the watch has nothing better to begin with.
      await this.#modules.clock.sleep(PAUSE_MS, signal).catch(() => undefined);
    }
  }

  async #watchOnce(signal: AbortSignal): Promise<void> {
    let stop = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      const request = { range: this.#keys.state, fromRevision: this.#revision + 1, isOfPutsOnly: false };
      stop = this.#modules.client.watch(request, {
        onEvents: (events) => this.#takeEvents(events),
        onEnd: () => resolve(),
      });
    });
    await unlessAborted(ended, signal);
    stop();
  }

  #takeEvents(events: readonly KeyEvent[]): void {
    const news = events.filter(({ entry }) => entry.modRevision > this.#revision);
    for (const { kind, entry } of news) {
      if (kind === 'put') this.#entryByKey.set(entry.key, entry);
      else this.#entryByKey.delete(entry.key);
    }
    const last = news.at(-1);
    if (last === undefined) return;
    this.#revision = last.entry.modRevision;
    this.#changed();
  }

  #changed(): void {
    try {
      this.#state = stateOf(this.#entryByKey.values(), this.#keys);
    } catch (error) {
      return this.#modules.onUnreadable(error);
    }
    this.#modules.onChange();
    for (const look of this.#waiting) look();
  }
}
