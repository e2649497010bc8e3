/**
 * How long to wait before trying again. Pure; the dice are an argument, so that many agents that lost the
 * same manager do not come back at the same moment.
 */

export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** The bound grows from firstMs: each is twice the one before and firstMs more, up to longestMs. */
export function nextBoundMs(boundMs: number, { firstMs, longestMs }: Backoff): number {
  return Math.min(firstMs + 2 * boundMs, longestMs);
}

/** Anything below the bound, all alike. */
export function uniformDelayMs(boundMs: number, fraction: number): number {
  return boundMs * fraction;
}

/** A little before the period, so that a beat that is late on its way is still in time. */
export function heartbeatDelayMs(periodMs: number, fraction: number): number {
  return periodMs * (0.9 - 0.2 * fraction);
}
