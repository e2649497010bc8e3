/**
 * What `service ls` counts, mode by mode.
 */
import assert from 'node:assert/strict';
import { serviceEntries } from '../../../control-plane/api/rules/entries.js';
import { runningOnLost, serviceTally } from '../../../control-plane/api/rules/service-tally.js';
import type {
  NodeInput,
  ServiceInput,
  ServiceSpecInput,
  Task,
  TaskInput,
} from '../../../proto/gen/objects.js';
import { aNode, aService, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

const GLOBAL: ServiceSpecInput['mode'] = { kind: 'global', global: {} };
const GLOBAL_JOB: ServiceSpecInput['mode'] = { kind: 'globalJob', globalJob: {} };
const BATCH: ServiceSpecInput['mode'] = {
  kind: 'replicatedJob',
  replicatedJob: { maxConcurrent: 2, totalCompletions: 5 },
};

async function tally(
  mode: ServiceSpecInput['mode'],
  nodes: readonly NodeInput[],
  tasks: readonly Task[],
  parts: ServiceInput = {},
): Promise<readonly [running: number, desired: number, completed: number]> {
  const service = aService({ ...parts, spec: { ...parts.spec, mode } });
  const view = await aView({ node: nodes.map((node) => aNode(node)), service: [service], task: tasks });
  const { runningTasks, desiredTasks, completedTasks } = serviceTally(view, service, runningOnLost(view));
  return [runningTasks, desiredTasks, completedTasks];
}

const onNode = (nodeId: string, parts: TaskInput = {}): Task =>
  aTask({ id: `t-${nodeId}`, slot: 0, placement: { nodeId }, ...parts });
const done = (slot: number, run: number, parts: TaskInput = {}): Task =>
  aTask({
    id: `done-${slot}-${run}`,
    slot,
    run,
    desired: { state: 'shutdown' },
    status: { state: 'complete' },
    ...parts,
  });

describe('the count of tasks', () => {
  it('of a global service is that of the nodes that are to have one, and of paused ones that do', async () => {
    const nodes: readonly NodeInput[] = [
      { id: 'n1' },
      { id: 'n2' },
      { id: 'n3', spec: { availability: 'pause' } },
      { id: 'n4', spec: { availability: 'pause' } },
      { id: 'n5', spec: { availability: 'drain' } },
      { id: 'n6', status: { state: 'down' } },
    ];
    const stopping = onNode('n5', { desired: { state: 'shutdown' } });
    assert.deepEqual(await tally(GLOBAL, nodes, [onNode('n1'), onNode('n3'), stopping]), [2, 3, 0]);
    const placement = { constraints: ['node.id==n1'] };
    assert.deepEqual(await tally(GLOBAL, nodes, [], { spec: { task: { placement } } }), [0, 1, 0]);
  });

  it('of a replicated job is how many may run at once, and what completed in its newest run', async () => {
    const runs = { lastNumber: 2, runs: [{ number: 2 }] };
    const tasks = [
      done(1, 2),
      done(2, 1),
      done(1, 2, { id: 'late' }),
      aTask({ id: 'going', slot: 3, run: 2 }),
    ];
    assert.deepEqual(await tally(BATCH, [{}], tasks, { runs }), [1, 2, 1]);
    assert.deepEqual(await tally(BATCH, [{}], []), [0, 2, 0]);
  });

  it('of a global job is what its newest run has left to do, and what it has done', async () => {
    const runs = { lastNumber: 1, runs: [{ number: 1 }] };
    const tasks = [
      done(0, 1, { placement: { nodeId: 'n1' } }),
      onNode('n2', { run: 1, status: { state: 'pending' } }),
    ];
    assert.deepEqual(await tally(GLOBAL_JOB, [{ id: 'n1' }, { id: 'n2' }], tasks, { runs }), [0, 1, 1]);
  });

  it('of what runs leaves out lost nodes, which are looked at once for a whole list', async () => {
    const services = [1, 2, 3].map((number) => aService({ id: `s${number}` }));
    const down = { status: { state: 'down' } } as const;
    const view = await aView({
      node: [aNode({ id: 'n1', ...down }), aNode({ id: 'n2', ...down }), aNode({ id: 'n3' })],
      service: services,
      task: [
        aTask({ id: 'a', serviceId: 's1', placement: { nodeId: 'n1' } }),
        aTask({ id: 'b', serviceId: 's1', placement: { nodeId: 'n3' } }),
        aTask({ id: 'c', serviceId: 's2', placement: { nodeId: 'n2' } }),
      ],
    });
    const looks: string[] = [];
    const tasksOnNode = view.tasksOnNode.bind(view);
    Object.assign(view, {
      tasksOnNode: (id: string) => {
        looks.push(id);
        return tasksOnNode(id);
      },
    });
    const entries = serviceEntries(view, services);
    assert.deepEqual(
      entries.map(({ runningTasks }) => runningTasks),
      [1, 0, 0],
    );
    assert.deepEqual(looks.toSorted(), ['n1', 'n2']);
  });
});
