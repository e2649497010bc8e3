/**
 * The text of a template, cut into pieces: plain text, and the words of each action between {{ and }}.
 * Knows how words are written, not what they mean. What cannot be cut is refused with its place.
 */

export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  /** Begin and end of an action. */
  | { readonly kind: 'open' | 'close'; readonly at: number }
  | { readonly kind: 'string'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  /** "index", "if", "true" */
  | { readonly kind: 'word'; readonly word: string; readonly at: number }
  /** ".Spec.Name" without its dots; empty for "." alone. Joined when it follows what stands before it directly. */
  | {
      readonly kind: 'field';
      readonly path: readonly string[];
      readonly isJoined: boolean;
      readonly at: number;
    }
  /** "$x", "$" */
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | { readonly kind: 'mark'; readonly mark: '|' | '(' | ')' | ',' | ':=' | '='; readonly at: number };

/** A template that cannot be understood, or not be filled in. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Where in the text, counted from 1. */
  readonly character: number;

  constructor(message: string, at: number) {
    super(message);
    this.character = at + 1;
  }
}

export function lex(template: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isTrimmed = false;
  for (;;) {
    const openAt = template.indexOf('{{', at);
    const end = openAt === -1 ? template.length : openAt;
    const trimsBefore = openAt !== -1 && /^-\s/.test(template.slice(openAt + 2, openAt + 4));
    const text = trimmed(template.slice(at, end), isTrimmed, trimsBefore);
    if (text !== '') tokens.push({ kind: 'text', text, at });
    if (openAt === -1) return tokens;
    const from = openAt + (trimsBefore ? 3 : 2);
    const closed = commentEnd(template, from) ?? lexAction(template, openAt, from, tokens);
    at = closed.at;
    isTrimmed = closed.trimsAfter;
  }
}

function trimmed(text: string, atStart: boolean, atEnd: boolean): string {
  const begun = atStart ? text.trimStart() : text;
  return atEnd ? begun.trimEnd() : begun;
}

interface Closed {
  readonly at: number;
  /** Whether spaces after the action are left out. */
  readonly trimsAfter: boolean;
}

function commentEnd(template: string, from: number): Closed | undefined {
  const comment = /\s*\/\*[^]*?\*\/(\s-)?\s*\}\}/y;
  comment.lastIndex = from;
  const match = comment.exec(template);
  return match === null ? undefined : { at: comment.lastIndex, trimsAfter: match[1] !== undefined };
}

const CLOSE = /\s*(\s-)?\}\}/y;
const SPACE = /\s+/y;

function lexAction(template: string, openAt: number, from: number, tokens: Token[]): Closed {
  tokens.push({ kind: 'open', at: openAt });
  let at = from;
  for (;;) {
    const close = match(CLOSE, template, at);
    if (close !== undefined) {
      tokens.push({ kind: 'close', at });
      return { at: at + close[0].length, trimsAfter: close[1] !== undefined };
    }
    const space = match(SPACE, template, at);
    at += space?.[0].length ?? 0;
    if (at >= template.length) throw new TemplateError('this action has no end: "}}" is missing', openAt);
    const [token, length] = lexWord(template, at, space === undefined);
    tokens.push(token);
    at += length;
  }
}

const FIELD = /\.(?:[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)?/uy;
const VARIABLE = /\$[\p{L}\p{N}_]*/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /-?\d+(?:\.\d+)?/y;
const QUOTED = /"(?:[^"\\\n]|\\.)*"/y;
const RAW = /`[^`]*`/y;
const MARK = /\||\(|\)|,|:=|=/y;

function lexWord(template: string, at: number, isJoined: boolean): readonly [Token, length: number] {
  const field = match(FIELD, template, at);
  if (field !== undefined) {
    const path = field[0].split('.').filter((name) => name !== '');
    return [{ kind: 'field', path, isJoined, at }, field[0].length];
  }
  const variable = match(VARIABLE, template, at);
  if (variable !== undefined) return [{ kind: 'variable', name: variable[0], at }, variable[0].length];
  const word = match(WORD, template, at);
  if (word !== undefined) return [{ kind: 'word', word: word[0], at }, word[0].length];
  const number = match(NUMBER, template, at);
  if (number !== undefined) return [{ kind: 'number', value: Number(number[0]), at }, number[0].length];
  const quoted = match(QUOTED, template, at);
  if (quoted !== undefined) return [{ kind: 'string', value: unquoted(quoted[0], at), at }, quoted[0].length];
  const raw = match(RAW, template, at);
  if (raw !== undefined) return [{ kind: 'string', value: raw[0].slice(1, -1), at }, raw[0].length];
  const mark = match(MARK, template, at);
  if (mark !== undefined)
    return [{ kind: 'mark', mark: mark[0] as '|' | '(' | ')' | ',' | ':=' | '=', at }, mark[0].length];
  throw new TemplateError(`${JSON.stringify(template.charAt(at))} is not understood here`, at);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

function unquoted(text: string, at: number): string {
  return text.slice(1, -1).replaceAll(/\\(.)/g, (_whole, character: string) => {
    const meant = ESCAPES[character];
    if (meant === undefined) throw new TemplateError(`"\\${character}" is not understood`, at);
    return meant;
  });
}

/** The match of a sticky pattern at exactly this place. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
