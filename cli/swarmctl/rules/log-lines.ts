/**
 * Log lines as a person reads them: when, which task on which node, what. One prefix per task, the bars of
 * all tasks in one column per width of the slot numbers.
 */
import type { TaskEntry } from '../../../proto/gen/control.js';
import type { LogLine } from '../../../proto/gen/dispatcher.js';
import { shortId } from './table.js';
import { slotText, taskName } from './task-rows.js';

export interface LogLineOptions {
  readonly raw: boolean;
  readonly timestamps: boolean;
  readonly resolve: boolean;
  readonly truncate: boolean;
  readonly taskIds: boolean;
}

export class LogPrefixes {
  readonly #options: LogLineOptions;
  readonly #entryById = new Map<string, TaskEntry>();
  #slotDigits = 1;

  constructor(options: LogLineOptions) {
    this.#options = options;
  }

  /** Tasks heard of, to name lines by. */
  learn(entries: readonly TaskEntry[]): void {
    for (const entry of entries) {
      this.#entryById.set(entry.task?.id ?? '', entry);
      this.#slotDigits = Math.max(this.#slotDigits, digits(entry));
    }
  }

  /** The line with its prefix and one newline at its end. */
  text(line: LogLine): string {
    const content = new TextDecoder().decode(line.data).replace(/\r?\n$/, '');
    const time = this.#options.timestamps ? `${new Date(line.atMs).toISOString()} ` : '';
    if (this.#options.raw) return `${time}${content}\n`;
    return `${time}${this.#prefix(line)}    | ${content}\n`;
  }

  #prefix({ taskId, nodeId }: LogLine): string {
    const { resolve, truncate, taskIds } = this.#options;
    const entry = this.#entryById.get(taskId);
    const shown = (id: string): string => (truncate ? shortId(id) : id);
    const name = entry === undefined ? 'task' : taskName(entry, resolve);
    const node =
      resolve && entry !== undefined && entry.nodeHostname !== '' ? entry.nodeHostname : shown(nodeId);
    const padding = ' '.repeat(entry === undefined ? 0 : this.#slotDigits - digits(entry));
    return `${name}${taskIds ? `.${shown(taskId)}` : ''}@${node}${padding}`;
  }
}

function digits(entry: TaskEntry): number {
  return slotText(entry).length;
}
