/**
 * Updates as people make them, on a real engine: those that go well, those that cannot, and the way back. What is
 * asked for is what runs in the end, and swarmctl's exit code says which end it was.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import type { CommandResult } from '../lab/command.js';
import { Lab } from '../lab/lab.js';

const REPLICAS = 2;

interface Fault {
  readonly name: string;
  readonly change: readonly string[];
  /** Whether it is found out before an old task was stopped. */
  readonly isSeenBeforehand?: boolean;
  readonly monitor: string;
}

const words = (text: string): readonly string[] => text.split(/\s+/);
const sh = (script: string): readonly string[] => ['--args', `sh -c '${script}'`];

const FAULTS: readonly Fault[] = [
  {
    name: 'an image that is nowhere',
    change: ['--image', 'lab/nowhere:1'],
    isSeenBeforehand: true,
    monitor: '1s',
  },
  { name: 'a crash after 1 s', change: sh('sleep 1; exit 1'), monitor: '3s' },
  { name: 'a crash after 20 s', change: sh('sleep 20; exit 1'), monitor: '25s' },
  {
    name: 'a health that never comes',
    change: ['--health-cmd', 'false', '--health-interval', '500ms', '--health-retries', '2'],
    monitor: '1s',
  },
];

const ACTIONS = [
  { action: 'pause', exitCode: 8, state: 'paused' },
  { action: 'rollback', exitCode: 7, state: 'rollback_completed' },
  // The tasks that fail are tried for ever: only the time limit ends the wait.
  { action: 'continue', exitCode: 3, state: 'completed' },
] as const;

describe('updates', function () {
  this.timeout(180_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async () => {
    lab = await Lab.create({ hosts: 1, name: 'updates' });
    cluster = await LabCluster.start(lab);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  const ends = (...args: string[]): Promise<CommandResult> => cluster.manager.swarmctl(args);

  const create = async (name: string, ...flags: string[]): Promise<void> => {
    const script = 'trap "exit 0" TERM; while :; do sleep 0.2; done';
    await cluster.swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      name,
      ...flags,
      'lab/busybox:1',
      'sh',
      '-c',
      script,
    );
  };

  describe('that go wrong (scenario 20)', () => {
    let results: ReadonlyMap<string, CommandResult>;
    const cases = FAULTS.flatMap((fault, at) =>
      ACTIONS.map((ending) => ({ ...fault, ...ending, service: `${ending.action}-${at}` })),
    );

    // All of them together, as each waits for its fault most of the time; but one is begun after the other.
    before(async () => {
      for (const { service, action, monitor } of cases)
        await create(
          service,
          ...words(`--replicas ${REPLICAS} --restart-delay 1s --stop-grace-period 2s
          --update-failure-action ${action} --update-monitor ${monitor} --rollback-monitor 1s`),
        );
      for (const { service } of cases) await cluster.expectRunning(service, REPLICAS);
      const begun: Promise<readonly [string, CommandResult]>[] = [];
      for (const { service, change } of cases) {
        const update = ends('service', 'update', '--timeout', '45s', ...change, service);
        begun.push(update.then((result) => [service, result] as const));
        await eventually(
          'the update has begun',
          () => cluster.updateStatus(service),
          ({ State }) => State !== '',
        );
      }
      results = new Map(await Promise.all(begun));
    });

    for (const { service, name, action, exitCode, state, isSeenBeforehand = false } of cases)
      it(`by ${name} and are to ${action} end so, with ${exitCode} and the reason`, async () => {
        const result = results.get(service);
        assert.ok(result !== undefined);
        assert.equal(result.exitCode, exitCode, `${result.stdout}\n${result.stderr}`);
        const { Message } = await eventually(
          `the rollout is ${state}`,
          () => cluster.updateStatus(service),
          ({ State }) => State === state,
          { withinMs: 60_000 },
        );
        if (action !== 'continue') {
          assert.match(Message, /due to failure or early termination of task \w+: \S/);
          assert.ok(result.stderr.includes(Message), result.stderr);
        }
        const wanted = (await cluster.tasks(service)).filter(
          ({ DesiredState }) => DesiredState === 'Running',
        );
        assert.ok(wanted.length <= REPLICAS, 'no more than asked for');
        if (action === 'rollback' || isSeenBeforehand)
          await cluster.expectRunning(service, REPLICAS, { image: 'lab/busybox:1' });
        await cluster.swarmctl('service', 'rm', service);
      });
  });

  it('are not complete before the health of the new tasks is known (scenario 21)', async () => {
    const healthy = [
      '--health-cmd',
      'test -f /tmp/up',
      '--health-interval',
      '500ms',
      '--health-retries',
      '3',
    ];
    await create('health', '--update-monitor', '1s');
    await cluster.expectRunning('health', 1);
    const late = sh('sleep 6; touch /tmp/up; trap "exit 0" TERM; while :; do sleep 0.2; done');
    const startedMs = performance.now();
    const result = await ends(
      'service',
      'update',
      ...healthy,
      '--health-start-period',
      '30s',
      ...late,
      'health',
    );
    assert.equal(result.exitCode, 0, result.stderr);
    assert.ok(performance.now() - startedMs >= 6000, 'it waited for the health check');
    const docker = await cluster.manager.docker();
    const [container] = await cluster.containers('health');
    const { State } = await docker.getContainer(container?.containerId ?? '').inspect();
    assert.equal(State.Health?.Status, 'healthy');
    await cluster.swarmctl('service', 'rm', 'health');
  });

  it('that change nothing touch no task, a label only the service, and --force everything (scenario 26)', async () => {
    await create('same', '--replicas', '2', '--update-monitor', '100ms');
    const before = await cluster.expectRunning('same', 2);
    const ids = (containers: typeof before): readonly string[] =>
      containers.map(({ containerId }) => containerId);
    await cluster.swarmctl('service', 'update', '--image', 'lab/busybox:1', 'same');
    await cluster.swarmctl('service', 'update', '--label-add', 'tier=front', 'same');
    assert.deepEqual(ids(await cluster.containers('same')), ids(before));
    await cluster.swarmctl('service', 'update', '--force', 'same');
    const after = await cluster.expectRunning('same', 2);
    assert.deepEqual(
      ids(after).filter((id) => ids(before).includes(id)),
      [],
    );
    await cluster.swarmctl('service', 'restart', 'same');
    assert.equal(
      ids(await cluster.expectRunning('same', 2)).filter((id) => ids(after).includes(id)).length,
      0,
    );
    await cluster.swarmctl('service', 'rm', 'same');
  });

  describe('that are rolled back (scenario 22)', () => {
    const flags = ['--update-order', 'start-first', '--rollback-order', 'start-first'];
    const times = ['--update-monitor', '200ms', '--rollback-monitor', '200ms', '--rollback-delay', '300ms'];
    const setVersion = (version: string): readonly string[] => ['--env-add', `VERSION=${version}`];

    /** Looks at the engine until the command has ended; the fewest containers that ran meanwhile. */
    async function fewestDuring(command: Promise<unknown>): Promise<number> {
      let isOver = false;
      const ended = command.finally(() => {
        isOver = true;
      });
      let fewest = Number.POSITIVE_INFINITY;
      await eventually(
        'the command has ended',
        async () => {
          fewest = Math.min(fewest, (await cluster.containers('back')).length);
          return isOver;
        },
        (over) => over,
        { withinMs: 60_000, pollMs: 20 },
      );
      await ended;
      return fewest;
    }

    async function version(): Promise<readonly string[]> {
      const docker = await cluster.manager.docker();
      const environments = (await cluster.containers('back')).map(async ({ containerId }) => {
        const { Config } = await docker.getContainer(containerId).inspect();
        return Config.Env.find((entry) => entry.startsWith('VERSION=')) ?? '';
      });
      return [...new Set(await Promise.all(environments))];
    }

    before(() => create('back', '--replicas', '3', ...flags, ...times, '--env', 'VERSION=1'));

    it('lose no good task on the way, and are forward again when rolled back twice', async () => {
      await cluster.expectRunning('back', 3);
      assert.equal(await fewestDuring(cluster.swarmctl('service', 'update', ...setVersion('2'), 'back')), 3);
      await cluster.expectRunning('back', 3);
      assert.deepEqual(await version(), ['VERSION=2']);
      for (const expected of ['VERSION=1', 'VERSION=2']) {
        assert.equal(await fewestDuring(cluster.swarmctl('service', 'rollback', 'back')), 3);
        await cluster.expectRunning('back', 3);
        assert.deepEqual(await version(), [expected]);
      }
    });

    it('while they are under way end at the revision before', async () => {
      await cluster.swarmctl(
        'service',
        'update',
        '--detach',
        '--update-delay',
        '5s',
        ...setVersion('3'),
        'back',
      );
      await eventually(
        'one new task runs',
        () => version(),
        (seen) => seen.includes('VERSION=3'),
      );
      await cluster.swarmctl('service', 'rollback', 'back');
      await cluster.expectRunning('back', 3);
      assert.deepEqual(await version(), ['VERSION=2']);
      assert.equal((await cluster.updateStatus('back')).State, 'rollback_completed');
    });

    it('or halted stay where they are until they are resumed', async () => {
      await cluster.swarmctl(
        'service',
        'update',
        '--detach',
        '--update-delay',
        '2s',
        ...setVersion('4'),
        'back',
      );
      await eventually(
        'one new task runs',
        () => version(),
        (seen) => seen.includes('VERSION=4'),
      );
      await cluster.swarmctl('service', 'pause', 'back');
      await eventually(
        'it is paused',
        () => cluster.updateStatus('back'),
        ({ State }) => State === 'paused',
      );
      await cluster.expectRunning('back', 3);
      assert.equal((await version()).length, 2, 'old and new together');
      await cluster.swarmctl('service', 'resume', 'back');
      await cluster.expectRunning('back', 3);
      assert.deepEqual(await version(), ['VERSION=4']);
    });
  });
});
