/**
 * What a user may ask of a node.
 */
import type { NodeSpec } from '../gen/objects.js';
import { checkDuration, checkLabels } from './input-check.js';
import { demand } from './refusal.js';

/** Shorter, and a node that starts again would find itself removed. */
export const SHORTEST_AUTO_REMOVE_MS = 60_000;

/** Throws input.invalid; role and availability have no wrong values. */
export function validateNodeSpec(spec: NodeSpec): NodeSpec {
  checkLabels(spec.labels, 'label');
  checkAutoRemove(spec.autoRemoveAfterMs);
  return spec;
}

function checkAutoRemove(afterMs: number): void {
  checkDuration(afterMs, 'auto-remove');
  demand(
    afterMs === 0 || afterMs >= SHORTEST_AUTO_REMOVE_MS,
    'auto-remove',
    'must be at least 1m, or 0 for never',
    `${afterMs}ms`,
  );
}
