/**
 * network create, ls, inspect, doctor, rm.
 */
import { hasCode } from '../../../proto/base/errors.js';
import { ListNetworksRequestCodec } from '../../../proto/gen/control.js';
import type { ControlClient } from '../control-link.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { parseFilters } from '../rules/filters.js';
import { inspectFormat, listFormat } from '../rules/format.js';
import { doctorLines, isSound } from '../rules/network-doctor-text.js';
import { NETWORK_FILTERS } from '../rules/network-commands.js';
import { newNetworkSpec } from '../rules/network-flags.js';
import { type Networks, networksById, NO_NETWORKS } from '../rules/network-names.js';
import { NETWORK_KEYS, networkJson, networkRow, prettyNetwork } from '../rules/network-rows.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef, inspectEach } from './each-ref.js';

export async function createNetwork({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const [name = ''] = args;
  const spec = newNetworkSpec(name, flags);
  const control = await session.connection.control();
  const { network } = await session.connection.change((options) => control.createNetwork({ spec }, options));
  session.output.line(network?.id ?? '');
  return EXIT.ok;
}

export async function listNetworks({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const { id: ids, name: names, label: labels } = parseFilters(flags, NETWORK_FILTERS);
  const control = await session.connection.control();
  const request = ListNetworksRequestCodec.create({ ids, names, labels });
  const { networks } = await control.listNetworks(request, session.connection.callOptions);
  const rows = networks
    .toSorted((a, b) => ((a.spec?.name ?? '') < (b.spec?.name ?? '') ? -1 : 1))
    .map((network) => networkRow(network, { truncate: !flags.isOn('no-trunc') }));
  const listing = { keys: NETWORK_KEYS, ids: rows.map(({ shownId }) => shownId), rows };
  session.output.list(listing, format, flags.isOn('quiet'));
  return EXIT.ok;
}

export async function inspectNetworks({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const template = inspectFormat(flags);
  const control = await session.connection.control();
  const isVerbose = flags.isOn('verbose');
  return await inspectEach(args, session, {
    read: async (ref) => [await control.getNetwork({ ref }, session.connection.callOptions)],
    json: (reply) => networkJson(reply, { isVerbose }),
    template,
    ...(flags.isOn('pretty') ? { pretty: prettyNetwork } : {}),
  });
}

/** Fails when anything is wrong, so that a script may wait for a sound cluster. */
export async function examineNetworks({ args }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output } = session;
  const control = await connection.control();
  const reply = await control.examineNetworks({ nodeRefs: args }, connection.callOptions);
  for (const line of doctorLines(reply)) output.line(line);
  return isSound(reply) ? EXIT.ok : EXIT.failed;
}

export async function removeNetworks({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output } = session;
  const control = await connection.control();
  const isForced = flags.isOn('force');
  return await forEachRef(args, session, async (ref) => {
    try {
      await connection.change((options) => control.removeNetwork({ ref }, options));
    } catch (error) {
      if (!isForced || !hasCode(error, 'object.not-found')) throw error;
    }
    output.line(ref);
  });
}

/** All networks, where something that is shown or changed refers to one: a manager of before may know of none. */
export async function networksFor(
  isNeeded: boolean,
  control: ControlClient,
  { connection }: Session,
): Promise<Networks> {
  if (!isNeeded) return NO_NETWORKS;
  const { networks } = await control.listNetworks(ListNetworksRequestCodec.create(), connection.callOptions);
  return networksById(networks);
}
