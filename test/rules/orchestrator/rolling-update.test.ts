/**
 * Which slots a rollout begins, whose turn it is, and in which order old and new tasks stop and start.
 */
import assert from 'node:assert/strict';
import { LONGEST_WAIT_MS } from '../../../control-plane/orchestrator/rules/restart.js';
import { decide, NOW_MS, viewOf } from './decided.js';
import { old, rollout, stopped, stopping, waiting, young } from './rollout-kit.js';
import { aNode, aRevision, aService, aTask } from '../../kit/builders.js';

const AHEAD = (slot: number): string => `new slot ${slot} r2 ready in 0 ms after old-${slot}`;

describe('a rollout that stops first', () => {
  it('begins by making a new task beside the old one, which goes on', async () => {
    const view = await rollout({ tasks: [old(1), old(2), old(3)], state: 'none yet' });
    assert.deepEqual(decide(view).lines, [AHEAD(1), 'rollout updating']);
  });

  it('leaves the old task alone until the new one is prepared', async () => {
    for (const state of ['pending', 'assigned', 'accepted', 'preparing'] as const) {
      const view = await rollout({ tasks: [old(1), waiting(1, state), old(2)] });
      assert.deepEqual(decide(view).lines, [], state);
    }
  });

  it('stops the old task when the new one is prepared, and prepares the next slot meanwhile', async () => {
    const view = await rollout({ tasks: [old(1), waiting(1, 'ready'), old(2)] });
    assert.deepEqual(decide(view).lines, [AHEAD(2), 'old-1 -> shutdown', 'young-1 -> ready']);
  });

  it('starts the new task when the old one has stopped', async () => {
    const still = await rollout({ tasks: [stopping(1), waiting(1, 'ready')] });
    assert.deepEqual(decide(still).lines, []);
    const done = await rollout({ tasks: [stopped(1), waiting(1, 'ready')] });
    assert.deepEqual(decide(done).lines, ['young-1 -> running']);
  });

  it('gives no second slot its turn while the first does not run', async () => {
    for (const state of ['ready', 'starting'] as const) {
      const tasks = [stopped(1), young(1, state), old(2), waiting(2, 'ready'), old(3)];
      assert.deepEqual(decide(await rollout({ tasks })).lines, [], state);
    }
  });

  it('gives the next slot its turn when the one before runs', async () => {
    const view = await rollout({
      tasks: [stopped(1), young(1, 'running'), old(2), waiting(2, 'ready'), old(3)],
    });
    assert.deepEqual(decide(view).lines, [AHEAD(3), 'old-2 -> shutdown', 'young-2 -> ready']);
  });

  it('waits for an old task that stops no longer than it may take to stop', async () => {
    const view = await rollout({ tasks: [stopping(1), waiting(1, 'ready')] });
    const { lines, wakeInMs } = decide(view);
    assert.deepEqual([lines, wakeInMs], [[], 10_000 + LONGEST_WAIT_MS - 500]);
    assert.deepEqual(decide(view, NOW_MS + (wakeInMs ?? 0)).lines, ['young-1 -> running']);
  });

  it('gives no slot its turn on top of those in which nothing runs, but those themselves', async () => {
    const before = old(1, { id: 'before', desired: { state: 'shutdown' }, status: { state: 'failed' } });
    const down = [before, old(1, { status: { state: 'starting' } })];
    const tasks = [...down, waiting(1, 'preparing'), old(2), waiting(2, 'ready')];
    assert.deepEqual(decide(await rollout({ tasks })).lines, []);
    const prepared = [...down, waiting(1, 'ready'), old(2), waiting(2, 'ready')];
    assert.deepEqual(decide(await rollout({ tasks: prepared })).lines, [
      'old-1 -> shutdown',
      'young-1 -> ready',
    ]);
  });

  it('waits for the delay between a start and the next slot', async () => {
    const runs = { status: { runningSinceMs: NOW_MS - 400 } };
    const tasks = [stopped(1), young(1, 'running', runs), old(2), waiting(2, 'ready')];
    const view = await rollout({ tasks, update: { delayMs: 1000, monitorMs: 0 } });
    assert.deepEqual(decide(view), { lines: [], wakeInMs: 600 });
    assert.deepEqual(decide(view, NOW_MS + 600).lines, ['old-2 -> shutdown', 'young-2 -> ready']);
  });

  it('replaces as many at a time as it may, and all when there is no limit', async () => {
    const tasks = [1, 2, 3, 4, 5].flatMap((slot) => [old(slot), waiting(slot, 'ready')]);
    const turns = async (parallelism: number): Promise<number> =>
      decide(await rollout({ tasks, update: { parallelism } })).lines.filter((line) =>
        line.startsWith('old-'),
      ).length;
    assert.equal(await turns(1), 1);
    assert.equal(await turns(3), 3);
    assert.equal(await turns(0), 5);
  });

  it('replaces first what does not run, without waiting for it to be prepared', async () => {
    const pending = { status: { state: 'pending' }, placement: { nodeId: '' } } as const;
    const view = await rollout({ tasks: [old(1), old(2, pending)], state: 'none yet' });
    assert.deepEqual(decide(view).lines, [
      AHEAD(1),
      'new slot 2 r2 running',
      'old-2 -> remove',
      'rollout updating',
    ]);
  });

  it('goes on when a task that does not run has never had a forerunner', async () => {
    const fresh = young(2, 'pending', { desired: { state: 'running', rollout: undefined } });
    const view = await rollout({ tasks: [old(1), waiting(1, 'ready'), fresh] });
    assert.deepEqual(decide(view).lines, ['old-1 -> shutdown', 'young-1 -> ready']);
  });

  it('waits with the next turn while a new task elsewhere is restarted', async () => {
    const failed = young(1, 'failed', { id: 'failed-1', desired: { state: 'shutdown', rollout: undefined } });
    const again = young(1, 'starting', { desired: { state: 'running', rollout: undefined } });
    const tasks = [failed, again, old(2), waiting(2, 'ready')];
    assert.deepEqual(decide(await rollout({ tasks })).lines, []);
    const later = await rollout({ tasks, update: { progressDeadlineMs: 20_000 } });
    assert.deepEqual(decide(later).lines, ['old-2 -> shutdown', 'young-2 -> ready'], 'but not for ever');
  });

  it('restarts a task of the old revision as what it was, while its turn has not come', async () => {
    const failed = old(2, { status: { state: 'failed' } });
    const tasks = [stopped(1), young(1, 'starting'), failed];
    assert.deepEqual(decide(await rollout({ tasks })).lines, [
      'new slot 2 r1 ready in 5000 ms',
      'old-2 -> shutdown',
    ]);
  });

  it('moves a slot whose task ended for good', async () => {
    const ended = old(1, { desired: { state: 'shutdown' }, status: { state: 'complete' } });
    const view = await rollout({ tasks: [ended], restart: { condition: 'none' } });
    assert.deepEqual(decide(view).lines, ['new slot 1 r2 running']);
  });

  it('replaces a task of which nobody knows what it was made from', async () => {
    const unknown = old(1, { revision: 7 });
    const { lines } = decide(await rollout({ tasks: [unknown], state: 'none yet' }));
    assert.ok(lines.includes(AHEAD(1)), lines.join());
  });

  it('replaces no task for what tasks are not made of', async () => {
    const service = aService({ revision: 2, spec: { labels: { tier: 'front' } }, rollout: { number: 0 } });
    const view = await viewOf({
      node: [aNode()],
      service: [service],
      revision: [aRevision(), aRevision({ revision: 2, spec: { labels: { tier: 'front' } } })],
      task: [aTask()],
    });
    assert.deepEqual(decide(view).lines, []);
  });
});

describe('a rollout that starts first', () => {
  const update = { order: 'start-first' } as const;

  it('prepares the new task, and starts it in its turn', async () => {
    const begin = await rollout({ tasks: [old(1)], update, state: 'none yet' });
    assert.deepEqual(decide(begin).lines, ['new slot 1 r2 ready', 'rollout updating']);
    const preparing = await rollout({ tasks: [old(1), waiting(1, 'preparing', 'start-first')], update });
    assert.deepEqual(decide(preparing).lines, []);
    const prepared = await rollout({ tasks: [old(1), waiting(1, 'ready', 'start-first')], update });
    assert.deepEqual(decide(prepared).lines, ['young-1 -> running']);
  });

  it('keeps the old task until the new one runs', async () => {
    for (const state of ['ready', 'starting'] as const) {
      const view = await rollout({ tasks: [old(1), young(1, state)], update });
      assert.deepEqual(decide(view).lines, [], state);
    }
    const view = await rollout({ tasks: [old(1), young(1, 'running'), old(2)], update });
    assert.deepEqual(decide(view).lines, ['old-1 -> shutdown']);
  });

  it('starts no further new task while an old one is still stopping', async () => {
    const tasks = [stopping(1), young(1, 'running'), old(2), waiting(2, 'ready', 'start-first')];
    assert.deepEqual(decide(await rollout({ tasks, update })).lines, []);
    const done = [stopped(1), young(1, 'running'), old(2), waiting(2, 'ready', 'start-first')];
    assert.deepEqual(decide(await rollout({ tasks: done, update })).lines, ['young-2 -> running']);
  });

  it('makes no new task ahead that would take the room of one under way', async () => {
    const tasks = [old(1), young(1, 'starting'), old(2)];
    assert.deepEqual(decide(await rollout({ tasks, update })).lines, []);
  });

  it('keeps the old task when the new one fails', async () => {
    const view = await rollout({ tasks: [old(1), young(1, 'failed')], update });
    assert.deepEqual(decide(view).lines, ['rollout paused', 'young-1 -> shutdown']);
  });

  it('stops first, and says so, where no node may hold one more (scenario 23)', async () => {
    const placement = { maxReplicasPerNode: 1 };
    const nodes = [{ id: 'node-1' }, { id: 'node-2' }];
    const tasks = [old(1), old(2, { placement: { nodeId: 'node-2' } })];
    const view = await rollout({ tasks, update, spec: { task: { placement } }, nodes, state: 'none yet' });
    assert.deepEqual(decide(view).lines, [AHEAD(1), 'rollout updating']);
    const roomy = [...nodes, { id: 'node-3' }];
    const fits = await rollout({
      tasks,
      update,
      spec: { task: { placement } },
      nodes: roomy,
      state: 'none yet',
    });
    assert.deepEqual(decide(fits).lines, ['new slot 1 r2 ready', 'rollout updating']);
  });
});

describe('a slot with more tasks than it should have', () => {
  it('lets go of the old one when the new one runs, whatever became of the rollout', async () => {
    for (const state of ['paused', 'completed'] as const) {
      const view = await rollout({ tasks: [old(1), young(1, 'running')], state });
      assert.deepEqual(decide(view).lines, ['old-1 -> shutdown'], state);
    }
  });

  it('keeps the running one of two old ones', async () => {
    const second = old(1, { id: 'old-1b', status: { state: 'starting' } });
    const view = await rollout({ tasks: [old(1), second, young(2, 'starting')] });
    assert.deepEqual(decide(view).lines, [AHEAD(1), 'old-1b -> shutdown']);
  });

  it('never stops the good task first when a rollout is taken back in the middle', async () => {
    // Revision 2 is web:2 again; what runs of it stays, what a later revision began beside it goes.
    const good = young(1, 'running', { id: 'good', desired: { state: 'running', rollout: undefined } });
    const begun = old(1, { id: 'begun', status: { state: 'ready' }, desired: { state: 'ready' } });
    const view = await rollout({
      tasks: [good, begun],
      request: { isRollback: true },
      state: 'rollback-started',
    });
    assert.deepEqual(decide(view).lines, ['begun -> shutdown', 'rollout rollback-completed']);
  });

  it('keeps the right task and lets go of what was begun beside it, however long it has been starting', async () => {
    const right = young(1, 'starting', { id: 'right', desired: { state: 'running', rollout: undefined } });
    const begun = old(1, { id: 'begun', status: { state: 'ready' }, desired: { state: 'ready' } });
    const parts = { tasks: [right, begun], request: { number: 2, isRollback: true } } as const;
    for (const state of ['none yet', 'rollback-started'] as const) {
      const { lines } = decide(await rollout({ ...parts, state }), NOW_MS + 3_600_000);
      assert.ok(lines.includes('begun -> shutdown') && !lines.includes('right -> remove'), lines.join());
    }
  });

  it('starts what replaces a task that never started only when the one before that has stopped', async () => {
    const first = old(1, { id: 'first', desired: { state: 'shutdown' } });
    const start = { notBeforeMs: NOW_MS - 1, afterTaskId: 'first', waitUntilMs: NOW_MS + 60_000 };
    const second = old(1, { id: 'second', status: { state: 'ready' }, desired: { state: 'ready', start } });
    const view = await rollout({ tasks: [first, second] });
    assert.deepEqual(decide(view).lines, ['new slot 1 r2 ready in 0 ms after first', 'second -> shutdown']);
  });
});
