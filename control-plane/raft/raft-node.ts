/**
 * The loop of one Raft node: takes ticks, messages, proposals and finished work one at a time, steps the core,
 * and says through its effects what is to be written, sent and applied. Owns the order of all that (raft.md
 * §1.14, §1.15); clock, disk, network and state machine are its surroundings' (node-effects.ts).
 *
 * Synchronous, without timers, dice or promises of its own: a simulation runs this very class. Inputs only note what
 * came; `turn()` does the work, once for all of it. Messages go out before the write of the same turn begins; one write
 * is in flight, and what is to be written meanwhile goes with the next; entries are applied in slices.
 */
import { AppliedState } from './applied-state.js';
import { coreOptions } from './core-options.js';
import { Handover } from './handover.js';
import { Hearing } from './hearing.js';
import { Intake } from './intake.js';
import { hasVote, type Membership } from './membership.js';
import type {
  NodeEffects,
  NodeLeadership,
  NodeModules,
  NodeStart,
  RaftNodeOptions,
  Settle,
} from './node-effects.js';
import { NodeStorage } from './node-storage.js';
import { Outbox } from './outbox.js';
import { isFromPeer, isPossible } from './peer-messages.js';
import { ProposalQueue } from './proposal-queue.js';
import { ReadQueue } from './read-queue.js';
import type { SnapshotReference } from './record.js';
import { bestSuccessor } from './rules/change-check.js';
import { encodeConfChange, entryTypeOf } from './rules/confchange/codec.js';
import type { RaftLogger } from './rules/logger.js';
import { RawNode } from './rules/raw-node.js';
import {
  type ConfChange,
  type ConfState,
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
  NONE,
  type Role,
  type SoftState,
} from './rules/types.js';
import { SnapshotSends } from './snapshot-sends.js';
import { StorageWork } from './storage-work.js';

/** A write that found no room is tried again after so many ticks. */
const RETRY_TICKS = 5;
/** Applying makes more to do; beyond this it waits for the next turn. */
const ROUNDS_PER_TURN = 2;

export class RaftNode {
  readonly id: number;
  /** The core, for those who look at it from outside: nothing is to be changed through it. */
  readonly core: RawNode;
  /** When the members were heard from last; lately is within two election timeouts. */
  readonly hearing: Hearing;
  readonly #options: RaftNodeOptions;
  readonly #effects: NodeEffects;
  readonly #logger: RaftLogger | undefined;
  readonly #storage: NodeStorage;
  readonly #work: StorageWork;
  readonly #applied: AppliedState;
  readonly #proposals = new ProposalQueue();
  readonly #reads: ReadQueue;
  readonly #handover = new Handover();
  readonly #intake: Intake;
  readonly #outbox: Outbox;
  readonly #snapshotSends: SnapshotSends;
  #announced: NodeLeadership = { leaderId: NONE, term: 0, isSelf: false };
  #failure: Error | undefined;

  constructor(options: RaftNodeOptions, start: NodeStart, modules: NodeModules) {
    this.id = options.id;
    this.#options = options;
    this.#effects = modules.effects;
    this.#logger = modules.logger;
    this.#storage = new NodeStorage(options, start);
    this.#reads = new ReadQueue(modules.random(2 ** 30));
    const { index } = start.snapshot.metadata;
    this.core = new RawNode(coreOptions(options, { storage: this.#storage, applied: index }, modules));
    this.hearing = new Hearing(this.core.raft, options);
    this.#snapshotSends = new SnapshotSends(options.electionTicks, {
      raft: this.core.raft,
      hearing: this.hearing,
    });
    this.#applied = new AppliedState(start, {
      raw: this.core,
      storage: this.#storage,
      effects: modules.effects,
      onApplied: (entry) => this.#proposals.applied(entry),
    });
    const end = {
      lastIndex: this.#storage.lastIndex(),
      snapshotIndex: index,
      hardState: start.hardState,
      backOffTicks: options.electionTicks,
    };
    this.#work = new StorageWork(end, {
      effects: modules.effects,
      storage: this.#storage,
      applied: this.#applied,
      deliver: (response) => {
        if (response.to === this.id) this.core.step(response);
        else this.#outbox.add(response);
      },
      neededIndex: (snapshotIndex) => this.#snapshotSends.neededIndex(snapshotIndex),
    });
    this.#outbox = new Outbox({ effects: modules.effects, snapshotSends: this.#snapshotSends });
    this.#intake = new Intake({
      core: this.core,
      proposals: this.#proposals,
      reads: this.#reads,
      work: this.#work,
      handover: this.#handover,
      applied: this.#applied,
      effects: modules.effects,
    });
  }

  get leadership(): NodeLeadership {
    if (this.#failure !== undefined) return { leaderId: NONE, term: this.#announced.term, isSelf: false };
    const { role, lead, term } = this.core.raft;
    const durableTerm = this.#storage.hardState.term;
    // Nobody hears of a term that a crash could take back.
    if (term !== durableTerm) return { leaderId: NONE, term: durableTerm, isSelf: false };
    const isSelf = role === 'leader' && this.#applied.term === term && hasVote(this.confState, this.id);
    return { leaderId: lead, term, isSelf };
  }

  get role(): Role {
    return this.core.raft.role;
  }

  get commitIndex(): number {
    return this.core.raft.log.committed;
  }

  /** Of the log, what is not durable yet included. */
  get lastIndex(): number {
    return this.core.raft.log.lastIndex();
  }

  get appliedIndex(): number {
    return this.#applied.index;
  }

  get appliedTerm(): number {
    return this.#applied.term;
  }

  get confState(): ConfState {
    return this.#applied.confState;
  }

  get membership(): Membership {
    return this.#applied.membership;
  }

  /** Why the write in flight is not in the log; undefined unless there is no room for it. */
  get noRoomCause(): unknown {
    return this.#work.noRoomCause;
  }

  tick(): void {
    this.#guarded(() => {
      const tick = ++this.hearing.tick;
      // Who can not write should not ask for votes either.
      if (!this.#work.isFull || this.role === 'leader') this.core.tick();
      const { electionTicks } = this.#options;
      this.#reads.expire(tick - 3 * electionTicks, { kind: 'not-leader', leaderId: NONE });
      this.#handover.expire(tick);
      for (const id of this.#snapshotSends.due()) this.core.reportSnapshot(id, false);
      if (tick % electionTicks === 0) {
        if (!hasVote(this.confState, this.id)) this.#handOver();
        this.#storage.release(this.#snapshotSends.neededIndex(this.#storage.snapshotIndex));
      }
      if (this.#work.isFull && tick % RETRY_TICKS === 0) {
        this.#handOver();
        this.#work.writeAgain();
      }
    });
  }

  /** A message of another member. What members never send each other here is dropped, whoever sent it. */
  receive(message: Message): void {
    if (!isFromPeer(message, this.id)) return;
    const { role, term, log } = this.core.raft;
    if (!isPossible(message, { role, term, lastIndex: log.lastIndex() })) {
      this.#logger?.error(
        () => `dropped ${message.type} of member ${message.from}: it speaks of entries that can not be`,
      );
      return;
    }
    this.#guarded(() => {
      if (!this.hearing.heardLately(message.from)) this.#snapshotSends.isBack(message.from);
      this.hearing.heard(message.from);
      this.core.step(message);
    });
  }

  /** Proposes bytes for the state machine. Only a leader takes them. */
  propose(data: Uint8Array, settle: Settle): void {
    if (this.#refuses(settle)) return;
    this.#proposals.add('normal', data, settle);
    this.#effects.wantTurn();
  }

  /** Proposes a change of the members. One at a time: a second one is `refused`. */
  proposeChange(change: ConfChange, settle: Settle): void {
    if (this.#refuses(settle)) return;
    this.#proposals.add(entryTypeOf(change), encodeConfChange(change), settle);
    this.#effects.wantTurn();
  }

  /** Settles once all is applied here that was acknowledged to anybody before this call. */
  barrier(settle: Settle): void {
    if (this.#failure !== undefined) return settle({ kind: 'stopped', cause: this.#failure });
    if (this.leadership.leaderId === NONE) return settle({ kind: 'not-leader', leaderId: NONE });
    this.#reads.add(settle);
    this.#effects.wantTurn();
  }

  campaign(): void {
    this.#guarded(() => this.core.campaign());
  }

  /** The process of this member is said to be gone. True if it led: this node may campaign without waiting for it. */
  gone(id: number): boolean {
    const { lead, role } = this.core.raft;
    if (!this.hearing.believesEnd(id) || id !== lead || role !== 'follower') return false;
    this.#guarded(() => this.core.forgetLeader());
    return true;
  }

  unreachable(id: number): void {
    this.#guarded(() => this.core.reportUnreachable(id));
  }

  /** Hands leadership over; `applied` once somebody else leads, `refused` if that did not happen in time. */
  transferLeader(toId: number, settle: Settle): void {
    if (this.#refuses(settle)) return;
    if (this.#handover.isUnderWay) return settle({ kind: 'refused' });
    this.#handover.begin(this.hearing.tick + 2 * this.#options.electionTicks, settle);
    this.#guarded(() => this.core.transferLeader(toId));
  }

  /** The write is durable. */
  written(): void {
    this.#guarded(() => this.#work.written());
    this.turn();
  }

  /** Nothing of the write is in the log, for want of room: it is tried again, and somebody else may lead. */
  writeFoundNoRoom(cause: unknown): void {
    this.#work.foundNoRoom(cause);
    this.#proposals.settleWaiting({ kind: 'disk-full', cause });
    this.#guarded(() => this.#handOver());
  }

  roomMade(): void {
    this.#work.roomAnswered();
    this.#effects.wantTurn();
  }

  noRoom(cause: unknown): void {
    this.#work.roomAnswered();
    this.#proposals.settleWaiting({ kind: 'disk-full', cause });
  }

  /** The state machine has the state of the snapshot that was to be restored. */
  restored(): void {
    this.#guarded(() => this.#work.restored());
    this.turn();
  }

  /** The file of this snapshot is durable under its name. */
  snapshotTaken(reference: SnapshotReference): void {
    this.#guarded(() => this.#work.snapshotEnded(reference, this.hearing.tick));
  }

  snapshotFailed(): void {
    this.#guarded(() => this.#work.snapshotEnded(undefined, this.hearing.tick));
  }

  /** Whether the snapshot arrived that was sent to this member. */
  snapshotSent(toId: number, hasArrived: boolean): void {
    this.#guarded(() => {
      if (!hasArrived) return this.#snapshotSends.failed(toId);
      this.#snapshotSends.arrived(toId);
      this.core.reportSnapshot(toId, true);
    });
  }

  /** Whether a snapshot with this message would be of use, as far as can be told before it is here. */
  wantsSnapshot(message: Message): boolean {
    if (this.#failure !== undefined) return false;
    const index = message.snapshot?.metadata.index ?? 0;
    return message.term >= this.core.raft.term && index > this.commitIndex;
  }

  /** Ends the node: all that is open is settled, and nothing more is done. */
  fail(error: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    this.#proposals.settleAll(error);
    this.#reads.settleAll(error);
    this.#handover.end({ kind: 'stopped', cause: error });
    this.#announce();
    this.#effects.failed(error);
  }

  /** Does all that there is to do now. */
  turn(): void {
    if (this.#failure !== undefined) return;
    this.#orFail(() => this.#turn());
  }

  #turn(): void {
    for (let round = 0; round < ROUNDS_PER_TURN; round++) {
      this.#work.answer();
      this.#drain();
      if (this.#intake.handIn(this.hearing.tick)) this.#drain();
      this.#outbox.send();
      this.#work.begin();
      if (!this.#applied.applySlice()) break;
    }
    this.#work.answer();
    this.#reads.applied(this.#applied.index);
    this.#work.takeSnapshotIfDue(this.#options, this.hearing.tick);
    this.#drain();
    this.#outbox.send();
    this.#work.begin();
    if (!this.#applied.isIdle || this.core.hasReady()) this.#effects.wantTurn();
    this.#announce();
  }

  /** Takes from the core what it wants done. */
  #drain(): void {
    for (this.#work.answerIdle(); this.core.hasReady(); this.#work.answerIdle()) {
      const { softState, readStates, messages } = this.core.ready();
      if (softState !== undefined) this.#roleChanged(softState);
      for (const readState of readStates) this.#reads.answer(readState);
      for (const message of messages) {
        if (message.to === LOCAL_APPEND_THREAD) this.#work.add(message);
        else if (message.to === LOCAL_APPLY_THREAD) this.#applied.add(message);
        else this.#outbox.add(message);
      }
    }
  }

  #roleChanged({ lead, role }: SoftState): void {
    const outcome = { kind: 'not-leader', leaderId: lead } as const;
    this.#reads.settleUnanswered(outcome);
    if (role === 'leader') return;
    if (lead !== NONE) this.#handover.end({ kind: 'applied', index: this.appliedIndex });
    this.#proposals.settleUncommitted(this.commitIndex, 'leadership was lost');
  }

  /** To somebody who can write, and has a vote. */
  #handOver(): void {
    const successor = bestSuccessor(this.hearing.views(), this.id);
    if (this.role === 'leader' && successor !== undefined) this.core.transferLeader(successor);
  }

  #announce(): void {
    if (this.#applied.haveMembersChanged) {
      this.#applied.haveMembersChanged = false;
      if (!hasVote(this.confState, this.id)) this.#guarded(() => this.#handOver());
      this.#effects.membersChanged();
    }
    const { leaderId, term, isSelf } = this.leadership;
    const { leaderId: lastId, term: lastTerm, isSelf: wasSelf } = this.#announced;
    if (leaderId === lastId && term === lastTerm && isSelf === wasSelf) return;
    this.#announced = { leaderId, term, isSelf };
    this.#effects.leadershipChanged(this.#announced);
  }

  #refuses(settle: Settle): boolean {
    if (this.#failure !== undefined) settle({ kind: 'stopped', cause: this.#failure });
    else if (this.role !== 'leader') settle({ kind: 'not-leader', leaderId: this.core.raft.lead });
    else return false;
    return true;
  }

  /** An input: it changes the core, so a turn follows. What the core throws is final. */
  #guarded(input: () => void): void {
    if (this.#failure !== undefined) return;
    this.#orFail(input);
    this.#effects.wantTurn();
  }

  #orFail(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
