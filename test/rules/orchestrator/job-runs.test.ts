/**
 * The runs of a job: when one begins, what is remembered of it.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  NO_RUNS,
  withEnds,
  withRun,
  writtenRuns,
} from '../../../control-plane/orchestrator/rules/job-runs.js';
import type { JobRun, Service } from '../../../proto/gen/objects.js';
import { aCluster, aRevision, aService, aServiceSpec } from '../../kit/builders.js';
import { decide, NOW_MS, viewOf } from './decided.js';
import { batch, aRun, runs, inSlot, world, endings } from './job-kit.js';

describe('a run of a job', () => {
  it('begins with the first revision, and with each later one, in place of those before', async () => {
    const fresh = await world({ mode: batch(1, 1), service: { runs: undefined } });
    assert.deepEqual(decide(fresh).lines, ['runs 1 active']);
    const changed = await world({
      mode: batch(1, 1),
      service: { revision: 2 },
      tasks: [inSlot(1, 'running')],
    });
    assert.deepEqual(endings(changed), ['1 replaced: replaced by run 2', '2 active']);
  });

  it('begins by itself only where there is no schedule', async () => {
    const spec = aServiceSpec({ mode: batch(1, 1), schedule: { cron: '@daily' } });
    const due = await viewOf({ service: [aService({ spec })], revision: [aRevision({ spec })] });
    assert.deepEqual(decide(due).lines, []);
  });

  it('may go on beside another one, each with its own count', async () => {
    const both = await world({
      mode: batch(2, 3),
      service: { runs: runs(aRun(1), aRun(2)) },
      tasks: [inSlot(1, 'running'), inSlot(2, 'complete'), inSlot(3, 'running', { run: 2 })],
    });
    assert.deepEqual(decide(both).lines, [
      'new slot 1 of run 2 r1 running',
      'new slot 3 of run 1 r1 running',
    ]);
  });

  it('keeps the revision that it was begun with', async () => {
    const older = await world({
      mode: batch(1, 2),
      service: { revision: 2, runs: runs(aRun(1), aRun(2, { revision: 2 })) },
    });
    assert.deepEqual(decide(older).lines, [
      'new slot 1 of run 1 r1 running',
      'new slot 1 of run 2 r2 running',
    ]);
  });

  it('lets go of the tasks of runs that were replaced, and begins when they have stopped', async () => {
    const replaced = await world({
      mode: batch(1, 1),
      service: { revision: 2, runs: runs(aRun(1, { state: 'replaced' }), aRun(2, { revision: 2 })) },
      tasks: [inSlot(1, 'running'), inSlot(2, 'complete')],
    });
    assert.deepEqual(decide(replaced).lines, [
      'new slot 1 of run 2 r2 ready in 0 ms after t1',
      't1 -> remove',
      't2 -> remove',
    ]);
  });

  it('holds up one task for each that stops, what runs before what waits, and not beside runs that go on', async () => {
    const before = [
      inSlot(1, 'complete'),
      inSlot(3, 'running'),
      inSlot(2, 'ready', { desired: { state: 'remove' } }),
    ];
    const begun = async (state: JobRun['state']): Promise<readonly string[]> => {
      const service = { runs: runs(aRun(1, { state }), aRun(2)) };
      const { lines } = decide(await world({ mode: batch(3, 3), service, tasks: before }));
      return lines.filter((line) => line.includes('of run 2'));
    };
    assert.deepEqual(await begun('replaced'), [
      'new slot 1 of run 2 r1 ready in 0 ms after t3',
      'new slot 2 of run 2 r1 ready in 0 ms after t2',
      'new slot 3 of run 2 r1 running',
    ]);
    const atOnce = [1, 2, 3].map((slot) => `new slot ${slot} of run 2 r1 running`);
    assert.deepEqual(await begun('active'), atOnce);
  });

  it('is remembered with the nine before it, and its tasks as long as the history goes', async () => {
    const many = Array.from({ length: 14 }, (_unused, at) => aRun(at + 1, { state: 'complete' }));
    const next = withRun(
      { service: aService({ runs: runs(...many) }), nowMs: NOW_MS },
      { scheduledAtMs: 5, isReplacing: false },
    );
    assert.deepEqual(
      next.runs.map(({ number }) => number),
      [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    );
    assert.deepEqual([next.lastNumber, next.runs.at(-1)?.scheduledAtMs], [15, 5]);
    const tasks = many.map(({ number }) => inSlot(1, 'complete', { id: `r${number}`, run: number }));
    const over = await world({ mode: batch(1, 1), service: { runs: runs(...many.slice(-10)) }, tasks });
    const gone = decide(over).lines;
    assert.deepEqual(
      gone,
      ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'].map((id) => `${id} -> remove`).toSorted(),
    );
  });

  it('keeps the tasks of the newest that was begun, though later ones were missed', async () => {
    const tasks = [1, 2].map((run) => inSlot(1, 'complete', { id: `r${run}`, run }));
    const list = runs(
      aRun(1, { state: 'complete' }),
      aRun(2, { state: 'failed' }),
      aRun(3, { state: 'missed' }),
    );
    const spec = { mode: batch(1, 1), schedule: { cron: '@yearly' } } as const;
    const view = await viewOf({
      cluster: [aCluster({ spec: { taskHistoryLimit: 0 } })],
      service: [aService({ runs: { ...list, scheduledUntilMs: NOW_MS }, spec })],
      revision: [aRevision({ spec })],
      task: tasks,
    });
    assert.deepEqual(decide(view).lines, ['r1 -> remove']);
  });

  it('is written only on top of what it was decided on', () => {
    const { checks } = writtenRuns({ service: aService() }, NO_RUNS);
    const groups = checks.map(({ condition }) =>
      condition?.kind === 'version' ? condition.version.group : '',
    );
    assert.deepEqual(groups, ['spec', 'runs']);
  });

  it('never comes back from its end, and numbers only rise', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('start' as const), isReplacing: fc.boolean() }),
      fc.record({
        kind: fc.constant('end' as const),
        at: fc.nat(20),
        state: fc.constantFrom('complete' as const, 'failed' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let service: Service = aService();
        const overAs = new Map<number, string>();
        for (const each of steps) {
          const parts = { service, nowMs: NOW_MS };
          const active = (service.runs?.runs ?? []).filter(({ state }) => state === 'active');
          const chosen = each.kind === 'end' ? active[each.at % Math.max(1, active.length)] : undefined;
          const next =
            each.kind === 'start'
              ? withRun(parts, { scheduledAtMs: 0, isReplacing: each.isReplacing })
              : withEnds(
                  parts,
                  chosen === undefined ? [] : [{ number: chosen.number, state: each.state, message: '' }],
                );
          const numbers = next.runs.map(({ number }) => number);
          assert.deepEqual(
            numbers,
            [...new Set(numbers)].toSorted((a, b) => a - b),
          );
          assert.ok(next.lastNumber >= (service.runs?.lastNumber ?? 0));
          assert.ok(next.runs.filter(({ state }) => state !== 'active').length <= 10);
          for (const { number, state } of next.runs) {
            const before = overAs.get(number);
            if (before !== undefined) assert.equal(state, before);
            if (state !== 'active') overAs.set(number, state);
          }
          service = { ...service, runs: next };
        }
      }),
    );
  });
});
