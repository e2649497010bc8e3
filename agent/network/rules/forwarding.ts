/**
 * What the host's packet filter must let pass: an engine's own rules forbid most of what crosses bridges, many hosts
 * forbid what comes to themselves, and only a rule in the same tables can allow it. Pure: lines for
 * `iptables-restore`, and the reading of `iptables-save`.
 */
import { ingressNetwork } from './backends.js';
import { NAME_PORT } from './name-message.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';

/** A chain of ours. */
interface Gate {
  readonly chain: string;
  /** Where it is asked: in the first of these that there is. */
  readonly parents: readonly [string, ...string[]];
}

/** The engine's chain for rules of users and other programs, which is asked before the engine's own. */
const USER_CHAIN = 'DOCKER-USER';
const FORWARD: Gate = { chain: 'SWARMD-FORWARD', parents: [USER_CHAIN, 'FORWARD'] };
const INPUT: Gate = { chain: 'SWARMD-INPUT', parents: ['INPUT'] };
const GATES: readonly Gate[] = [FORWARD, INPUT];
/** After such a rule without a condition nothing is asked any more. */
const END = /^-A \S+ -j (RETURN|ACCEPT|DROP|REJECT( --reject-with \S+)?)$/;

interface FoundGate {
  readonly gate: Gate;
  /** The chain that ours is to be asked in. */
  readonly parent: string;
  /** Where ours belongs among the rules of others, the first being 1. */
  readonly place: number;
  readonly isInPlace: boolean;
  /** Chains in which ours is asked. */
  readonly jumps: readonly string[];
  readonly hasChain: boolean;
  /** Of our chain, as they are saved. */
  readonly rules: readonly string[];
}

export type FoundForwarding = readonly FoundGate[];

/** As they are saved, those of all chains one after the other. */
export function forwardingRules(state: NetworkState, family: 4 | 6): readonly string[] {
  const networks = [...state.networks.values()];
  if (networks.length === 0) return [];
  const bridges = networks.map(({ networkId }) => bridgeOf(networkId)).toSorted();
  const ingress = ingressNetwork(state);
  const established = '-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT';
  const { chain } = FORWARD;
  return [
    // First, so that a packet of a connection is not compared with each network of the node.
    `-A ${chain} -i sw-+ ${established}`,
    `-A ${chain} -o sw-+ ${established}`,
    ...bridges.map((bridge) => `-A ${chain} -i ${bridge} -o ${bridge} -j ACCEPT`),
    // Nobody's packets lead there by themselves: these were sent to a published port.
    ...(ingress === undefined
      ? []
      : [`-A ${chain} -o ${bridgeOf(ingress.networkId)} -m conntrack --ctstate DNAT -j ACCEPT`]),
    ...(family === 4 ? nameRules(state) : []),
  ];
}

/**
 * Containers ask for names at this node's address on their network; without them no service is found. Nothing else is
 * compared with each network.
 */
function nameRules(state: NetworkState): readonly string[] {
  const { chain } = INPUT;
  const protocols = ['udp', 'tcp'];
  const toNames = (protocol: string): string =>
    `-p ${protocol} -m ${protocol} --dport ${NAME_PORT} -j ACCEPT`;
  return [
    ...protocols.map(
      (protocol) => `-A ${chain} -p ${protocol} -m ${protocol} ! --dport ${NAME_PORT} -j RETURN`,
    ),
    ...[...state.networks.values()]
      .toSorted((a, b) => (a.networkId < b.networkId ? -1 : 1))
      .flatMap(({ networkId, gateway }) =>
        protocols.map(
          (protocol) => `-A ${chain} -d ${gateway}/32 -i ${bridgeOf(networkId)} ${toNames(protocol)}`,
        ),
      ),
  ];
}

/** From `iptables-save -t filter`. */
export function readForwarding(saved: string): FoundForwarding {
  const lines = saved.split('\n').map((line) => line.trim());
  return GATES.map((gate) => readGate(gate, lines));
}

/** What is found once the text was loaded. */
export function afterForwarding(rules: readonly string[], found: FoundForwarding): FoundForwarding {
  return found.map(({ gate, parent, place }) => {
    const own = rulesOf(gate, rules);
    const isThere = own.length > 0;
    const jumps = isThere ? [parent] : [];
    return { gate, parent, place, isInPlace: isThere, jumps, hasChain: isThere, rules: own };
  });
}

/** Text for `iptables-restore --noflush`; empty when nothing is to be done. */
export function forwardingText(wanted: readonly string[], found: FoundForwarding): string {
  const lines = found.flatMap((each) => gateLines(rulesOf(each.gate, wanted), each));
  return lines.length === 0 ? '' : ['*filter', ...lines, 'COMMIT', ''].join('\n');
}

function readGate(gate: Gate, lines: readonly string[]): FoundGate {
  const { chain, parents } = gate;
  const parent =
    parents.find((name) => lines.some((line) => line.startsWith(`:${name} `))) ?? parents.at(-1) ?? '';
  const inParent = lines.filter((line) => line.startsWith(`-A ${parent} `));
  const jump = jumpOf(parent, gate);
  const place = placeIn(
    parent,
    inParent.filter((line) => line !== jump),
  );
  return {
    gate,
    parent,
    place,
    isInPlace: inParent.indexOf(jump) === place - 1,
    jumps: parents.filter((each) => lines.includes(jumpOf(each, gate))),
    hasChain: lines.some((line) => line.startsWith(`:${chain} `)),
    rules: rulesOf(gate, lines),
  };
}

/**
 * After the rules that users put into the engine's chain, which say who may reach published ports, but before one that
 * ends it for every packet. The kernel's own chains have the rules of engine and host in them: there ours comes first.
 */
function placeIn(parent: string, others: readonly string[]): number {
  if (parent !== USER_CHAIN) return 1;
  const end = others.findIndex((line) => END.test(line));
  return (end < 0 ? others.length : end) + 1;
}

function gateLines(wanted: readonly string[], found: FoundGate): readonly string[] {
  const { gate, parent, place, isInPlace, jumps, hasChain, rules } = found;
  const { chain } = gate;
  const leave = (from: readonly string[]): readonly string[] => from.map((each) => `-D ${each} -j ${chain}`);
  // Declares it, and empties one that is there.
  const declare = `:${chain} - [0:0]`;
  if (wanted.length === 0) return hasChain ? [declare, ...leave(jumps), `-X ${chain}`] : [];
  const others = jumps.filter((each) => each !== parent);
  const isSame = wanted.length === rules.length && wanted.every((rule, at) => rule === rules[at]);
  if (isSame && isInPlace && others.length === 0) return [];
  return [
    declare,
    ...wanted,
    ...leave(isInPlace ? others : jumps),
    ...(isInPlace ? [] : [`-I ${parent} ${place} -j ${chain}`]),
  ];
}

function rulesOf({ chain }: Gate, lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith(`-A ${chain} `));
}

function jumpOf(parent: string, { chain }: Gate): string {
  return `-A ${parent} -j ${chain}`;
}
