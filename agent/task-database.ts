/**
 * What was assigned to this node and last reported, on disk, so that a restarted agent goes on where it was
 * before any manager answers. One file, appended to; many records share one fdatasync; rewritten whole (temporary
 * file, fsync, rename) when most of it is out of date or after a failed write.
 * A damaged file is set aside and the agent begins empty: the managers say what is assigned, and containers are
 * found again by their labels. A disk that can't be written loses nothing but this memory; it is said, and
 * writing is tried again with the next record, and whenever somebody asks for the problem.
 */
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../proto/base/clock.js';
import { syncDirectory } from '../proto/base/durable-file.js';
import { SwarmError } from '../proto/base/errors.js';
import type { Log } from '../proto/base/log.js';
import {
  applyEntry,
  encodeEntry,
  entriesOf,
  readTasks,
  type TaskEntry,
  type TaskRecord,
  TASKS_FORMAT,
  tasksHeader,
} from './rules/task-records.js';

const FILE_NAME = 'tasks.db';
/** Below this a file is not worth rewriting. */
const SMALLEST_REWRITE_BYTES = 1024 * 1024;

export interface TaskDatabaseModules {
  readonly clock: Clock;
  readonly log: Log;
}

export class TaskDatabase {
  readonly #path: string;
  readonly #log: Log;
  readonly #recordById: Map<string, TaskRecord>;
  #file: FileHandle | undefined;
  #sizeBytes = 0;
  #sizeAfterRewriteBytes = 0;
  #waiting: Uint8Array[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #problem = '';

  private constructor(path: string, recordById: Map<string, TaskRecord>, log: Log) {
    this.#path = path;
    this.#recordById = recordById;
    this.#log = log;
  }

  /** Reads what is there. Refuses only a file that a newer build wrote. */
  static async open(directory: string, { clock, log }: TaskDatabaseModules): Promise<TaskDatabase> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, FILE_NAME);
    const bytes = await readFile(path).catch((error: unknown) => {
      if (isMissing(error)) return new Uint8Array();
      throw error;
    });
    const read = readTasks(bytes);
    if (read.kind === 'newer-format') {
      throw new SwarmError('format.unknown', {
        what: `The task database ${path}`,
        format: read.format,
        readerFormat: TASKS_FORMAT,
      });
    }
    if (read.kind === 'damaged') {
      const aside = `${path}.damaged-${clock.nowMs()}`;
      await rename(path, aside);
      log.error('The task database is damaged; set aside. Tasks are found again by their containers.', {
        file: path,
        atByte: read.atByte,
        aside,
      });
    } else if (read.goodBytes < bytes.length) {
      log.info('task database: an interrupted write was cut off', { file: path, atByte: read.goodBytes });
    }
    const database = new TaskDatabase(path, read.kind === 'read' ? read.recordById : new Map(), log);
    await database.#flush(true);
    return database;
  }

  get records(): ReadonlyMap<string, TaskRecord> {
    return this.#recordById;
  }

  /**
   * Why it cannot be written now; empty while it can. Tries again first: a node with a problem gets no tasks,
   * so there may be no next record.
   */
  async problem(): Promise<string> {
    if (this.#problem !== '') await this.#flush(true);
    return this.#problem;
  }

  /** Known at once, on disk with the next write: for what need not be known after a crash. */
  remember(entries: readonly TaskEntry[]): void {
    for (const entry of entries) {
      applyEntry(this.#recordById, entry);
      this.#waiting.push(encodeEntry(entry));
    }
  }

  /** Resolves when all entries are on disk, or when writing failed, which `problem` tells. */
  async write(entries: readonly TaskEntry[]): Promise<void> {
    this.remember(entries);
    await this.#flush(false);
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#flush(false);
    await this.#file?.close();
    this.#file = undefined;
  }

  /** Writers that come while a write is under way share the next one. */
  async #flush(mustRewrite: boolean): Promise<void> {
    const next = this.#flushing.then(async () => {
      const entries = this.#waiting;
      this.#waiting = [];
      if (entries.length === 0 && !mustRewrite) return;
      await this.#put(entries, mustRewrite);
    });
    this.#flushing = next;
    await next;
  }

  async #put(entries: readonly Uint8Array[], mustRewrite: boolean): Promise<void> {
    try {
      const isMostlyOld = this.#sizeBytes > Math.max(SMALLEST_REWRITE_BYTES, this.#sizeAfterRewriteBytes * 4);
      if (mustRewrite || isMostlyOld || this.#file === undefined) await this.#rewrite();
      else await this.#append(this.#file, Buffer.concat(entries));
      if (this.#problem !== '') this.#log.info('task database can be written again', { file: this.#path });
      this.#problem = '';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#problem === '')
        this.#log.error('task database cannot be written', { file: this.#path, error });
      this.#problem = `the task database cannot be written: ${reason}`;
      // Half a record may be at its end: the next write begins a new file.
      await this.#file?.close().catch(() => undefined);
      this.#file = undefined;
    }
  }

  async #append(file: FileHandle, bytes: Uint8Array): Promise<void> {
    await file.appendFile(bytes);
    await file.datasync();
    this.#sizeBytes += bytes.length;
  }

  /** What is in memory covers every waiting entry, so the new file holds them all. */
  async #rewrite(): Promise<void> {
    const bytes = Buffer.concat([tasksHeader(), ...entriesOf(this.#recordById.values()).map(encodeEntry)]);
    const temporary = `${this.#path}.new`;
    await rm(temporary, { force: true });
    const file = await open(temporary, 'ax', 0o600);
    try {
      await file.appendFile(bytes);
      await file.sync();
      await rename(temporary, this.#path);
      await syncDirectory(dirname(this.#path));
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
    await this.#file?.close();
    this.#file = file;
    this.#sizeBytes = bytes.length;
    this.#sizeAfterRewriteBytes = bytes.length;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
