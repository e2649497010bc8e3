/**
 * Order of preference among nodes that fit: where the tasks kept failing goes last, then the fewest active
 * tasks of the service, then the fewest of all, then the lower id, so that a replay chooses alike.
 */
import type { NodeLoad } from './node-load.js';

/** So many recent failures make a node a bad choice. */
export const MANY_FAILURES = 5;

export interface Preference {
  readonly load: NodeLoad;
  readonly failures: number;
  readonly ofService: number;
  readonly active: number;
}

export interface PreferenceFacts {
  readonly serviceId: string;
  /** Recent ones of this revision on the node. */
  readonly failures: number;
  /** Tasks of the service there that will stop for the one that is placed. */
  readonly leaving: number;
}

/** What the node is worth now for a task of this service. */
export function preferenceOf(load: NodeLoad, { serviceId, failures, leaving }: PreferenceFacts): Preference {
  const ofService = load.activeOf(serviceId) - leaving;
  return { load, failures, ofService, active: load.activeCount - leaving };
}

/** Negative when the first is the better choice. */
export function comparePreference(a: Preference, b: Preference): number {
  const isFaulty = a.failures >= MANY_FAILURES || b.failures >= MANY_FAILURES;
  if (isFaulty && a.failures !== b.failures) return a.failures - b.failures;
  if (a.ofService !== b.ofService) return a.ofService - b.ofService;
  if (a.active !== b.active) return a.active - b.active;
  return a.load.node.id < b.load.node.id ? -1 : 1;
}
