/**
 * Checks that more than one kind of input shares: names, labels, durations, text, duplicates.
 */
import { demand, refuse } from './refusal.js';

// Each run of dashes and underscores ends in a letter or digit; written so that no text takes long to refuse.
const NAME = /^[a-z0-9]+([-_]+[a-z0-9]+)*$/i;
const LONGEST_NAME = 63;

/** A hundred years: what is longer is a mistake, and would not fit the runtime's nanoseconds. */
export const LONGEST_DURATION_MS = 100 * 365 * 24 * 3600 * 1000;

export function checkName(name: string, field = 'name'): void {
  demand(name !== '', field, 'must not be empty');
  demand(name.length <= LONGEST_NAME, field, `must have at most ${LONGEST_NAME} characters`, name);
  demand(
    NAME.test(name),
    field,
    'must be letters, digits, "-" and "_", and begin and end with a letter or digit',
    name,
  );
}

export function checkLabels(labels: Readonly<Record<string, string>>, field: string): void {
  for (const [key, value] of Object.entries(labels)) {
    demand(key !== '', field, 'must have a name before "="', `=${value}`);
    demand(!/[\s=]/.test(key), field, 'name must have no spaces and no "="', key);
    checkText(`${key}=${value}`, field);
  }
}

export function checkDuration(durationMs: number, field: string): void {
  demand(Number.isSafeInteger(durationMs), field, 'must be whole milliseconds', durationMs);
  demand(durationMs >= 0, field, 'must not be negative', `${durationMs}ms`);
  demand(durationMs <= LONGEST_DURATION_MS, field, 'must be at most 876000h', `${durationMs}ms`);
}

/** Text that ends up in the container's environment, arguments or files: no NUL, which would cut it off. */
export function checkText(text: string, field: string): void {
  demand(!text.includes('\0'), field, 'must not contain a NUL character');
}

export function checkCount(count: number, field: string, most = Number.MAX_SAFE_INTEGER): void {
  demand(Number.isSafeInteger(count) && count >= 0, field, 'must be a whole number, 0 or more', count);
  demand(count <= most, field, `must be at most ${most}`, count);
}

/** Refuses the second of two that have the same key. */
export function checkUnique(keys: Iterable<string>, field: string, rule: string): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) refuse(field, rule, key);
    seen.add(key);
  }
}
