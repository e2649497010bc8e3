/**
 * Reads the log of one task's container, batch by batch. While following, a stream that breaks because the
 * engine was restarted is taken up after the last line seen. Holds no more than what one read brings.
 */
import { hasCode, SwarmError } from '../../../proto/base/errors.js';
import type { LogOptions } from '../../../proto/gen/dispatcher.js';
import type { LogEntry } from '../runtime.js';
import { type Engine, EngineRefusal } from './engine.js';
import type { Inspection } from './rules/container-state.js';
import { justAfter, LogParser } from './rules/log-frames.js';

export interface TaskLogRequest {
  readonly taskId: string;
  readonly options: LogOptions;
  readonly signal: AbortSignal;
}

export interface TaskLogModules {
  readonly engine: Engine;
  readonly inspect: () => Promise<Inspection | undefined>;
}

/** Restarts of the engine that one reading outlives. */
const MOST_RESUMES = 100;

export async function* readTaskLogs(
  request: TaskLogRequest,
  modules: TaskLogModules,
): AsyncGenerator<readonly LogEntry[]> {
  const { taskId, options, signal } = request;
  const position = { instant: '' };
  for (let resumes = 0; resumes < MOST_RESUMES; resumes += 1) {
    const inspection = await modules.inspect();
    if (inspection === undefined) throw unavailable(taskId, 'it has no container here');
    try {
      yield* readOnce(inspection, position, request, modules);
      // The engine ends the stream of a container that ended; one that runs lost its engine.
      if (!options.follow || !(await modules.inspect())?.State.Running) return;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof EngineRefusal) throw unavailable(taskId, error.message, error);
      if (!options.follow || !hasCode(error, 'runtime.unreachable') || position.instant === '') throw error;
    }
  }
}

async function* readOnce(
  inspection: Inspection,
  position: { instant: string },
  { options, signal }: TaskLogRequest,
  { engine }: TaskLogModules,
): AsyncGenerator<readonly LogEntry[]> {
  const path = `/containers/${inspection.Id}/logs`;
  const stream = await engine.stream('GET', path, logQuery(options, position.instant), signal);
  try {
    const parser = new LogParser(inspection.Config.Tty);
    for await (const chunk of engine.chunks(stream, signal)) {
      const texts = parser.feed(chunk);
      position.instant = texts.at(-1)?.instant ?? position.instant;
      if (texts.length > 0) yield texts;
    }
    const last = parser.end();
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
