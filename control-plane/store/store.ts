/**
 * Sole owner of the cluster's state on this member. Reads look at a view; writes are groups of changes that
 * travel through the log and are applied on every member alike, in the log's order. Knows neither disk nor
 * peers: the log is given to it, and calls apply() for each committed entry.
 */
import type { Clock } from '../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../proto/base/errors.js';
import { invariant } from '../../proto/base/invariant.js';
import { type Meter, noMeter } from '../../proto/base/meter.js';
import type { ChangeGroup } from '../../proto/gen/log.js';
import { decodeEntry, encodeEntries, slicesOf } from './entry.js';
import { applyGroup, checkWellFormed, type Refusal } from './rules/apply.js';
import type { ClusterView } from './rules/view.js';
import { readSnapshot, snapshotPieces } from './snapshot.js';
import { CommitMeter } from './commit-meter.js';
import { ClusterTables, TablesView } from './tables.js';
import { nextTurn } from './turn.js';
import { Watchers, type WatchOptions, type Watcher } from './watch.js';

/** The way into the log. */
export interface LogWriter {
  /**
   * Resolves with the entry's index after apply() was called with it; rejects with a SwarmError. Many may
   * be in flight; they are applied in the order of the calls or not at all.
   */
  propose(entry: Uint8Array): Promise<number>;
}

export type GroupResult =
  | { readonly applied: true; readonly index: number }
  | { readonly applied: false; readonly refusal: Refusal };

export interface StoreOptions {
  /** Freezes every object deeply, so that a reader who writes to one fails at once. For tests: it takes time. */
  readonly freezeObjects?: boolean | undefined;
}

export interface StoreModules {
  readonly log: LogWriter;
  readonly clock: Clock;
  readonly meter?: Meter | undefined;
}

// Results of entries that may not be ours are kept only beside proposals in flight; this many may come
// between an entry of ours and the news that it was ours.
const SPARE_RESULTS = 1024;

export class Store {
  readonly #log: LogWriter;
  readonly #clock: Clock;
  readonly #commits: CommitMeter;
  readonly #freezeObjects: boolean;
  readonly #watchers = new Watchers(() => this.#currentView());
  readonly #resultsByIndex = new Map<number, readonly GroupResult[]>();
  #inFlight = 0;
  #index = 0;
  #tables: ClusterTables;
  #view: TablesView | undefined;

  constructor(options: StoreOptions, modules: StoreModules) {
    this.#log = modules.log;
    this.#clock = modules.clock;
    this.#commits = new CommitMeter({ clock: modules.clock, meter: modules.meter ?? noMeter });
    this.#freezeObjects = options.freezeObjects ?? false;
    this.#tables = ClusterTables.empty(this.#freezeObjects);
  }

  /** The state now. It costs next to nothing and stays as it is while the store goes on. */
  view(): ClusterView {
    return this.#currentView();
  }

  /**
   * Proposes the groups and resolves, one result per group, once they were applied here. Groups that are too
   * many for one entry of the log go into several, one after the other, and others' changes may come in
   * between. Rejects with store.full, store.too-large, rate.limited or manager.not-leader when nothing was
   * changed, and with store.outcome-unknown when that is not certain. Aborting stops the waiting and what is
   * not proposed yet.
   */
  async commit(groups: readonly ChangeGroup[], signal?: AbortSignal): Promise<readonly GroupResult[]> {
    signal?.throwIfAborted();
    if (groups.length === 0) return [];
    checkWellFormed(groups);
    const atMs = this.#clock.nowMs();
    const entries: Uint8Array[] = [];
    for (const slice of slicesOf(groups)) {
      // The first at once, so that small commits reach the log in the order of the calls.
      if (entries.length > 0) await nextTurn();
      entries.push(...encodeEntries(slice, atMs));
    }
    return untilAborted(this.#proposeInOrder(entries, signal), signal);
  }

  /** Applies one committed entry. Throws only when this build must not go on with the log. */
  apply(index: number, entry: Uint8Array): void {
    invariant(index > this.#index, `entry ${index} comes after ${this.#index}`);
    const { atMs, groups } = decodeEntry(index, entry);
    const position = { index, atMs };
    const results: GroupResult[] = [];
    this.#view = undefined;
    for (const group of groups) {
      const outcome = applyGroup(this.#tables, group, position);
      if (outcome.touched === undefined) {
        results.push({ applied: false, refusal: outcome.refusal });
      } else {
        results.push({ applied: true, index });
        this.#watchers.changed(outcome.touched);
      }
    }
    this.#index = index;
    this.#remember(index, results);
  }

  /** A stream of what changes, for one reader; its first wakeup is there at once. */
  watch(options: WatchOptions = {}): Watcher {
    return this.#watchers.open(options);
  }

  /** The state as of this call, in pieces; reading them does not hold up the store, nor the event loop. */
  snapshot(): { index: number; pieces: AsyncIterable<Uint8Array> } {
    return { index: this.#index, pieces: snapshotPieces(this.#index, this.#tables.copy()) };
  }

  /** Replaces the state by a snapshot that was taken after `index`; when it is refused, nothing changes. */
  async restore(index: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const restored = await readSnapshot(pieces, ClusterTables.empty(this.#freezeObjects));
    invariant(restored.index <= index, `the snapshot of ${restored.index} is newer than ${index}`);
    this.#tables = restored.tables;
    // The log may count entries that are not for the store: the state is still that of the last one that was.
    this.#index = restored.index;
    this.#view = undefined;
    this.#watchers.startOver();
  }

  #currentView(): TablesView {
    this.#view ??= new TablesView(this.#index, this.#tables.copy());
    return this.#view;
  }

  async #proposeInOrder(
    entries: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<readonly GroupResult[]> {
    const results: GroupResult[] = [];
    for (const entry of entries) {
      if (results.length > 0) signal?.throwIfAborted();
      try {
        results.push(...(await this.#commits.measure(entry, () => this.#propose(entry))));
      } catch (error) {
        if (hasCode(error, 'store.outcome-unknown')) throw error;
        // Other errors promise that nothing was changed, which is not so once an entry was applied.
        if (error instanceof SwarmError && results.length === 0) throw error;
        throw outcomeUnknown(error);
      }
    }
    return results;
  }

  async #propose(entry: Uint8Array): Promise<readonly GroupResult[]> {
    this.#inFlight += 1;
    try {
      const index = await this.#log.propose(entry);
      const results = this.#resultsByIndex.get(index);
      this.#resultsByIndex.delete(index);
      if (results === undefined) throw outcomeUnknown(new Error(`no result was kept for entry ${index}`));
      return results;
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#resultsByIndex.clear();
    }
  }

  #remember(index: number, results: readonly GroupResult[]): void {
    if (this.#inFlight === 0) return;
    this.#resultsByIndex.set(index, results);
    if (this.#resultsByIndex.size <= this.#inFlight + SPARE_RESULTS) return;
    for (const oldest of this.#resultsByIndex.keys()) {
      this.#resultsByIndex.delete(oldest);
      return;
    }
  }
}

function outcomeUnknown(cause: unknown): SwarmError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SwarmError('store.outcome-unknown', { reason }, cause);
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}
