/**
 * Waits for a state, never for a time: looks again and again until the state holds.
 * Promises a bound, and a failure that says what was waited for and what was seen last.
 * A look that throws counts as "not yet"; its error is then what was seen last.
 */
import { inspect } from 'node:util';

export interface EventuallyOptions {
  readonly withinMs?: number;
  readonly pollMs?: number;
  /** Ends the wait at once when it returns an error: the state can no longer be reached. */
  readonly hopeless?: () => Error | undefined;
}

type Look<T> = { readonly seen: T } | { readonly error: unknown };

export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  holds: (seen: T) => boolean,
  options: EventuallyOptions = {},
): Promise<T> {
  const { withinMs = 10_000, pollMs = 20, hopeless = () => undefined } = options;
  const startedMs = performance.now();
  for (;;) {
    const last = await lookOnce(look);
    if ('seen' in last && holds(last.seen)) return last.seen;
    const lost = hopeless();
    if (lost) throw lost;
    if (performance.now() - startedMs > withinMs) throw timeUp(what, withinMs, last);
    await new Promise((resolve) => {
      setTimeout(resolve, pollMs);
    });
  }
}

async function lookOnce<T>(look: () => T | Promise<T>): Promise<Look<T>> {
  try {
    return { seen: await look() };
  } catch (error) {
    return { error };
  }
}

function timeUp<T>(what: string, withinMs: number, last: Look<T>): Error {
  if ('seen' in last)
    return new Error(`not within ${withinMs} ms: ${what}; last seen: ${inspect(last.seen, { depth: 6 })}`);
  return new Error(`not within ${withinMs} ms: ${what}; the last look failed`, { cause: last.error });
}
