/**
 * Generated from proto/swarm/v1/ca.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { NODE_AVAILABILITY_DEFAULT, NODE_ROLE_DEFAULT, nodeAvailabilityFromNumber, nodeAvailabilityToNumber, nodeRoleFromNumber, nodeRoleToNumber, type NodeAvailability, type NodeRole } from './objects.js';

export interface GetRootCertificateRequest extends rt.WithUnknownFields {
}

/** What GetRootCertificateRequestCodec.create accepts; all of it may be left out. */
export interface GetRootCertificateRequestInput extends rt.WithUnknownFields {
}

export function getRootCertificateRequestCreate(partial: GetRootCertificateRequestInput = {}): GetRootCertificateRequest {
  const value: GetRootCertificateRequest = {
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getRootCertificateRequestWrite(value: GetRootCertificateRequest, to: rt.Writer): void {
  rt.writeUnknown(value, to);
}

export function getRootCertificateRequestRead(from: rt.Reader, end: number, depth: number, before?: GetRootCertificateRequest): GetRootCertificateRequest {
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetRootCertificateRequest = {
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetRootCertificateRequestCodec: rt.MessageCodec<GetRootCertificateRequest, GetRootCertificateRequestInput> = {
  name: 'swarm.v1.GetRootCertificateRequest',
  encode: (value) => rt.encodeMessage(value, getRootCertificateRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetRootCertificateRequest', bytes, getRootCertificateRequestRead),
  create: getRootCertificateRequestCreate,
};

export interface GetRootCertificateReply extends rt.WithUnknownFields {
  readonly rootCertificatePem: string;
}

/** What GetRootCertificateReplyCodec.create accepts; all of it may be left out. */
export interface GetRootCertificateReplyInput extends rt.WithUnknownFields {
  readonly rootCertificatePem?: string | undefined;
}

export function getRootCertificateReplyCreate(partial: GetRootCertificateReplyInput = {}): GetRootCertificateReply {
  const value: GetRootCertificateReply = {
    rootCertificatePem: partial.rootCertificatePem ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function getRootCertificateReplyWrite(value: GetRootCertificateReply, to: rt.Writer): void {
  if (value.rootCertificatePem !== '') { to.uint32(10).string(value.rootCertificatePem); }
  rt.writeUnknown(value, to);
}

export function getRootCertificateReplyRead(from: rt.Reader, end: number, depth: number, before?: GetRootCertificateReply): GetRootCertificateReply {
  let $rootCertificatePem: string = before?.rootCertificatePem ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $rootCertificatePem = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: GetRootCertificateReply = {
    rootCertificatePem: $rootCertificatePem,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const GetRootCertificateReplyCodec: rt.MessageCodec<GetRootCertificateReply, GetRootCertificateReplyInput> = {
  name: 'swarm.v1.GetRootCertificateReply',
  encode: (value) => rt.encodeMessage(value, getRootCertificateReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetRootCertificateReply', bytes, getRootCertificateReplyRead),
  create: getRootCertificateReplyCreate,
};

export interface IssueCertificateRequest extends rt.WithUnknownFields {
  readonly csrPem: string;
  /** The whole join token. */
  readonly token: string;
  readonly availability: NodeAvailability;
  readonly labels: Readonly<Record<string, string>>;
  readonly autoRemoveAfterMs: number;
}

/** What IssueCertificateRequestCodec.create accepts; all of it may be left out. */
export interface IssueCertificateRequestInput extends rt.WithUnknownFields {
  readonly csrPem?: string | undefined;
  /** The whole join token. */
  readonly token?: string | undefined;
  readonly availability?: NodeAvailability | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly autoRemoveAfterMs?: number | undefined;
}

export function issueCertificateRequestCreate(partial: IssueCertificateRequestInput = {}): IssueCertificateRequest {
  const value: IssueCertificateRequest = {
    csrPem: partial.csrPem ?? '',
    token: partial.token ?? '',
    availability: partial.availability ?? NODE_AVAILABILITY_DEFAULT,
    labels: partial.labels ?? {},
    autoRemoveAfterMs: partial.autoRemoveAfterMs ?? 0,
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function issueCertificateRequestWrite(value: IssueCertificateRequest, to: rt.Writer): void {
  if (value.csrPem !== '') { to.uint32(10).string(value.csrPem); }
  if (value.token !== '') { to.uint32(18).string(value.token); }
  if (value.availability !== NODE_AVAILABILITY_DEFAULT) { to.uint32(24).int32(nodeAvailabilityToNumber(value.availability, 'swarm.v1.IssueCertificateRequest', 'availability')); }
  for (const [key, item] of Object.entries(value.labels)) {
    to.uint32(34).fork().uint32(10).string(key);
    to.uint32(18).string(item);
    to.ldelim();
  }
  if (value.autoRemoveAfterMs !== 0) { to.uint32(40).int64(rt.writeInt64(value.autoRemoveAfterMs, 'swarm.v1.IssueCertificateRequest', 'autoRemoveAfterMs')); }
  rt.writeUnknown(value, to);
}

export function issueCertificateRequestRead(from: rt.Reader, end: number, depth: number, before?: IssueCertificateRequest): IssueCertificateRequest {
  let $csrPem: string = before?.csrPem ?? '';
  let $token: string = before?.token ?? '';
  let $availability: NodeAvailability = before?.availability ?? NODE_AVAILABILITY_DEFAULT;
  let $labels = before?.labels as Record<string, string> | undefined;
  let $autoRemoveAfterMs: number = before?.autoRemoveAfterMs ?? 0;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $csrPem = from.stringVerify();
        continue;
      }
      case 18: {
        $token = from.stringVerify();
        continue;
      }
      case 24: {
        $availability = nodeAvailabilityFromNumber(from.int32(), 'swarm.v1.IssueCertificateRequest', 'availability');
        continue;
      }
      case 34: {
        const entryEnd = rt.endOfPart(from);
        let key = '';
        let item: string | undefined;
        while (from.pos < entryEnd) {
          const part = from.tag();
          if (part === 10) key = from.stringVerify();
          else if (part === 18) item = from.stringVerify();
          else from.skipType(part & 7, depth, part >>> 3);
        }
        rt.expectEnd(from, entryEnd);
        rt.setEntry(($labels ??= {}), key, item ?? '');
        continue;
      }
      case 40: {
        $autoRemoveAfterMs = rt.readLong(from.int64(), 'swarm.v1.IssueCertificateRequest', 'autoRemoveAfterMs');
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: IssueCertificateRequest = {
    csrPem: $csrPem,
    token: $token,
    availability: $availability,
    labels: $labels ?? {},
    autoRemoveAfterMs: $autoRemoveAfterMs,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const IssueCertificateRequestCodec: rt.MessageCodec<IssueCertificateRequest, IssueCertificateRequestInput> = {
  name: 'swarm.v1.IssueCertificateRequest',
  encode: (value) => rt.encodeMessage(value, issueCertificateRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.IssueCertificateRequest', bytes, issueCertificateRequestRead),
  create: issueCertificateRequestCreate,
};

export interface IssueCertificateReply extends rt.WithUnknownFields {
  readonly nodeId: string;
  readonly clusterId: string;
  readonly role: NodeRole;
  readonly certificatePem: string;
  readonly rootCertificatePem: string;
  /** host:port of every manager known. */
  readonly managerAddresses: readonly string[];
}

/** What IssueCertificateReplyCodec.create accepts; all of it may be left out. */
export interface IssueCertificateReplyInput extends rt.WithUnknownFields {
  readonly nodeId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly role?: NodeRole | undefined;
  readonly certificatePem?: string | undefined;
  readonly rootCertificatePem?: string | undefined;
  /** host:port of every manager known. */
  readonly managerAddresses?: readonly string[] | undefined;
}

export function issueCertificateReplyCreate(partial: IssueCertificateReplyInput = {}): IssueCertificateReply {
  const value: IssueCertificateReply = {
    nodeId: partial.nodeId ?? '',
    clusterId: partial.clusterId ?? '',
    role: partial.role ?? NODE_ROLE_DEFAULT,
    certificatePem: partial.certificatePem ?? '',
    rootCertificatePem: partial.rootCertificatePem ?? '',
    managerAddresses: partial.managerAddresses ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function issueCertificateReplyWrite(value: IssueCertificateReply, to: rt.Writer): void {
  if (value.nodeId !== '') { to.uint32(10).string(value.nodeId); }
  if (value.clusterId !== '') { to.uint32(18).string(value.clusterId); }
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(24).int32(nodeRoleToNumber(value.role, 'swarm.v1.IssueCertificateReply', 'role')); }
  if (value.certificatePem !== '') { to.uint32(34).string(value.certificatePem); }
  if (value.rootCertificatePem !== '') { to.uint32(42).string(value.rootCertificatePem); }
  for (const item of value.managerAddresses) { to.uint32(50).string(item); }
  rt.writeUnknown(value, to);
}

export function issueCertificateReplyRead(from: rt.Reader, end: number, depth: number, before?: IssueCertificateReply): IssueCertificateReply {
  let $nodeId: string = before?.nodeId ?? '';
  let $clusterId: string = before?.clusterId ?? '';
  let $role: NodeRole = before?.role ?? NODE_ROLE_DEFAULT;
  let $certificatePem: string = before?.certificatePem ?? '';
  let $rootCertificatePem: string = before?.rootCertificatePem ?? '';
  let $managerAddresses = before?.managerAddresses as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $nodeId = from.stringVerify();
        continue;
      }
      case 18: {
        $clusterId = from.stringVerify();
        continue;
      }
      case 24: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.IssueCertificateReply', 'role');
        continue;
      }
      case 34: {
        $certificatePem = from.stringVerify();
        continue;
      }
      case 42: {
        $rootCertificatePem = from.stringVerify();
        continue;
      }
      case 50: {
        ($managerAddresses ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: IssueCertificateReply = {
    nodeId: $nodeId,
    clusterId: $clusterId,
    role: $role,
    certificatePem: $certificatePem,
    rootCertificatePem: $rootCertificatePem,
    managerAddresses: $managerAddresses ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const IssueCertificateReplyCodec: rt.MessageCodec<IssueCertificateReply, IssueCertificateReplyInput> = {
  name: 'swarm.v1.IssueCertificateReply',
  encode: (value) => rt.encodeMessage(value, issueCertificateReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.IssueCertificateReply', bytes, issueCertificateReplyRead),
  create: issueCertificateReplyCreate,
};

export interface RenewCertificateRequest extends rt.WithUnknownFields {
  readonly csrPem: string;
}

/** What RenewCertificateRequestCodec.create accepts; all of it may be left out. */
export interface RenewCertificateRequestInput extends rt.WithUnknownFields {
  readonly csrPem?: string | undefined;
}

export function renewCertificateRequestCreate(partial: RenewCertificateRequestInput = {}): RenewCertificateRequest {
  const value: RenewCertificateRequest = {
    csrPem: partial.csrPem ?? '',
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function renewCertificateRequestWrite(value: RenewCertificateRequest, to: rt.Writer): void {
  if (value.csrPem !== '') { to.uint32(10).string(value.csrPem); }
  rt.writeUnknown(value, to);
}

export function renewCertificateRequestRead(from: rt.Reader, end: number, depth: number, before?: RenewCertificateRequest): RenewCertificateRequest {
  let $csrPem: string = before?.csrPem ?? '';
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 10: {
        $csrPem = from.stringVerify();
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RenewCertificateRequest = {
    csrPem: $csrPem,
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RenewCertificateRequestCodec: rt.MessageCodec<RenewCertificateRequest, RenewCertificateRequestInput> = {
  name: 'swarm.v1.RenewCertificateRequest',
  encode: (value) => rt.encodeMessage(value, renewCertificateRequestWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RenewCertificateRequest', bytes, renewCertificateRequestRead),
  create: renewCertificateRequestCreate,
};

export interface RenewCertificateReply extends rt.WithUnknownFields {
  readonly role: NodeRole;
  readonly certificatePem: string;
  readonly rootCertificatePem: string;
  readonly managerAddresses: readonly string[];
}

/** What RenewCertificateReplyCodec.create accepts; all of it may be left out. */
export interface RenewCertificateReplyInput extends rt.WithUnknownFields {
  readonly role?: NodeRole | undefined;
  readonly certificatePem?: string | undefined;
  readonly rootCertificatePem?: string | undefined;
  readonly managerAddresses?: readonly string[] | undefined;
}

export function renewCertificateReplyCreate(partial: RenewCertificateReplyInput = {}): RenewCertificateReply {
  const value: RenewCertificateReply = {
    role: partial.role ?? NODE_ROLE_DEFAULT,
    certificatePem: partial.certificatePem ?? '',
    rootCertificatePem: partial.rootCertificatePem ?? '',
    managerAddresses: partial.managerAddresses ?? [],
  };
  const unknown = partial[rt.UNKNOWN_FIELDS];
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export function renewCertificateReplyWrite(value: RenewCertificateReply, to: rt.Writer): void {
  if (value.role !== NODE_ROLE_DEFAULT) { to.uint32(8).int32(nodeRoleToNumber(value.role, 'swarm.v1.RenewCertificateReply', 'role')); }
  if (value.certificatePem !== '') { to.uint32(18).string(value.certificatePem); }
  if (value.rootCertificatePem !== '') { to.uint32(26).string(value.rootCertificatePem); }
  for (const item of value.managerAddresses) { to.uint32(34).string(item); }
  rt.writeUnknown(value, to);
}

export function renewCertificateReplyRead(from: rt.Reader, end: number, depth: number, before?: RenewCertificateReply): RenewCertificateReply {
  let $role: NodeRole = before?.role ?? NODE_ROLE_DEFAULT;
  let $certificatePem: string = before?.certificatePem ?? '';
  let $rootCertificatePem: string = before?.rootCertificatePem ?? '';
  let $managerAddresses = before?.managerAddresses as string[] | undefined;
  let unknown = before?.[rt.UNKNOWN_FIELDS];
  while (from.pos < end) {
    const start = from.pos;
    const tag = from.tag();
    switch (tag) {
      case 8: {
        $role = nodeRoleFromNumber(from.int32(), 'swarm.v1.RenewCertificateReply', 'role');
        continue;
      }
      case 18: {
        $certificatePem = from.stringVerify();
        continue;
      }
      case 26: {
        $rootCertificatePem = from.stringVerify();
        continue;
      }
      case 34: {
        ($managerAddresses ??= []).push(from.stringVerify());
        continue;
      }
    }
    unknown = rt.readUnknown(from, start, tag, depth, unknown);
  }
  rt.expectEnd(from, end);
  const value: RenewCertificateReply = {
    role: $role,
    certificatePem: $certificatePem,
    rootCertificatePem: $rootCertificatePem,
    managerAddresses: $managerAddresses ?? [],
  };
  return unknown === undefined ? value : rt.withUnknownFields(value, unknown);
}

export const RenewCertificateReplyCodec: rt.MessageCodec<RenewCertificateReply, RenewCertificateReplyInput> = {
  name: 'swarm.v1.RenewCertificateReply',
  encode: (value) => rt.encodeMessage(value, renewCertificateReplyWrite),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RenewCertificateReply', bytes, renewCertificateReplyRead),
  create: renewCertificateReplyCreate,
};

export const CertificateAuthorityService = {
  name: 'swarm.v1.CertificateAuthority',
  methods: {
    /** The root certificate; the caller checks its digest against the join token. */
    getRootCertificate: {
      name: 'GetRootCertificate',
      path: '/swarm.v1.CertificateAuthority/GetRootCertificate',
      kind: 'unary',
      request: GetRootCertificateRequestCodec,
      response: GetRootCertificateReplyCodec,
    },
    /** Signs a certificate for a new node that knows a join token. */
    issueCertificate: {
      name: 'IssueCertificate',
      path: '/swarm.v1.CertificateAuthority/IssueCertificate',
      kind: 'unary',
      request: IssueCertificateRequestCodec,
      response: IssueCertificateReplyCodec,
    },
    /** Signs a new certificate for the node that calls with its present one, for the role it has now. */
    renewCertificate: {
      name: 'RenewCertificate',
      path: '/swarm.v1.CertificateAuthority/RenewCertificate',
      kind: 'unary',
      request: RenewCertificateRequestCodec,
      response: RenewCertificateReplyCodec,
    },
  },
} as const satisfies rt.ServiceDefinition;
