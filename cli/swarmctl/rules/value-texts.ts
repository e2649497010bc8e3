/**
 * The small grammars inside flag values: comma-separated fields with quotes, words as a shell splits them,
 * and KEY=VALUE pairs.
 */
import { complaint } from './complaint.js';

/** One line of comma-separated values: a field in double quotes may hold commas, and "" for a quote. */
export function parseFields(flag: string, text: string): readonly string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = field.exec(text);
    if (match === null) throw complaint(flag, 'has a stray or unclosed quote', text);
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}

/** "key=value" fields by key, keys in lower case; a field without "=" has no value. */
export function parseOptions(
  flag: string,
  text: string,
): readonly (readonly [key: string, value: string | undefined])[] {
  return parseFields(flag, text).map((field) => {
    const at = field.indexOf('=');
    if (at === 0) throw complaint(flag, `has no key before "${field}"`, text);
    return at === -1
      ? ([field.toLowerCase(), undefined] as const)
      : ([field.slice(0, at).trim().toLowerCase(), field.slice(at + 1)] as const);
  });
}

/** Words as a shell would split them: quotes group, a backslash takes the next character as it is. */
export function parseWords(flag: string, text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote === "'" ? char === "'" : quote === '"' && char === '"') quote = '';
    else if (quote === "'") word = (word ?? '') + char;
    else if (char === '\\') {
      at += 1;
      word = (word ?? '') + text.charAt(at);
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      word ??= '';
    } else if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + char;
  }
  if (quote !== '') throw complaint(flag, `has an unclosed ${quote}`, text);
  if (word !== undefined) words.push(word);
  return words;
}

/** "KEY=VALUE" → pair; "KEY" alone has an empty value. */
export function parsePair(flag: string, text: string): readonly [key: string, value: string] {
  const at = text.indexOf('=');
  const key = (at === -1 ? text : text.slice(0, at)).trim();
  if (key === '') throw complaint(flag, 'must be KEY or KEY=VALUE', text);
  return [key, at === -1 ? '' : text.slice(at + 1)];
}

export function parsePairs(flag: string, texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text) => parsePair(flag, text)));
}

/** "KEY=VALUE" with the value demanded. */
export function parseFullPair(flag: string, text: string): readonly [key: string, value: string] {
  if (!text.includes('=')) throw complaint(flag, 'must be KEY=VALUE', text);
  return parsePair(flag, text);
}
