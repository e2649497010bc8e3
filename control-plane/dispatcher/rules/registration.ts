/**
 * How often a node may register: a few times at once, then not before some time has passed without it. An
 * agent that fails and comes back in a circle must not cost the leader a commit each time round.
 */

const MOST_REGISTRATIONS = 3;
const WINDOW_MS = 8_000;

export type Registration =
  | { readonly allowed: true; readonly attemptsMs: readonly number[] }
  | { readonly allowed: false; readonly retryAfterMs: number };

/** Judges an attempt by the instants of those allowed before; the answer holds the instants to keep. */
export function judgeRegistration(attemptsMs: readonly number[], nowMs: number): Registration {
  const recentMs = attemptsMs.filter((atMs) => nowMs - atMs < WINDOW_MS);
  const [oldestMs = nowMs] = recentMs;
  if (recentMs.length >= MOST_REGISTRATIONS)
    return { allowed: false, retryAfterMs: oldestMs + WINDOW_MS - nowMs };
  return { allowed: true, attemptsMs: [...recentMs, nowMs] };
}
