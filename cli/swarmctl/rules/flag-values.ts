/**
 * The flags of one call, by their long names, as they were written: text is not looked into here. A flag
 * that was not given has no value; defaults are the business of who asks.
 */
import { complaint } from './complaint.js';

export type FlagValue = boolean | string | readonly string[];

export class FlagValues {
  readonly #valueByName: ReadonlyMap<string, FlagValue>;

  constructor(valueByName: ReadonlyMap<string, FlagValue>) {
    this.#valueByName = valueByName;
  }

  /** Every flag that was given. */
  get names(): readonly string[] {
    return [...this.#valueByName.keys()];
  }

  isGiven(name: string): boolean {
    return this.#valueByName.has(name);
  }

  /** Whether a flag without a value is on. */
  isOn(name: string): boolean {
    return this.#valueByName.get(name) === true;
  }

  /** The flag's last value. */
  text(name: string): string | undefined {
    const value = this.#valueByName.get(name);
    return typeof value === 'object' ? value.at(-1) : typeof value === 'string' ? value : undefined;
  }

  /** Every value of a flag that may be repeated, in order. */
  list(name: string): readonly string[] {
    const value = this.#valueByName.get(name);
    return typeof value === 'object' ? value : typeof value === 'string' ? [value] : [];
  }

  /** The flag's value, read by the parser; undefined when the flag was not given. */
  parsed<T>(name: string, parse: (flag: string, value: string) => T): T | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : parse(`--${name}`, value);
  }

  /** The flag's value, which must be one of the words. */
  word<W extends string>(name: string, words: readonly W[]): W | undefined {
    return this.parsed(name, (flag, value) => {
      const found = words.find((word) => word === value);
      if (found === undefined) throw complaint(flag, `must be one of ${words.join(', ')}`, value);
      return found;
    });
  }
}
