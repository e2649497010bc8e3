/**
 * What a rule answers: what to write now, and when to ask again though nothing should have changed.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';

export interface Decision {
  readonly groups: readonly ChangeGroup[];
  /** By the wall clock; without one, only a change asks again. */
  readonly wakeAtMs?: number;
  /** One turn was not enough: the rest is decided in the next one, which may follow at once. */
  readonly isCutShort?: boolean;
}

/** The groups with the earliest of the instants that there are. */
export function decision(
  groups: readonly ChangeGroup[],
  wakeups: readonly (number | undefined)[] = [],
  isCutShort = false,
): Decision {
  const wakeAtMs = wakeups.reduce<number>(
    (earliest, wakeup) => Math.min(earliest, wakeup ?? earliest),
    Number.POSITIVE_INFINITY,
  );
  return wakeAtMs === Number.POSITIVE_INFINITY ? { groups, isCutShort } : { groups, wakeAtMs, isCutShort };
}

/** Decisions about different things as one. */
export function together(decisions: readonly Decision[]): Decision {
  return decision(
    decisions.flatMap(({ groups }) => groups),
    decisions.map(({ wakeAtMs }) => wakeAtMs),
    decisions.some(({ isCutShort }) => isCutShort),
  );
}
