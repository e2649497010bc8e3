/**
 * Lines of a service's or a task's containers. Who fetches them is told, task by task, by the log source;
 * this file decides which tasks are asked, follows the ones that start later, and gives each task's names
 * before its first line. A task that never had a container has no logs and is not asked.
 */
import { SwarmError } from '../../proto/base/errors.js';
import type { CallContext } from '../../proto/base/rpc.js';
import type { LogsReply, LogsRequest, TaskEntry } from '../../proto/gen/control.js';
import { type LogLine, type LogOptions, LogOptionsCodec } from '../../proto/gen/dispatcher.js';
import type { Store } from '../store/store.js';
import type { ClusterView } from '../store/rules/view.js';
import type { ControlHandlers } from './handlers.js';
import { Funnel } from './funnel.js';
import { taskEntry } from './rules/entries.js';
import { loggedTasks, type LogScope } from './rules/logged-tasks.js';
import { resolveServiceOrTask } from './rules/references.js';
import { wakeupsOf } from './wakeups.js';

/** Where a task's lines are. */
export interface LoggedTask {
  readonly taskId: string;
  readonly nodeId: string;
}

export interface LogPart {
  readonly lines: readonly LogLine[];
  /** A source that cannot be read, in words; the others go on. */
  readonly missing?: string | undefined;
}

export interface LogSource {
  /**
   * Lines of all the tasks until each has ended or, without follow, was read to its end; leaving the loop
   * or aborting the signal ends it early.
   */
  read(
    tasks: readonly LoggedTask[],
    options: LogOptions,
    context: Pick<CallContext, 'signal' | 'requestId'>,
  ): AsyncIterable<LogPart>;
}

export interface LogsModules {
  readonly store: Store;
  readonly logs: LogSource;
}

export function logHandlers(modules: LogsModules): ControlHandlers<'logs'> {
  return { logs: (request, context) => readLogs(request, context, modules) };
}

const ALL_LINES: LogOptions = LogOptionsCodec.create({ tail: -1, stdout: true, stderr: true });

async function* readLogs(
  request: LogsRequest,
  context: CallContext,
  modules: LogsModules,
): AsyncGenerator<LogsReply, void> {
  const options = request.options ?? ALL_LINES;
  if (!options.stdout && !options.stderr)
    throw new SwarmError('input.invalid', { field: 'options', rule: 'stdout, stderr or both must be read' });
  const view = modules.store.view();
  const source = resolveServiceOrTask(view, request.ref);
  const scope: LogScope = 'service' in source ? { serviceId: source.service.id } : { taskId: source.task.id };
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const reading = new LogReading(scope, options, { signal, requestId: context.requestId }, modules);
  try {
    yield* reading.replies(view);
  } finally {
    stop.abort();
  }
}

/** One answer in the making: which tasks are being read, and which of them the caller has heard of. */
class LogReading {
  readonly #scope: LogScope;
  readonly #options: LogOptions;
  readonly #context: Pick<CallContext, 'signal' | 'requestId'>;
  readonly #modules: LogsModules;
  readonly #parts: Funnel<LogPart>;
  readonly #entryByTaskId = new Map<string, TaskEntry>();
  readonly #unheardTaskIds = new Set<string>();

  constructor(
    scope: LogScope,
    options: LogOptions,
    context: Pick<CallContext, 'signal' | 'requestId'>,
    modules: LogsModules,
  ) {
    this.#scope = scope;
    this.#options = options;
    this.#context = context;
    this.#modules = modules;
    this.#parts = new Funnel(context.signal);
  }

  async *replies(view: ClusterView): AsyncGenerator<LogsReply, void> {
    this.#startNew(view, this.#options);
    if (this.#options.follow) this.#parts.stayOpenFor(this.#followNew());
    for await (const { lines, missing } of this.#parts) {
      yield { lines, tasks: this.#heardOf(lines), missing: missing ?? '' };
    }
  }

  /** Reads tasks that come while the caller follows, until there can be none any more. */
  async #followNew(): Promise<void> {
    for await (const { view } of wakeupsOf(this.#modules.store, ['service', 'task'], this.#context.signal)) {
      // What started while somebody watches is shown from its first line.
      const isOver = this.#startNew(view, { ...this.#options, tail: ALL_LINES.tail });
      if (isOver) return;
    }
  }

  #startNew(view: ClusterView, options: LogOptions): boolean {
    const { tasks, isOver } = loggedTasks(view, this.#scope, this.#options.follow);
    const fresh = tasks.filter(({ id }) => !this.#entryByTaskId.has(id));
    for (const task of fresh) {
      this.#entryByTaskId.set(task.id, taskEntry(view, task));
      this.#unheardTaskIds.add(task.id);
    }
    if (fresh.length > 0) {
      const wanted = fresh.map(({ id, placement }) => ({ taskId: id, nodeId: placement?.nodeId ?? '' }));
      this.#parts.add(this.#modules.logs.read(wanted, options, this.#context));
    }
    return isOver;
  }

  #heardOf(lines: readonly LogLine[]): readonly TaskEntry[] {
    const entries: TaskEntry[] = [];
    for (const { taskId } of lines) {
      const entry = this.#entryByTaskId.get(taskId);
      if (entry !== undefined && this.#unheardTaskIds.delete(taskId)) entries.push(entry);
    }
    return entries;
  }
}
