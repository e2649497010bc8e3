/**
 * What becomes of a rollout: completed, paused, rolled back, and what counts as a failure. The cases that
 * Docker Swarm gets wrong are marked as regressions.
 */
import assert from 'node:assert/strict';
import { LONGEST_WAIT_MS } from '../../../control-plane/orchestrator/rules/restart.js';
import { decideService } from '../../../control-plane/orchestrator/rules/service.js';
import type { ClusterView } from '../../../control-plane/store/rules/view.js';
import type { ServiceDesired, TaskInput } from '../../../proto/gen/objects.js';
import { decide, NOW_MS } from './decided.js';
import { old, rollout, stopped, waiting, young } from './rollout-kit.js';
import { replicasOf } from '../../../proto/model/service-mode.js';

const given = { desired: { state: 'running', rollout: undefined } } as const satisfies TaskInput;

/** What is written about the rollout now. */
function progress(view: ClusterView, nowMs = NOW_MS): ServiceDesired | undefined {
  const { groups } = decideService(view, 'service-1', nowMs, () => 'new');
  for (const { change } of groups.flatMap(({ changes }) => changes)) {
    if (change?.kind !== 'update' || change.update.group !== 'desired') continue;
    const object = change.update.object?.object;
    if (object?.kind === 'service') return object.service.desired;
  }
  return undefined;
}

describe('a rollout is over', () => {
  it('when every new task has run for the monitor time, and not before', async () => {
    const fresh = { status: { runningSinceMs: NOW_MS - 3000 } };
    const tasks = [stopped(1), young(1, 'running'), stopped(2), young(2, 'running', fresh)];
    const view = await rollout({ tasks });
    assert.deepEqual(decide(view), { lines: [], wakeInMs: 2000 });
    assert.deepEqual(decide(view, NOW_MS + 2000).lines, ['rollout completed']);
    assert.equal(progress(view, NOW_MS + 2000)?.completedAtMs, NOW_MS + 2000);
  });

  it('not before the health of a task is known, however short the monitor time (scenario 21)', async () => {
    const healthCheck = {
      test: ['CMD', 'true'],
      intervalMs: 30_000,
      timeoutMs: 5000,
      retries: 3,
      startPeriodMs: 60_000,
    };
    const tasks = [stopped(1), young(1, 'starting')];
    const spec = { task: { container: { image: 'web:2', healthCheck } } };
    const view = await rollout({ tasks, spec, update: { monitorMs: 0, progressDeadlineMs: 1000 } });
    assert.deepEqual(decide(view, NOW_MS + 100_000).lines, []);
  });

  it('not before that either where the check leaves its times to the engine', async () => {
    const spec = { task: { container: { image: 'web:2', healthCheck: { test: ['CMD', 'true'] } } } };
    const tasks = [stopped(1), young(1, 'starting')];
    const view = await rollout({ tasks, spec, update: { monitorMs: 0, progressDeadlineMs: 1000 } });
    const allowed = 1000 + 3 * 60_000 + 10_000 + LONGEST_WAIT_MS;
    assert.deepEqual(decide(view), { lines: [], wakeInMs: allowed - 1000 });
  });

  it('at once when there is nothing to replace', async () => {
    const view = await rollout({ tasks: [young(1, 'running', given)], state: 'none yet' });
    assert.deepEqual(decide(view).lines, ['rollout completed']);
    const back = await rollout({
      tasks: [young(1, 'running', given)],
      request: { isRollback: true },
      state: 'none yet',
    });
    assert.deepEqual(decide(back).lines, ['rollout rollback-completed']);
  });

  it('and stays so: what fails later is a matter of restarts', async () => {
    const view = await rollout({ tasks: [young(1, 'failed')], state: 'completed' });
    assert.deepEqual(decide(view).lines, ['new slot 1 r2 ready in 5000 ms', 'young-1 -> shutdown']);
  });
});

describe('a task of a rollout has failed', () => {
  const outcome = async (
    parts: TaskInput & { readonly state: Parameters<typeof young>[1] },
  ): Promise<unknown> => {
    const task = young(1, parts.state, parts);
    return progress(await rollout({ tasks: [stopped(1), task, old(2)] }))?.state;
  };
  const ran = (ms: number): TaskInput => ({
    status: { storedAtMs: NOW_MS - 1000, runningSinceMs: NOW_MS - 1000 - ms },
  });

  for (const [what, parts, expected] of [
    ['when it was rejected', { state: 'rejected' }, 'paused'],
    ['when it failed before it ran', { state: 'failed' }, 'paused'],
    ['when it ended within the monitor time', { state: 'failed', ...ran(4999) }, 'paused'],
    ['when it came to a good end though it should go on', { state: 'complete', ...ran(10) }, 'paused'],
    ['but not when it ended after that', { state: 'failed', ...ran(5000) }, undefined],
    ['but not when it was told to stop', { state: 'shutdown', desired: { state: 'shutdown' } }, undefined],
    ['but not when its node is gone', { state: 'orphaned', desired: { state: 'shutdown' } }, undefined],
  ] as const)
    it(what, async () => {
      assert.equal(await outcome(parts), expected);
    });

  it('but not when it did its work and is not to be restarted (regression: quick tasks count as failed)', async () => {
    const view = await rollout({
      tasks: [stopped(1), young(1, 'complete', ran(10))],
      restart: { condition: 'on-failure' },
    });
    assert.equal(progress(view)?.state, 'completed');
  });

  it('when it does not run within the progress deadline (regression: a pending task blocks for ever)', async () => {
    const pending = young(1, 'pending', { status: { error: 'no suitable node (1 node is full)' } });
    const view = await rollout({ tasks: [pending, old(2)], update: { progressDeadlineMs: 60_000 } });
    const { wakeInMs } = decide(view);
    assert.ok(wakeInMs !== undefined);
    assert.equal(progress(view, NOW_MS + wakeInMs - 1), undefined);
    const said = progress(view, NOW_MS + wakeInMs);
    assert.equal(said?.state, 'paused');
    assert.match(said.message, /young-1: it did not run within 60 s \(pending: no suitable node/);
  });

  it('but not when its node was drained long after its turn', async () => {
    const moved = young(1, 'running', {
      desired: { state: 'running', rollout: { number: 1, sinceMs: NOW_MS - 3_600_000 } },
    });
    const view = await rollout({ tasks: [moved, old(2)], nodes: [{ spec: { availability: 'drain' } }] });
    const { groups } = decideService(view, 'service-1', NOW_MS, () => 'new');
    const made = groups
      .flatMap(({ changes }) => changes)
      .flatMap(({ change }) => (change?.kind === 'create' ? (change.create.object ?? []) : []));
    const parts = made.flatMap((object) =>
      object.kind === 'task' ? (object.task.desired?.rollout ?? []) : [],
    );
    assert.ok(
      parts.every(({ sinceMs }) => sinceMs >= NOW_MS),
      'its time counts from now',
    );
  });

  it('but not when it was prepared long before its turn came by itself', async () => {
    const ahead = waiting(1, 'ready');
    const ended = old(1, { status: { state: 'failed' } });
    const view = await rollout({ tasks: [ended, ahead], update: { progressDeadlineMs: 1 } });
    assert.deepEqual(decide(view).lines, ['old-1 -> shutdown', 'young-1 -> ready'], 'its time begins anew');
  });

  it('when it was let go because it was late, and then for good', async () => {
    const update = { order: 'start-first', failureAction: 'continue', progressDeadlineMs: 5000 } as const;
    const since = { state: 'running', rollout: { number: 1, sinceMs: NOW_MS - 3_600_000 } } as const;
    const starting = young(1, 'starting', { desired: since });
    assert.deepEqual(decide(await rollout({ tasks: [old(1), starting], update })).lines, [
      'rollout completed',
      'young-1 -> shutdown',
    ]);
    const late = {
      ...since,
      state: 'shutdown',
      rollout: { ...since.rollout, lateAtMs: NOW_MS - 1000 },
    } as const;
    const gone = young(1, 'shutdown', { desired: late });
    const counted = await rollout({ tasks: [old(1), gone], update: { ...update, failureAction: 'pause' } });
    assert.equal(progress(counted)?.state, 'paused');
  });

  it('when it is not prepared within the progress deadline, and is taken back', async () => {
    const tasks = [old(1), waiting(1, 'preparing')];
    const view = await rollout({ tasks, update: { progressDeadlineMs: 5000 } });
    assert.deepEqual(decide(view), { lines: [], wakeInMs: 4000 });
    assert.deepEqual(decide(view, NOW_MS + 4000).lines, ['rollout paused', 'young-1 -> remove']);
  });
});

describe('a failed rollout', () => {
  const failure = [stopped(1), young(1, 'failed', { status: { error: 'task: non-zero exit (1)' } })];

  it('pauses by default, with the reason, and leaves the other slots alone', async () => {
    const view = await rollout({ tasks: [...failure, old(2), waiting(2, 'ready'), old(3)] });
    assert.deepEqual(decide(view).lines, [
      'new slot 1 r2 ready in 5000 ms',
      'rollout paused',
      'young-1 -> shutdown',
      'young-2 -> remove',
    ]);
    assert.equal(
      progress(view)?.message,
      'update paused due to failure or early termination of task young-1: task: non-zero exit (1)',
    );
  });

  it('that is paused stays so, and finishes what is under way', async () => {
    const tasks = [stopped(1), young(1, 'ready', { desired: { state: 'ready' } }), old(2)];
    const view = await rollout({ tasks, state: 'paused' });
    assert.deepEqual(decide(view).lines, ['young-1 -> running']);
    assert.deepEqual(
      decide(await rollout({ tasks: [young(1, 'running'), old(2)], state: 'paused' })).lines,
      [],
    );
  });

  it('goes on as long as no more fail than it puts up with', async () => {
    const four = [...failure, old(2), old(3), old(4)];
    const tolerant = { maxFailureRatio: 0.25 };
    assert.equal(progress(await rollout({ tasks: four, update: tolerant })), undefined);
    assert.equal(progress(await rollout({ tasks: four, update: { maxFailureRatio: 0.2 } }))?.state, 'paused');
  });

  it('goes on in any case when told to continue', async () => {
    const tasks = [...failure, old(2), waiting(2, 'ready')];
    const { lines } = decide(await rollout({ tasks, update: { failureAction: 'continue' } }));
    assert.ok(lines.includes('old-2 -> shutdown'), lines.join());
    assert.ok(!lines.some((line) => line.startsWith('rollout')), lines.join());
    const last = await rollout({ tasks: failure, update: { failureAction: 'continue' } });
    assert.equal(progress(last)?.message, 'update completed, with failures in 1 slot');
  });

  it('counts a slot once, however often its task is tried again', async () => {
    const again = young(1, 'failed', { id: 'again', desired: { state: 'shutdown' } });
    const tasks = [...failure, again, old(2), old(3), old(4)];
    assert.equal(progress(await rollout({ tasks, update: { maxFailureRatio: 0.25 } })), undefined);
  });

  it('tries a slot that kept its old task again after the restart delay', async () => {
    const rejected = young(1, 'rejected', { desired: { state: 'shutdown' } });
    const view = await rollout({ tasks: [old(1), rejected], update: { failureAction: 'continue' } });
    assert.deepEqual(decide(view), { lines: ['rollout completed'], wakeInMs: 4000 });
    for (const state of ['updating', 'completed'] as const) {
      const later = await rollout({
        tasks: [old(1), rejected],
        update: { failureAction: 'continue' },
        state,
      });
      assert.ok(!decide(later).lines.some((line) => line.startsWith('new')), 'not at once');
      const { lines } = decide(later, NOW_MS + 4000);
      assert.ok(lines.includes('new slot 1 r2 ready in 0 ms after old-1'), lines.join());
    }
  });

  it('turns back by itself when told to, by a new revision that repeats the last good one', async () => {
    const view = await rollout({
      tasks: [...failure, old(2)],
      update: { failureAction: 'rollback' },
    });
    const { lines } = decide(view);
    assert.ok(lines.includes('service r3 of web:1, a rollback'), lines.join());
    assert.ok(lines.includes('revision 3 is kept'), lines.join());
    assert.ok(lines.includes('rollout rollback-started'), lines.join());
    assert.match(progress(view)?.message ?? '', /^update rolled back due to failure .* of task young-1/);
    assert.equal(progress(view)?.number, 2);
    assert.equal(progress(view)?.slotCount, 1);
  });

  it('says why it turned back when that is over, too', async () => {
    const parts = {
      tasks: [young(1, 'running')],
      request: { isRollback: true },
      state: 'rollback-started',
    } as const;
    assert.equal(progress(await rollout(parts))?.message, 'rollback completed');
    const automatic = { isRollback: true, isAutomatic: true };
    const view = await rollout({ ...parts, request: automatic, message: 'update rolled back due to x' });
    assert.equal(progress(view)?.message, 'update rolled back due to x');
  });

  it('turns back with as many replicas as there should be now', async () => {
    const view = await rollout({ tasks: failure, update: { failureAction: 'rollback' }, stableReplicas: 9 });
    const { groups } = decideService(view, 'service-1', NOW_MS, () => 'new');
    const specs = groups
      .flatMap(({ changes }) => changes)
      .flatMap(({ change }) => (change?.kind === 'update' ? (change.update.object?.object ?? []) : []))
      .flatMap((object) => (object.kind === 'service' ? (object.service.spec ?? []) : []));
    assert.deepEqual(
      specs.map((spec) => replicasOf(spec)),
      [1],
    );
  });

  it('pauses when there is nothing to turn back to', async () => {
    const view = await rollout({
      tasks: failure,
      update: { failureAction: 'rollback' },
      request: { stableRevision: 0 },
    });
    assert.equal(progress(view)?.state, 'paused');
    assert.match(progress(view)?.message ?? '', /no earlier revision to roll back to$/);
  });

  it('of a rollback is paused, and stays paused (regression: overwritten by its completion)', async () => {
    const request = { isRollback: true };
    const begun = await rollout({
      tasks: [...failure, old(2)],
      request,
      state: 'rollback-started',
      update: { failureAction: 'rollback' },
    });
    assert.equal(progress(begun)?.state, 'rollback-paused');
    assert.match(progress(begun)?.message ?? '', /^rollback paused due to/);
    const later = await rollout({ tasks: [young(1, 'running')], request, state: 'rollback-paused' });
    assert.equal(progress(later, NOW_MS + 3_600_000), undefined);
  });

  it('is judged by the configuration of rollbacks while it turns back', async () => {
    const request = { isRollback: true };
    const parts = { tasks: failure, request, state: 'rollback-started', slotCount: 4 } as const;
    const tolerant = progress(await rollout({ ...parts, rollback: { maxFailureRatio: 0.5 } }));
    assert.equal(tolerant?.state, 'rollback-completed');
    assert.equal(
      progress(await rollout({ ...parts, update: { maxFailureRatio: 0.5 } }))?.state,
      'rollback-paused',
    );
  });

  it('keeps the record of what it failed with, whatever the history limit', async () => {
    const many = Array.from({ length: 7 }, (_unused, at) =>
      young(1, 'failed', { id: `again-${at}`, desired: { state: 'shutdown', rollout: undefined } }),
    );
    const first = young(1, 'failed', { id: 'a-first', desired: { state: 'shutdown' }, status: { atMs: 1 } });
    const now = young(1, 'running', { id: 'z-now', desired: { state: 'running', rollout: undefined } });
    const parts = { tasks: [first, ...many, now, old(2)], update: { maxFailureRatio: 1 } };
    const kept = decide(await rollout(parts)).lines.filter((line) => line.startsWith('forget'));
    assert.ok(kept.length > 0 && !kept.includes('forget a-first'), kept.join());
    const over = decide(await rollout({ ...parts, tasks: [first, ...many, now], state: 'completed' })).lines;
    assert.ok(over.includes('forget a-first'), over.join());
  });
});

describe('a rollout that somebody halts', () => {
  it('gives no further slot its turn, and says who halted it', async () => {
    const tasks = [stopped(1), young(1, 'starting'), old(2), waiting(2, 'ready')];
    const view = await rollout({ tasks, request: { isPaused: true } });
    assert.deepEqual(decide(view).lines, ['rollout paused', 'young-2 -> remove']);
    assert.equal(progress(view)?.message, 'update paused by request');
  });

  it('goes on where it was when resumed, and counts failures anew', async () => {
    const failed = young(1, 'failed', { desired: { state: 'shutdown' } });
    const restarted = young(1, 'running', { id: 'restarted', ...given });
    const tasks = [failed, restarted, old(2)];
    const view = await rollout({ tasks, request: { number: 2 }, state: 'none yet' });
    assert.deepEqual(decide(view).lines, ['new slot 2 r2 ready in 0 ms after old-2', 'rollout updating']);
    assert.equal(progress(view)?.slotCount, 1);
  });

  it('goes on watching what was under way, when it is halted and resumed', async () => {
    const starting = young(1, 'starting');
    const begun = await rollout({ tasks: [stopped(1), starting], request: { number: 2 }, state: 'none yet' });
    assert.deepEqual(decide(begun).lines, ['rollout updating']);
    const failed = young(1, 'failed', { status: { storedAtMs: NOW_MS - 1000 } });
    const later = await rollout({ tasks: [stopped(1), failed], request: { number: 2 }, state: 'updating' });
    assert.equal(progress(later)?.state, 'paused');
  });

  it('counts nothing again that failed before it was halted', async () => {
    const late = { number: 1, sinceMs: NOW_MS - 3_600_000, lateAtMs: NOW_MS - 60_000 };
    const gone = young(1, 'shutdown', { desired: { state: 'shutdown', rollout: late } });
    const tasks = [old(1), gone, old(2)];
    const view = await rollout({ tasks, request: { number: 2 }, state: 'updating' });
    assert.equal(progress(view), undefined);
  });

  it('does not bring the new revision to a slot whose old task ends in the same moment', async () => {
    const ended = old(1, { status: { state: 'failed' } });
    const view = await rollout({ tasks: [ended, waiting(1, 'ready')], state: 'paused' });
    assert.deepEqual(decide(view).lines, ['young-1 -> remove']);
  });

  it('that is over is not called paused for ever', async () => {
    const view = await rollout({
      tasks: [young(1, 'running', given), old(2)],
      request: { isPaused: true },
      state: 'completed',
    });
    assert.deepEqual(decide(view).lines, ['new slot 2 r2 ready in 0 ms after old-2']);
  });

  it('lets go of a new task that never gets on, also while it is halted', async () => {
    const update = { order: 'start-first', progressDeadlineMs: 5000 } as const;
    const view = await rollout({ tasks: [old(1), young(1, 'starting')], update, state: 'paused' });
    const { lines, wakeInMs } = decide(view);
    assert.deepEqual(lines, []);
    assert.ok(wakeInMs !== undefined);
    assert.deepEqual(decide(view, NOW_MS + wakeInMs).lines, ['young-1 -> remove']);
  });

  it('goes on with a task that was prepared before, when it is halted and resumed in one moment', async () => {
    const view = await rollout({
      tasks: [old(1), waiting(1, 'ready')],
      request: { number: 2 },
      state: 'none yet',
    });
    assert.deepEqual(decide(view).lines, ['old-1 -> shutdown', 'rollout updating', 'young-1 -> ready']);
  });
});
