/**
 * swarmctl against three managers: a change of leader is not seen, too few managers are named, old answers
 * say so, and managers come and go by command.
 */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBackup } from '../../proto/base/backup-format.js';
import { eventually } from '../kit/eventually.js';
import { ManagerTrio } from '../kit/manager-trio.js';
import { aReplica } from '../kit/memory-store.js';
import { type Ended, startSwarmctl } from '../kit/swarmctl-process.js';

describe('swarmctl and three managers', function () {
  // A process for each command, and managers that are waited for.
  this.timeout(40_000);
  let trio: ManagerTrio;
  let host: string;

  beforeEach(async () => {
    // Managers that find no leader give up sooner than they do for users.
    trio = await ManagerTrio.open(3);
    host = await trio.localHost(1);
  });
  afterEach(() => trio.close());

  const run = async (...args: string[]): Promise<Ended> => await startSwarmctl(host, args).ended;
  const ok = (stdout: string): Ended => ({ stdout, stderr: '', exitCode: 0 });

  it('makes a change once, though the leader goes away while it is made', async () => {
    trio.shared.hold();
    const { ended } = startSwarmctl(host, ['service', 'create', '-d', '--name', 'web', 'web:1']);
    await eventually(
      'the change is on its way',
      () => trio.shared.waiting,
      (count) => count > 0,
    );
    trio.shared.loseAnswers();
    trio.shared.release();
    trio.lead(2);
    const { stderr, exitCode } = await ended;
    assert.deepEqual([stderr, exitCode], ['', 0]);
    assert.equal([...trio.store.view().services()].length, 1);
  });

  it('goes on waiting for a service when the leader is gone, through whoever is left', async () => {
    const args = [...trio.remoteHost(), 'service', 'create', '--replicas', '0', '--name', 'web', 'web:1'];
    const { ended, child } = startSwarmctl('', args);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
    await eventually(
      'it waits',
      () => printed,
      (text) => text.includes('verify: Waiting'),
    );
    trio.lead(2);
    await trio.at(0).stop();
    const { stdout, stderr, exitCode } = await ended;
    assert.deepEqual([stderr, exitCode], ['', 0]);
    assert.match(stdout, /converged\n$/);
  });

  it('goes on telling of events under the next leader, and says that some may be missing', async () => {
    const { ended, child } = startSwarmctl(host, [
      'events',
      '--filter',
      'type=service',
      '--format',
      '{{.Action}}',
    ]);
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.on('data', (chunk: Buffer) => {
        printed[name] += chunk.toString('utf8');
      });
    const told = async (lines: number): Promise<void> => {
      let count = 0;
      await eventually(
        'the event is told',
        async () => {
          // What happens before it listens is not told.
          count += 1;
          await run('service', 'create', '-d', '--name', `s${lines}-${count}`, 'web:1');
          return printed.stdout.split('create').length - 1;
        },
        (seen) => seen >= lines,
      );
    };
    await told(1);
    trio.lead(2);
    await eventually(
      'it listens again',
      () => printed.stderr,
      (text) => /^a manager was lost; events of about \d s may be missing here\n$/.test(text),
    );
    await told(printed.stdout.split('create').length);
    child.kill('SIGINT');
    assert.equal((await ended).exitCode, 130);
  });

  it('says which managers are missing, and what it knows when asked', async () => {
    await run('service', 'create', '-d', '--name', 'web', 'web:1');
    await trio.at(0).stop();
    await trio.at(2).stop();
    trio.shared.lead(null);
    trio.shared.member(trio.at(1).nodeId).ageMs = 3_210;
    const { stderr, exitCode } = await run('service', 'rm', 'web');
    assert.equal(exitCode, 6);
    assert.match(
      stderr,
      /^Too few managers are up: 2 of 3 are needed, and .*host-m3 \(127\.0\.0\.1:\d+\) do not answer\. .*\n$/,
    );
    const listed = await run('--stale', 'service', 'ls', '--format', '{{.Name}}');
    assert.deepEqual(listed, {
      stdout: 'web\n',
      stderr: 'as of at most 3.3 s ago, from host-m2\n',
      exitCode: 0,
    });
    const nodes = await run('--stale', 'node', 'ls', '--format', '{{.Hostname}} {{.ManagerStatus}}');
    assert.match(nodes.stdout, /^host-m2 Reachable$/m);
    assert.match(nodes.stdout, /^host-m3 Unknown$/m);
  });

  it('shows who leads and who is there, whomever it asks', async () => {
    trio.shared.cut(trio.at(2).nodeId);
    const { stdout } = await run('node', 'ls', '--format', '{{.ManagerStatus}} {{.Self}} {{.ID}}');
    assert.deepEqual(
      new Set(stdout.trim().split('\n')),
      new Set([
        `Leader false ${trio.at(0).nodeId}`,
        `Reachable true ${trio.at(1).nodeId}`,
        `Unreachable false ${trio.at(2).nodeId}`,
      ]),
    );
  });

  it('promotes and demotes nodes, several at once, and keeps a quorum', async () => {
    await trio.aMember('w1', 'worker');
    assert.deepEqual(
      await run('node', 'promote', 'host-w1', 'host-m2'),
      ok('Node host-w1 promoted to a manager in the swarm.\nNode host-m2 is already a manager.\n'),
    );
    assert.equal(trio.store.view().node('w1')?.spec?.role, 'manager');
    assert.deepEqual(await run('node', 'update', '--role', 'worker', 'host-w1'), ok('host-w1\n'));
    assert.deepEqual(await run('node', 'demote', 'host-m3'), ok('Manager host-m3 demoted in the swarm.\n'));
    trio.shared.cut(trio.at(2).nodeId);
    assert.deepEqual(await run('node', 'demote', 'self'), ok('Manager self demoted in the swarm.\n'));
    const last = await run('node', 'demote', trio.at(0).nodeId);
    assert.equal(last.exitCode, 1);
    assert.match(last.stderr, /is the last manager\. Promote another node first/);
  });

  it('refuses to demote a manager without which the others could not decide', async () => {
    trio.shared.cut(trio.at(2).nodeId);
    const { stderr, exitCode } = await run('node', 'demote', 'host-m2');
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /^Without node host-m2 there would be 2 managers, of which 2 must be up and 1 is\. .*\n$/,
    );
  });

  it('removes a manager that is gone for ever, by force and only then', async () => {
    const there = await run('node', 'rm', '--force', 'host-m3');
    assert.match(there.stderr, /is a manager that is up and cannot be removed\. Demote it first/);
    trio.shared.cut(trio.at(2).nodeId);
    const { stderr } = await run('node', 'rm', 'host-m3');
    assert.match(stderr, /is a manager that is up|is a manager and cannot be removed/);
    await trio.nodeIsDown('m3');
    assert.match((await run('node', 'rm', 'host-m3')).stderr, /is a manager and cannot be removed.*--force/);
    assert.deepEqual(await run('node', 'rm', '--force', 'host-m3'), ok('host-m3\n'));
    assert.equal(trio.store.view().node('m3'), undefined);
    assert.deepEqual(
      trio.shared.all().map(({ name }) => name),
      [trio.at(0).nodeId, 'm2'],
    );
  });

  it('prints the token of managers, where to go, and makes a new one', async () => {
    const { stdout } = await run('swarm', 'join-token', 'manager');
    assert.match(
      stdout,
      /^To add a manager to this swarm[^]*swarm join --token SWMTKN-1-\w+-\w+ 127\.0\.0\.1:\d+\n/,
    );
    for (const { address } of trio.managers) assert.ok(stdout.includes(address), address);
    const before = await run('swarm', 'join-token', '-q', 'manager');
    await run('swarm', 'join-token', '--rotate', 'manager');
    assert.notEqual((await run('swarm', 'join-token', '-q', 'manager')).stdout, before.stdout);
  });

  describe('a backup', () => {
    const path = (): string => join(trio.directory, 'backup');

    it('is complete, for the eyes of its owner, and says what it is', async () => {
      await run('service', 'create', '-d', '--name', 'web', 'web:1');
      const { stdout, stderr, exitCode } = await run('cluster', 'backup', path());
      assert.deepEqual([stderr, exitCode], ['', 0]);
      assert.match(
        stdout,
        new RegExp(`^Backup of cluster ${trio.clusterId} at index \\d+: ${path()}, [\\d.]+KiB\n$`),
      );
      assert.equal(statSync(path()).mode & 0o777, 0o600);
      const { header, pieces } = await readBackup(createReadStream(path()), path());
      const copy = aReplica();
      await copy.restore(header.index, pieces);
      assert.ok(copy.view().serviceByName('web') !== undefined);
    });

    it('takes the place of a file only by force', async () => {
      writeFileSync(path(), 'precious');
      const refused = await run('cluster', 'backup', path());
      assert.equal(refused.exitCode, 2);
      assert.match(refused.stderr, /^FILE ".*backup": is there already; .*--force\n$/);
      assert.equal((await run('cluster', 'backup', '--force', path())).exitCode, 0);
      assert.ok(statSync(path()).size > 1000);
    });

    it('that cannot be had or written leaves nothing behind', async () => {
      const nowhere = await run('cluster', 'backup', join(trio.directory, 'no', 'such', 'folder'));
      assert.equal(nowhere.exitCode, 1);
      assert.match(nowhere.stderr, /^Writing .*folder: ENOENT/);
      const before = readdirSync(trio.directory);
      await trio.at(0).stop();
      await trio.at(2).stop();
      trio.shared.lead(null);
      const { exitCode } = await run('cluster', 'backup', path());
      assert.equal(exitCode, 6);
      assert.equal(existsSync(path()), false);
      assert.ok(readdirSync(trio.directory).every((name) => before.includes(name)));
    });
  });
});
