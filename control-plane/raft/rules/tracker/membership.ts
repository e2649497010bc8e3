/**
 * Who has which part in the cluster, as this member has applied it: ascending id lists, never changed once
 * made. Which changes are allowed is confchange/changer.ts's work.
 */
import type { ConfState } from '../types.js';

export interface Membership {
  /** The voters; while joint, those of the configuration that is being entered. */
  readonly incoming: readonly number[];
  /** Voters of the configuration that is being left; empty unless joint. */
  readonly outgoing: readonly number[];
  readonly learners: readonly number[];
  /** Outgoing voters that become learners when the joint configuration is left; till then they must vote. */
  readonly learnersNext: readonly number[];
  /** The leader leaves the joint configuration by itself. */
  readonly autoLeave: boolean;
}

export const NO_MEMBERSHIP: Membership = {
  incoming: [],
  outgoing: [],
  learners: [],
  learnersNext: [],
  autoLeave: false,
};

export function isJoint(membership: Membership): boolean {
  return membership.outgoing.length > 0;
}

/** Every id that votes in either half, ascending. */
export function votersOf({ incoming, outgoing }: Membership): readonly number[] {
  return outgoing.length === 0 ? incoming : outgoing.reduce(withId, incoming);
}

export function confStateOf(membership: Membership): ConfState {
  return {
    voters: membership.incoming,
    learners: membership.learners,
    votersOutgoing: membership.outgoing,
    learnersNext: membership.learnersNext,
    autoLeave: membership.autoLeave,
  };
}

export function sameConfState(one: ConfState, other: ConfState): boolean {
  return (
    sameIds(one.voters, other.voters) &&
    sameIds(one.learners, other.learners) &&
    sameIds(one.votersOutgoing, other.votersOutgoing) &&
    sameIds(one.learnersNext, other.learnersNext) &&
    one.autoLeave === other.autoLeave
  );
}

function sameIds(one: readonly number[], other: readonly number[]): boolean {
  const sorted = other.toSorted(ascending);
  return one.length === other.length && one.toSorted(ascending).every((id, place) => id === sorted[place]);
}

export function withId(ids: readonly number[], id: number): readonly number[] {
  return ids.includes(id) ? ids : [...ids, id].toSorted(ascending);
}

export function withoutId(ids: readonly number[], id: number): readonly number[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : ids;
}

export function ascending(a: number, b: number): number {
  return a - b;
}
