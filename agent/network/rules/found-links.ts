/**
 * What the kernel says stands: read from the JSON of `ip` and `bridge`. Pure. What does not concern overlay
 * networks is left out; what is not as expected is taken for missing, and is then made anew.
 */
import { isOurBridge, isOurVxlan } from './network-names.js';

export interface FoundLink {
  readonly name: string;
  /** A note that whoever made it left on it. */
  readonly alias: string;
  /** The kernel's number of it: a device that was made again has another. */
  readonly index: number;
  readonly hardwareAddress: string;
  readonly mtu: number;
  readonly isUp: boolean;
  /** The bridge that it is plugged into; empty: none. */
  readonly master: string;
  /** Without the length of the prefix. */
  readonly addresses: readonly string[];
  /** Of a port of a bridge: whether what came from it may go back to it. */
  readonly isHairpin: boolean;
  /** Of a VXLAN device. */
  readonly tunnel: FoundTunnel | undefined;
}

export interface FoundTunnel {
  readonly id: number;
  readonly port: number;
  /** Empty: any. */
  readonly local: string;
  /** Packets without checksums are sent and taken: what is in a tunnel of WireGuard needs none. */
  readonly isUnsummed: boolean;
  readonly isProxy: boolean;
  readonly isLearning: boolean;
}

export interface FoundOverlay {
  readonly linkByName: ReadonlyMap<string, FoundLink>;
  /** VXLAN device → hardware address → data address. */
  readonly remotes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** VXLAN device → address → hardware address. */
  readonly neighbours: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

/** From `ip -j -d addr show`. */
export function readLinks(json: unknown): ReadonlyMap<string, FoundLink> {
  return new Map(listOf(json).map((each) => [text(each['ifname']), readLink(each)]));
}

/** From `bridge -j fdb show`. */
export function readRemotes(json: unknown): FoundOverlay['remotes'] {
  const remotes = new Map<string, Map<string, string>>();
  for (const each of listOf(json)) {
    const [device, hardwareAddress, destination] = [
      text(each['ifname']),
      text(each['mac']),
      text(each['dst']),
    ];
    if (isOurVxlan(device) && destination !== '') put(remotes, device, hardwareAddress, destination);
  }
  return remotes;
}

/** From `ip -j neigh show nud permanent`. */
export function readNeighbours(json: unknown): FoundOverlay['neighbours'] {
  const neighbours = new Map<string, Map<string, string>>();
  for (const each of listOf(json)) {
    const [device, address, hardwareAddress] = [text(each['dev']), text(each['dst']), text(each['lladdr'])];
    if (isOurVxlan(device) && hardwareAddress !== '') put(neighbours, device, address, hardwareAddress);
  }
  return neighbours;
}

/** Containers' ends of the cables in our bridges. */
export function portsOf(links: ReadonlyMap<string, FoundLink>): readonly FoundLink[] {
  return [...links.values()].filter(({ name, master }) => isOurBridge(master) && !isOurVxlan(name));
}

function readLink(each: Json): FoundLink {
  const info = record(each['linkinfo']);
  const slave = record(info['info_slave_data']);
  return {
    name: text(each['ifname']),
    alias: text(each['ifalias']),
    index: number(each['ifindex']),
    hardwareAddress: text(each['address']),
    mtu: number(each['mtu']),
    isUp: listOfText(each['flags']).includes('UP'),
    master: text(each['master']),
    addresses: listOf(each['addr_info']).map(({ local }) => text(local)),
    isHairpin: slave['hairpin'] === true,
    tunnel: info['info_kind'] === 'vxlan' ? readTunnel(record(info['info_data'])) : undefined,
  };
}

function readTunnel(data: Json): FoundTunnel {
  return {
    id: number(data['id']),
    port: number(data['port']),
    local: text(data['local']) === '' ? text(data['local6']) : text(data['local']),
    isUnsummed: data['udp_zero_csum6_tx'] === true && data['udp_zero_csum6_rx'] === true,
    isProxy: data['proxy'] === true,
    isLearning: data['learning'] === true,
  };
}

function put(into: Map<string, Map<string, string>>, device: string, key: string, value: string): void {
  const known = into.get(device) ?? new Map<string, string>();
  into.set(device, known.set(key, value));
}

function listOf(json: unknown): readonly Json[] {
  return Array.isArray(json) ? json.map(record) : [];
}

function listOfText(json: unknown): readonly string[] {
  return Array.isArray(json) ? json.map(text) : [];
}

function record(json: unknown): Json {
  return typeof json === 'object' && json !== null ? { ...json } : {};
}

function text(json: unknown): string {
  return typeof json === 'string' ? json : '';
}

function number(json: unknown): number {
  return typeof json === 'number' ? json : 0;
}
