/**
 * How long to leave something alone that has failed, in ticks: twice as long after each failure in a row, within a
 * bound. Whoever uses it says when time passes.
 */

/** The longest wait, in first ones. */
const LONGEST_FACTOR = 30;

export class BackOff {
  readonly #firstTicks: number;
  #failuresInARow = 0;
  #untilTick = 0;

  constructor(firstTicks: number) {
    this.#firstTicks = firstTicks;
  }

  isOver(tick: number): boolean {
    return tick >= this.#untilTick;
  }

  failed(tick: number): void {
    this.#untilTick = tick + this.#firstTicks * Math.min(2 ** this.#failuresInARow, LONGEST_FACTOR);
    this.#failuresInARow++;
  }

  succeeded(): void {
    this.#failuresInARow = 0;
    this.#untilTick = 0;
  }
}
