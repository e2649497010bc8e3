/**
 * Slots wanted against slots held.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { keepingOrder, scale } from '../../../control-plane/orchestrator/rules/replicated.js';
import type { Slot } from '../../../control-plane/orchestrator/rules/slots.js';
import type { Service, Task, TaskInput, TaskState } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, viewOf } from './decided.js';

const service = (replicas: number): Service =>
  aService({ spec: { mode: { kind: 'replicated', replicated: { replicas } } } });

const task = (slot: number, nodeId: string, state: TaskState, parts: TaskInput = {}): Task =>
  aTask({ id: `t${slot}`, slot, placement: { nodeId }, status: { state }, ...parts });

const nodes = ['n1', 'n2', 'n3'].map((id) => aNode({ id }));

describe('a replicated service', () => {
  it('gets a task for each replica', async () => {
    const view = await viewOf({ service: [service(3)], revision: [aRevision()] });
    assert.deepEqual(decide(view).lines, [
      'new slot 1 r1 running',
      'new slot 2 r1 running',
      'new slot 3 r1 running',
    ]);
  });

  it('is content with what it asked for', async () => {
    const view = await viewOf({
      node: nodes,
      service: [service(1)],
      revision: [aRevision()],
      task: [task(1, 'n1', 'running')],
    });
    assert.deepEqual(decide(view), { lines: [], wakeInMs: undefined });
  });

  it('fills the smallest free slots first', async () => {
    const view = await viewOf({
      node: nodes,
      service: [service(4)],
      revision: [aRevision()],
      task: [task(2, 'n1', 'running'), task(5, 'n1', 'running')],
    });
    assert.deepEqual(decide(view).lines, ['new slot 1 r1 running', 'new slot 3 r1 running']);
  });

  it('fills a slot that is being removed anew, but forgets the old task only when it has ended', async () => {
    const removed = { desired: { state: 'remove' as const } };
    const view = await viewOf({
      node: nodes,
      service: [service(2)],
      revision: [aRevision()],
      task: [task(1, 'n1', 'running', removed), task(2, 'n1', 'shutdown', removed)],
    });
    assert.deepEqual(decide(view).lines, ['forget t2', 'new slot 1 r1 running', 'new slot 2 r1 running']);
  });

  it('fills a slot that nothing holds any more and keeps its history', async () => {
    const view = await viewOf({
      node: nodes,
      service: [service(2)],
      revision: [aRevision()],
      task: [task(1, 'n1', 'running'), task(2, 'n1', 'failed', { desired: { state: 'shutdown' } })],
    });
    assert.deepEqual(decide(view).lines, ['new slot 2 r1 running']);
  });

  it('gives up what is left in slots that nothing holds', async () => {
    const view = await viewOf({
      node: nodes,
      service: [service(1)],
      revision: [aRevision()],
      task: [task(1, 'n1', 'running'), task(4, 'n1', 'failed', { desired: { state: 'shutdown' } })],
    });
    assert.deepEqual(decide(view).lines, ['t4 -> remove']);
  });

  it('whose service is gone is stopped, then forgotten with its revisions', async () => {
    const removed = { desired: { state: 'remove' as const } };
    const stopping = await viewOf({
      node: nodes,
      revision: [aRevision()],
      task: [
        task(1, 'n1', 'running'),
        task(2, 'n1', 'pending', { placement: undefined }),
        task(3, 'n1', 'failed', removed),
      ],
    });
    assert.deepEqual(decide(stopping).lines, ['forget t3', 't1 -> remove', 't2 -> remove']);
    assert.deepEqual(decide(await viewOf({ revision: [aRevision()] })).lines, ['forget service-1.1']);
  });
});

describe('scaling down', () => {
  // As the tests of Swarm's orchestrator have it.
  const held = [
    task(1, 'n1', 'starting'),
    task(2, 'n2', 'running'),
    task(3, 'n2', 'running'),
    task(4, 'n3', 'running'),
    task(5, 'n3', 'running'),
    task(6, 'n3', 'running'),
    task(7, '', 'pending'),
  ];
  const removedAt = async (replicas: number, present: readonly Task[]): Promise<readonly string[]> => {
    const view = await viewOf({
      node: nodes,
      service: [service(replicas)],
      revision: [aRevision()],
      task: present,
    });
    return decide(view).lines;
  };
  const without = (...slots: readonly number[]): readonly Task[] =>
    held.filter(({ slot }) => !slots.includes(slot));

  it('from 7 to 6 removes the one without a node', async () => {
    assert.deepEqual(await removedAt(6, held), ['t7 -> remove']);
  });

  it('from 6 to 4 removes two of the three on the fullest node', async () => {
    assert.deepEqual(await removedAt(4, without(7)), ['t5 -> remove', 't6 -> remove']);
  });

  it('from 4 to 2 removes the second on its node and the one that does not run', async () => {
    assert.deepEqual(await removedAt(2, without(5, 6, 7)), ['t1 -> remove', 't3 -> remove']);
  });

  it('removes slots in the middle of a replacement first', () => {
    const moving: Slot = {
      key: '1',
      number: 1,
      tasks: [],
      wanted: [held[1], held[2]].filter((each) => each !== undefined),
      finished: undefined,
      isSteady: false,
    };
    const steady: Slot = {
      key: '2',
      number: 2,
      tasks: [],
      wanted: held.slice(3, 4),
      finished: undefined,
      isSteady: false,
    };
    assert.deepEqual(keepingOrder([moving, steady]), [steady, moving]);
  });

  const someSlots = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      nodeId: fc.constantFrom('', 'n1', 'n2', 'n3'),
      state: fc.constantFrom<TaskState>('pending', 'starting', 'running'),
    }),
    { selector: ({ number }) => number, maxLength: 20 },
  );

  it('keeps exactly as many as asked for, and no node has two more than another gives up', () => {
    fc.assert(
      fc.property(someSlots, fc.nat(25), (drawn, replicas) => {
        const slots = drawn
          .toSorted((a, b) => a.number - b.number)
          .map(({ number, nodeId, state }): Slot => {
            const holder = task(number, nodeId, state);
            return {
              key: String(number),
              number,
              tasks: [holder],
              wanted: [holder],
              finished: undefined,
              isSteady: false,
            };
          });
        const scaled = scale(slots, replicas, 1000);
        assert.equal(scaled.kept.length + scaled.missing.length, replicas);
        assert.equal(scaled.kept.length + scaled.surplus.length, slots.length);
        const numbers = [...scaled.kept.map(({ number }) => number), ...scaled.missing];
        assert.equal(new Set(numbers).size, replicas);
        assert.ok(scaled.surplus.length === 0 || scaled.missing.length === 0);
        const kept = new Map<string, number>();
        for (const slot of scaled.kept) kept.set(nodeOf(slot), (kept.get(nodeOf(slot)) ?? 0) + 1);
        const gaveUp = new Set(scaled.surplus.map(nodeOf).filter((nodeId) => nodeId !== ''));
        const most = Math.max(0, ...[...kept].filter(([nodeId]) => nodeId !== '').map(([, count]) => count));
        for (const nodeId of gaveUp) assert.ok(most - (kept.get(nodeId) ?? 0) <= 1, nodeId);
      }),
    );
  });

  const nodeOf = (slot: Slot): string => slot.wanted[0]?.placement?.nodeId ?? '';
});
