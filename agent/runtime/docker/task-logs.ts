/**
 * Reads the log of one task's container, batch by batch. While following, a stream that breaks because the
 * engine was restarted is taken up after the last line seen. Holds no more than what one read brings.
 */
import type { Clock } from '../../../proto/base/clock.js';
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import type { LogOptions } from '../../../proto/gen/dispatcher.js';
import type { LogEntry } from '../runtime.js';
import { type Engine, EngineRefusal } from './engine.js';
import { conditionOf, type Inspection } from './rules/container-state.js';
import { justAfter, LogParser } from './rules/log-frames.js';

export interface TaskLogRequest {
  readonly taskId: string;
  readonly options: LogOptions;
  readonly signal: AbortSignal;
}

export interface TaskLogModules {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly inspect: () => Promise<Inspection | undefined>;
}

/** How often an engine that is away is asked while following. */
const RESUME_PAUSE_MS = 500;

export async function* readTaskLogs(
  request: TaskLogRequest,
  modules: TaskLogModules,
): AsyncGenerator<readonly LogEntry[]> {
  const { taskId, options, signal } = request;
  const position = { instant: '' };
  for (;;) {
    try {
      const inspection = await modules.inspect();
      if (inspection === undefined) throw unavailable(taskId, 'it has no container here');
      // The engine may end the stream of a container before its last line: once more, when it has ended.
      const isLast = !options.follow || conditionOf(inspection).kind === 'ended';
      yield* readOnce(inspection, position, isLast, request, modules);
      if (isLast || (await modules.inspect()) === undefined) return;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof EngineRefusal) throw unavailable(taskId, error.message, error);
      if (!options.follow || !hasCode(error, 'runtime.unreachable')) throw error;
    }
    await modules.clock.sleep(RESUME_PAUSE_MS, signal);
  }
}

async function* readOnce(
  inspection: Inspection,
  position: { instant: string },
  isLast: boolean,
  { options, signal }: TaskLogRequest,
  { engine }: TaskLogModules,
): AsyncGenerator<readonly LogEntry[]> {
  const path = `/containers/${inspection.Id}/logs`;
  const stream = await engine.stream(
    'GET',
    path,
    logQuery({ ...options, follow: !isLast }, position.instant),
    signal,
  );
  try {
    const parser = new LogParser(inspection.Config.Tty);
    for await (const chunk of engine.chunks(stream, signal)) {
      const texts = parser.feed(chunk);
      position.instant = texts.at(-1)?.instant ?? position.instant;
      if (texts.length > 0) yield texts;
    }
    const last = parser.end();
    position.instant = last.at(-1)?.instant ?? position.instant;
    if (last.length > 0) yield last;
  } finally {
    stream.destroy();
  }
}

function logQuery(options: LogOptions, lastInstant: string): Record<string, string> {
  const resumed = lastInstant !== '';
  const since = resumed ? justAfter(lastInstant) : (options.sinceMs / 1000).toFixed(3);
  return {
    follow: options.follow ? '1' : '0',
    stdout: options.stdout ? '1' : '0',
    stderr: options.stderr ? '1' : '0',
    timestamps: '1',
    tail: options.tail < 0 || resumed ? 'all' : String(options.tail),
    ...(resumed || options.sinceMs > 0 ? { since } : {}),
  };
}

function unavailable(taskId: string, reason: string, cause?: unknown): SwarmError {
  return new SwarmError('logs.unavailable', { source: `task ${taskId}`, reason }, cause);
}
