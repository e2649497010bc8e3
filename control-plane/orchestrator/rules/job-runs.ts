/**
 * The record of a job's runs: how one is begun, how it ends, which are remembered. It stands in the service, so
 * that a new leader goes on with the same runs. Several may be active at once; when one is to begin is for others,
 * what is done in it for job.ts.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { JobRun, Service, ServiceRuns } from '../../../proto/gen/objects.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import type { ServiceContext } from './slots.js';

/** Records kept of runs that are over, and as many of runs that never began: these may come every minute. */
const KEPT_RUNS = 10;

export const NO_RUNS: ServiceRuns = { runs: [], lastNumber: 0, scheduledUntilMs: 0 };

type Parts = Pick<ServiceContext, 'service' | 'nowMs'>;

export interface RunStart {
  /** The instant the schedule names; 0 where somebody asked for it. */
  readonly scheduledAtMs: number;
  /** Whether runs that are under way are stopped for it. */
  readonly isReplacing: boolean;
}

/** How a run ended. */
export type RunEnd = Pick<JobRun, 'number' | 'state' | 'message'>;

export function runsOf({ runs }: Pick<Service, 'runs'>): ServiceRuns {
  return runs ?? NO_RUNS;
}

/** Oldest first. */
export function activeRuns(service: Pick<Service, 'runs'>): readonly JobRun[] {
  return runsOf(service).runs.filter(({ state }) => state === 'active');
}

/** The runs with one more, of the present revision, which is active. */
export function withRun({ service, nowMs }: Parts, { scheduledAtMs, isReplacing }: RunStart): ServiceRuns {
  const before = runsOf(service);
  const number = before.lastNumber + 1;
  const message = `replaced by run ${number}`;
  const runs = before.runs.map((run) =>
    isReplacing && run.state === 'active'
      ? { ...run, state: 'replaced' as const, endedAtMs: nowMs, message }
      : run,
  );
  const next: JobRun = {
    number,
    revision: service.revision,
    scheduledAtMs,
    startedAtMs: nowMs,
    endedAtMs: 0,
    state: 'active',
    message: '',
  };
  return { ...before, lastNumber: number, runs: remembered([...runs, next]) };
}

/** A run that was scheduled and is not begun, and why. */
export type MissedRun = Pick<JobRun, 'scheduledAtMs' | 'message'>;

/** The runs with a record of each that was missed. */
export function withMissed({ service, nowMs }: Parts, missed: readonly MissedRun[]): ServiceRuns {
  const before = runsOf(service);
  const records = missed.map(
    (slot, at): JobRun => ({
      ...slot,
      number: before.lastNumber + 1 + at,
      revision: service.revision,
      startedAtMs: 0,
      endedAtMs: nowMs,
      state: 'missed',
    }),
  );
  const lastNumber = before.lastNumber + missed.length;
  return { ...before, lastNumber, runs: remembered([...before.runs, ...records]) };
}

/** The runs, with these at their end. */
export function withEnds({ service, nowMs }: Parts, ends: readonly RunEnd[]): ServiceRuns {
  const before = runsOf(service);
  const endByNumber = new Map(ends.map((end) => [end.number, end]));
  const runs = before.runs.map((run) => {
    const end = endByNumber.get(run.number);
    return end === undefined ? run : { ...run, ...end, endedAtMs: nowMs };
  });
  return { ...before, runs: remembered(runs) };
}

/** Writes the runs, unless they or the spec have changed since. */
export function writtenRuns({ service }: Pick<Parts, 'service'>, runs: ServiceRuns): ChangeGroup {
  return group(
    [update('service', service.id, 'runs', { runs })],
    [unchanged('service', service, 'spec'), unchanged('service', service, 'runs')],
  );
}

/** All that are active, the newest of those that are over, and the newest of those that were missed. */
function remembered(runs: readonly JobRun[]): readonly JobRun[] {
  const over = runs.filter(({ state }) => state !== 'active' && state !== 'missed').slice(-KEPT_RUNS);
  const missed = runs.filter(({ state }) => state === 'missed').slice(-KEPT_RUNS);
  const kept = new Set([...over, ...missed]);
  return runs.filter((run) => run.state === 'active' || kept.has(run));
}
