/**
 * When a node's tunnel key gives way to the next. Pure. The next key has a device of its own beside the present one's;
 * packets are sent through it once every node that answers has shown, by a handshake, that it knows the key; and
 * the old one stays until whoever still sends to it has heard. So no packet meets a node that cannot read it.
 */
import type { FoundWireGuard, OwnKey } from './wireguard.js';

/** Docker Swarm's. */
export const KEY_LIFETIME_MS = 12 * 3_600_000;
/** Others send to the newest key that has answered; they look every few seconds. */
export const OVERLAP_MS = 30_000;
/** A peer that answers agrees on keys again every two minutes (WireGuard's REKEY_AFTER_TIME), and a try takes some seconds. */
const SILENT_AFTER_MS = 180_000;

export interface Rotation {
  /** One, or two while they change; newest last. */
  readonly keys: readonly OwnKey[];
  /** When packets were first sent with the newest of two; undefined: they are not yet. */
  readonly switchedAtMs: number | undefined;
}

export type RotationStep = 'none' | 'make' | 'switch' | 'retire';

/** The next step that is due; `found` are the devices of the keys, in their order. */
export function rotationStep(
  { keys, switchedAtMs }: Rotation,
  found: readonly (FoundWireGuard | undefined)[],
  nowMs: number,
): RotationStep {
  const [oldest, newest] = keys;
  if (oldest === undefined) return 'make';
  if (newest === undefined) return nowMs - oldest.madeAtMs >= KEY_LIFETIME_MS ? 'make' : 'none';
  if (switchedAtMs === undefined) return isKnown(found[0], found[1], nowMs) ? 'switch' : 'none';
  return nowMs - switchedAtMs >= OVERLAP_MS ? 'retire' : 'none';
}

/** The key that packets are sent with. */
export function sendingKey({ keys, switchedAtMs }: Rotation): OwnKey | undefined {
  return switchedAtMs === undefined ? keys[0] : keys.at(-1);
}

/** Whether every peer that answers at the old device has answered at the new one. */
function isKnown(
  before: FoundWireGuard | undefined,
  after: FoundWireGuard | undefined,
  nowMs: number,
): boolean {
  if (after === undefined) return false;
  return [...(before?.peers ?? [])].every(
    ([publicKey, { handshakeAtMs }]) =>
      nowMs - handshakeAtMs > SILENT_AFTER_MS || (after.peers.get(publicKey)?.handshakeAtMs ?? 0) > 0,
  );
}
