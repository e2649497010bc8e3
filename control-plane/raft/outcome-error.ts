/**
 * What the outcome of a proposal or a barrier is called where it ended without success.
 */
import type { Outcome } from './node-effects.js';
import { ReplicatorError } from './replicator.js';

export function errorOf(
  outcome: Exclude<Outcome, { kind: 'applied' }>,
  selfId: number,
  nameOf: (id: number) => string | null,
): ReplicatorError {
  switch (outcome.kind) {
    case 'not-leader': {
      const leader = outcome.leaderId === selfId ? null : nameOf(outcome.leaderId);
      return new ReplicatorError('not-leader', `led by ${leader ?? 'nobody known'}`, { leader });
    }
    case 'disk-full':
      return new ReplicatorError('disk-full', 'the disk has no room for the log', outcome);
    case 'refused':
      return new ReplicatorError('not-leader', 'leadership is being handed over');
    case 'unknown':
      return new ReplicatorError('outcome-unknown', 'leadership was lost before it was committed', outcome);
    case 'stopped':
      return new ReplicatorError('stopped', 'the replicator has stopped', outcome);
  }
}
