/**
 * The four modes on the command line: what the flags make of them, how they are listed, shown and waited for.
 */
import assert from 'node:assert/strict';
import { convergeView } from '../../../cli/swarmctl/rules/converge.js';
import { serviceJson, taskJson } from '../../../cli/swarmctl/rules/inspect-json.js';
import { scaledMode } from '../../../cli/swarmctl/rules/mode-flags.js';
import { changedLines, terminalLines } from '../../../cli/swarmctl/rules/progress-text.js';
import { followRollout, type RolloutPhase } from '../../../cli/swarmctl/rules/rollout-phase.js';
import { prettyService, serviceRow } from '../../../cli/swarmctl/rules/service-rows.js';
import { taskRows } from '../../../cli/swarmctl/rules/task-rows.js';
import { hasCode } from '../../../proto/base/errors.js';
import { ServiceEntryCodec, ServiceProgressCodec, TaskEntryCodec } from '../../../proto/gen/control.js';
import type {
  JobRunState,
  Service,
  ServiceInput,
  ServiceSpec,
  TaskInput,
} from '../../../proto/gen/objects.js';
import { validateServiceSpec } from '../../../proto/model/service-spec.js';
import { aService, aTask } from '../../kit/builders.js';
import { created, updated } from './command-line.js';

const AT_MS = Date.UTC(2030, 0, 1);

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (hasCode(error, 'input.invalid')) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

const job = (maxConcurrent: number, totalCompletions: number): ServiceSpec['mode'] => ({
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent, totalCompletions },
});

describe('the mode of a service', () => {
  for (const [flags, mode] of [
    [[], { kind: 'replicated', replicated: { replicas: 1 } }],
    [['--mode', 'global'], { kind: 'global', global: {} }],
    [['--mode', 'global-job'], { kind: 'globalJob', globalJob: {} }],
    [['--mode', 'replicated-job'], job(1, 1)],
    [['--mode', 'replicated-job', '--replicas', '5'], job(5, 5)],
    [['--mode', 'replicated-job', '--max-concurrent', '2', '--replicas', '5'], job(2, 5)],
    [['--mode', 'replicated-job', '--replicas', '0'], job(0, 0)],
  ] as const)
    it(`is made of ${flags.join(' ') || 'nothing'}, and accepted`, () => {
      const spec = created(...flags);
      assert.deepEqual(spec.mode, mode);
      validateServiceSpec(spec);
    });

  it('keeps what an update does not name', () => {
    const spec = created('--mode', 'replicated-job', '--replicas', '5', '--max-concurrent', '2');
    assert.deepEqual(updated(spec, '--replicas', '7').mode, job(2, 7));
    assert.deepEqual(updated(spec, '--max-concurrent', '3').mode, job(3, 5));
    assert.deepEqual(updated(created('--mode', 'global'), '--image', 'web:2').mode, {
      kind: 'global',
      global: {},
    });
  });

  it('runs all completions at once after an update where it did before', () => {
    const spec = created('--mode', 'replicated-job', '--replicas', '5');
    assert.deepEqual(updated(spec, '--replicas', '100').mode, job(100, 100));
    assert.deepEqual(updated(spec, '--replicas', '3').mode, job(3, 3));
    assert.deepEqual(updated(spec, '--replicas', '100', '--max-concurrent', '5').mode, job(5, 100));
  });

  it('is scaled by as many completions, all at once; other modes say what they are', () => {
    assert.deepEqual(scaledMode(created('--mode', 'replicated-job'), 'web', 4), job(4, 4));
    const rule = 'scale can only be used with replicated or replicated-job mode, and this is ';
    for (const mode of ['global', 'global-job'])
      assert.equal(
        refusal(() => scaledMode(created('--mode', mode), 'web', 4)),
        `web: ${rule}${mode}`,
      );
  });

  it('refuses flags that do not go with it', () => {
    assert.match(
      refusal(() => created('--mode', 'global', '--replicas', '2')),
      /^--replicas: goes with mode/,
    );
    assert.match(
      refusal(() => created('--max-concurrent', '2')),
      /^--max-concurrent: goes with mode replicated-job only/,
    );
    for (const flag of ['--update-parallelism', '--rollback-parallelism'])
      assert.match(
        refusal(() => created('--mode', 'replicated-job', flag, '2')),
        new RegExp(`^${flag}: does not go with mode replicated-job`),
      );
    const never = created('--mode', 'replicated-job', '--replicas', '3', '--max-concurrent', '0');
    assert.match(
      refusal(() => validateServiceSpec(never)),
      /^max-concurrent "0": must be 1 or more/,
    );
  });
});

function stored(spec: ServiceSpec, parts: ServiceInput = {}): Service {
  return aService({ id: 'abcdefghijklmnop', ...parts, spec: { ...spec, name: 'web' } });
}

function withRun(state: JobRunState, message = ''): ServiceInput {
  const run = {
    number: 3,
    revision: 1,
    startedAtMs: AT_MS - 180_000,
    endedAtMs: AT_MS - 120_000,
    state,
    message,
  };
  return { runs: { lastNumber: 3, runs: [run] } };
}

describe('a list of services', () => {
  const row = (flags: readonly string[], tally: readonly [number, number, number]): readonly string[] => {
    const [runningTasks, desiredTasks, completedTasks] = tally;
    const service = stored(created(...flags));
    return serviceRow(
      ServiceEntryCodec.create({ service, runningTasks, desiredTasks, completedTasks }),
    ).cells.slice(2, 4);
  };

  it('says of each mode how far it is', () => {
    assert.deepEqual(row([], [1, 1, 0]), ['replicated', '1/1']);
    assert.deepEqual(row(['--mode', 'global'], [2, 3, 0]), ['global', '2/3']);
    const batch = ['--mode', 'replicated-job', '--replicas', '5', '--max-concurrent', '2'];
    assert.deepEqual(row(batch, [2, 2, 3]), ['replicated job', '2/2 (3/5 completed)']);
    assert.deepEqual(row([...batch, '--replicas-max-per-node', '1'], [0, 2, 5]), [
      'replicated job',
      '0/2 (5/5 completed) (max 1 per node)',
    ]);
    assert.deepEqual(row(['--mode', 'global-job'], [1, 1, 2]), ['global job', '1/1 (2/3 completed)']);
  });

  it('shows the runs of a job, newest first, for people and for programs', () => {
    const service = stored(
      created('--mode', 'replicated-job', '--replicas', '5'),
      withRun('failed', '4 of 5 completed'),
    );
    const entry = ServiceEntryCodec.create({ service, completedTasks: 4, desiredTasks: 5 });
    const lines = prettyService(entry, AT_MS);
    assert.deepEqual(lines.slice(2, 8), [
      'Service Mode:           Replicated Job',
      ' Max Concurrent:        5',
      ' Total Completions:     5',
      'Revision:               1',
      'Last runs:',
      ' 3:                     failed 2 minutes ago: 4 of 5 completed',
    ]);
    const json = JSON.parse(JSON.stringify(serviceJson(entry)));
    assert.deepEqual(json.Spec.Mode, { ReplicatedJob: { MaxConcurrent: 5, TotalCompletions: 5 } });
    assert.deepEqual(json.JobStatus, {
      JobIteration: { Index: 3 },
      LastExecution: '2029-12-31T23:57:00.000Z',
    });
    assert.deepEqual(json.ServiceStatus, { RunningTasks: 0, DesiredTasks: 5, CompletedTasks: 4 });
    assert.deepEqual([json.Runs.length, json.Runs[0].State], [1, 'failed']);
    const each = JSON.parse(
      JSON.stringify(serviceJson(ServiceEntryCodec.create({ service: stored(created('--mode', 'global')) }))),
    );
    assert.deepEqual([each.Spec.Mode, 'Runs' in each], [{ Global: {} }, false]);
  });
});

describe('a list of tasks', () => {
  it('calls a task after its node where each has one, and says that jobs are to complete', () => {
    const entry = (task: TaskInput): ReturnType<typeof TaskEntryCodec.create> =>
      TaskEntryCodec.create({ task: aTask({ slot: 0, ...task }), serviceName: 'web' });
    const rows = taskRows(
      [
        entry({ id: 'c', placement: { nodeId: 'n2' } }),
        entry({
          id: 'a',
          placement: { nodeId: 'n1' },
          meta: { createdAtMs: 1 },
          status: { state: 'failed' },
        }),
        entry({ id: 'b', placement: { nodeId: 'n1' }, meta: { createdAtMs: 2 } }),
        entry({ id: 'd', slot: 3, run: 1 }),
        entry({ id: 'e', slot: 4, run: 1, desired: { state: 'shutdown' }, status: { state: 'complete' } }),
        entry({ id: 'f', slot: 5, run: 1, desired: { state: 'shutdown' }, status: { state: 'failed' } }),
      ],
      { nowMs: AT_MS, resolve: true, truncate: true },
    );
    assert.deepEqual(
      rows.map(({ cells }) => [cells[1], cells[4]].join(' ')),
      [
        'web.n1 Running',
        ' \\_ web.n1 Running',
        'web.n2 Running',
        'web.3 Complete',
        'web.4 Complete',
        'web.5 Shutdown',
      ],
    );
    const json = taskJson(entry({ id: 'b', run: 7, slot: 2 }));
    assert.deepEqual(json['JobIteration'], { Index: 7 });
  });
});

describe('waiting for a global service', () => {
  it('counts the nodes that are to have a task', () => {
    const service = stored(created('--mode', 'global'));
    const on = (nodeId: string, state: 'running' | 'starting'): { task: TaskInput; serviceName: string } => ({
      task: aTask({ id: nodeId, slot: 0, placement: { nodeId }, status: { state } }),
      serviceName: 'web',
    });
    const seen = (
      ...tasks: readonly { task: TaskInput; serviceName: string }[]
    ): ReturnType<typeof convergeView> =>
      convergeView(ServiceProgressCodec.create({ service, tasks, desiredTasks: 2 }));
    assert.equal(seen(on('n1', 'running')).isConverged, false);
    assert.equal(seen(on('n1', 'running'), on('n2', 'starting')).isConverged, false);
    const well = seen(on('n2', 'running'), on('n1', 'running'));
    assert.deepEqual([well.isConverged, well.slots.map(({ name }) => name)], [true, ['web.n1', 'web.n2']]);
  });
});

describe('waiting for a job', () => {
  const batch = created('--mode', 'replicated-job', '--replicas', '3');
  const entry = (
    slot: number,
    state: 'running' | 'complete' | 'failed',
    parts: TaskInput = {},
  ): { task: TaskInput; serviceName: string } => ({
    task: aTask({ id: `t${slot}`, slot, run: 3, ...parts, status: { state, ...parts.status } }),
    serviceName: 'web',
  });

  it('shows what has completed of the newest run', () => {
    const view = convergeView(
      ServiceProgressCodec.create({
        service: stored(batch, withRun('active')),
        tasks: [
          entry(1, 'complete', { desired: { state: 'shutdown' } }),
          entry(2, 'running'),
          entry(3, 'complete', { id: 'earlier', run: 2 }),
        ],
      }),
    );
    assert.deepEqual([view.running, view.wanted, view.isConverged], [1, 3, false]);
    assert.deepEqual(changedLines(view, undefined), [
      'job progress: 1 out of 3 complete',
      '1/3: complete',
      '2/3: running',
    ]);
    assert.match(terminalLines(view)[1] ?? '', /^1\/3: complete {2}\[=+> *\]$/);
  });

  it('ends when the run does', () => {
    const awaited = { number: 0, revision: 1, isRollback: false, isOwn: false };
    const phase = (parts: ServiceInput): RolloutPhase => followRollout(awaited, stored(batch, parts)).phase;
    assert.equal(phase({}).kind, 'old');
    assert.equal(phase(withRun('active')).kind, 'run-active');
    assert.deepEqual(phase(withRun('complete', '3 of 3 completed')), {
      kind: 'run-complete',
      message: '3 of 3 completed',
    });
    assert.deepEqual(phase(withRun('failed', 'why')), { kind: 'run-failed', message: 'why' });
    assert.deepEqual(phase({ ...withRun('active'), revision: 2 }), { kind: 'superseded', revision: 2 });
  });
});
