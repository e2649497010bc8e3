/**
 * The pieces of a template as a tree: text, values to print, and the blocks if, range and with. What Go's
 * templates have beyond that is refused by name, with its place.
 */
import { isFunction } from './functions.js';
import { lex, TemplateError, type Token } from './lexer.js';

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly pipe: Pipe }
  | { readonly kind: 'if' | 'with'; readonly pipe: Pipe; readonly body: Parts; readonly otherwise: Parts }
  | {
      readonly kind: 'range';
      readonly pipe: Pipe;
      /** "$i" and "$x" of "range $i, $x := .List"; either may be missing. */
      readonly indexName: string | undefined;
      readonly itemName: string | undefined;
      readonly body: Parts;
      readonly otherwise: Parts;
    };
export type Parts = readonly Part[];

/** Commands, each of which is given the result of the one before as its last argument. */
export interface Pipe {
  readonly commands: readonly Command[];
  /** The variable that is given the result, and whether it is new. */
  readonly target?: { readonly name: string; readonly isNew: boolean };
  readonly at: number;
}

export interface Command {
  readonly callee: Operand;
  readonly args: readonly Operand[];
  readonly at: number;
}

export type Operand =
  | { readonly kind: 'literal'; readonly value: unknown; readonly at: number }
  | { readonly kind: 'function'; readonly name: string; readonly at: number }
  /** What the base is, and the fields below it. */
  | { readonly kind: 'path'; readonly base: Base; readonly path: readonly string[]; readonly at: number };

export type Base =
  | { readonly kind: 'dot' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'pipe'; readonly pipe: Pipe };

export function parseTemplate(template: string): Parts {
  const parser = new Parser(lex(template), template.length);
  const { parts, end } = parser.parts(0);
  if (end !== undefined) throw new TemplateError(`"${end.word}" belongs to no block`, end.at);
  return parts;
}

/** Deeper nesting is a mistake, and would not fit the stack. */
const DEEPEST = 100;

const NOT_SUPPORTED = new Set(['define', 'template', 'block', 'break', 'continue']);

interface End {
  readonly word: 'else' | 'end';
  readonly at: number;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #next = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  /** Parts up to the end of the block they stand in, or of the text. After "else" its action is still open. */
  parts(depth: number): { readonly parts: Parts; readonly end: End | undefined } {
    const parts: Part[] = [];
    for (;;) {
      const token = this.#take();
      if (token === undefined) return { parts, end: undefined };
      if (depth > DEEPEST) throw new TemplateError('too deeply nested', token.at);
      if (token.kind === 'text') {
        parts.push({ kind: 'text', text: token.text });
        continue;
      }
      const word = this.#keyword();
      if (word === 'end') this.#close();
      if (word === 'end' || word === 'else') return { parts, end: { word, at: token.at } };
      parts.push(word === undefined ? this.#print(depth) : this.#block(word, token.at, depth));
    }
  }

  #keyword(): 'if' | 'with' | 'range' | 'else' | 'end' | undefined {
    const token = this.#peek();
    if (token?.kind !== 'word') return undefined;
    if (NOT_SUPPORTED.has(token.word)) throw new TemplateError(`"${token.word}" is not supported`, token.at);
    for (const word of ['if', 'with', 'range', 'else', 'end'] as const) {
      if (token.word !== word) continue;
      this.#next += 1;
      return word;
    }
    return undefined;
  }

  #print(depth: number): Part {
    const pipe = this.#pipe(depth + 1);
    this.#close();
    return { kind: 'print', pipe };
  }

  #block(kind: 'if' | 'with' | 'range', at: number, depth: number): Part {
    const names = kind === 'range' ? this.#rangeNames() : [];
    const pipe = this.#pipe(depth + 1);
    this.#close();
    const { parts: body, end } = this.parts(depth + 1);
    if (end === undefined) throw new TemplateError(`"${kind}" has no end: "{{end}}" is missing`, at);
    const otherwise = end.word === 'else' ? this.#otherwise(kind, at, depth + 1) : [];
    if (kind !== 'range') return { kind, pipe, body, otherwise };
    const [indexName, itemName] = names.length === 1 ? [undefined, names[0]] : names;
    return { kind, pipe, indexName, itemName, body, otherwise };
  }

  /** What follows "else": the rest of the block, or another "if" that ends with it. */
  #otherwise(kind: 'if' | 'with' | 'range', at: number, depth: number): Parts {
    const next = this.#peek();
    const word = next?.kind === 'word' ? this.#keyword() : undefined;
    if (word !== undefined) {
      if (word !== kind || word === 'range')
        throw new TemplateError(`"else ${word}" does not go with "${kind}"`, next?.at ?? at);
      return [this.#block(word, at, depth)];
    }
    this.#close();
    const { parts, end } = this.parts(depth);
    if (end?.word === 'else') throw new TemplateError(`"${kind}" has two "else"`, end.at);
    if (end === undefined) throw new TemplateError(`"${kind}" has no end: "{{end}}" is missing`, at);
    return parts;
  }

  /** "$i, $x :=" or "$x :=" */
  #rangeNames(): readonly string[] {
    const [first, second, third, fourth] = this.#tokens.slice(this.#next, this.#next + 4);
    if (first?.kind !== 'variable') return [];
    if (isMark(second, ':=')) {
      this.#next += 2;
      return [first.name];
    }
    if (!isMark(second, ',') || third?.kind !== 'variable' || !isMark(fourth, ':=')) return [];
    this.#next += 4;
    return [first.name, third.name];
  }

  #pipe(depth: number): Pipe {
    const [first, second] = this.#tokens.slice(this.#next, this.#next + 2);
    const at = first?.at ?? this.#length;
    if (depth > DEEPEST) throw new TemplateError('too deeply nested', at);
    const isNew = isMark(second, ':=');
    const target =
      first?.kind === 'variable' && (isNew || isMark(second, '=')) ? { name: first.name, isNew } : undefined;
    if (target !== undefined) this.#next += 2;
    const commands = [this.#command(depth)];
    while (isMark(this.#peek(), '|')) {
      this.#next += 1;
      commands.push(this.#command(depth));
    }
    return { commands, at, ...(target === undefined ? {} : { target }) };
  }

  #command(depth: number): Command {
    const at = this.#peek()?.at ?? this.#length;
    const callee = this.#operand(depth);
    if (callee === undefined) throw this.#unexpected('a value is missing');
    const args: Operand[] = [];
    for (;;) {
      const arg = this.#operand(depth);
      if (arg === undefined) return { callee, args, at };
      args.push(arg);
    }
  }

  #operand(depth: number): Operand | undefined {
    const token = this.#peek();
    if (token === undefined) return undefined;
    const { at } = token;
    switch (token.kind) {
      case 'string':
      case 'number':
        this.#next += 1;
        return { kind: 'literal', value: token.value, at };
      case 'word':
        this.#next += 1;
        return wordOperand(token.word, at);
      case 'field':
        this.#next += 1;
        return { kind: 'path', base: { kind: 'dot' }, path: token.path, at };
      case 'variable':
        this.#next += 1;
        return { kind: 'path', base: { kind: 'variable', name: token.name }, path: this.#below(), at };
      default:
        return isMark(token, '(') ? this.#inParentheses(at, depth) : undefined;
    }
  }

  #inParentheses(at: number, depth: number): Operand {
    this.#next += 1;
    const pipe = this.#pipe(depth + 1);
    if (!isMark(this.#peek(), ')')) throw this.#unexpected('")" is missing');
    this.#next += 1;
    return { kind: 'path', base: { kind: 'pipe', pipe }, path: this.#below(), at };
  }

  /** The fields that follow directly. */
  #below(): readonly string[] {
    const token = this.#peek();
    if (token?.kind !== 'field' || !token.isJoined) return [];
    this.#next += 1;
    return token.path;
  }

  #close(): void {
    if (this.#take()?.kind === 'close') return;
    this.#next -= 1;
    throw this.#unexpected('the action should end');
  }

  #unexpected(wanted: string): TemplateError {
    const token = this.#peek();
    return new TemplateError(`${wanted} here`, token?.at ?? this.#length);
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(): Token | undefined {
    this.#next += 1;
    return this.#tokens[this.#next - 1];
  }
}

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['nil', undefined],
]);

function wordOperand(name: string, at: number): Operand {
  if (CONSTANTS.has(name)) return { kind: 'literal', value: CONSTANTS.get(name), at };
  if (!isFunction(name)) throw new TemplateError(`there is no function "${name}"`, at);
  return { kind: 'function', name, at };
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.mark === mark;
}
