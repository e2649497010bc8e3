/**
 * Two nodes, each with a task of service web, on network app and on the ingress network: what each of them is told, for
 * tests that look at packets.
 */
import type { NetworkChangesInput, OverlayEndpointInput } from '../../proto/gen/dispatcher.js';
import type { NetworkAttachmentInput } from '../../proto/gen/objects.js';

export const APP = {
  id: 'appnetworkidaaaaaaaaaaaaa',
  name: 'app',
  subnet: '10.0.1.0/24',
  subnet6: 'fd00:1::/64',
};
export const INGRESS = {
  id: 'ingressidbbbbbbbbbbbbbbbb',
  name: 'ingress',
  subnet: '10.255.0.0/20',
  subnet6: 'fd00:2::/64',
};
export const VIP = '10.0.1.5';

/** 10.0.1.11 → fd00:1::11 */
export function sixOf(address: string): string {
  const host = address.slice(address.lastIndexOf('.') + 1);
  return `${address.startsWith('10.0.1.') ? 'fd00:1' : 'fd00:2'}::${host}`;
}

export const SERVICE = 'webserviceidcccccccccccc';

export interface WebTask {
  readonly taskId: string;
  readonly nodeId: string;
  readonly address: string;
  readonly ingressAddress: string;
}

export const TASKS: readonly WebTask[] = [
  { taskId: 't1', nodeId: 'h1', address: '10.0.1.11', ingressAddress: '10.255.0.11' },
  { taskId: 't2', nodeId: 'h2', address: '10.0.1.12', ingressAddress: '10.255.0.12' },
];
const GATEWAYS: Readonly<Record<string, readonly [app: string, ingress: string]>> = {
  h1: ['10.0.1.2', '10.255.0.2'],
  h2: ['10.0.1.3', '10.255.0.3'],
};

export function attachmentsOf({ address, ingressAddress }: WebTask): readonly NetworkAttachmentInput[] {
  return [
    { networkId: APP.id, address, address6: sixOf(address) },
    { networkId: INGRESS.id, address: ingressAddress, address6: sixOf(ingressAddress) },
  ];
}

/** All that the node is told; `serving` are the tasks that get traffic, all unless said otherwise. */
export function toldTo(
  nodeId: string,
  hosts: readonly { readonly name: string; readonly address: string }[],
  serving: readonly string[] = TASKS.map(({ taskId }) => taskId),
  publishedPorts: readonly number[] = [8080],
): NetworkChangesInput {
  const gateways = GATEWAYS[nodeId] ?? ['', ''];
  const others = hosts.filter(({ name }) => name !== nodeId);
  const shared = {
    dataPathPort: 4789,
    mtu: 0,
    internal: false,
    encrypted: false,
  };
  const service = { serviceId: SERVICE, name: 'web' };
  const ports = publishedPorts.map((publishedPort) => ({
    protocol: 'tcp' as const,
    targetPort: 80,
    publishedPort,
    publishMode: 'ingress' as const,
  }));
  const endpoint = (task: WebTask, networkId: string, address: string): OverlayEndpointInput => {
    const [address6, isServing] = [sixOf(address), serving.includes(task.taskId)];
    const { taskId, nodeId: at } = task;
    return { networkId, taskId, nodeId: at, address, address6, serviceId: SERVICE, serving: isServing };
  };
  const gateway = (networkId: string, nodeId: string, address: string): OverlayEndpointInput => ({
    networkId,
    nodeId,
    address,
    address6: sixOf(address),
  });
  return {
    complete: true,
    networks: [
      {
        ...shared,
        networkId: APP.id,
        name: APP.name,
        vxlanId: 4097,
        subnet: APP.subnet,
        subnet6: APP.subnet6,
        gateway: gateways[0],
        gateway6: sixOf(gateways[0]),
      },
      {
        ...shared,
        networkId: INGRESS.id,
        name: INGRESS.name,
        vxlanId: 4098,
        subnet: INGRESS.subnet,
        subnet6: INGRESS.subnet6,
        gateway: gateways[1],
        gateway6: sixOf(gateways[1]),
        ingress: true,
      },
    ],
    peers: others.map(({ name, address }) => ({ nodeId: name, dataAddress: address, dataMtu: 1500 })),
    endpoints: [
      ...TASKS.flatMap((task) => [
        endpoint(task, APP.id, task.address),
        endpoint(task, INGRESS.id, task.ingressAddress),
      ]),
      ...others.flatMap(({ name }) => [
        gateway(APP.id, name, GATEWAYS[name]?.[0] ?? ''),
        gateway(INGRESS.id, name, GATEWAYS[name]?.[1] ?? ''),
      ]),
    ],
    services: [
      { ...service, networkId: APP.id, mode: 'vip', address: VIP, address6: sixOf(VIP) },
      { ...service, networkId: INGRESS.id, mode: 'dnsrr', ports },
    ],
  };
}
