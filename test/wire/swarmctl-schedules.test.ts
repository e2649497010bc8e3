/**
 * swarmctl and jobs on a schedule, against the real control API; the test plays the orchestrator.
 */
import assert from 'node:assert/strict';
import { withDueRuns, dueRuns } from '../../control-plane/orchestrator/rules/schedule.js';
import { group, update } from '../../control-plane/store/rules/change.js';
import { ServiceRunsCodec } from '../../proto/gen/objects.js';
import { aServiceSpec } from '../kit/builders.js';
import { commitAll } from '../kit/memory-store.js';
import { SwarmctlManager } from '../kit/swarmctl-manager.js';

describe('swarmctl and jobs on a schedule', () => {
  let manager: SwarmctlManager;

  beforeEach(async () => {
    manager = await SwarmctlManager.open();
    await manager.door.createService();
    await manager.door.control.createService({
      spec: aServiceSpec({
        name: 'backup',
        mode: { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } },
      }),
    });
  });
  afterEach(() => manager.close());

  const ok = async (...args: string[]): Promise<string> => {
    const { stdout, stderr, exitCode } = await manager.run(...args);
    assert.deepEqual([stderr, exitCode], ['', 0]);
    return stdout;
  };

  it('give a job a schedule, show its runs, and take it away', async () => {
    // It waits for no task: the next run is hours away.
    assert.match(
      await ok(
        'service',
        'update',
        '--schedule',
        '0 3 * * *',
        '--schedule-timezone',
        'Europe/Berlin',
        'backup',
      ),
      /^backup\nnext run: \d{4}-\d\d-\d\dT0[12]:00:00Z, in .*\n$/,
    );
    const service = manager.service('backup');
    const { schedule } = service.spec ?? {};
    assert.deepEqual(schedule, {
      cron: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrency: 'allow',
      startingDeadlineMs: 0,
    });
    const nowMs = Date.UTC(2030, 0, 3, 4);
    const due = dueRuns(schedule, ServiceRunsCodec.create(), nowMs - 2 * 86_400_000, nowMs);
    const runs = withDueRuns({ service, nowMs }, due);
    await commitAll(manager.door.manager.memory.store, [
      group([update('service', service.id, 'runs', { runs })]),
    ]);

    const [title, newest, missed] = (await ok('service', 'runs', 'backup')).split('\n');
    assert.match(title ?? '', /^RUN +SCHEDULED +STARTED +ENDED +STATE +MESSAGE$/);
    assert.match(newest ?? '', /^2 +2030-01-03T02:00:00Z .* active$/);
    assert.match(
      missed ?? '',
      /^1 +2030-01-02T02:00:00Z .* missed +not started before the next one was due$/,
    );
    assert.equal(await ok('service', 'runs', '-q', 'backup'), '2\n1\n');
    const text = await ok('service', 'inspect', '--pretty', 'backup');
    assert.match(text, /\nSchedule:\n Cron: +0 3 \* \* \*\n Time zone: +Europe\/Berlin\n/);
    assert.match(text, /\nLast runs:\n 2: +active /);
    assert.equal(
      await ok('service', 'diff', 'backup'),
      'schedule-concurrency  not set -> allow\nschedule              not set -> "0 3 * * *"\n' +
        'schedule-timezone     not set -> Europe/Berlin\n',
    );

    await ok('service', 'update', '-d', '--schedule', '', 'backup');
    assert.equal(manager.service('backup').spec?.schedule, undefined);
  }).timeout(60_000);

  it('create one that waits for its first slot, and is not waited for', async () => {
    const flags = ['--mode', 'replicated-job', '--name', 'nightly', '--schedule', '@daily'];
    const stdout = await ok('service', 'create', ...flags, '--schedule-concurrency', 'forbid', 'web:1');
    assert.match(stdout, /^\S+\nnext run: \d{4}-\d\d-\d\dT00:00:00Z, in .*\n$/);
    assert.equal(manager.service('nightly').spec?.schedule?.concurrency, 'forbid');
    assert.equal(await ok('service', 'runs', '-q', 'nightly'), '');
  }).timeout(60_000);

  it('take no limit for a wait that there is not', async () => {
    const rule = '--timeout: does not go with a schedule: no run begins that could be waited for\n';
    const limited = ['--timeout', '5s', '--schedule', '@daily'];
    const create = ['service', 'create', '--mode', 'replicated-job', '--name', 'nightly'];
    for (const args of [
      [...create, ...limited, 'web:1'],
      ['service', 'update', ...limited, 'backup'],
    ]) {
      const { stdout, stderr, exitCode } = await manager.run(...args);
      assert.deepEqual([stdout, stderr, exitCode], ['', rule, 2]);
    }
    assert.equal(manager.service('backup').revision, 1);
    assert.equal((await manager.run('service', 'inspect', 'nightly')).exitCode, 1);
  }).timeout(60_000);

  it('name what is wrong with a schedule, and change nothing', async () => {
    for (const [name, cron, said] of [
      ['backup', '0 0 30 2 *', 'schedule "0 0 30 2 *": never comes: no month has such a day\n'],
      ['backup', '61 * * * *', 'schedule "61 * * * *": cannot be read: Invalid value for minute: 61\n'],
      ['web', '@daily', 'schedule "@daily": is for jobs: mode replicated-job or global-job\n'],
    ] as const) {
      const { stdout, stderr, exitCode } = await manager.run('service', 'update', '--schedule', cron, name);
      assert.deepEqual([stdout, stderr, exitCode], ['', said, 2]);
    }
    const zone = ['--schedule', '@daily', '--schedule-timezone', 'Mars/Base'];
    const { stderr } = await manager.run('service', 'update', ...zone, 'backup');
    assert.equal(stderr, 'schedule-timezone "Mars/Base": is not a time zone, such as Europe/Berlin\n');
    assert.equal(manager.service('backup').revision, 1);
  }).timeout(60_000);
});
