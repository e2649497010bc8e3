/**
 * Turns tasks away from a node that no longer meets what they were placed for: its labels changed, or it
 * has less to reserve, or other units of it, than it said before. They are rejected, and the restart rule finds them another
 * place. A paused or drained node is left to its own rules.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { maySatisfy } from '../../../proto/model/constraint.js';
import { areThere, freeGeneric } from '../../../proto/model/generic-resources.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { capacityOf, fits, reservationOf, subtract } from '../../../proto/model/resources.js';
import { hasEnded, isUnplaced, isWanted } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { group, unchanged, update } from '../../store/rules/change.js';

/** Rejects the node's tasks that must go; lower ids keep their place. */
export function enforce(view: ClusterView, node: Node, nowMs: number): readonly ChangeGroup[] {
  if ((node.spec?.availability ?? 'active') !== 'active') return [];
  let free: Amounts = capacityOf(node);
  let units = node.description?.resources?.generic ?? [];
  const groups: ChangeGroup[] = [];
  for (const task of view.tasksOnNode(node.id)) {
    if (!isWanted(task) || hasEnded(task) || isUnplaced(task)) continue;
    // It starts when the other has stopped, in the room of that one.
    const before = view.task(task.desired?.start?.afterTaskId ?? '');
    if (before?.placement?.nodeId === node.id && isWanted(before)) continue;
    const spec = view.revision(task.serviceId, task.revision)?.spec;
    const reserved = reservationOf(spec?.task);
    const given = task.placement?.generic ?? [];
    const hasRoom =
      node.description?.resources === undefined || (fits(reserved, free) && areThere(given, units));
    if (!hasRoom || !meetsConstraints(view, node, task, spec)) {
      groups.push(rejected(task, node, nowMs));
      continue;
    }
    free = subtract(free, reserved);
    units = freeGeneric(units, given);
  }
  return groups;
}

// A task of an older revision may stay for either spec: a new one is rolled out slot by slot.
function meetsConstraints(view: ClusterView, node: Node, task: Task, spec: ServiceSpec | undefined): boolean {
  const service = view.service(task.serviceId);
  if (satisfies(node, spec)) return true;
  return service !== undefined && service.revision !== task.revision && satisfies(node, service.spec);
}

function satisfies(node: Node, spec: ServiceSpec | undefined): boolean {
  const constraints = spec?.task?.placement?.constraints ?? [];
  return constraints.length === 0 || maySatisfy(constraints, node);
}

function rejected(task: Task, node: Node, nowMs: number): ChangeGroup {
  const status = {
    ...task.status,
    ports: task.status?.ports ?? [],
    state: 'rejected' as const,
    atMs: nowMs,
    storedAtMs: nowMs,
    message: 'task rejected by constraint enforcer',
    error: 'assigned node no longer meets constraints',
  };
  return group(
    [update('task', task.id, 'status', { status })],
    [
      unchanged('task', task, 'status'),
      unchanged('node', node, 'spec'),
      unchanged('node', node, 'description'),
    ],
  );
}
