/**
 * Scheduled runs: every slot is run once or reported missed, whoever leads and whatever the clock does.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  type DueRuns,
  dueRuns,
  scheduledSinceMs,
  withDueRuns,
} from '../../../control-plane/orchestrator/rules/schedule.js';
import { NO_RUNS } from '../../../control-plane/orchestrator/rules/job-runs.js';
import {
  CONCURRENCY_POLICIES,
  type JobRun,
  JobRunCodec,
  type JobRunState,
  type Schedule,
  ScheduleCodec,
  type ScheduleInput,
  type ServiceRuns,
} from '../../../proto/gen/objects.js';
import { slotsBetween } from '../../../proto/model/schedule.js';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import { aRevision, aService } from '../../kit/builders.js';
import { aMemoryStore, storeObjects } from '../../kit/memory-store.js';
import { SimClock } from '../../kit/sim-clock.js';
import { viewOf } from './decided.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The schedule was set here: slots are at 13:00, 14:00 … */
const SET_MS = Date.UTC(2030, 0, 1, 12, 30);

const at = (clock: string): number => Date.parse(`2030-01-01T${clock}${clock.length === 5 ? ':00' : ''}Z`);

const hourly = (parts: ScheduleInput = {}): Schedule => ScheduleCodec.create({ cron: '0 * * * *', ...parts });

const run = (number: number, state: JobRunState): JobRun => JobRunCodec.create({ number, state });

const going = (count: number): readonly JobRun[] =>
  Array.from({ length: count }, (_unused, before) => run(before + 1, 'active'));

const runsOf = (until: string | undefined, ...runs: readonly JobRun[]): ServiceRuns => ({
  runs,
  lastNumber: runs.length,
  scheduledUntilMs: until === undefined ? 0 : at(until),
});

const clockOf = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

/** What is due, in words. */
function told({ missed, startAtMs, isReplacing }: DueRuns): readonly string[] {
  return [
    ...missed.map(({ scheduledAtMs, message }) => `${clockOf(scheduledAtMs)} missed: ${message}`),
    ...(startAtMs === undefined ? [] : [`${clockOf(startAtMs)} starts${isReplacing ? ' alone' : ''}`]),
  ];
}

describe('a scheduled job', () => {
  const OVERTAKEN = 'not started before the next one was due';
  for (const [what, schedule, runs, now, ...expected] of [
    ['waits for its first slot, which comes after it was set', hourly(), NO_RUNS, '12:59:59'],
    ['is started when a slot is due', hourly(), NO_RUNS, '13:00', '13:00 starts'],
    ['is started late when nothing forbids it', hourly(), NO_RUNS, '13:59:59', '13:00 starts'],
    ['is not started twice for one slot', hourly(), runsOf('13:00', run(1, 'complete')), '13:30'],
    [
      'is not started for slots that passed: those are missed, and the newest is run',
      hourly(),
      runsOf('13:00'),
      '16:05',
      `14:00 missed: ${OVERTAKEN}`,
      `15:00 missed: ${OVERTAKEN}`,
      '16:00 starts',
    ],
    [
      'is started within its deadline',
      hourly({ startingDeadlineMs: 5 * MINUTE_MS }),
      NO_RUNS,
      '13:05',
      '13:00 starts',
    ],
    [
      'is missed after its deadline',
      hourly({ startingDeadlineMs: 5 * MINUTE_MS }),
      runsOf('13:00'),
      '15:05:01',
      `14:00 missed: ${OVERTAKEN}`,
      '15:00 missed: starting deadline passed',
    ],
    [
      'that may overlap starts beside a run that goes on',
      hourly({ concurrency: 'allow' }),
      runsOf('13:00', run(1, 'active')),
      '14:00',
      '14:00 starts',
    ],
    [
      'that may overlap starts beside nine runs that go on',
      hourly({ concurrency: 'allow' }),
      runsOf('13:00', ...going(9), run(10, 'failed')),
      '14:00',
      '14:00 starts',
    ],
    [
      'that may overlap is missed while ten runs go on: one that never gets on must not pile up',
      hourly({ concurrency: 'allow' }),
      runsOf('13:00', ...going(10)),
      '14:00',
      '14:00 missed: 10 runs still go on',
    ],
    [
      'that replaces does so whatever goes on',
      hourly({ concurrency: 'replace' }),
      runsOf('13:00', ...going(10)),
      '14:00',
      '14:00 starts alone',
    ],
    [
      'that must not overlap is missed while another run goes on',
      hourly({ concurrency: 'forbid' }),
      runsOf('13:00', run(1, 'complete'), run(2, 'active')),
      '14:00',
      '14:00 missed: run 2 still goes on',
    ],
    [
      'that must not overlap is started when the others have ended',
      hourly({ concurrency: 'forbid' }),
      runsOf('13:00', run(1, 'failed'), run(2, 'missed'), run(3, 'replaced')),
      '14:00',
      '14:00 starts',
    ],
    [
      'that replaces ends the runs that go on',
      hourly({ concurrency: 'replace' }),
      runsOf('13:00', run(1, 'active'), run(2, 'complete'), run(3, 'active')),
      '14:00',
      '14:00 starts alone',
    ],
    [
      'that replaces ends no run for one that comes too late',
      hourly({ concurrency: 'replace', startingDeadlineMs: MINUTE_MS }),
      runsOf('13:00', run(1, 'active')),
      '14:02',
      '14:00 missed: starting deadline passed',
    ],
    ['is not started again when the clock is set back', hourly(), runsOf('16:00'), '14:10'],
    ['goes on where it was when the clock has caught up', hourly(), runsOf('16:00'), '17:00', '17:00 starts'],
  ] as const)
    it(what, () => {
      assert.deepEqual(told(dueRuns(schedule, runs, SET_MS, at(now))), expected);
    });

  it('records ten slots that passed, and counts those before them', () => {
    const minutely = ScheduleCodec.create({ cron: '* * * * *' });
    const due = (now: string): DueRuns => dueRuns(minutely, runsOf('13:00'), SET_MS, at(now));
    const few = due('13:11');
    assert.deepEqual([few.missed.length, few.uncounted, few.missed[0]?.message], [10, 0, OVERTAKEN]);
    const many = due('13:40:30');
    assert.deepEqual([many.missed.length, many.uncounted], [10, 29]);
    assert.equal(many.missed[0]?.message, `${OVERTAKEN}; 29 before it were missed too`);
    assert.equal(many.missed[1]?.message, OVERTAKEN);
    const year = dueRuns(minutely, runsOf('13:00'), SET_MS, at('13:00') + 365 * 24 * HOUR_MS);
    assert.match(year.missed[0]?.message ?? '', /; more than 200 before it were missed too$/);
    const late = dueRuns({ ...minutely, startingDeadlineMs: 1 }, runsOf('13:00'), SET_MS, at('13:40:30'));
    assert.deepEqual([late.missed.length, late.uncounted, late.startAtMs], [10, 30, undefined]);
  });

  it('is looked at when it is due, and each minute: clocks are set, and timers do not notice', () => {
    const wakeIn = (now: string, runs = NO_RUNS): number =>
      (dueRuns(hourly(), runs, SET_MS, at(now)).wakeAtMs ?? 0) - at(now);
    assert.equal(wakeIn('12:59:30'), 30_000);
    assert.equal(wakeIn('12:40'), MINUTE_MS);
    assert.equal(wakeIn('13:00', runsOf('13:00')), MINUTE_MS);
    assert.equal(wakeIn('11:00', runsOf('13:00')), MINUTE_MS);
  });

  it('has a record of what was missed, replaced and begun, each with a number', () => {
    const schedule = hourly({ concurrency: 'replace' });
    const runs = runsOf('13:00', { ...run(1, 'active'), startedAtMs: at('13:00') });
    const now = at('15:00:01');
    const {
      runs: recorded,
      lastNumber,
      scheduledUntilMs,
    } = withDueRuns(
      { service: aService({ revision: 7, runs }), nowMs: now },
      dueRuns(schedule, runs, SET_MS, now),
    );
    assert.deepEqual([lastNumber, scheduledUntilMs], [3, at('15:00')]);
    assert.deepEqual(
      recorded.map(({ number, revision, scheduledAtMs, startedAtMs, endedAtMs, state, message }) => [
        [number, revision, state, message],
        [scheduledAtMs, startedAtMs, endedAtMs].map((ms) => (ms === 0 ? '' : clockOf(ms))),
      ]),
      [
        [
          [1, 0, 'replaced', 'replaced by run 3'],
          ['', '13:00', '15:00'],
        ],
        [
          [2, 7, 'missed', OVERTAKEN],
          ['14:00', '', '15:00'],
        ],
        [
          [3, 7, 'active', ''],
          ['15:00', '15:00', ''],
        ],
      ],
    );
  });
});

describe('two leaders that look at one schedule', () => {
  it('begin one run: what the second one decides comes too late', async () => {
    const { store, clock } = aMemoryStore(new SimClock(SET_MS));
    const mode = { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } } as const;
    const spec = { mode, schedule: { cron: '0 * * * *' } };
    await storeObjects(store, { service: [aService({ spec })], revision: [aRevision({ spec })] });
    await clock.advance(HOUR_MS);
    const view = store.view();
    const [first, second] = [0, 2000].map((laterMs) => {
      let made = 0;
      return decideService(view, 'service-1', clock.nowMs() + laterMs, () => `new-${++made}`).groups;
    });
    const applied = async (groups: Parameters<typeof store.commit>[0] = []): Promise<readonly boolean[]> =>
      (await store.commit(groups)).map((result) => result.applied);
    assert.deepEqual([await applied(first), await applied(second)], [[true], [false]]);
    const { runs, scheduledUntilMs } = store.view().service('service-1')?.runs ?? NO_RUNS;
    assert.deepEqual(
      runs.map(({ number, state }) => [number, state]),
      [[1, 'active']],
    );
    assert.equal(scheduledUntilMs, at('13:00'));
    // Whoever leads next finds it done.
    const again = decideService(store.view(), 'service-1', clock.nowMs() + 5000, () => 'new-1').groups;
    assert.deepEqual(
      again.flatMap(({ changes }) => changes.map(({ change }) => change?.kind)),
      ['create'],
    );
  });
});

describe('the schedule of a job', () => {
  const daily = { schedule: { cron: '@daily' } };

  it('holds since the revision that brought it, not since the last change of something else', async () => {
    const revisions = [
      aRevision({ revision: 1, spec: { schedule: { cron: '@hourly' } } }),
      aRevision({ revision: 2, spec: daily }),
      aRevision({ revision: 3, spec: { ...daily, labels: { a: 'b' } } }),
    ];
    const view = await viewOf(
      { revision: revisions.slice(0, 1) },
      { revision: revisions.slice(1, 2) },
      { revision: revisions.slice(2), service: [aService({ revision: 3, spec: daily })] },
    );
    const service = view.service('service-1');
    assert.ok(service !== undefined);
    assert.equal(scheduledSinceMs(view, service), view.revision('service-1', 2)?.meta?.createdAtMs);
    assert.notEqual(scheduledSinceMs(view, service), service.meta?.createdAtMs);
  });

  /** What happens to a cluster between two looks of a leader at its schedules. */
  const someStep = fc.record({
    // Mostly short, at times an outage; the clock is set as well, both ways.
    passesMs: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 2 * MINUTE_MS }) },
      { weight: 1, arbitrary: fc.integer({ min: HOUR_MS, max: 4 * HOUR_MS }) },
    ),
    clockMovesMs: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -3 * HOUR_MS, max: 3 * HOUR_MS }) },
    ),
    /** The leader dies before what it decided is written. */
    isLost: fc.boolean(),
    endsRuns: fc.boolean(),
  });

  it('is followed: each slot is run or reported once, in order, over changes of leaders, outages and clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('*/5 * * * *', '0 * * * *', '17,43 * * * *'),
        fc.constantFrom(...CONCURRENCY_POLICIES),
        fc.constantFrom(0, 30_000, 10 * MINUTE_MS),
        fc.array(someStep, { maxLength: 40 }),
        (cron, concurrency, startingDeadlineMs, steps) => {
          const schedule = ScheduleCodec.create({ cron, concurrency, startingDeadlineMs });
          let runs = NO_RUNS;
          let nowMs = SET_MS;
          let latestMs = SET_MS;
          const handled: number[] = [];
          for (const { passesMs, clockMovesMs, isLost, endsRuns } of steps) {
            nowMs += passesMs + clockMovesMs;
            if (isLost) continue;
            const due = dueRuns(schedule, runs, SET_MS, nowMs);
            latestMs = Math.max(latestMs, nowMs);
            handled.push(...slotsOf(schedule, due, Math.max(SET_MS, runs.scheduledUntilMs)));
            const before = runs;
            runs = withDueRuns({ service: aService({ runs }), nowMs }, due);
            checkRuns(before, runs, concurrency);
            if (endsRuns)
              runs = {
                ...runs,
                runs: runs.runs.map((one) => (one.state === 'active' ? { ...one, state: 'complete' } : one)),
              };
          }
          const last = Math.max(SET_MS, runs.scheduledUntilMs);
          assert.deepEqual(handled, slotsBetween(schedule, SET_MS, last, 100_000));
          // And none that was due is left.
          assert.deepEqual(slotsBetween(schedule, last, latestMs, 1), []);
        },
      ),
    );
  });

  /** The slots that a decision deals with, those it only counts included. */
  function slotsOf(schedule: Schedule, due: DueRuns, fromMs: number): readonly number[] {
    const told = [
      ...due.missed.map(({ scheduledAtMs }) => scheduledAtMs),
      ...(due.startAtMs === undefined ? [] : [due.startAtMs]),
    ];
    const counted = slotsBetween(schedule, fromMs, (told[0] ?? fromMs) - 1, 1000);
    assert.equal(due.uncounted, counted.length);
    assert.ok(due.missed.length <= 10);
    return [...counted, ...told];
  }

  function checkRuns(before: ServiceRuns, after: ServiceRuns, concurrency: Schedule['concurrency']): void {
    assert.ok(after.scheduledUntilMs >= before.scheduledUntilMs);
    const numbers = after.runs.map(({ number }) => number);
    assert.deepEqual(
      numbers,
      [...new Set(numbers)].toSorted((a, b) => a - b),
    );
    assert.equal(after.lastNumber, numbers.at(-1) ?? 0);
    const active = after.runs.filter(({ state }) => state === 'active');
    if (concurrency !== 'allow') assert.ok(active.length <= 1);
  }
});
