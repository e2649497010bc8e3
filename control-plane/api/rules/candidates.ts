/**
 * What somebody may have meant who wrote a name that nothing has: the names closest to it. Owns the order
 * of suggestions; who offers the names, and which refusal carries them, is references.ts.
 */

/** Most names a refusal lists. */
export const MOST_CANDIDATES = 10;

// Comparing letter by letter is dear: of a large cluster's names only these many are, the most alike first.
const MOST_COMPARED = 500;

/** Up to ten of the names, closest first: longest common beginning, then fewest letters to change. */
export function closestNames(ref: string, names: Iterable<string>): readonly string[] {
  const wanted = ref.toLowerCase();
  return mostAlike(wanted, new Set(names))
    .map((name) => ({
      name,
      shared: sharedPrefixLength(wanted, name.toLowerCase()),
      distance: editDistance(wanted, name.toLowerCase()),
    }))
    .toSorted((a, b) => b.shared - a.shared || a.distance - b.distance || compareTexts(a.name, b.name))
    .slice(0, MOST_CANDIDATES)
    .map(({ name }) => name);
}

function mostAlike(wanted: string, names: Iterable<string>): readonly string[] {
  const namesBySharedLength: string[][] = [];
  for (const name of names) {
    const shared = sharedPrefixLength(wanted, name.toLowerCase());
    (namesBySharedLength[shared] ??= []).push(name);
  }
  const alike: string[] = [];
  for (let shared = namesBySharedLength.length - 1; shared >= 0; shared--) {
    alike.push(...(namesBySharedLength[shared] ?? []).slice(0, MOST_COMPARED - alike.length));
    if (alike.length >= MOST_COMPARED) break;
  }
  return alike;
}

function sharedPrefixLength(a: string, b: string): number {
  const longest = Math.min(a.length, b.length);
  for (let at = 0; at < longest; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) return at;
  return longest;
}

/** Letters to insert, remove or replace to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const kept = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const removed = (above[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(kept, removed, inserted));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}

/** The order of code units: the same wherever it runs. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
