/**
 * What is done to one slot in a rollout: a new task is made beside the old one, the new one takes the old
 * one's place, one too many is let go. Stop-first: the new task is prepared while the old one runs; in
 * its turn the old one is told to stop, and the new one starts when it has. Start-first: in its turn the new
 * one starts, and the old one stops when the new one runs. Whose turn it is, is for rolling-update.ts.
 */
import type { ChangeGroup, Check } from '../../../proto/gen/log.js';
import type { RestartRecord, Task, TaskDesired, UpdateOrder } from '../../../proto/gen/objects.js';
import { DEFAULT_RESTART_POLICY } from '../../../proto/model/service-spec.js';
import { stateOf } from '../../../proto/model/task.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import { stop, stopChecks } from './leaving.js';
import { recordAfter, shouldRestart } from './restart-policy.js';
import { desiredAfter, isPast, longestStopMs, replace, replacementChecks } from './restart.js';
import type { SlotDecision } from './restart.js';
import { furthest } from './rollout-slot.js';
import type { Pair, RolloutSlot } from './rollout-slot.js';
import { holdersOf } from './slots.js';
import type { NodeLookup, ServiceContext, Slot } from './slots.js';

const SUPERSEDED = { reason: 'replaced by a newer revision', end: 'shutdown' } as const;
const WITHDRAWN = { reason: 'rollout paused', end: 'remove' } as const;

/** Makes the task that takes the place of what the slot holds. */
export function beginSlot(
  context: ServiceContext,
  { slot, failures }: RolloutSlot,
  order: UpdateOrder,
): ChangeGroup {
  const { nodes, nowMs, request } = context;
  const holders = holdersOf(slot);
  const staying = stayingOf(nodes, slot);
  const old = staying ?? furthest(holders);
  if (old === undefined) return group([]);
  const desired =
    staying === undefined ? desiredAfter(context, old, 0) : desiredBeside(staying, order, nowMs);
  const replacement = replace(context, old, {
    ...desired,
    rollout: { number: request.number, sinceMs: nowMs, replacesTaskId: staying?.id ?? '' },
    restarts: recordOf(context, failures.at(-1)?.task),
  });
  const stops = slot.wanted.filter((task) => task !== staying).map((task) => stop(task, SUPERSEDED, nowMs));
  return group(
    [...stops, replacement],
    [...checksOf(context, holders), ...holders.flatMap(replacementChecks)],
  );
}

// It waits for its turn, and stop-first for the old task as well, which is not told to stop yet.
function desiredBeside(old: Task, order: UpdateOrder, nowMs: number): TaskDesired {
  if (order === 'start-first') return { state: 'ready' };
  return { state: 'ready', start: { notBeforeMs: nowMs, afterTaskId: old.id, waitUntilMs: 0 } };
}

// One more try after a failure is a restart, and counts as one.
function recordOf(context: ServiceContext, failed: Task | undefined): RestartRecord | undefined {
  const { service, spec, nowMs } = context;
  return failed && recordAfter(failed, service.revision, spec.task?.restart, nowMs);
}

/** The prepared task's turn has come. */
export function takeTurn(context: ServiceContext, { old, young }: Pair): ChangeGroup {
  const { nowMs } = context;
  const { desired } = young;
  const rollout = { number: context.request.number, sinceMs: nowMs, replacesTaskId: old.id };
  const checks = checksOf(context, [old, young]);
  if (desired?.start === undefined) {
    const started: TaskDesired = { ...desired, state: 'running', rollout };
    return group([update('task', young.id, 'desired', { desired: started })], checks);
  }
  const start = {
    ...desired.start,
    afterTaskId: old.id,
    waitUntilMs: nowMs + longestStopMs(context, old),
  };
  const waiting: TaskDesired = { ...desired, start, rollout };
  return group(
    [stop(old, SUPERSEDED, nowMs), update('task', young.id, 'desired', { desired: waiting })],
    checks,
  );
}

/** Takes back the task of a slot whose turn will not come: the old one goes on as if nothing had been. */
export function withdraw(context: ServiceContext, { old, young }: Pair): ChangeGroup {
  return group([stop(young, WITHDRAWN, context.nowMs)], checksOf(context, [old, young]));
}

/**
 * Lets go of what a slot has too much of: everything old once something new runs, and of several old or
 * new ones all but the one that is furthest. Undefined when there is nothing to let go of.
 */
export function tidySlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  if (slot.wanted.length < 2) return undefined;
  const old = furthest(slot.wanted.filter((task) => context.isDirty(task)));
  const young = furthest(slot.wanted.filter((task) => !context.isDirty(task)));
  const isReplaced =
    young !== undefined && stateOf(young) === 'running' && young.desired?.state === 'running';
  const kept = new Set([young, isReplaced ? undefined : old]);
  const surplus = slot.wanted.filter((task) => !kept.has(task));
  if (surplus.length === 0) return undefined;
  const stops = surplus.map((task) => stop(task, SUPERSEDED, context.nowMs));
  return { group: group(stops, stopChecks(slot.wanted)) };
}

/** From when on the slot may be begun: after a failure its restart policy decides, as of any task. */
export function beginsAtMs(context: ServiceContext, { failures }: RolloutSlot): number {
  const last = failures.at(-1);
  if (last?.state.kind !== 'failed') return 0;
  const policy = context.spec.task?.restart ?? DEFAULT_RESTART_POLICY;
  return shouldRestart(last.task, policy) ? last.state.atMs + policy.delayMs : Number.POSITIVE_INFINITY;
}

/** Whether the slot holds something that can stay until the new task is prepared. */
export function hasStaying({ nodes }: ServiceContext, { slot }: RolloutSlot): boolean {
  return stayingOf(nodes, slot) !== undefined;
}

function stayingOf(nodes: NodeLookup, slot: Slot): Task | undefined {
  const old = furthest(slot.wanted);
  return old?.desired?.state === 'running' && !isPast(nodes, old) ? old : undefined;
}

function checksOf({ service }: ServiceContext, tasks: readonly Task[]): readonly Check[] {
  return [unchanged('service', service, 'spec'), ...stopChecks(tasks)];
}
