/**
 * Generated from proto/swarm/v1/raft.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';

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

export function peerHelloWrite(value: PeerHello, to: rt.Writer): void {
  if (value.format !== 0) { to.uint32(8).uint32(rt.writeUint32(value.format, 'swarm.v1.PeerHello', 'format')); }
  if (value.clusterId !== '') { to.uint32(18).string(value.clusterId); }
  if (value.recoveryEpoch !== 0) { to.uint32(24).uint64(rt.writeUint64(value.recoveryEpoch, 'swarm.v1.PeerHello', 'recoveryEpoch')); }
  if (value.from !== 0) { to.uint32(32).uint64(rt.writeUint64(value.from, 'swarm.v1.PeerHello', 'from')); }
  if (value.to !== 0) { to.uint32(40).uint64(rt.writeUint64(value.to, 'swarm.v1.PeerHello', 'to')); }
  if (value.address !== '') { to.uint32(50).string(value.address); }
  rt.writeUnknown(value, to);
}

export function peerHelloRead(from: rt.Reader, end: number, depth: number, before?: PeerHello): PeerHello {
  let $format: number = before?.format ?? 0;
  let $clusterId: string = before?.clusterId ?? '';
  let $recoveryEpoch: number = before?.recoveryEpoch ?? 0;
  let $from: number = before?.from ?? 0;
  let $to: number = before?.to ?? 0;
  let $address: string = before?.address ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $format = from.uint32();
        continue;
      }
      case 18: {
        $clusterId = from.stringVerify();
        continue;
      }
      case 24: {
        $recoveryEpoch = rt.readLong(from.uint64(), 'swarm.v1.PeerHello', 'recoveryEpoch');
        continue;
      }
      case 32: {
        $from = rt.readLong(from.uint64(), 'swarm.v1.PeerHello', 'from');
        continue;
      }
      case 40: {
        $to = rt.readLong(from.uint64(), 'swarm.v1.PeerHello', 'to');
        continue;
      }
      case 50: {
        $address = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PeerHello = {
    format: $format,
    clusterId: $clusterId,
    recoveryEpoch: $recoveryEpoch,
    from: $from,
    to: $to,
    address: $address,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PeerHelloCodec: rt.MessageCodec<PeerHello, PeerHelloInput> = {
  name: 'swarm.v1.PeerHello',
  encode: (value) => rt.encodeMessage(value, peerHelloWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PeerHello', bytes, peerHelloRead),
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

export function peerFrameWrite(value: PeerFrame, to: rt.Writer): void {
  if (value.hello !== undefined) { to.uint32(10).fork(); peerHelloWrite(value.hello, to); to.ldelim(); }
  if (value.messages.length > 0) { to.uint32(18).bytes(value.messages); }
  for (const item of value.moved) { to.uint32(26).fork(); logMemberWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function peerFrameRead(from: rt.Reader, end: number, depth: number, before?: PeerFrame): PeerFrame {
  let $hello: PeerHello | undefined = before?.hello;
  let $messages: Uint8Array = before?.messages ?? new Uint8Array(0);
  let $moved = before?.moved as LogMember[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $hello = peerHelloRead(from, rt.endOfMessage(from, depth), depth + 1, $hello);
        continue;
      }
      case 18: {
        $messages = new Uint8Array(from.bytes());
        continue;
      }
      case 26: {
        ($moved ??= []).push(logMemberRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PeerFrame = {
    hello: $hello,
    messages: $messages,
    moved: $moved ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PeerFrameCodec: rt.MessageCodec<PeerFrame, PeerFrameInput> = {
  name: 'swarm.v1.PeerFrame',
  encode: (value) => rt.encodeMessage(value, peerFrameWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PeerFrame', bytes, peerFrameRead),
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

export function peerFrameReplyWrite(value: PeerFrameReply, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function peerFrameReplyRead(from: rt.Reader, end: number, depth: number, before?: PeerFrameReply): PeerFrameReply {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: PeerFrameReply = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const PeerFrameReplyCodec: rt.MessageCodec<PeerFrameReply, PeerFrameReplyInput> = {
  name: 'swarm.v1.PeerFrameReply',
  encode: (value) => rt.encodeMessage(value, peerFrameReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.PeerFrameReply', bytes, peerFrameReplyRead),
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

export function snapshotFrameWrite(value: SnapshotFrame, to: rt.Writer): void {
  if (value.hello !== undefined) { to.uint32(10).fork(); peerHelloWrite(value.hello, to); to.ldelim(); }
  if (value.message.length > 0) { to.uint32(18).bytes(value.message); }
  if (value.piece.length > 0) { to.uint32(26).bytes(value.piece); }
  if (value.complete) { to.uint32(32).bool(value.complete); }
  rt.writeUnknown(value, to);
}

export function snapshotFrameRead(from: rt.Reader, end: number, depth: number, before?: SnapshotFrame): SnapshotFrame {
  let $hello: PeerHello | undefined = before?.hello;
  let $message: Uint8Array = before?.message ?? new Uint8Array(0);
  let $piece: Uint8Array = before?.piece ?? new Uint8Array(0);
  let $complete: boolean = before?.complete ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $hello = peerHelloRead(from, rt.endOfMessage(from, depth), depth + 1, $hello);
        continue;
      }
      case 18: {
        $message = new Uint8Array(from.bytes());
        continue;
      }
      case 26: {
        $piece = new Uint8Array(from.bytes());
        continue;
      }
      case 32: {
        $complete = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: SnapshotFrame = {
    hello: $hello,
    message: $message,
    piece: $piece,
    complete: $complete,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const SnapshotFrameCodec: rt.MessageCodec<SnapshotFrame, SnapshotFrameInput> = {
  name: 'swarm.v1.SnapshotFrame',
  encode: (value) => rt.encodeMessage(value, snapshotFrameWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SnapshotFrame', bytes, snapshotFrameRead),
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

export function snapshotFrameReplyWrite(value: SnapshotFrameReply, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function snapshotFrameReplyRead(from: rt.Reader, end: number, depth: number, before?: SnapshotFrameReply): SnapshotFrameReply {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: SnapshotFrameReply = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const SnapshotFrameReplyCodec: rt.MessageCodec<SnapshotFrameReply, SnapshotFrameReplyInput> = {
  name: 'swarm.v1.SnapshotFrameReply',
  encode: (value) => rt.encodeMessage(value, snapshotFrameReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.SnapshotFrameReply', bytes, snapshotFrameReplyRead),
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

export function joinLogRequestWrite(value: JoinLogRequest, to: rt.Writer): void {
  if (value.address !== '') { to.uint32(10).string(value.address); }
  if (value.isExternal) { to.uint32(16).bool(value.isExternal); }
  rt.writeUnknown(value, to);
}

export function joinLogRequestRead(from: rt.Reader, end: number, depth: number, before?: JoinLogRequest): JoinLogRequest {
  let $address: string = before?.address ?? '';
  let $isExternal: boolean = before?.isExternal ?? false;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $address = from.stringVerify();
        continue;
      }
      case 16: {
        $isExternal = from.bool();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: JoinLogRequest = {
    address: $address,
    isExternal: $isExternal,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const JoinLogRequestCodec: rt.MessageCodec<JoinLogRequest, JoinLogRequestInput> = {
  name: 'swarm.v1.JoinLogRequest',
  encode: (value) => rt.encodeMessage(value, joinLogRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinLogRequest', bytes, joinLogRequestRead),
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

export function joinLogReplyWrite(value: JoinLogReply, to: rt.Writer): void {
  if (value.memberId !== 0) { to.uint32(8).uint64(rt.writeUint64(value.memberId, 'swarm.v1.JoinLogReply', 'memberId')); }
  if (value.clusterId !== '') { to.uint32(18).string(value.clusterId); }
  if (value.recoveryEpoch !== 0) { to.uint32(24).uint64(rt.writeUint64(value.recoveryEpoch, 'swarm.v1.JoinLogReply', 'recoveryEpoch')); }
  for (const item of value.members) { to.uint32(34).fork(); logMemberWrite(item, to); to.ldelim(); }
  rt.writeUnknown(value, to);
}

export function joinLogReplyRead(from: rt.Reader, end: number, depth: number, before?: JoinLogReply): JoinLogReply {
  let $memberId: number = before?.memberId ?? 0;
  let $clusterId: string = before?.clusterId ?? '';
  let $recoveryEpoch: number = before?.recoveryEpoch ?? 0;
  let $members = before?.members as LogMember[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $memberId = rt.readLong(from.uint64(), 'swarm.v1.JoinLogReply', 'memberId');
        continue;
      }
      case 18: {
        $clusterId = from.stringVerify();
        continue;
      }
      case 24: {
        $recoveryEpoch = rt.readLong(from.uint64(), 'swarm.v1.JoinLogReply', 'recoveryEpoch');
        continue;
      }
      case 34: {
        ($members ??= []).push(logMemberRead(from, rt.endOfMessage(from, depth), depth + 1));
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: JoinLogReply = {
    memberId: $memberId,
    clusterId: $clusterId,
    recoveryEpoch: $recoveryEpoch,
    members: $members ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const JoinLogReplyCodec: rt.MessageCodec<JoinLogReply, JoinLogReplyInput> = {
  name: 'swarm.v1.JoinLogReply',
  encode: (value) => rt.encodeMessage(value, joinLogReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.JoinLogReply', bytes, joinLogReplyRead),
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

export function logMemberWrite(value: LogMember, to: rt.Writer): void {
  if (value.id !== 0) { to.uint32(8).uint64(rt.writeUint64(value.id, 'swarm.v1.LogMember', 'id')); }
  if (value.nodeId !== '') { to.uint32(18).string(value.nodeId); }
  if (value.address !== '') { to.uint32(26).string(value.address); }
  rt.writeUnknown(value, to);
}

export function logMemberRead(from: rt.Reader, end: number, depth: number, before?: LogMember): LogMember {
  let $id: number = before?.id ?? 0;
  let $nodeId: string = before?.nodeId ?? '';
  let $address: string = before?.address ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $id = rt.readLong(from.uint64(), 'swarm.v1.LogMember', 'id');
        continue;
      }
      case 18: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 26: {
        $address = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: LogMember = {
    id: $id,
    nodeId: $nodeId,
    address: $address,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const LogMemberCodec: rt.MessageCodec<LogMember, LogMemberInput> = {
  name: 'swarm.v1.LogMember',
  encode: (value) => rt.encodeMessage(value, logMemberWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.LogMember', bytes, logMemberRead),
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
