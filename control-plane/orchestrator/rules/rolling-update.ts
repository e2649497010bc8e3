/**
 * Moves a service to its present revision, one slot at a time: the old task is told to stop, its
 * replacement is made ready meanwhile and starts when the old one has stopped; the next slot follows when
 * this one runs. A replacement that never runs therefore holds the rollout where it costs one slot.
 * What is to be done is read from the tasks, and how far it went stands in the service, so a new leader
 * continues. Editing what tasks are not made of replaces none.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { ServiceDesired, Task } from '../../../proto/gen/objects.js';
import type { SpecDifference } from '../../../proto/model/task.js';
import { differenceOf, hasEnded, isDirty, stateOf } from '../../../proto/model/task.js';
import { isBelow } from '../../../proto/model/task-state.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import { stop, stopChecks } from './leaving.js';
import { desiredAfter, replace, replacementChecks } from './restart.js';
import { holdersOf, nodeOfTask, specOfTask } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';

// How many slots may be down for the rollout at the same time.
const PARALLELISM = 1;

const SUPERSEDED = { reason: 'replaced by a newer revision', end: 'shutdown' } as const;

export interface Rollout {
  /** Slots to replace now. */
  readonly turn: readonly Slot[];
  /** Slots that still have a task of an older spec, those in turn included. */
  readonly dirtyCount: number;
  /** Slots that were moved and do not run yet. */
  readonly busyCount: number;
}

/** Which of the kept slots are replaced now; `restarting` ones are being replaced anyhow. */
export function planRollout(
  context: ServiceContext,
  kept: readonly Slot[],
  restarting: ReadonlySet<number>,
): Rollout {
  const isDirtyTask = dirtiness(context);
  const dirty: Slot[] = [];
  let busyCount = 0;
  for (const slot of kept) {
    if (restarting.has(slot.number)) busyCount += 1;
    else if (holdersOf(slot).every(isDirtyTask)) dirty.push(slot);
    else if (isMoving(slot)) busyCount += 1;
  }
  // Slots that do not run cost nothing to replace, and may be why the user made the new revision.
  const inOrder = dirty.toSorted((a, b) => Number(runs(a)) - Number(runs(b)) || a.number - b.number);
  const turn = inOrder.slice(0, Math.max(0, PARALLELISM - busyCount));
  return { turn, dirtyCount: dirty.length, busyCount };
}

/** Replaces what the slot holds by a task of the present revision. */
export function moveSlot(context: ServiceContext, slot: Slot): ChangeGroup {
  const { service, nowMs } = context;
  const holders = holdersOf(slot);
  const old = holders.findLast((task) => stateOf(task) === 'running') ?? holders.at(-1);
  const alive = slot.wanted;
  const stops = alive.map((task) => stop(task, SUPERSEDED, nowMs));
  const checks = [unchanged('service', service, 'spec'), ...stopChecks(holders)];
  if (old === undefined) return group(stops, checks);
  const replacement = replace(context, old, desiredAfter(context, old, 0));
  return group([...stops, replacement], [...checks, ...holders.flatMap(replacementChecks)]);
}

/** Of several tasks in one slot keeps the one that is furthest; undefined when there is one or none. */
export function singleOut(context: ServiceContext, slot: Slot): ChangeGroup | undefined {
  if (slot.wanted.length < 2) return undefined;
  const isDirtyTask = dirtiness(context);
  const clean = slot.wanted.filter((task) => !isDirtyTask(task));
  const best = clean.findLast((task) => stateOf(task) === 'running') ?? clean.at(-1) ?? slot.wanted.at(-1);
  const others = slot.wanted.filter((task) => task !== best);
  return group(
    others.map((task) => stop(task, SUPERSEDED, context.nowMs)),
    stopChecks(slot.wanted),
  );
}

/** The progress to write into the service; undefined when what it says is still true. */
export function progressOf({ service, nowMs }: ServiceContext, rollout: Rollout): ChangeGroup | undefined {
  const { desired } = service;
  const isUpdating = desired?.state === 'updating';
  let next: ServiceDesired | undefined;
  if (rollout.dirtyCount > 0 && !(isUpdating && desired.revision === service.revision))
    next = {
      state: 'updating',
      revision: service.revision,
      startedAtMs: nowMs,
      completedAtMs: 0,
      message: 'update in progress',
      number: service.rollout?.number ?? 0,
      slotCount: rollout.dirtyCount,
    };
  else if (isUpdating && rollout.dirtyCount === 0 && rollout.busyCount === 0)
    next = {
      ...desired,
      revision: service.revision,
      state: 'completed',
      completedAtMs: nowMs,
      message: 'update completed',
    };
  if (next === undefined) return undefined;
  return group(
    [update('service', service.id, 'desired', { desired: next })],
    [unchanged('service', service, 'spec')],
  );
}

// Specs are compared once for each older revision, not once for each of its tasks.
function dirtiness(context: ServiceContext): (task: Task) => boolean {
  const { nodes, service, spec } = context;
  const differenceByRevision = new Map<number, SpecDifference>();
  return (task) => {
    if (task.revision === service.revision) return false;
    let difference = differenceByRevision.get(task.revision);
    if (difference === undefined) {
      const taskSpec = specOfTask(context, task);
      difference = taskSpec === undefined ? 'task' : differenceOf(spec, taskSpec);
      differenceByRevision.set(task.revision, difference);
    }
    return isDirty(difference, spec, nodeOfTask(nodes, task));
  };
}

// A slot that only waits for its very first task to be placed holds up nobody.
function isMoving(slot: Slot): boolean {
  return slot.tasks.length > 1 && slot.wanted.length > 0 && !runs(slot);
}

function runs(slot: Slot): boolean {
  return holdersOf(slot).some((task) => !isBelow(stateOf(task), 'running') && !hasEnded(task));
}
