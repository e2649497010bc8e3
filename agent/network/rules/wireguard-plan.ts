/**
 * From this node's tunnel keys and the nodes it shares encrypted networks with to what its WireGuard devices must be
 * told. Pure, and only differences: a peer that is told of again loses packets meanwhile.
 */
import { TUNNEL_PORTS } from '../../../proto/model/network.js';
import type { FoundLink } from './found-links.js';
import { isOurWireGuard, keyNote, wireGuardOf } from './network-names.js';
import { type OwnPlace, vxlanOverhead } from './wanted-networks.js';
import {
  addressOfKey,
  type FoundPeer,
  type FoundWireGuard,
  type OwnKey,
  TUNNEL_SUBNET,
  type TunnelPeer,
} from './wireguard.js';

export interface WantedWireGuard {
  readonly device: string;
  readonly key: OwnKey;
  /** UDP. */
  readonly port: number;
  /** This node's address inside the tunnels of this key. */
  readonly address: string;
  readonly mtu: number;
  /** By public key. */
  readonly peers: ReadonlyMap<string, WantedPeer>;
}

export interface WantedPeer {
  readonly endpoint: string;
  readonly address: string;
}

/** The node's own, to the others. */
type Way = Pick<OwnPlace, 'dataMtu' | 'dataAddress'>;

/** Keeps ways through firewalls open, and makes handshakes without traffic: that is how it is seen who knows a key. */
const KEEPALIVE_SECONDS = 10;
/** What WireGuard and the headers around it take, bytes, by what the nodes speak to each other. */
const OVERHEAD_IPV4 = 60;
const OVERHEAD_IPV6 = 80;
/** IPv6, which is spoken inside, asks for no less (RFC 8200). */
const LEAST_MTU = 1280;
const SILENT_AFTER_MS = 180_000;

/**
 * What the tunnels carry where the narrowest way between the nodes carries so much, bytes. One that is too narrow is that
 * node's problem: this one's tunnels to the others stand, and what goes there is sent in pieces.
 */
export function tunnelMtu(own: Way, narrowest: number): number {
  const problem = narrowProblem(own);
  if (problem !== '') throw new Error(problem);
  return Math.max(LEAST_MTU, narrowest - overhead(own.dataAddress));
}

/** Why the node's interface to the others carries no tunnels; empty when it does. */
export function narrowProblem(own: Way): string {
  const needed = LEAST_MTU + overhead(own.dataAddress);
  if (own.dataMtu >= needed) return '';
  return `the interface to the other nodes carries packets of ${own.dataMtu} bytes, and encrypted networks need ${needed}: raise its mtu`;
}

/** What is around each packet of an encrypted network, bytes: VXLAN, which speaks IPv6 inside, and the tunnel. */
export function encryptedOverhead(dataAddress: string): number {
  return vxlanOverhead('::') + overhead(dataAddress);
}

function overhead(dataAddress: string): number {
  return dataAddress.includes(':') ? OVERHEAD_IPV6 : OVERHEAD_IPV4;
}

export function wantedWireGuard(
  nodeId: string,
  key: OwnKey,
  mtu: number,
  peers: readonly TunnelPeer[],
): WantedWireGuard {
  return {
    device: wireGuardOf(nodeId, key.slot),
    key,
    port: TUNNEL_PORTS[key.slot],
    address: addressOfKey(key.publicKey),
    mtu,
    peers: new Map(
      peers.flatMap(({ dataAddress, keys }) =>
        keys.map(({ publicKey, port }): [string, WantedPeer] => {
          const host = dataAddress.includes(':') ? `[${dataAddress}]` : dataAddress;
          return [publicKey, { endpoint: `${host}:${port}`, address: addressOfKey(publicKey) }];
        }),
      ),
    ),
  };
}

/** For `wg addconf`; empty when the device has all of it. */
export function wireGuardConfig(
  { key, port, peers }: WantedWireGuard,
  found: FoundWireGuard | undefined,
  nowMs: number,
): string {
  const isDevice = found?.privateKey === key.privateKey && found.port === port;
  const device = isDevice ? [] : ['[Interface]', `PrivateKey = ${key.privateKey}`, `ListenPort = ${port}`];
  const missing = [...peers].filter(([publicKey, peer]) => !isPeer(peer, found?.peers.get(publicKey), nowMs));
  return [
    ...device,
    ...missing.flatMap(([publicKey, { endpoint, address }]) => [
      '[Peer]',
      `PublicKey = ${publicKey}`,
      `Endpoint = ${endpoint}`,
      `AllowedIPs = ${address}/128`,
      `PersistentKeepalive = ${KEEPALIVE_SECONDS}`,
    ]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** One that answers from another address than it was said to have is left alone: WireGuard follows it. */
function isPeer({ endpoint, address }: WantedPeer, found: FoundPeer | undefined, nowMs: number): boolean {
  return (
    found?.addresses === `${address}/128` &&
    found.keepaliveSeconds === KEEPALIVE_SECONDS &&
    (found.endpoint === endpoint || nowMs - found.handshakeAtMs < SILENT_AFTER_MS)
  );
}

/** Public keys that the device is to forget. */
export function surplusPeers(
  { peers }: WantedWireGuard,
  found: FoundWireGuard | undefined,
): readonly string[] {
  return [...(found?.peers.keys() ?? [])].filter((publicKey) => !peers.has(publicKey));
}

/** Our devices besides those, in the lines for `ip -batch`. */
export function surplusDevices(
  nodeId: string,
  wanted: readonly WantedWireGuard[],
  linkByName: ReadonlyMap<string, FoundLink>,
): readonly string[] {
  // One whose making was cut short has no note yet.
  const own = new Set([wireGuardOf(nodeId, 0), wireGuardOf(nodeId, 1)]);
  return [...linkByName.values()]
    .filter((link) => isOurWireGuard(link) || own.has(link.name))
    .filter(({ name }) => !wanted.some(({ device }) => device === name))
    .map(({ name }) => `link del dev ${name}`);
}

/** Lines for `ip -batch`; a device that was made just now has no link yet. */
export function planDevice(
  { device, address, mtu, key }: WantedWireGuard,
  link: FoundLink | undefined,
): readonly string[] {
  const isThere = link?.addresses.includes(address) === true;
  const alias = keyNote(key.madeAtMs);
  const isSet = link?.mtu === mtu && link.isUp && link.alias === alias;
  return [
    ...(isThere ? [] : [`addr replace ${address}/128 dev ${device} nodad`]),
    ...(isSet ? [] : [`link set dev ${device} mtu ${mtu} up alias ${alias}`]),
  ];
}

/** Everything inside the tunnels goes through the device, from its address. Empty when the routes have it. */
export function planRoute({ device, address }: WantedWireGuard, routes: unknown): readonly string[] {
  const isThere =
    Array.isArray(routes) &&
    routes.some((each: unknown) => {
      const { dst, dev, prefsrc } = { ...(each as Readonly<Record<string, unknown>>) };
      return dst === TUNNEL_SUBNET && dev === device && prefsrc === address;
    });
  return isThere ? [] : [`route replace ${TUNNEL_SUBNET} dev ${device} src ${address}`];
}
