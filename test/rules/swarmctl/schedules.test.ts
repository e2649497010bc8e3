/**
 * Scheduled jobs on the command line: flags, and what is printed of schedules and runs.
 */
import assert from 'node:assert/strict';
import { serviceJson } from '../../../cli/swarmctl/rules/inspect-json.js';
import { runRows } from '../../../cli/swarmctl/rules/run-rows.js';
import { prettyService } from '../../../cli/swarmctl/rules/service-rows.js';
import { hasCode } from '../../../proto/base/errors.js';
import { ServiceEntryCodec } from '../../../proto/gen/control.js';
import type { JobRunInput } from '../../../proto/gen/objects.js';
import { aService } from '../../kit/builders.js';
import { created, updated, words } from './command-line.js';

const NIGHTLY = created(
  ...words('--mode replicated-job'),
  '--schedule',
  '0 3 * * *',
  ...words('--mode replicated-job --schedule-timezone Europe/Berlin --schedule-deadline 10m'),
);

describe('--schedule', () => {
  it('says when a job runs, by the time of a zone, and how late it may begin', () => {
    assert.deepEqual(NIGHTLY.schedule, {
      cron: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrency: 'allow',
      startingDeadlineMs: 600_000,
    });
    assert.equal(created().schedule, undefined);
  });

  it('is changed in parts, and taken away by an empty one', () => {
    const changed = updated(NIGHTLY, '--schedule-concurrency', 'replace').schedule;
    assert.deepEqual(changed, { ...NIGHTLY.schedule, concurrency: 'replace' });
    assert.deepEqual(updated(NIGHTLY, '--schedule', '@daily').schedule, {
      ...NIGHTLY.schedule,
      cron: '@daily',
    });
    assert.equal(updated(NIGHTLY, '--schedule', '').schedule, undefined);
    assert.deepEqual(updated(NIGHTLY, '--replicas', '2').schedule, NIGHTLY.schedule);
  });

  for (const [flags, said] of [
    [['--schedule-timezone', 'UTC'], '--schedule-timezone: needs --schedule'],
    [
      ['--schedule', '', '--schedule-deadline', '1m'],
      '--schedule-deadline: does not go with an empty --schedule',
    ],
    [
      ['--schedule', '@daily', '--schedule-deadline', 'x'],
      '--schedule-deadline "x": must be a duration such as 500ms, 10s or 1h30m',
    ],
    [
      ['--schedule', '@daily', '--schedule-concurrency', 'x'],
      '--schedule-concurrency "x": must be one of allow, forbid, replace',
    ],
  ] as const)
    it(`is refused: ${said}`, () => {
      assert.throws(
        () => created(...flags),
        (error) => hasCode(error, 'input.invalid') && error.message === said,
      );
    });
});

describe('the runs of a job', () => {
  const NOW_MS = Date.UTC(2030, 0, 31, 12);
  const at = (hour: number): number => Date.UTC(2030, 0, 31, hour);
  const runs: readonly JobRunInput[] = [
    {
      number: 7,
      revision: 2,
      scheduledAtMs: at(2),
      startedAtMs: at(2),
      endedAtMs: at(4),
      state: 'complete',
      message: '1 of 1 completed',
    },
    {
      number: 8,
      revision: 2,
      scheduledAtMs: at(3),
      endedAtMs: at(3),
      state: 'missed',
      message: 'run 7 still goes on',
    },
    { number: 9, revision: 2, startedAtMs: at(11), state: 'active' },
  ];
  const service = aService({ spec: NIGHTLY, runs: { runs, lastNumber: 9, scheduledUntilMs: at(3) } });

  it('are listed, the newest first', () => {
    assert.deepEqual(
      runRows(service, NOW_MS).map(({ cells }) => cells.join('|')),
      [
        '9||about an hour ago||active|',
        '8|2030-01-31T03:00:00Z||9 hours ago|missed|run 7 still goes on',
        '7|2030-01-31T02:00:00Z|10 hours ago|8 hours ago|complete|1 of 1 completed',
      ],
    );
  });

  it('are shown with the schedule and the next run', () => {
    const text = prettyService(ServiceEntryCodec.create({ service }), NOW_MS).join('\n');
    assert.match(
      text,
      /\nSchedule:\n Cron: +0 3 \* \* \*\n Time zone: +Europe\/Berlin\n Concurrency: +allow\n Starting deadline: +10m0s\n Next run: +2030-02-01T02:00:00Z, in 14 hours\n/,
    );
    assert.match(
      text,
      /\nLast runs:\n 9: +active about an hour ago\n 8: +missed 9 hours ago, due 2030-01-31T03:00:00Z: run 7 still goes on\n 7: /,
    );
    const json = serviceJson(ServiceEntryCodec.create({ service })) as {
      readonly Spec: { readonly Schedule: unknown };
      readonly Runs: readonly unknown[];
    };
    assert.deepEqual(json.Spec.Schedule, {
      Cron: '0 3 * * *',
      TimeZone: 'Europe/Berlin',
      Concurrency: 'allow',
      StartingDeadline: 600e9,
    });
    assert.deepEqual(json.Runs[1], {
      Number: 8,
      Revision: 2,
      ScheduledAt: '2030-01-31T03:00:00.000Z',
      EndedAt: '2030-01-31T03:00:00.000Z',
      State: 'missed',
      Message: 'run 7 still goes on',
    });
  });
});
