/**
 * What is done to one slot in a rollout: a new task is made beside the old one, the new one takes the old
 * one's place, one too many is let go. Stop-first: the new task is prepared while the old one runs; in
 * its turn the old one is told to stop, and the new one starts when it has. Start-first: in its turn the new
 * one starts, and the old one stops when the new one runs. Whose turn it is, is for rolling-update.ts.
 */
import type { ChangeGroup, Check } from '../../../proto/gen/log.js';
import type {
  RestartRecord,
  RolloutPart,
  Task,
  TaskDesired,
  UpdateOrder,
} from '../../../proto/gen/objects.js';
import { stateOf } from '../../../proto/model/task.js';
import { group, unchanged, update } from '../../store/rules/change.js';
import { stop, stopChecks } from './leaving.js';
import { recordAfter, restartPolicyOf, shouldRestart } from './restart-policy.js';
import { desiredAfter, replace, replacementChecks } from './restart.js';
import type { SlotDecision } from './restart.js';
import { furthest, markedLate } from './rollout-slot.js';
import type { Failure, Pair, RolloutSlot } from './rollout-slot.js';
import { holdersOf } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { isPast } from './staying.js';

const SUPERSEDED = { reason: 'replaced by a newer revision', end: 'shutdown' } as const;
const WITHDRAWN = { reason: 'rollout paused', end: 'remove' } as const;
const LATE = { reason: 'did not run in time', end: 'shutdown' } as const;

/** Makes the task that takes the place of what the slot holds. */
export function beginSlot(
  context: ServiceContext,
  { slot, failures }: RolloutSlot,
  order: UpdateOrder,
): ChangeGroup {
  const { nowMs, request } = context;
  const holders = holdersOf(slot);
  const staying = stayingOf(context, slot);
  const old = staying ?? furthest(holders);
  if (old === undefined) return group([]);
  const desired =
    staying === undefined ? desiredAfter(context, old, 0) : desiredBeside(staying, order, nowMs);
  const replacement = replace(context, old, {
    ...desired,
    rollout: { number: request.number, sinceMs: nowMs, replacesTaskId: staying?.id ?? '', lateAtMs: 0 },
    restarts: recordOf(context, failures.at(-1)?.task),
  });
  const stops = slot.wanted.filter((task) => task !== staying).map((task) => stop(context, task, SUPERSEDED));
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
  return failed && recordAfter(failed, service.revision, restartPolicyOf(spec), nowMs);
}

/** The prepared task's turn has come. */
export function takeTurn(context: ServiceContext, { outgoing, incoming }: Pair): ChangeGroup {
  const { nowMs } = context;
  const { desired } = incoming;
  const { number } = context.request;
  const rollout = { number, sinceMs: nowMs, replacesTaskId: outgoing.id, lateAtMs: 0 };
  const isStopFirst = desired?.start !== undefined;
  const next: TaskDesired = isStopFirst
    ? { ...desired, start: { ...desired.start, afterTaskId: outgoing.id, waitUntilMs: 0 }, rollout }
    : { ...desired, state: 'running', rollout };
  const changes = [update('task', incoming.id, 'desired', { desired: next })];
  if (isStopFirst) changes.push(stop(context, outgoing, SUPERSEDED));
  return group(changes, [...checksOf(context, [outgoing, incoming]), unchanged('task', incoming, 'status')]);
}

/** Takes back the incoming task: the outgoing one goes on as if nothing had been. */
export function withdraw(context: ServiceContext, { outgoing, incoming }: Pair, late?: Failure): ChangeGroup {
  const taken =
    late === undefined
      ? stop(context, incoming, WITHDRAWN)
      : stop(context, withPart(incoming, markedLate(late)), LATE);
  return group([taken], checksOf(context, [outgoing, incoming]));
}

function withPart(task: Task, rollout: RolloutPart | undefined): Task {
  return { ...task, desired: { state: 'ready', ...task.desired, rollout } };
}

/**
 * Lets go of what a slot has too much of: what is outgoing once the incoming task runs, or when it never was
 * started; and of several of a kind all but the one that is furthest. Undefined when there is nothing.
 */
export function tidySlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  if (slot.wanted.length < 2) return undefined;
  const outgoing = furthest(slot.wanted.filter((task) => context.isDirty(task)));
  const incoming = furthest(slot.wanted.filter((task) => !context.isDirty(task)));
  const isStaying =
    incoming === undefined || (!isServing(incoming) && outgoing?.desired?.state === 'running');
  const kept = new Set([incoming, isStaying ? outgoing : undefined]);
  const surplus = slot.wanted.filter((task) => !kept.has(task));
  if (surplus.length === 0) return undefined;
  const stops = surplus.map((task) => stop(context, task, SUPERSEDED));
  const serving = incoming === undefined ? [] : [unchanged('task', incoming, 'status')];
  return { group: group(stops, [...stopChecks(slot.wanted), ...serving]) };
}

function isServing(task: Task): boolean {
  return stateOf(task) === 'running' && task.desired?.state === 'running';
}

/** From when on the slot may be begun: after a failure its restart policy decides, as of any task. */
export function beginsAtMs(context: ServiceContext, { failures }: RolloutSlot): number {
  const last = failures.at(-1);
  if (last === undefined) return 0;
  const policy = restartPolicyOf(context.spec);
  return shouldRestart(last.task, policy) ? last.atMs + policy.delayMs : Number.POSITIVE_INFINITY;
}

/** Whether the slot holds something that can stay until the new task is prepared. */
export function hasStaying(context: ServiceContext, { slot }: RolloutSlot): boolean {
  return stayingOf(context, slot) !== undefined;
}

function stayingOf(context: ServiceContext, slot: Slot): Task | undefined {
  const old = furthest(slot.wanted);
  return old?.desired?.state === 'running' && !isPast(context, old) ? old : undefined;
}

function checksOf({ service }: ServiceContext, tasks: readonly Task[]): readonly Check[] {
  return [unchanged('service', service, 'spec'), ...stopChecks(tasks)];
}
