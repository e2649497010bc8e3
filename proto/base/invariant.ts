/**
 * Where a programmer's mistake stops. Owns the one error class for broken promises inside the program;
 * what a user or a peer may do wrong is a SwarmError (errors.ts).
 */

/** A promise of this program to itself was broken; the process should not go on with what it holds. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws InvariantError with the message unless the condition holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Marks what the types say can't be reached; also closes an exhaustive switch. */
export function unreachable(value: never): never {
  throw new InvariantError(`unreachable: ${JSON.stringify(value)}`);
}
