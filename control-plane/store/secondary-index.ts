/**
 * Finds the objects of one table by something other than their id. Objects of one key stand in a bucket, a
 * small sorted tree, so that a change costs in proportion to its bucket and not to the table. Holds ids, not
 * objects: an object that changes but keeps its key needs no work here. Copies are free, as trees' are.
 */
import { newTree, type Tree } from './rules/sorted-tree.js';

export interface IndexDefinition<T> {
  /** What the object is filed under; undefined leaves it out. Keys need not be unique. */
  readonly keyOf: (object: T) => string | undefined;
  /** Its place within the key: different for every object, and never changing while the object lives. */
  readonly orderOf: (object: T) => string;
}

interface Bucket {
  /** Order → id. */
  readonly tree: Tree<string>;
  /** Who may write to it; everybody else must copy it first. */
  readonly writer: object;
}

/** Between the parts of an order; no id holds it, and it sorts before every other character. */
export const SEPARATOR = '\0';
const AFTER_SEPARATOR = '\x01';

export class SecondaryIndex<T extends { readonly id: string }> {
  readonly #definition: IndexDefinition<T>;
  readonly #bucketByKey: Tree<Bucket>;
  #writer = {};

  constructor(definition: IndexDefinition<T>, bucketByKey: Tree<Bucket> = newTree()) {
    this.#definition = definition;
    this.#bucketByKey = bucketByKey;
  }

  copy(): SecondaryIndex<T> {
    // From now on the buckets belong to both, so neither may write to them.
    this.#writer = {};
    return new SecondaryIndex(this.#definition, this.#bucketByKey.clone());
  }

  /** Files `after` in the place of `before`. */
  move(before: T | undefined, after: T | undefined): void {
    const { keyOf, orderOf } = this.#definition;
    const keyBefore = before && keyOf(before);
    const keyAfter = after && keyOf(after);
    if (keyBefore === keyAfter) return;
    if (before && keyBefore !== undefined) this.#remove(keyBefore, orderOf(before));
    if (after && keyAfter !== undefined) this.#bucket(keyAfter).tree.set(orderOf(after), after.id);
  }

  /** The ids filed under the key, in order. */
  ids(key: string): readonly string[] {
    return this.#bucketByKey.get(key)?.tree.valuesArray() ?? [];
  }

  /** The first of the ids filed under the key. */
  first(key: string): string | undefined {
    const tree = this.#bucketByKey.get(key)?.tree;
    const order = tree?.minKey();
    return order === undefined ? undefined : tree?.get(order);
  }

  /** The ids filed under the key whose order begins with this part. */
  idsBeginning(key: string, part: string): readonly string[] {
    const ids: string[] = [];
    const tree = this.#bucketByKey.get(key)?.tree;
    tree?.forRange(part + SEPARATOR, part + AFTER_SEPARATOR, false, (_order, id) => {
      ids.push(id);
    });
    return ids;
  }

  /** How many objects are filed under the key; looks at none of them. */
  count(key: string): number {
    return this.#bucketByKey.get(key)?.tree.size ?? 0;
  }

  #remove(key: string, order: string): void {
    const { tree } = this.#bucket(key);
    tree.delete(order);
    if (tree.isEmpty) this.#bucketByKey.delete(key);
  }

  /** The key's bucket, to be written to. */
  #bucket(key: string): Bucket {
    const found = this.#bucketByKey.get(key);
    if (found?.writer === this.#writer) return found;
    const bucket = {
      tree: found === undefined ? newTree<string>() : found.tree.clone(),
      writer: this.#writer,
    };
    this.#bucketByKey.set(key, bucket);
    return bucket;
  }
}
