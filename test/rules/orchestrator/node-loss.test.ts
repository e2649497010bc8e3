/**
 * A service whose tasks wait for a node that is down: what is left alone, what ends the waiting, and how scaling
 * and rollouts get along with it.
 */
import assert from 'node:assert/strict';
import { LONGEST_DOWN_MS } from '../../../control-plane/orchestrator/rules/clean-up.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { NodeInput, ServiceSpecInput, Task, TaskInput } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';
import { old, rollout, waiting, young } from './rollout-kit.js';

const DOWN: NodeInput = { status: { state: 'down', sinceMs: NOW_MS - 60_000 } };

const spec = (replicas: number, parts: ServiceSpecInput = {}): ServiceSpecInput => ({
  mode: { kind: 'replicated', replicated: { replicas } },
  onNodeDown: 'wait',
  ...parts,
});

const on = (nodeId: string, slot: number, parts: TaskInput = {}): Task =>
  aTask({ id: `t${slot}`, slot, placement: { nodeId }, ...parts });

interface Parts {
  readonly node?: NodeInput;
  readonly spec?: ServiceSpecInput;
  readonly tasks?: readonly Task[];
}

/** Slots 1 and 2 on node-1, which is down, and slot 3 on node-2. */
async function lost({ node = DOWN, spec: asked = spec(3), tasks }: Parts = {}): Promise<ClusterView> {
  return await viewOf({
    node: [aNode({ id: 'node-1', ...node }), aNode({ id: 'node-2' })],
    service: [aService({ spec: asked })],
    revision: [aRevision({ spec: asked })],
    task: tasks ?? [on('node-1', 1), on('node-1', 2), on('node-2', 3)],
  });
}

const NOTHING = { lines: [], wakeInMs: undefined };

describe('tasks that wait for their node', () => {
  it('are not replaced while it is down, however long', async () => {
    assert.deepEqual(decide(await lost()), NOTHING);
    const { lines } = decide(await lost(), NOW_MS + 2 * LONGEST_DOWN_MS);
    assert.deepEqual(lines, []);
  });

  it('are replaced where the service does not say so', async () => {
    const { lines } = decide(await lost({ spec: spec(3, { onNodeDown: 'replace' }) }));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('new')),
      ['new slot 1 r1 running', 'new slot 2 r1 running'],
    );
  });

  it('go on as before when it is back', async () => {
    assert.deepEqual(decide(await lost({ node: {} })), NOTHING);
  });

  it('are replaced at once when it is drained or removed', async () => {
    const drained = decide(await lost({ node: { ...DOWN, spec: { availability: 'drain' } } }));
    assert.deepEqual(
      drained.lines.filter((line) => line.startsWith('new')),
      ['new slot 1 r1 running', 'new slot 2 r1 running'],
    );
    const gone = decide(await lost({ tasks: [on('removed', 1), on('node-2', 2), on('node-2', 3)] }));
    assert.deepEqual(gone.lines, ['new slot 1 r1 running', 't1 -> shutdown', 't1 is orphaned']);
  });

  it('that ended there before are replaced elsewhere', async () => {
    const failed = on('node-1', 1, { status: { state: 'failed', storedAtMs: NOW_MS } });
    const { lines } = decide(await lost({ tasks: [failed, on('node-1', 2), on('node-2', 3)] }));
    assert.deepEqual(lines, ['new slot 1 r1 ready in 5000 ms', 't1 -> shutdown']);
  });

  it('are the first to be given up when the service is scaled down', async () => {
    const { lines } = decide(await lost({ spec: spec(1) }));
    assert.deepEqual(lines, ['t1 -> remove', 't2 -> remove']);
  });

  it('told to stop before the node was down hold up what follows them, and only until it is back', async () => {
    const stopping = on('node-1', 1, {
      desired: {
        state: 'shutdown',
        leaving: { sinceMs: NOW_MS - 300_000, reason: 'ended', end: 'shutdown' },
      },
    });
    const next = aTask({
      id: 'next',
      slot: 1,
      placement: { nodeId: 'node-2' },
      desired: {
        state: 'ready',
        start: { notBeforeMs: 1, afterTaskId: 't1', waitUntilMs: NOW_MS - 100_000 },
      },
      status: { state: 'ready' },
    });
    const tasks = [stopping, next];
    assert.deepEqual(decide(await lost({ spec: spec(1), tasks })).lines, []);
    assert.deepEqual(decide(await lost({ spec: spec(1), tasks, node: {} })).lines, ['next -> running']);
  });
});

describe('a rollout of a service whose tasks wait for a node', () => {
  const parts = {
    nodes: [{ id: 'node-1', ...DOWN }, { id: 'node-2' }],
    spec: { onNodeDown: 'wait' },
  } as const;
  const up = { placement: { nodeId: 'node-2' } };

  it('replaces the others, and leaves those until the node is back', async () => {
    const view = await rollout({ ...parts, tasks: [old(1), old(2, up)] });
    assert.deepEqual(decide(view).lines, ['new slot 2 r2 ready in 0 ms after old-2']);
    const alone = await rollout({ ...parts, tasks: [old(1)] });
    assert.deepEqual(decide(alone).lines, []);
    const back = await rollout({ ...parts, nodes: [{ id: 'node-1' }], tasks: [old(1)] });
    assert.deepEqual(decide(back).lines, ['new slot 1 r2 ready in 0 ms after old-1']);
  });

  it('does not call a new task late whose node is down, and gives it its time when that is back', async () => {
    const lateMs = NOW_MS + 24 * 3600 * 1000;
    const tasks = [young(1, 'preparing')];
    const linesAt = async (onNodeDown: 'wait' | 'replace', node: NodeInput, atMs: number) =>
      decide(await rollout({ spec: { onNodeDown }, nodes: [node], tasks }), atMs).lines;
    const isDown = { id: 'node-1', status: { state: 'down', sinceMs: NOW_MS } } as const;
    const isBack = { id: 'node-1', status: { state: 'ready', sinceMs: lateMs - 1000 } } as const;
    assert.deepEqual(await linesAt('wait', isDown, lateMs), []);
    assert.deepEqual(await linesAt('wait', isBack, lateMs), []);
    assert.deepEqual(await linesAt('wait', isBack, 2 * lateMs), ['rollout paused']);
    assert.deepEqual(await linesAt('replace', isBack, lateMs), ['rollout paused']);
  });

  it('does not let a prepared task take the place of one that may run there', async () => {
    const tasks = [old(1), { ...waiting(1, 'ready'), placement: { nodeId: 'node-2', generic: [] } }];
    assert.deepEqual(decide(await rollout({ ...parts, tasks })).lines, []);
    const replace = { ...parts, spec: {}, tasks };
    assert.ok(decide(await rollout(replace)).lines.includes('old-1 -> shutdown'));
  });
});
