/**
 * A slot as a rollout sees it: what it holds of the old and of the new, how far the task is with which the
 * rollout replaces the old one (its part), and what went wrong in it. Only looks; what follows from it is
 * for the other rollout rules.
 *
 * A part is preparing (pulled and created while the old task still runs), prepared (waiting for its turn),
 * starting (its turn has come: nothing holds it back but the old task that stops), running, or failed.
 */
import type { HealthCheck, Task, UpdateConfig } from '../../../proto/gen/objects.js';
import { hasEnded, isWanted, stateOf } from '../../../proto/model/task.js';
import { isAtLeast, isBelow } from '../../../proto/model/task-state.js';
import { shouldRestart } from './restart-policy.js';
import { longestStopMs } from './restart.js';
import { holdersOf, isWatched, specOfTask } from './slots.js';
import type { ServiceContext, Slot } from './slots.js';

export interface Pair {
  /** Does not satisfy the present spec. */
  readonly old: Task;
  /** Takes its place. */
  readonly young: Task;
}

export type PartState =
  | { readonly kind: 'preparing'; readonly deadlineMs: number }
  | { readonly kind: 'prepared' }
  | { readonly kind: 'starting'; readonly deadlineMs: number }
  | { readonly kind: 'running'; readonly sinceMs: number }
  | { readonly kind: 'failed'; readonly atMs: number; readonly reason: string };

export interface Part {
  readonly task: Task;
  readonly state: PartState;
}

export interface RolloutSlot {
  readonly slot: Slot;
  readonly pair: Pair | undefined;
  /** Holds tasks of an older spec and nothing else. */
  readonly isUntouched: boolean;
  /** The task of the rollout that is meant to be there. */
  readonly part: Part | undefined;
  /** Parts that failed, oldest first. A slot counts as failed once, however often it is tried again. */
  readonly failures: readonly Part[];
  /** Something other than the rollout is replacing its task. */
  readonly isRestarting: boolean;
}

export function rolloutSlotOf(context: ServiceContext, slot: Slot, config: UpdateConfig): RolloutSlot {
  const holders = holdersOf(slot);
  const old = slot.wanted.filter((task) => context.isDirty(task));
  const young = slot.wanted.filter((task) => !context.isDirty(task));
  const pair = pairOf(old, young);
  // One that was made for an earlier request and is still right goes on as this one's.
  const parts = slot.tasks
    .filter((task) => isWatched(context, task) || task === pair?.young)
    .flatMap((task) => partOf(context, task, config, pair) ?? []);
  const failures = parts.filter(({ state }) => state.kind === 'failed');
  const part = parts.findLast(({ task, state }) => state.kind !== 'failed' && isWanted(task));
  return {
    slot,
    pair,
    isUntouched: holders.length > 0 && holders.every((task) => context.isDirty(task)),
    part,
    failures,
    isRestarting:
      part === undefined && failures.length === 0 && old.length === 0 && isMoving(context, slot, config),
  };
}

/** Of several old and several new tasks in one slot the two that matter: those that are furthest. */
function pairOf(old: readonly Task[], young: readonly Task[]): Pair | undefined {
  const [oldest, youngest] = [furthest(old), furthest(young)];
  return oldest === undefined || youngest === undefined ? undefined : { old: oldest, young: youngest };
}

/** The newest that runs, or else the newest. */
export function furthest(tasks: readonly Task[]): Task | undefined {
  return tasks.findLast((task) => stateOf(task) === 'running') ?? tasks.at(-1);
}

/** Undefined for one that was taken back, or whose node is gone: it says nothing about the new revision. */
function partOf(
  context: ServiceContext,
  task: Task,
  config: UpdateConfig,
  pair: Pair | undefined,
): Part | undefined {
  if (hasEnded(task)) {
    const failure = failureOf(task, config, context);
    return failure && { task, state: failure };
  }
  if (!isWanted(task)) return undefined;
  const { status } = task;
  if (status?.state === 'running')
    return { task, state: { kind: 'running', sinceMs: status.runningSinceMs ?? status.atMs } };
  const state = waitingState(context, task, config, pair);
  const isLate = 'deadlineMs' in state && state.deadlineMs <= context.nowMs;
  return isLate ? { task, state: late(task, state.deadlineMs, config) } : { task, state };
}

function waitingState(
  context: ServiceContext,
  task: Task,
  { progressDeadlineMs }: UpdateConfig,
  pair: Pair | undefined,
): PartState {
  const limitMs = progressDeadlineMs === 0 ? Number.POSITIVE_INFINITY : progressDeadlineMs;
  const sinceMs = task.desired?.rollout?.sinceMs ?? 0;
  if (pair?.young === task && task.desired?.state === 'ready') {
    if (isPrepared(task)) return { kind: 'prepared' };
    return { kind: 'preparing', deadlineMs: sinceMs + limitMs };
  }
  // Health is known when the engine has looked often enough, and the old task may take its time to stop.
  const check = specOfTask(context, task)?.task?.container?.healthCheck;
  const allowanceMs = longestHealthMs(check) + longestStopMs(context, task);
  return { kind: 'starting', deadlineMs: sinceMs + limitMs + allowanceMs };
}

export function isPrepared(task: Task): boolean {
  return isAtLeast(stateOf(task), 'ready') && !hasEnded(task);
}

/** How long the engine may take until it calls a task unhealthy that never was healthy. */
function longestHealthMs(check: HealthCheck | undefined): number {
  if (check === undefined) return 0;
  return check.startPeriodMs + Math.max(1, check.retries) * (check.intervalMs + check.timeoutMs);
}

function failureOf(task: Task, config: UpdateConfig, context: ServiceContext): PartState | undefined {
  const { status } = task;
  if (status === undefined || !hasFailed(context, task)) return undefined;
  const endedAtMs = status.storedAtMs ?? status.atMs;
  const { runningSinceMs } = status;
  if (runningSinceMs !== undefined && endedAtMs - runningSinceMs >= config.monitorMs) return undefined;
  const reason = status.error === '' ? status.state : status.error;
  return { kind: 'failed', atMs: endedAtMs, reason };
}

// A task that was told to stop has not failed; one that came to a good end has, if it should have gone on.
function hasFailed(context: ServiceContext, task: Task): boolean {
  switch (stateOf(task)) {
    case 'failed':
    case 'rejected':
      return true;
    case 'complete':
      return shouldRestart(task, specOfTask(context, task)?.task?.restart);
    default:
      return false;
  }
}

function late(task: Task, deadlineMs: number, { progressDeadlineMs }: UpdateConfig): PartState {
  const error = task.status?.error ?? '';
  const where = error === '' ? stateOf(task) : `${stateOf(task)}: ${error}`;
  const reason = `it did not run within ${progressDeadlineMs / 1000} s (${where})`;
  return { kind: 'failed', atMs: deadlineMs, reason };
}

// One that only waits for its very first task to be placed holds up nobody, nor does one that never gets on.
function isMoving({ nowMs }: ServiceContext, slot: Slot, { progressDeadlineMs }: UpdateConfig): boolean {
  const [newest] = slot.wanted.slice(-1);
  if (newest === undefined || slot.tasks.length < 2 || !isBelow(stateOf(newest), 'running')) return false;
  return progressDeadlineMs === 0 || (newest.meta?.createdAtMs ?? 0) + progressDeadlineMs > nowMs;
}
