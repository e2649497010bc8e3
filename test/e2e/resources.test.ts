/**
 * What tasks need and may not get: ports, resources, labels, images, health. A task that cannot run says why,
 * harms no other, and runs as soon as it can.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type TaskRow } from '../lab/cluster.js';
import type { LabHost } from '../lab/host.js';
import { Lab } from '../lab/lab.js';
import { isRunning } from '../lab/proc.js';

const SWARMCTL = fileURLToPath(new URL('../../cli/swarmctl/main.js', import.meta.url));
/** "Running 3 seconds ago" → "Running" */
const stateOf = ({ CurrentState }: TaskRow): string => CurrentState.split(' ', 1)[0] ?? '';

describe('what tasks need', function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 3, name: 'needs' });
    cluster = await LabCluster.start(lab);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
    const { stdout } = await cluster.manager.swarmctl(['service', 'ls', '-q']);
    for (const serviceId of stdout.split('\n').filter(Boolean))
      await cluster.swarmctl('service', 'rm', serviceId);
  });

  async function create(name: string, ...args: string[]): Promise<void> {
    const soon = ['--restart-delay', '300ms'];
    await cluster.swarmctl('service', 'create', '--detach', '--name', name, ...soon, ...args);
  }

  async function update(name: string, ...args: string[]): Promise<void> {
    await cluster.swarmctl('service', 'update', '--detach', ...args, name);
  }

  /** Runs on in the background until it is ended; returns its process id. */
  async function startOn(host: LabHost, outputFile: string, ...command: string[]): Promise<number> {
    const script = 'file=$1; shift; "$@" >"$file" 2>&1 & echo $!';
    return Number(await host.mustRun('sh', ['-c', script, 'sh', outputFile, ...command]));
  }

  async function end(pid: number): Promise<void> {
    process.kill(pid, 'SIGTERM');
    await eventually(
      `process ${pid} has ended`,
      () => isRunning(pid),
      (running) => !running,
    );
  }

  describe('a port of the host', () => {
    const onSecond = ['--constraint', 'node.hostname==h2'];

    it('is reached from outside, and a second task on the same host waits and says why', async () => {
      await create('web', '--publish', 'published=8080,target=80,mode=host', ...onSecond, 'lab/web:1');
      await cluster.expectRunning('web', 1);
      const address = `http://${lab.host(2).address}:8080/`;
      await eventually(
        'the page',
        () => lab.client.mustRun('curl', ['-s', '--max-time', '2', address]),
        (page) => page.startsWith('web 1 '),
      );
      await cluster.swarmctl('service', 'scale', '--detach', 'web=2');
      const reason =
        '"no suitable node (scheduling constraints not satisfied on 2 nodes; host-mode port already in use on 1 node)"';
      await cluster.expectTasks('the second waits', 'web', (rows) =>
        rows.some((row) => stateOf(row) === 'Pending' && row.Error === reason),
      );
      await cluster.expectRunning('web', 1);
      await update('web', '--constraint-rm', 'node.hostname==h2');
      await cluster.expectRunning('web', 2);
    });

    it('that somebody else has bound fails the task with that reason, again and again until it is free', async () => {
      const host = lab.host(2);
      const squatter = await startOn(host, '/dev/null', 'busybox', 'httpd', '-f', '-p', '9090', '-h', '/tmp');
      await eventually(
        'the port is taken',
        () => lab.client.run('curl', ['-s', '--max-time', '1', `http://${host.address}:9090/`]),
        ({ exitCode }) => exitCode === 0,
      );
      await create('web', '--publish', 'published=9090,target=80,mode=host', ...onSecond, 'lab/web:1');
      const rows = await cluster.expectTasks(
        'it failed twice',
        'web',
        (all) => all.filter((row) => ['Failed', 'Rejected'].includes(stateOf(row))).length >= 2,
      );
      assert.match(rows.at(-1)?.Error ?? '', /9090.*address already in use/);
      await end(squatter);
      await cluster.expectRunning('web', 1);
    });
  });

  it('a reservation that no node can meet waits, says why, and goes on when it is lowered', async () => {
    await create('big', '--reserve-cpu', '1000', 'lab/sleep:1');
    await cluster.expectTasks('it waits', 'big', ([row]) =>
      row === undefined
        ? false
        : stateOf(row) === 'Pending' &&
          row.Error === '"no suitable node (insufficient resources on 3 nodes)"',
    );
    await update('big', '--reserve-cpu', '0.1');
    await cluster.expectRunning('big', 1);
  });

  it('a label that no node has is waited for, and the task runs within 5 s of its coming', async () => {
    await create('ssd', '--constraint', 'node.labels.disk==ssd', 'lab/sleep:1');
    await cluster.expectTasks('it waits', 'ssd', (rows) =>
      rows.some(({ Error: reason }) => reason.includes('scheduling constraints not satisfied on 3 nodes')),
    );
    await cluster.swarmctl('node', 'update', '--label-add', 'disk=ssd', 'h3');
    const [container] = await cluster.expectRunning('ssd', 1, { withinMs: 5_000 });
    assert.equal(container?.hostName, 'h3');
  });

  it('an image that cannot be had halts a rolling update before it has stopped a task, with the reason', async () => {
    await create('roll', '--replicas', '3', 'lab/web:1');
    const before = await cluster.expectRunning('roll', 3);
    await update('roll', '--image', 'lab/missing:1');
    const rows = await cluster.expectTasks('it was tried', 'roll', (all) =>
      all.some((row) => stateOf(row) === 'Rejected'),
    );
    const rejected = rows.filter((row) => stateOf(row) === 'Rejected');
    for (const { Error: reason } of rejected) assert.match(reason, /lab\/missing:1/);
    assert.equal(new Set(rejected.map(({ Name }) => Name)).size, 1, 'more than one slot was tried');
    assert.match(await cluster.swarmctl('service', 'inspect', '--pretty', 'roll'), /State: +paused/);
    assertUntouched(before, await cluster.expectRunning('roll', 3));
    await update('roll', '--image', 'lab/web:2');
    await cluster.expectRunning('roll', 3, { image: 'lab/web:2' });
  });

  it('health is waited for at the start; a task that loses it has failed and is replaced', async () => {
    const check = 'test ! -e /tmp/ill && nc 127.0.0.1 80 </dev/null';
    const often = ['--health-interval', '500ms', '--health-retries', '2', '--health-timeout', '2s'];
    await create('fit', '--health-cmd', check, ...often, 'lab/web:1');
    await cluster.expectTasks('it is not running before it is healthy', 'fit', (rows) =>
      rows.some((row) => stateOf(row) === 'Starting'),
    );
    const [healthy] = await cluster.expectRunning('fit', 1);
    assert.ok(healthy !== undefined);
    const host = lab.hosts.find(({ name }) => name === healthy.hostName) ?? assert.fail();
    const container = (await host.docker()).getContainer(healthy.containerId);
    assert.equal((await container.inspect()).State.Health?.Status, 'healthy');
    await (await container.exec({ Cmd: ['touch', '/tmp/ill'] })).start({ Detach: true });
    await cluster.expectTasks('it failed', 'fit', (rows) =>
      rows.some((row) => stateOf(row) === 'Failed' && row.Error.includes('unhealthy container')),
    );
    const [replaced] = await cluster.expectRunning('fit', 1);
    assert.notEqual(replaced?.containerId, healthy.containerId);
  });

  it('a program that crashes is started again and again, and only the last tries are remembered', async () => {
    await create('crash', '--replicas', '2', 'lab/crash:1');
    const seenIds = new Set<string>();
    const rows = await cluster.expectTasks('fourteen tries', 'crash', (all) => {
      for (const { ID, Name } of all) {
        seenIds.add(ID);
        const ofSlot = all.filter((each) => each.Name === Name);
        assert.ok(ofSlot.length <= 5, `${Name} has ${ofSlot.length} tasks`);
      }
      return seenIds.size >= 14;
    });
    assert.ok(rows.some(({ Error: reason }) => reason === '"task: non-zero exit (1)"'));
  });

  it('a program that crashes is given up after as many restarts as were allowed', async () => {
    await create('thrice', '--restart-max-attempts', '2', 'lab/crash:1');
    const over = (rows: readonly TaskRow[]): boolean =>
      rows.length > 0 && rows.every((row) => stateOf(row) === 'Failed' && row.DesiredState === 'Shutdown');
    const rows = await cluster.expectTasks('it is over', 'thrice', over);
    assert.equal(rows.length, 3);
  });

  it('a reader of logs sees what every task says while it says it', async () => {
    await create(
      'talk',
      '--replicas',
      '3',
      'lab/busybox:1',
      'sh',
      '-c',
      'while sleep 0.3; do echo word; done',
    );
    await cluster.expectRunning('talk', 3);
    const file = join(cluster.manager.folder, 'followed.log');
    const reader = await startOn(
      cluster.manager,
      file,
      process.execPath,
      SWARMCTL,
      'service',
      'logs',
      '--follow',
      '--tail',
      '1',
      'talk',
    );
    await eventually(
      'three lines of each of three tasks',
      async () => {
        const counts: Record<string, number> = {};
        for (const [, task = ''] of (await readFile(file, 'utf8')).matchAll(/^(talk\.\S+)\s+\| word$/gm))
          counts[task] = (counts[task] ?? 0) + 1;
        return counts;
      },
      (counts) => Object.keys(counts).length === 3 && Object.values(counts).every((count) => count >= 3),
      { pollMs: 100 },
    );
    await end(reader);
  });
});
