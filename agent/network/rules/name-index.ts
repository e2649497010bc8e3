/**
 * The names on each network, made ready for look-ups: once per change of what the node holds, so that a question costs
 * a few look-ups in maps. Names are kept in lower case: they do not mind it.
 */
import type { OverlayEndpoint, OverlayNetwork, OverlayService } from '../../../proto/gen/dispatcher.js';
import { parseSubnet, type Subnet } from '../../../proto/model/address.js';
import { isGateway } from './network-state.js';

/** What of a node's networks names depend on; by whatever keys. A new object for each change. */
export interface NamedNetworks {
  readonly networks: ReadonlyMap<string, OverlayNetwork>;
  readonly endpoints: ReadonlyMap<string, OverlayEndpoint>;
  readonly services: ReadonlyMap<string, OverlayService>;
}

export const NO_NAMES: NamedNetworks = { networks: new Map(), endpoints: new Map(), services: new Map() };

export interface NetworkNames {
  readonly network: OverlayNetwork;
  readonly subnets: readonly Subnet[];
  /** By name and by alias; several where an alias is used by several. */
  readonly servicesByName: ReadonlyMap<string, readonly OverlayService[]>;
  /** Those that new traffic may be sent to. */
  readonly servingByServiceId: ReadonlyMap<string, readonly OverlayEndpoint[]>;
  /** By "web.1" and "web.1.<task id>". */
  readonly tasksByName: () => ReadonlyMap<string, readonly OverlayEndpoint[]>;
  /** Those that are no tasks, by the names that their engines know them by. */
  readonly containersByName: () => ReadonlyMap<string, readonly OverlayEndpoint[]>;
  /** What an address is called, for the question the other way round. */
  readonly nameByAddress: () => ReadonlyMap<string, string>;
  readonly taskIds: ReadonlySet<string>;
}

export interface NameIndex {
  readonly networks: readonly NetworkNames[];
  /** Of tasks; by address on any of the networks. */
  readonly endpointByAddress: ReadonlyMap<string, OverlayEndpoint>;
  /** Of this node and of others, on any of the networks. */
  readonly gateways: ReadonlySet<string>;
  readonly stackByServiceId: ReadonlyMap<string, string>;
}

/** Networks in the order of their names, so that every node answers alike. */
export function nameIndexOf(held: NamedNetworks): NameIndex {
  const services = [...held.services.values()];
  const endpoints = [...held.endpoints.values()];
  const gatewaysElsewhere = endpoints.filter(isGateway).map(({ address }) => address);
  const tasks = endpoints.filter(({ taskId }) => taskId !== '');
  const tasksByNetworkId = groupedBy(tasks, ({ networkId }) => [networkId]);
  const containers = endpoints.filter(({ containerId }) => containerId !== '');
  const containersByNetworkId = groupedBy(containers, ({ networkId }) => [networkId]);
  const servicesByNetworkId = groupedBy(services, ({ networkId }) => [networkId]);
  return {
    networks: [...held.networks.values()]
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((network) =>
        namesOf(
          network,
          servicesByNetworkId.get(network.networkId) ?? [],
          tasksByNetworkId.get(network.networkId) ?? [],
          containersByNetworkId.get(network.networkId) ?? [],
        ),
      ),
    endpointByAddress: new Map(tasks.map((task) => [task.address, task])),
    gateways: new Set([...[...held.networks.values()].map(({ gateway }) => gateway), ...gatewaysElsewhere]),
    stackByServiceId: new Map(services.map(({ serviceId, stack }) => [serviceId, stack])),
  };
}

/** The ingress network carries published ports only: nobody is found by name on it. */
function namesOf(
  network: OverlayNetwork,
  services: readonly OverlayService[],
  tasks: readonly OverlayEndpoint[],
  containers: readonly OverlayEndpoint[],
): NetworkNames {
  const subnets = [network.subnet, network.subnet6].flatMap((text) => parseSubnet(text) ?? []);
  const named = network.ingress ? { services: [], tasks: [] } : { services, tasks };
  return {
    network,
    subnets,
    servicesByName: groupedBy(named.services, ({ name, aliases }) => lowered([name, ...aliases])),
    servingByServiceId: groupedBy(
      named.tasks.filter(({ serving }) => serving),
      ({ serviceId }) => [serviceId],
    ),
    tasksByName: once(() => groupedBy(named.tasks, (task) => lowered(namesOfTask(task)))),
    containersByName: once(() => groupedBy(containers, ({ containerName }) => lowered([containerName]))),
    nameByAddress: once(() => namesByAddress(network, named.services, [...named.tasks, ...containers])),
    taskIds: new Set(tasks.map(({ taskId }) => taskId)),
  };
}

/** Made when it is first wanted: few ask for single tasks, and there may be thousands. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function groupedBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const byKey = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [item]);
      else same.push(item);
    }
  return byKey;
}

/** Each once. */
function lowered(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** As its container is called, and without the task's id: the place it fills. */
function namesOfTask({ taskName, taskId }: OverlayEndpoint): readonly string[] {
  const end = `.${taskId}`;
  const place = taskName.endsWith(end) ? taskName.slice(0, -end.length) : taskName;
  return [place, `${place}${end}`];
}

function namesByAddress(
  network: OverlayNetwork,
  services: readonly OverlayService[],
  others: readonly OverlayEndpoint[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, addresses: readonly string[]): void => {
    for (const address of addresses) if (address !== '') names.set(address, `${name}.${network.name}`);
  };
  for (const { name, address, address6 } of services) add(name, [address, address6]);
  for (const each of others)
    add(each.containerName || (namesOfTask(each).at(-1) ?? ''), [each.address, each.address6]);
  return names;
}
