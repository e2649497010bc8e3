/**
 * A runtime whose verbs are counted and timed. Waiting for a process and reading its logs are left out: they
 * last as long as the process does.
 */
import type { Clock } from '../../proto/base/clock.js';
import { hasCode } from '../../proto/base/errors.js';
import type { Meter } from '../../proto/base/meter.js';
import type { Runtime } from './runtime.js';

type Verb = 'describe' | 'prepare' | 'start' | 'stop' | 'remove' | 'list';

export function measuredRuntime(runtime: Runtime, modules: { clock: Clock; meter: Meter }): Runtime {
  const { clock, meter } = modules;
  const calls = meter.counter('swarmd_engine_calls_total');
  const durationSeconds = meter.histogram('swarmd_engine_call_duration_seconds');
  const measure = async <T>(verb: Verb, call: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const startedAtMs = clock.monotonicMs();
    try {
      const result = await call();
      calls.add({ verb, outcome: 'ok' });
      durationSeconds.observe({ verb }, (clock.monotonicMs() - startedAtMs) / 1000);
      return result;
    } catch (error) {
      calls.add({ verb, outcome: signal?.aborted === true ? 'cancelled' : failureOf(error) });
      throw error;
    }
  };
  return {
    name: runtime.name,
    run: (signal) => runtime.run(signal),
    onReachability: (listener) => runtime.onReachability(listener),
    describe: (signal) => measure('describe', () => runtime.describe(signal), signal),
    prepare: (task, networks, signal) =>
      measure('prepare', () => runtime.prepare(task, networks, signal), signal),
    start: (task, signal) => measure('start', () => runtime.start(task, signal), signal),
    wait: (task, signal) => runtime.wait(task, signal),
    stop: (task) => measure('stop', () => runtime.stop(task)),
    remove: (taskId) => measure('remove', () => runtime.remove(taskId)),
    list: (signal) => measure('list', () => runtime.list(signal), signal),
    logs: (taskId, options, signal) => runtime.logs(taskId, options, signal),
  };
}

function failureOf(error: unknown): 'unreachable' | 'refused' {
  return hasCode(error, 'runtime.unreachable') ? 'unreachable' : 'refused';
}
