/**
 * Which tasks a changed node turns away.
 */
import assert from 'node:assert/strict';
import { enforce } from '../../../control-plane/orchestrator/rules/enforce.js';
import type { NodeInput, ServiceSpecInput, Task, TaskInput } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { linesOf, NOW_MS, viewOf } from './decided.js';

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
  return enforce(view, stored, { nowMs: NOW_MS, newId: () => 'new' }).flatMap(({ changes }) =>
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

  it('lets those leave in two steps that traffic may be sent to, and replaces them, where that is to be', async () => {
    const onNet = { allocation: { attachments: [{ networkId: 'net', address: '10.0.1.7' }] }, slot: 2 };
    const LEAVES = 'task-1 leaves for shutdown';
    const NEXT = 'new slot 2 r1 ready in 0 ms after task-1';
    const reserved = { resources: { reservations: { memoryBytes: 1e9 } } };
    const none = { task: { ...onSsd.task, restart: { condition: 'none' as const } } };
    const atOnce = { ...onSsd, endpoint: { drainTimeoutMs: 0 } };
    const small: NodeInput = { description: { resources: { nanoCpus: 1e9, memoryBytes: 1 } } };
    const beside = aTask({ id: 'task-2', slot: 2, placement: { nodeId: 'node-2' } });
    const rows: readonly (readonly [TaskInput, ServiceSpecInput, readonly string[], NodeInput?, Task?])[] = [
      [onNet, onSsd, [LEAVES, NEXT]],
      [onNet, { task: reserved }, [LEAVES, NEXT], small],
      [{ ...onNet, status: { state: 'starting' } }, onSsd, [LEAVES, NEXT]],
      [{ ...onNet, status: { state: 'ready' } }, onSsd, ['task-1 is rejected']],
      [{ slot: 2 }, onSsd, ['task-1 is rejected']],
      // Its service waits for nothing.
      [onNet, atOnce, ['task-1 is rejected']],
      [onNet, none, [LEAVES]],
      // Another is meant to be there already.
      [onNet, onSsd, [LEAVES], {}, beside],
      // Whether the node is to have another one is for the rules of such services.
      [{ ...onNet, slot: 0 }, { ...onSsd, mode: { kind: 'global', global: {} } }, [LEAVES]],
      [{ ...onNet, desired: { leaving: { sinceMs: 1, reason: '', end: 'remove' } } }, onSsd, []],
    ];
    for (const [task, spec, expected, node = {}, other] of rows) {
      const view = await viewOf({
        node: [aNode(node), aNode({ id: 'node-2', spec: { labels: { disk: 'ssd' } } })],
        service: [aService({ spec })],
        revision: [aRevision({ spec })],
        task: [aTask(task), ...(other === undefined ? [] : [other])],
      });
      const stored = view.node('node-1');
      assert.ok(stored);
      const groups = enforce(view, stored, { nowMs: NOW_MS, newId: () => 'new' });
      assert.deepEqual(linesOf(groups), expected.toSorted(), JSON.stringify([task, spec]));
    }
  });

  it('replaces one of a job in its run, as that was begun', async () => {
    const job: ServiceSpecInput = {
      ...onSsd,
      mode: { kind: 'replicatedJob', replicatedJob: { maxConcurrent: 1, totalCompletions: 1 } },
    };
    const allocation = { attachments: [{ networkId: 'net', address: '10.0.1.7' }] };
    const view = await viewOf({
      node: [aNode()],
      service: [aService({ spec: job, revision: 2 })],
      revision: [aRevision({ spec: job }), aRevision({ revision: 2, spec: job })],
      task: [aTask({ run: 1, slot: 1, allocation })],
    });
    const stored = view.node('node-1');
    assert.ok(stored);
    assert.deepEqual(linesOf(enforce(view, stored, { nowMs: NOW_MS, newId: () => 'new' })), [
      'new slot 1 of run 1 r1 ready in 0 ms after task-1',
      'task-1 leaves for shutdown',
    ]);
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
