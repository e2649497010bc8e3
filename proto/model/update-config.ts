/**
 * How tasks are replaced when a service changes: defaults and checks. The same options hold for a rollback,
 * but that one has nothing to roll back to. Defaults are those of Docker Swarm (semantics of
 * UpdateConfig); the progress deadline is ours, so that a task that never runs is found out.
 */
import type { ServiceSpec, UpdateConfig } from '../gen/objects.js';
import { checkCount, checkDuration } from './input-check.js';
import { demand } from './refusal.js';

export const DEFAULT_UPDATE_CONFIG: UpdateConfig = {
  parallelism: 1,
  delayMs: 0,
  failureAction: 'pause',
  monitorMs: 5000,
  maxFailureRatio: 0,
  order: 'stop-first',
  progressDeadlineMs: 600_000,
};

/** Throws input.invalid for the first thing that is wrong; returns it, or what holds when nothing is said. */
export function validateUpdateConfig(
  config: UpdateConfig = DEFAULT_UPDATE_CONFIG,
  kind: 'update' | 'rollback',
): UpdateConfig {
  checkCount(config.parallelism, `${kind}-parallelism`);
  checkDuration(config.delayMs, `${kind}-delay`);
  checkDuration(config.monitorMs, `${kind}-monitor`);
  checkDuration(config.progressDeadlineMs, `${kind}-progress-deadline`);
  demand(
    config.maxFailureRatio >= 0 && config.maxFailureRatio <= 1,
    `${kind}-max-failure-ratio`,
    'must be from 0 to 1',
    config.maxFailureRatio,
  );
  demand(
    kind === 'update' || config.failureAction !== 'rollback',
    'rollback-failure-action',
    'must be pause or continue: a rollback has nothing to roll back to',
    config.failureAction,
  );
  return config;
}

/** What holds for the rollout that is asked for. */
export function configOf(spec: ServiceSpec, isRollback: boolean): UpdateConfig {
  return (isRollback ? spec.rollback : spec.update) ?? DEFAULT_UPDATE_CONFIG;
}
