/**
 * --filter values: key=value, each key one of the command's. Several values of one key mean any of them,
 * several keys mean all of them; that is the manager's to apply.
 */
import { complaint } from './complaint.js';
import type { FlagValues } from './flag-values.js';

export type FilterLists<K extends string> = Readonly<Record<K, readonly string[]>>;

export function parseFilters<K extends string>(flags: FlagValues, keys: readonly K[]): FilterLists<K> {
  const lists = Object.fromEntries(keys.map((key) => [key, [] as string[]])) as Record<K, string[]>;
  for (const text of flags.list('filter')) {
    const at = text.indexOf('=');
    const name = at === -1 ? text : text.slice(0, at);
    const key = keys.find((known) => known === name);
    if (key === undefined) throw complaint('--filter', `the key must be one of ${keys.join(', ')}`, text);
    if (at === -1 || at === text.length - 1) throw complaint('--filter', 'must be KEY=VALUE', text);
    lists[key].push(text.slice(at + 1));
  }
  return lists;
}
