/**
 * What is still to happen, in the order in which it happens: by time, and at one time in the order in which it
 * was planned. A binary heap. An event, once planned, happens; who no longer wants it looks away.
 */

/** Microseconds since the run began. */
export type Microseconds = number;

interface Planned<E> {
  readonly atUs: Microseconds;
  readonly sequence: number;
  readonly event: E;
}

const isBefore = (a: Planned<unknown>, b: Planned<unknown>): boolean =>
  a.atUs < b.atUs || (a.atUs === b.atUs && a.sequence < b.sequence);

export class EventQueue<E> {
  #heap: Planned<E>[] = [];
  #sequence = 0;
  #nowUs: Microseconds = 0;

  /** The time of the event taken last. */
  get nowUs(): Microseconds {
    return this.#nowUs;
  }

  get length(): number {
    return this.#heap.length;
  }

  /** Plans an event after this delay; one of the past, or of now, happens after what is planned for now already. */
  plan(delayUs: number, event: E): void {
    const planned = {
      atUs: this.#nowUs + Math.max(0, Math.floor(delayUs)),
      sequence: this.#sequence++,
      event,
    };
    const heap = this.#heap;
    heap.push(planned);
    let at = heap.length - 1;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt] as Planned<E>;
      if (!isBefore(planned, parent)) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = planned;
  }

  /** Moves the time on to the next event and takes it; undefined when nothing is planned. */
  take(): E | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length > 0) this.#sink(last);
    this.#nowUs = first.atUs;
    return first.event;
  }

  /** Puts the element at the top where it belongs. */
  #sink(moved: Planned<E>): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let childAt = 2 * at + 1;
      if (childAt >= heap.length) break;
      const right = heap[childAt + 1];
      if (right !== undefined && isBefore(right, heap[childAt] as Planned<E>)) childAt++;
      const child = heap[childAt] as Planned<E>;
      if (!isBefore(child, moved)) break;
      heap[at] = child;
      at = childAt;
    }
    heap[at] = moved;
  }
}
