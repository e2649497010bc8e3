/**
 * Tells readers that something was committed: one coalescing stream per reader. A reader that is busy finds,
 * when it comes back, one wakeup with everything that has changed meanwhile; what waits for it is a set of
 * ids, so a slow reader costs no more than the objects there are. Changes of one turn of the event loop
 * arrive together. What changed is named, not described: the reader looks at the view.
 */
import { TABLES, type Table } from '../../proto/gen/log.js';
import { invariant } from '../../proto/base/invariant.js';
import type { TouchedObject } from './rules/apply.js';
import type { ClusterView } from './rules/view.js';

/** Table → ids of what was created, changed or removed; of a removed object the view knows nothing. */
export type ChangedIds = Readonly<Record<Table, ReadonlySet<string>>>;

export interface Wakeup {
  /** The state after the changes, and possibly after newer ones that the next wakeup will name. */
  readonly view: ClusterView;
  /**
   * The reader should forget what it knew: the first wakeup of all, and again after a snapshot was restored
   * or startOver(). `changed` then names everything the view holds.
   */
  readonly first: boolean;
  readonly changed: ChangedIds;
}

/** One reader's stream; it has one iterator, and leaving its loop closes it. */
export interface Watcher extends AsyncIterable<Wakeup> {
  /** Delivers a wakeup though nothing has changed. */
  wake(): void;
  /** Makes the next wakeup a first one. */
  startOver(): void;
  /** Ends the stream; a waiting reader gets the end at once. */
  close(): void;
}

export interface WatchOptions {
  /** Only changes in these tables wake the reader; all of them when left out. */
  readonly tables?: readonly Table[] | undefined;
}

/** A view that can also list the ids of a whole table. */
export interface WatchedState extends ClusterView {
  idsIn(table: Table): Iterable<string>;
}

/** All readers of one store. */
export class Watchers {
  readonly #view: () => WatchedState;
  readonly #open = new Set<StoreWatcher>();

  constructor(view: () => WatchedState) {
    this.#view = view;
  }

  get count(): number {
    return this.#open.size;
  }

  open(options: WatchOptions): Watcher {
    const watcher = new StoreWatcher(options.tables ?? TABLES, this.#view, () => this.#open.delete(watcher));
    this.#open.add(watcher);
    return watcher;
  }

  changed(touched: readonly TouchedObject[]): void {
    for (const watcher of this.#open) watcher.changed(touched);
  }

  startOver(): void {
    for (const watcher of this.#open) watcher.startOver();
  }
}

type Result = IteratorResult<Wakeup, undefined>;

const END: Result = { done: true, value: undefined };

class StoreWatcher implements Watcher, AsyncIterator<Wakeup, undefined> {
  readonly #tables: ReadonlySet<Table>;
  readonly #view: () => WatchedState;
  readonly #onClose: () => void;
  #changed = new Map<Table, Set<string>>();
  #first = true;
  #due = true;
  #closed = false;
  #turn: NodeJS.Immediate | undefined;
  #waiting: ((result: Result) => void) | undefined;

  constructor(tables: readonly Table[], view: () => WatchedState, onClose: () => void) {
    this.#tables = new Set(tables);
    this.#view = view;
    this.#onClose = onClose;
  }

  [Symbol.asyncIterator](): AsyncIterator<Wakeup, undefined> {
    return this;
  }

  next(): Promise<Result> {
    invariant(this.#waiting === undefined, 'a watcher has one reader');
    if (this.#closed) return Promise.resolve(END);
    if (this.#due) return Promise.resolve(this.#take());
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  return(): Promise<Result> {
    this.close();
    return Promise.resolve(END);
  }

  changed(touched: readonly TouchedObject[]): void {
    let relevant = false;
    for (const { table, id } of touched) {
      if (!this.#tables.has(table)) continue;
      relevant = true;
      // A first wakeup names everything; what is removed before it, its reader never heard of.
      if (!this.#first) this.#idsOf(table).add(id);
    }
    if (relevant) this.wake();
  }

  wake(): void {
    this.#due = true;
    if (this.#waiting === undefined || this.#turn !== undefined) return;
    // Not at once: the rest of this turn's changes shall come along.
    this.#turn = setImmediate(() => {
      this.#turn = undefined;
      this.#deliver();
    });
  }

  startOver(): void {
    this.#first = true;
    this.wake();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#changed.clear();
    clearImmediate(this.#turn);
    this.#onClose();
    this.#waiting?.(END);
    this.#waiting = undefined;
  }

  #deliver(): void {
    const deliver = this.#waiting;
    this.#waiting = undefined;
    deliver?.(this.#take());
  }

  #take(): Result {
    const view = this.#view();
    const first = this.#first;
    const changed = first ? everythingIn(view, this.#tables) : changedIds(this.#changed);
    this.#first = false;
    this.#due = false;
    this.#changed = new Map();
    return { done: false, value: { view, first, changed } };
  }

  #idsOf(table: Table): Set<string> {
    let ids = this.#changed.get(table);
    if (ids === undefined) this.#changed.set(table, (ids = new Set()));
    return ids;
  }
}

const NONE: ReadonlySet<string> = new Set();

function changedIds(ids: ReadonlyMap<Table, ReadonlySet<string>>): ChangedIds {
  return Object.fromEntries(TABLES.map((table) => [table, ids.get(table) ?? NONE])) as ChangedIds;
}

/** All ids of the state; a table's set is made when first asked for, as most readers look at the view instead. */
function everythingIn(state: WatchedState, tables: ReadonlySet<Table>): ChangedIds {
  const made = new Map<Table, ReadonlySet<string>>();
  const idsOf = (table: Table): ReadonlySet<string> => {
    if (!tables.has(table)) return NONE;
    let ids = made.get(table);
    if (ids === undefined) made.set(table, (ids = new Set(state.idsIn(table))));
    return ids;
  };
  const properties = TABLES.map((table): [Table, PropertyDescriptor] => [
    table,
    { get: () => idsOf(table), enumerable: true },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as ChangedIds;
}
