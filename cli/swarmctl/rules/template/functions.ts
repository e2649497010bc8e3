/**
 * The functions of templates: those of Docker, and those of Go that people use with it. A mistake in the
 * arguments is an error with a sentence; where it happened is added by who calls.
 */
import { isFields, isList, isTrue, kindOf, printed } from './values.js';

type TemplateFunction = (args: readonly unknown[]) => unknown;

/** A function cannot do anything with what it was given. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

function define(least: number, most: number, call: TemplateFunction): TemplateFunction {
  return (args) => {
    if (args.length < least || args.length > most) {
      const wanted = least === most ? String(least) : `${least} or more`;
      throw new ArgumentError(`takes ${wanted} arguments, not ${args.length}`);
    }
    return call(args);
  };
}

const MANY = Number.POSITIVE_INFINITY;

function text(value: unknown): string {
  if (typeof value !== 'string') throw new ArgumentError(`takes text, not ${kindOf(value)}`);
  return value;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new ArgumentError(`takes a whole number, not ${kindOf(value)} ${printed(value)}`);
  return value;
}

/** Spaces around text; more are a mistake. */
const MOST_SPACES = 1000;

function pad(value: string, before: number, after: number): string {
  if (Math.max(before, after) > MOST_SPACES) throw new ArgumentError(`takes at most ${MOST_SPACES} spaces`);
  return value === '' ? '' : `${' '.repeat(before)}${value}${' '.repeat(after)}`;
}

function at(collection: unknown, key: unknown): unknown {
  if (isList(collection)) {
    const index = count(key);
    if (index >= collection.length)
      throw new ArgumentError(`there is no entry ${index} in a list of ${collection.length}`);
    return collection[index];
  }
  if (isFields(collection)) {
    const name = text(key);
    return Object.hasOwn(collection, name) ? collection[name] : undefined;
  }
  throw new ArgumentError(`takes a list or an object, not ${kindOf(collection)}`);
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (isList(value)) return value.length;
  if (isFields(value)) return Object.keys(value).length;
  throw new ArgumentError(`takes text, a list or an object, not ${kindOf(value)}`);
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  throw new ArgumentError(`cannot compare ${kindOf(a)} with ${kindOf(b)}`);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (isList(a) || isFields(a) || isList(b) || isFields(b))
    throw new ArgumentError(`cannot compare ${kindOf(a)} with ${kindOf(b)}`);
  return a === b;
}

/** The first that decides, as Go does: its value, not only whether it is true. */
function firstThat(decides: (value: unknown) => boolean): TemplateFunction {
  return define(1, MANY, (args) => args.find(decides) ?? args.at(-1));
}

const VERB = /%(-?)(\d{1,3})?([sdvqt%])/g;

function formatted([format, ...values]: readonly unknown[]): string {
  const left = [...values];
  const made = text(format).replaceAll(
    VERB,
    (_whole, minus: string, width: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      if (left.length === 0) throw new ArgumentError('has fewer values than its format asks for');
      const value = left.shift();
      const shown = verb === 'q' ? JSON.stringify(printed(value)) : printed(value);
      return minus === '' ? shown.padStart(Number(width ?? 0)) : shown.padEnd(Number(width ?? 0));
    },
  );
  if (left.length > 0) throw new ArgumentError('has more values than its format asks for');
  return made;
}

const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map(
  Object.entries<TemplateFunction>({
    json: define(1, 1, ([value]) => JSON.stringify(value ?? null)),
    join: define(2, 2, ([list, separator]) => {
      if (!isList(list)) throw new ArgumentError(`takes a list, not ${kindOf(list)}`);
      return list.map(printed).join(text(separator));
    }),
    split: define(2, 2, ([value, separator]) => text(value).split(text(separator))),
    upper: define(1, 1, ([value]) => text(value).toUpperCase()),
    lower: define(1, 1, ([value]) => text(value).toLowerCase()),
    title: define(1, 1, ([value]) =>
      text(value).replaceAll(
        /(^|\s)(\S)/g,
        (_whole, before: string, letter: string) => before + letter.toUpperCase(),
      ),
    ),
    pad: define(3, 3, ([value, before, after]) => pad(text(value), count(before), count(after))),
    truncate: define(2, 2, ([value, most]) => Array.from(text(value)).slice(0, count(most)).join('')),
    print: define(0, MANY, (args) => args.map(printed).join('')),
    println: define(0, MANY, (args) => `${args.map(printed).join(' ')}\n`),
    printf: define(1, MANY, formatted),
    index: define(1, MANY, ([collection, ...keys]) => keys.reduce(at, collection)),
    len: define(1, 1, ([value]) => lengthOf(value)),
    eq: define(2, MANY, ([first, ...others]) => others.some((other) => isEqual(first, other))),
    ne: define(2, 2, ([a, b]) => !isEqual(a, b)),
    lt: define(2, 2, ([a, b]) => compare(a, b) < 0),
    le: define(2, 2, ([a, b]) => compare(a, b) <= 0),
    gt: define(2, 2, ([a, b]) => compare(a, b) > 0),
    ge: define(2, 2, ([a, b]) => compare(a, b) >= 0),
    and: firstThat((value) => !isTrue(value)),
    or: firstThat(isTrue),
    not: define(1, 1, ([value]) => !isTrue(value)),
  }),
);

export function isFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

export function callFunction(name: string, args: readonly unknown[]): unknown {
  return FUNCTIONS.get(name)?.(args);
}

/** Functions that change how a value looks, and leave the title of its column as it is. */
const ABOUT_LOOKS = new Set(['json', 'join', 'split', 'upper', 'lower', 'title', 'truncate']);

/** The same for titles: what is only about looks does nothing. */
export function callOnTitles(name: string, args: readonly unknown[]): unknown {
  return ABOUT_LOOKS.has(name)
    ? (args.find((arg) => typeof arg === 'string') ?? args[0])
    : callFunction(name, args);
}
