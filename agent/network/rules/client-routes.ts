/**
 * The way back for connections that came in on another node: their packets are marked by the hardware address of that
 * node's bridge in the ingress network, and the answers take the route of the mark. Pure. The mark of a node, which
 * is also the number of its route table, follows from its address, so nobody has to store or send one.
 */
import type { OverlayNetwork } from '../../../proto/gen/dispatcher.js';
import { parseAddress, parseSubnet } from '../../../proto/model/address.js';
import { hardwareAddressOf } from '../../../proto/model/network.js';
import { ingressNetwork } from './backends.js';
import { bridgeOf } from './network-names.js';
import { isGateway, type NetworkState } from './network-state.js';

/** The first byte of marks and table numbers of ours; the other three are the node's place in the subnet. */
const BASE = 0x53;
export const MARK_MASK = '0xff000000';
export const MARK_BASE = '0x53000000';
/** Before the kernel's own rules; other programs' rules come before or after as they like. */
const RULE_PRIORITY = 5300;

export interface ClientRoute {
  readonly hardwareAddress: string;
  readonly gateway: string;
  readonly gateway6: string;
  readonly bridge: string;
  /** In hexadecimal, as the packet filter lists it. */
  readonly mark: string;
}

/** What is set up of them: marks with a rule, and mark → gateway with a route. Of one family. */
export interface FoundRoutes {
  readonly ruleMarks: ReadonlySet<string>;
  /** Table, written as its mark → "gateway bridge". */
  readonly routes: ReadonlyMap<string, string>;
}

/** One per other node in the ingress network. */
export function clientRoutes(state: NetworkState, nodeId: string): readonly ClientRoute[] {
  const ingress = ingressNetwork(state);
  if (ingress === undefined) return [];
  return [...state.endpoints.values()]
    .filter((each) => each.networkId === ingress.networkId && isGateway(each) && each.nodeId !== nodeId)
    .map(({ address, address6 }) => ({
      hardwareAddress: hardwareAddressOf(address),
      gateway: address,
      gateway6: address6,
      bridge: bridgeOf(ingress.networkId),
      mark: markOf(address, ingress),
    }));
}

/** Lines for `ip -batch` of one family. */
export function planClientRoutes(
  wanted: readonly ClientRoute[],
  family: 4 | 6,
  found: FoundRoutes,
): readonly string[] {
  const gatewayOf = (route: ClientRoute): string => (family === 4 ? route.gateway : route.gateway6);
  const routes = wanted.filter((route) => gatewayOf(route) !== '');
  const marks = new Set(routes.map(({ mark }) => mark));
  return [
    ...[...found.ruleMarks].filter((mark) => !marks.has(mark)).map((mark) => `rule del ${ruleOf(mark)}`),
    ...[...found.routes.keys()]
      .filter((mark) => !marks.has(mark))
      .map((mark) => `route flush table ${Number(mark)}`),
    ...routes
      .filter((route) => found.routes.get(route.mark) !== `${gatewayOf(route)} ${route.bridge}`)
      .map(
        (route) =>
          `route replace default via ${gatewayOf(route)} dev ${route.bridge} table ${Number(route.mark)}`,
      ),
    ...routes.filter(({ mark }) => !found.ruleMarks.has(mark)).map(({ mark }) => `rule add ${ruleOf(mark)}`),
  ];
}

/** From `ip -j rule show` and `ip -j route show table all`. */
export function readRoutes(rules: unknown, routes: unknown): FoundRoutes {
  const marks = listOf(rules)
    .filter(({ priority, fwmark }) => priority === RULE_PRIORITY && isOurs(Number(fwmark)))
    .map(({ fwmark }) => hexadecimal(Number(fwmark)));
  const tables = listOf(routes).flatMap(({ table, gateway, dev }): [string, string][] => {
    const number = Number(table);
    return isOurs(number) ? [[hexadecimal(number), `${String(gateway)} ${String(dev)}`]] : [];
  });
  return { ruleMarks: new Set(marks), routes: new Map(tables) };
}

/** Of a mark or a table. */
function isOurs(number: number): boolean {
  return number >>> 24 === BASE;
}

function ruleOf(mark: string): string {
  return `pref ${RULE_PRIORITY} fwmark ${mark} lookup ${Number(mark)}`;
}

function markOf(gateway: string, { subnet }: OverlayNetwork): string {
  const base = parseSubnet(subnet)?.base.value ?? 0n;
  const offset = (parseAddress(gateway)?.value ?? 0n) - base;
  return hexadecimal(BASE * 0x1000000 + Number(offset & 0xffffffn));
}

function hexadecimal(value: number): string {
  return `0x${value.toString(16)}`;
}

function listOf(json: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(json) ? json.map((each: unknown) => ({ ...(each as object) })) : [];
}
