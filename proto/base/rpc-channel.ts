/**
 * The caller's side of gRPC: one channel to one address, typed clients over it. Deadlines and signals end
 * calls; errors come back as SwarmErrors.
 */
import {
  type ChannelCredentials,
  Client as GrpcClient,
  type ClientDuplexStream,
  type ClientReadableStream,
  type ClientWritableStream,
  connectivityState,
  credentials,
  type Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import type { ServiceDefinition } from '../gen/runtime.js';
import {
  type AnyMethod,
  type CallOptions,
  type Client,
  MANAGER_SERVER_NAME,
  MAX_MESSAGE_BYTES,
  requireTls13,
  type TlsIdentity,
} from './rpc.js';
import { callMetadata, readAnswerMetadata } from './call-metadata.js';
import { fromServiceError } from './rpc-errors.js';
import { asBuffer, readMessages, writeMessages } from './rpc-messages.js';

const CHANNEL_OPTIONS = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 5_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2_000,
  // A channel's connection is its own: identities must never mix.
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_http_proxy': 0,
  'grpc.enable_retries': 0,
};

/** How soon a peer that vanished without a word is noticed while calls are under way. */
export interface Keepalive {
  readonly timeMs: number;
  readonly timeoutMs: number;
}

type AnyGrpcCall =
  | ReturnType<GrpcClient['makeUnaryRequest']>
  | ClientReadableStream<unknown>
  | ClientWritableStream<unknown>
  | ClientDuplexStream<unknown, unknown>;

export class RpcChannel {
  readonly address: string;
  readonly #grpc: GrpcClient;

  private constructor(
    address: string,
    target: string,
    channelCredentials: ChannelCredentials,
    authority?: string,
    keepalive?: Keepalive,
  ) {
    this.address = address;
    const named =
      authority === undefined
        ? {}
        : { 'grpc.ssl_target_name_override': authority, 'grpc.default_authority': authority };
    const watched =
      keepalive === undefined
        ? {}
        : { 'grpc.keepalive_time_ms': keepalive.timeMs, 'grpc.keepalive_timeout_ms': keepalive.timeoutMs };
    this.#grpc = new GrpcClient(target, channelCredentials, { ...CHANNEL_OPTIONS, ...named, ...watched });
  }

  /** To a manager ("host:port"), with the node's certificate, or with only the root when it has none yet. */
  static tls(
    address: string,
    identity: TlsIdentity | Pick<TlsIdentity, 'rootPem'>,
    keepalive?: Keepalive,
  ): RpcChannel {
    requireTls13();
    const root = Buffer.from(identity.rootPem);
    const channelCredentials =
      'keyPem' in identity
        ? credentials.createSsl(root, Buffer.from(identity.keyPem), Buffer.from(identity.certificatePem))
        : credentials.createSsl(root);
    return new RpcChannel(address, address, channelCredentials, MANAGER_SERVER_NAME, keepalive);
  }

  /** To a manager whose certificate is not checked: only to fetch the root that a token then proves. */
  static unverified(address: string): RpcChannel {
    requireTls13();
    const unchecked = { rejectUnauthorized: false, checkServerIdentity: () => undefined };
    return new RpcChannel(
      address,
      address,
      credentials.createSsl(null, null, null, unchecked),
      MANAGER_SERVER_NAME,
    );
  }

  static unix(path: string): RpcChannel {
    return new RpcChannel(`unix://${path}`, `unix:${path}`, credentials.createInsecure());
  }

  /** Whether the connection stands. */
  get isConnected(): boolean {
    return this.#grpc.getChannel().getConnectivityState(false) === connectivityState.READY;
  }

  client<S extends ServiceDefinition>(definition: S): Client<S> {
    const methods = Object.entries(definition.methods).map(
      ([name, method]) => [name, this.#method(method)] as const,
    );
    return Object.fromEntries(methods) as unknown as Client<S>;
  }

  close(): void {
    this.#grpc.close();
  }

  #method(method: AnyMethod): unknown {
    switch (method.kind) {
      case 'unary':
        return (request: unknown, options: CallOptions = {}) => this.#unary(method, request, options);
      case 'client-stream':
        return (requests: AsyncIterable<unknown>, options: CallOptions = {}) =>
          this.#clientStream(method, requests, options);
      case 'server-stream':
        return (request: unknown, options: CallOptions = {}) => this.#serverStream(method, request, options);
      case 'bidi':
        return (requests: AsyncIterable<unknown>, options: CallOptions = {}) =>
          this.#bidi(method, requests, options);
    }
  }

  async #unary(method: AnyMethod, request: unknown, options: CallOptions): Promise<unknown> {
    return await this.#answer(method, options, (answer) =>
      this.#grpc.makeUnaryRequest(
        method.path,
        serializeRequest(method),
        deserializeResponse(method),
        request,
        callMetadata(options),
        callOptions(options),
        answer,
      ),
    );
  }

  async #clientStream(
    method: AnyMethod,
    requests: AsyncIterable<unknown>,
    options: CallOptions,
  ): Promise<unknown> {
    const ended = new AbortController();
    try {
      return await this.#answer(method, options, (answer) => {
        const call = this.#grpc.makeClientStreamRequest(
          method.path,
          serializeRequest(method),
          deserializeResponse(method),
          callMetadata(options),
          callOptions(options),
          answer,
        );
        void pump(call, requests, ended.signal);
        return call;
      });
    } finally {
      ended.abort();
    }
  }

  async *#serverStream(
    method: AnyMethod,
    request: unknown,
    options: CallOptions,
  ): AsyncGenerator<unknown, void> {
    options.signal?.throwIfAborted();
    const call = this.#grpc.makeServerStreamRequest(
      method.path,
      serializeRequest(method),
      deserializeResponse(method),
      request,
      callMetadata(options),
      callOptions(options),
    );
    yield* this.#replies(method, call, options);
  }

  async *#bidi(
    method: AnyMethod,
    requests: AsyncIterable<unknown>,
    options: CallOptions,
  ): AsyncGenerator<unknown, void> {
    options.signal?.throwIfAborted();
    const call = this.#grpc.makeBidiStreamRequest(
      method.path,
      serializeRequest(method),
      deserializeResponse(method),
      callMetadata(options),
      callOptions(options),
    );
    const ended = new AbortController();
    void pump(call, requests, ended.signal);
    try {
      yield* this.#replies(method, call, options);
    } finally {
      ended.abort();
    }
  }

  async *#replies(
    method: AnyMethod,
    call: ClientReadableStream<unknown> | ClientDuplexStream<unknown, unknown>,
    options: CallOptions,
  ): AsyncGenerator<unknown, void> {
    const unlink = cancelOnAbort(call, options.signal);
    hearAsOf(call, options);
    try {
      yield* readMessages<unknown>(call);
    } catch (error) {
      throw this.#explain(method, error, options);
    } finally {
      unlink();
      call.cancel();
    }
  }

  async #answer(
    method: AnyMethod,
    options: CallOptions,
    start: (answer: (error: ServiceError | null, reply?: unknown) => void) => AnyGrpcCall,
  ): Promise<unknown> {
    options.signal?.throwIfAborted();
    let unlink = (): void => undefined;
    try {
      return await new Promise((resolve, reject) => {
        const call = start((error, reply) => (error === null ? resolve(reply) : reject(error)));
        unlink = cancelOnAbort(call, options.signal);
        hearAsOf(call, options);
      });
    } catch (error) {
      throw this.#explain(method, error, options);
    } finally {
      unlink();
    }
  }

  #explain(method: AnyMethod, error: unknown, options: CallOptions): unknown {
    if (options.signal?.aborted) return options.signal.reason;
    return isServiceError(error) ? fromServiceError(error, this.address, method.name) : error;
  }
}

function hearAsOf(call: AnyGrpcCall, { onAsOf }: CallOptions): void {
  if (onAsOf === undefined) return;
  call.on('metadata', (metadata: Metadata) => {
    const asOf = readAnswerMetadata(metadata);
    if (asOf !== undefined) onAsOf(asOf);
  });
}

function serializeRequest(method: AnyMethod): (value: unknown) => Buffer {
  return (value) => asBuffer(method.request.encode(value));
}

function deserializeResponse(method: AnyMethod): (bytes: Buffer) => unknown {
  return (bytes) => method.response.decode(bytes);
}

function callOptions(options: CallOptions): { deadline?: number } {
  // grpc-js takes the deadline as an instant of the same clock.
  return options.timeoutMs === undefined ? {} : { deadline: Date.now() + options.timeoutMs };
}

function cancelOnAbort(call: { cancel(): void }, signal: AbortSignal | undefined): () => void {
  if (signal === undefined) return () => undefined;
  const cancel = (): void => call.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  return () => signal.removeEventListener('abort', cancel);
}

/** Sends the requests; a failing source cancels the call, so that the other side sees no clean end. */
async function pump(
  call: ClientWritableStream<unknown> | ClientDuplexStream<unknown, unknown>,
  requests: AsyncIterable<unknown>,
  ended: AbortSignal,
): Promise<void> {
  try {
    await writeMessages(call, requests, ended);
    call.end();
  } catch {
    call.cancel();
  }
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error;
}
