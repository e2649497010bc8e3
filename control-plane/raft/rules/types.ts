/**
 * The words of the Raft core: what is stored, what members say to one another, and what the core hands to
 * whoever drives it. Shapes only; each object is made by one factory, so that all of a kind look alike to the
 * engine. Terms, indexes and member ids are plain integers; 0 stands for none.
 *
 * The behaviour behind these words is that of etcd's Raft (go.etcd.io/raft v3), on the foundation of
 * "In Search of an Understandable Consensus Algorithm" (Ongaro, Ousterhout 2014) and Ongaro's thesis.
 */

/** Nobody. */
export const NONE = 0;
/** Receivers of a member's own storage work (StorageAppend, StorageApply); no member may have these ids. */
export const LOCAL_APPEND_THREAD = Number.MAX_SAFE_INTEGER;
export const LOCAL_APPLY_THREAD = Number.MAX_SAFE_INTEGER - 1;
/** For limits in bytes or messages: none. */
export const NO_LIMIT = Number.MAX_SAFE_INTEGER;

export type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader';

export type EntryType = 'normal' | 'conf-change' | 'conf-change-v2';

/** One entry of the log. Never changed once made, so it may be shared. */
export interface Entry {
  readonly term: number;
  readonly index: number;
  readonly type: EntryType;
  /** Whether the type was set explicitly, which counts in `entrySize`; always for configuration changes. */
  readonly hasType: boolean;
  /** Undefined and empty are different lengths on the wire. */
  readonly data: Uint8Array | undefined;
  /** The entry as the driver writes and sends it, encoded once by it; the core does not look at it. */
  encoded: Uint8Array | undefined;
}

export interface HardState {
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
}

export interface SoftState {
  readonly lead: number;
  readonly role: Role;
}

/** Who is in the cluster. Order does not matter. */
export interface ConfState {
  readonly voters: readonly number[];
  readonly learners: readonly number[];
  /** Voters of the outgoing half while joint. */
  readonly votersOutgoing: readonly number[];
  /** Voters of the outgoing half that become learners when the joint configuration is left. */
  readonly learnersNext: readonly number[];
  readonly autoLeave: boolean;
}

export interface SnapshotMetadata {
  readonly index: number;
  readonly term: number;
  readonly confState: ConfState;
}

/** Empty iff its index is 0. What `data` holds is the driver's own: bytes, or nothing where files are streamed. */
export interface Snapshot {
  readonly data: Uint8Array | undefined;
  readonly metadata: SnapshotMetadata;
}

export type ConfChangeType = 'add-node' | 'remove-node' | 'update-node' | 'add-learner-node';

export interface ConfChangeSingle {
  readonly type: ConfChangeType;
  readonly nodeId: number;
}

export type ConfChangeTransition = 'auto' | 'joint-implicit' | 'joint-explicit';

/** One change alone, applied without a joint configuration. */
export interface ConfChangeV1 extends ConfChangeSingle {
  readonly version: 1;
  readonly context: Uint8Array | undefined;
}

export interface ConfChangeV2 {
  readonly version: 2;
  readonly transition: ConfChangeTransition;
  readonly changes: readonly ConfChangeSingle[];
  readonly context: Uint8Array | undefined;
}

export type ConfChange = ConfChangeV1 | ConfChangeV2;

/** In the order of their numbers on the wire, 0 to 23; printed as "Msg" + name. */
export const MESSAGE_TYPES = [
  'Hup',
  'Beat',
  'Prop',
  'App',
  'AppResp',
  'Vote',
  'VoteResp',
  'Snap',
  'Heartbeat',
  'HeartbeatResp',
  'Unreachable',
  'SnapStatus',
  'CheckQuorum',
  'TransferLeader',
  'TimeoutNow',
  'ReadIndex',
  'ReadIndexResp',
  'PreVote',
  'PreVoteResp',
  'StorageAppend',
  'StorageAppendResp',
  'StorageApply',
  'StorageApplyResp',
  'ForgetLeader',
] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];

/** All fields at birth, in this order, so that every message has one shape. */
export interface Message {
  readonly type: MessageType;
  readonly to: number;
  from: number;
  term: number;
  readonly logTerm: number;
  readonly index: number;
  readonly entries: readonly Entry[];
  readonly commit: number;
  readonly vote: number;
  readonly snapshot: Snapshot | undefined;
  readonly reject: boolean;
  readonly rejectHint: number;
  readonly context: Uint8Array | undefined;
  /** Of StorageAppend and StorageApply: what to deliver once the work is done. */
  readonly responses: readonly Message[];
}

/** A read that may be served once `index` is applied. */
export interface ReadState {
  readonly index: number;
  readonly context: Uint8Array;
}

/** What the driver must persist, apply and send now. */
export interface Ready {
  /** Only when it changed. */
  readonly softState: SoftState | undefined;
  /** Only when it changed. */
  readonly hardState: HardState | undefined;
  readonly readStates: readonly ReadState[];
  /** To be made durable before `messages` go out (synchronous mode). */
  readonly entries: readonly Entry[];
  readonly snapshot: Snapshot | undefined;
  readonly committedEntries: readonly Entry[];
  readonly messages: readonly Message[];
  /** Whether hard state and entries must be flushed, or may be lost with the next crash. */
  readonly mustSync: boolean;
}

export const NO_CONF_STATE: ConfState = {
  voters: [],
  learners: [],
  votersOutgoing: [],
  learnersNext: [],
  autoLeave: false,
};

export const NO_HARD_STATE: HardState = { term: 0, vote: NONE, commit: 0 };

const NO_ENTRIES: readonly Entry[] = [];
const NO_MESSAGES: readonly Message[] = [];

export interface EntryFields {
  readonly term?: number;
  readonly index?: number;
  readonly type?: EntryType;
  readonly hasType?: boolean;
  readonly data?: Uint8Array | undefined;
}

export function makeEntry(fields: EntryFields): Entry {
  const type = fields.type ?? 'normal';
  return {
    term: fields.term ?? 0,
    index: fields.index ?? 0,
    type,
    hasType: fields.hasType ?? type !== 'normal',
    data: fields.data,
    encoded: undefined,
  };
}

export function makeMessage(fields: Pick<Message, 'type' | 'to'> & Partial<Message>): Message {
  return {
    type: fields.type,
    to: fields.to,
    from: fields.from ?? NONE,
    term: fields.term ?? 0,
    logTerm: fields.logTerm ?? 0,
    index: fields.index ?? 0,
    entries: fields.entries ?? NO_ENTRIES,
    commit: fields.commit ?? 0,
    vote: fields.vote ?? NONE,
    snapshot: fields.snapshot,
    reject: fields.reject ?? false,
    rejectHint: fields.rejectHint ?? 0,
    context: fields.context,
    responses: fields.responses ?? NO_MESSAGES,
  };
}
