/**
 * Finds what a user means: an exact id, else a name, else the beginning of an id if only one object's has
 * it. A service's or network's name does not mind case; a node goes by its hostname, a task by its full name or by
 * "service.slot", which is "service.node" where each node has one. What can't be told is refused with the candidates, never guessed.
 */
import { SwarmError } from '../../../proto/base/errors.js';
import type { Network, Node, Service, Task } from '../../../proto/gen/objects.js';
import { isPerNode } from '../../../proto/model/service-mode.js';
import { isWanted, taskName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { closestNames, compareTexts, MOST_CANDIDATES } from './candidates.js';
import { hostnameOf, serviceNameOf } from './entries.js';

/** What a reference leads to; `several` are names or ids that tell the objects apart. */
export type Found<T> =
  | { readonly kind: 'one'; readonly object: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly candidates: readonly string[] };

export function resolveService(view: ClusterView, ref: string): Service {
  return oneOf('service', ref, findService(view, ref), () => serviceNames(view));
}

export function resolveNode(view: ClusterView, ref: string): Node {
  return oneOf('node', ref, findNode(view, ref), () => nodeNames(view));
}

export function resolveNetwork(view: ClusterView, ref: string): Network {
  return oneOf('network', ref, findNetwork(view, ref), () => networkNames(view));
}

export function resolveTask(view: ClusterView, ref: string): Task {
  return oneOf('task', ref, findTask(view, ref), () => taskNames(view, ref));
}

/** A service, or else a task: what logs and reasons are asked of. */
export function resolveServiceOrTask(
  view: ClusterView,
  ref: string,
): { readonly service: Service } | { readonly task: Task } {
  const service = findService(view, ref);
  if (service.kind === 'one') return { service: service.object };
  const task = findTask(view, ref);
  if (task.kind === 'one') return { task: task.object };
  if (service.kind === 'several') return { service: oneOf('service', ref, service, () => []) };
  const names = ref.includes('.') ? taskNames(view, ref) : serviceNames(view);
  return { task: oneOf('service or task', ref, task, () => names) };
}

/** The refusal for an object that is not, or no longer, there. */
export function notFound(view: ClusterView, kind: ReferenceKind, ref: string): SwarmError {
  return new SwarmError('object.not-found', {
    kind,
    ref,
    candidates: closestNames(ref, NAMES[kind](view, ref)),
  });
}

export type ReferenceKind = 'service' | 'node' | 'network' | 'task';

const NAMES: { readonly [K in ReferenceKind]: (view: ClusterView, ref: string) => Iterable<string> } = {
  service: serviceNames,
  node: nodeNames,
  network: networkNames,
  task: taskNames,
};

export function findService(view: ClusterView, ref: string): Found<Service> {
  const exact = view.service(ref) ?? view.serviceByName(ref);
  return exact === undefined ? byIdPrefix(view.services(), ref) : { kind: 'one', object: exact };
}

export function findNetwork(view: ClusterView, ref: string): Found<Network> {
  const exact = view.network(ref) ?? view.networkByName(ref);
  return exact === undefined ? byIdPrefix(view.networks(), ref) : { kind: 'one', object: exact };
}

export function findNode(view: ClusterView, ref: string): Found<Node> {
  const exact = view.node(ref);
  if (exact !== undefined) return { kind: 'one', object: exact };
  const namesakes = [...view.nodes()].filter((node) => ref !== '' && hostnameOf(node) === ref);
  if (namesakes.length > 0) return oneOrSeveral(namesakes, ({ id }) => id);
  return byIdPrefix(view.nodes(), ref);
}

export function findTask(view: ClusterView, ref: string): Found<Task> {
  const exact = view.task(ref) ?? taskByFullName(view, ref);
  if (exact !== undefined) return { kind: 'one', object: exact };
  const inSlot = tasksOfSlotName(view, ref);
  if (inSlot.length === 0) return byIdPrefix(view.tasks(), ref);
  // A slot keeps the tasks it had: its name means the one that should run, when that is one.
  const wanted = inSlot.filter(isWanted);
  return oneOrSeveral(wanted.length === 1 ? wanted : inSlot, (task) => nameOf(view, task));
}

function taskByFullName(view: ClusterView, ref: string): Task | undefined {
  const task = view.task(ref.slice(ref.lastIndexOf('.') + 1));
  return task !== undefined && nameOf(view, task).toLowerCase() === ref.toLowerCase() ? task : undefined;
}

function tasksOfSlotName(view: ClusterView, ref: string): readonly Task[] {
  const [, serviceName = '', slot = ''] = /^([^.]+)\.(.+)$/.exec(ref) ?? [];
  const service = view.serviceByName(serviceName);
  if (service === undefined) return [];
  if (!isPerNode(service.spec))
    return /^[1-9]\d{0,14}$/.test(slot) ? view.tasksOfSlot(service.id, Number(slot)) : [];
  const node = findNode(view, slot);
  return node.kind === 'one'
    ? view.tasksOfService(service.id).filter(({ placement }) => placement?.nodeId === node.object.id)
    : [];
}

function byIdPrefix<T extends { readonly id: string }>(objects: Iterable<T>, ref: string): Found<T> {
  // The beginning that every id has is nobody's.
  if (ref === '') return { kind: 'none' };
  const matching: T[] = [];
  for (const object of objects) {
    if (!object.id.startsWith(ref)) continue;
    matching.push(object);
    if (matching.length === MOST_CANDIDATES) break;
  }
  return oneOrSeveral(matching, ({ id }) => id);
}

function oneOrSeveral<T>(objects: readonly T[], candidateOf: (object: T) => string): Found<T> {
  const [first, ...others] = objects;
  if (first === undefined) return { kind: 'none' };
  if (others.length === 0) return { kind: 'one', object: first };
  return { kind: 'several', candidates: objects.slice(0, MOST_CANDIDATES).map(candidateOf) };
}

function oneOf<T>(kind: string, ref: string, found: Found<T>, names: () => Iterable<string>): T {
  switch (found.kind) {
    case 'one':
      return found.object;
    case 'several': {
      const candidates = found.candidates.toSorted(compareTexts);
      throw new SwarmError('object.ambiguous', { kind, ref, candidates });
    }
    case 'none':
      throw new SwarmError('object.not-found', { kind, ref, candidates: closestNames(ref, names()) });
  }
}

function* serviceNames(view: ClusterView): Iterable<string> {
  for (const service of view.services()) yield service.spec?.name ?? service.id;
}

function* networkNames(view: ClusterView): Iterable<string> {
  for (const network of view.networks()) yield network.spec?.name ?? network.id;
}

function* nodeNames(view: ClusterView): Iterable<string> {
  for (const node of view.nodes()) yield hostnameOf(node);
}

// A cluster may have far more tasks than a suggestion is worth looking through.
const MOST_TASKS_LOOKED_AT = 2000;

function* taskNames(view: ClusterView, ref: string): Iterable<string> {
  let left = MOST_TASKS_LOOKED_AT;
  for (const task of tasksLike(view, ref)) {
    if (left-- === 0) return;
    yield nameOf(view, task);
  }
}

/** Tasks of the service that is named if it has any; else of those named most like it, then any. */
function* tasksLike(view: ClusterView, ref: string): Iterable<Task> {
  const [serviceName = ''] = ref.split('.', 1);
  const tasksOf = (name: string): readonly Task[] => view.tasksOfService(view.serviceByName(name)?.id ?? '');
  const ofService = tasksOf(serviceName);
  if (ofService.length > 0) return yield* ofService;
  for (const name of closestNames(serviceName, serviceNames(view))) yield* tasksOf(name);
  yield* view.tasks();
}

function nameOf(view: ClusterView, task: Task): string {
  return taskName(serviceNameOf(view, task.serviceId, task.revision), task);
}
