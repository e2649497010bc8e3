/**
 * The value of --format: a table, JSON, a template, or a template that makes a table. What is wrong with a
 * template is said in one line, with the place.
 */
import { complaint } from './complaint.js';
import type { FlagValues } from './flag-values.js';
import { formatTable } from './table.js';
import { callOnTitles, callFunction } from './template/functions.js';
import { type CallFunction, renderTemplate, type TemplateData } from './template/evaluate.js';
import { TemplateError } from './template/lexer.js';
import { parseTemplate } from './template/parser.js';

/** Fills the template in; one line of output, or one row of a table. */
export type Template = (data: TemplateData, call?: CallFunction) => string;

export type ListFormat =
  | { readonly kind: 'table' }
  | { readonly kind: 'json' }
  | { readonly kind: 'lines' | 'columns'; readonly template: Template };

/** How a list is printed; refuses what is no template. Commands ask before they call anybody. */
export function listFormat(flags: FlagValues): ListFormat {
  const text = flags.text('format') ?? '';
  if (text === '' || text === 'table') return { kind: 'table' };
  if (text === 'json') return { kind: 'json' };
  const columns = /^table\s+([^]*)$/.exec(text)?.[1];
  if (columns !== undefined) return { kind: 'columns', template: templateOf(columns) };
  return { kind: 'lines', template: templateOf(text) };
}

/** How an inspected object is printed; undefined is as JSON. */
export function inspectFormat(flags: FlagValues): Template | undefined {
  const text = flags.text('format') ?? '';
  if (text !== '' && flags.isOn('pretty')) throw complaint('--format', 'does not go with --pretty');
  return text === '' || text === 'json' ? undefined : templateOf(text);
}

/** The template in a text in which "\t" and "\n" may be written out, as Docker takes them. */
function templateOf(text: string): Template {
  const template = text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  const parts = explained(text, () => parseTemplate(template));
  return (data, call = callFunction) => explained(text, () => renderTemplate(parts, data, call));
}

function explained<T>(text: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw complaint('--format', `${error.message} (character ${error.character})`, text);
  }
}

/** "DesiredState" → "DESIRED STATE": the title of a field's column. */
export function titleOf(key: string): string {
  return key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toUpperCase();
}

/** A table whose columns the template has set apart with tabs, with their titles above. */
export function templateTable(
  template: Template,
  keys: readonly string[],
  rows: readonly TemplateData[],
): readonly string[] {
  const titles: TemplateData = {
    fields: Object.fromEntries(keys.map((key) => [key, titleOf(key)])),
    extras: { Labels: titleOf('Labels'), Label: labelTitle },
    isClosed: true,
  };
  const lines = [template(titles, callOnTitles), ...rows.map((row) => template(row))];
  return formatTable(lines.map((line) => line.split('\t')));
}

/** "com.example.tier" → "TIER" */
function labelTitle(key: unknown): string {
  const name = String(key);
  return name
    .slice(name.lastIndexOf('.') + 1)
    .replaceAll(/[-_]/g, ' ')
    .toUpperCase();
}

/** What templates may ask for of labels: all of them, or one by its key. */
export function labelExtras(labels: Readonly<Record<string, string>>): NonNullable<TemplateData['extras']> {
  return {
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
    Label: (key: unknown) => (Object.hasOwn(labels, String(key)) ? labels[String(key)] : ''),
  };
}
