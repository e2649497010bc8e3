/**
 * Why a service is not placed: `service why` names the real reason on each node, with figures, and the task runs
 * within 5 s once the reason is gone. Three managers, so that any of them may be the one that is asked.
 */
import assert from 'node:assert/strict';
import { eventually } from '../kit/eventually.js';
import { LabCluster } from '../lab/cluster.js';
import { Lab } from '../lab/lab.js';

const WAKES_WITHIN_MS = 5_000;

describe('a service that is not placed', function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'why' });
    cluster = await LabCluster.startWithManagers(lab, 3);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
    const { stdout } = await cluster.manager.swarmctl(['service', 'ls', '-q']);
    for (const serviceId of stdout.split('\n').filter(Boolean))
      await cluster.swarmctl('service', 'rm', serviceId);
  });

  async function create(name: string, ...args: string[]): Promise<void> {
    await cluster.swarmctl('service', 'create', '--detach', '--name', name, ...args, 'lab/sleep:1');
  }

  /** What it says, on a manager that need not lead, once every expression is found in it. */
  async function expectWhy(name: string, ...expected: readonly RegExp[]): Promise<void> {
    const last = lab.host(3);
    await eventually(
      `why ${name} waits`,
      () => cluster.swarmctlOn(last, 'service', 'why', name),
      (text) => expected.every((each) => each.test(text)),
    );
  }

  /** The task of the service is on its way. */
  async function expectPlaced(name: string): Promise<void> {
    const isPlaced = ({ CurrentState }: { readonly CurrentState: string }): boolean =>
      !/^(New|Pending)/.test(CurrentState);
    const what = `${name} is placed`;
    await cluster.expectTasks(what, name, (rows) => rows.length > 0 && rows.every(isPlaced), WAKES_WITHIN_MS);
    await cluster.expectRunning(name, 1);
    assert.match(await cluster.swarmctl('service', 'why', name), /nothing is in the way: 1 task /);
  }

  it('for want of memory says how much each node has, and runs as soon as there is room', async () => {
    const format = '{{.Description.Resources.MemoryBytes}}';
    const memoryBytes = Number(await cluster.swarmctl('node', 'inspect', 'self', '--format', format));
    const most = String(Math.floor(memoryBytes * 0.6));
    await create('hog', '--replicas', '3', '--reserve-memory', most);
    await cluster.expectRunning('hog', 3);
    await create('web', '--reserve-memory', most);
    const figures = /insufficient resources: needs [\d.]+ [MGT]iB of memory, [\d.]+ [MGT]iB free/;
    await expectWhy(
      'web',
      new RegExp(`h1, h2, h3: ${figures.source}`),
      /the service was created, by request/,
    );
    const [task] = JSON.parse(
      await cluster.swarmctl('task', 'inspect', (await cluster.tasks('web'))[0]?.ID ?? ''),
    ) as { readonly Why?: readonly string[] }[];
    assert.match(task?.Why?.join('\n') ?? '', figures);
    await cluster.swarmctl('service', 'rm', 'hog');
    await expectPlaced('web');
  });

  it('for want of a label names the constraint, and runs as soon as a node has it', async () => {
    await create('web', '--constraint', 'node.labels.disk==ssd');
    await expectWhy('web', /h1, h2, h3: .*node\.labels\.disk/);
    await cluster.swarmctl('node', 'update', '--label-add', 'disk=ssd', 'h2');
    await expectPlaced('web');
    await cluster.swarmctl('node', 'update', '--label-rm', 'disk', 'h2');
  });

  it('for want of a node that takes tasks says so, and runs as soon as it does', async () => {
    await cluster.swarmctl('node', 'update', '--availability', 'drain', 'h3');
    await create('web', '--constraint', 'node.hostname==h3');
    await expectWhy('web', /h3: the node's availability is drain/, /node h3 was changed: availability drain/);
    await cluster.swarmctl('node', 'update', '--availability', 'active', 'h3');
    await expectPlaced('web');
  });

  it('for want of a volume names the volume', async () => {
    await create('web', '--mount', 'type=cluster,source=data,target=/data');
    await expectWhy('web', /h1, h2, h3: no cluster volume data can be had/);
  });

  it('because its tasks end says how they ended', async () => {
    await cluster.swarmctl('service', 'create', '--detach', '--name', 'web', 'lab/crash:1');
    await expectWhy('web', /failed on h\d .*\(exit code 1\)/, /task web\.1\.\w+ failed on h\d/);
  });
});
