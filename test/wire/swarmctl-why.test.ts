/**
 * `service why` and the reasons in `task inspect`, against the real control API.
 */
import assert from 'node:assert/strict';
import { aTask } from '../kit/builders.js';
import { SwarmctlManager } from '../kit/swarmctl-manager.js';

describe('swarmctl and why tasks do not run', () => {
  let manager: SwarmctlManager;

  beforeEach(async () => {
    manager = await SwarmctlManager.open();
    const { id: serviceId } = await manager.door.createService();
    await manager.door.store({
      task: [
        aTask({
          id: 'waits',
          serviceId,
          slot: 1,
          placement: undefined,
          status: { state: 'pending', error: 'full' },
        }),
        aTask({ id: 'runs', serviceId, slot: 2 }),
      ],
    });
    manager.door.judge.nodes = ({ id }) =>
      id === 'waits' ? [{ nodeId: 'alpha', filters: ['resource'], reasons: ['needs 2 CPUs, 1 free'] }] : [];
  });
  afterEach(() => manager.close());

  const ok = async (...args: string[]): Promise<string> => {
    const { stdout, stderr, exitCode } = await manager.run(...args);
    assert.deepEqual([stderr, exitCode], ['', 0]);
    return stdout;
  };

  it('says of a service what each node has against its tasks, and what changed', async () => {
    const lines = (await ok('service', 'why', 'web')).split('\n');
    assert.deepEqual(lines.slice(0, 4), [
      'web: 1 running, 1 without a node, 0 in trouble',
      '',
      'web.1.waits: full',
      '  alpha: needs 2 CPUs, 1 free',
    ]);
    assert.match(lines.join('\n'), /^ {2}.* ago: the service was created, by request [\w-]+$/m);
  });

  it('says of a task why it does not run, and nothing of one that does', async () => {
    const inspected = async (ref: string): Promise<unknown> =>
      (JSON.parse(await ok('task', 'inspect', ref)) as { readonly Why?: unknown }[])[0]?.Why;
    assert.deepEqual(await inspected('waits'), ['web.1.waits: full', '  alpha: needs 2 CPUs, 1 free']);
    assert.equal(await inspected('runs'), undefined);
  });

  it('refuses a service that is not there', async () => {
    const { stderr, exitCode } = await manager.run('service', 'why', 'wob');
    assert.match(stderr, /No service or task "wob"\. Did you mean web\?/);
    assert.equal(exitCode, 1);
  });
});
