/**
 * A slot as a rollout sees it: what it holds that does not fit the present spec, what does, how far the task is
 * with which the rollout fills it (its part), and what went wrong in it. Only looks; what follows from it is for
 * the other rollout rules.
 *
 * A part is preparing (pulled and created while the outgoing task still runs), prepared (waiting for its
 * turn), starting (its turn has come: nothing holds it back but a task that stops), or running.
 */
import type { HealthCheck, RolloutPart, Task, UpdateConfig } from '../../../proto/gen/objects.js';
import { canRunNoMore, hasEnded, isWanted, stateOf } from '../../../proto/model/task.js';
import { isAtLeast } from '../../../proto/model/task-state.js';
import { isAhead } from './instants.js';
import { restartPolicyOf, shouldRestart } from './restart-policy.js';
import { longestStopMs, stopLimitMs } from './restart.js';
import { holdersOf, nodeOfTask, specOfTask } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';
import { awaitsNode, isPast } from './staying.js';

export interface Pair {
  /** Does not fit the present spec. */
  readonly outgoing: Task;
  /** Fits it, and takes the other's place. */
  readonly incoming: Task;
}

export type PartState =
  | { readonly kind: 'preparing'; readonly deadlineMs: number }
  | { readonly kind: 'prepared' }
  | { readonly kind: 'starting'; readonly deadlineMs: number }
  | { readonly kind: 'running'; readonly sinceMs: number };

export interface Part {
  readonly task: Task;
  readonly state: PartState;
}

export interface Failure {
  readonly task: Task;
  readonly atMs: number;
  readonly reason: string;
}

export interface RolloutSlot {
  readonly slot: Slot;
  readonly pair: Pair | undefined;
  /** Holds tasks that do not fit the present spec and nothing else. */
  readonly isUntouched: boolean;
  /** The task of the rollout that is meant to be there. */
  readonly part: Part | undefined;
  /** Tasks of the rollout that failed, oldest first. A slot counts once, however often it is tried again. */
  readonly failures: readonly Failure[];
  /** Until when a task that was told to stop may still run there; 0 when none may. */
  readonly stoppingUntilMs: number;
  /** Until when it is waited for a slot in which nothing runs, whatever the reason; 0 when it is not. */
  readonly downUntilMs: number;
  /** What it holds waits for a node that is down: nothing is begun in it, nor put in its place. */
  readonly isAwaiting: boolean;
}

export function rolloutSlotOf(context: ServiceContext, slot: Slot, config: UpdateConfig): RolloutSlot {
  const holders = holdersOf(slot);
  const outgoing = furthest(slot.wanted.filter((task) => context.isDirty(task)));
  const incoming = furthest(slot.wanted.filter((task) => !context.isDirty(task)));
  const pair = outgoing && incoming && { outgoing, incoming };
  const ours = slot.tasks.filter((task) => task === pair?.incoming || isOurs(context, task));
  const failures = ours.flatMap((task) => failureOf(context, task, config, pair) ?? []);
  const going = ours.findLast(
    (task) => isWanted(task) && !hasEnded(task) && !failures.some((failure) => failure.task === task),
  );
  return {
    slot,
    pair,
    isUntouched: holders.length > 0 && holders.every((task) => context.isDirty(task)),
    part: going && { task: going, state: stateOfPart(context, going, config, pair) },
    failures,
    stoppingUntilMs: Math.max(0, ...slot.tasks.map((task) => stoppingUntilMs(context, task))),
    isAwaiting: slot.wanted.some((task) => context.isDirty(task) && awaitsNode(context, task)),
    // One that failed is put up with, if the rollout goes on at all.
    downUntilMs: failures.length === 0 ? downUntilMs(context, slot, config) : 0,
  };
}

/**
 * A slot whose node is down and gave its task up, as far as that task was the rollout's: what failed there stays
 * counted, and for as long as any task may take, nothing else is stopped on top of what is missing. Perhaps it was
 * the new revision that brought the node down. Undefined when the rollout had not come there.
 */
export function awaySlotOf(
  context: ServiceContext,
  slot: Slot,
  config: UpdateConfig,
): RolloutSlot | undefined {
  const ours = slot.tasks.filter((task) => isOurs(context, task));
  if (ours.length === 0) return undefined;
  const failures = ours.flatMap((task) => failureOf(context, task, config, undefined) ?? []);
  const limitMs = config.progressDeadlineMs === 0 ? Number.POSITIVE_INFINITY : config.progressDeadlineMs;
  const sinceMs = Math.max(...ours.map((task) => waitingSinceMs(context, task)), lastRanMs(slot));
  return {
    slot,
    pair: undefined,
    isUntouched: false,
    part: undefined,
    failures,
    stoppingUntilMs: 0,
    downUntilMs: failures.length === 0 && !context.isSettled ? sinceMs + limitMs : 0,
    isAwaiting: false,
  };
}

/** The newest that runs, or else the newest. */
export function furthest(tasks: readonly Task[]): Task | undefined {
  return tasks.findLast((task) => stateOf(task) === 'running') ?? tasks.at(-1);
}

/**
 * Whether the task is of the rollout that is asked for. One that was made for an earlier request and is still
 * right goes on as this one's: a halt in between does not make its health known.
 */
function isOurs(context: ServiceContext, task: Task): boolean {
  const rollout = task.desired?.rollout;
  if (rollout === undefined) return false;
  if (rollout.number === context.request.number) return true;
  // What failed for an earlier request is not counted again.
  if (context.isSettled || context.isDirty(task) || rollout.lateAtMs > 0) return false;
  return isWanted(task) || endedSince(task, begunAtMs(context));
}

function endedSince(task: Task, sinceMs: number): boolean {
  return hasEnded(task) && (task.status?.storedAtMs ?? 0) >= sinceMs;
}

/** When the rollout that is asked for began, to the orchestrator's knowledge. */
function begunAtMs({ service, request, nowMs }: ServiceContext): number {
  const { desired } = service;
  return desired?.number === request.number ? desired.startedAtMs : nowMs;
}

function stateOfPart(
  context: ServiceContext,
  task: Task,
  { progressDeadlineMs }: UpdateConfig,
  pair: Pair | undefined,
): PartState {
  const { status } = task;
  if (status?.state === 'running') {
    const sinceMs = status.runningSinceMs ?? status.atMs;
    // By a clock that was set back it can't be said how long it runs: not for hours more, at any rate.
    return { kind: 'running', sinceMs: isAhead(sinceMs, context.nowMs) ? 0 : sinceMs };
  }
  const limitMs = progressDeadlineMs === 0 ? Number.POSITIVE_INFINITY : progressDeadlineMs;
  const sinceMs = Math.max(waitingSinceMs(context, task), nodeSinceMs(context, task));
  if (pair?.incoming === task && task.desired?.state === 'ready')
    return isPrepared(task) ? { kind: 'prepared' } : { kind: 'preparing', deadlineMs: sinceMs + limitMs };
  // Health is known when the engine has looked often enough, and the task before it may take its time to stop.
  const check = specOfTask(context, task)?.task?.container?.healthCheck;
  const allowanceMs = longestHealthMs(check) + longestStopMs(context, task);
  return { kind: 'starting', deadlineMs: sinceMs + limitMs + allowanceMs };
}

// What an earlier request made, or no rollout at all, has its time from the beginning of this one.
function waitingSinceMs(context: ServiceContext, task: Task): number {
  const rollout = task.desired?.rollout;
  if (rollout?.number === context.request.number) return rollout.sinceMs;
  return Math.max(rollout?.sinceMs ?? task.meta?.createdAtMs ?? 0, begunAtMs(context));
}

// One that waits for a node that is down has its time from when that is back.
function nodeSinceMs({ nodes, spec }: ServiceContext, task: Task): number {
  return spec.onNodeDown === 'wait' ? (nodeOfTask(nodes, task)?.status?.sinceMs ?? 0) : 0;
}

function isPrepared(task: Task): boolean {
  return isAtLeast(stateOf(task), 'ready') && !hasEnded(task);
}

/** What the engine does where a health check says 0. */
const ENGINE_HEALTH = { intervalMs: 30_000, timeoutMs: 30_000, retries: 3 };

/** How long the engine may take until it calls a task unhealthy that never was healthy. */
function longestHealthMs(check: HealthCheck | undefined): number {
  if (check === undefined) return 0;
  const intervalMs = check.intervalMs || ENGINE_HEALTH.intervalMs;
  const timeoutMs = check.timeoutMs || ENGINE_HEALTH.timeoutMs;
  return check.startPeriodMs + (check.retries || ENGINE_HEALTH.retries) * (intervalMs + timeoutMs);
}

/** Undefined for one that was taken back, or whose node is gone: it says nothing about the new revision. */
function failureOf(
  context: ServiceContext,
  task: Task,
  config: UpdateConfig,
  pair: Pair | undefined,
): Failure | undefined {
  const rollout = task.desired?.rollout;
  if (rollout !== undefined && rollout.lateAtMs > 0) return lateness(task, rollout.lateAtMs, config);
  if (hasEnded(task)) return endedBadly(context, task, config);
  if (!isWanted(task) || stateOf(task) === 'running' || awaitsNode(context, task)) return undefined;
  const state = stateOfPart(context, task, config, pair);
  if (!('deadlineMs' in state) || state.deadlineMs > context.nowMs) return undefined;
  return lateness(task, state.deadlineMs, config);
}

function endedBadly(context: ServiceContext, task: Task, { monitorMs }: UpdateConfig): Failure | undefined {
  const { status } = task;
  // By a build that did not note the instants it can't be said how long it ran.
  if (status?.storedAtMs === undefined || !hasFailed(context, task)) return undefined;
  const { storedAtMs, runningSinceMs } = status;
  if (runningSinceMs !== undefined && storedAtMs - runningSinceMs >= monitorMs) return undefined;
  const reason = status.error === '' ? status.state : status.error;
  return { task, atMs: isAhead(storedAtMs, context.nowMs) ? 0 : storedAtMs, reason };
}

// A task that was told to stop has not failed; one that came to a good end has, if it should have gone on.
function hasFailed(context: ServiceContext, task: Task): boolean {
  switch (stateOf(task)) {
    case 'failed':
    case 'rejected':
      return true;
    case 'complete':
      return shouldRestart(task, restartPolicyOf(specOfTask(context, task)));
    default:
      return false;
  }
}

function lateness(task: Task, atMs: number, { progressDeadlineMs }: UpdateConfig): Failure {
  const error = task.status?.error ?? '';
  const where = error === '' ? stateOf(task) : `${stateOf(task)}: ${error}`;
  return { task, atMs, reason: `it did not run within ${progressDeadlineMs / 1000} s (${where})` };
}

/** The mark of a task that is let go because it is late: its record goes on counting as a failure. */
export function markedLate({ task, atMs }: Failure): RolloutPart | undefined {
  const rollout = task.desired?.rollout;
  return rollout && { ...rollout, lateAtMs: atMs };
}

function stoppingUntilMs(context: ServiceContext, task: Task): number {
  if (isWanted(task) || canRunNoMore(task) || isPast(context, task)) return 0;
  return stopLimitMs(context, task);
}

// One that only waits for its very first task to be placed holds up nobody, nor does one that never gets on: its time
// counts from when something ran there last, however often it was started again since.
function downUntilMs(context: ServiceContext, slot: Slot, { progressDeadlineMs }: UpdateConfig): number {
  const { service, request, isSettled } = context;
  if (isSettled || service.desired?.number !== request.number) return 0;
  const task = furthest(slot.wanted);
  if (task === undefined || slot.tasks.length < 2 || stateOf(task) === 'running') return 0;
  if (progressDeadlineMs === 0) return Number.POSITIVE_INFINITY;
  return Math.max(begunAtMs(context), lastRanMs(slot)) + progressDeadlineMs;
}

function lastRanMs({ tasks }: Slot): number {
  return Math.max(
    0,
    ...tasks.map(({ status }) => (status?.runningSinceMs === undefined ? 0 : (status.storedAtMs ?? 0))),
  );
}
