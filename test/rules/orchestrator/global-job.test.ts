/**
 * Global jobs: which nodes take part in a run, and how it ends.
 */
import assert from 'node:assert/strict';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { NodeInput, Task } from '../../../proto/gen/objects.js';
import { decide } from './decided.js';
import { SWEEP, aRun, runs, onNode, world, endings } from './job-kit.js';

describe('a global job', () => {
  const two = [{ id: 'n1' }, { id: 'n2' }];

  it('has a task on each node that will do', async () => {
    const nodes = [
      ...two,
      { id: 'n3', spec: { availability: 'drain' } } as const,
      { id: 'n4', status: { state: 'down' } } as const,
    ];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes })).lines, [
      'new node n1 of run 1 r1 running',
      'new node n2 of run 1 r1 running',
    ]);
  });

  it('takes in nodes that join while it goes on, and none afterwards', async () => {
    const tasks = [onNode('n1', 'complete')];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes: two, tasks })).lines, [
      'new node n2 of run 1 r1 running',
    ]);
    const over = await world({
      mode: SWEEP,
      nodes: two,
      tasks,
      service: { runs: runs(aRun(1, { state: 'complete' })) },
    });
    assert.deepEqual(decide(over).lines, []);
  });

  it('is complete when every node is', async () => {
    const done = two.map(({ id }) => onNode(id, 'complete'));
    assert.deepEqual(endings(await world({ mode: SWEEP, nodes: two, tasks: done })), [
      '1 complete: 2 of 2 completed',
    ]);
    const half = [onNode('n1', 'complete'), onNode('n2', 'running')];
    assert.deepEqual(endings(await world({ mode: SWEEP, nodes: two, tasks: half })), []);
  });

  it('waits for a node that is not heard of now, and not for one that is down, drained or paused', async () => {
    const done = [onNode('n1', 'complete')];
    const with2 = (node: NodeInput): Promise<ClusterView> =>
      world({ mode: SWEEP, nodes: [{ id: 'n1' }, { ...node, id: 'n2' }], tasks: done });
    for (const state of ['unknown', 'disconnected'] as const)
      assert.deepEqual(endings(await with2({ status: { state } })), []);
    for (const node of [
      { status: { state: 'down' } },
      { spec: { availability: 'drain' } },
      { spec: { availability: 'pause' } },
    ] as const)
      assert.deepEqual(endings(await with2(node)), ['1 complete: 1 of 1 completed']);
  });

  it('waits for a node where none will do: it was not carried out yet', async () => {
    const view = await world({ mode: SWEEP, nodes: two, placement: ['node.labels.disk==ssd'] });
    assert.deepEqual([decide(view).lines, endings(view)], [[], []]);
  });

  it('gives up what a node has not finished when that is drained, down or removed', async () => {
    const tasks = [onNode('n1', 'running')];
    const drained = await world({
      mode: SWEEP,
      nodes: [{ id: 'n1', spec: { availability: 'drain' } }],
      tasks,
    });
    assert.deepEqual(decide(drained).lines, ['t-n1 -> shutdown']);
    const removed = await world({ mode: SWEEP, nodes: [], tasks: [onNode('n1', 'orphaned')] });
    assert.deepEqual(decide(removed).lines, ['t-n1 -> remove']);
  });

  it('that replaces another waits on each node until that has stopped there', async () => {
    const service = { runs: runs(aRun(1, { state: 'replaced' }), aRun(2)) };
    const tasks = [onNode('n1', 'complete'), onNode('n2', 'running')];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes: two, service, tasks })).lines, [
      'new node n1 of run 2 r1 running',
      'new node n2 of run 2 r1 ready in 0 ms after t-n2',
      't-n1 -> remove',
      't-n2 -> remove',
    ]);
  });

  it('has not failed where a task was only told to stop, and goes on when the node is back', async () => {
    const given = onNode('n1', 'shutdown', { desired: { state: 'shutdown' } });
    const restart = { condition: 'none' } as const;
    const drained = { id: 'n1', spec: { availability: 'drain' } } as const;
    const tasks = [given, onNode('n2', 'complete')];
    const nodes = [drained, { id: 'n2' }];
    assert.deepEqual(endings(await world({ mode: SWEEP, restart, nodes, tasks })), [
      '1 complete: 1 of 1 completed',
    ]);
    const back = await world({ mode: SWEEP, restart, nodes: two, tasks });
    assert.deepEqual([decide(back).lines, endings(back)], [['new node n1 of run 1 r1 running'], []]);
  });

  it('counts the attempts of each node, and fails when one has none left', async () => {
    const restart = { condition: 'any', delayMs: 0, maxAttempts: 2, windowMs: 0 } as const;
    const failed = (total: number): Task =>
      onNode('n1', 'failed', { desired: { state: 'running', restarts: { total, atMs: [] } } });
    const nodes = [{ id: 'n1' }];
    const again = await world({ mode: SWEEP, nodes, restart, tasks: [failed(1)] });
    assert.deepEqual(decide(again).lines, ['new node n1 of run 1 r1 running', 't-n1 -> shutdown']);
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes, restart, tasks: [failed(2)] })).lines, [
      't-n1 -> shutdown',
    ]);
    const over = onNode('n1', 'failed', { desired: { state: 'shutdown', restarts: { total: 2, atMs: [] } } });
    assert.deepEqual(endings(await world({ mode: SWEEP, nodes, restart, tasks: [over] })), [
      '1 failed: 0 of 1 completed; node n1: failed',
    ]);
  });

  it('does nothing new on a paused node, and finishes what is there', async () => {
    const nodes = [{ id: 'n1', spec: { availability: 'pause' } } as const];
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes })).lines, []);
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes, tasks: [onNode('n1', 'running')] })).lines, []);
    assert.deepEqual(decide(await world({ mode: SWEEP, nodes, tasks: [onNode('n1', 'failed')] })).lines, [
      't-n1 -> shutdown',
    ]);
  });
});
