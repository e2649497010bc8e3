/**
 * The file under the task database: read at the start, appended to, replaced whole. Promises that what
 * append() and replace() were given is durable once they resolve, and that a replacement is there or not.
 * What is in it is for rules/task-records, when to do what for task-database.
 */
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncDirectory } from '../proto/base/durable-file.js';
import { invariant } from '../proto/base/invariant.js';

const FILE_NAME = 'tasks.db';

export interface TaskFile {
  /** As messages name it. */
  readonly path: string;
  /** What is there; nothing when there is no file. */
  read(): Promise<Uint8Array>;
  /** Puts these bytes in its place; can be appended to from then on. */
  replace(bytes: Uint8Array): Promise<void>;
  /** After a rejection part of the bytes may be there: only replacing helps. */
  append(bytes: Uint8Array): Promise<void>;
  /** Gives what is there another name, for somebody to look at; returns the name. */
  setAside(suffix: string): Promise<string>;
  close(): Promise<void>;
}

/** In a directory of its own, made when it is missing. */
export class NodeTaskFile implements TaskFile {
  readonly path: string;
  #file: FileHandle | undefined;

  constructor(directory: string) {
    this.path = join(directory, FILE_NAME);
  }

  async read(): Promise<Uint8Array> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    return await readFile(this.path).catch((error: unknown) => {
      if (isMissing(error)) return new Uint8Array();
      throw error;
    });
  }

  async replace(bytes: Uint8Array): Promise<void> {
    const temporary = `${this.path}.new`;
    await rm(temporary, { force: true });
    const file = await open(temporary, 'ax', 0o600);
    try {
      await file.appendFile(bytes);
      await file.sync();
      await rename(temporary, this.path);
      await syncDirectory(dirname(this.path));
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
    await this.#file?.close();
    this.#file = file;
  }

  async append(bytes: Uint8Array): Promise<void> {
    invariant(this.#file !== undefined, 'the file of tasks is replaced before it is appended to');
    await this.#file.appendFile(bytes);
    await this.#file.datasync();
  }

  async setAside(suffix: string): Promise<string> {
    const aside = `${this.path}.${suffix}`;
    await rename(this.path, aside);
    return aside;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
