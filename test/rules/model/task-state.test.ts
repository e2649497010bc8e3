/**
 * The table of task states against the order that it must agree with.
 */
import assert from 'node:assert/strict';
import { TASK_STATES } from '../../../proto/gen/objects.js';
import {
  isAtLeast,
  isBelow,
  isDesiredBelow,
  isFinal,
  mayReach,
  MOVES,
} from '../../../proto/model/task-state.js';

describe('task states', () => {
  it('never move down', () => {
    for (const from of TASK_STATES)
      for (const to of MOVES[from]) assert.ok(isBelow(from, to), `${from} -> ${to}`);
  });

  it('are final exactly when they come after running', () => {
    for (const state of TASK_STATES) assert.equal(isFinal(state), isBelow('running', state), state);
  });

  it('have one order', () => {
    for (const a of TASK_STATES)
      for (const b of TASK_STATES) {
        assert.notEqual(isBelow(a, b), isAtLeast(a, b));
        assert.equal(isBelow(a, b), TASK_STATES.indexOf(a) < TASK_STATES.indexOf(b));
      }
  });

  for (const [from, to, expected] of [
    ['assigned', 'running', true],
    ['assigned', 'failed', true],
    ['assigned', 'rejected', true],
    ['running', 'orphaned', true],
    ['pending', 'complete', true],
    ['running', 'running', false],
    ['running', 'starting', false],
    ['complete', 'shutdown', false],
    ['shutdown', 'failed', false],
    ['failed', 'running', false],
    ['new', 'assigned', true],
  ] as const)
    it(`${expected ? 'may' : 'may not'} be reported as ${to} after ${from}`, () => {
      assert.equal(mayReach(from, to), expected);
    });

  it('that are desired go from ready to running to shutdown to remove', () => {
    assert.ok(isDesiredBelow('ready', 'running'));
    assert.ok(isDesiredBelow('running', 'shutdown'));
    assert.ok(isDesiredBelow('shutdown', 'remove'));
    assert.ok(!isDesiredBelow('remove', 'remove'));
  });
});
