/**
 * The `swarmd` of a lab host as its operator sees it: one program, two processes. The parent is the one that was
 * started; the child, if there is one, is its control plane. Knows how to start, stop, kill and freeze them.
 */
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Daemon, type Place } from './place.js';
import { childrenOf, commandLineOf, executableOf, isRunning } from './proc.js';
import { eventually } from '../kit/eventually.js';

export type SwarmdPart = 'parent' | 'child' | 'both';

const START_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 30_000;

export interface SwarmdOptions {
  readonly folder: string;
  readonly program: string;
  readonly engineSocketPath: string;
}

export class SwarmdProcess {
  readonly socketPath: string;
  readonly stateFolder: string;
  /** What the next start runs; another build may take the place of this one. */
  program: string;
  readonly #options: SwarmdOptions;
  readonly #place: Place;
  #daemon: Daemon | undefined;

  constructor(options: SwarmdOptions, modules: { readonly place: Place }) {
    this.stateFolder = join(options.folder, 'swarmd');
    this.socketPath = join(this.stateFolder, 'swarmd.sock');
    this.program = options.program;
    this.#options = options;
    this.#place = modules.place;
  }

  get pid(): number | undefined {
    return this.#daemon?.pid;
  }

  /** Resolves to the pid of the parent. */
  async start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
    if (await this.#daemon?.isAlive()) throw new Error(`${this.#place.hostName}: swarmd runs already`);
    await mkdir(this.stateFolder, { recursive: true, mode: 0o700 });
    const { engineSocketPath, folder } = this.#options;
    const own = ['--state-dir', this.stateFolder, '--socket', this.socketPath];
    const all = [this.program, ...own, '--docker-host', `unix://${engineSocketPath}`, ...args];
    const daemon = await Daemon.start(
      this.#place,
      { name: 'swarmd', command: process.execPath, args: all },
      { logFile: join(folder, 'swarmd.log'), env },
    );
    this.#daemon = daemon;
    await daemon.ready('the local socket answers', () => accepts(this.socketPath), START_WITHIN_MS);
    return daemon.pid;
  }

  async stop(): Promise<void> {
    await this.#daemon?.signal('SIGTERM');
    await this.#daemon?.ended(STOP_WITHIN_MS);
  }

  /**
   * The control plane's process: the one child that runs another program in the same Node.js. Tools that swarmd calls are
   * not it, also when they are about to start and still look like swarmd itself.
   */
  async childPid(): Promise<number | undefined> {
    if (this.#daemon === undefined || !(await this.#daemon.isAlive())) return undefined;
    const own = await commandLineOf(this.#daemon.pid);
    // In this order: between the two looks a tool may start, which was swarmd's image before and has words of its own after.
    for (const pid of await childrenOf(this.#daemon.pid))
      if ((await commandLineOf(pid)) !== own && (await executableOf(pid)) === process.execPath) return pid;
    return undefined;
  }

  async kill(part: SwarmdPart): Promise<void> {
    // Both are found before either is killed: the parent would start a new child, the child would end with its parent.
    const pids = await this.#pidsOf(part);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await eventually(
      `${this.#place.hostName}: swarmd's ${part} is gone`,
      () => Promise.all(pids.map((pid) => isRunning(pid))),
      (running) => !running.includes(true),
    );
  }

  async freeze(part: SwarmdPart): Promise<void> {
    for (const pid of await this.#pidsOf(part)) process.kill(pid, 'SIGSTOP');
  }

  async thaw(part: SwarmdPart): Promise<void> {
    for (const pid of await this.#pidsOf(part)) process.kill(pid, 'SIGCONT');
  }

  async lastWords(): Promise<string> {
    return (await this.#daemon?.lastWords()) ?? '';
  }

  async #pidsOf(part: SwarmdPart): Promise<number[]> {
    const parent = this.#daemon?.pid;
    if (parent === undefined || !(await this.#daemon?.isAlive()))
      throw new Error(`${this.#place.hostName}: swarmd does not run`);
    if (part === 'parent') return [parent];
    const child = await this.childPid();
    if (child !== undefined) return part === 'child' ? [child] : [parent, child];
    if (part === 'child') throw new Error(`${this.#place.hostName}: swarmd has no child`);
    return [parent]; // A worker has no control plane: there, both are the one.
  }
}

function accepts(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
