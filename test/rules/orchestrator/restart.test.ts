/**
 * Restart now, later, or no more.
 */
import assert from 'node:assert/strict';
import { recordAfter, shouldRestart } from '../../../control-plane/orchestrator/rules/restart-policy.js';
import { LONGEST_WAIT_MS } from '../../../control-plane/orchestrator/rules/restart.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { NodeInput, RestartPolicy, TaskInput, TaskState } from '../../../proto/gen/objects.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';

const policy = (parts: Partial<RestartPolicy>): RestartPolicy => ({
  condition: 'any',
  delayMs: 5000,
  maxAttempts: 0,
  windowMs: 0,
  ...parts,
});

const endedAt = (state: TaskState, total: number, atMs: readonly number[] = []): ReturnType<typeof aTask> =>
  aTask({ status: { state, atMs: 10_000 }, desired: { state: 'running', restarts: { total, atMs } } });

describe('a restart policy', () => {
  for (const [condition, state, expected] of [
    ['none', 'failed', false],
    ['none', 'complete', false],
    ['on-failure', 'complete', false],
    ['on-failure', 'failed', true],
    ['on-failure', 'rejected', true],
    ['any', 'complete', true],
    ['any', 'failed', true],
  ] as const)
    it(`of ${condition} ${expected ? 'restarts' : 'leaves'} what is ${state}`, () => {
      assert.equal(shouldRestart(endedAt(state, 0), policy({ condition })), expected);
    });

  for (const [what, parts, total, atMs, expected] of [
    ['without a limit', {}, 1000, [], true],
    ['below its limit', { maxAttempts: 2 }, 1, [], true],
    ['at its limit', { maxAttempts: 2 }, 2, [], false],
    ['with a window, counting only inside it', { maxAttempts: 2, windowMs: 1000 }, 9, [8000, 9500], true],
    ['with a full window', { maxAttempts: 2, windowMs: 1000 }, 2, [9200, 9500], false],
    ['with an instant just outside', { maxAttempts: 1, windowMs: 1000 }, 1, [9000], true],
    [
      'with an end before its restart, as of a node whose clock is behind',
      { maxAttempts: 1, windowMs: 1000 },
      1,
      [50_000],
      false,
    ],
  ] as const)
    it(`${what} says ${expected}`, () => {
      assert.equal(shouldRestart(endedAt('failed', total, atMs), policy(parts)), expected);
    });

  it('counts from nothing in a new revision', () => {
    const old = endedAt('failed', 4, [1, 2]);
    assert.deepEqual(recordAfter(old, 2, policy({ maxAttempts: 3, windowMs: 1000 }), 11_000), {
      total: 1,
      atMs: [11_000],
    });
  });

  it('remembers only instants that can still count', () => {
    const old = endedAt('failed', 4, [1000, 9000, 9500]);
    const record = recordAfter(old, 1, policy({ maxAttempts: 2, windowMs: 5000 }), 11_000);
    assert.deepEqual(record, { total: 5, atMs: [9500, 11_000] });
    assert.deepEqual(recordAfter(old, 1, policy({}), 11_000), { total: 5, atMs: [] });
  });
});

const view = (
  node: NodeInput,
  task: TaskInput,
  restart: Partial<RestartPolicy> = {},
): Promise<ClusterView> => {
  const spec = { task: { restart: policy(restart) } };
  return viewOf({
    node: [aNode({ id: 'node-1', ...node })],
    service: [aService({ spec })],
    revision: [aRevision({ spec })],
    task: [aTask(task)],
  });
};

describe('a task', () => {
  for (const state of ['complete', 'failed', 'rejected', 'shutdown', 'orphaned'] as const)
    it(`that is ${state} is replaced, to start after the delay`, async () => {
      assert.deepEqual(decide(await view({}, { status: { state } })).lines, [
        'new slot 1 r1 ready in 5000 ms',
        'task-1 -> shutdown',
      ]);
    });

  it('that ended is replaced at once without a delay', async () => {
    const decided = decide(await view({}, { status: { state: 'failed' } }, { delayMs: 0 }));
    assert.deepEqual(decided.lines, ['new slot 1 r1 running', 'task-1 -> shutdown']);
  });

  it('that may not be restarted holds its slot', async () => {
    const ended = await view({}, { status: { state: 'complete' } }, { condition: 'on-failure' });
    assert.deepEqual(decide(ended).lines, ['task-1 -> shutdown']);
    const stopped = await view(
      {},
      { status: { state: 'complete' }, desired: { state: 'shutdown' } },
      { condition: 'on-failure' },
    );
    assert.deepEqual(decide(stopped), { lines: [], wakeInMs: undefined });
  });

  it('of a node that is down is replaced at once', async () => {
    const down = await view({ status: { state: 'down' } }, { status: { state: 'running' } });
    const { lines } = decide(down);
    assert.deepEqual(lines, ['new slot 1 r1 running', 'task-1 -> shutdown']);
  });

  it('that failed on a node that is down since is replaced after its delay', async () => {
    const down = await view({ status: { state: 'down' } }, { status: { state: 'failed' } });
    assert.ok(decide(down).lines.includes('new slot 1 r1 ready in 5000 ms'));
  });

  it('of a drained node is replaced without delay, after it has stopped', async () => {
    const drained = await view({ spec: { availability: 'drain' } }, {});
    assert.deepEqual(decide(drained).lines, [
      'new slot 1 r1 ready in 0 ms after task-1',
      'task-1 -> shutdown',
    ]);
  });

  it('of a removed node is given up and replaced', async () => {
    const removed = await view({ id: 'another' }, {});
    assert.deepEqual(decide(removed).lines, [
      'new slot 1 r1 running',
      'task-1 -> shutdown',
      'task-1 is orphaned',
    ]);
  });

  it('of a paused or unknown node stays', async () => {
    assert.deepEqual(decide(await view({ spec: { availability: 'pause' } }, {})).lines, []);
    assert.deepEqual(decide(await view({ status: { state: 'unknown' } }, {})).lines, []);
    assert.deepEqual(decide(await view({ status: { state: 'disconnected' } }, {})).lines, []);
  });

  it('that failed while it waited to start is replaced when its own delay is over', async () => {
    const start = { notBeforeMs: NOW_MS + 700, afterTaskId: '', waitUntilMs: NOW_MS + 60_700 };
    const rejected = await view({}, { status: { state: 'rejected' }, desired: { state: 'ready', start } });
    assert.deepEqual(decide(rejected), { lines: [], wakeInMs: 700 });
    assert.deepEqual(decide(rejected, NOW_MS + 700).lines, [
      'new slot 1 r1 ready in 5000 ms',
      'task-1 -> shutdown',
    ]);
  });
});

describe('a replacement', () => {
  const pair = (
    old: TaskInput,
    notBeforeMs: number,
    nodeState: 'ready' | 'down' = 'ready',
  ): Promise<ClusterView> =>
    viewOf({
      node: [aNode({ status: { state: nodeState } })],
      service: [aService()],
      revision: [aRevision()],
      task: [
        aTask({ id: 'old', desired: { state: 'shutdown' }, ...old }),
        aTask({
          id: 'young',
          placement: { nodeId: '' },
          status: { state: 'pending' },
          desired: {
            state: 'ready',
            start: { notBeforeMs, afterTaskId: 'old', waitUntilMs: notBeforeMs + LONGEST_WAIT_MS },
          },
        }),
      ],
    });

  it('waits out its delay', async () => {
    const waiting = await pair({ status: { state: 'failed' } }, NOW_MS + 100);
    assert.deepEqual(decide(waiting), { lines: [], wakeInMs: 100 });
    assert.deepEqual(decide(waiting, NOW_MS + 100).lines, ['young -> running']);
  });

  it('does not wait for hours when the clock is set back by hours', async () => {
    const waiting = await pair({ status: { state: 'failed' } }, NOW_MS + 4000);
    assert.deepEqual(decide(waiting, NOW_MS - 3_600_000).lines, ['young -> running']);
    const start = { notBeforeMs: NOW_MS + 4000, afterTaskId: '', waitUntilMs: NOW_MS + 64_000 };
    const rejected = await view({}, { status: { state: 'rejected' }, desired: { state: 'ready', start } });
    assert.ok(decide(rejected, NOW_MS - 3_600_000).lines.includes('task-1 -> shutdown'));
  });

  it('waits for the old task to stop, a minute after the delay at most', async () => {
    const waiting = await pair({ status: { state: 'running' } }, NOW_MS - 100);
    assert.deepEqual(decide(waiting), { lines: [], wakeInMs: LONGEST_WAIT_MS - 100 });
    assert.deepEqual(decide(waiting, NOW_MS - 100 + LONGEST_WAIT_MS).lines, ['young -> running']);
  });

  it('does not wait for a task whose node is down', async () => {
    const waiting = await pair({ status: { state: 'running' } }, NOW_MS, 'down');
    assert.ok(decide(waiting).lines.includes('young -> running'));
  });

  it('does not wait for a task that never got a node', async () => {
    const unplaced = { status: { state: 'pending' as const }, placement: { nodeId: '' } };
    assert.deepEqual(decide(await pair(unplaced, NOW_MS)).lines, ['young -> running']);
  });

  it('is not made while another task holds the slot', async () => {
    const two = await viewOf({
      node: [aNode()],
      service: [aService()],
      revision: [aRevision()],
      task: [aTask({ id: 'a', status: { state: 'failed' } }), aTask({ id: 'b' })],
    });
    assert.deepEqual(decide(two).lines, ['a -> shutdown']);
  });
});
