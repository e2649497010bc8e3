/**
 * What the commands that change a service share: the flags about waiting, and the wait itself.
 */
import type { Service, ServiceSpec } from '../../../proto/gen/objects.js';
import { requestOf } from '../../../proto/model/rollout.js';
import type { ControlClient } from '../control-link.js';
import { waitForService } from '../progress.js';
import { complaint } from '../rules/complaint.js';
import { parseDurationMs } from '../rules/durations.js';
import { EXIT, type ExitCode } from '../rules/exit-codes.js';
import type { FlagValues } from '../rules/flag-values.js';
import { nextRunText } from '../rules/run-rows.js';
import type { Session } from '../session.js';

export interface WaitFlags {
  readonly isDetached: boolean;
  readonly isQuiet: boolean;
  readonly timeoutMs: number | undefined;
}

export function waitFlags(flags: FlagValues): WaitFlags {
  const isDetached = flags.isOn('detach');
  const timeoutMs = flags.parsed('timeout', parseDurationMs);
  if (isDetached && timeoutMs !== undefined) throw complaint('--timeout', 'does not go with --detach');
  return { isDetached, isQuiet: flags.isOn('quiet'), timeoutMs };
}

/** Refuses a limit for a wait that there will not be: a job on a schedule runs nothing for a change. */
export function checkWait({ schedule }: ServiceSpec, { timeoutMs }: WaitFlags): void {
  if (schedule !== undefined && timeoutMs !== undefined)
    throw complaint('--timeout', 'does not go with a schedule: no run begins that could be waited for');
}

/** A service as it was before a change (undefined: it was not there) and after it. */
export interface Changed {
  readonly before?: Service | undefined;
  readonly after: Service | undefined;
}

export async function waitUnlessDetached(
  control: ControlClient,
  { before, after }: Changed,
  { isDetached, isQuiet, timeoutMs }: WaitFlags,
  session: Session,
): Promise<ExitCode> {
  if (isDetached || after === undefined) return EXIT.ok;
  const { schedule } = after.spec ?? {};
  if (schedule !== undefined) {
    // Nothing runs for the change: it is for the runs to come.
    if (!isQuiet) session.output.line(`next run: ${nextRunText(schedule, session.clock.nowMs())}`);
    return EXIT.ok;
  }
  const { number, isRollback } = requestOf(after);
  const isOwn = number > 0 && (before === undefined || number !== requestOf(before).number);
  const options = {
    serviceId: after.id,
    name: after.spec?.name ?? after.id,
    awaited: { number, revision: after.revision, isRollback, isOwn },
    isQuiet,
    timeoutMs,
  };
  return await waitForService(control, options, session);
}
