/**
 * Which tasks a changed node turns away.
 */
import assert from 'node:assert/strict';
import { enforce } from '../../../control-plane/orchestrator/rules/enforce.js';
import type { NodeInput, ServiceSpecInput, Task } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { NOW_MS, viewOf } from './decided.js';

const onSsd: ServiceSpecInput = { task: { placement: { constraints: ['node.labels.disk==ssd'] } } };
const reserving: ServiceSpecInput = { task: { resources: { reservations: { memoryBytes: 1e9 } } } };

async function rejectedBy(
  node: NodeInput,
  spec: ServiceSpecInput,
  tasks: readonly Task[] = [aTask()],
  newer?: ServiceSpecInput,
): Promise<readonly string[]> {
  const revisions = [
    aRevision({ spec }),
    ...(newer === undefined ? [] : [aRevision({ revision: 2, spec: newer })]),
  ];
  const view = await viewOf({
    node: [aNode(node)],
    service: [aService({ spec: newer ?? spec, revision: revisions.length })],
    revision: revisions,
    task: tasks,
  });
  const stored = view.node('node-1');
  assert.ok(stored);
  return enforce(view, stored, NOW_MS).flatMap(({ changes }) =>
    changes.map(({ change }) => {
      assert.ok(change?.kind === 'update' && change.update.object?.object?.kind === 'task');
      const { id, status } = change.update.object.object.task;
      assert.equal(status?.state, 'rejected');
      assert.equal(status.error, 'assigned node no longer meets constraints');
      return id;
    }),
  );
}

describe('a node that has changed', () => {
  it('keeps tasks whose constraints it meets', async () => {
    assert.deepEqual(await rejectedBy({ spec: { labels: { disk: 'ssd' } } }, onSsd), []);
    assert.deepEqual(await rejectedBy({}, {}), []);
  });

  it('turns away those whose constraints it no longer meets', async () => {
    assert.deepEqual(await rejectedBy({ spec: { labels: { disk: 'tape' } } }, onSsd), ['task-1']);
  });

  it('leaves alone what has ended, is stopping, or is moved by other rules', async () => {
    const gone = [
      aTask({ id: 'a', status: { state: 'failed' } }),
      aTask({ id: 'b', desired: { state: 'shutdown' } }),
    ];
    assert.deepEqual(await rejectedBy({}, onSsd, gone), []);
    assert.deepEqual(await rejectedBy({ spec: { availability: 'pause' } }, onSsd), []);
    assert.deepEqual(await rejectedBy({ spec: { availability: 'drain' } }, onSsd), []);
  });

  it('leaves a rollout of new constraints to the rollout', async () => {
    assert.deepEqual(await rejectedBy({}, {}, [aTask()], onSsd), []);
    assert.deepEqual(await rejectedBy({}, onSsd, [aTask()], {}), []);
    assert.deepEqual(await rejectedBy({}, onSsd, [aTask()], { ...onSsd, labels: { a: 'b' } }), ['task-1']);
  });

  it('keeps as many as it still has room for', async () => {
    const tasks = ['a', 'b', 'c'].map((id) => aTask({ id }));
    const room = (memoryBytes: number): NodeInput => ({
      description: { resources: { nanoCpus: 1e9, memoryBytes } },
    });
    assert.deepEqual(await rejectedBy(room(3e9), reserving, tasks), []);
    assert.deepEqual(await rejectedBy(room(2e9), reserving, tasks), ['c']);
    assert.deepEqual(await rejectedBy({ description: undefined }, reserving, tasks), []);
  });

  it('keeps those whose units of other resources it still has, by name where they have names', async () => {
    const gpu = (count: number, ...values: string[]) => [{ kind: 'gpu', count, values }];
    const withGpu = (id: string, count: number, ...values: string[]): Task =>
      aTask({ id, placement: { nodeId: 'node-1', generic: gpu(count, ...values) } });
    const has = (...generic: ReturnType<typeof gpu>): NodeInput => ({
      description: { resources: { nanoCpus: 1e9, memoryBytes: 1e9, generic } },
    });
    const counted = [withGpu('a', 2), withGpu('b', 1)];
    assert.deepEqual(await rejectedBy(has(...gpu(3)), {}, counted), []);
    assert.deepEqual(await rejectedBy(has(...gpu(2)), {}, counted), ['b']);
    assert.deepEqual(await rejectedBy(has(), {}, counted), ['a', 'b']);
    const named = [withGpu('a', 1, 'one'), withGpu('b', 1, 'two')];
    assert.deepEqual(await rejectedBy(has(...gpu(2, 'one', 'two')), {}, named), []);
    assert.deepEqual(await rejectedBy(has(...gpu(2, 'two', 'three')), {}, named), ['a']);
  });

  it('leaves tasks of a job alone that have completed', async () => {
    const done = aTask({ status: { state: 'complete' }, desired: { state: 'running' } });
    assert.deepEqual(await rejectedBy({ spec: { labels: { disk: 'tape' } } }, onSsd, [done]), []);
  });

  it('keeps tasks with constraints that only another build can read', async () => {
    assert.deepEqual(
      await rejectedBy({}, { task: { placement: { constraints: ['node.labels.disk~ssd'] } } }),
      [],
    );
  });
});
