/**
 * How the scheduler works over time: bounded passes, changes that came too late, what it does not write.
 */
import assert from 'node:assert/strict';
import { group, update } from '../../../control-plane/store/rules/change.js';
import { SwarmError } from '../../../proto/base/errors.js';
import { aNode, aTask } from '../../kit/builders.js';
import { commitAll } from '../../kit/memory-store.js';
import { settle } from '../../kit/sim-clock.js';
import { aNodeOf, aWaitingTask, Scheduled } from './kit.js';

const SMALL_PASSES = { tasksPerPass: 3, nodeLooksPerPass: 4, learnedPerPass: 2 };

async function onCluster(
  run: (cluster: Scheduled) => Promise<void>,
  options: Partial<typeof SMALL_PASSES> = {},
): Promise<void> {
  const cluster = new Scheduled(options);
  try {
    await run(cluster);
  } finally {
    await cluster.stop();
  }
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `task-${10 + i}`);

const ONE_EACH = { task: { placement: { maxReplicasPerNode: 1 } } };

describe('the scheduler loop', () => {
  it('places everything, a few tasks in each pass', () =>
    onCluster(async (cluster) => {
      await cluster.revision('large', 1);
      await cluster.revision('small', 1);
      await cluster.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
      const from = cluster.log.entries.length + 2;
      await cluster.tasks(
        ...ids(20).map((id) => aWaitingTask({ id, serviceId: 'large' })),
        aWaitingTask({ id: 'z', serviceId: 'small' }),
      );
      assert.equal(cluster.store.view().countInState('assigned'), 21);
      assert.ok(cluster.log.entries.length >= from + 6);
    }, SMALL_PASSES));

  it('says on every misfit why, and says it once', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, ONE_EACH);
      await cluster.nodes(aNode({ id: 'n1' }));
      await cluster.tasks(...ids(10).map((id) => aWaitingTask({ id })));
      const reason = 'no suitable node (max replicas per node limit exceed)';
      const expected = ['n1', ...Array.from({ length: 9 }, () => reason)];
      assert.deepEqual(
        ids(10).map((id) => cluster.where(id)),
        expected,
      );
      const { length } = cluster.log.entries;
      await cluster.nodes(aNodeOf(1, 1, { id: 'n2', status: { state: 'down' } }));
      const newReason =
        'no suitable node (1 node not available for new tasks; max replicas per node limit exceed)';
      assert.equal(cluster.where('task-15'), newReason);
      const { length: lengthAfter } = cluster.log.entries;
      assert.ok(lengthAfter > length + 1);
      await cluster.nodes(aNode({ id: 'n3', spec: { availability: 'pause' }, status: { state: 'down' } }));
      await commitAll(cluster.store, [
        group([update('node', 'n3', 'spec', { spec: aNode({ spec: { availability: 'drain' } }).spec })]),
      ]);
      const before = cluster.log.entries.length;
      await cluster.rest();
      assert.equal(cluster.log.entries.length, before);
    }, SMALL_PASSES));

  it('takes in what is stored already when it starts', async () => {
    const first = new Scheduled();
    await first.stop();
    await first.revision('service-1', 1, ONE_EACH);
    await first.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }), aNode({ id: 'n3' }));
    await first.tasks(...ids(7).map((id) => aWaitingTask({ id })));
    assert.equal(first.where('task-10'), '');
    const second = first.successor(SMALL_PASSES);
    await second.rest();
    assert.deepEqual(
      ids(3).map((id) => second.where(id)),
      ['n1', 'n2', 'n3'],
    );
    await second.stop();
    const third = second.successor(SMALL_PASSES);
    await third.nodes(aNode({ id: 'n4' }));
    assert.deepEqual(
      ids(5)
        .map((id) => third.where(id))
        .slice(3),
      ['n4', 'no suitable node (max replicas per node limit exceed)'],
    );
    await third.stop();
  });

  it('gives the room back when its decision came too late', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, ONE_EACH);
      await cluster.nodes(aNode({ id: 'n1' }));
      cluster.log.hold();
      const created = cluster.tasks(aWaitingTask({ id: 'a' }));
      cluster.log.release();
      await created;
      await cluster.move('a', { state: 'failed' });
      cluster.log.hold();
      const both = cluster.createLater(aWaitingTask({ id: 'b' }), aWaitingTask({ id: 'c' }));
      cluster.log.release();
      cluster.log.hold();
      // Between b's placement on its way and the log, b is told to stop.
      const stopped = cluster.move('b', { desired: 'shutdown' });
      await cluster.rest();
      cluster.log.release();
      await Promise.all([both, stopped]);
      await cluster.rest();
      assert.equal(cluster.task('b').placement, undefined);
      assert.equal(cluster.where('c'), 'n1');
    }));

  it('decides again when its commit failed', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1, ONE_EACH);
      await cluster.nodes(aNode({ id: 'n1' }));
      const stored = cluster.createLater(aWaitingTask({ id: 'a' }));
      cluster.log.failNext(new SwarmError('store.full', { reason: 'no space left on device' }));
      await stored;
      await cluster.rest();
      assert.equal(cluster.where('a'), '');
      await cluster.pass(200);
      assert.equal(cluster.where('a'), 'n1');
    }));

  it('does not place onto a node whose spec has changed meanwhile', () =>
    onCluster(async (cluster) => {
      await cluster.revision('service-1', 1);
      await cluster.nodes(aNode({ id: 'n1' }));
      cluster.log.hold();
      const created = cluster.createLater(aWaitingTask({ id: 'a' }));
      cluster.log.release();
      cluster.log.hold();
      const drained = commitAll(cluster.store, [
        group([update('node', 'n1', 'spec', { spec: aNode({ spec: { availability: 'drain' } }).spec })]),
      ]);
      await cluster.rest();
      cluster.log.release();
      await Promise.all([created, drained]);
      await cluster.rest();
      assert.equal(cluster.where('a'), 'no suitable node (1 node not available for new tasks)');
    }));

  it('counts a failure once that it hears of while it is still taking in what is stored', async () => {
    const first = new Scheduled();
    await first.stop();
    await first.revision('service-1', 1);
    await first.nodes(aNode({ id: 'n1' }), aNode({ id: 'n2' }));
    const early = ids(20).map((id) => aTask({ id, placement: { nodeId: 'n2' } }));
    const lateIds = ['z1', 'z2', 'z3'];
    const late = lateIds.map((id) => aTask({ id, placement: { nodeId: 'n1' } }));
    await first.tasks(...early, ...late);
    const second = first.successor({ learnedPerPass: 1 });
    // All of them are known, and have failed, before their turn to be taken in comes.
    for (const state of ['running', 'failed'] as const) {
      const changes = late.map(({ id }) =>
        update('task', id, 'status', { status: aTask({ status: { state } }).status }),
      );
      await commitAll(second.store, [group(changes)]);
      await settle();
    }
    await second.rest();
    await second.tasks(aWaitingTask({ id: 'zz' }));
    assert.equal(second.where('zz'), 'n1');
    await second.stop();
  });
});
