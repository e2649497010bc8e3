/**
 * The slots of a service: what each holds now. They have numbers or, where each node has one task, are the nodes.
 * Owns how tasks are sorted into slots and what makes a slot held; what to do about it is for the other rules.
 */
import { invariant } from '../../../proto/base/invariant.js';
import type { Node, RolloutRequest, Service, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { isInvalid } from '../../../proto/model/node.js';
import { isSettled, requestOf } from '../../../proto/model/rollout.js';
import { isPreassigned } from '../../../proto/model/service-mode.js';
import type { SpecDifference } from '../../../proto/model/task.js';
import { differenceOf, hasEnded, isDirty, isWanted, slotName } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import type { ClearedSinceMs } from './leaving.js';
import { isToBeRemoved } from './leaving.js';
import { restartPolicyOf, shouldRestart } from './restart-policy.js';

/** What the rules of one service look at. */
export interface ServiceContext {
  readonly view: ClusterView;
  readonly nodes: NodeLookup;
  readonly service: Service;
  readonly spec: ServiceSpec;
  /** What is asked of the rollout. */
  readonly request: RolloutRequest;
  /** No rollout is under way: what its tasks did no longer counts. */
  readonly isSettled: boolean;
  readonly nowMs: number;
  /** A new object id with each call. */
  readonly newId: () => string;
  /** Whether the task must be replaced to satisfy the present spec. */
  readonly isDirty: (task: Task) => boolean;
  /** What is known of traffic to tasks that leave. */
  readonly clearedSinceMs: ClearedSinceMs;
}

/** What tells whether a task must be replaced. */
type SpecParts = Pick<ServiceContext, 'view' | 'nodes' | 'service' | 'spec'>;

export type ContextParts = Pick<ServiceContext, 'view' | 'nodes' | 'service' | 'spec' | 'nowMs' | 'newId'> &
  Partial<Pick<ServiceContext, 'clearedSinceMs'>>;

/** What tells whether a task is as it should be. */
type SteadyParts = Pick<ServiceContext, 'nodes' | 'isSettled' | 'isDirty'>;

/** Where there are no networks there is nothing to wait for. */
export const ALWAYS_CLEARED: ClearedSinceMs = () => 0;

export function contextOf(parts: ContextParts): ServiceContext {
  const { service } = parts;
  return {
    clearedSinceMs: ALWAYS_CLEARED,
    ...parts,
    request: requestOf(service),
    isSettled: isSettled(service),
    isDirty: dirtiness(parts),
  };
}

// Specs are looked up once for each older revision, not once for each of its tasks.
function dirtiness(parts: SpecParts): (task: Task) => boolean {
  const differenceByRevision = new Map<number, SpecDifference>();
  return (task) => {
    if (task.revision === parts.service.revision) return false;
    let difference = differenceByRevision.get(task.revision);
    if (difference === undefined)
      differenceByRevision.set(task.revision, (difference = differenceTo(parts, task)));
    return isDirty(difference, parts.spec, nodeOfTask(parts.nodes, task));
  };
}

/** The present spec → an older one → how they differ. Stored specs never change; both are forgotten with them. */
const KNOWN_DIFFERENCES = new WeakMap<ServiceSpec, WeakMap<ServiceSpec, SpecDifference>>();

/** How the present spec differs from the task's own, which is asked with each step of each task: compared only once. */
function differenceTo(parts: SpecParts, task: Task): SpecDifference {
  const { spec } = parts;
  const taskSpec = specOfTask(parts, task);
  if (taskSpec === undefined) return 'task';
  let known = KNOWN_DIFFERENCES.get(spec);
  if (known === undefined) KNOWN_DIFFERENCES.set(spec, (known = new WeakMap()));
  let difference = known.get(taskSpec);
  if (difference === undefined) known.set(taskSpec, (difference = differenceOf(spec, taskSpec)));
  return difference;
}

export type NodeLookup = Pick<ClusterView, 'node'>;

/** The view's nodes, each looked up once: thousands of tasks ask for the same few. */
export function rememberingNodes(view: ClusterView): NodeLookup {
  const nodeById = new Map<string, Node | undefined>();
  return {
    node: (id) => {
      let node = nodeById.get(id);
      if (node === undefined && !nodeById.has(id)) nodeById.set(id, (node = view.node(id)));
      return node;
    },
  };
}

export interface Slot {
  /** What tells it from the other slots of the service (see slotName). */
  readonly key: string;
  /** From 1; 0 where the slot is a node. */
  readonly number: number;
  /** All that are not about to be forgotten, oldest first. */
  readonly tasks: readonly Task[];
  /** Those that are meant to be there. */
  readonly wanted: readonly Task[];
  /** The task that ended for good, when the slot is held by nothing else; where it is a node, not one that had to leave. */
  readonly finished: Task | undefined;
  /** Its one task is as it should be, or on its way there: no rule has anything to say about it. */
  readonly isSteady: boolean;
}

/**
 * Sorts a service's tasks, given in the order of their slots, into these, lowest number or node id first; tasks that
 * are being removed hold none.
 */
export function slotsOf(context: ServiceContext, tasks: readonly Task[]): readonly Slot[] {
  const tasksInSlots: [Task, ...Task[]][] = [];
  const tasksByNode = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    if (isToBeRemoved(task)) continue;
    const held = task.slot === 0 ? tasksByNode.get(slotName(task)) : tasksInSlots.at(-1);
    if (held?.[0].slot === task.slot) {
      held.push(task);
      continue;
    }
    invariant((held?.[0].slot ?? 0) <= task.slot, 'tasks come in the order of their slots');
    const tasksInSlot: [Task] = [task];
    if (task.slot === 0) tasksByNode.set(slotName(task), tasksInSlot);
    else tasksInSlots.push(tasksInSlot);
  }
  const onNodes = [...tasksByNode.values()].map((held) => slotOf(context, held)).toSorted(compareSlots);
  const numbered = tasksInSlots.map((held) => slotOf(context, held));
  return onNodes.length === 0 ? numbered : [...onNodes, ...numbered];
}

/** The order in which slots have their turn where nothing else decides. */
export function compareSlots(a: Slot, b: Slot): number {
  return a.number - b.number || (a.key < b.key ? -1 : Number(a.key > b.key));
}

/** Whether the slot counts: something is meant to be there, or what was there ended for good. */
export function isHeld(slot: Slot): boolean {
  return slot.wanted.length > 0 || slot.finished !== undefined;
}

/** The tasks that stand for a held slot. */
export function holdersOf(slot: Slot): readonly Task[] {
  return slot.finished === undefined ? slot.wanted : [slot.finished];
}

/** The spec that the task was made from. */
export function specOfTask(
  { view, service, spec }: Pick<ServiceContext, 'view' | 'service' | 'spec'>,
  task: Pick<Task, 'serviceId' | 'revision'>,
): ServiceSpec | undefined {
  if (task.revision === service.revision) return spec;
  return view.revision(task.serviceId, task.revision)?.spec;
}

/** The node the task was given; undefined when there is none, or none any more. */
export function nodeOfTask(nodes: NodeLookup, task: Task): Node | undefined {
  return hasNode(task) ? nodes.node(task.placement?.nodeId ?? '') : undefined;
}

/** Whether a node was named for the task, be it that the scheduler has yet to agree. */
export function hasNode(task: Task): boolean {
  return (task.placement?.nodeId ?? '') !== '';
}

function slotOf(context: ServiceContext, unsorted: readonly [Task, ...Task[]]): Slot {
  const [only] = unsorted;
  const key = slotName(only);
  const number = only.slot;
  if (unsorted.length === 1 && isAsItShouldBe(context, only))
    return { key, number, tasks: unsorted, wanted: unsorted, finished: undefined, isSteady: true };
  const tasks = unsorted.length > 1 ? unsorted.toSorted(byAge) : unsorted;
  const wanted = tasks.filter((task) => isWanted(task));
  const newest = tasks.at(-1);
  const hasFinished =
    wanted.length === 0 &&
    newest !== undefined &&
    !wasGivenUp(newest) &&
    !shouldRestart(newest, restartPolicyOf(specOfTask(context, newest)));
  return { key, number, tasks, wanted, finished: hasFinished ? newest : undefined, isSteady: false };
}

/** Whether a task that was told to stop had to leave its node, which gets another one when it may: it did not end by itself. */
export function wasGivenUp(task: Task): boolean {
  const state = task.status?.state;
  return isPreassigned(task) && state !== 'complete' && state !== 'failed' && state !== 'rejected';
}

/**
 * Whether nothing has to be done about the task, as long as it is alone in its slot: it runs as the service says now,
 * or is on its way there.
 */
export function isAsItShouldBe(
  { nodes, isSettled: isNoRollout, isDirty: mustChange }: SteadyParts,
  task: Task,
): boolean {
  const isRunning = task.status?.state === 'running';
  const isOfRollout = task.desired?.rollout !== undefined;
  return (
    // How a task does that some rollout made is looked at as long as one is under way; of any other it only matters
    // that it goes on.
    (isOfRollout ? isRunning && isNoRollout : !hasEnded(task)) &&
    task.desired?.state === 'running' &&
    task.desired.leaving === undefined &&
    // Only other things than tasks may have changed since: how many there are, labels.
    !mustChange(task) &&
    !(hasNode(task) && isInvalid(nodeOfTask(nodes, task)))
  );
}

/**
 * Tells of tasks whether they fill their slots alone and are as they should be: that such a task has moved on is no
 * reason to look at its service. What thousands of tasks have in common is looked up once.
 */
export function noNewsIn(view: ClusterView): (task: Task) => boolean {
  const nodes = rememberingNodes(view);
  const partsByService = new Map<string, SteadyParts | undefined>();
  const partsOf = (serviceId: string): SteadyParts | undefined => {
    const known = partsByService.get(serviceId);
    if (known !== undefined || partsByService.has(serviceId)) return known;
    const parts = steadyPartsOf(view, nodes, serviceId);
    partsByService.set(serviceId, parts);
    return parts;
  };
  return (task) => {
    // Where the slots are nodes, tasks are few, and which of them there should be follows from more than themselves.
    const parts = task.slot === 0 ? undefined : partsOf(task.serviceId);
    return (
      parts !== undefined &&
      isAsItShouldBe(parts, task) &&
      view.tasksOfSlot(task.serviceId, task.slot).length === 1
    );
  };
}

function steadyPartsOf(view: ClusterView, nodes: NodeLookup, serviceId: string): SteadyParts | undefined {
  const service = view.service(serviceId);
  if (service?.spec === undefined) return undefined;
  const { spec } = service;
  return { nodes, isSettled: isSettled(service), isDirty: dirtiness({ view, nodes, service, spec }) };
}

function byAge(a: Task, b: Task): number {
  return (a.meta?.createdAtMs ?? 0) - (b.meta?.createdAtMs ?? 0) || (a.id < b.id ? -1 : 1);
}
