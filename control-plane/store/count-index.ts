/**
 * Counts the objects of one table under a key each, and keeps nothing else of them: for questions that are
 * asked of very many objects and need only the number. Copies are free, as trees' are.
 */
import { newTree, type Tree } from './rules/sorted-tree.js';

export class CountIndex<T> {
  /** What the object is counted under; undefined: nowhere. */
  readonly #keyOf: (object: T) => string | undefined;
  readonly #countByKey: Tree<number>;

  constructor(keyOf: (object: T) => string | undefined, countByKey: Tree<number> = newTree()) {
    this.#keyOf = keyOf;
    this.#countByKey = countByKey;
  }

  copy(): CountIndex<T> {
    return new CountIndex(this.#keyOf, this.#countByKey.clone());
  }

  /** Counts `after` in the place of `before`. */
  move(before: T | undefined, after: T | undefined): void {
    const keyBefore = before && this.#keyOf(before);
    const keyAfter = after && this.#keyOf(after);
    if (keyBefore === keyAfter) return;
    if (keyBefore !== undefined) this.#add(keyBefore, -1);
    if (keyAfter !== undefined) this.#add(keyAfter, 1);
  }

  count(key: string): number {
    return this.#countByKey.get(key) ?? 0;
  }

  #add(key: string, difference: number): void {
    const count = this.count(key) + difference;
    if (count === 0) this.#countByKey.delete(key);
    else this.#countByKey.set(key, count);
  }
}
