/**
 * Slots wanted against slots held: which to keep, which to give up, which to add. The order of giving up
 * is what users of Swarm know: slots without a node or in the middle of a replacement first, then those
 * on the fullest nodes, those that don't run before those that do, high numbers before low ones.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Task } from '../../../proto/gen/objects.js';
import { stateOf } from '../../../proto/model/task.js';
import { group, unchanged } from '../../store/rules/change.js';
import { type Decision, decision } from './decision.js';
import { firstInSlot, MOST_NEW_TASKS } from './first-task.js';
import { decideKept } from './kept-slots.js';
import { stop, stopChecks } from './leaving.js';
import { compareSlots, holdersOf, isHeld, slotsOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { awaitsNode } from './staying.js';

const SCALED_DOWN = { reason: 'scaled down', end: 'remove' } as const;
const LEFT_OVER = { reason: 'slot given up', end: 'remove' } as const;

export interface Scale {
  readonly kept: readonly Slot[];
  /** Held, but one too many. */
  readonly surplus: readonly Slot[];
  /** Numbers of slots that get a first task. */
  readonly missing: readonly number[];
  /** Neither held nor about to be filled again: only what is left of them. */
  readonly dead: readonly Slot[];
}

/** What to do now about a service with so many replicas. */
export function decideReplicated(
  context: ServiceContext,
  tasks: readonly Task[],
  replicas: number,
): Decision {
  const isOut = (slot: Slot): boolean => holdersOf(slot).some((task) => awaitsNode(context, task));
  const scaled = scale(slotsOf(context, tasks), replicas, MOST_NEW_TASKS, isOut);
  const kept = decideKept(context, scaled.kept);
  const groups = [
    ...giveUp(context, scaled),
    ...kept.groups,
    ...scaled.missing.map((number) => firstInSlot(context, number)),
  ];
  const isCutShort = scaled.missing.length === MOST_NEW_TASKS;
  return decision(groups, [kept.wakeAtMs], isCutShort);
}

function giveUp(context: ServiceContext, { surplus, dead }: Scale): readonly ChangeGroup[] {
  const isTrue = [unchanged('service', context.service, 'spec')];
  const stopAll = (slot: Slot, why: typeof SCALED_DOWN | typeof LEFT_OVER): ChangeGroup =>
    group(
      slot.tasks.map((task) => stop(context, task, why)),
      [...isTrue, ...stopChecks(slot.tasks)],
    );
  return [
    ...surplus.map((slot) => stopAll(slot, SCALED_DOWN)),
    ...dead.map((slot) => stopAll(slot, LEFT_OVER)),
  ];
}

/**
 * Compares slots, lowest number first, with the number of them that the user asked for. One that is out, as its
 * task waits for a node that is down, counts, and is given up before those that serve.
 */
export function scale(
  slots: readonly Slot[],
  replicas: number,
  mostMissing: number,
  isOut: (slot: Slot) => boolean = () => false,
): Scale {
  const held = slots.filter((slot) => isHeld(slot));
  const vacant = slots.filter((slot) => !isHeld(slot));
  if (held.length > replicas) {
    const inOrder = keepingOrder(held, isOut);
    const kept = inOrder.slice(0, replicas).toSorted(compareSlots);
    return { kept, surplus: inOrder.slice(replicas), missing: [], dead: vacant };
  }
  const wanted = replicas - held.length;
  const missing = smallestFree(held, Math.min(wanted, mostMissing));
  const refilled = new Set(missing);
  // Some may be filled by the next turn, as long as not all missing ones fit into this one.
  const dead = wanted > mostMissing ? [] : vacant.filter((slot) => !refilled.has(slot.number));
  return { kept: held, surplus: [], missing, dead };
}

/** The slots in the order in which they are kept: the last one is the first to go. */
export function keepingOrder(
  held: readonly Slot[],
  isOut: (slot: Slot) => boolean = () => false,
): readonly Slot[] {
  const runningFirst = held.toSorted(
    (a, b) => Number(hasRunning(b)) - Number(hasRunning(a)) || a.number - b.number,
  );
  const seenByNode = new Map<string, number>();
  const placed = runningFirst.map((slot) => {
    const nodeId = nodeOfSlot(slot);
    if (nodeId === undefined || isOut(slot)) return { slot, position: Number.POSITIVE_INFINITY };
    const position = seenByNode.get(nodeId) ?? 0;
    seenByNode.set(nodeId, position + 1);
    return { slot, position };
  });
  return placed.toSorted((a, b) => compare(a.position, b.position)).map(({ slot }) => slot);
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function hasRunning(slot: Slot): boolean {
  return holdersOf(slot).some((task) => stateOf(task) === 'running');
}

function nodeOfSlot(slot: Slot): string | undefined {
  const holders = holdersOf(slot);
  const nodeId = holders.length === 1 ? holders[0]?.placement?.nodeId : undefined;
  return nodeId === '' ? undefined : nodeId;
}

/** The lowest numbers, from 1, that none of the slots has. */
export function smallestFree(held: readonly Slot[], count: number): readonly number[] {
  if (count === 0) return [];
  const taken = new Set(held.map((slot) => slot.number));
  const free: number[] = [];
  for (let number = 1; free.length < count; number++) if (!taken.has(number)) free.push(number);
  return free;
}
