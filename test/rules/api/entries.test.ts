/**
 * What stands beside an object: counts, names, the manager's status.
 */
import assert from 'node:assert/strict';
import { nodeEntry, serviceEntry, taskEntry, taskRow } from '../../../control-plane/api/rules/entries.js';
import { TaskSpecCodec } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

describe('the entry of a service', () => {
  it('counts what should run and runs on a node that is not down', async () => {
    const service = aService({ spec: { mode: { kind: 'replicated', replicated: { replicas: 5 } } } });
    const view = await aView({
      service: [service],
      node: [
        aNode({ id: 'ready' }),
        aNode({ id: 'unknown', status: { state: 'unknown' } }),
        aNode({ id: 'down', status: { state: 'down' } }),
      ],
      task: [
        aTask({ id: 'runs', placement: { nodeId: 'ready' } }),
        aTask({ id: 'runs-unheard', placement: { nodeId: 'unknown' } }),
        aTask({ id: 'lost', placement: { nodeId: 'down' } }),
        aTask({ id: 'on-no-node', placement: { nodeId: 'removed' } }),
        aTask({ id: 'starts', placement: { nodeId: 'ready' }, status: { state: 'starting' } }),
        aTask({ id: 'stops', placement: { nodeId: 'ready' }, desired: { state: 'shutdown' } }),
        aTask({ id: 'of-another', serviceId: 'other', placement: { nodeId: 'ready' } }),
      ],
    });
    const { desiredTasks, runningTasks } = serviceEntry(view, service);
    assert.deepEqual({ desiredTasks, runningTasks }, { desiredTasks: 5, runningTasks: 2 });
  });
});

describe('the entry of a task', () => {
  it('has the spec the task was made from, not the present one', async () => {
    const task = aTask({ revision: 1 });
    const view = await aView({
      service: [aService({ revision: 2, spec: { name: 'web' } })],
      revision: [
        aRevision({ revision: 1, spec: { task: { container: { image: 'web:1' } } } }),
        aRevision({ revision: 2, spec: { task: { container: { image: 'web:2' } } } }),
      ],
      node: [aNode({ description: { hostname: 'alpha' } })],
      task: [task],
    });
    const { name, serviceName, nodeHostname, spec } = taskEntry(view, task);
    assert.deepEqual([name, serviceName, nodeHostname], ['web.1.task-1', 'web', 'alpha']);
    assert.equal(spec?.container?.image, 'web:1');
  });

  it('has only the image of its spec in a list', async () => {
    const task = aTask();
    const container = { image: 'web:1', env: ['A=1'] };
    const view = await aView({ revision: [aRevision({ spec: { task: { container } } })], task: [task] });
    const { spec, ...rest } = taskRow(view, task);
    assert.deepEqual(spec, TaskSpecCodec.create({ container: { image: 'web:1' } }));
    assert.deepEqual({ ...rest, spec: taskEntry(view, task).spec }, taskEntry(view, task));
    assert.equal(taskRow(await aView({ task: [task] }), task).spec, undefined);
  });

  it('has no names where there are none', async () => {
    const task = aTask({ placement: undefined });
    const { name, nodeHostname, spec } = taskEntry(await aView({ task: [task] }), task);
    assert.deepEqual([name, nodeHostname, spec], ['service-1.1.task-1', '', undefined]);
  });
});

describe('the entry of a node', () => {
  const self = { nodeId: 'm1', address: '192.0.2.9:2377' };
  const managerOf = (node: ReturnType<typeof aNode>): unknown => nodeEntry(node, self).manager;

  it('shows the answering manager as the leader, others by what is known of them, workers without', () => {
    assert.deepEqual(managerOf(aNode({ id: 'm1', identity: { role: 'manager' } })), {
      leader: true,
      reachable: true,
      address: '192.0.2.9:2377',
    });
    const status = { state: 'down', managerAddress: '192.0.2.8:2377' } as const;
    assert.deepEqual(managerOf(aNode({ id: 'm2', identity: { role: 'manager' }, status })), {
      leader: false,
      reachable: false,
      address: '192.0.2.8:2377',
    });
    assert.equal(managerOf(aNode({ id: 'w1' })), undefined);
  });
});
