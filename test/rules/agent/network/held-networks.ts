/**
 * What a node holds of networks, in few words: for the tests of names. Network "front" is 10.0.1.0/24, "back"
 * 10.0.2.0/24, and so on; this node is .2 on each.
 */
import type { NamedNetworks } from '../../../../agent/network/rules/name-index.js';
import {
  OverlayEndpointCodec,
  type OverlayEndpointInput,
  type OverlayEndpoint,
  OverlayNetworkCodec,
  type OverlayNetworkInput,
  type OverlayNetwork,
  OverlayServiceCodec,
  type OverlayServiceInput,
  type OverlayService,
} from '../../../../proto/gen/dispatcher.js';

/** By keys that no name depends on. */
export function held(
  networks: readonly OverlayNetwork[],
  services: readonly OverlayService[],
  endpoints: readonly OverlayEndpoint[],
): NamedNetworks {
  const numbered = <T>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map((item, at) => [`${at}`, item]));
  return { networks: numbered(networks), services: numbered(services), endpoints: numbered(endpoints) };
}

export function overlay(id: string, number: number, parts: OverlayNetworkInput = {}): OverlayNetwork {
  return OverlayNetworkCodec.create({
    networkId: id,
    name: id,
    subnet: `10.0.${number}.0/24`,
    gateway: `10.0.${number}.2`,
    ...parts,
  });
}

/** A service with a virtual address, unless the mode says otherwise. */
export function named(networkId: string, name: string, parts: OverlayServiceInput = {}): OverlayService {
  return OverlayServiceCodec.create({ networkId, serviceId: `${name}-id`, name, mode: 'vip', ...parts });
}

/** Task "web.1": task-web-1 of service web-id; serving. */
export function endpoint(
  networkId: string,
  place: string,
  address: string,
  parts: OverlayEndpointInput = {},
): OverlayEndpoint {
  const taskId = parts.taskId ?? `task-${place.replaceAll('.', '-')}`;
  return OverlayEndpointCodec.create({
    networkId,
    taskId,
    taskName: `${place}.${taskId}`,
    serviceId: `${place.split('.')[0]}-id`,
    address,
    serving: true,
    ...parts,
  });
}

/** A user's own. */
export function container(networkId: string, containerName: string, address: string): OverlayEndpoint {
  return OverlayEndpointCodec.create({
    networkId,
    containerId: `${containerName}-${address}`,
    containerName,
    address,
    hardwareAddress: '7e:00:00:00:00:01',
  });
}
