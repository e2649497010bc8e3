/**
 * The core as its driver uses it. Put in: ticks, messages, proposals. Take out: `ready()`, which says what to
 * persist, send and apply. Then either `advance()` when all of that is done, or, with asyncStorageWrites, step
 * the responses of the storage messages as each piece of work is done.
 *
 * Synchronous and single-threaded; owns no clock, disk or network. A RaftInvariantError it throws is final.
 */
import { checkedConfig, type RaftOptions } from './config.js';
import { encodeConfChange, entryTypeOf } from './confchange/codec.js';
import { bootstrap, type BootstrapPeer } from './core/bootstrap.js';
import { applyConfChange } from './core/membership.js';
import type { Raft } from './core/raft.js';
import { isEmptyHardState, startRaft } from './core/start.js';
import { step } from './core/step.js';
import { tick } from './core/tick.js';
import { raftInvariant } from './invariant.js';
import { entriesSize } from './log/size.js';
import { statusOf, type RaftStatus } from './raft-status.js';
import type { Refusal } from './refusal.js';
import {
  storageAppend,
  storageAppendResp,
  storageApply,
  storageApplyResp,
  type StorageWork,
} from './storage-messages.js';
import {
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  NONE,
  NO_HARD_STATE,
  makeEntry,
  makeMessage,
  type ConfChange,
  type ConfState,
  type HardState,
  type Message,
  type MessageType,
  type Ready,
  type SoftState,
} from './types.js';

/** Told to a member by itself alone: from a peer they would be forged. */
const LOCAL_TYPES: ReadonlySet<MessageType> = new Set([
  'Hup',
  'Beat',
  'Unreachable',
  'SnapStatus',
  'CheckQuorum',
  'StorageAppend',
  'StorageAppendResp',
  'StorageApply',
  'StorageApplyResp',
]);

const RESPONSE_TYPES: ReadonlySet<MessageType> = new Set([
  'AppResp',
  'VoteResp',
  'HeartbeatResp',
  'Unreachable',
  'ReadIndexResp',
  'PreVoteResp',
  'StorageAppendResp',
  'StorageApplyResp',
]);

export class RawNode {
  /** The state inside, for tests. */
  readonly raft: Raft;
  readonly #isAsynchronous: boolean;
  #lastSoftState: SoftState;
  #lastHardState: HardState;
  /** Synchronous mode: what the work of the accepted Ready will have brought about, to be stepped by advance(). */
  #stepsOnAdvance: readonly Message[] = [];

  constructor(options: RaftOptions) {
    const config = checkedConfig(options);
    this.raft = startRaft(config);
    this.#isAsynchronous = config.asyncStorageWrites;
    this.#lastSoftState = this.raft.softState;
    this.#lastHardState = this.raft.hardState;
  }

  tick(): void {
    tick(this.raft);
  }

  campaign(): void {
    step(this.raft, makeMessage({ type: 'Hup', to: NONE }));
  }

  /** One entry, or several that follow one another. */
  propose(data: Uint8Array | readonly Uint8Array[]): Refusal | undefined {
    const entries =
      data instanceof Uint8Array ? [makeEntry({ data })] : data.map((one) => makeEntry({ data: one }));
    return step(this.raft, makeMessage({ type: 'Prop', to: NONE, from: this.raft.id, entries }));
  }

  proposeConfChange(change: ConfChange): Refusal | undefined {
    const entry = makeEntry({ type: entryTypeOf(change), data: encodeConfChange(change) });
    return step(this.raft, makeMessage({ type: 'Prop', to: NONE, entries: [entry] }));
  }

  /** A message from a peer, or the response of a piece of storage work. */
  step(message: Message): Refusal | undefined {
    const { type, from } = message;
    const isOfOwnThread = from === LOCAL_APPEND_THREAD || from === LOCAL_APPLY_THREAD;
    if (!isOfOwnThread && LOCAL_TYPES.has(type)) {
      return 'local-message';
    }
    if (!isOfOwnThread && RESPONSE_TYPES.has(type) && this.raft.tracker.progressOf(from) === undefined) {
      return 'unknown-peer';
    }
    return step(this.raft, message);
  }

  /** Takes a committed change into force; to be called for each, as it is applied, in every mode. */
  applyConfChange(change: ConfChange): ConfState {
    return applyConfChange(this.raft, change);
  }

  /** Asks for a ReadState with this context: from its index on, what is applied is not older than this call. */
  readIndex(context: Uint8Array): Refusal | undefined {
    const entries = [makeEntry({ data: context })];
    return step(this.raft, makeMessage({ type: 'ReadIndex', to: NONE, entries }));
  }

  transferLeader(id: number): Refusal | undefined {
    return step(this.raft, makeMessage({ type: 'TransferLeader', to: NONE, from: id }));
  }

  /** Of a follower: votes for others from now on, as if its leader had long been silent. */
  forgetLeader(): void {
    step(this.raft, makeMessage({ type: 'ForgetLeader', to: NONE }));
  }

  /** The last message to this member was probably lost. */
  reportUnreachable(id: number): void {
    step(this.raft, makeMessage({ type: 'Unreachable', to: NONE, from: id }));
  }

  /** What became of the snapshot that was sent to this member; without a report it gets nothing more. */
  reportSnapshot(id: number, ok: boolean): void {
    step(this.raft, makeMessage({ type: 'SnapStatus', to: NONE, from: id, reject: !ok }));
  }

  hasReady(): boolean {
    const { log, msgs, msgsAfterAppend, readStates } = this.raft;
    const { hardState } = this.raft;
    return (
      msgs.length > 0 ||
      msgsAfterAppend.length > 0 ||
      log.unstable.hasNextEntries ||
      log.hasNextCommitted(!this.#isAsynchronous) ||
      !sameSoftState(this.raft, this.#lastSoftState) ||
      (!isEmptyHardState(hardState) && !sameHardState(hardState, this.#lastHardState)) ||
      log.unstable.nextSnapshot() !== undefined ||
      readStates.length > 0
    );
  }

  /** What to do now, counted as being done from here on. */
  ready(): Ready {
    const { raft } = this;
    raftInvariant(this.#stepsOnAdvance.length === 0, 'two accepted Readys without advance() between them');
    const allowUnstable = !this.#isAsynchronous;
    const entries = raft.log.unstable.nextEntries();
    const committedEntries = raft.log.nextCommitted(allowUnstable);
    const snapshot = raft.log.unstable.nextSnapshot();
    const current = raft.hardState;
    const hardState =
      sameHardState(current, this.#lastHardState) || isEmptyHardState(current) ? undefined : current;
    const softState = sameSoftState(raft, this.#lastSoftState) ? undefined : raft.softState;
    const mustSync =
      entries.length > 0 ||
      current.term !== this.#lastHardState.term ||
      current.vote !== this.#lastHardState.vote;
    const messages = this.#messagesFor({ hardState, entries, snapshot, committedEntries });
    const ready: Ready = {
      softState,
      hardState,
      readStates: raft.readStates,
      entries,
      snapshot,
      committedEntries,
      messages,
      mustSync,
    };
    this.#accept(ready);
    return ready;
  }

  /** Ends the work of the last Ready: all of it was persisted, sent and applied, in this order. */
  advance(): void {
    raftInvariant(!this.#isAsynchronous, 'advance() is for synchronous mode: step the responses instead');
    const steps = this.#stepsOnAdvance;
    this.#stepsOnAdvance = [];
    for (const message of steps) {
      step(this.raft, message);
    }
  }

  /**
   * Makes a first cluster out of an empty storage, by one committed change per peer. A storage that begins
   * with a snapshot of index 2 or higher, with all peers in its ConfState, is the simpler way.
   */
  bootstrap(peers: readonly BootstrapPeer[]): void {
    bootstrap(this.raft, peers);
    // So that the first Ready has the hard state, which nobody has written yet.
    this.#lastHardState = NO_HARD_STATE;
  }

  status(): RaftStatus {
    return statusOf(this.raft);
  }

  /** In synchronous mode `messages` go out once the rest is durable; this member's own answers wait longer. */
  #messagesFor(work: StorageWork): readonly Message[] {
    const { raft } = this;
    const messages = raft.msgs;
    if (this.#isAsynchronous) {
      pushIfAny(messages, storageAppend(raft, work));
      pushIfAny(messages, storageApply(raft, work.committedEntries));
      return messages;
    }
    for (const message of raft.msgsAfterAppend) {
      if (message.to !== raft.id) {
        messages.push(message);
      }
    }
    return messages;
  }

  #accept({ hardState, softState, committedEntries, snapshot }: Ready): void {
    const { raft } = this;
    this.#lastSoftState = softState ?? this.#lastSoftState;
    this.#lastHardState = hardState ?? this.#lastHardState;
    if (!this.#isAsynchronous) {
      const steps = raft.msgsAfterAppend.filter(({ to }) => to === raft.id);
      pushIfAny(steps, storageAppendResp(raft, snapshot));
      pushIfAny(steps, storageApplyResp(raft, committedEntries));
      this.#stepsOnAdvance = steps;
    }
    // The arrays belong to the Ready from here on.
    raft.readStates = [];
    raft.msgs = [];
    raft.msgsAfterAppend = [];
    raft.log.unstable.acceptInProgress();
    const last = committedEntries.at(-1);
    if (last !== undefined) {
      raft.log.acceptApplying(last.index, entriesSize(committedEntries), !this.#isAsynchronous);
    }
  }
}

function pushIfAny(messages: Message[], message: Message | undefined): void {
  if (message !== undefined) {
    messages.push(message);
  }
}

function sameSoftState({ lead, role }: SoftState, other: SoftState): boolean {
  return lead === other.lead && role === other.role;
}

function sameHardState({ term, vote, commit }: HardState, other: HardState): boolean {
  return term === other.term && vote === other.vote && commit === other.commit;
}
