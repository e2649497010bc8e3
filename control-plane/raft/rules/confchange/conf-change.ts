/**
 * What kind of step a configuration change is. A change of version 1 is one of version 2 with a single change.
 */
import type { ConfChange, ConfChangeSingle, ConfChangeV2 } from '../types.js';

export type ConfChangeStep =
  | { readonly kind: 'simple'; readonly changes: readonly ConfChangeSingle[] }
  | {
      readonly kind: 'enter-joint';
      readonly autoLeave: boolean;
      readonly changes: readonly ConfChangeSingle[];
    }
  | { readonly kind: 'leave-joint' };

/** What a leader proposes to leave a joint configuration. */
export const LEAVE_JOINT: ConfChangeV2 = {
  version: 2,
  transition: 'auto',
  changes: [],
  context: undefined,
};

export function asVersion2(change: ConfChange): ConfChangeV2 {
  if (change.version === 2) {
    return change;
  }
  return {
    version: 2,
    transition: 'auto',
    changes: [{ type: change.type, nodeId: change.nodeId }],
    context: change.context,
  };
}

export function stepOf(change: ConfChange): ConfChangeStep {
  const { transition, changes } = asVersion2(change);
  if (transition === 'auto' && changes.length === 0) {
    return { kind: 'leave-joint' };
  }
  if (transition === 'auto' && changes.length === 1) {
    return { kind: 'simple', changes };
  }
  return { kind: 'enter-joint', autoLeave: transition !== 'joint-explicit', changes };
}
