/**
 * Generated from proto/swarm/v1/ca.proto by proto/generator; do not edit.
 * Change the .proto file, then run: npm run gen
 */
import * as rt from './runtime.js';
import { GetRootCertificateReplyStatic, GetRootCertificateRequestStatic, IssueCertificateReplyStatic, IssueCertificateRequestStatic, RenewCertificateReplyStatic, RenewCertificateRequestStatic, type GetRootCertificateReplyRaw, type GetRootCertificateRequestRaw, type IssueCertificateReplyRaw, type IssueCertificateRequestRaw, type RenewCertificateReplyRaw, type RenewCertificateRequestRaw } from '#proto-static';
import { NODE_AVAILABILITY_DEFAULT, NODE_ROLE_DEFAULT, nodeAvailabilityFromRaw, nodeAvailabilityToRaw, nodeRoleFromRaw, nodeRoleToRaw, type NodeAvailability, type NodeRole } from './objects.js';

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

export function getRootCertificateRequestFromRaw(raw: GetRootCertificateRequestRaw): GetRootCertificateRequest {
  const value: GetRootCertificateRequest = {
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getRootCertificateRequestToRaw(value: GetRootCertificateRequest): GetRootCertificateRequestRaw {
  return {
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetRootCertificateRequestCodec: rt.MessageCodec<GetRootCertificateRequest, GetRootCertificateRequestInput> = {
  name: 'swarm.v1.GetRootCertificateRequest',
  encode: (value) => rt.encodeMessage(GetRootCertificateRequestStatic, getRootCertificateRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetRootCertificateRequest', GetRootCertificateRequestStatic, bytes, getRootCertificateRequestFromRaw),
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

export function getRootCertificateReplyFromRaw(raw: GetRootCertificateReplyRaw): GetRootCertificateReply {
  const value: GetRootCertificateReply = {
    rootCertificatePem: raw.rootCertificatePem,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function getRootCertificateReplyToRaw(value: GetRootCertificateReply): GetRootCertificateReplyRaw {
  return {
    rootCertificatePem: value.rootCertificatePem,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const GetRootCertificateReplyCodec: rt.MessageCodec<GetRootCertificateReply, GetRootCertificateReplyInput> = {
  name: 'swarm.v1.GetRootCertificateReply',
  encode: (value) => rt.encodeMessage(GetRootCertificateReplyStatic, getRootCertificateReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.GetRootCertificateReply', GetRootCertificateReplyStatic, bytes, getRootCertificateReplyFromRaw),
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

export function issueCertificateRequestFromRaw(raw: IssueCertificateRequestRaw): IssueCertificateRequest {
  const value: IssueCertificateRequest = {
    csrPem: raw.csrPem,
    token: raw.token,
    availability: nodeAvailabilityFromRaw(raw.availability, 'swarm.v1.IssueCertificateRequest', 'availability'),
    labels: raw.labels,
    autoRemoveAfterMs: rt.readLong(raw.autoRemoveAfterMs, 'swarm.v1.IssueCertificateRequest', 'autoRemoveAfterMs'),
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function issueCertificateRequestToRaw(value: IssueCertificateRequest): IssueCertificateRequestRaw {
  return {
    csrPem: value.csrPem,
    token: value.token,
    availability: nodeAvailabilityToRaw(value.availability, 'swarm.v1.IssueCertificateRequest', 'availability'),
    labels: value.labels,
    autoRemoveAfterMs: rt.writeInt64(value.autoRemoveAfterMs, 'swarm.v1.IssueCertificateRequest', 'autoRemoveAfterMs'),
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const IssueCertificateRequestCodec: rt.MessageCodec<IssueCertificateRequest, IssueCertificateRequestInput> = {
  name: 'swarm.v1.IssueCertificateRequest',
  encode: (value) => rt.encodeMessage(IssueCertificateRequestStatic, issueCertificateRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.IssueCertificateRequest', IssueCertificateRequestStatic, bytes, issueCertificateRequestFromRaw),
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

export function issueCertificateReplyFromRaw(raw: IssueCertificateReplyRaw): IssueCertificateReply {
  const value: IssueCertificateReply = {
    nodeId: raw.nodeId,
    clusterId: raw.clusterId,
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.IssueCertificateReply', 'role'),
    certificatePem: raw.certificatePem,
    rootCertificatePem: raw.rootCertificatePem,
    managerAddresses: raw.managerAddresses,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function issueCertificateReplyToRaw(value: IssueCertificateReply): IssueCertificateReplyRaw {
  return {
    nodeId: value.nodeId,
    clusterId: value.clusterId,
    role: nodeRoleToRaw(value.role, 'swarm.v1.IssueCertificateReply', 'role'),
    certificatePem: value.certificatePem,
    rootCertificatePem: value.rootCertificatePem,
    managerAddresses: value.managerAddresses,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const IssueCertificateReplyCodec: rt.MessageCodec<IssueCertificateReply, IssueCertificateReplyInput> = {
  name: 'swarm.v1.IssueCertificateReply',
  encode: (value) => rt.encodeMessage(IssueCertificateReplyStatic, issueCertificateReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.IssueCertificateReply', IssueCertificateReplyStatic, bytes, issueCertificateReplyFromRaw),
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

export function renewCertificateRequestFromRaw(raw: RenewCertificateRequestRaw): RenewCertificateRequest {
  const value: RenewCertificateRequest = {
    csrPem: raw.csrPem,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function renewCertificateRequestToRaw(value: RenewCertificateRequest): RenewCertificateRequestRaw {
  return {
    csrPem: value.csrPem,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RenewCertificateRequestCodec: rt.MessageCodec<RenewCertificateRequest, RenewCertificateRequestInput> = {
  name: 'swarm.v1.RenewCertificateRequest',
  encode: (value) => rt.encodeMessage(RenewCertificateRequestStatic, renewCertificateRequestToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RenewCertificateRequest', RenewCertificateRequestStatic, bytes, renewCertificateRequestFromRaw),
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

export function renewCertificateReplyFromRaw(raw: RenewCertificateReplyRaw): RenewCertificateReply {
  const value: RenewCertificateReply = {
    role: nodeRoleFromRaw(raw.role, 'swarm.v1.RenewCertificateReply', 'role'),
    certificatePem: raw.certificatePem,
    rootCertificatePem: raw.rootCertificatePem,
    managerAddresses: raw.managerAddresses,
  };
  return raw.$unknowns == null ? value : rt.withUnknownFields(value, raw.$unknowns);
}

export function renewCertificateReplyToRaw(value: RenewCertificateReply): RenewCertificateReplyRaw {
  return {
    role: nodeRoleToRaw(value.role, 'swarm.v1.RenewCertificateReply', 'role'),
    certificatePem: value.certificatePem,
    rootCertificatePem: value.rootCertificatePem,
    managerAddresses: value.managerAddresses,
    $unknowns: value[rt.UNKNOWN_FIELDS],
  };
}

export const RenewCertificateReplyCodec: rt.MessageCodec<RenewCertificateReply, RenewCertificateReplyInput> = {
  name: 'swarm.v1.RenewCertificateReply',
  encode: (value) => rt.encodeMessage(RenewCertificateReplyStatic, renewCertificateReplyToRaw(value)),
  decode: (bytes) => rt.decodeMessage('swarm.v1.RenewCertificateReply', RenewCertificateReplyStatic, bytes, renewCertificateReplyFromRaw),
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
