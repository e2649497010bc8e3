/**
 * What the end of a stream to another member means, and how long to wait before the next attempt.
 */
import { hasCode } from '../../../proto/base/errors.js';

export type PeerFailure =
  | { readonly kind: 'lost' }
  /** Nobody listens there: the machine answers, and its program is not there. */
  | { readonly kind: 'gone' }
  /** It told us not to speak with it; `isFinal` unless that may pass by itself. */
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly isFinal: boolean;
      readonly isRemoval: boolean;
    };

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 1_000;
/** Of what only a person can mend. */
const REFUSED_DELAY_MS = 5_000;

export function judgePeerFailure(error: unknown): PeerFailure {
  if (hasCode(error, 'peer.refused'))
    return {
      kind: 'refused',
      reason: error.message,
      isFinal: error.facts.kind !== 'unknown',
      isRemoval: error.facts.kind === 'removed',
    };
  const isRefusal =
    hasCode(error, 'certificate.refused') ||
    hasCode(error, 'auth.denied') ||
    hasCode(error, 'node.removed') ||
    hasCode(error, 'format.unknown');
  if (isRefusal) return { kind: 'refused', reason: error.message, isFinal: true, isRemoval: false };
  return hasCode(error, 'manager.unreachable') && /ECONNREFUSED|ECONNRESET/.test(error.facts.reason)
    ? { kind: 'gone' }
    : { kind: 'lost' };
}

/** After so many failures in a row; the first attempt after a stream that stood is made at once. */
export function nextPeerDelayMs(failure: PeerFailure, failuresInARow: number, fraction: number): number {
  if (failure.kind === 'refused' && failure.isFinal) return REFUSED_DELAY_MS;
  if (failuresInARow === 0) return 0;
  const boundMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failuresInARow - 1));
  return boundMs * (0.5 + fraction / 2);
}
