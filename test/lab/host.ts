/**
 * A host of the lab: a network namespace with its own name, engine and `swarmd`, which can be switched off and on,
 * cut off, frozen, and asked to run a command. Owns nothing on disk beyond its folder in the lab's.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { callSwarmctl } from '../../cli/swarmctl/call.js';
import type { TextSink } from '../../cli/swarmctl/output.js';
import { ControlGroup } from './cgroup.js';
import { type CommandOptions, type CommandResult, mustRun, runCommand } from './command.js';
import { Engine, type EngineStart } from './engine.js';
import { HostClock } from './host-clock.js';
import { HostDisk } from './host-disk.js';
import type { ImageArchive } from './images.js';
import { hostFolder, labControlGroup, namespaceName } from './manifest.js';
import type { LabNetwork } from './network.js';
import { Daemon, type Place, placed } from './place.js';
import { removeRunningHost } from './removal.js';
import { type SwarmdPart, SwarmdProcess } from './swarmd-process.js';

export interface HostOptions {
  readonly labId: string;
  readonly name: string;
  /** With the programs `swarmd` and `swarmctl`. */
  readonly programFolder: string;
}

export interface HostModules {
  readonly network: LabNetwork;
  readonly images: ImageArchive;
  readonly appImages: ImageArchive;
}

/** Longer than any `--timeout` that a test gives. */
const SWARMCTL_LIMIT_MS = 180_000;

/** What a shell on the host has set, so that `docker` and `swarmctl` talk to the host's own daemons. */
export function hostEnv(labId: string, hostName: string): Readonly<Record<string, string>> {
  const folder = hostFolder(labId, hostName);
  return {
    DOCKER_HOST: `unix://${join(folder, 'docker.sock')}`,
    SWARMD_HOST: `unix://${join(folder, 'swarmd/swarmd.sock')}`,
  };
}

export class LabHost {
  readonly name: string;
  readonly address: string;
  readonly folder: string;
  readonly engine: Engine;
  readonly swarmd: SwarmdProcess;
  readonly clock: HostClock;
  /** None until it is mounted: the machine's own holds the state. */
  readonly disk: HostDisk;
  readonly #options: HostOptions;
  readonly #network: LabNetwork;
  readonly #images: ImageArchive;
  readonly #appImages: ImageArchive;
  readonly #group: ControlGroup;
  readonly #place: Place;

  constructor(options: HostOptions, modules: HostModules) {
    const { labId, name, programFolder } = options;
    const port = modules.network.port(name);
    const groupPath = `${labControlGroup(labId)}/${name}`;
    this.name = name;
    this.address = port.address;
    this.folder = hostFolder(labId, name);
    this.#options = options;
    this.#network = modules.network;
    this.#images = modules.images;
    this.#appImages = modules.appImages;
    this.#group = new ControlGroup(groupPath);
    this.#place = {
      hostName: name,
      namespace: namespaceName(labId, name),
      group: new ControlGroup(`${groupPath}/daemons`),
    };
    const place = this.#place;
    this.engine = new Engine({ folder: this.folder, hostNumber: port.number }, { place });
    const program = join(programFolder, 'swarmd');
    const engineSocketPath = this.engine.socketPath;
    this.swarmd = new SwarmdProcess({ folder: this.folder, program, engineSocketPath }, { place });
    this.clock = new HostClock({ folder: this.folder });
    const mountPoint = this.swarmd.stateFolder;
    this.disk = new HostDisk({ folder: this.folder, mountPoint }, { group: place.group });
  }

  /** Power on: the network is there, no daemon runs yet. Also after `kill`. */
  async boot(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.#network.plugIn(this.name);
  }

  startEngine(options: EngineStart = {}): Promise<{ tookMs: number }> {
    return this.engine.start(options);
  }

  stopEngine(): Promise<void> {
    return this.engine.stop();
  }

  killEngine(): Promise<void> {
    return this.engine.kill();
  }

  docker(): Promise<Docker> {
    return this.engine.client();
  }

  /** Loads the lab's images (see images.ts) into this host's engine. */
  async buildImages(): Promise<void> {
    await this.#images.loadInto(await this.docker());
  }

  /** Loads `lab/app` (see app-images.ts) as well. */
  async buildAppImages(): Promise<void> {
    await this.#appImages.loadInto(await this.docker());
  }

  async startSwarmd(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<void> {
    const pid = await this.swarmd.start(args, { ...this.clock.env, ...env });
    await this.clock.usedBy(pid);
  }

  stopSwarmd(): Promise<void> {
    return this.swarmd.stop();
  }

  killSwarmd(part: SwarmdPart): Promise<void> {
    return this.swarmd.kill(part);
  }

  freezeSwarmd(part: SwarmdPart = 'both'): Promise<void> {
    return this.swarmd.freeze(part);
  }

  thawSwarmd(part: SwarmdPart = 'both'): Promise<void> {
    return this.swarmd.thaw(part);
  }

  /** Every process of the host at once, containers included. */
  freeze(): Promise<void> {
    return this.#group.freeze(true);
  }

  thaw(): Promise<void> {
    return this.#group.freeze(false);
  }

  /** Power cut: no process, mount, socket or link is left; the disk stays. `boot` brings the host back. */
  kill(): Promise<void> {
    return removeRunningHost(this.#options.labId, this.name);
  }

  /** Processes of this host that live now: engine, swarmd, shims, containers. */
  pids(): Promise<number[]> {
    return this.#group.pids();
  }

  partition(): Promise<void> {
    return this.#network.setCable(this.name, false);
  }

  partitionFrom(other: { readonly name: string }): Promise<void> {
    return this.#network.setCut(this.name, other.name, true);
  }

  healFrom(other: { readonly name: string }): Promise<void> {
    return this.#network.setCut(this.name, other.name, false);
  }

  /** Nothing that this host sends reaches these any more; it goes on hearing them. */
  muteFor(listeners: readonly { readonly name: string }[]): Promise<void> {
    return this.loseFor(listeners, '');
  }

  /** Such packets that this host sends do not reach them: `udp dport 4789`, `numgen random mod 10 < 3` (three in ten). */
  loseFor(listeners: readonly { readonly name: string }[], packets: string): Promise<void> {
    const names = listeners.map(({ name }) => name);
    return this.#network.muteFor(this.name, names, packets);
  }

  /** Plugs the cable back and ends every cut this host is part of. */
  async heal(): Promise<void> {
    await this.#network.mendCutsOf(this.name);
    await this.#network.setCable(this.name, true);
  }

  /** Runs a command on the host, under its name and in its network, and returns what it said. */
  async run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    const [program, all] = await placed(this.#place, command, args);
    return runCommand(program, all, { ...options, env: this.#env(options) });
  }

  /** As `run`; an exit code other than 0 is an error. Returns stdout. */
  async mustRun(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
    const [program, all] = await placed(this.#place, command, args);
    return mustRun(program, all, { ...options, env: this.#env(options) });
  }

  /** `swarmctl` as an operator of this host would run it: it talks to the host's own swarmd. */
  swarmctl(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
    const program = join(this.#options.programFolder, 'swarmctl');
    // With the dashes, as bin/swarmctl has them: Node.js would take --env-file for its own.
    return this.run(process.execPath, ['--', program, ...args], { timeoutMs: SWARMCTL_LIMIT_MS, ...options });
  }

  /**
   * `swarmctl` again, for questions that are asked until the answer is right: within this process, for starting a
   * program each time takes more of the machine than the cluster that is looked at.
   */
  async look(args: readonly string[]): Promise<CommandResult> {
    const written = { stdout: '', stderr: '' };
    const sink = (name: keyof typeof written): TextSink => ({ write: (text) => (written[name] += text) });
    const exitCode = await callSwarmctl(args, {
      stdout: sink('stdout'),
      stderr: sink('stderr'),
      environment: hostEnv(this.#options.labId, this.name),
      signal: new AbortController().signal,
    });
    return { exitCode, ...written };
  }

  /** A program that runs on the host until it is told to end; what it says goes to the file. */
  startProgram(
    program: { readonly name: string; readonly command: string; readonly args: readonly string[] },
    logFile: string,
  ): Promise<Daemon> {
    return Daemon.start(this.#place, program, { logFile });
  }

  #env(options: CommandOptions): Readonly<Record<string, string>> {
    return { ...hostEnv(this.#options.labId, this.name), ...options.env };
  }

  async logs(): Promise<{ engine: string; swarmd: string }> {
    const read = (name: string): Promise<string> => readFile(join(this.folder, name), 'utf8').catch(() => '');
    return { engine: await read('engine.log'), swarmd: await read('swarmd.log') };
  }
}
