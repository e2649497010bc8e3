/**
 * The words both ends of gRPC share: who calls, what a handler gets, what a client offers. The server's
 * deed is rpc-server.ts, the client's rpc-channel.ts, errors cross in rpc-errors.ts.
 */
import tls from 'node:tls';
import type { NodeRole } from '../gen/objects.js';
import type { MethodDefinition, RequestOf, ResponseOf, ServiceDefinition } from '../gen/runtime.js';

/** Who calls: a node with a verified certificate, somebody on the machine's own socket, or nobody known. */
export type Caller =
  | { readonly kind: 'node'; readonly nodeId: string; readonly clusterId: string; readonly role: NodeRole }
  | { readonly kind: 'local' }
  | { readonly kind: 'anonymous' };

/** A caller in words, for logs and refusals. */
export function callerName(caller: Caller): string {
  switch (caller.kind) {
    case 'node':
      return `${caller.role} ${caller.nodeId}`;
    case 'local':
      return 'the local socket';
    case 'anonymous':
      return 'a caller without a certificate of this cluster';
  }
}

export interface CallContext {
  readonly caller: Caller;
  /** IP address of the peer; empty on a unix socket. */
  readonly peerAddress: string;
  /** Aborts when the caller is gone or its deadline has passed. */
  readonly signal: AbortSignal;
  /** One id per request, the same on every program it passes. */
  readonly requestId: string;
  /** The manager that passes the call on for the caller; undefined when the caller calls itself. */
  readonly forwardedBy?: string | undefined;
  /** Most time the answer may take, from the call's beginning; undefined: as long as it takes. */
  readonly timeoutMs?: number | undefined;
  /** Whether the caller takes an answer from the state of this very manager, however old. */
  readonly takesStale?: boolean;
  /** Says beside the answer how old it may be; only before its first message. */
  readonly tellAsOf?: (asOf: AsOf) => void;
}

/** How old an answer may be, and whose it is. */
export interface AsOf {
  /** Undefined: that cannot be said. */
  readonly staleMs: number | undefined;
  readonly node: string;
}

/** For whom a manager passes a call on. */
export interface Forwarded {
  readonly caller: Caller;
  /** Of the caller; empty when it came through the local socket. */
  readonly peerAddress: string;
}

/** What a handler of the method looks like; streams are async iterables in both directions. */
export type Handler<M> = M extends { readonly kind: 'unary' }
  ? (request: RequestOf<M>, context: CallContext) => Promise<ResponseOf<M>>
  : M extends { readonly kind: 'server-stream' }
    ? (request: RequestOf<M>, context: CallContext) => AsyncIterable<ResponseOf<M>>
    : M extends { readonly kind: 'client-stream' }
      ? (requests: AsyncIterable<RequestOf<M>>, context: CallContext) => Promise<ResponseOf<M>>
      : (requests: AsyncIterable<RequestOf<M>>, context: CallContext) => AsyncIterable<ResponseOf<M>>;

/** A handler for every method of the service. */
export type Handlers<S extends ServiceDefinition> = {
  readonly [M in keyof S['methods']]: Handler<S['methods'][M]>;
};

export interface CallOptions {
  /** Ends the call when aborted; the call then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Whole time the call may take; without it only the signal ends it. */
  readonly timeoutMs?: number;
  /** Passed on so that one request has one id everywhere; made up when missing. */
  readonly requestId?: string;
  /** Any manager may answer from the state it has, and says how old it may be. */
  readonly takesStale?: boolean;
  readonly onAsOf?: (asOf: AsOf) => void;
  /** Only managers are believed: who called them. */
  readonly forwarded?: Forwarded;
}

/** The caller's side of a method. */
export type ClientMethod<M> = M extends { readonly kind: 'unary' }
  ? (request: RequestOf<M>, options?: CallOptions) => Promise<ResponseOf<M>>
  : M extends { readonly kind: 'server-stream' }
    ? (request: RequestOf<M>, options?: CallOptions) => AsyncIterable<ResponseOf<M>>
    : M extends { readonly kind: 'client-stream' }
      ? (requests: AsyncIterable<RequestOf<M>>, options?: CallOptions) => Promise<ResponseOf<M>>
      : (requests: AsyncIterable<RequestOf<M>>, options?: CallOptions) => AsyncIterable<ResponseOf<M>>;

export type Client<S extends ServiceDefinition> = {
  readonly [M in keyof S['methods']]: ClientMethod<S['methods'][M]>;
};

/** A method whatever its types: how the transport sees it. */
export type AnyMethod = MethodDefinition<unknown, unknown>;

/** Whether a method changes nothing: such methods are named so. */
export function isLook({ name }: Pick<AnyMethod, 'name'>): boolean {
  // A join token lets nodes in, and may be made anew: handing it out is no mere look.
  return /^(Get(?!JoinToken)|List|Watch|Status|Logs)/.test(name);
}

/** Certificates as PEM texts. */
export interface TlsIdentity {
  readonly certificatePem: string;
  readonly keyPem: string;
  readonly rootPem: string;
}

/** The name every manager's certificate carries beside its own, and every client checks. */
export const MANAGER_SERVER_NAME = 'swarm-manager';

/** Largest message either way; whatever may grow beyond it is sent in pieces. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

/**
 * TLS 1.3 and nothing older, for every connection of this process: grpc-js passes no version through,
 * so the process-wide default is the one place to say it.
 */
export function requireTls13(): void {
  tls.DEFAULT_MIN_VERSION = 'TLSv1.3';
}
