/**
 * What the core does when something can not be: it stops for good. Whoever drives the core treats a thrown
 * RaftInvariantError as the death of the member; going on could break what others were promised. Refusals,
 * which may happen in good order, are values instead (refusal.ts, log/storage.ts).
 */

export class RaftInvariantError extends Error {
  override readonly name = 'RaftInvariantError';
}

export function raftInvariant(condition: boolean, text: string): asserts condition {
  if (!condition) {
    throw new RaftInvariantError(text);
  }
}

/** For sentences with figures in them, which are then built only when the worst has happened. */
export function raftFault(text: string): never {
  throw new RaftInvariantError(text);
}

/** Ends a switch that has a branch for every case. */
export function unreachable(value: never): never {
  throw new RaftInvariantError(`no branch for ${String(value)}`);
}
