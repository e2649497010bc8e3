/**
 * The client of a real etcd cluster, over the package etcd3. Owns the connection: its hosts, TLS, the password,
 * time-outs, and what etcd's errors mean. Of etcd3 only the plain calls are used: its own retries, circuit
 * breakers, leases and watchers are replaced, because only the log knows what may be done twice.
 *
 * One host at a time is talked to, until a call to it fails: then the next one is.
 */
import {
  Etcd3,
  EtcdAuthenticationFailedError,
  EtcdLeaseInvalidError,
  EtcdPermissionDeniedError,
  GRPCFailedPreconditionError,
  GRPCInvalidArgumentError,
  GRPCNotFoundError,
  GRPCNotImplementedError,
  GRPCResourceExhastedError,
  GRPCUnauthenticatedError,
  type ICompare,
  type IDuplexStream,
  type IKeyValue,
  type IOptions,
  type IRequestOp,
  type IWatchRequest,
  type IWatchResponse,
} from 'etcd3';
import type { Clock } from '../../proto/base/clock.js';
import {
  type Compare,
  type EtcdClient,
  EtcdError,
  type KeyEvent,
  type Operation,
  type Transaction,
  type TransactionAnswer,
  type WatchListener,
  type WatchRequest,
} from './etcd-client.js';
import type { KeyRange, KeyValue } from './rules/keys.js';

export interface EtcdConnection {
  /** host:port of every member of the etcd cluster, or of some. */
  readonly endpoints: readonly string[];
  /** Left out: no TLS. Certificate and key are ours, where etcd asks for them. */
  readonly tls?: {
    readonly caPem: string;
    readonly certificatePem?: string;
    readonly keyPem?: string;
  };
  readonly user?: { readonly name: string; readonly password: string };
}

type Policy = NonNullable<NonNullable<IOptions['faultHandling']>['global']>;

const MIB = 1024 * 1024;
const AUTHENTICATE_TIMEOUT_MS = 1_000;

export class Etcd3Client implements EtcdClient {
  readonly #etcd: Etcd3;
  readonly #clock: Clock;

  constructor(connection: EtcdConnection, modules: { readonly clock: Clock }) {
    this.#clock = modules.clock;
    this.#etcd = new Etcd3(optionsOf(connection, modules.clock));
  }

  async transact(transaction: Transaction, timeoutMs: number): Promise<TransactionAnswer> {
    const request = {
      compare: (transaction.compares ?? []).map(compareOf),
      success: transaction.success.map(operationOf),
      failure: (transaction.failure ?? []).map(operationOf),
    };
    const answer = await inOurWords(this.#etcd.kv.txn(request, deadline(this.#clock, timeoutMs)));
    const taken = (answer.succeeded ? transaction.success : transaction.failure) ?? [];
    const reads = taken.flatMap(({ kind }, at) =>
      kind === 'read' ? [answer.responses[at]?.response_range.kvs.map(keyValueOf) ?? []] : [],
    );
    return { succeeded: answer.succeeded, revision: Number(answer.header.revision), reads };
  }

  async read(
    range: KeyRange,
    limit: number,
    timeoutMs: number,
  ): Promise<{ readonly entries: readonly KeyValue[]; readonly revision: number }> {
    const answer = await inOurWords(
      this.#etcd.kv.range({ ...rangeOf(range), limit }, deadline(this.#clock, timeoutMs)),
    );
    return { entries: answer.kvs.map(keyValueOf), revision: Number(answer.header.revision) };
  }

  async compact(revision: number, timeoutMs: number): Promise<void> {
    // The package's type says that `blob` is needed; etcd knows no such field.
    const request = { revision } as Parameters<Etcd3['kv']['compact']>[0];
    await inOurWords(this.#etcd.kv.compact(request, deadline(this.#clock, timeoutMs)));
  }

  async grantLease(ttlSeconds: number, timeoutMs: number): Promise<string> {
    const answer = await inOurWords(
      this.#etcd.leaseClient.leaseGrant({ TTL: ttlSeconds }, deadline(this.#clock, timeoutMs)),
    );
    return answer.ID;
  }

  async keepLeaseAlive(leaseId: string, timeoutMs: number): Promise<void> {
    const { TTL } = await inOurWords(this.#keepAlive(leaseId, timeoutMs));
    if (Number(TTL) <= 0) throw new EtcdError('lease-gone', 'the lease has expired');
  }

  async revokeLease(leaseId: string, timeoutMs: number): Promise<void> {
    await inOurWords(this.#etcd.leaseClient.leaseRevoke({ ID: leaseId }, deadline(this.#clock, timeoutMs)));
  }

  watch(request: WatchRequest, listener: WatchListener): () => void {
    const watch = new StreamedWatch(request, listener);
    this.#etcd.watchClient.watch().then(
      (stream) => watch.begin(stream),
      (error: unknown) => watch.end(meaningOf(error)),
    );
    return () => watch.stop();
  }

  close(): void {
    this.#etcd.close();
  }

  async #keepAlive(leaseId: string, timeoutMs: number): Promise<{ readonly TTL: string }> {
    const stream = await this.#etcd.leaseClient.leaseKeepAlive(deadline(this.#clock, timeoutMs));
    try {
      return await new Promise((resolve, reject) => {
        stream.on('data', resolve).on('error', reject);
        stream.on('end', () => reject(new Error('the stream of the lease has ended')));
        stream.write({ ID: leaseId });
      });
    } finally {
      stream.end();
    }
  }
}

/** One watch on a stream of its own, so that its end is nobody else's. */
class StreamedWatch {
  readonly #request: WatchRequest;
  readonly #listener: WatchListener;
  #stream: IDuplexStream<IWatchRequest, IWatchResponse> | undefined;
  #isOver = false;
  /** The first part of a revision that etcd sends in several. */
  #begun: KeyEvent[] = [];

  constructor(request: WatchRequest, listener: WatchListener) {
    this.#request = request;
    this.#listener = listener;
  }

  begin(stream: IDuplexStream<IWatchRequest, IWatchResponse>): void {
    this.#stream = stream;
    stream
      .on('data', (answer) => this.#onAnswer(answer))
      .on('error', (error) => this.end(meaningOf(error)))
      .on('end', () => this.end(new EtcdError('no-answer', 'etcd has ended the watch')));
    if (this.#isOver) return this.#drop();
    const { range, fromRevision, isOfPutsOnly } = this.#request;
    stream.write({
      create_request: {
        ...rangeOf(range),
        start_revision: fromRevision,
        filters: isOfPutsOnly ? ['Nodelete'] : [],
        fragment: true,
      },
    });
  }

  stop(): void {
    this.#isOver = true;
    this.#drop();
  }

  end(reason: EtcdError): void {
    if (this.#isOver) return;
    this.stop();
    this.#listener.onEnd(reason);
  }

  /** Ended before it is cancelled: etcd3 takes a stream that breaks while it may be written for a failure of its host. */
  #drop(): void {
    this.#stream?.end();
    this.#stream?.cancel();
  }

  #onAnswer(answer: IWatchResponse): void {
    if (this.#isOver) return;
    if (answer.canceled) {
      const isCompacted = Number(answer.compact_revision) > 0;
      return this.end(
        new EtcdError(
          isCompacted ? 'compacted' : 'no-answer',
          `etcd ended the watch: ${answer.cancel_reason}`,
        ),
      );
    }
    this.#begun.push(...answer.events.map(({ type, kv }) => ({ kind: kindOf(type), entry: keyValueOf(kv) })));
    if (answer.fragment || this.#begun.length === 0) return;
    const events = this.#begun;
    this.#begun = [];
    this.#listener.onEvents(events);
  }
}

function optionsOf({ endpoints, tls, user }: EtcdConnection, clock: Clock): IOptions {
  const scheme = tls === undefined ? 'http' : 'https';
  const current = { at: 0 };
  const numberByHost = new Map(endpoints.map((endpoint, at) => [`${scheme}://${endpoint}`, at]));
  return {
    hosts: [...numberByHost.keys()],
    ...(tls && {
      credentials: {
        rootCertificate: Buffer.from(tls.caPem),
        ...(tls.keyPem !== undefined && { privateKey: Buffer.from(tls.keyPem) }),
        ...(tls.certificatePem !== undefined && { certChain: Buffer.from(tls.certificatePem) }),
      },
    }),
    ...(user && {
      auth: {
        username: user.name,
        password: user.password,
        callOptions: () => deadline(clock, AUTHENTICATE_TIMEOUT_MS),
      },
    }),
    grpcOptions: {
      'grpc.max_receive_message_length': 256 * MIB,
      'grpc.max_send_message_length': 16 * MIB,
      // etcd refuses clients that ask more often than every 5 s.
      'grpc.keepalive_time_ms': 10_000,
      'grpc.keepalive_timeout_ms': 3_000,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.min_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1_000,
    },
    faultHandling: {
      global: policyOf((call) => call()),
      host: (host) => oneAtATime(numberByHost.get(host) ?? 0, endpoints.length, current),
    },
  };
}

/** Refuses every host but the current one; etcd3 then asks the next. A failure makes the next one current. */
function oneAtATime(host: number, hosts: number, current: { at: number }): Policy {
  return policyOf(async (call) => {
    if (current.at !== host) throw new Error('another host is in use');
    try {
      return await call();
    } catch (error) {
      if (current.at === host && meaningOf(error).code === 'no-answer') current.at = (host + 1) % hosts;
      throw error;
    }
  });
}

/** A policy as etcd3 wants one, that only runs the call. */
function policyOf(run: <T>(call: () => T | PromiseLike<T>) => T | PromiseLike<T>): Policy {
  const never = new AbortController().signal;
  const noEvent = () => ({ dispose: () => undefined });
  const policy: Omit<Policy, '_altReturn'> = {
    onSuccess: noEvent,
    onFailure: noEvent,
    execute: async (call) => await run(() => call({ signal: never })),
  };
  return policy as Policy; // What is left out exists for the compiler only.
}

/** The deadline that a call carries to etcd is a time of the wall clock: gRPC knows no other. */
const deadline = (clock: Clock, timeoutMs: number): { readonly deadline: number } => ({
  deadline: clock.nowMs() + timeoutMs,
});

const rangeOf = ({ from, to }: KeyRange): { key: Buffer; range_end?: Buffer } => ({
  key: Buffer.from(from),
  ...(to !== undefined && { range_end: Buffer.from(to) }),
});

function compareOf(compare: Compare): ICompare {
  const range = rangeOf(compare);
  return 'createRevision' in compare
    ? { ...range, target: 'Create', result: 'Equal', create_revision: compare.createRevision }
    : { ...range, target: 'Mod', result: 'Equal', mod_revision: compare.modRevision };
}

function operationOf(operation: Operation): IRequestOp {
  switch (operation.kind) {
    case 'put': {
      const { key, value, leaseId } = operation;
      const put = { key: Buffer.from(key), value: Buffer.from(value.buffer, value.byteOffset, value.length) };
      return { request_put: leaseId === undefined ? put : { ...put, lease: leaseId } };
    }
    case 'delete':
      return { request_delete_range: rangeOf(operation.range) };
    case 'read':
      return { request_range: { ...rangeOf(operation.range), limit: operation.limit ?? 0 } };
  }
}

const keyValueOf = ({ key, value, create_revision, mod_revision }: IKeyValue): KeyValue => ({
  key: key.toString(),
  value,
  createRevision: Number(create_revision),
  modRevision: Number(mod_revision),
});

const kindOf = (type: unknown): 'put' | 'delete' =>
  String(type).toLowerCase() === 'delete' ? 'delete' : 'put';

async function inOurWords<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw meaningOf(error);
  }
}

const REFUSALS = [
  EtcdAuthenticationFailedError,
  EtcdPermissionDeniedError,
  GRPCFailedPreconditionError,
  GRPCInvalidArgumentError,
  GRPCNotFoundError,
  GRPCNotImplementedError,
  GRPCResourceExhastedError,
  GRPCUnauthenticatedError,
] as const;

/** etcd tells some of its errors apart by their text alone. */
function meaningOf(error: unknown): EtcdError {
  if (error instanceof EtcdError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof EtcdLeaseInvalidError)
    return new EtcdError('lease-gone', 'the lease has expired', error);
  if (message.includes('has been compacted')) return new EtcdError('compacted', message, error);
  if (message.includes('database space exceeded')) return new EtcdError('no-space', message, error);
  // They pass: users of etcd were changed meanwhile, or it has too much to do.
  const passes = message.includes('auth store is old') || message.includes('too many requests');
  if (!passes && REFUSALS.some((refusal) => error instanceof refusal))
    return new EtcdError('refused', message, error);
  return new EtcdError('no-answer', message, error);
}
