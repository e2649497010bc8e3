/**
 * Container engines, and agents, that are restarted under running tasks. With live-restore, or where only the
 * agent goes, tasks run on and are taken up again: logs and health checks, too. Without it what died with the engine
 * is replaced in its slot.
 */
import assert from 'node:assert/strict';
import type Docker from 'dockerode';
import { eventually } from '../kit/eventually.js';
import { startSwarmctl } from '../kit/swarmctl-process.js';
import { assertUntouched, LabCluster, type NodeAccount, type RunningContainer } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';

const SERVICE = 'talk';
const REPLICAS = 3;
/** Says a line five times a second. */
const TALK = 'while :; do date +%s.%N; sleep 0.2; done';

const hasEngineError = ({ Description }: NodeAccount): boolean => (Description.Engine?.Error ?? '') !== '';

describe('a restart under running tasks', function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;
  let worker: LabHost;
  let docker: Docker;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 2, name: 'restart' });
    cluster = await LabCluster.start(lab);
    worker = lab.host(2);
    docker = await worker.docker();
    const health = [
      '--health-cmd',
      '! test -e /tmp/sick',
      '--health-interval',
      '1s',
      '--health-timeout',
      '2s',
      '--health-retries',
      '1',
    ];
    const timing = ['--restart-delay', '500ms', '--stop-grace-period', '1s'];
    const where = ['--constraint', 'node.hostname==h2'];
    const policy = [...timing, ...where, '--replicas', String(REPLICAS), ...health];
    const command = ['lab/busybox:1', 'sh', '-c', TALK];
    await cluster.swarmctl('service', 'create', '--detach', '--name', SERVICE, ...policy, ...command);
    await cluster.expectRunning(SERVICE, REPLICAS);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  /** What must be the same for a process that nobody touched, and that no other was put beside. */
  async function account(): Promise<unknown> {
    const containers = await cluster.containers(SERVICE);
    const pids = containers.map(async ({ containerId }) => {
      const { State } = await docker.getContainer(containerId).inspect();
      return State.Pid;
    });
    const history = (await cluster.history(SERVICE)).map(({ ID, DesiredState }) => `${ID} ${DesiredState}`);
    return { containers, pids: await Promise.all(pids), history: history.toSorted() };
  }

  /** The log of the service, followed from its end on; says how many lines came. */
  function followLog(): { lineCount: () => number; stop: () => Promise<unknown> } {
    const socket = `unix://${cluster.manager.swarmd.socketPath}`;
    const args = ['service', 'logs', '--follow', '--raw', '--tail', '0', SERVICE];
    const { child, ended } = startSwarmctl(socket, args);
    let lineCount = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      lineCount += chunk.toString('utf8').split('\n').length - 1;
    });
    const stop = async (): Promise<unknown> => {
      child.kill('SIGINT');
      return await ended;
    };
    return { lineCount: () => lineCount, stop };
  }

  /** The whole log of the service, read anew each time. */
  async function readLog(): Promise<number> {
    const said = await cluster.manager.swarmctl(['service', 'logs', '--raw', SERVICE]);
    return said.stdout.split('\n').length;
  }

  async function expectMoreLines(lineCount: () => number | Promise<number>): Promise<void> {
    const before = await lineCount();
    const isMore = (count: number): boolean => count > before + 2 * REPLICAS;
    await eventually('the log goes on', lineCount, isMore, { withinMs: 30_000 });
  }

  /** The very tasks go on, with their logs. */
  async function expectGoesOn(
    lineCount: () => number | Promise<number>,
    restart: () => Promise<void>,
  ): Promise<void> {
    await expectMoreLines(lineCount);
    const before = await account();
    await restart();
    await cluster.expectReadyNodes(2);
    await cluster.expectRunning(SERVICE, REPLICAS);
    assert.deepEqual(await account(), before);
    await expectMoreLines(lineCount);
  }

  async function expectSickTaskReplaced(): Promise<void> {
    const before = await cluster.containers(SERVICE);
    const [victim = assert.fail()] = before;
    await worker.mustRun('docker', ['exec', victim.containerId, 'touch', '/tmp/sick']);
    await cluster.expectTasks('its health check fails it', SERVICE, (rows) =>
      rows.some(({ ID, CurrentState }) => victim.taskName.endsWith(ID) && CurrentState.startsWith('Failed')),
    );
    const after = await cluster.expectRunning(SERVICE, REPLICAS);
    assertUntouched(
      before.filter((each) => each !== victim),
      after,
    );
  }

  it('of the agent, as for an upgrade, keeps its tasks and their health checks (scenario 38)', async () => {
    await expectGoesOn(readLog, async () => {
      await worker.stopSwarmd();
      await worker.startSwarmd();
    });
    await expectSickTaskReplaced();
  });

  it('of an engine by kill -9, then in good order, with live-restore, keeps tasks, logs and health checks (scenario 38)', async () => {
    const log = followLog();
    await expectGoesOn(log.lineCount, async () => {
      for (const end of [() => worker.killEngine(), () => worker.stopEngine()]) {
        await end();
        await cluster.expectNode('its engine is away', worker, hasEngineError);
        await worker.startEngine();
        await cluster.expectNode('its engine is there', worker, (node) => !hasEngineError(node));
      }
    });
    await log.stop();
    // Engines from 17.11 to 22 forget the checks of what they take up again: the agent checks in their place.
    await expectSickTaskReplaced();
  });

  /** Each task that died with the engine is replaced in its slot, once. */
  async function expectReplaced(restart: () => Promise<void>): Promise<void> {
    const before = await cluster.containers(SERVICE);
    await restart();
    await cluster.expectTasks('all that died is known to have ended', SERVICE, (rows) =>
      before.every(({ taskName }) =>
        rows.some(({ ID, CurrentState }) => taskName.endsWith(ID) && /^(Failed|Complete)/.test(CurrentState)),
      ),
    );
    const after = await cluster.expectRunning(SERVICE, REPLICAS);
    assert.deepEqual(after.map(slotOf).toSorted(), before.map(slotOf).toSorted());
    assert.equal((await cluster.tasks(SERVICE)).length, REPLICAS);
    const ids = new Set(after.map(({ containerId }) => containerId));
    assert.ok(before.every(({ containerId }) => !ids.has(containerId)));
  }

  it('of an engine without live-restore, in good order or by kill -9, replaces what died with it', async () => {
    // From an engine with live-restore to one without it: the new one ends what the old one left.
    for (const end of [() => worker.stopEngine(), () => worker.stopEngine(), () => worker.killEngine()]) {
      await expectReplaced(async () => {
        await end();
        await worker.startEngine({ liveRestore: false });
      });
    }
  });
});

const slotOf = ({ taskName }: RunningContainer): string => taskName.split('.').slice(0, 2).join('.');
