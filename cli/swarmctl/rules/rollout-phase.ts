/**
 * What has become of the rollout that somebody waits for, read from one state of its service: whether it is
 * under way, done, halted, undone by itself, or no longer the one that the service is on. Of a job, what has become
 * of the run.
 */
import type { Service } from '../../../proto/gen/objects.js';
import { isHalted, requestOf } from '../../../proto/model/rollout.js';
import { isJob } from '../../../proto/model/service-mode.js';
import { configOf } from '../../../proto/model/update-config.js';

/** What is waited for: the service as the answer to the change said it was. */
export interface Awaited {
  /** Of the rollout; 0 when there never was one. */
  readonly number: number;
  readonly revision: number;
  readonly isRollback: boolean;
  /** Whether the change began that rollout; a change that replaces no task finds one there, or none. */
  readonly isOwn: boolean;
}

export type RolloutPhase =
  /** A state from before the change; says nothing yet. */
  | { readonly kind: 'old' }
  /** No rollout is under way: the tasks alone count. */
  | { readonly kind: 'none' }
  | { readonly kind: 'rolling'; readonly isRollback: boolean; readonly monitorMs: number }
  /** The control plane says that every task was replaced, and has held for as long as was asked. */
  | { readonly kind: 'completed'; readonly isRollback: boolean; readonly monitorMs: number }
  | { readonly kind: 'paused'; readonly isRollback: boolean; readonly reason: string }
  /** It failed, and the control plane is undoing it. */
  | { readonly kind: 'rolling-back'; readonly message: string }
  | { readonly kind: 'rolled-back'; readonly message: string }
  | { readonly kind: 'superseded'; readonly revision: number }
  | { readonly kind: 'run-active' }
  | { readonly kind: 'run-complete' | 'run-failed'; readonly message: string };

/** Where the rollout is, and what is waited for from here on. */
export interface Followed {
  readonly awaited: Awaited;
  readonly phase: RolloutPhase;
}

export function followRollout(awaited: Awaited, service: Service): Followed {
  if (isJob(service.spec)) return { awaited, phase: runPhase(awaited, service) };
  const { number } = requestOf(service);
  if (number < awaited.number || service.revision < awaited.revision)
    return { awaited, phase: { kind: 'old' } };
  if (number === awaited.number)
    // A change that replaces no task makes a revision, and leaves the rollout as it is.
    return { awaited: { ...awaited, revision: service.revision }, phase: phaseOf(service, awaited) };
  if (isUndone(service)) return { awaited, phase: undonePhase(service) };
  if (service.revision !== awaited.revision)
    return { awaited, phase: { kind: 'superseded', revision: service.revision } };
  // Somebody went on with it after a pause: a new number for the same work.
  return { awaited: { ...awaited, number }, phase: phaseOf(service, awaited) };
}

function runPhase({ revision }: Awaited, service: Service): RolloutPhase {
  if (service.revision < revision) return { kind: 'old' };
  if (service.revision > revision) return { kind: 'superseded', revision: service.revision };
  const run = service.runs?.runs.findLast((each) => each.revision === revision);
  if (run === undefined) return { kind: 'old' };
  switch (run.state) {
    case 'active':
      return { kind: 'run-active' };
    case 'complete':
      return { kind: 'run-complete', message: run.message };
    default:
      return { kind: 'run-failed', message: run.message };
  }
}

/** Whether the service is on its way back, or back, because a rollout failed. */
function isUndone({ rollout }: Service): boolean {
  return rollout?.isAutomatic === true;
}

function undonePhase(service: Service): RolloutPhase {
  if (isHalted(service)) return pausedPhase(service);
  const { number } = requestOf(service);
  const { desired } = service;
  const isKnown = desired?.number === number;
  const message = isKnown ? desired.message : '';
  const isOver = isKnown && desired.state === 'rollback-completed';
  return isOver ? { kind: 'rolled-back', message } : { kind: 'rolling-back', message };
}

function phaseOf(service: Service, awaited: Awaited): RolloutPhase {
  const { number, isRollback } = requestOf(service);
  if (number === 0) return { kind: 'none' };
  if (isHalted(service)) return pausedPhase(service);
  const { desired, spec } = service;
  const isOver =
    desired?.number === number && (desired.state === 'completed' || desired.state === 'rollback-completed');
  const monitorMs = spec === undefined ? 0 : configOf(spec, isRollback).monitorMs;
  if (isOver) return awaited.isOwn ? { kind: 'completed', isRollback, monitorMs } : { kind: 'none' };
  return { kind: 'rolling', isRollback, monitorMs };
}

function pausedPhase(service: Service): RolloutPhase {
  const { number, isRollback } = requestOf(service);
  const { desired } = service;
  const isKnown = desired?.number === number && desired.state.endsWith('paused');
  const reason = isKnown && desired.message !== '' ? desired.message : 'asked for by hand';
  return { kind: 'paused', isRollback, reason };
}
