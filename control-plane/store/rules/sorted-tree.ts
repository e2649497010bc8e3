/**
 * Sorted maps and sets whose copies cost nothing: clone() shares everything, and what is written to one
 * of the two afterwards is not seen in the other. The one place that knows the library.
 */
import sortedBtree from 'sorted-btree';

/** The package is CommonJS with a default export: its class is the `default` of what import gives. */
const BTree = sortedBtree.default;

export type Tree<V> = sortedBtree.default<string, V>;

export function newTree<V>(): Tree<V> {
  return new BTree<string, V>(undefined, compareText);
}

/** Keys in an order of their own; what an entry is compared by must not change while it is there. */
export type SortedSet<K> = sortedBtree.default<K, undefined>;

export function newSortedSet<K>(compare: (a: K, b: K) => number): SortedSet<K> {
  return new BTree<K, undefined>(undefined, compare);
}

/** By code units, alike on every machine. */
export const compareText = (left: string, right: string): number =>
  left < right ? -1 : left === right ? 0 : 1;
