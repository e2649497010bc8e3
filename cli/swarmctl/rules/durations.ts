/**
 * Durations as people write them ("1h30m", "500ms") and as tables show them ("5 minutes"). Whole
 * milliseconds inside.
 */
import { complaint } from './complaint.js';

const MS_BY_UNIT: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** What 64 bits of nanoseconds hold, as in Docker's API. */
const LONGEST_MS = 9.2e12;

const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/** "1h30m", "2.5s", "0": not negative, at least one millisecond unless zero. */
export function parseDurationMs(flag: string, text: string): number {
  if (text === '0') return 0;
  if (!DURATION.test(text)) throw complaint(flag, 'must be a duration such as 500ms, 10s or 1h30m', text);
  let totalMs = 0;
  for (const [, count, unit] of text.matchAll(PART)) totalMs += Number(count) * (MS_BY_UNIT[unit ?? ''] ?? 0);
  if (totalMs > 0 && totalMs < 1) throw complaint(flag, 'must be 0 or at least 1ms', text);
  if (totalMs > LONGEST_MS) throw complaint(flag, 'is too long', text);
  return Math.round(totalMs);
}

/** "1h30m0s", "5s", "500ms": the shortest form that parseDurationMs reads back. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return durationMs === 0 ? '0s' : `${durationMs}ms`;
  const hours = Math.floor(durationMs / 3_600_000);
  const minutes = Math.floor((durationMs % 3_600_000) / 60_000);
  const seconds = (durationMs % 60_000) / 1000;
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}

const DAY_HOURS = 24;
const WEEK_HOURS = 7 * DAY_HOURS;
const MONTH_HOURS = 30 * DAY_HOURS;
const YEAR_HOURS = 365 * DAY_HOURS;

/** "About a minute", "3 hours": one unit, as in Docker's tables. */
export function humanDuration(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.round(durationMs / 3_600_000);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  if (hours === 1) return 'About an hour';
  if (hours < 2 * DAY_HOURS) return `${hours} hours`;
  if (hours < 2 * WEEK_HOURS) return `${Math.floor(hours / DAY_HOURS)} days`;
  if (hours < 2 * MONTH_HOURS) return `${Math.floor(hours / WEEK_HOURS)} weeks`;
  if (hours < 2 * YEAR_HOURS) return `${Math.floor(hours / MONTH_HOURS)} months`;
  return `${Math.floor(durationMs / 3_600_000 / YEAR_HOURS)} years`;
}

/** "5 minutes ago", in lower case, for use inside a sentence. */
export function agoInWords(atMs: number, nowMs: number): string {
  return `${humanDuration(Math.max(0, nowMs - atMs)).toLowerCase()} ago`;
}

/**
 * An instant for --since: RFC 3339, seconds since the epoch, or a duration counted back from now.
 */
export function parseInstantMs(flag: string, text: string, nowMs: number): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (DURATION.test(text)) return nowMs - parseDurationMs(flag, text);
  const instantMs = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instantMs))
    throw complaint(flag, 'must be an instant such as 2030-01-31T12:00:00Z, or a duration such as 42m', text);
  return instantMs;
}
