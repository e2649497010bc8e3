/**
 * Which tasks have lines to read, and when a follower has nothing more to wait for.
 */
import assert from 'node:assert/strict';
import { loggedTasks } from '../../../control-plane/api/rules/logged-tasks.js';
import { TASK_STATES, type TaskState } from '../../../proto/gen/objects.js';
import { aService, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

describe('the tasks with logs', () => {
  const readable = async (state: TaskState, containerId: string): Promise<boolean> => {
    const task = aTask({ status: { state, container: { containerId } } });
    const view = await aView({ task: [task] });
    return loggedTasks(view, { taskId: task.id }, true).tasks.length === 1;
  };

  it('are those whose container was started', async () => {
    const withUnknown: TaskState[] = [];
    const withKnown: TaskState[] = [];
    for (const state of TASK_STATES) {
      if (await readable(state, '')) withUnknown.push(state);
      if (await readable(state, 'c1')) withKnown.push(state);
    }
    assert.deepEqual(withUnknown, ['starting', 'running', 'complete', 'failed']);
    assert.deepEqual(withKnown, [
      'starting',
      'running',
      'complete',
      'shutdown',
      'failed',
      'rejected',
      'orphaned',
    ]);
  });

  it('of a service may grow until it is gone, for whoever follows', async () => {
    const scope = { serviceId: 'service-1' };
    const view = await aView({ service: [aService()], task: [aTask(), aTask({ id: 'task-2', slot: 2 })] });
    assert.equal(loggedTasks(view, scope, true).isOver, false);
    assert.equal(loggedTasks(view, scope, false).isOver, true);
    assert.equal(loggedTasks(view, scope, true).tasks.length, 2);
    const later = await aView({ task: [aTask()] });
    assert.equal(loggedTasks(later, scope, true).isOver, true);
  });

  it('of a single task are waited for until it starts, ends or is gone', async () => {
    const scope = { taskId: 'task-1' };
    const rows: readonly (readonly [TaskState, boolean])[] = [
      ['pending', false],
      ['preparing', false],
      ['running', true],
      ['rejected', true],
    ];
    for (const [state, isOver] of rows) {
      const view = await aView({ task: [aTask({ status: { state } })] });
      assert.equal(loggedTasks(view, scope, true).isOver, isOver, state);
    }
    assert.equal(loggedTasks(await aView({}), scope, true).isOver, true);
  });
});
