/**
 * Where a reading of logs was when it broke off, so that it goes on with neither gaps nor repetitions. A
 * task's lines come in the order of their instants; several may have the same one.
 */
import type { LogLine, LogOptions } from '../../../proto/gen/dispatcher.js';

interface Place {
  atMs: number;
  /** Lines of that instant that were shown. */
  count: number;
}

export class LogResume {
  readonly #placeByTaskId = new Map<string, Place>();
  /** Per task, where the reading before this one was; its lines up to there come again. */
  #before: ReadonlyMap<string, Readonly<Place>> = new Map();
  /** Lines of the instant where it was that have come again. */
  readonly #againByTaskId = new Map<string, number>();
  #earliestMs: number | undefined;

  /** The reading begins anew; what to ask for, so that it goes on where it was. */
  again(options: LogOptions): LogOptions {
    this.#before = new Map([...this.#placeByTaskId].map(([taskId, place]) => [taskId, { ...place }]));
    this.#againByTaskId.clear();
    // Tasks of which nothing was seen may have older lines than all others: only a full reading has them.
    if (options.tail < 0 || this.#earliestMs === undefined) return options;
    return { ...options, tail: -1, sinceMs: Math.max(options.sinceMs, this.#earliestMs) };
  }

  /** Whether the line was not shown before; counts it as shown. */
  isNew({ taskId, atMs }: Pick<LogLine, 'taskId' | 'atMs'>): boolean {
    const before = this.#before.get(taskId);
    if (before !== undefined && atMs < before.atMs) return false;
    if (before?.atMs === atMs) {
      const again = (this.#againByTaskId.get(taskId) ?? 0) + 1;
      this.#againByTaskId.set(taskId, again);
      if (again <= before.count) return false;
    }
    this.#earliestMs = Math.min(this.#earliestMs ?? atMs, atMs);
    const place = this.#placeByTaskId.get(taskId);
    if (place?.atMs === atMs) place.count += 1;
    else if (place === undefined || atMs > place.atMs) this.#placeByTaskId.set(taskId, { atMs, count: 1 });
    return true;
  }
}
