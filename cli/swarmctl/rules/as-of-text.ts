/**
 * How old what is shown may be, in words.
 */

/** `staleMs` is undefined where that cannot be said. */
export function asOfText({
  staleMs,
  node,
}: {
  readonly staleMs: number | undefined;
  readonly node: string;
}): string {
  if (staleMs === undefined) return `as of nobody knows when, from ${node}: it has not heard of a leader yet`;
  // Rounded up: it may be that old.
  return `as of at most ${(Math.ceil(staleMs / 100) / 10).toFixed(1)} s ago, from ${node}`;
}
