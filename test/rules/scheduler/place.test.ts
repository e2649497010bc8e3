/**
 * What holds for every batch: an even spread, no node over-committed, the same choice for the same input.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Batch } from '../../../control-plane/scheduler/rules/batch.js';
import { claimOf } from '../../../control-plane/scheduler/rules/claim.js';
import { FILTERS } from '../../../control-plane/scheduler/rules/filters.js';
import type { NodeLoad } from '../../../control-plane/scheduler/rules/node-load.js';
import { NodeLoads } from '../../../control-plane/scheduler/rules/node-loads.js';
import type { Placement } from '../../../control-plane/scheduler/rules/place.js';
import { COMPARE } from '../../../control-plane/scheduler/rules/ranking.js';
import { requestOf } from '../../../control-plane/scheduler/rules/request.js';
import { aServiceSpec, aTask } from '../../kit/builders.js';
import { aNodeOf, aWaitingTask, loadsById, place, SPREAD } from './kit.js';

const NOW_MS = 1000;

interface Size {
  readonly nanoCpus: number;
  readonly memoryBytes: number;
}

interface Asked {
  readonly each: Size;
  readonly count: number;
  readonly most: number;
}

const sizes = (most: number): fc.Arbitrary<Size> =>
  fc.record({ nanoCpus: fc.nat(most), memoryBytes: fc.nat(most) });
const manySizes = fc.array(sizes(30), { minLength: 1, maxLength: 8 });
const manyAsked: fc.Arbitrary<Asked[]> = fc.array(
  fc.record({ each: sizes(10), count: fc.nat(30), most: fc.nat(3) }),
  { minLength: 1, maxLength: 4 },
);
const NOTHING: Size = { nanoCpus: 0, memoryBytes: 0 };

function loadsOf(nodes: readonly Size[], order: readonly number[] = nodes.map((_, i) => i)): NodeLoads {
  const loads = new NodeLoads();
  for (const i of order) {
    const { nanoCpus, memoryBytes } = nodes[i] ?? NOTHING;
    loads.setNode(aNodeOf(nanoCpus, memoryBytes, { id: `n${i}` }));
  }
  return loads;
}

function batchOf({ each, count, most }: Asked, i: number): Batch {
  const serviceId = `s${i}`;
  const task = { resources: { reservations: each }, placement: { maxReplicasPerNode: most } };
  const tasks = Array.from({ length: count }, (_, n) => aWaitingTask({ id: `${serviceId}-${n}`, serviceId }));
  return { spec: aServiceSpec({ name: serviceId, task }), tasks };
}

/** Puts what was placed where it was placed, as the store will say it. */
function settle(loads: NodeLoads, { spec }: Batch, placements: readonly Placement[]): void {
  for (const { task, choice } of placements) {
    if (!('nodeId' in choice)) continue;
    const status = { ...task.status, state: 'assigned' } as const;
    loads.setTask(
      {
        ...task,
        placement: { nodeId: choice.nodeId, generic: [] },
        status: { ports: [], atMs: 0, message: '', error: '', ...status },
      },
      spec,
    );
  }
}

const choicesOf = (placements: readonly Placement[]): unknown => placements.map(({ choice }) => choice);

describe('placing batches', () => {
  it('spreads each service, and all of them together, evenly over equal nodes', () => {
    const property = fc.property(fc.integer({ min: 1, max: 40 }), manyAsked, (nodeCount, asked) => {
      const loads = loadsOf(Array.from({ length: nodeCount }, () => NOTHING));
      asked.forEach(({ count }, i) => {
        const batch = batchOf({ each: NOTHING, count, most: 0 }, i);
        const placements = place(loads, [batch], NOW_MS);
        settle(loads, batch, placements);
        const perNode = loadsById(loads).map((load) => load.activeOf(`s${i}`));
        assert.equal(sum(perNode), count);
        assertEven(perNode);
        assertEven(loadsById(loads).map((load) => load.activeCount));
      });
    });
    fc.assert(property);
  });

  it('never gives away more than a node has, and turns tasks down only when no node has room', () => {
    const property = fc.property(manySizes, manyAsked, (nodes, asked) => {
      const loads = loadsOf(nodes);
      asked.map(batchOf).forEach((batch, i) => {
        const placements = place(loads, [batch], NOW_MS);
        assert.equal(placements.length, batch.tasks.length);
        settle(loads, batch, placements);
        const request = requestOf(`s${i}`, batch.spec, loads, SPREAD);
        const hasRoom = (load: NodeLoad): boolean =>
          FILTERS.every((f) => !f.applies(request) || f.passes(request, load));
        if (placements.some(({ choice }) => 'refusal' in choice))
          assert.equal(loadsById(loads).some(hasRoom), false);
      });
      for (const { free } of loadsById(loads)) assert.ok(free.nanoCpus >= 0 && free.memoryBytes >= 0);
    });
    fc.assert(property);
  });

  it('counts what it has placed in one batch for those after it, as if the store had said so', () => {
    const property = fc.property(manySizes, manyAsked, (nodes, asked) => {
      const batches = asked.map(batchOf);
      const together = loadsOf(nodes);
      const apart = loadsOf(nodes);
      const expected = batches.flatMap((batch) => {
        const placements = place(apart, [batch], NOW_MS);
        settle(apart, batch, placements);
        return placements;
      });
      assert.deepEqual(choicesOf(place(together, batches, NOW_MS)), choicesOf(expected));
      assert.deepEqual(
        loadsById(together).map(({ free, activeCount }) => ({ free, activeCount })),
        loadsById(apart).map(({ free, activeCount }) => ({ free, activeCount })),
      );
    });
    fc.assert(property);
  });

  it('puts no two tasks on one host port, nor beside those they stay apart from, whatever the strategy', () => {
    const services = fc.array(
      fc.record({ count: fc.nat(6), port: fc.nat(2), apart: fc.nat(3), isPacked: fc.boolean() }),
      { minLength: 1, maxLength: 5 },
    );
    const property = fc.property(fc.integer({ min: 1, max: 5 }), services, (nodeCount, asked) => {
      const loads = loadsOf(Array.from({ length: nodeCount }, () => NOTHING));
      const batches = asked.map(({ count, port, apart, isPacked }, i): Batch => {
        const serviceId = `s${i}`;
        const placement = {
          strategy: isPacked ? 'binpack' : 'spread',
          apartFrom: apart === i ? [] : [`S${apart}`],
        } as const;
        const ports = [{ targetPort: 80, publishedPort: port, publishMode: 'host' }] as const;
        const tasks = Array.from({ length: count }, (_, n) =>
          aWaitingTask({ id: `${serviceId}-${n}`, serviceId }),
        );
        const spec = aServiceSpec({ name: serviceId, task: { placement }, endpoint: { ports } });
        loads.setService(serviceId, spec);
        return { tasks, spec };
      });
      place(loads, batches, NOW_MS);
      for (const load of loadsById(loads)) {
        const bound = load.hostPorts.map(({ publishedPort }) => publishedPort);
        assert.equal(new Set(bound).size, bound.length);
        const here = asked.map((_, i) => i).filter((i) => load.allOf(`s${i}`) > 0);
        for (const i of here) assert.ok(asked[i]?.apart === i || !here.includes(asked[i]?.apart ?? -1));
      }
    });
    fc.assert(property);
  });

  it('chooses alike whatever order the nodes became known in', () => {
    const shuffled = manySizes.chain((nodes) => {
      const whole = { minLength: nodes.length, maxLength: nodes.length };
      return fc.tuple(
        fc.constant(nodes),
        fc.shuffledSubarray(
          nodes.map((_, i) => i),
          whole,
        ),
      );
    });
    const property = fc.property(shuffled, manyAsked, ([nodes, order], asked) => {
      const batches = asked.map(batchOf);
      const choices = place(loadsOf(nodes, order), batches, NOW_MS);
      assert.deepEqual(choicesOf(choices), choicesOf(place(loadsOf(nodes), batches, NOW_MS)));
    });
    fc.assert(property);
  });

  it('takes at every turn the node that is best then', () => {
    const property = fc.property(manySizes, manyAsked, (nodes, asked) => {
      const placing = loadsOf(nodes);
      // Counted task by task, and searched from end to end.
      const loads = loadsOf(nodes);
      asked.map(batchOf).forEach((batch, i) => {
        const request = requestOf(`s${i}`, batch.spec, loads, SPREAD);
        for (const placement of place(placing, [batch], NOW_MS)) {
          const fitting = loadsById(loads).filter((load) =>
            FILTERS.every((f) => !f.applies(request) || f.passes(request, load)),
          );
          const [best] = fitting
            .map((load) => ({
              load,
              failures: 0,
              ofService: load.activeOf(`s${i}`),
              fullness: 0,
              active: load.activeCount,
            }))
            .toSorted(COMPARE.spread);
          const { choice } = placement;
          assert.equal('nodeId' in choice ? choice.nodeId : undefined, best?.load.node.id);
          settle(loads, batch, [placement]);
        }
      });
    });
    fc.assert(property);
  });
});

describe('what a task claims', () => {
  it('is nothing before it has a node and after it has ended', () => {
    const spec = aServiceSpec();
    const waiting = aWaitingTask({ id: 'a' });
    assert.equal(claimOf(waiting, spec), undefined);
    const named = { ...waiting, placement: { nodeId: 'n1', generic: [] } };
    assert.equal(claimOf(named, spec), undefined, 'the scheduler has yet to agree');
    const placed = aTask({ id: 'a', placement: { nodeId: 'n1' }, status: { state: 'assigned' } });
    assert.equal(claimOf(placed, spec)?.isActive, true);
    const failed = aWaitingTask({ id: 'a', status: { state: 'failed' } });
    assert.equal(claimOf({ ...failed, placement: { nodeId: 'n1', generic: [] } }, spec), undefined);
  });
});

describe('the filters', () => {
  it('have a fixed order', () => {
    assert.deepEqual(
      FILTERS.map(({ name }) => name),
      [
        'ready',
        'resource',
        'plugin',
        'encryption',
        'constraint',
        'platform',
        'host-port',
        'max-replicas',
        'volumes',
        'apart',
      ],
    );
  });

  it('explain themselves in sentences for one node and for several', () => {
    assert.deepEqual(
      FILTERS.map((filter) => [filter.explain(1), filter.explain(2)]),
      [
        ['1 node not available for new tasks', '2 nodes not available for new tasks'],
        ['insufficient resources on 1 node', 'insufficient resources on 2 nodes'],
        ['missing plugin on 1 node', 'missing plugin on 2 nodes'],
        ['1 node cannot encrypt', '2 nodes cannot encrypt'],
        ['scheduling constraints not satisfied on 1 node', 'scheduling constraints not satisfied on 2 nodes'],
        ['unsupported platform on 1 node', 'unsupported platform on 2 nodes'],
        ['host-mode port already in use on 1 node', 'host-mode port already in use on 2 nodes'],
        ['max replicas per node limit exceed', 'max replicas per node limit exceed'],
        [
          'cannot fulfill requested CSI volume mounts on 1 node',
          'cannot fulfill requested CSI volume mounts on 2 nodes',
        ],
        ['tasks to stay apart from on 1 node', 'tasks to stay apart from on 2 nodes'],
      ],
    );
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function assertEven(counts: readonly number[]): void {
  const spread = Math.max(...counts) - Math.min(...counts);
  assert.ok(spread <= 1, `uneven: ${counts.join(' ')}`);
}
