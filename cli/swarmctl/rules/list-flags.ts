/**
 * List flags, whatever they list: `--X` on create, `--X-add` and `--X-rm` on update. An added entry takes
 * the place of one with the same key.
 */
import type { FlagValues } from './flag-values.js';
import type { Networks } from './network-names.js';
import { parsePair, parsePairs } from './value-texts.js';

/** What a change is made from, besides the spec: the flags, and what the caller's machine says. */
export interface SpecFlags {
  readonly form: 'create' | 'update';
  readonly flags: FlagValues;
  /** The environment swarmctl runs in, for `--env NAME`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Texts of the files named by --env-file, in order. */
  readonly environmentFileTexts: readonly string[];
  /** What flags may mean by the names of networks; none are needed where none are changed. */
  readonly networks: Networks;
}

export interface ListGrammar<T> {
  readonly parse: (flag: string, text: string) => T;
  readonly keyOf: (entry: T) => string;
  /** The key that the text of an `--X-rm` names. */
  readonly removalKey: (flag: string, text: string) => string;
}

/** What the flags say about one list. */
export class ListChange {
  readonly addFlag: string;
  readonly removeFlag: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];

  constructor(flags: FlagValues, addName: string, removeName: string | undefined) {
    this.addFlag = `--${addName}`;
    this.removeFlag = `--${removeName ?? addName}`;
    this.add = flags.list(addName);
    this.remove = removeName === undefined ? [] : flags.list(removeName);
  }

  get isGiven(): boolean {
    return this.add.length > 0 || this.remove.length > 0;
  }

  /** The list after the change: removals first, so that the two together replace an entry. */
  applied<T>(entries: readonly T[], grammar: ListGrammar<T>): readonly T[] {
    if (!this.isGiven) return entries;
    const entryByKey = new Map(entries.map((entry) => [grammar.keyOf(entry), entry]));
    for (const text of this.remove) entryByKey.delete(grammar.removalKey(this.removeFlag, text));
    for (const text of this.add) {
      const entry = grammar.parse(this.addFlag, text);
      entryByKey.set(grammar.keyOf(entry), entry);
    }
    return [...entryByKey.values()];
  }

  /** The same for a list of plain words. */
  appliedWords(entries: readonly string[]): readonly string[] {
    const asWritten = (_flag: string, text: string): string => text;
    return this.applied(entries, { parse: asWritten, keyOf: (entry) => entry, removalKey: asWritten });
  }
}

export class ListFlags {
  readonly #form: 'create' | 'update';
  readonly #flags: FlagValues;

  constructor(form: 'create' | 'update', flags: FlagValues) {
    this.#form = form;
    this.#flags = flags;
  }

  change(name: string): ListChange {
    return this.#form === 'create'
      ? new ListChange(this.#flags, name, undefined)
      : new ListChange(this.#flags, `${name}-add`, `${name}-rm`);
  }
}

/** Labels and the like: KEY=VALUE to set, KEY to remove. */
export function changedLabels(
  labels: Readonly<Record<string, string>>,
  change: ListChange,
): Readonly<Record<string, string>> {
  if (!change.isGiven) return labels;
  const removed = new Set(change.remove.map((text) => parsePair(change.removeFlag, text)[0]));
  const kept = Object.entries(labels).filter(([key]) => !removed.has(key));
  return { ...Object.fromEntries(kept), ...parsePairs(change.addFlag, change.add) };
}
