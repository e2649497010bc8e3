/**
 * The nodes in branches, one level for each placement preference, and at the ends the candidates themselves.
 * A level that spreads gives each task to the branch with the fewest tasks of the service; one that prefers
 * fills its first branch before the next. A branch that has no room is left out, and the others go on.
 */
import { Heap } from './heap.js';
import type { NodeLoad } from './node-load.js';

export interface Branch {
  /** The node for the next task; undefined when none of the branch has room. Asked again, it says the same. */
  best(): NodeLoad | undefined;
  /** That node has taken it. */
  taken(): void;
}

export interface CountedBranch {
  /** Its place among those with as many tasks. */
  readonly key: string;
  /** Active tasks of the service on the nodes of the branch, whether or not these fit. */
  readonly tasks: number;
  readonly branch: Branch;
}

/** Gives each task to the branch that has the fewest. */
export class SpreadLevel implements Branch {
  readonly #heap: Heap<CountedBranch>;

  constructor(branches: readonly CountedBranch[]) {
    this.#heap = new Heap(branches, (a, b) => a.tasks - b.tasks || (a.key < b.key ? -1 : 1));
  }

  best(): NodeLoad | undefined {
    for (let top = this.#heap.smallest; top !== undefined; top = this.#heap.smallest) {
      const load = top.branch.best();
      if (load !== undefined) return load;
      this.#heap.removeSmallest();
    }
    return undefined;
  }

  taken(): void {
    const top = this.#heap.smallest;
    if (top === undefined) return;
    top.branch.taken();
    this.#heap.replaceSmallest({ ...top, tasks: top.tasks + 1 });
  }
}

/** Fills one branch after the other. */
export class PreferLevel implements Branch {
  readonly #branches: readonly Branch[];
  #at = 0;

  constructor(branches: readonly Branch[]) {
    this.#branches = branches;
  }

  best(): NodeLoad | undefined {
    for (; this.#at < this.#branches.length; this.#at++) {
      const load = this.#branches[this.#at]?.best();
      if (load !== undefined) return load;
    }
    return undefined;
  }

  taken(): void {
    this.#branches[this.#at]?.taken();
  }
}
