/**
 * From heartbeats to node states: when is a node still there, when is it suspected, when is it down? Knows
 * nothing of streams; the caller says when it heard last and whether a session is open.
 */
import type { NodeState } from '../../../proto/gen/objects.js';

/** What is known of a node in this leader's term; instants are of the time in which the leader listened. */
export type Presence =
  /** A session is open. */
  | ({ readonly kind: 'session' } & Beat)
  /** Its session has ended. */
  | ({ readonly kind: 'gone'; readonly endedAtMs: number } & Beat)
  /** Not heard of in this term, or never. */
  | { readonly kind: 'unheard'; readonly sinceMs: number };

export interface Beat {
  readonly lastBeatMs: number;
  /** The period of the cluster at that beat: until the next one the agent goes by it, if it is the longer one. */
  readonly beatPeriodMs: number;
}

export interface Verdict {
  readonly state: NodeState;
  readonly message: string;
  /** When to judge again if nothing is heard until then; undefined once the node is down. */
  readonly checkAtMs: number | undefined;
}

/** So many beats missed make a node suspect: it is given nothing new and keeps what it has. */
export const SUSPECT_BEATS = 3;
/**
 * So many make it down: its tasks are replaced. A host without power and an agent that is starved are silent
 * alike, so the limit lies beyond the stalls that healthy containers outlive. Under a new leader, too, by then
 * a node has had the time to find it.
 */
export const DOWN_BEATS = 6;

/** Heartbeat period of a cluster that says nothing else. */
export const DEFAULT_PERIOD_MS = 5_000;

export function judgePresence(presence: Presence, presentPeriodMs: number, nowMs: number): Verdict {
  const periodMs =
    presence.kind === 'unheard' ? presentPeriodMs : Math.max(presentPeriodMs, presence.beatPeriodMs);
  const downAtMs = silentFromMs(presence) + periodMs * DOWN_BEATS;
  if (nowMs >= downAtMs) return { state: 'down', message: failureOf(presence), checkAtMs: undefined };
  if (presence.kind === 'unheard') return { state: 'unknown', message: UNHEARD, checkAtMs: downAtMs };
  const suspectAtMs = presence.lastBeatMs + periodMs * SUSPECT_BEATS;
  // An agent that restarts is back before a period has passed; nobody need hear of it.
  const isGone = presence.kind === 'gone';
  const doubtAtMs = isGone ? Math.min(presence.endedAtMs + periodMs, suspectAtMs) : suspectAtMs;
  if (nowMs < doubtAtMs) return { state: 'ready', message: '', checkAtMs: doubtAtMs };
  const message = isGone ? 'its session ended' : suspicion(periodMs);
  return { state: 'disconnected', message, checkAtMs: downAtMs };
}

const UNHEARD = 'not heard of since this leader began';

function silentFromMs(presence: Presence): number {
  return presence.kind === 'unheard' ? presence.sinceMs : presence.lastBeatMs;
}

function failureOf({ kind }: Presence): string {
  return kind === 'unheard' ? 'heartbeat failure for node in "unknown" state' : 'heartbeat failure';
}

function suspicion(periodMs: number): string {
  const [silentS, downS] = [SUSPECT_BEATS, DOWN_BEATS].map((beats) => (beats * periodMs) / 1000);
  return `no heartbeat for ${silentS} s; its tasks are replaced after ${downS} s`;
}
