/**
 * How traffic finds its backends, as packet filter rules of the node's own namespace: addresses of services, ports
 * published on every node, and the way back that keeps a client's address. Pure. Only backends that serve are
 * listed; connections that stand keep theirs, since the kernel remembers it.
 */
import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';
import {
  type Family,
  familyOf,
  ingressNetwork,
  portKey,
  type PublishedPort,
  publishedPorts,
  type VirtualAddress,
  virtualAddresses,
} from './backends.js';
import {
  ENTER_INTERNAL,
  ENTRY_RULES,
  forwardIsolation,
  inputIsolation,
  outwardKeys,
  PASS_ESTABLISHED,
} from './isolation.js';
import { NAME_PORT } from './name-message.js';
import { tunnelChains } from './tunnel-rules.js';
import { clientRoutes, MARK_BASE, MARK_MASK } from './client-routes.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';
import { type Chain, EMPTY_RULESET, type Ruleset } from './ruleset.js';
import type { WantedNetwork } from './wanted-networks.js';

/** Of a network on this node: its bridge, and how large packets in it may be, bytes. */
export type Carried = Pick<WantedNetwork, 'bridge' | 'mtu'>;

/**
 * The whole table; no networks, no table. `held` are the ports whose sockets this node holds, `carried` what its
 * networks carry.
 */
export function balancingRules(
  state: NetworkState,
  nodeId: string,
  held: ReadonlySet<string>,
  carried: readonly Carried[],
): Ruleset {
  if (state.networks.size === 0) return EMPTY_RULESET;
  const addresses = virtualAddresses(state);
  const ports = publishedPorts(state, held);
  const chains = new Map<string, Chain>([...baseChains(state, carried), ...tunnelChains(state, nodeId)]);
  for (const { chain, family, backends } of addresses)
    chains.set(chain, { hook: '', rules: pick(family, backends, undefined) });
  for (const { chain, families, backends, port } of ports) {
    const rules = families.flatMap((family) => pick(family, backends[family], port.targetPort));
    chains.set(chain, { hook: '', rules });
  }
  return { chains, maps: elementMaps(state, nodeId, addresses, ports) };
}

/** One of them at random; where none is, the packet goes on and is refused. */
function pick(family: Family, backends: readonly string[], port: number | undefined): readonly string[] {
  if (backends.length === 0) return [];
  const [only = ''] = backends;
  const some = backends.map((address, at) => `${at} : ${address}`).join(', ');
  const single = family === 'ip6' && port !== undefined ? `[${only}]` : only;
  const choice = backends.length === 1 ? single : `numgen random mod ${backends.length} map { ${some} }`;
  const protocol = port === undefined ? '' : ' meta l4proto { tcp, udp, sctp }';
  const version = family === 'ip' ? 'ipv4' : 'ipv6';
  return [
    `meta nfproto ${version}${protocol} dnat ${family} to ${choice}${port === undefined ? '' : ` : ${port}`}`,
  ];
}

const TO_THIS_NODE = 'fib daddr type local';

function baseChains(state: NetworkState, carried: readonly Carried[]): readonly (readonly [string, Chain])[] {
  const ingress = ingressNetwork(state);
  const published = [
    'ip daddr . meta l4proto . th dport vmap @address-ports',
    'ip6 daddr . meta l4proto . th dport vmap @address-ports6',
    `${TO_THIS_NODE} meta l4proto . th dport vmap @ports`,
  ];
  // The node's own name server, whatever is published; to its address on a network, from there or from itself.
  const asksNames = (from: string): string =>
    `${from} . ip daddr @name-servers meta l4proto { tcp, udp } th dport ${NAME_PORT}`;
  const toAddress = ['iifname . ip daddr vmap @addresses', 'iifname . ip6 daddr vmap @addresses6'];
  const fromNode = ['ip daddr vmap @node-addresses', 'ip6 daddr vmap @node-addresses6'];
  const chain = (name: string, hook: string, rules: readonly string[]): readonly [string, Chain] => [
    name,
    { hook, rules },
  ];
  return [
    chain('keep-client', 'filter hook prerouting priority -150', keepClient(ingress)),
    chain(FROM_INGRESS, '', fromIngress(ingress)),
    chain('unmark', 'filter hook postrouting priority -150', unmark(ingress)),
    chain('prerouting', 'nat hook prerouting priority -100', [
      ...toAddress,
      `${asksNames('iifname')} return`,
      ...published,
    ]),
    chain('output', 'nat hook output priority -100', [
      ...fromNode,
      `${asksNames('oifname')} return`,
      ...published,
    ]),
    chain('postrouting', 'nat hook postrouting priority 99', masquerade(ingress)),
    chain('input', 'filter hook input priority -1', [
      ...passBetweenNodes(state),
      PASS_ESTABLISHED,
      `${asksNames('iifname')} accept`,
      ...REFUSE_PUBLISHED,
      ...inputIsolation(state),
    ]),
    chain('forward', 'filter hook forward priority -1', [
      // Before what stands: the second packet of a connection tells of segments, too.
      'tcp flags & (syn | rst) == syn jump fit-segments',
      PASS_ESTABLISHED,
      ...REFUSE_UNSERVED,
      ...forwardIsolation(state),
    ]),
    chain('fit-segments', '', carried.flatMap(fitSegments)),
    chain(ENTER_INTERNAL, '', ENTRY_RULES),
    chain(REFUSE, '', ['meta l4proto tcp reject with tcp reset', 'reject']),
    chain('from-node', 'filter hook output priority -1', [...REFUSE_UNSERVED, ...KEEP_WAY]),
  ];
}

/**
 * What is routed back to where it came from, as the answers to clients of other nodes are, makes a kernel tell the
 * sender of a shorter way; the container would take it for all it sends to that client, also by this node. Whether the
 * kernel does is decided by the setting of all interfaces, which is not ours.
 */
const KEEP_WAY = ['icmp type redirect oifname "sw-*" drop', 'icmpv6 type nd-redirect oifname "sw-*" drop'];

/** Names of interfaces are compared last here and in `unmark`: it costs most, and few packets get there. */
function keepClient(ingress: OverlayNetwork | undefined): readonly string[] {
  if (ingress === undefined) return [];
  return [
    `ct mark and ${MARK_MASK} == ${MARK_BASE} ct direction reply iifname "sw-*" meta mark set ct mark`,
    `iifname "${bridgeOf(ingress.networkId)}" goto ${FROM_INGRESS}`,
  ];
}

const FROM_INGRESS = 'from-ingress';

function fromIngress(ingress: OverlayNetwork | undefined): readonly string[] {
  if (ingress === undefined) return [];
  const mark = 'ct mark set ether saddr map @clients';
  return [
    `ct direction original ip saddr != ${ingress.subnet} ${mark}`,
    ...(ingress.subnet6 === '' ? [] : [`ct direction original ip6 saddr != ${ingress.subnet6} ${mark}`]),
    // Published ports on 127.0.0.1 need the kernel to route it here; nobody else may use that.
    'ip daddr 127.0.0.0/8 drop',
  ];
}

/** The mark has done its work with the choice of the route; the packet of the tunnel must not have it. */
function unmark(ingress: OverlayNetwork | undefined): readonly string[] {
  if (ingress === undefined) return [];
  return [
    `meta mark and ${MARK_MASK} == ${MARK_BASE} oifname "${bridgeOf(ingress.networkId)}" meta mark set 0`,
  ];
}

function masquerade(ingress: OverlayNetwork | undefined): readonly string[] {
  return [
    // A task that reaches itself through its service would else answer itself past this node.
    'ip saddr . ip daddr @own masquerade',
    'ip6 saddr . ip6 daddr @own6 masquerade',
    ...(ingress === undefined
      ? []
      : [
          `oifname "${bridgeOf(ingress.networkId)}" ip saddr 127.0.0.0/8 masquerade`,
          // A client that is a node itself would be answered by a backend on it at once, past this node.
          `oifname "${bridgeOf(ingress.networkId)}" ip saddr @nodes masquerade`,
          `oifname "${bridgeOf(ingress.networkId)}" ip6 saddr @nodes6 masquerade`,
        ]),
  ];
}

/** Whoever asks in vain gets a clear no at once, not silence. */
const REFUSE = 'refuse';

/** Of a published port that nobody serves. What costs a look at the routes comes last: few packets get there. */
const REFUSE_PUBLISHED = [
  `meta nfproto . meta l4proto . th dport @unserved ${TO_THIS_NODE} goto ${REFUSE}`,
  `ip daddr . meta l4proto . th dport @unserved-at goto ${REFUSE}`,
  `ip6 daddr . meta l4proto . th dport @unserved-at6 goto ${REFUSE}`,
];

/** Of an address of a service without backends. */
const REFUSE_UNSERVED = [
  `ip daddr @unserved-addresses goto ${REFUSE}`,
  `ip6 daddr @unserved-addresses6 goto ${REFUSE}`,
];

/**
 * Most packets of a node are those that carry its networks, and no other rule for what comes to the node is for them.
 * They are not answered from where they came, so the kernel never calls them established.
 */
function passBetweenNodes(state: NetworkState): readonly string[] {
  const ports = new Set([...state.networks.values()].map(({ dataPathPort }) => dataPathPort));
  return [...ports].map((port) => `udp dport ${port} iifname != "sw-*" accept`);
}

/** What headers of IP and TCP take of a packet, bytes. */
const HEADERS = { ipv4: 40, ipv6: 60 } as const;

/**
 * Containers and devices keep the packet size that they were started with; what the ways between nodes carry may be
 * less by now. Whoever opens a connection is told of segments that fit.
 */
function fitSegments({ bridge, mtu }: Carried): readonly string[] {
  return Object.entries(HEADERS).flatMap(([family, bytes]) =>
    ['iifname', 'oifname'].map(
      (side) =>
        `${side} "${bridge}" meta nfproto ${family} tcp option maxseg size set ${Math.max(1, mtu - bytes)}`,
    ),
  );
}

function elementMaps(
  state: NetworkState,
  nodeId: string,
  addresses: readonly VirtualAddress[],
  ports: readonly PublishedPort[],
): Ruleset['maps'] {
  const set = (keys: readonly string[]): readonly [string, string][] => keys.map((key) => [key, '']);
  const own = [...state.endpoints.values()].filter((each) => each.nodeId === nodeId && each.taskId !== '');
  const twice = (all: readonly string[]): readonly [string, string][] =>
    set(all.filter((address) => address !== '').map((address) => `${address} . ${address}`));
  const unservedOn = (family: Family): readonly PublishedPort[] =>
    ports.filter(({ families, backends }) => families.includes(family) && backends[family].length === 0);
  const everywhere = (family: Family): readonly string[] =>
    unservedOn(family)
      .filter(({ port }) => port.hostIp === '')
      .map(({ port }) => `${family === 'ip' ? 'ipv4' : 'ipv6'} . ${portKey(port)}`);
  // On other addresses another program may have the port.
  const atAddress = (family: Family): readonly string[] =>
    unservedOn(family)
      .filter(({ port }) => port.hostIp !== '')
      .map(({ port }) => portKey(port));
  const clients = clientRoutes(state, nodeId);
  const outward = outwardKeys(state, nodeId);
  const maps: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    ...addressMaps(
      '',
      'ipv4_addr',
      addresses.filter(({ family }) => family === 'ip'),
    ),
    ...addressMaps(
      '6',
      'ipv6_addr',
      addresses.filter(({ family }) => family === 'ip6'),
    ),
    ['ports', 'inet_proto . inet_service : verdict', portElements(ports, undefined)],
    ['address-ports', 'ipv4_addr . inet_proto . inet_service : verdict', portElements(ports, 'ip')],
    ['address-ports6', 'ipv6_addr . inet_proto . inet_service : verdict', portElements(ports, 'ip6')],
    ['unserved', 'nf_proto . inet_proto . inet_service', set([...everywhere('ip'), ...everywhere('ip6')])],
    ['unserved-at', 'ipv4_addr . inet_proto . inet_service', set(atAddress('ip'))],
    ['unserved-at6', 'ipv6_addr . inet_proto . inet_service', set(atAddress('ip6'))],
    ['own', 'ipv4_addr . ipv4_addr', twice(own.map(({ address }) => address))],
    ['own6', 'ipv6_addr . ipv6_addr', twice(own.map(({ address6 }) => address6))],
    ['outward', 'ifname . ipv4_addr', set(outward.ip)],
    ['outward6', 'ifname . ipv6_addr', set(outward.ip6)],
    ['name-servers', 'ifname . ipv4_addr', set(nameServers(state))],
    ['nodes', 'ipv4_addr', set(nodeAddresses(state, 'ip'))],
    ['nodes6', 'ipv6_addr', set(nodeAddresses(state, 'ip6'))],
    ['clients', 'ether_addr : mark', clients.map(({ hardwareAddress, mark }) => [hardwareAddress, mark])],
  ];
  return new Map(maps.map(([name, type, elements]) => [name, { type, elements: new Map(elements) }]));
}

/** "interface . address" of this node on its networks, for questions from there and from the node itself. */
function nameServers(state: NetworkState): readonly string[] {
  return [...state.networks.values()]
    .filter(({ gateway }) => gateway !== '')
    .flatMap(({ networkId, gateway }) => [`${bridgeOf(networkId)} . ${gateway}`, `lo . ${gateway}`]);
}

/** Of the other nodes, where they speak to this one. */
function nodeAddresses(state: NetworkState, family: Family): readonly string[] {
  const addresses = [...state.peers.values()].map(({ dataAddress }) => dataAddress);
  return [...new Set(addresses.filter((each) => each !== '' && familyOf(each) === family))];
}

function addressMaps(
  suffix: string,
  type: string,
  addresses: readonly VirtualAddress[],
): readonly (readonly [string, string, readonly (readonly [string, string])[]])[] {
  const served = addresses.filter(({ backends }) => backends.length > 0);
  const unserved = addresses.filter(({ backends }) => backends.length === 0);
  return [
    [
      `addresses${suffix}`,
      `ifname . ${type} : verdict`,
      served.map(({ bridge, address, chain }) => [`${bridge} . ${address}`, `goto ${chain}`]),
    ],
    [
      `node-addresses${suffix}`,
      `${type} : verdict`,
      served.map(({ address, chain }) => [address, `goto ${chain}`]),
    ],
    [`unserved-addresses${suffix}`, type, unserved.map(({ address }) => [address, ''])],
  ];
}

/** Of one family: those bound to an address; of none: those on every address. */
function portElements(
  ports: readonly PublishedPort[],
  family: Family | undefined,
): readonly (readonly [string, string])[] {
  return ports
    .filter(({ port, families }) => (port.hostIp === '' ? undefined : families[0]) === family)
    .map(({ port, chain }) => [portKey(port), `goto ${chain}`]);
}
