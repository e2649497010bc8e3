/**
 * Waiting for an etcd that does not answer yet: the same again, in bounded time. For what may be done twice.
 */
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import { EtcdError } from './etcd-client.js';

const PAUSE_MS = 200;

export async function patiently<T>(clock: Clock, withinMs: number, attempt: () => Promise<T>): Promise<T> {
  let last: EtcdError | undefined;
  const late = (): Error => {
    const why = last?.message ?? 'no answer';
    return new EtcdError('no-answer', `etcd did not answer within ${withinMs / 1000} s: ${why}`, last);
  };
  return await withTimeout(clock, withinMs, late, async (signal) => {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof EtcdError) || error.code !== 'no-answer') throw error;
        last = error;
      }
      await clock.sleep(PAUSE_MS, signal);
    }
  });
}
