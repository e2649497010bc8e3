/**
 * swarmctl steering rollouts and waiting for them, against the real control API; the test plays the
 * orchestrator.
 */
import assert from 'node:assert/strict';
import { SwarmctlManager } from '../kit/swarmctl-manager.js';
import { replicasOf } from '../../proto/model/service-mode.js';

describe('swarmctl and rollouts', () => {
  let manager: SwarmctlManager;

  beforeEach(async () => {
    manager = await SwarmctlManager.open();
    await manager.door.createService();
  });
  afterEach(() => manager.close());

  it('waits for an update until the control plane says it is over', async () => {
    const { ended } = manager.start('service', 'update', '--image', 'web:2', 'web');
    await manager.revision(2);
    await manager.runTasks(1);
    await manager.setRollout({ state: 'completed' });
    const { stdout, stderr, exitCode } = await ended;
    assert.deepEqual([stderr, exitCode], ['', 0]);
    assert.match(stdout, /^web\n[^]*overall progress: 1 out of 1 tasks\n[^]*converged\n$/);
  }).timeout(30_000);

  it('ends with 7 when the update rolls itself back, and with 8 when it pauses', async () => {
    const { ended } = manager.start('service', 'update', '--image', 'web:2', 'web');
    await manager.revision(2);
    await manager.setRollout({ state: 'paused', message: 'web.1 failed' });
    const paused = await ended;
    assert.deepEqual([paused.stderr, paused.exitCode], ['service update paused: web.1 failed\n', 8]);

    const { stderr, exitCode } = await manager.run('service', 'pause', 'web');
    assert.deepEqual([stderr, exitCode], ['Service web is paused already.\n', 1]);
    const resumed = manager.start('service', 'resume', 'web');
    await manager.resumed();
    await manager.rollBackByFailure();
    await manager.runTasks(1);
    await manager.setRollout({ state: 'rollback-completed', message: 'web.1 failed again' });
    const back = await resumed.ended;
    assert.deepEqual([back.stderr, back.exitCode], ['service rolled back: web.1 failed again\n', 7]);
  }).timeout(30_000);

  it('rolls back by hand, twice, and each time to the revision before', async () => {
    const image = (): string => manager.service().spec?.task?.container?.image ?? '';
    assert.equal((await manager.run('service', 'update', '-d', '--image', 'web:2', 'web')).exitCode, 0);
    const { ended } = manager.start('service', 'rollback', 'web');
    await manager.revision(3);
    assert.equal(image(), 'web:1');
    await manager.runTasks(1);
    await manager.setRollout({ state: 'rollback-completed' });
    const { stdout, exitCode } = await ended;
    assert.equal(exitCode, 0);
    assert.match(stdout, /converged\n$/);
    assert.deepEqual(await manager.run('service', 'update', '--rollback', '-d', 'web'), {
      stdout: 'web\n',
      stderr: '',
      exitCode: 0,
    });
    assert.equal(image(), 'web:2');
  }).timeout(30_000);

  it('halts a rollout and replaces every task though nothing changed', async () => {
    const before = manager.service();
    assert.deepEqual(await manager.run('service', 'restart', '-d', 'web'), {
      stdout: 'web\n',
      stderr: '',
      exitCode: 0,
    });
    assert.notDeepEqual(manager.service().spec?.task, before.spec?.task);
    assert.equal((await manager.run('service', 'pause', 'web')).exitCode, 0);
    assert.equal(manager.service().rollout?.isPaused, true);
    const { stdout } = await manager.run('service', 'inspect', '--pretty', 'web');
    assert.match(stdout, /\nUpdateStatus:\n State: +paused\n/);
    assert.match(stdout, /\nUpdateConfig:\n Parallelism: +1\n On failure: +pause\n/);
    const [found] = JSON.parse((await manager.run('service', 'inspect', 'web')).stdout);
    assert.equal(found.UpdateStatus.State, 'paused');
    assert.equal(found.Spec.UpdateConfig.Monitor, 5e9);
    assert.equal(found.Spec.RollbackConfig.Order, 'stop-first');
  }).timeout(30_000);

  it('ends with 4 when somebody else changes the service meanwhile', async () => {
    const { ended } = manager.start('service', 'update', '--image', 'web:2', 'web');
    await manager.revision(2);
    assert.equal((await manager.run('service', 'update', '-d', '--image', 'web:3', 'web')).exitCode, 0);
    const { stderr, exitCode } = await ended;
    assert.equal(exitCode, 4);
    assert.match(stderr, /^Service web was changed by somebody else meanwhile: it goes to revision 3, /);
  }).timeout(30_000);

  it('makes a change on top of what somebody else did at the same moment, unless both changed the same', async () => {
    // Somebody is faster than each attempt: between the look and the change.
    const others = [
      ['--label-add', 'a=1'],
      ['--label-add', 'b=1'],
    ];
    manager.beforeUpdate = async () => {
      const flags = others.shift();
      if (flags !== undefined) await manager.change(flags);
    };
    const { stderr, exitCode } = await manager.run('service', 'update', '-d', '--image', 'web:2', 'web');
    assert.deepEqual(
      [stderr, exitCode],
      ['web was changed by someone else meanwhile; this was added to it\n', 0],
    );
    assert.equal(manager.service().spec?.task?.container?.image, 'web:2');
    assert.deepEqual(manager.service().spec?.labels, { a: '1', b: '1' });

    others.push(['--image', 'web:4']);
    const clash = await manager.run('service', 'update', '-d', '--image', 'web:3', '--replicas', '2', 'web');
    assert.equal(clash.exitCode, 5);
    assert.match(
      clash.stderr,
      /^service web was changed by someone else meanwhile, .*: image is web:4 by them, web:3 by you\. /,
    );
    assert.equal(replicasOf(manager.service().spec), 1);
  }).timeout(30_000);
});
