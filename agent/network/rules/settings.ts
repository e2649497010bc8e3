/**
 * Settings of the kernel that overlay networks rest on. Pure: names as under /proc/sys, with the values that will do;
 * the first of them is written when none is found.
 */
import { ingressNetwork } from './backends.js';
import { bridgeOf } from './network-names.js';
import { hasIpv6, type NetworkState } from './network-state.js';

export interface Setting {
  readonly name: string;
  readonly values: readonly [string, ...string[]];
}

/** There only while br_netfilter is loaded. */
export const BRIDGE_FILTER = 'net/bridge/bridge-nf-call-iptables';

/** For the bridges that stand. */
export function wantedSettings(state: NetworkState, standing: ReadonlySet<string>): readonly Setting[] {
  if (state.networks.size === 0) return [];
  const ingress = ingressNetwork(state);
  const bridges = [...state.networks.values()].map(({ networkId }) => bridgeOf(networkId));
  return [
    { name: 'net/ipv4/ip_forward', values: ['1'] },
    // Answers that cross a bridge must be seen by the packet filter, which gives them back their address.
    { name: BRIDGE_FILTER, values: ['1'] },
    ...(hasIpv6(state) ? [{ name: 'net/bridge/bridge-nf-call-ip6tables', values: ['1'] as const }] : []),
    // The stricter of this and the bridge's own counts; answers of clients' connections come in by another way.
    { name: 'net/ipv4/conf/all/rp_filter', values: ['2', '0'] },
    ...bridges
      .filter((bridge) => standing.has(bridge))
      .flatMap((bridge): Setting[] => [
        { name: `net/ipv4/conf/${bridge}/rp_filter`, values: ['0', '2'] },
        ...(ingress !== undefined && bridge === bridgeOf(ingress.networkId)
          ? [{ name: `net/ipv4/conf/${bridge}/route_localnet`, values: ['1'] as const }]
          : []),
      ]),
  ];
}
