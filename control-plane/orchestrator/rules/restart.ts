/**
 * Restart now, later, or no more: replaces tasks that ended or whose node they must not stay on, and
 * starts replacements when their time has come. Promises that a slot never gets a second task that may
 * run beside a first one, but for one that is still stopping a minute after it was told to.
 */
import type { ChangeGroup, Check } from '../../../proto/gen/log.js';
import type { Task, TaskDesired } from '../../../proto/gen/objects.js';
import { isInvalid, isLost } from '../../../proto/model/node.js';
import { DEFAULT_RESTART_POLICY } from '../../../proto/model/service-spec.js';
import { canRunNoMore, hasEnded, isUnplaced, newTask } from '../../../proto/model/task.js';
import { create, group, unchanged, update } from '../../store/rules/change.js';
import { stop, stopChecks } from './leaving.js';
import { recordAfter, shouldRestart } from './restart-policy.js';
import { isPlaced, nodeOfTask, specOfTask } from './slots.js';
import type { NodeLookup, ServiceContext, Slot } from './slots.js';

/** How long a replacement waits for the task before it to stop, counted from the end of its delay. */
export const LONGEST_WAIT_MS = 60_000;

/** Clocks of leaders that follow one another differ by so much, and one clock is nudged by so much. */
const CLOCK_TOLERANCE_MS = 1000;

/** What a rule has to say about one slot. */
export interface SlotDecision {
  readonly group?: ChangeGroup;
  readonly wakeAtMs?: number;
}

/** Replaces what ended in the slot; undefined when nothing did. */
export function restartSlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  const { nodes, nowMs } = context;
  const over = slot.wanted.filter((task) => mustLeave(nodes, task));
  const last = over.at(-1);
  if (last === undefined) return undefined;
  // It failed before its own delay was over: replacing it now would make a tight loop.
  const waitsUntilMs = delayEnd(last, nowMs);
  if (waitsUntilMs !== undefined) return { wakeAtMs: waitsUntilMs };
  const stops = over.map((task) => stop(task, { reason: reasonOf(nodes, task), end: 'shutdown' }, nowMs));
  const checks = stopChecks(slot.wanted);
  const isHeldByAnother = over.length < slot.wanted.length;
  if (isHeldByAnother || !shouldRestart(last, specOfTask(context, last)?.task?.restart))
    return { group: group(stops, checks) };
  const replacement = replace(context, last, restartDesired(context, last));
  return {
    group: group([...stops, replacement], [...checks, unchanged('service', context.service, 'spec')]),
  };
}

/** Starts a replacement whose conditions hold; undefined when the slot has none waiting. */
export function startSlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  const waiting = slot.wanted.find((task) => task.desired?.state === 'ready');
  if (waiting === undefined) return undefined;
  const wakeAtMs = startsLater(context, waiting);
  if (wakeAtMs !== undefined) return { wakeAtMs };
  const desired: TaskDesired = { ...waiting.desired, state: 'running', start: undefined };
  return { group: group([update('task', waiting.id, 'desired', { desired })], stopChecks([waiting])) };
}

/** A task of the present revision in the slot of an old one. */
export function replace(context: ServiceContext, old: Task, desired: TaskDesired): ReturnType<typeof create> {
  const { service, nowMs, newId } = context;
  return create('task', newTask({ id: newId(), service, slot: old.slot, desired, nowMs }));
}

/** The desired state of a replacement that starts after a delay and after the old task has stopped. */
export function desiredAfter({ nodes, nowMs }: ServiceContext, old: Task, delayMs: number): TaskDesired {
  const afterTaskId = isPast(nodes, old) ? '' : old.id;
  if (delayMs === 0 && afterTaskId === '') return { state: 'running' };
  const notBeforeMs = nowMs + delayMs;
  return { state: 'ready', start: { notBeforeMs, afterTaskId, waitUntilMs: notBeforeMs + LONGEST_WAIT_MS } };
}

/**
 * What a replacement that starts at once rests on beside the desired state of the old task: one that has
 * no node yet must not have got one meanwhile.
 */
export function replacementChecks(old: Task): readonly Check[] {
  return isUnplaced(old) ? [unchanged('task', old, 'status')] : [];
}

function restartDesired(context: ServiceContext, old: Task): TaskDesired {
  const { nodes, service, spec, nowMs } = context;
  const policy = specOfTask(context, old)?.task?.restart ?? DEFAULT_RESTART_POLICY;
  const isDrained = nodeOfTask(nodes, old)?.spec?.availability === 'drain';
  const desired = desiredAfter(context, old, isDrained ? 0 : policy.delayMs);
  return { ...desired, restarts: recordAfter(old, service.revision, spec.task?.restart, nowMs) };
}

function mustLeave(nodes: NodeLookup, task: Task): boolean {
  return hasEnded(task) || (isPlaced(task) && isInvalid(nodeOfTask(nodes, task)));
}

// Whether nothing of the task can run where anybody would hear of it.
function isPast(nodes: NodeLookup, task: Task): boolean {
  return hasEnded(task) || !isPlaced(task) || isLost(nodeOfTask(nodes, task));
}

// The instant to look again; undefined when the task may start now.
function startsLater({ view, nodes, nowMs }: ServiceContext, waiting: Task): number | undefined {
  const start = waiting.desired?.start;
  if (start === undefined) return undefined;
  const delayedUntilMs = delayEnd(waiting, nowMs);
  if (delayedUntilMs !== undefined) return delayedUntilMs;
  const before = view.task(start.afterTaskId);
  if (before === undefined || canRunNoMore(before) || isPast(nodes, before)) return undefined;
  return start.waitUntilMs > nowMs ? start.waitUntilMs : undefined;
}

// When the task's own delay is over; undefined when it is. A clock that was set back since the task was made can't
// tell, and must not make hours of a delay of seconds.
function delayEnd(task: Task, nowMs: number): number | undefined {
  const notBeforeMs = task.desired?.start?.notBeforeMs ?? 0;
  const wasSetBack = nowMs + CLOCK_TOLERANCE_MS < (task.meta?.createdAtMs ?? 0);
  return notBeforeMs > nowMs && !wasSetBack ? notBeforeMs : undefined;
}

function reasonOf(nodes: NodeLookup, task: Task): string {
  if (hasEnded(task)) return 'ended';
  const node = nodeOfTask(nodes, task);
  if (node === undefined) return 'node removed';
  return isLost(node) ? 'node down' : 'node drained';
}
