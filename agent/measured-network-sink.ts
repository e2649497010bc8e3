/**
 * A network sink whose changes are timed: how late a node is with what the managers tell it of its networks is how
 * long traffic may still go where it should no longer.
 */
import type { Clock } from '../proto/base/clock.js';
import { type Meter, single } from '../proto/base/meter.js';
import type { NetworkSink } from './network-sink.js';

export function measuredNetworkSink(
  sink: NetworkSink,
  { clock, meter }: { clock: Clock; meter: Meter },
): NetworkSink {
  const durationSeconds = meter.histogram('swarmd_network_change_duration_seconds');
  let waiting = 0;
  meter.sample('swarmd_network_changes_waiting', () => single(waiting));
  return {
    async apply(changes) {
      const toldAtMs = clock.monotonicMs();
      waiting += 1;
      try {
        await sink.apply(changes);
        durationSeconds.observe({}, (clock.monotonicMs() - toldAtMs) / 1000);
      } finally {
        waiting -= 1;
      }
    },
  };
}
