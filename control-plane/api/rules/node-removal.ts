/**
 * May this node be removed, and what goes with it. A node that is up must be let go by force: its
 * containers would run on unseen. That a manager has no vote any more is seen to before.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node, Task } from '../../../proto/gen/objects.js';
import { hasEnded, isUnplaced } from '../../../proto/model/task.js';
import { exists, group, remove, unchanged, update } from '../../store/rules/change.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf } from './entries.js';

export interface RemovalWish {
  readonly force: boolean;
  readonly nowMs: number;
}

/** The node's end, and that of its unfinished tasks, as one group; throws when the node must stay. */
export function nodeRemoval(view: ClusterView, node: Node, { force, nowMs }: RemovalWish): ChangeGroup {
  if (node.status?.state === 'ready' && !force)
    throw new SwarmError('node.not-removable', { node: hostnameOf(node), state: 'ready' });
  const unfinished = view.tasksOnNode(node.id).filter((task) => !hasEnded(task) && !isUnplaced(task));
  return group(
    [...unfinished.map((task) => orphan(task, nowMs)), remove('node', node.id)],
    [
      // What was decided on the node's state holds only while it has that state.
      force ? exists('node', node.id) : unchanged('node', node, 'status'),
      unchanged('node', node, 'spec'),
      ...unfinished.map((task) => unchanged('task', task, 'status')),
    ],
  );
}

function orphan(task: Task, nowMs: number): ReturnType<typeof update> {
  const status = {
    ports: [],
    container: undefined,
    ...task.status,
    state: 'orphaned',
    atMs: nowMs,
    storedAtMs: nowMs,
    message: 'node removed',
    error: '',
  } as const;
  return update('task', task.id, 'status', { status });
}

/** Whether it takes part in what the managers decide, or is about to. */
export function isManager(node: Node): boolean {
  return node.spec?.role === 'manager' || node.identity?.role === 'manager';
}
