/**
 * What the engine's packet filter must let pass: its own rules forbid most of what crosses bridges, and only a rule
 * in its own tables can allow it. Pure: lines for `iptables-restore`, and the reading of `iptables-save`.
 */
import { ingressNetwork } from './backends.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';

/** The engine's chain for rules of users and other programs, asked before its own; and the kernel's, where an engine makes none. */
const PARENTS = ['DOCKER-USER', 'FORWARD'] as const;
type Parent = (typeof PARENTS)[number];
const CHAIN = 'SWARMD-FORWARD';
/** After such a rule without a condition nothing is asked any more. */
const END = /^-A \S+ -j (RETURN|ACCEPT|DROP|REJECT( --reject-with \S+)?)$/;

export interface FoundForwarding {
  /** The chain that ours is to be asked in. */
  readonly parent: Parent;
  /** Where ours belongs among the rules of others, the first being 1. */
  readonly place: number;
  readonly isInPlace: boolean;
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
  const inParent = lines.filter((line) => line.startsWith(`-A ${parent} `));
  const place = placeIn(
    parent,
    inParent.filter((line) => line !== jump(parent)),
  );
  return {
    parent,
    place,
    isInPlace: inParent.indexOf(jump(parent)) === place - 1,
    jumps: PARENTS.filter((each) => lines.includes(jump(each))),
    hasChain: lines.some((line) => line.startsWith(`:${CHAIN} `)),
    rules: lines.filter((line) => line.startsWith(`-A ${CHAIN} `)),
  };
}

/** What is found once the text was loaded. */
export function afterForwarding(
  rules: readonly string[],
  { parent, place }: FoundForwarding,
): FoundForwarding {
  const isThere = rules.length > 0;
  return { parent, place, isInPlace: isThere, jumps: isThere ? [parent] : [], hasChain: isThere, rules };
}

/**
 * After the rules that users put into the engine's chain, which say who may reach published ports, but before one that
 * ends it for every packet. The kernel's own chain has the engine's rules in it: there ours comes first.
 */
function placeIn(parent: Parent, others: readonly string[]): number {
  if (parent === 'FORWARD') return 1;
  const end = others.findIndex((line) => END.test(line));
  return (end < 0 ? others.length : end) + 1;
}

/** Text for `iptables-restore --noflush`; empty when nothing is to be done. */
export function forwardingText(wanted: readonly string[], found: FoundForwarding): string {
  const { parent, place, isInPlace, jumps, hasChain, rules } = found;
  const leave = (from: readonly Parent[]): readonly string[] => from.map((each) => `-D ${each} -j ${CHAIN}`);
  // Declares it, and empties one that is there.
  const declare = `:${CHAIN} - [0:0]`;
  if (wanted.length === 0) return hasChain ? restore([declare, ...leave(jumps), `-X ${CHAIN}`]) : '';
  const others = jumps.filter((each) => each !== parent);
  const isSame = wanted.length === rules.length && wanted.every((rule, at) => rule === rules[at]);
  if (isSame && isInPlace && others.length === 0) return '';
  return restore([
    declare,
    ...wanted,
    ...leave(isInPlace ? others : jumps),
    ...(isInPlace ? [] : [`-I ${parent} ${place} -j ${CHAIN}`]),
  ]);
}

function jump(parent: Parent): string {
  return `-A ${parent} -j ${CHAIN}`;
}

function restore(lines: readonly string[]): string {
  return ['*filter', ...lines, 'COMMIT', ''].join('\n');
}
