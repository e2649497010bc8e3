/**
 * Brings the state machine up to the end of the log, and keeps it there as a follower does: by reading what is
 * missing, then by a watch, and by reading again whenever the watch ends or skips an entry. What was trimmed
 * before it was read comes from the newest snapshot.
 */
import { unlessAborted } from '../../proto/base/service.js';
import { type Applier, StateMachineError } from './applier.js';
import type { EtcdClient, KeyEvent } from './etcd-client.js';
import { decodeEntry, type EntryHead } from './rules/entry-value.js';
import type { Keys, KeyValue } from './rules/keys.js';
import { type SnapshotRecord, snapshotOf } from './rules/shared-state.js';

const READ_TIMEOUT_MS = 3_000;
const MOST_ENTRIES_AT_ONCE = 1024;
const FEWEST_ENTRIES_AT_ONCE = 8;
/** What one read of entries should bring, about. */
const READ_BYTES = 4 * 1024 * 1024;
const SNAPSHOT_PARTS_AT_ONCE = 4;

export interface LogReaderModules {
  readonly client: EtcdClient;
  readonly applier: Applier;
}

/** The end of the log as of a revision, and what of it is missing here. */
interface Look {
  readonly revision: number;
  readonly endIndex: number;
  readonly entries: readonly KeyValue[];
  readonly snapshot: SnapshotRecord | undefined;
}

export class LogReader {
  readonly #keys: Keys;
  readonly #client: EtcdClient;
  readonly #applier: Applier;
  #limit = FEWEST_ENTRIES_AT_ONCE;
  #endWatch = (): void => undefined;

  constructor(keys: Keys, modules: LogReaderModules) {
    this.#keys = keys;
    this.#client = modules.client;
    this.#applier = modules.applier;
  }

  /** Applies all that is in the log; resolves with the revision at which that was all. */
  async catchUp(signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted();
      const look = await this.#look();
      const { appliedIndex } = this.#applier;
      // What is applied here was in etcd first: it cannot be ahead.
      if (look.endIndex < appliedIndex) throw goneBack(appliedIndex, look.endIndex);
      if (look.endIndex === appliedIndex) return look.revision;
      const [first] = look.entries;
      const isMissing =
        first === undefined || this.#keys.indexOf(first.key) !== this.#applier.appliedIndex + 1;
      if (isMissing) await this.#restore(look);
      else await this.#applyAll(look.entries);
    }
  }

  /** Applies what others write from the revision on, until the watch ends or it takes more than that. */
  async follow(fromRevision: number, signal: AbortSignal): Promise<void> {
    let stop = (): void => undefined;
    const ended = new Promise<void>((resolve, reject) => {
      this.#endWatch = resolve;
      const request = { range: this.#keys.entries(0), fromRevision, isOfPutsOnly: true };
      stop = this.#client.watch(request, {
        onEvents: (events) => {
          try {
            if (!this.#applyEvents(events)) resolve();
          } catch (error) {
            reject(error);
          }
        },
        onEnd: () => resolve(),
      });
    });
    // Whether it ended well is asked only while somebody listens.
    ended.catch(() => undefined);
    try {
      await unlessAborted(ended, signal);
    } finally {
      stop();
    }
  }

  /** For whoever knows that the watch has fallen silent. */
  readAgain(): void {
    this.#endWatch();
  }

  async #look(): Promise<Look> {
    const answer = await this.#client.transact(
      {
        success: [
          { kind: 'read', range: this.#keys.entries(this.#applier.appliedIndex + 1), limit: this.#limit },
          { kind: 'read', range: { from: this.#keys.end } },
          { kind: 'read', range: { from: this.#keys.snapshot } },
        ],
      },
      READ_TIMEOUT_MS,
    );
    const [entries = [], [end] = [], [snapshot] = []] = answer.reads;
    this.#adjustLimit(entries);
    return {
      revision: answer.revision,
      endIndex: end === undefined ? 0 : Number(Buffer.from(end.value).toString()),
      entries,
      snapshot: snapshot && snapshotOf(snapshot.key, snapshot.value),
    };
  }

  #adjustLimit(entries: readonly KeyValue[]): void {
    if (entries.length === 0) return;
    const bytes = entries.reduce((sum, { value }) => sum + value.length, 0);
    const fitting = Math.floor((READ_BYTES * entries.length) / Math.max(bytes, 1));
    this.#limit = Math.max(FEWEST_ENTRIES_AT_ONCE, Math.min(MOST_ENTRIES_AT_ONCE, fitting));
  }

  async #applyAll(entries: readonly KeyValue[]): Promise<void> {
    for (const { key, value } of entries) {
      const index = this.#keys.indexOf(key);
      if (index !== this.#applier.appliedIndex + 1) return;
      const head = decodeEntry(value);
      const bytes = head.partsApart === 0 ? head.bytes : await this.#wholeOf(index, head);
      // Trimmed while it was read: the next look will find a snapshot.
      if (bytes === undefined) return;
      this.#applier.apply(head.kind, bytes);
    }
  }

  async #wholeOf(index: number, head: EntryHead): Promise<Uint8Array | undefined> {
    const range = this.#keys.partsOf(index, head.epoch);
    const { entries } = await this.#client.read(range, 0, READ_TIMEOUT_MS);
    if (entries.length !== head.partsApart) return undefined;
    return Buffer.concat([...entries.map(({ value }) => value), head.bytes]);
  }

  /** False when there is more to it than events can say. */
  #applyEvents(events: readonly KeyEvent[]): boolean {
    for (const { entry } of events) {
      const index = this.#keys.indexOf(entry.key);
      if (index <= this.#applier.appliedIndex) continue;
      const head = decodeEntry(entry.value);
      if (index !== this.#applier.appliedIndex + 1 || head.partsApart > 0) return false;
      this.#applier.apply(head.kind, head.bytes);
    }
    return true;
  }

  async #restore({ snapshot, endIndex }: Look): Promise<void> {
    const next = this.#applier.appliedIndex + 1;
    if (snapshot === undefined || snapshot.index < next) {
      throw new StateMachineError(
        `etcd lacks entry ${next} of a log that ends at ${endIndex}, and holds no snapshot that has it. Somebody removed ` +
          'keys, or etcd was restored from an older backup: restore the cluster from a backup of its own',
      );
    }
    try {
      await this.#applier.restore(snapshot.index, this.#partsOf(snapshot));
    } catch (error) {
      const { snapshot: newest } = await this.#look();
      if (!(error instanceof SnapshotGoneError) || newest?.folder !== snapshot.folder) throw error;
      throw new StateMachineError(
        `the snapshot of entry ${snapshot.index} in etcd lacks some of its parts. Somebody removed keys: restore the cluster ` +
          'from a backup of its own',
        { cause: error },
      );
    }
  }

  async *#partsOf({ index, folder, parts }: SnapshotRecord): AsyncGenerator<Uint8Array> {
    let next = 0;
    while (next < parts) {
      const range = this.#keys.snapshotParts(folder, next);
      const { entries } = await this.#client.read(range, SNAPSHOT_PARTS_AT_ONCE, READ_TIMEOUT_MS);
      // A later snapshot took its place while it was read.
      if (entries[0]?.key !== this.#keys.snapshotPart(folder, next)) throw new SnapshotGoneError(index);
      for (const { value } of entries) yield value;
      next += entries.length;
    }
  }
}

const goneBack = (appliedIndex: number, endIndex: number): StateMachineError =>
  new StateMachineError(
    `the log in etcd ends at ${endIndex}, and this member has applied ${appliedIndex}: etcd was restored from an older backup. ` +
      'Restore the cluster from a backup of its own',
  );

/** The snapshot was replaced while it was read: there is a newer one. */
class SnapshotGoneError extends Error {
  override readonly name = 'SnapshotGoneError';

  constructor(index: number) {
    super(`the snapshot of entry ${index} was replaced while it was read`);
  }
}
