/**
 * kill -9 of the manager's processes in the middle of an update: how far it was stands in the store, so it ends
 * as it was asked to, whoever goes on with it. And one whose node is lost meanwhile.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { LabCluster, type TaskRow } from '../lab/cluster.js';
import { Lab } from '../lab/lab.js';
import type { SwarmdPart } from '../lab/swarmd-process.js';

const REPLICAS = 6;
const OLD = 'lab/web:1';
const NEW = 'lab/web:2';

interface Point {
  readonly when: string;
  readonly part: SwarmdPart;
  readonly isReached: (tasks: readonly TaskRow[], state: string) => boolean;
}

const isOf = (image: string, state: RegExp) => (task: TaskRow) =>
  task.Image === image && task.DesiredState === 'Running' && state.test(task.CurrentState);
const countOf = (tasks: readonly TaskRow[], image: string): number =>
  tasks.filter(isOf(image, /^Running/)).length;

const POINTS: readonly Point[] = [
  {
    when: 'as it begins',
    part: 'child',
    isReached: (tasks) => tasks.some(({ Image }) => Image === NEW),
  },
  {
    when: 'while a slot has neither its old task nor its new one',
    part: 'both',
    isReached: (tasks) => countOf(tasks, NEW) > 1 && countOf(tasks, NEW) + countOf(tasks, OLD) < REPLICAS,
  },
  {
    when: 'while the last new tasks are watched',
    part: 'parent',
    isReached: (tasks, state) => countOf(tasks, NEW) === REPLICAS && state === 'updating',
  },
];

describe('an update whose manager is killed', function () {
  this.timeout(180_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async () => {
    lab = await Lab.create({ hosts: 3, name: 'cut' });
    cluster = await LabCluster.start(lab);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  const stateOf = async (name: string): Promise<string> => (await cluster.updateStatus(name)).State;

  async function create(name: string, ...flags: string[]): Promise<void> {
    const times = ['--update-monitor', '3s', '--update-parallelism', '2', '--restart-delay', '500ms'];
    const replicas = ['--replicas', String(REPLICAS)];
    await cluster.swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      name,
      ...replicas,
      ...times,
      ...flags,
      OLD,
    );
    await cluster.expectRunning(name, REPLICAS, { image: OLD });
  }

  async function strikeWhen(name: string, { when, part, isReached }: Omit<Point, never>): Promise<void> {
    await eventually(
      when,
      async () => [await cluster.history(name), await stateOf(name)] as const,
      ([tasks, state]) => isReached(tasks, state),
      { withinMs: 60_000, pollMs: 10 },
    );
    await cluster.manager.killSwarmd(part);
    // The child comes back by itself.
    if (part !== 'child') await cluster.manager.startSwarmd();
    await cluster.expectReadyNodes(3, 60_000);
  }

  const endsAs = (name: string, wanted: string): Promise<string> =>
    eventually(
      `the rollout is ${wanted}`,
      () => stateOf(name),
      (state) => state === wanted,
      { withinMs: 90_000 },
    );

  for (const point of POINTS)
    it(`${point.when} (${point.part}) is complete in the end, each slot once`, async () => {
      await create('web');
      await cluster.swarmctl('service', 'update', '--detach', '--image', NEW, 'web');
      await strikeWhen('web', point);
      await endsAs('web', 'completed');
      await cluster.expectRunning('web', REPLICAS, { image: NEW });
      const made = (await cluster.history('web')).filter(({ Image }) => Image === NEW);
      assert.equal(made.length, REPLICAS, 'no slot was replaced twice');
      await cluster.swarmctl('service', 'rm', 'web');
    });

  it('while it turns back by itself (both) has turned back in the end', async () => {
    await create('back', '--update-failure-action', 'rollback', '--rollback-delay', '1s');
    // The first two start well and end within the monitor time.
    const crash = ['--entrypoint', `sh -c 'sleep 1; exit 1'`];
    await cluster.swarmctl('service', 'update', '--detach', ...crash, 'back');
    await strikeWhen('back', {
      when: 'it turns back',
      part: 'both',
      isReached: (_tasks, state) => state === 'rollback_started',
    });
    await endsAs('back', 'rollback_completed');
    await cluster.expectRunning('back', REPLICAS, { image: OLD });
    const [service] = JSON.parse(await cluster.swarmctl('service', 'inspect', 'back')) as {
      Spec: { TaskTemplate: { ContainerSpec: { Command?: string[] } } };
    }[];
    assert.equal(
      service?.Spec.TaskTemplate.ContainerSpec.Command,
      undefined,
      'the spec is the old one again',
    );
  });
});
