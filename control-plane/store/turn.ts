/**
 * How long work shares the event loop: it stops after each slice, and everybody else gets a turn.
 */

/** Resolves in the next turn of the event loop, after whatever waits for this one. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
