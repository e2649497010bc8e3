/**
 * The end of a node as one group of changes: the node goes, and its unfinished tasks count as orphaned from the
 * same moment, as nobody will hear of them again. Whether it may be removed is decided before.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node, Task } from '../../../proto/gen/objects.js';
import { hasEnded, isUnplaced } from '../../../proto/model/task.js';
import { exists, group, remove, unchanged, update } from './change.js';
import type { ClusterView } from './view.js';

export interface Removal {
  /** Whatever state the node has by then. */
  readonly force: boolean;
  readonly nowMs: number;
}

export function removalOf(view: ClusterView, node: Node, { force, nowMs }: Removal): ChangeGroup {
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
