/**
 * Where a benchmark with processes of its own works: a folder on the disk, and the programs it started. All of it
 * is gone at the end of the block, and when the benchmark is interrupted.
 */
import { rm } from 'node:fs/promises';
import { makeFolderOnDisk } from './bench-folder.js';
import { CleanUp } from './clean-up.js';
import { Programs } from './programs.js';

export class Workshop implements AsyncDisposable {
  readonly folder: string;
  readonly programs = new Programs();
  readonly #cleanUp: CleanUp;

  private constructor(folder: string) {
    this.folder = folder;
    this.#cleanUp = new CleanUp(async () => {
      await this.programs.killAll();
      await rm(folder, { recursive: true, force: true });
    });
  }

  static async open(name: string): Promise<Workshop> {
    return new Workshop(await makeFolderOnDisk(name));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#cleanUp[Symbol.asyncDispose]();
  }
}
