/**
 * Reads the files of recorded cases: directives, each with arguments, perhaps input, and the output that is
 * expected. Knows the syntax only (that of cockroachdb/datadriven); what a directive means is for the
 * environments. A file that is not well formed throws with its line.
 */

export interface Argument {
  readonly key: string;
  /** Empty for a word that stands alone. */
  readonly values: readonly string[];
}

export interface Directive {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly command: string;
  readonly args: readonly Argument[];
  readonly input: string;
  /** Ends with a line break unless empty. */
  readonly expected: string;
}

/** What stands in a case file and can not be right; not an outcome of the code under test. */
export class CaseFault extends Error {
  override readonly name = 'CaseFault';
}

const SEPARATOR = '----';

export function parseDirectives(text: string): readonly Directive[] {
  const lines = new Lines(text);
  const directives: Directive[] = [];
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const at = lines.number;
    let head = line.trim();
    if (head === '' || head.startsWith('#')) continue;
    while (head.endsWith('\\') && lines.hasMore) head = `${head.slice(0, -1)} ${(lines.next() ?? '').trim()}`;
    const [command = '', ...words] = splitOutsideParens(head, at);
    const { input, hasExpected } = readInput(lines);
    const expected = hasExpected ? readExpected(lines) : '';
    directives.push({ line: at, command, args: words.map((word) => argumentOf(word)), input, expected });
  }
  return directives;
}

class Lines {
  readonly #lines: readonly string[];
  #read = 0;

  constructor(text: string) {
    const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    this.#lines = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  }

  get number(): number {
    return this.#read;
  }

  get hasMore(): boolean {
    return this.#read < this.#lines.length;
  }

  next(): string | undefined {
    const line = this.#lines[this.#read];
    if (line !== undefined) this.#read += 1;
    return line;
  }
}

function readInput(lines: Lines): { input: string; hasExpected: boolean } {
  const input: string[] = [];
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line === SEPARATOR) return { input: input.join('\n').trim(), hasExpected: true };
    input.push(line);
  }
  return { input: input.join('\n').trim(), hasExpected: false };
}

function readExpected(lines: Lines): string {
  const expected: string[] = [];
  let line = lines.next();
  if (line === SEPARATOR) return readFencedExpected(lines);
  for (; line !== undefined && line.trim() !== ''; line = lines.next()) expected.push(`${line}\n`);
  return expected.join('');
}

/** Output with blank lines in it stands between two double separators. */
function readFencedExpected(lines: Lines): string {
  const expected: string[] = [];
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (line !== SEPARATOR) {
      expected.push(`${line}\n`);
      continue;
    }
    const second = lines.next();
    if (second === SEPARATOR) {
      if ((lines.next() ?? '') !== '')
        throw new CaseFault(`line ${lines.number}: a blank line must follow the closing ${SEPARATOR}`);
      return expected.join('');
    }
    expected.push(`${line}\n`, ...(second === undefined ? [] : [`${second}\n`]));
  }
  return expected.join('');
}

function splitOutsideParens(text: string, line: number): readonly string[] {
  const words = splitAt(text, (character) => character === ' ' || character === '\t');
  if (words === undefined) throw new CaseFault(`line ${line}: parentheses do not match in "${text}"`);
  return words.filter((word) => word !== '');
}

/** Pieces between separators that stand outside all parentheses; undefined when those do not match. */
function splitAt(text: string, isSeparator: (character: string) => boolean): string[] | undefined {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text) {
    // A parenthesis opens a list only after "key=" or inside one; elsewhere it is an ordinary character.
    if (character === '(' && (depth > 0 || piece.endsWith('='))) depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    if (depth === 0 && isSeparator(character)) {
      pieces.push(piece);
      piece = '';
    } else {
      piece += character;
    }
  }
  return depth === 0 ? [...pieces, piece] : undefined;
}

function argumentOf(word: string): Argument {
  const equals = word.indexOf('=');
  if (equals < 0) return { key: word, values: [] };
  const key = word.slice(0, equals);
  const value = word.slice(equals + 1);
  if (!value.startsWith('(') || !value.endsWith(')')) return { key, values: value === '' ? [] : [value] };
  const inner = value.slice(1, -1);
  if (inner.trim() === '') return { key, values: [] };
  return { key, values: listItems(inner) };
}

function listItems(inner: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let item = '';
  for (const character of inner) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0 && character === ',') {
      items.push(item);
      item = '';
    } else {
      item += character;
    }
  }
  return [...items, item].map((text) => text.trim());
}

/** The words that stand alone, in order. */
export function words(directive: Directive): readonly string[] {
  return directive.args.filter(({ values }) => values.length === 0).map(({ key }) => key);
}

export function valuesOf(directive: Directive, key: string): readonly string[] {
  return directive.args.filter((argument) => argument.key === key).flatMap(({ values }) => values);
}

/** The one value of `key`; undefined when it is not given. */
export function valueOf(directive: Directive, key: string): string | undefined {
  const values = valuesOf(directive, key);
  if (values.length > 1) throw new CaseFault(`line ${directive.line}: ${key} has more than one value`);
  return values[0];
}

export function numberOf(text: string, directive: Directive): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new CaseFault(`line ${directive.line}: "${text}" is not a number`);
  return value;
}

export function flagOf(directive: Directive, key: string): boolean {
  const value = valueOf(directive, key);
  if (value !== undefined && value !== 'true' && value !== 'false')
    throw new CaseFault(`line ${directive.line}: ${key} is true or false, not "${value}"`);
  return value === 'true';
}

/** Nothing an environment does not know may pass unseen. */
export function expectOnlyKeys(directive: Directive, keys: readonly string[]): void {
  const unknown = directive.args.find(({ key, values }) => values.length > 0 && !keys.includes(key));
  if (unknown !== undefined)
    throw new CaseFault(`line ${directive.line}: ${directive.command} knows no argument ${unknown.key}`);
}
