/**
 * service ls, inspect, runs, rm.
 */
import { ListServicesRequestCodec, type ServiceEntry } from '../../../proto/gen/control.js';
import { SERVICE_FILTERS } from '../rules/command-table.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { parseFilters } from '../rules/filters.js';
import { inspectFormat, listFormat } from '../rules/format.js';
import { serviceJson } from '../rules/inspect-json.js';
import type { Networks } from '../rules/network-names.js';
import { RUN_KEYS, runRows } from '../rules/run-rows.js';
import { prettyService, SERVICE_KEYS, serviceRow } from '../rules/service-rows.js';
import { shortId } from '../rules/table.js';
import type { Invocation, Session } from '../session.js';
import { forEachRef, inspectEach } from './each-ref.js';
import { networksFor } from './network.js';

export async function listServices({ flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const { id, name, mode, label } = parseFilters(flags, SERVICE_FILTERS);
  const control = await session.connection.control();
  const reply = await control.listServices(
    ListServicesRequestCodec.create({ ids: id, names: name, modes: mode, labels: label }),
    session.connection.callOptions,
  );
  const rows = reply.services
    .toSorted((a, b) => ((a.service?.spec?.name ?? '') < (b.service?.spec?.name ?? '') ? -1 : 1))
    .map(serviceRow);
  const ids = rows.map(({ id: serviceId }) => shortId(serviceId));
  session.output.list({ keys: SERVICE_KEYS, ids, rows }, format, flags.isOn('quiet'));
  return EXIT.ok;
}

/** A service, and the networks it is on. */
interface Shown {
  readonly entry: ServiceEntry;
  readonly networks: Networks;
}

export async function inspectServices({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const template = inspectFormat(flags);
  const control = await session.connection.control();
  const nowMs = session.clock.nowMs();
  return await inspectEach<Shown>(args, session, {
    read: async (ref) => {
      const { entry } = await control.getService({ ref }, session.connection.callOptions);
      if (entry === undefined) return [];
      const { spec, allocation } = entry.service ?? {};
      const isAttached = (spec?.task?.networks.length ?? 0) + (allocation?.virtualAddresses.length ?? 0) > 0;
      return [{ entry, networks: await networksFor(isAttached, control, session) }];
    },
    json: ({ entry, networks }) => serviceJson(entry, networks),
    template,
    ...(flags.isOn('pretty')
      ? { pretty: ({ entry, networks }: Shown) => prettyService(entry, nowMs, networks) }
      : {}),
  });
}

export async function listRuns({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const [ref = ''] = args;
  const control = await session.connection.control();
  const { entry } = await control.getService({ ref }, session.connection.callOptions);
  const rows = runRows(entry?.service, session.clock.nowMs());
  const listing = { keys: RUN_KEYS, ids: rows.map(({ id }) => id), rows };
  session.output.list(listing, format, flags.isOn('quiet'));
  return EXIT.ok;
}

export async function removeServices({ args }: Invocation, session: Session): Promise<ExitCode> {
  const control = await session.connection.control();
  return await forEachRef(args, session, async (ref) => {
    await session.connection.change((options) => control.removeService({ ref }, options));
    session.output.line(ref);
  });
}
