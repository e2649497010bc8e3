/**
 * What reaches the user: results on stdout, everything else on stderr. Owns the two streams; what the text
 * looks like is decided in rules/.
 */
import type { FlagValues } from './rules/flag-values.js';
import { notSupported } from './rules/complaint.js';
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
   * A list as --format and -q ask for it: a table, one JSON object per line, or ids alone. Columns are
   * titled in capitals in a table, and as their keys in JSON.
   */
  list(listing: Listing, flags: FlagValues): void {
    const format = listFormat(flags);
    if (flags.isOn('quiet')) for (const id of listing.ids) this.line(id);
    else if (format === 'json') for (const row of listing.rows) this.line(JSON.stringify(row.json));
    else {
      const lines = formatTable([listing.titles, ...listing.rows.map((row) => row.cells)]);
      for (const text of lines) this.line(text);
    }
  }
}

export interface Listing {
  readonly titles: readonly string[];
  readonly ids: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly json: object }[];
}

/** table or json; refuses templates by name. Commands ask before they call anybody. */
export function listFormat(flags: FlagValues): 'table' | 'json' {
  const format = flags.text('format') ?? 'table';
  if (format !== 'table' && format !== 'json')
    throw notSupported(`--format "${format}" (a template; use table or json)`);
  return format;
}

/** JSON is what inspect prints; refuses templates by name. */
export function checkInspectFormat(flags: FlagValues): void {
  const format = flags.text('format') ?? 'json';
  if (format !== 'json' && format !== '')
    throw notSupported(`--format "${format}" (a template; use json, or leave it out)`);
}
