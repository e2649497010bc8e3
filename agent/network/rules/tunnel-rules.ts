/**
 * Packet filter rules that keep encrypted networks inside their tunnels. Pure. They look at what a packet is, not at how it
 * was made: the number of an encrypted network crosses no other device, in either direction, whatever routes say.
 */
import { wireGuardOf } from './network-names.js';
import type { NetworkState } from './network-state.js';
import type { Chain } from './ruleset.js';

/** Where the number stands in a packet: 8 bytes of UDP and 4 of VXLAN before it, 3 long (RFC 7348). */
const VXLAN_ID = '@th,96,24';
/** After the pieces of a packet were put together, and before anything else is decided. */
const EARLY = -300;

/** None without encrypted networks. */
export function tunnelChains(state: NetworkState, nodeId: string): readonly (readonly [string, Chain])[] {
  const encrypted = [...state.networks.values()].filter((network) => network.encrypted);
  const [first] = encrypted;
  if (first === undefined) return [];
  const devices = `{ "${wireGuardOf(nodeId, 0)}", "${wireGuardOf(nodeId, 1)}" }`;
  const port = first.dataPathPort;
  const ofNetworks = encrypted.map(({ vxlanId }) => `udp dport ${port} ${VXLAN_ID} ${vxlanId}`).toSorted();
  const chain = (hook: string, rules: readonly string[]): Chain => ({
    hook: `filter hook ${hook} priority ${EARLY}`,
    rules,
  });
  return [
    [
      'tunnel-in',
      chain('prerouting', [
        ...ofNetworks.map((packet) => `iifname != ${devices} ${packet} drop`),
        // The tunnels carry networks and nothing else.
        `iifname ${devices} meta l4proto != udp drop`,
        `iifname ${devices} udp dport != ${port} drop`,
      ]),
    ],
    [
      'tunnel-out',
      chain(
        'output',
        ofNetworks.map((packet) => `oifname != ${devices} ${packet} drop`),
      ),
    ],
  ];
}
