/**
 * Moving a service to a new revision, one slot at a time.
 */
import assert from 'node:assert/strict';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { ServiceDesired, Task, TaskInput } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, viewOf } from './decided.js';

const UPDATING: ServiceDesired = {
  state: 'updating',
  revision: 2,
  startedAtMs: 1,
  completedAtMs: 0,
  message: 'update in progress',
  number: 1,
  slotCount: 3,
};

const newImage = { task: { container: { image: 'web:2' } } };

function rollout(
  olderTasks: readonly Task[],
  newerTasks: readonly Task[] = [],
  desired: ServiceDesired | 'none yet' = UPDATING,
): Promise<ClusterView> {
  const replicas = new Set([...olderTasks, ...newerTasks].map(({ slot }) => slot)).size;
  const mode = { kind: 'replicated', replicated: { replicas } } as const;
  const progress = desired === 'none yet' ? {} : { desired };
  return viewOf(
    {
      node: [aNode()],
      service: [aService({ revision: 2, spec: { ...newImage, mode }, ...progress })],
      revision: [
        aRevision({ revision: 1, spec: { mode } }),
        aRevision({ revision: 2, spec: { ...newImage, mode } }),
      ],
      task: olderTasks,
    },
    { task: newerTasks },
  );
}

const old = (slot: number, parts: TaskInput = {}): Task => aTask({ id: `old-${slot}`, slot, ...parts });
const young = (slot: number, parts: TaskInput = {}): Task =>
  aTask({ id: `young-${slot}`, slot, revision: 2, ...parts });
const stopped = { desired: { state: 'shutdown' }, status: { state: 'shutdown' } } as const;
const pending = { status: { state: 'pending' }, placement: { nodeId: '' } } as const;

describe('a rollout', () => {
  it('begins with one slot and says so', async () => {
    const view = await rollout([old(1), old(2), old(3)], [], 'none yet');
    assert.deepEqual(decide(view).lines, [
      'new slot 1 r2 ready in 0 ms after old-1',
      'old-1 -> shutdown',
      'rollout updating',
    ]);
  });

  it('waits while the moved slot does not run', async () => {
    for (const state of ['assigned', 'preparing', 'ready', 'starting'] as const) {
      const view = await rollout([old(1, stopped), old(2)], [young(1, { status: { state } })]);
      assert.deepEqual(decide(view).lines, [], state);
    }
  });

  it('goes on when the moved slot runs', async () => {
    const view = await rollout([old(1, stopped), old(2)], [young(1)]);
    assert.deepEqual(decide(view).lines, ['new slot 2 r2 ready in 0 ms after old-2', 'old-2 -> shutdown']);
  });

  it('is complete when the last slot runs', async () => {
    const view = await rollout([old(1, stopped), old(2, stopped)], [young(1), young(2)]);
    assert.deepEqual(decide(view).lines, ['rollout completed']);
    const waiting = await rollout(
      [old(1, stopped), old(2, stopped)],
      [young(1), young(2, { status: { state: 'starting' } })],
    );
    assert.deepEqual(decide(waiting).lines, []);
  });

  it('takes slots that do not run first', async () => {
    const view = await rollout([old(1), old(2, pending)]);
    assert.deepEqual(decide(view).lines, ['new slot 2 r2 running', 'old-2 -> remove']);
  });

  it('goes on when the only task that does not run has never had a forerunner', async () => {
    const view = await rollout([old(1)], [young(2, pending)]);
    assert.deepEqual(decide(view).lines, ['new slot 1 r2 ready in 0 ms after old-1', 'old-1 -> shutdown']);
  });

  it('does not take a second slot while one is restarted', async () => {
    const view = await rollout([old(1), old(2, { status: { state: 'failed' } })]);
    assert.deepEqual(decide(view).lines, ['new slot 2 r2 ready in 5000 ms', 'old-2 -> shutdown']);
  });

  it('moves a slot whose task ended for good', async () => {
    const none = { restart: { condition: 'none' } } as const;
    const view = await viewOf({
      node: [aNode()],
      service: [aService({ revision: 2, spec: { task: { ...newImage.task, ...none } }, desired: UPDATING })],
      revision: [
        aRevision({ revision: 1, spec: { task: none } }),
        aRevision({ revision: 2, spec: { task: { ...newImage.task, ...none } } }),
      ],
      task: [old(1, { desired: { state: 'shutdown' }, status: { state: 'complete' } })],
    });
    assert.deepEqual(decide(view).lines, ['new slot 1 r2 running']);
  });

  it('keeps one task in a slot that has two', async () => {
    const view = await rollout([old(1)], [young(1)]);
    assert.deepEqual(decide(view).lines, ['old-1 -> shutdown', 'rollout completed']);
  });
});
