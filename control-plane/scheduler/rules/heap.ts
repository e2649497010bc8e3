/**
 * A binary heap: gives its smallest element in logarithmic time. Owns no order of its own.
 */
export class Heap<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[];

  constructor(items: readonly T[], compare: (a: T, b: T) => number) {
    this.#compare = compare;
    // A sorted array is a heap.
    this.#items = items.toSorted(compare);
  }

  /** The smallest; undefined when there is none. */
  get smallest(): T | undefined {
    return this.#items[0];
  }

  /** Puts another element in the place of the smallest. */
  replaceSmallest(item: T): void {
    this.#sink(item);
  }

  removeSmallest(): void {
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(last);
  }

  #sink(item: T): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      const left = items[2 * at + 1];
      const right = items[2 * at + 2];
      if (left === undefined) break;
      const isRightSmaller = right !== undefined && this.#compare(right, left) < 0;
      const child = isRightSmaller ? right : left;
      if (this.#compare(item, child) <= 0) break;
      items[at] = child;
      at = 2 * at + (isRightSmaller ? 2 : 1);
    }
    items[at] = item;
  }
}
