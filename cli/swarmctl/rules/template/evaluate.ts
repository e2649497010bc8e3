/**
 * Fills a template in: values for its fields, blocks taken or left, functions called. A field that an object
 * does not have is nothing, and printed as Go prints it; at the top of a row, whose fields are known, it is a
 * mistake.
 */
import { ArgumentError, callFunction } from './functions.js';
import { TemplateError } from './lexer.js';
import type { Base, Command, Operand, Part, Parts, Pipe } from './parser.js';
import { type Fields, isFields, isList, isTrue, kindOf, printed } from './values.js';

/** What a template is filled in with. */
export interface TemplateData {
  readonly fields: Fields;
  /** Values, and functions of texts, that can be asked for beside the fields but are not listed with them. */
  readonly extras?: Fields;
  /** Whether another field at the top is a mistake. */
  readonly isClosed?: boolean;
}

export type CallFunction = (name: string, args: readonly unknown[]) => unknown;

export function renderTemplate(parts: Parts, data: TemplateData, call: CallFunction = callFunction): string {
  return new Rendering(data, call).parts(parts, data.fields, new Scope(undefined, [['$', data.fields]]));
}

/** Variables of a block, and of those around it. */
class Scope {
  readonly #outer: Scope | undefined;
  readonly #values: Map<string, unknown>;

  constructor(outer: Scope | undefined, values: readonly (readonly [string, unknown])[] = []) {
    this.#outer = outer;
    this.#values = new Map(values);
  }

  holderOf(name: string): Scope | undefined {
    return this.#values.has(name) ? this : this.#outer?.holderOf(name);
  }

  value(name: string): unknown {
    return this.#values.get(name);
  }

  set(name: string, value: unknown): void {
    this.#values.set(name, value);
  }
}

class Rendering {
  readonly #data: TemplateData;
  readonly #call: CallFunction;

  constructor(data: TemplateData, call: CallFunction) {
    this.#data = data;
    this.#call = call;
  }

  parts(parts: Parts, dot: unknown, scope: Scope): string {
    return parts.map((part) => this.#part(part, dot, scope)).join('');
  }

  #part(part: Part, dot: unknown, scope: Scope): string {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'print': {
        const value = this.#pipe(part.pipe, dot, scope);
        return part.pipe.target === undefined ? printed(value) : '';
      }
      case 'range':
        return this.#range(part, dot, scope);
      default: {
        const inner = new Scope(scope);
        const value = this.#pipe(part.pipe, dot, inner);
        if (!isTrue(value)) return this.parts(part.otherwise, dot, inner);
        return this.parts(part.body, part.kind === 'with' ? value : dot, inner);
      }
    }
  }

  #range(part: Part & { readonly kind: 'range' }, dot: unknown, scope: Scope): string {
    const value = this.#pipe(part.pipe, dot, scope);
    if (value !== undefined && !isList(value) && !isFields(value))
      throw new TemplateError(`cannot range over ${kindOf(value)}`, part.pipe.at);
    const entries: readonly (readonly [unknown, unknown])[] = isList(value)
      ? [...value.entries()]
      : Object.entries(value ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (entries.length === 0) return this.parts(part.otherwise, dot, new Scope(scope));
    return entries
      .map(([index, item]) => {
        const inner = new Scope(scope);
        if (part.indexName !== undefined) inner.set(part.indexName, index);
        if (part.itemName !== undefined) inner.set(part.itemName, item);
        return this.parts(part.body, item, inner);
      })
      .join('');
  }

  #pipe({ commands, target, at }: Pipe, dot: unknown, scope: Scope): unknown {
    let value: unknown;
    for (const [index, command] of commands.entries())
      value = this.#command(command, index === 0 ? [] : [value], dot, scope);
    if (target === undefined) return value;
    const holder = target.isNew ? scope : scope.holderOf(target.name);
    if (holder === undefined) throw new TemplateError(`there is no variable ${target.name}`, at);
    holder.set(target.name, value);
    return value;
  }

  #command({ callee, args, at }: Command, piped: readonly unknown[], dot: unknown, scope: Scope): unknown {
    const values = [...args.map((arg) => this.#operand(arg, dot, scope)), ...piped];
    if (callee.kind === 'function') return calling(callee.name, at, () => this.#call(callee.name, values));
    const value = this.#value(callee, dot, scope);
    if (typeof value === 'function')
      return calling(nameOf(callee), at, () => (value as (...texts: unknown[]) => unknown)(...values));
    if (values.length > 0) throw new TemplateError('this is a value, and takes no arguments', at);
    return value;
  }

  #operand(operand: Operand, dot: unknown, scope: Scope): unknown {
    if (operand.kind === 'function')
      return calling(operand.name, operand.at, () => this.#call(operand.name, []));
    return this.#value(operand, dot, scope);
  }

  #value(operand: Operand & { readonly kind: 'literal' | 'path' }, dot: unknown, scope: Scope): unknown {
    if (operand.kind === 'literal') return operand.value;
    const { at } = operand;
    let value = this.#base(operand.base, at, dot, scope);
    for (const name of operand.path) value = this.#field(value, name, at);
    return value;
  }

  #base(base: Base, at: number, dot: unknown, scope: Scope): unknown {
    if (base.kind === 'dot') return dot;
    if (base.kind === 'pipe') return this.#pipe(base.pipe, dot, scope);
    const holder = scope.holderOf(base.name);
    if (holder === undefined) throw new TemplateError(`there is no variable ${base.name}`, at);
    return holder.value(base.name);
  }

  #field(value: unknown, name: string, at: number): unknown {
    const { fields, extras = {}, isClosed } = this.#data;
    if (value === undefined || value === null) return undefined;
    if (!isFields(value)) throw new TemplateError(`.${name}: ${kindOf(value)} has no fields`, at);
    if (Object.hasOwn(value, name)) return value[name];
    if (value !== fields) return undefined;
    if (Object.hasOwn(extras, name)) return extras[name];
    if (isClosed !== true) return undefined;
    const known = [...Object.keys(fields), ...Object.keys(extras)].map((key) => `.${key}`);
    throw new TemplateError(`there is no .${name}; there are ${known.join(', ')}`, at);
  }
}

function nameOf(operand: Operand): string {
  return operand.kind === 'path' ? `.${operand.path.join('.')}` : '';
}

function calling(name: string, at: number, call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof ArgumentError) throw new TemplateError(`${name} ${error.message}`, at);
    throw error;
  }
}
