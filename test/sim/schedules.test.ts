/**
 * Jobs on a schedule, by orchestrator and scheduler together: each slot is run once or reported missed, with
 * another leader at the second it is due, after an outage, and when the clock is set (scenario 32).
 */
import assert from 'node:assert/strict';
import type { JobRun, ScheduleInput, ServiceSpec } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import { LeaderLoops, type Script } from './leader-loops.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A job of one task, which is due on the hour. */
const hourly = (schedule: ScheduleInput = {}): ServiceSpec =>
  aServiceSpec({
    name: 'job',
    mode: { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } },
    schedule: { cron: '0 * * * *', ...schedule },
    task: { restart: { condition: 'none', delayMs: 0, maxAttempts: 0, windowMs: 0 } },
  });

class ScheduledJob {
  readonly loops = new LeaderLoops(1);

  async begin(spec = hourly()): Promise<void> {
    await this.loops.begin(2);
    await this.loops.createService('job', spec);
  }

  get runs(): readonly JobRun[] {
    return this.loops.view.service('job')?.runs?.runs ?? [];
  }

  /** The runs in words: the slot, what became of it, and why. */
  get told(): readonly string[] {
    return this.runs.map(({ number, scheduledAtMs, state, message }) =>
      `${number}: ${new Date(scheduledAtMs).toISOString().slice(11, 16)} ${state} ${message}`.trim(),
    );
  }

  /** Agents and time take steps until the clock says so. */
  async until(untilMs: number, script: Script = () => 'complete'): Promise<void> {
    while (this.loops.nowMs < untilMs) {
      await this.step(script);
      await this.loops.advance(Math.min(20_000, untilMs - this.loops.nowMs));
    }
    await this.step(script);
  }

  /** As far as the agents get without time. */
  async step(script: Script): Promise<void> {
    for (let step = 0; step < 8; step++)
      await this.loops.agentsStep((task) => (task.status?.state === 'running' ? script(task) : 'on'));
  }
}

describe('a job on a schedule', function () {
  this.timeout(60_000);
  let job: ScheduledJob;
  let beganMs = 0;

  beforeEach(async () => {
    job = new ScheduledJob();
    beganMs = job.loops.nowMs;
  });
  afterEach(() => job.loops.end());

  it('runs when it is due, and not when it is created or changed', async () => {
    await job.begin();
    await job.until(beganMs + HOUR_MS - 1000);
    await job.loops.setImage('job', 'web:2');
    assert.deepEqual([job.told, job.loops.tasksOf('job').length], [[], 0]);
    await job.until(beganMs + 3 * HOUR_MS + MINUTE_MS);
    const ended = 'complete 1 of 1 completed';
    assert.deepEqual(job.told, [`1: 01:00 ${ended}`, `2: 02:00 ${ended}`, `3: 03:00 ${ended}`]);
    assert.deepEqual(
      job.runs.map(({ revision }) => revision),
      [2, 2, 2],
    );
  });

  it('runs once though leaders change at the second it is due', async () => {
    await job.begin();
    await job.until(beganMs + HOUR_MS - 1);
    for (let change = 0; change < 4; change++) {
      await job.loops.changeLeader();
      await job.loops.advance(1);
      await job.loops.agentsStep();
    }
    await job.until(beganMs + HOUR_MS + MINUTE_MS);
    assert.deepEqual(job.told, ['1: 01:00 complete 1 of 1 completed']);
    assert.equal(job.loops.tasksOf('job').length, 1);
  });

  it('reports what passed while no manager led, and runs what is due still', async () => {
    await job.begin(hourly({ startingDeadlineMs: 10 * MINUTE_MS }));
    await job.until(beganMs + HOUR_MS + MINUTE_MS);
    await job.loops.end();
    await job.loops.setClock(beganMs + 3 * HOUR_MS + 5 * MINUTE_MS);
    await job.loops.changeLeader();
    await job.step(() => 'complete');
    assert.deepEqual(job.told, [
      '1: 01:00 complete 1 of 1 completed',
      '2: 02:00 missed not started before the next one was due',
      '3: 03:00 complete 1 of 1 completed',
    ]);
    await job.loops.end();
    await job.loops.setClock(beganMs + 4 * HOUR_MS + 11 * MINUTE_MS);
    await job.loops.changeLeader();
    await job.until(beganMs + 5 * HOUR_MS);
    assert.deepEqual(job.told.slice(3), [
      '4: 04:00 missed starting deadline passed',
      '5: 05:00 complete 1 of 1 completed',
    ]);
  });

  it('notices within a minute that the clock was set, and does nothing twice', async () => {
    await job.begin();
    await job.until(beganMs + HOUR_MS + 5 * MINUTE_MS);
    await job.loops.setClock(beganMs + 3 * HOUR_MS + 10 * MINUTE_MS);
    await job.until(beganMs + 3 * HOUR_MS + 11 * MINUTE_MS);
    const after = [
      '1: 01:00 complete 1 of 1 completed',
      '2: 02:00 missed not started before the next one was due',
      '3: 03:00 complete 1 of 1 completed',
    ];
    assert.deepEqual(job.told, after);
    await job.loops.setClock(beganMs + HOUR_MS + 30 * MINUTE_MS);
    await job.until(beganMs + 3 * HOUR_MS + 30 * MINUTE_MS);
    assert.deepEqual(job.told, after);
    await job.until(beganMs + 4 * HOUR_MS);
    assert.deepEqual(job.told.slice(3), ['4: 04:00 complete 1 of 1 completed']);
  });

  it('is missed while another run goes on, where runs must not overlap', async () => {
    await job.begin(hourly({ concurrency: 'forbid' }));
    await job.until(beganMs + 2 * HOUR_MS, () => 'stay');
    assert.deepEqual(job.told, ['1: 01:00 active', '2: 02:00 missed run 1 still goes on']);
    await job.until(beganMs + 3 * HOUR_MS);
    assert.deepEqual(job.told.slice(2), ['3: 03:00 complete 1 of 1 completed']);
  });

  it('ends the run before, where the new one replaces it', async () => {
    await job.begin(hourly({ concurrency: 'replace' }));
    await job.until(beganMs + 2 * HOUR_MS + MINUTE_MS, ({ run }) => (run === 1 ? 'on' : 'complete'));
    await job.until(beganMs + 2 * HOUR_MS + 3 * MINUTE_MS);
    assert.deepEqual(job.told, ['1: 01:00 replaced replaced by run 2', '2: 02:00 complete 1 of 1 completed']);
    assert.deepEqual(
      job.loops.tasksOf('job').map(({ run }) => run),
      [2],
    );
  });

  it('runs beside the run before, where they may overlap', async () => {
    await job.begin();
    await job.until(beganMs + 2 * HOUR_MS + MINUTE_MS, () => 'stay');
    assert.deepEqual(job.told, ['1: 01:00 active', '2: 02:00 active']);
    assert.deepEqual(
      job.loops
        .running('job')
        .map(({ run }) => run)
        .toSorted((a, b) => a - b),
      [1, 2],
    );
  });

  it('begins anew when its schedule changes, and with a run when it loses it', async () => {
    await job.begin();
    await job.until(beganMs + 30 * MINUTE_MS);
    await job.loops.updateService('job', (spec) => ({
      ...spec,
      schedule: hourly({ cron: '15 * * * *' }).schedule,
    }));
    await job.until(beganMs + HOUR_MS + 10 * MINUTE_MS);
    assert.deepEqual(job.told, []);
    await job.until(beganMs + HOUR_MS + 15 * MINUTE_MS);
    assert.deepEqual(job.told, ['1: 01:15 complete 1 of 1 completed']);
    await job.loops.updateService('job', (spec) => ({ ...spec, schedule: undefined }));
    await job.until(beganMs + 5 * HOUR_MS);
    assert.deepEqual(job.told.length, 2);
    const { scheduledAtMs, state } = job.runs[1] ?? {};
    assert.deepEqual([scheduledAtMs, state], [0, 'complete']);
    assert.equal(job.loops.view.service('job')?.runs?.scheduledUntilMs, 0);
  });
});
