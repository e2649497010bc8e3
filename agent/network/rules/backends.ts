/**
 * Who serves what, as a node knows it: the backends behind each service's own address and each port published on
 * every node. Pure.
 */
import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';
import type { PortSpec } from '../../../proto/gen/objects.js';
import { parseAddress } from '../../../proto/model/address.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';

export type Family = 'ip' | 'ip6';
export const FAMILIES: readonly Family[] = ['ip', 'ip6'];

/** An address of a service, and the addresses behind it; always of one family. */
export interface VirtualAddress {
  readonly bridge: string;
  readonly address: string;
  readonly family: Family;
  readonly backends: readonly string[];
  /** Of the rules that pick one of them. */
  readonly chain: string;
}

export interface PublishedPort {
  readonly port: PortSpec;
  /** Those that clients can come by; one, where the port is bound to one address. */
  readonly families: readonly Family[];
  readonly backends: Readonly<Record<Family, readonly string[]>>;
  readonly chain: string;
}

/** A port on this node, as the holder of its socket names it. */
export function portKey({ protocol, publishedPort, hostIp }: PortSpec): string {
  return `${hostIp === '' ? '' : `${hostIp} . `}${protocol} . ${publishedPort}`;
}

export function ingressNetwork(state: NetworkState): OverlayNetwork | undefined {
  return [...state.networks.values()].find(({ ingress }) => ingress);
}

/** Every port that is published on every node, once. */
export function ingressPorts(state: NetworkState): readonly PortSpec[] {
  const ports = [...state.services.values()].flatMap((service) => service.ports);
  return [...new Map(ports.map((port) => [portKey(port), port])).values()];
}

export function virtualAddresses(state: NetworkState): readonly VirtualAddress[] {
  const backends = backendsByService(state);
  return [...state.services.values()].flatMap((service) => {
    const { networkId, serviceId, mode, address, address6 } = service;
    if (mode !== 'vip' || !state.networks.has(networkId)) return [];
    const bridge = bridgeOf(networkId);
    const serving = backends.get(`${networkId}/${serviceId}`) ?? NOBODY;
    return FAMILIES.map((family) => ({
      bridge,
      address: family === 'ip' ? address : address6,
      family,
      backends: serving[family],
      chain: `${family}-${bridge}-${serviceId}`,
    })).filter((each) => each.address !== '');
  });
}

/** Those whose sockets are held on this node. */
export function publishedPorts(state: NetworkState, held: ReadonlySet<string>): readonly PublishedPort[] {
  const backends = backendsByService(state);
  const byKey = new Map<string, PublishedPort>();
  for (const { networkId, serviceId, ports } of state.services.values()) {
    for (const port of ports) {
      const key = portKey(port);
      if (!held.has(key)) continue;
      const families = port.hostIp === '' ? FAMILIES : [familyOf(port.hostIp)];
      const chain = `port-${key.replaceAll(' . ', '-').replaceAll(':', '_')}`;
      byKey.set(key, {
        port,
        families,
        chain,
        backends: backends.get(`${networkId}/${serviceId}`) ?? NOBODY,
      });
    }
  }
  return [...byKey.values()];
}

type Backends = PublishedPort['backends'];

const NOBODY: Backends = { ip: [], ip6: [] };

/** "network id/service id" → its tasks that serve, in the order of their addresses' texts. */
function backendsByService(state: NetworkState): ReadonlyMap<string, Backends> {
  const byService = new Map<string, { ip: string[]; ip6: string[] }>();
  for (const { networkId, serviceId, taskId, serving, address, address6 } of state.endpoints.values()) {
    if (taskId === '' || !serving) continue;
    const key = `${networkId}/${serviceId}`;
    const backends = byService.get(key) ?? { ip: [], ip6: [] };
    if (address !== '') backends.ip.push(address);
    if (address6 !== '') backends.ip6.push(address6);
    byService.set(key, backends);
  }
  for (const { ip, ip6 } of byService.values()) {
    ip.sort();
    ip6.sort();
  }
  return byService;
}

export function familyOf(address: string): Family {
  return parseAddress(address)?.family === 6 ? 'ip6' : 'ip';
}
