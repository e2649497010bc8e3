/**
 * What a run ends with when something that must hold does not, or somebody failed who must not.
 */
export class Violation extends Error {
  override readonly name = 'Violation';
}

export function must(condition: boolean, sentence: () => string): asserts condition {
  if (!condition) throw new Violation(sentence());
}
