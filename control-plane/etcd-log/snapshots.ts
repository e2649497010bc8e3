/**
 * Snapshots in etcd, and what they make superfluous: taken by the leader, in parts, which count from the moment
 * that `state/snapshot` names them. Then entries before it are removed but for some that slow followers may still want,
 * older snapshots are, and etcd is told to forget its history of them.
 */
import type { Applier } from './applier.js';
import type { Compare, EtcdClient, Operation } from './etcd-client.js';
import { LeadershipLostError } from './log-writer.js';
import { LONGEST_PART_BYTES } from './rules/entry-value.js';
import type { Keys } from './rules/keys.js';
import { encodeRecord, type SnapshotRecord } from './rules/shared-state.js';

const TIMEOUT_MS = 3_000;
const TRIES = 3;
const ENTRIES_PER_REMOVAL = 1_000;

export interface SnapshotOptions {
  readonly snapshotAfterEntries: number;
  readonly snapshotAfterBytes: number;
  /** Entries that are kept though a snapshot has them. */
  readonly keptEntries: number;
  readonly recoveryEpoch: number;
}

export class Snapshots {
  readonly #keys: Keys;
  readonly #options: SnapshotOptions;
  readonly #client: EtcdClient;
  readonly #applier: Applier;
  /** Of the last attempt, good or not. */
  #lastIndex = 0;
  #newest: SnapshotRecord | undefined;

  constructor(
    keys: Keys,
    options: SnapshotOptions,
    modules: { readonly client: EtcdClient; readonly applier: Applier },
  ) {
    this.#keys = keys;
    this.#options = options;
    this.#client = modules.client;
    this.#applier = modules.applier;
  }

  /** Of what others took, the newest that is known. */
  known(snapshot: SnapshotRecord | undefined): void {
    if ((snapshot?.index ?? 0) > (this.#newest?.index ?? 0)) this.#newest = snapshot;
  }

  isDue(): boolean {
    const { snapshotAfterEntries, snapshotAfterBytes } = this.#options;
    const entries = this.#applier.appliedIndex - Math.max(this.#newest?.index ?? 0, this.#lastIndex);
    return entries >= snapshotAfterEntries || this.#applier.bytesSinceSnapshot >= snapshotAfterBytes;
  }

  /** Takes one of the state as of this very call. A failed one is tried again after as many entries as a good one. */
  async take(epoch: number, signal: AbortSignal): Promise<void> {
    const index = this.#applier.appliedIndex;
    this.#lastIndex = index;
    this.#applier.snapshotTaken();
    const isLeading = { from: this.#keys.leader, createRevision: epoch };
    const folder = this.#keys.snapshotFolder(index, epoch);
    let parts = 0;
    for await (const value of inParts(this.#applier.stateMachine.snapshot())) {
      signal.throwIfAborted();
      await this.#transact(isLeading, [{ kind: 'put', key: this.#keys.snapshotPart(folder, parts), value }]);
      parts++;
    }
    const record: SnapshotRecord = { index, folder, parts };
    await this.#transact(isLeading, [{ kind: 'put', key: this.#keys.snapshot, value: encodeRecord(record) }]);
    const previous = this.#newest;
    this.#newest = record;
    await this.#trim(isLeading, index, previous, signal);
  }

  async #trim(
    isLeading: Compare,
    index: number,
    previous: SnapshotRecord | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const firstKept = index + 1 - this.#options.keptEntries;
    const [first] = (await this.#client.read(this.#keys.entries(0), 1, TIMEOUT_MS)).entries;
    const firstThere = first === undefined ? firstKept : this.#keys.indexOf(first.key);
    for (let from = firstThere; from < firstKept; from += ENTRIES_PER_REMOVAL) {
      signal.throwIfAborted();
      const to = Math.min(from + ENTRIES_PER_REMOVAL, firstKept);
      await this.#transact(isLeading, [
        { kind: 'delete', range: this.#keys.entries(0, to) },
        { kind: 'delete', range: this.#keys.parts(0, to) },
      ]);
    }
    // Whoever restores the one before this may finish.
    if (previous !== undefined) {
      const superfluous = [this.#keys.snapshotsBefore(previous.index)];
      const { recoveryEpoch } = this.#options;
      if (previous.folder !== this.#keys.restoredFolder(recoveryEpoch))
        superfluous.push(this.#keys.restoredUntil(recoveryEpoch));
      await this.#transact(
        isLeading,
        superfluous.map((range) => ({ kind: 'delete', range })),
      );
    }
    const [oldest] = (await this.#client.read(this.#keys.entries(0), 1, TIMEOUT_MS)).entries;
    // A watch that lags by no more than the entries that are kept goes on.
    if (oldest !== undefined && firstThere < firstKept)
      await this.#client.compact(oldest.modRevision, TIMEOUT_MS);
  }

  /** Each of these may be done twice. */
  async #transact(isLeading: Compare, success: readonly Operation[]): Promise<void> {
    for (let tried = 1; ; tried++) {
      try {
        const { succeeded } = await this.#client.transact({ compares: [isLeading], success }, TIMEOUT_MS);
        if (!succeeded) throw new LeadershipLostError('another member leads');
        return;
      } catch (error) {
        if (tried === TRIES || error instanceof LeadershipLostError) throw error;
      }
    }
  }
}

/** The same bytes, cut to what one key of etcd holds. */
export async function* inParts(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  let begunBytes = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const taken = piece.subarray(from, from + LONGEST_PART_BYTES - begunBytes);
      begun.push(taken);
      begunBytes += taken.length;
      from += taken.length;
      if (begunBytes < LONGEST_PART_BYTES) continue;
      yield Buffer.concat(begun);
      begun = [];
      begunBytes = 0;
    }
  }
  if (begunBytes > 0) yield Buffer.concat(begun);
}
