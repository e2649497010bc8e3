/**
 * Turns tasks away from a node that no longer meets what they were placed for: its labels changed, or it
 * has less to reserve, or other units of it, than it said before. A paused or drained node is left to its own rules.
 * A task that traffic may be sent to leaves as others do that must stop: it is replaced, stops when nothing sends it
 * traffic any more, and ends as shutdown. Any other is rejected at once, and the restart rule finds it another place.
 */
import type { ChangeGroup, Check } from '../../../proto/gen/log.js';
import type { Node, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { maySatisfy } from '../../../proto/model/constraint.js';
import { areThere, freeGeneric } from '../../../proto/model/generic-resources.js';
import type { Amounts } from '../../../proto/model/resources.js';
import { capacityOf, fits, reservationOf, subtract } from '../../../proto/model/resources.js';
import { isPreassigned } from '../../../proto/model/service-mode.js';
import { hasEnded, isUnplaced, isWanted } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import { mayGetTraffic, stop, stopChecks } from './leaving.js';
import { stopAndReplace } from './restart.js';
import { contextOf, type ServiceContext, slotsOf } from './slots.js';

const UNFIT = 'assigned node no longer meets constraints';

/** The instant, and ids for replacements. */
export type EnforceParts = Pick<ServiceContext, 'nowMs' | 'newId'>;

/** Turns away the node's tasks that must go; lower ids keep their place. */
export function enforce(view: ClusterView, node: Node, parts: EnforceParts): readonly ChangeGroup[] {
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
      groups.push(turnedAway(view, node, task, parts));
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

function turnedAway(view: ClusterView, node: Node, task: Task, parts: EnforceParts): ChangeGroup {
  const context = contextFor(view, task, parts);
  if (context === undefined || !mayGetTraffic(context, task)) return rejected(task, node, parts.nowMs);
  const { changes, checks } = leaves(context, task);
  return group(changes, [...checks, ...nodeChecks(node)]);
}

/** Its service as it is to the task: of a run of a job, as it was when that began. */
function contextFor(view: ClusterView, task: Task, parts: EnforceParts): ServiceContext | undefined {
  const { serviceId, revision, run } = task;
  const present = view.service(serviceId);
  const spec = run > 0 ? view.revision(serviceId, revision)?.spec : present?.spec;
  if (present === undefined || spec === undefined) return undefined;
  const service = run > 0 ? { ...present, revision, spec } : present;
  return contextOf({ view, nodes: view, service, spec, ...parts });
}

function leaves(context: ServiceContext, task: Task): ChangeGroup {
  const beside = context.view.tasksOfSlot(task.serviceId, task.slot).filter(({ run }) => run === task.run);
  // Where the slots are nodes, whether this one is to have another task is for the rules of such services.
  const [slot] = isPreassigned(task) ? [] : slotsOf(context, beside);
  return slot === undefined
    ? group([stop(context, task, { reason: UNFIT, end: 'shutdown' })], stopChecks([task]))
    : stopAndReplace(context, slot, [task], () => UNFIT);
}

function rejected(task: Task, node: Node, nowMs: number): ChangeGroup {
  const status = {
    ...task.status,
    ports: task.status?.ports ?? [],
    state: 'rejected' as const,
    atMs: nowMs,
    storedAtMs: nowMs,
    message: 'task rejected by constraint enforcer',
    error: UNFIT,
  };
  return group(
    [update('task', task.id, 'status', { status })],
    [unchanged('task', task, 'status'), ...nodeChecks(node)],
  );
}

function nodeChecks(node: Node): readonly Check[] {
  return [unchanged('node', node, 'spec'), unchanged('node', node, 'description')];
}
