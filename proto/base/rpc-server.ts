/**
 * The door of a program: serves generated services over TLS and over a local socket. It says who calls and
 * asks the authorizer before any handler; what callers may do is not its business. Identity comes from the
 * verified certificate of the connection and nothing else.
 */
import type { EventEmitter } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import {
  type ServerCredentials as Credentials,
  experimental,
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { ServiceDefinition } from '../gen/runtime.js';
import { CallJournal } from './call-journal.js';
import { type Clock, SystemClock } from './clock.js';
import { SwarmError, toSwarmError } from './errors.js';
import type { Log } from './log.js';
import { type Meter, noMeter } from './meter.js';
import {
  type AnyMethod,
  type Caller,
  type CallContext,
  callerName,
  type Handlers,
  MAX_MESSAGE_BYTES,
  requireTls13,
  type TlsIdentity,
} from './rpc.js';
import { answerMetadata, type CallFacts, readCallMetadata } from './call-metadata.js';
import { toStatus } from './rpc-errors.js';
import { asBuffer, readMessages, writeMessages } from './rpc-messages.js';

export interface RpcServerModules {
  readonly log: Log;
  readonly clock?: Clock;
  readonly meter?: Meter;
  /** Throws a SwarmError when the caller may not call the method (its path: "/swarm.v1.Control/ListNodes"). */
  readonly authorize: (path: string, caller: Caller, how: HowCalled) => void;
}

export interface HowCalled {
  /** Who passes the call on for the caller, and says who that is. */
  readonly forwarder?: Caller | undefined;
  readonly takesStale: boolean;
}

type CertificateProvider = Parameters<typeof experimental.createCertificateProviderServerCredentials>[0];
type AnyHandler = (request: unknown, context: CallContext) => unknown;
type UnaryCall = Parameters<handleUnaryCall<unknown, unknown>>[0];
type ClientStreamCall = Parameters<handleClientStreamingCall<unknown, unknown>>[0];
type ServerStreamCall = Parameters<handleServerStreamingCall<unknown, unknown>>[0];
type BidiCall = Parameters<handleBidiStreamingCall<unknown, unknown>>[0];
type AnyCall = UnaryCall | ClientStreamCall | ServerStreamCall | BidiCall;

const SERVER_OPTIONS = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  // A caller that vanished without a word is noticed within 40 s. Agents are missed sooner, by their beats: to ask each
  // of them as often would cost as much again.
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 10_000,
};

/** How long whoever comes to a closed server may stay. */
const RECUT_MS = 50;

export class RpcServer {
  readonly #modules: RpcServerModules;
  readonly #clock: Clock;
  readonly #journal: CallJournal;
  readonly #services: { definition: ServiceDefinition; handlers: Readonly<Record<string, AnyHandler>> }[] =
    [];
  readonly #certificates: LiveCertificates[] = [];
  readonly #listening: { server: Server; socketPath?: string }[] = [];

  constructor(modules: RpcServerModules) {
    this.#modules = modules;
    const { log, clock = new SystemClock(), meter = noMeter } = modules;
    this.#clock = clock;
    this.#journal = new CallJournal({ log, clock, meter });
  }

  /** Adds a service; before listening. */
  add<S extends ServiceDefinition>(definition: S, handlers: Handlers<S>): void {
    this.#services.push({
      definition,
      handlers: handlers as unknown as Readonly<Record<string, AnyHandler>>,
    });
  }

  /**
   * Listens with TLS 1.3, asking for a client certificate without demanding one; resolves to the port
   * (port 0 picks one).
   */
  async listenTls(address: { host: string; port: number }, identity: TlsIdentity): Promise<number> {
    requireTls13();
    const provider = new LiveCertificates(identity);
    this.#certificates.push(provider);
    const credentials = experimental.createCertificateProviderServerCredentials(provider, provider, false);
    const host = address.host.includes(':') ? `[${address.host}]` : address.host;
    const server = this.#server(tlsCaller);
    return await bind(server, `${host}:${address.port}`, credentials, (listening) =>
      this.#listening.push(listening),
    );
  }

  /** What the server shows to whoever connects from now on. */
  setIdentity(identity: TlsIdentity): void {
    for (const provider of this.#certificates) provider.set(identity);
  }

  /**
   * Listens on a unix socket that only root may open; whoever can is `local`. Replaces the socket file of a
   * process that is gone, never that of one that listens.
   */
  async listenUnix(path: string): Promise<void> {
    if (await isListening(path))
      throw new SwarmError('runtime.failed', {
        what: `Listening on ${path}`,
        reason: 'another process listens there',
      });
    await rm(path, { force: true });
    const server = this.#server(() => ({ kind: 'local' }));
    await bind(server, `unix:${path}`, ServerCredentials.createInsecure(), () =>
      this.#listening.push({ server, socketPath: path }),
    );
    await chmod(path, 0o600);
  }

  /** No new calls; those under way get graceMs, then they are cut. */
  async close(graceMs: number): Promise<void> {
    await Promise.all(
      this.#listening.splice(0).map(async ({ server, socketPath }) => {
        // Again and again: a connection whose handshake ends after one cut would live until the next.
        const cut = (): void => {
          server.forceShutdown();
          timer = setTimeout(cut, RECUT_MS);
        };
        let timer = setTimeout(cut, graceMs);
        await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
        clearTimeout(timer);
        if (socketPath !== undefined) await rm(socketPath, { force: true });
      }),
    );
  }

  #server(callerOf: (call: AnyCall) => Caller): Server {
    const server = new Server(SERVER_OPTIONS);
    for (const { definition, handlers } of this.#services) {
      const implementation: UntypedServiceImplementation = {};
      for (const [name, method] of Object.entries(definition.methods)) {
        const handler = handlers[name];
        if (handler === undefined) throw new SwarmError('not-supported', { what: method.path });
        implementation[name] = this.#adapt(method, handler.bind(handlers), callerOf) as never;
      }
      server.addService(grpcDefinition(definition), implementation);
    }
    return server;
  }

  /** grpc-js's four shapes of a handler, over ours. */
  #adapt(method: AnyMethod, handler: AnyHandler, callerOf: (call: AnyCall) => Caller): unknown {
    const served = <T>(call: AnyCall, run: (context: CallContext) => Promise<T>): Promise<T> =>
      this.#serve(method, call, callerOf, run);
    switch (method.kind) {
      case 'unary':
        return (call: UnaryCall, answer: (error: unknown, reply?: unknown) => void): void => {
          served(call, async (context) => await handler(call.request, context)).then(
            (reply) => answer(null, reply),
            (status: unknown) => answer(status),
          );
        };
      case 'client-stream':
        return (call: ClientStreamCall, answer: (error: unknown, reply?: unknown) => void): void => {
          served(call, async (context) => await handler(readMessages(call), context)).then(
            (reply) => answer(null, reply),
            (status: unknown) => answer(status),
          );
        };
      case 'server-stream':
      case 'bidi':
        return (call: ServerStreamCall | BidiCall): void => {
          const request = 'request' in call ? call.request : readMessages(call);
          served(call, async (context) => {
            await writeMessages(call, handler(request, context) as AsyncIterable<unknown>, context.signal);
          }).then(
            () => call.end(),
            (status: unknown) => call.emit('error', status),
          );
        };
    }
  }

  /** Runs the handler for whom it is meant and keeps account of it; rejects with the status to answer. */
  async #serve<T>(
    method: AnyMethod,
    call: AnyCall,
    callerOf: (call: AnyCall) => Caller,
    run: (context: CallContext) => Promise<T>,
  ): Promise<T> {
    const facts = readCallMetadata(call.metadata);
    const { requestId, takesStale, forwarded } = facts;
    const entry = this.#journal.begin(method, { requestId, peer: call.getPeer() });
    try {
      const direct = callerOf(call);
      const caller = forwarded?.caller ?? direct;
      // Until it is let in, what it says of others is not believed, nor written down.
      entry.caller = direct;
      const forwarder = forwarded === undefined ? undefined : direct;
      this.#modules.authorize(method.path, caller, { forwarder, takesStale });
      entry.caller = caller;
      if (forwarded !== undefined && direct.kind === 'node')
        entry.passedOn = { forwardedBy: direct.nodeId, from: forwarded.peerAddress };
      const result = await run(contextOf(call, direct, facts, this.#clock.nowMs()));
      entry.ended(call.cancelled ? 'cancelled' : 'ok');
      return result;
    } catch (error) {
      entry.ended(call.cancelled ? 'cancelled' : toSwarmError(error).code, error);
      throw toStatus(error);
    }
  }
}

/** The caller is whom a forwarder names; that it may do so is the authorizer's to say, before. */
function contextOf(call: AnyCall, direct: Caller, facts: CallFacts, nowMs: number): CallContext {
  const { requestId, takesStale, forwarded } = facts;
  const controller = new AbortController();
  if (call.cancelled) controller.abort();
  (call as EventEmitter).on('cancelled', () => controller.abort());
  return {
    caller: forwarded?.caller ?? direct,
    peerAddress: forwarded?.peerAddress ?? ipOf(call.getPeer()),
    signal: controller.signal,
    requestId,
    forwardedBy: forwarded !== undefined && direct.kind === 'node' ? direct.nodeId : undefined,
    timeoutMs: timeLeftMs(call, nowMs),
    takesStale,
    tellAsOf: (asOf) => call.sendMetadata(answerMetadata(asOf)),
  };
}

function timeLeftMs(call: AnyCall, nowMs: number): number | undefined {
  const deadlineMs = Number(call.getDeadline());
  return Number.isFinite(deadlineMs) ? Math.max(0, deadlineMs - nowMs) : undefined;
}

function grpcDefinition(definition: ServiceDefinition): Parameters<Server['addService']>[0] {
  return Object.fromEntries(
    Object.entries(definition.methods).map(([name, method]) => [
      name,
      {
        path: method.path,
        requestStream: method.kind === 'client-stream' || method.kind === 'bidi',
        responseStream: method.kind === 'server-stream' || method.kind === 'bidi',
        requestSerialize: (value: unknown) => asBuffer(method.request.encode(value)),
        requestDeserialize: (bytes: Buffer) => method.request.decode(bytes),
        responseSerialize: (value: unknown) => asBuffer(method.response.encode(value)),
        responseDeserialize: (bytes: Buffer) => method.response.decode(bytes),
      },
    ]),
  );
}

async function bind(
  server: Server,
  target: string,
  credentials: Credentials,
  keep: (listening: { server: Server }) => void,
): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.bindAsync(target, credentials, (error, port) => {
      if (error !== null)
        return reject(
          new SwarmError('runtime.failed', { what: `Listening on ${target}`, reason: error.message }, error),
        );
      keep({ server });
      resolve(port);
    });
  });
}

async function isListening(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
}

/** Identity from the connection's verified certificate; without one the caller is anonymous. */
function tlsCaller(call: AnyCall): Caller {
  const certificate = call.getAuthContext().sslPeerCertificate;
  const { CN, OU, O } = (certificate?.subject ?? {}) as unknown as Readonly<Record<string, unknown>>;
  if (typeof CN !== 'string' || typeof O !== 'string') return { kind: 'anonymous' };
  if (OU === 'swarm-manager') return { kind: 'node', nodeId: CN, clusterId: O, role: 'manager' };
  if (OU === 'swarm-worker') return { kind: 'node', nodeId: CN, clusterId: O, role: 'worker' };
  return { kind: 'anonymous' };
}

/** "10.0.0.7:41234" or "[fd00::7]:41234" → the address; a unix peer has none. */
function ipOf(peer: string): string {
  const match = /^\[?([0-9a-fA-F.:]+?)\]?:\d+$/.exec(peer);
  return match?.[1]?.replace(/^::ffff:/, '') ?? '';
}

/** Hands grpc-js the certificates it asks for; its provider form lets a client come without one, and swaps them live. */
class LiveCertificates implements CertificateProvider {
  readonly #caListeners = new Set<Parameters<CertificateProvider['addCaCertificateListener']>[0]>();
  readonly #identityListeners = new Set<
    Parameters<CertificateProvider['addIdentityCertificateListener']>[0]
  >();
  #identity: TlsIdentity;

  constructor(identity: TlsIdentity) {
    this.#identity = identity;
  }

  /** Connections made from now on see this one; those that stand are left alone. */
  set(identity: TlsIdentity): void {
    this.#identity = identity;
    for (const listener of this.#caListeners) listener(this.#ca());
    for (const listener of this.#identityListeners) listener(this.#keyPair());
  }

  addCaCertificateListener(listener: Parameters<CertificateProvider['addCaCertificateListener']>[0]): void {
    this.#caListeners.add(listener);
    // Never at once: grpc-js registers who wants to know only after asking.
    process.nextTick(() => listener(this.#ca()));
  }

  addIdentityCertificateListener(
    listener: Parameters<CertificateProvider['addIdentityCertificateListener']>[0],
  ): void {
    this.#identityListeners.add(listener);
    process.nextTick(() => listener(this.#keyPair()));
  }

  removeCaCertificateListener(
    listener: Parameters<CertificateProvider['removeCaCertificateListener']>[0],
  ): void {
    this.#caListeners.delete(listener);
  }

  removeIdentityCertificateListener(
    listener: Parameters<CertificateProvider['removeIdentityCertificateListener']>[0],
  ): void {
    this.#identityListeners.delete(listener);
  }

  #ca(): { caCertificate: Buffer } {
    return { caCertificate: Buffer.from(this.#identity.rootPem) };
  }

  #keyPair(): { certificate: Buffer; privateKey: Buffer } {
    const { certificatePem, keyPem } = this.#identity;
    return { certificate: Buffer.from(certificatePem), privateKey: Buffer.from(keyPem) };
  }
}

/** An authorizer's refusal of a caller, in the words for it. */
export function denied(path: string, caller: Caller): SwarmError {
  if (caller.kind === 'anonymous') {
    return new SwarmError('certificate.refused', {
      reason: 'none was shown, or it is expired or was not issued by this cluster.',
    });
  }
  return new SwarmError('auth.denied', { caller: callerName(caller), method: path });
}
