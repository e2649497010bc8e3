/**
 * WireGuard as encrypted networks use it: what a device says of itself, and the addresses inside its tunnels. Pure.
 *
 * Every key has an address of its own inside the tunnels, which follows from the key: nobody gives it, and what
 * a peer may send from is settled with the key. A node whose keys change has two keys for a while, with two devices,
 * and both of its addresses work; so which one is used is decided by each sender alone, at once and for itself.
 */
import type { TunnelKey } from '../../../proto/gen/objects.js';
import { addressText, parseAddress, parseSubnet } from '../../../proto/model/address.js';
import type { NetworkState } from './network-state.js';

/** All addresses inside tunnels (a unique local prefix, RFC 4193). */
export const TUNNEL_SUBNET = 'fd5c:77a6:d16f:e1a::/64';
const PREFIX = parseSubnet(TUNNEL_SUBNET)?.base.value ?? 0n;
const HOST_BYTES = 8;
const DEVICE_FIELDS = 4;
const LAST_PORT = 65_535;

export type Slot = 0 | 1;

/** A key pair of this node, in the device of its slot. */
export interface OwnKey {
  readonly slot: Slot;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly madeAtMs: number;
}

/** What one of this node's devices does now. */
export interface FoundWireGuard {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly port: number;
  /** By public key. */
  readonly peers: ReadonlyMap<string, FoundPeer>;
}

export interface FoundPeer {
  /** "address:port", as packets of it came last. */
  readonly endpoint: string;
  /** What it may send from. */
  readonly addresses: string;
  /** When both agreed on keys last; 0: never. Repeated every two minutes while it answers. */
  readonly handshakeAtMs: number;
  readonly keepaliveSeconds: number;
}

/** A node with which this one shares an encrypted network. */
export interface TunnelPeer {
  readonly nodeId: string;
  readonly dataAddress: string;
  /** Newest last. */
  readonly keys: readonly TunnelKey[];
}

/** What encrypted networks travel in. */
export interface TunnelPlace {
  /** The largest packet inside the tunnel, bytes. */
  readonly mtu: number;
  /** Node → where inside the tunnel its packets are sent to. */
  readonly addressByNode: ReadonlyMap<string, string>;
  /** While the next key is not in use yet. */
  readonly keyChange?: KeyChange | undefined;
}

/** A key of this node that is to follow the present one. */
export interface KeyChange {
  readonly madeAtMs: number;
  /** Nodes that answer, and have not yet answered to it. */
  readonly waitsFor: readonly string[];
}

/** Where packets for the owner of the key go inside the tunnel. */
export function addressOfKey(publicKey: string): string {
  const bytes = Buffer.from(publicKey, 'base64').subarray(0, HOST_BYTES);
  let host = 0n;
  for (const byte of bytes) host = (host << 8n) | BigInt(byte);
  return addressText({ family: 6, value: PREFIX | host });
}

/** Whether it is a key as WireGuard writes one: 32 bytes in base64. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text);
}

/** From `wg show DEVICE dump`: a line of the device, then one of each peer, fields between tabs. */
export function readWireGuard(dump: string): FoundWireGuard {
  const [device = [], ...peers] = dump
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const [privateKey = '', publicKey = '', port = ''] = device.slice(0, DEVICE_FIELDS);
  return {
    privateKey,
    publicKey,
    port: Number(port),
    peers: new Map(
      peers.map((fields) => {
        const [key = '', , endpoint = '', addresses = '', handshake = '', , , keepalive = ''] = fields;
        const peer: FoundPeer = {
          endpoint,
          addresses,
          handshakeAtMs: (Number(handshake) || 0) * 1000,
          keepaliveSeconds: Number(keepalive) || 0,
        };
        return [key, peer];
      }),
    ),
  };
}

/**
 * Nodes that are on one of this node's encrypted networks, and have keys. What a node says that makes no sense is left out:
 * a device refuses all that it is told together, and others shall not be without tunnels for it.
 */
export function tunnelPeers(state: NetworkState, ownId: string): readonly TunnelPeer[] {
  const ids = new Set(
    [...state.endpoints.values()]
      .filter(({ networkId }) => state.networks.get(networkId)?.encrypted === true)
      .map(({ nodeId }) => nodeId),
  );
  ids.delete(ownId);
  return [...ids].flatMap((nodeId) => {
    const { dataAddress = '', tunnelKeys = [] } = state.peers.get(nodeId) ?? {};
    const keys = tunnelKeys.filter(
      ({ publicKey, port }) => isKey(publicKey) && port > 0 && port <= LAST_PORT,
    );
    const isReachable = parseAddress(dataAddress) !== undefined;
    return isReachable && keys.length > 0 ? [{ nodeId, dataAddress, keys }] : [];
  });
}

/**
 * Where each peer is reached through the device: at its newest key that has answered there, and where none has, at its
 * oldest, which it gives up last.
 */
export function addressesOfPeers(
  peers: readonly TunnelPeer[],
  sending: FoundWireGuard | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    peers.flatMap(({ nodeId, keys }): [string, string][] => {
      const answered = keys.findLast(({ publicKey }) => sending?.peers.get(publicKey)?.handshakeAtMs);
      const chosen = answered ?? keys[0];
      return chosen === undefined ? [] : [[nodeId, addressOfKey(chosen.publicKey)]];
    }),
  );
}
