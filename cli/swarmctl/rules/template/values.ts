/**
 * Values as templates see them: JSON, and what it counts as and looks like. Printed as Go prints them.
 */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether "if" takes it for true: not false, not 0, not nothing, and not empty. */
export function isTrue(value: unknown): boolean {
  if (isList(value)) return value.length > 0;
  if (isFields(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

export function printed(value: unknown): string {
  if (value === undefined || value === null) return '<no value>';
  if (isList(value)) return `[${value.map(printed).join(' ')}]`;
  if (isFields(value))
    return `map[${Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `${key}:${printed(entry)}`)
      .join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** "a list", "text": how messages name what a value is. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (isList(value)) return 'a list';
  if (isFields(value)) return 'an object';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'a function'
  );
}
