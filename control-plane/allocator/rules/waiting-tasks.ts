/**
 * Tasks without addresses: those to be tried, in the order in which they came, and those that wait, each for one
 * thing. Knows ids alone; what has become of a task is for the store to say.
 */
import type { Cause } from './tasks.js';

export class WaitingTasks {
  readonly #toTry = new Set<string>();
  readonly #idsByCause = new Map<Cause, Set<string>>();
  readonly #causeByTask = new Map<string, Cause>();

  get isAnyToTry(): boolean {
    return this.#toTry.size > 0;
  }

  /** What tasks wait for, each once. */
  causes(): readonly Cause[] {
    return [...this.#idsByCause.keys()];
  }

  /** Whether it was tried, and waits. */
  isWaiting(id: string): boolean {
    return this.#causeByTask.has(id);
  }

  /** Whether any waits for it. */
  isAwaited(cause: Cause): boolean {
    return this.#idsByCause.has(cause);
  }

  /** It is to be tried, whatever it waited for. */
  add(id: string): void {
    this.remove(id);
    this.#toTry.add(id);
  }

  /** It was tried, and waits for that. */
  setWaiting(id: string, cause: Cause): void {
    this.remove(id);
    const ids = this.#idsByCause.get(cause) ?? new Set();
    ids.add(id);
    this.#idsByCause.set(cause, ids);
    this.#causeByTask.set(id, cause);
  }

  /** It needs none any more. */
  remove(id: string): void {
    this.#toTry.delete(id);
    const cause = this.#causeByTask.get(id);
    if (cause === undefined) return;
    this.#causeByTask.delete(id);
    const ids = this.#idsByCause.get(cause);
    ids?.delete(id);
    if (ids?.size === 0) this.#idsByCause.delete(cause);
  }

  /** All that waited for it are to be tried. */
  tryAgain(cause: Cause): void {
    for (const id of this.waitingFor(cause)) this.add(id);
  }

  /** In the order in which they began to wait. */
  waitingFor(cause: Cause): Iterable<string> {
    return this.#idsByCause.get(cause)?.values() ?? [];
  }

  /** Takes as many as that, or fewer, of those to be tried. */
  take(most: number): readonly string[] {
    return takeSome(this.#toTry, most);
  }
}

/** Takes as many as that, or fewer, out of the set, the oldest first. */
export function takeSome(ids: Set<string>, most: number): readonly string[] {
  const some: string[] = [];
  for (const id of ids) {
    if (some.length >= most) break;
    ids.delete(id);
    some.push(id);
  }
  return some;
}
