/**
 * What reaches the user: results on stdout, everything else on stderr. Owns the two streams; what the text
 * looks like is decided in rules/.
 */
import { type ListFormat, templateTable, titleOf } from './rules/format.js';
import { formatTable } from './rules/table.js';

export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export class Output {
  readonly stdout: TextSink;
  readonly stderr: TextSink;

  constructor(stdout: TextSink, stderr: TextSink) {
    this.stdout = stdout;
    this.stderr = stderr;
  }

  line(text: string): void {
    this.stdout.write(`${text}\n`);
  }

  /** A remark beside the result, or the reason of a failure. */
  note(text: string): void {
    this.stderr.write(`${text}\n`);
  }

  json(value: unknown): void {
    this.line(JSON.stringify(value, null, 4));
  }

  /**
   * A list as --format and -q ask for it: a table, one JSON object per line, ids alone, or what a template
   * makes of each entry. Columns are titled in capitals in a table, and as their keys elsewhere.
   */
  list(listing: Listing, format: ListFormat, isQuiet: boolean): void {
    for (const line of listLines(listing, format, isQuiet)) this.line(line);
  }
}

export interface Listing {
  /** Fields of an entry; the first of them are the columns of a table. */
  readonly keys: readonly string[];
  readonly ids: readonly string[];
  readonly rows: readonly ListedRow[];
}

export interface ListedRow {
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  /** What a template may ask for besides. */
  readonly extras?: Readonly<Record<string, unknown>>;
}

function listLines({ keys, ids, rows }: Listing, format: ListFormat, isQuiet: boolean): readonly string[] {
  const data = rows.map(({ json, extras = {} }) => ({ fields: json, extras, isClosed: true }));
  if (format.kind === 'columns') return templateTable(format.template, keys, data);
  if (format.kind === 'lines') return data.map((row) => format.template(row));
  if (isQuiet) return ids;
  if (format.kind === 'json') return rows.map(({ json }) => JSON.stringify(json));
  const cells = rows.map((row) => row.cells);
  const titles = keys.slice(0, cells[0]?.length ?? keys.length).map(titleOf);
  return formatTable([titles, ...cells]);
}
