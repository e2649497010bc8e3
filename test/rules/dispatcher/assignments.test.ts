/**
 * What a node should hold, and what it must be told after what it was told before.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  assignmentsOf,
  differenceFor,
  type Difference,
  type Holder,
} from '../../../control-plane/dispatcher/rules/assignments.js';
import { remove, update } from '../../../control-plane/store/rules/change.js';
import type { AssignedTask } from '../../../proto/gen/dispatcher.js';
import { DESIRED_STATES, type TaskInput, TASK_STATES } from '../../../proto/gen/objects.js';
import { aRevision, aTask } from '../../kit/builders.js';
import { aMemoryStore, commitAll, type MemoryStore, storeObjects } from '../../kit/memory-store.js';

async function storeWith(...tasks: readonly TaskInput[]): Promise<MemoryStore> {
  const memory = aMemoryStore();
  const revision = aRevision({
    serviceId: 's1',
    spec: {
      name: 'web',
      labels: { tier: 'front' },
      task: { container: { image: 'web:1' } },
      endpoint: { ports: [{ targetPort: 80, publishedPort: 8080, publishMode: 'host' }] },
    },
  });
  await storeObjects(memory.store, {
    revision: [revision],
    task: tasks.map((parts) => aTask({ serviceId: 's1', ...parts })),
  });
  return memory;
}

/** It knows every network. */
const NODE_1: Holder = { nodeId: 'node-1', knowsNetwork: () => true };

const idsOf = (memory: MemoryStore): readonly string[] =>
  assignmentsOf(memory.store.view(), NODE_1).map(({ taskId }) => taskId);

describe('what a node should hold', () => {
  it('is every task placed on it, with all its agent must know', async () => {
    const memory = await storeWith({ id: 't1', slot: 3 }, { id: 't2', placement: { nodeId: 'node-2' } });
    const [only, ...others] = assignmentsOf(memory.store.view(), NODE_1);
    assert.deepEqual(others, []);
    assert.equal(only?.taskName, 'web.3.t1');
    assert.equal(only.serviceName, 'web');
    assert.deepEqual(only.serviceLabels, { tier: 'front' });
    assert.equal(only.spec?.container?.image, 'web:1');
    assert.deepEqual(
      only.ports.map(({ publishedPort }) => publishedPort),
      [8080],
    );
    assert.equal(only.desired, 'running');
  });

  it('leaves out tasks not assigned yet, and those given up on with their node', async () => {
    const held = TASK_STATES.filter((state) => !['new', 'pending', 'orphaned'].includes(state));
    const memory = await storeWith(...TASK_STATES.map((state) => ({ id: state, status: { state } })));
    assert.deepEqual([...idsOf(memory)].toSorted(), held.toSorted());
  });

  it('never asks to run a task that has ended, or whose spec nobody knows', async () => {
    const memory = await storeWith(
      { id: 'failed', status: { state: 'failed' } },
      { id: 'no-spec', revision: 9 },
      { id: 'to-be-removed', status: { state: 'complete' }, desired: { state: 'remove' } },
    );
    const desired = assignmentsOf(memory.store.view(), NODE_1).map((task) => [task.taskId, task.desired]);
    assert.deepEqual(Object.fromEntries(desired), {
      failed: 'shutdown',
      'no-spec': 'shutdown',
      'to-be-removed': 'remove',
    });
  });
});

describe('what a node must be told', () => {
  const toldBy = (memory: MemoryStore): Map<string, AssignedTask> =>
    new Map(assignmentsOf(memory.store.view(), NODE_1).map((task) => [task.taskId, task]));
  const differenceIn = (memory: MemoryStore, told: Map<string, AssignedTask>, ...ids: string[]): Difference =>
    differenceFor(memory.store.view(), NODE_1, told, ids);

  it('is nothing after its own report', async () => {
    const memory = await storeWith({ id: 't1', status: { state: 'starting' } });
    const told = toldBy(memory);
    const status = aTask({ status: { state: 'running', message: 'started' } }).status;
    await commitAll(memory.store, [{ changes: [update('task', 't1', 'status', { status })], checks: [] }]);
    assert.deepEqual(differenceIn(memory, told, 't1'), { update: [], removeTaskIds: [] });
  });

  it('is a desired state that has changed, and the removal of a task whose record is gone', async () => {
    const memory = await storeWith({ id: 't1' }, { id: 't2' });
    const told = toldBy(memory);
    const desired = aTask({ desired: { state: 'shutdown' } }).desired;
    const changes = [update('task', 't1', 'desired', { desired }), remove('task', 't2')];
    await commitAll(memory.store, [{ changes, checks: [] }]);
    const { update: updated, removeTaskIds } = differenceIn(memory, told, 't1', 't2', 'never-told');
    assert.deepEqual(
      updated.map((task) => [task.taskId, task.desired]),
      [['t1', 'shutdown']],
    );
    assert.deepEqual(removeTaskIds, ['t2']);
  });

  it('keeps how to stop a task when its revision is forgotten before it has stopped', async () => {
    const memory = await storeWith({ id: 't1' });
    const told = toldBy(memory);
    await commitAll(memory.store, [{ changes: [remove('revision', 's1.1')], checks: [] }]);
    const [updated] = differenceIn(memory, told, 't1').update;
    assert.equal(updated?.desired, 'shutdown');
    assert.equal(updated.spec?.container?.image, 'web:1');
  });

  it('makes what it was told the same as what it should hold, whatever changed', async () => {
    const change = fc.record({
      id: fc.constantFrom('t1', 't2', 't3'),
      what: fc.oneof(
        fc.constantFrom(...DESIRED_STATES),
        fc.constantFrom(...TASK_STATES),
        fc.constant('gone'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.nat(12), async (changes, heardAfter) => {
        const memory = await storeWith({ id: 't1' }, { id: 't2' }, { id: 't3' });
        const told = toldBy(memory);
        for (const [at, { id, what }] of changes.entries()) {
          await apply(memory, id, what);
          // Some changes are told together, some alone.
          if (at === heardAfter) tell(told, differenceIn(memory, told, 't1', 't2', 't3'));
        }
        tell(told, differenceIn(memory, told, 't1', 't2', 't3'));
        assert.deepEqual(told, toldBy(memory));
      }),
      { numRuns: 60 },
    );
  });
});

async function apply(memory: MemoryStore, id: string, what: string): Promise<void> {
  if (memory.store.view().task(id) === undefined) return;
  const desired = DESIRED_STATES.find((state) => state === what);
  const state = TASK_STATES.find((each) => each === what);
  const change =
    desired !== undefined
      ? update('task', id, 'desired', { desired: aTask({ desired: { state: desired } }).desired })
      : state !== undefined
        ? update('task', id, 'status', { status: aTask({ status: { state } }).status })
        : remove('task', id);
  await commitAll(memory.store, [{ changes: [change], checks: [] }]);
}

function tell(told: Map<string, AssignedTask>, difference: Difference): void {
  for (const task of difference.update) told.set(task.taskId, task);
  for (const taskId of difference.removeTaskIds) told.delete(taskId);
}
