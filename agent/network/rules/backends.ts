/**
 * Who serves what, as a node knows it: the backends behind each service's own address and each port published on
 * every node. Pure.
 */
import type { OverlayEndpoint, OverlayNetwork } from '../../../proto/gen/dispatcher.js';
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
  /** With the target port that the backends listen on. */
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
  const byService = servingByService(state);
  return [...state.services.values()].flatMap((service) => {
    const { networkId, serviceId, address, address6 } = service;
    if (!state.networks.has(networkId)) return [];
    const bridge = bridgeOf(networkId);
    const serving = backendsOf(byService.get(`${networkId}/${serviceId}`) ?? []);
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
  const byService = servingByService(state);
  const byKey = new Map<string, PublishedPort>();
  for (const { networkId, serviceId, ports } of state.services.values()) {
    for (const port of ports) {
      const key = portKey(port);
      if (!held.has(key)) continue;
      const families = port.hostIp === '' ? FAMILIES : [familyOf(port.hostIp)];
      const chain = `port-${key.replaceAll(' . ', '-').replaceAll(':', '_')}`;
      const { targetPort, behind } = behindPort(port, byService.get(`${networkId}/${serviceId}`) ?? []);
      byKey.set(key, { port: { ...port, targetPort }, families, chain, backends: backendsOf(behind) });
    }
  }
  return [...byKey.values()];
}

/** "network id/service id" → its tasks that serve. */
function servingByService(state: NetworkState): ReadonlyMap<string, readonly OverlayEndpoint[]> {
  const byService = new Map<string, OverlayEndpoint[]>();
  for (const endpoint of state.endpoints.values()) {
    const { networkId, serviceId, taskId, serving } = endpoint;
    if (taskId === '' || !serving) continue;
    const key = `${networkId}/${serviceId}`;
    const those = byService.get(key);
    if (those === undefined) byService.set(key, [endpoint]);
    else those.push(endpoint);
  }
  return byService;
}

/** Their addresses, in the order of the texts. */
function backendsOf(endpoints: readonly OverlayEndpoint[]): PublishedPort['backends'] {
  const sorted = (addresses: readonly string[]): readonly string[] =>
    addresses.filter((address) => address !== '').toSorted();
  return {
    ip: sorted(endpoints.map(({ address }) => address)),
    ip6: sorted(endpoints.map(({ address6 }) => address6)),
  };
}

/**
 * Where the port leads to. While a service moves to another target port its tasks listen on either: the port leads
 * to the one that more of them listen on, and of two alike to the new one. Those that do not serve it are left out.
 */
function behindPort(
  port: PortSpec,
  serving: readonly OverlayEndpoint[],
): { readonly targetPort: number; readonly behind: readonly OverlayEndpoint[] } {
  const byTarget = new Map<number, OverlayEndpoint[]>([[port.targetPort, []]]);
  for (const endpoint of serving) {
    const targetPort = targetOf(endpoint, port);
    if (targetPort === undefined) continue;
    const those = byTarget.get(targetPort);
    if (those === undefined) byTarget.set(targetPort, [endpoint]);
    else those.push(endpoint);
  }
  let most = { targetPort: port.targetPort, behind: byTarget.get(port.targetPort) ?? [] };
  for (const [targetPort, behind] of byTarget)
    if (behind.length > most.behind.length) most = { targetPort, behind };
  return most;
}

/** The port that the task listens on for this one; undefined when it was made to serve others only. */
function targetOf({ ports }: OverlayEndpoint, port: PortSpec): number | undefined {
  // An older manager does not say.
  if (ports.length === 0) return port.targetPort;
  const alike = ports.filter(
    ({ protocol, publishedPort, targetPort }) =>
      protocol === port.protocol &&
      (publishedPort === port.publishedPort || (publishedPort === 0 && targetPort === port.targetPort)),
  );
  return (alike.find(({ hostIp }) => hostIp === port.hostIp) ?? alike[0])?.targetPort;
}

export function familyOf(address: string): Family {
  return parseAddress(address)?.family === 6 ? 'ip6' : 'ip';
}
