/**
 * Writes the log while this member leads, for one leadership. Owns the proposals that wait and the one transaction
 * that is under way. An entry is written by a transaction that wants two things: nothing at its index or after, and the
 * writer's leadership as it began. So a leader that was frozen past its lease is refused, whatever it believes, and
 * a transaction that got no answer may be sent again.
 *
 * One transaction at a time: what is proposed meanwhile goes together with the next. Ends when the leadership is lost.
 */
import { ReplicatorError } from 'raft-ts/replicator.js';
import type { Clock } from '../../proto/base/clock.js';
import { type Applier, StateMachineError } from './applier.js';
import {
  type EtcdClient,
  EtcdError,
  type Operation,
  type Transaction,
  type TransactionAnswer,
} from './etcd-client.js';
import { batchLength } from './rules/batch.js';
import { decodeEntry, encodeEntry, type EntryKind, partsOf } from './rules/entry-value.js';
import type { Keys } from './rules/keys.js';

export interface LogWriterOptions {
  /** Of the leadership that this writer writes for. */
  readonly epoch: number;
}

export interface LogWriterModules {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly applier: Applier;
  /** Called after entries were applied. */
  readonly onApplied: () => void;
  /** Called when the leadership is lost, before anybody is told of an entry that was not written. */
  readonly onLost: () => void;
}

interface Waiting {
  readonly kind: EntryKind;
  readonly bytes: Uint8Array;
  readonly sinceMs: number;
  readonly resolve: (index: number) => void;
  readonly reject: (error: ReplicatorError) => void;
}

/** From a proposal to its answer, when etcd gives none: a little less than five seconds with the last try. */
const ANSWER_WITHIN_MS = 3_500;
const TRY_TIMEOUT_MS = 1_500;
const LAST_TRY_TIMEOUT_MS = 1_000;
const PAUSE_MS = 50;

/** This member does not lead any more, or cannot know whether it does. */
export class LeadershipLostError extends Error {
  override readonly name = 'LeadershipLostError';
}

export class LogWriter {
  readonly #keys: Keys;
  readonly #options: LogWriterOptions;
  readonly #modules: LogWriterModules;
  #waiting: Waiting[] = [];
  #wake = (): void => undefined;
  #isDraining = false;
  #heir: number | undefined;
  #lost: Error | undefined;

  constructor(keys: Keys, options: LogWriterOptions, modules: LogWriterModules) {
    this.#keys = keys;
    this.#options = options;
    this.#modules = modules;
  }

  propose(kind: EntryKind, bytes: Uint8Array): Promise<number> {
    if (this.#isDraining || this.#lost !== undefined) return Promise.reject(notLeader(this.#lost));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ kind, bytes, sinceMs: this.#modules.clock.monotonicMs(), resolve, reject });
      this.#wake();
    });
  }

  /** The member to lead next, where one was named. */
  get heir(): number | undefined {
    return this.#heir;
  }

  /** Ends `run` after what waits was written; nothing more is taken. */
  drain(heir?: number): void {
    this.#isDraining = true;
    this.#heir = heir;
    this.#wake();
  }

  /** Ends `run` after the transaction that is under way; what waits is refused. */
  lose(reason: Error): void {
    this.#lost ??= reason;
    this.#wake();
  }

  /** Writes what is proposed; resolves after `drain`, rejects with why it ended otherwise. */
  async run(): Promise<void> {
    try {
      while (this.#lost === undefined) {
        if (this.#waiting.length === 0) {
          if (this.#isDraining) return;
          await this.#somethingToDo();
          continue;
        }
        await this.#writeNext();
      }
      throw this.#lost;
    } catch (error) {
      this.#end(error);
      throw error;
    } finally {
      for (const { reject } of this.#waiting.splice(0)) reject(notLeader(this.#lost));
    }
  }

  #end(reason: unknown): void {
    this.#lost ??= reason instanceof Error ? reason : new Error(String(reason));
    this.#modules.onLost();
  }

  #somethingToDo(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #writeNext(): Promise<void> {
    const batch = this.#waiting.splice(0, batchLength(this.#waiting.map(({ bytes }) => bytes.length)));
    try {
      await this.#write(batch);
    } catch (error) {
      const refusal = refusalOf(error);
      // A full etcd refuses entries, and this member leads it still.
      const isLost = refusal.code !== 'disk-full';
      if (isLost) this.#end(error);
      for (const { reject } of batch) reject(refusal);
      if (isLost) throw error;
      return;
    }
    for (const [at, { kind, bytes, resolve }] of batch.entries()) {
      try {
        this.#modules.applier.apply(kind, bytes);
      } catch (error) {
        this.#end(error);
        for (const { reject } of batch.slice(at)) reject(refusalOf(error));
        throw error;
      }
      resolve(this.#modules.applier.appliedIndex);
    }
    this.#modules.onApplied();
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { epoch } = this.#options;
    const first = this.#modules.applier.appliedIndex + 1;
    const untilMs = ANSWER_WITHIN_MS + (batch[0]?.sinceMs ?? this.#modules.clock.monotonicMs());
    const puts: Operation[] = [];
    for (const [at, { kind, bytes }] of batch.entries()) {
      const { apart, last } = partsOf(bytes);
      for (const [part, value] of apart.entries()) {
        const put: Operation = { kind: 'put', key: this.#keys.part(first + at, epoch, part), value };
        await this.#send({ compares: [this.#isLeading()], success: [put] }, untilMs, () => false);
      }
      const value = encodeEntry({ kind, epoch, partsApart: apart.length, bytes: last });
      puts.push({ kind: 'put', key: this.#keys.entry(first + at), value });
    }
    const end = Buffer.from(String(first + batch.length - 1));
    const atTheEnd = { ...this.#keys.entries(first), createRevision: 0 };
    await this.#send(
      {
        compares: [atTheEnd, this.#isLeading()],
        success: [...puts, { kind: 'put', key: this.#keys.end, value: end }],
        failure: [{ kind: 'read', range: { from: this.#keys.entry(first) } }],
      },
      untilMs,
      ({ reads: [found] }) => found?.[0] !== undefined && decodeEntry(found[0].value).epoch === epoch,
    );
  }

  #isLeading(): { readonly from: string; readonly createRevision: number } {
    return { from: this.#keys.leader, createRevision: this.#options.epoch };
  }

  /**
   * Sends it until there is an answer. When it failed, an earlier try without an answer may have been the one that did
   * it: `isDone` tells by what stands there. If not, none ever will, for leadership never comes back as it was.
   */
  async #send(
    transaction: Transaction,
    untilMs: number,
    isDone: (answer: TransactionAnswer) => boolean,
  ): Promise<void> {
    const { client, clock } = this.#modules;
    let unanswered: EtcdError | undefined;
    for (;;) {
      const leftMs = untilMs - clock.monotonicMs();
      const isLast = leftMs <= 0;
      try {
        const timeoutMs = isLast
          ? LAST_TRY_TIMEOUT_MS
          : Math.max(LAST_TRY_TIMEOUT_MS, Math.min(TRY_TIMEOUT_MS, leftMs));
        const answer = await client.transact(transaction, timeoutMs);
        if (answer.succeeded || isDone(answer)) return;
        throw new LeadershipLostError('another member leads');
      } catch (error) {
        if (!(error instanceof EtcdError)) throw error;
        // Only the first answer says something of a try before it that got none.
        if (error.code !== 'no-answer' && unanswered === undefined) throw error;
        unanswered = error.code === 'no-answer' ? error : unanswered;
        if (isLast) throw unanswered ?? error;
      }
      await clock.sleep(PAUSE_MS);
    }
  }
}

function refusalOf(error: unknown): ReplicatorError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LeadershipLostError) return notLeader(error);
  if (error instanceof EtcdError && error.code === 'no-space')
    return new ReplicatorError('disk-full', `etcd has no room: ${message}`, { cause: error });
  if (error instanceof EtcdError && error.code !== 'no-answer')
    return new ReplicatorError('not-leader', `etcd refused the entry: ${message}`, { cause: error });
  const what = error instanceof StateMachineError ? message : `etcd gave no answer: ${message}`;
  return new ReplicatorError('outcome-unknown', what, { cause: error });
}

const notLeader = (cause: Error | undefined): ReplicatorError =>
  new ReplicatorError('not-leader', cause?.message ?? 'this member does not lead', { cause });
