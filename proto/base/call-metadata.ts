/**
 * What travels beside a call and its answer, as gRPC's metadata: the request's id, whether an answer may be
 * old, for whom a manager passes a call on, and how old an answer is. Owns the keys and how they are read;
 * whom to believe is for the reader.
 */
import { randomUUID } from 'node:crypto';
import { Metadata } from '@grpc/grpc-js';
import { isRequestId } from './request-id.js';
import type { AsOf, Caller, CallOptions, Forwarded } from './rpc.js';

const REQUEST_ID_KEY = 'request-id';
const STALE_KEY = 'takes-stale';
const FORWARDED_KEY = 'forwarded-bin';
const AS_OF_KEY = 'as-of-bin';

export interface CallFacts {
  readonly requestId: string;
  readonly takesStale: boolean;
  readonly forwarded: Forwarded | undefined;
}

export function callMetadata({ requestId, takesStale, forwarded }: CallOptions): Metadata {
  const metadata = new Metadata();
  metadata.set(REQUEST_ID_KEY, requestId ?? randomUUID());
  if (takesStale === true) metadata.set(STALE_KEY, '1');
  if (forwarded !== undefined) metadata.set(FORWARDED_KEY, Buffer.from(JSON.stringify(forwarded)));
  return metadata;
}

/** An id that is none, or is missing, is replaced by a new one. */
export function readCallMetadata(metadata: Metadata): CallFacts {
  const [requestId] = metadata.get(REQUEST_ID_KEY);
  return {
    requestId: typeof requestId === 'string' && isRequestId(requestId) ? requestId : randomUUID(),
    takesStale: metadata.get(STALE_KEY).length > 0,
    forwarded: readForwarded(metadata),
  };
}

/** Words that cannot be read stand for nobody: whoever sent them is let in nowhere. */
function readForwarded(metadata: Metadata): Forwarded | undefined {
  if (metadata.get(FORWARDED_KEY).length === 0) return undefined;
  const { caller, peerAddress } = (readJson(metadata, FORWARDED_KEY) ?? {}) as Partial<
    Record<string, unknown>
  >;
  if (isCaller(caller) && typeof peerAddress === 'string') return { caller, peerAddress };
  return { caller: { kind: 'anonymous' }, peerAddress: '' };
}

function isCaller(value: unknown): value is Caller {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'local' || value.kind === 'anonymous') return true;
  const { kind, nodeId, clusterId, role } = value as Partial<Record<string, unknown>>;
  const isRole = role === 'worker' || role === 'manager';
  return kind === 'node' && typeof nodeId === 'string' && typeof clusterId === 'string' && isRole;
}

export function answerMetadata(asOf: AsOf): Metadata {
  const metadata = new Metadata();
  metadata.set(AS_OF_KEY, Buffer.from(JSON.stringify(asOf)));
  return metadata;
}

/** Undefined when the answer does not say how old it is. */
export function readAnswerMetadata(metadata: Metadata): AsOf | undefined {
  const value = readJson(metadata, AS_OF_KEY);
  if (typeof value !== 'object' || value === null) return undefined;
  const { staleMs, node } = value as Partial<Record<keyof AsOf, unknown>>;
  if (typeof node !== 'string') return undefined;
  return { node, staleMs: typeof staleMs === 'number' ? staleMs : undefined };
}

/** Undefined when there is nothing that can be read. */
function readJson(metadata: Metadata, key: string): unknown {
  const [bytes] = metadata.get(key);
  if (!(bytes instanceof Buffer)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
