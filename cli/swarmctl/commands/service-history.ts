/**
 * service history, diff: the revisions of a service that are kept, and what sets two of them apart.
 */
import type { ListRevisionsReply } from '../../../proto/gen/control.js';
import type { ControlClient } from '../control-link.js';
import { parseRevision } from '../rules/amounts.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { listFormat } from '../rules/format.js';
import { withNetworkNames } from '../rules/network-names.js';
import { comparedRevisions, differenceLines, REVISION_KEYS, revisionRows } from '../rules/revision-rows.js';
import type { Invocation, Session } from '../session.js';
import { networksFor } from './network.js';

export async function listRevisions({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const [ref = ''] = args;
  const control = await session.connection.control();
  const reply = await revisionsOf(ref, control, session);
  const options = { nowMs: session.clock.nowMs(), truncate: !flags.isOn('no-trunc') };
  const rows = revisionRows(reply, options);
  const listing = { keys: REVISION_KEYS, ids: rows.map(({ id }) => id), rows };
  session.output.list(listing, format, flags.isOn('quiet'));
  return EXIT.ok;
}

export async function compareRevisions({ args }: Invocation, session: Session): Promise<ExitCode> {
  const [ref = '', from, to] = args;
  const numbers = [
    from === undefined ? undefined : parseRevision('FROM', from),
    to === undefined ? undefined : parseRevision('TO', to),
  ] as const;
  const control = await session.connection.control();
  const reply = await revisionsOf(ref, control, session);
  const [older, newer] = comparedRevisions(reply, ...numbers);
  const lines =
    older.spec === undefined || newer.spec === undefined ? [] : differenceLines(older.spec, newer.spec);
  for (const line of lines) session.output.line(line);
  if (lines.length === 0)
    session.output.line(`revisions ${older.revision} and ${newer.revision} are the same`);
  return EXIT.ok;
}

/** With networks by their names. */
async function revisionsOf(
  ref: string,
  control: ControlClient,
  session: Session,
): Promise<ListRevisionsReply> {
  const { service, revisions } = await control.listRevisions({ ref }, session.connection.callOptions);
  const isAttached = revisions.some(({ spec }) => (spec?.task?.networks.length ?? 0) > 0);
  const networks = await networksFor(isAttached, control, session);
  const named = revisions.map((one) => ({
    ...one,
    spec: one.spec === undefined ? undefined : withNetworkNames(one.spec, networks),
  }));
  return { service, revisions: named };
}
