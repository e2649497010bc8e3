/**
 * The nodes from the least to the most loaded, kept in order while their loads change: whoever looks for
 * a node for one task need not look at all of them.
 */
import { newSortedSet, type SortedSet } from '../../store/rules/sorted-tree.js';

/** What the order goes by: fewest active tasks first, then the lower id, so that a replay chooses alike. */
export interface OrderKey {
  readonly activeCount: number;
  readonly id: string;
}

function compareKeys(a: OrderKey, b: OrderKey): number {
  if (a.activeCount !== b.activeCount) return a.activeCount - b.activeCount;
  return a.id < b.id ? -1 : a.id === b.id ? 0 : 1;
}

export class NodeOrder<T extends OrderKey> {
  readonly #set: SortedSet<OrderKey> = newSortedSet<OrderKey>(compareKeys);

  get size(): number {
    return this.#set.size;
  }

  add(entry: T): void {
    this.#set.set(entry, undefined);
  }

  /** What it is compared by must be what it was when it was added. */
  remove(entry: T): void {
    this.#set.delete(entry);
  }

  /** The first entry after this key, whether or not something stands there; the very first without one. */
  next(after: OrderKey | undefined): T | undefined {
    // Only entries of type T were added.
    return this.#set.nextHigherKey(after) as T | undefined;
  }

  /** From the least to the most loaded; nothing may be added or removed meanwhile. */
  values(): Iterable<T> {
    return this.#set.keys() as Iterable<T>;
  }
}
