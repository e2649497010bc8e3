/**
 * Which nodes may be removed, and what is written with it.
 */
import assert from 'node:assert/strict';
import { nodeRemoval } from '../../../control-plane/api/rules/node-removal.js';
import type { Node, NodeState, TaskState } from '../../../proto/gen/objects.js';
import { TASK_STATES } from '../../../proto/gen/objects.js';
import { hasCode } from '../../../proto/base/errors.js';
import { aNode, aTask } from '../../kit/builders.js';
import { aView } from './a-view.js';

async function isRemovable(node: Node, force: boolean): Promise<boolean> {
  const view = await aView({ node: [node] });
  try {
    nodeRemoval(view, node, { force, nowMs: 5 });
    return true;
  } catch (error) {
    assert.ok(hasCode(error, 'node.not-removable'));
    return false;
  }
}

describe('removing a node', () => {
  it('needs force while it is ready, and only then', async () => {
    const rows: readonly (readonly [NodeState, boolean])[] = [
      ['ready', false],
      ['down', true],
      ['unknown', true],
      ['disconnected', true],
    ];
    for (const [state, expected] of rows) {
      assert.equal(await isRemovable(aNode({ status: { state } }), false), expected, state);
      assert.equal(await isRemovable(aNode({ status: { state } }), true), true, state);
    }
  });

  it('orphans the tasks that it took and that have not ended, and no other', async () => {
    const node = aNode({ status: { state: 'down' } });
    const tasks = TASK_STATES.map((state, slot) => aTask({ id: state, slot, status: { state } }));
    const elsewhere = aTask({ id: 'elsewhere', placement: { nodeId: 'other' } });
    const view = await aView({ node: [node], task: [...tasks, elsewhere] });
    const removal = nodeRemoval(view, node, { force: false, nowMs: 5 });
    const orphaned = removal.changes.flatMap(({ change }) => {
      const object = change?.kind === 'update' ? change.update.object?.object : undefined;
      if (object?.kind !== 'task') return [];
      assert.equal(object.task.status?.state, 'orphaned');
      assert.equal(object.task.status?.atMs, 5);
      return [object.task.id];
    });
    const notTaken: readonly TaskState[] = ['new', 'pending'];
    const ended: readonly TaskState[] = ['complete', 'shutdown', 'failed', 'rejected', 'orphaned'];
    const others = [...notTaken, ...ended];
    assert.deepEqual(orphaned.toSorted(), TASK_STATES.filter((state) => !others.includes(state)).toSorted());
  });
});
