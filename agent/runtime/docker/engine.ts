/**
 * The door to one Docker Engine: dockerode behind a deadline and typed failures. Nobody else of this program
 * loads dockerode, and only the first call does: it costs a quarter of a second and several megabytes.
 * An engine that does not answer is `runtime.unreachable`; one that refuses is an EngineRefusal with its
 * HTTP status, for docker-runtime.ts to judge.
 */
import type { IncomingMessage } from 'node:http';
import type Docker from 'dockerode';
import type { Clock } from '../../../proto/base/clock.js';
import { withTimeout } from '../../../proto/base/clock.js';
import { SwarmError } from '../../../proto/base/errors.js';

/** Longest time a call may take that is not bound to a process of the user. */
const CALL_TIMEOUT_MS = 120_000;

/** The engine answered, with no. */
export class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

export function isRefusal(error: unknown, ...statuses: readonly number[]): error is EngineRefusal {
  return error instanceof EngineRefusal && statuses.includes(error.status);
}

export interface EngineOptions {
  /** unix:///path or tcp://host:port */
  readonly endpoint: string;
}

export interface CallLimits {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

export class Engine {
  readonly endpoint: string;
  readonly #clock: Clock;
  #docker: Promise<Docker> | undefined;

  constructor(options: EngineOptions, modules: { readonly clock: Clock }) {
    this.endpoint = options.endpoint;
    this.#clock = modules.clock;
  }

  /** One request and its whole answer. The wait for it ends with the signal or the deadline, whatever the engine does. */
  async call<T>(
    request: (docker: Docker, signal: AbortSignal) => Promise<T>,
    limits: CallLimits = {},
  ): Promise<T> {
    const timeoutMs = limits.timeoutMs ?? CALL_TIMEOUT_MS;
    const onTimeout = (): Error => this.#unreachable(`no answer within ${timeoutMs / 1000} s`);
    const attempt = async (signal: AbortSignal): Promise<T> => await request(await this.#client(), signal);
    try {
      return await withTimeout(this.#clock, timeoutMs, onTimeout, attempt, limits.signal);
    } catch (error) {
      throw this.#explain(error, limits.signal);
    }
  }

  /** Resolves once the engine has given a sign of life. */
  async ping(limits: CallLimits): Promise<void> {
    const ask = async (docker: Docker, abortSignal: AbortSignal): Promise<void> =>
      await new Promise((resolve, reject) => {
        // Its own ping has no signal in its types; without one each silent ask would leave a connection behind.
        const request = { path: '/_ping', method: 'GET', abortSignal, statusCodes: { 200: true } } as const;
        docker.modem.dial(request, (error: unknown) => {
          if (error === null || error === undefined) resolve();
          else reject(error);
        });
      });
    await this.call(ask, limits);
  }

  /** One request whose answer goes on; the deadline covers only its beginning, the signal all of it. */
  async stream(
    method: 'GET' | 'POST',
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const open = async (docker: Docker, limit: AbortSignal): Promise<IncomingMessage> =>
      await new Promise((resolve, reject) => {
        docker.modem.dial(
          {
            path: `${path}?`,
            method,
            options: { _query: query, _body: {} },
            abortSignal: AbortSignal.any([signal, limit]),
            isStream: true,
            statusCodes: { 200: true },
          },
          (error: unknown, answer: unknown) => {
            if (error !== null && error !== undefined) return reject(error);
            const stream = answer as IncomingMessage;
            // Without a listener a connection that breaks while nobody reads would end the process.
            stream.on('error', () => undefined);
            resolve(stream);
          },
        );
      });
    return await this.call(open, { signal });
  }

  /** What the stream of an engine gave, until its end; a broken connection is `runtime.unreachable`. */
  async *chunks(answer: IncomingMessage, signal: AbortSignal): AsyncGenerator<Buffer, void> {
    try {
      for await (const chunk of answer) yield chunk as Buffer;
    } catch (error) {
      throw this.#explain(error, signal);
    }
  }

  #client(): Promise<Docker> {
    this.#docker ??= import('dockerode').then(({ default: Client }) => new Client(addressOf(this.endpoint)));
    return this.#docker;
  }

  #explain(error: unknown, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted) return signal.reason;
    if (error instanceof SwarmError) return error;
    const failure = error as Partial<{ statusCode: number; json: unknown; message: string; code: string }>;
    const message = reasonOf(failure);
    if (typeof failure.statusCode !== 'number') return this.#unreachable(message, error);
    const isAway = failure.statusCode === 503 || CONTAINERD_AWAY.test(message);
    return isAway ? this.#unreachable(message, error) : new EngineRefusal(failure.statusCode, message);
  }

  #unreachable(reason: string, cause?: unknown): SwarmError {
    return new SwarmError('runtime.unreachable', { endpoint: this.endpoint, reason }, cause);
  }
}

/** For what is asked once: a refusal is final for the task that it was asked for. */
export async function asFinal<T>(verb: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    const facts = { what: `cannot ${verb} container`, reason: error.message };
    throw new SwarmError('runtime.failed', facts, error);
  }
}

/**
 * For what may be asked again: a refusal says nothing about the task (to report it as stopped or failed while it runs
 * would make two of it), so it counts as an engine that is away; the accepted statuses are as good as success.
 */
export async function asTemporary<T>(
  engine: Engine,
  verb: string,
  accepted: readonly number[],
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (isRefusal(error, ...accepted)) return undefined;
    if (!(error instanceof EngineRefusal)) throw error;
    const reason = `cannot ${verb} container: ${error.message}`;
    throw new SwarmError('runtime.unreachable', { endpoint: engine.endpoint, reason }, error);
  }
}

/** The engine is up, what runs its containers is not: the same as an engine that is away. */
const CONTAINERD_AWAY = /containerd.*(unavailable|connection refused|not running)|transport is closing/i;

function reasonOf(failure: Partial<{ json: unknown; message: string; code: string }>): string {
  const body = failure.json;
  if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message);
  const text = failure.message ?? '';
  // The library wraps the engine's own words: "(HTTP code 404) no such image - No such image: x ".
  const wrapped = /^\(HTTP code \d+\) .*? - ([\s\S]*)$/.exec(text)?.[1]?.trim();
  return wrapped ?? (text === '' ? (failure.code ?? 'connection lost') : text);
}

function addressOf(endpoint: string): Docker.DockerOptions {
  if (endpoint.startsWith('unix://')) return { socketPath: endpoint.slice('unix://'.length) };
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === 'tcp:' || url?.protocol === 'http:') {
    return { protocol: 'http', host: url.hostname, port: url.port === '' ? 2375 : Number(url.port) };
  }
  throw new SwarmError('input.invalid', {
    field: 'docker-host',
    rule: 'must be unix:///path or tcp://host:port',
    value: endpoint,
  });
}
