/**
 * Time as a member needs it. Owns the interface and the real clock; tests and simulations bring their own.
 */

export interface Clock {
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonicMs(): number;
  /** Calls back once, not before this many milliseconds have passed; the result takes that back. */
  setTimer(delayMs: number, callback: () => void): () => void;
}

export class NodeClock implements Clock {
  monotonicMs(): number {
    return performance.now();
  }

  setTimer(delayMs: number, callback: () => void): () => void {
    const timer = setTimeout(callback, Math.max(0, delayMs));
    return () => clearTimeout(timer);
  }
}
