/**
 * What a message of assignments makes an agent hold and let go.
 */
import assert from 'node:assert/strict';
import { follows, newerTask, planAssignments } from '../../../agent/rules/assignment-apply.js';
import { heartbeatDelayMs, nextBoundMs } from '../../../agent/rules/backoff.js';
import { AssignedTaskCodec, AssignmentsCodec } from '../../../proto/gen/dispatcher.js';

const task = (taskId: string, desired: 'ready' | 'running' | 'shutdown' | 'remove' = 'running') =>
  AssignedTaskCodec.create({ taskId, desired, spec: { container: { image: 'web:1' } } });

describe('assignments', () => {
  it('that are complete let go of everything they do not list', () => {
    const message = AssignmentsCodec.create({ complete: true, update: [task('b'), task('c')] });
    const plan = planAssignments(message, ['a', 'b']);
    assert.deepEqual(
      plan.hold.map(({ taskId }) => taskId),
      ['b', 'c'],
    );
    assert.deepEqual(plan.letGoIds, ['a']);
  });

  it('that are a difference touch only what they name', () => {
    const message = AssignmentsCodec.create({ update: [task('c')], removeTaskIds: ['b', 'unknown'] });
    const plan = planAssignments(message, ['a', 'b']);
    assert.deepEqual(plan.letGoIds, ['b', 'unknown']);
  });

  it('that name a task both ways keep it', () => {
    const message = AssignmentsCodec.create({ update: [task('a')], removeTaskIds: ['a'] });
    assert.deepEqual(planAssignments(message, ['a']).letGoIds, []);
  });

  it('may only follow the message before them, unless they are complete', () => {
    const difference = (sequence: number) => AssignmentsCodec.create({ sequence });
    assert.equal(follows(AssignmentsCodec.create({ complete: true, sequence: 7 }), undefined), true);
    assert.equal(follows(difference(1), undefined), false);
    assert.equal(follows(difference(8), 7), true);
    assert.equal(follows(difference(9), 7), false);
    assert.equal(follows(difference(7), 7), false);
  });

  it('never lower what is desired of a task', () => {
    const held = task('a', 'shutdown');
    assert.equal(newerTask(held, task('a', 'running')), held);
    assert.equal(newerTask(held, task('a', 'remove')).desired, 'remove');
    const same = task('a', 'shutdown');
    assert.equal(newerTask(held, same), same);
  });
});

describe('a task whose revision the managers forgot', () => {
  it('is stopped as it was told to be run', () => {
    const held = task('a');
    const forgotten = AssignedTaskCodec.create({ taskId: 'a', desired: 'shutdown' });
    assert.deepEqual(newerTask(held, forgotten), { ...held, desired: 'shutdown' });
  });
});

describe('waiting before trying again', () => {
  it('grows to a bound', () => {
    const backoff = { firstMs: 100, longestMs: 8_000 };
    const bounds = [1, 2, 3, 4, 5, 6, 7, 8].reduce<number[]>(
      (list) => [...list, nextBoundMs(list.at(-1) ?? 0, backoff)],
      [],
    );
    assert.deepEqual(bounds, [100, 300, 700, 1500, 3100, 6300, 8000, 8000]);
  });

  it('beats before the period ends, and not at once', () => {
    assert.equal(heartbeatDelayMs(5_000, 0), 4_500);
    assert.ok(heartbeatDelayMs(5_000, 0.999) > 3_000);
  });
});
