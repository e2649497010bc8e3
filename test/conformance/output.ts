/**
 * What one directive prints: lines of the core from the current level on, and lines of the environment. Blocks
 * can be indented. At level NONE nothing is kept.
 */
import type { RaftLogger } from 'raft-ts/rules/logger.js';

const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL', 'NONE'] as const;
export type LogLevel = (typeof LEVELS)[number];

export class Output implements RaftLogger {
  level: LogLevel = 'DEBUG';
  #text = '';

  get text(): string {
    return this.#text;
  }

  reset(): void {
    this.#text = '';
  }

  get isQuiet(): boolean {
    return this.level === 'NONE';
  }

  /** As it is, without a line break. */
  write(text: string): void {
    if (!this.isQuiet) this.#text += text;
  }

  line(text: string): void {
    this.write(`${text}\n`);
  }

  /** Two spaces before every line that `print` writes. */
  indented<T>(print: () => T): T {
    const before = this.#text;
    this.#text = '';
    const result = print();
    const block = this.#text.endsWith('\n') ? this.#text.slice(0, -1) : this.#text;
    this.#text = before;
    if (block !== '') for (const line of block.split('\n')) this.line(`  ${line}`);
    return result;
  }

  debug(line: () => string): void {
    this.#log('DEBUG', line);
  }

  info(line: () => string): void {
    this.#log('INFO', line);
  }

  warn(line: () => string): void {
    this.#log('WARN', line);
  }

  error(line: () => string): void {
    this.#log('ERROR', line);
  }

  #log(level: LogLevel, line: () => string): void {
    // Built even when it is not shown: a line that can not be built is a fault of its own.
    const text = line();
    if (LEVELS.indexOf(level) >= LEVELS.indexOf(this.level)) this.line(`${level} ${text}`);
  }
}

export function parseLogLevel(text: string): LogLevel | undefined {
  return LEVELS.find((level) => level === text.toUpperCase());
}
