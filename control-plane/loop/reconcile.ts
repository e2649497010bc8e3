/**
 * The one loop of everything that decides on the leader: wake, look at the view, decide, commit, wait for
 * the next change or for the instant the decision named. Owns when to decide, never what. One commit at a
 * time; a refused group is dropped, as the object that refused it has changed and wakes the loop again.
 */
import type { ChangeGroup, Table } from '../../proto/gen/log.js';
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { Store } from '../store/store.js';
import { nextTurn } from '../store/turn.js';
import type { Wakeup, Watcher } from '../store/watch.js';

export interface Decision {
  readonly groups: readonly ChangeGroup[];
  /**
   * The wall-clock instant to decide again at, though nothing should change until then; without one, only a
   * change wakes the loop. Each decision says it anew: what an earlier one asked for is forgotten.
   */
  readonly wakeAtMs?: number | undefined;
  /** There is more to decide already, left for the next turn of the event loop so that others have theirs. */
  readonly isCutShort?: boolean | undefined;
}

/** What a room gives to the loop. */
export interface Reconciler {
  readonly name: string;
  /** The tables its decisions rest on, those named in its checks included. */
  readonly tables: readonly Table[];
  /** Pure and synchronous. After a wakeup that is `first`, everything is to be decided anew. */
  decide(wakeup: Wakeup, nowMs: number): Decision;
  /** Has wake() called when something it knows beside the store asks for a decision; the result ends that. */
  watch?(wake: () => void): () => void;
}

export interface ReconcileLoopModules {
  readonly store: Pick<Store, 'watch' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5000;
// An instant that has passed already must not turn the loop into a busy one.
const SHORTEST_WAIT_MS = 1;

export class ReconcileLoop implements Service {
  readonly name: string;
  readonly #reconciler: Reconciler;
  readonly #store: Pick<Store, 'watch' | 'commit'>;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(options: { readonly reconciler: Reconciler }, modules: ReconcileLoopModules) {
    this.#reconciler = options.reconciler;
    this.name = options.reconciler.name;
    this.#store = modules.store;
    this.#clock = modules.clock;
    this.#log = modules.log.child({ loop: this.name });
  }

  async run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const watcher = this.#store.watch({ tables: this.#reconciler.tables });
    const alarm = new Alarm(this.#clock, () => watcher.wake());
    const unwatch = this.#reconciler.watch?.(() => watcher.wake());
    const stop = (): void => watcher.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await this.#reconcile(watcher, alarm, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      unwatch?.();
      alarm.clear();
      watcher.close();
    }
  }

  async #reconcile(watcher: Watcher, alarm: Alarm, signal: AbortSignal): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    for await (const wakeup of watcher) {
      alarm.clear();
      const decision = this.#reconciler.decide(wakeup, this.#clock.nowMs());
      if (await this.#commit(decision.groups, signal)) {
        retryMs = FIRST_RETRY_MS;
        if (decision.isCutShort === true) {
          await nextTurn();
          watcher.wake();
        } else {
          alarm.set(decision.wakeAtMs);
        }
      } else {
        await this.#clock.sleep(retryMs, signal);
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
        // What became of the changes is not known: only the view can tell what is left to do.
        watcher.startOver();
      }
    }
  }

  /** False when the commit failed as a whole. */
  async #commit(groups: readonly ChangeGroup[], signal: AbortSignal): Promise<boolean> {
    try {
      const results = await this.#store.commit(groups, signal);
      for (const result of results) {
        if (!result.applied) this.#log.debug('a change came too late', { refusal: result.refusal });
      }
      return true;
    } catch (error) {
      signal.throwIfAborted();
      this.#log.warn('changes could not be committed; deciding again', { error, groups: groups.length });
      return false;
    }
  }
}

/** Calls back at one instant; setting it anew forgets the one before. */
class Alarm {
  readonly #clock: Clock;
  readonly #onTime: () => void;
  #stop: AbortController | undefined;

  constructor(clock: Clock, onTime: () => void) {
    this.#clock = clock;
    this.#onTime = onTime;
  }

  set(atMs: number | undefined): void {
    this.clear();
    if (atMs === undefined || atMs === Infinity) return;
    const stop = new AbortController();
    this.#stop = stop;
    const delayMs = Math.max(SHORTEST_WAIT_MS, atMs - this.#clock.nowMs());
    this.#clock.sleep(delayMs, stop.signal).then(
      () => {
        if (!stop.signal.aborted) this.#onTime();
      },
      // Only clear() ends the sleep early.
      () => undefined,
    );
  }

  clear(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }
}
