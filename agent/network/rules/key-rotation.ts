/**
 * When a node's tunnel key gives way to the next. Pure. The next key has a device of its own beside the present one's;
 * packets are sent through it once every node that answers has shown, by a handshake, that it knows the key; and
 * the old one stays until whoever still sends to it has heard. So no packet meets a node that cannot read it.
 */
import type { FoundWireGuard, OwnKey } from './wireguard.js';

/** Docker Swarm's. By the wall clock: it outlives the process. */
export const KEY_LIFETIME_MS = 12 * 3_600_000;
/** Others send to the newest key that has answered; they look every few seconds. */
export const OVERLAP_MS = 30_000;
/** A peer that answers agrees on keys again every two minutes (WireGuard's REKEY_AFTER_TIME), and a try takes some seconds. */
export const SILENT_AFTER_MS = 180_000;

export interface Rotation {
  /** One, or two while they change; newest last. */
  readonly keys: readonly OwnKey[];
  /** When packets were first sent with the newest of two, by the monotonic clock; undefined: they are not yet. */
  readonly switchedAtMs: number | undefined;
}

export type RotationStep = 'none' | 'make' | 'switch' | 'retire';

/** What the keys' devices show. */
export interface Signs {
  /** In the order of the keys; undefined: it does not stand. */
  readonly found: readonly (FoundWireGuard | undefined)[];
  /** Peers that do not answer the oldest, by public key. */
  readonly silent: ReadonlySet<string>;
}

export interface Instant {
  /** By the wall clock, which may jump. */
  readonly nowMs: number;
  readonly monotonicMs: number;
}

/** The next step that is due. */
export function rotationStep(
  { keys, switchedAtMs }: Rotation,
  signs: Signs,
  { nowMs, monotonicMs }: Instant,
): RotationStep {
  const [oldest, newest] = keys;
  if (oldest === undefined) return 'make';
  if (newest === undefined) return nowMs - oldest.madeAtMs >= KEY_LIFETIME_MS ? 'make' : 'none';
  if (switchedAtMs === undefined) return waitedFor(signs)?.length === 0 ? 'switch' : 'none';
  return monotonicMs - switchedAtMs >= OVERLAP_MS ? 'retire' : 'none';
}

/** The key that packets are sent with. */
export function sendingKey({ keys, switchedAtMs }: Rotation): OwnKey | undefined {
  return switchedAtMs === undefined ? keys[0] : keys.at(-1);
}

/**
 * The peers, by public key, that answer at the old device and have not yet answered at the new one. Undefined while one of
 * them is gone, or no change is under way: nothing is known then.
 */
export function waitedFor({ found: [before, after], silent }: Signs): readonly string[] | undefined {
  if (before === undefined || after === undefined) return undefined;
  return [...before.peers.keys()].filter(
    (publicKey) => !silent.has(publicKey) && !after.peers.get(publicKey)?.handshakeAtMs,
  );
}

/**
 * Which peers do not answer: those that made no handshake while they were watched for long enough. When a handshake was is
 * not believed: a device that was made again has seen none, and after the clock was set, or the host slept, all are old.
 */
export class PeerSilence {
  #watchedByKey: ReadonlyMap<string, { readonly handshakeAtMs: number; readonly sinceMs: number }> =
    new Map();

  /** Takes in what the device says now; returns the public keys of those that are silent. */
  look(found: FoundWireGuard | undefined, monotonicMs: number): ReadonlySet<string> {
    const before = this.#watchedByKey;
    this.#watchedByKey = new Map(
      [...(found?.peers ?? [])].map(([publicKey, { handshakeAtMs }]) => {
        const watched = before.get(publicKey);
        const isUnchanged = watched?.handshakeAtMs === handshakeAtMs;
        return [publicKey, isUnchanged ? watched : { handshakeAtMs, sinceMs: monotonicMs }];
      }),
    );
    const silent = [...this.#watchedByKey].filter(
      ([, { sinceMs }]) => monotonicMs - sinceMs >= SILENT_AFTER_MS,
    );
    return new Set(silent.map(([publicKey]) => publicKey));
  }
}
