/**
 * From what should stand and what stands to the commands that make one of the other, as lines for `ip -batch` and
 * `bridge -batch`. Pure, and the same plan may be carried out twice. Bridges are the engine's to make; what they
 * are joined to, and who is where, is planned here.
 */
import { type FoundLink, type FoundOverlay, portsOf } from './found-links.js';
import { bridgeOf, isOurBridge, isOurVxlan, isOurWireGuard, vxlanOf } from './network-names.js';
import type { WantedNetwork } from './wanted-networks.js';

/** Carried out in this order; between adding and removing, the rules are changed that send traffic there. */
export interface OverlayPlan {
  readonly links: readonly string[];
  /** Of containers, which may end meanwhile and take theirs with them. */
  readonly ports: readonly string[];
  /** For `bridge -batch`. */
  readonly addRemotes: readonly string[];
  readonly addNeighbours: readonly string[];
  readonly removeNeighbours: readonly string[];
  /** For `bridge -batch`. */
  readonly removeRemotes: readonly string[];
  readonly forgetLearnt: readonly string[];
}

type Table = ReadonlyMap<string, string>;

const EMPTY: Table = new Map();
/** Of IPv6; the route to the tunnels' addresses names the one that packets are sent from. */
const ANY_ADDRESS = '::';

/**
 * The engine has made the bridges of those that stand (by network id); a bridge that is missing was removed by somebody, and is made again
 * with what was plugged into it (`bridgeByPort`, as seen before).
 */
export function planOverlay(
  all: readonly WantedNetwork[],
  standing: ReadonlySet<string>,
  found: FoundOverlay,
  bridgeByPort: ReadonlyMap<string, string> = EMPTY,
): OverlayPlan {
  const { linkByName } = found;
  const wanted = all.filter(({ network }) => standing.has(network.networkId));
  const bridges = new Set(wanted.map(({ bridge }) => bridge));
  const unplugged = [...bridgeByPort].filter(
    ([port, bridge]) => bridges.has(bridge) && linkByName.get(port)?.master === '',
  );
  const good = new Set(
    all.filter((each) => isTunnelOf(each, linkByName.get(each.vxlan))).map(({ vxlan }) => vxlan),
  );
  const bad = [...linkByName.keys()].filter((name) => isOurVxlan(name) && !good.has(name));
  const isEncrypting = all.some(({ network }) => network.encrypted);
  const idle = isEncrypting ? [] : [...linkByName.values()].filter(isOurWireGuard).map(({ name }) => name);
  const links = [
    // First, for they may hold numbers that others are to have.
    ...[...bad, ...idle].map((name) => `link del dev ${name}`),
    ...idleBridges(all, linkByName).map((name) => `link del dev ${name}`),
    ...wanted.flatMap((network) => [...planBridge(network, linkByName), ...planTunnel(network, linkByName)]),
  ];
  const ports = [
    ...unplugged.map(([port, bridge]) => `link set dev ${port} master ${bridge}`),
    ...unplugged.map(([port]) => `link set dev ${port} type bridge_slave hairpin on`),
    ...portsOf(linkByName)
      .filter(({ isHairpin }) => !isHairpin)
      .map(({ name }) => `link set dev ${name} type bridge_slave hairpin on`),
  ];
  // A device that is made anew begins with nothing.
  const onDevice = (tables: ReadonlyMap<string, Table>, network: WantedNetwork): Table =>
    good.has(network.vxlan) ? (tables.get(network.vxlan) ?? EMPTY) : EMPTY;
  const remotes = wanted.map((network) => {
    const { missing, extra } = difference(network.remotes, onDevice(found.remotes, network));
    const { vxlan } = network;
    return {
      add: missing.map(([mac, node]) => `fdb replace ${mac} dev ${vxlan} dst ${node}`),
      remove: extra.map(([mac, node]) => `fdb del ${mac} dev ${vxlan} dst ${node}`),
      // The bridge has learnt by itself that they are behind the tunnel, and believes it for minutes. An address that
      // is given to a container of this node meanwhile would not be reached until that one speaks.
      forget: extra.length === 0 ? [] : [`link set dev ${vxlan} type bridge_slave fdb_flush`],
    };
  });
  const neighbours = wanted.map((network) => {
    const { missing, extra } = difference(network.neighbours, onDevice(found.neighbours, network));
    const { vxlan } = network;
    return {
      add: missing.map(
        ([address, mac]) => `neigh replace ${address} lladdr ${mac} dev ${vxlan} nud permanent`,
      ),
      remove: extra.map(([address]) => `neigh del ${address} dev ${vxlan}`),
    };
  });
  return {
    links,
    ports,
    addRemotes: remotes.flatMap(({ add }) => add),
    addNeighbours: neighbours.flatMap(({ add }) => add),
    removeNeighbours: neighbours.flatMap(({ remove }) => remove),
    removeRemotes: remotes.flatMap(({ remove }) => remove),
    forgetLearnt: remotes.flatMap(({ forget }) => forget),
  };
}

/** Of no network, with nothing plugged in: an engine leaves those behind that were removed and made again. */
function idleBridges(
  all: readonly WantedNetwork[],
  linkByName: ReadonlyMap<string, FoundLink>,
): readonly string[] {
  const wanted = new Set(all.map(({ bridge }) => bridge));
  const used = new Set(
    [...linkByName.values()].filter(({ name }) => !isOurVxlan(name)).map(({ master }) => master),
  );
  return [...linkByName.keys()].filter((name) => isOurBridge(name) && !wanted.has(name) && !used.has(name));
}

/**
 * What is found, but for what stands of these networks and of the tunnels: they cannot be brought up to date now, and go
 * on as they are.
 */
export function withoutPaused(found: FoundOverlay, networkIds: readonly string[]): FoundOverlay {
  if (networkIds.length === 0) return found;
  const names = new Set(networkIds.flatMap((id) => [bridgeOf(id), vxlanOf(id)]));
  const others = [...found.linkByName].filter(([name, link]) => !names.has(name) && !isOurWireGuard(link));
  return { ...found, linkByName: new Map(others) };
}

/** What stands once the plan was carried out. */
export function afterPlan(wanted: readonly WantedNetwork[], found: FoundOverlay): FoundOverlay {
  return {
    linkByName: found.linkByName,
    remotes: new Map(wanted.map(({ vxlan, remotes }) => [vxlan, remotes])),
    neighbours: new Map(wanted.map(({ vxlan, neighbours }) => [vxlan, neighbours])),
  };
}

function planBridge(wanted: WantedNetwork, linkByName: ReadonlyMap<string, FoundLink>): readonly string[] {
  const { bridge, hardwareAddress, network } = wanted;
  const link = linkByName.get(bridge);
  const mtu = mtuOf(wanted, linkByName);
  const { gateway, subnet, gateway6, subnet6 } = network;
  const own = [
    [gateway, subnet],
    [gateway6, subnet6],
  ] as const;
  const missing = own.filter(([address]) => address !== '' && link?.addresses.includes(address) !== true);
  return [
    ...(link === undefined ? [`link add ${bridge} type bridge`] : []),
    ...(link?.hardwareAddress === hardwareAddress
      ? []
      : [`link set dev ${bridge} address ${hardwareAddress}`]),
    ...(link?.mtu === mtu ? [] : [`link set dev ${bridge} mtu ${mtu}`]),
    ...missing.map(([address, within]) => `addr replace ${address}${prefixOf(within)} dev ${bridge}`),
    ...(link?.isUp === true ? [] : [`link set dev ${bridge} up`]),
  ];
}

/** "10.0.0.0/24" → "/24". */
function prefixOf(subnet: string): string {
  return subnet.slice(subnet.indexOf('/'));
}

/**
 * Never less than what stands: containers keep the size they began with, and what they send in one piece would be lost
 * without a word. So when a node joins whose way is narrower, the others go on among themselves as before.
 */
function mtuOf(wanted: WantedNetwork, linkByName: ReadonlyMap<string, FoundLink>): number {
  const link = linkByName.get(wanted.vxlan);
  return isTunnelOf(wanted, link) && isPlugged(wanted, link) ? Math.max(link.mtu, wanted.mtu) : wanted.mtu;
}

function planTunnel(wanted: WantedNetwork, linkByName: ReadonlyMap<string, FoundLink>): readonly string[] {
  const { vxlan, bridge, localAddress, network } = wanted;
  const link = linkByName.get(vxlan);
  const mtu = mtuOf(wanted, linkByName);
  const plugIn = `link set dev ${vxlan} mtu ${mtu} master ${bridge} up`;
  if (isTunnelOf(wanted, link)) return isPlugged(wanted, link) && link.mtu === mtu ? [] : [plugIn];
  const { vxlanId, dataPathPort, encrypted } = network;
  const unsummed = encrypted ? ' udp6zerocsumtx udp6zerocsumrx' : '';
  const local = encrypted ? ANY_ADDRESS : localAddress;
  const tunnel = `type vxlan id ${vxlanId} dstport ${dataPathPort} local ${local} nolearning proxy${unsummed}`;
  return [`link add ${vxlan} ${tunnel}`, plugIn];
}

function isTunnelOf(
  { network, localAddress }: WantedNetwork,
  link: FoundLink | undefined,
): link is FoundLink {
  const tunnel = link?.tunnel;
  return (
    tunnel?.id === network.vxlanId &&
    tunnel.port === network.dataPathPort &&
    tunnel.local === (network.encrypted ? '' : localAddress) &&
    tunnel.isUnsummed === network.encrypted &&
    tunnel.isProxy &&
    !tunnel.isLearning
  );
}

function isPlugged({ bridge }: WantedNetwork, link: FoundLink): boolean {
  return link.master === bridge && link.isUp;
}

function difference(
  wanted: Table,
  found: Table,
): { readonly missing: readonly [string, string][]; readonly extra: readonly [string, string][] } {
  return {
    missing: [...wanted].filter(([key, value]) => found.get(key) !== value),
    // One that has another value is replaced.
    extra: [...found].filter(([key]) => !wanted.has(key)),
  };
}
