/**
 * What was assigned to this node, and how its tasks ended, on disk (steps on the way come later, or not at all), so that a restarted agent goes on where it was
 * before any manager answers. One file, appended to; many records share one write; rewritten whole when most of
 * it is out of date or after a failed write.
 * A damaged file is set aside and the agent begins empty: the managers say what is assigned, and containers are
 * found again by their labels. A disk that can't be written loses nothing but this memory; it is said, and
 * writing is tried again with the next record, and whenever somebody asks for the problem.
 */
import type { Clock } from '../proto/base/clock.js';
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
import type { TaskFile } from './task-file.js';

/** Below this a file is not worth rewriting. */
const SMALLEST_REWRITE_BYTES = 1024 * 1024;
/** So many entries wait for a write that comes anyhow; more are written for their own sake. */
const MOST_WAITING = 1000;

export interface TaskDatabaseModules {
  readonly clock: Clock;
  readonly log: Log;
}

export class TaskDatabase {
  readonly #file: TaskFile;
  readonly #log: Log;
  readonly #recordById: Map<string, TaskRecord>;
  #isAppendable = false;
  #sizeBytes = 0;
  #sizeAfterRewriteBytes = 0;
  #waiting: Uint8Array[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #problem = '';

  private constructor(file: TaskFile, recordById: Map<string, TaskRecord>, log: Log) {
    this.#file = file;
    this.#recordById = recordById;
    this.#log = log;
  }

  /** Reads what is there. Refuses only a file that a newer build wrote. */
  static async open(file: TaskFile, { clock, log }: TaskDatabaseModules): Promise<TaskDatabase> {
    const { path } = file;
    const bytes = await file.read();
    const read = readTasks(bytes);
    if (read.kind === 'newer-format') {
      throw new SwarmError('format.unknown', {
        what: `The task database ${path}`,
        format: read.format,
        readerFormat: TASKS_FORMAT,
      });
    }
    if (read.kind === 'damaged') {
      const aside = await file.setAside(`damaged-${clock.nowMs()}`);
      log.error('The task database is damaged; set aside. Tasks are found again by their containers.', {
        file: path,
        atByte: read.atByte,
        aside,
      });
    } else if (read.goodBytes < bytes.length) {
      log.info('task database: an interrupted write was cut off', { file: path, atByte: read.goodBytes });
    }
    const database = new TaskDatabase(file, read.kind === 'read' ? read.recordById : new Map(), log);
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
    if (this.#waiting.length > MOST_WAITING) void this.#flush(false);
  }

  /** Resolves when all entries are on disk, or when writing failed, which `problem` tells. */
  async write(entries: readonly TaskEntry[]): Promise<void> {
    this.remember(entries);
    await this.#flush(false);
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#flush(false);
    this.#isAppendable = false;
    await this.#file.close();
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
    const { path } = this.#file;
    try {
      const isMostlyOld = this.#sizeBytes > Math.max(SMALLEST_REWRITE_BYTES, this.#sizeAfterRewriteBytes * 4);
      if (mustRewrite || isMostlyOld || !this.#isAppendable) await this.#rewrite();
      else await this.#append(Buffer.concat(entries));
      if (this.#problem !== '') this.#log.info('task database can be written again', { file: path });
      this.#problem = '';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#problem === '') this.#log.error('task database cannot be written', { file: path, error });
      this.#problem = `the task database cannot be written: ${reason}`;
      // Half a record may be at its end: the next write begins a new file.
      this.#isAppendable = false;
      await this.#file.close().catch(() => undefined);
    }
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await this.#file.append(bytes);
    this.#sizeBytes += bytes.length;
  }

  /** What is in memory covers every waiting entry, so the new file holds them all. */
  async #rewrite(): Promise<void> {
    const bytes = Buffer.concat([tasksHeader(), ...entriesOf(this.#recordById.values()).map(encodeEntry)]);
    await this.#file.replace(bytes);
    this.#isAppendable = true;
    this.#sizeBytes = bytes.length;
    this.#sizeAfterRewriteBytes = bytes.length;
  }
}
