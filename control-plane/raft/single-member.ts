/**
 * The replicator of a cluster with one manager: what is durable here is committed. Owns the log and the
 * snapshots of one directory and drives the state machine from them.
 *
 * Promises the Replicator contract, an epoch that rises with every start, and snapshots that are taken
 * while proposals go on. Several members, elections and a transport are Raft's work; it keeps these files.
 */
import { LogClosedError, LogDamagedError, LogFailedError, LogFullError } from './log-errors.js';
import type { Disk } from './disk.js';
import type { LogEntry } from './record.js';
import {
  type Leadership,
  type Replicator,
  ReplicatorError,
  type ReplicatorErrorCode,
  type StateMachine,
} from './replicator.js';
import { SnapshotFiles } from './snapshot-file.js';
import { type Log, openLog } from './wal-file.js';

export interface SingleMemberOptions {
  /** This member, as `leadership` names it. */
  readonly id: string;
  /** Holds the log and the snapshots, and nothing else. Only one process may use it. */
  readonly directory: string;
  /** Default 1.5 MiB. */
  readonly maxEntryBytes?: number;
  /** Bytes of proposals that may wait for the disk. Default 64 MiB. */
  readonly maxPendingBytes?: number;
  /** A snapshot is taken after this many entries (default 10,000) ... */
  readonly snapshotAfterEntries?: number;
  /** ... or after entries of so many bytes (default 64 MiB), whichever comes first. */
  readonly snapshotAfterBytes?: number;
  /** Default 16 MiB; at least twice as long as the longest entry. */
  readonly segmentBytes?: number;
}

export interface SingleMemberModules {
  readonly disk: Disk;
  readonly stateMachine: StateMachine;
  /** A snapshot failed; the log goes on growing, and the next attempt comes after as many entries again. */
  readonly onSnapshotFailed?: (error: unknown) => void;
}

/** Tags of entries: what the state machine is given, and what the replicator adds for itself. */
const TAG_PROPOSAL = 0;
const TAG_EPOCH_BEGINS = 1;

const MIB = 1024 * 1024;
/** What a waiting proposal takes besides its bytes, so that empty ones are bounded as well. */
const PROPOSAL_COST_BYTES = 64;
const NO_DATA = new Uint8Array(0);

const DEFAULTS = {
  maxEntryBytes: 1.5 * MIB,
  maxPendingBytes: 64 * MIB,
  snapshotAfterEntries: 10_000,
  snapshotAfterBytes: 64 * MIB,
  segmentBytes: 16 * MIB,
} as const;

class StoppedWhileSnapshotting extends Error {}

export class SingleMember implements Replicator {
  readonly stopped: Promise<Error | null>;
  readonly #options: Required<SingleMemberOptions>;
  readonly #modules: SingleMemberModules;
  readonly #log: Log;
  readonly #snapshots: SnapshotFiles;
  readonly #listeners = new Set<(leadership: Leadership) => void>();
  #settleStopped: (reason: Error | null) => void = () => undefined;
  #leadership: Leadership;
  #appliedIndex = 0;
  #pendingBytes = 0;
  #inFlight = new Set<Promise<unknown>>();
  #entriesSinceSnapshot = 0;
  #bytesSinceSnapshot = 0;
  #snapshotting: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  #failure: Error | undefined;

  /** Made by `openSingleMember`. */
  constructor(
    options: Required<SingleMemberOptions>,
    modules: SingleMemberModules,
    files: { readonly log: Log; readonly snapshots: SnapshotFiles },
  ) {
    this.#options = options;
    this.#modules = modules;
    this.#log = files.log;
    this.#snapshots = files.snapshots;
    this.#leadership = { leader: null, epoch: files.log.hardState.term, isSelf: false };
    this.stopped = new Promise((resolve) => {
      this.#settleStopped = resolve;
    });
  }

  get leadership(): Leadership {
    return this.#leadership;
  }

  get appliedIndex(): number {
    return this.#appliedIndex;
  }

  propose(bytes: Uint8Array): Promise<number> {
    const refusal = this.#refusal(bytes.length);
    if (refusal !== undefined) return Promise.reject(refusal);
    const costBytes = bytes.length + PROPOSAL_COST_BYTES;
    this.#pendingBytes += costBytes;
    const proposal = this.#commit(bytes).finally(() => {
      this.#pendingBytes -= costBytes;
      this.#inFlight.delete(proposal);
    });
    this.#inFlight.add(proposal);
    return proposal;
  }

  /** Nobody else acknowledges anything, and what was acknowledged here is applied. */
  barrier(): Promise<number> {
    const refusal = this.#refusal(0);
    return refusal === undefined ? Promise.resolve(this.#appliedIndex) : Promise.reject(refusal);
  }

  watchLeadership(listener: (leadership: Leadership) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#leadership);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Brings the state machine up to the end of the log, then begins a new epoch. Called once, by `openSingleMember`. */
  async start(): Promise<void> {
    const { index, term } = this.#log.snapshot;
    if (index > 0) await this.#modules.stateMachine.restore(index, this.#snapshots.read({ index, term }));
    await this.#snapshots.removeOthers({ index, term });
    this.#appliedIndex = index;
    while (this.#appliedIndex < this.#log.durableIndex) {
      for (const entry of await this.#log.read(this.#appliedIndex + 1, this.#log.durableIndex))
        this.#apply(entry);
    }
    const epoch = this.#log.hardState.term + 1;
    const entry = { term: epoch, index: this.#appliedIndex + 1, tag: TAG_EPOCH_BEGINS, payload: NO_DATA };
    await this.#log.append([
      { kind: 'hard-state', term: epoch, vote: 0, commit: this.#appliedIndex },
      { kind: 'entry', ...entry },
    ]);
    this.#apply(entry);
    this.#setLeadership({ leader: this.#options.id, epoch, isSelf: true });
    this.#snapshotIfDue();
  }

  #refusal(lengthBytes: number): ReplicatorError | undefined {
    if (this.#failure !== undefined || this.#closing !== undefined) {
      return new ReplicatorError('stopped', 'the replicator has stopped', { cause: this.#failure });
    }
    const { maxEntryBytes, maxPendingBytes } = this.#options;
    if (lengthBytes > maxEntryBytes) {
      return new ReplicatorError(
        'too-large',
        `an entry of ${lengthBytes} bytes; the limit is ${maxEntryBytes}`,
      );
    }
    if (this.#pendingBytes > 0 && this.#pendingBytes + lengthBytes > maxPendingBytes) {
      return new ReplicatorError(
        'overloaded',
        `${this.#pendingBytes} bytes of proposals are waiting for the disk`,
      );
    }
    return undefined;
  }

  async #commit(bytes: Uint8Array): Promise<number> {
    const index = this.#log.lastIndex + 1;
    const entry = { term: this.#leadership.epoch, index, tag: TAG_PROPOSAL, payload: bytes };
    try {
      await this.#log.append([{ kind: 'entry', ...entry }]);
    } catch (error) {
      throw this.#explain(error);
    }
    // It is in the log, and an earlier entry could not be applied: the next start will decide.
    if (this.#failure !== undefined) throw this.#explain(this.#failure);
    try {
      this.#apply(entry);
    } catch (error) {
      this.#fail(error);
      throw this.#explain(error);
    }
    this.#snapshotIfDue();
    return index;
  }

  #explain(error: unknown): ReplicatorError {
    if (error instanceof LogFailedError) this.#fail(error);
    let code: ReplicatorErrorCode = 'outcome-unknown';
    if (error instanceof LogFullError) code = 'disk-full';
    if (error instanceof LogClosedError) code = 'stopped';
    const message = error instanceof Error ? error.message : String(error);
    return new ReplicatorError(code, message, { cause: error });
  }

  #apply(entry: LogEntry): void {
    if (entry.tag === TAG_PROPOSAL) this.#modules.stateMachine.apply(entry.index, entry.payload);
    this.#appliedIndex = entry.index;
    this.#entriesSinceSnapshot++;
    this.#bytesSinceSnapshot += entry.payload.length;
  }

  #setLeadership(leadership: Leadership): void {
    this.#leadership = leadership;
    for (const listener of this.#listeners) listener(leadership);
  }

  #fail(reason: unknown): void {
    if (this.#failure !== undefined) return;
    this.#failure = reason instanceof Error ? reason : new Error(String(reason));
    this.#setLeadership({ leader: null, epoch: this.#leadership.epoch, isSelf: false });
    this.#settleStopped(this.#failure);
  }

  #snapshotIfDue(): void {
    const { snapshotAfterEntries, snapshotAfterBytes } = this.#options;
    const isDue =
      this.#entriesSinceSnapshot >= snapshotAfterEntries || this.#bytesSinceSnapshot >= snapshotAfterBytes;
    if (!isDue || this.#snapshotting !== undefined || this.#closing !== undefined) return;
    this.#entriesSinceSnapshot = 0;
    this.#bytesSinceSnapshot = 0;
    this.#snapshotting = this.#takeSnapshot()
      .catch((error: unknown) => {
        if (error instanceof LogFailedError) this.#fail(error);
        else if (!(error instanceof StoppedWhileSnapshotting)) this.#modules.onSnapshotFailed?.(error);
      })
      .finally(() => {
        this.#snapshotting = undefined;
      });
  }

  /** The file, then the log's reference to it, and only then are the things it replaces removed. */
  async #takeSnapshot(): Promise<void> {
    const index = this.#appliedIndex;
    const pieces = beginNow(this.#modules.stateMachine.snapshot());
    const reference = { index, term: this.#log.termOf(index) ?? this.#leadership.epoch, data: NO_DATA };
    await this.#snapshots.write(reference, this.#untilStopped(pieces));
    await this.#log.recordSnapshot(reference);
    await this.#snapshots.removeOthers(reference);
    await this.#log.compact(index);
  }

  async *#untilStopped(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      if (this.#failure !== undefined || this.#closing !== undefined) throw new StoppedWhileSnapshotting();
      yield piece;
    }
  }

  async #close(): Promise<void> {
    // Not in the same turn: `#closing` is not set yet.
    await Promise.resolve();
    await Promise.allSettled(this.#inFlight);
    await this.#snapshotting;
    await this.#log.close();
    if (this.#failure === undefined)
      this.#setLeadership({ ...this.#leadership, leader: null, isSelf: false });
    this.#settleStopped(this.#failure ?? null);
  }
}

/** Asks for the first piece at once, so that a generator captures its state in this very turn. */
function beginNow(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
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

/** Recovers the directory, or begins it, and resolves when this member leads and all is applied. */
export async function openSingleMember(
  options: SingleMemberOptions,
  modules: SingleMemberModules,
): Promise<SingleMember> {
  const { disk } = modules;
  const all = { ...DEFAULTS, ...options };
  const { log, recovered } = await openLog(all, { disk });
  try {
    const snapshots = new SnapshotFiles(all, { disk });
    const [orphan] = recovered.hardState.term === 0 ? await snapshots.list() : [];
    if (orphan !== undefined)
      throw new LogDamagedError(orphan, 0, 'there is a snapshot, and the log is missing');
    const member = new SingleMember(all, modules, { log, snapshots });
    await member.start();
    return member;
  } catch (error) {
    await log.close();
    throw error;
  }
}
