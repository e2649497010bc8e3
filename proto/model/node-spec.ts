/**
 * What a user may ask of a node.
 */
import type { NodeSpec } from '../gen/objects.js';
import { checkLabels } from './input-check.js';

/** Throws input.invalid; role and availability have no wrong values. */
export function validateNodeSpec(spec: NodeSpec): NodeSpec {
  checkLabels(spec.labels, 'label');
  return spec;
}
