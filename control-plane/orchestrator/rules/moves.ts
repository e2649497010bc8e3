/**
 * How a task moves to another node: a new one is made beside it in its slot, and the old one stops when the new
 * one runs. One that fails, or finds no node, costs nothing: the old one stays. Used where a node is drained and
 * the service starts new tasks first, and for rebalancing, which rebalance.ts begins. What is under way stands in
 * the new task, so a new leader goes on with it.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Task, TaskMove } from '../../../proto/gen/objects.js';
import { isDraining } from '../../../proto/model/node.js';
import { hasEnded, isUnplaced, isWanted, stateOf } from '../../../proto/model/task.js';
import { group, unchanged } from '../../store/rules/change.js';
import { isAhead } from './instants.js';
import { stop, stopChecks } from './leaving.js';
import { recordAfter, restartPolicyOf, shouldRestart } from './restart-policy.js';
import { replace, revisionAfter } from './restart.js';
import type { SlotDecision } from './restart.js';
import { hasNode, nodeOfTask, specOfTask } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { drainDeadlineMs, longestMoveMs, movesOf, mustLeave, staysUntilReplaced } from './staying.js';

export const DRAINED = 'node drained';
export const REBALANCED = 'rebalanced';

const MOVED = { reason: 'moved to another node', end: 'shutdown' } as const;
const FAILED = { reason: 'the move failed', end: 'shutdown' } as const;
const GIVEN_UP = { reason: 'the move was given up', end: 'remove' } as const;

/** A task on its way out, and the one that takes its place elsewhere. */
interface Move {
  readonly outgoing: Task;
  readonly incoming: Task;
  readonly move: TaskMove;
}

/** What there is to do about a move in the slot; undefined when there is none, and none to begin. */
export function moveSlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  const under = moveUnderWay(slot);
  if (under !== undefined) return goOn(context, slot, under);
  const [outgoing] = slot.wanted;
  if (outgoing === undefined || slot.wanted.length > 1) return undefined;
  const node = nodeOfTask(context.nodes, outgoing);
  if (!staysUntilReplaced(context, slot, outgoing, node)) return undefined;
  return beginDrained(context, slot, outgoing);
}

/** Makes the task with which the other moves; given one that failed before, it is a restart of that. */
export function beginMove(
  context: ServiceContext,
  outgoing: Task,
  { reason, sinceMs }: Pick<TaskMove, 'reason' | 'sinceMs'>,
  failed?: Task,
): ChangeGroup {
  const { service, nowMs } = context;
  const revision = revisionAfter(context, outgoing);
  const policy = restartPolicyOf(specOfTask(context, { serviceId: service.id, revision }));
  // What became of its node says nothing about the revision: the rollout goes on watching the slot.
  const part = outgoing.desired?.rollout;
  const change = replace(
    context,
    outgoing,
    {
      state: 'running',
      move: { replacesTaskId: outgoing.id, reason, sinceMs },
      rollout: part && { ...part, sinceMs: nowMs, replacesTaskId: '' },
      restarts:
        failed === undefined ? outgoing.desired?.restarts : recordAfter(failed, revision, policy, nowMs),
    },
    revision,
  );
  return group(
    [change],
    [
      unchanged('service', service, 'spec'),
      unchanged('service', service, 'desired'),
      ...stopChecks([outgoing]),
    ],
  );
}

function moveUnderWay({ wanted }: Slot): Move | undefined {
  if (wanted.length !== 2) return undefined;
  for (const incoming of wanted) {
    const move = incoming.desired?.move;
    const outgoing = wanted.find(({ id }) => id === move?.replacesTaskId);
    if (move !== undefined && outgoing !== undefined) return { outgoing, incoming, move };
  }
  return undefined;
}

function goOn(context: ServiceContext, slot: Slot, under: Move): SlotDecision | undefined {
  const { outgoing, incoming } = under;
  // It ended by itself, or had its time: what is left of the slot is the other's.
  if (mustLeave(context, slot, outgoing)) return undefined;
  if (mustLeave(context, slot, incoming)) return ended(context, slot, incoming, FAILED);
  if (isNoGain(context, under)) return ended(context, slot, incoming, GIVEN_UP);
  if (isServing(incoming)) {
    const stays = [unchanged('task', incoming, 'status')];
    return { group: group([stop(context, outgoing, MOVED)], [...stopChecks(slot.wanted), ...stays]) };
  }
  if (isPointless(context, under)) return ended(context, slot, incoming, GIVEN_UP);
  const untilMs = deadlineMs(context, slot, under);
  return untilMs <= context.nowMs ? ended(context, slot, incoming, GIVEN_UP) : { wakeAtMs: untilMs };
}

function ended(
  context: ServiceContext,
  slot: Slot,
  incoming: Task,
  why: typeof FAILED | typeof GIVEN_UP,
): SlotDecision {
  return { group: group([stop(context, incoming, why)], stopChecks(slot.wanted)) };
}

function isServing(task: Task): boolean {
  return stateOf(task) === 'running' && task.desired?.state === 'running';
}

/** Nobody wants it any more, or it finds no node. */
function isPointless({ nodes }: ServiceContext, { outgoing, incoming, move }: Move): boolean {
  if (move.reason === DRAINED) return !isDraining(nodeOfTask(nodes, outgoing));
  return isUnplaced(incoming) && (incoming.status?.error ?? '') !== '';
}

/**
 * Whether a move of rebalancing ends on a node where the service would be spread no better: the scheduler knows
 * nodes that refuse the task, and may have had to take another one than was meant. Finished, it would be begun
 * again without end.
 */
function isNoGain({ view }: ServiceContext, { outgoing, incoming, move }: Move): boolean {
  if (move.reason !== REBALANCED || !hasNode(incoming)) return false;
  const countOn = (task: Task): number =>
    view
      .tasksOnNode(task.placement?.nodeId ?? '')
      .filter((each) => each.serviceId === task.serviceId && each.id !== incoming.id && isGoingOn(each))
      .length;
  return countOn(incoming) + 2 > countOn(outgoing);
}

function isGoingOn(task: Task): boolean {
  return isWanted(task) && !hasEnded(task);
}

/** On a draining node the old task is what has to go then; elsewhere it is the new one. */
function deadlineMs(context: ServiceContext, slot: Slot, { outgoing, move }: Move): number {
  if (move.reason === DRAINED) return drainDeadlineMs(context, slot, outgoing);
  return (isAhead(move.sinceMs, context.nowMs) ? 0 : move.sinceMs) + longestMoveMs(context.spec);
}

/** One that failed is tried again as its restart policy says, as long as the drain may take. */
function beginDrained(context: ServiceContext, slot: Slot, outgoing: Task): SlotDecision {
  const { nowMs } = context;
  const attempts = movesOf(slot, outgoing);
  const last = attempts.findLast((task) => hasEnded(task));
  const policy = restartPolicyOf(specOfTask(context, outgoing));
  const endMs = drainDeadlineMs(context, slot, outgoing);
  if (last !== undefined) {
    if (!shouldRestart(last, policy)) return { wakeAtMs: endMs };
    const endedAtMs = last.status?.storedAtMs ?? 0;
    const againAtMs = (isAhead(endedAtMs, nowMs) ? 0 : endedAtMs) + policy.delayMs;
    if (againAtMs > nowMs) return { wakeAtMs: Math.min(againAtMs, endMs) };
  }
  const sinceMs = Math.min(nowMs, ...attempts.map(({ desired }) => desired?.move?.sinceMs ?? nowMs));
  return { group: beginMove(context, outgoing, { reason: DRAINED, sinceMs }, last) };
}
