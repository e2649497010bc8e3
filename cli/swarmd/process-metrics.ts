/**
 * What every process of swarmd says of itself: how late its event loop is, its memory, its processor time.
 * Watching the event loop wakes the process 50 times a second, so it begins only when somebody wants metrics.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Meter, single } from '../../proto/base/meter.js';
import { VERSION } from '../../proto/base/version.js';

const RESOLUTION_MS = 20;
const QUANTILES = [0.5, 0.99, 1] as const;

export function measureProcess(meter: Meter): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  meter.sample('swarmd_event_loop_delay_seconds', () => {
    const samples = QUANTILES.map((quantile) => ({
      labels: { quantile: String(quantile) },
      // What is recorded is the time between two looks; an idle process has nothing but that.
      value: Math.max(0, delay.percentile(quantile * 100) / 1e9 - RESOLUTION_MS / 1e3),
    }));
    const isEmpty = delay.count === 0;
    delay.reset();
    return isEmpty ? [] : samples;
  });
  meter.sample('swarmd_process_resident_memory_bytes', () => single(process.memoryUsage.rss()));
  meter.sample('swarmd_process_cpu_seconds_total', () => {
    const { user, system } = process.cpuUsage();
    return single((user + system) / 1e6);
  });
  meter.sample('swarmd_build_info', () => [{ labels: { version: VERSION }, value: 1 }]);
}
