/**
 * The way back up: everything agents report, and what follows from their silence, into the store. One commit
 * is in flight at a time; what comes meanwhile waits for the next, the newest per key. A store that cannot
 * write now is tried again until it can, and nothing is acknowledged before it is stored.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../proto/base/clock.js';
import { toSwarmError } from '../../proto/base/errors.js';
import type { Log } from '../../proto/base/log.js';
import type { Service } from '../../proto/base/service.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import type { ClusterView } from '../store/rules/view.js';
import type { GroupResult, Store } from '../store/store.js';

/** Decides on the state of the moment what to write; undefined when there is nothing to write (any more). */
export type Intent = (view: ClusterView) => ChangeGroup | undefined;

export interface StatusWriterModules {
  readonly store: Pick<Store, 'view' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

// Decided and encoded in one turn of the event loop, which must stay short.
const MOST_PER_COMMIT = 500;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

export class StatusWriter implements Service {
  readonly name = 'status writer';
  readonly #modules: StatusWriterModules;
  #intentByKey = new Map<string, Intent>();
  #waiters: Waiter[] = [];
  #wake: () => void = () => undefined;
  #stopReason: unknown;

  constructor(modules: StatusWriterModules) {
    this.#modules = modules;
  }

  /** What waits for the next commit. */
  get waitingCount(): number {
    return this.#intentByKey.size;
  }

  /** Resolves when all of these, or newer ones of the same keys, are stored. Rejects only when the writer stops. */
  async write(intents: Iterable<readonly [key: string, intent: Intent]>): Promise<void> {
    if (this.#stopReason !== undefined) throw this.#stopReason;
    for (const [key, intent] of intents) this.#intentByKey.set(key, intent);
    await new Promise<void>((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      this.#wake();
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const onAbort = (): void => this.#wake();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      while (!signal.aborted) await this.#round(signal);
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#stopReason = signal.reason ?? new Error('the status writer has ended');
      this.#settle(this.#takeWaiters(), this.#stopReason);
    }
  }

  async #round(signal: AbortSignal): Promise<void> {
    if (this.#waiters.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    // What else comes in this turn goes along.
    await nextTurn();
    const waiters = this.#takeWaiters();
    const intents = [...this.#intentByKey.values()];
    this.#intentByKey.clear();
    try {
      for (let at = 0; at < intents.length; at += MOST_PER_COMMIT)
        await this.#store(intents.slice(at, at + MOST_PER_COMMIT), signal);
      this.#settle(waiters);
    } catch (error) {
      this.#settle(waiters, error);
      if (!signal.aborted) throw error;
    }
  }

  /** Until each is stored, or no longer has anything to write. */
  async #store(intents: readonly Intent[], signal: AbortSignal): Promise<void> {
    let open = intents;
    let retryMs = FIRST_RETRY_MS;
    while (open.length > 0) {
      const view = this.#modules.store.view();
      const decided = open.flatMap((intent) => {
        const group = intent(view);
        return group === undefined ? [] : [{ intent, group }];
      });
      const results = await this.#commit(
        decided.map(({ group }) => group),
        signal,
        retryMs,
      );
      retryMs = results === undefined ? Math.min(retryMs * 2, LONGEST_RETRY_MS) : FIRST_RETRY_MS;
      open = decided.filter((_each, at) => isOpen(results?.[at])).map(({ intent }) => intent);
    }
  }

  /** The results; undefined, after a pause, when the store could not write. */
  async #commit(
    groups: readonly ChangeGroup[],
    signal: AbortSignal,
    retryMs: number,
  ): Promise<readonly GroupResult[] | undefined> {
    const { store, clock, log } = this.#modules;
    try {
      return await store.commit(groups, signal);
    } catch (error) {
      signal.throwIfAborted();
      log.warn('what agents reported is not stored yet; trying again', {
        reason: toSwarmError(error).message,
        retryMs,
      });
      await clock.sleep(retryMs, signal);
      return undefined;
    }
  }

  #takeWaiters(): Waiter[] {
    const waiters = this.#waiters;
    this.#waiters = [];
    return waiters;
  }

  #settle(waiters: readonly Waiter[], failure?: unknown): void {
    for (const { resolve, reject } of waiters) {
      if (failure === undefined) resolve();
      else reject(failure);
    }
  }
}

/** Whether to decide again: somebody else changed the object meanwhile, or nothing is known. */
function isOpen(result: GroupResult | undefined): boolean {
  return result === undefined || (!result.applied && result.refusal.kind === 'check');
}
