/**
 * Order of preference among nodes that fit. Where the tasks kept failing goes last under every strategy.
 * Then spread takes the node with the fewest active tasks of the service, then of all; binpack the fullest,
 * by what the service reserves. Ties go to the lower id, so that a replay chooses alike.
 */
import { countOfKind } from '../../../proto/model/generic-resources.js';
import { capacityOf } from '../../../proto/model/resources.js';
import type { NodeLoad } from './node-load.js';
import type { Request } from './request.js';

/** So many recent failures make a node a bad choice. */
export const MANY_FAILURES = 5;

/** What a node is worth for a task of the request. */
export interface Rank {
  readonly load: NodeLoad;
  /** Recent ones of this revision on the node. */
  readonly failures: number;
  /** Tasks of the service there; those that will stop for the one that is placed do not count. */
  readonly ofService: number;
  readonly active: number;
  /** The share of what the request reserves that is taken already, 0 to 1; only binpack asks. */
  readonly fullness: number;
}

export interface RankFacts {
  readonly request: Pick<Request, 'serviceId' | 'strategy' | 'reserved' | 'generic'>;
  readonly failures: number;
  readonly leaving: number;
}

export function rankOf(load: NodeLoad, { request, failures, leaving }: RankFacts): Rank {
  return {
    load,
    failures,
    ofService: load.activeOf(request.serviceId) - leaving,
    active: load.activeCount - leaving,
    fullness: request.strategy === 'binpack' ? fullnessOf(load, request) : 0,
  };
}

/** Of several kinds that are reserved the average counts; where nothing is reserved, only the tasks do. */
function fullnessOf(load: NodeLoad, { reserved, generic }: RankFacts['request']): number {
  const capacity = capacityOf(load.node);
  const shares: number[] = [];
  if (reserved.nanoCpus > 0) shares.push(takenShare(load.free.nanoCpus, capacity.nanoCpus));
  if (reserved.memoryBytes > 0) shares.push(takenShare(load.free.memoryBytes, capacity.memoryBytes));
  for (const { kind } of generic) {
    const all = load.node.description?.resources?.generic ?? [];
    shares.push(takenShare(countOfKind(load.freeGeneric, kind), countOfKind(all, kind)));
  }
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function takenShare(free: number, capacity: number): number {
  return capacity === 0 ? 1 : 1 - free / capacity;
}

/** Negative when the first is the better choice. */
export type CompareRanks = (a: Rank, b: Rank) => number;

export const COMPARE: Readonly<Record<Request['strategy'], CompareRanks>> = {
  spread: (a, b) => {
    const byFailures = compareFailures(a, b);
    if (byFailures !== 0) return byFailures;
    if (a.ofService !== b.ofService) return a.ofService - b.ofService;
    if (a.active !== b.active) return a.active - b.active;
    return compareIds(a, b);
  },
  binpack: (a, b) => {
    const byFailures = compareFailures(a, b);
    if (byFailures !== 0) return byFailures;
    if (a.fullness !== b.fullness) return b.fullness - a.fullness;
    if (a.active !== b.active) return b.active - a.active;
    return compareIds(a, b);
  },
};

function compareFailures(a: Rank, b: Rank): number {
  const isFaulty = a.failures >= MANY_FAILURES || b.failures >= MANY_FAILURES;
  return isFaulty ? a.failures - b.failures : 0;
}

function compareIds(a: Rank, b: Rank): number {
  return a.load.id < b.load.id ? -1 : 1;
}
