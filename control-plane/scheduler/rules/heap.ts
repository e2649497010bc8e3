/**
 * A binary heap: gives its smallest element in logarithmic time. Owns no order of its own.
 */
export class Heap<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[];

  constructor(items: readonly T[], compare: (a: T, b: T) => number) {
    this.#compare = compare;
    this.#items = [...items];
    for (let at = (items.length >> 1) - 1; at >= 0; at--) this.#sink(at, this.#items[at] as T);
  }

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    const items = this.#items;
    let at = items.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above] as T;
      if (this.#compare(parent, item) <= 0) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  }

  /** The smallest; undefined when there is none. */
  get smallest(): T | undefined {
    return this.#items[0];
  }

  /** Puts another element in the place of the smallest. */
  replaceSmallest(item: T): void {
    this.#sink(0, item);
  }

  removeSmallest(): void {
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(0, last);
  }

  /** Puts the item where it belongs at or below that place. */
  #sink(from: number, item: T): void {
    const items = this.#items;
    let at = from;
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
