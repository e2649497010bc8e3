/**
 * Which task of a service moves next, so that its tasks are spread evenly over the nodes that have come or come
 * back: from the node with the most of them to the one with the fewest, as long as the two differ by two or more.
 * Promises to begin nothing unless every task of the service runs and no rollout is under way; so one task moves at a
 * time, and never is there one less than asked for. A node must have been ready for a while before it draws tasks:
 * one that comes and goes draws none.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node, Service, ServiceSpec, Task } from '../../../proto/gen/objects.js';
import { areThere, freeGeneric } from '../../../proto/model/generic-resources.js';
import { takesTasks } from '../../../proto/model/node.js';
import { encryptionProblem, needsEncryption } from '../../../proto/model/encryption.js';
import { suits } from '../../../proto/model/node-share.js';
import { hasPlugin, pluginsOf } from '../../../proto/model/plugin.js';
import { capacityOf, fits, reservationOf, subtract } from '../../../proto/model/resources.js';
import { hasEnded, isWanted, stateOf } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { beginMove, REBALANCED } from './moves.js';
import type { ServiceContext } from './slots.js';
import { contextOf, rememberingNodes } from './slots.js';

/** So long a node must have been ready. */
export const READY_FOR_MS = 30_000;

export interface Rebalancing {
  readonly group?: ChangeGroup;
  /** When a node will have been ready for long enough. */
  readonly wakeAtMs?: number;
}

const NOTHING: Rebalancing = {};

export function rebalance(
  view: ClusterView,
  service: Service,
  nowMs: number,
  newId: () => string,
): Rebalancing {
  const { spec } = service;
  if (spec?.mode?.kind !== 'replicated' || !mayMove(view, service)) return NOTHING;
  const context = contextOf({ view, nodes: rememberingNodes(view), service, spec, nowMs, newId });
  const { replicas } = spec.mode.replicated;
  const tasks = view.tasksOfService(service.id).filter((task) => !hasEnded(task));
  if (!context.isSettled || tasks.length !== replicas || !tasks.every((task) => isWell(context, task)))
    return NOTHING;
  const fitting = fittingNodes(context, tasks);
  const fullest = fitting.reduce(
    (most, each) => (each.tasks.length > most.tasks.length ? each : most),
    NOWHERE,
  );
  const emptiest = emptiestNodes(context, fitting, fullest.tasks.length - 2);
  if (emptiest.length === 0) return NOTHING;
  // The scheduler may choose any of them: all must have proved themselves.
  const readyAtMs = emptiest.reduce(
    (latest, { node }) => Math.max(latest, (node.status?.sinceMs ?? 0) + READY_FOR_MS),
    0,
  );
  if (readyAtMs > nowMs) return { wakeAtMs: readyAtMs };
  const outgoing = fullest.tasks.toSorted((a, b) => b.slot - a.slot)[0];
  if (outgoing === undefined) return NOTHING;
  return { group: beginMove(context, outgoing, { reason: REBALANCED, sinceMs: nowMs }) };
}

/** Where one task more than asked for may run at once, and even spreading is wanted. */
function mayMove(view: ClusterView, { spec }: Service): boolean {
  const placement = spec?.task?.placement;
  const strategy = placement?.strategy ?? 'default';
  const isPacked =
    strategy === 'binpack' ||
    (strategy === 'default' && view.cluster()?.spec?.placementStrategy === 'binpack');
  const isBound = (spec?.endpoint?.ports ?? []).some(
    ({ publishMode, publishedPort }) => publishMode === 'host' && publishedPort !== 0,
  );
  return !isPacked && !isBound && spec?.onNodeDown !== 'wait' && (placement?.preferences.length ?? 0) === 0;
}

function isWell(context: ServiceContext, task: Task): boolean {
  const node = context.nodes.node(task.placement?.nodeId ?? '');
  return (
    isWanted(task) &&
    task.desired?.state === 'running' &&
    stateOf(task) === 'running' &&
    node?.status?.state === 'ready' &&
    !context.isDirty(task)
  );
}

interface NodeShare {
  readonly node: Node | undefined;
  readonly tasks: readonly Task[];
}

interface FittingNode extends NodeShare {
  readonly node: Node;
}

const NOWHERE: NodeShare = { node: undefined, tasks: [] };

/** Nodes that the service may use, lowest id first, with its tasks there. */
function fittingNodes({ view, spec }: ServiceContext, tasks: readonly Task[]): readonly FittingNode[] {
  const byNodeId = new Map<string, Task[]>();
  for (const task of tasks) {
    const nodeId = task.placement?.nodeId ?? '';
    const onNode = byNodeId.get(nodeId);
    if (onNode === undefined) byNodeId.set(nodeId, [task]);
    else onNode.push(task);
  }
  const plugins = pluginsOf(spec);
  const isEncrypted = needsEncryption(spec, view.networks());
  const fitting: FittingNode[] = [];
  for (const node of view.nodes()) {
    const isAble =
      plugins.every((plugin) => hasPlugin(node, plugin)) && !(isEncrypted && encryptionProblem(node) !== '');
    if (isAble && takesTasks(node) && suits(spec, node))
      fitting.push({ node, tasks: byNodeId.get(node.id) ?? [] });
  }
  return fitting;
}

/** Of the nodes with room for one task more, those that have the fewest; none when all have more than so many. */
function emptiestNodes(
  context: ServiceContext,
  fitting: readonly FittingNode[],
  most: number,
): readonly FittingNode[] {
  const inOrder = fitting.toSorted((a, b) => a.tasks.length - b.tasks.length);
  const best = inOrder.find((each) => each.tasks.length <= most && hasRoom(context, each.node));
  const fewest = best?.tasks.length ?? -1;
  return inOrder.filter((each) => each.tasks.length === fewest && hasRoom(context, each.node));
}

/** What it reserves is free there, and neither is to be apart from what is there. */
function hasRoom({ view, spec }: ServiceContext, node: Node): boolean {
  let free = capacityOf(node);
  let units = node.description?.resources?.generic ?? [];
  for (const task of view.tasksOnNode(node.id)) {
    if (hasEnded(task)) continue;
    const other = view.revision(task.serviceId, task.revision)?.spec;
    // Who stays apart from whom is for the newest spec to say, whatever its tasks were made from.
    const newest = view.service(task.serviceId)?.spec ?? other;
    if (isApart(spec, newest) || isApart(newest, spec)) return false;
    free = subtract(free, reservationOf(other?.task));
    units = freeGeneric(units, task.placement?.generic ?? []);
  }
  const wanted = spec.task?.resources?.reservations?.generic ?? [];
  return fits(reservationOf(spec.task), free) && areThere(wanted, units);
}

/** Names of services are compared without minding case. */
function isApart(one: ServiceSpec | undefined, other: ServiceSpec | undefined): boolean {
  const name = other?.name.toLowerCase();
  return one?.task?.placement?.apartFrom.some((each) => each.toLowerCase() === name) === true;
}
