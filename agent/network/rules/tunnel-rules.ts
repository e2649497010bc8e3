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
const FROM_TUNNELS = 'from-tunnels';

/** None without encrypted networks. */
export function tunnelChains(state: NetworkState, nodeId: string): readonly (readonly [string, Chain])[] {
  const encrypted = [...state.networks.values()].filter((network) => network.encrypted);
  const [first] = encrypted;
  if (first === undefined) return [];
  const devices = `"${wireGuardOf(nodeId, '*')}"`;
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
        ...ofNetworks.map((packet) => `${packet} iifname != ${devices} drop`),
        `iifname ${devices} goto ${FROM_TUNNELS}`,
      ]),
    ],
    // They carry networks and nothing else.
    [FROM_TUNNELS, { hook: '', rules: ['meta l4proto != udp drop', `udp dport != ${port} drop`] }],
    [
      'tunnel-out',
      chain(
        'output',
        ofNetworks.map((packet) => `${packet} oifname != ${devices} drop`),
      ),
    ],
  ];
}
