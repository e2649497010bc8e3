/**
 * Hours of crashing in every mode, with changes and requests all the while, in virtual time: what is stored stays
 * bounded, and services that are well stay untouched (scenario 30).
 */
import assert from 'node:assert/strict';
import type { ServiceSpec, ServiceSpecInput, Task } from '../../proto/gen/objects.js';
import { stateOf } from '../../proto/model/task.js';
import { aServiceSpec } from '../kit/builders.js';
import { LeaderLoops } from './leader-loops.js';

const MINUTE_MS = 60_000;
const TICK_MS = 2 * MINUTE_MS;
const HOUR_TICKS = 30;
const HOURS = 6;
const NODES = 3;
const HISTORY_LIMIT = 5;
/** As many finished runs, and as many that were missed, are remembered. */
const KEPT_RUNS = 10;
/** As many runs of a schedule may go on at once. */
const ACTIVE_RUNS = 10;
/** The last ten, and at most nine that go together with the next one; those in use besides. */
const MOST_REVISIONS = 19;

const crashing = (name: string, parts: ServiceSpecInput): ServiceSpec =>
  aServiceSpec({
    name,
    task: { restart: { condition: 'any', delayMs: MINUTE_MS, maxAttempts: 0, windowMs: 0 } },
    ...parts,
  });
const ONE_TASK: ServiceSpecInput['mode'] = {
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent: 1, totalCompletions: 1 },
};
const ONCE: ServiceSpecInput['task'] = { restart: { condition: 'none' } };

const SERVICES: Readonly<Record<string, ServiceSpec>> = {
  replicated: crashing('replicated', { mode: { kind: 'replicated', replicated: { replicas: 2 } } }),
  global: crashing('global', { mode: { kind: 'global', global: {} } }),
  job: crashing('job', { mode: ONE_TASK }),
  nodejob: crashing('nodejob', { mode: { kind: 'globalJob', globalJob: {} } }),
  often: crashing('often', { mode: ONE_TASK, task: ONCE, schedule: { cron: '*/5 * * * *' } }),
  pile: crashing('pile', { mode: ONE_TASK, schedule: { cron: '* * * * *' } }),
  stuck: crashing('stuck', { mode: ONE_TASK, schedule: { cron: '* * * * *', concurrency: 'forbid' } }),
};

/** Slots that each service holds at the same time, and of a job those of each run whose tasks are kept. */
const MOST_SLOTS: Readonly<Record<string, number>> = {
  replicated: 2,
  global: NODES,
  job: 1,
  nodejob: NODES,
  often: 2,
  pile: ACTIVE_RUNS,
  stuck: 1,
};

describe('hours of crashing', function () {
  this.timeout(120_000);
  const loops = new LeaderLoops(11);
  after(() => loops.end());

  const crash = (task: Task): 'failed' | 'on' =>
    task.serviceId !== 'web' && stateOf(task) === 'running' ? 'failed' : 'on';

  /** Agents take every step they can, then time moves on. */
  async function tick(): Promise<void> {
    for (let entries = -1; entries !== loops.entryCount; ) {
      entries = loops.entryCount;
      await loops.agentsStep(crash);
    }
    await loops.requests(60);
    await loops.advance(TICK_MS);
  }

  async function begin(): Promise<readonly string[]> {
    await loops.begin(NODES);
    await loops.createService(
      'web',
      aServiceSpec({ name: 'web', mode: { kind: 'replicated', replicated: { replicas: 2 } } }),
    );
    await loops.until('web runs', () => loops.running('web').length === 2);
    for (const [id, spec] of Object.entries(SERVICES)) await loops.createService(id, spec);
    return webTasks();
  }

  const webTasks = (): readonly string[] =>
    loops.tasksOf('web').map(({ id, meta }) => `${id} ${JSON.stringify(meta)}`);

  function assertBounded(): void {
    for (const id of Object.keys(SERVICES)) {
      const tasks = loops.tasksOf(id).length;
      const most = (MOST_SLOTS[id] ?? 0) * (HISTORY_LIMIT + 1);
      assert.ok(
        tasks <= most,
        `${id} has ${tasks} tasks, ${most} at most were expected\n${loops.describe()}`,
      );
      const revisions = loops.view.revisionsOfService(id).length;
      assert.ok(revisions <= MOST_REVISIONS + 2, `${id} has ${revisions} revisions`);
      const runs = loops.view.service(id)?.runs?.runs ?? [];
      const active = runs.filter(({ state }) => state === 'active').length;
      assert.ok(active <= (id === 'pile' ? ACTIVE_RUNS : 1), `${id} has ${active} runs that go on`);
      assert.ok(runs.length - active <= 2 * KEPT_RUNS, `${id} has ${runs.length} runs`);
    }
  }

  it('leave a store of the same size, and other services as they are', async () => {
    const well = await begin();
    const bytesByHour: number[] = [];
    for (let hour = 1; hour <= HOURS; hour++) {
      for (let ticks = 0; ticks < HOUR_TICKS; ticks++) {
        await tick();
        assertBounded();
      }
      for (const id of Object.keys(SERVICES).slice(0, 2))
        for (let change = 0; change < 6; change++) await loops.setImage(id, `web:${hour}.${change}`);
      if (hour % 2 === 0) await loops.changeLeader();
      bytesByHour.push(await loops.snapshotBytes());
    }
    assert.deepEqual(webTasks(), well);
    // 1,800 requests an hour: from the third hour on, each lets go of one before it.
    const [early = 0, late = 0] = [bytesByHour[2], bytesByHour.at(-1)];
    assert.ok(late < early * 1.05, `${bytesByHour.join(', ')} bytes, hour by hour`);
    assert.ok((loops.view.service('often')?.runs?.lastNumber ?? 0) > 50, 'it was run again and again');
    assert.ok((loops.view.service('stuck')?.runs?.lastNumber ?? 0) > 50, 'it was missed again and again');
    const piled = loops.view.service('pile')?.runs?.runs.filter(({ state }) => state === 'active') ?? [];
    assert.equal(piled.length, ACTIVE_RUNS);
  });
});
