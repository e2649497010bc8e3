/**
 * When the runs of a job are due. The instants that a schedule names are its slots; which they are follows from
 * the schedule alone, so that every leader, whenever it looks, finds the same ones in the same order. By the local
 * time of the zone: a time of day that a change of clocks leaves out is due when the gap ends, one that comes
 * twice is due the first time; whatever is due every so many minutes or hours goes on through both.
 */
import { Cron } from 'croner';
import type { Schedule, ServiceSpec } from '../gen/objects.js';
import { checkDuration, checkText } from './input-check.js';
import { demand, refuse } from './refusal.js';
import { isJob } from './service-mode.js';

/** Names for the schedules people want most. */
const NICKNAMES = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/** Five fields of numbers, names, ranges, steps and lists. */
const FIELDS = /^[\w*,/#-]+(?:\s+[\w*,/#-]+){4}$/;

/** From here on an expression is tried: whatever fires at all does so within the eight years that may lie between two leap days. */
const PROBE_MS = Date.UTC(2000, 0, 1);

/** Throws input.invalid for the first thing that is wrong; undefined where there is no schedule. */
export function validateSchedule({
  schedule,
  mode,
}: Pick<ServiceSpec, 'schedule' | 'mode'>): Schedule | undefined {
  if (schedule === undefined) return undefined;
  demand(isJob({ mode }), 'schedule', 'is for jobs: mode replicated-job or global-job', schedule.cron);
  const cron = schedule.cron.trim();
  checkText(cron, 'schedule');
  demand(
    FIELDS.test(cron) || NICKNAMES.includes(cron.toLowerCase()),
    'schedule',
    `must have five fields (minute, hour, day of month, month, day of week), or be one of ${NICKNAMES.join(', ')}`,
    schedule.cron,
  );
  checkTimeZone(schedule.timeZone);
  checkDuration(schedule.startingDeadlineMs, 'schedule-deadline');
  const checked = { ...schedule, cron };
  demand(
    firstSlotMs(checked) !== undefined,
    'schedule',
    'never comes: no month has such a day',
    schedule.cron,
  );
  return checked;
}

function checkTimeZone(timeZone: string): void {
  if (timeZone === '') return;
  const rule = 'is not a time zone, such as Europe/Berlin';
  demand(/^[a-z]/i.test(timeZone), 'schedule-timezone', rule, timeZone);
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    refuse('schedule-timezone', rule, timeZone);
  }
}

function firstSlotMs(schedule: Schedule): number | undefined {
  try {
    return nextSlotMs(schedule, PROBE_MS);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // What the library puts before its sentence is the name of the part that complains.
    return refuse('schedule', `cannot be read: ${reason.replace(/^\w+: /, '')}`, schedule.cron);
  }
}

/** The first slot after that instant. */
export function nextSlotMs(schedule: Schedule, afterMs: number): number | undefined {
  return cronOf(schedule).nextRun(new Date(afterMs))?.getTime();
}

/** The slots after one instant and up to another, this one included: the first `most` of them, oldest first. */
export function slotsBetween(
  schedule: Schedule,
  afterMs: number,
  untilMs: number,
  most: number,
): readonly number[] {
  const cron = cronOf(schedule);
  const slots: number[] = [];
  let slot = cron.nextRun(new Date(afterMs));
  while (slot !== null && slot.getTime() <= untilMs && slots.length < most) {
    slots.push(slot.getTime());
    slot = cron.nextRun(slot);
  }
  return slots;
}

/** The last `most` of the same slots, oldest first. */
export function newestSlots(
  schedule: Schedule,
  afterMs: number,
  untilMs: number,
  most: number,
): readonly number[] {
  const cron = cronOf(schedule);
  const slots: number[] = [];
  // What is asked for lies before the instant that is given.
  let [slot] = cron.previousRuns(1, new Date(untilMs + 1));
  while (slot !== undefined && slot.getTime() > afterMs && slots.length < most) {
    slots.push(slot.getTime());
    [slot] = cron.previousRuns(1, slot);
  }
  return slots.toReversed();
}

/** Made without anything to call, it only reads the expression: no timer is set. */
function cronOf({ cron, timeZone }: Schedule): Cron {
  return new Cron(cron, { timezone: timeZone === '' ? 'UTC' : timeZone, mode: '5-part' });
}
