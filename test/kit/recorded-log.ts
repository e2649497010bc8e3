/**
 * A log that keeps its lines, with the fields of its children.
 */
import type { Log } from '../../proto/base/log.js';

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export class RecordedLog implements Log {
  readonly lines: Line[];
  readonly #facts: Readonly<Record<string, unknown>>;

  constructor(lines: Line[] = [], facts: Readonly<Record<string, unknown>> = {}) {
    this.lines = lines;
    this.#facts = facts;
  }

  debug(message: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.#write('debug', message, facts);
  }

  info(message: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.#write('info', message, facts);
  }

  warn(message: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.#write('warn', message, facts);
  }

  error(message: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.#write('error', message, facts);
  }

  child(facts: Readonly<Record<string, unknown>>): Log {
    return new RecordedLog(this.lines, { ...this.#facts, ...facts });
  }

  /** Lines with that request's id. */
  of(requestId: string): readonly Line[] {
    return this.lines.filter(({ facts }) => facts['requestId'] === requestId);
  }

  #write(level: Line['level'], message: string, facts: Readonly<Record<string, unknown>>): void {
    this.lines.push({ level, message, facts: { ...this.#facts, ...facts } });
  }
}
