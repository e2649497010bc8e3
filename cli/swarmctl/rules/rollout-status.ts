/**
 * How far a service's rollout is, in Docker's words: what the orchestrator has written of the rollout that
 * is asked for. One that has not begun counts as under way.
 */
import type { RolloutState, Service, ServiceDesired } from '../../../proto/gen/objects.js';
import { isHalted, requestOf } from '../../../proto/model/rollout.js';

export type RolloutStatus = Pick<ServiceDesired, 'state' | 'startedAtMs' | 'completedAtMs' | 'message'>;

/** Undefined for a service that was never rolled out. */
export function rolloutStatus(service: Service | undefined): RolloutStatus | undefined {
  if (service === undefined) return undefined;
  const { number, isRollback } = requestOf(service);
  const { desired, rollout } = service;
  const isKnown = desired !== undefined && desired.state !== 'none' && desired.number === number;
  // A halt that was asked for holds from then on, though it is not written yet.
  if (isKnown && !(rollout?.isPaused === true && !desired.state.endsWith('paused'))) return desired;
  if (number === 0) return undefined;
  const state = stateToBe(isRollback, isHalted(service));
  return { state, startedAtMs: isKnown ? desired.startedAtMs : 0, completedAtMs: 0, message: '' };
}

function stateToBe(isRollback: boolean, isPaused: boolean): RolloutState {
  if (isPaused) return isRollback ? 'rollback-paused' : 'paused';
  return isRollback ? 'rollback-started' : 'updating';
}

/** "rollback_started", as in Docker's API. */
export function rolloutWord(state: RolloutState): string {
  return state.replaceAll('-', '_');
}
