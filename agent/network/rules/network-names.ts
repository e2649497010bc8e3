/**
 * What an overlay network is called on a node: in the engine, and in the kernel, whose names have 15 bytes.
 */

import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';

/** The engine's networks of ours carry the overlay network's id under it. */
export const NETWORK_ID_LABEL = 'io.swarmd.network.id';
const BRIDGE_PREFIX = 'sw-';
const VXLAN_PREFIX = 'vx-';
const ID_CHARACTERS = 12;
const WIREGUARD_PREFIX = 'wg-';
const NODE_ID_CHARACTERS = 10;
const KEY_NOTE_PREFIX = 'swarmd-key-';
const KEY_NOTE = new RegExp(`^${KEY_NOTE_PREFIX}(\\d{1,15})$`);

/** Before every other name that an engine takes. */
const FIRST = '0---';

/**
 * What an engine calls it. What a container sends elsewhere goes over the first of its networks by name (Docker:
 * "in lexical order"), and a datagram it answers with has its address there. Where its ports are published it must be
 * the network that clients come over, or they would not know the answer.
 */
export function engineNameOf({ name, ingress }: Pick<OverlayNetwork, 'name' | 'ingress'>): string {
  return ingress ? `${FIRST}${name}` : name;
}

/** The bridge to which the node's containers on the network are plugged. */
export function bridgeOf(networkId: string): string {
  return `${BRIDGE_PREFIX}${networkId.slice(0, ID_CHARACTERS)}`;
}

/** The device through which the bridge reaches those of the other nodes. */
export function vxlanOf(networkId: string): string {
  return `${VXLAN_PREFIX}${networkId.slice(0, ID_CHARACTERS)}`;
}

/** Others have devices that begin so, too ("vx-100", "sw-lan"): ours go on with the beginning of an id. */
const OUR_BRIDGE = new RegExp(`^${BRIDGE_PREFIX}[0-9a-z]{${ID_CHARACTERS}}$`);
const OUR_VXLAN = new RegExp(`^${VXLAN_PREFIX}[0-9a-z]{${ID_CHARACTERS}}$`);

export function isOurBridge(link: string): boolean {
  return OUR_BRIDGE.test(link);
}

export function isOurVxlan(link: string): boolean {
  return OUR_VXLAN.test(link);
}

/**
 * The device of one of the node's two tunnel keys, or (`*`) a pattern of both. With the node's name in it: the sockets by
 * which a userspace WireGuard is spoken to lie in one folder for all network namespaces of a machine.
 */
export function wireGuardOf(nodeId: string, slot: 0 | 1 | '*'): string {
  return `${WIREGUARD_PREFIX}${nodeId.slice(0, NODE_ID_CHARACTERS)}-${slot}`;
}

/** The note (alias) on the device of a key that was made then. */
export function keyNote(madeAtMs: number): string {
  return `${KEY_NOTE_PREFIX}${madeAtMs}`;
}

/** When the device's key was made, as its note says; undefined: it does not. */
export function keyMadeAtMs(alias: string): number | undefined {
  const digits = KEY_NOTE.exec(alias)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Users have tunnels of their own, and call them "wg-home-0": ours are known by the note, whichever node's they were. */
export function isOurWireGuard({ alias }: { readonly alias: string }): boolean {
  return keyMadeAtMs(alias) !== undefined;
}
