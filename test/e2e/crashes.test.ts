/**
 * kill -9 of either half of swarmd while a service is being scaled: what was asked for is what runs in the
 * end, and no container that ran was touched.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster } from '../lab/cluster.js';
import { Lab } from '../lab/lab.js';
import type { SwarmdPart } from '../lab/swarmd-process.js';

const SERVICE = 'web';

describe('kill -9 of swarmd', function () {
  this.timeout(240_000);
  let lab: Lab;
  let cluster: LabCluster;
  let replicas = 4;

  before(async () => {
    lab = await Lab.create({ hosts: 3, name: 'crash' });
    cluster = await LabCluster.start(lab);
    await cluster.swarmctl(
      'service',
      'create',
      '--name',
      SERVICE,
      '--replicas',
      String(replicas),
      'lab/web:1',
    );
    await cluster.expectRunning(SERVICE, replicas);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  /** Asks for more, cuts as soon as something moves, and holds the end against the beginning. */
  async function scaleThrough(strike: () => Promise<void>, recover: () => Promise<void>): Promise<void> {
    const before = await cluster.containers(SERVICE);
    replicas += 6;
    await cluster.swarmctl('service', 'scale', '--detach', `${SERVICE}=${replicas}`);
    await eventually(
      'the scale-up has begun',
      () => cluster.containers(SERVICE),
      (containers) => containers.length > before.length,
      { pollMs: 10 },
    );
    await strike();
    await recover();
    await cluster.expectReadyNodes(3);
    const after = await cluster.expectRunning(SERVICE, replicas);
    assertUntouched(before, after);
  }

  for (const part of ['parent', 'child', 'both'] as const satisfies readonly SwarmdPart[]) {
    it(`of the manager's ${part} during a scale-up ends with exactly the wanted replicas`, async () => {
      const { manager } = cluster;
      await scaleThrough(
        () => manager.killSwarmd(part),
        async () => {
          // The child comes back by itself.
          if (part !== 'child') await manager.startSwarmd();
        },
      );
    });
  }

  it("of a worker's swarmd during a scale-up ends with exactly the wanted replicas", async () => {
    const [worker] = cluster.workers;
    assert.ok(worker !== undefined);
    await scaleThrough(
      () => worker.killSwarmd('parent'),
      () => worker.startSwarmd(),
    );
  });

  it('left no container behind that no task owns', async () => {
    const tasks = new Set((await cluster.tasks(SERVICE)).map(({ ID }) => ID));
    for (const host of lab.hosts) {
      const listed = await (await host.docker()).listContainers({
        filters: { label: ['com.docker.swarm.task.id'] },
      });
      const orphans = listed.filter(({ Labels }) => !tasks.has(Labels['com.docker.swarm.task.id'] ?? ''));
      assert.deepEqual(
        orphans.map(({ Names }) => Names),
        [],
      );
    }
  });
});
