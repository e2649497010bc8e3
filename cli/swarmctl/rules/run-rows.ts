/**
 * The runs of a job: as rows of `service runs`, and with its schedule in what `service inspect` prints.
 */
import type { JobRun, Schedule, Service } from '../../../proto/gen/objects.js';
import { nextSlotMs } from '../../../proto/model/schedule.js';
import { agoInWords, formatDuration, humanDuration } from './durations.js';
import { block, section } from './pretty-text.js';

export const RUN_KEYS = ['Run', 'Scheduled', 'Started', 'Ended', 'State', 'Message'];

export interface RunRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly json: Readonly<Record<string, string>>;
}

/** The newest first. */
export function runRows(service: Service | undefined, nowMs: number): readonly RunRow[] {
  return (service?.runs?.runs ?? []).toReversed().map((run) => {
    const { number, scheduledAtMs, startedAtMs, endedAtMs, state, message } = run;
    const ago = (ms: number): string => (ms === 0 ? '' : agoInWords(ms, nowMs));
    return {
      id: String(number),
      cells: [String(number), instant(scheduledAtMs), ago(startedAtMs), ago(endedAtMs), state, message],
      json: {
        Run: String(number),
        Scheduled: instant(scheduledAtMs),
        Started: instant(startedAtMs),
        Ended: instant(endedAtMs),
        State: state,
        Message: message,
      },
    };
  });
}

/** To the second; nothing where there is none. */
function instant(ms: number): string {
  return ms === 0 ? '' : new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** The sections about schedule and runs in the text form of a job; the newest run first. */
export function runLines(service: Service | undefined, nowMs: number): readonly string[] {
  const { spec, runs } = service ?? {};
  return [
    ...(spec?.schedule === undefined ? [] : block('Schedule', scheduleLines(spec.schedule, nowMs))),
    ...block(
      'Last runs',
      (runs?.runs ?? []).toReversed().flatMap((run) => section(` ${run.number}`, runText(run, nowMs))),
    ),
  ];
}

function scheduleLines(schedule: Schedule, nowMs: number): readonly string[] {
  const { cron, timeZone, concurrency, startingDeadlineMs } = schedule;
  return [
    ...section(' Cron', cron),
    ...section(' Time zone', timeZone === '' ? 'UTC' : timeZone),
    ...section(' Concurrency', concurrency),
    ...section(' Starting deadline', startingDeadlineMs && formatDuration(startingDeadlineMs)),
    ...section(' Next run', nextRunText(schedule, nowMs)),
  ];
}

/** "2030-01-31T03:00:00Z, in 3 hours": by the clock of whoever asks. */
export function nextRunText(schedule: Schedule, nowMs: number): string {
  const nextMs = nextSlotMs(schedule, nowMs);
  return nextMs === undefined
    ? 'never'
    : `${instant(nextMs)}, in ${humanDuration(nextMs - nowMs).toLowerCase()}`;
}

function runText({ scheduledAtMs, startedAtMs, endedAtMs, state, message }: JobRun, nowMs: number): string {
  const due = scheduledAtMs === 0 ? '' : `, due ${instant(scheduledAtMs)}`;
  const ago = agoInWords(endedAtMs || startedAtMs, nowMs);
  return `${state} ${ago}${due}${message === '' ? '' : `: ${message}`}`;
}
