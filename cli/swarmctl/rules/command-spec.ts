/**
 * What a command is, as data: names, arguments, flags, help. program.ts turns the tables into a parser;
 * tests compare them with Docker's reference.
 */

export interface FlagSpec {
  /** Long name, without dashes. */
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in help; a flag without one is on or off. */
  readonly value?: string;
  /** May be given more than once; every value counts. */
  readonly isList?: boolean;
  readonly help: string;
  /** What its value may be, or may begin with, for completion. */
  readonly words?: readonly string[];
  /** Its value is a file or a directory here. */
  readonly isFile?: boolean;
  /** Known, but its feature is not built: refused by name. */
  readonly isRefused?: boolean;
}

export interface CommandSpec {
  /** "service create" */
  readonly path: string;
  readonly summary: string;
  /** Arguments in the form "<image> [arguments...]". */
  readonly arguments?: string;
  /** Whatever follows the first argument belongs to it, dashes or not. */
  readonly endsFlagsAtFirstArgument?: boolean;
  readonly flags: readonly FlagSpec[];
  /** Lines to try, without the program's name. */
  readonly examples: readonly string[];
}

type FlagOptions = Pick<FlagSpec, 'short' | 'isList' | 'words' | 'isFile'>;

/** A flag that is on or off. */
export function toggle(name: string, help: string, options: FlagOptions = {}): FlagSpec {
  return { name, help, ...options };
}

/** A flag with a value. */
export function setting(name: string, value: string, help: string, options: FlagOptions = {}): FlagSpec {
  return { name, value, help, ...options };
}

/** A flag with a value that may be repeated. */
export function list(name: string, value: string, help: string, options: FlagOptions = {}): FlagSpec {
  return { name, value, help, isList: true, ...options };
}

/** Flags with a value whose features are not built. */
export function refusedSettings(...names: readonly string[]): readonly FlagSpec[] {
  return names.map((name) => ({
    name,
    value: 'value',
    isList: true,
    isRefused: true,
    help: 'not supported yet',
  }));
}

/** Flags without a value whose features are not built. */
export function refusedToggles(...names: readonly string[]): readonly FlagSpec[] {
  return names.map((name) => ({ name, isRefused: true, help: 'not supported yet' }));
}

export const QUIET_IDS = toggle('quiet', 'print ids only', { short: 'q' });
export const NO_TRUNC = toggle('no-trunc', 'do not shorten ids and errors');
export const NO_RESOLVE = toggle('no-resolve', 'show ids instead of names');
export const FORMAT = setting('format', 'form', 'table (default), json, "TEMPLATE", or "table TEMPLATE"', {
  words: ['table', 'json'],
});
export const INSPECT_FORMAT = setting('format', 'form', 'json (default), or "TEMPLATE"', {
  short: 'f',
  words: ['json'],
});
export const PRETTY = toggle('pretty', 'print for reading instead of JSON');

export function filterFlag(keys: readonly string[]): FlagSpec {
  return list('filter', 'key=value', `show only what matches; keys: ${keys.join(', ')}`, {
    short: 'f',
    words: keys.map((key) => `${key}=`),
  });
}
