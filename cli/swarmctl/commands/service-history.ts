/**
 * service history, diff: the revisions of a service that are kept, and what sets two of them apart.
 */
import { parseRevision } from '../rules/amounts.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import { listFormat } from '../rules/format.js';
import { comparedRevisions, differenceLines, REVISION_KEYS, revisionRows } from '../rules/revision-rows.js';
import type { Invocation, Session } from '../session.js';

export async function listRevisions({ args, flags }: Invocation, session: Session): Promise<ExitCode> {
  const format = listFormat(flags);
  const [ref = ''] = args;
  const control = await session.connection.control();
  const reply = await control.listRevisions({ ref }, session.connection.callOptions);
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
  const reply = await control.listRevisions({ ref }, session.connection.callOptions);
  const [older, newer] = comparedRevisions(reply, ...numbers);
  const lines =
    older.spec === undefined || newer.spec === undefined ? [] : differenceLines(older.spec, newer.spec);
  for (const line of lines) session.output.line(line);
  if (lines.length === 0)
    session.output.line(`revisions ${older.revision} and ${newer.revision} are the same`);
  return EXIT.ok;
}
