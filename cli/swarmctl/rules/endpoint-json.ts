/**
 * How a service is reached, and where tasks and nodes are on networks, in the words of Docker's API.
 */
import type {
  EndpointSpec,
  NetworkAttachment,
  NetworkAttachmentConfig,
  NodeNetworking,
  PortSpec,
  Service,
} from '../../../proto/gen/objects.js';
import { compact, type JsonFields, nanos } from './json-values.js';
import { addressesOf, networkName, type Networks } from './network-names.js';

export function portJson(port: PortSpec): JsonFields {
  return compact({
    Protocol: port.protocol,
    TargetPort: port.targetPort,
    PublishedPort: port.publishedPort || undefined,
    PublishMode: port.publishMode,
    HostIP: port.hostIp,
  });
}

export function endpointSpecJson(endpoint: EndpointSpec | undefined): JsonFields {
  return compact({
    Mode: endpoint?.mode,
    Ports: endpoint?.ports.map(portJson),
    DrainTimeout: endpoint?.drainTimeoutMs === undefined ? undefined : nanos(endpoint.drainTimeoutMs),
  });
}

/** What the service was given. */
export function endpointJson({ spec, allocation }: Service, networks: Networks): JsonFields {
  return compact({
    Spec: endpointSpecJson(spec?.endpoint),
    Ports: allocation?.ports.map(portJson),
    VirtualIPs: allocation?.virtualAddresses.flatMap((each) =>
      addressesOf(networks, each).map((Addr) => ({ NetworkID: each.networkId, Addr })),
    ),
    Problem: allocation?.problem,
  });
}

export function attachedNetworksJson(networks: readonly NetworkAttachmentConfig[]): readonly JsonFields[] {
  return networks.map(({ networkId, aliases }) => compact({ Target: networkId, Aliases: aliases }));
}

export function attachmentsJson(
  attachments: readonly NetworkAttachment[] | undefined,
  networks: Networks,
): readonly JsonFields[] | undefined {
  return attachments?.map((each) => ({
    Network: { ID: each.networkId, Spec: { Name: networkName(networks, each.networkId) } },
    Addresses: addressesOf(networks, each),
  }));
}

export function nodeNetworkingJson(networking: NodeNetworking | undefined): JsonFields {
  return compact({
    DataPathAddr: networking?.dataAddress,
    MTU: networking?.dataMtu || undefined,
    Problem: networking?.problem,
    TunnelProblem: networking?.tunnelProblem,
    TunnelKeys: networking?.tunnelKeys.map(({ publicKey, port }) => ({ PublicKey: publicKey, Port: port })),
    Routes: networking?.routes,
    UsedPorts: networking?.usedPorts.map(({ protocol, port, address }) =>
      compact({ Protocol: protocol, Port: port, Address: address }),
    ),
  });
}
