/**
 * Instants that stand in the store were noted by some leader's clock, which need not be this one's.
 */

/** Clocks of leaders that follow one another differ by so much, and one clock is nudged by so much. */
const CLOCK_TOLERANCE_MS = 1000;

/** Whether what has happened at that instant lies in the future: the clock was set back since. */
export function isAhead(atMs: number, nowMs: number): boolean {
  return atMs > nowMs + CLOCK_TOLERANCE_MS;
}
