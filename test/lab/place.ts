/**
 * Where a process of a lab host runs: in the host's network namespace, under the host's own name, in the host's
 * control group. Promises that the pid which is started is the pid of the program itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { CLEAN_ENV } from './command.js';
import type { ControlGroup } from './cgroup.js';
import { identifyProcess, isAlive, type ProcessIdentity } from './proc.js';
import { eventually } from '../kit/eventually.js';

const ENTER = 'echo $$ >"$1" && hostname "$2" && shift 2 && exec "$@"';

export interface Place {
  readonly hostName: string;
  readonly namespace: string;
  readonly group: ControlGroup;
}

/** The command line that runs a command in that place; each step replaces itself by the next. */
export async function placed(
  place: Place,
  command: string,
  args: readonly string[],
): Promise<[string, string[]]> {
  const procsFile = await place.group.open();
  // Not `ip netns exec`: it hides the control group mounts, and an engine then refuses to start.
  const enter = [`--net=/run/netns/${place.namespace}`, 'unshare', '--uts', 'sh', '-c', ENTER, 'sh'];
  return ['nsenter', [...enter, procsFile, place.hostName, command, ...args]];
}

/** A program that runs on until it is stopped; its output goes to a file, so it outlives whoever started it. */
export class Daemon {
  readonly name: string;
  readonly pid: number;
  readonly #identity: ProcessIdentity;
  readonly #logFile: string;

  private constructor(name: string, identity: ProcessIdentity, logFile: string) {
    this.name = name;
    this.pid = identity.pid;
    this.#identity = identity;
    this.#logFile = logFile;
  }

  static async start(
    place: Place,
    program: { readonly name: string; readonly command: string; readonly args: readonly string[] },
    options: { readonly logFile: string; readonly env?: Readonly<Record<string, string>> },
  ): Promise<Daemon> {
    const [command, args] = await placed(place, program.command, program.args);
    await using log = await open(options.logFile, 'a');
    const env = { ...CLEAN_ENV, ...options.env };
    const child = spawn(command, args, { cwd: '/', env, detached: true, stdio: ['ignore', log.fd, log.fd] });
    const pid = await started(child);
    child.unref();
    return new Daemon(`${place.hostName}: ${program.name}`, await identifyProcess(pid), options.logFile);
  }

  isAlive(): Promise<boolean> {
    return isAlive(this.#identity);
  }

  /** Does nothing when the process is gone; never hits another one that was given the same pid. */
  async signal(signal: NodeJS.Signals): Promise<void> {
    if (await this.isAlive()) process.kill(this.pid, signal);
  }

  async ended(withinMs: number): Promise<void> {
    const said = `${this.name} (pid ${this.pid}) has ended`;
    await eventually(
      said,
      () => this.isAlive(),
      (alive) => !alive,
      { withinMs },
    ).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; its last words:\n${await this.lastWords()}`, { cause: error });
    });
  }

  /** Waits for a sign of life, and gives up at once when the process ends before it. */
  async ready(what: string, look: () => Promise<boolean>, withinMs: number): Promise<void> {
    let isThere = true;
    const lookAgain = async (): Promise<boolean> => {
      const isReady = await look().catch(() => false);
      isThere = await this.isAlive();
      return isReady && isThere;
    };
    const hopeless = (): Error | undefined =>
      isThere ? undefined : new Error(`${this.name} ended by itself`);
    await eventually(`${this.name}: ${what}`, lookAgain, Boolean, { withinMs, hopeless }).catch(
      async (error: unknown) => {
        throw new Error(`${String(error)}; its last words:\n${await this.lastWords()}`, { cause: error });
      },
    );
  }

  async lastWords(): Promise<string> {
    return (await readFile(this.#logFile, 'utf8').catch(() => '')).split('\n').slice(-25).join('\n');
  }
}

function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid === undefined) reject(new Error('a started process has no pid'));
      else resolve(child.pid);
    });
  });
}
