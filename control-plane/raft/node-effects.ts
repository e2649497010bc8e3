/**
 * What a Raft node is given at its start, what it asks of the world around it, and how it is told what became of
 * that. Shapes only: the real world is raft-member.ts's, a simulation brings its own.
 *
 * Every effect returns at once. Those that take time are answered later by a call of the node named with them,
 * from a turn of its own and never from within the effect.
 */
import type { Membership } from './membership.js';
import type { TailLimits } from './node-storage.js';
import type { HardState, LogRecord, SnapshotReference } from './record.js';
import type { RaftConfig } from './rules/config.js';
import type { RaftLogger } from './rules/logger.js';
import type { Entry, Message, Snapshot } from './rules/types.js';

export interface RaftNodeOptions extends TailLimits {
  readonly id: number;
  readonly electionTicks: number;
  readonly heartbeatTicks: number;
  /** A snapshot is taken after this many entries, or entries of so many bytes. */
  readonly snapshotAfterEntries: number;
  readonly snapshotAfterBytes: number;
  /** Others than those of core-options.ts, for who wants to see what small ones do. */
  readonly coreLimits?: CoreLimits | undefined;
}

export type CoreLimits = Partial<
  Pick<RaftConfig, 'maxSizePerMsg' | 'maxCommittedSizePerReady' | 'maxInflightMsgs' | 'maxInflightBytes'>
>;

export interface AppliedStart {
  /** Its `data` says who the members are; of index 0 for a node that has joined and got nothing yet. */
  readonly snapshot: Snapshot;
  /** Until a snapshot says it. */
  readonly membership: Membership;
}

/** What was found on the disk; the state machine holds the snapshot's state. */
export interface NodeStart extends AppliedStart {
  /** Those after the snapshot. */
  readonly entries: readonly Entry[];
  readonly hardState: HardState;
}

export interface NodeModules {
  readonly effects: NodeEffects;
  /** An integer from 0 to bound - 1. */
  readonly random: (bound: number) => number;
  readonly logger?: RaftLogger | undefined;
}

/** Who leads, as far as this node knows. */
export interface NodeLeadership {
  /** 0 while no leader is known. */
  readonly leaderId: number;
  readonly term: number;
  /** True once this node leads and has applied an entry of its own term. */
  readonly isSelf: boolean;
}

export interface NodeEffects {
  /** `turn()` has something to do: call it soon, once what else arrives at this moment has been handed in. */
  wantTurn(): void;
  /**
   * Make these records durable, in this order; those of one cut and what replaces it in one append. Answered by
   * `written()` or `writeFailed()`. A second write is never asked for before that.
   */
  write(records: readonly LogRecord[]): void;
  /** Whether the log surely has room for so many bytes of records, beyond what it was told to write. */
  hasRoomFor(lengthBytes: number): boolean;
  /** Make room for more records; answered by `roomMade()` or `noRoom()`. */
  makeRoom(): void;
  /** All messages of one turn, in order. */
  send(messages: readonly Message[]): void;
  /** Apply one entry to the state machine. What it throws ends the node. */
  apply(index: number, data: Uint8Array): void;
  /**
   * Capture the state machine as it is now, make a durable snapshot file of it; answered by `snapshotTaken()` or
   * `snapshotFailed()`. A second one is never asked for before that.
   */
  takeSnapshot(reference: SnapshotReference): void;
  /** The log refers to this snapshot durably: older files and segments may go. */
  snapshotRecorded(reference: SnapshotReference): void;
  /** Send this message with the newest snapshot's file; answered by `snapshotSent()`. */
  sendSnapshot(message: Message): void;
  /**
   * Replace the state machine's state by this snapshot, whose file was there before its message was handed in;
   * answered by `restored()`, or by `fail()`.
   */
  restore(reference: SnapshotReference): void;
  leadershipChanged(leadership: NodeLeadership): void;
  /** Members, their roles or addresses are others now. */
  membersChanged(): void;
  /** The node has stopped for good and takes no more calls. */
  failed(error: Error): void;
}

/** What became of a proposal. */
export type Outcome =
  | { readonly kind: 'applied'; readonly index: number }
  /** It is in nobody's log and never will be. */
  | { readonly kind: 'not-leader'; readonly leaderId: number }
  | { readonly kind: 'disk-full'; readonly cause: unknown }
  /** A change of the members that came while another was under way: its place was left empty. */
  | { readonly kind: 'refused' }
  /** It was appended, and then leadership was lost. */
  | { readonly kind: 'unknown'; readonly cause: unknown }
  | { readonly kind: 'stopped'; readonly cause: unknown };

/** Called once, from a turn of the node. */
export type Settle = (outcome: Outcome) => void;
