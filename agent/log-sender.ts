/**
 * Answers log requests: reads the asked tasks' logs from the runtime and sends them up on a call of their own.
 * At most a few batches wait for the network; the readers wait then. A task whose log cannot be read is
 * named with the reason, and the others go on.
 */
import { hasCode } from '../proto/base/errors.js';
import type { Log } from '../proto/base/log.js';
import type { Client } from '../proto/base/rpc.js';
import {
  type DispatcherService,
  type LogChunk,
  LogChunkCodec,
  type LogRequest,
} from '../proto/gen/dispatcher.js';
import type { LogEntry, Runtime } from './runtime/runtime.js';
import type { Worker } from './worker.js';

const MOST_WAITING_CHUNKS = 8;

export interface LogSenderOptions {
  readonly nodeId: string;
}

export interface LogSenderModules {
  readonly runtime: Runtime;
  readonly log: Log;
  readonly worker: Pick<Worker, 'statusOf' | 'whenStarted'>;
}

export type DispatcherClient = Client<typeof DispatcherService>;

export class LogSender {
  readonly #options: LogSenderOptions;
  readonly #modules: LogSenderModules;
  readonly #cancelByRequestId = new Map<string, AbortController>();

  constructor(options: LogSenderOptions, modules: LogSenderModules) {
    this.#options = options;
    this.#modules = modules;
  }

  /** Begins to answer; ends by itself, by cancel() or by the session's signal. */
  answer(request: LogRequest, client: DispatcherClient, session: AbortSignal): void {
    if (this.#cancelByRequestId.has(request.requestId)) return;
    const cancel = new AbortController();
    this.#cancelByRequestId.set(request.requestId, cancel);
    const signal = AbortSignal.any([session, cancel.signal]);
    const { userRequestId, taskIds } = request;
    const log = this.#modules.log.child({ requestId: userRequestId });
    log.debug('logs are read', { taskIds });
    this.#send(request, client, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) log.info('logs not sent', { error });
      })
      .finally(() => this.#cancelByRequestId.delete(request.requestId));
  }

  cancel(requestId: string): void {
    this.#cancelByRequestId.get(requestId)?.abort();
  }

  async #send(request: LogRequest, client: DispatcherClient, outer: AbortSignal): Promise<void> {
    // The readers end with the call, however it ends.
    const ended = new AbortController();
    const signal = AbortSignal.any([outer, ended.signal]);
    try {
      const { userRequestId: requestId } = request;
      await client.publishLogs(this.#chunks(request, signal), { signal: outer, requestId });
    } finally {
      ended.abort();
    }
  }

  async *#chunks(request: LogRequest, signal: AbortSignal): AsyncGenerator<LogChunk, void> {
    const { requestId } = request;
    yield LogChunkCodec.create({ requestId });
    const waiting = new HandOver<LogChunk>(MOST_WAITING_CHUNKS, signal);
    const readers = request.taskIds.map((taskId) => this.#read(taskId, request, waiting, signal));
    // A reader that was told to stop while it waited for room has nobody left to tell.
    void Promise.allSettled(readers).then(() => waiting.end());
    yield* waiting;
  }

  async #read(
    taskId: string,
    request: LogRequest,
    waiting: HandOver<LogChunk>,
    signal: AbortSignal,
  ): Promise<void> {
    const { requestId, options } = request;
    try {
      const { worker } = this.#modules;
      if (options?.follow === true) await worker.whenStarted(taskId, signal);
      const status = worker.statusOf(taskId);
      if (status === undefined) throw new Error('the task is not on this node');
      // Nothing of it ever ran, or not yet: nothing was said, and nothing is missing.
      if (status.container === undefined) return;
      const logs = this.#modules.runtime.logs(taskId, effective(options), signal);
      for await (const entries of logs) {
        const lines = entries.map((entry) => this.#line(taskId, entry));
        await waiting.put(LogChunkCodec.create({ requestId, lines }));
      }
    } catch (error) {
      if (signal.aborted) return;
      const reason = hasCode(error, 'logs.unavailable') ? error.facts.reason : messageOf(error);
      await waiting.put(LogChunkCodec.create({ requestId, taskId, error: reason }));
    }
  }

  #line(taskId: string, { stream, atMs, data }: LogEntry): LogChunk['lines'][number] {
    return { taskId, nodeId: this.#options.nodeId, stream, atMs, data };
  }
}

/** A bounded queue of many writers and one reader; a writer waits for room. */
class HandOver<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  readonly #signal: AbortSignal;
  readonly #items: T[] = [];
  #sleepers: (() => void)[] = [];
  #isEnded = false;

  constructor(capacity: number, signal: AbortSignal) {
    this.#capacity = capacity;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wakeAll(), { once: true });
  }

  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#capacity) {
      this.#signal.throwIfAborted();
      await this.#sleep();
    }
    this.#items.push(item);
    this.#wakeAll();
  }

  end(): void {
    this.#isEnded = true;
    this.#wakeAll();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    while (!this.#signal.aborted) {
      const item = this.#items.shift();
      if (item !== undefined) {
        this.#wakeAll();
        yield item;
      } else if (this.#isEnded) return;
      else await this.#sleep();
    }
  }

  async #sleep(): Promise<void> {
    await new Promise<void>((resolve) => this.#sleepers.push(resolve));
  }

  #wakeAll(): void {
    const sleepers = this.#sleepers;
    this.#sleepers = [];
    for (const wake of sleepers) wake();
  }
}

type Options = NonNullable<LogRequest['options']>;

/** Neither stream named means both. */
function effective(options: LogRequest['options']): Options {
  const asked = options ?? { follow: false, tail: -1, sinceMs: 0, stdout: true, stderr: true };
  return asked.stdout || asked.stderr ? asked : { ...asked, stdout: true, stderr: true };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
