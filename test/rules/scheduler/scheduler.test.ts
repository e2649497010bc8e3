/**
 * Which node a pending task gets, and what it says while it gets none.
 */
import assert from 'node:assert/strict';
import type { Node, NodeInput, PortProtocol, ServiceSpecInput } from '../../../proto/gen/objects.js';
import { aNode } from '../../kit/builders.js';
import { Scheduling } from './scheduling.js';

const GB = 1e9;

const sized = (id: string, memoryBytes: number, parts: NodeInput = {}): Node =>
  aNode({ id, description: { hostname: id, resources: { nanoCpus: 4e9, memoryBytes } }, ...parts });
const onPlatform = (id: string, architecture: string, os: string): Node =>
  aNode({ id, description: { hostname: id, platform: { architecture, os } } });
const reserving = (memoryBytes: number): ServiceSpecInput => ({
  task: { resources: { reservations: { memoryBytes } } },
});
const publishing = (...protocols: readonly PortProtocol[]): ServiceSpecInput => ({
  endpoint: {
    ports: protocols.map((protocol) => ({
      protocol,
      targetPort: 58,
      publishedPort: 58,
      publishMode: 'host',
    })),
  },
});

describe('the scheduler', () => {
  let scheduling: Scheduling;
  beforeEach(() => {
    scheduling = new Scheduling();
  });
  afterEach(() => scheduling.end());

  it('waits for a node that is ready', async () => {
    await scheduling.addService('web');
    const [task] = await scheduling.addTasks('web', 1);
    assert.equal(scheduling.fate(task), 'no suitable node');
    await scheduling.addNodes(
      aNode({ id: 'n1', status: { state: 'down' } }),
      aNode({ id: 'n2', spec: { availability: 'pause' } }),
    );
    assert.equal(scheduling.fate(task), 'no suitable node (2 nodes not available for new tasks)');
    await scheduling.setNode('n2', (node) => ({
      ...node,
      spec: node.spec && { ...node.spec, availability: 'active' },
    }));
    assert.equal(scheduling.fate(task), 'n2');
  });

  it('counts each node at the first filter it fails, the most frequent reason first', async () => {
    await scheduling.addNodes(
      sized('n1', 1 * GB),
      sized('n2', 2 * GB, { status: { state: 'down' } }),
      sized('n3', 2 * GB, { status: { state: 'unknown' } }),
    );
    await scheduling.addService('web', reserving(2 * GB));
    const [task] = await scheduling.addTasks('web', 1);
    assert.equal(
      scheduling.fate(task),
      'no suitable node (2 nodes not available for new tasks; insufficient resources on 1 node)',
    );
    await scheduling.addNodes(sized('n4', 8 * GB));
    assert.equal(scheduling.fate(task), 'n4');
  });

  it('spreads over the emptier node until it is full', async () => {
    await scheduling.addNodes(sized('n1', 1 * GB), sized('n2', 100 * GB));
    await scheduling.addService('other', reserving(5e8));
    await scheduling.addTasks('other', 1, { placement: { nodeId: 'n1' }, status: { state: 'running' } });
    await scheduling.addTasks('other', 3, { placement: { nodeId: 'n2' }, status: { state: 'running' } });
    await scheduling.addService('web', reserving(5e8));
    assert.deepEqual(scheduling.fates(await scheduling.addTasks('web', 2)), ['n1', 'n2']);
    assert.deepEqual(scheduling.fates(await scheduling.addTasks('web', 2)), ['n2', 'n2']);
  });

  it('gives what a stopped task had reserved to the next', async () => {
    await scheduling.addNodes(sized('n1', 1 * GB));
    await scheduling.addService('web', reserving(8e8));
    const [first, second] = await scheduling.addTasks('web', 2);
    assert.deepEqual(scheduling.fates([first ?? '', second ?? '']), [
      'n1',
      'no suitable node (insufficient resources on 1 node)',
    ]);
    await scheduling.report(first ?? '', 'shutdown');
    assert.equal(scheduling.fate(second), 'n1');
  });

  it('keeps to the most replicas on a node', async () => {
    await scheduling.addNodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
    await scheduling.addService('web', { task: { placement: { maxReplicasPerNode: 1 } } });
    const tasks = await scheduling.addTasks('web', 3);
    assert.deepEqual(scheduling.fates(tasks), [
      'n1',
      'n2',
      'no suitable node (max replicas per node limit exceed)',
    ]);
    await scheduling.addNodes(aNode({ id: 'n3' }));
    assert.equal(scheduling.fate(tasks[2]), 'n3');
  });

  it('gives a host port to one task of a node', async () => {
    await scheduling.addNodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
    await scheduling.addService('a', publishing('tcp'));
    await scheduling.addService('b', publishing('udp'));
    await scheduling.addService('c', publishing('tcp', 'udp'));
    const [a] = await scheduling.addTasks('a', 1);
    const [b] = await scheduling.addTasks('b', 1);
    const [c] = await scheduling.addTasks('c', 1);
    assert.deepEqual(scheduling.fates([a ?? '', b ?? '']), ['n1', 'n2']);
    assert.equal(scheduling.fate(c), 'no suitable node (host-mode port already in use on 2 nodes)');
    await scheduling.removeTask(a ?? '');
    assert.equal(scheduling.fate(c), 'n1');
  });

  it('minds the platform', async () => {
    await scheduling.addNodes(
      onPlatform('n1', 'x86_64', 'linux'),
      onPlatform('n2', 'amd64', 'windows'),
      aNode({ id: 'n3', description: { hostname: 'n3', platform: undefined } }),
    );
    const place = async (
      id: string,
      ...platforms: readonly (readonly [string, string])[]
    ): Promise<string> => {
      await scheduling.addService(id, {
        task: { placement: { platforms: platforms.map(([architecture, os]) => ({ architecture, os })) } },
      });
      const [task] = await scheduling.addTasks(id, 1);
      return scheduling.fate(task);
    };
    assert.equal(await place('a', ['amd64', 'linux']), 'n1');
    assert.equal(await place('b', ['arm', 'linux']), 'no suitable node (unsupported platform on 3 nodes)');
    assert.equal(await place('c'), 'n2');
    assert.equal(await place('d', ['', 'linux']), 'n1');
    assert.equal(await place('e', ['amd64', 'linux'], ['x86_64', 'windows']), 'n2');
  });

  it('minds constraints', async () => {
    await scheduling.addNodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
    await scheduling.addService('web', { task: { placement: { constraints: ['node.labels.disk==ssd'] } } });
    const [task] = await scheduling.addTasks('web', 1);
    assert.equal(scheduling.fate(task), 'no suitable node (scheduling constraints not satisfied on 2 nodes)');
    await scheduling.setNode('n2', (node) => ({
      ...node,
      spec: node.spec && { ...node.spec, labels: { disk: 'ssd' } },
    }));
    assert.equal(scheduling.fate(task), 'n2');
  });

  it('spreads a service, then everything', async () => {
    const sorted = (serviceId: string): readonly number[] =>
      Object.values(scheduling.countByNode(serviceId)).toSorted((a, b) => b - a);
    await scheduling.addNodes(...['n1', 'n2', 'n3', 'n4', 'n5'].map((id) => aNode({ id })));
    await scheduling.addService('one');
    await scheduling.addService('two');
    await scheduling.addTasks('one', 18);
    assert.deepEqual(sorted('one'), [4, 4, 4, 3, 3]);
    await scheduling.addTasks('two', 2);
    assert.deepEqual(scheduling.countByNode('two'), { n4: 1, n5: 1 });
    await scheduling.addTasks('one', 3);
    assert.deepEqual(sorted('one'), [5, 4, 4, 4, 4]);
  });

  it('turns away from a node where tasks keep failing, until a new revision comes', async () => {
    await scheduling.addNodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
    await scheduling.addService('web');
    await scheduling.addService('web', {}, 2);
    await scheduling.addTasks('web', 1, { placement: { nodeId: 'n1' }, status: { state: 'running' } });
    const chosen: string[] = [];
    for (let round = 0; round < 15; round++) {
      const [task] = await scheduling.addTasks('web', 1, { revision: round <= 5 ? 1 : 2 });
      chosen.push(scheduling.fate(task));
      await scheduling.report(task ?? '', 'failed');
    }
    const expected = [...Array(5).fill('n2'), 'n1', ...Array(5).fill('n2'), ...Array(4).fill('n1')];
    assert.deepEqual(chosen, expected);
  });

  it('forgives failures after five minutes', async () => {
    await scheduling.addNodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
    await scheduling.addService('web');
    await scheduling.addTasks('web', 1, { placement: { nodeId: 'n1' }, status: { state: 'running' } });
    const place = async (): Promise<string> => {
      const [task] = await scheduling.addTasks('web', 1);
      const fate = scheduling.fate(task);
      await scheduling.report(task ?? '', 'failed');
      return fate;
    };
    for (let round = 0; round < 5; round++) assert.equal(await place(), 'n2');
    assert.equal(await place(), 'n1');
    await scheduling.advance(5 * 60_000);
    assert.equal(await place(), 'n2');
  });

  it('leaves tasks alone that wait for no node', async () => {
    await scheduling.addNodes(aNode({ id: 'n1' }));
    await scheduling.addService('web');
    await scheduling.addTasks('web', 1, { status: { state: 'new' } });
    await scheduling.addTasks('web', 1, { status: { state: 'failed' } });
    await scheduling.addTasks('web', 1, { desired: { state: 'shutdown' } });
    assert.deepEqual(scheduling.countByNode('web'), {});
  });

  it('writes a reason once', async () => {
    await scheduling.addService('web');
    await scheduling.addTasks('web', 3);
    const entries = scheduling.entryCount;
    await scheduling.advance(600_000);
    assert.equal(scheduling.entryCount, entries);
  });
});
