/**
 * A program that a benchmark starts beside itself: in a process group of its own, so that a terminal's interrupt does
 * not end it in the middle of a measurement, and bound to the benchmark's life: it is killed when that ends, however.
 * What it says goes to a file, whose end is in every error about it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { CLEAN_ENV } from '../lab/command.js';
import { eventually } from '../kit/eventually.js';

const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 20_000;
const LAST_WORDS_CHARACTERS = 4000;

export interface BenchProgramOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
}

export class BenchProgram {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #logFile: string;
  #hasEnded = false;

  private constructor(options: BenchProgramOptions, child: ChildProcess) {
    this.name = options.name;
    this.#logFile = options.logFile;
    this.#child = child;
    child.once('exit', () => (this.#hasEnded = true));
    child.once('error', () => (this.#hasEnded = true));
  }

  static async start(options: BenchProgramOptions): Promise<BenchProgram> {
    await using log = await open(options.logFile, 'a');
    const bound = ['--pdeathsig', 'KILL', '--', options.command, ...options.args];
    const child = spawn('setpriv', bound, {
      cwd: '/',
      env: CLEAN_ENV,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    return new BenchProgram(options, child);
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${this.name} did not start`);
    return this.#child.pid;
  }

  /** Waits for a sign of life, and gives up at once when the program ends before it. */
  async ready(what: string, look: () => Promise<boolean>): Promise<void> {
    const hopeless = (): Error | undefined =>
      this.hasEnded ? new Error(`${this.name} ended by itself`) : undefined;
    await eventually(`${this.name}: ${what}`, look, Boolean, {
      withinMs: START_WITHIN_MS,
      hopeless,
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; its last words:\n${await this.lastWords()}`, { cause: error });
    });
  }

  /** The whole group, at once: what it kept is of no use afterwards. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    process.kill(-this.pid, 'SIGKILL');
    await eventually(
      `${this.name} has ended`,
      () => this.hasEnded,
      (hasEnded) => hasEnded,
      { withinMs: STOP_WITHIN_MS },
    );
  }

  async lastWords(): Promise<string> {
    return (await readFile(this.#logFile, 'utf8').catch(() => '')).slice(-LAST_WORDS_CHARACTERS);
  }
}

/** Ports on loopback that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', () => resolve());
      });
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a listening socket has no port');
    return address.port;
  });
  for (const server of servers) server.close();
  return ports;
}
