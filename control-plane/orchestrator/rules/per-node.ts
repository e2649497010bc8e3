/**
 * Services with one task on each node: which nodes have a share, which must give theirs up, which get one now.
 * A paused node keeps what it has and gets nothing new, not even a newer revision; one that is down, drained or
 * no longer suits gives up its task, and gets another when that changes. A task that ended for good goes on
 * holding its node.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Node, Task } from '../../../proto/gen/objects.js';
import { isEligible, mayStayOn, suits } from '../../../proto/model/node-share.js';
import { isLost, takesTasks } from '../../../proto/model/node.js';
import { hasEnded } from '../../../proto/model/task.js';
import { group, unchanged } from '../../store/rules/change.js';
import { forgetHistory } from './clean-up.js';
import { type Decision, decision, together } from './decision.js';
import { firstOnNode, MOST_NEW_TASKS } from './first-task.js';
import { decideKept } from './kept-slots.js';
import { stop, stopChecks } from './leaving.js';
import type { Stop } from './leaving.js';
import { isHeld, slotsOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';

/** A node that is to get a first task, and what its slot held before. */
export interface Vacancy {
  readonly node: Node;
  readonly slot: Slot | undefined;
}

export interface NodeShares {
  /** Slots in which the work goes on. */
  readonly kept: readonly Slot[];
  /** Those whose node is down, and will have a task again when it is back. */
  readonly away: readonly Slot[];
  readonly vacant: readonly Vacancy[];
  /** What is told to stop, and what is forgotten, in the slots that are not kept. */
  readonly groups: readonly ChangeGroup[];
}

/** What to do now about a service that runs on every node. */
export function decideGlobal(context: ServiceContext, tasks: readonly Task[]): Decision {
  const shares = nodeShares(context, slotsOf(context, tasks));
  return together([
    { groups: shares.groups },
    decideKept(context, shares.kept, shares.away),
    fill(context, shares.vacant),
  ]);
}

/** First tasks for the nodes that have none; of a job in that run, after what stops on the node of those before it. */
export function fill(
  context: ServiceContext,
  vacant: readonly Vacancy[],
  run = 0,
  stopping: readonly Task[] = [],
): Decision {
  const groups = vacant.slice(0, MOST_NEW_TASKS).map(({ node, slot }) => {
    const after = stopping.find(({ placement }) => placement?.nodeId === node.id);
    return firstOnNode(context, node, { slot, run, after });
  });
  return decision(groups, [], vacant.length > MOST_NEW_TASKS);
}

/** Compares the slots with the nodes that there are. */
export function nodeShares(context: ServiceContext, slots: readonly Slot[]): NodeShares {
  const { nodes, view, spec } = context;
  const slotByNode = new Map(slots.map((slot) => [slot.key, slot]));
  const kept: Slot[] = [];
  const away: Slot[] = [];
  const groups: ChangeGroup[] = [];
  for (const slot of slots) {
    const node = nodes.node(slot.key);
    if (node !== undefined && isAway(context, node)) away.push(slot);
    const stopped = stopsIn(context, slot, node);
    if (stopped !== undefined) groups.push(stopped);
    else if (node !== undefined && goesOn(context, slot, node)) kept.push(slot);
    else groups.push(...forgetHistory(context, slot));
  }
  const vacant: Vacancy[] = [];
  for (const node of view.nodes()) {
    const slot = slotByNode.get(node.id);
    const isVacant = slot === undefined || !isHeld(slot);
    if (isVacant && takesTasks(node) && isEligible(spec, node)) vacant.push({ node, slot });
  }
  return { kept, away, vacant, groups };
}

/** Tells to stop what must not stay on the node, or must not be replaced there; undefined when nothing must. */
function stopsIn(context: ServiceContext, slot: Slot, node: Node | undefined): ChangeGroup | undefined {
  if (node === undefined) return stopAll(context, slot.tasks, { reason: 'node removed', end: 'remove' });
  const over = mayStayOn(context.spec, node) ? endedOnPaused(slot, node) : slot.wanted;
  return over.length === 0
    ? undefined
    : stopAll(context, over, { reason: reasonOf(node, over), end: 'shutdown' });
}

function endedOnPaused(slot: Slot, node: Node): readonly Task[] {
  return isPaused(node) ? slot.wanted.filter((task) => hasEnded(task)) : [];
}

// What only holds an older revision on a paused node waits until that goes on.
function goesOn({ spec, isDirty }: ServiceContext, slot: Slot, node: Node): boolean {
  if (!isHeld(slot) || !mayStayOn(spec, node)) return false;
  return !isPaused(node) || slot.wanted.some((task) => !isDirty(task));
}

function isAway({ spec }: ServiceContext, node: Node): boolean {
  const isActive = (node.spec?.availability ?? 'active') === 'active';
  return isLost(node) && isActive && suits(spec, node) && !mayStayOn(spec, node);
}

function isPaused(node: Node): boolean {
  return node.spec?.availability === 'pause';
}

function reasonOf(node: Node, tasks: readonly Task[]): string {
  if (tasks.every((task) => hasEnded(task))) return 'ended';
  if (isLost(node)) return 'node down';
  return node.spec?.availability === 'drain' ? 'node drained' : 'node does not suit the service';
}

function stopAll(context: ServiceContext, tasks: readonly Task[], why: Stop): ChangeGroup {
  return group(
    tasks.map((task) => stop(context, task, why)),
    [unchanged('service', context.service, 'spec'), ...stopChecks(tasks)],
  );
}
