/**
 * The life of a task on its node, as a table: every desired state against every state.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterDeed, afterMove, type Deed, nextStep, type Outcome } from '../../../agent/rules/task-step.js';
import {
  DESIRED_STATES,
  TASK_STATES,
  type TaskState,
  type TaskStatus,
  TaskStatusCodec,
} from '../../../proto/gen/objects.js';

const FINAL: readonly TaskState[] = ['complete', 'shutdown', 'failed', 'rejected', 'orphaned'];

// state → the step while ready, running, shutdown and remove are desired
const TABLE: Readonly<Record<TaskState, readonly [string, string, string, string]>> = {
  new: ['accepted', 'accepted', 'stop', 'stop'],
  pending: ['accepted', 'accepted', 'stop', 'stop'],
  assigned: ['accepted', 'accepted', 'stop', 'stop'],
  accepted: ['preparing', 'preparing', 'stop', 'stop'],
  preparing: ['prepare', 'prepare', 'stop', 'stop'],
  ready: ['nothing', 'starting', 'stop', 'stop'],
  starting: ['start', 'start', 'stop', 'stop'],
  running: ['wait', 'wait', 'stop', 'stop'],
  complete: ['nothing', 'nothing', 'nothing', 'nothing'],
  shutdown: ['nothing', 'nothing', 'nothing', 'nothing'],
  failed: ['nothing', 'nothing', 'nothing', 'nothing'],
  rejected: ['nothing', 'nothing', 'nothing', 'nothing'],
  orphaned: ['nothing', 'nothing', 'nothing', 'nothing'],
};

const statusIn = (state: TaskState): TaskStatus => TaskStatusCodec.create({ state, atMs: 1 });

describe('the next step of a task', () => {
  for (const state of TASK_STATES) {
    it(`from ${state} is as the table says`, () => {
      const steps = DESIRED_STATES.map((desired) => {
        const step = nextStep(desired, state);
        return step.kind === 'move' ? step.to : step.kind;
      });
      assert.deepEqual(steps, TABLE[state]);
    });
  }
});

describe('the status after a step', () => {
  const deed = (kind: Deed['kind']): Deed => ({ kind });

  it('says what was done', () => {
    const done: Outcome = { kind: 'done', container: { containerId: 'c', pid: 7 } };
    const after = (state: TaskState, kind: Deed['kind']): readonly string[] => {
      const status = afterDeed(statusIn(state), deed(kind), done, 5);
      assert.deepEqual([status.atMs, status.container?.pid], [5, 7]);
      return [status.state, status.message];
    };
    assert.deepEqual(after('preparing', 'prepare'), ['ready', 'prepared']);
    assert.deepEqual(after('starting', 'start'), ['running', 'started']);
    assert.deepEqual(after('running', 'stop'), ['shutdown', 'shutdown']);
  });

  it('calls what never began rejected, and what began failed', () => {
    const failed: Outcome = { kind: 'failed', error: 'no such image' };
    const rejected = afterDeed(statusIn('preparing'), deed('prepare'), failed, 5);
    assert.deepEqual([rejected.state, rejected.error], ['rejected', 'no such image']);
    assert.equal(afterDeed(statusIn('starting'), deed('start'), failed, 5).state, 'failed');
  });

  it('tells a good end from a bad one, with its exit code', () => {
    const container = { containerId: 'c', pid: 0, exitCode: 3 };
    const bad: Outcome = { kind: 'ended', problem: 'task: non-zero exit (3)', container };
    const failed = afterDeed(statusIn('running'), deed('wait'), bad, 5);
    assert.deepEqual(
      [failed.state, failed.error, failed.container?.exitCode],
      ['failed', 'task: non-zero exit (3)', 3],
    );
    const good: Outcome = { kind: 'ended', problem: '' };
    assert.equal(afterDeed(statusIn('starting'), deed('start'), good, 5).state, 'complete');
  });

  it('keeps the state while the runtime is away, says why once, and forgets it afterwards', () => {
    const away: Outcome = { kind: 'temporary', error: 'engine away' };
    const before = statusIn('starting');
    const once = afterDeed(before, deed('start'), away, 5);
    assert.deepEqual([once.state, once.error], ['starting', 'engine away']);
    assert.equal(afterDeed(once, deed('start'), away, 6), once);
    assert.equal(afterDeed(once, deed('start'), { kind: 'done' }, 7).error, '');
  });

  it('changes nothing when the step was cancelled', () => {
    const before = statusIn('running');
    assert.equal(afterDeed(before, deed('wait'), { kind: 'cancelled' }, 5), before);
  });

  it('never falls back, whatever happens, and a finished task stays as it ended', () => {
    const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
      fc.constant<Outcome>({ kind: 'done' }),
      fc.constant<Outcome>({ kind: 'cancelled' }),
      fc.constant<Outcome>({ kind: 'temporary', error: 'away' }),
      fc.constant<Outcome>({ kind: 'failed', error: 'never' }),
      fc.constantFrom('', 'bad').map((problem): Outcome => ({ kind: 'ended', problem })),
    );
    const turns = fc.array(fc.tuple(fc.constantFrom(...DESIRED_STATES), outcomes), { maxLength: 30 });
    fc.assert(
      fc.property(turns, (list) => {
        let status = statusIn('assigned');
        for (const [desired, outcome] of list) {
          const step = nextStep(desired, status.state);
          if (step.kind === 'nothing') continue;
          assert.ok(!FINAL.includes(status.state));
          const next =
            step.kind === 'move' ? afterMove(status, step, 9) : afterDeed(status, step, outcome, 9);
          assert.ok(TASK_STATES.indexOf(next.state) >= TASK_STATES.indexOf(status.state));
          status = next;
        }
      }),
    );
  });
});
