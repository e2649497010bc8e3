/**
 * What a user may ask of the cluster as a whole. Fields are called as the flags of `swarm init` and
 * `swarm update` are.
 */
import type { ClusterSpec } from '../gen/objects.js';
import { checkDuration, checkLabels } from './input-check.js';
import { demand } from './refusal.js';

const HOUR_MS = 3_600_000;
/** Six heartbeats decide that a node is down: below this a slip of the unit, or a pause of a machine, empties nodes. */
const LEAST_HEARTBEAT_MS = 500;
const MOST_HISTORY = 2 ** 31 - 1;

/** Throws input.invalid for the first thing that is wrong; the placement strategy has no wrong values. */
export function validateClusterSpec(spec: ClusterSpec): ClusterSpec {
  checkLabels(spec.labels, 'label');
  const { heartbeatPeriodMs, nodeCertificateValidityMs, taskHistoryLimit } = spec;
  demand(
    heartbeatPeriodMs >= LEAST_HEARTBEAT_MS && heartbeatPeriodMs <= HOUR_MS,
    'dispatcher-heartbeat',
    `must be from ${LEAST_HEARTBEAT_MS}ms to 1h`,
    `${heartbeatPeriodMs}ms`,
  );
  checkDuration(nodeCertificateValidityMs, 'cert-expiry');
  demand(
    nodeCertificateValidityMs >= HOUR_MS,
    'cert-expiry',
    'must be at least 1h',
    `${nodeCertificateValidityMs}ms`,
  );
  demand(
    Number.isSafeInteger(taskHistoryLimit) && Math.abs(taskHistoryLimit) <= MOST_HISTORY,
    'task-history-limit',
    `must be a whole number, at most ${MOST_HISTORY}; a negative one keeps all`,
    taskHistoryLimit,
  );
  return spec;
}
