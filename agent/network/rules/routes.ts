/**
 * The subnets a host has routes to, from what `ip -j route` says: no overlay network may overlap one of them.
 */
import { contains, parseSubnet, type Subnet, subnetText } from '../../../proto/model/address.js';
import { isOurBridge, isOurVxlan } from './network-names.js';
import { TUNNEL_SUBNET } from './wireguard.js';

/** The widest are told; a host that knows all routes of the Internet has some million. */
const MOST_ROUTES = 1_000;
/** Each link has these of its own, or they are nobody's; the last one is that of the cluster's tunnels. */
const LOCAL = [
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
  TUNNEL_SUBNET,
].flatMap((text) => parseSubnet(text) ?? []);

/** Without those that lie in another; in the order of their numbers. Throws when the text is no JSON. */
export function routesOf(...outputs: readonly string[]): readonly string[] {
  const subnets = outputs.flatMap((output) => entriesOf(output)).flatMap((entry) => subnetOf(entry) ?? []);
  const widestFirst = subnets.toSorted((a, b) => a.prefixBits - b.prefixBits);
  const kept = new Map<string, Subnet>();
  for (const subnet of widestFirst) {
    if (kept.size >= MOST_ROUTES) break;
    if (!wider(subnet).some((text) => kept.has(text))) kept.set(subnetText(subnet), subnet);
  }
  return [...kept.values()].toSorted(compare).map(subnetText);
}

function entriesOf(output: string): readonly unknown[] {
  const parsed: unknown = output.trim() === '' ? [] : JSON.parse(output);
  return Array.isArray(parsed) ? parsed : [];
}

function subnetOf(entry: unknown): Subnet | undefined {
  const { dst, dev } = entry as { readonly dst?: unknown; readonly dev?: unknown };
  if (typeof dst !== 'string' || dst === 'default') return undefined;
  if (typeof dev === 'string' && isOwnDevice(dev)) return undefined;
  const bits = dst.includes(':') ? 128 : 32;
  const subnet = parseSubnet(dst.includes('/') ? dst : `${dst}/${bits}`);
  if (subnet === undefined || subnet.prefixBits === 0) return undefined;
  return LOCAL.some((local) => contains(local, subnet.base)) ? undefined : subnet;
}

/** The cluster's own bridges, their tunnels, and the loopback. */
function isOwnDevice(name: string): boolean {
  return name === 'lo' || isOurBridge(name) || isOurVxlan(name);
}

/** The subnet itself and every one that it lies in, as text. */
function wider({ base, prefixBits }: Subnet): readonly string[] {
  const bits = base.family === 4 ? 32 : 128;
  return Array.from({ length: prefixBits }, (_, at) => {
    const hostBits = BigInt(bits - at - 1);
    const value = (base.value >> hostBits) << hostBits;
    return subnetText({ base: { family: base.family, value }, prefixBits: at + 1 });
  });
}

function compare(a: Subnet, b: Subnet): number {
  if (a.base.family !== b.base.family) return a.base.family - b.base.family;
  if (a.base.value !== b.base.value) return a.base.value < b.base.value ? -1 : 1;
  return a.prefixBits - b.prefixBits;
}
