/**
 * Generated from proto/swarm/v1/raft.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { JoinLogReplyStatic, JoinLogRequestStatic, LogMemberStatic, PeerFrameReplyStatic, PeerFrameStatic, PeerHelloStatic, SnapshotFrameReplyStatic, SnapshotFrameStatic, type JoinLogReplyRaw, type JoinLogRequestRaw, type LogMemberRaw, type PeerFrameRaw, type PeerFrameReplyRaw, type PeerHelloRaw, type SnapshotFrameRaw, type SnapshotFrameReplyRaw } from '#proto-static';

/** Who speaks; only in the first frame of a stream. */
export interface PeerHello extends rt.WithUnknownFields {
  /** Wire format of the stream; a receiver that does not know it refuses it. */
  readonly format: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  readonly from: number;
  readonly to: number;
  /** host:port where the speaker listens: it may have moved. */
  readonly address: string;
}

/** What PeerHelloCodec.create accepts; all of it may be left out. */
export interface PeerHelloInput extends rt.WithUnknownFields {
  /** Wire format of the stream; a receiver that does not know it refuses it. */
  readonly format?: number | undefined;
  readonly clusterId?: string | undefined;
  readonly recoveryEpoch?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** host:port where the speaker listens: it may have moved. */
  readonly address?: string | undefined;
}

export function peerHelloCreate(partial: PeerHelloInput = {}): PeerHello {
  const value: PeerHello = {
    format: partial.format ?? 0,
    clusterId: partial.clusterId ?? '',
    recoveryEpoch: partial.recoveryEpoch ?? 0,
    from: partial.from ?? 0,
    to: partial.to ?? 0,
    address: partial.address ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function peerHelloFromRaw(raw: PeerHelloRaw): PeerHello {
  const value: PeerHello = {
    format: raw.format,
    clusterId: raw.clusterId,
    recoveryEpoch: rt.readLong(raw.recoveryEpoch, 'swarm.v1.PeerHello', 'recoveryEpoch'),
    from: rt.readLong(raw.from, 'swarm.v1.PeerHello', 'from'),
    to: rt.readLong(raw.to, 'swarm.v1.PeerHello', 'to'),
    address: raw.address,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function peerHelloToRaw(value: PeerHello): PeerHelloRaw {
  return {
    format: rt.writeUint32(value.format, 'swarm.v1.PeerHello', 'format'),
    clusterId: value.clusterId,
    recoveryEpoch: rt.writeUint64(value.recoveryEpoch, 'swarm.v1.PeerHello', 'recoveryEpoch'),
    from: rt.writeUint64(value.from, 'swarm.v1.PeerHello', 'from'),
    to: rt.writeUint64(value.to, 'swarm.v1.PeerHello', 'to'),
    address: value.address,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PeerHelloCodec: rt.MessageCodec<PeerHello, PeerHelloInput> = {
  name: 'swarm.v1.PeerHello',
  encode: (value) => rt.encodeMessage(PeerHelloStatic, peerHelloToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PeerHello', PeerHelloStatic, bytes, peerHelloFromRaw),
  create: peerHelloCreate,
};

export interface PeerFrame extends rt.WithUnknownFields {
  readonly hello?: PeerHello | undefined;
  /** Any number of messages, each in the log's own encoding. */
  readonly messages: Uint8Array;
  /** Members that are, as the speaker heard, not where the log says; sent again whenever that changes. */
  readonly moved: readonly LogMember[];
}

/** What PeerFrameCodec.create accepts; all of it may be left out. */
export interface PeerFrameInput extends rt.WithUnknownFields {
  readonly hello?: PeerHelloInput | undefined;
  /** Any number of messages, each in the log's own encoding. */
  readonly messages?: Uint8Array | undefined;
  /** Members that are, as the speaker heard, not where the log says; sent again whenever that changes. */
  readonly moved?: readonly LogMemberInput[] | undefined;
}

export function peerFrameCreate(partial: PeerFrameInput = {}): PeerFrame {
  const value: PeerFrame = {
    hello: partial.hello === undefined ? undefined : peerHelloCreate(partial.hello),
    messages: partial.messages ?? new Uint8Array(0),
    moved: (partial.moved ?? []).map((item) => logMemberCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function peerFrameFromRaw(raw: PeerFrameRaw): PeerFrame {
  const value: PeerFrame = {
    hello: raw.hello == null ? undefined : peerHelloFromRaw(raw.hello),
    messages: rt.copyBytes(raw.messages),
    moved: raw.moved.map((item) => logMemberFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function peerFrameToRaw(value: PeerFrame): PeerFrameRaw {
  return {
    hello: value.hello === undefined ? undefined : peerHelloToRaw(value.hello),
    messages: value.messages,
    moved: value.moved.map((item) => logMemberToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PeerFrameCodec: rt.MessageCodec<PeerFrame, PeerFrameInput> = {
  name: 'swarm.v1.PeerFrame',
  encode: (value) => rt.encodeMessage(PeerFrameStatic, peerFrameToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PeerFrame', PeerFrameStatic, bytes, peerFrameFromRaw),
  create: peerFrameCreate,
};

export interface PeerFrameReply extends rt.WithUnknownFields {
}

/** What PeerFrameReplyCodec.create accepts; all of it may be left out. */
export interface PeerFrameReplyInput extends rt.WithUnknownFields {
}

export function peerFrameReplyCreate(partial: PeerFrameReplyInput = {}): PeerFrameReply {
  const value: PeerFrameReply = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function peerFrameReplyFromRaw(raw: PeerFrameReplyRaw): PeerFrameReply {
  const value: PeerFrameReply = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function peerFrameReplyToRaw(value: PeerFrameReply): PeerFrameReplyRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const PeerFrameReplyCodec: rt.MessageCodec<PeerFrameReply, PeerFrameReplyInput> = {
  name: 'swarm.v1.PeerFrameReply',
  encode: (value) => rt.encodeMessage(PeerFrameReplyStatic, peerFrameReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PeerFrameReply', PeerFrameReplyStatic, bytes, peerFrameReplyFromRaw),
  create: peerFrameReplyCreate,
};

export interface SnapshotFrame extends rt.WithUnknownFields {
  readonly hello?: PeerHello | undefined;
  /** The message that announces it, in the log's own encoding; only in the first frame. */
  readonly message: Uint8Array;
  readonly piece: Uint8Array;
  /** Only in the last frame: all pieces were sent. */
  readonly complete: boolean;
}

/** What SnapshotFrameCodec.create accepts; all of it may be left out. */
export interface SnapshotFrameInput extends rt.WithUnknownFields {
  readonly hello?: PeerHelloInput | undefined;
  /** The message that announces it, in the log's own encoding; only in the first frame. */
  readonly message?: Uint8Array | undefined;
  readonly piece?: Uint8Array | undefined;
  /** Only in the last frame: all pieces were sent. */
  readonly complete?: boolean | undefined;
}

export function snapshotFrameCreate(partial: SnapshotFrameInput = {}): SnapshotFrame {
  const value: SnapshotFrame = {
    hello: partial.hello === undefined ? undefined : peerHelloCreate(partial.hello),
    message: partial.message ?? new Uint8Array(0),
    piece: partial.piece ?? new Uint8Array(0),
    complete: partial.complete ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function snapshotFrameFromRaw(raw: SnapshotFrameRaw): SnapshotFrame {
  const value: SnapshotFrame = {
    hello: raw.hello == null ? undefined : peerHelloFromRaw(raw.hello),
    message: rt.copyBytes(raw.message),
    piece: rt.copyBytes(raw.piece),
    complete: raw.complete,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function snapshotFrameToRaw(value: SnapshotFrame): SnapshotFrameRaw {
  return {
    hello: value.hello === undefined ? undefined : peerHelloToRaw(value.hello),
    message: value.message,
    piece: value.piece,
    complete: value.complete,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const SnapshotFrameCodec: rt.MessageCodec<SnapshotFrame, SnapshotFrameInput> = {
  name: 'swarm.v1.SnapshotFrame',
  encode: (value) => rt.encodeMessage(SnapshotFrameStatic, snapshotFrameToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SnapshotFrame', SnapshotFrameStatic, bytes, snapshotFrameFromRaw),
  create: snapshotFrameCreate,
};

export interface SnapshotFrameReply extends rt.WithUnknownFields {
}

/** What SnapshotFrameReplyCodec.create accepts; all of it may be left out. */
export interface SnapshotFrameReplyInput extends rt.WithUnknownFields {
}

export function snapshotFrameReplyCreate(partial: SnapshotFrameReplyInput = {}): SnapshotFrameReply {
  const value: SnapshotFrameReply = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function snapshotFrameReplyFromRaw(raw: SnapshotFrameReplyRaw): SnapshotFrameReply {
  const value: SnapshotFrameReply = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function snapshotFrameReplyToRaw(value: SnapshotFrameReply): SnapshotFrameReplyRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const SnapshotFrameReplyCodec: rt.MessageCodec<SnapshotFrameReply, SnapshotFrameReplyInput> = {
  name: 'swarm.v1.SnapshotFrameReply',
  encode: (value) => rt.encodeMessage(SnapshotFrameReplyStatic, snapshotFrameReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SnapshotFrameReply', SnapshotFrameReplyStatic, bytes, snapshotFrameReplyFromRaw),
  create: snapshotFrameReplyCreate,
};

export interface JoinLogRequest extends rt.WithUnknownFields {
  /** host:port where the caller listens. */
  readonly address: string;
  /** The caller keeps its log in an external store; all members of a cluster do, or none. */
  readonly isExternal: boolean;
}

/** What JoinLogRequestCodec.create accepts; all of it may be left out. */
export interface JoinLogRequestInput extends rt.WithUnknownFields {
  /** host:port where the caller listens. */
  readonly address?: string | undefined;
  /** The caller keeps its log in an external store; all members of a cluster do, or none. */
  readonly isExternal?: boolean | undefined;
}

export function joinLogRequestCreate(partial: JoinLogRequestInput = {}): JoinLogRequest {
  const value: JoinLogRequest = {
    address: partial.address ?? '',
    isExternal: partial.isExternal ?? false,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function joinLogRequestFromRaw(raw: JoinLogRequestRaw): JoinLogRequest {
  const value: JoinLogRequest = {
    address: raw.address,
    isExternal: raw.isExternal,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function joinLogRequestToRaw(value: JoinLogRequest): JoinLogRequestRaw {
  return {
    address: value.address,
    isExternal: value.isExternal,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const JoinLogRequestCodec: rt.MessageCodec<JoinLogRequest, JoinLogRequestInput> = {
  name: 'swarm.v1.JoinLogRequest',
  encode: (value) => rt.encodeMessage(JoinLogRequestStatic, joinLogRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinLogRequest', JoinLogRequestStatic, bytes, joinLogRequestFromRaw),
  create: joinLogRequestCreate,
};

export interface JoinLogReply extends rt.WithUnknownFields {
  readonly memberId: number;
  readonly clusterId: string;
  readonly recoveryEpoch: number;
  /** Those it must know before it has the log itself. */
  readonly members: readonly LogMember[];
}

/** What JoinLogReplyCodec.create accepts; all of it may be left out. */
export interface JoinLogReplyInput extends rt.WithUnknownFields {
  readonly memberId?: number | undefined;
  readonly clusterId?: string | undefined;
  readonly recoveryEpoch?: number | undefined;
  /** Those it must know before it has the log itself. */
  readonly members?: readonly LogMemberInput[] | undefined;
}

export function joinLogReplyCreate(partial: JoinLogReplyInput = {}): JoinLogReply {
  const value: JoinLogReply = {
    memberId: partial.memberId ?? 0,
    clusterId: partial.clusterId ?? '',
    recoveryEpoch: partial.recoveryEpoch ?? 0,
    members: (partial.members ?? []).map((item) => logMemberCreate(item)),
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function joinLogReplyFromRaw(raw: JoinLogReplyRaw): JoinLogReply {
  const value: JoinLogReply = {
    memberId: rt.readLong(raw.memberId, 'swarm.v1.JoinLogReply', 'memberId'),
    clusterId: raw.clusterId,
    recoveryEpoch: rt.readLong(raw.recoveryEpoch, 'swarm.v1.JoinLogReply', 'recoveryEpoch'),
    members: raw.members.map((item) => logMemberFromRaw(item)),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function joinLogReplyToRaw(value: JoinLogReply): JoinLogReplyRaw {
  return {
    memberId: rt.writeUint64(value.memberId, 'swarm.v1.JoinLogReply', 'memberId'),
    clusterId: value.clusterId,
    recoveryEpoch: rt.writeUint64(value.recoveryEpoch, 'swarm.v1.JoinLogReply', 'recoveryEpoch'),
    members: value.members.map((item) => logMemberToRaw(item)),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const JoinLogReplyCodec: rt.MessageCodec<JoinLogReply, JoinLogReplyInput> = {
  name: 'swarm.v1.JoinLogReply',
  encode: (value) => rt.encodeMessage(JoinLogReplyStatic, joinLogReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinLogReply', JoinLogReplyStatic, bytes, joinLogReplyFromRaw),
  create: joinLogReplyCreate,
};

export interface LogMember extends rt.WithUnknownFields {
  readonly id: number;
  readonly nodeId: string;
  readonly address: string;
}

/** What LogMemberCodec.create accepts; all of it may be left out. */
export interface LogMemberInput extends rt.WithUnknownFields {
  readonly id?: number | undefined;
  readonly nodeId?: string | undefined;
  readonly address?: string | undefined;
}

export function logMemberCreate(partial: LogMemberInput = {}): LogMember {
  const value: LogMember = {
    id: partial.id ?? 0,
    nodeId: partial.nodeId ?? '',
    address: partial.address ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function logMemberFromRaw(raw: LogMemberRaw): LogMember {
  const value: LogMember = {
    id: rt.readLong(raw.id, 'swarm.v1.LogMember', 'id'),
    nodeId: raw.nodeId,
    address: raw.address,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function logMemberToRaw(value: LogMember): LogMemberRaw {
  return {
    id: rt.writeUint64(value.id, 'swarm.v1.LogMember', 'id'),
    nodeId: value.nodeId,
    address: value.address,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const LogMemberCodec: rt.MessageCodec<LogMember, LogMemberInput> = {
  name: 'swarm.v1.LogMember',
  encode: (value) => rt.encodeMessage(LogMemberStatic, logMemberToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogMember', LogMemberStatic, bytes, logMemberFromRaw),
  create: logMemberCreate,
};

export const RaftPeersService = {
  name: 'swarm.v1.RaftPeers',
  methods: {
    /** One long stream from a member to another carries its messages, in order; the answer comes when it ends. */
    messages: {
      name: 'Messages',
      path: '/swarm.v1.RaftPeers/Messages',
      kind: 'client-stream',
      request: PeerFrameCodec,
      response: PeerFrameReplyCodec,
    },
    /** A snapshot for a member that is too far behind for entries: first the message, then the state in pieces. */
    snapshot: {
      name: 'Snapshot',
      path: '/swarm.v1.RaftPeers/Snapshot',
      kind: 'client-stream',
      request: SnapshotFrameCodec,
      response: SnapshotFrameReplyCodec,
    },
  },
} as const satisfies rt.ServiceDefinition;

export const RaftMembershipService = {
  name: 'swarm.v1.RaftMembership',
  methods: {
    /** The caller, a manager by its certificate, becomes a member without a vote; it gets one when it has caught up. */
    joinLog: {
      name: 'JoinLog',
      path: '/swarm.v1.RaftMembership/JoinLog',
      kind: 'unary',
      request: JoinLogRequestCodec,
      response: JoinLogReplyCodec,
    },
  },
} as const satisfies rt.ServiceDefinition;
