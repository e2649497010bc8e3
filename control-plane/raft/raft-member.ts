/**
 * One member of a replicated log: a Raft node on a real disk, clock and network, as the rest of a program sees it.
 * Owns the promises and timers at the node's outer edge, and the sentences of its refusals.
 *
 * Promises the MemberLog contract. What a node does is raft-node.ts's; what the log and the snapshots look like on
 * the disk, member-disk.ts's; how a directory begins, beginnings.ts's.
 */
import type { BackupInfo } from './beginnings.js';
import type { Clock } from './clock.js';
import { Freshness } from './freshness.js';
import { LogClosedError, MemberRemovedError } from './log-errors.js';
import { beginNow, type MemberDisk } from './member-disk.js';
import { type Member, type MemberLog, type MemberStatus } from './member-log.js';
import { MembershipChanges } from './membership-changes.js';
import { checkSnapshot, isSoleVoter, membersOf, type Peer, wasRemoved } from './membership.js';
import type { NodeEffects, NodeStart, RaftNodeOptions } from './node-effects.js';
import { type CallLimits, OpenCalls } from './open-calls.js';
import { RaftNode } from './raft-node.js';
import { type Leadership, ReplicatorError, type StateMachine } from './replicator.js';
import type { RaftLogger } from './rules/logger.js';
import { type Message, NONE } from './rules/types.js';
import { Ticker } from './ticker.js';
import type { Transport } from './transport.js';

export interface MemberTimes {
  /** Default 100 ms; an election begins after 10 to 19 of them without a leader. */
  readonly tickMs: number;
  /** A leader whose process is gone is not waited for: an election begins within so many ticks. Default 5. */
  readonly earlyCampaignTicks: number;
}

export interface RaftMemberOptions extends RaftNodeOptions, MemberTimes, CallLimits {
  readonly name: string;
  /** To be spoken to until the log says who the members are. */
  readonly firstPeers: readonly Peer[];
}

export interface RaftMemberModules {
  readonly clock: Clock;
  /** An integer from 0 to bound - 1. */
  readonly random: (bound: number) => number;
  readonly transport: Transport;
  readonly stateMachine: StateMachine;
  readonly disk: MemberDisk;
  readonly onRefused: (id: number, reason: string) => void;
  readonly logger: RaftLogger | undefined;
}

export class RaftMember implements MemberLog {
  readonly selfId: number;
  readonly stopped: Promise<Error | null>;
  readonly #options: RaftMemberOptions;
  readonly #modules: RaftMemberModules;
  readonly #node: RaftNode;
  readonly #changes: MembershipChanges;
  readonly #calls: OpenCalls;
  readonly #ticker: Ticker;
  readonly #freshness: Freshness;
  readonly #leadershipListeners = new Set<(leadership: Leadership) => void>();
  readonly #memberListeners = new Set<() => void>();
  #settleStopped: (reason: Error | null) => void = () => undefined;
  #leadership: Leadership;
  #isTurnWanted = false;
  #isReceivingSnapshot = false;
  #cancelCampaign: () => void = () => undefined;
  #afterTurn: (() => void)[] = [];
  #closing: Promise<void> | undefined;
  #failure: Error | undefined;

  /** Made by `openMember`; the state machine holds the state of the start's snapshot. */
  constructor(options: RaftMemberOptions, start: NodeStart, modules: RaftMemberModules) {
    this.selfId = options.id;
    this.#options = options;
    this.#modules = modules;
    const { random, logger } = modules;
    this.#node = new RaftNode(options, start, { effects: this.#effects(), random, logger });
    modules.disk.node = this.#node;
    this.#leadership = { leader: null, epoch: start.hardState.term, isSelf: false };
    this.#changes = new MembershipChanges(this.#node);
    this.#calls = new OpenCalls(options, { selfId: this.selfId, nameOf: (id) => this.#nameOf(id) });
    this.#freshness = new Freshness(options.electionTicks * options.tickMs);
    this.#ticker = new Ticker(options, { clock: modules.clock, onTick: () => this.#tick() });
    this.stopped = new Promise((resolve) => {
      this.#settleStopped = resolve;
    });
  }

  get clusterId(): string {
    return this.#node.membership.clusterId;
  }

  get recoveryEpoch(): number {
    return this.#node.membership.recoveryEpoch;
  }

  get leadership(): Leadership {
    return this.#leadership;
  }

  get appliedIndex(): number {
    return this.#node.appliedIndex;
  }

  /**
   * Begins to take part; resolves when what was known to be committed is applied, of a sole voter when it leads. One
   * whose disk has no room for that rejects with the reason.
   */
  async start(): Promise<void> {
    const { transport } = this.#modules;
    transport.start({
      // A snapshot without its state, which only comes the other way, could not be restored.
      receive: (message) => message.type !== 'Snap' && this.#receive(message),
      receiveSnapshot: (message, pieces) => this.#receiveSnapshot(message, pieces),
      unreachable: (id) => this.#node.unreachable(id),
      gone: (id) => this.#peerGone(id),
      refused: (id, reason, isRemoval) => this.#refusedBy(id, reason, isRemoval),
    });
    this.#setPeers();
    this.#ticker.start();
    const committedIndex = this.#node.commitIndex;
    this.#wantTurn();
    // Of what is applied by then: a log that is being replayed may bring other voters.
    const isAlone = (): boolean => isSoleVoter(this.#node.confState, this.selfId);
    const isStuck = (): boolean => isAlone() && this.#node.noRoomCause !== undefined;
    const isThere = (): boolean => this.appliedIndex >= committedIndex && (!isAlone() || this.#leads());
    await this.#until(() => isThere() || isStuck());
    if (this.#failure !== undefined) throw this.#failure;
    if (isStuck()) throw this.#node.noRoomCause;
  }

  propose(bytes: Uint8Array): Promise<number> {
    return (
      this.#stoppedAlready() ??
      this.#calls.propose(bytes.length, (settle) => this.#node.propose(bytes, settle))
    );
  }

  barrier(): Promise<number> {
    return this.#stoppedAlready() ?? this.#calls.barrier((settle) => this.#node.barrier(settle));
  }

  watchLeadership(listener: (leadership: Leadership) => void): () => void {
    this.#leadershipListeners.add(listener);
    listener(this.#leadership);
    return () => this.#leadershipListeners.delete(listener);
  }

  members(): readonly MemberStatus[] {
    const { leaderId } = this.#node.leadership;
    return membersOf(this.#node.membership, this.#node.confState).map((member) => {
      const isSelf = member.id === this.selfId;
      const isLeader = member.id === leaderId;
      const isKnown = isLeader || leaderId === this.selfId;
      const isReachable = isSelf || (isKnown ? this.#node.hearing.heardLately(member.id) : undefined);
      return { ...member, isSelf, isLeader, isReachable };
    });
  }

  watchMembers(listener: () => void): () => void {
    this.#memberListeners.add(listener);
    return () => this.#memberListeners.delete(listener);
  }

  staleMs(): number {
    if (this.#leadership.isSelf) return 0;
    return this.#freshness.staleMs(this.#modules.clock.monotonicMs());
  }

  addLearner(member: { readonly name: string; readonly address: string }): Promise<Member> {
    return this.#changes.addLearner(member);
  }

  promote(id: number): Promise<void> {
    return this.#changes.promote(id);
  }

  remove(id: number): Promise<void> {
    return this.#changes.remove(id);
  }

  changeAddress(id: number, address: string): Promise<void> {
    return this.#changes.changeAddress(id, address);
  }

  transferLeadership(toId?: number): Promise<void> {
    return this.#changes.transferLeadership(toId);
  }

  /** The state as of this very call, and what `restoreCluster` must know of it. */
  backup(): { readonly info: BackupInfo; readonly pieces: AsyncIterable<Uint8Array> } {
    const { appliedIndex: index, appliedTerm: term, membership } = this.#node;
    const { clusterId, recoveryEpoch, highestId } = membership;
    const pieces = beginNow(this.#modules.stateMachine.snapshot());
    return { info: { clusterId, recoveryEpoch, highestId, index, term }, pieces };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #effects(): NodeEffects {
    const { disk, transport, stateMachine } = this.#modules;
    return {
      wantTurn: () => this.#wantTurn(),
      write: (records) => disk.write(records),
      hasRoomFor: (lengthBytes) => disk.hasRoomFor(lengthBytes),
      makeRoom: () => disk.makeRoom(),
      send: (messages) => {
        for (const message of messages) transport.send(message);
      },
      apply: (index, data) => stateMachine.apply(index, data),
      takeSnapshot: (reference) => disk.takeSnapshot(reference),
      snapshotRecorded: (reference) => disk.snapshotRecorded(reference),
      sendSnapshot: (message) => void this.#sendSnapshot(message),
      restore: (reference) => disk.restore(reference),
      leadershipChanged: () => this.#tellLeadership(),
      membersChanged: () => this.#membersChanged(),
      failed: (error) => this.#failed(error),
    };
  }

  /** A sole voter has nobody to wait for. */
  #leads(): boolean {
    if (this.#node.role === 'follower') this.#node.campaign();
    return this.#leadership.isSelf;
  }

  #wantTurn(): void {
    if (this.#isTurnWanted) return;
    this.#isTurnWanted = true;
    // What else arrives in this round of the event loop goes with it.
    setImmediate(() => {
      this.#isTurnWanted = false;
      this.#node.turn();
      this.#freshness.applied(this.#node.appliedIndex);
      for (const look of this.#afterTurn) look();
    });
  }

  #tick(): void {
    this.#freshness.awake(this.#modules.clock.monotonicMs());
    this.#node.tick();
  }

  #receive(message: Message): void {
    this.#node.receive(message);
    if (message.from !== this.#node.leadership.leaderId) return;
    this.#freshness.heard(message, this.#modules.clock.monotonicMs());
  }

  async #receiveSnapshot(message: Message, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    if (this.#node.wantsSnapshot(message)) {
      checkSnapshot(message, this.#node.membership);
      if (this.#isReceivingSnapshot) throw new Error('another snapshot is on its way to this member');
      this.#isReceivingSnapshot = true;
      try {
        await this.#modules.disk.receive(message, pieces);
      } finally {
        this.#isReceivingSnapshot = false;
      }
    }
    this.#receive(message);
  }

  async #sendSnapshot(message: Message): Promise<void> {
    const { disk, transport } = this.#modules;
    const hasArrived = await disk.send(message, (pieces) => transport.sendSnapshot(message, pieces));
    this.#node.snapshotSent(message.to, hasArrived);
  }

  #peerGone(id: number): void {
    const { clock, random } = this.#modules;
    const { tickMs, earlyCampaignTicks } = this.#options;
    this.#node.unreachable(id);
    if (!this.#node.gone(id) || earlyCampaignTicks === 0) return;
    this.#cancelCampaign();
    this.#cancelCampaign = clock.setTimer(random(earlyCampaignTicks * tickMs), () => {
      if (this.#node.core.raft.lead === NONE) this.#node.campaign();
    });
  }

  #refusedBy(id: number, reason: string, isRemoval: boolean | undefined): void {
    this.#modules.onRefused(id, reason);
    const isVoter = this.#node.confState.voters.includes(id);
    if (isRemoval === true && isVoter) this.#node.fail(new MemberRemovedError(this.selfId));
  }

  #tellLeadership(): void {
    const { leaderId, term, isSelf } = this.#node.leadership;
    // Until another one leads, the others may need its vote: they need not know yet that it is out.
    const isOver = wasRemoved(this.#node.membership, this.selfId) && ![NONE, this.selfId].includes(leaderId);
    if (isOver) this.#node.fail(new MemberRemovedError(this.selfId));
    const { leader, epoch, isSelf: wasSelf } = this.#leadership;
    if (leader === this.#nameOf(leaderId) && epoch === term && wasSelf === isSelf) return;
    this.#leadership = { leader: this.#nameOf(leaderId), epoch: term, isSelf };
    for (const listener of this.#leadershipListeners) listener(this.#leadership);
  }

  #membersChanged(): void {
    this.#setPeers();
    for (const listener of this.#memberListeners) listener();
    // The leader may have been known by nothing but its id.
    this.#tellLeadership();
  }

  #setPeers(): void {
    const { membership, confState } = this.#node;
    const isKnown = confState.voters.length > 0;
    const all = isKnown ? membersOf(membership, confState) : this.#options.firstPeers;
    const others = all.filter(({ id }) => id !== this.selfId);
    this.#modules.transport.setPeers(others, isKnown ? membership.highestId : undefined);
  }

  #nameOf(id: number): string | null {
    if (id === NONE) return null;
    const { peers } = this.#node.membership;
    return [...peers, ...this.#options.firstPeers].find((peer) => peer.id === id)?.name ?? `member ${id}`;
  }

  #stoppedAlready(): Promise<never> | undefined {
    if (this.#failure === undefined && this.#closing === undefined) return undefined;
    return Promise.reject(
      new ReplicatorError('stopped', 'the replicator has stopped', { cause: this.#failure }),
    );
  }

  #until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds() && this.#failure === undefined) return;
        this.#afterTurn = this.#afterTurn.filter((each) => each !== look);
        resolve();
      };
      this.#afterTurn.push(look);
      look();
    });
  }

  /** Waits for it, but no longer than elections take. */
  async #soon(work: Promise<void>): Promise<void> {
    const { electionTicks, tickMs } = this.#options;
    let cancel: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      cancel = this.#modules.clock.setTimer(2 * electionTicks * tickMs, resolve);
    });
    await Promise.race([work, late]);
    cancel();
  }

  #failed(error: Error): void {
    this.#ticker.stop();
    this.#cancelCampaign();
    if (error instanceof LogClosedError) return;
    this.#failure = error;
    this.#settleStopped(error);
    for (const look of this.#afterTurn) look();
  }

  async #close(): Promise<void> {
    // Not in the same turn: `#closing` is not set yet.
    await Promise.resolve();
    // What is still open then may stay so for ever: for want of room, or since no majority takes it.
    await this.#soon(this.#until(() => this.#calls.isNone));
    // The others need not find out by silence that this one is gone.
    if (this.#node.hearing.views().length > 1)
      await this.#soon(this.#changes.transferLeadership().catch(() => undefined));
    this.#node.fail(new LogClosedError());
    await this.#modules.transport.close();
    await this.#modules.disk.close();
    this.#settleStopped(this.#failure ?? null);
  }
}
