/**
 * Batches of tasks on many nodes: even, within bounds, the same every time, and quick.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Heap } from '../../../control-plane/scheduler/rules/heap.js';
import { batchesOf } from '../../../control-plane/scheduler/rules/batch.js';
import { claimOf } from '../../../control-plane/scheduler/rules/claim.js';
import { NodeLoads } from '../../../control-plane/scheduler/rules/node-loads.js';
import type { Placement } from '../../../control-plane/scheduler/rules/place.js';
import type { ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { aNode, aServiceSpec, aTask } from '../../kit/builders.js';
import { loadsById, place } from './kit.js';

const SPEC = aServiceSpec();

const pendingTasks = (count: number, serviceId = 'web'): readonly Task[] =>
  Array.from({ length: count }, (_unused, at) =>
    aTask({
      id: `${serviceId}-${at}`,
      serviceId,
      slot: at + 1,
      placement: undefined,
      status: { state: 'pending' },
    }),
  );

const nodeId = (at: number): string => `n${String(at).padStart(4, '0')}`;

function loadsOf(nodeCount: number, running: readonly Task[] = [], spec: ServiceSpec = SPEC): NodeLoads {
  const loads = new NodeLoads();
  for (let at = 0; at < nodeCount; at++)
    loads.setNode(aNode({ id: nodeId(at), description: { resources: { nanoCpus: 4e9, memoryBytes: 4e9 } } }));
  for (const task of running) loads.setTask(task, spec);
  return loads;
}

const nodeOf = ({ choice }: Placement): string => ('nodeId' in choice ? choice.nodeId : '');

function counts(placements: readonly Placement[], nodeCount: number): readonly number[] {
  const byNode = new Map(Array.from({ length: nodeCount }, (_unused, at) => [nodeId(at), 0]));
  for (const placement of placements) byNode.set(nodeOf(placement), (byNode.get(nodeOf(placement)) ?? 0) + 1);
  byNode.delete('');
  return [...byNode.values()];
}

describe('placing a batch', () => {
  const nodeCounts = fc.integer({ min: 1, max: 12 });

  it('is even: no node gets two more than another', () => {
    fc.assert(
      fc.property(nodeCounts, fc.nat(60), (nodeCount, taskCount) => {
        const placements = place(
          loadsOf(nodeCount),
          batchesOf(pendingTasks(taskCount), () => SPEC),
          0,
        );
        const each = counts(placements, nodeCount);
        assert.equal(placements.length, taskCount);
        assert.ok(Math.max(...each) - Math.min(...each) <= 1, each.join());
      }),
    );
  });

  it('never gives away more than a node has', () => {
    const spec = aServiceSpec({ task: { resources: { reservations: { nanoCpus: 15e8 } } } });
    fc.assert(
      fc.property(nodeCounts, fc.nat(60), (nodeCount, taskCount) => {
        const placements = place(
          loadsOf(nodeCount),
          batchesOf(pendingTasks(taskCount), () => spec),
          0,
        );
        const each = counts(placements, nodeCount);
        assert.ok(Math.max(...each) <= 2);
        assert.equal(
          each.reduce((sum, count) => sum + count, 0),
          Math.min(taskCount, nodeCount * 2),
        );
      }),
    );
  });

  it('chooses alike whatever order tasks and nodes are heard of', () => {
    const shuffled = fc.shuffledSubarray([...pendingTasks(20), ...pendingTasks(10, 'api')], {
      minLength: 30,
    });
    const inOrder = place(
      loadsOf(7),
      batchesOf([...pendingTasks(20), ...pendingTasks(10, 'api')], () => SPEC),
      0,
    );
    const choice = (placements: readonly Placement[]): readonly string[] =>
      placements.map((placement) => `${placement.task.id} ${nodeOf(placement)}`).toSorted();
    fc.assert(
      fc.property(shuffled, (tasks) => {
        assert.deepEqual(
          choice(
            place(
              loadsOf(7),
              batchesOf(tasks, () => SPEC),
              0,
            ),
          ),
          choice(inOrder),
        );
      }),
    );
  });

  it('counts in the loads what it has placed', () => {
    const loads = loadsOf(3);
    place(
      loads,
      batchesOf(pendingTasks(10), () => SPEC),
    );
    assert.deepEqual(
      loadsById(loads).map(({ activeCount }) => activeCount),
      [4, 3, 3],
    );
  });

  it('of 10,000 tasks on 1,000 nodes takes well under a second', () => {
    const loads = loadsOf(1000);
    const batches = batchesOf(pendingTasks(10_000), () => SPEC);
    const started = process.cpuUsage();
    const placements = place(loads, batches, 0);
    // Of the processor: others on this machine do not count.
    const tookMs = process.cpuUsage(started).user / 1000;
    assert.deepEqual(new Set(counts(placements, 1000)), new Set([10]));
    assert.ok(tookMs < 500, `${tookMs.toFixed()} ms`);
  });
});

describe('the load of a node', () => {
  it('follows its tasks through any sequence of states', () => {
    const spec = aServiceSpec({ task: { resources: { reservations: { nanoCpus: 1e9, memoryBytes: 1e8 } } } });
    const someTask = fc.record({
      at: fc.nat(5),
      node: fc.nat(2),
      state: fc.constantFrom('pending', 'assigned', 'running', 'failed', 'shutdown'),
      desired: fc.constantFrom('running', 'shutdown', 'remove'),
      isGone: fc.boolean(),
    } as const);
    fc.assert(
      fc.property(fc.array(someTask, { maxLength: 40 }), (steps) => {
        const loads = loadsOf(3);
        const present = new Map<string, Task>();
        for (const { at, node, state, desired, isGone } of steps) {
          const placement = state === 'pending' ? undefined : { nodeId: nodeId(node) };
          const task = aTask({ id: `t${at}`, placement, status: { state }, desired: { state: desired } });
          if (isGone) {
            loads.removeTask(task.id);
            present.delete(task.id);
          } else {
            loads.setTask(task, spec);
            present.set(task.id, task);
          }
        }
        assert.deepEqual(summary(loads), summary(loadsOf(3, [...present.values()], spec)));
        const claims = [...present.values()].filter((task) => claimOf(task, spec) !== undefined);
        const reserved = loadsById(loads).reduce((sum, { free }) => sum + 4e9 - free.nanoCpus, 0);
        assert.equal(reserved, claims.length * 1e9);
      }),
    );
  });

  const summary = (loads: NodeLoads): unknown =>
    loadsById(loads).map(({ free, activeCount, hostPorts }) => ({ free, activeCount, hostPorts }));
});

describe('a heap', () => {
  it('gives its elements smallest first, replaced ones included', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99)), fc.array(fc.nat(99)), (items, later) => {
        const heap = new Heap(items, (a, b) => a - b);
        const expected = [...items];
        for (const item of later) {
          if (heap.smallest === undefined) break;
          expected.splice(expected.indexOf(heap.smallest), 1, item);
          heap.replaceSmallest(item);
        }
        const given: number[] = [];
        for (let next = heap.smallest; next !== undefined; next = heap.smallest) {
          given.push(next);
          heap.removeSmallest();
        }
        assert.deepEqual(
          given,
          expected.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
