/**
 * Changes of the store for one call: from now on, until the caller is gone.
 */
import type { Table } from '../../proto/gen/log.js';
import type { Store } from '../store/store.js';
import type { Wakeup } from '../store/watch.js';

/** Leaving the loop, or aborting the signal, closes the store's stream. */
export async function* wakeupsOf(
  store: Store,
  tables: readonly Table[],
  signal: AbortSignal,
): AsyncGenerator<Wakeup, void> {
  const watcher = store.watch({ tables });
  const close = (): void => watcher.close();
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  try {
    yield* watcher;
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}
