/**
 * Columns of text, as Docker sets them: at least ten wide, three spaces apart, no lines, nothing after the
 * last word.
 */
const LEAST_WIDTH = 10;
const GAP = 3;

export function formatTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? LEAST_WIDTH, textWidth(cell) + GAP);
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - textWidth(cell)))
      .join('')
      .trimEnd(),
  );
}

/** Characters, not UTF-16 units. */
function textWidth(text: string): number {
  return Array.from(text).length;
}

/** At most so many characters, the last of them "…" when something was cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The part of an id that tables show. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

/** "ready" → "Ready". */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
