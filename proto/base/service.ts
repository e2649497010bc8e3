/**
 * The one life cycle: start is run(), stop is the signal, done is the promise.
 */
import { setMaxListeners } from 'node:events';

export interface Service {
  readonly name: string;
  /** Runs until the signal aborts or it fails; resolves when everything it started has ended. */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * Runs services together; started in order, stopped last first, each awaited before the next is told.
 * When one ends or fails by itself the others are stopped, and its failure is thrown.
 */
export async function runAll(services: readonly Service[], signal: AbortSignal): Promise<void> {
  const running = services.map((service) => start(service));
  const firstEnd = Promise.race(running.map((each) => each.done));
  await Promise.race([firstEnd.catch(() => undefined), aborted(signal)]);
  const failures: unknown[] = [];
  for (const each of running.toReversed()) {
    each.stop.abort(signal.reason);
    await each.done.catch((error: unknown) => {
      if (!isAbort(error)) failures.push(error);
    });
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'several services failed');
}

function start(service: Service): { stop: AbortController; done: Promise<void> } {
  const stop = new AbortController();
  // One signal ends all of a service's tasks, however many: no number of listeners hints at a leak.
  setMaxListeners(0, stop.signal);
  const done = service.run(stop.signal);
  // Awaited later, in stopping order: an early failure must not count as unhandled meanwhile.
  done.catch(() => undefined);
  return { stop, done };
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/**
 * The work's result, or undefined as soon as the signal aborts; the work then goes on unheard. To be used in
 * loops instead of Promise.race: there each turn would stay with the promise that has not settled, and with
 * it all that the turn brought.
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(undefined);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Whether the error only says that somebody asked to stop. */
export function isAbort(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'AbortError' || ('code' in error && error.code === 'ABORT_ERR'))
  );
}
