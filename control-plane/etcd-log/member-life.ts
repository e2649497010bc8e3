/**
 * The life of one member: it holds a lease, follows whoever leads, asks to lead when nobody does, and leads. Owns which of
 * these it does now. Trouble with etcd only interrupts it; it ends when told to, or with a reason for which it must not go on.
 */
import { setMaxListeners } from 'node:events';
import type { Clock } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { type Applier, StateMachineError } from './applier.js';
import type { EtcdClient, Operation } from './etcd-client.js';
import type { LogReader } from './log-reader.js';
import { LeadershipLostError, LogWriter } from './log-writer.js';
import type { Pulse } from './pulse.js';
import { EntryFormatError } from './rules/entry-value.js';
import type { Keys } from './rules/keys.js';
import { encodeRecord, type SharedState, StateFormatError } from './rules/shared-state.js';
import type { Snapshots } from './snapshots.js';
import type { StateWatch } from './state-watch.js';

const TIMEOUT_MS = 1_500;
const PAUSE_MS = 200;
/** For how long others leave leadership to the member it was handed to. */
const SUCCESSOR_ALONE_MS = 1_500;
const NO_DATA = new Uint8Array(0);

export interface MemberLifeModules {
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly applier: Applier;
  readonly reader: LogReader;
  readonly snapshots: Snapshots;
  readonly watch: StateWatch;
  readonly pulse: Pulse;
  /** Called when this member begins to lead, and when it has ended. */
  readonly onLeading: () => void;
  /** Called once it has applied what was there, and knows a leader. */
  readonly onReady: () => void;
}

/** A leadership of this member, from the first entry of its epoch on. */
export interface Leading {
  readonly epoch: number;
  readonly writer: LogWriter;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/** Why a member must not go on: another life of it, if any, begins with somebody's decision. */
export class MemberEndedError extends Error {
  override readonly name = 'MemberEndedError';
}

export class MemberLife {
  readonly #keys: Keys;
  readonly #selfId: number;
  readonly #modules: MemberLifeModules;
  #leading: Leading | undefined;
  #trouble: unknown;
  #snapshotting: Promise<void> | undefined;

  constructor(keys: Keys, selfId: number, modules: MemberLifeModules) {
    this.#keys = keys;
    this.#selfId = selfId;
    this.#modules = modules;
  }

  get leading(): Leading | undefined {
    return this.#leading;
  }

  /** What etcd said last when it was in the way; undefined while it is not. */
  get trouble(): unknown {
    return this.#trouble;
  }

  /** Resolves when the signal aborts; rejects with a reason for which it must not go on. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) await this.#troubled(signal, () => this.#holdLease(signal));
  }

  /** From getting a lease to losing it. */
  async #holdLease(signal: AbortSignal): Promise<void> {
    const { pulse, watch, client } = this.#modules;
    const leaseId = await pulse.begin();
    if (leaseId === undefined)
      throw new MemberEndedError(`etcd knows no member ${this.#selfId} of this cluster`);
    this.#recovered();
    const lost = new AbortController();
    const held = AbortSignal.any([signal, lost.signal]);
    setMaxListeners(0, held);
    const beating = pulse.run(leaseId, held).catch((error: unknown) => lost.abort(error));
    const watching = watch.run(held);
    try {
      while (!held.aborted) await this.#troubled(held, () => this.#step(leaseId, held));
    } finally {
      lost.abort();
      await Promise.all([beating, watching]);
      // What hangs on it goes at once, not only when it expires.
      await client.revokeLease(leaseId, TIMEOUT_MS).catch(() => undefined);
    }
  }

  /** Does it, and waits a moment where etcd was in the way. */
  async #troubled(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isFinal(error)) throw error;
      if (signal.aborted) return;
      if (this.#trouble === undefined) this.#modules.log.warn('etcd is in trouble; trying again', { error });
      this.#trouble = error;
      await this.#modules.clock.sleep(PAUSE_MS, signal).catch(() => undefined);
    }
  }

  #recovered(): void {
    if (this.#trouble !== undefined) this.#modules.log.info('etcd answers again');
    this.#trouble = undefined;
  }

  async #step(leaseId: string, signal: AbortSignal): Promise<void> {
    const { watch } = this.#modules;
    const { leader, successorId, presentIds } = watch.state;
    if (leader !== undefined) {
      if (leader.memberId !== this.#selfId) return await this.#follow(signal);
      // An earlier life of this member, or one that lost touch: nothing that it wrote may arrive any more.
      return await this.#endLeadership(leader.epoch);
    }
    if (successorId !== undefined && successorId !== this.#selfId && presentIds.has(successorId))
      await watch.until((state) => state.leader !== undefined, signal, SUCCESSOR_ALONE_MS);
    if (watch.state.leader === undefined && !signal.aborted) await this.#campaign(leaseId, signal);
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { watch, reader, onReady } = this.#modules;
    const ended = new AbortController();
    const isFollowing = ({ leader }: SharedState): boolean =>
      leader !== undefined && leader.memberId !== this.#selfId;
    const waiting = watch.until((state) => !isFollowing(state), signal).then(() => ended.abort());
    try {
      while (!ended.signal.aborted) {
        const revision = await reader.catchUp(ended.signal);
        this.#recovered();
        onReady();
        await reader.follow(revision + 1, ended.signal);
      }
    } catch (error) {
      if (!ended.signal.aborted || isFinal(error)) throw error;
    }
    await waiting;
  }

  /** Ends a leadership of this member, for somebody if named. */
  async #endLeadership(epoch: number, heir?: number): Promise<void> {
    const readState: Operation = { kind: 'read', range: this.#keys.state };
    const { leader, successor } = this.#keys;
    await this.#transactOnState({
      compares: [{ from: leader, createRevision: epoch }],
      success: [
        { kind: 'delete', range: { from: leader } },
        ...(heir === undefined
          ? []
          : [{ kind: 'put', key: successor, value: encodeRecord({ id: heir }) } as const]),
        readState,
      ],
      failure: [readState],
    });
  }

  async #campaign(leaseId: string, signal: AbortSignal): Promise<void> {
    const { cluster } = this.#modules.watch.state;
    const readState: Operation = { kind: 'read', range: this.#keys.state };
    const { leader, successor } = this.#keys;
    const { succeeded, revision } = await this.#transactOnState({
      compares: [
        { from: leader, createRevision: 0 },
        { from: this.#keys.cluster, modRevision: cluster?.modRevision ?? 0 },
      ],
      success: [
        { kind: 'put', key: leader, value: encodeRecord({ id: this.#selfId }), leaseId },
        { kind: 'delete', range: { from: successor } },
        readState,
      ],
      failure: [readState],
    });
    if (succeeded) await this.#lead(revision, signal);
  }

  async #transactOnState(
    transaction: Parameters<EtcdClient['transact']>[0],
  ): Promise<{ readonly succeeded: boolean; readonly revision: number }> {
    const { client, watch } = this.#modules;
    const answer = await client.transact(transaction, TIMEOUT_MS);
    watch.take(answer.reads[0] ?? [], answer.revision);
    return answer;
  }

  async #lead(epoch: number, signal: AbortSignal): Promise<void> {
    const { client, clock, applier, reader, watch, onReady } = this.#modules;
    await reader.catchUp(signal);
    const ended = new AbortController();
    const onApplied = (): void => this.#snapshotIfDue(epoch, ended.signal);
    const onLost = (): void => this.#setLeading(undefined);
    const writer = new LogWriter(this.#keys, { epoch }, { client, clock, applier, onApplied, onLost });
    const running = writer.run();
    const guarding = watch
      .until(({ leader }) => leader?.epoch !== epoch, AbortSignal.any([signal, ended.signal]))
      .then(() => writer.lose(new LeadershipLostError('the lease was lost, or another member leads')));
    try {
      await Promise.race([writer.propose('epoch-begins', NO_DATA), running]);
      this.#recovered();
      this.#setLeading({ epoch, writer, ended: running.catch(() => undefined) });
      onReady();
      await running;
      if (writer.heir !== undefined) await this.#endLeadership(epoch, writer.heir);
    } catch (error) {
      if (!(error instanceof LeadershipLostError)) throw error;
      this.#modules.log.warn('this member does not lead any more', { error });
    } finally {
      this.#setLeading(undefined);
      ended.abort();
      writer.lose(new LeadershipLostError('this member does not lead any more'));
      await Promise.allSettled([running, guarding, this.#snapshotting]);
    }
  }

  #setLeading(leading: Leading | undefined): void {
    this.#leading = leading;
    this.#modules.onLeading();
  }

  #snapshotIfDue(epoch: number, signal: AbortSignal): void {
    const { snapshots, watch, log } = this.#modules;
    snapshots.known(watch.state.snapshot);
    if (this.#snapshotting !== undefined || signal.aborted || !snapshots.isDue()) return;
    this.#snapshotting = snapshots
      .take(epoch, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) log.error('no snapshot was taken; the log goes on growing', { error });
      })
      .finally(() => {
        this.#snapshotting = undefined;
        this.#snapshotIfDue(epoch, signal);
      });
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof MemberEndedError ||
  error instanceof StateMachineError ||
  error instanceof EntryFormatError ||
  error instanceof StateFormatError;
