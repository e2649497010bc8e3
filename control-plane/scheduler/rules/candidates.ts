/**
 * The nodes that still fit a request, best first, while tasks are placed on them. Looks at as few as it
 * can: under the spread strategy a node that has nothing to do with the service ranks by its load alone, and
 * those stand in that order already, so they are looked at one after the other until one fits.
 */
import type { Filter } from './filters.js';
import { filtersFor, refusedBy } from './filters.js';
import { Heap } from './heap.js';
import type { NodeLoad } from './node-load.js';
import type { OrderKey } from './node-order.js';
import type { CompareRanks, Rank } from './ranking.js';
import { COMPARE } from './ranking.js';
import type { Request } from './request.js';

export interface CandidateOptions {
  readonly request: Request;
  readonly rank: (load: NodeLoad) => Rank;
  /** Nodes to begin with, in no order. */
  readonly known: Iterable<NodeLoad>;
  /** Gives the others, one after the other as they rank; absent: there are no others. */
  readonly next?: ((after: OrderKey | undefined) => NodeLoad | undefined) | undefined;
  /** Called for each node that is looked at. */
  readonly onLook: () => void;
}

export class Candidates {
  readonly #options: CandidateOptions;
  readonly #filters: readonly Filter[];
  readonly #compare: CompareRanks;
  /** Those that were looked at and fit. */
  readonly #heap: Heap<Rank>;
  /** Those in the heap or found not to fit, as far as they would come again. */
  readonly #seen = new Set<NodeLoad>();
  #after: OrderKey | undefined;
  /** The first of the others that was not looked at; nothing changes it before it is. */
  #upcoming: Rank | undefined;
  #hasMore: boolean;

  constructor(options: CandidateOptions) {
    this.#options = options;
    this.#filters = filtersFor(options.request);
    this.#compare = COMPARE[options.request.strategy];
    this.#hasMore = options.next !== undefined;
    const fitting: Rank[] = [];
    for (const load of options.known) {
      if (this.#seen.has(load)) continue;
      this.#seen.add(load);
      if (this.#fits(load)) fitting.push(options.rank(load));
    }
    this.#heap = new Heap(fitting, this.#compare);
  }

  /** The best one; undefined when none fits any more. */
  best(): NodeLoad | undefined {
    while (this.#hasMore && !this.#isSettled()) this.#lookAtNext();
    return this.#heap.smallest?.load;
  }

  /** The best node has taken a task: it stays if it has room for another. */
  taken(): void {
    const load = this.#heap.smallest?.load;
    if (load === undefined) return;
    if (this.#fits(load)) this.#heap.replaceSmallest(this.#options.rank(load));
    else this.#heap.removeSmallest();
  }

  /** Whether no node that is still to come can be better than the best that is known. */
  #isSettled(): boolean {
    const best = this.#heap.smallest;
    if (best === undefined) return false;
    this.#upcoming ??= this.#peek();
    return this.#upcoming === undefined || this.#compare(best, this.#upcoming) < 0;
  }

  #lookAtNext(): void {
    const rank = this.#upcoming ?? this.#peek();
    this.#upcoming = undefined;
    if (rank === undefined) return;
    this.#seen.add(rank.load);
    this.#after = { activeCount: rank.load.activeCount, id: rank.load.id };
    if (this.#fits(rank.load)) this.#heap.add(rank);
  }

  /** The next of the others that was not seen yet. */
  #peek(): Rank | undefined {
    for (;;) {
      const load = this.#options.next?.(this.#after);
      if (load === undefined) {
        this.#hasMore = false;
        return undefined;
      }
      if (!this.#seen.has(load)) return this.#options.rank(load);
      this.#after = { activeCount: load.activeCount, id: load.id };
    }
  }

  #fits(load: NodeLoad): boolean {
    this.#options.onLook();
    return refusedBy(this.#filters, this.#options.request, load) === undefined;
  }
}
