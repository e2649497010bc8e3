/**
 * swarmctl and the revisions of a service, against the real control API.
 */
import assert from 'node:assert/strict';
import { SwarmctlManager } from '../kit/swarmctl-manager.js';

describe('swarmctl and the history of a service', () => {
  let manager: SwarmctlManager;

  beforeEach(async () => {
    manager = await SwarmctlManager.open();
    await manager.door.createService();
  });
  afterEach(() => manager.close());

  const ok = async (...args: string[]): Promise<string> => {
    const { stdout, stderr, exitCode } = await manager.run(...args);
    assert.deepEqual([stderr, exitCode], ['', 0]);
    return stdout;
  };

  it('lists revisions, compares them, and goes back to one of them', async () => {
    await ok('--request-id', 'deploy-7', 'service', 'update', '-d', '--image', 'web:2', 'web');
    await ok('service', 'update', '-d', '--replicas', '3', '--env-add', 'A=1', 'web');
    assert.equal(await ok('service', 'diff', 'web'), 'replicas  1 -> 3\nenv       +A=1\n');
    assert.equal(
      await ok('service', 'diff', 'web', '3', '1'),
      'replicas  3 -> 1\nenv       -A=1\nimage     web:2 -> web:1\n',
    );
    assert.equal(await ok('service', 'diff', 'web', '2', '2'), 'revisions 2 and 2 are the same\n');

    await ok('service', 'rollback', '-d', '--to', '1', 'web');
    const { spec, revision } = manager.service();
    assert.deepEqual([spec?.task?.container?.image, revision], ['web:1', 4]);
    const [title, newest, third, second, first] = (await ok('service', 'history', 'web')).split('\n');
    assert.match(title ?? '', /^REVISION {3}CREATED +CHANGES +REQUEST +NOTE$/);
    assert.match(newest ?? '', /^4 .* as 1: replicas 3 -> 1, env -A=1, image web:2 -> web:1 +\S+ +present$/);
    assert.match(third ?? '', /^3 .* replicas 1 -> 3, env \+A=1 +\S+ +rollback target$/);
    assert.match(second ?? '', /^2 .* image web:1 -> web:2 +deploy-7/);
    assert.match(first ?? '', /^1 .* created/);
    assert.equal(await ok('service', 'history', '-q', 'web'), '4\n3\n2\n1\n');
    assert.equal(
      await ok('service', 'history', '--format', '{{.Revision}}={{.Note}}', 'web'),
      '4=present\n3=rollback target\n2=\n1=\n',
    );
  }).timeout(60_000);

  it('names the revisions that are kept when another is asked for', async () => {
    for (const [args, said, code] of [
      [
        ['rollback', '--to', '9', 'web'],
        'Service web cannot be rolled back to revision 9, which is not kept; these are: 1.\n',
        1,
      ],
      [['rollback', '--to', '1', 'web'], 'Service web is at revision 1 already.\n', 1],
      [['rollback', '--to', '0', 'web'], '--to "0": must be the number of a revision, 1 or more\n', 2],
      [['diff', 'web', '7'], 'FROM "7": is not a revision that is kept; these are: 1\n', 2],
      [['diff', 'web', 'x'], 'FROM "x": must be a whole number, 0 or more\n', 2],
      [['diff', 'web'], 'FROM: there is no revision before 1 that is kept\n', 2],
      [['history', 'wob'], 'No service "wob". Did you mean web?\n', 1],
    ] as const) {
      const { stdout, stderr, exitCode } = await manager.run('service', ...args);
      assert.deepEqual([stdout, stderr, exitCode], ['', said, code]);
    }
    assert.equal(manager.service().revision, 1);
  }).timeout(60_000);
});
