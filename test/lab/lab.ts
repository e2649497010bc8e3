/**
 * Several hosts on one machine, each with a real Docker Engine and a real `swarmd`, joined by a switch; and a client
 * on the same switch, from which a test looks at the cluster as a user does.
 * Promises to leave nothing behind: `close` removes all of it, and what a killed owner left is removed by the
 * next `create` (or `sweep`). Never touches an engine, namespace or file that no lab's manifest names.
 */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { raiseReceiveLimits, RECEIVE_LIMITS_FOLDER } from '../../agent/network/receive-limit.js';
import { openLog } from '../../proto/base/log.js';
import { mustRun } from './command.js';
import type { EngineStart } from './engine.js';
import { appRecipes } from './app-images.js';
import { LabHost } from './host.js';
import { ImageArchive } from './images.js';
import { isDead, labFolder, type Manifest, readManifests, SWITCH_NAME, writeManifest } from './manifest.js';
import { LabNetwork } from './network.js';
import { identifyProcess } from './proc.js';
import { removeLab } from './removal.js';

const CLIENT_NAME = 'client';
const NEEDED_COMMANDS = ['dockerd', 'ip', 'nft', 'nsenter', 'unshare', 'busybox', 'ping', 'curl'];
const PROGRAM_FOLDER = fileURLToPath(new URL('../../../bin', import.meta.url));

export interface LabOptions {
  readonly hosts: number;
  /** Part of the id, for whoever looks at namespaces and folders; letters and digits. */
  readonly name?: string;
  /** Where the programs are; those of the build that this file belongs to, unless told otherwise. */
  readonly programFolder?: string;
}

export interface LabModules {
  /** Hears what the lab does and how long it took. */
  readonly say?: (line: string) => void;
}

export class Lab implements AsyncDisposable {
  readonly id: string;
  readonly hosts: readonly LabHost[];
  readonly client: LabHost;
  readonly #manifest: Manifest;
  readonly #network: LabNetwork;
  readonly #say: (line: string) => void;

  private constructor(manifest: Manifest, options: LabOptions, modules: LabModules) {
    const { labId, hostNames } = manifest;
    const programFolder = options.programFolder ?? PROGRAM_FOLDER;
    this.id = labId;
    this.#manifest = manifest;
    this.#network = new LabNetwork(labId, hostNames);
    this.#say = modules.say ?? ((): void => undefined);
    const images = new ImageArchive({ folder: labFolder(labId) });
    const appImages = new ImageArchive({ folder: labFolder(labId), name: 'apps', recipes: appRecipes });
    const network = this.#network;
    const hostOf = (name: string): LabHost =>
      new LabHost({ labId, name, programFolder }, { network, images, appImages });
    this.hosts = hostNames.filter((name) => name !== CLIENT_NAME && name !== SWITCH_NAME).map(hostOf);
    this.client = hostOf(CLIENT_NAME);
  }

  /** Why no lab can be made on this machine by this user, if so; a test that needs one is then skipped. */
  static async obstacle(alsoNeeded: readonly string[] = []): Promise<string | undefined> {
    if (process.getuid?.() !== 0) return 'a lab needs root';
    const script = 'for command; do command -v "$command" >/dev/null || echo "$command"; done';
    const missing = await mustRun('sh', ['-c', script, 'sh', ...NEEDED_COMMANDS, ...alsoNeeded]);
    return missing === ''
      ? undefined
      : `a lab needs ${missing.trim().replaceAll('\n', ', ')}: make setup installs them`;
  }

  static async create(options: LabOptions, modules: LabModules = {}): Promise<Lab> {
    await Lab.sweep(modules);
    const labId = `${options.name ?? 'lab'}${randomBytes(3).toString('hex')}`;
    if (!/^[a-z0-9]{1,24}$/.test(labId))
      throw new Error(`a lab's name is made of a few letters and digits: ${labId}`);
    const numbered = Array.from({ length: options.hosts }, (_, at) => `h${at + 1}`);
    const hostNames = [...numbered, CLIENT_NAME, SWITCH_NAME];
    const owner = await identifyProcess(process.pid);
    const manifest: Manifest = { format: 1, labId, owner, isKept: false, hostNames };
    await writeManifest(manifest);
    const lab = new Lab(manifest, options, modules);
    try {
      await lab.#build();
    } catch (error) {
      await lab.close();
      throw error;
    }
    return lab;
  }

  /** Removes labs whose owner is gone; returns their ids. Living labs, and kept ones, stay. */
  static async sweep(modules: LabModules = {}): Promise<string[]> {
    const swept: string[] = [];
    for (const manifest of await readManifests()) {
      if (!(await isDead(manifest))) continue;
      modules.say?.(`removing what the dead lab ${manifest.labId} left`);
      // Its heir from here on, so that a sweep in another process leaves it to this one.
      await writeManifest({ ...manifest, owner: await identifyProcess(process.pid) });
      await removeLab(manifest);
      swept.push(manifest.labId);
    }
    return swept;
  }

  host(number: number): LabHost {
    const host = this.hosts[number - 1];
    if (!host) throw new Error(`no host ${number}: this lab has 1 to ${this.hosts.length}`);
    return host;
  }

  /** All engines at once; says how long each took. */
  async startEngines(options: EngineStart = {}): Promise<void> {
    await Promise.all(
      this.hosts.map(async (host) => {
        const { tookMs } = await host.startEngine(options);
        this.#say(`${host.name}: engine answers after ${Math.round(tookMs)} ms`);
      }),
    );
  }

  async buildImages(): Promise<void> {
    await Promise.all(this.hosts.map((host) => host.buildImages()));
  }

  async buildAppImages(): Promise<void> {
    await Promise.all(this.hosts.map((host) => host.buildAppImages()));
  }

  /** The lab shall outlive this process, until `removeKept` is called with its id. */
  async keep(): Promise<void> {
    await writeManifest({ ...this.#manifest, isKept: true });
  }

  static async removeKept(labId: string): Promise<boolean> {
    const manifest = (await readManifests()).find((found) => found.labId === labId && found.isKept);
    if (manifest) await removeLab(manifest);
    return manifest !== undefined;
  }

  async close(): Promise<void> {
    await removeLab(this.#manifest);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #build(): Promise<void> {
    await mkdir(labFolder(this.id), { recursive: true });
    // As swarmd does on a host of its own; within a namespace it must not, for the settings are the machine's.
    await raiseReceiveLimits(RECEIVE_LIMITS_FOLDER, openLog('warn', { lab: this.id }));
    await this.#network.makeSwitch();
    await Promise.all([...this.hosts, this.client].map((host) => host.boot()));
  }
}
