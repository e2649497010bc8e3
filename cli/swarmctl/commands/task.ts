/**
 * service ps, node ps, task inspect: tasks, and those that were in their slots before them.
 */
import {
  ListTasksRequestCodec,
  type ListTasksRequestInput,
  type TaskEntry,
} from '../../../proto/gen/control.js';
import { listFormat, checkInspectFormat } from '../output.js';
import { TASK_FILTERS } from '../rules/command-table.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { parseFilters } from '../rules/filters.js';
import { taskJson } from '../rules/inspect-json.js';
import { TASK_TITLES, taskRows } from '../rules/task-rows.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef, inspectEach } from './each-ref.js';
import { resolveSelf } from './node.js';

export async function listServiceTasks(invocation: Invocation, session: Session): Promise<ExitCode> {
  const control = await session.connection.control();
  return await listTasks(
    invocation,
    session,
    invocation.args,
    (ref) => Promise.resolve({ serviceRefs: [ref] }),
    control,
  );
}

export async function listNodeTasks(invocation: Invocation, session: Session): Promise<ExitCode> {
  const control = await session.connection.control();
  const refs = invocation.args.length === 0 ? ['self'] : invocation.args;
  return await listTasks(
    invocation,
    session,
    refs,
    async (ref) => ({ nodeRefs: [await resolveSelf(ref, control, session)] }),
    control,
  );
}

type Control = Awaited<ReturnType<Session['connection']['control']>>;

async function listTasks(
  { flags }: Invocation,
  session: Session,
  refs: readonly string[],
  scopeOf: (ref: string) => Promise<ListTasksRequestInput>,
  control: Control,
): Promise<ExitCode> {
  listFormat(flags);
  const filters = parseFilters(flags, TASK_FILTERS);
  const entryById = new Map<string, TaskEntry>();
  const exitCode = await forEachRef(refs, session, async (ref) => {
    const scope = await scopeOf(ref);
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
  session.output.list({ titles: TASK_TITLES, ids: rows.map(({ id }) => id), rows }, flags);
  return exitCode;
}

export async function inspectTasks({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  checkInspectFormat(flags);
  const control = await session.connection.control();
  return await inspectEach(args, session, {
    read: async (ref) => {
      const { entry } = await control.getTask({ ref }, session.connection.callOptions);
      return entry === undefined ? [] : [entry];
    },
    json: taskJson,
  });
}
