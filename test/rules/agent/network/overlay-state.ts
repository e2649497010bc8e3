/**
 * A node's share of a small cluster, for the tests of what it does with it: node n1 (10.0.0.1) beside n2 (10.0.0.2), on
 * network "app" and, where published ports matter, on the ingress network.
 */
import {
  applyChanges,
  NO_NETWORKS,
  type NetworkState,
} from '../../../../agent/network/rules/network-state.js';
import type { OwnPlace } from '../../../../agent/network/rules/wanted-networks.js';
import {
  AssignedTaskCodec,
  NetworkChangesCodec,
  type NetworkChangesInput,
  type OverlayEndpointInput,
  type OverlayNetworkInput,
} from '../../../../proto/gen/dispatcher.js';
import type { PortSpecInput } from '../../../../proto/gen/objects.js';

export const OWN: OwnPlace = { nodeId: 'n1', dataAddress: '10.0.0.1', dataMtu: 1500 };

export const APP: OverlayNetworkInput = {
  networkId: 'appnetwork0123456789',
  name: 'app',
  vxlanId: 4097,
  dataPathPort: 4789,
  subnet: '10.1.0.0/24',
  gateway: '10.1.0.2',
};
export const APP_BRIDGE = 'sw-appnetwork01';
export const APP_VXLAN = 'vx-appnetwork01';

export const INGRESS: OverlayNetworkInput = {
  networkId: 'ingress01234567890',
  name: 'ingress',
  vxlanId: 4098,
  dataPathPort: 4789,
  subnet: '10.2.0.0/20',
  gateway: '10.2.0.2',
  ingress: true,
};
export const INGRESS_BRIDGE = 'sw-ingress01234';

/** What the node was told, in one message. */
export function told(changes: NetworkChangesInput): NetworkState {
  return applyChanges(NO_NETWORKS, NetworkChangesCodec.create({ complete: true, ...changes }));
}

export const PEER = { nodeId: 'n2', dataAddress: '10.0.0.2', dataMtu: 1500 };

/** A task of service "web" on the network, serving. */
export function task(
  network: OverlayNetworkInput,
  taskId: string,
  nodeId: string,
  address: string,
  serving = true,
): OverlayEndpointInput {
  return { networkId: network.networkId, taskId, nodeId, address, serviceId: 'web', serving };
}

export function gateway(network: OverlayNetworkInput, nodeId: string, address: string): OverlayEndpointInput {
  return { networkId: network.networkId, nodeId, address };
}

export function published(publishedPort: number, parts: PortSpecInput = {}): PortSpecInput {
  return { protocol: 'tcp', targetPort: 80, publishedPort, publishMode: 'ingress', ...parts };
}

/** As the agent is given one of the tasks of `WEB`. */
export const APP_TASK = AssignedTaskCodec.create({
  taskId: 't1',
  attachments: [{ networkId: APP.networkId, address: '10.1.0.11' }],
});

/** Service web behind 10.1.0.5, with a task on each node. */
export const WEB: NetworkChangesInput = {
  networks: [APP],
  peers: [PEER],
  endpoints: [
    gateway(APP, 'n2', '10.1.0.3'),
    task(APP, 't1', 'n1', '10.1.0.11'),
    task(APP, 't2', 'n2', '10.1.0.12'),
  ],
  services: [{ networkId: APP.networkId, serviceId: 'web', name: 'web', mode: 'vip', address: '10.1.0.5' }],
};

/** The same, published on port 8080 of every node. */
export const PUBLISHED: NetworkChangesInput = {
  networks: [INGRESS],
  peers: [PEER],
  endpoints: [
    gateway(INGRESS, 'n2', '10.2.0.3'),
    task(INGRESS, 't1', 'n1', '10.2.0.11'),
    task(INGRESS, 't2', 'n2', '10.2.0.12'),
  ],
  services: [
    { networkId: INGRESS.networkId, serviceId: 'web', name: 'web', mode: 'dnsrr', ports: [published(8080)] },
  ],
};
