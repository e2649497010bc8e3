/**
 * A node's effects on disk and state machine: carries them out and tells the node. Owns the log and the snapshot
 * files of one directory, and which of these may go.
 *
 * The order that keeps a crash harmless: a snapshot's file, then the log's record of it, then what it replaces is
 * removed. A file that is being sent, or that was received and is not in the log yet, stays.
 */
import { LogFailedError, LogFullError } from './log-errors.js';
import type { RaftNode } from './raft-node.js';
import { type LogRecord, recordLengthBytes, type SnapshotReference } from './record.js';
import type { StateMachine } from './replicator.js';
import type { Message } from './rules/types.js';
import { recordsLengthBytes } from './segment-writer.js';
import type { SnapshotFiles } from './snapshot-file.js';
import type { Log } from './wal-file.js';

export interface MemberDiskModules {
  readonly log: Log;
  readonly files: SnapshotFiles;
  readonly stateMachine: StateMachine;
  readonly onSnapshotFailed: (error: unknown) => void;
}

class StoppedWhileSnapshotting extends Error {}

const APPEND_BYTES = 256 * 1024;

/** Records in appends of a bearable size; a cut stays with what replaces the entries. */
export function inAppends(
  records: readonly LogRecord[],
  maxBytes: number,
): readonly (readonly LogRecord[])[] {
  if (recordsLengthBytes(records) <= maxBytes) return [records];
  const appends: LogRecord[][] = [];
  let [current, currentBytes]: [LogRecord[], number] = [[], 0];
  let mustStay = true;
  for (const record of records) {
    const lengthBytes = recordLengthBytes(record);
    if (currentBytes + lengthBytes > maxBytes && !mustStay) {
      appends.push(current);
      [current, currentBytes] = [[], 0];
    }
    current.push(record);
    currentBytes += lengthBytes;
    mustStay = record.kind === 'cut' || record.kind === 'hard-state';
  }
  if (current.length > 0) appends.push(current);
  return appends;
}

export class MemberDisk {
  readonly #modules: MemberDiskModules;
  /** Set before anything is asked of it. */
  node: RaftNode | undefined;
  /** What of the write in flight is not in the log yet, after it found no room. */
  #unwritten: readonly (readonly LogRecord[])[] = [];
  #working: Promise<void> = Promise.resolve();
  #removing: Promise<void> = Promise.resolve();
  /** Snapshots that are being received or restored. */
  readonly #running = new Set<Promise<void>>();
  /** End the waiting for the next piece of each snapshot that is on its way. */
  readonly #stops = new Set<() => void>();
  /** Snapshots whose files must stay, besides the newest one in the log: those on their way out ... */
  #sending = new Set<SnapshotReference>();
  /** ... and those that the log does not refer to yet. */
  #kept = new Set<SnapshotReference>();
  #isStopped = false;

  constructor(modules: MemberDiskModules) {
    this.#modules = modules;
  }

  write(records: readonly LogRecord[]): void {
    const { log } = this.#modules;
    const maxBytes = Math.min(APPEND_BYTES, Math.floor(log.maxAppendBytes / 2));
    const appends = this.#unwritten.length > 0 ? this.#unwritten : inAppends(records, maxBytes);
    this.#unwritten = [];
    const results = appends.map((append) => log.append(append));
    const [first] = results;
    if (results.length > 1) void this.#writeSeveral(appends, results);
    else first?.then(this.#written, (error: unknown) => this.#notWritten(appends, error));
  }

  hasRoomFor(lengthBytes: number): boolean {
    return this.#modules.log.hasRoomFor(lengthBytes);
  }

  makeRoom(): void {
    this.#modules.log.makeRoom().then(
      () => this.node?.roomMade(),
      (error: unknown) => {
        if (error instanceof LogFullError) this.node?.noRoom(error);
        else this.#fail(error);
      },
    );
  }

  takeSnapshot(reference: SnapshotReference): void {
    const { files, stateMachine, onSnapshotFailed } = this.#modules;
    const pieces = this.#untilStopped(beginNow(stateMachine.snapshot()));
    this.#kept.add(reference);
    this.#working = files.write(reference, pieces).then(
      () => this.node?.snapshotTaken(reference),
      (error: unknown) => {
        this.#kept.delete(reference);
        this.node?.snapshotFailed();
        if (!(error instanceof StoppedWhileSnapshotting)) onSnapshotFailed(error);
      },
    );
  }

  snapshotRecorded(reference: SnapshotReference): void {
    const { files, log, onSnapshotFailed } = this.#modules;
    for (const kept of this.#kept) if (kept.index <= reference.index) this.#kept.delete(kept);
    this.#removing = this.#removing.then(async () => {
      try {
        await files.removeOthers(reference, [...this.#sending, ...this.#kept]);
        await log.compact(reference.index);
      } catch (error) {
        if (error instanceof LogFailedError) this.#fail(error);
        else onSnapshotFailed(error);
      }
    });
  }

  restore(reference: SnapshotReference): void {
    const { files, stateMachine } = this.#modules;
    const restored = stateMachine.restore(reference.index, this.#untilStopped(files.read(reference)));
    void this.#tracked(restored.then(() => this.node?.restored()).catch(this.#fail));
  }

  /** The file of this message's snapshot goes through `send`; says whether it arrived. */
  async send(message: Message, send: (pieces: AsyncIterable<Uint8Array>) => Promise<void>): Promise<boolean> {
    const { files } = this.#modules;
    const reference = referenceIn(message);
    this.#sending.add(reference);
    try {
      await send(files.read(reference));
      return true;
    } catch {
      return false;
    } finally {
      this.#sending.delete(reference);
    }
  }

  /** Keeps a snapshot that comes from another member, until the log refers to it or to a newer one. */
  async receive(message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const { files, stateMachine } = this.#modules;
    const reference = referenceIn(message);
    this.#kept.add(reference);
    try {
      await this.#tracked(files.write(reference, checked(this.#untilStopped(pieces), stateMachine)));
    } catch (error) {
      this.#kept.delete(reference);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    await Promise.allSettled(this.#running);
    await this.#working;
    await this.#removing;
    await this.#modules.log.close();
  }

  readonly #written = (): void => this.node?.written();

  async #writeSeveral(
    appends: readonly (readonly LogRecord[])[],
    results: readonly Promise<void>[],
  ): Promise<void> {
    const settled = await Promise.allSettled(results);
    const failed = settled.findIndex(({ status }) => status === 'rejected');
    const result = settled[failed];
    if (result?.status === 'rejected') this.#notWritten(appends.slice(failed), result.reason);
    else this.#written();
  }

  #notWritten(unwritten: readonly (readonly LogRecord[])[], error: unknown): void {
    if (!(error instanceof LogFullError)) return this.#fail(error);
    this.#unwritten = unwritten;
    this.node?.writeFoundNoRoom(error);
  }

  readonly #fail = (error: unknown): void => {
    this.node?.fail(error instanceof Error ? error : new Error(String(error)));
  };

  #tracked(work: Promise<void>): Promise<void> {
    this.#running.add(work);
    const ended = (): void => {
      this.#running.delete(work);
    };
    work.then(ended, ended);
    return work;
  }

  /** Nobody waits for a piece that may never come. */
  async *#untilStopped(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const iterator = pieces[Symbol.asyncIterator]();
    let stop: () => void = () => undefined;
    const stopped = new Promise<undefined>((resolve) => {
      stop = () => resolve(undefined);
    });
    this.#stops.add(stop);
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), stopped]);
        if (next === undefined || this.#isStopped) throw new StoppedWhileSnapshotting();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      this.#stops.delete(stop);
      iterator.return?.().catch(() => undefined);
    }
  }
}

const NO_DATA = new Uint8Array(0);

function referenceIn({ snapshot }: Message): SnapshotReference {
  const { index = 0, term = 0 } = snapshot?.metadata ?? {};
  return { index, term, data: snapshot?.data ?? NO_DATA };
}

/** The same pieces; fails at the first one if the state machine can not read the like. */
async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  stateMachine: StateMachine,
): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) stateMachine.checkSnapshot?.(piece);
    isFirst = false;
    yield piece;
  }
}

/** Asks for the first piece at once, so that a generator captures its state in this very turn. */
export function beginNow(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<Uint8Array>> | undefined = iterator.next();
  first.catch(() => undefined);
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    const result = first ?? iterator.next();
    first = undefined;
    return result;
  };
  const stop = async (): Promise<IteratorResult<Uint8Array>> => {
    await iterator.return?.();
    return { done: true, value: undefined };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: stop }) };
}
