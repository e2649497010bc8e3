/**
 * What the consensus benchmark compares: three members of one kind on loopback, each a process of its own with a
 * folder on the same disk. Only one side runs at a time.
 */
import { BenchProgram } from './bench-program.js';
import type { WriteTarget } from './consensus-writers.js';

export const MEMBER_NUMBERS = [1, 2, 3] as const;

export interface ConsensusSide {
  readonly name: string;
  /** Starts three members in the folder; returns when one leads and all take part: where to write. */
  open(folder: string): Promise<WriteTarget>;
  /** Nothing of it runs any more. */
  close(): Promise<void>;
  /** Of the members, for whoever looks where the time goes. */
  pids(): readonly number[];
  /** What the members said last, for whoever must find out why it failed. */
  lastWords(): Promise<string>;
}

/** Programs that are started and killed together. */
export class Programs {
  readonly #running: BenchProgram[] = [];

  async start(...options: Parameters<typeof BenchProgram.start>): Promise<BenchProgram> {
    const program = await BenchProgram.start(...options);
    this.#running.push(program);
    return program;
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((program) => program.kill()));
  }

  async lastWords(): Promise<string> {
    const each = this.#running.map(async (program) => `--- ${program.name}\n${await program.lastWords()}`);
    return (await Promise.all(each)).join('\n');
  }

  get pids(): readonly number[] {
    return this.#running.map(({ pid }) => pid);
  }
}
