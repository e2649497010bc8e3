/**
 * Schedules: what is refused, and which instants they name, also where clocks change.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasCode } from '../../../proto/base/errors.js';
import {
  type Schedule,
  ScheduleCodec,
  type ScheduleInput,
  type ServiceSpec,
} from '../../../proto/gen/objects.js';
import { newestSlots, nextSlotMs, slotsBetween, validateSchedule } from '../../../proto/model/schedule.js';

const JOB: ServiceSpec['mode'] = {
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent: 1, totalCompletions: 1 },
};
const REPLICATED: ServiceSpec['mode'] = { kind: 'replicated', replicated: { replicas: 1 } };

const schedule = (cron: string, parts: ScheduleInput = {}): Schedule =>
  ScheduleCodec.create({ cron, ...parts });

describe('a schedule', () => {
  for (const [what, given, field, rule] of [
    ['that is empty', schedule(''), 'schedule', /^must have five fields .*@yearly/],
    ['with six fields', schedule('0 0 3 * * *'), 'schedule', /^must have five fields/],
    ['with four fields', schedule('3 * * *'), 'schedule', /^must have five fields/],
    ['that asks for a start of the machine', schedule('@reboot'), 'schedule', /^must have five fields/],
    ['of one instant', schedule('2030-01-01T00:00:00'), 'schedule', /^must have five fields/],
    [
      'with a minute too high',
      schedule('61 * * * *'),
      'schedule',
      /^cannot be read: Invalid value for minute: 61$/,
    ],
    ['with a range backwards', schedule('0 5-1 * * *'), 'schedule', /^cannot be read: From value/],
    ['with a step of nothing', schedule('*/0 * * * *'), 'schedule', /^cannot be read: .*stepping: 0$/],
    ['with a word that means nothing', schedule('x * * * *'), 'schedule', /^cannot be read: /],
    ['on 30 February', schedule('0 0 30 2 *'), 'schedule', /^never comes: no month has such a day$/],
    ['on the 31st of short months', schedule('0 0 31 4,6,9,11 *'), 'schedule', /^never comes/],
    [
      'in no zone',
      schedule('0 3 * * *', { timeZone: 'Europe/Nowhere' }),
      'schedule-timezone',
      /^is not a time zone/,
    ],
    [
      'in an offset',
      schedule('0 3 * * *', { timeZone: '+02:00' }),
      'schedule-timezone',
      /^is not a time zone/,
    ],
    [
      'with a negative deadline',
      schedule('0 3 * * *', { startingDeadlineMs: -1 }),
      'schedule-deadline',
      /negative/,
    ],
  ] as const)
    it(`${what} is refused, by the name of its flag`, () => {
      assert.throws(
        () => validateSchedule({ schedule: given, mode: JOB }),
        (error) =>
          hasCode(error, 'input.invalid') && error.facts.field === field && rule.test(error.facts.rule),
      );
    });

  it('is for jobs only', () => {
    assert.throws(
      () => validateSchedule({ schedule: schedule('@daily'), mode: REPLICATED }),
      /^.*schedule "@daily": is for jobs/,
    );
    assert.equal(validateSchedule({ schedule: undefined, mode: REPLICATED }), undefined);
    assert.deepEqual(validateSchedule({ schedule: schedule(' 0  3 * * * '), mode: JOB })?.cron, '0  3 * * *');
  });

  for (const cron of [
    '@daily',
    '@HOURLY',
    '*/5 0-6,22 1 JAN-MAR MON',
    '0 0 29 2 *',
    '0 0 L * *',
    '0 9 * * 7',
  ])
    it(`${cron} is understood`, () => {
      assert.equal(validateSchedule({ schedule: schedule(cron), mode: JOB })?.cron, cron);
    });
});

/** Slots after an instant, as UTC without seconds. */
function slots(cron: string, timeZone: string, after: string, count: number): readonly string[] {
  const afterMs = Date.parse(after);
  return slotsBetween(schedule(cron, { timeZone }), afterMs, afterMs + 366 * 86_400_000, count).map((slot) =>
    new Date(slot).toISOString().slice(5, 16),
  );
}

describe('the slots of a schedule', () => {
  for (const [what, cron, zone, after, expected] of [
    [
      'are in UTC unless a zone is said',
      '0 3 * * *',
      '',
      '2030-06-01T03:00:00Z',
      ['06-02T03:00', '06-03T03:00'],
    ],
    ['follow the zone', '0 3 * * *', 'Europe/Berlin', '2030-06-01T03:00:00Z', ['06-02T01:00', '06-03T01:00']],
    // On 31 March 02:00 becomes 03:00, which is 01:00 UTC.
    [
      'come when the gap ends where the clock leaves them out',
      '30 2 * * *',
      'Europe/Berlin',
      '2030-03-30T12:00:00Z',
      ['03-31T01:00', '04-01T00:30'],
    ],
    [
      'every half hour know no gap',
      '*/30 * * * *',
      'Europe/Berlin',
      '2030-03-31T00:00:00Z',
      ['03-31T00:30', '03-31T01:00', '03-31T01:30'],
    ],
    // On 27 October 03:00 becomes 02:00, which is 01:00 UTC.
    [
      'come once, the first time, where the clock doubles them',
      '30 2 * * *',
      'Europe/Berlin',
      '2030-10-26T12:00:00Z',
      ['10-27T00:30', '10-28T01:30'],
    ],
    [
      'every hour go on through the doubled one',
      '0 * * * *',
      'Europe/Berlin',
      '2030-10-26T23:30:00Z',
      ['10-27T00:00', '10-27T01:00', '10-27T02:00'],
    ],
    [
      'come when half a gap ends',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2030-10-05T00:00:00Z',
      ['10-05T15:30', '10-06T15:15'],
    ],
    [
      'fall on either day where both kinds of day are named',
      '0 0 31 * 1',
      '',
      '2030-10-22T00:00:00Z',
      ['10-28T00:00', '10-31T00:00'],
    ],
  ] as const)
    it(what, () => {
      assert.deepEqual(slots(cron, zone, after, expected.length), expected);
    });

  const someCron = fc
    .tuple(
      fc.constantFrom('0', '30', '*/7', '15,45', '*'),
      fc.constantFrom('*', '0', '1', '2', '3', '*/2', '1-3'),
      fc.constantFrom('*', '1', '31'),
      fc.constantFrom('*', '3', '10'),
      fc.constantFrom('*', '0', '1-5'),
    )
    .map((fields) => fields.join(' '));
  const someSchedule = fc
    .tuple(
      someCron,
      fc.constantFrom('', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'),
    )
    .map(([cron, timeZone]) => schedule(cron, { timeZone }));
  // Around the changes of clocks of either half of the globe.
  const someInstant = fc
    .tuple(
      fc.constantFrom('2030-03-09', '2030-03-30', '2030-04-06', '2030-10-05', '2030-10-26', '2030-11-02'),
      fc.integer({ min: 0, max: 2 * 86_400_000 }),
    )
    .map(([day, ms]) => Date.parse(day) + ms);

  it('are the same ones whenever and in however many pieces one looks', () => {
    fc.assert(
      fc.property(
        someSchedule,
        someInstant,
        fc.array(fc.integer({ min: 0, max: 3 * 3_600_000 }), { minLength: 1, maxLength: 6 }),
        (given, from, steps) => {
          const instants = [from];
          for (const step of steps) instants.push((instants.at(-1) ?? from) + step);
          const until = instants.at(-1) ?? from;
          const whole = slotsBetween(given, from, until, 10_000);
          const pieces = instants
            .slice(1)
            .flatMap((instant, at) => slotsBetween(given, instants[at] ?? from, instant, 10_000));
          assert.deepEqual(pieces, whole);
          assert.deepEqual(newestSlots(given, from, until, 5), whole.slice(-5));
          for (const [at, slot] of whole.entries())
            assert.equal(slot, nextSlotMs(given, whole[at - 1] ?? from));
        },
      ),
    );
  });
});
