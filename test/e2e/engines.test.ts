/**
 * Engines and containers that fail or are meddled with, under a cluster that goes on: what runs stays
 * untouched, what is lost is replaced, and what belongs to somebody else is left alone.
 */
import assert from 'node:assert/strict';
import type Docker from 'dockerode';
import type { StartedTestContainer } from 'testcontainers';
import { CLUSTER_LABEL, NODE_LABEL } from '../../agent/runtime/docker/rules/container-config.js';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { forgetStockClient, stockClientOf } from '../lab/stock-client.js';

describe('engines that fail', function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;
  let worker: LabHost;
  let docker: Docker;
  const foreign: StartedTestContainer[] = [];

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 2, name: 'engines' });
    cluster = await LabCluster.start(lab);
    worker = lab.host(2);
    docker = await worker.docker();
    const soon = ['--restart-delay', '500ms'];
    await cluster.swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      'web',
      '--replicas',
      '4',
      ...soon,
      'lab/web:1',
    );
    const constraint = ['--constraint', 'node.hostname==h2'];
    await cluster.swarmctl(
      'service',
      'create',
      '--detach',
      '--name',
      'here',
      ...soon,
      ...constraint,
      'lab/sleep:1',
    );
    await cluster.expectRunning('web', 4);
    await cluster.expectRunning('here', 1);
  });

  after(async () => {
    for (const container of foreign) await container.stop();
    await forgetStockClient();
    await lab?.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  const engineError = 'an engine that cannot be reached is told of';
  const hasError = ({ Description }: { Description: { Engine?: { Error?: string } } }): boolean =>
    (Description.Engine?.Error ?? '') !== '';

  async function onWorker(service: string): Promise<RunningContainer> {
    const [container] = await cluster.containers(service, [worker]);
    assert.ok(container !== undefined, `no task of ${service} runs on ${worker.name}`);
    return container;
  }

  it('and are killed keep their tasks, say so meanwhile, and go on by themselves', async () => {
    const before = await cluster.containers('web');
    const tasks = await cluster.tasks('web');
    await worker.killEngine();
    const { Status } = await cluster.expectNode(engineError, worker, hasError);
    assert.equal(Status.State, 'ready');
    const meanwhile = await cluster.tasks('web');
    assert.deepEqual(
      meanwhile.map(({ ID }) => ID),
      tasks.map(({ ID }) => ID),
    );
    await worker.startEngine();
    await cluster.expectNode('the engine is back', worker, (node) => !hasError(node));
    assertUntouched(before, await cluster.expectRunning('web', 4));
    await cluster.swarmctl('service', 'scale', '--detach', 'web=6');
    assertUntouched(before, await cluster.expectRunning('web', 6));
  });

  it('and are stopped while more is asked of them do it when they are back', async () => {
    const before = await cluster.containers('here');
    await worker.stopEngine();
    await cluster.swarmctl('service', 'scale', '--detach', 'here=3');
    await cluster.expectNode(engineError, worker, hasError);
    const asked = await cluster.expectTasks('three are wanted', 'here', (rows) => rows.length === 3);
    assert.equal(asked.filter(({ CurrentState }) => CurrentState.startsWith('Running')).length, 1);
    await worker.startEngine();
    assertUntouched(before, await cluster.expectRunning('here', 3));
  });

  it('are rid of a service that was removed while they were away, or while nobody asked them', async () => {
    const remaining = (): Promise<number> =>
      docker
        .listContainers({ all: true })
        .then(
          (all) =>
            all.filter(({ Labels }) => Labels['com.docker.swarm.service.name']?.startsWith('brief')).length,
        );
    for (const name of ['brief-engine', 'brief-agent']) {
      await cluster.swarmctl(
        'service',
        'create',
        '--detach',
        '--name',
        name,
        '--replicas',
        '2',
        'lab/sleep:1',
      );
      await cluster.expectRunning(name, 2);
    }
    assert.equal(await remaining(), 2);
    await worker.killEngine();
    await cluster.swarmctl('service', 'rm', 'brief-engine');
    await worker.killSwarmd('parent');
    await cluster.swarmctl('service', 'rm', 'brief-agent');
    await worker.startEngine();
    assert.equal(await remaining(), 2);
    await worker.startSwarmd();
    await eventually('none of their containers is left', remaining, (count) => count === 0, {
      withinMs: 30_000,
      pollMs: 100,
    });
  });

  it('and hang are noticed, and do what was asked for meanwhile once they answer', async () => {
    const before = await cluster.containers('here');
    const enginePid = worker.engine.pid ?? assert.fail();
    process.kill(enginePid, 'SIGSTOP');
    await cluster.swarmctl('service', 'scale', '--detach', 'here=4');
    // Asked for a sign of life every 5 s, and given 5 s to answer.
    await cluster.expectNode(engineError, worker, hasError, 18_000);
    process.kill(enginePid, 'SIGCONT');
    assertUntouched(before, await cluster.expectRunning('here', 4));
    await cluster.expectNode('the engine is back', worker, (node) => !hasError(node));
    await cluster.swarmctl('service', 'scale', '--detach', 'here=3');
    await cluster.expectRunning('here', 3);
  });

  it('lose a container by force, and it is replaced, it alone', async () => {
    const victim = await onWorker('web');
    const others = (await cluster.containers('web')).filter((each) => each !== victim);
    await docker.getContainer(victim.containerId).remove({ force: true });
    await cluster.expectTasks('the task failed', 'web', (rows) =>
      rows.some(({ ID, Error: reason }) => victim.taskName.endsWith(ID) && reason !== ''),
    );
    const after = await cluster.expectRunning('web', 6);
    assert.ok(!after.some(({ containerId }) => containerId === victim.containerId));
    assertUntouched(
      others.filter(({ containerId }) => containerId !== victim.containerId),
      after,
    );
  });

  it('have a process killed: the restart policy says what follows', async () => {
    const never = ['--restart-condition', 'none'];
    await cluster.swarmctl('service', 'create', '--detach', '--name', 'once', ...never, 'lab/sleep:1');
    const [once] = await cluster.expectRunning('once', 1);
    assert.ok(once !== undefined);
    const host = lab.hosts.find(({ name }) => name === once.hostName) ?? assert.fail();
    await (await host.docker()).getContainer(once.containerId).kill();
    const over = await cluster.expectTasks('it stays ended', 'once', (rows) =>
      rows.every((row) => row.CurrentState.startsWith('Failed') && row.DesiredState === 'Shutdown'),
    );
    assert.deepEqual(
      over.map(({ Error: reason }) => reason),
      ['"task: non-zero exit (137)"'],
    );
    const victim = await onWorker('here');
    await docker.getContainer(victim.containerId).kill();
    await cluster.expectTasks('its end is told', 'here', (rows) =>
      rows.some(
        ({ ID, Error: reason }) => victim.taskName.endsWith(ID) && reason === '"task: non-zero exit (137)"',
      ),
    );
    const after = await cluster.expectRunning('here', 3);
    assert.ok(!after.some(({ containerId }) => containerId === victim.containerId));
  });

  describe('and containers of others', () => {
    let ours: Readonly<Record<string, string>>;

    async function startForeign(name: string, labels: Readonly<Record<string, string>>): Promise<void> {
      const { GenericContainer } = await stockClientOf(worker.engine.socketPath);
      const container = new GenericContainer('lab/sleep:1').withName(name).withLabels({ ...labels });
      foreign.push(await container.start());
    }

    async function assertForeignRun(): Promise<void> {
      const states = await Promise.all(
        foreign.map(async (each) => (await docker.getContainer(each.getId()).inspect()).State.Running),
      );
      assert.deepEqual(states, [true, true]);
    }

    before(async () => {
      const { containerId } = await onWorker('here');
      ours = (await docker.getContainer(containerId).inspect()).Config.Labels;
      const { [CLUSTER_LABEL]: _cluster, [NODE_LABEL]: _node, ...familiar } = ours;
      const foreignName = 'theirs.1.foreign';
      const names = {
        'com.docker.swarm.task.id': 'foreign',
        'com.docker.swarm.task.name': foreignName,
      };
      await startForeign(foreignName, { ...familiar, ...names });
      const otherName = 'theirs.2.other';
      await startForeign(otherName, {
        ...ours,
        'com.docker.swarm.task.id': 'other',
        'com.docker.swarm.task.name': otherName,
        [CLUSTER_LABEL]: 'another-cluster',
      });
    });

    it('are left alone when a container of ours without a task is removed', async () => {
      const name = 'here.11.orphan';
      const orphan = await docker.createContainer({
        name,
        Image: 'lab/sleep:1',
        Labels: {
          ...ours,
          'com.docker.swarm.task.id': 'orphan',
          'com.docker.swarm.task.name': name,
        },
      });
      await worker.killSwarmd('parent');
      await worker.startSwarmd();
      await eventually(
        'the orphan is removed',
        () => docker.listContainers({ all: true }),
        (all) => !all.some(({ Id }) => Id === orphan.id),
        { withinMs: 30_000, pollMs: 100 },
      );
      await assertForeignRun();
      await cluster.expectRunning('here', 3);
    });

    it('are left alone when the node leaves, which takes all of its own with it', async () => {
      await cluster.swarmctlOn(worker, 'swarm', 'leave');
      const left = await docker.listContainers({ all: true });
      assert.deepEqual(left.map(({ Id }) => Id).toSorted(), foreign.map((each) => each.getId()).toSorted());
      await assertForeignRun();
    });
  });
});
