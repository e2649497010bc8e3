/**
 * The replicated log kept in an external etcd cluster, as the rest of a manager knows it: proposals, reads, members,
 * who leads. etcd decides what is in the log and who leads; a member that cannot reach it neither writes nor pretends to
 * lead, and goes on by itself when etcd is back. Owns what is refused, and who listens; how entries are written and
 * read, and when this member leads, is for the files beside it.
 */
import { setMaxListeners } from 'node:events';
import { type Member, type MemberLog, type MemberStatus, MembershipError } from 'raft-ts/member-log.js';
import { type Leadership, ReplicatorError, type StateMachine } from 'raft-ts/replicator.js';
import { type Clock, withTimeout } from '../../proto/base/clock.js';
import type { Log } from '../../proto/base/log.js';
import { Applier } from './applier.js';
import { Barrier } from './barrier.js';
import type { EtcdClient } from './etcd-client.js';
import { LogReader } from './log-reader.js';
import { leaderName, Membership } from './membership.js';
import { MemberEndedError, MemberLife } from './member-life.js';
import { Pulse } from './pulse.js';
import type { Keys } from './rules/keys.js';
import { Snapshots } from './snapshots.js';
import { StateWatch } from './state-watch.js';

export interface EtcdLogOptions {
  readonly selfId: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  /** Where the others reach this member now; left out, it is where it was. */
  readonly address?: string;
  /** How long after its last sign of life another member may lead in its place. */
  readonly leaseSeconds: number;
  readonly maxEntryBytes: number;
  /** Bytes of proposals that may wait for etcd. */
  readonly maxPendingBytes: number;
  /** A snapshot is taken after this many entries ... */
  readonly snapshotAfterEntries: number;
  /** ... or after entries of so many bytes, whichever comes first. */
  readonly snapshotAfterBytes: number;
  /** Entries that are kept for slow followers though a snapshot has them. */
  readonly keptEntries: number;
}

export interface EtcdLogModules {
  /** Closed with the log. */
  readonly client: EtcdClient;
  readonly clock: Clock;
  readonly stateMachine: StateMachine;
  readonly log: Log;
}

/** What a waiting proposal takes besides its bytes, so that empty ones are bounded as well. */
const PROPOSAL_COST_BYTES = 64;
const HANDED_OVER_WITHIN_MS = 4_000;

export class EtcdLog implements MemberLog {
  readonly stopped: Promise<Error | null>;
  readonly #options: EtcdLogOptions;
  readonly #modules: EtcdLogModules;
  readonly #applier: Applier;
  readonly #barrier: Barrier;
  readonly #membership: Membership;
  readonly #watch: StateWatch;
  readonly #pulse: Pulse;
  readonly #life: MemberLife;
  readonly #ready: Promise<void>;
  readonly #stop = new AbortController();
  readonly #leadershipListeners = new Set<(leadership: Leadership) => void>();
  readonly #memberListeners = new Set<() => void>();
  #running: Promise<void> = Promise.resolve();
  #settleStopped: (reason: Error | null) => void = () => undefined;
  #leadership: Leadership = { leader: null, epoch: 0, isSelf: false };
  #membersSeen: unknown;
  #pendingBytes = 0;
  #contactMs = Number.NEGATIVE_INFINITY;
  #behindAt: number | undefined;
  #closing: Promise<void> | undefined;
  #failure: Error | undefined;

  /** Made by `openEtcdLog`. */
  constructor(keys: Keys, options: EtcdLogOptions, modules: EtcdLogModules) {
    const { client, clock, log, stateMachine } = modules;
    this.#options = options;
    this.#modules = modules;
    // Every reader that waits listens to it.
    setMaxListeners(0, this.#stop.signal);
    this.stopped = new Promise((resolve) => {
      this.#settleStopped = resolve;
    });
    const applier = new Applier(stateMachine);
    const onUnreadable = (error: unknown): void => this.#fail(error);
    const watch = new StateWatch(keys, { client, clock, onChange: () => this.#stateChanged(), onUnreadable });
    const reader = new LogReader(keys, { client, applier });
    const snapshots = new Snapshots(keys, options, { client, applier });
    const onEnd = (endIndex: number, asOfMs: number): void => this.#heard(endIndex, asOfMs, reader);
    const pulse = new Pulse(
      keys,
      { memberId: options.selfId, address: options.address, leaseSeconds: options.leaseSeconds },
      { client, clock, watch, onEnd },
    );
    let onReady = (): void => undefined;
    this.#ready = new Promise((resolve) => {
      onReady = resolve;
    });
    const onLeading = (): void => this.#refreshLeadership();
    const shared = { client, clock, log, applier, reader, snapshots, watch, pulse };
    this.#life = new MemberLife(keys, options.selfId, { ...shared, onLeading, onReady });
    this.#applier = applier;
    this.#watch = watch;
    this.#pulse = pulse;
    this.#barrier = new Barrier(keys, { client, clock, applier });
    const epoch = (): number | undefined => this.#life.leading?.epoch;
    this.#membership = new Membership(keys, options.selfId, { client, watch, epoch });
  }

  get selfId(): number {
    return this.#options.selfId;
  }

  get clusterId(): string {
    return this.#options.clusterId;
  }

  get recoveryEpoch(): number {
    return this.#options.recoveryEpoch;
  }

  get leadership(): Leadership {
    if (!this.#leadership.isSelf || this.#pulse.holdsLease) return this.#leadership;
    return { ...this.#leadership, leader: null, isSelf: false };
  }

  get appliedIndex(): number {
    return this.#applier.appliedIndex;
  }

  /** Begins; resolves once all that was in the log is applied and somebody leads. Called once, by `openEtcdLog`. */
  async start(withinMs: number): Promise<void> {
    this.#running = this.#life.run(this.#stop.signal).catch((error: unknown) => this.#fail(error));
    const failed = this.stopped.then((reason) => {
      throw reason ?? new Error('it was closed');
    });
    failed.catch(() => undefined);
    const late = (): Error => {
      const { trouble } = this.#life;
      const why = trouble instanceof Error ? `: ${trouble.message}` : '';
      return new Error(`etcd was of no use within ${withinMs / 1000} s${why}`, { cause: trouble });
    };
    await withTimeout(this.#modules.clock, withinMs, late, () => Promise.race([this.#ready, failed]));
  }

  async propose(bytes: Uint8Array): Promise<number> {
    const refusal = this.#refusal(bytes.length);
    if (refusal !== undefined) throw refusal;
    const writer = this.#life.leading?.writer;
    if (writer === undefined || !this.#pulse.holdsLease) {
      const leader = this.#othersName();
      throw new ReplicatorError('not-leader', 'this member does not lead', { leader });
    }
    const costBytes = bytes.length + PROPOSAL_COST_BYTES;
    this.#pendingBytes += costBytes;
    try {
      return await writer.propose('proposal', bytes);
    } finally {
      this.#pendingBytes -= costBytes;
    }
  }

  async barrier(): Promise<number> {
    if (this.#isOver()) throw this.#stoppedError();
    return await this.#barrier.pass(this.#stop.signal);
  }

  watchLeadership(listener: (leadership: Leadership) => void): () => void {
    this.#leadershipListeners.add(listener);
    listener(this.#leadership);
    return () => this.#leadershipListeners.delete(listener);
  }

  members(): readonly MemberStatus[] {
    return this.#membership.list();
  }

  watchMembers(listener: () => void): () => void {
    this.#memberListeners.add(listener);
    return () => this.#memberListeners.delete(listener);
  }

  staleMs(): number {
    const silentMs = this.#modules.clock.monotonicMs() - this.#contactMs;
    return this.leadership.isSelf ? 0 : silentMs;
  }

  async addLearner(member: { readonly name: string; readonly address: string }): Promise<Member> {
    this.#assertRunning();
    return await this.#membership.add(member);
  }

  /** Whoever is added has its vote already: there are none. */
  async promote(id: number): Promise<void> {
    this.#assertRunning();
    this.#membership.assertMember(id);
  }

  async remove(id: number): Promise<void> {
    this.#assertRunning();
    if (id !== this.selfId) return await this.#membership.remove(id);
    await this.transferLeadership();
    await this.#membership.removeSelf();
  }

  async changeAddress(id: number, address: string): Promise<void> {
    this.#assertRunning();
    await this.#membership.changeAddress(id, address);
  }

  async transferLeadership(toId?: number): Promise<void> {
    this.#assertRunning();
    // Who is there may have changed since the last beat.
    await this.#pulse.readState().catch(() => undefined);
    const heir = this.#membership.heir(toId);
    const { leading } = this.#life;
    if (heir === this.selfId || leading === undefined) return;
    leading.writer.drain(heir);
    await leading.ended;
    const isOthers = (): boolean => {
      const { leader } = this.#watch.state;
      return leader !== undefined && leader.memberId !== this.selfId;
    };
    await this.#watch.until(isOthers, this.#stop.signal, HANDED_OVER_WITHIN_MS);
    if (!isOthers()) throw new MembershipError('not-yet', `member ${heir} did not begin to lead in time`);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // Not in the same turn: `#closing` is not set yet.
    await Promise.resolve();
    const { leading } = this.#life;
    leading?.writer.drain();
    await leading?.ended;
    this.#stop.abort(this.#stoppedError());
    await this.#running;
    this.#modules.client.close();
    this.#setLeadership({ ...this.#leadership, leader: null, isSelf: false });
    this.#settleStopped(this.#failure ?? null);
  }

  #isOver(): boolean {
    return this.#failure !== undefined || this.#closing !== undefined;
  }

  #stoppedError(): ReplicatorError {
    return new ReplicatorError('stopped', 'the log was closed, or has failed', { cause: this.#failure });
  }

  #assertRunning(): void {
    if (this.#isOver())
      throw new MembershipError('stopped', 'the log was closed, or has failed', { cause: this.#failure });
  }

  #refusal(lengthBytes: number): ReplicatorError | undefined {
    if (this.#isOver()) return this.#stoppedError();
    const { maxEntryBytes, maxPendingBytes } = this.#options;
    if (lengthBytes > maxEntryBytes)
      return new ReplicatorError(
        'too-large',
        `an entry of ${lengthBytes} bytes; the limit is ${maxEntryBytes}`,
      );
    if (this.#pendingBytes > 0 && this.#pendingBytes + lengthBytes > maxPendingBytes)
      return new ReplicatorError(
        'overloaded',
        `${this.#pendingBytes} bytes of proposals are waiting for etcd`,
      );
    return undefined;
  }

  /** The leader to ask instead: never this member, which has just refused. */
  #othersName(): string | null {
    const { state } = this.#watch;
    return state.leader?.memberId === this.selfId ? null : leaderName(state);
  }

  #heard(endIndex: number, asOfMs: number, reader: LogReader): void {
    const { appliedIndex } = this.#applier;
    if (appliedIndex >= endIndex) {
      this.#contactMs = Math.max(this.#contactMs, asOfMs);
      this.#behindAt = undefined;
      return;
    }
    // Entries are there and the watch has brought none since the last beat: it may have fallen silent.
    if (this.#behindAt === appliedIndex) reader.readAgain();
    this.#behindAt = appliedIndex;
  }

  #stateChanged(): void {
    const { state } = this.#watch;
    const { clusterId, recoveryEpoch, selfId } = this.#options;
    if (state.cluster?.clusterId !== clusterId)
      return this.#fail(new MemberEndedError(`cluster ${clusterId} is not in etcd any more`));
    if (state.cluster.recoveryEpoch !== recoveryEpoch)
      return this.#fail(
        new MemberEndedError(
          `cluster ${clusterId} was restored or begun anew (recovery epoch ${state.cluster.recoveryEpoch}, this member is of ${recoveryEpoch})`,
        ),
      );
    if (!state.memberById.has(selfId))
      return this.#fail(
        new MemberEndedError(`this member (${selfId}) was removed from cluster ${clusterId}`),
      );
    this.#refreshLeadership();
    this.#refreshMembers();
  }

  #refreshMembers(): void {
    const seen = JSON.stringify(this.members());
    if (seen === this.#membersSeen) return;
    this.#membersSeen = seen;
    for (const listener of this.#memberListeners) listener();
  }

  #refreshLeadership(): void {
    const { state } = this.#watch;
    const epoch = Math.max(this.#leadership.epoch, state.leader?.epoch ?? 0);
    const isSelf = state.leader !== undefined && this.#life.leading?.epoch === state.leader.epoch;
    this.#setLeadership({ leader: leaderName(state), epoch, isSelf });
  }

  #setLeadership(leadership: Leadership): void {
    const { leader, epoch, isSelf } = this.#leadership;
    if (leader === leadership.leader && epoch === leadership.epoch && isSelf === leadership.isSelf) return;
    this.#leadership = leadership;
    for (const listener of this.#leadershipListeners) listener(leadership);
  }

  #fail(reason: unknown): void {
    if (this.#failure !== undefined || this.#closing !== undefined) return;
    this.#failure = reason instanceof Error ? reason : new Error(String(reason));
    this.#setLeadership({ ...this.#leadership, leader: null, isSelf: false });
    this.#stop.abort(this.#stoppedError());
    this.#settleStopped(this.#failure);
  }
}
