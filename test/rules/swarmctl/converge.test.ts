/**
 * When a service counts as what was asked for, and when that can no longer come.
 */
import assert from 'node:assert/strict';
import { convergeView, type ConvergeView } from '../../../cli/swarmctl/rules/converge.js';
import { ServiceProgressCodec, type TaskEntryInput } from '../../../proto/gen/control.js';
import type { ServiceInput, TaskInput, TaskSpecInput } from '../../../proto/gen/objects.js';
import { aService, aTask, aTaskSpec } from '../../kit/builders.js';

const entry = (task: TaskInput, spec: TaskSpecInput = {}): TaskEntryInput => ({
  task: aTask(task),
  serviceName: 'web',
  spec: aTaskSpec(spec),
});

function seen(
  replicas: number,
  tasks: readonly TaskEntryInput[],
  more: { readonly service?: ServiceInput; readonly downNodeIds?: readonly string[] } = {},
): ConvergeView {
  const mode = { kind: 'replicated' as const, replicated: { replicas } };
  const service = aService({ revision: 2, ...more.service, spec: { mode, ...more.service?.spec } });
  return convergeView(ServiceProgressCodec.create({ service, tasks, downNodeIds: more.downNodeIds ?? [] }));
}

describe('a service has converged', () => {
  it('when each slot runs, whatever the slots are numbered', () => {
    const view = seen(2, [entry({ slot: 3 }), entry({ slot: 7 })]);
    assert.deepEqual([view.running, view.wanted, view.isConverged], [2, 2, true]);
  });

  it('when it wants nothing and has nothing', () => {
    assert.equal(seen(0, []).isConverged, true);
  });

  it('not while a slot is missing, or is one too many', () => {
    assert.equal(seen(2, [entry({ slot: 1 })]).isConverged, false);
    assert.equal(seen(1, [entry({ slot: 1 }), entry({ slot: 2 })]).isConverged, false);
  });

  it('though tasks of other slots are being stopped', () => {
    const leaving = {
      state: 'running',
      leaving: { sinceMs: 1, reason: 'scaled down' },
    } as const;
    const view = seen(1, [
      entry({ slot: 1 }),
      entry({ slot: 2, desired: { state: 'remove' } }),
      entry({ slot: 3, desired: leaving }),
    ]);
    assert.equal(view.isConverged, true);
  });

  it('not while a task runs that does other work than is asked for', () => {
    const old = entry({ slot: 1, revision: 1 }, { container: { image: 'web:0' } });
    assert.equal(seen(1, [old]).isConverged, false);
    // Where it may run is no reason to replace it.
    const same = entry({ slot: 1, revision: 1 }, { placement: { constraints: ['node.role==worker'] } });
    assert.equal(seen(1, [same]).isConverged, true);
  });

  it('not while its task is on a node that is down', () => {
    const view = seen(1, [entry({ slot: 1 })], { downNodeIds: ['node-1'] });
    assert.deepEqual([view.isConverged, view.slots[0]?.state], [false, 'node down']);
  });
});

describe('a slot', () => {
  it('is stood for by the task of the present spec', () => {
    const view = seen(1, [
      entry({ id: 'a', revision: 1, meta: { createdAtMs: 1 } }, { container: { image: 'web:0' } }),
      entry({
        id: 'b',
        revision: 2,
        meta: { createdAtMs: 2 },
        desired: { state: 'ready' },
        status: { state: 'ready' },
      }),
    ]);
    assert.deepEqual([view.slots[0]?.state, view.running], ['ready', 0]);
  });

  it('keeps the error of the task before', () => {
    const view = seen(1, [
      entry({
        id: 'a',
        revision: 2,
        meta: { createdAtMs: 1 },
        desired: { state: 'shutdown' },
        status: { state: 'failed', error: 'exit 1' },
      }),
      entry({
        id: 'b',
        revision: 2,
        meta: { createdAtMs: 2 },
        desired: { state: 'ready' },
        status: { state: 'ready' },
      }),
    ]);
    assert.deepEqual([view.slots[0]?.error, view.slots[0]?.lastError], ['', 'exit 1']);
  });
});

describe('a service is beyond hope', () => {
  const ended = (slot: number, state: 'complete' | 'failed', error = '') =>
    entry({ id: `t${slot}`, slot, revision: 2, desired: { state: 'shutdown' }, status: { state, error } });
  const withPolicy = (restart: TaskSpecInput['restart']) => ({ service: { spec: { task: { restart } } } });

  it('when what is missing ended and is not started again', () => {
    const once = withPolicy({ condition: 'none' });
    assert.equal(
      seen(1, [ended(1, 'failed', 'exit 1')], once).hopeless,
      'web.1 is failed (exit 1) and its restart policy does not start it again',
    );
    assert.notEqual(seen(1, [ended(1, 'complete')], withPolicy({ condition: 'on-failure' })).hopeless, '');
    assert.notEqual(
      seen(1, [ended(1, 'failed')], withPolicy({ condition: 'any', maxAttempts: 2 })).hopeless,
      '',
    );
  });

  it('not while something else may still come', () => {
    const once = withPolicy({ condition: 'none' });
    assert.equal(seen(1, [ended(1, 'failed')], withPolicy({ condition: 'any' })).hopeless, '');
    assert.equal(seen(1, [ended(1, 'failed')], withPolicy({ condition: 'on-failure' })).hopeless, '');
    // Slot 2 was never made yet.
    assert.equal(seen(2, [ended(1, 'failed')], once).hopeless, '');
    const coming = entry({ id: 'x', slot: 2, status: { state: 'preparing' } });
    assert.equal(seen(2, [ended(1, 'failed'), coming], once).hopeless, '');
  });
});
