/**
 * How swarmctl waits for a service: what it shows on a terminal and elsewhere, and how it ends when the tasks run,
 * when they cannot, when time is over and when its user has seen enough.
 */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { eventually } from '../kit/eventually.js';
import { startSwarmctl } from '../kit/swarmctl-process.js';
import { LabCluster } from '../lab/cluster.js';
import type { CommandResult } from '../lab/command.js';
import { Lab } from '../lab/lab.js';

const SWARMCTL = fileURLToPath(new URL('../../cli/swarmctl/main.js', import.meta.url));
const ESCAPE = '\u001b';
const ID = /^[a-z0-9]{25}$/;

describe('waiting for a service', function () {
  this.timeout(90_000);
  let lab: Lab;
  let cluster: LabCluster;

  before(async () => {
    lab = await Lab.create({ hosts: 1, name: 'wait' });
    cluster = await LabCluster.start(lab);
  });

  after(() => lab?.close());

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const host of lab.hosts) console.log(`--- ${host.name}\n${(await host.logs()).swarmd.slice(-6000)}`);
  });

  const swarmctl = (...args: string[]): Promise<string> => cluster.swarmctl(...args);
  const ends = (...args: string[]): Promise<CommandResult> => lab.host(1).swarmctl(args);

  it('service create says how far it is in plain lines, and ends when the tasks run and stay', async () => {
    const { exitCode, stdout, stderr } = await ends(
      'service',
      'create',
      '--name',
      'web',
      '--replicas',
      '2',
      'lab/web:1',
    );
    assert.deepEqual([exitCode, stderr], [0, '']);
    const [id = '', ...lines] = stdout.trimEnd().split('\n');
    assert.match(id, ID);
    assert.match(lines[0] ?? '', /^overall progress: 0 out of 2 tasks$/);
    for (const line of ['overall progress: 2 out of 2 tasks', '1/2: running', '2/2: running'])
      assert.ok(lines.includes(line), stdout);
    assert.deepEqual(lines.slice(-2), [
      'verify: Waiting 5 seconds to verify that tasks are stable...',
      `verify: Service ${id.slice(0, 12)} converged`,
    ]);
    assert.ok(!stdout.includes(ESCAPE), stdout);
    await cluster.expectRunning('web', 2);
  });

  it('on a terminal it draws bars in place', async () => {
    const command = `'${process.execPath}' -- '${SWARMCTL}' service scale web=3`;
    const { exitCode, stdout } = await lab.host(1).run('script', ['-qec', command, '/dev/null']);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^web scaled to 3\r\n/);
    assert.match(stdout, /3\/3: running +\[=+>\]/);
    assert.ok(stdout.includes(`${ESCAPE}[`), stdout);
    assert.match(stdout, /verify: Service \w{12} converged/);
  });

  it('--detach returns at once; --timeout ends with 3, and says what is missing', async () => {
    const never = ['--constraint', 'node.hostname==h9'];
    assert.match(
      (await swarmctl('service', 'create', '--detach', '--name', 'later', ...never, 'lab/web:1')).trim(),
      ID,
    );
    const { exitCode, stdout, stderr } = await ends(
      'service',
      'update',
      '--force',
      '--quiet',
      '--timeout',
      '1s',
      'later',
    );
    assert.deepEqual([exitCode, stdout], [3, 'later\n']);
    assert.match(
      stderr,
      /^Service later did not converge within 1s: 0 of 1 tasks run; later\.1: no suitable node \(scheduling constraints not satisfied on 1 node\)\. The work goes on; see: swarmctl service ps later\n$/,
    );
  });

  it('a service that cannot come up ends with 4 and the reason', async () => {
    const { exitCode, stderr } = await ends(
      'service',
      'create',
      '--name',
      'crash',
      '--restart-condition',
      'none',
      'lab/crash:1',
    );
    assert.equal(exitCode, 4);
    assert.match(
      stderr,
      /^Service crash will not converge: crash\.1 .*non-zero exit \(1\).* does not start it again\.\n$/,
    );
    await swarmctl('service', 'rm', 'crash');
  });

  it('Ctrl-C leaves the work running, and says where to look', async () => {
    const host = `unix://${lab.host(1).swarmd.socketPath}`;
    const { child, ended } = startSwarmctl(host, ['service', 'update', '--force', 'later']);
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString('utf8');
    });
    await eventually(
      'it waits',
      () => seen,
      (text) => text.includes('overall progress: 0 out of 1 tasks'),
    );
    child.kill('SIGINT');
    const { exitCode, stderr } = await ended;
    assert.equal(exitCode, 130);
    assert.match(
      stderr,
      /^Operation continuing in background\. Use `swarmctl service ps \w{12}` to check progress\.\n$/,
    );
    assert.match(await swarmctl('service', 'ls', '--filter', 'name=later'), /\blater +replicated +0\/1/);
  });
});
