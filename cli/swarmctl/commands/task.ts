/**
 * service ps, node ps, task ls and inspect: tasks, and those that were in their slots before them.
 */
import {
  ListTasksRequestCodec,
  type ListTasksRequestInput,
  type TaskEntry,
} from '../../../proto/gen/control.js';
import type { Task } from '../../../proto/gen/objects.js';
import { isWanted, stateOf } from '../../../proto/model/task.js';
import type { ControlClient } from '../control-link.js';
import { TASK_FILTERS } from '../rules/command-table.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { FlagValues } from '../rules/flag-values.js';
import { parseFilters } from '../rules/filters.js';
import { inspectFormat, listFormat } from '../rules/format.js';
import { taskJson } from '../rules/inspect-json.js';
import { reasonLines } from '../rules/why-text.js';
import { TASK_KEYS, taskRows } from '../rules/task-rows.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef, inspectEach } from './each-ref.js';
import { networksFor } from './network.js';
import { resolveSelf } from './node.js';

export async function listServiceTasks(invocation: Invocation, session: Session): Promise<ExitCode> {
  return await listTasks(invocation.args, invocation.flags, session, (ref) =>
    Promise.resolve({ serviceRefs: [ref] }),
  );
}

export async function listAllTasks({ flags }: Invocation, session: Session): Promise<ExitCode> {
  return await listTasks(['every service'], flags, session, () => Promise.resolve({}));
}

export async function listNodeTasks({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const refs = args.length === 0 ? ['self'] : args;
  return await listTasks(refs, flags, session, async (ref, control) => ({
    nodeRefs: [await resolveSelf(ref, control, session)],
  }));
}

async function listTasks(
  refs: readonly string[],
  flags: FlagValues,
  session: Session,
  scopeOf: (ref: string, control: ControlClient) => Promise<ListTasksRequestInput>,
): Promise<ExitCode> {
  const format = listFormat(flags);
  const filters = parseFilters(flags, TASK_FILTERS);
  const control = await session.connection.control();
  const entryById = new Map<string, TaskEntry>();
  const exitCode = await forEachRef(refs, session, async (ref) => {
    const scope = await scopeOf(ref, control);
    const request = ListTasksRequestCodec.create({
      ...scope,
      ids: filters.id,
      names: filters.name,
      nodeRefs: scope.nodeRefs ?? filters.node,
      desiredStates: filters['desired-state'],
    });
    const reply = await control.listTasks(request, session.connection.callOptions);
    for (const entry of reply.tasks) entryById.set(entry.task?.id ?? '', entry);
  });
  if (exitCode !== EXIT.ok && entryById.size === 0) return exitCode;
  const rows = taskRows([...entryById.values()], {
    nowMs: session.clock.nowMs(),
    resolve: !flags.isOn('no-resolve'),
    truncate: !flags.isOn('no-trunc'),
  });
  const listing = { keys: TASK_KEYS, ids: rows.map(({ shownId }) => shownId), rows };
  session.output.list(listing, format, flags.isOn('quiet'));
  return exitCode;
}

export async function inspectTasks({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const template = inspectFormat(flags);
  const control = await session.connection.control();
  return await inspectEach(args, session, {
    read: async (ref) => {
      const { entry } = await control.getTask({ ref }, session.connection.callOptions);
      if (entry?.task === undefined) return [];
      const isAttached = (entry.task.allocation?.attachments.length ?? 0) > 0;
      const networks = await networksFor(isAttached, control, session);
      return [{ entry, networks, why: await reasonsOf(entry.task, control, session) }];
    },
    json: ({ entry, networks, why }) => ({
      ...taskJson(entry, networks),
      ...(why.length === 0 ? {} : { Why: why }),
    }),
    template,
  });
}

async function reasonsOf(task: Task, control: ControlClient, session: Session): Promise<readonly string[]> {
  if (isAsWanted(task)) return [];
  const { clock, connection, signal } = session;
  try {
    const reply = await control.explainPlacement({ ref: task.id }, connection.callOptions);
    return reasonLines(reply, clock.nowMs()).filter((line) => line !== '');
  } catch {
    signal.throwIfAborted();
    // Its service may be gone, or the manager of an earlier build: what is known of the task is shown all the same.
    return [];
  }
}

/** Nobody asks why: it runs, or has ended as it should. */
function isAsWanted(task: Task): boolean {
  return !isWanted(task) || stateOf(task) === 'running' || stateOf(task) === 'complete';
}
