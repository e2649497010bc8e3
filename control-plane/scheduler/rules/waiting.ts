/**
 * Which tasks wait for a node, and which of them are to be tried now. Knows ids alone: what has become of a task is
 * for the store to say. Each that is to be tried has its turn, whatever is added meanwhile.
 */
export class WaitingTasks {
  // Every task that waits is in one of the three.
  readonly #toTry = new Set<string>();
  /** Those that were taken to be tried and had no time left; no other is taken before all of these were. */
  readonly #leftOver = new Set<string>();
  /** Those whose chances have not changed since they were tried. */
  readonly #tried = new Set<string>();

  get isAnyToTry(): boolean {
    return this.#leftOver.size + this.#toTry.size > 0;
  }

  /** It waits, and is to be tried. */
  add(id: string): void {
    if (this.#leftOver.has(id)) return;
    this.#tried.delete(id);
    this.#toTry.add(id);
  }

  /** It waits no more. */
  remove(id: string): void {
    // Most have just been tried: the other sets may be very large, and need not be looked into.
    if (!this.#tried.delete(id) && !this.#toTry.delete(id)) this.#leftOver.delete(id);
  }

  tryAllAgain(): void {
    for (const id of this.#tried) this.#toTry.add(id);
    this.#tried.clear();
  }

  /** Takes as many as that, or fewer, of those to try. */
  take(most: number): readonly string[] {
    const from = this.#leftOver.size > 0 ? this.#leftOver : this.#toTry;
    const taken: string[] = [];
    for (const id of from) {
      if (taken.length >= most) break;
      from.delete(id);
      this.#tried.add(id);
      taken.push(id);
    }
    return taken;
  }

  /** It was taken and could not be tried. */
  putBack(id: string): void {
    this.#tried.delete(id);
    this.#leftOver.add(id);
  }
}
