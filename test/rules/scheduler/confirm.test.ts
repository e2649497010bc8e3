/**
 * Tasks whose node was chosen when they were made: the scheduler confirms it, or says what is against it.
 */
import assert from 'node:assert/strict';
import type { ServiceSpecInput, Task, TaskInput } from '../../../proto/gen/objects.js';
import { aNode, aTask } from '../../kit/builders.js';
import { aNodeOf, aWaitingTask, Scheduled } from './kit.js';

const GIB = 2 ** 30;
const reserving = (memoryBytes: number): ServiceSpecInput => ({
  mode: { kind: 'global', global: {} },
  task: { resources: { reservations: { memoryBytes } } },
});

const preassigned = (id: string, nodeId: string, parts: TaskInput = {}): Task =>
  aTask({ id, slot: 0, placement: { nodeId }, status: { state: 'pending' }, ...parts });

async function onCluster(run: (cluster: Scheduled) => Promise<void>): Promise<void> {
  const cluster = new Scheduled();
  try {
    await run(cluster);
  } finally {
    await cluster.stop();
  }
}

const stateOf = (cluster: Scheduled, id: string): string => {
  const { placement, status } = cluster.task(id);
  return `${status?.state} on ${placement?.nodeId}: ${status?.error || status?.message}`;
};

const CONFIRMED = 'scheduler confirmed task can run on preassigned node';

describe('a task with a node from the start', () => {
  it('is confirmed there, before tasks that may go anywhere are placed', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, reserving(GIB));
      await cluster.nodes(aNodeOf(4e9, 2 * GIB, { id: 'n1' }), aNodeOf(4e9, 2 * GIB, { id: 'n2' }));
      // By ids and in age the free one comes first, and n1 would be its choice.
      await cluster.tasks(aWaitingTask({ id: 'a', slot: 1 }), preassigned('b', 'n1'), preassigned('c', 'n1'));
      assert.equal(stateOf(cluster, 'b'), `assigned on n1: ${CONFIRMED}`);
      assert.equal(stateOf(cluster, 'c'), `assigned on n1: ${CONFIRMED}`);
      assert.equal(cluster.where('a'), 'n2');
    }));

  it('is refused in bare words, stays on its node, and is tried again when that changes', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, reserving(GIB));
      await cluster.nodes(aNodeOf(4e9, GIB / 2, { id: 'n1' }), aNodeOf(4e9, 4 * GIB, { id: 'n2' }));
      await cluster.tasks(preassigned('a', 'n1'));
      assert.equal(stateOf(cluster, 'a'), 'pending on n1: insufficient resources on 1 node');
      const before = cluster.log.entries.length;
      await cluster.rest();
      assert.equal(cluster.log.entries.length, before, 'the same reason is not written twice');
      await cluster.removeNode('n1');
      await cluster.nodes(aNodeOf(4e9, 4 * GIB, { id: 'n1' }));
      assert.equal(stateOf(cluster, 'a'), `assigned on n1: ${CONFIRMED}`);
    }));

  it('waits as long as its node takes no tasks', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, reserving(0));
      await cluster.nodes(aNode({ id: 'n1', status: { state: 'disconnected' } }), aNode({ id: 'n2' }));
      await cluster.tasks(preassigned('a', 'n1'));
      assert.equal(stateOf(cluster, 'a'), 'pending on n1: 1 node not available for new tasks');
    }));

  it('finds the room of the task that stops for it free', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, reserving(GIB));
      await cluster.nodes(aNodeOf(4e9, GIB, { id: 'n1' }));
      const start = { notBeforeMs: 0, afterTaskId: 'old', waitUntilMs: 0 };
      await cluster.tasks(
        aTask({ id: 'old', slot: 0, placement: { nodeId: 'n1' } }),
        preassigned('new', 'n1', { desired: { state: 'ready', start } }),
        preassigned('other', 'n1', { serviceId: 'service-1' }),
      );
      assert.equal(stateOf(cluster, 'new'), `assigned on n1: ${CONFIRMED}`);
      assert.equal(stateOf(cluster, 'other'), 'pending on n1: insufficient resources on 1 node');
    }));

  it('does not come beside a task that it stays apart from and that was confirmed just before it', () =>
    onCluster(async (cluster) => {
      await cluster.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
      await cluster.revision('x', 1, { ...reserving(0), task: { placement: { apartFrom: ['y'] } } });
      await cluster.revision('y', 1, reserving(0));
      await cluster.tasks(
        preassigned('1', 'n1', { serviceId: 'x' }),
        preassigned('2', 'n2', { serviceId: 'y' }),
        preassigned('3', 'n2', { serviceId: 'x' }),
      );
      assert.equal(stateOf(cluster, '1'), `assigned on n1: ${CONFIRMED}`);
      assert.equal(stateOf(cluster, '2'), `assigned on n2: ${CONFIRMED}`);
      assert.equal(stateOf(cluster, '3'), 'pending on n2: tasks to stay apart from on 1 node');
    }));

  it('takes nothing of its node before it is confirmed', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, reserving(GIB));
      await cluster.nodes(aNodeOf(4e9, GIB, { id: 'n1' }));
      await cluster.tasks(preassigned('told-to-stop', 'n1', { desired: { state: 'remove' } }));
      await cluster.tasks(preassigned('a', 'n1'));
      assert.equal(stateOf(cluster, 'a'), `assigned on n1: ${CONFIRMED}`);
    }));
});
