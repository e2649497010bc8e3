/**
 * Replicated jobs: what is done in a run, and how it ends.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { shouldRestart, restartPolicyOf } from '../../../control-plane/orchestrator/rules/restart-policy.js';
import type { ServiceSpecInput } from '../../../proto/gen/objects.js';
import { aServiceSpec } from '../../kit/builders.js';
import { decide, NOW_MS } from './decided.js';
import { batch, SWEEP, inSlot, world, endings } from './job-kit.js';

describe('a replicated job', () => {
  it('starts as many as it may at once, in the lowest free slots', async () => {
    const tasks = [
      ...[1, 2, 4, 6].map((slot) => inSlot(slot, 'complete')),
      inSlot(3, 'running'),
      inSlot(8, 'preparing'),
    ];
    // Of ten, four are complete and two under way, three at once: one more.
    assert.deepEqual(decide(await world({ mode: batch(3, 10), tasks })).lines, [
      'new slot 5 of run 1 r1 running',
    ]);
    assert.deepEqual(decide(await world({ mode: batch(9, 10), tasks })).lines, [
      'new slot 10 of run 1 r1 running',
      'new slot 5 of run 1 r1 running',
      'new slot 7 of run 1 r1 running',
      'new slot 9 of run 1 r1 running',
    ]);
  });

  it('starts none when more are there than it may have', async () => {
    const tasks = [1, 2, 3].map((slot) => inSlot(slot, 'running'));
    assert.deepEqual(decide(await world({ mode: batch(1, 10), tasks })).lines, []);
    assert.deepEqual(decide(await world({ mode: batch(9, 2), tasks })).lines, []);
  });

  it('tries again what failed, in its slot and run, after the delay', async () => {
    const tasks = [inSlot(1, 'failed')];
    assert.deepEqual(decide(await world({ mode: batch(1, 2), tasks })).lines, [
      'new slot 1 of run 1 r1 ready in 5000 ms',
      't1 -> shutdown',
    ]);
  });

  it('counts a task that waits to be tried again as one that is under way', async () => {
    const start = { notBeforeMs: NOW_MS + 5000, afterTaskId: '', waitUntilMs: NOW_MS + 75_000 };
    const again = inSlot(1, 'ready', { desired: { state: 'ready', start } });
    assert.deepEqual(decide(await world({ mode: batch(1, 2), tasks: [again] })), {
      lines: [],
      wakeInMs: 5000,
    });
  });

  it('does not start again what has completed, whatever its restart policy says', async () => {
    for (const condition of ['any', 'on-failure', 'none'] as const) {
      const tasks = [inSlot(1, 'complete', { desired: { state: 'running' } })];
      const view = await world({ mode: batch(1, 1), restart: { condition }, tasks });
      assert.ok(decide(view).lines.includes('t1 -> shutdown'));
      assert.deepEqual(
        decide(view).lines.filter((line) => line.startsWith('new')),
        [],
      );
    }
  });

  it('finds another place for what its node can no longer run', async () => {
    for (const [node, state] of [
      [{ spec: { availability: 'drain' } }, 'ready in 0 ms after t1'],
      [{ status: { state: 'down' } }, 'running'],
    ] as const) {
      const view = await world({ mode: batch(1, 1), nodes: [node], tasks: [inSlot(1, 'running')] });
      assert.deepEqual(decide(view).lines, [`new slot 1 of run 1 r1 ${state}`, 't1 -> shutdown']);
    }
  });

  it('is complete when all are, and not before', async () => {
    const done = [1, 2].map((slot) => inSlot(slot, 'complete'));
    assert.deepEqual(endings(await world({ mode: batch(1, 2), tasks: done })), [
      '1 complete: 2 of 2 completed',
    ]);
    assert.deepEqual(endings(await world({ mode: batch(1, 3), tasks: [...done, inSlot(3, 'running')] })), []);
    assert.deepEqual(endings(await world({ mode: batch(1, 3), tasks: done })), []);
    assert.deepEqual(endings(await world({ mode: batch(0, 0) })), ['1 complete: 0 of 0 completed']);
  });

  it('counts a slot once, also when a task that was given up completed after all', async () => {
    const late = inSlot(1, 'complete', { id: 'late' });
    const second = inSlot(1, 'running', { id: 'second', meta: { createdAtMs: NOW_MS } });
    const view = await world({ mode: batch(2, 2), tasks: [late, second] });
    assert.deepEqual(decide(view).lines, ['new slot 2 of run 1 r1 running', 'second -> shutdown']);
    assert.deepEqual(endings(view), []);
  });

  it('gives up a slot without attempts left, goes on with the others, and has failed in the end', async () => {
    const restart = { condition: 'any', delayMs: 0, maxAttempts: 1, windowMs: 0 } as const;
    const restarts = { total: 1, atMs: [] };
    const spent = inSlot(1, 'failed', {
      desired: { state: 'running', restarts },
      status: { error: 'exit 1' },
    });
    assert.deepEqual(decide(await world({ mode: batch(1, 2), restart, tasks: [spent] })).lines, [
      't1 -> shutdown',
    ]);
    const over = inSlot(1, 'failed', {
      desired: { state: 'shutdown', restarts },
      status: { error: 'exit 1' },
    });
    const going = await world({ mode: batch(1, 2), restart, tasks: [over] });
    assert.deepEqual(decide(going).lines, ['new slot 2 of run 1 r1 running']);
    const end = await world({ mode: batch(1, 2), restart, tasks: [over, inSlot(2, 'complete')] });
    assert.deepEqual(endings(end), ['1 failed: 1 of 2 completed; task 1: exit 1']);
  });

  it('keeps what completed in a run that goes on, however long the history', async () => {
    const past = Array.from({ length: 8 }, (_unused, at) =>
      inSlot(1, at === 3 ? 'complete' : 'failed', {
        id: `p${at}`,
        desired: { state: 'shutdown' },
        status: { atMs: NOW_MS - 100 + at },
      }),
    );
    const view = await world({ mode: batch(1, 2), tasks: past });
    assert.deepEqual(
      decide(view).lines.filter((line) => line.startsWith('forget')),
      ['forget p0', 'forget p1', 'forget p2'],
    );
  });

  const slotState = fc.constantFrom(
    'none' as const,
    'running' as const,
    'complete' as const,
    'failed' as const,
    'spent' as const,
  );

  it('never has more at once, nor more slots, than asked for, whatever is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(slotState, { maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(12),
        async (states, most, total) => {
          const restart = { condition: 'any', delayMs: 0, maxAttempts: 1, windowMs: 0 } as const;
          const tasks = states.slice(0, total).flatMap((state, at) => {
            if (state === 'none') return [];
            if (state !== 'spent') return [inSlot(at + 1, state)];
            const desired = { state: 'shutdown', restarts: { total: 1, atMs: [] } } as const;
            return [inSlot(at + 1, 'failed', { desired })];
          });
          const view = await world({ mode: batch(most, total), restart, tasks });
          const { lines } = decide(view);
          const slots = lines.flatMap((line) => /^new slot (\d+)/.exec(line)?.[1] ?? []).map(Number);
          assert.ok(slots.every((slot) => slot >= 1 && slot <= total));
          const going = tasks.filter(({ status }) => status?.state === 'running').map(({ slot }) => slot);
          const failed = tasks
            .filter(({ id }) => lines.includes(`${id} -> shutdown`))
            .map(({ slot }) => slot);
          const active = new Set([...going, ...failed]);
          const begun = slots.filter((slot) => !active.has(slot));
          assert.ok(begun.length === 0 || active.size + begun.length <= most, lines.join());
          assert.equal(new Set(slots).size, slots.length);
          const settled =
            tasks.filter(({ id }) => !lines.includes(`${id} -> shutdown`)).length - going.length;
          const isOver = endings(view).length > 0;
          assert.equal(isOver, settled === total && active.size === 0);
        },
      ),
    );
  });
});

describe('the restart policy of a job', () => {
  it('takes any to mean: after a failure', () => {
    const policyOf = (mode: ServiceSpecInput['mode']): ReturnType<typeof restartPolicyOf> =>
      restartPolicyOf(aServiceSpec({ mode }));
    for (const mode of [batch(1, 1), SWEEP]) {
      assert.equal(shouldRestart(inSlot(1, 'complete'), policyOf(mode)), false);
      assert.equal(shouldRestart(inSlot(1, 'failed'), policyOf(mode)), true);
    }
    assert.equal(shouldRestart(inSlot(1, 'complete'), policyOf({ kind: 'global', global: {} })), true);
  });
});
