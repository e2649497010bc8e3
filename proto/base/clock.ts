/**
 * Time, passed in. SystemClock is the only owner of real timers; everything else takes a Clock, so that
 * tests and simulations move time themselves.
 */

export interface Clock {
  /** Wall clock, milliseconds since the Unix epoch; may jump when the host's clock is set. */
  nowMs(): number;
  /** Monotonic milliseconds from an arbitrary start: for measuring how long something took or has been silent. */
  monotonicMs(): number;
  /** Resolves after delayMs; rejects with the signal's reason as soon as it is aborted. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

// setTimeout fires at once for longer delays than this.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export class SystemClock implements Clock {
  nowMs(): number {
    return Date.now();
  }

  monotonicMs(): number {
    return performance.now();
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
        Math.max(0, Math.min(delayMs, LONGEST_TIMER_MS)),
      );
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }
}

/**
 * Runs the attempt with a signal that also aborts after timeoutMs, with the error that onTimeout makes. An
 * attempt that does not mind its signal is left alone then: the caller waits no longer.
 */
export async function withTimeout<T>(
  clock: Clock,
  timeoutMs: number,
  onTimeout: () => Error,
  attempt: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const inner = new AbortController();
  const stopTimer = new AbortController();
  let abort = (): void => undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    abort = () => {
      inner.abort(outer?.reason);
      reject(outer?.reason);
    };
    if (outer?.aborted) abort();
    outer?.addEventListener('abort', abort, { once: true });
    clock.sleep(timeoutMs, stopTimer.signal).then(
      () => {
        const error = onTimeout();
        inner.abort(error);
        reject(error);
      },
      () => undefined,
    );
  });
  try {
    return await Promise.race([attempt(inner.signal), expired]);
  } finally {
    stopTimer.abort();
    outer?.removeEventListener('abort', abort);
  }
}
