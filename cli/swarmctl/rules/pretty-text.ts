/**
 * The pieces of `inspect --pretty`: a name, a colon, and values in one column; what is empty is left out.
 */
const VALUE_COLUMN = 24;

export function section(name: string, value: string | number | undefined): readonly string[] {
  if (value === undefined || value === '' || value === 0) return [];
  return [`${`${name}:`.padEnd(VALUE_COLUMN - 1)} ${value}`];
}

export function labelLines(name: string, labels: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(labels);
  if (entries.length === 0) return [];
  return [`${name}:`, ...entries.map(([key, value]) => ` - ${key}=${value}`)];
}

/** A heading with lines below it, or nothing when there are none. */
export function block(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines];
}
