/**
 * Which runs of a job a schedule asks for now. Every slot is run once or reported missed, in order, whoever leads
 * and whatever the clock does: how far the schedule was followed stands beside the runs, is written together with
 * them, and never falls. What starts a run and what becomes of it is for the rules of jobs.
 */
import type { JobRun, Schedule, Service, ServiceRuns } from '../../../proto/gen/objects.js';
import { isSame } from '../../../proto/model/sameness.js';
import { newestSlots, nextSlotMs, slotsBetween } from '../../../proto/model/schedule.js';
import type { ClusterView } from '../../store/rules/view.js';
import { type Decision, decision } from './decision.js';
import { type MissedRun, runsOf, withMissed, withRun, writtenRuns } from './job-runs.js';
import type { ServiceContext } from './slots.js';

/** A timer knows nothing of a clock that is set: how soon that is noticed. */
const LONGEST_WAIT_MS = 60_000;

/** So many runs may go on at once. One whose tasks fail again and again goes on for ever: without a limit they pile up. */
const MOST_ACTIVE = 10;

/** So many slots that passed at once are recorded one by one; the oldest record counts those before it … */
const MOST_RECORDED = 10;
/** … as far as this, which takes some milliseconds. */
const MOST_COUNTED = 200;

export interface DueRuns {
  /** Oldest first. */
  readonly missed: readonly MissedRun[];
  /** Slots before those, counted in the first one's message only. */
  readonly uncounted: number;
  /** The slot to begin a run for. */
  readonly startAtMs: number | undefined;
  /** Whether that run takes the place of those that go on. */
  readonly isReplacing: boolean;
  /** Every slot up to here is dealt with; as before when nothing was due. */
  readonly scheduledUntilMs: number;
  /** When to look again; undefined when nothing is ever due any more. */
  readonly wakeAtMs: number | undefined;
}

/** What the schedule, which holds since that instant, asks for now. */
export function dueRuns(schedule: Schedule, runs: ServiceRuns, sinceMs: number, nowMs: number): DueRuns {
  const fromMs = Math.max(runs.scheduledUntilMs, sinceMs);
  const nextMs = nextSlotMs(schedule, Math.max(fromMs, nowMs));
  const wakeAtMs = nextMs === undefined ? undefined : Math.min(nextMs, nowMs + LONGEST_WAIT_MS);
  const due = newestSlots(schedule, fromMs, nowMs, MOST_RECORDED + 1);
  const newest = due.at(-1);
  if (newest === undefined) {
    const { scheduledUntilMs } = runs;
    return { missed: [], uncounted: 0, startAtMs: undefined, isReplacing: false, scheduledUntilMs, wakeAtMs };
  }
  const active = runs.runs.filter(({ state }) => state === 'active');
  const obstacle = obstacleTo(schedule, newest, active, nowMs);
  const passed = due.slice(0, -1).slice(obstacle === undefined ? -MOST_RECORDED : 1 - MOST_RECORDED);
  const before = slotsBetween(schedule, fromMs, (passed[0] ?? newest) - 1, MOST_COUNTED + 1).length;
  const missed = passed.map((scheduledAtMs) => ({ scheduledAtMs, message: OVERTAKEN }));
  if (obstacle !== undefined) missed.push({ scheduledAtMs: newest, message: obstacle });
  return {
    missed: missed.map((slot, at) => (at === 0 ? counting(slot, before) : slot)),
    uncounted: before,
    startAtMs: obstacle === undefined ? newest : undefined,
    isReplacing: schedule.concurrency === 'replace',
    scheduledUntilMs: newest,
    wakeAtMs,
  };
}

const OVERTAKEN = 'not started before the next one was due';

/** Why no run begins for the slot; undefined when one does. */
function obstacleTo(
  { startingDeadlineMs, concurrency }: Schedule,
  slotMs: number,
  active: readonly JobRun[],
  nowMs: number,
): string | undefined {
  if (startingDeadlineMs > 0 && nowMs - slotMs > startingDeadlineMs) return 'starting deadline passed';
  const [other] = active;
  if (concurrency === 'forbid' && other !== undefined) return `run ${other.number} still goes on`;
  const areTooMany = concurrency === 'allow' && active.length >= MOST_ACTIVE;
  return areTooMany ? `${active.length} runs still go on` : undefined;
}

function counting(slot: MissedRun, before: number): MissedRun {
  if (before === 0) return slot;
  const count = before > MOST_COUNTED ? `more than ${MOST_COUNTED}` : String(before);
  return {
    ...slot,
    message: `${slot.message}; ${count} before it ${before === 1 ? 'was' : 'were'} missed too`,
  };
}

/** Writes down what is due, and begins the run that is; nothing for a job without a schedule. */
export function followSchedule(parts: Pick<ServiceContext, 'view' | 'service' | 'spec' | 'nowMs'>): Decision {
  const { view, service, spec, nowMs } = parts;
  if (spec.schedule === undefined) return { groups: [] };
  const due = dueRuns(spec.schedule, runsOf(service), scheduledSinceMs(view, service), nowMs);
  const isDue = due.scheduledUntilMs !== runsOf(service).scheduledUntilMs;
  return decision(isDue ? [writtenRuns(parts, withDueRuns(parts, due))] : [], [due.wakeAtMs]);
}

/** The runs with what was due written down; the run that begins is the last one, and active. */
export function withDueRuns(
  { service, nowMs }: Pick<ServiceContext, 'service' | 'nowMs'>,
  { missed, startAtMs, isReplacing, scheduledUntilMs }: DueRuns,
): ServiceRuns {
  let runs = withMissed({ service, nowMs }, missed);
  if (startAtMs !== undefined) {
    const start = { scheduledAtMs: startAtMs, isReplacing };
    runs = withRun({ service: { ...service, runs }, nowMs }, start);
  }
  return { ...runs, scheduledUntilMs };
}

/** Since when the service has the schedule that it has: slots before are none of it. */
export function scheduledSinceMs(view: ClusterView, service: Service): number {
  let sinceMs = service.meta?.createdAtMs ?? 0;
  for (const { meta, spec } of view.revisionsOfService(service.id).toReversed()) {
    if (!isSame(spec?.schedule, service.spec?.schedule)) return sinceMs;
    sinceMs = meta?.createdAtMs ?? sinceMs;
  }
  return sinceMs;
}
