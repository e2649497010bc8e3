/**
 * What the engine's packet filter must let pass: its own rules forbid most of what crosses bridges, and only a rule
 * in its own tables can allow it. Pure: lines for `iptables-restore`, and the reading of `iptables-save`.
 */
import { ingressNetwork } from './backends.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';

/** The engine's chain for rules of others, asked before its own; and the kernel's, where an engine makes none. */
const PARENTS = ['DOCKER-USER', 'FORWARD'] as const;
type Parent = (typeof PARENTS)[number];
const CHAIN = 'SWARMD-FORWARD';

export interface FoundForwarding {
  /** The chain that ours is to be asked in. */
  readonly parent: Parent;
  /** Whether ours is the first thing that is asked there. */
  readonly isFirst: boolean;
  /** Chains in which ours is asked. */
  readonly jumps: readonly Parent[];
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
  const parent = lines.some((line) => line.startsWith(':DOCKER-USER ')) ? 'DOCKER-USER' : 'FORWARD';
  return {
    parent,
    isFirst: lines.find((line) => line.startsWith(`-A ${parent} `)) === jump(parent),
    jumps: PARENTS.filter((each) => lines.includes(jump(each))),
    hasChain: lines.some((line) => line.startsWith(`:${CHAIN} `)),
    rules: lines.filter((line) => line.startsWith(`-A ${CHAIN} `)),
  };
}

/** What is found once the text was loaded. */
export function afterForwarding(rules: readonly string[], { parent }: FoundForwarding): FoundForwarding {
  const isThere = rules.length > 0;
  return { parent, isFirst: isThere, jumps: isThere ? [parent] : [], hasChain: isThere, rules };
}

/** Text for `iptables-restore --noflush`; empty when nothing is to be done. */
export function forwardingText(wanted: readonly string[], found: FoundForwarding): string {
  const { parent, isFirst, jumps, hasChain, rules } = found;
  const leave = (from: readonly Parent[]): readonly string[] => from.map((each) => `-D ${each} -j ${CHAIN}`);
  // Declares it, and empties one that is there.
  const declare = `:${CHAIN} - [0:0]`;
  if (wanted.length === 0) return hasChain ? restore([declare, ...leave(jumps), `-X ${CHAIN}`]) : '';
  const others = jumps.filter((each) => each !== parent);
  const isSame = wanted.length === rules.length && wanted.every((rule, at) => rule === rules[at]);
  if (isSame && isFirst && others.length === 0) return '';
  return restore([
    declare,
    ...wanted,
    ...leave(isFirst ? others : jumps),
    ...(isFirst ? [] : [`-I ${parent} 1 -j ${CHAIN}`]),
  ]);
}

function jump(parent: Parent): string {
  return `-A ${parent} -j ${CHAIN}`;
}

function restore(lines: readonly string[]): string {
  return ['*filter', ...lines, 'COMMIT', ''].join('\n');
}
