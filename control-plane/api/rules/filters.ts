/**
 * Which objects a list shows. Filters of different kinds must all hold, of several values of one kind any.
 * Ids and names match by their beginning. Labels as Docker does it: each key must be there, with any of the
 * values asked for under that key. A value that no object can have is refused.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type {
  ListNetworksRequest,
  ListNodesRequest,
  ListServicesRequest,
  ListTasksRequest,
} from '../../../proto/gen/control.js';
import { DESIRED_STATES, NODE_ROLES, TASK_STATES } from '../../../proto/gen/objects.js';
import type { Network, Node, Service, Task } from '../../../proto/gen/objects.js';
import { modeName, SERVICE_MODES } from '../../../proto/model/service-mode.js';
import { desiredOf, taskName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { hostnameOf, serviceNameOf } from './entries.js';
import { findNode, findService, resolveNode, resolveService } from './references.js';

export function filterNodes(view: ClusterView, request: ListNodesRequest): readonly Node[] {
  checkKnown('role', request.roles, NODE_ROLES);
  checkKnown('membership', request.memberships, ['accepted', 'pending']);
  const hasLabels = labelFilter(request.labels);
  const hasEngineLabels = labelFilter(request.engineLabels);
  return [...view.nodes()].filter(
    (node) =>
      beginsWithAny(node.id, request.ids) &&
      beginsWithAny(hostnameOf(node), request.names) &&
      isAny(node.spec?.role ?? 'worker', request.roles) &&
      isAny('accepted', request.memberships) &&
      hasLabels(node.spec?.labels ?? {}) &&
      hasEngineLabels(node.description?.engineLabels ?? {}),
  );
}

export function filterServices(view: ClusterView, request: ListServicesRequest): readonly Service[] {
  checkKnown('mode', request.modes, SERVICE_MODES);
  const hasLabels = labelFilter(request.labels);
  const names = request.names.map((name) => name.toLowerCase());
  return [...view.services()].filter(
    ({ id, spec }) =>
      beginsWithAny(id, request.ids) &&
      beginsWithAny((spec?.name ?? '').toLowerCase(), names) &&
      isAny(modeName(spec), request.modes) &&
      hasLabels(spec?.labels ?? {}),
  );
}

export function filterNetworks(view: ClusterView, request: ListNetworksRequest): readonly Network[] {
  const hasLabels = labelFilter(request.labels);
  const names = request.names.map((name) => name.toLowerCase());
  return [...view.networks()].filter(
    ({ id, spec }) =>
      beginsWithAny(id, request.ids) &&
      beginsWithAny((spec?.name ?? '').toLowerCase(), names) &&
      hasLabels(spec?.labels ?? {}),
  );
}

export function filterTasks(view: ClusterView, request: ListTasksRequest): readonly Task[] {
  checkKnown('desired-state', request.desiredStates, [...new Set([...DESIRED_STATES, ...TASK_STATES])]);
  const serviceIds = new Set(request.serviceRefs.map((ref) => serviceIdOf(view, ref)));
  const nodeIds = new Set(request.nodeRefs.map((ref) => nodeIdOf(view, ref)));
  const names = request.names.map((name) => name.toLowerCase());
  return [...candidateTasks(view, serviceIds, nodeIds)].filter(
    (task) =>
      (serviceIds.size === 0 || serviceIds.has(task.serviceId)) &&
      (nodeIds.size === 0 || nodeIds.has(task.placement?.nodeId ?? '')) &&
      beginsWithAny(task.id, request.ids) &&
      isAny(desiredOf(task) ?? '', request.desiredStates) &&
      (names.length === 0 || beginsWithAny(lowerCaseName(view, task), names)),
  );
}

/** The smallest set at hand that holds every task asked for. */
function* candidateTasks(
  view: ClusterView,
  serviceIds: ReadonlySet<string>,
  nodeIds: ReadonlySet<string>,
): Iterable<Task> {
  if (serviceIds.size > 0) for (const id of serviceIds) yield* view.tasksOfService(id);
  else if (nodeIds.size > 0) for (const id of nodeIds) yield* view.tasksOnNode(id);
  else yield* view.tasks();
}

/** Tasks outlive their service for a while: they can still be listed by its id. */
function serviceIdOf(view: ClusterView, ref: string): string {
  const isGoneService = findService(view, ref).kind === 'none' && view.tasksOfService(ref).length > 0;
  return isGoneService ? ref : resolveService(view, ref).id;
}

/** And so they do with their node. */
function nodeIdOf(view: ClusterView, ref: string): string {
  const isGoneNode = findNode(view, ref).kind === 'none' && view.tasksOnNode(ref).length > 0;
  return isGoneNode ? ref : resolveNode(view, ref).id;
}

function lowerCaseName(view: ClusterView, task: Task): string {
  return taskName(serviceNameOf(view, task.serviceId, task.revision), task).toLowerCase();
}

function beginsWithAny(text: string, beginnings: readonly string[]): boolean {
  return beginnings.length === 0 || beginnings.some((beginning) => text.startsWith(beginning));
}

function isAny(text: string, values: readonly string[]): boolean {
  return values.length === 0 || values.includes(text);
}

function labelFilter(filters: readonly string[]): (labels: Readonly<Record<string, string>>) => boolean {
  const valuesByKey = new Map<string, (string | undefined)[]>();
  for (const filter of filters) {
    const [key, value] = splitLabel(filter);
    if (key === '') throw invalid('label', filter, 'must be "key" or "key=value"');
    valuesByKey.set(key, [...(valuesByKey.get(key) ?? []), value]);
  }
  return (labels) =>
    [...valuesByKey].every(
      ([key, values]) =>
        Object.hasOwn(labels, key) && values.some((value) => value === undefined || value === labels[key]),
    );
}

function splitLabel(filter: string): readonly [key: string, value: string | undefined] {
  const at = filter.indexOf('=');
  return at < 0 ? [filter, undefined] : [filter.slice(0, at), filter.slice(at + 1)];
}

function checkKnown(field: string, values: readonly string[], known: readonly string[]): void {
  for (const value of values) {
    if (!known.includes(value)) throw invalid(field, value, `must be one of ${known.join(', ')}`);
  }
}

function invalid(filter: string, value: string, rule: string): SwarmError {
  return new SwarmError('input.invalid', { field: `filter ${filter}`, rule, value });
}
