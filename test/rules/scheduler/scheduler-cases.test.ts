/**
 * The scheduler's decisions case by case, as a user meets them: a store, nodes, tasks, and what came of it.
 */
import assert from 'node:assert/strict';
import type { Platform, PortSpec } from '../../../proto/gen/objects.js';
import { aNode } from '../../kit/builders.js';
import { aNodeOf, aWaitingTask, Scheduled } from './kit.js';

const GB = 1e9;

async function onCluster(run: (scheduled: Scheduled) => Promise<void>): Promise<void> {
  const scheduled = new Scheduled();
  try {
    await run(scheduled);
  } finally {
    await scheduled.stop();
  }
}

function needs(nanoCpus: number, memoryBytes: number): { task: object } {
  return { task: { resources: { reservations: { nanoCpus, memoryBytes } } } };
}

function hostPort(...ports: readonly (readonly [PortSpec['protocol'], number, string?])[]): object {
  return {
    endpoint: {
      ports: ports.map(([protocol, publishedPort, hostIp = '']) => ({
        protocol,
        publishedPort,
        targetPort: publishedPort,
        publishMode: 'host',
        hostIp,
      })),
    },
  };
}

describe('the scheduler', () => {
  it('waits for a node, and takes the first that comes', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1);
      await cluster.tasks(aWaitingTask({ id: 'task' }));
      assert.equal(cluster.where('task'), 'no suitable node');
      await cluster.nodes(aNode({ id: 'n1' }));
      const { placement, status } = cluster.task('task');
      assert.equal(placement?.nodeId, 'n1');
      assert.deepEqual(
        [status?.state, status?.message, status?.error],
        ['assigned', 'scheduler assigned task to node', ''],
      );
    }));

  it('says which nodes cannot be used and why, the commonest reason first', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(
        aNodeOf(1e9, GB, { id: 'n1' }),
        aNodeOf(2e9, 2 * GB, { id: 'n2', status: { state: 'unknown' } }),
        aNodeOf(2e9, 2 * GB, { id: 'n3', status: { state: 'unknown' } }),
      );
      await cluster.revision('service-1', 1, needs(0, 2 * GB));
      await cluster.tasks(aWaitingTask({ id: 'task' }));
      assert.equal(
        cluster.where('task'),
        'no suitable node (2 nodes not available for new tasks; insufficient resources on 1 node)',
      );
      assert.equal(cluster.task('task').status?.state, 'pending');
      await cluster.nodes(aNodeOf(4e9, 8 * GB, { id: 'n4' }));
      assert.equal(cluster.where('task'), 'n4');
    }));

  it('gives the room of a task that has ended to the next one', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNodeOf(1e9, GB, { id: 'n1' }));
      await cluster.revision('service-1', 1, needs(0, 8e8));
      await cluster.tasks(aWaitingTask({ id: 'task1' }));
      await cluster.tasks(aWaitingTask({ id: 'task2' }));
      assert.equal(cluster.where('task1'), 'n1');
      assert.equal(cluster.where('task2'), 'no suitable node (insufficient resources on 1 node)');
      await cluster.move('task1', { desired: 'shutdown' });
      assert.equal(cluster.where('task2'), 'no suitable node (insufficient resources on 1 node)');
      await cluster.move('task1', { state: 'shutdown' });
      assert.equal(cluster.where('task2'), 'n1');
    }));

  it('lets no node have more tasks of a service than the service allows', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
      await cluster.revision('service-1', 1, { task: { placement: { maxReplicasPerNode: 1 } } });
      await cluster.tasks(...['a', 'b', 'c'].map((id) => aWaitingTask({ id })));
      assert.deepEqual(
        ['a', 'b', 'c'].map((id) => cluster.where(id)),
        ['n1', 'n2', 'no suitable node (max replicas per node limit exceed)'],
      );
      await cluster.nodes(aNode({ id: 'n3' }));
      assert.equal(cluster.where('c'), 'n3');
    }));

  it('gives a task the room of the one that will have stopped before it starts, and nobody else', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNodeOf(1e9, GB, { id: 'n1' }));
      const limits = {
        resources: { reservations: { memoryBytes: 8e8 } },
        placement: { maxReplicasPerNode: 1 },
      };
      await cluster.revision('service-1', 1, { ...hostPort(['tcp', 80]), task: limits });
      await cluster.tasks(aWaitingTask({ id: 'old' }));
      assert.equal(cluster.where('old'), 'n1');
      const start = { notBeforeMs: 0, afterTaskId: 'old', waitUntilMs: 0 };
      await cluster.tasks(aWaitingTask({ id: 'young', desired: { state: 'ready', start } }));
      assert.equal(cluster.where('young'), 'n1');
      await cluster.tasks(aWaitingTask({ id: 'other', slot: 2 }));
      assert.match(cluster.where('other'), /^no suitable node/);
      await cluster.move('old', { state: 'shutdown' });
      assert.match(cluster.where('other'), /^no suitable node/);
      await cluster.move('young', { state: 'failed' });
      assert.equal(cluster.where('other'), 'n1');
    }));

  it('spreads tasks that start first as they will be once the old ones have stopped', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(...['n1', 'n2', 'n3'].map((id) => aNode({ id })));
      await cluster.revision('service-1', 1);
      await cluster.revision('service-1', 2);
      const slots = [1, 2, 3, 4, 5, 6];
      await cluster.tasks(...slots.map((slot) => aWaitingTask({ id: `old-${slot}`, slot })));
      const young = slots.map((slot) => {
        const rollout = { number: 1, sinceMs: 0, replacesTaskId: `old-${slot}` };
        return aWaitingTask({ id: `new-${slot}`, slot, revision: 2, desired: { state: 'ready', rollout } });
      });
      // Two at a time, as a rollout would.
      for (const at of [0, 2, 4]) {
        await cluster.tasks(...young.slice(at, at + 2));
        for (const slot of slots.slice(at, at + 2)) await cluster.move(`old-${slot}`, { state: 'shutdown' });
      }
      const counts = ['n1', 'n2', 'n3'].map(
        (id) => slots.filter((slot) => cluster.where(`new-${slot}`) === id).length,
      );
      assert.deepEqual(counts, [2, 2, 2]);
    }));

  it('does not count a task that moves where it is, as it will not stay', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }));
      for (const serviceId of ['service-1', 'other']) await cluster.revision(serviceId, 1);
      await cluster.tasks(...[1, 2].map((slot) => aWaitingTask({ id: `old-${slot}`, slot })));
      await cluster.nodes(aNode({ id: 'n2' }));
      await cluster.tasks(aWaitingTask({ id: 'old-3', slot: 3 }));
      const others = [1, 2, 3, 4, 5, 6].map((slot) =>
        aWaitingTask({ id: `other-${slot}`, serviceId: 'other', slot }),
      );
      await cluster.tasks(...others);
      for (const { id } of others)
        if (cluster.where(id) === 'n1') await cluster.move(id, { state: 'failed' });
      const move = { replacesTaskId: 'old-2', reason: 'rebalanced', sinceMs: 0 };
      await cluster.tasks(aWaitingTask({ id: 'new-2', slot: 2, desired: { state: 'running', move } }));
      // One of the service each, and less else on the first.
      assert.deepEqual([cluster.where('old-3'), cluster.where('new-2')], ['n2', 'n1']);
    }));

  it('does not give one host port away twice', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
      await cluster.revision('tcp', 1, hostPort(['tcp', 58]));
      await cluster.revision('udp', 1, hostPort(['udp', 58]));
      await cluster.revision('both', 1, hostPort(['udp', 58], ['tcp', 58]));
      await cluster.revision('any', 1, hostPort(['tcp', 0]));
      await cluster.tasks(aWaitingTask({ id: 'task1', serviceId: 'tcp' }));
      await cluster.tasks(aWaitingTask({ id: 'task2', serviceId: 'udp' }));
      await cluster.tasks(aWaitingTask({ id: 'task3', serviceId: 'both' }));
      assert.notEqual(cluster.where('task1'), cluster.where('task2'));
      assert.equal(cluster.where('task3'), 'no suitable node (host-mode port already in use on 2 nodes)');
      await cluster.tasks(aWaitingTask({ id: 'task4', serviceId: 'any' }));
      assert.equal(cluster.where('task4'), 'n1');
    }));

  it('gives a port of one host address away beside the same port of another', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }));
      await cluster.revision('one', 1, hostPort(['tcp', 80, '192.0.2.1']));
      await cluster.revision('other', 1, hostPort(['tcp', 80, '192.0.2.2']));
      await cluster.revision('all', 1, hostPort(['tcp', 80]));
      for (const serviceId of ['one', 'other', 'all'])
        await cluster.tasks(aWaitingTask({ id: serviceId, serviceId }));
      assert.deepEqual(
        ['one', 'other', 'all'].map((id) => cluster.where(id)),
        ['n1', 'n1', 'no suitable node (host-mode port already in use on 1 node)'],
      );
    }));

  it('looks at the constraints, and again when the labels have changed', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2', spec: { labels: { disk: 'hdd' } } }));
      await cluster.revision('service-1', 1, {
        task: { placement: { constraints: ['node.labels.disk==SSD'] } },
      });
      await cluster.tasks(aWaitingTask({ id: 'task' }));
      assert.equal(
        cluster.where('task'),
        'no suitable node (scheduling constraints not satisfied on 2 nodes)',
      );
      await cluster.nodes(aNode({ id: 'n3', spec: { labels: { disk: 'ssd' } } }));
      assert.equal(cluster.where('task'), 'n3');
    }));

  it('leaves tasks waiting whose constraints it cannot read', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }));
      await cluster.revision('service-1', 1, { task: { placement: { constraints: ['node.id~n1'] } } });
      await cluster.tasks(aWaitingTask({ id: 'task' }));
      assert.equal(
        cluster.where('task'),
        'no suitable node (scheduling constraints not satisfied on 1 node)',
      );
    }));

  const LINUX: Platform = { architecture: 'amd64', os: 'linux' };
  const PLATFORMS: readonly (readonly [string, readonly Platform[], readonly string[]])[] = [
    ['amd64/linux', [LINUX], ['n1']],
    [
      'arm/linux',
      [{ architecture: 'arm', os: 'linux' }],
      ['no suitable node (unsupported platform on 3 nodes)'],
    ],
    ['none', [], ['n1', 'n2', 'n3']],
    ['any processor, linux', [{ architecture: '', os: 'linux' }], ['n1']],
    ['either of two', [LINUX, { architecture: 'x86_64', os: 'windows' }], ['n1', 'n2']],
  ];
  for (const [name, platforms, expected] of PLATFORMS) {
    it(`places a task on a platform it runs on: ${name}`, () =>
      onCluster(async (cluster) => {
        await cluster.nodes(
          aNode({ id: 'n1', description: { platform: { architecture: 'x86_64', os: 'linux' } } }),
          aNode({ id: 'n2', description: { platform: { architecture: 'amd64', os: 'windows' } } }),
          aNode({ id: 'n3', description: { platform: undefined } }),
        );
        await cluster.revision('service-1', 1, { task: { placement: { platforms } } });
        await cluster.tasks(aWaitingTask({ id: 'a' }), aWaitingTask({ id: 'b' }), aWaitingTask({ id: 'c' }));
        const found = new Set(['a', 'b', 'c'].map((id) => cluster.where(id)));
        assert.deepEqual([...found].toSorted(), expected);
      }));
  }

  it('spreads a service first, then all tasks', () =>
    onCluster(async (cluster) => {
      const nodeIds = ['n1', 'n2', 'n3', 'n4', 'n5'];
      await cluster.nodes(...nodeIds.map((id) => aNode({ id })));
      await cluster.revision('service-1', 1);
      await cluster.revision('service-2', 1);
      const counts = (serviceId: string): number[] =>
        nodeIds.map(
          (id) =>
            cluster.store
              .view()
              .tasksOnNode(id)
              .filter((task) => task.serviceId === serviceId).length,
        );
      const some = (serviceId: string, from: number, count: number): Promise<void> =>
        cluster.tasks(
          ...Array.from({ length: count }, (_, i) =>
            aWaitingTask({ id: `${serviceId}-${from + i}`, serviceId }),
          ),
        );
      await some('service-1', 1, 18);
      assert.deepEqual(counts('service-1'), [4, 4, 4, 3, 3]);
      await some('service-2', 1, 2);
      assert.deepEqual(counts('service-2'), [0, 0, 0, 1, 1]);
      await some('service-1', 19, 3);
      assert.deepEqual(
        counts('service-1').toSorted((a, b) => a - b),
        [4, 4, 4, 4, 5],
      );
    }));

  it('fills the emptier node first, until its room is used up', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNodeOf(1e9, GB, { id: 'n1' }), aNodeOf(1e9, 100 * GB, { id: 'n2' }));
      await cluster.revision('service-1', 1, needs(0, 5e8));
      await cluster.tasks(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aWaitingTask({ id })));
      assert.deepEqual(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => cluster.where(id)),
        ['n1', 'n2', 'n1', 'n2', 'n2', 'n2'],
      );
    }));

  it('avoids a node where a revision has failed five times, for five minutes', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1);
      await cluster.revision('service-1', 2);
      await cluster.nodes(aNode({ id: 'n1' }));
      await cluster.tasks(aWaitingTask({ id: 'first' }));
      await cluster.nodes(aNode({ id: 'n2' }));
      const chosen: string[] = [];
      const round = async (id: string, revision: number): Promise<void> => {
        await cluster.tasks(aWaitingTask({ id, revision }));
        chosen.push(cluster.where(id));
        await cluster.move(id, { state: 'failed' });
      };
      for (let i = 0; i <= 5; i++) await round(`old-${i}`, 1);
      for (let i = 6; i <= 14; i++) await round(`new-${i}`, 2);
      const [n1, n2] = ['n1', 'n2'];
      assert.deepEqual(chosen, [n2, n2, n2, n2, n2, n1, n2, n2, n2, n2, n2, n1, n1, n1, n1]);
      await cluster.pass(5 * 60_000);
      await round('later', 2);
      assert.equal(cluster.where('later'), 'n2');
    }));

  it('leaves alone what is not its to place', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1);
      await cluster.nodes(aNode({ id: 'n1' }));
      const leaving = { sinceMs: 1, reason: 'scaled down', end: 'remove' } as const;
      await cluster.tasks(
        aWaitingTask({ id: 'new', status: { state: 'new' } }),
        aWaitingTask({ id: 'ended', status: { state: 'rejected' } }),
        aWaitingTask({ id: 'stopped', desired: { state: 'shutdown' } }),
        aWaitingTask({ id: 'removed', desired: { state: 'remove' } }),
        aWaitingTask({ id: 'leaving', desired: { state: 'running', leaving } }),
        aWaitingTask({ id: 'replacement', desired: { state: 'ready' } }),
      );
      const written = [...cluster.store.view().tasks()].filter(({ placement }) => placement !== undefined);
      assert.deepEqual(
        written.map(({ id }) => id),
        ['replacement'],
      );
    }));

  it('waits for a revision that is not stored yet', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }));
      await cluster.tasks(aWaitingTask({ id: 'task' }));
      assert.equal(cluster.where('task'), '');
      await cluster.revision('service-1', 1);
      await cluster.rest();
      assert.equal(cluster.where('task'), 'n1');
    }));
});
