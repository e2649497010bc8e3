/**
 * What the engine's packet filter must let pass: its own rules forbid most of what crosses bridges, and only a rule
 * in its own tables can allow it. Pure: lines for `iptables-restore`, and the reading of `iptables-save`.
 */
import { ingressNetwork } from './backends.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';

/** The engine's chain for rules of others; it is asked before its own. */
const USER_CHAIN = 'DOCKER-USER';
const CHAIN = 'SWARMD-FORWARD';
const JUMP = `-A ${USER_CHAIN} -j ${CHAIN}`;

export interface FoundForwarding {
  /** Whether the engine's chain is there at all. */
  readonly hasUserChain: boolean;
  /** Whether ours is the first thing that is asked in it. */
  readonly isFirst: boolean;
  readonly hasJump: boolean;
  readonly hasChain: boolean;
  /** Of our chain, as they are saved. */
  readonly rules: readonly string[];
}

export function forwardingRules(state: NetworkState): readonly string[] {
  if (state.networks.size === 0) return [];
  const bridges = [...state.networks.values()].map(({ networkId }) => bridgeOf(networkId)).toSorted();
  const ingress = ingressNetwork(state);
  const established = '-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT';
  return [
    ...bridges.map((bridge) => `-A ${CHAIN} -i ${bridge} -o ${bridge} -j ACCEPT`),
    `-A ${CHAIN} -i sw-+ ${established}`,
    `-A ${CHAIN} -o sw-+ ${established}`,
    // Nobody's packets lead there by themselves: these were sent to a published port.
    ...(ingress === undefined
      ? []
      : [`-A ${CHAIN} -o ${bridgeOf(ingress.networkId)} -m conntrack --ctstate DNAT -j ACCEPT`]),
  ];
}

/** From `iptables-save -t filter`. */
export function readForwarding(saved: string): FoundForwarding {
  const lines = saved.split('\n').map((line) => line.trim());
  const inUserChain = lines.filter((line) => line.startsWith(`-A ${USER_CHAIN} `));
  return {
    hasUserChain: lines.some((line) => line.startsWith(`:${USER_CHAIN} `)),
    isFirst: inUserChain[0] === JUMP,
    hasJump: inUserChain.includes(JUMP),
    hasChain: lines.some((line) => line.startsWith(`:${CHAIN} `)),
    rules: lines.filter((line) => line.startsWith(`-A ${CHAIN} `)),
  };
}

/** Text for `iptables-restore --noflush`; empty when nothing is to be done. */
export function forwardingText(wanted: readonly string[], found: FoundForwarding): string {
  if (wanted.length === 0) {
    if (!found.hasChain) return '';
    const leave = found.hasJump ? [`-D ${USER_CHAIN} -j ${CHAIN}`] : [];
    return restore([`:${CHAIN} - [0:0]`, ...leave, `-X ${CHAIN}`]);
  }
  const isSame = wanted.length === found.rules.length && wanted.every((rule, at) => rule === found.rules[at]);
  if (isSame && found.isFirst) return '';
  return restore([
    // Declares it, and empties one that is there.
    `:${CHAIN} - [0:0]`,
    ...wanted,
    ...(found.hasJump && !found.isFirst ? [`-D ${USER_CHAIN} -j ${CHAIN}`] : []),
    ...(found.isFirst ? [] : [`-I ${USER_CHAIN} 1 -j ${CHAIN}`]),
  ]);
}

function restore(lines: readonly string[]): string {
  return ['*filter', ...lines, 'COMMIT', ''].join('\n');
}
