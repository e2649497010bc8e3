/**
 * From heartbeats to node states: when is a node still there, when is it down? Knows nothing of streams;
 * the caller says when it heard last and whether a session is open.
 */
import type { NodeState } from '../../../proto/gen/objects.js';

/** What is known of a node in this leader's term; instants are of the time in which the leader listened. */
export type Presence =
  /** A session is open. */
  | { readonly kind: 'session'; readonly lastBeatMs: number }
  /** Its session has ended. */
  | { readonly kind: 'gone'; readonly lastBeatMs: number; readonly endedAtMs: number }
  /** Not heard of in this term, or never. */
  | { readonly kind: 'unheard'; readonly sinceMs: number };

export interface Verdict {
  readonly state: NodeState;
  readonly message: string;
  /** When to judge again if nothing is heard until then; undefined once the node is down. */
  readonly checkAtMs: number | undefined;
}

/** Heartbeats that may be missed. */
export const GRACE_BEATS = 3;
// After a change of leader nodes must find the new one first.
const GRACE_FACTOR_UNHEARD = 2;

/** Heartbeat period of a cluster that says nothing else. */
export const DEFAULT_PERIOD_MS = 5_000;

export function judgePresence(presence: Presence, periodMs: number, nowMs: number): Verdict {
  const graceMs = periodMs * GRACE_BEATS;
  switch (presence.kind) {
    case 'session':
      return until(presence.lastBeatMs + graceMs, nowMs, { state: 'ready', message: '' }, FAILURE);
    case 'gone': {
      const downAtMs = presence.lastBeatMs + graceMs;
      // An agent that restarts is back before a period has passed; nobody need hear of it.
      const disconnectedAtMs = Math.min(presence.endedAtMs + periodMs, downAtMs);
      if (nowMs < disconnectedAtMs) return { state: 'ready', message: '', checkAtMs: disconnectedAtMs };
      return until(downAtMs, nowMs, { state: 'disconnected', message: 'its session ended' }, FAILURE);
    }
    case 'unheard': {
      const downAtMs = presence.sinceMs + graceMs * GRACE_FACTOR_UNHEARD;
      return until(downAtMs, nowMs, { state: 'unknown', message: UNHEARD }, FAILURE_UNHEARD);
    }
  }
}

const FAILURE = 'heartbeat failure';
const FAILURE_UNHEARD = 'heartbeat failure for node in "unknown" state';
const UNHEARD = 'not heard of since this leader began';

function until(
  downAtMs: number,
  nowMs: number,
  before: Pick<Verdict, 'state' | 'message'>,
  failure: string,
): Verdict {
  return nowMs < downAtMs
    ? { ...before, checkAtMs: downAtMs }
    : { state: 'down', message: failure, checkAtMs: undefined };
}
