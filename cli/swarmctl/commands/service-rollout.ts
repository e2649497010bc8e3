/**
 * service rollback, pause, resume, restart: what may be asked of a rollout, and the wait for what comes of
 * it. A pause is asked for and not waited for: slots that are being replaced are finished first.
 */
import type { ChangeRolloutRequest } from '../../../proto/gen/control.js';
import { parseRevision } from '../rules/amounts.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { Invocation, Session } from '../session.js';
import { waitFlags, waitUnlessDetached } from './waiting.js';

export async function rollBackService(invocation: Invocation, session: Session): Promise<ExitCode> {
  const toRevision = invocation.flags.parsed('to', parseRevision) ?? 0;
  return await steer({ action: 'rollback', toRevision }, invocation, session);
}

export async function resumeService(invocation: Invocation, session: Session): Promise<ExitCode> {
  return await steer({ action: 'resume', toRevision: 0 }, invocation, session);
}

export async function restartService(invocation: Invocation, session: Session): Promise<ExitCode> {
  return await steer({ action: 'restart', toRevision: 0 }, invocation, session);
}

export async function pauseService({ args }: Invocation, session: Session): Promise<ExitCode> {
  const { connection, output } = session;
  const [ref = ''] = args;
  const control = await connection.control();
  await connection.change((options) =>
    control.changeRollout({ ref, action: 'pause', toRevision: 0 }, options),
  );
  output.line(ref);
  return EXIT.ok;
}

async function steer(
  asked: Omit<ChangeRolloutRequest, 'ref'>,
  { args, flags }: Invocation,
  session: Session,
): Promise<ExitCode> {
  const { connection, output } = session;
  const [ref = ''] = args;
  const wait = waitFlags(flags);
  const control = await connection.control();
  const { service, warnings } = await connection.change((options) =>
    control.changeRollout({ ref, ...asked }, options),
  );
  for (const warning of warnings) output.note(`warning: ${warning}`);
  output.line(ref);
  return await waitUnlessDetached(control, { after: service }, wait, session);
}
