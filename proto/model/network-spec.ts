/**
 * Checks for what a user may ask of a network. Whether its subnets fit beside those of other networks and beside
 * what nodes have routes to is for the control API.
 */
import type { NetworkSpec, SubnetSpec } from '../gen/objects.js';
import {
  type Address,
  addressText,
  contains,
  isSameAddress,
  overlaps,
  parseAddress,
  parseSubnet,
  type Subnet,
} from './address.js';
import { checkLabels, checkName } from './input-check.js';
import { demand, refuse } from './refusal.js';

/** The one network that carries traffic of published ports has this name; no other network may. */
export const INGRESS_NETWORK_NAME = 'ingress';
/** Of networks that an engine has by itself, and so no overlay network can have on it. */
export const ENGINE_NETWORK_NAMES: readonly string[] = ['host', 'none', 'bridge', 'docker_gwbridge'];

const ENCRYPTED_OPTION = 'encrypted';
const MTU_OPTION = 'com.docker.network.driver.mtu';
/** What every host passes on in one piece (RFC 791, RFC 8200); with more than 9000 bytes nobody's hardware does. */
const LEAST_MTU = { 4: 576, 6: 1280 } as const;
const MOST_MTU = 9000;
/** Of IPv4 at least six addresses; an IPv6 subnet that is larger could not be kept account of. */
const PREFIX_BITS = { 4: { least: 8, most: 29 }, 6: { least: 64, most: 120 } } as const;
/** Of an attachable network; enough for four nodes. */
const MOST_SHARED_PREFIX_BITS = 26;
/** At least one that is left when those of subnet and gateways are taken out. */
const LEAST_IN_RANGE = 4;
const ADDRESS_BITS = { 4: 32, 6: 128 } as const;

/** Networks here are all of one driver. Throws input.invalid for any other. */
export function checkNetworkDriver(driver: string): void {
  const isOfOneNode = ['bridge', 'host', 'none', 'macvlan', 'ipvlan'].includes(driver);
  demand(
    driver === 'overlay',
    'driver',
    isOfOneNode
      ? 'must be overlay: networks of the cluster reach over its nodes, and this one is of a single node. Leave --driver out, or make it with the engine of that node'
      : 'must be overlay, which is what it is when --driver is left out',
    driver,
  );
}

/** Throws input.invalid or not-supported for the first thing that is wrong; returns it with what its driver options say. */
export function validateNetworkSpec(spec: NetworkSpec): NetworkSpec {
  checkNetworkName(spec);
  checkLabels(spec.labels, 'label');
  checkKind(spec);
  const options = readOptions(spec);
  checkSubnets(spec);
  return { ...spec, ...options };
}

function checkNetworkName({ name, ingress }: NetworkSpec): void {
  checkName(name);
  const wanted = name.toLowerCase();
  demand(
    !ENGINE_NETWORK_NAMES.includes(wanted),
    'name',
    'is that of a network every engine has; choose another',
    name,
  );
  demand(
    ingress || wanted !== INGRESS_NETWORK_NAME,
    'name',
    'is kept for the network of published ports; choose another, or add --ingress',
    name,
  );
}

function checkKind({ ingress, attachable, internal }: NetworkSpec): void {
  if (!ingress) return;
  demand(
    !attachable,
    'ingress',
    'does not go with --attachable: only tasks with published ports are attached to it',
  );
  demand(
    !internal,
    'ingress',
    'does not go with --internal: what it is for is traffic from outside the cluster',
  );
}

function readOptions(spec: NetworkSpec): Pick<NetworkSpec, 'encrypted' | 'mtu'> {
  let { encrypted, mtu } = spec;
  for (const [key, value] of Object.entries(spec.driverOptions)) {
    if (key === ENCRYPTED_OPTION) encrypted = readSwitch(value);
    else if (key === MTU_OPTION) mtu = readMtu(value);
    else refuse('opt', `is not known; the options are ${ENCRYPTED_OPTION} and ${MTU_OPTION}`, key);
  }
  const least = spec.ipv6 ? LEAST_MTU[6] : LEAST_MTU[4];
  demand(
    mtu === 0 || (mtu >= least && mtu <= MOST_MTU),
    'opt',
    `${MTU_OPTION} must be from ${least} to ${MOST_MTU} bytes${spec.ipv6 ? ' on a network with IPv6' : ''}`,
    mtu,
  );
  return { encrypted, mtu };
}

function readSwitch(value: string): boolean {
  demand(
    ['', 'true', 'false'].includes(value),
    'opt',
    `${ENCRYPTED_OPTION} must be true or false`,
    `${ENCRYPTED_OPTION}=${value}`,
  );
  return value !== 'false';
}

function readMtu(value: string): number {
  demand(/^[1-9]\d{0,5}$/.test(value), 'opt', `${MTU_OPTION} must be a number of bytes`, value);
  return Number(value);
}

function checkSubnets({ subnets, ipv6, attachable }: NetworkSpec): void {
  const families = new Set<number>();
  for (const each of subnets) {
    const { base } = checkSubnet(each);
    demand(!families.has(base.family), 'subnet', `there can be one of IPv${base.family} only`, each.subnet);
    families.add(base.family);
    demand(base.family === 4 || ipv6, 'subnet', 'of IPv6 needs --ipv6', each.subnet);
    if (attachable && base.family === 4) checkCanBeShared(each);
  }
  checkPairs(subnets);
}

/** The n-th address of the IPv4 subnet goes with the n-th of the IPv6 range: there must be some of both. */
function checkPairs(subnets: readonly SubnetSpec[]): void {
  const read = subnets.map(({ subnet, range }) => ({
    of: parseSubnet(subnet),
    part: parseSubnet(range || subnet),
    range,
  }));
  const ipv4 = read.find(({ of }) => of?.base.family === 4);
  const ipv6 = read.find(({ of }) => of?.base.family === 6);
  if (ipv4?.of === undefined || ipv4.part === undefined || ipv6?.part === undefined) return;
  const offset = ipv4.part.base.value - ipv4.of.base.value;
  const count = 1n << BigInt(ADDRESS_BITS[6] - ipv6.part.prefixBits);
  demand(
    offset + BigInt(LEAST_IN_RANGE) <= count,
    'ip-range',
    `begins at address ${offset} of its subnet, which goes with address ${offset} of those of IPv6, and of these there are ${count}; give a larger subnet or range of IPv6, or an earlier range of IPv4`,
    ipv4.range,
  );
}

function checkSubnet({ subnet: text, range, gateway }: SubnetSpec): Subnet {
  const subnet = readSubnet(text, 'subnet');
  const { least, most } = PREFIX_BITS[subnet.base.family];
  demand(
    subnet.prefixBits >= least && subnet.prefixBits <= most,
    'subnet',
    `of IPv${subnet.base.family} must have a prefix of ${least} to ${most} bits`,
    text,
  );
  demand(!isSpecial(subnet), 'subnet', 'is for loopback, link-local or multicast addresses', text);
  if (range !== '') {
    const part = readSubnet(range, 'ip-range');
    demand(
      part.prefixBits >= subnet.prefixBits && contains(subnet, part.base),
      'ip-range',
      `must lie in the subnet ${text}`,
      range,
    );
    const mostBits = ADDRESS_BITS[part.base.family] - Math.log2(LEAST_IN_RANGE);
    demand(
      part.prefixBits <= mostBits,
      'ip-range',
      `must have at least ${LEAST_IN_RANGE} addresses, so a prefix of at most ${mostBits} bits`,
      range,
    );
  }
  if (gateway !== '') checkGateway(gateway, subnet, text);
  return subnet;
}

/** Half of it is cut into blocks for the nodes. */
function checkCanBeShared({ subnet, range }: SubnetSpec): void {
  const [field, text] = range === '' ? (['subnet', subnet] as const) : (['ip-range', range] as const);
  demand(
    (parseSubnet(text)?.prefixBits ?? 0) <= MOST_SHARED_PREFIX_BITS,
    field,
    `of an attachable network must have a prefix of at most ${MOST_SHARED_PREFIX_BITS} bits, as half of its addresses are for containers that are no tasks, node by node`,
    text,
  );
}

function checkGateway(text: string, subnet: Subnet, subnetText: string): void {
  const gateway = parseAddress(text) ?? refuse('gateway', 'must be an IP address', text);
  demand(contains(subnet, gateway), 'gateway', `must lie in the subnet ${subnetText}`, text);
  const isEdge = isSameAddress(gateway, subnet.base) || isSameAddress(gateway, lastOf(subnet));
  demand(!isEdge, 'gateway', `must not be the first or the last address of ${subnetText}`, text);
}

/** A well-formed subnet: "address/bits" with nothing behind the prefix. Throws input.invalid. */
export function readSubnet(text: string, field: string): Subnet {
  const subnet =
    parseSubnet(text) ?? refuse(field, 'must be ADDRESS/BITS, for example 10.1.0.0/24 or fd00:1::/64', text);
  const first = addressText(firstOf(subnet));
  demand(
    addressText(subnet.base) === first,
    field,
    `has address bits behind its prefix; write ${first}/${subnet.prefixBits}`,
    text,
  );
  return subnet;
}

function firstOf({ base, prefixBits }: Subnet): Address {
  const hostBits = BigInt(ADDRESS_BITS[base.family] - prefixBits);
  return { family: base.family, value: (base.value >> hostBits) << hostBits };
}

function lastOf({ base, prefixBits }: Subnet): Address {
  const hostBits = BigInt(ADDRESS_BITS[base.family] - prefixBits);
  return { family: base.family, value: base.value | ((1n << hostBits) - 1n) };
}

const SPECIAL = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
  '::/64',
  'fe80::/10',
  'ff00::/8',
];

/** Whether its addresses mean something else to every host (RFC 6890). */
function isSpecial(subnet: Subnet): boolean {
  return SPECIAL.some((text) => {
    const special = parseSubnet(text);
    return special !== undefined && overlaps(special, subnet);
  });
}
