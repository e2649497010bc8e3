/**
 * How the lab handles the two processes of a `swarmd`: start, stop, kill -9 of either or both, freeze. On a double,
 * so that a failure here is the lab's and not the daemon's.
 */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { eventually } from '../kit/eventually.js';
import { makeSwarmdDouble } from '../kit/swarmd-double.js';
import { Lab } from '../lab/lab.js';
import { isRunning } from '../lab/proc.js';

const isStopped = async (pid: number): Promise<boolean> =>
  /^State:\s+T/m.test(await readFile(`/proc/${pid}/status`, 'utf8'));

describe('a swarmd in the lab', function () {
  this.timeout(60_000);
  let lab: Lab;
  let programFolder: string;

  before(async function () {
    if ((await Lab.obstacle()) !== undefined) this.skip();
    programFolder = await makeSwarmdDouble();
    lab = await Lab.create({ hosts: 1, programFolder });
  });

  after(async () => {
    await lab?.close();
    if (programFolder !== undefined) await rm(programFolder, { recursive: true });
  });

  async function startedPair(): Promise<{ parent: number; child: number }> {
    const { swarmd } = lab.host(1);
    await lab.host(1).startSwarmd();
    const child = await eventually(
      'it has a child',
      () => swarmd.childPid(),
      (pid) => pid !== undefined,
    );
    return { parent: swarmd.pid ?? 0, child: child ?? 0 };
  }

  const gone = async (...pids: number[]): Promise<void> => {
    await eventually(
      'they are gone',
      () => Promise.all(pids.map(isRunning)),
      (running) => !running.includes(true),
    );
  };

  it('starts, is asked, and stops', async () => {
    const host = lab.host(1);
    const { parent, child } = await startedPair();
    const said = await host.swarmctl(['node', 'ls']);
    const daemon = `unix://${host.swarmd.socketPath}`;
    assert.deepEqual(JSON.parse(said.stdout), { hostname: 'h1', daemon, args: ['node', 'ls'] });
    assert.equal(said.exitCode, 3);
    await host.stopSwarmd();
    await gone(parent, child);
  });

  it('loses its child alone', async () => {
    const { parent, child } = await startedPair();
    await lab.host(1).killSwarmd('child');
    assert.deepEqual([await isRunning(parent), await isRunning(child)], [true, false]);
    await lab.host(1).stopSwarmd();
  });

  it('loses its parent, and may start again', async () => {
    const { parent, child } = await startedPair();
    await lab.host(1).killSwarmd('parent');
    await gone(parent, child);
    await startedPair();
    await lab.host(1).stopSwarmd();
  });

  it('loses both at once', async () => {
    const { parent, child } = await startedPair();
    await lab.host(1).killSwarmd('both');
    assert.deepEqual([await isRunning(parent), await isRunning(child)], [false, false]);
    await assert.rejects(lab.host(1).killSwarmd('both'), /h1: swarmd does not run/);
  });

  it('stands still while frozen', async () => {
    const { parent, child } = await startedPair();
    await lab.host(1).freezeSwarmd();
    const areStopped = () => Promise.all([parent, child].map(isStopped));
    await eventually('both stand still', areStopped, (stopped) => !stopped.includes(false));
    await lab.host(1).thawSwarmd();
    await eventually('both go on', areStopped, (stopped) => !stopped.includes(true));
    await lab.host(1).stopSwarmd();
  });

  it('says its last words when it ends instead of starting', async () => {
    await assert.rejects(
      lab.host(1).startSwarmd(['--fail-with', 'no more room']),
      /ended by itself[^]*no more room/,
    );
  });

  it('goes down with its host', async () => {
    const { parent, child } = await startedPair();
    await lab.host(1).kill();
    assert.deepEqual([await isRunning(parent), await isRunning(child)], [false, false]);
    await lab.host(1).boot();
    await startedPair();
  });
});
