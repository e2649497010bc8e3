/**
 * swarmctl draining a node and waiting until it is empty.
 */
import assert from 'node:assert/strict';
import {
  GetNodeReplyCodec,
  type ListTasksReply,
  type ListTasksRequest,
  ListTasksReplyCodec,
  UpdateNodeReplyCodec,
} from '../../proto/gen/control.js';
import { SwarmError } from '../../proto/base/errors.js';
import type { NodeAvailability } from '../../proto/gen/objects.js';
import { aNode, aTask } from '../kit/builders.js';
import { ControlDouble } from '../kit/control-double.js';
import { type Ended, startSwarmctl } from '../kit/swarmctl-process.js';

describe('swarmctl draining a node', () => {
  let manager: ControlDouble;
  let availability: NodeAvailability;
  /** What is left on the node at each look; the last one stays. */
  let left: number[];
  let gone: 'node' | 'service' | undefined;

  beforeEach(() => {
    manager = new ControlDouble();
    availability = 'active';
    gone = undefined;
  });
  afterEach(() => manager.close());

  const run = (...args: string[]): Promise<Ended> => startSwarmctl(manager.host, args).ended;
  const drain = (...args: string[]): Promise<Ended> =>
    run('node', 'update', '--availability', 'drain', ...args, 'host1');

  async function begin(...counts: number[]): Promise<void> {
    left = counts;
    await manager.start({
      getNode: () =>
        Promise.resolve(GetNodeReplyCodec.create({ entry: { node: aNode({ spec: { availability } }) } })),
      updateNode: () => {
        availability = 'drain';
        return Promise.resolve(UpdateNodeReplyCodec.create());
      },
      listTasks: ({ nodeRefs }) => {
        const kind = nodeRefs.length > 0 ? 'node' : 'service';
        if (gone === kind) throw new SwarmError('object.not-found', { kind, ref: 'gone', candidates: [] });
        return Promise.resolve(kind === 'node' ? tasksNow() : ListTasksReplyCodec.create());
      },
    });
  }

  function tasksNow(): ListTasksReply {
    const count = left.length > 1 ? left.shift() : left[0];
    const tasks = Array.from({ length: count ?? 0 }, (_unused, at) => ({
      task: aTask({ id: `t${at}`, slot: at + 1 }),
      serviceName: 'web',
    }));
    return ListTasksReplyCodec.create({ tasks });
  }

  it('says what is left until nothing is', async () => {
    await begin(2, 2, 1, 0);
    const said = await drain('--wait', '--timeout', '1m');
    assert.deepEqual(said, {
      stdout:
        'host1\ndrain: 2 tasks are left\nweb.1: running\nweb.2: running\ndrain: 1 task is left\ndrain: no task is left\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('ends with 3 when it takes too long, and names what is still there', async () => {
    await begin(1);
    const { stderr, exitCode } = await drain('--wait', '--timeout', '100ms');
    assert.equal(exitCode, 3);
    assert.match(stderr, /^Node host1 was not empty within 100ms: web\.1: running\. The work goes on; see: /);
  });

  it('ends with 4 when somebody makes the node active again', async () => {
    await begin(1);
    const waiting = drain('--wait');
    while (manager.requests('listTasks').length === 0) await new Promise((resolve) => setImmediate(resolve));
    availability = 'active';
    const { stderr, exitCode } = await waiting;
    assert.deepEqual([stderr, exitCode], ['Node host1 is active by now, and no longer drained.\n', 4]);
  });

  it('ends with 4 when the node is removed', async () => {
    await begin(1);
    gone = 'node';
    const { stderr, exitCode } = await drain('--wait');
    assert.deepEqual([stderr, exitCode], ['Node host1 is removed by now, and no longer drained.\n', 4]);
  });

  it('goes on when a service is removed, and asks for no more than what takes the place of tasks', async () => {
    await begin(1, 0);
    gone = 'service';
    const { stderr, exitCode } = await drain('--wait');
    assert.deepEqual([stderr, exitCode], ['', 0]);
    const asked = manager.requests('listTasks') as readonly ListTasksRequest[];
    assert.deepEqual(
      asked.map(({ nodeRefs, names }) => (nodeRefs.length > 0 ? 'the node' : names)),
      ['the node', ['web.1.'], 'the node'],
    );
  });

  it('refuses to wait for anything else', async () => {
    await begin(0);
    const pause = await run('node', 'update', '--availability', 'pause', '--wait', 'host1');
    assert.deepEqual([pause.stderr, pause.exitCode], ['--wait: needs --availability drain\n', 2]);
    const late = await drain('--timeout', '5s');
    assert.deepEqual([late.stderr, late.exitCode], ['--timeout: needs --wait\n', 2]);
    assert.deepEqual(manager.requests('updateNode'), []);
  });
});
