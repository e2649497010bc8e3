/**
 * Overlay networks in the engine's words: what a container's create request says of them, which are still missing, and
 * whether the engine did as asked. Pure. Names are not the engine's business: it knows only the tasks of one node, so it
 * is told no aliases, and containers ask the node's own name server.
 */
import type { TaskNetwork } from '../../../network/rules/task-network.js';
import type { AssignedTask } from '../../../../proto/gen/dispatcher.js';
import { hardwareAddressOf } from '../../../../proto/model/network.js';

/** From this version on the engine connects several networks at creation, and takes hardware addresses; it draws them otherwise. */
const FULL_API_VERSION = [1, 44] as const;

export interface EndpointRequest {
  IPAMConfig: { IPv4Address: string; IPv6Address?: string };
  MacAddress?: string;
}

/** The part of the create request. */
export interface NetworkingRequest {
  NetworkingConfig: { EndpointsConfig: Record<string, EndpointRequest> };
}

/** What an inspection says of one of a container's networks; of a container never started, only what was asked for. */
export interface InspectedEndpoint {
  readonly IPAddress?: string;
  readonly MacAddress?: string;
  readonly IPAMConfig?: { readonly IPv4Address?: string } | null;
}

interface Inspected {
  readonly NetworkSettings: { readonly Networks?: Readonly<Record<string, InspectedEndpoint>> | null };
}

/** As in "1.41". */
export function hasFullNetworking(apiVersion: string): boolean {
  const [major = 0, minor = 0] = apiVersion.split('.').map(Number);
  return major > FULL_API_VERSION[0] || (major === FULL_API_VERSION[0] && minor >= FULL_API_VERSION[1]);
}

export function endpointRequest(
  { address, address6, hardwareAddress }: TaskNetwork,
  isFull: boolean,
): EndpointRequest {
  return {
    IPAMConfig: { IPv4Address: address, ...(address6 === '' ? {} : { IPv6Address: address6 }) },
    // Engines before it derive it from the address, as we do.
    ...(isFull ? { MacAddress: hardwareAddress } : {}),
  };
}

/** Older engines take one network here; the others are connected before the start. */
export function networkingRequest(networks: readonly TaskNetwork[], isFull: boolean): NetworkingRequest {
  const some = isFull ? networks : networks.slice(0, 1);
  const endpoints = some.map((each) => [each.engineId, endpointRequest(each, isFull)]);
  return { NetworkingConfig: { EndpointsConfig: Object.fromEntries(endpoints) } };
}

/** Networks that a container, made before, is not connected to yet. */
export function missingNetworks(seen: Inspected, networks: readonly TaskNetwork[]): readonly TaskNetwork[] {
  const connected = new Set(endpointsOf(seen).map(({ IPAMConfig }) => IPAMConfig?.IPv4Address));
  return networks.filter(({ address }) => !connected.has(address));
}

/** Why a running container is not where the cluster believes it to be; empty when it is. */
export function attachmentProblem(seen: Inspected, task: AssignedTask): string {
  for (const { address } of task.attachments) {
    const endpoint = endpointsOf(seen).find(({ IPAddress }) => IPAddress === address);
    const wanted = hardwareAddressOf(address);
    if (endpoint === undefined) return `the engine did not give the container its address ${address}`;
    if (endpoint.MacAddress?.toLowerCase() !== wanted)
      return `the engine gave the container with address ${address} the hardware address ${endpoint.MacAddress ?? ''}, not ${wanted}`;
  }
  return '';
}

function endpointsOf(seen: Inspected): readonly InspectedEndpoint[] {
  return Object.values(seen.NetworkSettings.Networks ?? {});
}
