/**
 * Rolling updates of services with one task on each node: what nodes get that join, come back, are paused or drained.
 */
import assert from 'node:assert/strict';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type {
  Node,
  NodeInput,
  RolloutPart,
  ServiceInput,
  Task,
  TaskInput,
  TaskState,
  UpdateOrder,
} from '../../../proto/gen/objects.js';
import { DEFAULT_UPDATE_CONFIG } from '../../../proto/model/update-config.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';
import { REQUEST } from './rollout-kit.js';

const MODE = { kind: 'global', global: {} } as const;
const onNode = (nodeId: string, parts: TaskInput = {}): Task =>
  aTask({ id: `t-${nodeId}`, slot: 0, placement: { nodeId }, ...parts });
const nodes = (...parts: readonly (NodeInput & { id: string })[]): readonly Node[] =>
  parts.map((each) => aNode(each));

const drained = { spec: { availability: 'drain' } } as const;
const paused = { spec: { availability: 'pause' } } as const;

describe('a rolling update of a global service', () => {
  const update = (order: UpdateOrder): ServiceInput['spec'] => ({
    mode: MODE,
    update: { ...DEFAULT_UPDATE_CONFIG, order },
    task: { container: { image: 'web:2' } },
  });
  const progress = {
    state: 'updating',
    revision: 2,
    startedAtMs: NOW_MS - 30_000,
    number: 1,
    slotCount: 2,
  } as const;

  async function updating(
    members: readonly Node[],
    tasks: readonly Task[],
    { order = 'stop-first', ...parts }: ServiceInput & { order?: UpdateOrder } = {},
  ): Promise<ClusterView> {
    return await viewOf({
      node: members,
      service: [
        aService({
          revision: 2,
          previousRevision: 1,
          rollout: REQUEST,
          desired: progress,
          ...parts,
          spec: update(order),
        }),
      ],
      revision: [aRevision({ spec: { mode: MODE } }), aRevision({ revision: 2, spec: update(order) })],
      task: tasks,
    });
  }

  const young = (nodeId: string, parts: TaskInput = {}): Task =>
    onNode(nodeId, { id: `young-${nodeId}`, revision: 2, ...parts });

  it('prepares the new task on the node of the old one, a node at a time', async () => {
    const both = await updating(nodes({ id: 'n1' }, { id: 'n2' }), [onNode('n1'), onNode('n2')]);
    assert.deepEqual(decide(both).lines, ['new node n1 r2 ready in 0 ms after t-n1']);
  });

  it('start-first begins it beside the old one', async () => {
    const both = await updating(nodes({ id: 'n1' }, { id: 'n2' }), [onNode('n1'), onNode('n2')], {
      order: 'start-first',
    });
    assert.deepEqual(decide(both).lines, ['new node n1 r2 ready']);
  });

  it('gives a node that joins meanwhile the new revision at once, and goes on as before', async () => {
    const waiting = young('n1', {
      desired: {
        state: 'ready',
        start: { notBeforeMs: NOW_MS - 1000, afterTaskId: 't-n1', waitUntilMs: 0 },
        rollout: { number: 1, sinceMs: NOW_MS - 1000, replacesTaskId: 't-n1' },
      },
      status: { state: 'preparing' },
    });
    const joined = await updating(nodes({ id: 'n1' }, { id: 'n2' }, { id: 'n3' }), [
      onNode('n1'),
      waiting,
      onNode('n2'),
    ]);
    assert.deepEqual(decide(joined).lines, ['new node n3 r2 running']);
  });

  it('gives a node that comes back meanwhile what it had: the new revision has its turn, or none', async () => {
    const members = nodes({ id: 'n1' }, { id: 'n2' });
    const givenUp = onNode('n1', { desired: { state: 'shutdown' }, status: { state: 'orphaned' } });
    const late = young('n1', {
      meta: { createdAtMs: NOW_MS },
      desired: { state: 'shutdown', rollout: { number: 1, lateAtMs: NOW_MS - 1000 } },
      status: { state: 'shutdown' },
    });
    for (const state of ['updating', 'paused'] as const)
      for (const tasks of [
        [givenUp, onNode('n2')],
        [givenUp, late, onNode('n2')],
      ]) {
        const back = await updating(members, tasks, { desired: { ...progress, state } });
        assert.deepEqual(
          decide(back).lines.filter((line) => line.startsWith('new node n1')),
          ['new node n1 r1 running'],
          state,
        );
      }
    const done = { ...progress, state: 'completed' } as const;
    const later = await updating(members, [givenUp, young('n2')], { desired: done });
    assert.deepEqual(decide(later).lines, ['new node n1 r2 running']);
  });

  it('goes on watching a new task whose node was away', async () => {
    const rollout = { number: 1, sinceMs: NOW_MS - 60_000, replacesTaskId: 't-n1', lateAtMs: 0 };
    const partAfter = async (state: TaskState): Promise<RolloutPart | undefined> => {
      const before = young('n1', { desired: { state: 'shutdown', rollout }, status: { state } });
      const back = await updating(nodes({ id: 'n1' }), [before]);
      const service = back.service('service-1');
      assert.ok(service !== undefined);
      const { groups } = decideService(back, service.id, NOW_MS, () => 'new');
      const made = groups.flatMap(({ changes }) =>
        changes.flatMap(({ change }) =>
          change?.kind === 'create' && change.create.object?.kind === 'task'
            ? [change.create.object.task]
            : [],
        ),
      );
      assert.equal(made.length, 1);
      return made[0]?.desired?.rollout;
    };
    const watched = { number: 1, sinceMs: NOW_MS, replacesTaskId: '', lateAtMs: 0 };
    assert.deepEqual(await partAfter('orphaned'), watched);
    // What became of the new revision there is known.
    assert.equal(await partAfter('failed'), undefined);
  });

  const down = { status: { state: 'down' } } as const;
  const begun = (agoMs: number) => ({ number: 1, sinceMs: NOW_MS - agoMs, replacesTaskId: 't-n1' });
  const prepared = (nodeId: string): Task =>
    young(nodeId, {
      desired: {
        state: 'ready',
        start: { notBeforeMs: NOW_MS - 1000, afterTaskId: `t-${nodeId}`, waitUntilMs: 0 },
        rollout: { ...begun(1000), replacesTaskId: `t-${nodeId}` },
      },
      status: { state: 'ready' },
    });

  it('stops nothing else while a node is down on which the new task was started', async () => {
    const linesWith = async (node: NodeInput, parts: TaskInput): Promise<readonly string[]> => {
      const members = nodes({ ...node, id: 'n1' }, { id: 'n2' }, { id: 'n3' });
      const tasks = [young('n1', parts), onNode('n2'), prepared('n2'), onNode('n3')];
      return decide(await updating(members, tasks, { desired: { ...progress, slotCount: 3 } })).lines;
    };
    const starting = (agoMs: number): TaskInput => ({
      desired: { state: 'running', rollout: begun(agoMs) },
      status: { state: 'starting' },
    });
    const given = (agoMs: number): TaskInput => ({
      desired: { state: 'shutdown', rollout: begun(agoMs) },
      status: { state: 'orphaned' },
    });
    const goesOn = ['new node n3 r2 ready in 0 ms after t-n3', 't-n2 -> shutdown', 'young-n2 -> ready'];
    assert.deepEqual(await linesWith(down, starting(1000)), ['young-n1 -> shutdown']);
    assert.deepEqual(await linesWith(down, given(1000)), []);
    assert.deepEqual(await linesWith(down, given(DEFAULT_UPDATE_CONFIG.progressDeadlineMs)), goesOn);
    assert.deepEqual(await linesWith({ ...down, ...drained }, given(1000)), goesOn);
  });

  it('goes on counting what failed on a node that is down now', async () => {
    const failed = young('n1', {
      desired: { state: 'shutdown', rollout: begun(2000) },
      status: { state: 'failed', storedAtMs: NOW_MS - 1000 },
    });
    const members = nodes({ ...down, id: 'n1' }, { id: 'n2' });
    const { lines } = decide(await updating(members, [failed, onNode('n2')]));
    assert.deepEqual(lines, ['rollout paused']);
  });

  it('leaves a paused node its old task, and completes without it', async () => {
    const members = nodes({ id: 'n1' }, { id: 'n2', ...paused });
    const done = young('n1', {
      desired: { state: 'running', rollout: { number: 1, sinceMs: NOW_MS - 60_000 } },
      status: { state: 'running', runningSinceMs: NOW_MS - 60_000 },
    });
    const rest = await updating(members, [done, onNode('n2')]);
    assert.deepEqual(decide(rest).lines, ['rollout completed']);
  });

  it('brings the new revision to a node that was paused then, when it goes on', async () => {
    const over = { ...progress, state: 'completed' } as const;
    const back = await updating(nodes({ id: 'n1' }, { id: 'n2' }), [young('n1'), onNode('n2')], {
      desired: over,
    });
    assert.deepEqual(decide(back).lines, ['new node n2 r2 ready in 0 ms after t-n2']);
  });

  it('lets a replacement on a node that was paused in the middle of it start', async () => {
    const old = onNode('n1', { desired: { state: 'shutdown' }, status: { state: 'shutdown' } });
    const start = { notBeforeMs: NOW_MS - 1000, afterTaskId: 't-n1', waitUntilMs: 0 };
    const rollout = { number: 1, sinceMs: NOW_MS - 1000, replacesTaskId: 't-n1' };
    const next = young('n1', { desired: { state: 'ready', start, rollout }, status: { state: 'ready' } });
    const halfway = await updating(nodes({ id: 'n1', ...paused }), [old, next]);
    assert.deepEqual(decide(halfway).lines, ['young-n1 -> running']);
  });

  it('stops both tasks on a node that is drained in the middle of it', async () => {
    const rollout = { number: 1, sinceMs: NOW_MS - 1000, replacesTaskId: 't-n1' };
    const next = young('n1', { desired: { state: 'ready', rollout }, status: { state: 'ready' } });
    const emptied = await updating(nodes({ id: 'n1', ...drained }, { id: 'n2' }), [
      onNode('n1'),
      next,
      onNode('n2'),
    ]);
    assert.deepEqual(decide(emptied).lines, [
      'new node n2 r2 ready in 0 ms after t-n2',
      't-n1 -> shutdown',
      'young-n1 -> shutdown',
    ]);
  });
});
