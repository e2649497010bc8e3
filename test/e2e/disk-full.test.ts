/**
 * The disk of the manager's state fills up: writes are refused with the reason, nothing stops or crashes, and
 * when there is room again the work goes on.
 */
import assert from 'node:assert/strict';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../kit/eventually.js';
import { assertUntouched, LabCluster, type NodeAccount } from '../lab/cluster.js';
import { mustRun } from '../lab/command.js';
import { Lab } from '../lab/lab.js';

const KIB = 1024;
/** The log keeps room for what it will write next: so much is taken before a full disk is noticed. */
const MOST_SERVICES = 60;

describe("a full disk below the manager's state", function () {
  this.timeout(120_000);
  let lab: Lab;
  let cluster: LabCluster;
  let ballast: string;
  let envFile: string;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    lab = await Lab.create({ hosts: 1, name: 'full' });
    const { stateFolder } = lab.host(1).swarmd;
    await mkdir(stateFolder, { recursive: true, mode: 0o700 });
    await mustRun('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=0700', 'tmpfs', stateFolder]);
    ballast = join(stateFolder, 'ballast');
    envFile = join(lab.host(1).folder, 'large.env');
    cluster = await LabCluster.start(lab);
    await cluster.swarmctl('service', 'create', '--detach', '--name', 'web', '--replicas', '2', 'lab/web:1');
    await cluster.expectRunning('web', 2);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await cluster.printLogs();
  });

  async function fillDisk(): Promise<void> {
    const { bavail, bsize } = await statfs(cluster.manager.swarmd.stateFolder);
    await writeFile(ballast, new Uint8Array(bavail * bsize));
  }

  /** Services that run nothing, of so many bytes of log each, until one is refused; says with which words. */
  async function createUntilRefused(name: string, sizeBytes: number): Promise<string> {
    // Twice: in the service and in its revision.
    await writeFile(envFile, `LARGE=${'x'.repeat(sizeBytes / 2)}\n`);
    for (let number = 0; number < MOST_SERVICES; number++) {
      const args = ['--detach', '--replicas', '0', '--env-file', envFile, '--name', `${name}${number}`];
      const { exitCode, stderr } = await cluster.manager.swarmctl([
        'service',
        'create',
        ...args,
        'lab/sleep:1',
      ]);
      if (exitCode !== 0) return stderr;
    }
    return '';
  }

  it('has writes refused, with the reason and what to do', async () => {
    const { manager } = cluster;
    const before = await cluster.containers('web');
    const pids = [manager.swarmd.pid, await manager.swarmd.childPid()];
    await fillDisk();
    const refused = /^The manager cannot write to its disk \(.+\); nothing was changed\. Make room there/;
    for (const [name, sizeBytes] of Object.entries({ large: 1200 * KIB, middle: 100 * KIB, small: 8 * KIB }))
      assert.match(await createUntilRefused(name, sizeBytes), refused);
    assert.match(await createUntilRefused('tiny', 0), refused);
    const { exitCode, stderr } = await manager.swarmctl(['service', 'scale', '--detach', 'web=3']);
    assert.match(stderr, refused);
    assert.equal(exitCode, 1);
    assert.equal((await cluster.tasks('web')).length, 2);
    assertUntouched(before, await cluster.containers('web'));
    assert.deepEqual([manager.swarmd.pid, await manager.swarmd.childPid()], pids);
  });

  it('that has room again lets the work go on, and what happened meanwhile is not forgotten', async () => {
    const { manager } = cluster;
    const [victim, other] = await cluster.containers('web');
    assert.ok(victim !== undefined && other !== undefined);
    await (await manager.docker()).getContainer(victim.containerId).kill();
    const child = await manager.swarmd.childPid();
    await rm(ballast);
    await eventually(
      'more is taken on',
      () => manager.swarmctl(['service', 'scale', '--detach', 'web=3']),
      ({ exitCode }) => exitCode === 0,
      { pollMs: 200 },
    );
    assertUntouched([other], await cluster.expectRunning('web', 3));
    const reason = '"task: non-zero exit (137)"';
    await cluster.expectTasks('the end of the first is known', 'web', (rows) =>
      rows.some((row) => victim.taskName.endsWith(row.ID) && row.Error === reason),
    );
    assert.equal(await manager.swarmd.childPid(), child);
  });

  it('at the start of swarmd keeps the node from new tasks, but not from those it runs, until there is room', async () => {
    const { manager } = cluster;
    const before = await cluster.containers('web');
    await fillDisk();
    await manager.killSwarmd('both');
    await manager.startSwarmd();
    const errorOf = ({ Description }: NodeAccount): string => Description.Engine?.Error ?? '';
    await cluster.expectNode('the node says so', manager, (node) =>
      errorOf(node).startsWith('the task database cannot be written: ENOSPC'),
    );
    assertUntouched(before, await cluster.expectRunning('web', 3));
    await rm(ballast);
    await cluster.swarmctl('service', 'scale', '--detach', 'web=4');
    assertUntouched(before, await cluster.expectRunning('web', 4));
    await cluster.expectNode('nothing is wrong any more', manager, (node) => errorOf(node) === '');
  });
});
