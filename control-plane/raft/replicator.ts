/**
 * What the rest of a program may know about replication: an ordered log of opaque entries.
 * Owns the interface, its error codes and nothing else. Every replicator (single-member, Raft, an
 * external log service) implements it and passes the same conformance tests.
 *
 * Promises: entries are applied in index order, each exactly once per process life, and never before
 * they are durable. What the bytes mean is left to the state machine.
 */

/** Who leads, as this member sees it. `epoch` never decreases, also across restarts. */
export interface Leadership {
  /** Id of the leading member; null while no leader is known. */
  readonly leader: string | null;
  readonly epoch: number;
  /**
   * True only once an entry of this very epoch has been applied here, so a listener that sees
   * `isSelf` may read its state machine and start leading at once.
   */
  readonly isSelf: boolean;
}

/** The application behind the log. Every call comes from the replicator, never two at a time. */
export interface StateMachine {
  /**
   * Applies one committed entry. Synchronous, deterministic, and it must not throw: an entry that is
   * refused by the application's own rules is a result to remember, not an exception. A throw stops
   * the replicator, because members that skip different entries are no longer replicas.
   * `index` rises from call to call but may jump: replicators keep entries of their own.
   */
  apply(index: number, bytes: Uint8Array): void;
  /**
   * The state as of this very call, in pieces of any size. The state must be captured before the call
   * returns, or by a generator before its first await (entries go on being applied while the pieces are
   * read); encoding may happen piece by piece.
   */
  snapshot(): AsyncIterable<Uint8Array>;
  /** Replaces the whole state by a snapshot taken after `index` was applied. */
  restore(index: number, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Throws for a snapshot that `restore` could not read, as far as its first piece tells: asked before a snapshot of
   * another member takes the place of the own state.
   */
  checkSnapshot?(firstPiece: Uint8Array): void;
}

export type ReplicatorErrorCode =
  /** This member does not lead: nothing was proposed. `leader` says who does, if known. */
  | 'not-leader'
  /** The entry is longer than the limit: nothing was proposed. */
  | 'too-large'
  /** Too many bytes are waiting already: nothing was proposed, try again later. */
  | 'overloaded'
  /** The disk has no room: the entry is not in the log and never will be. Works again once there is room. */
  | 'disk-full'
  /** The entry may or may not be in the log: look at the state before doing it again. */
  | 'outcome-unknown'
  /** The replicator was closed or has failed: nothing was proposed. */
  | 'stopped';

export interface ReplicatorErrorDetails {
  readonly leader?: string | null;
  readonly cause?: unknown;
}

/** The only error class that `propose` and `barrier` reject with. */
export class ReplicatorError extends Error {
  override readonly name = 'ReplicatorError';
  readonly code: ReplicatorErrorCode;
  /** Only with `not-leader`: the member to ask instead, or null when none is known. */
  readonly leader: string | null;

  constructor(code: ReplicatorErrorCode, message: string, details: ReplicatorErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.leader = details.leader ?? null;
  }
}

export interface Replicator {
  /** Who leads, as far as this member knows now. */
  readonly leadership: Leadership;
  /** Index of the last entry that this member has applied. */
  readonly appliedIndex: number;
  /**
   * Settles when the replicator has stopped: with null after `close`, else with the reason it stopped
   * by itself. It never rejects. Whoever built the replicator should treat a reason as fatal.
   */
  readonly stopped: Promise<Error | null>;

  /**
   * Proposes one entry. Resolves with its index after it was applied here; rejects with a
   * ReplicatorError. Many proposals may be in flight; they are applied in the order of the calls, or
   * not at all. The bytes must not be changed before the promise has settled.
   */
  propose(bytes: Uint8Array): Promise<number>;

  /**
   * Resolves with an applied index that covers every entry acknowledged to anybody before the call:
   * a read of the state machine made after it is linearizable. Rejects as `propose` does.
   */
  barrier(): Promise<number>;

  /**
   * Calls the listener now with the present leadership, then at each change; never while an entry is
   * being applied. The result ends the subscription.
   */
  watchLeadership(listener: (leadership: Leadership) => void): () => void;

  /** Stops: what is in flight is finished or rejected, files are closed. May be called more than once. */
  close(): Promise<void>;
}
