/**
 * What a node holds of the overlay networks it takes part in: what it was told, message after message. Pure; a
 * state never changes, the next message makes another.
 */
import type {
  NetworkChanges,
  OverlayEndpoint,
  OverlayNetwork,
  OverlayPeer,
  OverlayService,
} from '../../../proto/gen/dispatcher.js';

/** By the keys that dispatcher.proto names. */
export interface NetworkState {
  readonly networks: ReadonlyMap<string, OverlayNetwork>;
  readonly peers: ReadonlyMap<string, OverlayPeer>;
  readonly endpoints: ReadonlyMap<string, OverlayEndpoint>;
  readonly services: ReadonlyMap<string, OverlayService>;
}

export const NO_NETWORKS: NetworkState = {
  networks: new Map(),
  peers: new Map(),
  endpoints: new Map(),
  services: new Map(),
};

export function endpointKey({ networkId, taskId, containerId, nodeId }: OverlayEndpoint): string {
  return `${networkId}/${taskId || containerId || nodeId}`;
}

/** Whether it is the node itself on that network, and nothing that runs there. */
export function isGateway({ taskId, containerId }: OverlayEndpoint): boolean {
  return taskId === '' && containerId === '';
}

export function serviceKey({ networkId, serviceId }: OverlayService): string {
  return `${networkId}/${serviceId}`;
}

export function hasIpv6(state: NetworkState): boolean {
  return [...state.networks.values()].some(({ subnet6 }) => subnet6 !== '');
}

/** The state after the message; what a complete message does not list is gone. */
export function applyChanges(state: NetworkState, changes: NetworkChanges): NetworkState {
  const before = changes.complete ? NO_NETWORKS : state;
  return {
    networks: merge(before.networks, changes.networks, (each) => each.networkId, changes.removedNetworks),
    peers: merge(before.peers, changes.peers, (each) => each.nodeId, changes.removedPeers),
    endpoints: merge(before.endpoints, changes.endpoints, endpointKey, changes.removedEndpoints),
    services: merge(before.services, changes.services, serviceKey, changes.removedServices),
  };
}

/** The one message that makes this state of none. */
export function asChanges(state: NetworkState): NetworkChanges {
  return {
    complete: true,
    sequence: 0,
    networks: [...state.networks.values()],
    peers: [...state.peers.values()],
    endpoints: [...state.endpoints.values()],
    services: [...state.services.values()],
    removedNetworks: [],
    removedPeers: [],
    removedEndpoints: [],
    removedServices: [],
    unfinished: false,
  };
}

function merge<T>(
  before: ReadonlyMap<string, T>,
  update: readonly T[],
  keyOf: (item: T) => string,
  removed: readonly string[],
): ReadonlyMap<string, T> {
  if (update.length === 0 && removed.length === 0) return before;
  const after = new Map(before);
  for (const key of removed) after.delete(key);
  for (const item of update) after.set(keyOf(item), item);
  return after;
}
