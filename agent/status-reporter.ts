/**
 * The way back up: the newest status of each task, sent until it is acknowledged. Several batches may be on
 * their way, and everything that changes meanwhile waits, one status per task, for room: a storm of changes
 * costs one report per task, not one per change. A new session is told every status known.
 */
import type { StatusBatch } from '../proto/gen/dispatcher.js';
import type { TaskStatus } from '../proto/gen/objects.js';

const MOST_UNACKNOWLEDGED = 16;
const MOST_REPORTS_PER_BATCH = 500;

export class StatusReporter {
  #send: ((batch: StatusBatch) => boolean) | undefined;
  #waitingById = new Map<string, TaskStatus>();
  #unacknowledged = 0;
  #lastSequence = 0;
  #acknowledgedSequence = 0;
  #isFlushing = false;

  /** Tasks whose newest status was not sent yet. */
  get waitingCount(): number {
    return this.#waitingById.size;
  }

  /** Batches that are on their way. */
  get unacknowledgedCount(): number {
    return this.#unacknowledged;
  }

  /** A session has begun; send says whether it took the batch. */
  attach(known: ReadonlyMap<string, TaskStatus>, send: (batch: StatusBatch) => boolean): void {
    this.#send = send;
    this.#waitingById = new Map(known);
    this.#unacknowledged = 0;
    this.#lastSequence = 0;
    this.#acknowledgedSequence = 0;
    this.#flushSoon();
  }

  /** The session is over; the next one begins with everything. */
  detach(): void {
    this.#send = undefined;
    this.#waitingById.clear();
    this.#unacknowledged = 0;
  }

  report(taskId: string, status: TaskStatus): void {
    if (this.#send === undefined) return;
    // Deleted first, so that a task that changed again goes to the end and none waits for ever.
    this.#waitingById.delete(taskId);
    this.#waitingById.set(taskId, status);
    this.#flushSoon();
  }

  acknowledge(sequence: number): void {
    if (sequence <= this.#acknowledgedSequence || sequence > this.#lastSequence) return;
    this.#acknowledgedSequence = sequence;
    this.#unacknowledged = this.#lastSequence - sequence;
    this.#flushSoon();
  }

  /** Once per turn of the event loop: what changes together travels together, and steps taken at once are one. */
  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setImmediate(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  #flush(): void {
    while (this.#waitingById.size > 0 && this.#unacknowledged < MOST_UNACKNOWLEDGED) {
      const some = [...this.#waitingById].slice(0, MOST_REPORTS_PER_BATCH);
      const sequence = this.#lastSequence + 1;
      const reports = some.map(([taskId, status]) => ({ taskId, status }));
      if (this.#send?.({ sequence, reports }) !== true) return;
      this.#lastSequence = sequence;
      this.#unacknowledged += 1;
      for (const [taskId] of some) this.#waitingById.delete(taskId);
    }
  }
}
