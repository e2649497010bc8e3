/**
 * What allocator, dispatcher and agents agree on about overlay networks: which services need them, which of
 * their tasks may be sent traffic, and what follows from an address.
 */
import type { ClusterSpec, PortSpec, ServiceSpec, Task } from '../gen/objects.js';
import { parseAddress } from './address.js';
import { invariant } from '../base/invariant.js';
import { isWanted, stateOf } from './task.js';

/** Docker Swarm's defaults, for clusters that were not told otherwise. */
export const DEFAULT_ADDRESS_POOLS: readonly string[] = ['10.0.0.0/8'];
export const DEFAULT_SUBNET_PREFIX_BITS = 24;
export const DEFAULT_DATA_PATH_PORT = 4789;
/** Of the encrypted tunnels between nodes, UDP: of the key in use, and of the next one while keys change. */
export const TUNNEL_PORTS = [4795, 4796] as const;
/** How long a task waits for traffic to end where its service does not say. */
export const DEFAULT_DRAIN_TIMEOUT_MS = 10_000;
/** How long whoever asked for a name may go on using the answer, ms. */
export const NAME_TTL_MS = 2_000;
/** The label by which a service belongs to a stack. */
export const STACK_LABEL = 'com.docker.stack.namespace';

export function isIngressPort(port: PortSpec): boolean {
  return port.publishMode === 'ingress';
}

/** Whether the service is published on every node, and so needs the ingress network. */
export function usesIngress(spec: ServiceSpec | undefined): boolean {
  return spec?.endpoint?.ports.some(isIngressPort) === true;
}

/** Whether its tasks must be given addresses before they may be placed. */
export function needsNetworks(spec: ServiceSpec | undefined): boolean {
  return (spec?.task?.networks.length ?? 0) > 0 || usesIngress(spec);
}

/** How long a task of it that is to stop may wait until nothing sends it traffic, ms. */
export function drainTimeoutMs(spec: ServiceSpec | undefined): number {
  return spec?.endpoint?.drainTimeoutMs ?? DEFAULT_DRAIN_TIMEOUT_MS;
}

/** Whether new traffic may be sent to the task: it runs, is healthy where that is checked, and is to stay. */
export function isServing(task: Task): boolean {
  return stateOf(task) === 'running' && isWanted(task);
}

export function dataPathPort(spec: ClusterSpec | undefined): number {
  return spec?.dataPathPort || DEFAULT_DATA_PATH_PORT;
}

/**
 * The hardware address (MAC) of whoever has this IPv4 address on an overlay network: 02:42 and the address, as
 * engines make it themselves. So nobody has to be told of any.
 */
export function hardwareAddressOf(address: string): string {
  const parsed = parseAddress(address);
  invariant(parsed?.family === 4, `${address} is not an IPv4 address`);
  const digits = parsed.value.toString(16).padStart(8, '0');
  return `02:42:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}:${digits.slice(6)}`;
}
