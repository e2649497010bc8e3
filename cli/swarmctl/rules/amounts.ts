/**
 * Numbers, CPUs and sizes as people write them, and sizes as tables show them.
 */
import { complaint } from './complaint.js';

const BYTES_BY_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

const NANO_CPUS = 1e9;

/** "512m", "1.5GiB", "4096": powers of 1024. */
export function parseBytes(flag: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?$/i.exec(text);
  const unit = match?.[2]?.toLowerCase() ?? '';
  const bytes = Math.floor(Number(match?.[1]) * (BYTES_BY_UNIT[unit] ?? 1));
  if (match === null || !Number.isSafeInteger(bytes))
    throw complaint(flag, 'must be a size such as 512m, 1g or 1.5GiB', text);
  return bytes;
}

/** "0.5" CPUs as billionths of one. */
export function parseNanoCpus(flag: string, text: string): number {
  if (!/^\d+(?:\.\d{1,9})?$/.test(text))
    throw complaint(flag, 'must be a number of CPUs such as 0.5 or 2, with at most 9 decimals', text);
  const nanoCpus = Math.round(Number(text) * NANO_CPUS);
  if (!Number.isSafeInteger(nanoCpus)) throw complaint(flag, 'is too much', text);
  return nanoCpus;
}

/** A whole number from 0. */
export function parseCount(flag: string, text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count))
    throw complaint(flag, 'must be a whole number, 0 or more', text);
  return count;
}

/** The number of a revision. */
export function parseRevision(flag: string, text: string): number {
  const revision = parseCount(flag, text);
  if (revision === 0) throw complaint(flag, 'must be the number of a revision, 1 or more', text);
  return revision;
}

/** What a 32-bit field holds. */
const MOST_SMALL = 2 ** 31 - 1;

/** A whole number from 0 that is never large. */
export function parseSmallCount(flag: string, text: string): number {
  const count = parseCount(flag, text);
  if (count > MOST_SMALL) throw complaint(flag, `must be at most ${MOST_SMALL}`, text);
  return count;
}

/** A whole number, negative ones too. */
export function parseWhole(flag: string, text: string): number {
  const whole = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(whole))
    throw complaint(flag, 'must be a whole number', text);
  if (Math.abs(whole) > MOST_SMALL) throw complaint(flag, `must be at most ${MOST_SMALL}`, text);
  return whole;
}

const TRUE_WORDS = new Set(['true', '1', 't', 'yes']);
const FALSE_WORDS = new Set(['false', '0', 'f', 'no']);

export function parseBoolean(flag: string, text: string): boolean {
  if (TRUE_WORDS.has(text.toLowerCase())) return true;
  if (FALSE_WORDS.has(text.toLowerCase())) return false;
  throw complaint(flag, 'must be true or false', text);
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** "512MiB", "7.773GiB": four significant digits. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toPrecision(4))}${UNITS[unit]}`;
}

export function formatCpus(nanoCpus: number): string {
  return String(nanoCpus / NANO_CPUS);
}
