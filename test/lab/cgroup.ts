/**
 * Every process of a lab host, container processes included, lives below one control group; so a host can be
 * frozen or killed as a whole, and a leftover process is known for sure as the lab's own.
 * Works on version 1 (the freezer hierarchy, also in hybrid set-ups) and on version 2.
 */
import { access, mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { mounts } from './proc.js';

interface Hierarchy {
  readonly version: 1 | 2;
  readonly root: string;
}

async function killingHierarchy(): Promise<Hierarchy> {
  const all = await mounts();
  const freezer = all.find(
    (mount) => mount.type === 'cgroup' && mount.options.split(',').includes('freezer'),
  );
  if (freezer) return { version: 1, root: freezer.point };
  const unified = all.find((mount) => mount.type === 'cgroup2');
  if (unified) return { version: 2, root: unified.point };
  throw new Error('no control groups are mounted: neither the freezer of version 1 nor version 2');
}

async function foldersBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map((entry) => foldersBelow(join(folder, entry.name))),
  );
  return [...below.flat(), folder]; // Deepest first: a group can only be removed when it has no children.
}

async function pidsIn(folder: string): Promise<number[]> {
  const lists = await Promise.all(
    (await foldersBelow(folder)).map((group) =>
      readFile(join(group, 'cgroup.procs'), 'utf8').catch(() => ''),
    ),
  );
  return lists.flatMap((list) => list.split('\n').filter(Boolean).map(Number));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Where writes to a disk are limited: also where the freezer is one of version 1, this may be of version 2. */
async function writingHierarchy(): Promise<Hierarchy> {
  const all = await mounts();
  const blkio = all.find((mount) => mount.type === 'cgroup' && mount.options.split(',').includes('blkio'));
  if (blkio) return { version: 1, root: blkio.point };
  const unified = all.find((mount) => mount.type === 'cgroup2');
  if (unified) return { version: 2, root: unified.point };
  throw new Error('no control groups are mounted: neither blkio of version 1 nor version 2');
}

/** Version 2: a controller is there for a group when every group above it passes it on. */
async function passOn(root: string, path: string, controller: string): Promise<void> {
  const names = path.split('/').filter(Boolean);
  for (let depth = 0; depth < names.length; depth++)
    await writeFile(join(root, ...names.slice(0, depth), 'cgroup.subtree_control'), `+${controller}`);
}

/** A control group by its path below the root, e.g. `/swarmd-lab-<lab>/<host>`. */
export class ControlGroup {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The file a process writes its pid to, to live in this group from then on. */
  async open(): Promise<string> {
    const folder = await this.#folder();
    await mkdir(folder, { recursive: true });
    return join(folder, 'cgroup.procs');
  }

  async pids(): Promise<number[]> {
    return pidsIn(await this.#folder());
  }

  async freeze(isFrozen: boolean): Promise<void> {
    const { version } = await killingHierarchy();
    const folder = await this.#folder();
    if (!(await exists(folder))) return;
    if (version === 1) await writeFile(join(folder, 'freezer.state'), isFrozen ? 'FROZEN' : 'THAWED');
    else await writeFile(join(folder, 'cgroup.freeze'), isFrozen ? '1' : '0');
  }

  /** So many writes a second to the device ("major:minor") for the processes that are there now; undefined: no limit. */
  async limitWrites(device: string, perSecond: number | undefined): Promise<void> {
    const { version, root } = await writingHierarchy();
    const folder = join(root, this.path);
    await mkdir(folder, { recursive: true });
    for (const pid of await this.pids())
      await writeFile(join(folder, 'cgroup.procs'), String(pid)).catch(() => undefined); // It may have ended.
    if (version === 2) await passOn(root, this.path, 'io');
    const [file, limit] =
      version === 1
        ? ['blkio.throttle.write_iops_device', String(perSecond ?? 0)]
        : ['io.max', `wiops=${perSecond ?? 'max'}`];
    await writeFile(join(folder, file), `${device} ${limit}`);
  }

  /** All at one moment, like a power cut: frozen first, so that no parent sees its child die and acts on it. */
  async killAll(): Promise<void> {
    await eventually(
      `no process left in ${this.path}`,
      async () => {
        await this.freeze(true);
        for (const pid of await this.pids()) killIfThere(pid);
        await this.#thawBelow();
        return this.pids();
      },
      (pids) => pids.length === 0,
    );
  }

  /** A paused container is frozen by a group of its own; on version 1 it would not die before that one is thawed. */
  async #thawBelow(): Promise<void> {
    const { version } = await killingHierarchy();
    const [file, thawed] = version === 1 ? ['freezer.state', 'THAWED'] : ['cgroup.freeze', '0'];
    for (const group of await foldersBelow(await this.#folder()))
      await writeFile(join(group, file), thawed).catch(() => undefined); // A container's group may go at any time.
  }

  /** From every hierarchy: the engine makes groups in all of them. */
  async remove(): Promise<void> {
    const roots = (await mounts()).filter((mount) => mount.type === 'cgroup' || mount.type === 'cgroup2');
    await eventually(
      `control group ${this.path} is gone`,
      async () => {
        const found = await Promise.all(roots.map((root) => removeFolder(join(root.point, this.path))));
        return found.flat();
      },
      (left) => left.length === 0,
    );
  }

  async #folder(): Promise<string> {
    return join((await killingHierarchy()).root, this.path);
  }
}

async function removeFolder(folder: string): Promise<string[]> {
  if (!(await exists(folder))) return [];
  for (const group of await foldersBelow(folder)) await rmdir(group).catch(() => undefined);
  return (await exists(folder)) ? [folder] : [];
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself between the look and the kill.
  }
}
