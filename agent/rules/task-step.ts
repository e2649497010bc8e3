/**
 * The life of one task on its node: what is wanted and what is, in; the next step, or nothing, out; and what
 * a step's outcome makes of the status. Pure; performing is task-runner's work.
 * A status never falls back, and a finished task stays as it ended.
 */
import { unreachable } from '../../proto/base/invariant.js';
import type { DesiredState, PortSpec, TaskState, TaskStatus } from '../../proto/gen/objects.js';

export type Step =
  /** Wait until something else is wanted. */
  | { readonly kind: 'nothing' }
  /** Only the record moves. */
  | { readonly kind: 'move'; readonly to: TaskState; readonly message: string }
  | { readonly kind: 'prepare' }
  | { readonly kind: 'start' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'stop' };

export type Deed = Exclude<Step, { kind: 'nothing' } | { kind: 'move' }>;

type ContainerStatus = NonNullable<TaskStatus['container']>;

interface Seen {
  readonly container?: ContainerStatus | undefined;
  readonly ports?: readonly PortSpec[];
}

export type Outcome =
  | ({ readonly kind: 'done' } & Seen)
  /** The process ended; an empty problem means well. */
  | ({ readonly kind: 'ended'; readonly problem: string } & Seen)
  /** Something else is wanted now. */
  | { readonly kind: 'cancelled' }
  /** Not now; the same step again later. */
  | { readonly kind: 'temporary'; readonly error: string }
  /** Never for this task. */
  | { readonly kind: 'failed'; readonly error: string };

const NOTHING: Step = { kind: 'nothing' };

export function nextStep(desired: DesiredState, state: TaskState): Step {
  const isStopping = desired === 'shutdown' || desired === 'remove';
  switch (state) {
    case 'complete':
    case 'shutdown':
    case 'failed':
    case 'rejected':
    case 'orphaned':
      return NOTHING;
    case 'new':
    case 'pending':
    case 'assigned':
      return isStopping ? { kind: 'stop' } : { kind: 'move', to: 'accepted', message: 'accepted' };
    case 'accepted':
      return isStopping ? { kind: 'stop' } : { kind: 'move', to: 'preparing', message: 'preparing' };
    case 'preparing':
      return { kind: isStopping ? 'stop' : 'prepare' };
    case 'ready':
      if (desired === 'ready') return NOTHING;
      return isStopping ? { kind: 'stop' } : { kind: 'move', to: 'starting', message: 'starting' };
    case 'starting':
      return { kind: isStopping ? 'stop' : 'start' };
    case 'running':
      return { kind: isStopping ? 'stop' : 'wait' };
    default:
      return unreachable(state);
  }
}

/** The status after a step; the very same object when nothing changed. */
export function afterMove(status: TaskStatus, step: Step & { kind: 'move' }, nowMs: number): TaskStatus {
  return { ...status, state: step.to, message: step.message, error: '', atMs: nowMs };
}

/** The status after a deed; the very same object when nothing changed. */
export function afterDeed(status: TaskStatus, deed: Deed, outcome: Outcome, nowMs: number): TaskStatus {
  switch (outcome.kind) {
    case 'cancelled':
      return status;
    case 'temporary':
      return outcome.error === status.error ? status : { ...status, error: outcome.error, atMs: nowMs };
    case 'failed':
      return { ...status, ...failure(status.state, outcome.error), atMs: nowMs };
    case 'ended':
      return { ...withSeen(status, outcome), ...ending(status.state, outcome.problem), atMs: nowMs };
    case 'done':
      return { ...withSeen(status, outcome), ...success(deed), error: '', atMs: nowMs };
    default:
      return unreachable(outcome);
  }
}

function success(deed: Deed): { state: TaskState; message: string } {
  switch (deed.kind) {
    case 'prepare':
      return { state: 'ready', message: 'prepared' };
    case 'start':
      return { state: 'running', message: 'started' };
    case 'wait':
      return { state: 'complete', message: 'finished' };
    case 'stop':
      return { state: 'shutdown', message: 'shutdown' };
    default:
      return unreachable(deed);
  }
}

function ending(state: TaskState, problem: string): { state: TaskState; message: string; error: string } {
  return problem === '' ? { state: 'complete', message: 'finished', error: '' } : failure(state, problem);
}

/** What never began to run was rejected; what began has failed. */
function failure(state: TaskState, error: string): { state: TaskState; message: string; error: string } {
  const hasBegun = state === 'starting' || state === 'running';
  return { state: hasBegun ? 'failed' : 'rejected', message: state, error };
}

function withSeen(status: TaskStatus, seen: Seen): TaskStatus {
  return {
    ...status,
    container: seen.container ?? status.container,
    ports: seen.ports ?? status.ports,
  };
}
