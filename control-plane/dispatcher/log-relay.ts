/**
 * Joins one reader of logs to every agent that holds its tasks. What waits for the reader is bounded: the
 * agents' streams wait then. A source that cannot be read is named, and the others go on; the reading ends
 * when every source has ended, so it never hangs on one that died.
 */
import type { Clock } from '../../proto/base/clock.js';
import { SwarmError } from '../../proto/base/errors.js';
import { newId, type Random } from '../../proto/base/random.js';
import type { CallContext } from '../../proto/base/rpc.js';
import { unlessAborted } from '../../proto/base/service.js';
import type { LogChunk, LogLine, LogOptions, LogRequest } from '../../proto/gen/dispatcher.js';
import type { ClusterView } from '../store/rules/view.js';
import type { Session } from './session.js';

export interface LogRelayModules {
  readonly clock: Clock;
  readonly random: Random;
  readonly view: () => ClusterView;
  readonly sessionOf: (nodeId: string) => Session | undefined;
}

/** A task whose logs are wanted, and the node that holds it; no node: it has not been placed. */
export interface LogTask {
  readonly taskId: string;
  readonly nodeId: string;
}

/** Lines, or a source that cannot be read, in words. */
export interface LogPiece {
  readonly lines: readonly LogLine[];
  readonly missing?: string;
}

// An agent answers a request at once, if only with an empty chunk.
const ANSWER_TIMEOUT_MS = 10_000;
const MOST_WAITING_BYTES = 4 * 1024 * 1024;
// What a line costs beside its text.
const LINE_BYTES = 100;

export class LogRelay {
  readonly #modules: LogRelayModules;
  readonly #readingById = new Map<string, Reading>();

  constructor(modules: LogRelayModules) {
    this.#modules = modules;
  }

  /** Everything the agents send for these tasks; ends by itself unless following, and with the signal. */
  async *read(
    tasks: readonly LogTask[],
    options: LogOptions,
    { signal, requestId: userRequestId }: Pick<CallContext, 'signal' | 'requestId'>,
  ): AsyncGenerator<LogPiece, void> {
    const requestId = newId(this.#modules.random);
    const reading = new Reading();
    const stop = (): void => reading.stop();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    this.#readingById.set(requestId, reading);
    try {
      for (const [nodeId, taskIds] of byNode(tasks)) {
        if (nodeId === '')
          for (const taskId of taskIds) reading.say(`task ${taskId} has not been placed on a node`);
        else this.#ask(reading, nodeId, { requestId, taskIds, options, userRequestId });
      }
      reading.allAsked();
      yield* reading.pieces();
    } finally {
      signal.removeEventListener('abort', stop);
      this.#readingById.delete(requestId);
      reading.stop();
      for (const nodeId of reading.openNodeIds)
        this.#modules.sessionOf(nodeId)?.send({ kind: 'logCancel', logCancel: { requestId } });
    }
  }

  /** Takes in one agent's answer to a request. */
  async receive(chunks: AsyncIterable<LogChunk>, nodeId: string, signal: AbortSignal): Promise<void> {
    const incoming = chunks[Symbol.asyncIterator]();
    try {
      const first = await incoming.next();
      if (first.done === true) return;
      const { requestId } = first.value;
      const reading = this.#readingById.get(requestId);
      const source = reading?.source(nodeId);
      // The reader has gone, or asked somebody else.
      if (reading === undefined || source === undefined) return;
      source.began.abort();
      let next: IteratorResult<LogChunk> | undefined = first;
      while (next !== undefined && next.done !== true) {
        await this.#take(reading, { requestId, nodeId, source }, next.value, signal);
        next = await unlessAborted(incoming.next(), source.over);
      }
      reading.close(nodeId, signal.aborted ? `${this.#nodeName(nodeId)} stopped in the middle` : undefined);
    } finally {
      void incoming.return?.();
    }
  }

  async #take(
    reading: Reading,
    from: { readonly requestId: string; readonly nodeId: string; readonly source: Source },
    chunk: LogChunk,
    signal: AbortSignal,
  ): Promise<void> {
    const { requestId, nodeId, source } = from;
    if (chunk.requestId !== requestId)
      throw new SwarmError('input.invalid', { field: 'request_id', rule: 'must be the same in all chunks' });
    if (chunk.error !== '') reading.say(`task ${chunk.taskId} on ${this.#nodeName(nodeId)}: ${chunk.error}`);
    const asked = chunk.lines.filter(({ taskId }) => source.taskIds.has(taskId));
    await reading.offer(
      asked.map((line) => ({ ...line, nodeId })),
      signal,
    );
  }

  #ask(reading: Reading, nodeId: string, request: LogRequest): void {
    const name = this.#nodeName(nodeId);
    const session = this.#modules.sessionOf(nodeId);
    if (session?.send({ kind: 'logRequest', logRequest: request }) !== true)
      return reading.say(`${name} is not connected`);
    const source = reading.open(nodeId, request.taskIds);
    const lost = (): void => reading.close(nodeId, `${name} was disconnected`);
    session.ended.addEventListener('abort', lost, { once: true });
    source.over.addEventListener('abort', () => session.ended.removeEventListener('abort', lost));
    const settled = AbortSignal.any([source.began.signal, source.over]);
    this.#modules.clock.sleep(ANSWER_TIMEOUT_MS, settled).then(
      () => reading.close(nodeId, `${name} did not answer within ${ANSWER_TIMEOUT_MS / 1000} s`),
      () => undefined,
    );
  }

  #nodeName(nodeId: string): string {
    return `node ${this.#modules.view().node(nodeId)?.description?.hostname || nodeId}`;
  }
}

/** One node's part of a reading. */
interface Source {
  readonly taskIds: ReadonlySet<string>;
  /** Aborted with the first chunk. */
  readonly began: AbortController;
  /** Aborted when no more will come. */
  readonly over: AbortSignal;
  readonly end: () => void;
}

/** What waits for one reader, and who may still add to it. */
class Reading {
  readonly #sourceByNodeId = new Map<string, Source>();
  readonly #waiting: LogPiece[] = [];
  readonly #stopped = new AbortController();
  #waitingBytes = 0;
  #isAsking = true;
  #sleepers: (() => void)[] = [];

  /** Nodes that still send. */
  get openNodeIds(): readonly string[] {
    return [...this.#sourceByNodeId.keys()];
  }

  source(nodeId: string): Source | undefined {
    return this.#sourceByNodeId.get(nodeId);
  }

  open(nodeId: string, taskIds: readonly string[]): Source {
    const over = new AbortController();
    const source = {
      taskIds: new Set(taskIds),
      began: new AbortController(),
      over: over.signal,
      end: () => over.abort(),
    };
    this.#sourceByNodeId.set(nodeId, source);
    return source;
  }

  /** The node sends no more; why, when that is too early. */
  close(nodeId: string, missing?: string): void {
    const source = this.#sourceByNodeId.get(nodeId);
    // A reader that has gone still tells those that were sending for it.
    if (source === undefined || this.#stopped.signal.aborted) return;
    this.#sourceByNodeId.delete(nodeId);
    source.end();
    if (missing !== undefined) this.say(missing);
    this.#wakeAll();
  }

  say(missing: string): void {
    this.#waiting.push({ lines: [], missing });
    this.#wakeAll();
  }

  /** Waits for room; drops the lines when the reader has gone, or the one who offers. */
  async offer(lines: readonly LogLine[], signal: AbortSignal): Promise<void> {
    const wake = (): void => this.#wakeAll();
    signal.addEventListener('abort', wake, { once: true });
    while (this.#waitingBytes >= MOST_WAITING_BYTES && !this.#stopped.signal.aborted && !signal.aborted)
      await this.#sleep();
    signal.removeEventListener('abort', wake);
    if (lines.length === 0 || this.#stopped.signal.aborted || signal.aborted) return;
    this.#waiting.push({ lines });
    this.#waitingBytes += bytesOf(lines);
    this.#wakeAll();
  }

  /** No further nodes will be asked. */
  allAsked(): void {
    this.#isAsking = false;
    this.#wakeAll();
  }

  /** The reader has gone. */
  stop(): void {
    this.#stopped.abort();
    for (const source of this.#sourceByNodeId.values()) source.end();
    this.#wakeAll();
  }

  async *pieces(): AsyncGenerator<LogPiece, void> {
    while (!this.#stopped.signal.aborted) {
      const piece = this.#waiting.shift();
      if (piece !== undefined) {
        this.#waitingBytes -= bytesOf(piece.lines);
        this.#wakeAll();
        yield piece;
      } else if (!this.#isAsking && this.#sourceByNodeId.size === 0) return;
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

function bytesOf(lines: readonly LogLine[]): number {
  return lines.reduce((bytes, { data }) => bytes + data.byteLength + LINE_BYTES, 0);
}

function byNode(tasks: readonly LogTask[]): ReadonlyMap<string, readonly string[]> {
  const taskIdsByNodeId = new Map<string, string[]>();
  for (const { nodeId, taskId } of tasks) {
    const taskIds = taskIdsByNodeId.get(nodeId);
    if (taskIds === undefined) taskIdsByNodeId.set(nodeId, [taskId]);
    else taskIds.push(taskId);
  }
  return taskIdsByNodeId;
}
