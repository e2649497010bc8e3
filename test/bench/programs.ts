/**
 * Programs that are started one by one and killed together.
 */
import { BenchProgram, type BenchProgramOptions } from './bench-program.js';

export class Programs {
  #running: BenchProgram[] = [];

  async start(options: BenchProgramOptions): Promise<BenchProgram> {
    const program = await BenchProgram.start(options);
    this.#running = [...this.#running.filter(({ hasEnded }) => !hasEnded), program];
    return program;
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((program) => program.kill()));
  }

  /** What each said last, for whoever must find out why it failed. */
  async lastWords(): Promise<string> {
    const each = this.#running.map(async (program) => `--- ${program.name}\n${await program.lastWords()}`);
    return (await Promise.all(each)).join('\n');
  }

  get pids(): readonly number[] {
    return this.#running.map(({ pid }) => pid);
  }
}
