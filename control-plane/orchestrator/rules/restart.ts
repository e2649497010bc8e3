/**
 * Restart now, later, or no more: replaces tasks that ended or whose node they must not stay on, and
 * starts replacements when their time has come. Promises that a slot never gets a second task that may
 * run beside a first one, but for one that is still stopping a minute after it was told to.
 */
import { invariant } from '../../../proto/base/invariant.js';
import type { Change, ChangeGroup, Check } from '../../../proto/gen/log.js';
import type { Task, TaskDesired } from '../../../proto/gen/objects.js';
import { drainTimeoutMs, needsNetworks } from '../../../proto/model/network.js';
import { isLost } from '../../../proto/model/node.js';
import { newTask } from '../../../proto/model/new-task.js';
import { canRunNoMore, hasEnded, isUnplaced, isWanted } from '../../../proto/model/task.js';
import { isPreassigned } from '../../../proto/model/service-mode.js';
import { create, group, unchanged, update } from '../../store/rules/change.js';
import { isAhead } from './instants.js';
import { stop, stopChecks } from './leaving.js';
import { recordAfter, restartPolicyOf, shouldRestart } from './restart-policy.js';
import { nodeOfTask, specOfTask } from './slots.js';
import type { NodeLookup, ServiceContext, Slot } from './slots.js';
import { awaitsNode, isPast, mustLeave } from './staying.js';

/**
 * How long a replacement waits for the task before it to stop beyond the time that one is given for it,
 * counted from the end of the delay.
 */
export const LONGEST_WAIT_MS = 60_000;

/** The time a task is given to stop when its spec does not say. */
const DEFAULT_GRACE_MS = 10_000;

/** What a rule has to say about one slot. */
export interface SlotDecision {
  readonly group?: ChangeGroup;
  readonly wakeAtMs?: number;
}

/** Replaces what ended in the slot; undefined when nothing did. */
export function restartSlot(context: ServiceContext, slot: Slot): SlotDecision | undefined {
  const { nodes, nowMs } = context;
  const over = slot.wanted.filter((task) => mustLeave(context, slot, task));
  const last = over.at(-1);
  if (last === undefined) return undefined;
  // It failed before its own delay was over: replacing it now would make a tight loop.
  const waitsUntilMs = delayEnd(last, nowMs);
  if (waitsUntilMs !== undefined) return { wakeAtMs: waitsUntilMs };
  return { group: stopAndReplace(context, slot, over, (task) => reasonOf(nodes, task)) };
}

/** Stops these tasks of the slot, one at least, and puts another in their place unless one is meant to be there, or none may follow. */
export function stopAndReplace(
  context: ServiceContext,
  slot: Slot,
  over: readonly Task[],
  reasonFor: (task: Task) => string,
): ChangeGroup {
  const last = over.at(-1);
  invariant(last, 'something is to be stopped');
  const { nowMs } = context;
  const stops = over.map((task) => stop(context, task, { reason: reasonFor(task), end: 'shutdown' }));
  const checks = stopChecks(slot.wanted);
  const staying = slot.wanted.filter((task) => !over.includes(task));
  if (staying.length > 0 || !shouldRestart(last, restartPolicyOf(specOfTask(context, last))))
    return group([...stops, ...staying.flatMap((task) => itsTurn(task, nowMs))], checks);
  const replacement = replace(context, last, restartDesired(context, last), revisionAfter(context, last));
  return group([...stops, replacement], [...checks, unchanged('service', context.service, 'spec')]);
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

// What waited for its turn in a rollout has it now, and its time counts from here.
function itsTurn(task: Task, nowMs: number): readonly Change[] {
  const { desired } = task;
  if (desired?.state !== 'ready' || desired.rollout === undefined) return [];
  const rollout = { ...desired.rollout, sinceMs: nowMs };
  return [update('task', task.id, 'desired', { desired: { ...desired, rollout } })];
}

/** A task in the slot, and the run, of an old one, of the present revision unless another is named. */
export function replace(
  context: ServiceContext,
  old: Task,
  desired: TaskDesired,
  revision = context.service.revision,
): Change {
  const { service, nowMs, newId } = context;
  const nodeId = isPreassigned(old) ? (old.placement?.nodeId ?? '') : '';
  const { slot, run } = old;
  const spec = specOfTask(context, { serviceId: service.id, revision });
  const id = newId();
  return create('task', newTask({ id, service, slot, nodeId, run, revision, spec, desired, nowMs }));
}

/** The desired state of a replacement that starts after a delay and after the old task has stopped. */
export function desiredAfter(context: ServiceContext, old: Task, delayMs: number): TaskDesired {
  const before = lastToRun(context, old);
  const afterTaskId = before === undefined ? '' : before.id;
  if (delayMs === 0 && afterTaskId === '') return { state: 'running' };
  const notBeforeMs = context.nowMs + delayMs;
  const waitUntilMs = notBeforeMs + longestStopMs(context, before ?? old);
  return { state: 'ready', start: { notBeforeMs, afterTaskId, waitUntilMs } };
}

/** How long to wait for the task to stop before another starts in its place all the same. */
export function longestStopMs(context: ServiceContext, task: Task): number {
  const spec = specOfTask(context, task);
  const graceMs = spec?.task?.container?.stopGracePeriodMs ?? DEFAULT_GRACE_MS;
  const drainMs = needsNetworks(spec) ? drainTimeoutMs(context.spec) : 0;
  return drainMs + graceMs + LONGEST_WAIT_MS;
}

/** Until when the task may be stopping; without a limit as long as it was not told to. */
export function stopLimitMs(context: ServiceContext, task: Task): number {
  if (isWanted(task)) return Number.POSITIVE_INFINITY;
  const sinceMs = task.desired?.leaving?.sinceMs ?? 0;
  const longestMs = longestStopMs(context, task);
  // The leader before may have been ahead by seconds; hours can't be meant.
  return (isAhead(sinceMs, context.nowMs + longestMs) ? 0 : sinceMs) + longestMs;
}

// One that only waited to start never ran: then it is the one it waited for that may still be running.
function lastToRun(context: ServiceContext, old: Task): Task | undefined {
  const { view } = context;
  const before = old.desired?.state === 'ready' ? view.task(old.desired.start?.afterTaskId ?? '') : undefined;
  return [before, old].find((task) => task !== undefined && !isPast(context, task));
}

/**
 * What a replacement that starts at once rests on beside the desired state of the old task: one that has
 * no node yet must not have got one meanwhile.
 */
export function replacementChecks(old: Task): readonly Check[] {
  return isUnplaced(old) ? [unchanged('task', old, 'status')] : [];
}

function restartDesired(context: ServiceContext, old: Task): TaskDesired {
  const { nodes, nowMs } = context;
  const policy = restartPolicyOf(specOfTask(context, old));
  const isDrained = nodeOfTask(nodes, old)?.spec?.availability === 'drain';
  const desired = desiredAfter(context, old, isDrained ? 0 : policy.delayMs);
  const revision = revisionAfter(context, old);
  const spec = specOfTask(context, { serviceId: old.serviceId, revision });
  // What became of its node says nothing about the revision: the rollout goes on watching the slot.
  const part = hasEnded(old) ? undefined : old.desired?.rollout;
  const rollout = part && { ...part, sinceMs: desired.start?.notBeforeMs ?? nowMs, replacesTaskId: '' };
  return { ...desired, rollout, restarts: recordAfter(old, revision, restartPolicyOf(spec), nowMs) };
}

/**
 * The revision of a task that takes the place of one that must go. It brings back what was there: a new revision
 * comes with the rollout, in the slot's turn, or not at all.
 */
export function revisionAfter(context: ServiceContext, old: Task): number {
  const { service } = context;
  return context.isDirty(old) && specOfTask(context, old) !== undefined ? old.revision : service.revision;
}

// The instant to look again; undefined when the task may start now.
function startsLater(context: ServiceContext, waiting: Task): number | undefined {
  const { view, nowMs } = context;
  const start = waiting.desired?.start;
  if (start === undefined) return undefined;
  const delayedUntilMs = delayEnd(waiting, nowMs);
  if (delayedUntilMs !== undefined) return delayedUntilMs;
  const before = view.task(start.afterTaskId);
  if (before === undefined || canRunNoMore(before) || isPast(context, before)) return undefined;
  // Its node is looked at again when it is back, or gone.
  if (awaitsNode(context, before)) return Number.POSITIVE_INFINITY;
  const untilMs = start.waitUntilMs > 0 ? start.waitUntilMs : stopLimitMs(context, before);
  return untilMs > nowMs ? untilMs : undefined;
}

// When the task's own delay is over; undefined when it is. A clock that was set back since the task was made can't
// tell, and must not make hours of a delay of seconds.
function delayEnd(task: Task, nowMs: number): number | undefined {
  const notBeforeMs = task.desired?.start?.notBeforeMs ?? 0;
  const wasSetBack = isAhead(task.meta?.createdAtMs ?? 0, nowMs);
  return notBeforeMs > nowMs && !wasSetBack ? notBeforeMs : undefined;
}

function reasonOf(nodes: NodeLookup, task: Task): string {
  if (hasEnded(task)) return 'ended';
  const node = nodeOfTask(nodes, task);
  if (node === undefined) return 'node removed';
  return isLost(node) ? 'node down' : 'node drained';
}
