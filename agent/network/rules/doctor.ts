/**
 * What is wrong with the overlay networks of a node, each fault with its mend, from what the node was told, what its
 * kernel says and what was tried. Pure; reading and trying are done elsewhere. A check that lacks its facts is
 * silent: what cannot be known is no fault.
 */
import { overlaps, parseSubnet } from '../../../proto/model/address.js';
import { TUNNEL_PORTS } from '../../../proto/model/network.js';

export type CheckName =
  | 'abilities'
  | 'links'
  | 'forwarding'
  | 'neighbours'
  | 'balancing'
  | 'names'
  | 'settings'
  | 'reach'
  | 'keys'
  | 'mtu'
  | 'subnets'
  | 'clock'
  | 'offload';

export interface Finding {
  readonly check: CheckName;
  /** What is wrong, with names and figures. */
  readonly fault: string;
  /** What to do about it. */
  readonly mend: string;
}

/** Key → value, for example hardware address → node; of one device. */
export type Entries = ReadonlyMap<string, string>;

/** One network as it should stand on the node. */
export interface ToldNetwork {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly bridge: string;
  readonly tunnel: string;
  readonly tunnelId: number;
  readonly subnets: readonly string[];
  readonly mtu: number;
  /** What is around each of its packets between the nodes. */
  readonly overheadBytes: number;
  /** Hardware address → data address of the node where it is. */
  readonly remotes: Entries;
  /** Address → hardware address. */
  readonly neighbours: Entries;
}

export interface FoundDevice {
  readonly isUp: boolean;
  readonly mtu: number;
  readonly master: string;
  /** Of a tunnel: its VXLAN id. */
  readonly tunnelId: number | undefined;
}

/** What was tried with another node over one network. */
export interface PeerTrial {
  readonly network: string;
  readonly peer: string;
  readonly dataAddress: string;
  readonly isEncrypted: boolean;
  /** A small packet came there, and its answer back. */
  readonly isReached: boolean;
  /** The same with one as large as the network carries. */
  readonly isLargeReached: boolean;
}

export interface DoctorFacts {
  /** Why the node cannot take part at all (NodeNetworking.problem). */
  readonly problem: string;
  /** What swarmd could not do for its networks when it tried last; empty when it could. */
  readonly trouble: string;
  readonly dataMtu: number;
  /** UDP. */
  readonly dataPathPort: number;
  /** Of the interface with the data address; empty where there is none. */
  readonly dataInterface: string;
  readonly networks: readonly ToldNetwork[];
  readonly devices: ReadonlyMap<string, FoundDevice>;
  readonly remotes: ReadonlyMap<string, Entries>;
  readonly neighbours: ReadonlyMap<string, Entries>;
  /** What the packet filter should list, and what it lists; undefined: it has no table of ours. */
  readonly rules: {
    readonly told: ReadonlySet<string>;
    readonly found: ReadonlySet<string> | undefined;
  };
  /** Why the name server does not listen somewhere, by address. */
  readonly nameFailures: ReadonlyMap<string, string>;
  /** Setting under /proc/sys → its value; those that the kernel lacks are undefined. */
  readonly settings: ReadonlyMap<string, string | undefined>;
  readonly trials: readonly PeerTrial[];
  /** A tunnel key of this node that is not in use yet; undefined: there is none. */
  readonly keyChange:
    | {
        readonly ageMs: number;
        /** Data addresses, by id, of the nodes that answer and have not yet answered to it. */
        readonly waitsFor: Entries;
      }
    | undefined;
  /** Subnets that the host has routes to. */
  readonly routes: readonly string[];
  /** By how much its clock is ahead of the leader's, ms, and how sure that is. */
  readonly clock: { readonly aheadMs: number; readonly withinMs: number } | undefined;
  /** The texts of `ethtool -i` and `ethtool -k` for the data interface; undefined where there is no ethtool. */
  readonly offload: { readonly driver: string; readonly features: string } | undefined;
}

/** More confuses whoever compares logs, and in the end certificates. */
const MOST_CLOCK_DIFFERENCE_MS = 2_000;
/** A change of keys takes seconds where every node hears of it; a peer agrees on keys again every two minutes. */
const KEY_LATE_MS = 300_000;
/** So many of a kind are named in a sentence. */
const MOST_NAMED = 3;
/** Settings that traffic between containers rests on, with the value that will do. */
export const NEEDED_SETTINGS: ReadonlyMap<string, string> = new Map([
  ['net/ipv4/ip_forward', '1'],
  ['net/bridge/bridge-nf-call-iptables', '1'],
]);

/** Everything that is wrong, the causes before what follows from them. */
export function diagnose(facts: DoctorFacts): readonly Finding[] {
  return [
    ...abilities(facts),
    ...trouble(facts),
    ...settings(facts),
    ...subnets(facts),
    ...links(facts),
    ...tables(facts, 'forwarding', facts.remotes, ({ remotes }) => remotes),
    ...tables(facts, 'neighbours', facts.neighbours, ({ neighbours }) => neighbours),
    ...balancing(facts),
    ...names(facts),
    ...mtu(facts),
    ...reach(facts),
    ...keys(facts),
    ...offload(facts),
    ...clock(facts),
  ];
}

const REPAIRED_BY_ITSELF =
  'swarmd mends it within seconds; if it comes back, another program changes it: look at the logs of swarmd';

function abilities({ problem }: DoctorFacts): readonly Finding[] {
  if (problem === '') return [];
  return [{ check: 'abilities', fault: problem, mend: 'mend that; the node looks again every 20 s' }];
}

function trouble({ trouble: said }: DoctorFacts): readonly Finding[] {
  if (said === '') return [];
  return [{ check: 'abilities', fault: said, mend: 'mend that; swarmd tries again every few seconds' }];
}

function settings({ settings: found, networks }: DoctorFacts): readonly Finding[] {
  if (networks.length === 0) return [];
  return [...NEEDED_SETTINGS].flatMap(([name, wanted]): Finding[] => {
    if (!found.has(name) || found.get(name) === wanted) return [];
    const value = found.get(name);
    const dotted = name.replaceAll('/', '.');
    if (value === undefined)
      return [
        { check: 'settings', fault: `the kernel has no ${dotted}`, mend: 'load it: modprobe br_netfilter' },
      ];
    const mend = `sysctl -w ${dotted}=${wanted}, and see that no file in /etc/sysctl.d says otherwise`;
    return [{ check: 'settings', fault: `${dotted} is ${value}, not ${wanted}`, mend }];
  });
}

function subnets({ networks, routes }: DoctorFacts): readonly Finding[] {
  return networks.flatMap(({ name, subnets: own }) =>
    own.flatMap((text): Finding[] => {
      const subnet = parseSubnet(text);
      const clashing = routes.filter((route) => {
        const other = parseSubnet(route);
        return subnet !== undefined && other !== undefined && overlaps(subnet, other);
      });
      if (clashing.length === 0) return [];
      const fault = `network ${name} (${text}) overlaps what this host has routes to: ${some(clashing)}`;
      const mend = `create the network anew with another --subnet, or remove the route`;
      return [{ check: 'subnets', fault, mend }];
    }),
  );
}

function links({ networks, devices }: DoctorFacts): readonly Finding[] {
  return networks.flatMap((network) => {
    const faults = [
      ...deviceFaults(network.bridge, devices.get(network.bridge), network.mtu),
      ...deviceFaults(network.tunnel, devices.get(network.tunnel), network.mtu),
      ...tunnelFaults(network, devices.get(network.tunnel)),
    ];
    return faults.map(
      (fault): Finding => ({
        check: 'links',
        fault: `network ${network.name}: ${fault}`,
        mend: REPAIRED_BY_ITSELF,
      }),
    );
  });
}

function deviceFaults(name: string, device: FoundDevice | undefined, mtu: number): readonly string[] {
  if (device === undefined) return [`there is no device ${name}`];
  return [
    ...(device.isUp ? [] : [`device ${name} is down`]),
    // Larger is how a network goes on that stood before a node with a narrower way joined.
    ...(device.mtu >= mtu ? [] : [`device ${name} has mtu ${device.mtu}, not ${mtu}`]),
  ];
}

function tunnelFaults(
  { bridge, tunnel, tunnelId }: ToldNetwork,
  device: FoundDevice | undefined,
): readonly string[] {
  if (device === undefined) return [];
  return [
    ...(device.master === bridge ? [] : [`device ${tunnel} is not plugged into ${bridge}`]),
    ...(device.tunnelId === tunnelId
      ? []
      : [`device ${tunnel} has VXLAN id ${device.tunnelId ?? 'none'}, not ${tunnelId}`]),
  ];
}

const ENTRY_WORDS = {
  forwarding: 'what the kernel knows of where containers of other nodes are',
  neighbours: 'what the kernel knows of their hardware addresses',
} as const;

function tables(
  { networks }: DoctorFacts,
  check: keyof typeof ENTRY_WORDS,
  found: ReadonlyMap<string, Entries>,
  wantedOf: (network: ToldNetwork) => Entries,
): readonly Finding[] {
  return networks.flatMap((network): Finding[] => {
    const wanted = wantedOf(network);
    const standing = found.get(network.tunnel) ?? new Map<string, string>();
    const missing = [...wanted.keys()].filter((key) => !standing.has(key));
    const wrong = [...wanted].filter(([key, value]) => standing.has(key) && standing.get(key) !== value);
    const surplus = [...standing.keys()].filter((key) => !wanted.has(key));
    const wrongs = wrong.map(([key, value]) => `${key} (should be ${value})`);
    const parts = [
      ...listed('missing', missing),
      ...listed('wrong', wrongs),
      ...listed('left over', surplus),
    ];
    if (parts.length === 0) return [];
    const fault = `network ${network.name}: ${ENTRY_WORDS[check]} is not as the managers say: ${parts.join(', ')}`;
    return [{ check, fault, mend: REPAIRED_BY_ITSELF }];
  });
}

function balancing({ rules: { told, found }, networks }: DoctorFacts): readonly Finding[] {
  if (told.size === 0 || networks.length === 0) return [];
  if (found === undefined)
    return [
      { check: 'balancing', fault: 'the packet filter has no table of swarmd', mend: REPAIRED_BY_ITSELF },
    ];
  const missing = [...told].filter((line) => !found.has(line));
  const surplus = [...found].filter((line) => !told.has(line));
  const parts = [...listed('missing', missing), ...listed('left over', surplus)];
  if (parts.length === 0) return [];
  const fault = `the packet filter is not as the managers say: ${parts.join(', ')}`;
  return [{ check: 'balancing', fault, mend: REPAIRED_BY_ITSELF }];
}

function names({ nameFailures }: DoctorFacts): readonly Finding[] {
  return [...nameFailures].map(
    ([address, reason]): Finding => ({
      check: 'names',
      fault: `names are not answered at ${address}: ${reason}`,
      mend: reason.includes('EADDRINUSE')
        ? 'another program listens on port 53 there: let it listen on its own addresses only (of dnsmasq: bind-dynamic)'
        : 'see whether the bridge with that address stands',
    }),
  );
}

function mtu({ networks, dataMtu, dataInterface }: DoctorFacts): readonly Finding[] {
  return networks.flatMap(({ name, mtu: inside, overheadBytes }): Finding[] => {
    const needed = inside + overheadBytes;
    if (dataMtu === 0 || needed <= dataMtu) return [];
    const fault = `network ${name} has mtu ${inside}, which takes ${needed} bytes outside, and ${dataInterface} carries ${dataMtu}`;
    const mend = `create the network anew without its mtu option, or with at most ${dataMtu - overheadBytes}`;
    return [{ check: 'mtu', fault, mend }];
  });
}

function reach({ trials, dataPathPort }: DoctorFacts): readonly Finding[] {
  // Encrypted networks go another way, through other ports.
  const wayOf = ({ dataAddress, isEncrypted }: PeerTrial): string => `${dataAddress} ${isEncrypted}`;
  const silent = new Map(trials.filter(({ isReached }) => !isReached).map((trial) => [wayOf(trial), trial]));
  const tooLarge = new Map(
    trials
      .filter(({ isReached, isLargeReached }) => isReached && !isLargeReached)
      .map((trial) => [wayOf(trial), trial]),
  );
  return [
    ...[...silent.values()].map(
      ({ network, peer, dataAddress, isEncrypted }): Finding => ({
        check: 'reach',
        fault: `nothing comes back from node ${peer} (${dataAddress}) on network ${network}`,
        mend: isEncrypted
          ? `see that swarmd runs on ${peer} and has tunnel keys (node inspect), and open UDP ports ${TUNNEL_PORTS.join(' and ')} between the nodes, in both directions, and ${dataPathPort} on their interfaces wg-*`
          : `see that swarmd runs on ${peer}, and open UDP port ${dataPathPort} between the nodes, in both directions`,
      }),
    ),
    ...[...tooLarge.values()].map(
      ({ network, peer, dataAddress }): Finding => ({
        check: 'mtu',
        fault: `small packets come through to node ${peer} (${dataAddress}) on network ${network}, large ones do not`,
        mend: 'something between the nodes carries less than their interfaces say: set the mtu of those interfaces to what it carries',
      }),
    ),
  ];
}

/** Until then the key before it goes on, so nothing is cut off: but it gets older than it should. */
function keys({ keyChange }: DoctorFacts): readonly Finding[] {
  if (keyChange === undefined || keyChange.ageMs < KEY_LATE_MS || keyChange.waitsFor.size === 0) return [];
  const minutes = Math.floor(keyChange.ageMs / 60_000);
  const nodes = some([...keyChange.waitsFor].map(([nodeId, address]) => `${nodeId} (${address})`));
  return [
    {
      check: 'keys',
      fault: `the next tunnel key is ${minutes} minutes old and not in use, as it is not answered by node ${nodes}`,
      mend: `open both UDP ports ${TUNNEL_PORTS.join(' and ')} between the nodes, in both directions, and see that swarmd there is ready (node ls)`,
    },
  ];
}

/** Some drivers spoil the checksums of what travels inside a tunnel; then TCP stands still and UDP does not. */
function offload({ offload: found, dataInterface, trials }: DoctorFacts): readonly Finding[] {
  if (found === undefined || trials.length === 0) return [];
  const driver = /^driver:\s*(\S+)/m.exec(found.driver)?.[1] ?? '';
  const feature = 'tx-checksum-ip-generic';
  const isOn = new RegExp(`^\\s*${feature}: on`, 'm').test(found.features);
  if (driver !== 'vmxnet3' || !isOn) return [];
  return [
    {
      check: 'offload',
      fault: `${dataInterface} computes checksums itself (driver ${driver}), which spoils packets of tunnels on some hosts`,
      mend: `if connections stand still: ethtool -K ${dataInterface} ${feature} off, or another --data-path-port`,
    },
  ];
}

function clock({ clock: found }: DoctorFacts): readonly Finding[] {
  if (found === undefined) return [];
  const { aheadMs, withinMs } = found;
  const leastMs = Math.abs(aheadMs) - withinMs;
  if (leastMs < MOST_CLOCK_DIFFERENCE_MS) return [];
  const seconds = (Math.abs(aheadMs) / 1000).toFixed(1);
  const fault = `its clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the leader's`;
  return [{ check: 'clock', fault, mend: 'run a time service on every node, for example chrony' }];
}

function listed(what: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${what} ${some(items)}`];
}

function some(items: readonly string[]): string {
  const named = items.slice(0, MOST_NAMED).join(', ');
  const left = items.length - MOST_NAMED;
  return left > 0 ? `${named} and ${left} more` : named;
}
