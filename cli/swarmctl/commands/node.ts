/**
 * node ls, inspect, update, promote, demote, rm. A node may be named by id, the beginning of its id, its host name, or
 * "self" for the one that answers.
 */
import { hasCode } from '../../../proto/base/errors.js';
import { ListNodesRequestCodec, type NodeEntry } from '../../../proto/gen/control.js';
import {
  NODE_AVAILABILITIES,
  NODE_ROLES,
  type NodeRole,
  type NodeSpec,
  NodeSpecCodec,
} from '../../../proto/gen/objects.js';
import type { ControlClient } from '../control-link.js';
import { waitForDrain } from '../draining.js';
import { NODE_FILTERS } from '../rules/command-table.js';
import { complaint } from '../rules/complaint.js';
import { parseDurationMs } from '../rules/durations.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { parseFilters } from '../rules/filters.js';
import { inspectFormat, listFormat } from '../rules/format.js';
import { nodeJson } from '../rules/inspect-json.js';
import { changedLabels, ListChange } from '../rules/list-flags.js';
import type { Networks } from '../rules/network-names.js';
import { NODE_KEYS, nodeRow, prettyNode } from '../rules/node-rows.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef, inspectEach } from './each-ref.js';
import { networksFor } from './network.js';

export async function listNodes({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const filters = parseFilters(flags, NODE_FILTERS);
  const control = await session.connection.control();
  const reply = await control.listNodes(
    ListNodesRequestCodec.create({
      ids: filters.id,
      names: filters.name,
      roles: filters.role,
      labels: filters['node.label'],
      engineLabels: filters.label,
      memberships: filters.membership,
    }),
    session.connection.callOptions,
  );
  const rows = reply.nodes
    .map((entry) => nodeRow(entry, reply.selfNodeId))
    .toSorted((a, b) => compareText(a.cells[1], b.cells[1]) || compareText(a.id, b.id));
  const listing = { keys: NODE_KEYS, ids: rows.map(({ id }) => id), rows };
  session.output.list(listing, format, flags.isOn('quiet'));
  return EXIT.ok;
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

/** "self" → the id of the node that answers. */
export async function resolveSelf(ref: string, control: ControlClient, session: Session): Promise<string> {
  return ref === 'self' ? (await control.getCluster({}, session.connection.callOptions)).nodeId : ref;
}

/** A node, and the networks it is on. */
interface Shown {
  readonly entry: NodeEntry;
  readonly networks: Networks;
}

export async function inspectNodes({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const template = inspectFormat(flags);
  const control = await session.connection.control();
  return await inspectEach<Shown>(args, session, {
    read: async (ref) => {
      const { entry } = await control.getNode(
        { ref: await resolveSelf(ref, control, session) },
        session.connection.callOptions,
      );
      if (entry === undefined) return [];
      const isAttached = (entry.node?.allocation?.attachments.length ?? 0) > 0;
      return [{ entry, networks: await networksFor(isAttached, control, session) }];
    },
    json: ({ entry, networks }) => nodeJson(entry, networks),
    template,
    ...(flags.isOn('pretty') ? { pretty: ({ entry, networks }: Shown) => prettyNode(entry, networks) } : {}),
  });
}

export async function updateNode({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output } = session;
  const [ref = ''] = args;
  const availability = flags.word('availability', NODE_AVAILABILITIES);
  const role = flags.word('role', NODE_ROLES);
  const change = new ListChange(flags, 'label-add', 'label-rm');
  const autoRemoveAfterMs = flags.parsed('auto-remove', parseDurationMs);
  const isWaiting = flags.isOn('wait');
  const timeoutMs = flags.parsed('timeout', parseDurationMs);
  if (isWaiting && availability !== 'drain') throw complaint('--wait', 'needs --availability drain');
  if (!isWaiting && timeoutMs !== undefined) throw complaint('--timeout', 'needs --wait');
  const given = [availability, role, autoRemoveAfterMs];
  if (given.every((value) => value === undefined) && !change.isGiven)
    throw complaint(
      'NODE',
      'say what to change: --availability, --role, --auto-remove, --label-add or --label-rm',
      ref,
    );
  const control = await connection.control();
  await changeSpec(ref, control, session, (before) => {
    const absent = change.remove.find((key) => !Object.hasOwn(before.labels, key));
    if (absent !== undefined) throw complaint('--label-rm', `node ${ref} has no such label`, absent);
    return {
      ...before,
      role: role ?? before.role,
      availability: availability ?? before.availability,
      labels: changedLabels(before.labels, change),
      autoRemoveAfterMs: autoRemoveAfterMs ?? before.autoRemoveAfterMs,
    };
  });
  output.line(ref);
  if (!isWaiting) return EXIT.ok;
  const { entry } = await control.getNode(
    { ref: await resolveSelf(ref, control, session) },
    connection.callOptions,
  );
  return await waitForDrain(control, { nodeId: entry?.node?.id ?? ref, name: ref, timeoutMs }, session);
}

export async function promoteNodes(invocation: Invocation, session: Session): Promise<ExitCode> {
  return await setRole(invocation.args, 'manager', session, {
    done: (ref) => `Node ${ref} promoted to a manager in the swarm.`,
    already: (ref) => `Node ${ref} is already a manager.`,
  });
}

export async function demoteNodes(invocation: Invocation, session: Session): Promise<ExitCode> {
  return await setRole(invocation.args, 'worker', session, {
    done: (ref) => `Manager ${ref} demoted in the swarm.`,
    already: (ref) => `Node ${ref} is already a worker.`,
  });
}

async function setRole(
  refs: readonly string[],
  role: NodeRole,
  session: Session,
  words: { readonly done: (ref: string) => string; readonly already: (ref: string) => string },
): Promise<ExitCode> {
  const control = await session.connection.control();
  return await forEachRef(refs, session, async (ref) => {
    const isChanged = await changeSpec(ref, control, session, (before) =>
      before.role === role ? undefined : { ...before, role },
    );
    session.output.line(isChanged ? words.done(ref) : words.already(ref));
  });
}

/** So often somebody else may be faster before this gives up. */
const MOST_RETRIES = 5;

/** Changes the spec as it is now; false when there is nothing to change. */
async function changeSpec(
  ref: string,
  control: ControlClient,
  session: Session,
  change: (before: NodeSpec) => NodeSpec | undefined,
): Promise<boolean> {
  const { connection } = session;
  const id = await resolveSelf(ref, control, session);
  for (let retries = 0; ; retries += 1) {
    const { entry } = await control.getNode({ ref: id }, connection.callOptions);
    const node = entry?.node;
    const spec = change(node?.spec ?? NodeSpecCodec.create());
    if (spec === undefined) return false;
    const request = { nodeId: node?.id ?? '', version: node?.meta?.versions['spec'] ?? 0, spec };
    try {
      await connection.change((options) => control.updateNode(request, options));
      return true;
    } catch (error) {
      if (!hasCode(error, 'object.conflict') || retries === MOST_RETRIES) throw error;
    }
  }
}

export async function removeNodes({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection } = session;
  const control = await connection.control();
  const force = flags.isOn('force');
  return await forEachRef(args, session, async (ref) => {
    await connection.change((options) => control.removeNode({ ref, force }, options));
    session.output.line(ref);
  });
}
