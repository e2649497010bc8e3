/**
 * All rules about one service together: one view in, the changes of this turn and the next instant to
 * look again out. Promises that each slot gets at most one decision a turn, so that no two of them meet.
 */
import type { ChangeGroup } from '../../../proto/gen/log.js';
import type { Service, Task } from '../../../proto/gen/objects.js';
import { isWanted, newTask } from '../../../proto/model/task.js';
import type { ClusterView } from '../../store/rules/view.js';
import { absent, create, exists, group, remove, unchanged } from '../../store/rules/change.js';
import { forgetHistory, forgetRemoved, forgetRevisions, orphan } from './clean-up.js';
import { release, stop, stopChecks } from './leaving.js';
import { scale } from './replicated.js';
import type { Scale } from './replicated.js';
import { moveSlot } from './moves.js';
import { restartSlot, startSlot } from './restart.js';
import type { SlotDecision } from './restart.js';
import { decideRollout } from './rolling-update.js';
import type { Rollout } from './rolling-update.js';
import { tidySlot } from './rollout-moves.js';
import { contextOf, holdersOf, rememberingNodes, slotsOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { awaitsNode } from './staying.js';

// More would make a turn, and the log entry it ends in, too long; the rest follows at once.
const MOST_NEW_TASKS = 1000;

const SCALED_DOWN = { reason: 'scaled down', end: 'remove' } as const;
const SERVICE_REMOVED = { reason: 'service removed', end: 'remove' } as const;
const LEFT_OVER = { reason: 'slot given up', end: 'remove' } as const;

export interface ServiceDecision {
  readonly groups: readonly ChangeGroup[];
  /** Tasks looked at: what the decision cost. */
  readonly taskCount: number;
  readonly wakeAtMs?: number;
}

/** What to do now about one service, whether it exists or not. */
export function decideService(
  view: ClusterView,
  serviceId: string,
  nowMs: number,
  newId: () => string,
): ServiceDecision {
  const tasks = view.tasksOfService(serviceId);
  return { ...decideTasks(view, serviceId, tasks, nowMs, newId), taskCount: tasks.length };
}

type Decision = Omit<ServiceDecision, 'taskCount'>;

function decideTasks(
  view: ClusterView,
  serviceId: string,
  tasks: readonly Task[],
  nowMs: number,
  newId: () => string,
): Decision {
  const service = view.service(serviceId);
  if (service === undefined) return decideRemoved(view, serviceId, tasks, nowMs);
  const nodes = rememberingNodes(view);
  const { spec } = service;
  if (spec?.mode?.kind !== 'replicated') return { groups: [] };
  const context = contextOf({ view, nodes, service, spec, nowMs, newId });
  return decideReplicated(context, tasks, spec.mode.replicated.replicas);
}

function decideReplicated(context: ServiceContext, tasks: readonly Task[], replicas: number): Decision {
  const { nodes, service, nowMs, newId } = context;
  const isOut = (slot: Slot): boolean => holdersOf(slot).some((task) => awaitsNode(context, task));
  const scaled = scale(slotsOf(context, tasks), replicas, MOST_NEW_TASKS, isOut);
  const kept = decideKept(context, scaled.kept);
  const given = tasks.filter((task) => !isWanted(task) || !awaitsNode(context, task));
  const orphaning = orphan(nodes, given, nowMs);
  const groups = [
    ...giveUp(context, scaled),
    ...kept.groups,
    ...scaled.missing.map((number) => firstTask(service, number, newId(), nowMs)),
    ...release(tasks),
    ...orphaning.groups,
    ...forgetRemoved(tasks),
    ...forgetRevisions(context, tasks),
  ];
  const isCutShort = scaled.missing.length === MOST_NEW_TASKS;
  return decision(groups, [kept.wakeAtMs, orphaning.wakeAtMs, isCutShort ? nowMs : undefined]);
}

function decideKept(context: ServiceContext, kept: readonly Slot[]): Decision {
  const rollout = decideRollout(context, kept);
  const groups: ChangeGroup[] = rollout.progress === undefined ? [] : [rollout.progress];
  const wakeups: (number | undefined)[] = [rollout.wakeAtMs];
  for (const slot of kept) {
    if (slot.isSteady) continue;
    const decided = decideSlot(context, slot, rollout);
    if (decided?.group === undefined) groups.push(...forgetHistory(context, slot));
    else groups.push(decided.group);
    wakeups.push(decided?.wakeAtMs);
  }
  return decision(groups, wakeups);
}

function decideSlot(context: ServiceContext, slot: Slot, rollout: Rollout): SlotDecision | undefined {
  const first = rollout.firstBySlot.get(slot.number);
  if (first !== undefined) return { group: first };
  const isPaired = rollout.pairedSlots.has(slot.number);
  const moving = isPaired ? undefined : moveSlot(context, slot);
  if (moving !== undefined) return moving;
  const restart = restartSlot(context, slot);
  if (restart !== undefined) return restart;
  const moved = rollout.turnBySlot.get(slot.number);
  if (moved !== undefined) return { group: moved };
  const tidied = tidySlot(context, slot);
  if (tidied !== undefined) return tidied;
  return isPaired ? undefined : startSlot(context, slot);
}

function giveUp({ service, nowMs }: ServiceContext, { surplus, dead }: Scale): readonly ChangeGroup[] {
  const isTrue = [unchanged('service', service, 'spec')];
  const stopAll = (slot: Slot, why: typeof SCALED_DOWN | typeof LEFT_OVER): ChangeGroup =>
    group(
      slot.tasks.map((task) => stop(task, why, nowMs)),
      [...isTrue, ...stopChecks(slot.tasks)],
    );
  return [
    ...surplus.map((slot) => stopAll(slot, SCALED_DOWN)),
    ...dead.map((slot) => stopAll(slot, LEFT_OVER)),
  ];
}

function firstTask(service: Service, slot: number, id: string, nowMs: number): ChangeGroup {
  const task = newTask({ id, service, slot, desired: { state: 'running' }, nowMs });
  return group(
    [create('task', task)],
    [exists('service', service.id), unchanged('service', service, 'spec')],
  );
}

function decideRemoved(
  view: ClusterView,
  serviceId: string,
  tasks: readonly Task[],
  nowMs: number,
): Decision {
  const isGone = absent('service', serviceId);
  const staying = tasks.filter((task) => task.desired?.state !== 'remove');
  const orphaning = orphan(rememberingNodes(view), tasks, nowMs);
  const revisions = tasks.length === 0 ? view.revisionsOfService(serviceId) : [];
  const groups = [
    ...staying.map((task) => group([stop(task, SERVICE_REMOVED, nowMs)], [isGone, ...stopChecks([task])])),
    ...orphaning.groups,
    ...forgetRemoved(tasks),
    ...revisions.map(({ id }) => group([remove('revision', id)], [isGone])),
  ];
  return decision(groups, [orphaning.wakeAtMs]);
}

function decision(groups: readonly ChangeGroup[], wakeups: readonly (number | undefined)[]): Decision {
  const wakeAtMs = wakeups.reduce<number>(
    (earliest, wakeup) => Math.min(earliest, wakeup ?? earliest),
    Number.POSITIVE_INFINITY,
  );
  return wakeAtMs === Number.POSITIVE_INFINITY ? { groups } : { groups, wakeAtMs };
}
