/**
 * What stands beside an object: counts, names, the manager's status.
 */
import assert from 'node:assert/strict';
import type { ManagerSeat } from '../../../control-plane/api/rules/quorum.js';
import { nodeEntry, serviceEntries, taskEntry, taskRow } from '../../../control-plane/api/rules/entries.js';
import { type Node, type NodeInput, TaskSpecCodec } from '../../../proto/gen/objects.js';
import { aNetwork, aNode, aRevision, aService, aTask } from '../../kit/builders.js';
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
        aTask({ id: 'failed-there', placement: { nodeId: 'down' }, status: { state: 'failed' } }),
        aTask({ id: 'starts', placement: { nodeId: 'ready' }, status: { state: 'starting' } }),
        aTask({ id: 'stops', placement: { nodeId: 'ready' }, desired: { state: 'shutdown' } }),
        aTask({ id: 'of-another', serviceId: 'other', placement: { nodeId: 'ready' } }),
      ],
    });
    const [{ desiredTasks, runningTasks } = {}] = serviceEntries(view, [service]);
    assert.deepEqual({ desiredTasks, runningTasks }, { desiredTasks: 5, runningTasks: 2 });
  });
});

describe('the entry of a task', () => {
  it('says why its node was not told of it: it has no address on one of its networks', async () => {
    const attachments = [{ networkId: 'n1', address: '10.0.1.9', address6: '' }];
    const task = aTask({ status: { state: 'assigned' }, allocation: { attachments } });
    const errorOn = async (node: NodeInput): Promise<string> => {
      const network = [aNetwork({ id: 'n1', spec: { name: 'back' } })];
      const view = await aView({ network, node: [aNode(node)], task: [task] });
      return taskEntry(view, task).task?.status?.error ?? '';
    };
    assert.equal(await errorOn({ allocation: { attachments } }), '');
    assert.equal(
      await errorOn({ description: { hostname: 'alpha' } }),
      'node alpha has no address on network back yet; if that lasts, all are in use: swarmctl network inspect back',
    );
  });

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

  it('says whether it waits for a node that is down', async () => {
    const entryOf = async (
      onNodeDown: 'wait' | 'replace',
      node: NodeInput,
      task = aTask(),
    ): Promise<boolean> => {
      const view = await aView({
        service: [aService({ spec: { onNodeDown } })],
        node: [aNode(node)],
        task: [task],
      });
      return taskEntry(view, task).awaitsNode;
    };
    const down = { status: { state: 'down' } } as const;
    assert.equal(await entryOf('wait', down), true);
    assert.equal(await entryOf('replace', down), false);
    assert.equal(await entryOf('wait', {}), false);
    assert.equal(await entryOf('wait', { ...down, spec: { availability: 'drain' } }), false);
    assert.equal(await entryOf('wait', down, aTask({ status: { state: 'failed' } })), false);
    assert.equal(await entryOf('wait', down, aTask({ desired: { state: 'shutdown' } })), false);
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
  const seat = (nodeId: string, parts: Partial<ManagerSeat>): ManagerSeat => ({
    nodeId,
    address: `${nodeId}:2377`,
    isLeader: false,
    isVoter: true,
    isReachable: true,
    ...parts,
  });
  const seats = [
    seat('m1', { isLeader: true }),
    seat('m2', { isReachable: false }),
    seat('m3', { isReachable: undefined, isVoter: false }),
  ];
  const aManager = (id: string): Node => aNode({ id, identity: { role: 'manager' } });
  const managerOf = (node: Node): unknown => nodeEntry(node, seats).manager;

  it('shows a manager as its fellows see it, and a worker without', () => {
    const known = { reachabilityUnknown: false };
    assert.deepEqual(managerOf(aManager('m1')), {
      ...known,
      leader: true,
      reachable: true,
      voter: true,
      address: 'm1:2377',
    });
    assert.deepEqual(managerOf(aManager('m2')), {
      ...known,
      leader: false,
      reachable: false,
      voter: true,
      address: 'm2:2377',
    });
    assert.equal(managerOf(aNode({ id: 'w1' })), undefined);
  });

  it('says that it cannot be known from here whether a manager is there', () => {
    assert.deepEqual(managerOf(aManager('m3')), {
      leader: false,
      reachable: false,
      voter: false,
      address: 'm3:2377',
      reachabilityUnknown: true,
    });
  });

  it('shows a manager that has not joined the others as one that is not there', () => {
    const status = { state: 'ready', managerAddress: '192.0.2.8:2377' } as const;
    assert.deepEqual(managerOf(aNode({ id: 'm4', identity: { role: 'manager' }, status })), {
      leader: false,
      reachable: false,
      voter: false,
      address: '192.0.2.8:2377',
      reachabilityUnknown: false,
    });
  });
});
