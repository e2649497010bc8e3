/**
 * A disk of a lab host's own, below the state directory of its `swarmd`: small enough to be filled, and to be made
 * slow for that `swarmd` alone. It is a file with a file system in it, so its flushes are real. Other hosts and
 * the machine do not feel what befalls it; unmounting is removal.ts's work.
 */
import { chmod, mkdir, rm, rmdir, stat, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ControlGroup } from './cgroup.js';
import { mustRun } from './command.js';

export interface HostDiskOptions {
  readonly folder: string;
  /** Where it is mounted. */
  readonly mountPoint: string;
}

const SIZE_BYTES = 96 * 2 ** 20;

export class HostDisk {
  readonly #image: string;
  readonly #mountPoint: string;
  readonly #ballast: string;
  readonly #group: ControlGroup;

  constructor({ folder, mountPoint }: HostDiskOptions, modules: { readonly group: ControlGroup }) {
    this.#image = join(folder, 'disk.img');
    this.#mountPoint = mountPoint;
    this.#ballast = join(mountPoint, 'ballast');
    this.#group = modules.group;
  }

  /** Before the first start of `swarmd`. */
  async mount(): Promise<void> {
    await writeFile(this.#image, '');
    await truncate(this.#image, SIZE_BYTES);
    await mustRun('mkfs.ext4', ['-q', '-m', '0', this.#image]);
    await mkdir(this.#mountPoint, { recursive: true });
    await mustRun('mount', ['-o', 'loop', this.#image, this.#mountPoint]);
    await chmod(this.#mountPoint, 0o700);
    await rmdir(join(this.#mountPoint, 'lost+found'));
  }

  async fill(): Promise<void> {
    const { bavail, bsize } = await statfs(this.#mountPoint);
    await writeFile(this.#ballast, new Uint8Array(bavail * bsize), { flush: true }).catch(
      (error: unknown) => {
        // The file system needs some of the room itself: full is full.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      },
    );
  }

  async free(): Promise<void> {
    await rm(this.#ballast, { force: true });
  }

  /** As a disk that is worn out: no more than so many writes a second for the `swarmd` that runs now. */
  async slowDown(writesPerSecond: number): Promise<void> {
    await this.#group.limitWrites(await this.#device(), writesPerSecond);
  }

  async speedUp(): Promise<void> {
    await this.#group.limitWrites(await this.#device(), undefined);
  }

  /** "major:minor", packed as the C library does. */
  async #device(): Promise<string> {
    const { dev } = await stat(this.#mountPoint);
    return `${(dev >>> 8) & 0xfff}:${(dev & 0xff) | ((dev >>> 12) & 0xfff00)}`;
  }
}
