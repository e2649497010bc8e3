/**
 * The `--schedule*` flags → when the runs of a job are due. An empty --schedule takes the schedule away, with all
 * that was said about it.
 */
import { CONCURRENCY_POLICIES, type Schedule, ScheduleCodec } from '../../../proto/gen/objects.js';
import { complaint } from './complaint.js';
import { parseDurationMs } from './durations.js';
import type { FlagValues } from './flag-values.js';

const DETAILS = ['schedule-timezone', 'schedule-concurrency', 'schedule-deadline'] as const;

/** The schedule with the flags' changes; as it is when no flag names it. */
export function changedSchedule(schedule: Schedule | undefined, flags: FlagValues): Schedule | undefined {
  const cron = flags.text('schedule');
  const detail = DETAILS.find((name) => flags.isGiven(name));
  if (cron === undefined && detail === undefined) return schedule;
  if (cron === '') {
    if (detail !== undefined) throw complaint(`--${detail}`, 'does not go with an empty --schedule');
    return undefined;
  }
  const before = schedule ?? ScheduleCodec.create();
  if (cron === undefined && before.cron === '') throw complaint(`--${detail}`, 'needs --schedule');
  return {
    ...before,
    cron: cron ?? before.cron,
    timeZone: flags.text('schedule-timezone') ?? before.timeZone,
    concurrency: flags.word('schedule-concurrency', CONCURRENCY_POLICIES) ?? before.concurrency,
    startingDeadlineMs: flags.parsed('schedule-deadline', parseDurationMs) ?? before.startingDeadlineMs,
  };
}
