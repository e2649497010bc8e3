/**
 * How many connections each address has to a server that takes so many from each, and no more.
 */
export class ConnectionCounts {
  readonly #most: number;
  readonly #countByAddress = new Map<string, number>();

  /** @param most From one address at once. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Counts one more from there; false, and not counted, when there are as many as may be. */
  admit(address: string): boolean {
    const count = this.#countByAddress.get(address) ?? 0;
    if (count >= this.#most) return false;
    this.#countByAddress.set(address, count + 1);
    return true;
  }

  /** One that was admitted has ended. */
  release(address: string): void {
    const count = this.#countByAddress.get(address) ?? 0;
    if (count > 1) this.#countByAddress.set(address, count - 1);
    else this.#countByAddress.delete(address);
  }
}
