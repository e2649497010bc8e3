/**
 * Shares the event loop among very many who have something to do at the same moment: so many of them in each turn,
 * first come, first served. Whoever else is due in between has not to wait for all of them.
 */
import { nextTurn } from '../store/turn.js';

export class TurnShares {
  readonly #mostPerTurn: number;
  #left: number;
  #waiting: (() => void)[] = [];
  #isUnderWay = false;

  constructor(mostPerTurn: number) {
    this.#mostPerTurn = mostPerTurn;
    this.#left = mostPerTurn;
  }

  /** Resolves in this turn while it has a share left, otherwise in a later one. */
  async take(): Promise<void> {
    if (this.#left === 0) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
      return;
    }
    this.#left -= 1;
    if (!this.#isUnderWay) void this.#goOn();
  }

  /** Gives out new shares, turn by turn, until one is left over. */
  async #goOn(): Promise<void> {
    this.#isUnderWay = true;
    do {
      await nextTurn();
      const next = this.#waiting.slice(0, this.#mostPerTurn);
      this.#waiting = this.#waiting.slice(next.length);
      this.#left = this.#mostPerTurn - next.length;
      for (const resolve of next) resolve();
    } while (this.#left < this.#mostPerTurn);
    this.#isUnderWay = false;
  }
}
