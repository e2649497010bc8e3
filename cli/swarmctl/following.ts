/**
 * A stream of a manager that outlives the manager: opened anew, of whoever answers, when it breaks because
 * managers are out of reach or choose a leader. What was missed meanwhile is for the reader to know.
 */
import type { Clock } from '../../proto/base/clock.js';
import { isAway } from './control-link.js';

export interface FollowingModules {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** How long managers may be silent, as while they choose a leader. */
const SILENCE_MS = 15_000;
const RETRY_MS = 500;

/** Messages until the stream ends; `onAgain` hears how long there were none, before the first one after that. */
export async function* following<T>(
  open: () => AsyncIterable<T>,
  { clock, signal }: FollowingModules,
  onAgain: (silentMs: number) => void = () => undefined,
): AsyncGenerator<T, void> {
  let silentSinceMs: number | undefined;
  for (;;) {
    try {
      for await (const message of open()) {
        if (silentSinceMs !== undefined) onAgain(clock.monotonicMs() - silentSinceMs);
        silentSinceMs = undefined;
        yield message;
      }
      return;
    } catch (error) {
      silentSinceMs ??= clock.monotonicMs();
      if (!isAway(error) || clock.monotonicMs() - silentSinceMs > SILENCE_MS) throw error;
    }
    await clock.sleep(RETRY_MS, signal);
  }
}
