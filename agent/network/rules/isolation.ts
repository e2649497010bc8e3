/**
 * Networks that nothing leads out of: what the node passes on between their bridges and everything else, and what of
 * the node itself is reached from inside. Pure. A container on several networks leaves by whichever of them its engine
 * chose as the way to everywhere else, so a packet may come from an internal one though its task may leave by another.
 */
import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';
import { bridgeOf } from './network-names.js';
import type { NetworkState } from './network-state.js';

/**
 * Comes before these rules, in the chain of what is passed on and in that of what comes to the node: answers to who came
 * by a published port leave by any of the task's networks. It also spares most packets all other rules.
 */
export const PASS_ESTABLISHED = 'ct state established,related accept';

/** The bridge, with the address there of a task that is on a network that is not internal, too. */
const OUTWARD = ['iifname . ip saddr @outward accept', 'iifname . ip6 saddr @outward6 accept'];

/** Packets into an internal network: only those to a port that its node leads there (published in host mode). */
export const ENTER_INTERNAL = 'enter-internal';
export const ENTRY_RULES: readonly string[] = ['ct status dnat return', 'drop'];

/** In the chain of what is passed on. */
export function forwardIsolation(state: NetworkState): readonly string[] {
  const bridges = internalNetworks(state).map(({ networkId }) => bridgeOf(networkId));
  if (bridges.length === 0) return [];
  return [
    ...bridges.map((bridge) => `oifname "${bridge}" iifname != "${bridge}" jump ${ENTER_INTERNAL}`),
    ...OUTWARD,
    ...bridges.map((bridge) => `iifname "${bridge}" oifname != "${bridge}" drop`),
  ];
}

/**
 * In the chain of what comes to the node, after what lets questions for names in: nothing else of this node, which is
 * on other networks too, is to be reached from inside.
 */
export function inputIsolation(state: NetworkState): readonly string[] {
  const internal = internalNetworks(state);
  if (internal.length === 0) return [];
  return [
    ...OUTWARD,
    ...internal.flatMap(({ networkId }) => {
      const from = `iifname "${bridgeOf(networkId)}"`;
      return [`${from} meta l4proto { icmp, ipv6-icmp } accept`, `${from} drop`];
    }),
  ];
}

export interface OutwardKeys {
  readonly ip: readonly string[];
  readonly ip6: readonly string[];
}

/** "bridge . address" on internal networks, of this node's tasks that may leave by another of their networks. */
export function outwardKeys(state: NetworkState, nodeId: string): OutwardKeys {
  const own = [...state.endpoints.values()].filter((each) => each.nodeId === nodeId && each.taskId !== '');
  const isInternal = (networkId: string): boolean => state.networks.get(networkId)?.internal === true;
  const free = new Set(own.filter(({ networkId }) => !isInternal(networkId)).map(({ taskId }) => taskId));
  const held = own.filter(({ networkId, taskId }) => isInternal(networkId) && free.has(taskId));
  const keys = (addressOf: (endpoint: (typeof held)[number]) => string): readonly string[] =>
    held
      .filter((each) => addressOf(each) !== '')
      .map((each) => `${bridgeOf(each.networkId)} . ${addressOf(each)}`);
  return { ip: keys(({ address }) => address), ip6: keys(({ address6 }) => address6) };
}

function internalNetworks(state: NetworkState): readonly OverlayNetwork[] {
  return [...state.networks.values()].filter(({ internal }) => internal);
}
