/**
 * node ls, inspect, update, rm. A node may be named by id, the beginning of its id, its host name, or
 * "self" for the one that answers.
 */
import { ListNodesRequestCodec } from '../../../proto/gen/control.js';
import { NODE_AVAILABILITIES, NodeSpecCodec } from '../../../proto/gen/objects.js';
import type { ControlClient } from '../connection.js';
import { NODE_FILTERS } from '../rules/command-table.js';
import { complaint } from '../rules/complaint.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { parseFilters } from '../rules/filters.js';
import { inspectFormat, listFormat } from '../rules/format.js';
import { nodeJson } from '../rules/inspect-json.js';
import { changedLabels, ListChange } from '../rules/list-flags.js';
import { NODE_KEYS, nodeRow, prettyNode } from '../rules/node-rows.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef, inspectEach } from './each-ref.js';

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

export async function inspectNodes({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const template = inspectFormat(flags);
  const control = await session.connection.control();
  return await inspectEach(args, session, {
    read: async (ref) => {
      const { entry } = await control.getNode(
        { ref: await resolveSelf(ref, control, session) },
        session.connection.callOptions,
      );
      return entry === undefined ? [] : [entry];
    },
    json: nodeJson,
    template,
    ...(flags.isOn('pretty') ? { pretty: prettyNode } : {}),
  });
}

export async function updateNode({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output } = session;
  const [ref = ''] = args;
  const availability = flags.word('availability', NODE_AVAILABILITIES);
  const change = new ListChange(flags, 'label-add', 'label-rm');
  if (availability === undefined && !change.isGiven)
    throw complaint('NODE', 'say what to change: --availability, --label-add or --label-rm', ref);
  const control = await connection.control();
  const { entry } = await control.getNode(
    { ref: await resolveSelf(ref, control, session) },
    connection.callOptions,
  );
  const node = entry?.node;
  const before = node?.spec ?? NodeSpecCodec.create();
  const absent = change.remove.find((key) => !Object.hasOwn(before.labels, key));
  if (absent !== undefined) throw complaint('--label-rm', `node ${ref} has no such label`, absent);
  const spec = {
    ...before,
    availability: availability ?? before.availability,
    labels: changedLabels(before.labels, change),
  };
  const request = { nodeId: node?.id ?? '', version: node?.meta?.versions['spec'] ?? 0, spec };
  await connection.change((options) => control.updateNode(request, options));
  output.line(ref);
  return EXIT.ok;
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
